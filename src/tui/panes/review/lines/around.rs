//! What stands above and below the review's rows: the seal, what is open, when the review is
//! due, the running week as a chart.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use super::Lines;
use crate::domain::{Amount, Kind};
use crate::i18n;
use crate::planning::WeekState;
use crate::tui::view::Pane;
use crate::tui::widgets::Chart;

/// A chart takes at most so many lines, with its title and a blank one above.
const MOST_OF_CHART: u16 = 14;

impl Lines<'_> {
    /// What stands above the rows.
    pub(in super::super) fn before(&self) -> Vec<(Line<'static>, bool)> {
        let outlook = self.scene.outlook;
        let words = &self.scene.words.review;
        let mut lines = Vec::new();
        if let Some(at) = outlook.sealed_at {
            let day = i18n::date(self.scene.language, at.day());
            let moment = format!("{day} {}", at.time_of_day());
            lines.push(Line::styled(
                words.sealed_at(moment),
                self.scene.theme.title,
            ));
            lines.extend(
                outlook
                    .review
                    .rows
                    .iter()
                    .filter_map(|row| self.result(&row.metric)),
            );
            lines.push(self.dim(&self.learnt()));
            lines.push(Line::default());
        } else if outlook.reopened {
            lines.push(self.dim(words.reopened));
        } else if outlook.state == WeekState::Unplanned && !self.is_held() {
            let plans = self.scene.words.today.plan_first(Pane::Goals.number());
            lines.extend([self.dim(&plans), Line::default()]);
        }
        lines.into_iter().map(|line| (line, false)).collect()
    }

    /// What stands below the rows: how much is open, and when the review is due.
    pub(in super::super) fn after(&self) -> Vec<(Line<'static>, bool)> {
        let outlook = self.scene.outlook;
        let words = &self.scene.words.review;
        if outlook.state != WeekState::Running || self.is_held() {
            return Vec::new();
        }
        let open = outlook.review.open.len();
        let tasks = outlook.tasks.iter();
        let often = tasks
            .filter(|task| task.is_open() && task.moved_often())
            .count();
        let mut said = words.open_tasks(open);
        if often > 0 {
            said = format!(
                "{said}{}{}",
                self.scene.words.common.comma,
                words.moved_often(often)
            );
        }
        let mut lines = vec![Line::default(), self.dim(&said)];
        lines.extend(self.due().map(|due| self.dim(&due)));
        lines.into_iter().map(|line| (line, false)).collect()
    }

    /// `Review: Friday, 2 days away`.
    fn due(&self) -> Option<String> {
        let scene = self.scene;
        let last = scene.outlook.calendar.last_working_day()?;
        let words = &scene.words.review;
        match last.since(scene.outlook.today) {
            0 => Some(words.due_today(scene.settings.review_time)),
            days @ 1.. => {
                let day = i18n::weekday(scene.language, last.weekday(), i18n::WeekdayForm::Full);
                Some(words.due_in(days, day))
            }
            _ => None,
        }
    }

    /// How many lessons and improvements the week has, and what it handed on.
    fn learnt(&self) -> String {
        let outlook = self.scene.outlook;
        let words = &self.scene.words.review;
        let dot = format!(" {} ", self.scene.theme.glyphs.dot);
        let mut parts = vec![
            words.lessons(outlook.lessons.len()),
            words.improvements(outlook.improvements.len()),
        ];
        if !outlook.review.moved.is_empty() {
            let tasks = self.scene.words.common.tasks(outlook.review.moved.len());
            let next = i18n::week_name(self.scene.language, outlook.week.next());
            let arrow = self.scene.theme.glyphs.right;
            parts.push(format!("{tasks} {arrow} {}", words.to_week(next)));
        }
        parts.join(&dot)
    }

    /// The running week as two lines, of the focus, else of the first activity with a target.
    pub(in super::super) fn chart(&self, area: Rect, buf: &mut Buffer) {
        let scene = self.scene;
        let outlook = scene.outlook;
        let with_target = || {
            outlook
                .metrics
                .iter()
                .filter(|metric| metric.target.is_some())
        };
        let focus = with_target().find(|metric| outlook.focus.as_ref() == Some(&metric.id));
        let activity = || with_target().find(|metric| metric.kind == Kind::Activity);
        let shown = focus.or_else(activity).or_else(|| with_target().next());
        let Some(metric) = shown.filter(|_| outlook.state == WeekState::Running && !self.is_held())
        else {
            return;
        };
        let height = area.height.min(MOST_OF_CHART);
        if height < 6 {
            return;
        }
        let signs = &scene.theme.glyphs.chart;
        let (plan, done) = (signs.plan.repeat(2), signs.done.repeat(2));
        let title = scene.words.review.chart(&metric.name, plan, done);
        buf.set_stringn(area.x + 1, area.y + 1, title, self.width, scene.theme.dim);
        let days: Vec<_> = outlook
            .days
            .values()
            .filter(|day| !day.off || !metric.days[day.weekday].done.is_zero())
            .collect();
        let plan = running(days.iter().map(|day| metric.days[day.weekday].baseline));
        let begun = days.iter().filter(|day| day.date <= outlook.today);
        let goes_on = days.iter().any(|day| day.date == outlook.today);
        let done = running(begun.map(|day| metric.days[day.weekday].done.or_zero()));
        let form = i18n::WeekdayForm::Narrow;
        let names: Vec<_> = days
            .iter()
            .map(|day| i18n::weekday(scene.language, day.weekday, form))
            .collect();
        let style = scene.style(metric);
        let say = |units: u64| style.short(Amount::new(i64::try_from(units).unwrap_or(i64::MAX)));
        let chart = Chart {
            plan: &plan,
            done: &done,
            goes_on,
            days: &names,
            say: &say,
            theme: scene.theme,
        };
        let width = area.width.saturating_sub(2).min(60);
        chart.render(
            Rect {
                x: area.x + 1,
                y: area.y + 2,
                width,
                height: height - 2,
            },
            buf,
        );
    }
}

/// The sums so far.
fn running(amounts: impl Iterator<Item = u64>) -> Vec<u64> {
    let sums = amounts.scan(0_u64, |sum, amount| {
        *sum = sum.saturating_add(amount);
        Some(*sum)
    });
    sums.collect()
}

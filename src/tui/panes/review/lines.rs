//! The review's rows as lines of text.
//!
//! From 60 columns on a result has a column for each figure, and what belongs to a block stands
//! under its head. Narrower, only what is done of the target, its percentage and last week's
//! stay, the heads lose their numbers, and a name of 13 cells has its room in 32.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::rows::{Block, Row};
use crate::domain::{Amount, Cause, Kind, LessonKind, MetricId, TaskId};
use crate::i18n::{self, cells};
use crate::planning::{EventOutlook, MetricOutlook, ReviewRow, Status, TaskOutlook, WeekState};
use crate::tui::scene::Scene;
use crate::tui::widgets::Chart;

/// From this width on a result has a column for each figure.
const WIDE: usize = 60;

/// Draws rows for a pane of one width.
pub(super) struct Lines<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) width: usize,
    /// Tasks that would not be carried.
    pub(super) staying: &'a [TaskId],
}

impl Lines<'_> {
    /// The line of a row, without its mark.
    pub(super) fn line(&self, row: &Row) -> Line<'static> {
        match row {
            Row::Head(block) => self.head(*block),
            Row::Result(metric) => self.result(metric).unwrap_or_default(),
            Row::Changed(metric) => {
                self.dim(&self.under_head(&format!("  {}", self.change(metric))))
            }
            Row::Event(id) => {
                let events = &self.scene.outlook.events;
                let event = events.iter().find(|event| event.id == *id);
                let event = event.map(|event| self.event(event)).unwrap_or_default();
                self.dim(&self.under_head(&event))
            }
            Row::Moods => self.dim(&self.under_head(&self.moods())),
            Row::Asked(id) => self.asked(*id),
            Row::Open(id) => self.open(*id),
            Row::Skipped(id) => self.skipped(*id),
            Row::Missed(metric) => self.missed(metric),
            Row::Lesson(id) => {
                let lessons = &self.scene.outlook.lessons;
                let lesson = lessons.iter().find(|lesson| lesson.id == *id);
                lesson.map_or_else(Line::default, |lesson| {
                    self.insight(self.scene.words.name(lesson.kind), &lesson.text, "")
                })
            }
            Row::Action(id) => self.action(*id),
            Row::New => self.dim(&self.under_head(&self.to_be_added())),
            Row::Seal => self.fitted(&self.under_head(&self.seal())),
            Row::NextWeek | Row::CopyReport | Row::Reopen => self.after_seal(row),
        }
    }

    /// What stands above the rows.
    pub(super) fn before(&self) -> Vec<(Line<'static>, bool)> {
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
        }
        lines.into_iter().map(|line| (line, false)).collect()
    }

    /// What stands below the rows: how much is open, and when the review is due.
    pub(super) fn after(&self) -> Vec<(Line<'static>, bool)> {
        let outlook = self.scene.outlook;
        let words = &self.scene.words.review;
        if outlook.state != WeekState::Running {
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
    pub(super) fn chart(&self, area: Rect, buf: &mut Buffer) {
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
        let Some(metric) = shown.filter(|_| outlook.state == WeekState::Running) else {
            return;
        };
        let height = area.height.min(8);
        if height < 6 {
            return;
        }
        let glyphs = scene.theme.glyphs;
        let title = scene
            .words
            .review
            .chart(&metric.name, glyphs.chart.plan, glyphs.chart.done);
        buf.set_stringn(area.x + 1, area.y + 1, title, self.width, scene.theme.dim);
        let days: Vec<_> = outlook
            .days
            .values()
            .filter(|day| !day.off || !metric.days[day.weekday].done.is_zero())
            .collect();
        let plan = running(days.iter().map(|day| metric.days[day.weekday].baseline));
        let begun = days.iter().filter(|day| day.date <= outlook.today);
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

    fn fitted(&self, text: &str) -> Line<'static> {
        Line::raw(cells::fit(text, self.width).into_owned())
    }

    fn dim(&self, text: &str) -> Line<'static> {
        self.fitted(text).style(self.scene.theme.dim)
    }

    fn is_wide(&self) -> bool {
        self.width >= WIDE
    }

    /// How far a row is moved in, and its mark with it.
    pub(super) fn indent(&self, row: &Row) -> u16 {
        let ends_the_week = matches!(row, Row::NextWeek | Row::CopyReport | Row::Reopen);
        if self.is_wide() && !ends_the_week {
            2
        } else {
            0
        }
    }

    /// What belongs to a block, moved in under its head where there is room.
    fn under_head(&self, text: &str) -> String {
        let indent = if self.is_wide() { "  " } else { "" };
        format!("{indent}{text}")
    }

    fn is_due(&self) -> bool {
        self.scene.outlook.state == WeekState::ReviewDue
    }

    fn head(&self, block: Block) -> Line<'static> {
        let words = &self.scene.words.review;
        let numbered = |number: u8, text: &str| {
            if self.is_due() && self.is_wide() {
                format!("{number} {text}")
            } else {
                text.to_owned()
            }
        };
        let (left, right) = match block {
            Block::Result if self.is_due() => (numbered(1, words.goal), self.heads()),
            Block::Result => (words.so_far.to_owned(), self.heads()),
            Block::Analysis => (self.analysis(numbered(2, words.analysis)), String::new()),
            Block::Insight => (numbered(3, words.insight), words.adds.to_owned()),
            Block::Seal => (numbered(4, words.seal), words.seals.to_owned()),
        };
        Line::styled(
            cells::ends(&left, &right, self.width),
            self.scene.theme.title,
        )
    }

    /// The head of the analysis, and what it lacks where there is room.
    fn analysis(&self, head: String) -> String {
        let said = self.scene.words.common.reason(&head, self.causes_missing());
        if cells::width(&said) <= self.width {
            said
        } else {
            head
        }
    }

    /// The heads of the figures, over their columns.
    fn heads(&self) -> String {
        let words = &self.scene.words.review;
        if self.is_wide() {
            figures_wide([
                words.target,
                words.done,
                words.percent,
                words.last_week,
                words.four_weeks,
                words.lead,
            ])
        } else {
            let heads = figures_narrow([words.done, words.percent, words.last_week]);
            heads.trim_start().to_owned()
        }
    }

    fn metric(&self, id: &MetricId) -> Option<&MetricOutlook> {
        self.scene
            .outlook
            .metrics
            .iter()
            .find(|metric| metric.id == *id)
    }

    fn result(&self, id: &MetricId) -> Option<Line<'static>> {
        let scene = self.scene;
        let metric = self.metric(id)?;
        let row = scene
            .outlook
            .review
            .rows
            .iter()
            .find(|row| row.metric == *id)?;
        let style = scene.style(metric);
        let percent =
            |bp: Option<i64>| bp.map_or_else(|| scene.theme.glyphs.dash.to_owned(), i18n::percent);
        let figures = if self.is_wide() {
            let (target, done) = (style.short(row.target), style.short(row.done));
            let lead = self.lead(row);
            figures_wide([
                &target,
                &done,
                &percent(Some(row.bp)),
                &percent(row.last_week_bp),
                &percent(row.four_weeks_bp),
                &lead,
            ])
        } else {
            let pair = style.pair(row.done, row.target);
            figures_narrow([&pair, &percent(Some(row.bp)), &percent(row.last_week_bp)])
        };
        let room = self.width.saturating_sub(cells::width(&figures));
        let name = cells::pad_right(&self.under_head(&metric.name), room);
        let tone = match row.status {
            Status::Reached | Status::Ahead => scene.theme.good,
            Status::Behind | Status::FarBehind | Status::Missed => scene.theme.warn,
            Status::OnPace | Status::NoTarget | Status::NoWorkingDays => {
                ratatui::style::Style::new()
            }
        };
        Some(Line::from(vec![
            Span::raw(name),
            Span::styled(figures, tone),
        ]))
    }

    /// `▾ 0.5d`, or that the target is reached.
    fn lead(&self, row: &ReviewRow) -> String {
        let scene = self.scene;
        if row.status == Status::Reached {
            return scene.words.name(Status::Reached).to_owned();
        }
        let Some(lead) = row.lead else {
            return scene.theme.glyphs.dash.to_owned();
        };
        let glyphs = scene.theme.glyphs;
        let sign = match lead.tenths() {
            ..0 => glyphs.behind,
            0 => glyphs.on_pace,
            1.. => glyphs.ahead,
        };
        let days = i18n::tenths(lead);
        let days = days.trim_start_matches(['-', '−', '+']);
        format!("{sign} {}", scene.words.lead.tight(days))
    }

    /// What a target was at first, and when and why it was changed last.
    fn change(&self, id: &MetricId) -> String {
        let words = self.scene.words;
        let Some(metric) = self.metric(id) else {
            return String::new();
        };
        let style = self.scene.style(metric);
        let first = metric.first_target.unwrap_or_default();
        let first = words.review.first_target(style.short_with_sign(first));
        let Some(last) = metric.changes.last() else {
            return first;
        };
        let day = i18n::weekday(
            self.scene.language,
            last.at.day().weekday(),
            i18n::WeekdayForm::Short,
        );
        let moved = if last.to < last.from.unwrap_or(Amount::ZERO) {
            words.review.lowered(day)
        } else {
            words.review.raised(day)
        };
        let what = format!("{first}{}{moved}", words.common.comma);
        match &last.reason {
            Some(reason) => words.common.reason(what, reason),
            None => what,
        }
    }

    /// `Wed 13:20  order cancelled · Huaxin · ¥12万`.
    fn event(&self, event: &EventOutlook) -> String {
        let scene = self.scene;
        let day = i18n::weekday(
            scene.language,
            event.day.weekday(),
            i18n::WeekdayForm::Short,
        );
        let kind = scene.words.name(event.kind);
        let amount = event
            .metric
            .as_ref()
            .and_then(|id| self.metric(id))
            .zip(event.amount);
        let amount = amount.map(|(metric, amount)| {
            format!(
                " {} {}",
                scene.theme.glyphs.dot,
                scene.style(metric).short_with_sign(amount)
            )
        });
        let dot = scene.theme.glyphs.dot;
        format!(
            "{day}  {kind} {dot} {}{}",
            event.text,
            amount.unwrap_or_default()
        )
    }

    /// `Mood  Mon 4  Tue 3`.
    fn moods(&self) -> String {
        let scene = self.scene;
        let (form, gap) = if self.is_wide() {
            (i18n::WeekdayForm::Short, "  ")
        } else {
            (i18n::WeekdayForm::Narrow, " ")
        };
        let days = scene.outlook.days.values().filter_map(|day| {
            let name = i18n::weekday(scene.language, day.weekday, form);
            Some(format!("{name} {}", day.mood?))
        });
        let days: Vec<_> = days.collect();
        format!("{}{gap}{}", scene.words.review.mood, days.join(gap))
    }

    /// `1 open task and 1 missed target have no cause yet`.
    fn causes_missing(&self) -> String {
        let words = &self.scene.words.review;
        let review = &self.scene.outlook.review;
        let (tasks, targets) = (review.open_without_cause, review.missed_without_cause);
        match (tasks, targets) {
            (0, 0) if review.open.is_empty() && review.missed.is_empty() => {
                words.nothing_open.to_owned()
            }
            (0, 0) => words.every_cause.to_owned(),
            (_, 0) => words.tasks_without_cause(tasks),
            (0, _) => words.targets_without_cause(targets),
            (_, _) => words.both_open(words.tasks_open(tasks), words.targets_missed(targets)),
        }
    }

    fn asked(&self, id: crate::domain::ImprovementId) -> Line<'static> {
        let words = self.scene.words;
        let mut asked = self.scene.outlook.review.asked.iter();
        let Some(asked) = asked.find(|asked| asked.improvement.id == id) else {
            return Line::default();
        };
        let answer = asked
            .helped
            .map_or(words.review.helped, |helped| words.name(helped));
        self.with_cause(
            &self.under_head(&asked.improvement.text),
            answer,
            asked.helped.is_none(),
        )
    }

    fn task(&self, id: TaskId) -> Option<&TaskOutlook> {
        self.scene.outlook.tasks.iter().find(|task| task.id == id)
    }

    fn open(&self, id: TaskId) -> Line<'static> {
        let Some(task) = self.task(id) else {
            return Line::default();
        };
        let glyphs = self.scene.theme.glyphs;
        let carry = if self.staying.contains(&id) {
            glyphs.open
        } else {
            glyphs.done
        };
        let title = self.under_head(&format!("{carry} {}", task.title));
        let cause = self.cause(task.cause, task.cause_note.as_ref());
        self.with_cause(&title, &cause, task.cause.is_none())
    }

    fn skipped(&self, id: TaskId) -> Line<'static> {
        let Some(task) = self.task(id) else {
            return Line::default();
        };
        let sign = self.scene.theme.glyphs.skipped;
        let title = self.under_head(&format!("{sign} {}", task.title));
        let cause = self.cause(task.cause, task.cause_note.as_ref());
        let (title, cause) = self.pair(&title, &cause);
        self.dim(&format!("{title}{cause}"))
    }

    fn missed(&self, id: &MetricId) -> Line<'static> {
        let mut missed = self.scene.outlook.review.missed.iter();
        let found = missed.find(|miss| miss.metric == *id).zip(self.metric(id));
        let Some((miss, metric)) = found else {
            return Line::default();
        };
        let style = self.scene.style(metric);
        let (done, target) = (style.short(miss.done), style.short(miss.target));
        let text = self.scene.words.review.done_of(&metric.name, done, target);
        self.with_cause(
            &self.under_head(&text),
            &self.cause(miss.cause, miss.note.as_ref()),
            miss.cause.is_none(),
        )
    }

    /// A cause by its name; *other* in the user's words.
    fn cause(&self, cause: Option<Cause>, note: Option<&String>) -> String {
        match (cause, note) {
            (None, _) => self.scene.theme.glyphs.dash.to_owned(),
            (Some(Cause::Other), Some(note)) => note.clone(),
            (Some(cause), _) => self.scene.words.name(cause).to_owned(),
        }
    }

    /// What was missed, and why: from the middle on, or at the end of a narrow line.
    fn pair(&self, left: &str, right: &str) -> (String, String) {
        let most = self.width * 9 / 20;
        let right = cells::fit(right, most).into_owned();
        let takes = if self.is_wide() {
            most
        } else {
            cells::width(&right)
        };
        let room = self.width.saturating_sub(takes);
        let left = cells::fit(left, room.saturating_sub(1));
        (cells::pad_right(&left, room), right)
    }

    fn with_cause(&self, left: &str, right: &str, missing: bool) -> Line<'static> {
        let (left, right) = self.pair(left, right);
        let style = if missing {
            self.scene.theme.warn
        } else {
            ratatui::style::Style::new()
        };
        Line::from(vec![Span::raw(left), Span::styled(right, style)])
    }

    fn insight(&self, kind: &str, text: &str, right: &str) -> Line<'static> {
        let kinds = if self.is_wide() { 12 } else { 9 };
        let kind = cells::pad_right(&self.under_head(kind), kinds);
        let room = self.width.saturating_sub(kinds);
        let text = cells::ends(text, &cells::fit(right, room / 2), room);
        Line::from(vec![
            Span::styled(kind, self.scene.theme.title),
            Span::raw(text),
        ])
    }

    /// The kinds of lessons there are.
    fn to_be_added(&self) -> String {
        let words = self.scene.words;
        if self.is_wide() {
            return format!("{} …", words.review.no_insight);
        }
        let kinds = LessonKind::ALL.map(|kind| words.name(kind));
        kinds.join(&format!(" {} ", self.scene.theme.glyphs.dot))
    }

    fn action(&self, id: crate::domain::ImprovementId) -> Line<'static> {
        let mut actions = self.scene.outlook.improvements.iter();
        let Some(action) = actions.find(|action| action.id == id) else {
            return Line::default();
        };
        let day = action.day.map(|day| i18n::date(self.scene.language, day));
        let dot = format!(" {} ", self.scene.theme.glyphs.dot);
        let right: Vec<_> = day.into_iter().chain(action.measure.clone()).collect();
        self.insight(
            self.scene.words.review.action,
            &action.text,
            &right.join(&dot),
        )
    }

    /// What sealing would do.
    pub(super) fn seal(&self) -> String {
        let outlook = self.scene.outlook;
        let open = &outlook.review.open;
        let carried = open
            .iter()
            .filter(|task| !self.staying.contains(task))
            .count();
        let words = &self.scene.words.boxes;
        let next = i18n::week_name(self.scene.language, outlook.week.next());
        let mut parts = Vec::new();
        if carried > 0 {
            parts.push(words.will_move(carried, &next));
        }
        if carried < open.len() {
            parts.push(words.will_skip(open.len() - carried));
        }
        if !outlook.improvements.is_empty() {
            parts.push(words.will_improve(outlook.improvements.len()));
        }
        if parts.is_empty() {
            return self.scene.words.hints.seal.to_owned();
        }
        parts.join(self.scene.words.common.semicolon)
    }

    fn after_seal(&self, row: &Row) -> Line<'static> {
        let words = &self.scene.words.review;
        let next = i18n::week_name(self.scene.language, self.scene.outlook.week.next());
        let (text, key) = match row {
            Row::NextWeek => (words.next_week(next), "Enter"),
            Row::CopyReport => (words.copy_report.to_owned(), "y"),
            _ => (words.reopen.to_owned(), "Enter"),
        };
        Line::raw(cells::ends(&text, key, self.width))
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

/// Target, done, percentage, last week's, four weeks', lead.
fn figures_wide(figures: [&str; 6]) -> String {
    const WIDTHS: [usize; 6] = [8, 9, 8, 9, 8, 10];
    let cells = figures.iter().zip(WIDTHS);
    cells
        .map(|(figure, width)| cells::pad_left(figure, width))
        .collect()
}

/// What is done of the target, percentage, last week's. A long pair takes from the name.
fn figures_narrow([pair, percent, last_week]: [&str; 3]) -> String {
    let pair = format!(" {pair}");
    format!(
        "{}{}{}",
        cells::pad_left(&pair, cells::width(&pair).max(6)),
        cells::pad_left(percent, 5),
        cells::pad_left(last_week, 8)
    )
}

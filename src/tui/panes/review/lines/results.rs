//! The block of results: targets with their figures, how they were changed, events, moods.

use ratatui::text::{Line, Span};

use super::Lines;
use crate::domain::{Amount, MetricId};
use crate::i18n::{self, cells};
use crate::planning::{EventOutlook, MetricOutlook, ReviewRow, Status};
use crate::tui::dialogs::signed_lead;

/// In fewer cells a text says nothing.
const LEAST_TEXT: usize = 4;

impl Lines<'_> {
    /// The heads of the figures, over their columns.
    pub(super) fn heads(&self) -> String {
        let words = &self.scene.words.review;
        if self.is_wide() {
            let heads = figures_wide([
                words.target,
                words.done,
                words.percent,
                words.last_week,
                words.four_weeks,
                words.lead,
            ]);
            heads.concat()
        } else {
            let heads = figures_narrow([words.done, words.percent, words.last_week]);
            heads.concat().trim_start().to_owned()
        }
    }

    pub(super) fn result(&self, id: &MetricId) -> Option<Line<'static>> {
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
        let plain = ratatui::style::Style::new();
        let tone = match row.status {
            Status::Reached | Status::Ahead => scene.theme.good,
            _ if !scene.outlook.has_begun() => plain,
            Status::Behind | Status::FarBehind | Status::Missed => scene.theme.warn,
            Status::OnPace | Status::NoTarget | Status::NoWorkingDays => plain,
        };
        let past = scene.theme.dim;
        let (figures, styles): (Vec<_>, &[_]) = if self.is_wide() {
            let (target, done) = (style.short(row.target), style.short(row.done));
            let lead = self.lead(row);
            let figures = figures_wide([
                &target,
                &done,
                &percent(Some(row.bp)),
                &percent(row.last_week_bp),
                &percent(row.four_weeks_bp),
                &lead,
            ]);
            (figures.into(), &[plain, plain, tone, past, past, tone])
        } else {
            let pair = style.pair(row.done, row.target);
            let figures =
                figures_narrow([&pair, &percent(Some(row.bp)), &percent(row.last_week_bp)]);
            (figures.into(), &[plain, tone, past])
        };
        let room = self.width.saturating_sub(cells::width(&figures.concat()));
        let name = cells::pad_right(&self.under_head(&metric.name), room);
        let figures = figures.into_iter().zip(styles);
        let figures = figures.map(|(figure, style)| Span::styled(figure, *style));
        Some(std::iter::once(Span::raw(name)).chain(figures).collect())
    }

    /// `▾ 0.5d`, or that the target is reached.
    fn lead(&self, row: &ReviewRow) -> String {
        let scene = self.scene;
        if row.status == Status::Reached {
            return scene.words.name(Status::Reached).to_owned();
        }
        let Some(lead) = row.lead.filter(|_| scene.outlook.has_begun()) else {
            return scene.theme.glyphs.dash.to_owned();
        };
        signed_lead(scene, lead, true)
    }

    /// What a target was at first, when and why it was changed last; the reason stands below
    /// where a narrow line has no room for it.
    pub(super) fn changed(&self, id: &MetricId) -> Vec<Line<'static>> {
        let Some(metric) = self.metric(id) else {
            return Vec::new();
        };
        let change = self.change(metric);
        let reason = metric
            .changes
            .last()
            .and_then(|last| last.reason.as_deref());
        let whole = match reason {
            Some(reason) => self.scene.words.common.reason(&change, reason),
            None => change.clone(),
        };
        let whole = self.under_head(&format!("  {whole}"));
        if self.is_wide() || cells::width(&whole) <= self.width {
            return vec![self.dim(&whole)];
        }
        let change = cells::wrapped(&change, self.width).into_iter();
        let reason = reason.map(|reason| format!("  {reason}"));
        change.chain(reason).map(|line| self.dim(&line)).collect()
    }

    /// `first target ¥50万, lowered Wed`.
    fn change(&self, metric: &MetricOutlook) -> String {
        let words = self.scene.words;
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
        format!("{first}{}{moved}", words.common.comma)
    }

    /// `Wed 13:20  order cancelled · Huaxin · ¥12万`; a long text gives way to the amount,
    /// and goes where hardly a sign of it would stand.
    pub(super) fn event(&self, event: &EventOutlook) -> String {
        let scene = self.scene;
        let day = i18n::weekday(
            scene.language,
            event.day.weekday(),
            i18n::WeekdayForm::Short,
        );
        let kind = scene.words.name(event.kind);
        let metric = event.metric.as_ref().and_then(|id| self.metric(id));
        let amount = metric.zip(event.amount);
        let amount = amount.map(|(metric, amount)| scene.style(metric).short_with_sign(amount));
        let dot = format!(" {} ", scene.theme.glyphs.dot);
        let said = |text: Option<&str>| {
            let what = format!("{day}  {kind}");
            let parts = [Some(what.as_str()), text, amount.as_deref()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(&dot)
        };
        let room = self
            .width
            .saturating_sub(cells::width(&self.under_head(&said(Some("")))));
        let text = cells::fit(&event.text, room);
        let says_something = room >= LEAST_TEXT || *text == event.text;
        said(Some(text.as_ref()).filter(|text| says_something && !text.is_empty()))
    }

    /// `Mood  Mon 4  Tue 3`.
    pub(super) fn moods(&self) -> String {
        let scene = self.scene;
        let (form, gap) = self.days();
        let days = scene.outlook.days.values().filter_map(|day| {
            let name = i18n::weekday(scene.language, day.weekday, form);
            Some(format!("{name} {}", day.mood?))
        });
        let days: Vec<_> = days.collect();
        format!("{}{gap}{}", scene.words.review.mood, days.join(gap))
    }

    /// `Wins  Mon  Huaxin ordered; a referral`: each day's wins beside its name, on as many
    /// lines as they take.
    pub(super) fn wins(&self) -> Vec<Line<'static>> {
        let scene = self.scene;
        let (form, gap) = self.days();
        let mut head = self.under_head(&format!("{}{gap}", scene.words.reflection.wins));
        let mut lines = Vec::new();
        for day in scene
            .outlook
            .days
            .values()
            .filter(|day| !day.wins.is_empty())
        {
            let name = i18n::weekday(scene.language, day.weekday, form);
            let mut left = format!("{head}{name}{gap}");
            let room = self.width.saturating_sub(cells::width(&left));
            let wins = day.wins.join(scene.words.common.semicolon);
            for text in cells::wrapped(&wins, room) {
                lines.push(self.dim(&format!("{left}{text}")));
                left = " ".repeat(cells::width(&left));
            }
            head = " ".repeat(cells::width(&head));
        }
        lines
    }

    /// How the days are named here, and what stands between them.
    fn days(&self) -> (i18n::WeekdayForm, &'static str) {
        if self.is_wide() {
            (i18n::WeekdayForm::Short, "  ")
        } else {
            (i18n::WeekdayForm::Narrow, " ")
        }
    }
}

/// Target, done, percentage, last week's, four weeks', lead.
fn figures_wide(figures: [&str; 6]) -> [String; 6] {
    const WIDTHS: [usize; 6] = [8, 9, 8, 9, 8, 10];
    let widths = &mut WIDTHS.into_iter();
    figures.map(|figure| cells::pad_left(figure, widths.next().unwrap_or_default()))
}

/// What is done of the target, percentage, last week's. A long pair takes from the name.
fn figures_narrow([pair, percent, last_week]: [&str; 3]) -> [String; 3] {
    let pair = format!(" {pair}");
    [
        cells::pad_left(&pair, cells::width(&pair).max(6)),
        cells::pad_left(percent, 5),
        cells::pad_left(last_week, 8),
    ]
}

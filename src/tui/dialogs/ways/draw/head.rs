//! What stands above the ways: what happened, and the target before and after it.

use ratatui::style::Style;

use super::super::{Noticed, Row};
use super::{Line, MARGIN, Sheet};
use crate::domain::Amount;
use crate::i18n::{cells, percent};
use crate::planning::MetricOutlook;
use crate::tui::dialogs::lead;

impl Sheet<'_> {
    /// The figures before, and with the event in them.
    pub(super) fn head(&self) -> Vec<Line> {
        let mut lines = vec![Line::Blank];
        if let Some(noticed) = &self.ways.event {
            let style = self.scene.row_style(self.ways.row == Row::Event, true);
            lines.push(Line::Text(self.event(noticed), Style::new()));
            if noticed.has_tick() {
                lines.push(Line::Text(self.tick(noticed), style));
            }
            lines.push(Line::Blank);
        }
        let words = &self.scene.words.what_if;
        let before = self.scene.outlook.metric(&self.ways.metric);
        let after = self.known.with_event.outlook.metric(&self.ways.metric);
        let (Some(before), Some(after)) = (before, after) else {
            return lines;
        };
        let has_event = self.ways.event.is_some();
        // The name has the room that the figures leave, and they begin behind it.
        let [label_width, before_width] = if self.is_wide() {
            [cells::width(&before.name).clamp(15, 40) + 2, 16]
        } else if self.is_tight() {
            [15, 10]
        } else {
            [15, 13]
        };
        let row = |label: &str, before: String, after: String| {
            let after = if has_event { after } else { String::new() };
            let label = cells::pad_right(label, label_width - 2);
            let before = cells::pad_right(&before, before_width);
            Line::Text(format!("{label}  {before}{after}"), Style::new())
        };
        if has_event {
            lines.push(row("", words.before.to_owned(), words.after.to_owned()));
        }
        let still_after = if self.is_wide() {
            self.still_in_days(after)
        } else {
            self.still(after)
        };
        lines.extend([
            row(&before.name, self.reached(before), self.reached(after)),
            row(words.lead, self.lead(before), self.lead(after)),
            row(words.left, self.still(before), still_after),
            Line::Blank,
        ]);
        lines
    }

    /// `13:20  order cancelled · Huaxin · ¥12万`; a long text gives way to the amount.
    fn event(&self, noticed: &Noticed) -> String {
        let event = &noticed.event;
        let metric = event.metric.as_ref();
        let metric = metric.and_then(|metric| self.scene.outlook.metric(metric));
        let amount = metric.zip(event.amount);
        let amount =
            amount.map(|(metric, amount)| self.scene.style(metric).short_with_sign(amount));
        let kind = self.scene.words.name(event.kind);
        let what = format!("{}  {kind}", event.at.time_of_day());
        let said = |text: &str| {
            let parts = [Some(what.as_str()), Some(text), amount.as_deref()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        let room = usize::from(self.inside.width.saturating_sub(MARGIN + 1));
        let room = room.saturating_sub(cells::width(&said("")));
        said(&cells::fit(&event.text, room))
    }

    fn tick(&self, noticed: &Noticed) -> String {
        let glyphs = self.scene.theme.glyphs;
        let tick = if noticed.correct {
            glyphs.done
        } else {
            glyphs.open
        };
        format!("{tick} {}", self.scene.words.ways.take_off)
    }

    /// `31.2万, 62%`.
    fn reached(&self, metric: &MetricOutlook) -> String {
        let done = self.scene.style(metric).short(metric.done);
        if self.is_tight() {
            return done;
        }
        let share = metric.attainment_bp.map(percent).unwrap_or_default();
        self.scene.words.ways.amount_and_share(done, share)
    }

    /// `▴ 0.8 days`.
    pub(super) fn lead(&self, metric: &MetricOutlook) -> String {
        lead(self.scene, metric, self.is_tight())
    }

    fn still(&self, metric: &MetricOutlook) -> String {
        let missing = metric.missing().unwrap_or(0);
        self.scene.style(metric).short(Amount::of_units(missing))
    }

    fn still_in_days(&self, metric: &MetricOutlook) -> String {
        let days = self.known.ways.days_left;
        let still = self.still(metric);
        self.scene.words.ways.in_days(days, still)
    }
}

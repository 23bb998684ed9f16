//! All that a layer may look at, built once for each update and frame.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, Widget};

use super::theme::Theme;
use super::view::View;
use crate::domain::change::{Change, ChangeError};
use crate::domain::{
    Amount, Day, Language, Metric, MetricId, Moment, Reading, Settings, Stamp, Unit, Week,
};
use crate::i18n::{AmountStyle, Say, Words, date, known_customers};
use crate::planning::{
    Counter, DayView, Doubt, History, MetricOutlook, Next, Outlook, TaskOutlook, WhatIf, day_view,
    doubts_after, next, tried, what_if,
};
use crate::store::StoreError;

/// The week looked at with all that is known of it, and how it is to be shown.
#[derive(Debug, Clone)]
pub struct Scene<'a> {
    pub week: &'a Week,
    pub outlook: &'a Outlook,
    pub history: History<'a>,
    pub settings: &'a Settings,
    pub words: &'static Words,
    /// The language of `words`; settings may have another one for a single run.
    pub language: Language,
    pub theme: &'a Theme,
    pub view: &'a View,
    /// Why the week, or the settings, cannot be read: then nothing here is what is on the
    /// disk, and nothing of it is shown.
    pub unreadable: Option<&'a StoreError>,
    pub now: Moment,
    /// What one edit needs from outside; another one for each key.
    pub stamp: Stamp,
    /// The day looked at, with its counters and tasks in their orders.
    pub day: DayView<'a>,
    /// What is to be done now, whatever day is looked at.
    pub next: Next<'a>,
}

impl Scene<'_> {
    /// Today, whatever day is looked at.
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// What edits would lead to; `None` where they are refused.
    pub fn what_if(&self, changes: Vec<Change>) -> Option<WhatIf> {
        let name = |metric: &Metric| self.words.metric_name(metric);
        let (week, settings) = (self.week, self.settings);
        what_if(week, &self.history, settings, self.now, &name, changes).ok()
    }

    /// Why edits would be refused, if they would.
    pub fn tried(&self, changes: Vec<Change>) -> Result<(), ChangeError> {
        tried(self.week, &self.history, self.settings, changes)
    }

    /// What speaks against the week as edits would leave it; nothing where they are refused.
    pub fn doubts_after(&self, changes: Vec<Change>) -> Vec<Doubt> {
        let (week, settings) = (self.week, self.settings);
        doubts_after(week, &self.history, settings, self.now, changes).unwrap_or_default()
    }

    /// The scene as edits would leave it.
    pub fn after<'b>(&'b self, seen: &'b WhatIf) -> Scene<'b> {
        Scene {
            week: &seen.week,
            outlook: &seen.outlook,
            settings: &seen.settings,
            day: day_view(&seen.outlook, self.view.day()),
            next: next(&seen.outlook, self.now),
            ..self.clone()
        }
    }

    /// How the amounts of a metric are written.
    pub fn style(&self, metric: &MetricOutlook) -> AmountStyle {
        AmountStyle {
            currency: metric.currency.unwrap_or(self.settings.currency),
            ..self.style_of(metric.unit)
        }
    }

    /// How amounts of a unit are written.
    pub fn style_of(&self, unit: Unit) -> AmountStyle {
        AmountStyle {
            language: self.language,
            unit,
            currency: self.settings.currency,
        }
    }

    /// How what is typed for a metric is read.
    pub fn reading(&self, metric: &MetricOutlook) -> Reading {
        self.reading_of(metric.unit)
    }

    /// How what is typed as an amount of a unit is read.
    pub fn reading_of(&self, unit: Unit) -> Reading {
        Reading {
            unit,
            currency: self.settings.currency,
        }
    }

    /// The name of a metric, in the user's language where it is a built-in one.
    pub fn metric_name(&self, id: &MetricId) -> String {
        let shown = self.outlook.metric(id).map(|metric| metric.name.clone());
        let known = || {
            self.settings
                .metric(id)
                .map(|metric| self.words.metric_name(metric))
        };
        shown.or_else(known).unwrap_or_else(|| id.to_string())
    }

    /// An amount with its sign, as one adds it: `+1`, `−12万`.
    pub fn signed(&self, metric: &MetricOutlook, amount: Amount) -> String {
        let plus = if amount.is_negative() { "" } else { "+" };
        format!("{plus}{}", self.style(metric).exact(amount))
    }

    /// What a counter has done of what the day owes: `6/14`, or what was done alone.
    pub fn counter_figures(&self, counter: &Counter<'_>) -> String {
        let style = self.style(counter.metric);
        match counter.quota {
            Some(quota) if quota > 0 => style.pair(counter.done, units(quota)),
            _ => style.short(counter.done),
        }
    }

    /// The day that a task of the week belongs to: the one on which it comes again, wherever it
    /// was moved to, as others of its title may stand beside it; else its own.
    pub fn day_of(&self, task: &TaskOutlook) -> Option<Day> {
        let occurrence = || self.settings.occurrence(self.outlook.week, task.id);
        let comes_again = task.repeat.and_then(|_| occurrence());
        comes_again.map(|(_, its)| its.day).or(task.day)
    }

    /// A day as messages and lists say it: today and tomorrow by their words.
    pub fn say_day(&self, day: Day) -> String {
        let words = &self.words.common;
        match day.since(self.today()) {
            -1 => words.yesterday.to_owned(),
            0 => words.today_small.to_owned(),
            1 => words.tomorrow.to_owned(),
            _ => date(self.language, day),
        }
    }

    /// The customers named in this week and the ones before it, the latest first, each once.
    pub fn customers(&self) -> Vec<String> {
        known_customers(std::iter::once(self.week).chain(self.history.earlier.iter().copied()))
    }

    /// An error in the user's language.
    pub fn say(&self, error: &dyn Say) -> String {
        error.say(self.language)
    }

    /// How a row is drawn, by whether it is selected in a pane that has the focus.
    pub fn row_style(&self, selected: bool, focused: bool) -> Style {
        match (selected, focused) {
            (true, true) => self.theme.selected,
            (true, false) => self.theme.selected_elsewhere,
            (false, _) => Style::new(),
        }
    }

    /// Draws the frame of a pane with its title, if its area has room for one; gives what is
    /// inside.
    pub fn frame(&self, title: &str, focused: bool, area: Rect, buf: &mut Buffer) -> Rect {
        if area.height < FRAMED_PANE {
            return area;
        }
        let style = if focused {
            self.theme.focus
        } else {
            self.theme.frame
        };
        let block = Block::bordered()
            .border_set(self.theme.glyphs.border)
            .border_style(style)
            .title(Line::styled(
                format!(" {title} "),
                self.theme.title.not_dim(),
            ));
        let inside = block.inner(area);
        block.render(area, buf);
        inside
    }
}

/// Below this height a pane has no frame; header and footer have taken two rows.
const FRAMED_PANE: u16 = super::view::FRAMED - 2;

/// An amount of the planning's, which is never below 0.
pub fn units(amount: u64) -> Amount {
    Amount::new(i64::try_from(amount).unwrap_or(i64::MAX))
}

//! What the first start guessed, and what was chosen instead.

use crate::domain::change::{Change, SettingsChange};
use crate::domain::{ByDay, Currency, Language, Law, Metric, MetricId, Settings, Weekday, Weight};
use crate::i18n::Words;
use crate::planning::{Outlook, care, day_view, next, outlook};
use crate::tui::scene::Scene;

/// What was chosen instead of what was guessed.
#[derive(Debug, Default, Clone)]
pub(super) struct Choices {
    pub(super) language: Option<Language>,
    pub(super) currency: Option<Currency>,
    /// Whether Saturday is worked.
    pub(super) saturday: Option<bool>,
    /// Whose holidays hold.
    pub(super) law: Option<Law>,
    pub(super) from_monday: bool,
}

impl Choices {
    pub(super) fn settings(&self, scene: &Scene<'_>) -> Settings {
        let mut settings = scene.settings.clone();
        settings.language = self.language.unwrap_or(settings.language);
        settings.currency = self.currency.unwrap_or(settings.currency);
        settings.calendar.law = self.law.unwrap_or(settings.calendar.law);
        if let Some(saturday) = self.saturday {
            settings.calendar.pattern = vec![pattern(saturday)];
        }
        settings
    }

    /// What differs from the settings as they were guessed, as edits.
    pub(super) fn changes(&self, scene: &Scene<'_>) -> Vec<Change> {
        let (now, then) = (scene.settings, self.settings(scene));
        let mut changes = Vec::new();
        if now.language != then.language {
            changes.push(SettingsChange::Language(then.language));
        }
        if now.currency != then.currency {
            changes.push(SettingsChange::Currency(then.currency));
        }
        if now.calendar.law != then.calendar.law {
            changes.push(SettingsChange::Law(then.calendar.law));
        }
        if now.calendar.pattern != then.calendar.pattern {
            let from = then.calendar.pattern_from;
            changes.push(SettingsChange::Pattern(then.calendar.pattern, from));
        }
        changes.into_iter().map(Change::from).collect()
    }
}

fn pattern(saturday: bool) -> ByDay<Weight> {
    ByDay::from_fn(|day| match day {
        Weekday::Sat if !saturday => Weight::OFF,
        Weekday::Sun => Weight::OFF,
        _ => Weight::FULL,
    })
}

pub(super) fn works_on_saturday(settings: &Settings) -> bool {
    let mut rows = settings.calendar.pattern.iter();
    rows.any(|row| !row[Weekday::Sat].is_off())
}

/// The care for customers where it is out of use: a figure brings it into use.
pub(super) fn unused_care(settings: &Settings) -> Option<MetricId> {
    let mut metrics = settings.metrics.iter();
    let is_unused = |care: &MetricId| metrics.any(|metric| metric.retired && metric.id == *care);
    care().filter(is_unused)
}

/// The week as it would be under the settings chosen, with all that may get a figure.
pub(super) struct Chosen {
    settings: Settings,
    words: &'static Words,
    pub(super) language: Language,
    seen: Outlook,
}

impl Chosen {
    pub(super) fn of(choices: &Choices, scene: &Scene<'_>) -> Self {
        let mut settings = choices.settings(scene);
        let care = unused_care(&settings);
        for metric in &mut settings.metrics {
            metric.retired &= care.as_ref() != Some(&metric.id);
        }
        let language = choices.language.unwrap_or(scene.language);
        let words = Words::of(language);
        let name = |metric: &Metric| words.metric_name(metric);
        Self {
            seen: outlook(scene.week, &scene.history, &settings, scene.now, &name),
            settings,
            words,
            language,
        }
    }

    pub(super) fn scene<'a>(&'a self, scene: &'a Scene<'_>) -> Scene<'a> {
        Scene {
            outlook: &self.seen,
            settings: &self.settings,
            words: self.words,
            language: self.language,
            week: scene.week,
            history: scene.history.clone(),
            theme: scene.theme,
            view: scene.view,
            unreadable: scene.unreadable,
            now: scene.now,
            stamp: scene.stamp,
            day: day_view(&self.seen, scene.view.day()),
            next: next(&self.seen, scene.now),
        }
    }
}

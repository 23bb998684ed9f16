//! The settings before there was work that comes again and again.

use serde::Deserialize;

use crate::domain::{
    CalendarSettings, Currency, GlyphChoice, Hours, Language, Metric, MinutesStep, Settings,
    TimeOfDay, Version,
};

/// Version 1 of `settings.json`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Settings1 {
    #[serde(rename = "version")]
    _version: Version<1>,
    language: Language,
    currency: Currency,
    #[serde(default)]
    glyphs: GlyphChoice,
    calendar: CalendarSettings,
    #[serde(default)]
    hours: Hours,
    review_time: Option<TimeOfDay>,
    #[serde(default)]
    minutes_step: MinutesStep,
    metrics: Vec<Metric>,
}

impl From<Settings1> for Settings {
    fn from(old: Settings1) -> Self {
        let new = Self::new(old.language, old.currency, old.calendar.law);
        Self {
            glyphs: old.glyphs,
            calendar: old.calendar,
            hours: old.hours,
            review_time: old.review_time.unwrap_or(new.review_time),
            minutes_step: old.minutes_step,
            metrics: old.metrics,
            ..new
        }
    }
}

//! What takes an edit of the settings back.

use std::collections::{BTreeMap, BTreeSet};

use super::{metrics, repeats, set_currency};
use crate::domain::change::patch::pair;
use crate::domain::change::{ChangeError, Noun};
use crate::domain::{Day, MetricId, Settings, Unit, Week};

/// A step back: the part of the settings to be found as it was left, and what to put there.
///
/// Only what differs between the two is looked at; the rest stays as it is now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsPatch {
    pub(super) found: Settings,
    pub(super) put: Settings,
}

impl SettingsPatch {
    /// The own days that it touches.
    pub(super) fn days(&self) -> BTreeSet<Day> {
        let (found, put) = (&self.found.calendar.days, &self.put.calendar.days);
        let all = found.keys().chain(put.keys()).copied();
        all.filter(|day| found.get(day) != put.get(day)).collect()
    }

    /// Whether it touches a currency or a unit, which weeks may hold.
    pub(super) fn needs_all_weeks(&self) -> bool {
        let units = |settings: &Settings| -> BTreeMap<MetricId, Unit> {
            let metrics = settings.metrics.iter();
            metrics
                .map(|metric| (metric.id.clone(), metric.unit))
                .collect()
        };
        self.found.currency != self.put.currency || units(&self.found) != units(&self.put)
    }

    /// Puts back each part that the edit changed, if it is still as the edit left it.
    pub(super) fn apply(self, settings: &mut Settings, weeks: &[Week]) -> Result<(), ChangeError> {
        let days = self.days();
        let Self { found, put } = self;
        for day in days {
            let own = |of: &Settings| of.calendar.days.get(&day).cloned();
            if let Some(swap) = pair(&own(&found), &own(&put)) {
                swap.put_at(&mut settings.calendar.days, day, Noun::Day)?;
            }
        }
        if let Some(swap) = pair(&found.currency, &put.currency) {
            let mut currency = settings.currency;
            swap.put_in(&mut currency, Noun::Settings)?;
            set_currency(settings, weeks, currency)?;
        }
        swap(&mut settings.language, &found.language, &put.language)?;
        swap(&mut settings.glyphs, &found.glyphs, &put.glyphs)?;
        swap(&mut settings.mouse, &found.mouse, &put.mouse)?;
        swap(&mut settings.hours, &found.hours, &put.hours)?;
        swap(
            &mut settings.review_time,
            &found.review_time,
            &put.review_time,
        )?;
        swap(
            &mut settings.minutes_step,
            &found.minutes_step,
            &put.minutes_step,
        )?;
        let (now, was, then) = (&mut settings.calendar, &found.calendar, &put.calendar);
        swap(&mut now.law, &was.law, &then.law)?;
        swap(&mut now.pattern, &was.pattern, &then.pattern)?;
        swap(&mut now.pattern_from, &was.pattern_from, &then.pattern_from)?;
        repeats::put_back(settings, &found.repeats, &put.repeats)?;
        metrics::put_back(settings, weeks, &found.metrics, &put.metrics)
    }
}

/// Puts a value back that the edit changed; one that it left alone stays as it is now.
fn swap<T: PartialEq + Clone>(cell: &mut T, found: &T, put: &T) -> Result<(), ChangeError> {
    pair(found, put).map_or(Ok(()), |swap| swap.put_in(cell, Noun::Settings))
}

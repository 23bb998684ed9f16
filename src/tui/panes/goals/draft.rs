//! A plan that is not written yet: what is suggested, what was typed instead, and which days'
//! quotas are fixed by hand.
//!
//! A pin belongs to a figure: it goes with the figure when that is cleared, and is written behind
//! it, in the same edit.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::edit::in_targets;
use crate::domain::change::{Change, ChangeError, TargetChange, TargetSet};
use crate::domain::{Amount, Day, MetricId};
use crate::planning::{MetricOutlook, Outlook};
use crate::tui::scene::Scene;

/// The figures of a plan.
#[derive(Debug, Default, Clone)]
pub(super) struct Draft {
    /// What was typed; 0 is no target.
    typed: BTreeMap<MetricId, Amount>,
    /// The days' quotas set by hand; none frees a day that the week has pinned.
    pins: BTreeMap<MetricId, BTreeMap<Day, Option<Amount>>>,
    /// What comes first in the week.
    focus: Option<MetricId>,
}

impl Draft {
    /// The target that a metric would get; `None` is no target. `first` is the first day that
    /// counts.
    pub(super) fn target(
        &self,
        metric: &MetricOutlook,
        seen: &Outlook,
        first: Day,
    ) -> Option<Amount> {
        let typed = self.typed.get(&metric.id).copied();
        let target = typed.or_else(|| suggested(metric, seen, first));
        target.filter(|target| !target.is_zero())
    }

    /// Whether a metric's figure was typed.
    pub(super) fn is_typed(&self, metric: &MetricId) -> bool {
        self.typed.contains_key(metric)
    }

    /// Gives a metric a figure; 0 is no target, and clears its pins.
    pub(super) fn set(&mut self, metric: MetricId, target: Amount) {
        if target.is_zero() {
            self.pins.remove(&metric);
        }
        self.typed.insert(metric, target);
    }

    /// Fixes the quota of a day by hand, or frees it, unless the week would not take it.
    pub(super) fn pin(
        &mut self,
        (metric, day): (&MetricId, Day),
        amount: Option<Amount>,
        scene: &Scene<'_>,
        first: Day,
    ) -> Result<(), ChangeError> {
        let pin = TargetChange::Pin {
            metric: metric.clone(),
            day,
            amount,
        };
        let mut changes = self.changes(scene, first, None);
        changes.push(in_targets(scene, pin));
        scene.tried(changes)?;
        let pins = self.pins.entry(metric.clone()).or_default();
        pins.insert(day, amount);
        Ok(())
    }

    /// The days that a quota is pinned on.
    pub(super) fn pinned_days(&self) -> impl Iterator<Item = Day> {
        let pins = self.pins.values().flatten();
        pins.filter_map(|(day, amount)| amount.map(|_| *day))
    }

    /// The metric that shall come first.
    pub(super) fn focus(&self) -> Option<&MetricId> {
        self.focus.as_ref()
    }

    /// Lets a metric come first, or no longer.
    pub(super) fn turn_focus(&mut self, metric: MetricId) {
        let has_it = self.focus.as_ref() == Some(&metric);
        self.focus = (!has_it).then_some(metric);
    }

    /// Whether it is another plan than the one that is suggested.
    pub(super) fn differs(&self, scene: &Scene<'_>, first: Day) -> bool {
        let seen = scene.outlook;
        let is_other = |metric: &MetricOutlook| {
            let suggested = suggested(metric, seen, first).filter(|target| !target.is_zero());
            let mut pins = self.pins.get(&metric.id).into_iter().flatten();
            let figure = self.target(metric, seen, first);
            figure != suggested || pins.any(|(day, pin)| metric.days[day.weekday()].pinned != *pin)
        };
        self.focus.is_some() || seen.metrics.iter().any(is_other)
    }

    /// The edits that set all targets, each with its pins; with `since` they count from that day.
    pub(super) fn changes(&self, scene: &Scene<'_>, first: Day, since: Option<Day>) -> Vec<Change> {
        let metrics = scene.outlook.metrics.iter();
        let edits = metrics.filter_map(|metric| {
            let to = self.target(metric, scene.outlook, first)?;
            let set = TargetSet {
                since,
                ..TargetSet::new(metric.id.clone(), to, scene.stamp.at)
            };
            let pins = self.pins_with(&set, scene);
            Some(std::iter::once(TargetChange::Set(set)).chain(pins))
        });
        let edits = edits.flatten();
        edits.map(|change| in_targets(scene, change)).collect()
    }

    /// The pins that go with a target; a day may have passed since it was pinned.
    fn pins_with(&self, set: &TargetSet, scene: &Scene<'_>) -> Vec<TargetChange> {
        let pins = self.pins.get(&set.metric).into_iter().flatten();
        let since = set.begins(scene.week);
        let owes = |day: Day| since.as_ref().is_ok_and(|since| day >= *since);
        let pins = pins.filter(|(day, _)| owes(**day));
        let change = |(day, amount): (&Day, &Option<Amount>)| TargetChange::Pin {
            metric: set.metric.clone(),
            day: *day,
            amount: *amount,
        };
        pins.map(change).collect()
    }
}

/// What a plan that counts from `first` on could begin with: the usual pace, and what the week
/// before handed on.
fn suggested(metric: &MetricOutlook, seen: &Outlook, first: Day) -> Option<Amount> {
    let usual = metric.suggestion.filter(|_| !metric.retired);
    let usual = usual.map(|usual| usual.since(&seen.calendar, first, metric.unit));
    let usual = usual.map(Amount::of_units);
    match (usual, metric.handed_on) {
        (Some(usual), Some(handed)) => Some(usual.saturating_add(handed)),
        (usual, handed) => usual.or(handed),
    }
}

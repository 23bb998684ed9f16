//! A plan that is not written yet: what is suggested, and what was typed instead.

use std::collections::BTreeMap;

use crate::domain::change::{Change, TargetChange, TargetSet, WeekChange};
use crate::domain::{Amount, Day, MetricId};
use crate::planning::{MetricOutlook, Outlook};
use crate::tui::scene::Scene;

/// The figures of a plan.
#[derive(Debug, Default, Clone)]
pub(super) struct Draft {
    /// What was typed; 0 is no target.
    typed: BTreeMap<MetricId, Amount>,
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

    pub(super) fn set(&mut self, metric: MetricId, target: Amount) {
        self.typed.insert(metric, target);
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

    /// The edits that set all targets; with `since` they count from that day.
    pub(super) fn changes(&self, scene: &Scene<'_>, first: Day, since: Option<Day>) -> Vec<Change> {
        let metrics = scene.outlook.metrics.iter();
        let targets = metrics.filter_map(|metric| {
            let to = self.target(metric, scene.outlook, first)?;
            let set = TargetSet {
                since,
                ..TargetSet::new(metric.id.clone(), to, scene.stamp.at)
            };
            let change = WeekChange::Target(TargetChange::Set(set));
            Some(Change::Week(scene.outlook.week, change))
        });
        targets.collect()
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

//! What history says a day can carry at most.

use super::Facts;
use crate::domain::{Amount, Kind, Metric, MetricId, Unit, Week};

/// How many finished weeks are looked at.
const WEEKS: usize = 12;
/// In how many of them the metric must have been in use.
const ENOUGH: usize = 4;

/// The best day of the last twelve finished weeks, in the metric's smallest unit.
///
/// `None` for what is not a counted activity, and where the metric was in use in fewer than
/// four of those weeks. A week is finished when its Sunday has passed, sealed or not.
pub(super) fn best_day(facts: &Facts<'_>, metric: &Metric) -> Option<u64> {
    if (metric.kind, metric.unit) != (Kind::Activity, Unit::Count) {
        return None;
    }
    let earlier = facts.history.earlier.iter();
    let finished = earlier.filter(|week| week.week.sunday() < facts.today);
    let used: Vec<_> = finished
        .take(WEEKS)
        .filter(|week| is_in_use(week, &metric.id))
        .collect();
    if used.len() < ENOUGH {
        return None;
    }
    let best = |week: &&&Week| week.done_by_day(&metric.id).values().max().copied();
    used.iter().filter_map(best).max().map(Amount::or_zero)
}

/// Whether a week has a target or an entry of a metric.
pub(super) fn is_in_use(week: &Week, metric: &MetricId) -> bool {
    let is_logged = || week.entries.iter().any(|entry| entry.metric == *metric);
    week.target_amount(metric).is_some() || is_logged()
}

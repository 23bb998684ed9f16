//! What history says a day can carry at most.

use super::Facts;
use super::figures::uncapped;
use crate::domain::{Amount, Kind, Metric, MetricId, Unit, Week};
use crate::planning::daily_cap;

/// How many finished weeks are looked at.
const WEEKS: usize = 12;
/// In how many of them the metric must have been in use.
const ENOUGH: usize = 4;

/// The best day of the last twelve finished weeks, in the metric's smallest unit.
///
/// `None` for what is not a counted activity, and where the metric was in use in fewer than
/// four of those weeks. A week is finished when its Sunday has passed, sealed or not.
pub(super) fn best_day(facts: &Facts<'_>, metric: &Metric) -> Option<u64> {
    let used = weeks_of_use(facts, metric);
    (used.len() >= ENOUGH).then(|| best_of(&used, metric))
}

/// Whether weeks further back than those at hand could lower what a metric's days owe.
///
/// A cap only rises with every week more. Where each day has room under the best day of the
/// weeks at hand, it has room whatever the others hold.
pub(super) fn need_more_weeks(facts: &Facts<'_>, metric: &Metric) -> bool {
    let Some(progress) = uncapped(facts, metric).filter(|_| is_capped(metric)) else {
        return false;
    };
    let best = best_of(&weeks_of_use(facts, metric), metric);
    let quotas = progress.adaptive().quotas;
    progress.days.iter().any(|(weekday, day)| {
        let room = daily_cap(best, day.weight).unwrap_or(0);
        day.pin.is_none() && quotas[weekday].is_some_and(|quota| quota > room)
    })
}

/// Only counted activities are held to what was done before.
fn is_capped(metric: &Metric) -> bool {
    (metric.kind, metric.unit) == (Kind::Activity, Unit::Count)
}

/// The finished weeks in which a metric was in use, if it can be capped at all.
fn weeks_of_use<'a>(facts: &Facts<'a>, metric: &Metric) -> Vec<&'a Week> {
    let earlier = facts.history.earlier.iter().filter(|_| is_capped(metric));
    let finished = earlier.filter(|week| week.week.sunday() < facts.today);
    let latest = finished.take(WEEKS);
    let used = latest.filter(|week| is_in_use(week, &metric.id));
    used.copied().collect()
}

fn best_of(weeks: &[&Week], metric: &Metric) -> u64 {
    let best = |week: &&Week| week.done_by_day(&metric.id).values().max().copied();
    weeks
        .iter()
        .filter_map(best)
        .max()
        .map_or(0, Amount::or_zero)
}

/// Whether a week has a target or an entry of a metric.
pub(super) fn is_in_use(week: &Week, metric: &MetricId) -> bool {
    let is_logged = || week.entries.iter().any(|entry| entry.metric == *metric);
    week.target_amount(metric).is_some() || is_logged()
}

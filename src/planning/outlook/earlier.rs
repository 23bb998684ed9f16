//! A metric's earlier weeks, beside which this one stands.

use super::caps::is_in_use;
use super::score::Scores;
use super::{Facts, History, MetricOutlook, Standing};
use crate::domain::{Amount, Calendar, Metric, MetricId, Unit, Week, WeekId};
use crate::planning::Suggestion;

/// What a metric came to last week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastWeek {
    /// What was to be reached.
    pub target: Option<Amount>,
    /// What was done.
    pub done: Amount,
    /// That as a part of the target, in basis points, rounded down.
    pub attainment_bp: Option<i64>,
}

/// What a metric came to in another week, without regard to its days.
pub(super) fn attainment(week: &Week, metric: &Metric) -> LastWeek {
    let target = week.target_amount(&metric.id);
    if metric.unit == Unit::Score {
        let scores = Scores::of(week, &metric.id);
        let pace = scores.pace(target, Standing::Over);
        return LastWeek {
            target,
            done: scores.done(),
            attainment_bp: pace.attainment_bp,
        };
    }
    let done = week.done(&metric.id);
    let points = |target: Amount| {
        let points = i128::from(done.units()).saturating_mul(10_000);
        let floor = points.checked_div_euclid(target.units().into())?;
        i64::try_from(floor).ok()
    };
    LastWeek {
        target,
        done,
        attainment_bp: target.and_then(points),
    }
}

/// How many weeks a look back goes.
pub const LOOK_BACK: usize = 8;

/// What a metric came to in each of the weeks before one, the oldest first; `None` where it was
/// not in use.
pub fn look_back(
    week: WeekId,
    history: &History<'_>,
    metric: &MetricOutlook,
) -> [Option<Amount>; LOOK_BACK] {
    let counted = Metric::new(metric.id.clone(), metric.kind, metric.unit);
    let mut weeks = [None; LOOK_BACK];
    let mut id = week;
    for of_week in weeks.iter_mut().rev() {
        id = id.previous();
        let mut earlier = history.earlier.iter();
        let found = earlier.find(|week| week.week == id && is_in_use(week, &metric.id));
        *of_week = found.map(|week| attainment(week, &counted).done);
    }
    weeks
}

pub(super) fn last_week(facts: &Facts<'_>, metric: &Metric) -> Option<LastWeek> {
    let last = facts.week.week.previous();
    let week = facts.history.earlier.first()?;
    (week.week == last && is_in_use(week, &metric.id)).then(|| attainment(week, metric))
}

pub(super) fn earlier_target(facts: &Facts<'_>, metric: &MetricId) -> Option<Amount> {
    let mut earlier = facts.history.earlier.iter();
    earlier.find_map(|week| week.target_amount(metric))
}

/// The pace of the newest earlier target; in a store without any target the example.
pub(super) fn suggestion(facts: &Facts<'_>, metric: &Metric) -> Option<Suggestion> {
    let mut earlier = facts.history.earlier.iter();
    if !earlier.clone().any(|week| week.has_targets()) {
        return Suggestion::example(metric, facts.settings.currency).filter(|_| !metric.retired);
    }
    earlier.find_map(|week| {
        let target = week.target(&metric.id)?;
        let calendar = Calendar::of_week(week, facts.settings);
        let days = calendar
            .days
            .values()
            .filter(|day| day.date >= target.since);
        Some(Suggestion {
            amount: target.amount()?.or_zero(),
            percent: days.map(|day| u64::from(day.weight.percent())).sum(),
        })
    })
}

//! The turn to care: in a weak market a part of what would win customers keeps them instead.
//!
//! A fifth of the new customers is given up, and a fifth of the visits and calls goes to present
//! customers: these are added to the target of `care`. The week asks for as much work as before.

use crate::domain::{Amount, MetricId};

/// What is given up: one in so many.
const PART: u64 = 5;

/// A plan's figures after the turn: that of `care`, then those that were lowered.
pub type Turned = Vec<(MetricId, Amount)>;

/// The figures that the turn to care would give, by those of the plan: what wins customers,
/// lowered, and `care`, raised.
///
/// Without visits and calls to give, `care` gets one for each of `days`. `None` with fewer than
/// two new customers to win: there is no part to give up.
///
/// ```
/// # use salesweek::domain::{Amount, MetricId};
/// # use salesweek::planning::turn_to_care;
/// let plan = |metric: &MetricId| match metric.as_str() {
///     "new_customers" => Some(Amount::new(10)),
///     "visits" => Some(Amount::new(15)),
///     "calls" => Some(Amount::new(50)),
///     _ => None,
/// };
/// let turned = turn_to_care(plan, 5).unwrap();
/// let figures = turned.iter().map(|(metric, to)| (metric.as_str(), to.units()));
/// let figures: Vec<_> = figures.collect();
/// assert_eq!(figures, [("care", 13), ("new_customers", 8), ("visits", 12), ("calls", 40)]);
/// ```
pub fn turn_to_care(plan: impl Fn(&MetricId) -> Option<Amount>, days: usize) -> Option<Turned> {
    let planned = |metric: &MetricId| plan(metric).unwrap_or_default().or_zero();
    let customers = id("new_customers")?;
    let wanted = planned(&customers);
    let left = wanted
        .checked_sub(wanted.div_ceil(PART))
        .filter(|left| *left > 0)?;
    let mut turned = vec![(customers, Amount::of_units(left))];
    let mut given = 0_u64;
    for activity in [id("visits")?, id("calls")?] {
        let wanted = planned(&activity);
        let part = wanted.checked_div(PART).unwrap_or(0);
        if part > 0 {
            given = given.saturating_add(part);
            let left = wanted.saturating_sub(part);
            turned.push((activity, Amount::of_units(left)));
        }
    }
    if given == 0 {
        given = u64::try_from(days).unwrap_or(u64::MAX);
    }
    let care = care()?;
    let to = planned(&care).saturating_add(given);
    turned.insert(0, (care, Amount::of_units(to)));
    Some(turned)
}

/// Visits and calls to present customers.
pub fn care() -> Option<MetricId> {
    id("care")
}

fn id(built_in: &str) -> Option<MetricId> {
    built_in.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixtures::{amount, metric};

    fn turned(plan: &[(&str, i64)]) -> Option<Turned> {
        let of = |id: &MetricId| {
            let mut plan = plan.iter();
            plan.find(|(known, _)| metric(known) == *id)
                .map(|(_, units)| amount(*units))
        };
        turn_to_care(of, 4)
    }

    fn figures(expected: &[(&str, i64)]) -> Turned {
        let figure = |(id, units): &(&str, i64)| (metric(id), amount(*units));
        expected.iter().map(figure).collect()
    }

    #[test]
    fn what_is_too_small_to_be_parted_stays_and_present_care_grows() {
        assert_eq!(
            turned(&[
                ("new_customers", 6),
                ("visits", 4),
                ("calls", 9),
                ("care", 3)
            ]),
            Some(figures(&[("care", 4), ("new_customers", 4), ("calls", 8)]))
        );
    }

    #[test]
    fn without_visits_and_calls_each_day_gets_one_of_care() {
        assert_eq!(
            turned(&[("new_customers", 2)]),
            Some(figures(&[("care", 4), ("new_customers", 1)]))
        );
    }

    #[test]
    fn one_new_customer_cannot_be_parted() {
        assert_eq!(turned(&[("new_customers", 1), ("calls", 50)]), None);
        assert_eq!(turned(&[("calls", 50)]), None);
    }
}

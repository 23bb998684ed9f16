//! What a week could aim at, before its user has said so.
//!
//! A target of an earlier week is taken over by working days: what asked for 50 in five days
//! asks for 40 in four. A store that has no target yet gets an example for each working day.
//! What comes out is rounded to the metric's step, half up.
//!
//! ```
//! # use salesweek::domain::{ByDay, Currency, Metric, Unit, Weight};
//! # use salesweek::planning::Suggestion;
//! let four_days = ByDay([100, 100, 100, 100, 0, 0, 0]).map(|day| Weight::new(day).unwrap());
//! let last_week = Suggestion { amount: 50, percent: 500 };
//! assert_eq!(last_week.over(four_days, Unit::Count), 40);
//!
//! let built_in = Metric::built_in();
//! let visits = Suggestion::example(&built_in[2], Currency::CNY).unwrap();
//! assert_eq!(visits.over(four_days, Unit::Count), 12);
//! ```

use super::Step;
use crate::domain::{ByDay, Calendar, Currency, Day, Metric, Unit, Weight};

/// A pace to begin with: so much in so many days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Suggestion {
    /// In the metric's smallest unit, above 0.
    pub amount: u64,
    /// In what share of working days, in percent of one.
    pub percent: u64,
}

impl Suggestion {
    /// What a full working day could bring of a built-in metric; `None` for the others, for
    /// messages, training and care.
    pub fn example(metric: &Metric, currency: Currency) -> Option<Self> {
        let amount = match (metric.id.as_str(), metric.unit) {
            ("new_customers", Unit::Count) => 2,
            ("visits", Unit::Count) => 3,
            ("calls", Unit::Count) => 10,
            ("emails", Unit::Count) => 20,
            ("revenue", Unit::Money) => {
                let minor = 10_u64.saturating_pow(currency.minor_digits().into());
                let whole: u64 = if currency == Currency::CNY {
                    100_000
                } else {
                    10_000
                };
                whole.saturating_mul(minor)
            }
            _ => return None,
        };
        Some(Self {
            amount,
            percent: Weight::FULL.percent().into(),
        })
    }

    /// What days of these weights could bring at that pace, in whole steps.
    pub fn over(self, days: ByDay<Weight>, unit: Unit) -> u64 {
        let percent: u128 = days.values().map(|day| u128::from(day.percent())).sum();
        let pace = u128::from(self.percent).max(1);
        let exact = u128::from(self.amount).saturating_mul(percent);
        let floor = u64::try_from(exact.checked_div(pace).unwrap_or(0)).unwrap_or(u64::MAX);
        let step = u128::from(Step::of(unit, floor, days).units());
        let twice = exact
            .saturating_mul(2)
            .saturating_add(pace.saturating_mul(step));
        let steps = twice.checked_div(pace.saturating_mul(step).saturating_mul(2));
        let rounded = steps.unwrap_or(0).saturating_mul(step);
        u64::try_from(rounded).unwrap_or(u64::MAX)
    }

    /// What the days of a week from `first` on could bring at that pace, in whole steps.
    pub fn since(self, calendar: &Calendar, first: Day, unit: Unit) -> u64 {
        let weights = calendar.days.clone().map(|day| {
            if day.date < first {
                Weight::OFF
            } else {
                day.weight
            }
        });
        self.over(weights, unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(percent: [u16; 7]) -> ByDay<Weight> {
        ByDay(percent).map(|day| Weight::new(day).unwrap())
    }

    #[test]
    fn an_earlier_target_is_scaled_by_working_days_and_rounded_to_its_step() {
        let usual = [100, 100, 100, 100, 100, 0, 0];
        let wednesday = [0, 0, 100, 100, 100, 0, 0];
        let short = [100, 100, 100, 50, 0, 0, 0];
        for (label, amount, percent, now, unit, expected) in [
            ("the same week again", 50, 500, usual, Unit::Count, 50),
            ("three days left", 50, 500, wednesday, Unit::Count, 30),
            ("half up", 15, 500, short, Unit::Count, 11),
            ("five minutes", 60, 500, short, Unit::Minutes, 40),
            ("money", 33_333_333, 500, wednesday, Unit::Money, 20_000_000),
            ("no days", 50, 500, [0; 7], Unit::Count, 0),
            (
                "from a week without days",
                50,
                0,
                usual,
                Unit::Count,
                25_000,
            ),
        ] {
            let suggestion = Suggestion { amount, percent };
            assert_eq!(suggestion.over(days(now), unit), expected, "{label}");
        }
    }

    #[test]
    fn money_has_the_figure_of_the_dollar_but_in_yuan() {
        let revenue = &Metric::built_in()[1];
        for (code, amount) in [("CNY", 10_000_000), ("USD", 1_000_000), ("JPY", 10_000)] {
            let currency = Currency::parse(code).unwrap();
            let example = Suggestion::example(revenue, currency).unwrap();
            assert_eq!(example.amount, amount, "{code}");
        }
    }
}

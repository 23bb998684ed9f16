//! What of a target is done, and what today and the days left still owe.
//!
//! The baseline splits the whole target over the week; the adaptive quota splits what was
//! missing this morning over today and the days after it. What is done today does not change
//! it, so the number stands still while the user works. An entry that belongs to an event (a
//! cancelled order taken off what was booked) is the odd case: it counts as done before today
//! whatever its day, so that what broke today is spread over today and the days left at once.
//!
//! ```
//! # use salesweek::domain::{ByDay, Weekday, Weight};
//! # use salesweek::planning::{DayTerms, Progress, Standing, Step};
//! let progress = Progress {
//!     target: 50,
//!     days: ByDay([100, 100, 100, 100, 100, 0, 0])
//!         .map(|percent| DayTerms::of(Weight::new(percent).unwrap())),
//!     step: Step::ONE,
//!     standing: Standing::On(Weekday::Wed),
//!     done: ByDay([12, 9, 6, 0, 0, 0, 0]),
//!     from_events: ByDay([0; 7]),
//! };
//! let adaptive = progress.adaptive();
//! assert_eq!(adaptive.quotas[Weekday::Tue], None);
//! assert_eq!(adaptive.quotas[Weekday::Wed], Some(10));
//! assert_eq!(progress.remaining_today(&adaptive), Some(4));
//! ```

use super::quota::{DayTerms, Split, Step, split};
use crate::domain::{ByDay, Weekday, Weight};

/// How today stands to a week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The week has not begun.
    Before,
    /// Today is this day of the week.
    On(Weekday),
    /// The week's Sunday has passed.
    Over,
}

impl Standing {
    /// Whether `day` lies before today.
    pub fn has_passed(self, day: Weekday) -> bool {
        match self {
            Self::Before => false,
            Self::On(today) => day < today,
            Self::Over => true,
        }
    }

    /// The day of the week that today is, if it is one of them.
    pub const fn today(self) -> Option<Weekday> {
        match self {
            Self::On(today) => Some(today),
            Self::Before | Self::Over => None,
        }
    }
}

/// One metric's week so far: all that its quotas and its pace are computed from.
///
/// Amounts are in the metric's smallest unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What the week is to bring; 0 when there is no target.
    pub target: u64,
    /// The days as they count for this metric: weight 0 before the target's first day (`since`),
    /// with their pins and, for the adaptive quota alone, caps.
    pub days: ByDay<DayTerms>,
    /// The week's step, the same for baseline and adaptive quota.
    pub step: Step,
    /// How today stands to the week.
    pub standing: Standing,
    /// All that was entered for each day, events' entries included. Corrections may make it
    /// negative.
    pub done: ByDay<i64>,
    /// What of `done` belongs to events.
    pub from_events: ByDay<i64>,
}

/// What was missing this morning, split over today and the days after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Adaptive {
    /// What each day from today on owes; `None` on the days before today.
    pub quotas: ByDay<Option<u64>>,
    /// What no day left has room for.
    pub unplaced: u64,
    /// By how much the pins of the days left exceed what is missing.
    pub over: u64,
}

impl Progress {
    /// The target split over the week as its calendar and pins now stand, without caps.
    pub fn baseline(&self) -> Split {
        let days = self.days.map(|day| DayTerms { cap: None, ..day });
        split(self.target, &days, self.step)
    }

    /// What was missing before today, split over the days from today on with pins and caps.
    ///
    /// In a week that has not begun it is the split of the whole target; in one that is over
    /// no day has a quota, and nothing is unplaced.
    pub fn adaptive(&self) -> Adaptive {
        if self.standing == Standing::Over {
            return Adaptive::default();
        }
        let past = |day| self.standing.has_passed(day);
        let left = ByDay::from_fn(|day| {
            if past(day) {
                DayTerms::default()
            } else {
                self.days[day]
            }
        });
        let split = split(self.missing(), &left, self.step);
        Adaptive {
            quotas: ByDay::from_fn(|day| (!past(day)).then_some(split.quotas[day])),
            unplaced: split.unplaced,
            over: split.over,
        }
    }

    /// What of today's adaptive quota is still to do, not below 0; `None` when today is not in
    /// the week. An event's entries of today are part of the quota and not taken off again.
    pub fn remaining_today(&self, adaptive: &Adaptive) -> Option<u64> {
        let quota = i128::from(adaptive.quotas[self.standing.today()?]?);
        let left = quota.saturating_sub(self.done_today()).max(0);
        Some(u64::try_from(left).unwrap_or(u64::MAX))
    }

    /// The sum of all entries.
    pub(super) fn total(&self) -> i128 {
        self.done.values().copied().map(i128::from).sum()
    }

    /// What was done before today: the days passed, and events' entries whatever their day.
    pub(super) fn before(&self) -> i128 {
        let counts_before = |day| {
            if self.standing.has_passed(day) {
                self.done[day]
            } else {
                self.from_events[day]
            }
        };
        let amounts = Weekday::ALL.into_iter().map(counts_before);
        amounts.map(i128::from).sum()
    }

    /// What was done today without events' entries; 0 when today is not in the week.
    pub(super) fn done_today(&self) -> i128 {
        self.standing.today().map_or(0, |today| {
            i128::from(self.done[today]).saturating_sub(self.from_events[today].into())
        })
    }

    /// What was missing before today, not below 0.
    pub(super) fn missing(&self) -> u64 {
        let missing = i128::from(self.target).saturating_sub(self.before()).max(0);
        u64::try_from(missing).unwrap_or(u64::MAX)
    }
}

/// The most that one day can carry: half as much again as the best day so far, on a day of
/// this weight; `None` when the best day brought nothing.
///
/// `best_day` is the largest amount of a day in the last 12 finished weeks. Rounded up; a cap
/// past 64 bits is held there. Only counted activities with four weeks of history have a cap.
///
/// ```
/// # use salesweek::domain::Weight;
/// # use salesweek::planning::daily_cap;
/// assert_eq!(daily_cap(9, Weight::FULL), Some(14));
/// assert_eq!(daily_cap(9, Weight::new(50).unwrap()), Some(7));
/// assert_eq!(daily_cap(0, Weight::FULL), None);
/// ```
pub fn daily_cap(best_day: u64, weight: Weight) -> Option<u64> {
    let percent = u128::from(weight.percent());
    let cap = u128::from(best_day)
        .saturating_mul(3)
        .saturating_mul(percent);
    let cap = u64::try_from(cap.div_ceil(200)).unwrap_or(u64::MAX);
    (best_day > 0).then_some(cap)
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use super::*;

    #[test]
    fn a_cap_is_rounded_up_and_held_within_range() {
        let heavy = Weight::new(200).expect("at most 200");
        for (label, best_day, weight, cap) in [
            ("rounded up", 1, Weight::FULL, Some(2)),
            ("even", 2, Weight::FULL, Some(3)),
            ("heavy day", 3, heavy, Some(9)),
            ("day off", 3, Weight::OFF, Some(0)),
            ("nothing done yet", 0, heavy, None),
            ("too large", u64::MAX, heavy, Some(u64::MAX)),
        ] {
            assert_eq!(daily_cap(best_day, weight), cap, "{label}");
        }
    }
}

//! How a target becomes what each day owes.
//!
//! A split is exact: quotas and what found no place always add up to the target. A day's quota
//! is never a whole unit away from its exact share, and raising the target by a unit lowers no
//! day; largest remainders keep only the first of these promises. A day of weight 0 is off and
//! owes nothing, unless a quota is pinned on it. Caps are the odd case: with unequal weights
//! (other than 50 and 100) a raised target may, rarely, lower a day.
//!
//! ```
//! # use salesweek::domain::{ByDay, Weight};
//! # use salesweek::planning::{DayTerms, Step, split};
//! let days = |percent| ByDay(percent).map(|day| DayTerms::of(Weight::new(day).unwrap()));
//!
//! let usual = days([100, 100, 100, 100, 100, 0, 0]);
//! assert_eq!(split(11, &usual, Step::ONE).quotas.0, [3, 2, 2, 2, 2, 0, 0]);
//! let thursday_off = days([100, 100, 100, 0, 100, 0, 0]);
//! assert_eq!(split(11, &thursday_off, Step::ONE).quotas.0, [3, 3, 3, 0, 2, 0, 0]);
//! ```
//!
//! The units are handed out by the quota method of Balinski and Young (*The Quota Method of
//! Apportionment*, American Mathematical Monthly 82, 1975).

mod apportion;
mod step;
#[cfg(test)]
mod tests;

use apportion::{Place, place};
pub use step::Step;

use crate::domain::{ByDay, Weight};

/// What a split must know of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DayTerms {
    /// How much of a full day it is; 0 is off.
    pub weight: Weight,
    /// The quota set by hand, in the metric's smallest unit; it holds whatever weight and cap are.
    pub pin: Option<u64>,
    /// The most that the day can carry, in the metric's smallest unit.
    pub cap: Option<u64>,
}

impl DayTerms {
    /// A day of that weight, without pin or cap.
    pub const fn of(weight: Weight) -> Self {
        Self {
            weight,
            pin: None,
            cap: None,
        }
    }
}

/// A target, split over the days of a week; amounts in the metric's smallest unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Split {
    /// What each day owes.
    pub quotas: ByDay<u64>,
    /// What no day has room for: above 0 when every day is off or at its cap.
    pub unplaced: u64,
    /// By how much the pins alone exceed the target.
    pub over: u64,
}

/// One of any number of takers of a total: a member of a team, a week of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// Its size beside the others' sizes, in any unit common to all; 0 takes nothing.
    pub weight: u16,
    /// What it gets whatever weight and cap are.
    pub pin: Option<u64>,
    /// The most that it can take.
    pub cap: Option<u64>,
}

/// A total, split over any number of shares.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shares {
    /// What each share gets, in the order given.
    pub quotas: Vec<u64>,
    /// What no share has room for.
    pub unplaced: u64,
    /// By how much the pins alone exceed the total.
    pub over: u64,
}

/// Splits `total` over the days of a week, in whole steps.
///
/// A pinned day gets exactly its pin, the others what is left, by their weights and up to their
/// caps. What is less than a step goes to the first day without pin that has room for it.
/// Quotas and `unplaced` add up to `total` and `over`. No total overflows; pins that together
/// exceed `total` by more than 2⁶⁴−1 leave `over` at that.
///
/// ```
/// # use salesweek::domain::{ByDay, Weekday, Weight};
/// # use salesweek::planning::{DayTerms, Step, split};
/// let mut days = ByDay([100, 100, 100, 100, 100, 0, 0])
///     .map(|percent| DayTerms::of(Weight::new(percent).unwrap()));
/// days[Weekday::Tue].pin = Some(4);
/// assert_eq!(split(50, &days, Step::ONE).quotas.0, [12, 4, 12, 11, 11, 0, 0]);
///
/// let full = days.map(|day| DayTerms { cap: Some(8), ..day });
/// assert_eq!(split(50, &full, Step::ONE).unplaced, 14);
/// ```
pub fn split(total: u64, days: &ByDay<DayTerms>, step: Step) -> Split {
    let mut places = days.map(|day| Place::new(day.weight.percent(), day.pin, day.cap));
    let rest = place(total, &mut places.0, step);
    Split {
        quotas: places.map(|place| place.quota),
        unplaced: rest.unplaced,
        over: rest.over,
    }
}

/// Splits `total` over any number of shares, as [`split`] does over days.
///
/// ```
/// # use salesweek::planning::{Share, Step, split_shares};
/// let members = [2, 1, 1].map(|weight| Share { weight, ..Share::default() });
/// assert_eq!(split_shares(50, &members, Step::ONE).quotas, [25, 13, 12]);
/// ```
pub fn split_shares(total: u64, shares: &[Share], step: Step) -> Shares {
    let mut places: Vec<_> = shares
        .iter()
        .map(|share| Place::new(share.weight, share.pin, share.cap))
        .collect();
    let rest = place(total, &mut places, step);
    Shares {
        quotas: places.iter().map(|place| place.quota).collect(),
        unplaced: rest.unplaced,
        over: rest.over,
    }
}

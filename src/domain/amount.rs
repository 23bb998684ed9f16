//! Checked whole numbers of a metric's smallest unit.

use serde::{Deserialize, Serialize};

/// How much of a metric: a whole number of its smallest unit (a piece, a cent or fen, a minute).
///
/// Entries may be negative (corrections, a cancelled order), targets never are.
///
/// ```
/// # use salesweek::domain::Amount;
/// let done: Amount = [3, 4, -1].map(Amount::new).into_iter().sum();
/// assert_eq!(done, Amount::new(6));
/// assert_eq!(Amount::MAX.checked_add(done), None);
/// assert_eq!(Amount::MAX.saturating_add(done), Amount::MAX);
/// ```
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Amount(i64);

impl Amount {
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount.
    pub const MAX: Self = Self(i64::MAX);

    /// `units` of the metric's smallest unit.
    pub const fn new(units: i64) -> Self {
        Self(units)
    }

    /// So many of the smallest unit, held at the largest amount: what quotas come to.
    pub const fn of_units(units: u64) -> Self {
        match i64::checked_add_unsigned(0, units) {
            Some(units) => Self(units),
            None => Self::MAX,
        }
    }

    /// In the metric's smallest unit.
    pub const fn units(self) -> i64 {
        self.0
    }

    /// The size of an amount that is not negative; 0 for a negative one.
    pub const fn or_zero(self) -> u64 {
        if self.0 < 0 { 0 } else { self.0.unsigned_abs() }
    }

    /// The sum; `None` past the range of 64 bits.
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// The difference; `None` past the range of 64 bits.
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(difference) => Some(Self(difference)),
            None => None,
        }
    }

    /// The sum, held at the ends of the range.
    #[must_use]
    pub const fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, held at the ends of the range.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Whether it is below zero.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

impl std::iter::Sum for Amount {
    /// The sum, held at the ends of the range.
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::saturating_add)
    }
}

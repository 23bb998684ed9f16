//! The size of the pieces in which a target is handed out.

use std::num::NonZero;

use crate::domain::{ByDay, Unit, Weight};

/// The piece of which quotas are multiples, in the metric's smallest unit; at least 1.
///
/// One step holds for a week: baseline and adaptive quota use the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step(NonZero<u64>);

impl Step {
    /// Of counts: single pieces.
    pub const ONE: Self = Self(NonZero::<u64>::MIN);
    /// Of time: five minutes.
    pub const FIVE_MINUTES: Self = Self(NonZero::<u64>::MIN.saturating_add(4));

    /// The step set by hand, in the metric's smallest unit; `None` for 0.
    pub const fn new(units: u64) -> Option<Self> {
        match NonZero::new(units) {
            Some(units) => Some(Self(units)),
            None => None,
        }
    }

    /// The step of a metric of this `unit` whose week owes `target`, unless one is set by hand.
    ///
    /// Counts go by one, time by five minutes, money by the largest power of ten, in minor
    /// units, of which each percent of the days' weights could have one: in a usual week of
    /// 500 percent the largest that is at most a five-hundredth of `target`. It is 1 for small
    /// targets and where no day has weight. A score is averaged and never split; its step is 1.
    ///
    /// ```
    /// # use salesweek::domain::{ByDay, Unit, Weight};
    /// # use salesweek::planning::Step;
    /// let usual = ByDay([100, 100, 100, 100, 100, 0, 0]).map(|day| Weight::new(day).unwrap());
    /// assert_eq!(Step::of(Unit::Money, 33_333_333, usual).units(), 10_000);
    /// assert_eq!(Step::of(Unit::Count, 33_333_333, usual), Step::ONE);
    /// ```
    pub fn of(unit: Unit, target: u64, weights: ByDay<Weight>) -> Self {
        match unit {
            Unit::Count | Unit::Score => Self::ONE,
            Unit::Minutes => Self::FIVE_MINUTES,
            Unit::Money => Self::of_money(target, weights),
        }
    }

    fn of_money(target: u64, weights: ByDay<Weight>) -> Self {
        let percent: u64 = weights.values().map(|day| u64::from(day.percent())).sum();
        let most = target.checked_div(percent).unwrap_or(0);
        let power = most.checked_ilog10().map_or(1, |digits| 10_u64.pow(digits));
        Self::new(power).unwrap_or(Self::ONE)
    }

    /// In the metric's smallest unit, 1 or more.
    pub const fn units(self) -> u64 {
        self.0.get()
    }

    pub(super) const fn size(self) -> NonZero<u64> {
        self.0
    }
}

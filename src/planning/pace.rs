//! Whether a week is on its way to the target.
//!
//! With the baseline `B(d)` of day `d`, the week's working days `D` (a half day is half a day)
//! and `before`, all that was done before today:
//!
//! - **lead** `= (before − Σ B(days passed) + max(0, done today − B(today))) · D / target`, in
//!   working days. Days passed are judged; today only ever helps.
//! - **run rate** `= before / D passed`, **required run rate** `= max(0, target − before) / D
//!   left`, today being left, all day: in the target's unit per full working day.
//!
//! All of it is exact until it is printed, so a status changes at its boundary and nowhere else.

use serde::Serialize;

use super::progress::{Progress, Standing};
use super::ratio::Ratio;
use crate::domain::{ByDay, Weekday};

const FAR_BEHIND: Ratio = Ratio::halves(-3);
const BEHIND: Ratio = Ratio::halves(-1);
const AHEAD: Ratio = Ratio::halves(1);

/// How a week stands to its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// There is no target, or it is 0.
    NoTarget,
    /// The target is done.
    Reached,
    /// The week is over and the target is not done.
    Missed,
    /// Every day is off.
    NoWorkingDays,
    /// A day and a half behind or more, or more is missing than the days left can carry.
    FarBehind,
    /// Half a day behind or more.
    Behind,
    /// Half a day ahead or more.
    Ahead,
    /// Within half a day.
    OnPace,
}

/// How a metric's week goes. Without a target there is a status and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Pace {
    /// How the week stands to its target.
    pub status: Status,
    /// What was done beyond the baseline, in working days; `None` as well when every day is off.
    pub lead_days: Option<Ratio>,
    /// What a full working day brought so far, in the target's unit; `None` as well until the
    /// first working day has passed.
    pub run_rate: Option<Ratio>,
    /// What a full working day from today on must bring, in the target's unit; 0 once the
    /// target is reached, `None` as well when no working day is left.
    pub required_run_rate: Option<Ratio>,
    /// All that was done as a part of the target, in basis points, rounded down; held at the
    /// ends of 64 bits.
    pub attainment_bp: Option<i64>,
}

impl Pace {
    /// Of a week without a target.
    pub(super) const NO_TARGET: Self = Self {
        status: Status::NoTarget,
        lead_days: None,
        run_rate: None,
        required_run_rate: None,
        attainment_bp: None,
    };
}

impl Progress {
    /// The pace, judged by the week's `baseline` and what its adaptive quota left `unplaced`.
    ///
    /// ```
    /// # use salesweek::domain::{ByDay, Weekday, Weight};
    /// # use salesweek::planning::{DayTerms, Progress, Ratio, Standing, Status, Step};
    /// let progress = Progress {
    ///     target: 50,
    ///     days: ByDay([100, 100, 100, 100, 100, 0, 0])
    ///         .map(|percent| DayTerms::of(Weight::new(percent).unwrap())),
    ///     step: Step::ONE,
    ///     standing: Standing::On(Weekday::Wed),
    ///     done: ByDay([12, 9, 6, 0, 0, 0, 0]),
    ///     from_events: ByDay([0; 7]),
    /// };
    /// let baseline = progress.baseline().quotas;
    /// let pace = progress.pace(&baseline, progress.adaptive().unplaced);
    /// assert_eq!(pace.status, Status::OnPace);
    /// assert_eq!(pace.lead_days, Ratio::new(1, 10));
    /// assert_eq!(pace.required_run_rate, Ratio::new(29, 3));
    /// assert_eq!(pace.attainment_bp, Some(5_400));
    /// ```
    pub fn pace(&self, baseline: &ByDay<u64>, unplaced: u64) -> Pace {
        if self.target == 0 {
            return Pace::NO_TARGET;
        }
        let lead = self.lead(baseline);
        Pace {
            status: self.status(lead, unplaced),
            lead_days: lead,
            run_rate: self.run_rate(),
            required_run_rate: self.required_run_rate(),
            attainment_bp: self.attainment(),
        }
    }

    fn status(&self, lead: Option<Ratio>, unplaced: u64) -> Status {
        if self.total() >= self.target.into() {
            return Status::Reached;
        }
        if self.standing == Standing::Over {
            return Status::Missed;
        }
        match lead {
            None => Status::NoWorkingDays,
            Some(_) if unplaced > 0 => Status::FarBehind,
            Some(lead) if lead <= FAR_BEHIND => Status::FarBehind,
            Some(lead) if lead <= BEHIND => Status::Behind,
            Some(lead) if lead >= AHEAD => Status::Ahead,
            Some(_) => Status::OnPace,
        }
    }

    /// In working days; `None` when every day is off.
    fn lead(&self, baseline: &ByDay<u64>) -> Option<Ratio> {
        let percent = self.percent(|_| true);
        if percent == 0 {
            return None;
        }
        let owed = |day: Weekday| i128::from(baseline[day]);
        let passed = Weekday::ALL
            .into_iter()
            .filter(|day| self.standing.has_passed(*day));
        let helped = self.standing.today().map_or(0, |today| {
            self.done_today().saturating_sub(owed(today)).max(0)
        });
        let amount = passed
            .fold(self.before(), |lead, day| lead.saturating_sub(owed(day)))
            .saturating_add(helped);
        Ratio::new(
            amount.saturating_mul(percent.into()),
            u128::from(self.target).saturating_mul(100),
        )
    }

    fn run_rate(&self) -> Option<Ratio> {
        let passed = self.percent(|day| self.standing.has_passed(day));
        per_full_day(self.before(), passed)
    }

    fn required_run_rate(&self) -> Option<Ratio> {
        let left = self.percent(|day| !self.standing.has_passed(day));
        per_full_day(self.missing().into(), left)
    }

    fn attainment(&self) -> Option<i64> {
        let basis_points = self.total().saturating_mul(10_000);
        let floor = basis_points.checked_div_euclid(self.target.into())?;
        let end = if floor < 0 { i64::MIN } else { i64::MAX };
        Some(i64::try_from(floor).unwrap_or(end))
    }

    /// The weights of the days that `counts` names, in percent of a full day.
    fn percent(&self, counts: impl Fn(Weekday) -> bool) -> u32 {
        let days = self.days.iter().filter(|(day, _)| counts(*day));
        days.map(|(_, terms)| u32::from(terms.weight.percent()))
            .sum()
    }
}

/// `amount` for each full day of days that weigh `percent`; `None` when they weigh nothing.
fn per_full_day(amount: i128, percent: u32) -> Option<Ratio> {
    Ratio::new(amount.saturating_mul(100), percent.into())
}

#[cfg(test)]
mod tests;

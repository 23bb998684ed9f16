//! Scores: the one unit that is averaged, not summed, and has no quotas.

use crate::domain::{Amount, ByDay, MetricId, Week};
use crate::planning::{Pace, Standing, Status};

/// The entries of a score, added up and counted.
#[derive(Debug, Clone, Copy, Default)]
struct Points {
    sum: i128,
    count: i128,
}

impl Points {
    fn add(&mut self, amount: Amount) {
        self.sum = self.sum.saturating_add(amount.units().into());
        self.count = self.count.saturating_add(1);
    }

    /// Rounded down; 0 without an entry.
    fn average(self) -> Amount {
        let average = self.sum.checked_div_euclid(self.count).unwrap_or(0);
        Amount::new(i64::try_from(average).unwrap_or(0))
    }

    /// The average as a part of `target`, in basis points, rounded down.
    fn attainment(self, target: Amount) -> i64 {
        let whole = self.count.saturating_mul(target.units().into());
        let points = self.sum.saturating_mul(10_000).checked_div_euclid(whole);
        i64::try_from(points.unwrap_or(0)).unwrap_or(i64::MAX)
    }
}

/// A week of a score.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scores {
    week: Points,
    days: ByDay<Points>,
}

impl Scores {
    pub(super) fn of(week: &Week, metric: &MetricId) -> Self {
        let mut scores = Self {
            week: Points::default(),
            days: ByDay::default(),
        };
        for entry in week.entries.iter().filter(|entry| entry.metric == *metric) {
            scores.week.add(entry.amount);
            scores.days[entry.day.weekday()].add(entry.amount);
        }
        scores
    }

    /// The week's average.
    pub(super) fn done(&self) -> Amount {
        self.week.average()
    }

    /// Each day's average.
    pub(super) fn by_day(&self) -> ByDay<Amount> {
        self.days.map(Points::average)
    }

    /// How the average stands to the target. No day owes a part of it, so there are no lead
    /// and no rates, and before the first entry nothing is behind.
    pub(super) fn pace(&self, target: Option<Amount>, standing: Standing) -> Pace {
        let attainment_bp = target.map(|target| self.week.attainment(target));
        let status = match attainment_bp {
            None => Status::NoTarget,
            Some(10_000..) => Status::Reached,
            Some(_) if standing == Standing::Over => Status::Missed,
            Some(_) if self.week.count == 0 => Status::OnPace,
            Some(_) => Status::Behind,
        };
        Pace {
            status,
            lead_days: None,
            run_rate: None,
            required_run_rate: None,
            attainment_bp,
        }
    }
}

//! What an outlook says of a metric: target, quotas, pace.

use serde::Serialize;

use super::Facts;
use super::earlier::{LastWeek, earlier_target, last_week, suggestion};
use super::figures::{figures, step};
use super::handed_on::handed_on;
use crate::domain::{
    Amount, Basis, ByDay, Currency, Day, Kind, Letter, Metric, MetricId, Moment, Target, Unit,
    Weight,
};
use crate::planning::{Ratio, Status, Step, Suggestion, daily_cap};

/// One metric's week.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MetricOutlook {
    /// Its name for machines.
    pub id: MetricId,
    /// Its name in the user's language.
    pub name: String,
    /// What it says about the week.
    pub kind: Kind,
    /// What it is measured in.
    pub unit: Unit,
    /// The currency of money. A sealed week without any money has none.
    pub currency: Option<Currency>,
    /// How many digits of its amounts stand behind the point; 0 but for money.
    pub minor_digits: u8,
    /// The key that counts it.
    pub letter: Option<Letter>,
    /// Whether it is offered nowhere any more.
    pub retired: bool,
    /// The amount to reach, above 0.
    pub target: Option<Amount>,
    /// The first day that owes a part of it.
    pub since: Option<Day>,
    /// A second, harder amount.
    pub stretch: Option<Amount>,
    /// Each value the target was given, oldest first; kept when it is cleared.
    pub changes: Vec<TargetStepOutlook>,
    /// What was done in the whole week; of scores the average.
    pub done: Amount,
    /// That as a part of the target, in basis points, rounded down.
    pub attainment_bp: Option<i64>,
    /// How the week stands to the target.
    pub status: Status,
    /// What was done beyond the plan, in working days.
    pub lead_days: Option<Ratio>,
    /// What a full working day brought so far.
    pub run_rate: Option<Ratio>,
    /// What a full working day from today on must bring.
    pub required_run_rate: Option<Ratio>,
    /// What no day left has room for.
    pub unplaced: u64,
    /// By how much pins exceed what is to be split, over the week or over the days left.
    pub over: u64,
    /// Where the week will probably end; `None` until there is a forecast.
    pub forecast: Option<Forecast>,
    /// What a forecast still lacks.
    pub forecast_missing: Option<ForecastMissing>,
    /// Its seven days.
    pub days: ByDay<MetricDay>,
    /// When revenue counts.
    #[serde(skip)]
    pub basis: Option<Basis>,
    /// The best day of the last weeks, to which its days are held; `None` where all has a place.
    #[serde(skip)]
    pub best_day: Option<u64>,
    /// The piece of which its quotas are multiples.
    #[serde(skip)]
    pub step: Step,
    /// The first value that its target was given.
    #[serde(skip)]
    pub first_target: Option<Amount>,
    /// What it came to last week, when it was in use then.
    #[serde(skip)]
    pub last_week: Option<LastWeek>,
    /// The target of the newest earlier week that had one.
    #[serde(skip)]
    pub earlier_target: Option<Amount>,
    /// The pace that a plan could begin with: that of the newest earlier target; in a store
    /// without any target the example.
    #[serde(skip)]
    pub suggestion: Option<Suggestion>,
    /// The target, where all of it was only handed on by the week before.
    #[serde(skip)]
    pub handed_on: Option<Amount>,
}

/// One metric's day; amounts in its smallest unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct MetricDay {
    /// Which day.
    pub date: Day,
    /// Its part of the target as the week's calendar and pins now stand.
    pub baseline: u64,
    /// All that was entered for it; of scores the average.
    pub done: Amount,
    /// Its part of what was missing this morning; `None` on days before today.
    pub adaptive: Option<u64>,
    /// The quota set by hand.
    pub pinned: Option<Amount>,
    /// What of `done` belongs to events. From today on the adaptive quota has it already.
    #[serde(skip)]
    pub from_events: Amount,
}

impl MetricDay {
    /// What was done towards the quota of the day: without the events that the adaptive quota
    /// already spreads over the days left.
    pub fn done_of_quota(&self) -> Amount {
        match self.adaptive {
            Some(_) => self.done.saturating_sub(self.from_events),
            None => self.done,
        }
    }

    /// What the day owes: its adaptive quota, on days before today its baseline.
    pub fn quota(&self) -> u64 {
        self.adaptive.unwrap_or(self.baseline)
    }

    /// What of its quota is still to do, not below 0.
    pub fn left(&self) -> u64 {
        let done = i128::from(self.done_of_quota().units());
        let left = i128::from(self.quota()).saturating_sub(done).max(0);
        u64::try_from(left).unwrap_or(u64::MAX)
    }
}

/// One value that a target was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TargetStepOutlook {
    /// When.
    pub at: Moment,
    /// What it was before.
    pub from: Option<Amount>,
    /// What it became; 0 when it was cleared.
    pub to: Amount,
    /// Why.
    pub reason: Option<String>,
}

/// Where a metric's week will probably end.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Forecast {
    /// The chance to reach the target, 0 to 1.
    pub chance: f64,
    /// The final figure to expect.
    pub expected: f64,
    /// The lower end of the range that holds four weeks in five.
    pub low: u64,
    /// Its upper end.
    pub high: u64,
    /// How many weeks of history it rests on.
    pub weeks: u32,
}

/// What a forecast still lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ForecastMissing {
    /// How many weeks of history there are.
    pub weeks: u32,
    /// How many it takes.
    pub needed: u32,
}

impl MetricOutlook {
    /// Half a day behind or more.
    pub fn is_behind(&self) -> bool {
        matches!(self.status, Status::Behind | Status::FarBehind)
    }

    /// What a full day takes at most, where that is why something has no place: half as much
    /// again as the best day.
    pub fn most_a_day(&self) -> Option<u64> {
        let owes =
            |day: &MetricDay| day.pinned.is_none() && day.adaptive.is_some_and(|now| now > 0);
        let is_held = self.unplaced > 0 && self.days.values().any(owes);
        daily_cap(self.best_day.filter(|_| is_held)?, Weight::FULL)
    }

    /// What is missing to the target, not below 0; `None` without a target.
    pub fn missing(&self) -> Option<u64> {
        let missing = self.target?.saturating_sub(self.done);
        Some(missing.or_zero())
    }
}

pub(super) fn metric_outlook(facts: &Facts<'_>, metric: &Metric, name: String) -> MetricOutlook {
    let kept = facts.week.target(&metric.id);
    let target = kept.filter(|target| target.amount().is_some());
    let step = step(facts, metric, target);
    let figures = figures(facts, metric, target, step);
    let currency = currency(facts, metric);
    MetricOutlook {
        id: metric.id.clone(),
        name,
        kind: metric.kind,
        unit: metric.unit,
        currency,
        minor_digits: currency.map_or(0, Currency::minor_digits),
        letter: metric.letter,
        retired: metric.retired,
        target: target.and_then(Target::amount),
        since: target.map(|target| target.since),
        stretch: target.and_then(|target| target.stretch),
        changes: kept.map(steps).unwrap_or_default(),
        done: figures.done,
        attainment_bp: figures.pace.attainment_bp,
        status: figures.pace.status,
        lead_days: figures.pace.lead_days,
        run_rate: figures.pace.run_rate,
        required_run_rate: figures.pace.required_run_rate,
        unplaced: figures.unplaced,
        over: figures.over,
        forecast: None,
        forecast_missing: None,
        days: ByDay::from_fn(|weekday| {
            let date = facts.calendar.days[weekday].date;
            MetricDay {
                date,
                baseline: figures.baseline[weekday],
                done: figures.by_day[weekday],
                adaptive: figures.adaptive[weekday],
                pinned: target.and_then(|target| target.pins.get(&date).copied()),
                from_events: figures.from_events[weekday],
            }
        }),
        basis: metric.basis,
        best_day: figures.best_day,
        step,
        first_target: kept.and_then(|target| Some(target.changes.first()?.to)),
        last_week: last_week(facts, metric),
        earlier_target: earlier_target(facts, &metric.id),
        suggestion: suggestion(facts, metric),
        handed_on: target.and_then(|target| handed_on(facts, target)),
    }
}

/// Money's currency: while the week is open that of the settings, so that figures keep their
/// numbers when it changes; the week's own where that has other fractions or the week is sealed.
fn currency(facts: &Facts<'_>, metric: &Metric) -> Option<Currency> {
    let now = facts.settings.currency;
    let is_fixed =
        |own: &Currency| facts.week.is_sealed() || own.minor_digits() != now.minor_digits();
    let own = facts.week.currency.filter(is_fixed);
    match metric.unit {
        Unit::Money => own.or_else(|| (!facts.week.is_sealed()).then_some(now)),
        Unit::Count | Unit::Minutes | Unit::Score => None,
    }
}

fn steps(target: &Target) -> Vec<TargetStepOutlook> {
    let changes = target.changes.iter();
    changes
        .map(|change| TargetStepOutlook {
            at: change.at,
            from: change.from,
            to: change.to,
            reason: change.reason.clone(),
        })
        .collect()
}

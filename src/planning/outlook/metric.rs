//! What an outlook says of a metric: target, quotas, pace.

use serde::Serialize;

use super::Facts;
use super::caps::{best_day, is_in_use};
use super::score::Scores;
use crate::domain::{
    Amount, Basis, ByDay, Calendar, Currency, Day, Kind, Letter, Metric, MetricId, Moment, Target,
    Unit, Week, Weight,
};
use crate::planning::progress::Progress;
use crate::planning::{DayTerms, Pace, Ratio, Status, Step, Suggestion, daily_cap};

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

impl MetricOutlook {
    /// Half a day behind or more.
    pub fn is_behind(&self) -> bool {
        matches!(self.status, Status::Behind | Status::FarBehind)
    }

    /// What is missing to the target, not below 0; `None` without a target.
    pub fn missing(&self) -> Option<u64> {
        let missing = self.target?.saturating_sub(self.done);
        Some(missing.or_zero())
    }
}

/// The quotas and the pace of a metric.
struct Figures {
    done: Amount,
    by_day: ByDay<Amount>,
    from_events: ByDay<Amount>,
    baseline: ByDay<u64>,
    adaptive: ByDay<Option<u64>>,
    unplaced: u64,
    over: u64,
    pace: Pace,
}

pub(super) fn metric_outlook(facts: &Facts<'_>, metric: &Metric, name: String) -> MetricOutlook {
    let kept = facts.week.target(&metric.id);
    let target = kept.filter(|target| target.amount().is_some());
    let step = step(facts, metric, target);
    let figures = match target {
        _ if metric.unit == Unit::Score => of_score(facts, metric, target),
        Some(target) => of_target(facts, metric, target, step),
        None => without_target(facts, metric),
    };
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
        step,
        first_target: kept.and_then(|target| Some(target.changes.first()?.to)),
        last_week: last_week(facts, metric),
        earlier_target: earlier_target(facts, &metric.id),
        suggestion: suggestion(facts, metric),
    }
}

/// Money's currency: the week's own, else, while the week is open, that of the settings.
fn currency(facts: &Facts<'_>, metric: &Metric) -> Option<Currency> {
    let now = || (!facts.week.is_sealed()).then_some(facts.settings.currency);
    match metric.unit {
        Unit::Money => facts.week.currency.or_else(now),
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

/// The days' weights as they count for a target: none before its first day.
fn weights(facts: &Facts<'_>, target: Option<&Target>) -> ByDay<Weight> {
    let since = target.map(|target| target.since);
    facts.calendar.days.clone().map(|day| {
        if since.is_some_and(|since| day.date < since) {
            Weight::OFF
        } else {
            day.weight
        }
    })
}

fn step(facts: &Facts<'_>, metric: &Metric, target: Option<&Target>) -> Step {
    let by_hand = metric.step.and_then(|step| Step::new(step.or_zero()));
    by_hand.unwrap_or_else(|| {
        let amount = target.and_then(Target::amount).unwrap_or_default();
        Step::of(metric.unit, amount.or_zero(), weights(facts, target))
    })
}

/// What belongs to events, on each day.
fn from_events(week: &Week, metric: &MetricId) -> ByDay<Amount> {
    let mut amounts = ByDay::default();
    let own = week.entries.iter().filter(|entry| entry.metric == *metric);
    for entry in own.filter(|entry| entry.event.is_some()) {
        let cell: &mut Amount = &mut amounts[entry.day.weekday()];
        *cell = cell.saturating_add(entry.amount);
    }
    amounts
}

fn of_target(facts: &Facts<'_>, metric: &Metric, target: &Target, step: Step) -> Figures {
    let best = best_day(facts, metric);
    let weights = weights(facts, Some(target));
    let done = facts.week.done_by_day(&metric.id);
    let from_events = from_events(facts.week, &metric.id);
    let progress = Progress {
        target: target.amount().unwrap_or_default().or_zero(),
        days: ByDay::from_fn(|weekday| DayTerms {
            weight: weights[weekday],
            pin: pin(target, facts.calendar.days[weekday].date),
            cap: best.and_then(|best| daily_cap(best, weights[weekday])),
        }),
        step,
        standing: facts.standing,
        done: done.map(Amount::units),
        from_events: from_events.map(Amount::units),
    };
    let baseline = progress.baseline();
    let adaptive = progress.adaptive();
    Figures {
        done: done.values().copied().sum(),
        by_day: done,
        from_events,
        baseline: baseline.quotas,
        adaptive: adaptive.quotas,
        unplaced: adaptive.unplaced,
        over: baseline.over.max(adaptive.over),
        pace: progress.pace(&baseline.quotas, adaptive.unplaced),
    }
}

fn pin(target: &Target, date: Day) -> Option<u64> {
    let pin = target.pins.get(&date).filter(|_| date >= target.since);
    pin.map(|pin| pin.or_zero())
}

/// Nothing is owed: quotas of 0, from today on adaptive ones too.
fn owing_nothing(facts: &Facts<'_>, by_day: ByDay<Amount>, pace: Pace) -> Figures {
    let has_passed = |weekday| facts.standing.has_passed(weekday);
    Figures {
        done: by_day.values().copied().sum(),
        by_day,
        from_events: ByDay::default(),
        baseline: ByDay::default(),
        adaptive: ByDay::from_fn(|weekday| (!has_passed(weekday)).then_some(0)),
        unplaced: 0,
        over: 0,
        pace,
    }
}

fn without_target(facts: &Facts<'_>, metric: &Metric) -> Figures {
    let pace = Pace::NO_TARGET;
    owing_nothing(facts, facts.week.done_by_day(&metric.id), pace)
}

fn of_score(facts: &Facts<'_>, metric: &Metric, target: Option<&Target>) -> Figures {
    let scores = Scores::of(facts.week, &metric.id);
    let pace = scores.pace(target.and_then(Target::amount), facts.standing);
    Figures {
        done: scores.done(),
        ..owing_nothing(facts, scores.by_day(), pace)
    }
}

/// What a metric came to in another week, without regard to its days.
pub(super) fn attainment(week: &Week, metric: &Metric) -> LastWeek {
    let target = week.target_amount(&metric.id);
    if metric.unit == Unit::Score {
        let scores = Scores::of(week, &metric.id);
        let pace = scores.pace(target, super::Standing::Over);
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

fn last_week(facts: &Facts<'_>, metric: &Metric) -> Option<LastWeek> {
    let last = facts.week.week.previous();
    let week = facts.history.earlier.first()?;
    (week.week == last && is_in_use(week, &metric.id)).then(|| attainment(week, metric))
}

fn earlier_target(facts: &Facts<'_>, metric: &MetricId) -> Option<Amount> {
    let mut earlier = facts.history.earlier.iter();
    earlier.find_map(|week| week.target_amount(metric))
}

fn suggestion(facts: &Facts<'_>, metric: &Metric) -> Option<Suggestion> {
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

//! A metric's quotas and pace, from the facts of the week.

use super::Facts;
use super::caps::best_day;
use super::score::Scores;
use crate::domain::{Amount, ByDay, Day, Metric, MetricId, Target, Unit, Week, Weight};
use crate::planning::progress::Progress;
use crate::planning::{DayTerms, Pace, Step, daily_cap};

/// The quotas and the pace of a metric.
pub(super) struct Figures {
    pub(super) done: Amount,
    pub(super) by_day: ByDay<Amount>,
    pub(super) from_events: ByDay<Amount>,
    pub(super) baseline: ByDay<u64>,
    pub(super) adaptive: ByDay<Option<u64>>,
    pub(super) unplaced: u64,
    pub(super) over: u64,
    /// The best day so far, where it is why something has no place.
    pub(super) best_day: Option<u64>,
    pub(super) pace: Pace,
}

/// The figures of a metric whose target, if it has one, is split in `step`s.
pub(super) fn figures(
    facts: &Facts<'_>,
    metric: &Metric,
    target: Option<&Target>,
    step: Step,
) -> Figures {
    match target {
        _ if metric.unit == Unit::Score => of_score(facts, metric, target),
        Some(target) => of_target(facts, metric, target, step),
        None => without_target(facts, metric),
    }
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

/// The piece of which the week's quotas are multiples: set by hand, else by unit and target.
pub(super) fn step(facts: &Facts<'_>, metric: &Metric, target: Option<&Target>) -> Step {
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

/// How far a metric with a target has come, its days held to nothing done before.
pub(super) fn uncapped(facts: &Facts<'_>, metric: &Metric) -> Option<Progress> {
    let target = facts.week.target(&metric.id);
    let target = target.filter(|target| target.amount().is_some())?;
    let step = step(facts, metric, Some(target));
    Some(progress(facts, metric, target, step, None))
}

fn progress(
    facts: &Facts<'_>,
    metric: &Metric,
    target: &Target,
    step: Step,
    best_day: Option<u64>,
) -> Progress {
    let weights = weights(facts, Some(target));
    Progress {
        target: target.amount().unwrap_or_default().or_zero(),
        days: ByDay::from_fn(|weekday| DayTerms {
            weight: weights[weekday],
            pin: pin(target, facts.calendar.days[weekday].date),
            cap: best_day.and_then(|best| daily_cap(best, weights[weekday])),
        }),
        step,
        standing: facts.judged(),
        done: facts.week.done_by_day(&metric.id).map(Amount::units),
        from_events: from_events(facts.week, &metric.id).map(Amount::units),
    }
}

fn of_target(facts: &Facts<'_>, metric: &Metric, target: &Target, step: Step) -> Figures {
    let best_day = best_day(facts, metric);
    let progress = progress(facts, metric, target, step, best_day);
    let done = progress.done.map(Amount::new);
    let from_events = progress.from_events.map(Amount::new);
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
        best_day: best_day.filter(|_| adaptive.unplaced > 0),
        pace: progress.pace(&baseline.quotas, adaptive.unplaced),
    }
}

fn pin(target: &Target, date: Day) -> Option<u64> {
    let pin = target.pins.get(&date).filter(|_| date >= target.since);
    pin.map(|pin| pin.or_zero())
}

/// Nothing is owed: quotas of 0, from today on adaptive ones too.
fn owing_nothing(facts: &Facts<'_>, by_day: ByDay<Amount>, pace: Pace) -> Figures {
    let standing = facts.judged();
    let has_passed = |weekday| standing.has_passed(weekday);
    Figures {
        done: by_day.values().copied().sum(),
        by_day,
        from_events: ByDay::default(),
        baseline: ByDay::default(),
        adaptive: ByDay::from_fn(|weekday| (!has_passed(weekday)).then_some(0)),
        unplaced: 0,
        over: 0,
        best_day: None,
        pace,
    }
}

fn without_target(facts: &Facts<'_>, metric: &Metric) -> Figures {
    let pace = Pace::NO_TARGET;
    owing_nothing(facts, facts.week.done_by_day(&metric.id), pace)
}

fn of_score(facts: &Facts<'_>, metric: &Metric, target: Option<&Target>) -> Figures {
    let scores = Scores::of(facts.week, &metric.id);
    let pace = scores.pace(target.and_then(Target::amount), facts.judged());
    Figures {
        done: scores.done(),
        ..owing_nothing(facts, scores.by_day(), pace)
    }
}

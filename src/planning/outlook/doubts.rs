//! What speaks against a plan, for its user to weigh: nothing here forbids one.
//!
//! A plan may ask for more than any week has brought, aim at an outcome that nothing in the
//! week leads to, fill a day beyond its hours, or leave an improvement of the last review
//! without its day.

use std::cmp::Ordering;

use super::caps::is_in_use;
use super::{Facts, History};
use crate::domain::change::shown_metrics;
use crate::domain::{
    Calendar, Day, Kind, Metric, MetricId, Moment, Settings, Target, Task, TaskId, TaskState, Unit,
    Week,
};
use crate::planning::Suggestion;

/// How many finished weeks are looked at.
const WEEKS: usize = 8;
/// In how many of them the metric must have been in use.
const ENOUGH: usize = 4;
/// Above the best week by more than a fifth is far above it: 6/5.
const FAR: (u128, u128) = (6, 5);

/// One thing that speaks against a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A target far above what the best of the newest finished weeks brought.
    AboveBest {
        /// Of which metric.
        metric: MetricId,
        /// What that week brought, scaled to the days that count for the target; in the metric's
        /// smallest unit, rounded down.
        best: u64,
        /// Of how many weeks it is the best.
        weeks: usize,
        /// That pace over the same days, in whole steps: what could be aimed at instead; above 0
        /// and no more than the target.
        offer: u64,
    },
    /// An outcome that is aimed at while no activity has a target and no task counts for it.
    NothingLeadsTo {
        /// Which outcome.
        metric: MetricId,
    },
    /// A day whose tasks are estimated at more than its hours.
    DayTooFull {
        /// Which day, today or later.
        day: Day,
        /// What its tasks may take together, in minutes.
        planned: u32,
        /// How long it is, by the settings and its weight, in minutes.
        hours: u32,
    },
    /// An improvement of the last review whose task has no day yet.
    NoDay {
        /// What is to be done.
        text: String,
    },
}

/// What speaks against `week` as it is planned: targets in the order of the settings, then days,
/// then improvements.
pub fn doubts(week: &Week, history: &History<'_>, settings: &Settings, now: Moment) -> Vec<Doubt> {
    let facts = Facts::new(week, history, settings, now);
    let metrics = shown_metrics(week, settings);
    let has_activity = metrics
        .iter()
        .any(|metric| metric.kind == Kind::Activity && has_target(week, &metric.id));
    let of_metric = |metric: &Metric| {
        let target = week.target(&metric.id)?;
        let nothing = !has_activity && nothing_leads_to(week, metric);
        let nothing = nothing.then(|| Doubt::NothingLeadsTo {
            metric: metric.id.clone(),
        });
        Some([above_best(&facts, metric, target), nothing])
    };
    let of_metrics = metrics.iter().filter_map(of_metric).flatten().flatten();
    of_metrics
        .chain(too_full(&facts))
        .chain(without_day(&facts))
        .collect()
}

fn has_target(week: &Week, metric: &MetricId) -> bool {
    week.target_amount(metric).is_some()
}

fn nothing_leads_to(week: &Week, metric: &Metric) -> bool {
    let counts = |task: &Task| task.metric.as_ref() == Some(&metric.id);
    metric.kind == Kind::Outcome && has_target(week, &metric.id) && !week.tasks.iter().any(counts)
}

/// What a week brought, and in how many days.
#[derive(Debug, Clone, Copy)]
struct Brought {
    done: u64,
    /// Of full working days, in percent.
    percent: u64,
}

impl Brought {
    fn of(week: &Week, metric: &MetricId, settings: &Settings) -> Option<Self> {
        let percent = percent(&Calendar::of_week(week, settings), week.week.monday());
        let done = week.done(metric).or_zero();
        (percent > 0).then_some(Self { done, percent })
    }

    /// Which of two weeks brought more in as many days.
    fn rate(self, other: Self) -> Ordering {
        let ours = u128::from(self.done).saturating_mul(other.percent.into());
        let theirs = u128::from(other.done).saturating_mul(self.percent.into());
        ours.cmp(&theirs)
    }
}

/// The weights from a day on, added up.
fn percent(calendar: &Calendar, from: Day) -> u64 {
    let days = calendar.working_days().filter(|day| day.date >= from);
    days.map(|day| u64::from(day.weight.percent())).sum()
}

fn above_best(facts: &Facts<'_>, metric: &Metric, target: &Target) -> Option<Doubt> {
    let amount = target.amount().filter(|_| metric.unit != Unit::Score)?;
    let earlier = facts.history.earlier.iter();
    let finished = earlier.filter(|week| week.week.sunday() < facts.today || week.is_sealed());
    let used = finished.filter(|week| is_in_use(week, &metric.id));
    let brought = used.filter_map(|week| Brought::of(week, &metric.id, facts.settings));
    let brought: Vec<_> = brought.take(WEEKS).collect();
    let best = brought
        .iter()
        .copied()
        .max_by(|one, other| one.rate(*other))?;
    let percent = percent(&facts.calendar, target.since);
    let scaled = u128::from(best.done).saturating_mul(percent.into());
    let asked = u128::from(amount.or_zero()).saturating_mul(best.percent.into());
    let is_far = asked.saturating_mul(FAR.1) > scaled.saturating_mul(FAR.0);
    let says_something = brought.len() >= ENOUGH && scaled > 0;
    let exact = scaled.checked_div(best.percent.into())?;
    let exact = u64::try_from(exact).unwrap_or(u64::MAX);
    (is_far && says_something).then(|| Doubt::AboveBest {
        metric: metric.id.clone(),
        best: exact,
        weeks: brought.len(),
        offer: offer(best, &facts.calendar, target.since, metric).clamp(1, amount.or_zero()),
    })
}

/// The pace of the best week over the days that count, in whole steps.
fn offer(best: Brought, calendar: &Calendar, since: Day, metric: &Metric) -> u64 {
    let pace = Suggestion {
        amount: best.done,
        percent: best.percent,
    };
    pace.since(calendar, since, metric.unit)
}

/// The days from today on whose tasks take longer than their hours: of [`doubts`], what still
/// holds once a week is planned.
pub fn days_too_full(week: &Week, settings: &Settings, now: Moment) -> Vec<Doubt> {
    too_full(&Facts::new(week, &History::default(), settings, now))
}

/// The days from today on; a day off has no hours that could be too few.
fn too_full(facts: &Facts<'_>) -> Vec<Doubt> {
    let days = facts.calendar.working_days();
    let to_come = days.filter(|day| day.date >= facts.today);
    let doubts = to_come.filter_map(|day| {
        let tasks = facts
            .week
            .tasks
            .iter()
            .filter(|task| task.day == Some(day.date));
        let stands = |state: &TaskState| matches!(state, TaskState::Open | TaskState::Done { .. });
        let estimates = tasks
            .filter(|task| stands(&task.state))
            .filter_map(|task| task.estimate);
        let planned = estimates.fold(0_u32, |sum, minutes| sum.saturating_add(minutes.into()));
        let whole = facts
            .settings
            .hours
            .minutes()
            .saturating_mul(day.weight.percent().into());
        let hours = whole.checked_div(100).unwrap_or(0);
        (planned > hours).then_some(Doubt::DayTooFull {
            day: day.date,
            planned,
            hours,
        })
    });
    doubts.collect()
}

/// A task that an improvement became and that was dropped since is no doubt.
fn without_day(facts: &Facts<'_>) -> Vec<Doubt> {
    let last = facts.history.earlier.first();
    let last = last.filter(|week| week.week == facts.week.week.previous());
    let improvements = last.iter().flat_map(|week| &week.review.improvements);
    let doubts = improvements.filter(|improvement| {
        let task = facts.week.task(TaskId(improvement.id.0));
        task.is_some_and(|task| task.is_open() && task.day.is_none())
    });
    doubts
        .map(|improvement| Doubt::NoDay {
            text: improvement.text.clone(),
        })
        .collect()
}

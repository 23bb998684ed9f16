//! The review, filled with figures: results, what was not done and why, what to ask.

use super::earlier::attainment;
use super::records::answer;
use super::{Facts, MetricOutlook, TaskOutlook, TaskStatus, WeekState, order};
use crate::domain::{
    Amount, Answer, Cause, Improvement, Metric, MetricId, Miss, TaskId, TaskState, Week, WeekId,
};
use crate::planning::{Ratio, Status};

/// Over how many weeks attainment is averaged.
const WEEKS: usize = 4;

/// A week's review.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewOutlook {
    /// One for each metric that has a target, in the order of the settings.
    pub rows: Vec<ReviewRow>,
    /// The open tasks, the bucket's too, in the order in which they would be done.
    pub open: Vec<TaskId>,
    /// The tasks given up, in the order of the file; their causes stand with them.
    pub skipped: Vec<TaskId>,
    /// The tasks handed on to a later week.
    pub moved: Vec<TaskId>,
    /// How many tasks are done.
    pub done: usize,
    /// The targets not reached; empty until the review is due.
    pub missed: Vec<MissedTarget>,
    /// How many open tasks have no cause yet.
    pub open_without_cause: usize,
    /// How many missed targets have no cause yet.
    pub missed_without_cause: usize,
    /// The improvements of the newest earlier week, and whether they helped.
    pub asked: Vec<Asked>,
    /// All causes, those named most often in earlier weeks first.
    pub causes: Vec<Cause>,
}

/// How one target came out.
#[derive(Debug, Clone, PartialEq)]
pub struct ReviewRow {
    /// Of which metric.
    pub metric: MetricId,
    /// What was to be reached in the end.
    pub target: Amount,
    /// What was to be reached at first.
    pub first_target: Amount,
    /// What was done.
    pub done: Amount,
    /// That as a part of the target, in basis points, rounded down.
    pub bp: i64,
    /// The same of last week; `None` when it had no such target.
    pub last_week_bp: Option<i64>,
    /// The mean of the last four weeks that had such a target, rounded down.
    pub four_weeks_bp: Option<i64>,
    /// What was done beyond the plan, in working days.
    pub lead: Option<Ratio>,
    /// How the week stands to the target.
    pub status: Status,
}

/// A target that was not reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissedTarget {
    /// Of which metric.
    pub metric: MetricId,
    /// What was to be reached.
    pub target: Amount,
    /// What was done.
    pub done: Amount,
    /// Why.
    pub cause: Option<Cause>,
    /// In the user's words.
    pub note: Option<String>,
    /// Why that was so, each asking of the one before.
    pub whys: Vec<String>,
}

/// An improvement of an earlier week, and whether it helped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Which.
    pub improvement: Improvement,
    /// Whose review had it.
    pub week: WeekId,
    /// The answer that this week's review was given.
    pub helped: Option<Answer>,
    /// In the user's words.
    pub note: Option<String>,
}

pub(super) fn review(
    facts: &Facts<'_>,
    state: WeekState,
    metrics: &[MetricOutlook],
    tasks: &[TaskOutlook],
) -> ReviewOutlook {
    let open = order::open(tasks.iter(), facts.week.focus.as_ref());
    let missed = missed(facts.week, state, metrics);
    let of_status = |status| {
        let tasks = tasks.iter().filter(move |task| task.state == status);
        tasks.map(|task| task.id)
    };
    ReviewOutlook {
        rows: metrics
            .iter()
            .filter_map(|metric| row(facts, metric))
            .collect(),
        open_without_cause: open.iter().filter(|task| task.cause.is_none()).count(),
        open: order::ids(&open),
        skipped: of_status(TaskStatus::Skipped).collect(),
        moved: of_status(TaskStatus::Moved).collect(),
        done: of_status(TaskStatus::Done).count(),
        missed_without_cause: missed.iter().filter(|miss| miss.cause.is_none()).count(),
        missed,
        asked: asked(facts),
        causes: causes(&facts.history.earlier),
    }
}

fn row(facts: &Facts<'_>, metric: &MetricOutlook) -> Option<ReviewRow> {
    let target = metric.target?;
    let counted = Metric::new(metric.id.clone(), metric.kind, metric.unit);
    let attained = attained(facts, &counted);
    Some(ReviewRow {
        metric: metric.id.clone(),
        target,
        first_target: metric.first_target.unwrap_or(target),
        done: metric.done,
        bp: metric.attainment_bp.unwrap_or(0),
        last_week_bp: metric.last_week.and_then(|last| last.attainment_bp),
        four_weeks_bp: mean(&attained),
        lead: metric.lead_days,
        status: metric.status,
    })
}

/// What a metric came to in the newest weeks that had a target of it, the newest first.
fn attained(facts: &Facts<'_>, metric: &Metric) -> Vec<i64> {
    let earlier = facts.history.earlier.iter();
    let attained = earlier.filter_map(|week| attainment(week, metric).attainment_bp);
    attained.take(WEEKS).collect()
}

/// Whether weeks further back would count in the mean beside a metric's target.
pub(super) fn needs_more_weeks(facts: &Facts<'_>, metric: &Metric) -> bool {
    let has_target = facts.week.target_amount(&metric.id).is_some();
    has_target && attained(facts, metric).len() < WEEKS
}

/// Rounded down; `None` of nothing.
fn mean(values: &[i64]) -> Option<i64> {
    let sum: i128 = values.iter().copied().map(i128::from).sum();
    let count = i128::try_from(values.len()).ok()?;
    i64::try_from(sum.checked_div_euclid(count)?).ok()
}

/// The targets that a finished week did not reach.
fn missed(week: &Week, state: WeekState, metrics: &[MetricOutlook]) -> Vec<MissedTarget> {
    let is_finished = match state {
        WeekState::ReviewDue | WeekState::Sealed => true,
        WeekState::Unplanned | WeekState::Running => false,
    };
    let metrics = metrics.iter().filter(|_| is_finished);
    metrics
        .filter(|metric| metric.status != Status::Reached)
        .filter_map(|metric| {
            let mut misses = week.review.misses.iter();
            let miss = misses.find(|miss| miss.metric.as_ref() == Some(&metric.id));
            Some(MissedTarget {
                metric: metric.id.clone(),
                target: metric.target?,
                done: metric.done,
                cause: miss.map(|miss| miss.cause),
                note: miss.and_then(|miss| miss.note.clone()),
                whys: miss.map_or_else(Vec::new, |miss| miss.whys.clone()),
            })
        })
        .collect()
}

fn asked(facts: &Facts<'_>) -> Vec<Asked> {
    let newest = facts.history.earlier.first();
    let improvements = newest.into_iter().flat_map(|week| {
        let improvements = week.review.improvements.iter();
        improvements.map(|improvement| (week.week, improvement))
    });
    improvements
        .map(|(week, improvement)| {
            let answer = answer(facts.week, improvement.id);
            Asked {
                improvement: improvement.clone(),
                week,
                helped: answer.map(|answer| answer.helped),
                note: answer.and_then(|answer| answer.note.clone()),
            }
        })
        .collect()
}

/// All causes, by how often earlier weeks named them; among equals in their own order.
///
/// This week is left out, so that no digit changes its cause while the review is held.
fn causes(earlier: &[&Week]) -> Vec<Cause> {
    let named: Vec<Cause> = earlier.iter().flat_map(|week| causes_in(week)).collect();
    let mut causes = Cause::ALL.to_vec();
    causes.sort_by_key(|cause| {
        let times = named.iter().filter(|named| *named == cause).count();
        std::cmp::Reverse(times)
    });
    causes
}

fn causes_in(week: &Week) -> impl Iterator<Item = Cause> + '_ {
    let skipped = week.tasks.iter().filter_map(|task| match &task.state {
        TaskState::Skipped { cause, .. } => Some(*cause),
        TaskState::Open | TaskState::Done { .. } | TaskState::Moved { .. } => None,
    });
    skipped.chain(week.review.misses.iter().map(|miss: &Miss| miss.cause))
}

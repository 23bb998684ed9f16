//! The rows of the review, in the order goal, result, analysis, insight, seal.
//!
//! One list holds all blocks, so that ↑ and ↓ walk through the whole review. A row is named by
//! what it is about, never by its place: what is selected stays selected when rows come and go.

use crate::domain::change::MissOf;
use crate::domain::{EventId, ImprovementId, LessonId, MetricId, TaskId};
use crate::planning::{Outlook, Standing, WeekState};

/// One row of the review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// The head of a block.
    Head(Block),
    /// A target with what became of it.
    Result(MetricId),
    /// A target's first value, and why it was changed.
    Changed(MetricId),
    /// Something unexpected.
    Event(EventId),
    /// How the closed days felt.
    Moods,
    /// What was good about the closed days.
    Wins,
    /// Whether an improvement of the week before helped.
    Asked(ImprovementId),
    /// A task that is open.
    Open(TaskId),
    /// A task that was given up.
    Skipped(TaskId),
    /// A target that was not reached.
    Missed(MetricId),
    /// Something learnt.
    Lesson(LessonId),
    /// What will be done about it.
    Action(ImprovementId),
    /// A lesson or action to be added.
    New,
    /// The end: sealing.
    Seal,
    /// Of a sealed week: why something was missed.
    Reason(MissOf),
    /// Of a sealed week: the plan of the next one.
    NextWeek,
    /// Of a sealed week: its report to the clipboard.
    CopyReport,
    /// Of a sealed week: taking the seal off.
    Reopen,
}

/// A block of the review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Block {
    Result,
    Analysis,
    Insight,
    /// Of a sealed week, which shows no results one by one.
    Events,
    Seal,
}

impl Row {
    /// Whether the selection stops on it.
    pub(super) fn is_selectable(&self) -> bool {
        match self {
            Self::Event(_)
            | Self::Asked(_)
            | Self::Open(_)
            | Self::Missed(_)
            | Self::Lesson(_)
            | Self::Action(_)
            | Self::New
            | Self::Seal
            | Self::Reason(_)
            | Self::NextWeek
            | Self::CopyReport
            | Self::Reopen => true,
            Self::Head(_)
            | Self::Result(_)
            | Self::Changed(_)
            | Self::Moods
            | Self::Wins
            | Self::Skipped(_) => false,
        }
    }
}

/// Whether the review is held, not only watched: it is due, or the week is over.
pub(super) fn is_held(outlook: &Outlook) -> bool {
    match outlook.state {
        WeekState::ReviewDue => true,
        WeekState::Unplanned | WeekState::Running => outlook.standing == Standing::Over,
        WeekState::Sealed => false,
    }
}

/// Whether sealing means something: the week has begun, is open, and has anything in it.
pub(super) fn can_be_sealed(outlook: &Outlook) -> bool {
    if outlook.standing == Standing::Before {
        return false;
    }
    match outlook.state {
        WeekState::Running | WeekState::ReviewDue => true,
        WeekState::Unplanned => {
            let closed = outlook.days.values().any(|day| day.closed);
            let work = !outlook.tasks.is_empty() || !outlook.entries.is_empty();
            let words = !outlook.lessons.is_empty() || !outlook.improvements.is_empty();
            work || words || closed || !outlook.events.is_empty()
        }
        WeekState::Sealed => false,
    }
}

/// The rows of a week's review as far as the week has come.
pub(super) fn rows(outlook: &Outlook) -> Vec<Row> {
    if outlook.state == WeekState::Sealed {
        return sealed(outlook);
    }
    let mut rows = results(outlook);
    if is_held(outlook) {
        rows.extend(analysis(outlook));
    }
    rows.extend(insight(outlook));
    if is_held(outlook) && can_be_sealed(outlook) {
        rows.extend([Row::Head(Block::Seal), Row::Seal]);
    }
    rows
}

/// What goes on from a sealed week, and below it what was learnt, and why something was missed.
fn sealed(outlook: &Outlook) -> Vec<Row> {
    let mut rows = vec![Row::NextWeek, Row::CopyReport, Row::Reopen];
    if !outlook.lessons.is_empty() || !outlook.improvements.is_empty() {
        rows.push(Row::Head(Block::Insight));
        rows.extend(learnt(outlook));
    }
    let causes: Vec<_> = causes(outlook).collect();
    if !causes.is_empty() {
        rows.push(Row::Head(Block::Analysis));
        rows.extend(causes);
    }
    if !outlook.events.is_empty() {
        rows.push(Row::Head(Block::Events));
        rows.extend(events(outlook));
    }
    rows.extend(wins(outlook));
    rows
}

/// What was not done and has a cause.
fn causes(outlook: &Outlook) -> impl Iterator<Item = Row> {
    let tasks = outlook.tasks.iter();
    let tasks = tasks.filter(|task| task.cause.is_some());
    let missed = outlook.review.missed.iter();
    let missed = missed.filter(|miss| miss.cause.is_some());
    let missed = missed.map(|miss| MissOf::Metric(miss.metric.clone()));
    let tasks = tasks.map(|task| MissOf::Task(task.id));
    tasks.chain(missed).map(Row::Reason)
}

/// What was good, where anything was said to be.
fn wins(outlook: &Outlook) -> Option<Row> {
    let mut days = outlook.days.values();
    days.any(|day| !day.wins.is_empty()).then_some(Row::Wins)
}

fn events(outlook: &Outlook) -> impl Iterator<Item = Row> {
    outlook.events.iter().map(|event| Row::Event(event.id))
}

fn learnt(outlook: &Outlook) -> impl Iterator<Item = Row> {
    let lessons = outlook.lessons.iter().map(|lesson| Row::Lesson(lesson.id));
    let actions = outlook.improvements.iter();
    lessons.chain(actions.map(|action| Row::Action(action.id)))
}

fn results(outlook: &Outlook) -> Vec<Row> {
    let mut rows = Vec::new();
    if is_held(outlook) || !outlook.review.rows.is_empty() {
        rows.push(Row::Head(Block::Result));
    }
    for result in &outlook.review.rows {
        rows.push(Row::Result(result.metric.clone()));
        if result.first_target != result.target {
            rows.push(Row::Changed(result.metric.clone()));
        }
    }
    rows.extend(events(outlook));
    if outlook.days.values().any(|day| day.mood.is_some()) {
        rows.push(Row::Moods);
    }
    rows.extend(wins(outlook));
    rows
}

fn analysis(outlook: &Outlook) -> Vec<Row> {
    let review = &outlook.review;
    let mut rows = vec![Row::Head(Block::Analysis)];
    rows.extend(
        review
            .asked
            .iter()
            .map(|asked| Row::Asked(asked.improvement.id)),
    );
    rows.extend(review.open.iter().copied().map(Row::Open));
    rows.extend(review.skipped.iter().copied().map(Row::Skipped));
    rows.extend(
        review
            .missed
            .iter()
            .map(|miss| Row::Missed(miss.metric.clone())),
    );
    rows
}

fn insight(outlook: &Outlook) -> Vec<Row> {
    let mut rows = vec![Row::Head(Block::Insight)];
    rows.extend(learnt(outlook));
    rows.push(Row::New);
    rows
}

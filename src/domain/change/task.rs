//! Edits of tasks.
//!
//! A task's progress is the sum of its own entries. Checking it off writes one entry of what
//! is still missing of its amount; opening it again removes that entry.

use super::money::take_currency;
use super::target::inside;
use super::{ChangeError, Noun, activity};
use crate::domain::{
    Amount, Cause, Day, Entry, EntryId, Metric, MetricId, Moment, Move, Settings, Task, TaskId,
    TaskState, TimeOfDay, Unit, Week, line,
};

/// One edit of the week's tasks, as the person who makes it would say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskChange {
    /// Adds an open task.
    Add(Box<Task>),
    /// Takes a task away.
    Remove {
        /// Which.
        id: TaskId,
        /// Whether its entries go with it; else they stay, tied to no task.
        with_entries: bool,
    },
    /// Changes some of its fields.
    Edit {
        /// Which.
        id: TaskId,
        /// The fields, each with its new value.
        fields: Vec<TaskField>,
    },
    /// Checks it off.
    Complete {
        /// Which.
        id: TaskId,
        /// The day it counts for; not one to come.
        on: Day,
        /// When.
        at: Moment,
        /// The id of the entry of what is still missing.
        entry: EntryId,
    },
    /// Opens a task again that was done or skipped.
    Reopen(TaskId),
    /// Gives it up, with the reason.
    Skip {
        /// Which.
        id: TaskId,
        /// Why.
        cause: Cause,
        /// In the user's words.
        note: Option<String>,
        /// When.
        at: Moment,
    },
    /// Moves it to another day of the week, or into the bucket.
    Move {
        /// Which.
        id: TaskId,
        /// To which day; `None`: the bucket.
        to: Option<Day>,
        /// When.
        at: Moment,
    },
}

/// A task's field with its new value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "each is named as the field of `Task` that it sets"
)]
pub enum TaskField {
    Title(String),
    Time(Option<TimeOfDay>),
    Due(Option<Day>),
    Important(Option<bool>),
    Urgent(bool),
    Estimate(Option<u16>),
    Metric(Option<MetricId>),
    Amount(Option<Amount>),
    Customer(Option<String>),
}

impl TaskChange {
    pub(super) fn apply(self, week: &mut Week, settings: &Settings) -> Result<(), ChangeError> {
        match self {
            Self::Add(task) => add(week, settings, *task),
            Self::Remove { id, with_entries } => remove(week, settings, id, with_entries),
            Self::Edit { id, fields } => edit(week, settings, id, fields),
            Self::Complete { id, on, at, entry } => complete(week, settings, id, on, at, entry),
            Self::Reopen(id) => reopen(week, settings, id),
            Self::Skip {
                id,
                cause,
                note,
                at,
            } => skip(week, id, cause, note.as_deref(), at),
            Self::Move { id, to, at } => move_to(week, id, to, at),
        }
    }
}

impl TaskField {
    /// Gives a task the value.
    pub fn set(self, task: &mut Task) {
        match self {
            Self::Title(title) => task.title = title,
            Self::Time(time) => task.time = time,
            Self::Due(due) => task.due = due,
            Self::Important(important) => task.important = important,
            Self::Urgent(urgent) => task.urgent = urgent,
            Self::Estimate(estimate) => task.estimate = estimate,
            Self::Metric(metric) => task.metric = metric,
            Self::Amount(amount) => task.amount = amount,
            Self::Customer(customer) => task.customer = customer,
        }
    }
}

fn add(week: &mut Week, settings: &Settings, task: Task) -> Result<(), ChangeError> {
    if week.task(task.id).is_some() {
        let (noun, id) = (Noun::Task, task.id.0);
        return Err(ChangeError::Taken { noun, id });
    }
    let task = checked(task, week)?;
    if !task.is_open() {
        return Err(ChangeError::NotOpen(task.id.0));
    }
    if task.before.is_negative() {
        return Err(ChangeError::NotPositive);
    }
    activity::bounded(task.before)?;
    counts(&task, week, settings)?;
    week.tasks.push(task);
    Ok(())
}

/// Changes fields. A metric that the task had before may be retired meanwhile; with another
/// one it begins anew.
fn edit(
    week: &mut Week,
    settings: &Settings,
    id: TaskId,
    fields: Vec<TaskField>,
) -> Result<(), ChangeError> {
    let old = find(week, id)?.clone();
    if matches!(old.state, TaskState::Moved { .. }) {
        return Err(ChangeError::NotOpen(id.0));
    }
    let mut task = old.clone();
    for field in fields {
        field.set(&mut task);
    }
    if task.metric != old.metric {
        task.before = Amount::ZERO;
    }
    let task = checked(task, week)?;
    let counts_anew = (&task.metric, task.amount) != (&old.metric, old.amount);
    if counts_anew {
        counts(&task, week, settings)?;
    }
    *find(week, id)? = task;
    if counts_anew {
        refit(week, id);
    }
    Ok(())
}

/// The task, if all that it says of itself is right.
pub(super) fn checked(mut task: Task, week: &Week) -> Result<Task, ChangeError> {
    task.title = line(&task.title)?;
    task.customer = task.customer.as_deref().map(line).transpose()?;
    if let Some(day) = task.day {
        inside(week, day)?;
    }
    let estimate = task.estimate;
    if let Some(minutes) = estimate.filter(|minutes| !(1..=1440).contains(minutes)) {
        return Err(ChangeError::Estimate(minutes));
    }
    activity::amount_of(task.metric.as_ref(), task.amount)?;
    Ok(task)
}

/// Whether what it counts for is in use; its money brings the currency.
pub(super) fn counts(task: &Task, week: &mut Week, settings: &Settings) -> Result<(), ChangeError> {
    let Some(metric) = &task.metric else {
        return Ok(());
    };
    let metric = activity::metric_in_use(settings, metric)?;
    if task.amount.is_some() {
        take_currency(week, settings, metric)?;
    }
    Ok(())
}

fn find(week: &mut Week, id: TaskId) -> Result<&mut Task, ChangeError> {
    let gone = ChangeError::Gone {
        noun: Noun::Task,
        id: id.0,
        week: week.week,
    };
    week.tasks.iter_mut().find(|task| task.id == id).ok_or(gone)
}

fn open(week: &mut Week, id: TaskId) -> Result<&mut Task, ChangeError> {
    let task = find(week, id)?;
    if task.is_open() {
        Ok(task)
    } else {
        Err(ChangeError::NotOpen(id.0))
    }
}

fn skip(
    week: &mut Week,
    id: TaskId,
    cause: Cause,
    note: Option<&str>,
    at: Moment,
) -> Result<(), ChangeError> {
    let note = note.map(line).transpose()?;
    open(week, id)?.state = TaskState::Skipped { cause, note, at };
    forget_cause(week, id);
    Ok(())
}

fn move_to(week: &mut Week, id: TaskId, to: Option<Day>, at: Moment) -> Result<(), ChangeError> {
    if let Some(day) = to {
        inside(week, day)?;
    }
    let task = open(week, id)?;
    let from = task.day;
    if from != to {
        task.moves.push(Move { at, from, to });
        task.day = to;
    }
    Ok(())
}

fn remove(
    week: &mut Week,
    settings: &Settings,
    id: TaskId,
    with_entries: bool,
) -> Result<(), ChangeError> {
    find(week, id)?;
    week.tasks.retain(|task| task.id != id);
    forget_cause(week, id);
    let is_own = |entry: &Entry| entry.task == Some(id);
    if with_entries {
        activity::take(week, settings, is_own)?;
    }
    for entry in week.entries.iter_mut().filter(|entry| is_own(entry)) {
        entry.task = None;
    }
    Ok(())
}

fn complete(
    week: &mut Week,
    settings: &Settings,
    id: TaskId,
    on: Day,
    at: Moment,
    entry: EntryId,
) -> Result<(), ChangeError> {
    inside(week, on)?;
    if on > at.day() {
        return Err(ChangeError::Future(on));
    }
    let task = open(week, id)?.clone();
    let missing = task
        .amount
        .map(|amount| amount.saturating_sub(week.progress(&task)));
    let missing = missing.filter(|missing| *missing > Amount::ZERO);
    if let (Some(metric), Some(amount)) = (task.metric, missing) {
        let (task, customer) = (Some(id), task.customer);
        let of_task = Entry {
            id: entry,
            day: on,
            at,
            metric,
            amount,
            task,
            event: None,
            customer,
            approach: None,
            note: None,
        };
        activity::log(week, settings, of_task)?;
    }
    find(week, id)?.state = TaskState::Done { on, at };
    forget_cause(week, id);
    Ok(())
}

/// Opens a task again; of a done one the entry goes that made it full.
fn reopen(week: &mut Week, settings: &Settings, id: TaskId) -> Result<(), ChangeError> {
    let task = find(week, id)?;
    match std::mem::replace(&mut task.state, TaskState::Open) {
        TaskState::Skipped { .. } => Ok(()),
        TaskState::Done { on, at } => {
            let own = week
                .entries
                .iter()
                .filter(|entry| (entry.task, entry.day, entry.at) == (Some(id), on, at));
            if let Some(last) = own.max_by_key(|entry| (entry.amount, entry.id)) {
                let last = last.id;
                activity::take(week, settings, |entry| entry.id == last)?;
            }
            Ok(())
        }
        TaskState::Open => Err(ChangeError::IsOpen(id.0)),
        TaskState::Moved { .. } => Err(ChangeError::NotOpen(id.0)),
    }
}

/// Whether an entry of so much of a metric may belong to the task.
pub(super) fn takes_entries(
    week: &Week,
    id: TaskId,
    metric: &Metric,
    amount: Amount,
) -> Result<(), ChangeError> {
    let task = week.task(id).ok_or(ChangeError::Gone {
        noun: Noun::Task,
        id: id.0,
        week: week.week,
    })?;
    match task.state {
        TaskState::Open | TaskState::Done { .. } => {}
        TaskState::Skipped { .. } | TaskState::Moved { .. } => {
            return Err(ChangeError::NotOpen(id.0));
        }
    }
    if let Some(own) = task.metric.as_ref().filter(|own| **own != metric.id) {
        let (task, metric) = (id.0, own.clone());
        return Err(ChangeError::OtherMetric { task, metric });
    }
    let total = week.progress(task);
    let falls = amount.is_negative() && total.saturating_add(amount).is_negative();
    if metric.unit == Unit::Money || !falls {
        return Ok(());
    }
    Err(ChangeError::TaskBelowZero {
        task: id.0,
        metric: metric.id.clone(),
        total,
        taken: Amount::ZERO.saturating_sub(amount),
    })
}

/// Makes a task with an amount done once its entries fill it, on the day and at the moment of
/// the last of them, and open again when they do not.
pub(super) fn refit(week: &mut Week, id: TaskId) {
    open_unless_full(week, id);
    let Some(task) = week.task(id).filter(|task| task.is_open()) else {
        return;
    };
    let is_full = task
        .amount
        .is_some_and(|amount| week.progress(task) >= amount);
    let own = week.entries.iter().filter(|entry| entry.task == Some(id));
    let last = own.max_by_key(|entry| (entry.at, entry.day, entry.id));
    if let Some((on, at)) = last.filter(|_| is_full).map(|last| (last.day, last.at)) {
        set_state(week, id, TaskState::Done { on, at });
        forget_cause(week, id);
    }
}

/// Opens a done task with an amount that its entries do not fill any more.
pub(super) fn open_unless_full(week: &mut Week, id: TaskId) {
    let done = week.task(id).filter(|task| task.done_on().is_some());
    let is_short = done.is_some_and(|task| {
        task.amount
            .is_some_and(|amount| week.progress(task) < amount)
    });
    if is_short {
        set_state(week, id, TaskState::Open);
    }
}

fn set_state(week: &mut Week, id: TaskId, state: TaskState) {
    if let Some(task) = week.tasks.iter_mut().find(|task| task.id == id) {
        task.state = state;
    }
}

/// Drops the cause that the review names for a task, now that the task itself says what
/// became of it.
pub(super) fn forget_cause(week: &mut Week, id: TaskId) {
    week.review.misses.retain(|miss| miss.task != Some(id));
}

#[cfg(test)]
mod tests;

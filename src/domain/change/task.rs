//! Edits of tasks.
//!
//! A task's progress is the sum of its own entries. Checking it off writes one entry of what
//! is still missing of its amount; opening it again removes that entry.

use super::target::inside;
use super::{ChangeError, Noun, activity};
use crate::domain::{
    Amount, Cause, Day, Entry, EntryId, MetricId, Moment, Move, Settings, Task, TaskId, TaskState,
    TimeOfDay, Week, line,
};

/// One edit of the week's tasks, as the person who makes it would say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskChange {
    /// Adds a task.
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
            Self::Add(task) => {
                let task = checked(*task, week, settings)?;
                week.tasks.push(task);
            }
            Self::Remove { id, with_entries } => remove(week, settings, id, with_entries)?,
            Self::Edit { id, fields } => {
                let mut task = find(week, id)?.clone();
                for field in fields {
                    field.set(&mut task);
                }
                let task = checked(task, week, settings)?;
                *find(week, id)? = task;
            }
            Self::Complete { id, on, at, entry } => complete(week, settings, id, on, at, entry)?,
            Self::Reopen(id) => reopen(week, settings, id)?,
            Self::Skip {
                id,
                cause,
                note,
                at,
            } => {
                let note = note.as_deref().map(line).transpose()?;
                open(week, id)?.state = TaskState::Skipped { cause, note, at };
            }
            Self::Move { id, to, at } => {
                if let Some(day) = to {
                    inside(week, day)?;
                }
                let task = open(week, id)?;
                if task.day != to {
                    task.moves.push(Move {
                        at,
                        from: task.day,
                        to,
                    });
                    task.day = to;
                }
            }
        }
        Ok(())
    }
}

impl TaskField {
    fn set(self, task: &mut Task) {
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

/// The task, if all about it is right.
fn checked(mut task: Task, week: &mut Week, settings: &Settings) -> Result<Task, ChangeError> {
    task.title = line(&task.title)?;
    task.customer = task.customer.as_deref().map(line).transpose()?;
    if let Some(day) = task.day {
        inside(week, day)?;
    }
    if let Some(minutes) = task
        .estimate
        .filter(|minutes| !(1..=1440).contains(minutes))
    {
        return Err(ChangeError::Estimate(minutes));
    }
    match (&task.metric, task.amount) {
        (None, Some(_)) => return Err(ChangeError::AmountAlone),
        (_, Some(amount)) if amount <= Amount::ZERO => return Err(ChangeError::NotPositive),
        (_, amount) => amount.map(activity::bounded).transpose()?,
    };
    if let Some(metric) = &task.metric {
        let metric = activity::metric_in_use(settings, metric)?.clone();
        if task.amount.is_some() {
            activity::take_currency(week, settings, &metric)?;
        }
    }
    Ok(task)
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

fn remove(
    week: &mut Week,
    settings: &Settings,
    id: TaskId,
    with_entries: bool,
) -> Result<(), ChangeError> {
    find(week, id)?;
    week.tasks.retain(|task| task.id != id);
    week.review.misses.retain(|miss| miss.task != Some(id));
    if with_entries {
        let own = week.entries.iter().filter(|entry| entry.task == Some(id));
        let own: Vec<_> = own.map(|entry| entry.id).collect();
        for entry in own {
            activity::remove(week, settings, entry)?;
        }
    }
    for entry in week
        .entries
        .iter_mut()
        .filter(|entry| entry.task == Some(id))
    {
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
    Ok(())
}

/// Opens a task again; of a done one the entry goes that made it full.
fn reopen(week: &mut Week, settings: &Settings, id: TaskId) -> Result<(), ChangeError> {
    let task = find(week, id)?;
    match std::mem::replace(&mut task.state, TaskState::Open) {
        TaskState::Skipped { .. } => Ok(()),
        TaskState::Done { at, .. } => {
            let own = week.entries.iter();
            let own = own.filter(|entry| entry.task == Some(id) && entry.at == at);
            match own.map(|entry| entry.id).max() {
                Some(last) => activity::remove(week, settings, last).map(|_| ()),
                None => Ok(()),
            }
        }
        TaskState::Open => Err(ChangeError::IsOpen(id.0)),
        TaskState::Moved { .. } => Err(ChangeError::NotOpen(id.0)),
    }
}

/// Makes a task with an amount done once its entries fill it, and open again when they do not.
pub(super) fn refit(week: &mut Week, id: TaskId, on: Day, at: Moment) -> Result<(), ChangeError> {
    let task = find(week, id)?.clone();
    let full = task
        .amount
        .is_some_and(|amount| week.progress(&task) >= amount);
    let state = match (&task.state, full) {
        (TaskState::Open, true) => TaskState::Done { on, at },
        (TaskState::Done { .. }, false) if task.amount.is_some() => TaskState::Open,
        _ => return Ok(()),
    };
    find(week, id)?.state = state;
    Ok(())
}

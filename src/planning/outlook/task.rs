//! What an outlook says of a task: its class, how far it has come, where it stands.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{
    Amount, Cause, Day, MetricId, Miss, Moment, RepeatId, Settings, Task, TaskId, TaskState,
    TimeOfDay, Week, WeekId,
};

/// From how many moves on a task asks to be dropped, shrunk, handed over or dated.
const OFTEN: usize = 3;

/// How much a task matters, and how soon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Class {
    /// Important and urgent.
    A,
    /// Important.
    B,
    /// Urgent.
    C,
    /// Neither.
    D,
}

impl Class {
    /// The class of a task that is `important` and `urgent` or not.
    pub const fn of(important: bool, urgent: bool) -> Self {
        match (important, urgent) {
            (true, true) => Self::A,
            (true, false) => Self::B,
            (false, true) => Self::C,
            (false, false) => Self::D,
        }
    }
}

/// What became of a task, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskStatus {
    /// Still to be done.
    Open,
    /// Checked off.
    Done,
    /// Given up.
    Skipped,
    /// Handed on to a later week.
    Moved,
}

/// One task of a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TaskOutlook {
    /// Its name for life.
    pub id: TaskId,
    /// The day it is planned on; `None` in the week's bucket.
    pub day: Option<Day>,
    /// At what time of that day.
    pub time: Option<TimeOfDay>,
    /// By which day at the latest.
    pub due: Option<Day>,
    /// What is to be done.
    pub title: String,
    /// How much it matters, and how soon.
    pub class: Class,
    /// Whether it matters.
    pub important: bool,
    /// Whether it was called urgent, or its due date is today or past.
    pub urgent: bool,
    /// How long it may take, in minutes.
    pub estimate: Option<u16>,
    /// What became of it.
    pub state: TaskStatus,
    /// Why it was skipped, or why it is open or was carried, as the review says.
    pub cause: Option<Cause>,
    /// The cause in the user's words.
    pub cause_note: Option<String>,
    /// Why that was so, each asking of the one before; as the review says.
    pub whys: Vec<String>,
    /// What it counts for.
    pub metric: Option<MetricId>,
    /// How much of the metric it is.
    pub amount: Option<Amount>,
    /// For whom.
    pub customer: Option<String>,
    /// How often it was moved.
    pub moves: usize,
    /// When it was checked off.
    pub done_at: Option<Moment>,
    /// The repeat that has brought it; none in a sealed week, which no rule changes any more.
    pub repeat: Option<RepeatId>,
    /// What is done of its amount: its own entries, and what it brought along.
    #[serde(skip)]
    pub progress: Amount,
    /// What of that was done in earlier weeks.
    #[serde(skip)]
    pub before: Amount,
    /// The day for which it was checked off.
    #[serde(skip)]
    pub done_on: Option<Day>,
    /// The week that has it now.
    #[serde(skip)]
    pub moved_to: Option<WeekId>,
    /// When it was entered.
    #[serde(skip)]
    pub added: Moment,
}

impl TaskOutlook {
    /// Whether it is still to be done in its week.
    pub fn is_open(&self) -> bool {
        self.state == TaskStatus::Open
    }

    /// The day under which it stands: where it was done, else where it is planned.
    pub fn stands_on(&self) -> Option<Day> {
        self.done_on.or(self.day)
    }

    /// What is missing of its amount, not below 0; `None` when it has no amount.
    pub fn left(&self) -> Option<u64> {
        let left = self.amount?.saturating_sub(self.progress);
        Some(left.or_zero())
    }

    /// Whether it has moved so often that it asks to be dropped, shrunk, handed over or dated.
    pub fn moved_often(&self) -> bool {
        self.moves >= OFTEN
    }
}

/// The week's tasks, in the order of its file.
pub(super) fn tasks(week: &Week, settings: &Settings, today: Day) -> Vec<TaskOutlook> {
    let repeats = if week.is_sealed() {
        BTreeMap::new()
    } else {
        settings.occurrences(week.week)
    };
    let tasks = week.tasks.iter();
    tasks
        .map(|task| TaskOutlook {
            repeat: repeats.get(&task.id).copied(),
            ..task_outlook(week, task, today)
        })
        .collect()
}

/// One task of a week, as its file alone has it.
fn task_outlook(week: &Week, task: &Task, today: Day) -> TaskOutlook {
    let important = task.important.unwrap_or(false);
    let urgent = task.urgent || task.due.is_some_and(|due| due <= today);
    let miss = miss(week, task);
    let cause = cause(task, miss);
    TaskOutlook {
        id: task.id,
        day: task.day,
        time: task.time,
        due: task.due,
        title: task.title.clone(),
        class: Class::of(important, urgent),
        important,
        urgent,
        estimate: task.estimate,
        state: status(&task.state),
        cause: cause.map(|(cause, _)| cause),
        cause_note: cause.and_then(|(_, note)| note.map(str::to_owned)),
        whys: miss.map_or_else(Vec::new, |miss| miss.whys.clone()),
        metric: task.metric.clone(),
        amount: task.amount,
        customer: task.customer.clone(),
        moves: task.moves.len(),
        done_at: match task.state {
            TaskState::Done { at, .. } => Some(at),
            TaskState::Open | TaskState::Skipped { .. } | TaskState::Moved { .. } => None,
        },
        repeat: None,
        progress: week.progress(task),
        before: task.before,
        done_on: task.done_on(),
        moved_to: match task.state {
            TaskState::Moved { to, .. } => Some(to),
            TaskState::Open | TaskState::Done { .. } | TaskState::Skipped { .. } => None,
        },
        added: task.added,
    }
}

fn status(state: &TaskState) -> TaskStatus {
    match state {
        TaskState::Open => TaskStatus::Open,
        TaskState::Done { .. } => TaskStatus::Done,
        TaskState::Skipped { .. } => TaskStatus::Skipped,
        TaskState::Moved { .. } => TaskStatus::Moved,
    }
}

/// Why a task was not done: its own word, else the review's.
fn cause<'a>(task: &'a Task, miss: Option<&'a Miss>) -> Option<(Cause, Option<&'a str>)> {
    match &task.state {
        TaskState::Skipped { cause, note, .. } => Some((*cause, note.as_deref())),
        TaskState::Done { .. } => None,
        TaskState::Open | TaskState::Moved { .. } => {
            miss.map(|miss| (miss.cause, miss.note.as_deref()))
        }
    }
}

/// What the review says of a task that was not done.
fn miss<'a>(week: &'a Week, task: &Task) -> Option<&'a Miss> {
    let mut misses = week.review.misses.iter();
    misses.find(|miss| miss.task == Some(task.id))
}

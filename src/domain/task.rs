//! One planned piece of work.

use serde::{Deserialize, Serialize};

use super::strict::is_default;
use super::{Amount, Cause, Day, MetricId, Moment, TaskId, TimeOfDay, WeekId};

/// One planned piece of work, on a day of its week or in the week's bucket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Its name for life.
    pub id: TaskId,
    /// What is to be done, in one line.
    pub title: String,
    /// On which day; `None` in the week's bucket.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// At what time of that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeOfDay>,
    /// By which day at the latest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// Whether it matters, where the user said so or said not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub important: Option<bool>,
    /// Whether it was called urgent by hand; a due date makes it urgent too.
    #[serde(default, skip_serializing_if = "is_default")]
    pub urgent: bool,
    /// How long it may take, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<u16>,
    /// What it counts for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<MetricId>,
    /// How much of the metric it is, above 0; only with a metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// For whom, as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// When it was entered.
    pub added: Moment,
    /// Each day to which it was moved, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<Move>,
    /// What was done of its amount in earlier weeks.
    #[serde(default, skip_serializing_if = "is_default")]
    pub before: Amount,
    /// What became of it.
    pub state: TaskState,
}

impl Task {
    /// A task that is open and says no more than its title.
    pub fn new(id: TaskId, title: String, day: Option<Day>, added: Moment) -> Self {
        Self {
            id,
            title,
            day,
            time: None,
            due: None,
            important: None,
            urgent: false,
            estimate: None,
            metric: None,
            amount: None,
            customer: None,
            added,
            moves: Vec::new(),
            before: Amount::ZERO,
            state: TaskState::Open,
        }
    }

    /// Whether it is still to be done in its week.
    pub fn is_open(&self) -> bool {
        self.state == TaskState::Open
    }

    /// The day on which it was checked off.
    pub fn done_on(&self) -> Option<Day> {
        match self.state {
            TaskState::Done { on, .. } => Some(on),
            TaskState::Open | TaskState::Skipped { .. } | TaskState::Moved { .. } => None,
        }
    }

    /// The day under which it stands: where it was done, else where it is planned.
    pub fn stands_on(&self) -> Option<Day> {
        self.done_on().or(self.day)
    }
}

/// One move of a task from a day (or bucket) to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// When.
    pub at: Moment,
    /// From which day; `None` from the bucket.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// To which day; `None` to the bucket.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
}

/// What became of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum TaskState {
    /// Still to be done.
    Open,
    /// Checked off.
    Done {
        /// The day it counts for.
        on: Day,
        /// When it was checked off.
        at: Moment,
    },
    /// Given up, with the reason.
    Skipped {
        /// Why.
        cause: Cause,
        /// In the user's words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
        /// When.
        at: Moment,
    },
    /// Handed on to a later week, where it stands under the same id.
    Moved {
        /// Which week has it now.
        to: WeekId,
        /// When.
        at: Moment,
    },
}

//! What the days before left: open tasks, and a review not held. Nothing moves by itself.

use super::state::{WeekState, week_state};
use super::task::{TaskOutlook, tasks};
use super::{Facts, Standing, order};
use crate::domain::{Calendar, Moment, TaskId, TaskState, Week, WeekId};

/// What was left open on the days before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OpenBefore {
    /// The open tasks of this week's days before today, in the order of open tasks.
    pub this_week: Vec<TaskId>,
    /// What the newest earlier week left.
    pub earlier: Option<EarlierTasks>,
}

/// The open tasks of an earlier week, its bucket's too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierTasks {
    /// Which week.
    pub week: WeekId,
    /// Its open tasks in their order, never empty.
    pub tasks: Vec<TaskOutlook>,
}

impl OpenBefore {
    /// How many tasks there are.
    pub fn len(&self) -> usize {
        let earlier = self
            .earlier
            .as_ref()
            .map_or(0, |earlier| earlier.tasks.len());
        self.this_week.len().saturating_add(earlier)
    }

    /// Whether nothing was left.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// What the days before left; nothing in a week that is over.
pub(super) fn open_before(facts: &Facts<'_>, tasks: &[TaskOutlook]) -> OpenBefore {
    if facts.standing == Standing::Over {
        return OpenBefore::default();
    }
    let is_past = |task: &&TaskOutlook| task.day.is_some_and(|day| day < facts.today);
    let past = order::open(tasks.iter().filter(is_past), facts.week.focus.as_ref());
    OpenBefore {
        this_week: order::ids(&past),
        earlier: earlier_tasks(facts),
    }
}

/// A task that stands in this week too counts here and not there.
fn earlier_tasks(facts: &Facts<'_>) -> Option<EarlierTasks> {
    let earlier = facts.history.earlier.first()?;
    let left = tasks(earlier, facts.settings, facts.today).into_iter();
    let left: Vec<_> = left
        .filter(|task| task.is_open() && facts.week.task(task.id).is_none())
        .collect();
    let ordered = order::open(left.iter(), facts.week.focus.as_ref());
    let tasks: Vec<_> = ordered.into_iter().cloned().collect();
    (!tasks.is_empty()).then_some(EarlierTasks {
        week: earlier.week,
        tasks,
    })
}

/// Last week, when its review is due.
pub(super) fn unsealed_before(facts: &Facts<'_>) -> Option<WeekId> {
    let last = facts.week.week.previous();
    let week = facts.history.earlier.first()?;
    let calendar = Calendar::of_week(week, facts.settings);
    let state = week_state(week, &calendar, facts.settings, facts.now);
    (week.week == last && state == WeekState::ReviewDue).then_some(last)
}

/// Whether something was logged, decided or closed today.
pub(super) fn recorded_today(facts: &Facts<'_>) -> bool {
    let today = facts.today;
    let is_today = |at: Moment| at.day() == today;
    let decided = |week: &Week| {
        let mut tasks = week.tasks.iter();
        tasks.any(|task| {
            decided_at(&task.state).is_some_and(is_today)
                || task.moves.iter().any(|step| is_today(step.at))
        })
    };
    let week = facts.week;
    let mut entries = week.entries.iter();
    entries.any(|entry| entry.day == today || is_today(entry.at))
        || week.events.iter().any(|event| is_today(event.at))
        || week.closed.values().any(|closed| is_today(closed.at))
        || decided(week)
        || facts
            .history
            .earlier
            .first()
            .is_some_and(|week| decided(week))
}

fn decided_at(state: &TaskState) -> Option<Moment> {
    match state {
        TaskState::Open => None,
        TaskState::Done { at, .. }
        | TaskState::Skipped { at, .. }
        | TaskState::Moved { at, .. } => Some(*at),
    }
}

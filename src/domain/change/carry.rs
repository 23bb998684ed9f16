//! A task handed to another week.
//!
//! It keeps its id for life: the later week gets the task, the earlier one keeps a line that
//! says where it went. What was added elsewhere is written first, the task's old week last,
//! so that doing it again after a crash adds nothing twice.

use super::{Applied, Books, Change, ChangeError, Noun, WeekChange, target::inside};
use crate::domain::{Day, Moment, Move, Task, TaskId, TaskState, Week, WeekId};

/// Hands an open task to another week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carry {
    /// Which task.
    pub task: TaskId,
    /// The week it is in.
    pub from: WeekId,
    /// The week it goes to.
    pub to: WeekId,
    /// On which day of that week; `None`: into its bucket.
    pub day: Option<Day>,
    /// When.
    pub at: Moment,
}

impl Carry {
    pub(super) fn apply(self, books: &mut Books) -> Result<Applied, ChangeError> {
        if self.from == self.to {
            return Err(ChangeError::SameWeek(self.to));
        }
        let old = books.week(self.from);
        if old.is_sealed() {
            return Err(ChangeError::Sealed(self.from));
        }
        let task = old.task(self.task).ok_or(ChangeError::Gone {
            noun: Noun::Task,
            id: self.task.0,
            week: self.from,
        })?;
        if !task.is_open() {
            return Err(ChangeError::NotOpen(self.task.0));
        }
        let carried = carried(&old, task, self.day, self.at);
        let (receive, ()) = books.edit(self.to, |week, _| {
            if week.is_sealed() {
                return Err(ChangeError::Sealed(week.week));
            }
            if let Some(day) = self.day {
                inside(week, day)?;
            }
            receive(week, carried);
            Ok(())
        })?;
        let (hand_on, ()) = books.edit(self.from, |week, _| {
            hand_on(week, self.task, self.to, self.at);
            Ok(())
        })?;
        let restore = |week, patch| Change::Week(week, WeekChange::Restore(patch));
        let undo = Change::Several(vec![restore(self.from, hand_on), restore(self.to, receive)]);
        Ok(Applied { undo, left: 0 })
    }
}

/// The task as the other week gets it.
pub(super) fn carried(old: &Week, task: &Task, day: Option<Day>, at: Moment) -> Task {
    let mut carried = task.clone();
    carried.before = old.progress(task);
    carried.moves.push(Move {
        at,
        from: task.day,
        to: day,
    });
    carried.day = day;
    carried
}

/// Puts a carried task into its new week; one that is there already stays as it is, unless it
/// is only the line that says it went on.
pub(super) fn receive(week: &mut Week, task: Task) {
    match week.tasks.iter_mut().find(|known| known.id == task.id) {
        Some(known) if matches!(known.state, TaskState::Moved { .. }) => *known = task,
        Some(_) => {}
        None => week.tasks.push(task),
    }
}

/// Says in the old week where a task went.
pub(super) fn hand_on(week: &mut Week, id: TaskId, to: WeekId, at: Moment) {
    for task in week.tasks.iter_mut().filter(|task| task.id == id) {
        task.state = TaskState::Moved { to, at };
    }
}

//! A task handed to another week.
//!
//! It keeps its id for life: the later week gets the task, the earlier one keeps a line that
//! says where it went. What was added elsewhere is written first, the task's old week last,
//! so that doing it again after a crash adds nothing twice.

use super::money::{same_digits, take_currency};
use super::target::inside;
use super::{Applied, Books, Change, ChangeError, LARGEST_AMOUNT, Noun, WeekChange};
use crate::domain::{
    Amount, Day, Moment, Move, Settings, Task, TaskId, TaskState, Unit, Week, WeekId,
};

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
        let old = books.seen(self.from);
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
        books.attempt(|books| {
            let (receive, ()) = books.edit(self.to, |week, settings| {
                if week.is_sealed() {
                    return Err(ChangeError::Sealed(week.week));
                }
                if let Some(day) = self.day {
                    inside(week, day)?;
                }
                receive(week, settings, &old, task, self.day, self.at)
            })?;
            let (hand_on, ()) = books.edit(self.from, |week, _| {
                hand_on(week, self.task, self.to, self.at);
                Ok(())
            })?;
            let restore = |week, patch| Change::Week(week, WeekChange::Restore(patch));
            let back = vec![restore(self.from, hand_on), restore(self.to, receive)];
            let undo = Change::Several(back);
            Ok(Applied { undo, left: 0 })
        })
    }
}

/// Puts a task of another week into this one, in place of the line that says it went on from
/// here; one that is there already stays as it is.
pub(super) fn receive(
    week: &mut Week,
    settings: &Settings,
    old: &Week,
    task: &Task,
    day: Option<Day>,
    at: Moment,
) -> Result<(), ChangeError> {
    let known = week.task(task.id);
    if known.is_some_and(|known| !matches!(known.state, TaskState::Moved { .. })) {
        return Ok(());
    }
    let metric = task.metric.as_ref().filter(|_| task.amount.is_some());
    let metric = metric.and_then(|metric| settings.metric(metric));
    if let Some(metric) = metric.filter(|metric| metric.unit == Unit::Money) {
        same_digits(old, settings.currency)?;
        take_currency(week, settings, metric)?;
    }
    let mut carried = task.clone();
    carried.before = done_elsewhere(week, old, task);
    carried.moves.push(Move {
        at,
        from: task.day,
        to: day,
    });
    carried.day = day;
    week.tasks.retain(|line| line.id != task.id);
    week.tasks.push(carried);
    Ok(())
}

/// What was done of a task in other weeks than this one, which may have had it before.
fn done_elsewhere(week: &Week, old: &Week, task: &Task) -> Amount {
    let done = old.progress(task).saturating_sub(week.done_for(task));
    done.clamp(Amount::ZERO, LARGEST_AMOUNT)
}

/// Says in the old week where a task went.
pub(super) fn hand_on(week: &mut Week, id: TaskId, to: WeekId, at: Moment) {
    for task in week.tasks.iter_mut().filter(|task| task.id == id) {
        task.state = TaskState::Moved { to, at };
    }
}

#[cfg(test)]
mod tests;

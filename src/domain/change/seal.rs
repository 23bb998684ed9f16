//! A week's review finished, and the next week begun.
//!
//! Tasks that are carried and the review's improvements become tasks of next week; they take
//! their ids from their origin. Next week is written first, the sealed week last: that write
//! is the commit, and sealing again after a crash between the two adds nothing twice.

use std::collections::BTreeSet;

use super::carry::{hand_on, receive};
use super::task::forget_cause;
use super::{Applied, Books, Change, ChangeError, Noun, Patch, WeekChange};
use crate::domain::{
    Calendar, Cause, Metric, MetricId, Moment, Seal, Settings, Task, TaskId, TaskState, Week,
    WeekId,
};

/// Finishes a week's review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealWeek {
    /// Which week.
    pub week: WeekId,
    /// The open tasks that go on to next week's bucket; `None`: all of them. The others become
    /// skipped, with the cause that the review names, else *other*.
    pub carry: Option<Vec<TaskId>>,
    /// When.
    pub at: Moment,
}

/// Takes a seal off as if it had not been put on.
///
/// What it began in next week goes where it is still as it was begun. A task that was touched
/// there since stays there, and the sealed week keeps the line that says so.
///
/// The reopened week is written first, so that no task is ever in neither of the two; next
/// week, from which they go, last. Broken off between, the files are those of a seal that was
/// broken off: taking it back once more ends it, and sealing makes it whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unseal {
    week: WeekId,
    finished: Patch,
    begun: Patch,
}

impl SealWeek {
    pub(super) fn apply(self, books: &mut Books) -> Result<Applied, ChangeError> {
        let week = books.seen(self.week);
        if week.is_sealed() {
            return Err(ChangeError::Sealed(self.week));
        }
        let next = self.week.next();
        if next == self.week {
            return Err(ChangeError::SameWeek(next));
        }
        self.names_open_tasks(&week)?;
        books.attempt(|books| {
            let (begun, ()) =
                books.edit(next, |next, settings| self.begin(next, &week, settings))?;
            let (finished, ()) = books.edit(self.week, |week, settings| {
                self.finish(week, settings);
                Ok(())
            })?;
            let undo = Change::Unseal(Unseal {
                week: self.week,
                finished,
                begun,
            });
            Ok(Applied { undo, left: 0 })
        })
    }

    fn names_open_tasks(&self, week: &Week) -> Result<(), ChangeError> {
        for id in self.carry.iter().flatten() {
            match week.task(*id).map(Task::is_open) {
                Some(true) => {}
                Some(false) => return Err(ChangeError::NotOpen(id.0)),
                None => {
                    return Err(ChangeError::Gone {
                        noun: Noun::Task,
                        id: id.0,
                        week: week.week,
                    });
                }
            }
        }
        Ok(())
    }

    fn goes_on(&self, task: &Task) -> bool {
        let carry = self.carry.as_ref();
        task.is_open() && carry.is_none_or(|carry| carry.contains(&task.id))
    }

    /// Puts what goes on into next week, and takes out what went there by a seal that was broken
    /// off and was ended here since. Where all of it is there already, next week may be
    /// sealed.
    fn begin(&self, next: &mut Week, week: &Week, settings: &Settings) -> Result<(), ChangeError> {
        let before = next.clone();
        let since_done = |task: &Task| was_ended(week, task.id) && is_untouched(&before, task);
        next.tasks.retain(|task| !since_done(task));
        for task in week.tasks.iter().filter(|task| self.goes_on(task)) {
            receive(next, settings, week, task, None, self.at)?;
        }
        for action in &week.review.improvements {
            let id = TaskId(action.id.0);
            if next.task(id).is_none() {
                let title = action.text.clone();
                next.tasks.push(Task::new(id, title, action.day, self.at));
            }
        }
        if before.is_sealed() && *next != before {
            return Err(ChangeError::Sealed(next.week));
        }
        Ok(())
    }

    fn finish(&self, week: &mut Week, settings: &Settings) {
        let open = week.tasks.iter().filter(|task| task.is_open());
        let open: Vec<_> = open.map(|task| (task.id, self.goes_on(task))).collect();
        for (task, goes_on) in open {
            if goes_on {
                hand_on(week, task, self.week.next(), self.at);
            } else {
                give_up(week, task, self.at);
            }
        }
        let calendar = Calendar::of_week(week, settings);
        let days = calendar.days.values();
        let holidays = days.filter_map(|day| Some((day.date, day.holiday?)));
        week.sealed.push(Seal {
            at: self.at,
            weights: calendar.weights(),
            holidays: holidays.collect(),
            metrics: shown_metrics(week, settings),
            reopened: None,
        });
    }
}

impl Unseal {
    /// The weeks it writes, in the order in which they are to be written.
    pub(super) fn weeks(&self) -> [WeekId; 2] {
        [self.week, self.week.next()]
    }

    pub(super) fn apply(self, books: &mut Books) -> Result<Applied, ChangeError> {
        let [this, next] = self.weeks();
        books.attempt(|books| {
            let (begun, touched) = books.edit_file(next, |week, _| {
                if week.is_sealed() && !self.begun.is_empty() {
                    return Err(ChangeError::Sealed(week.week));
                }
                self.begun.take_back(week)
            })?;
            let finished = self.finished.without(&touched);
            books.begin_again(this, &finished);
            let (finished, ()) =
                books.edit_file(this, |week, settings| finished.apply(week, settings))?;
            let restore = |week, patch| Change::Week(week, WeekChange::Restore(patch));
            let undo = Change::Several(vec![restore(next, begun), restore(this, finished)]);
            let left = touched.len();
            Ok(Applied { undo, left })
        })
    }
}

/// Whether a task was done or skipped in this week.
///
/// Next week has it open all the same only where a seal was broken off before it was ended.
fn was_ended(week: &Week, id: TaskId) -> bool {
    let state = week.task(id).map(|task| &task.state);
    matches!(
        state,
        Some(TaskState::Done { .. } | TaskState::Skipped { .. })
    )
}

/// Whether nothing was recorded or said of an open task.
fn is_untouched(week: &Week, task: &Task) -> bool {
    let done = week.entries.iter().map(|entry| entry.task);
    let missed = week.review.misses.iter().map(|miss| miss.task);
    task.is_open() && !done.chain(missed).any(|named| named == Some(task.id))
}

/// Skips a task with the cause that the review names; in the words of its last why where there
/// are no others.
fn give_up(week: &mut Week, id: TaskId, at: Moment) {
    let miss = week.review.misses.iter().find(|miss| miss.task == Some(id));
    let (cause, note) = miss.map_or((Cause::Other, None), |miss| {
        let note = miss.note.as_ref().or(miss.whys.last());
        (miss.cause, note.cloned())
    });
    forget_cause(week, id);
    for task in week.tasks.iter_mut().filter(|task| task.id == id) {
        let note = note.clone();
        task.state = TaskState::Skipped { cause, note, at };
    }
}

/// Each metric that the week shows: those in use, and those it has a target or an entry of.
///
/// In the order of the settings; a metric that they do not know comes last.
pub fn shown_metrics(week: &Week, settings: &Settings) -> Vec<Metric> {
    if let Some(seal) = week.seal() {
        return seal.metrics.clone();
    }
    let targets = week.targets.iter().map(|target| &target.metric);
    let entries = week.entries.iter().map(|entry| &entry.metric);
    let held: BTreeSet<&MetricId> = targets.chain(entries).collect();
    let known = settings.metrics.iter();
    let shown = known.filter(|metric| !metric.retired || held.contains(&metric.id));
    let unknown = held.iter().filter(|id| settings.metric(id).is_none());
    let unknown = unknown.map(|id| Metric::unknown((*id).clone()));
    shown.cloned().chain(unknown).collect()
}

#[cfg(test)]
mod tests;

//! A week's review finished, and the next week begun.
//!
//! Tasks that are carried and the review's improvements become tasks of next week; they take
//! their ids from their origin. Next week is written first, the sealed week last: that write
//! is the commit, and sealing again after a crash between the two adds nothing twice.

use super::carry::{carried, hand_on, receive};
use super::{Applied, Books, Change, ChangeError, WeekChange};
use crate::domain::{
    Calendar, Cause, Improvement, Metric, Moment, Seal, Settings, Task, TaskId, TaskState, Week,
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

impl SealWeek {
    pub(super) fn apply(self, books: &mut Books) -> Result<Applied, ChangeError> {
        let week = books.week(self.week);
        if week.is_sealed() {
            return Err(ChangeError::Sealed(self.week));
        }
        let next = self.week.next();
        let open = || week.tasks.iter().filter(|task| task.is_open());
        let goes_on = |task: &Task| {
            self.carry
                .as_ref()
                .is_none_or(|carry| carry.contains(&task.id))
        };
        let mut begun: Vec<Task> = open()
            .filter(|task| goes_on(task))
            .map(|task| carried(&week, task, None, self.at))
            .collect();
        begun.extend(
            week.review
                .improvements
                .iter()
                .map(|action| as_task(action, self.at)),
        );
        let settings = books.settings.clone();
        let (in_next, ()) = books.edit(next, |next, _| begin(next, begun))?;
        let (finish, ()) = books.edit(self.week, |week, _| {
            self.finish(week, &settings, goes_on);
            Ok(())
        })?;
        let undo = Change::Several(vec![
            Change::Week(self.week, WeekChange::Restore(finish)),
            Change::Week(next, WeekChange::Restore(in_next.only_untouched())),
        ]);
        Ok(Applied { undo, left: 0 })
    }

    fn finish(&self, week: &mut Week, settings: &Settings, goes_on: impl Fn(&Task) -> bool) {
        let open: Vec<Task> = week
            .tasks
            .iter()
            .filter(|task| task.is_open())
            .cloned()
            .collect();
        for task in open {
            if goes_on(&task) {
                hand_on(week, task.id, self.week.next(), self.at);
            } else {
                give_up(week, task.id, self.at);
            }
        }
        let calendar = Calendar::of_week(week, settings);
        let holidays = calendar.days.values();
        week.sealed.push(Seal {
            at: self.at,
            weights: calendar.weights(),
            holidays: holidays
                .filter_map(|day| Some((day.date, day.holiday?)))
                .collect(),
            metrics: shown_metrics(week, settings),
            reopened: None,
        });
    }
}

/// The improvement as a task of next week.
fn as_task(action: &Improvement, at: Moment) -> Task {
    Task::new(TaskId(action.id.0), action.text.clone(), action.day, at)
}

fn begin(next: &mut Week, tasks: Vec<Task>) -> Result<(), ChangeError> {
    let is_new = |task: &Task| next.task(task.id).is_none();
    if next.is_sealed() && tasks.iter().any(is_new) {
        return Err(ChangeError::Sealed(next.week));
    }
    for task in tasks {
        receive(next, task);
    }
    Ok(())
}

/// Skips a task with the cause that the review names.
fn give_up(week: &mut Week, id: TaskId, at: Moment) {
    let miss = week.review.misses.iter().find(|miss| miss.task == Some(id));
    let (cause, note) = miss.map_or((Cause::Other, None), |miss| (miss.cause, miss.note.clone()));
    week.review.misses.retain(|miss| miss.task != Some(id));
    for task in week.tasks.iter_mut().filter(|task| task.id == id) {
        task.state = TaskState::Skipped {
            cause,
            note: note.clone(),
            at,
        };
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
    let held: Vec<_> = targets
        .chain(week.entries.iter().map(|entry| &entry.metric))
        .collect();
    let known = settings.metrics.iter();
    let mut shown: Vec<Metric> = known
        .filter(|metric| !metric.retired || held.contains(&&metric.id))
        .cloned()
        .collect();
    for id in held {
        if !shown.iter().any(|metric| metric.id == *id) {
            shown.push(Metric::unknown(id.clone()));
        }
    }
    shown
}

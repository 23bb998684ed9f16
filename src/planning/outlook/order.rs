//! In which order tasks stand.
//!
//! Open ones by class, timed before untimed by time, those of the focus first, then those that
//! were carried more often, then as entered. Done ones by the moment they were done.

use std::cmp::Reverse;

use super::TaskOutlook;
use crate::domain::{MetricId, TaskId};

/// The open tasks among `tasks`, in the order in which they are to be done.
pub(super) fn open<'a>(
    tasks: impl Iterator<Item = &'a TaskOutlook>,
    focus: Option<&MetricId>,
) -> Vec<&'a TaskOutlook> {
    let mut open: Vec<_> = tasks.filter(|task| task.is_open()).collect();
    open.sort_unstable_by_key(|task| {
        let in_focus = focus.is_some() && task.metric.as_ref() == focus;
        (
            task.class,
            (task.time.is_none(), task.time),
            Reverse(in_focus),
            Reverse(task.moves),
            (task.added, task.day, task.id),
        )
    });
    open
}

/// The done tasks among `tasks`, the first done first.
pub(super) fn done<'a>(tasks: impl Iterator<Item = &'a TaskOutlook>) -> Vec<&'a TaskOutlook> {
    let mut done: Vec<_> = tasks.filter(|task| task.done_on.is_some()).collect();
    done.sort_unstable_by_key(|task| (task.done_at, task.id));
    done
}

/// The ids of tasks.
pub(super) fn ids(tasks: &[&TaskOutlook]) -> Vec<TaskId> {
    tasks.iter().map(|task| task.id).collect()
}

//! What to do now.
//!
//! A timed task from a quarter of an hour before its time until it is done; else the first open
//! task; else the counter with the largest share still open; else all is done, and tomorrow's
//! first task is named.

use super::{Counter, Outlook, TaskOutlook, day_view, order};
use crate::domain::{Day, Moment, TimeOfDay};

/// How many minutes before its time a timed task comes first.
const SOON: i32 = 15;

/// What to do now, and what today still owes.
#[derive(Debug, Clone, PartialEq)]
pub struct Next<'a> {
    /// What to do now.
    pub step: NextStep<'a>,
    /// The counters of today that are not full, in the order in which they are shown.
    pub still: Vec<Counter<'a>>,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq)]
pub enum NextStep<'a> {
    /// A task.
    Task {
        /// Which.
        task: &'a TaskOutlook,
        /// Why this one.
        why: Why,
    },
    /// No task is open: the counter with the largest share of its quota still to do.
    Counter(Counter<'a>),
    /// Nothing is left today.
    AllDone {
        /// The next day of this week on which there is something to do.
        tomorrow: Option<Tomorrow<'a>>,
    },
}

/// Why a task comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Its time comes in so many minutes; a negative number: it has come.
    Time {
        /// In minutes.
        minutes: i32,
    },
    /// It is the first of the day's tasks: by its class, and among those by the day's order.
    First,
}

/// The next day with something to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tomorrow<'a> {
    /// Which day.
    pub day: Day,
    /// Its first task; `None` on a working day without tasks.
    pub first: Option<&'a TaskOutlook>,
}

/// What to do at `now`, the moment that the outlook was made for.
pub fn next(outlook: &Outlook, now: Moment) -> Next<'_> {
    let today = day_view(outlook, now.day());
    let soon = today.open.iter().find_map(|task| {
        let minutes = minutes_until(task.time?, now);
        (minutes <= SOON).then_some((*task, Why::Time { minutes }))
    });
    let first = || today.open.first().map(|task| (*task, Why::First));
    let still: Vec<_> = today
        .counters
        .iter()
        .copied()
        .filter(|counter| counter.left > 0)
        .collect();
    let step = match (soon.or_else(first), most_open(&still)) {
        (Some((task, why)), _) => NextStep::Task { task, why },
        (None, Some(counter)) => NextStep::Counter(counter),
        (None, None) => NextStep::AllDone {
            tomorrow: tomorrow(outlook, now.day()),
        },
    };
    Next { step, still }
}

fn minutes_until(time: TimeOfDay, now: Moment) -> i32 {
    let now = i32::from(now.time_of_day().minutes());
    i32::from(time.minutes()).saturating_sub(now)
}

/// The counter with the largest share of its quota still to do; among equals the first.
fn most_open<'a>(counters: &[Counter<'a>]) -> Option<Counter<'a>> {
    let mut most: Option<Counter<'a>> = None;
    for counter in counters {
        if most.is_none_or(|most| is_larger_share(counter, &most)) {
            most = Some(*counter);
        }
    }
    most
}

/// Compares `left / quota` exactly, by cross-multiplication.
fn is_larger_share(one: &Counter<'_>, other: &Counter<'_>) -> bool {
    let product =
        |left: u64, quota: Option<u64>| u128::from(left).saturating_mul(quota.unwrap_or(0).into());
    product(one.left, other.quota) > product(other.left, one.quota)
}

fn tomorrow(outlook: &Outlook, today: Day) -> Option<Tomorrow<'_>> {
    let days = outlook.days.values().filter(|day| day.date > today);
    days.map(|day| {
        let tasks = outlook.tasks.iter();
        let tasks = tasks.filter(|task| task.day == Some(day.date));
        let first = order::open(tasks, outlook.focus.as_ref()).first().copied();
        (
            day.off,
            Tomorrow {
                day: day.date,
                first,
            },
        )
    })
    .find(|(off, tomorrow)| !off || tomorrow.first.is_some())
    .map(|(_, tomorrow)| tomorrow)
}

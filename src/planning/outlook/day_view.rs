//! One day as the screens show it: what it owes, and what is to be done.

use super::{MetricDay, MetricOutlook, Outlook, TaskOutlook, TaskStatus, order};
use crate::domain::{Amount, Day, Letter};

/// What a day owes and has done of one metric.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counter<'a> {
    /// Of which metric.
    pub metric: &'a MetricOutlook,
    /// The key that counts it.
    pub letter: Option<Letter>,
    /// What the day has done of its quota.
    pub done: Amount,
    /// What the day owes: from today on the adaptive quota, before it the baseline; `None`
    /// without a target.
    pub quota: Option<u64>,
    /// What the plan had for the day.
    pub plan: u64,
    /// What is still to do, not below 0; 0 without a target.
    pub left: u64,
    /// What tasks have brought on the day, and open ones will still bring.
    pub from_tasks: u64,
    /// Whether the metric comes first this week.
    pub focus: bool,
}

/// One day: its counters and its tasks, in their orders.
#[derive(Debug, Clone, PartialEq)]
pub struct DayView<'a> {
    /// Which day.
    pub day: Day,
    /// One for each metric that has a target this week or an entry on the day, in the order of
    /// the settings, the focus first.
    pub counters: Vec<Counter<'a>>,
    /// The open tasks of the day, in the order in which they are to be done.
    pub open: Vec<&'a TaskOutlook>,
    /// The tasks done on the day, the first done first.
    pub done: Vec<&'a TaskOutlook>,
    /// The tasks of the day that were skipped or handed on to a later week.
    pub gone: Vec<&'a TaskOutlook>,
    /// The week's open tasks that belong to no day yet.
    pub bucket: Vec<&'a TaskOutlook>,
}

/// A day of the outlook's week; of any other day an empty view.
pub fn day_view(outlook: &Outlook, day: Day) -> DayView<'_> {
    let focus = outlook.focus.as_ref();
    let on_day = || {
        let tasks = outlook.tasks.iter();
        tasks.filter(move |task| task.stands_on() == Some(day))
    };
    let is_gone = |task: &&TaskOutlook| match task.state {
        TaskStatus::Skipped | TaskStatus::Moved => true,
        TaskStatus::Open | TaskStatus::Done => false,
    };
    let bucket = outlook.tasks.iter().filter(|task| task.day.is_none());
    DayView {
        day,
        counters: counters(outlook, day),
        open: order::open(on_day(), focus),
        done: order::done(on_day()),
        gone: on_day().filter(is_gone).collect(),
        bucket: order::open(bucket, focus),
    }
}

fn counters(outlook: &Outlook, day: Day) -> Vec<Counter<'_>> {
    if !outlook.week.contains(day) {
        return Vec::new();
    }
    let metrics = outlook.metrics.iter();
    let mut counters: Vec<_> = metrics
        .filter(|metric| metric.target.is_some() || has_entry(outlook, metric, day))
        .map(|metric| counter(outlook, metric, day))
        .collect();
    let focus = counters.iter().position(|counter| counter.focus);
    if let Some(first) = focus.and_then(|focus| counters.get_mut(..=focus)) {
        first.rotate_right(1);
    }
    counters
}

fn has_entry(outlook: &Outlook, metric: &MetricOutlook, day: Day) -> bool {
    let mut entries = outlook.entries.iter();
    entries.any(|entry| entry.day == day && entry.metric == metric.id)
}

fn counter<'a>(outlook: &Outlook, metric: &'a MetricOutlook, day: Day) -> Counter<'a> {
    let figures: &MetricDay = &metric.days[day.weekday()];
    Counter {
        metric,
        letter: metric.letter,
        done: figures.done_of_quota(),
        quota: metric.target.map(|_| figures.quota()),
        plan: figures.baseline,
        left: metric.target.map_or(0, |_| figures.left()),
        from_tasks: from_tasks(outlook, metric, day),
        focus: outlook.focus.as_ref() == Some(&metric.id),
    }
}

/// What tasks have brought of a metric on a day, and its open ones will still bring.
fn from_tasks(outlook: &Outlook, metric: &MetricOutlook, day: Day) -> u64 {
    let entries = outlook.entries.iter();
    let brought: Amount = entries
        .filter(|entry| entry.task.is_some() && entry.day == day && entry.metric == metric.id)
        .map(|entry| entry.amount)
        .sum();
    let tasks = outlook.tasks.iter();
    tasks
        .filter(|task| task.is_open() && task.day == Some(day))
        .filter(|task| task.metric.as_ref() == Some(&metric.id))
        .filter_map(TaskOutlook::left)
        .fold(brought.or_zero(), u64::saturating_add)
}

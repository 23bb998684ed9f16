//! What an undo must leave whole, whatever another program has done meanwhile.

use std::collections::BTreeSet;

use crate::domain::change::{ChangeError, Noun, activity};
use crate::domain::{Day, EventId, MetricId, Settings, TaskId, TaskState, Week};

/// Something a week names and does not have.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum LooseEnd {
    Task(TaskId),
    Event(EventId),
    Target(MetricId),
    Pin(MetricId, Day),
}

impl LooseEnd {
    fn noun(&self) -> Noun {
        match self {
            Self::Task(_) => Noun::Task,
            Self::Event(_) => Noun::Event,
            Self::Target(_) => Noun::Target,
            Self::Pin(..) => Noun::Pin,
        }
    }
}

/// Refuses a step that leaves a loose end, or takes more away than was done.
pub(super) fn check(before: &Week, after: &Week, settings: &Settings) -> Result<(), ChangeError> {
    let old = loose_ends(before);
    if let Some(end) = loose_ends(after).into_iter().find(|end| !old.contains(end)) {
        return Err(ChangeError::Changed(end.noun()));
    }
    if before.entries == after.entries {
        return Ok(());
    }
    for metric in &settings.metrics {
        let (total, now) = (before.done(&metric.id), after.done(&metric.id));
        activity::not_below_zero(metric, total, now.saturating_sub(total))?;
    }
    Ok(())
}

fn loose_ends(week: &Week) -> BTreeSet<LooseEnd> {
    let mut ends = BTreeSet::new();
    ends.extend(loose_tasks(week).map(LooseEnd::Task));
    ends.extend(loose_events(week).map(LooseEnd::Event));
    let misses = week.review.misses.iter();
    let named = misses.filter_map(|miss| miss.metric.as_ref());
    let named = named.chain(week.focus.as_ref());
    let loose = named.filter(|metric| week.target_amount(metric).is_none());
    ends.extend(loose.cloned().map(LooseEnd::Target));
    for target in &week.targets {
        let days = target.pins.keys().copied();
        let loose = days.filter(|day| *day < target.since || target.amount().is_none());
        ends.extend(loose.map(|day| LooseEnd::Pin(target.metric.clone(), day)));
    }
    ends
}

/// Tasks that an entry or a cause names and that are not there, or say themselves what became
/// of them.
fn loose_tasks(week: &Week) -> impl Iterator<Item = TaskId> {
    let all: BTreeSet<TaskId> = week.tasks.iter().map(|task| task.id).collect();
    let waiting = week.tasks.iter().filter(|task| match task.state {
        TaskState::Open | TaskState::Moved { .. } => true,
        TaskState::Done { .. } | TaskState::Skipped { .. } => false,
    });
    let waiting: BTreeSet<TaskId> = waiting.map(|task| task.id).collect();
    let done = week.entries.iter().filter_map(|entry| entry.task);
    let missed = week.review.misses.iter().filter_map(|miss| miss.task);
    let loose = done.filter(move |id| !all.contains(id));
    loose.chain(missed.filter(move |id| !waiting.contains(id)))
}

/// Events that an entry names and that are not there.
fn loose_events(week: &Week) -> impl Iterator<Item = EventId> {
    let all: BTreeSet<EventId> = week.events.iter().map(|event| event.id).collect();
    let named = week.entries.iter().filter_map(|entry| entry.event);
    named.filter(move |id| !all.contains(id))
}

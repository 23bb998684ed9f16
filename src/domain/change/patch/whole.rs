//! What an undo must leave whole, whatever another program has done meanwhile.

use std::collections::BTreeSet;

use crate::domain::change::{ChangeError, Noun, activity};
use crate::domain::{Day, EventId, MetricId, Settings, TaskId, Week};

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
    let tasks: BTreeSet<TaskId> = week.tasks.iter().map(|task| task.id).collect();
    let events: BTreeSet<EventId> = week.events.iter().map(|event| event.id).collect();
    let misses = || week.review.misses.iter();
    let named_tasks = week.entries.iter().filter_map(|entry| entry.task);
    let named_tasks = named_tasks.chain(misses().filter_map(|miss| miss.task));
    let named_events = week.entries.iter().filter_map(|entry| entry.event);
    let named_targets = misses().filter_map(|miss| miss.metric.as_ref());
    let named_targets = named_targets.chain(week.focus.as_ref());
    let mut ends = BTreeSet::new();
    ends.extend(
        named_tasks
            .filter(|id| !tasks.contains(id))
            .map(LooseEnd::Task),
    );
    ends.extend(
        named_events
            .filter(|id| !events.contains(id))
            .map(LooseEnd::Event),
    );
    let unreached = named_targets.filter(|metric| week.target_amount(metric).is_none());
    ends.extend(unreached.cloned().map(LooseEnd::Target));
    for target in &week.targets {
        let days = target.pins.keys().copied();
        let loose = days.filter(|day| *day < target.since || target.amount().is_none());
        ends.extend(loose.map(|day| LooseEnd::Pin(target.metric.clone(), day)));
    }
    ends
}

//! Edits of events: what came in between.

use super::money::take_currency;
use super::target::inside;
use super::task::refit;
use super::{ChangeError, Noun, activity};
use crate::domain::{Amount, Entry, EntryId, Event, EventId, Settings, Week, line};

/// One edit of what came in between.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventChange {
    /// Notes an event. By itself it changes no figure.
    Note {
        /// The event.
        event: Event,
        /// The id of the entry that takes its amount off what was done, where that is wanted.
        correct: Option<EntryId>,
    },
    /// Takes an event away, and the entry that belongs to it.
    Remove(EventId),
}

impl EventChange {
    pub(super) fn apply(self, week: &mut Week, settings: &Settings) -> Result<(), ChangeError> {
        match self {
            Self::Note { event, correct } => note(week, settings, event, correct),
            Self::Remove(id) => remove(week, settings, id),
        }
    }
}

/// Takes the event out with its entries; a task of theirs is fitted anew.
fn remove(week: &mut Week, settings: &Settings, id: EventId) -> Result<(), ChangeError> {
    let place = week.events.iter().position(|event| event.id == id);
    let gone = ChangeError::Gone {
        noun: Noun::Event,
        id: id.0,
        week: week.week,
    };
    week.events.remove(place.ok_or(gone)?);
    let taken = activity::take(week, settings, |entry| entry.event == Some(id))?;
    let tasks = taken.iter().filter_map(|entry| entry.task);
    tasks.for_each(|task| refit(week, task));
    Ok(())
}

fn note(
    week: &mut Week,
    settings: &Settings,
    mut event: Event,
    correct: Option<EntryId>,
) -> Result<(), ChangeError> {
    inside(week, event.day)?;
    if event.day > event.at.day() {
        return Err(ChangeError::Future(event.day));
    }
    if week.events.iter().any(|other| other.id == event.id) {
        let (noun, id) = (Noun::Event, event.id.0);
        return Err(ChangeError::Taken { noun, id });
    }
    event.text = line(&event.text)?;
    activity::amount_of(event.metric.as_ref(), event.amount)?;
    if let Some(metric) = &event.metric {
        let metric = activity::metric_in_use(settings, metric)?;
        if event.amount.is_some() {
            take_currency(week, settings, metric)?;
        }
    }
    let correction = correct
        .map(|id| correction(&event, id).ok_or(ChangeError::AmountAlone))
        .transpose()?;
    week.events.push(event);
    match correction {
        Some(entry) => activity::log(week, settings, entry),
        None => Ok(()),
    }
}

/// The entry that takes an event's amount off what was done.
fn correction(event: &Event, id: EntryId) -> Option<Entry> {
    Some(Entry {
        id,
        day: event.day,
        at: event.at,
        metric: event.metric.clone()?,
        amount: Amount::ZERO.saturating_sub(event.amount?),
        task: None,
        event: Some(event.id),
        customer: None,
        approach: None,
        note: None,
    })
}

#[cfg(test)]
mod tests;

//! Edits of events: what came in between.

use super::target::inside;
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
            Self::Remove(id) => {
                let place = week.events.iter().position(|event| event.id == id);
                let gone = ChangeError::Gone {
                    noun: Noun::Event,
                    id: id.0,
                    week: week.week,
                };
                week.events.remove(place.ok_or(gone)?);
                week.entries.retain(|entry| entry.event != Some(id));
                Ok(())
            }
        }
    }
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
    event.text = line(&event.text)?;
    if let Some(metric) = &event.metric {
        let metric = activity::metric_in_use(settings, metric)?.clone();
        if event.amount.is_some() {
            activity::take_currency(week, settings, &metric)?;
        }
    }
    match (&event.metric, event.amount) {
        (None, Some(_)) => return Err(ChangeError::AmountAlone),
        (_, Some(amount)) if amount <= Amount::ZERO => return Err(ChangeError::NotPositive),
        (_, amount) => amount.map(activity::bounded).transpose()?,
    };
    if let Some(id) = correct {
        let (Some(metric), Some(amount)) = (event.metric.clone(), event.amount) else {
            return Err(ChangeError::AmountAlone);
        };
        let correction = Entry {
            id,
            day: event.day,
            at: event.at,
            metric,
            amount: Amount::ZERO.saturating_sub(amount),
            task: None,
            event: Some(event.id),
            customer: None,
            approach: None,
            note: None,
        };
        activity::log(week, settings, correction)?;
    }
    week.events.push(event);
    Ok(())
}

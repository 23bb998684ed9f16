//! Edits of entries: what was done.

use std::collections::BTreeMap;

use super::money::take_currency;
use super::target::inside;
use super::task::{refit, takes_entries};
use super::{ChangeError, LARGEST_AMOUNT, Noun};
use crate::domain::{Amount, Entry, EntryId, Metric, MetricId, Settings, Unit, Week, line};

/// One edit of what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ActivityChange {
    /// Records work. An entry of a task makes it done once the task is full, and open again
    /// when it is not.
    Log(Entry),
    /// Takes an entry away.
    Remove(EntryId),
}

impl ActivityChange {
    pub(super) fn apply(self, week: &mut Week, settings: &Settings) -> Result<(), ChangeError> {
        match self {
            Self::Log(entry) => {
                let task = entry.task;
                log(week, settings, entry)?;
                if let Some(task) = task {
                    refit(week, task);
                }
                Ok(())
            }
            Self::Remove(id) => {
                let taken = take(week, settings, |entry| entry.id == id)?;
                if taken.is_empty() {
                    return Err(ChangeError::Gone {
                        noun: Noun::Entry,
                        id: id.0,
                        week: week.week,
                    });
                }
                let tasks = taken.iter().filter_map(|entry| entry.task);
                tasks.for_each(|task| refit(week, task));
                Ok(())
            }
        }
    }
}

/// Puts an entry in, if all about it is right.
pub(super) fn log(
    week: &mut Week,
    settings: &Settings,
    mut entry: Entry,
) -> Result<(), ChangeError> {
    let metric = metric_in_use(settings, &entry.metric)?.clone();
    inside(week, entry.day)?;
    if entry.day > entry.at.day() {
        return Err(ChangeError::Future(entry.day));
    }
    if entry.amount.is_zero() {
        return Err(ChangeError::Zero);
    }
    bounded(entry.amount)?;
    not_below_zero(&metric, week.done(&metric.id), entry.amount)?;
    fits_in(week, &metric, &entry)?;
    for text in [&mut entry.customer, &mut entry.approach, &mut entry.note] {
        *text = text.as_deref().map(line).transpose()?;
    }
    take_currency(week, settings, &metric)?;
    week.entries.push(entry);
    Ok(())
}

/// Whether its id is new, and the task and the event that it belongs to are there.
fn fits_in(week: &Week, metric: &Metric, entry: &Entry) -> Result<(), ChangeError> {
    if week.entries.iter().any(|other| other.id == entry.id) {
        let (noun, id) = (Noun::Entry, entry.id.0);
        return Err(ChangeError::Taken { noun, id });
    }
    if let Some(task) = entry.task {
        takes_entries(week, task, metric, entry.amount)?;
    }
    match entry.event {
        Some(id) if week.events.iter().all(|event| event.id != id) => Err(ChangeError::Gone {
            noun: Noun::Event,
            id: id.0,
            week: week.week,
        }),
        Some(_) | None => Ok(()),
    }
}

/// Takes out the entries that are meant and gives them, if nothing falls below 0 by it.
pub(super) fn take(
    week: &mut Week,
    settings: &Settings,
    is_meant: impl Fn(&Entry) -> bool,
) -> Result<Vec<Entry>, ChangeError> {
    let all = std::mem::take(&mut week.entries);
    let (taken, kept): (Vec<_>, Vec<_>) = all.into_iter().partition(|entry| is_meant(entry));
    week.entries = kept;
    let mut sums: BTreeMap<&MetricId, Amount> = BTreeMap::new();
    for entry in &taken {
        let sum = sums.entry(&entry.metric).or_default();
        *sum = sum.saturating_add(entry.amount);
    }
    for (id, sum) in sums {
        if let Some(metric) = settings.metric(id) {
            let total = week.done(id).saturating_add(sum);
            not_below_zero(metric, total, Amount::ZERO.saturating_sub(sum))?;
        }
    }
    Ok(taken)
}

/// The metric, if the settings have it and it is not retired.
pub(super) fn metric_in_use<'a>(
    settings: &'a Settings,
    id: &MetricId,
) -> Result<&'a Metric, ChangeError> {
    match settings.metric(id) {
        None => Err(ChangeError::UnknownMetric(id.clone())),
        Some(metric) if metric.retired => Err(ChangeError::Retired(id.clone())),
        Some(metric) => Ok(metric),
    }
}

/// The amount, if it is no larger than amounts may be.
pub(super) fn bounded(amount: Amount) -> Result<Amount, ChangeError> {
    let largest = LARGEST_AMOUNT.units().unsigned_abs();
    if amount.units().unsigned_abs() <= largest {
        Ok(amount)
    } else {
        Err(ChangeError::TooLarge)
    }
}

/// What a task or an event may say of an amount: above 0, and of a metric.
pub(super) fn amount_of(
    metric: Option<&MetricId>,
    amount: Option<Amount>,
) -> Result<(), ChangeError> {
    match amount {
        None => Ok(()),
        Some(_) if metric.is_none() => Err(ChangeError::AmountAlone),
        Some(amount) if amount <= Amount::ZERO => Err(ChangeError::NotPositive),
        Some(amount) => bounded(amount).map(|_| ()),
    }
}

/// Money may fall below 0 in a week, as an order of an earlier one can be cancelled; counts
/// and minutes may not.
pub(super) fn not_below_zero(
    metric: &Metric,
    total: Amount,
    change: Amount,
) -> Result<(), ChangeError> {
    let falls = change.is_negative() && total.saturating_add(change).is_negative();
    if metric.unit == Unit::Money || !falls {
        return Ok(());
    }
    Err(ChangeError::BelowZero {
        metric: metric.id.clone(),
        total,
        taken: Amount::ZERO.saturating_sub(change),
    })
}

#[cfg(test)]
mod tests;

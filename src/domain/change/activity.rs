//! Edits of entries: what was done.

use super::target::inside;
use super::task::refit;
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
                let (task, day, at) = (entry.task, entry.day, entry.at);
                log(week, settings, entry)?;
                task.map_or(Ok(()), |task| refit(week, task, day, at))
            }
            Self::Remove(id) => {
                let entry = remove(week, settings, id)?;
                entry
                    .task
                    .map_or(Ok(()), |task| refit(week, task, entry.day, entry.at))
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
    if entry.amount.is_negative() {
        not_below_zero(week, &metric, entry.amount)?;
    }
    for text in [&mut entry.customer, &mut entry.approach, &mut entry.note] {
        *text = text.as_deref().map(line).transpose()?;
    }
    take_currency(week, settings, &metric)?;
    week.entries.push(entry);
    Ok(())
}

/// Takes an entry out and gives it back.
pub(super) fn remove(
    week: &mut Week,
    settings: &Settings,
    id: EntryId,
) -> Result<Entry, ChangeError> {
    let place = week.entries.iter().position(|entry| entry.id == id);
    let gone = ChangeError::Gone {
        noun: Noun::Entry,
        id: id.0,
        week: week.week,
    };
    let entry = week.entries.remove(place.ok_or(gone)?);
    let metric = settings.metric(&entry.metric);
    match metric.map(|metric| not_below_zero(week, metric, Amount::ZERO)) {
        Some(Err(ChangeError::BelowZero { metric, .. })) => {
            let total = week.done(&metric).saturating_add(entry.amount);
            Err(ChangeError::BelowZero {
                metric,
                total,
                taken: entry.amount,
            })
        }
        Some(_) | None => Ok(entry),
    }
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

/// Money may fall below 0 in a week, as an order of an earlier one can be cancelled; counts
/// and minutes may not.
fn not_below_zero(week: &Week, metric: &Metric, change: Amount) -> Result<(), ChangeError> {
    let total = week.done(&metric.id);
    if metric.unit == Unit::Money || !total.saturating_add(change).is_negative() {
        return Ok(());
    }
    let taken = Amount::ZERO.saturating_sub(change);
    Err(ChangeError::BelowZero {
        metric: metric.id.clone(),
        total,
        taken,
    })
}

/// Notes the currency in a week that is about to hold money.
///
/// Money of another currency stays what it is; only where both have as many minor digits do
/// the figures keep their numbers and take the new currency.
pub(super) fn take_currency(
    week: &mut Week,
    settings: &Settings,
    metric: &Metric,
) -> Result<(), ChangeError> {
    if metric.unit != Unit::Money {
        return Ok(());
    }
    match week.currency {
        Some(from) if from.minor_digits() != settings.currency.minor_digits() => {
            Err(ChangeError::OtherCurrency {
                week: week.week,
                from,
                to: settings.currency,
            })
        }
        Some(_) | None => {
            week.currency = Some(settings.currency);
            Ok(())
        }
    }
}

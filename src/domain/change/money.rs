//! The currency of a week: it stands in the file just as long as money does.

use super::ChangeError;
use super::patch::Pair;
use crate::domain::{Currency, Event, Metric, MetricId, Settings, Task, Unit, Week};

/// Notes the currency in a week that is about to hold an amount of a metric, if that is money.
///
/// Money of another currency stays what it is; only where both have as many minor digits do
/// the figures keep their numbers and take the new currency.
pub(super) fn take_currency(
    week: &mut Week,
    settings: &Settings,
    metric: &Metric,
) -> Result<(), ChangeError> {
    if metric.unit == Unit::Money {
        same_digits(week, settings.currency)?;
        week.currency = Some(settings.currency);
    }
    Ok(())
}

/// Notes the currency in a week that has got a task, if its amount is money.
pub(super) fn note_currency(
    week: &mut Week,
    settings: &Settings,
    task: &Task,
) -> Result<(), ChangeError> {
    let metric = counted_in_task(task).and_then(|metric| settings.metric(metric));
    metric.map_or(Ok(()), |metric| take_currency(week, settings, metric))
}

/// Refuses where the week's money is counted in other fractions than those of a currency.
pub(super) fn same_digits(week: &Week, to: Currency) -> Result<(), ChangeError> {
    match week.currency {
        Some(from) if from.minor_digits() != to.minor_digits() => Err(ChangeError::OtherCurrency {
            week: week.week,
            from,
            to,
        }),
        Some(_) | None => Ok(()),
    }
}

/// Takes the currency out of a week that holds no money any more.
pub(super) fn drop_currency(week: &mut Week, settings: &Settings) {
    if week.currency.is_some() && !holds_money(week, settings) {
        week.currency = None;
    }
}

/// Puts back a currency that an edit had noted or dropped.
///
/// One that is to go stays while there is money, as that may be another program's;
/// [`drop_currency`] takes it out once there is none.
pub(super) fn restore_currency(
    week: &mut Week,
    swap: &Pair<Option<Currency>>,
) -> Result<(), ChangeError> {
    let Some(put) = swap.put else { return Ok(()) };
    same_digits(week, put)?;
    if week.currency == swap.found || week.currency.is_none() {
        week.currency = Some(put);
    }
    Ok(())
}

/// Whether some amount is money, or may be.
fn holds_money(week: &Week, settings: &Settings) -> bool {
    let targets = week.targets.iter().map(|target| &target.metric);
    let entries = week.entries.iter().map(|entry| &entry.metric);
    let tasks = week.tasks.iter().filter_map(counted_in_task);
    let events = week.events.iter().filter_map(counted_in_event);
    let mut counted = targets.chain(entries).chain(tasks).chain(events);
    counted.any(|metric| is_money(metric, settings))
}

/// Whether amounts of a metric are money, or may be, the metric being unknown.
pub(super) fn is_money(metric: &MetricId, settings: &Settings) -> bool {
    let metric = settings.metric(metric);
    metric.is_none_or(|metric| metric.unit == Unit::Money)
}

/// The metric of a task's amount.
pub(super) fn counted_in_task(task: &Task) -> Option<&MetricId> {
    task.metric.as_ref().filter(|_| task.amount.is_some())
}

/// The metric of an event's amount.
pub(super) fn counted_in_event(event: &Event) -> Option<&MetricId> {
    event.metric.as_ref().filter(|_| event.amount.is_some())
}

#[cfg(test)]
mod tests;

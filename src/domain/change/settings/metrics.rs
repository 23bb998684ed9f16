//! Edits of the metrics: what is counted at all.

use std::collections::BTreeSet;

use crate::domain::change::activity::bounded;
use crate::domain::change::patch::{Pair, pair, records};
use crate::domain::change::{ChangeError, Noun};
use crate::domain::{Amount, Basis, Kind, Letter, Metric, MetricId, Settings, Unit, Week, line};

/// A metric's field with its new value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MetricField {
    /// The name; `None` goes back to the built-in one.
    Name(Option<String>),
    /// What it says about the week.
    Kind(Kind),
    /// What it is measured in; only while no week holds it.
    Unit(Unit),
    /// The key that counts it.
    Letter(Option<Letter>),
    /// When revenue counts.
    Basis(Option<Basis>),
    /// The step of its quotas, above 0.
    Step(Option<Amount>),
}

pub(super) fn add(settings: &mut Settings, mut metric: Metric) -> Result<(), ChangeError> {
    if settings.metric(&metric.id).is_some() {
        return Err(ChangeError::MetricExists(metric.id));
    }
    metric.name = metric.name.as_deref().map(line).transpose()?;
    fits(&metric)?;
    free(settings, &metric.id, metric.letter)?;
    settings.metrics.push(metric);
    Ok(())
}

pub(super) fn set(
    settings: &mut Settings,
    weeks: &[Week],
    id: &MetricId,
    field: MetricField,
) -> Result<(), ChangeError> {
    let mut metric = find(settings, id)?.clone();
    match field {
        MetricField::Name(name) => metric.name = name.as_deref().map(line).transpose()?,
        MetricField::Kind(kind) => metric.kind = kind,
        MetricField::Unit(unit) if unit == metric.unit => {}
        MetricField::Unit(unit) => {
            unit_is_free(settings, weeks, id)?;
            metric.unit = unit;
            metric.basis = metric.basis.filter(|_| unit == Unit::Money);
            metric.step = None;
        }
        MetricField::Letter(Some(_)) if metric.retired => {
            return Err(ChangeError::Retired(id.clone()));
        }
        MetricField::Letter(letter) => {
            free(settings, id, letter)?;
            metric.letter = letter;
        }
        MetricField::Basis(basis) => metric.basis = basis,
        MetricField::Step(step) => metric.step = step,
    }
    fits(&metric)?;
    *find(settings, id)? = metric;
    Ok(())
}

/// Takes a metric out of use; its letter is free again.
pub(super) fn retire(settings: &mut Settings, id: &MetricId) -> Result<(), ChangeError> {
    let metric = find(settings, id)?;
    metric.retired = true;
    metric.letter = None;
    Ok(())
}

/// Brings a metric back, with a letter that is free: the one that a file let it keep, else the
/// built-in one. A metric in use stays as it is.
pub(super) fn restore(settings: &mut Settings, id: &MetricId) -> Result<(), ChangeError> {
    let metric = find(settings, id)?;
    if !metric.retired {
        return Ok(());
    }
    let kept = metric.letter;
    let mut built_in = Metric::built_in().into_iter();
    let built_in = built_in.find(|known| known.id == *id);
    let letters = [kept, built_in.and_then(|known| known.letter)];
    let is_free = |letter: &Letter| free(settings, id, Some(*letter)).is_ok();
    let letter = letters.into_iter().flatten().find(is_free);
    let metric = find(settings, id)?;
    metric.retired = false;
    metric.letter = letter;
    Ok(())
}

/// Puts the metrics in use into an order; the retired ones come last.
pub(super) fn order(settings: &mut Settings, order: &[MetricId]) -> Result<(), ChangeError> {
    let in_use: BTreeSet<_> = settings.metrics_in_use().map(|metric| &metric.id).collect();
    let named: BTreeSet<_> = order.iter().collect();
    if named != in_use || order.len() != in_use.len() {
        let in_use = settings.metrics_in_use().map(|metric| metric.id.clone());
        return Err(ChangeError::OrderIncomplete(in_use.collect()));
    }
    sort(&mut settings.metrics, order);
    Ok(())
}

/// Puts back the metrics that an edit changed, where they are as it left them.
pub(super) fn put_back(
    settings: &mut Settings,
    weeks: &[Week],
    found: &[Metric],
    put: &[Metric],
) -> Result<(), ChangeError> {
    let id = |metric: &Metric| metric.id.clone();
    for (at, swap) in records(found, put, id) {
        may_swap(settings, weeks, &swap)?;
        swap.place(&mut settings.metrics, at, id, Noun::Metric)?;
    }
    let [found, put] = [found, put].map(ids);
    let same_metrics = found.iter().collect::<BTreeSet<_>>() == put.iter().collect();
    if let Some(swap) = pair(&found, &put).filter(|_| same_metrics) {
        if ids(&settings.metrics) != swap.found {
            return Err(ChangeError::Changed(Noun::Metric));
        }
        sort(&mut settings.metrics, &swap.put);
    }
    Ok(())
}

/// Whether no week holds what would go or change its unit, and the letter is still free.
fn may_swap(
    settings: &Settings,
    weeks: &[Week],
    swap: &Pair<Option<Metric>>,
) -> Result<(), ChangeError> {
    match (&swap.found, &swap.put) {
        (Some(gone), None) => {
            let changed = ChangeError::Changed(Noun::Metric);
            unit_is_free(settings, weeks, &gone.id).map_err(|_| changed)
        }
        (found, Some(put)) => {
            if found.as_ref().is_some_and(|found| found.unit != put.unit) {
                unit_is_free(settings, weeks, &put.id)?;
            }
            free(settings, &put.id, put.letter.filter(|_| !put.retired))
        }
        (None, None) => Ok(()),
    }
}

fn ids(metrics: &[Metric]) -> Vec<MetricId> {
    metrics.iter().map(|metric| metric.id.clone()).collect()
}

fn sort(metrics: &mut [Metric], order: &[MetricId]) {
    let place = |metric: &Metric| order.iter().position(|id| *id == metric.id);
    metrics.sort_by_key(|metric| place(metric).unwrap_or(usize::MAX));
}

fn find<'a>(settings: &'a mut Settings, id: &MetricId) -> Result<&'a mut Metric, ChangeError> {
    let metric = settings.metrics.iter_mut().find(|metric| metric.id == *id);
    metric.ok_or_else(|| ChangeError::UnknownMetric(id.clone()))
}

/// Refuses where a week or a repeat holds the metric: what is counted there has its unit.
fn unit_is_free(settings: &Settings, weeks: &[Week], id: &MetricId) -> Result<(), ChangeError> {
    let mut repeats = settings.repeats.iter();
    if let Some(repeat) = repeats.find(|repeat| repeat.work.metric.as_ref() == Some(id)) {
        return Err(ChangeError::RepeatInUse(repeat.id.0));
    }
    let holds = |week: &&Week| {
        let tasks = week.tasks.iter().filter_map(|task| task.metric.as_ref());
        let events = week.events.iter().filter_map(|event| event.metric.as_ref());
        let mut planned = tasks.chain(events);
        week.target(id).is_some()
            || planned.any(|metric| metric == id)
            || week.entries.iter().any(|entry| entry.metric == *id)
    };
    match weeks.iter().find(holds) {
        Some(week) => Err(ChangeError::UnitInUse {
            metric: id.clone(),
            week: week.week,
        }),
        None => Ok(()),
    }
}

fn fits(metric: &Metric) -> Result<(), ChangeError> {
    let basis_fits = metric.basis.is_none() || metric.unit == Unit::Money;
    let step_fits = metric.step.is_none_or(|step| step > Amount::ZERO);
    if !basis_fits || !step_fits {
        return Err(ChangeError::UnitMisfit);
    }
    metric.step.map_or(Ok(()), |step| bounded(step).map(|_| ()))
}

/// Refuses a letter that counts another metric.
fn free(settings: &Settings, id: &MetricId, letter: Option<Letter>) -> Result<(), ChangeError> {
    let others = || settings.metrics_in_use().filter(|metric| metric.id != *id);
    let is_taken = |letter: &Letter| others().any(|metric| metric.letter == Some(*letter));
    match letter.filter(is_taken) {
        Some(letter) => {
            let free = Letter::ALL.into_iter();
            let free = free.filter(|letter| !is_taken(letter)).collect();
            Err(ChangeError::LetterTaken { letter, free })
        }
        None => Ok(()),
    }
}

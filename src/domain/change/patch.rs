//! What takes an edit back: for each record it touched, what is expected there and what is to
//! stand there instead.

use super::{ChangeError, Noun};
use crate::domain::{
    Amount, Closed, Currency, Day, Entry, Event, Helped, Improvement, Lesson, MarketOutlook,
    MetricId, Miss, Seal, Target, TargetStep, Task, Week,
};

/// A step back: records to be found as they were left, and what to put in their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    swaps: Vec<Swap>,
    only_untouched: bool,
}

/// One record: what is expected (`found`) and what is to stand there (`put`).
#[derive(Debug, Clone, PartialEq, Eq)]
struct Pair<T> {
    found: T,
    put: T,
}

/// A record of a list whose order is kept: its place, and the record or nothing.
type Placed<T> = Pair<Option<T>>;

/// What a target is besides its pins.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TargetFacts {
    since: Day,
    stretch: Option<Amount>,
    changes: Vec<TargetStep>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Swap {
    Currency(Pair<Option<Currency>>),
    Outlook(Pair<MarketOutlook>),
    Focus(Pair<Option<MetricId>>),
    Target(MetricId, Pair<Option<TargetFacts>>),
    Pin(MetricId, Day, Pair<Option<Amount>>),
    Task(Box<Pair<Option<Task>>>),
    Entry(Box<Pair<Option<Entry>>>),
    Event(Box<Pair<Option<Event>>>),
    Closed(Day, Pair<Option<Closed>>),
    Miss(usize, Placed<Miss>),
    Lesson(usize, Placed<Lesson>),
    Improvement(usize, Placed<Improvement>),
    Helped(usize, Placed<Helped>),
    Sealed(Pair<Vec<Seal>>),
}

impl Patch {
    /// What makes `after` into `before`.
    pub(super) fn between(after: &Week, before: &Week) -> Self {
        let mut swaps = Vec::new();
        swaps.extend(pair(&after.currency, &before.currency).map(Swap::Currency));
        swaps.extend(pair(&after.outlook, &before.outlook).map(Swap::Outlook));
        swaps.extend(pair(&after.focus, &before.focus).map(Swap::Focus));
        target_swaps(after, before, &mut swaps);
        swaps.extend(
            records(&after.tasks, &before.tasks, |task| task.id)
                .map(|(_, swap)| Swap::Task(Box::new(swap))),
        );
        swaps.extend(
            records(&after.entries, &before.entries, |entry| entry.id)
                .map(|(_, swap)| Swap::Entry(Box::new(swap))),
        );
        swaps.extend(
            records(&after.events, &before.events, |event| event.id)
                .map(|(_, swap)| Swap::Event(Box::new(swap))),
        );
        for day in before.week.days() {
            let (after, before) = (after.closed.get(&day), before.closed.get(&day));
            swaps.extend(
                pair(&after.cloned(), &before.cloned()).map(|swap| Swap::Closed(day, swap)),
            );
        }
        let (new, old) = (&after.review, &before.review);
        swaps.extend(
            records(&new.misses, &old.misses, miss_of).map(|(at, swap)| Swap::Miss(at, swap)),
        );
        swaps.extend(
            records(&new.lessons, &old.lessons, |lesson| lesson.id)
                .map(|(at, swap)| Swap::Lesson(at, swap)),
        );
        swaps.extend(
            records(&new.improvements, &old.improvements, |action| action.id)
                .map(|(at, swap)| Swap::Improvement(at, swap)),
        );
        swaps.extend(
            records(&new.helped, &old.helped, |answer| answer.improvement)
                .map(|(at, swap)| Swap::Helped(at, swap)),
        );
        swaps.extend(pair(&after.sealed, &before.sealed).map(Swap::Sealed));
        Self {
            swaps,
            only_untouched: false,
        }
    }

    /// The same step, which leaves alone what was touched since instead of refusing.
    #[must_use]
    pub(super) fn only_untouched(self) -> Self {
        Self {
            only_untouched: true,
            ..self
        }
    }

    /// Whether it takes a seal off.
    pub(super) fn opens(&self) -> bool {
        self.swaps
            .iter()
            .any(|swap| matches!(swap, Swap::Sealed(_)))
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.swaps.is_empty()
    }

    /// Puts everything in its place and says how many records were left alone.
    pub(super) fn apply(self, week: &mut Week) -> Result<usize, ChangeError> {
        let mut left: usize = 0;
        for swap in self.swaps {
            match swap.apply(week) {
                Err(_) if self.only_untouched => left = left.saturating_add(1),
                result => result?,
            }
        }
        Ok(left)
    }
}

impl Swap {
    fn apply(self, week: &mut Week) -> Result<(), ChangeError> {
        let review = &mut week.review;
        match self {
            Self::Currency(swap) => week.currency = swap.put,
            Self::Outlook(swap) => swap.swap(&mut week.outlook, Noun::Outlook)?,
            Self::Focus(swap) => swap.swap(&mut week.focus, Noun::Focus)?,
            Self::Target(metric, swap) => swap_target(week, &metric, swap)?,
            Self::Pin(metric, day, swap) => swap_pin(week, &metric, day, swap)?,
            Self::Task(swap) => swap.place(&mut week.tasks, None, |task| task.id, Noun::Task)?,
            Self::Entry(swap) => {
                swap.place(&mut week.entries, None, |entry| entry.id, Noun::Entry)?;
            }
            Self::Event(swap) => {
                swap.place(&mut week.events, None, |event| event.id, Noun::Event)?;
            }
            Self::Closed(day, swap) => {
                let mut cell = week.closed.remove(&day);
                let result = swap.swap(&mut cell, Noun::Day);
                week.closed.extend(cell.map(|closed| (day, closed)));
                result?;
            }
            Self::Miss(at, swap) => {
                swap.place(&mut review.misses, Some(at), miss_of, Noun::Cause)?;
            }
            Self::Lesson(at, swap) => {
                swap.place(
                    &mut review.lessons,
                    Some(at),
                    |lesson| lesson.id,
                    Noun::Lesson,
                )?;
            }
            Self::Improvement(at, swap) => {
                let list = &mut review.improvements;
                swap.place(list, Some(at), |action| action.id, Noun::Improvement)?;
            }
            Self::Helped(at, swap) => {
                let list = &mut review.helped;
                swap.place(list, Some(at), |answer| answer.improvement, Noun::Answer)?;
            }
            Self::Sealed(swap) => swap.swap(&mut week.sealed, Noun::Seal)?,
        }
        Ok(())
    }
}

impl<T: PartialEq> Pair<T> {
    fn swap(self, cell: &mut T, noun: Noun) -> Result<(), ChangeError> {
        if *cell != self.found {
            return Err(ChangeError::Changed(noun));
        }
        *cell = self.put;
        Ok(())
    }
}

impl<T: PartialEq> Pair<Option<T>> {
    /// Finds the record of the same name in a list and puts the other in its place; a record
    /// that is not in the list goes to `at`, else to its end.
    fn place<K: PartialEq>(
        self,
        list: &mut Vec<T>,
        at: Option<usize>,
        name: impl Fn(&T) -> K,
        noun: Noun,
    ) -> Result<(), ChangeError> {
        let wanted = self.found.as_ref().or(self.put.as_ref()).map(&name);
        let place = list.iter().position(|item| Some(name(item)) == wanted);
        let found = place.and_then(|place| list.get(place));
        if found != self.found.as_ref() {
            return Err(ChangeError::Changed(noun));
        }
        if let Some(place) = place {
            list.remove(place);
        }
        if let Some(put) = self.put {
            let end = list.len();
            list.insert(place.or(at).unwrap_or(end).min(end), put);
        }
        Ok(())
    }
}

fn pair<T: PartialEq + Clone>(found: &T, put: &T) -> Option<Pair<T>> {
    (found != put).then(|| Pair {
        found: found.clone(),
        put: put.clone(),
    })
}

/// What names a cause: the metric or the task it is of.
fn miss_of(miss: &Miss) -> (Option<MetricId>, Option<crate::domain::TaskId>) {
    (miss.metric.clone(), miss.task)
}

/// The records of two lists that differ, each with the place it has or had.
fn records<T, K>(
    after: &[T],
    before: &[T],
    name: impl Fn(&T) -> K + Copy,
) -> impl Iterator<Item = (usize, Pair<Option<T>>)>
where
    T: PartialEq + Clone,
    K: Ord,
{
    use std::collections::BTreeMap;
    let index = |list: &[T]| -> BTreeMap<K, (usize, T)> {
        let items = list.iter().enumerate();
        items
            .map(|(at, item)| (name(item), (at, item.clone())))
            .collect()
    };
    let same = if after == before {
        None
    } else {
        Some((index(after), index(before)))
    };
    let swaps = same.map(|(mut new, old)| {
        let mut swaps = Vec::new();
        for (key, (at, put)) in old {
            let found = new.remove(&key).map(|(_, item)| item);
            if found.as_ref() != Some(&put) {
                swaps.push((
                    at,
                    Pair {
                        found,
                        put: Some(put),
                    },
                ));
            }
        }
        swaps.sort_by_key(|(at, _)| *at);
        swaps.extend(new.into_values().map(|(at, item)| {
            (
                at,
                Pair {
                    found: Some(item),
                    put: None,
                },
            )
        }));
        swaps
    });
    swaps.into_iter().flatten()
}

fn facts(target: &Target) -> TargetFacts {
    TargetFacts {
        since: target.since,
        stretch: target.stretch,
        changes: target.changes.clone(),
    }
}

fn target_swaps(after: &Week, before: &Week, swaps: &mut Vec<Swap>) {
    let mut metrics: Vec<&MetricId> = after
        .targets
        .iter()
        .chain(&before.targets)
        .map(|target| &target.metric)
        .collect();
    metrics.sort();
    metrics.dedup();
    for metric in metrics {
        let (new, old) = (after.target(metric), before.target(metric));
        let swap = pair(&new.map(facts), &old.map(facts));
        swaps.extend(swap.map(|swap| Swap::Target(metric.clone(), swap)));
        for day in before.week.days() {
            let pin =
                |target: Option<&Target>| target.and_then(|target| target.pins.get(&day).copied());
            let swap = pair(&pin(new), &pin(old));
            swaps.extend(swap.map(|swap| Swap::Pin(metric.clone(), day, swap)));
        }
    }
    // A target goes only after its pins, and comes before them.
    swaps.sort_by_key(|swap| match swap {
        Swap::Target(_, Pair { put: None, .. }) => 2,
        Swap::Pin(..) => 1,
        _ => 0,
    });
}

fn swap_target(
    week: &mut Week,
    metric: &MetricId,
    swap: Pair<Option<TargetFacts>>,
) -> Result<(), ChangeError> {
    let found = week
        .targets
        .iter_mut()
        .find(|target| target.metric == *metric);
    if found.as_deref().map(facts) != swap.found {
        let found = week.target_amount(metric);
        return Err(ChangeError::TargetNow {
            metric: metric.clone(),
            found,
        });
    }
    match (found, swap.put) {
        (Some(target), Some(put)) => {
            (target.since, target.stretch, target.changes) = (put.since, put.stretch, put.changes);
        }
        (Some(target), None) if !target.pins.is_empty() => {
            return Err(ChangeError::Changed(Noun::Pin));
        }
        (_, None) => week.targets.retain(|target| target.metric != *metric),
        (
            None,
            Some(TargetFacts {
                since,
                stretch,
                changes,
            }),
        ) => {
            let (metric, pins) = (metric.clone(), std::collections::BTreeMap::new());
            week.targets.push(Target {
                metric,
                since,
                stretch,
                pins,
                changes,
            });
        }
    }
    Ok(())
}

fn swap_pin(
    week: &mut Week,
    metric: &MetricId,
    day: Day,
    swap: Pair<Option<Amount>>,
) -> Result<(), ChangeError> {
    let target = week
        .targets
        .iter_mut()
        .find(|target| target.metric == *metric);
    let target = target.ok_or(ChangeError::Changed(Noun::Target))?;
    let mut cell = target.pins.remove(&day);
    let result = swap.swap(&mut cell, Noun::Pin);
    target.pins.extend(cell.map(|pin| (day, pin)));
    result
}

//! One record found as it was left, and another put in its place.

use std::collections::BTreeMap;

use super::{Pair, miss_of, pair};
use crate::domain::change::{ChangeError, Noun, money};
use crate::domain::{
    Amount, Closed, Currency, Day, Entry, Event, Helped, Improvement, Lesson, MarketOutlook,
    MetricId, Miss, Seal, Target, TargetStep, Task, TaskId, Week,
};

/// A record of the week, or one that is to be or was there.
///
/// One of a list whose order is kept knows its place in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Swap {
    Currency(Pair<Option<Currency>>),
    Outlook(Pair<MarketOutlook>),
    Focus(Pair<Option<MetricId>>),
    Target(MetricId, Pair<Option<TargetFacts>>),
    Pin(MetricId, Day, Pair<Option<Amount>>),
    Task(Box<Pair<Option<Task>>>),
    Entry(Box<Pair<Option<Entry>>>),
    Event(Box<Pair<Option<Event>>>),
    Closed(Day, Pair<Option<Closed>>),
    Miss(usize, Pair<Option<Miss>>),
    Lesson(usize, Pair<Option<Lesson>>),
    Improvement(usize, Pair<Option<Improvement>>),
    Helped(usize, Pair<Option<Helped>>),
    Sealed(Pair<Vec<Seal>>),
}

/// What a target is besides its pins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TargetFacts {
    since: Day,
    stretch: Option<Amount>,
    changes: Vec<TargetStep>,
}

impl Swap {
    /// The task that it puts or takes away.
    pub(super) fn task(&self) -> Option<TaskId> {
        match self {
            Self::Task(swap) => swap
                .found
                .as_ref()
                .or(swap.put.as_ref())
                .map(|task| task.id),
            _ => None,
        }
    }

    /// The tasks whose progress it changes.
    pub(super) fn tasks_of_entry(&self) -> impl Iterator<Item = TaskId> + use<> {
        let tasks = match self {
            Self::Entry(swap) => [&swap.found, &swap.put].map(|entry| entry.as_ref()?.task),
            _ => [None; 2],
        };
        tasks.into_iter().flatten()
    }

    /// The metric of an amount that it puts.
    pub(super) fn counted_in(&self) -> Option<&MetricId> {
        match self {
            Self::Target(metric, swap) => swap.put.as_ref().map(|_| metric),
            Self::Entry(swap) => swap.put.as_ref().map(|entry| &entry.metric),
            Self::Task(swap) => money::counted_in_task(swap.put.as_ref()?),
            Self::Event(swap) => money::counted_in_event(swap.put.as_ref()?),
            _ => None,
        }
    }

    /// The step the other way.
    pub(super) fn back(self) -> Self {
        match self {
            Self::Currency(swap) => Self::Currency(swap.back()),
            Self::Outlook(swap) => Self::Outlook(swap.back()),
            Self::Focus(swap) => Self::Focus(swap.back()),
            Self::Target(metric, swap) => Self::Target(metric, swap.back()),
            Self::Pin(metric, day, swap) => Self::Pin(metric, day, swap.back()),
            Self::Task(swap) => Self::Task(Box::new(swap.back())),
            Self::Entry(swap) => Self::Entry(Box::new(swap.back())),
            Self::Event(swap) => Self::Event(Box::new(swap.back())),
            Self::Closed(day, swap) => Self::Closed(day, swap.back()),
            Self::Miss(at, swap) => Self::Miss(at, swap.back()),
            Self::Lesson(at, swap) => Self::Lesson(at, swap.back()),
            Self::Improvement(at, swap) => Self::Improvement(at, swap.back()),
            Self::Helped(at, swap) => Self::Helped(at, swap.back()),
            Self::Sealed(swap) => Self::Sealed(swap.back()),
        }
    }

    /// Puts the record in its place, or refuses where it finds another than it expects.
    pub(super) fn apply(self, week: &mut Week) -> Result<(), ChangeError> {
        let review = &mut week.review;
        match self {
            Self::Currency(swap) => money::restore_currency(week, &swap),
            Self::Outlook(swap) => swap.put_in(&mut week.outlook, Noun::Outlook),
            Self::Focus(swap) => swap.put_in(&mut week.focus, Noun::Focus),
            Self::Target(metric, swap) => put_target(week, metric, swap),
            Self::Pin(metric, day, swap) => put_pin(week, &metric, day, swap),
            Self::Task(swap) => put_task(week, *swap),
            Self::Entry(swap) => swap.place(&mut week.entries, 0, |entry| entry.id, Noun::Entry),
            Self::Event(swap) => swap.place(&mut week.events, 0, |event| event.id, Noun::Event),
            Self::Closed(day, swap) => swap.put_at(&mut week.closed, day, Noun::Day),
            Self::Miss(at, swap) => swap.place(&mut review.misses, at, miss_of, Noun::Cause),
            Self::Lesson(at, swap) => {
                swap.place(&mut review.lessons, at, |lesson| lesson.id, Noun::Lesson)
            }
            Self::Improvement(at, swap) => {
                let list = &mut review.improvements;
                swap.place(list, at, |action| action.id, Noun::Improvement)
            }
            Self::Helped(at, swap) => {
                let list = &mut review.helped;
                swap.place(list, at, |answer| answer.improvement, Noun::Answer)
            }
            Self::Sealed(swap) => swap.put_in(&mut week.sealed, Noun::Seal),
        }
    }
}

impl<T> Pair<T> {
    fn back(self) -> Self {
        let Self { found, put } = self;
        Self {
            found: put,
            put: found,
        }
    }
}

impl<T: PartialEq> Pair<T> {
    /// Puts the value into its cell.
    pub(in crate::domain::change) fn put_in(
        self,
        cell: &mut T,
        noun: Noun,
    ) -> Result<(), ChangeError> {
        if *cell != self.found {
            return Err(ChangeError::Changed(noun));
        }
        *cell = self.put;
        Ok(())
    }
}

impl<T: PartialEq> Pair<Option<T>> {
    /// Puts the value under its key.
    pub(in crate::domain::change) fn put_at<K: Ord>(
        self,
        map: &mut BTreeMap<K, T>,
        key: K,
        noun: Noun,
    ) -> Result<(), ChangeError> {
        if map.get(&key) != self.found.as_ref() {
            return Err(ChangeError::Changed(noun));
        }
        match self.put {
            Some(put) => map.insert(key, put),
            None => map.remove(&key),
        };
        Ok(())
    }

    /// Finds the record of the same name in a list and puts the other in its place; a record
    /// that is not in the list goes to `at`.
    pub(in crate::domain::change) fn place<N: PartialEq>(
        self,
        list: &mut Vec<T>,
        at: usize,
        name: impl Fn(&T) -> N,
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
            list.insert(place.unwrap_or(at).min(end), put);
        }
        Ok(())
    }
}

/// What takes the targets and pins back: pins go before their target, and come after it.
pub(super) fn target_swaps(after: &Week, before: &Week, swaps: &mut Vec<Swap>) {
    let all = after.targets.iter().chain(&before.targets);
    let metrics: std::collections::BTreeSet<_> = all.map(|target| &target.metric).collect();
    for metric in metrics {
        let (new, old) = (after.target(metric), before.target(metric));
        let target = pair(&new.map(facts), &old.map(facts));
        let target = target.map(|swap| Swap::Target(metric.clone(), swap));
        let pins = before.week.days().into_iter().filter_map(|day| {
            let [new, old] = [new, old].map(|target| target?.pins.get(&day).copied());
            pair(&new, &old).map(|swap| Swap::Pin(metric.clone(), day, swap))
        });
        if old.is_some() {
            swaps.extend(target);
            swaps.extend(pins);
        } else {
            swaps.extend(pins);
            swaps.extend(target);
        }
    }
}

fn facts(target: &Target) -> TargetFacts {
    TargetFacts {
        since: target.since,
        stretch: target.stretch,
        changes: target.changes.clone(),
    }
}

fn put_target(
    week: &mut Week,
    metric: MetricId,
    swap: Pair<Option<TargetFacts>>,
) -> Result<(), ChangeError> {
    let place = week
        .targets
        .iter()
        .position(|target| target.metric == metric);
    let old = place.map(|place| week.targets.remove(place));
    if old.as_ref().map(facts) != swap.found {
        let found = old.as_ref().and_then(Target::amount);
        return Err(ChangeError::TargetNow { metric, found });
    }
    let pins = old.map(|target| target.pins).unwrap_or_default();
    match swap.put {
        Some(TargetFacts {
            since,
            stretch,
            changes,
        }) => week.targets.push(Target {
            metric,
            since,
            stretch,
            pins,
            changes,
        }),
        None if !pins.is_empty() => return Err(ChangeError::Changed(Noun::Pin)),
        None => {}
    }
    Ok(())
}

fn put_pin(
    week: &mut Week,
    metric: &MetricId,
    day: Day,
    swap: Pair<Option<Amount>>,
) -> Result<(), ChangeError> {
    let mut targets = week.targets.iter_mut();
    let target = targets.find(|target| target.metric == *metric);
    let target = target.ok_or(ChangeError::Changed(Noun::Target))?;
    swap.put_at(&mut target.pins, day, Noun::Pin)
}

/// Puts a task in its place; one that has got entries or a cause since does not go.
fn put_task(week: &mut Week, swap: Pair<Option<Task>>) -> Result<(), ChangeError> {
    if let Pair {
        found: Some(task),
        put: None,
    } = &swap
    {
        let entries = week.entries.iter().map(|entry| entry.task);
        let misses = week.review.misses.iter().map(|miss| miss.task);
        if entries.chain(misses).any(|named| named == Some(task.id)) {
            return Err(ChangeError::Changed(Noun::Task));
        }
    }
    swap.place(&mut week.tasks, 0, |task| task.id, Noun::Task)
}

//! What takes an edit back: for each record it touched, what is expected there and what is to
//! stand there instead.
//!
//! A step back is refused where one of its records is not as it was left, and where it would
//! leave the week with something that names what is not there: another program may have built
//! on just what is to go. `swap.rs` puts one record in its place, `whole.rs` looks at the week
//! afterwards.

mod swap;
mod whole;

use std::collections::{BTreeMap, BTreeSet};

use self::swap::{Swap, target_swaps};
use super::{ChangeError, money, task};
use crate::domain::{Currency, MetricId, Miss, Settings, TaskId, Week};

/// A step back: records to be found as they were left, and what to put in their places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patch {
    swaps: Vec<Swap>,
    /// In what its amounts of money are counted.
    currency: Option<Currency>,
}

/// One record: what is expected (`found`) and what is to stand there (`put`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pair<T> {
    pub(super) found: T,
    pub(super) put: T,
}

impl Patch {
    /// What makes `after` into `before`.
    ///
    /// Entries and causes come before the tasks they name: a task that goes must find them gone.
    pub(super) fn between(after: &Week, before: &Week) -> Self {
        let mut swaps = Vec::new();
        swaps.extend(pair(&after.currency, &before.currency).map(Swap::Currency));
        swaps.extend(pair(&after.outlook, &before.outlook).map(Swap::Outlook));
        swaps.extend(pair(&after.focus, &before.focus).map(Swap::Focus));
        target_swaps(after, before, &mut swaps);
        let entries = records(&after.entries, &before.entries, |entry| entry.id);
        swaps.extend(entries.map(|(_, swap)| Swap::Entry(Box::new(swap))));
        let misses = records(&after.review.misses, &before.review.misses, miss_of);
        swaps.extend(misses.map(|(at, swap)| Swap::Miss(at, swap)));
        let tasks = records(&after.tasks, &before.tasks, |task| task.id);
        swaps.extend(tasks.map(|(_, swap)| Swap::Task(Box::new(swap))));
        let events = records(&after.events, &before.events, |event| event.id);
        swaps.extend(events.map(|(_, swap)| Swap::Event(Box::new(swap))));
        for day in before.week.days() {
            let [after, before] = [after, before].map(|week| week.closed.get(&day).cloned());
            swaps.extend(pair(&after, &before).map(|swap| Swap::Closed(day, swap)));
        }
        review_swaps(after, before, &mut swaps);
        swaps.extend(pair(&after.sealed, &before.sealed).map(Swap::Sealed));
        let currency = before.currency.or(after.currency);
        Self { swaps, currency }
    }

    /// The same step, which leaves some tasks as they are.
    #[must_use]
    pub(super) fn without(mut self, tasks: &[TaskId]) -> Self {
        self.swaps.retain(|swap| {
            let task = swap.task();
            task.is_none_or(|task| !tasks.contains(&task))
        });
        self
    }

    /// The week as it was before this step, where all of the step is in it already: it was
    /// written, and the file that was to follow was not.
    pub(super) fn before(&self, week: &Week, settings: &Settings) -> Option<Week> {
        let mut before = week.clone();
        let back = Self {
            swaps: self.swaps.iter().rev().cloned().map(Swap::back).collect(),
            currency: self.currency,
        };
        back.put_all(&mut before, settings).ok()?;
        Some(before)
    }

    /// Whether it puts a seal on or takes one off.
    pub(super) fn opens(&self) -> bool {
        let mut swaps = self.swaps.iter();
        swaps.any(|swap| matches!(swap, Swap::Sealed(_)))
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.swaps.is_empty()
    }

    /// Puts everything in its place, or refuses.
    pub(super) fn apply(self, week: &mut Week, settings: &Settings) -> Result<(), ChangeError> {
        let before = week.clone();
        let filled: BTreeSet<TaskId> = self.swaps.iter().flat_map(Swap::tasks_of_entry).collect();
        self.put_all(week, settings)?;
        for id in filled {
            task::open_unless_full(week, id);
        }
        whole::check(&before, week, settings)
    }

    /// Puts every record in its place. Money brings its currency, which another program may
    /// have taken out with the last of the other money.
    fn put_all(self, week: &mut Week, settings: &Settings) -> Result<(), ChangeError> {
        let mut counted = self.swaps.iter().filter_map(Swap::counted_in);
        if counted.any(|metric| money::is_money(metric, settings)) {
            let (found, put) = (self.currency, self.currency);
            money::restore_currency(week, &Pair { found, put })?;
        }
        self.swaps.into_iter().try_for_each(|swap| swap.apply(week))
    }

    /// Puts back each task that is still as it was left, and gives the others.
    pub(super) fn take_back(self, week: &mut Week) -> Result<Vec<TaskId>, ChangeError> {
        let mut touched = Vec::new();
        for swap in self.swaps {
            match (swap.task(), swap.apply(week)) {
                (Some(task), Err(_)) => touched.push(task),
                (_, result) => result?,
            }
        }
        Ok(touched)
    }
}

/// What takes lessons, improvements and answers back.
fn review_swaps(after: &Week, before: &Week, swaps: &mut Vec<Swap>) {
    let (new, old) = (&after.review, &before.review);
    let lessons = records(&new.lessons, &old.lessons, |lesson| lesson.id);
    swaps.extend(lessons.map(|(at, swap)| Swap::Lesson(at, swap)));
    let actions = records(&new.improvements, &old.improvements, |action| action.id);
    swaps.extend(actions.map(|(at, swap)| Swap::Improvement(at, swap)));
    let answers = records(&new.helped, &old.helped, |answer| answer.improvement);
    swaps.extend(answers.map(|(at, swap)| Swap::Helped(at, swap)));
}

/// What names a cause: the metric or the task it is of.
fn miss_of(miss: &Miss) -> (Option<MetricId>, Option<TaskId>) {
    (miss.metric.clone(), miss.task)
}

pub(super) fn pair<T: PartialEq + Clone>(found: &T, put: &T) -> Option<Pair<T>> {
    (found != put).then(|| Pair {
        found: found.clone(),
        put: put.clone(),
    })
}

/// The records of two lists that differ, each with its place: first those that are to stand
/// again, in their order, then those that are to go.
pub(super) fn records<T, N>(
    after: &[T],
    before: &[T],
    name: impl Fn(&T) -> N,
) -> impl Iterator<Item = (usize, Pair<Option<T>>)>
where
    T: PartialEq + Clone,
    N: Ord,
{
    let mut swaps = Vec::new();
    if after != before {
        let new = after.iter().map(|item| (name(item), item));
        let mut new: BTreeMap<N, &T> = new.collect();
        for (at, put) in before.iter().enumerate() {
            let found = new.remove(&name(put)).cloned();
            if found.as_ref() != Some(put) {
                let put = Some(put.clone());
                swaps.push((at, Pair { found, put }));
            }
        }
        swaps.extend(new.into_values().map(|item| {
            let found = Some(item.clone());
            (0, Pair { found, put: None })
        }));
    }
    swaps.into_iter()
}

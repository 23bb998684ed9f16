//! What a week and the settings promise beyond their types.
//!
//! Files can be edited by hand, so what is read is checked before it is used: ids are unique,
//! days lie inside the week, amounts are in range. A [`Fault`] names the place as a path into
//! the file (`tasks[3].day`), from which the store finds line and column.

use std::collections::BTreeSet;
use std::fmt::{Arguments, Display};

use thiserror::Error;

use super::change::LARGEST_AMOUNT;
use super::{
    Amount, CalendarSettings, Closed, Day, Entry, Event, MOST_REPEATS, MOST_WHYS, MOST_WINS,
    Metric, MetricId, Miss, Repeat, Review, Seal, Settings, Target, Task, TaskState, Week, WeekId,
};

/// The most entries that one week may have.
pub const MOST_ENTRIES: usize = 100_000;

/// Something in a file that cannot be as it is.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{kind}")]
pub struct Fault {
    /// Where, as a path into the file: `tasks[3].day`.
    pub path: String,
    /// What is wrong.
    pub kind: FaultKind,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FaultKind {
    /// Two of a list have the same name.
    #[error("`{0}` stands twice")]
    Twice(String),
    /// The file is that of another week.
    #[error("this is the file of week {expected}, found week {found}")]
    OtherWeek {
        /// The week by the file's name.
        expected: WeekId,
        /// The week it says.
        found: WeekId,
    },
    /// A day that is none of the week's.
    #[error("expected a day of week {week}, found {day}")]
    Outside {
        /// The week.
        week: WeekId,
        /// The day.
        day: Day,
    },
    /// An amount below 0, or 0, where there must be more.
    #[error("expected an amount above {above}, found {found}")]
    TooSmall {
        /// What it must exceed.
        above: i64,
        /// What it is.
        found: i64,
    },
    /// An amount of more than [`LARGEST_AMOUNT`] either way.
    #[error("expected an amount of at most {largest}, found {found}", largest = LARGEST_AMOUNT.units())]
    TooLarge {
        /// What it is.
        found: i64,
    },
    /// A list that must have something in it, or a value that another one needs.
    #[error("something is missing here")]
    Missing,
    /// A value that makes no sense without another, or beside it.
    #[error("this cannot stand here")]
    OutOfPlace,
    /// A number outside its bounds.
    #[error("expected a number from {least} to {most}, found {found}")]
    Range {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
        /// What it is.
        found: u32,
    },
    /// More lines than there may be.
    #[error("expected at most {most} lines, found {found}")]
    TooManyLines {
        /// The most.
        most: usize,
        /// How many there are.
        found: usize,
    },
    /// More entries than a week may have.
    #[error("a week may have {MOST_ENTRIES} entries, this one has {0}")]
    TooMany(usize),
}

impl FaultKind {
    fn at(self, path: impl Display) -> Fault {
        Fault {
            path: path.to_string(),
            kind: self,
        }
    }
}

type Checked = Result<(), Fault>;

impl Week {
    /// The week, if all that it promises holds, and it is the week its file's name says.
    pub fn checked(self, expected: WeekId) -> Result<Self, Fault> {
        let found = self.week;
        if found != expected {
            return Err(FaultKind::OtherWeek { expected, found }.at("week"));
        }
        if self.entries.len() > MOST_ENTRIES {
            return Err(FaultKind::TooMany(self.entries.len()).at("entries"));
        }
        unique(&self.targets, |target| &target.metric, "targets", ".metric")?;
        unique(&self.tasks, |task| task.id, "tasks", ".id")?;
        unique(&self.entries, |entry| entry.id, "entries", ".id")?;
        unique(&self.events, |event| event.id, "events", ".id")?;
        each(&self.targets, "targets", |target, path| {
            check_target(target, found, path)
        })?;
        each(&self.tasks, "tasks", |task, path| {
            check_task(task, found, path)
        })?;
        each(&self.entries, "entries", |entry, path| {
            check_entry(entry, found, path)
        })?;
        each(&self.events, "events", |event, path| {
            check_event(event, found, path)
        })?;
        for (day, closed) in &self.closed {
            check_closed(*day, closed, found)?;
        }
        check_review(&self.review, found)?;
        check_seals(&self.sealed, found)?;
        Ok(self)
    }
}

impl Settings {
    /// The settings, if all that they promise holds.
    pub fn checked(self) -> Result<Self, Fault> {
        unique(&self.metrics, |metric| &metric.id, "metrics", ".id")?;
        let mut letters = BTreeSet::new();
        each(&self.metrics, "metrics", |metric, path| {
            check_metric(metric, path)?;
            match metric.letter.filter(|_| !metric.retired) {
                Some(letter) if !letters.insert(letter) => {
                    Err(FaultKind::Twice(letter.to_string()).at(format_args!("{path}.letter")))
                }
                _ => Ok(()),
            }
        })?;
        if self.hours.from >= self.hours.to {
            return Err(FaultKind::OutOfPlace.at("hours.to"));
        }
        check_calendar(&self.calendar)?;
        check_repeats(&self.repeats)?;
        Ok(self)
    }
}

fn check_calendar(calendar: &CalendarSettings) -> Checked {
    let rows = u32::try_from(calendar.pattern.len()).unwrap_or(u32::MAX);
    range(rows, 1, 52, "calendar.pattern")
}

fn check_repeats(repeats: &[Repeat]) -> Checked {
    let count = u32::try_from(repeats.len()).unwrap_or(u32::MAX);
    let most = u32::try_from(MOST_REPEATS).unwrap_or(u32::MAX);
    range(count, 0, most, "repeats")?;
    unique(repeats, |repeat| repeat.id, "repeats", ".id")?;
    each(repeats, "repeats", |repeat, path| {
        if repeat.until.is_some_and(|until| until < repeat.from) {
            return Err(FaultKind::OutOfPlace.at(format_args!("{path}.until")));
        }
        let (work, path) = (&repeat.work, format!("{path}.work"));
        check_amount(work.amount, work.metric.as_ref(), &path)?;
        check_estimate(work.estimate, &path)
    })
}

fn check_amount(amount: Option<Amount>, metric: Option<&MetricId>, path: impl Display) -> Checked {
    let path = format!("{path}.amount");
    above(amount, 0, &path)?;
    match (amount, metric) {
        (Some(_), None) => Err(FaultKind::OutOfPlace.at(path)),
        (Some(_) | None, _) => Ok(()),
    }
}

fn check_estimate(estimate: Option<u16>, path: impl Display) -> Checked {
    match estimate {
        Some(minutes) => range(minutes.into(), 1, 1440, format_args!("{path}.estimate")),
        None => Ok(()),
    }
}

fn check_metric(metric: &Metric, path: Arguments<'_>) -> Checked {
    if metric.basis.is_some() && metric.unit != super::Unit::Money {
        return Err(FaultKind::OutOfPlace.at(format_args!("{path}.basis")));
    }
    above(metric.step, 0, format_args!("{path}.step"))
}

fn check_target(target: &Target, week: WeekId, path: Arguments<'_>) -> Checked {
    inside(target.since, week, format_args!("{path}.since"))?;
    if target.changes.is_empty() {
        return Err(FaultKind::Missing.at(format_args!("{path}.changes")));
    }
    let steps = format!("{path}.changes");
    each(&target.changes, &steps, |change, path| {
        above(Some(change.to), -1, format_args!("{path}.to"))?;
        above(change.from, -1, format_args!("{path}.from"))
    })?;
    let reached = target.amount().unwrap_or_default().units();
    above(target.stretch, reached, format_args!("{path}.stretch"))?;
    for (day, pin) in &target.pins {
        let path = format!("{path}.pins.{day}");
        inside(*day, week, &path)?;
        above(Some(*pin), -1, &path)?;
        if *day < target.since || target.amount().is_none() {
            return Err(FaultKind::OutOfPlace.at(path));
        }
    }
    Ok(())
}

fn check_task(task: &Task, week: WeekId, path: Arguments<'_>) -> Checked {
    if let Some(day) = task.day {
        inside(day, week, format_args!("{path}.day"))?;
    }
    above(Some(task.before), -1, format_args!("{path}.before"))?;
    check_amount(task.amount, task.metric.as_ref(), path)?;
    check_estimate(task.estimate, path)?;
    match task.state {
        TaskState::Done { on, .. } => inside(on, week, format_args!("{path}.state.done.on")),
        TaskState::Moved { to, .. } if to == week => {
            Err(FaultKind::OutOfPlace.at(format_args!("{path}.state.moved.to")))
        }
        TaskState::Open | TaskState::Skipped { .. } | TaskState::Moved { .. } => Ok(()),
    }
}

fn check_entry(entry: &Entry, week: WeekId, path: Arguments<'_>) -> Checked {
    inside(entry.day, week, format_args!("{path}.day"))?;
    in_range(entry.amount, format_args!("{path}.amount"))
}

fn check_event(event: &Event, week: WeekId, path: Arguments<'_>) -> Checked {
    inside(event.day, week, format_args!("{path}.day"))?;
    if event.amount.is_some() && event.metric.is_none() {
        return Err(FaultKind::OutOfPlace.at(format_args!("{path}.amount")));
    }
    above(event.amount, 0, format_args!("{path}.amount"))
}

fn check_closed(day: Day, closed: &Closed, week: WeekId) -> Checked {
    let path = format!("closed.{day}");
    inside(day, week, &path)?;
    at_most(&closed.wins, MOST_WINS, format_args!("{path}.wins"))?;
    match closed.mood {
        Some(mood) => range(mood.into(), 1, 5, format_args!("{path}.mood")),
        None => Ok(()),
    }
}

fn check_review(review: &Review, week: WeekId) -> Checked {
    check_misses(&review.misses)?;
    unique(&review.lessons, |lesson| lesson.id, "review.lessons", ".id")?;
    let (actions, path) = (&review.improvements, "review.improvements");
    unique(actions, |action| action.id, path, ".id")?;
    each(actions, path, |action, path| match action.day {
        Some(day) => inside(day, week.next(), format_args!("{path}.day")),
        None => Ok(()),
    })?;
    let (answers, path) = (&review.helped, "review.helped");
    unique(answers, |answer| answer.improvement, path, ".improvement")
}

fn check_misses(misses: &[Miss]) -> Checked {
    let (mut metrics, mut tasks) = (BTreeSet::new(), BTreeSet::new());
    each(misses, "review.misses", |miss, path| {
        at_most(&miss.whys, MOST_WHYS, format_args!("{path}.whys"))?;
        match (&miss.metric, miss.task) {
            (None, None) => Err(FaultKind::Missing.at(path)),
            (Some(_), Some(_)) => Err(FaultKind::OutOfPlace.at(format_args!("{path}.task"))),
            (Some(metric), None) if !metrics.insert(metric.clone()) => {
                Err(FaultKind::Twice(metric.to_string()).at(format_args!("{path}.metric")))
            }
            (None, Some(task)) if !tasks.insert(task) => {
                Err(FaultKind::Twice(task.to_string()).at(format_args!("{path}.task")))
            }
            (Some(_), None) | (None, Some(_)) => Ok(()),
        }
    })
}

fn check_seals(seals: &[Seal], week: WeekId) -> Checked {
    let last = seals.len().saturating_sub(1);
    for (index, seal) in seals.iter().enumerate() {
        let path = format!("sealed[{index}]");
        if index < last && seal.reopened.is_none() {
            return Err(FaultKind::Missing.at(path));
        }
        for day in seal.holidays.keys() {
            inside(*day, week, format_args!("{path}.holidays.{day}"))?;
        }
        let metrics = format!("{path}.metrics");
        unique(&seal.metrics, |metric| &metric.id, &metrics, ".id")?;
        each(&seal.metrics, &metrics, check_metric)?;
    }
    Ok(())
}

fn each<T>(
    list: &[T],
    path: impl Display,
    mut check: impl FnMut(&T, Arguments<'_>) -> Checked,
) -> Checked {
    let mut items = list.iter().enumerate();
    items.try_for_each(|(index, item)| check(item, format_args!("{path}[{index}]")))
}

fn unique<'a, T, N>(list: &'a [T], name: impl Fn(&'a T) -> N, path: &str, field: &str) -> Checked
where
    N: Ord + Display,
{
    let mut seen = BTreeSet::new();
    for (index, item) in list.iter().enumerate() {
        if let Some(twice) = seen.replace(name(item)) {
            return Err(
                FaultKind::Twice(twice.to_string()).at(format_args!("{path}[{index}]{field}"))
            );
        }
    }
    Ok(())
}

fn inside(day: Day, week: WeekId, path: impl Display) -> Checked {
    if week.contains(day) {
        Ok(())
    } else {
        Err(FaultKind::Outside { week, day }.at(path))
    }
}

fn in_range(amount: Amount, path: impl Display) -> Checked {
    let found = amount.units();
    if found.unsigned_abs() <= LARGEST_AMOUNT.units().unsigned_abs() {
        Ok(())
    } else {
        Err(FaultKind::TooLarge { found }.at(path))
    }
}

fn above(amount: Option<Amount>, above: i64, path: impl Display) -> Checked {
    match amount.map(Amount::units) {
        Some(found) if found <= above => Err(FaultKind::TooSmall { above, found }.at(path)),
        Some(_) | None => amount.map_or(Ok(()), |amount| in_range(amount, path)),
    }
}

fn at_most(lines: &[String], most: usize, path: impl Display) -> Checked {
    match lines.len() {
        found if found > most => Err(FaultKind::TooManyLines { most, found }.at(path)),
        _ => Ok(()),
    }
}

fn range(found: u32, least: u32, most: u32, path: impl Display) -> Checked {
    if (least..=most).contains(&found) {
        Ok(())
    } else {
        Err(FaultKind::Range { least, most, found }.at(path))
    }
}

#[cfg(test)]
mod tests;

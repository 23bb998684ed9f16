//! Work that comes again and again, and knows working days.
//!
//! A [`Repeat`] stands in the settings: what is to be done, by which [`Rule`], from when to
//! when. What it brings to a week is derived from the rule and the calendar, and written down
//! only where something is made of it: looking writes nothing, and the past is not flooded. An
//! occurrence that was touched is an ordinary task of its week from then on.
//!
//! Each occurrence stands alone, and has a *nominal day* that names it for good, whatever the
//! calendar will say: the day itself where the rule names days, the Monday of the week or the
//! first of the month where it names a working day of these. The id of its task is made of the
//! rule's id and that day ([`Id::derived`]), so that it is the same task whoever looks, and an
//! edit finds it without a file.
//!
//! ```
//! # use salesweek::domain::{Calendar, Currency, Day, Id, Language, Law, Repeat, Settings, Task, TaskId, Week, Work};
//! let monday: Day = "2026-02-09".parse()?;
//! let at = "2026-02-09T09:00:00+08:00".parse()?;
//! let task = Task::new(TaskId(Id::from_bits(7)), "Morning calls".into(), None, at);
//! let calls = Repeat::new(Id::from_bits(7).into(), "workdays".parse().unwrap(), monday, Work::of(&task), at);
//!
//! let mut settings = Settings::new(Language::En, Currency::CNY, Law::Cn);
//! settings.repeats.push(calls);
//! let mut week = Week::new("2026-W07".parse()?); // before Spring Festival: Saturday too
//! week.bring_repeats(&settings);
//! assert_eq!(week.tasks.len(), 6);
//! # Ok::<(), salesweek::domain::DayError>(())
//! ```

mod days;
mod rule;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use serde::{Deserialize, Serialize};

pub use days::{Occurrence, REACH};
pub use rule::{ChosenDays, Rule, RuleError};

use super::strict::is_default;
use super::{
    Amount, Day, MetricId, Moment, RepeatId, Settings, Task, TaskId, TimeOfDay, Week, WeekId,
};

/// The most repeats that the settings may have.
pub const MOST_REPEATS: usize = 1000;

/// Over how many weeks [`Repeat::next_day`] looks; a rule's days are at most a year apart.
const AHEAD: usize = 56;

/// Work that comes again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repeat {
    /// Its name.
    pub id: RepeatId,
    /// On which days.
    pub rule: Rule,
    /// What it does on a day off; without effect where the rule names working days.
    #[serde(default, skip_serializing_if = "is_default")]
    pub off: OnDayOff,
    /// The first day that the rule may name; weeks are counted from its week on. It may be long
    /// past, and yet nothing comes before the week in which the repeat was entered.
    pub from: Day,
    /// The last day that the rule may name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// The nominal days of occurrences that were removed.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub except: BTreeSet<Day>,
    /// The repeat that this one goes on from, by the same rule: their occurrences have their
    /// names from it, so that one that was touched does not come again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<RepeatId>,
    /// What is to be done.
    pub work: Work,
    /// When it was entered.
    pub added: Moment,
}

/// What is to be done: a task without its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// In one line.
    pub title: String,
    /// At what time of the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<TimeOfDay>,
    /// Whether it matters, where the user said so or said not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub important: Option<bool>,
    /// Whether it was called urgent.
    #[serde(default, skip_serializing_if = "is_default")]
    pub urgent: bool,
    /// How long it may take, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<u16>,
    /// What it counts for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<MetricId>,
    /// How much of the metric it is, above 0; only with a metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
    /// For whom, as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
}

/// What becomes of an occurrence whose day is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OnDayOff {
    /// It stands on the last working day before.
    Before,
    /// It stands on the next working day.
    #[default]
    After,
    /// It is left out.
    Skip,
}

impl OnDayOff {
    /// All three, the usual one first.
    pub const ALL: [Self; 3] = [Self::After, Self::Before, Self::Skip];
}

impl Work {
    /// What a task is about.
    pub fn of(task: &Task) -> Self {
        Self {
            title: task.title.clone(),
            time: task.time,
            important: task.important,
            urgent: task.urgent,
            estimate: task.estimate,
            metric: task.metric.clone(),
            amount: task.amount,
            customer: task.customer.clone(),
        }
    }

    /// An open task of it.
    pub fn task(&self, id: TaskId, day: Option<Day>, added: Moment) -> Task {
        Task {
            time: self.time,
            important: self.important,
            urgent: self.urgent,
            estimate: self.estimate,
            metric: self.metric.clone(),
            amount: self.amount,
            customer: self.customer.clone(),
            ..Task::new(id, self.title.clone(), day, added)
        }
    }
}

impl Repeat {
    /// From a day on, with nothing removed and no end.
    pub fn new(id: RepeatId, rule: Rule, from: Day, work: Work, added: Moment) -> Self {
        Self {
            id,
            rule,
            off: OnDayOff::default(),
            from,
            until: None,
            except: BTreeSet::new(),
            series: None,
            work,
            added,
        }
    }

    /// The id of the task that an occurrence is.
    pub fn task_id(&self, nominal: Day) -> TaskId {
        let series = self.series.unwrap_or(self.id);
        let number = nominal.date().num_days_from_ce();
        TaskId(series.0.derived(number.unsigned_abs().into()))
    }

    /// The task that an occurrence is, as long as nobody has touched it.
    pub fn task(&self, occurrence: Occurrence) -> Task {
        let id = self.task_id(occurrence.nominal);
        self.work.task(id, Some(occurrence.day), self.added)
    }

    /// The first day from `today` on for which it brings something; `None` once it has ended,
    /// or where the calendar has no such day within the year.
    pub fn next_day(&self, today: Day, settings: &Settings) -> Option<Day> {
        let first = today.max(self.from).week().previous();
        let weeks = std::iter::successors(Some(first), |week| week.plus(1)).take(AHEAD);
        let days = weeks.flat_map(|week| self.occurrences(week, &settings.calendar));
        days.map(|occurrence| occurrence.day)
            .find(|day| *day >= today)
    }
}

impl Settings {
    /// The repeat of that id.
    pub fn repeat(&self, id: RepeatId) -> Option<&Repeat> {
        self.repeats.iter().find(|repeat| repeat.id == id)
    }

    /// The tasks that repeats bring to a week, touched or not, and which repeat does.
    pub fn occurrences(&self, week: WeekId) -> BTreeMap<TaskId, RepeatId> {
        let repeats = self.repeats.iter();
        repeats
            .flat_map(|repeat| {
                let occurrences = repeat.occurrences(week, &self.calendar).into_iter();
                occurrences.map(|its| (repeat.task_id(its.nominal), repeat.id))
            })
            .collect()
    }

    /// The repeat that brings a task to a week, touched or not, and which occurrence it is.
    pub fn occurrence(&self, week: WeekId, task: TaskId) -> Option<(&Repeat, Occurrence)> {
        self.repeats.iter().find_map(|repeat| {
            let occurrences = repeat.occurrences(week, &self.calendar).into_iter();
            let mut its = occurrences.filter(|its| repeat.task_id(its.nominal) == task);
            its.next().map(|occurrence| (repeat, occurrence))
        })
    }
}

impl Week {
    /// Adds the tasks that repeats bring to the week and that are not in its file yet, and
    /// gives them; nothing where the week is sealed.
    ///
    /// Whoever looks at a week looks at it so. Bringing twice brings nothing the second time.
    pub fn bring_repeats(&mut self, settings: &Settings) -> Vec<Task> {
        if settings.repeats.is_empty() || self.is_sealed() {
            return Vec::new();
        }
        let mut known: BTreeSet<TaskId> = self.tasks.iter().map(|task| task.id).collect();
        let mut brought = Vec::new();
        for repeat in &settings.repeats {
            let occurrences = repeat.occurrences(self.week, &settings.calendar);
            let tasks = occurrences.into_iter().map(|its| repeat.task(its));
            brought.extend(tasks.filter(|task| known.insert(task.id)));
        }
        self.tasks.extend(brought.iter().cloned());
        self.sort();
        brought
    }

    /// Takes out again what was brought and nobody has touched since.
    pub(super) fn leave_untouched(&mut self, brought: &[Task]) {
        if brought.is_empty() {
            return;
        }
        let entries = self.entries.iter().filter_map(|entry| entry.task);
        let misses = self.review.misses.iter().filter_map(|miss| miss.task);
        let named: BTreeSet<TaskId> = entries.chain(misses).collect();
        self.tasks
            .retain(|task| named.contains(&task.id) || !brought.contains(task));
    }
}

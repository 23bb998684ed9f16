//! All that happened in one week: what one file of the store holds.
//!
//! Only facts stand here. Quotas, pace, a task's class and progress are derived from them by
//! `planning`, each time. What the types cannot promise is promised by [`Week::checked`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::strict::{is_default, unique_map};
use super::{
    Amount, ByDay, Currency, Day, Entry, EntryId, Event, Holiday, ImprovementId, LessonId, Metric,
    MetricId, Moment, Task, TaskId, Version, WeekId, Weight,
};

/// How many good things a day's close keeps.
pub const MOST_WINS: usize = 3;

/// How often *why* is asked of one miss.
pub const MOST_WHYS: usize = 5;

/// One week of one salesperson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Week {
    /// The version of this shape.
    pub version: Version<2>,
    /// Which week.
    pub week: WeekId,
    /// The currency of its money; present once it holds money.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub currency: Option<Currency>,
    /// What the market is expected to bring.
    #[serde(default, skip_serializing_if = "is_default")]
    pub outlook: MarketOutlook,
    /// The metric that comes first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus: Option<MetricId>,
    /// At most one for each metric, sorted by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Target>,
    /// Sorted by day (the bucket first), then moment, then id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// Sorted by day, then moment, then id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Entry>,
    /// Sorted by day, then moment, then id.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// The days that were closed.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "unique_map"
    )]
    pub closed: BTreeMap<Day, Closed>,
    /// The words of the review.
    #[serde(default, skip_serializing_if = "is_default")]
    pub review: Review,
    /// Each seal there was; the week is sealed when the last one was not reopened.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sealed: Vec<Seal>,
}

impl Week {
    /// A week in which nothing happened yet.
    pub fn new(week: WeekId) -> Self {
        Self {
            version: Version,
            week,
            currency: None,
            outlook: MarketOutlook::default(),
            focus: None,
            targets: Vec::new(),
            tasks: Vec::new(),
            entries: Vec::new(),
            events: Vec::new(),
            closed: BTreeMap::new(),
            review: Review::default(),
            sealed: Vec::new(),
        }
    }

    /// The seal that holds, if the week is sealed.
    pub fn seal(&self) -> Option<&Seal> {
        self.sealed.last().filter(|seal| seal.reopened.is_none())
    }

    /// Whether the week takes no edit.
    pub fn is_sealed(&self) -> bool {
        self.seal().is_some()
    }

    /// Whether it was sealed and opened again.
    pub fn is_reopened(&self) -> bool {
        self.sealed
            .last()
            .is_some_and(|seal| seal.reopened.is_some())
    }

    /// What is kept about a metric's target, also one that was cleared.
    pub fn target(&self, metric: &MetricId) -> Option<&Target> {
        self.targets.iter().find(|target| target.metric == *metric)
    }

    /// The amount to reach, above 0; `None` without a target.
    pub fn target_amount(&self, metric: &MetricId) -> Option<Amount> {
        self.target(metric).and_then(Target::amount)
    }

    /// Whether any metric has a target.
    pub fn has_targets(&self) -> bool {
        self.targets.iter().any(|target| target.amount().is_some())
    }

    /// The task of that id.
    pub fn task(&self, id: TaskId) -> Option<&Task> {
        self.tasks.iter().find(|task| task.id == id)
    }

    /// The entry of that id.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// What was done of a metric, on each day; an entry counts for its day, whenever it was said.
    pub fn done_by_day(&self, metric: &MetricId) -> ByDay<Amount> {
        let mut done = ByDay::default();
        for entry in self.entries.iter().filter(|entry| entry.metric == *metric) {
            let cell: &mut Amount = &mut done[entry.day.weekday()];
            *cell = cell.saturating_add(entry.amount);
        }
        done
    }

    /// What was done of a metric in the whole week.
    pub fn done(&self, metric: &MetricId) -> Amount {
        self.done_by_day(metric).values().copied().sum()
    }

    /// How much of a task is done: what its own entries of its metric add up to, with what it
    /// brought from another week.
    ///
    /// ```
    /// # use salesweek::domain::{Amount, Id, Task, TaskId, Week};
    /// let week = Week::new("2026-W48".parse()?);
    /// let id = TaskId(Id::from_bits(7));
    /// let mut visits = Task::new(id, "Visit Huaxin".into(), None, "2026-11-23T09:00:00+08:00".parse()?);
    /// visits.before = Amount::new(14);
    /// assert_eq!(week.progress(&visits), Amount::new(14));
    /// # Ok::<(), salesweek::domain::DayError>(())
    /// ```
    pub fn progress(&self, task: &Task) -> Amount {
        self.done_for(task).saturating_add(task.before)
    }

    /// What this week's entries of a task, of its metric, add up to.
    pub fn done_for(&self, task: &Task) -> Amount {
        let own = self.entries.iter().filter(|entry| {
            entry.task == Some(task.id) && Some(&entry.metric) == task.metric.as_ref()
        });
        own.map(|entry| entry.amount).sum()
    }

    /// Puts each list that has an order into it; no two of its records are equal in that.
    pub fn sort(&mut self) {
        self.targets
            .sort_unstable_by(|one, other| one.metric.cmp(&other.metric));
        self.tasks
            .sort_unstable_by_key(|task| (task.day, task.added, task.id));
        self.entries
            .sort_unstable_by_key(|entry| (entry.day, entry.at, entry.id));
        self.events
            .sort_unstable_by_key(|event| (event.day, event.at, event.id));
    }
}

/// What the market is expected to bring this week.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarketOutlook {
    /// How strong demand is.
    #[serde(default)]
    pub market: Market,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// How strong demand is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Market {
    /// More than usual.
    Strong,
    /// As usual.
    #[default]
    Normal,
    /// Less than usual.
    Weak,
}

/// The amount of one metric to reach in one week, with all it ever was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Of what.
    pub metric: MetricId,
    /// The first day that owes a part of it.
    pub since: Day,
    /// A second, harder amount, above the target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stretch: Option<Amount>,
    /// Quotas fixed by hand, by day.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "unique_map"
    )]
    pub pins: BTreeMap<Day, Amount>,
    /// Each value it was given, oldest first; never empty.
    pub changes: Vec<TargetStep>,
}

impl Target {
    /// The amount to reach, above 0; `None` once it was cleared.
    pub fn amount(&self) -> Option<Amount> {
        let last = self.changes.last().map(|change| change.to);
        last.filter(|amount| *amount > Amount::ZERO)
    }
}

/// One change of a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TargetStep {
    /// When.
    pub at: Moment,
    /// What it was before; `None` when there was none.
    pub from: Option<Amount>,
    /// What it became; 0 when it was cleared.
    pub to: Amount,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// A closed day. Closing is no lock and changes no figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    /// When it was closed.
    pub at: Moment,
    /// How the day felt, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mood: Option<u8>,
    /// What worked, in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worked: Option<String>,
    /// What was good about it, in up to [`MOST_WINS`] lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub wins: Vec<String>,
}

/// The words of a week's review.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// Causes of missed targets, and of tasks that are open or carried.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub misses: Vec<Miss>,
    /// What to keep, improve, stop and start.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lessons: Vec<Lesson>,
    /// What will be done about it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub improvements: Vec<Improvement>,
    /// Whether earlier improvements helped: the answers this week's review was given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helped: Vec<Helped>,
}

/// Why something was missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Miss {
    /// The metric whose target was missed; this or `task`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<MetricId>,
    /// The task that was not done; this or `metric`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
    /// Why.
    pub cause: Cause,
    /// In the user's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Why that was so, and why that: up to [`MOST_WHYS`] lines, each asking of the one before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub whys: Vec<String>,
}

/// Why something was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "each is said by its name, and worded by the languages"
)]
pub enum Cause {
    NoTime,
    CustomerUnavailable,
    CustomerPostponed,
    WrongContact,
    Price,
    Competitor,
    StockOrDelivery,
    WaitingForColleague,
    Forgot,
    NotPrepared,
    PlanTooFull,
    TargetUnrealistic,
    Event,
    Other,
}

impl Cause {
    /// All, in the order in which they are offered before there is a frequency.
    pub const ALL: [Self; 14] = [
        Self::NoTime,
        Self::CustomerUnavailable,
        Self::CustomerPostponed,
        Self::WrongContact,
        Self::Price,
        Self::Competitor,
        Self::StockOrDelivery,
        Self::WaitingForColleague,
        Self::Forgot,
        Self::NotPrepared,
        Self::PlanTooFull,
        Self::TargetUnrealistic,
        Self::Event,
        Self::Other,
    ];
}

/// Something learnt in the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    /// Its name.
    pub id: LessonId,
    /// What to do with it.
    pub kind: LessonKind,
    /// In one line.
    pub text: String,
}

/// What to do with a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LessonKind {
    /// It worked: go on.
    Keep,
    /// It worked in part: do it better.
    Improve,
    /// It did not work: leave it.
    Stop,
    /// It was missing: begin it.
    Start,
}

impl LessonKind {
    /// All four, in their order.
    pub const ALL: [Self; 4] = [Self::Keep, Self::Improve, Self::Stop, Self::Start];
}

/// A concrete action from the review; it becomes a task of the same id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Improvement {
    /// Its name, and that of its task.
    pub id: ImprovementId,
    /// What will be done.
    pub text: String,
    /// On which day; else some time next week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// How one will see that it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
}

/// Whether an improvement of an earlier week helped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Helped {
    /// Which improvement.
    pub improvement: ImprovementId,
    /// Whether it helped.
    pub helped: Answer,
    /// In the user's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Whether something helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It did.
    Yes,
    /// In part.
    Partly,
    /// It did not.
    No,
}

/// A finished review, with all that a later setting would change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Seal {
    /// When.
    pub at: Moment,
    /// The weights its days had.
    pub weights: ByDay<Weight>,
    /// The official holidays its days were.
    #[serde(deserialize_with = "unique_map")]
    pub holidays: BTreeMap<Day, Holiday>,
    /// Each metric that was shown, in its order.
    pub metrics: Vec<Metric>,
    /// When it was opened again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopened: Option<Moment>,
}

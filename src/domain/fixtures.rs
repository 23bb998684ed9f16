//! Weeks for tests: a builder that fills in all that a test does not speak of.
//!
//! The clock stands at +08:00, the settings are those of a new English store with CNY and no
//! law, so that Monday to Friday are full days. A task is found by its title
//! ([`task_id`]), an entry by its place among those of the builder ([`entry_id`]).
//!
//! ```ignore
//! let planned = a_week("2026-W48")
//!     .target("calls", 50)
//!     .entry("calls", 3, Mon)
//!     .task("Call Lin", Wed)
//!     .day_off(Thu)
//!     .build();
//! assert_eq!(planned.week.done(&metric("calls")), Amount::new(3));
//! ```

use std::collections::BTreeMap;

use super::change::{Applied, Books, Change, ChangeError, WeekChange, shown_metrics};
use super::{
    Amount, Calendar, Cause, Closed, Currency, Day, Entry, EntryId, Event, EventId, EventKind, Id,
    Improvement, ImprovementId, Language, Law, Lesson, LessonId, LessonKind, Market, MetricId,
    Miss, Moment, OwnDay, Seal, Settings, Stamp, Target, TargetStep, Task, TaskId, TaskState, Unit,
    Week, WeekId, Weekday, Weight,
};

/// The day of a date: `2026-11-25`.
pub fn day(date: &str) -> Day {
    date.parse().unwrap()
}

/// The week of a text: `2026-W48`.
pub fn week_id(week: &str) -> WeekId {
    week.parse().unwrap()
}

/// The moment of a date and a time: `2026-11-25 09:00`, at +08:00.
pub fn at(moment: &str) -> Moment {
    let (date, time) = moment.split_once(' ').unwrap();
    format!("{date}T{time}:00+08:00").parse().unwrap()
}

/// The metric of that id.
pub fn metric(id: &str) -> MetricId {
    id.parse().unwrap()
}

/// So many units.
pub fn amount(units: i64) -> Amount {
    Amount::new(units)
}

/// A weight in percent.
pub fn percent(weight: u16) -> Weight {
    Weight::new(weight).unwrap()
}

/// The stamp of a moment; its ids are the same each time.
pub fn stamp(moment: &str) -> Stamp {
    Stamp {
        at: at(moment),
        seed: 7,
    }
}

/// An id that belongs to a text.
pub fn id(text: &str) -> Id {
    let start = 0xcbf2_9ce4_8422_2325_u64;
    let mixed = text.bytes().fold(start, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Id::from_bits(mixed ^ (mixed >> 24))
}

/// The id of the task of that title.
pub fn task_id(title: &str) -> TaskId {
    TaskId(id(title))
}

/// The id of the builder's `n`-th entry, from 0; those of events follow one another too.
pub fn entry_id(n: u64) -> EntryId {
    EntryId(Id::from_bits(n))
}

/// The id of the event of that text.
pub fn event_id(text: &str) -> EventId {
    EventId(id(text))
}

/// The id of the improvement of that text.
pub fn improvement_id(text: &str) -> ImprovementId {
    ImprovementId(id(text))
}

/// The id of the lesson of that text.
pub fn lesson_id(text: &str) -> LessonId {
    LessonId(id(text))
}

/// The settings of a new store: English, CNY, no law.
pub fn settings() -> Settings {
    Settings::new(Language::En, Currency::CNY, Law::None)
}

/// An entry of a metric on a day, said at 10:00 of that day.
pub fn entry(n: u64, of: &str, units: i64, on: Day) -> Entry {
    Entry {
        id: entry_id(n),
        day: on,
        at: at(&format!("{on} 10:00")),
        metric: metric(of),
        amount: amount(units),
        task: None,
        event: None,
        customer: None,
        approach: None,
        note: None,
    }
}

/// An open task of that title, added at 08:00 of its day, or of Monday where it has none.
pub fn task(title: &str, week: WeekId, on: Option<Weekday>) -> Task {
    let day = on.map(|weekday| week.day(weekday));
    let added = at(&format!("{} 08:00", day.unwrap_or(week.monday())));
    Task::new(task_id(title), title.to_owned(), day, added)
}

/// A week without anything in it, to be filled.
pub fn a_week(week: &str) -> WeekBuilder {
    WeekBuilder {
        week: Week::new(week_id(week)),
        settings: settings(),
        sealed: false,
    }
}

/// A week, and the settings that hold in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The week.
    pub week: Week,
    /// The settings.
    pub settings: Settings,
}

impl Planned {
    /// Books with this week alone.
    pub fn books(&self) -> Books {
        let mut books = Books::new(self.settings.clone());
        books.insert(self.week.clone());
        books
    }

    /// The week after an edit.
    pub fn after(&self, change: impl Into<WeekChange>) -> Result<Self, ChangeError> {
        let mut books = self.books();
        let _: Applied = Change::Week(self.week.week, change.into()).apply(&mut books)?;
        Ok(Self {
            week: Week::clone(&books.week(self.week.week)),
            settings: books.settings,
        })
    }

    /// Why an edit is refused.
    pub fn refuses(&self, change: impl Into<WeekChange>) -> ChangeError {
        self.after(change).expect_err("the edit is refused")
    }

    /// The week's calendar.
    pub fn calendar(&self) -> Calendar {
        Calendar::of_week(&self.week, &self.settings)
    }
}

impl From<WeekBuilder> for Planned {
    fn from(builder: WeekBuilder) -> Self {
        builder.build()
    }
}

/// Builds a week.
#[derive(Debug, Clone)]
#[must_use]
pub struct WeekBuilder {
    week: Week,
    settings: Settings,
    sealed: bool,
}

impl WeekBuilder {
    /// A target from Monday on, set on Monday at 08:00.
    pub fn target(mut self, of: &str, units: i64) -> Self {
        self.take_currency(of);
        let monday = self.week.week.monday();
        self.week.targets.push(Target {
            metric: metric(of),
            since: monday,
            stretch: None,
            pins: BTreeMap::new(),
            changes: vec![TargetStep {
                at: at(&format!("{monday} 08:00")),
                from: None,
                to: amount(units),
                reason: None,
            }],
        });
        self
    }

    /// Changes a target set before, on a day at 12:00.
    pub fn target_changed(mut self, of: &str, units: i64, on: Weekday, reason: &str) -> Self {
        let day = self.week.week.day(on);
        let target = self.target_mut(of);
        let from = target.amount();
        target.changes.push(TargetStep {
            at: at(&format!("{day} 12:00")),
            from,
            to: amount(units),
            reason: Some(reason.to_owned()),
        });
        self
    }

    /// The first day of a target set before.
    pub fn since(mut self, of: &str, on: Weekday) -> Self {
        self.target_mut(of).since = self.week.week.day(on);
        self
    }

    /// The stretch target of a target set before.
    pub fn stretch(mut self, of: &str, units: i64) -> Self {
        self.target_mut(of).stretch = Some(amount(units));
        self
    }

    /// A pin of a target set before.
    pub fn pin(mut self, of: &str, on: Weekday, units: i64) -> Self {
        let day = self.week.week.day(on);
        self.target_mut(of).pins.insert(day, amount(units));
        self
    }

    /// The metric that comes first.
    pub fn focus(mut self, of: &str) -> Self {
        self.week.focus = Some(metric(of));
        self
    }

    /// What the market is expected to bring.
    pub fn market(mut self, market: Market) -> Self {
        self.week.outlook.market = market;
        self
    }

    /// An entry, said at 10:00 of its day.
    pub fn entry(self, of: &str, units: i64, on: Weekday) -> Self {
        self.entry_with(of, units, on, |_| ())
    }

    /// An entry with more said about it.
    pub fn entry_with(
        mut self,
        of: &str,
        units: i64,
        on: Weekday,
        change: impl FnOnce(&mut Entry),
    ) -> Self {
        self.take_currency(of);
        let n = self.week.entries.len().try_into().unwrap();
        let mut made = entry(n, of, units, self.week.week.day(on));
        change(&mut made);
        self.week.entries.push(made);
        self
    }

    /// An open task on a day.
    pub fn task(self, title: &str, on: Weekday) -> Self {
        self.task_with(title, Some(on), |_| ())
    }

    /// An open task in the week's bucket.
    pub fn bucket(self, title: &str) -> Self {
        self.task_with(title, None, |_| ())
    }

    /// An open task that counts for a metric.
    pub fn counted(self, title: &str, on: Weekday, of: &str, units: i64) -> Self {
        self.task_with(title, Some(on), |task| {
            task.metric = Some(metric(of));
            task.amount = Some(amount(units));
        })
    }

    /// A task that was done on a day, at 17:00.
    pub fn done(self, title: &str, on: Weekday) -> Self {
        let day = self.week.week.day(on);
        self.task_with(title, Some(on), |task| {
            let at = at(&format!("{day} 17:00"));
            task.state = TaskState::Done { on: day, at };
        })
    }

    /// A task with more said about it.
    pub fn task_with(
        mut self,
        title: &str,
        on: Option<Weekday>,
        change: impl FnOnce(&mut Task),
    ) -> Self {
        let mut made = task(title, self.week.week, on);
        change(&mut made);
        if let (Some(of), Some(_)) = (made.metric.clone(), made.amount) {
            self.take_currency(of.as_str());
        }
        self.week.tasks.push(made);
        self
    }

    /// An event that changes no figure.
    pub fn event(self, kind: EventKind, text: &str, on: Weekday) -> Self {
        self.event_with(kind, text, on, |_| ())
    }

    /// A cancelled order, and the entry that takes it off.
    pub fn cancelled(self, text: &str, of: &str, units: i64, on: Weekday) -> Self {
        let noted = self.event_with(EventKind::OrderCancelled, text, on, |event| {
            event.metric = Some(metric(of));
            event.amount = Some(amount(units));
        });
        let taken = units.checked_neg().unwrap();
        noted.entry_with(of, taken, on, |entry| entry.event = Some(event_id(text)))
    }

    /// A day closed at 18:00, with a mood from 1 to 5.
    pub fn closed(mut self, on: Weekday, mood: u8) -> Self {
        let day = self.week.week.day(on);
        let closed = Closed {
            at: at(&format!("{day} 18:00")),
            mood: Some(mood),
            worked: None,
            wins: Vec::new(),
        };
        self.week.closed.insert(day, closed);
        self
    }

    /// What was good about a day that is closed.
    pub fn wins(mut self, on: Weekday, wins: &[&str]) -> Self {
        let day = self.week.week.day(on);
        let closed = self.week.closed.get_mut(&day).unwrap();
        closed.wins = wins.iter().map(|win| (*win).to_owned()).collect();
        self
    }

    /// The whys of the miss that was named last.
    pub fn whys(mut self, whys: &[&str]) -> Self {
        let miss = self.week.review.misses.last_mut().unwrap();
        miss.whys = whys.iter().map(|why| (*why).to_owned()).collect();
        self
    }

    /// The cause of a missed target.
    pub fn miss(mut self, of: &str, cause: Cause) -> Self {
        self.week.review.misses.push(Miss {
            metric: Some(metric(of)),
            task: None,
            cause,
            note: None,
            whys: Vec::new(),
        });
        self
    }

    /// The cause of a task that was not done.
    pub fn task_miss(mut self, title: &str, cause: Cause) -> Self {
        self.week.review.misses.push(Miss {
            metric: None,
            task: Some(task_id(title)),
            cause,
            note: None,
            whys: Vec::new(),
        });
        self
    }

    /// A lesson.
    pub fn lesson(mut self, kind: LessonKind, text: &str) -> Self {
        self.week.review.lessons.push(Lesson {
            id: lesson_id(text),
            kind,
            text: text.to_owned(),
        });
        self
    }

    /// An improvement, on a day of next week or none.
    pub fn improvement(mut self, text: &str, on: Option<Weekday>) -> Self {
        let next = self.week.week.next();
        self.week.review.improvements.push(Improvement {
            id: improvement_id(text),
            text: text.to_owned(),
            day: on.map(|weekday| next.day(weekday)),
            measure: None,
        });
        self
    }

    /// A day off.
    pub fn day_off(self, on: Weekday) -> Self {
        self.weight(on, 0)
    }

    /// A day of another weight.
    pub fn weight(mut self, on: Weekday, weight: u16) -> Self {
        let own = OwnDay {
            weight: percent(weight),
            why: None,
        };
        let day = self.week.week.day(on);
        self.settings.calendar.days.insert(day, own);
        self
    }

    /// Anything else about the week.
    pub fn also(mut self, change: impl FnOnce(&mut Week)) -> Self {
        change(&mut self.week);
        self
    }

    /// Other settings.
    pub fn settings(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(&mut self.settings);
        self
    }

    /// The week sealed, on Friday at 16:52.
    pub fn sealed(mut self) -> Self {
        self.sealed = true;
        self
    }

    /// The week and its settings.
    pub fn build(mut self) -> Planned {
        self.week.sort();
        if self.sealed {
            let calendar = Calendar::of_week(&self.week, &self.settings);
            let days = calendar.days.values();
            let holidays = days.filter_map(|day| Some((day.date, day.holiday?)));
            self.week.sealed.push(Seal {
                at: at(&format!("{} 16:52", self.week.week.day(Weekday::Fri))),
                weights: calendar.weights(),
                holidays: holidays.collect(),
                metrics: shown_metrics(&self.week, &self.settings),
                reopened: None,
            });
        }
        Planned {
            week: self.week,
            settings: self.settings,
        }
    }

    fn event_with(
        mut self,
        kind: EventKind,
        text: &str,
        on: Weekday,
        change: impl FnOnce(&mut Event),
    ) -> Self {
        let day = self.week.week.day(on);
        let mut event = Event {
            id: event_id(text),
            day,
            at: at(&format!("{day} 13:20")),
            kind,
            text: text.to_owned(),
            metric: None,
            amount: None,
        };
        change(&mut event);
        self.week.events.push(event);
        self
    }

    fn target_mut(&mut self, of: &str) -> &mut Target {
        let mut targets = self.week.targets.iter_mut();
        let found = targets.find(|target| target.metric.as_str() == of);
        found.expect("`target` comes first")
    }

    fn take_currency(&mut self, of: &str) {
        let known = self.settings.metric(&metric(of));
        if known.is_some_and(|metric| metric.unit == Unit::Money) {
            self.week.currency = Some(self.settings.currency);
        }
    }
}

mod tests {
    use super::*;
    use Weekday::{Mon, Thu, Wed};

    #[test]
    fn a_built_week_is_one_that_may_be_read() {
        let planned = a_week("2026-W48")
            .target("calls", 50)
            .target("revenue", 50_000_000)
            .entry("calls", 3, Mon)
            .task("Call Lin", Wed)
            .cancelled("Huaxin cancelled", "revenue", 12_000_000, Wed)
            .day_off(Thu)
            .sealed()
            .build();
        assert_eq!(planned.week.done(&metric("calls")), amount(3));
        assert!(planned.calendar().days[Thu].weight.is_off());
        planned.week.checked(week_id("2026-W48")).unwrap();
        planned.settings.checked().unwrap();
    }
}

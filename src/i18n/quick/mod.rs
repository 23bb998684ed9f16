//! A task in one line: its title, and hints that people type behind it.
//!
//! ```
//! # use salesweek::domain::{Currency, Day, Metric};
//! # use salesweek::i18n::{Hint, QuickContext, read_quick};
//! let wednesday: Day = "2026-11-25".parse()?;
//! let context = QuickContext {
//!     today: wednesday,
//!     week: wednesday.week(),
//!     past: false,
//!     currency: Currency::CNY,
//!     metrics: &Metric::built_in(),
//!     customers: &["华信科技".to_owned()],
//!     said: &[],
//! };
//! let read = read_quick("带样品 @华信 周五 10:00 !", &context);
//! assert_eq!(read.title, "带样品");
//! assert_eq!(read.day(), Some(wednesday.next().next()));
//! assert_eq!(read.customer(), Some("华信科技"));
//! // What may be part of the title stays in it.
//! assert_eq!(read_quick("Call Sun Wei", &context).parts, []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Both languages are read at once, whatever the language of the screens. A guess must not take
//! a word out of a title, so a hint is a word (or a few) **between blanks**, and where it counts
//! depends on how plain it is:
//!
//! - *anywhere*: the signs (`!`, `!!`, `#calls x5`, `@Huaxin`, `~30m`), times with minutes or half
//!   of the day (`10:30`, `9am`, `下午3点`, `15点半`), dates (`2026-11-27`, `11月27日`), and the
//!   Chinese words for days (`明天`, `周三`, `下周一`, `截止周五`) and for what comes again (`每周一`):
//!   Chinese has no blanks for nothing;
//! - *at either end*: `today`, `tomorrow`, `in 2 days`, and a Chinese day with its time, which
//!   needs no blank there (`明天下午3点拜访华信`, `拜访华信周三10:00`), nor does a `!` behind a day
//!   or a time;
//! - *at the end*, where nothing but hints follows: the English weekdays (`wed`, `next mon`,
//!   `due fri`, `by fri`), `27 Nov`, `11/30`, `27号`, a bare hour (`3点`), what comes again
//!   (`every mon`, `daily`, `every 2 weeks on fri`), and the bucket of a week (`this week`,
//!   `下周`). The name `Sun` is one: the day is `sun`, `Sunday` or `on Sun`. A weekday and a bare
//!   hour may begin the line as well, where the title is plain (`Fri call Lin`, `10点 拜访`).
//!
//! A day and the clear time beside it (`wed 14:30`) count together, wherever they stand, or stay
//! together. The part of a day behind it (`tomorrow morning`, `明天上午`) says no hour, so it
//! stays in the title and the day counts.
//!
//! Each kind of hint counts once, the last of it. What stands in quotation marks is no hint, a
//! backslash before a word keeps it, and so does a word that leads to it (`Report of 27 Nov`,
//! `改到 周三`). A line of nothing but hints is a title. What comes again is due on its day, so
//! that a last day stays in its title.
//!
//! A weekday is that of the week looked at, and one that is over is next week's; `next mon` and
//! `下周一` are in the week after this one. An hour of one digit without a half of the day is
//! that of a working day: `3:30` and `3点半` are 15:30, `03:30` is at night.

mod accept;
mod again;
mod bound;
mod days;
mod hints;
mod joint;
mod kept;
mod near;
mod opening;
mod pair;
mod parted;
mod signs;
mod task;
mod times;
mod when;
mod words;

use std::collections::BTreeSet;
use std::ops::Range;

pub use kept::{Kept, Why};

use crate::domain::{Amount, Currency, Day, Metric, MetricId, Rule, TimeOfDay, Week, WeekId};

/// What the line is read by.
#[derive(Debug, Clone, Copy)]
pub struct QuickContext<'a> {
    pub today: Day,
    /// The week that weekdays and the bucket belong to.
    pub week: WeekId,
    /// Whether a day that is over may be meant.
    pub past: bool,
    /// The currency of the store.
    pub currency: Currency,
    /// The metrics that can be named, those in use.
    pub metrics: &'a [Metric],
    /// The customers that are known.
    pub customers: &'a [String],
    /// What was said elsewhere: such hints stay in the title.
    pub said: &'a [HintKind],
}

/// A line as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quick {
    /// What is left without the hints.
    pub title: String,
    /// The hints, in the order of the line; no kind twice.
    pub parts: Vec<Part>,
    /// Signs that belong to neither: backslashes that kept a word, a comma before a hint.
    pub signs: Vec<Range<usize>>,
    /// What looks like a hint and stayed in the title.
    pub kept: Vec<Kept>,
}

/// A hint, and the bytes of the line that it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub place: Range<usize>,
    pub hint: Hint,
}

/// What a hint says of the task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hint {
    /// On this day.
    Day(Day),
    /// Some time in this week, on no day yet.
    Week(WeekId),
    /// At this time.
    Time(TimeOfDay),
    /// By this day.
    Due(Day),
    Important,
    ImportantAndUrgent,
    /// What it counts for, and how much where that was said.
    Metric(MetricId, Option<Amount>),
    /// For whom.
    Customer(String),
    /// How many minutes it takes.
    Estimate(u16),
    /// It comes again, by this rule.
    Repeats(Rule),
}

/// What of a task a hint says; a line says each once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HintKind {
    Day,
    Time,
    Due,
    Weight,
    Metric,
    Customer,
    Estimate,
    Repeats,
}

impl Hint {
    /// What of the task it says.
    pub fn kind(&self) -> HintKind {
        match self {
            Self::Day(_) | Self::Week(_) => HintKind::Day,
            Self::Time(_) => HintKind::Time,
            Self::Due(_) => HintKind::Due,
            Self::Important | Self::ImportantAndUrgent => HintKind::Weight,
            Self::Metric(..) => HintKind::Metric,
            Self::Customer(_) => HintKind::Customer,
            Self::Estimate(_) => HintKind::Estimate,
            Self::Repeats(_) => HintKind::Repeats,
        }
    }
}

impl Quick {
    /// A line taken as it stands.
    pub fn literal(text: &str) -> Self {
        Self {
            title: text.trim().to_owned(),
            parts: Vec::new(),
            signs: Vec::new(),
            kept: Vec::new(),
        }
    }

    fn find<'a, T>(&'a self, pick: impl Fn(&'a Hint) -> Option<T>) -> Option<T> {
        self.parts.iter().find_map(|part| pick(&part.hint))
    }

    /// The day that was said.
    pub fn day(&self) -> Option<Day> {
        self.find(|hint| match hint {
            Hint::Day(day) => Some(*day),
            _ => None,
        })
    }

    /// The rule by which it comes again.
    pub fn rule(&self) -> Option<Rule> {
        self.find(|hint| match hint {
            Hint::Repeats(rule) => Some(*rule),
            _ => None,
        })
    }

    /// The week that was said, for a task that has no day yet.
    pub fn bucket(&self) -> Option<WeekId> {
        self.find(|hint| match hint {
            Hint::Week(week) => Some(*week),
            _ => None,
        })
    }

    /// The day from which on it comes again: the one that was said, the first of a week that
    /// was, else `usual`.
    pub fn begins(&self, usual: Day) -> Day {
        let week = self.bucket().filter(|week| !week.contains(usual));
        let begins = self.day().or(week.map(WeekId::monday));
        begins.unwrap_or(usual)
    }

    /// The customer that was said.
    pub fn customer(&self) -> Option<&str> {
        self.find(|hint| match hint {
            Hint::Customer(name) => Some(name.as_str()),
            _ => None,
        })
    }
}

/// The customers that weeks name in tasks and entries, each once, in their order.
pub fn known_customers<'a>(weeks: impl IntoIterator<Item = &'a Week>) -> Vec<String> {
    let mut known = BTreeSet::new();
    let mut customers = Vec::new();
    for week in weeks {
        let tasks = week.tasks.iter().filter_map(|task| task.customer.as_ref());
        let entries = week.entries.iter();
        let entries = entries.filter_map(|entry| entry.customer.as_ref());
        for name in tasks.chain(entries) {
            if known.insert(name) {
                customers.push(name.clone());
            }
        }
    }
    customers
}

/// A date by its month or its number, as it stands in a sentence: `27 Nov`, `11月27日`, `27号`.
pub(super) fn date_named(text: &str, week: WeekId, today: Day) -> Option<Day> {
    let context = QuickContext {
        today,
        week,
        past: true,
        currency: Currency::CNY,
        metrics: &[],
        customers: &[],
        said: &[],
    };
    days::day(text, &context).map(|(day, _)| day)
}

/// The title and the hints of a line.
pub fn read_quick(text: &str, context: &QuickContext<'_>) -> Quick {
    let quick = read_but(text, context.said, context);
    let is_due = |part: &Part| part.hint.kind() == HintKind::Due;
    if quick.rule().is_some() && quick.parts.iter().any(is_due) {
        let said = [context.said, &[HintKind::Due]].concat();
        return read_but(text, &said, context);
    }
    quick
}

/// The title and the hints of a line, but for those that are said elsewhere.
fn read_but(text: &str, said: &[HintKind], context: &QuickContext<'_>) -> Quick {
    let words = parted::parted(words::split(text), context);
    let items = hints::found(&words, context);
    accept::accept(text, &words, items, said)
}

#[cfg(test)]
mod tests;

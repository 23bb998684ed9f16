//! The vocabulary: what a week is made of, and the edits that change it.
//!
//! Nothing here does input or output, reads a clock, draws a random number, or knows a
//! terminal or a language.
#![warn(
    missing_docs,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod amount;
mod amount_text;
mod by_day;
mod calendar;
pub mod change;
mod check;
mod currency;
mod day;
mod entry;
#[cfg(test)]
pub mod fixtures;
mod id;
mod language;
mod law;
mod mention;
mod metric;
mod query;
mod repeat;
mod settings;
mod shown;
mod strict;
mod task;
mod text;
mod unit;
mod version;
mod week;
mod weight;

pub use amount::Amount;
pub use amount_text::{AmountError, CountText, Reading, TargetText};
pub use by_day::{ByDay, Weekday};
pub use calendar::{Calendar, CalendarDay};
pub use check::{Fault, FaultKind, MOST_ENTRIES};
pub use currency::Currency;
pub use day::{Day, DayError, Moment, TimeOfDay, WeekId};
pub use entry::{Entry, Event, EventKind};
pub use id::{EntryId, EventId, Id, IdError, ImprovementId, LessonId, RepeatId, Stamp, TaskId};
pub use language::Language;
pub use law::{Holiday, Law, LawDay};
pub use mention::{Mention, MentionOf};
pub use metric::{Basis, Kind, Letter, Metric, MetricId, MetricIdError};
pub use query::Query;
pub use repeat::{
    ChosenDays, MOST_REPEATS, Occurrence, OnDayOff, REACH, Repeat, Rule, RuleError, Work,
};
pub use settings::{
    CalendarSettings, GlyphChoice, Hours, MinutesStep, MouseChoice, OwnDay, Settings,
};
pub use shown::shown;
pub use strict::unique_map;
pub use task::{Move, Task, TaskState};
pub use text::{LONGEST_LINE, TextError, is_forbidden, line};
pub use unit::Unit;
pub use version::Version;
pub use week::{
    Answer, Cause, Closed, Helped, Improvement, Lesson, LessonKind, MOST_WHYS, MOST_WINS, Market,
    MarketOutlook, Miss, Review, Seal, Target, TargetStep, Week,
};
pub use weight::Weight;

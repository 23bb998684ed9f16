//! What holds for all weeks: language, currency, calendar, hours, metrics.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::strict::{is_default, unique_map};
use super::{
    ByDay, Currency, Day, Language, Law, Metric, MetricId, Repeat, TimeOfDay, Version, WeekId,
    Weight,
};

/// The settings of one store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The version of this shape.
    pub version: Version<2>,
    /// The language of screens, messages and reports.
    pub language: Language,
    /// The currency of all money.
    pub currency: Currency,
    /// The signs the screens are drawn with.
    #[serde(default, skip_serializing_if = "is_default")]
    pub glyphs: GlyphChoice,
    /// Who has the mouse.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mouse: MouseChoice,
    /// Which days are working days.
    pub calendar: CalendarSettings,
    /// The hours of a working day.
    #[serde(default)]
    pub hours: Hours,
    /// From when on the last working day's week is due for its review.
    #[serde(default = "review_time")]
    pub review_time: TimeOfDay,
    /// What one key adds to a metric of minutes, 1 to 480.
    #[serde(default, skip_serializing_if = "is_default")]
    pub minutes_step: MinutesStep,
    /// What is counted, in the order in which it is shown.
    pub metrics: Vec<Metric>,
    /// Work that comes again and again, in the order in which it was entered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeats: Vec<Repeat>,
}

impl Settings {
    /// The settings of a new store.
    pub fn new(language: Language, currency: Currency, law: Law) -> Self {
        Self {
            version: Version,
            language,
            currency,
            glyphs: GlyphChoice::Auto,
            mouse: MouseChoice::Program,
            calendar: CalendarSettings::new(law),
            hours: Hours::default(),
            review_time: review_time(),
            minutes_step: MinutesStep::default(),
            metrics: Metric::built_in(),
            repeats: Vec::new(),
        }
    }

    /// The metric of that id, also a retired one.
    pub fn metric(&self, id: &MetricId) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.id == *id)
    }

    /// The metrics in use, in their order.
    pub fn metrics_in_use(&self) -> impl Iterator<Item = &Metric> {
        self.metrics.iter().filter(|metric| !metric.retired)
    }
}

fn review_time() -> TimeOfDay {
    TimeOfDay::new(15, 0).unwrap_or_default()
}

/// The signs the screens are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GlyphChoice {
    /// What the terminal can show, found out by measuring.
    #[default]
    Auto,
    /// Rounded frames and eighth blocks.
    Full,
    /// Signs that are one cell wide everywhere.
    Safe,
    /// ASCII alone.
    Ascii,
}

/// Who has the mouse while the screens are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MouseChoice {
    /// Clicks and the wheel come to the program; with shift the terminal selects text.
    #[default]
    Program,
    /// The terminal selects text, as everywhere else in it.
    Terminal,
}

/// What one key adds to a metric of minutes: 1 to 480, usually 15.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct MinutesStep(u16);

impl MinutesStep {
    /// The longest step, in minutes.
    pub const MOST: u16 = 480;

    /// A step of so many minutes; `None` outside 1 to 480.
    pub fn new(minutes: u16) -> Option<Self> {
        (1..=Self::MOST).contains(&minutes).then_some(Self(minutes))
    }

    /// In minutes.
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl Default for MinutesStep {
    fn default() -> Self {
        Self(15)
    }
}

impl<'de> Deserialize<'de> for MinutesStep {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let minutes = u16::deserialize(input)?;
        Self::new(minutes).ok_or_else(|| {
            serde::de::Error::custom(format_args!("expected 1 to 480 minutes, found {minutes}"))
        })
    }
}

/// The hours of a working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// When it begins.
    pub from: TimeOfDay,
    /// When it ends, later than `from`.
    pub to: TimeOfDay,
}

impl Default for Hours {
    /// 09:00 to 18:00.
    fn default() -> Self {
        Self {
            from: TimeOfDay::new(9, 0).unwrap_or_default(),
            to: TimeOfDay::new(18, 0).unwrap_or_default(),
        }
    }
}

impl fmt::Display for Hours {
    /// `09:00-18:00`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.from, self.to)
    }
}

impl Hours {
    /// How long a working day is, in minutes.
    pub fn minutes(self) -> u32 {
        let (from, to) = (self.from.minutes(), self.to.minutes());
        to.saturating_sub(from).into()
    }
}

/// Which days are working days: three layers, of which the later wins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarSettings {
    /// Whose official holidays hold.
    pub law: Law,
    /// The company's pattern: a row for each week of its cycle (one, or two for 大小周); never empty.
    pub pattern: Vec<ByDay<Weight>>,
    /// The week in which the cycle begins.
    pub pattern_from: WeekId,
    /// Own days off and extra days.
    #[serde(
        default,
        skip_serializing_if = "BTreeMap::is_empty",
        deserialize_with = "unique_map"
    )]
    pub days: BTreeMap<Day, OwnDay>,
}

impl CalendarSettings {
    /// Monday to Friday under a law.
    pub fn new(law: Law) -> Self {
        let full = Weight::FULL;
        let off = Weight::OFF;
        Self {
            law,
            pattern: vec![ByDay([full, full, full, full, full, off, off])],
            pattern_from: WeekId::FIRST_OF_PATTERN,
            days: BTreeMap::new(),
        }
    }
}

/// A day off or an extra day of one's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnDay {
    /// Its weight in percent of a full day.
    pub weight: Weight,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

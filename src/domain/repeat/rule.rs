//! On which days something is to be done again and again.
//!
//! A rule is one short text, the same in every language, which the settings' file and the
//! command line have in common: `workdays`, `mon,wed`, `2w fri`, `first-of-week`,
//! `last-of-week`, `first-of-month`, `last-of-month`.
//!
//! ```
//! # use salesweek::domain::{Rule, RuleError};
//! let every_second_friday: Rule = "2w fri".parse()?;
//! assert_eq!(every_second_friday.to_string(), "2w fri");
//! assert_eq!("0w fri".parse::<Rule>(), Err(RuleError("0w fri".into())));
//! # Ok::<(), RuleError>(())
//! ```

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::domain::strict::text_serde;
use crate::domain::{ByDay, Weekday, shown};

/// A text that is no rule.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "expected a rule like workdays, mon,wed, 2w fri, first-of-week, last-of-week, first-of-month or last-of-month, found `{0}`"
)]
pub struct RuleError(pub String);

/// On which days something is done again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// On every working day.
    Workdays,
    /// On chosen days of the week.
    Weekdays(ChosenDays),
    /// On the first working day of each week.
    FirstOfWeek,
    /// On the last working day of each week.
    LastOfWeek,
    /// On the first working day of each month.
    FirstOfMonth,
    /// On the last working day of each month.
    LastOfMonth,
}

/// Days of the week, every so many weeks: at least one day, 1 to 52 weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChosenDays {
    days: ByDay<bool>,
    weeks: u8,
}

impl ChosenDays {
    /// The most weeks from one week that has the days to the next.
    pub const MOST_WEEKS: u8 = 52;

    /// The days marked in `days`, every `weeks` weeks; `None` without a day, or where the
    /// number of weeks is out of range.
    pub fn new(days: ByDay<bool>, weeks: u8) -> Option<Self> {
        let has_day = days.values().any(|chosen| *chosen);
        let in_range = (1..=Self::MOST_WEEKS).contains(&weeks);
        (has_day && in_range).then_some(Self { days, weeks })
    }

    /// Whether a day of the week is one of them.
    pub fn has(&self, day: Weekday) -> bool {
        self.days[day]
    }

    /// The days, Monday first.
    pub fn days(&self) -> impl Iterator<Item = Weekday> + '_ {
        Weekday::ALL.into_iter().filter(|day| self.has(*day))
    }

    /// Every how many weeks, 1 to 52.
    pub fn weeks(&self) -> u8 {
        self.weeks
    }
}

impl Rule {
    /// One day of every week.
    pub fn weekly(day: Weekday) -> Self {
        let days = ByDay::from_fn(|other| other == day);
        Self::Weekdays(ChosenDays { days, weeks: 1 })
    }

    /// Whether it names days of the week, which may be days off; all others name working days.
    pub fn may_be_off(&self) -> bool {
        match self {
            Self::Weekdays(_) => true,
            Self::Workdays
            | Self::FirstOfWeek
            | Self::LastOfWeek
            | Self::FirstOfMonth
            | Self::LastOfMonth => false,
        }
    }
}

/// The rules that one word names.
const WORDS: [(&str, Rule); 5] = [
    ("workdays", Rule::Workdays),
    ("first-of-week", Rule::FirstOfWeek),
    ("last-of-week", Rule::LastOfWeek),
    ("first-of-month", Rule::FirstOfMonth),
    ("last-of-month", Rule::LastOfMonth),
];

const DAYS: ByDay<&str> = ByDay(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Weekdays(chosen) = self else {
            let word = WORDS.iter().find(|(_, rule)| rule == self);
            return out.write_str(word.map_or("", |(word, _)| word));
        };
        if chosen.weeks != 1 {
            write!(out, "{}w ", chosen.weeks)?;
        }
        for (place, day) in chosen.days().enumerate() {
            let comma = if place == 0 { "" } else { "," };
            write!(out, "{comma}{}", DAYS[day])?;
        }
        Ok(())
    }
}

impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        let named = WORDS.iter().find(|(word, _)| *word == text);
        named
            .map(|(_, rule)| *rule)
            .or_else(|| chosen(text).map(Self::Weekdays))
            .ok_or_else(|| RuleError(shown(text)))
    }
}

/// Days as they are written: `2w mon,wed`.
fn chosen(text: &str) -> Option<ChosenDays> {
    let (weeks, names) = match text.split_once("w ") {
        Some((weeks, names)) if weeks.bytes().all(|digit| digit.is_ascii_digit()) => {
            (weeks.parse().ok()?, names)
        }
        _ => (1, text),
    };
    let mut days = ByDay([false; 7]);
    for name in names.split(',') {
        let (day, _) = DAYS.iter().find(|(_, known)| **known == name)?;
        days[day] = true;
    }
    ChosenDays::new(days, weeks)
}

text_serde!(Rule);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_reads_as_it_is_written() {
        for text in [
            "workdays",
            "mon",
            "mon,wed",
            "mon,tue,wed,thu,fri,sat,sun",
            "2w fri",
            "52w mon,sun",
            "first-of-week",
            "last-of-week",
            "first-of-month",
            "last-of-month",
        ] {
            assert_eq!(text.parse::<Rule>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_rule_is_refused() {
        for text in [
            "", "daily", "mon,", "mon wed", "0w mon", "53w mon", "2w", "2w ", "w mon", "-1w mon",
            "300w mon", "Mon",
        ] {
            assert_eq!(text.parse::<Rule>(), Err(RuleError(text.to_owned())));
        }
    }

    #[test]
    fn only_days_of_the_week_may_be_off() {
        let may = ["mon", "workdays", "last-of-month"]
            .map(|text| text.parse::<Rule>().unwrap().may_be_off());
        assert_eq!(may, [true, false, false]);
    }
}

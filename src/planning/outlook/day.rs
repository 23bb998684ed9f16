//! What an outlook says of a day, all metrics aside.

use serde::Serialize;

use super::Facts;
use crate::domain::{ByDay, Day, Holiday, Weekday, Weight};

/// One day of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing, and all may hold together"
)]
pub struct DayOutlook {
    /// Its date.
    pub date: Day,
    /// Which day of the week it is.
    pub weekday: Weekday,
    /// How much of a full working day it is, in percent.
    pub weight: Weight,
    /// Whether it owes nothing.
    pub off: bool,
    /// The official holiday it is.
    pub holiday: Option<Holiday>,
    /// Whether it was closed.
    pub closed: bool,
    /// How it felt, 1 to 5.
    pub mood: Option<u8>,
    /// What worked, in one line.
    pub worked: Option<String>,
    /// What was good about it, in up to three lines.
    pub wins: Vec<String>,
    /// Whether its weight was set by hand.
    #[serde(skip)]
    pub own: bool,
    /// Why it was set so.
    #[serde(skip)]
    pub why: Option<String>,
    /// Whether it is a weekend day that the law makes a working day.
    #[serde(skip)]
    pub make_up: bool,
    /// Whether the law of its year is not known, so that the pattern alone holds.
    #[serde(skip)]
    pub law_unknown: bool,
}

pub(super) fn days(facts: &Facts<'_>) -> ByDay<DayOutlook> {
    ByDay::from_fn(|weekday| {
        let day = &facts.calendar.days[weekday];
        let closed = facts.week.closed.get(&day.date);
        DayOutlook {
            date: day.date,
            weekday,
            weight: day.weight,
            off: day.weight.is_off(),
            holiday: day.holiday,
            closed: closed.is_some(),
            mood: closed.and_then(|closed| closed.mood),
            worked: closed.and_then(|closed| closed.worked.clone()),
            wins: closed.map_or_else(Vec::new, |closed| closed.wins.clone()),
            own: day.own,
            why: day.why.clone(),
            make_up: day.make_up,
            law_unknown: day.law_unknown,
        }
    })
}

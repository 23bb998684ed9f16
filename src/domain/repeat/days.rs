//! On which days of a week a repeat stands.
//!
//! Days off are those of the settings' three layers, also of weeks that are sealed: a month's
//! last working day is a question to the calendar and not to what happened. An occurrence that
//! a day off moves may come from a week beside this one, or go there. Where several would
//! stand on one day, as after a long holiday, one does: the day's own, else the nearest.

use chrono::{Datelike, Months};

use super::{ChosenDays, OnDayOff, Repeat, Rule};
use crate::domain::{CalendarSettings, Day, WeekId};

/// How many days a day off can move an occurrence, at most; beyond that it is left out.
pub const REACH: i64 = 31;

/// One time that a repeat comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// The day that names it for good.
    pub nominal: Day,
    /// The day that the rule names: never a day off, unless the rule names days of the week.
    pub due: Day,
    /// The working day on which it stands.
    pub day: Day,
}

impl Repeat {
    /// Its occurrences that stand in a week, in their order, without those that were removed.
    ///
    /// At most one on each day, and at most one for each nominal day. Weeks before the one in
    /// which the repeat was entered have none: they are as they were.
    pub fn occurrences(&self, week: WeekId, calendar: &CalendarSettings) -> Vec<Occurrence> {
        let begins = self.from.max(self.added.day().week().monday());
        let in_time =
            |its: &Occurrence| begins <= its.due && self.until.is_none_or(|until| its.due <= until);
        let mut all = self.by_rule(week, calendar);
        all.retain(in_time);
        all.sort_by_key(|its| (its.day, its.day.since(its.due).unsigned_abs()));
        all.dedup_by_key(|its| its.day);
        all.retain(|its| !self.except.contains(&its.nominal));
        all
    }

    fn by_rule(&self, week: WeekId, calendar: &CalendarSettings) -> Vec<Occurrence> {
        let works = |day: &Day| calendar.works(*day);
        let named = |nominal: Day, day: Option<Day>| {
            let day = day.filter(|day| week.contains(*day))?;
            let due = day;
            Some(Occurrence { nominal, due, day })
        };
        let days = week.days().into_iter();
        match self.rule {
            Rule::Workdays => days
                .filter(works)
                .filter_map(|day| named(day, Some(day)))
                .collect(),
            Rule::Weekdays(chosen) => self.by_weekday(chosen, week, calendar),
            Rule::FirstOfWeek => {
                let first = days.clone().find(works);
                named(week.monday(), first).into_iter().collect()
            }
            Rule::LastOfWeek => {
                let last = days.rev().find(works);
                named(week.monday(), last).into_iter().collect()
            }
            Rule::FirstOfMonth => months_of(week)
                .filter_map(|first| named(first, days_of_month(first).find(works)))
                .collect(),
            Rule::LastOfMonth => months_of(week)
                .filter_map(|first| named(first, days_of_month(first).filter(works).last()))
                .collect(),
        }
    }

    fn by_weekday(
        &self,
        chosen: ChosenDays,
        week: WeekId,
        calendar: &CalendarSettings,
    ) -> Vec<Occurrence> {
        let (back, ahead) = match self.off {
            OnDayOff::After => (REACH, 0),
            OnDayOff::Before => (0, REACH),
            OnDayOff::Skip => (0, 0),
        };
        let first = week.monday().plus(back.saturating_neg());
        let last = week.sunday().plus(ahead).unwrap_or(week.sunday());
        let is_named = |due: &Day| {
            let weeks = due.week().since(self.from.week());
            chosen.has(due.weekday()) && weeks.rem_euclid(chosen.weeks().into()) == 0
        };
        days_from(first.unwrap_or(week.monday()))
            .take_while(|due| *due <= last)
            .filter(is_named)
            .filter_map(|due| {
                let day = self.stands_on(due, calendar)?;
                let nominal = due;
                Some(Occurrence { nominal, due, day })
            })
            .filter(|its| week.contains(its.day))
            .collect()
    }

    /// The working day on which the occurrence of a day stands.
    fn stands_on(&self, due: Day, calendar: &CalendarSettings) -> Option<Day> {
        let step = match self.off {
            _ if calendar.works(due) => return Some(due),
            OnDayOff::Before => -1,
            OnDayOff::After => 1,
            OnDayOff::Skip => return None,
        };
        let days = std::iter::successors(due.plus(step), |day| day.plus(step));
        let reach = usize::try_from(REACH).unwrap_or(0);
        days.take(reach).find(|day| calendar.works(*day))
    }
}

impl CalendarSettings {
    fn works(&self, day: Day) -> bool {
        !self.weight(day).is_off()
    }
}

fn days_from(first: Day) -> impl Iterator<Item = Day> {
    std::iter::successors(Some(first), |day| day.plus(1))
}

/// The first day of each month that has a day in the week.
fn months_of(week: WeekId) -> impl Iterator<Item = Day> {
    let [first, last] = [week.monday(), week.sunday()].map(first_of_month);
    std::iter::once(first).chain((last != first).then_some(last))
}

fn first_of_month(day: Day) -> Day {
    day.date().with_day(1).and_then(Day::new).unwrap_or(day)
}

/// The days of the month that begins on `first`.
fn days_of_month(first: Day) -> impl Iterator<Item = Day> {
    let after = first.date().checked_add_months(Months::new(1));
    days_from(first).take_while(move |day| after.is_none_or(|after| day.date() < after))
}

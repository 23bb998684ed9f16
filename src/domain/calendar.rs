//! The working calendar: how much of a working day each day of a week is.
//!
//! Three layers, of which the later wins: the company's pattern, the law's holidays and
//! make-up days, own days. A make-up day works at the weight of the pattern's heaviest day.
//! A sealed week stands still: its days are as they were when it was sealed.
//!
//! ```
//! # use salesweek::domain::{Calendar, CalendarSettings, Law, WeekId};
//! let settings = CalendarSettings::new(Law::Cn);
//! let week: WeekId = "2026-W41".parse()?; // after National Day: Thursday to Saturday
//! let weights = Calendar::of(week, &settings).days.map(|day| day.weight.percent());
//! assert_eq!(weights.0, [0, 0, 0, 100, 100, 100, 0]);
//! # Ok::<(), salesweek::domain::DayError>(())
//! ```

use super::{
    Amount, ByDay, CalendarSettings, Day, Holiday, LawDay, Seal, Settings, Week, WeekId, Weekday,
    Weight,
};

/// The calendar of one week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    /// Which week.
    pub week: WeekId,
    /// Its days.
    pub days: ByDay<CalendarDay>,
}

/// What the calendar says of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarDay {
    /// Which day.
    pub date: Day,
    /// How much of a full working day it is.
    pub weight: Weight,
    /// The official holiday it is.
    pub holiday: Option<Holiday>,
    /// Whether it is a weekend day that the law makes a working day.
    pub make_up: bool,
    /// Whether the law of its year is not known, so that the pattern alone holds.
    pub law_unknown: bool,
    /// Whether it was set by hand.
    pub own: bool,
    /// Why it was set so.
    pub why: Option<String>,
}

impl Calendar {
    /// The calendar of a week: as it was sealed, else by the settings as they are now.
    pub fn of_week(week: &Week, settings: &Settings) -> Self {
        let now = Self::of(week.week, &settings.calendar);
        match week.seal() {
            Some(seal) => now.sealed(seal),
            None => now,
        }
    }

    /// The calendar of a week by the settings.
    pub fn of(week: WeekId, settings: &CalendarSettings) -> Self {
        let pattern = settings.pattern_of(week);
        let days = ByDay::from_fn(|weekday| {
            let date = week.day(weekday);
            let law = settings.law.day(date.date());
            let own = settings.days.get(&date);
            CalendarDay {
                date,
                weight: own.map_or_else(|| by_law(law, &pattern, weekday), |own| own.weight),
                holiday: match law {
                    LawDay::Off(holiday) => Some(holiday),
                    LawDay::MakeUp | LawDay::Ordinary | LawDay::Unknown => None,
                },
                make_up: law == LawDay::MakeUp,
                law_unknown: law == LawDay::Unknown,
                own: own.is_some(),
                why: own.and_then(|own| own.why.clone()),
            }
        });
        Self { week, days }
    }

    fn sealed(mut self, seal: &Seal) -> Self {
        for weekday in Weekday::ALL {
            let day = &mut self.days[weekday];
            day.weight = seal.weights[weekday];
            day.holiday = seal.holidays.get(&day.date).copied();
            day.make_up = false;
            day.law_unknown = false;
            day.own = false;
            day.why = None;
        }
        self
    }

    /// The weights alone.
    pub fn weights(&self) -> ByDay<Weight> {
        ByDay::from_fn(|weekday| self.days[weekday].weight)
    }

    /// The days with weight, in order.
    pub fn working_days(&self) -> impl DoubleEndedIterator<Item = &CalendarDay> {
        self.days.0.iter().filter(|day| !day.weight.is_off())
    }

    /// The last day with weight; `None` in a holiday week.
    pub fn last_working_day(&self) -> Option<Day> {
        self.working_days().next_back().map(|day| day.date)
    }

    /// The first day with weight; `None` in a holiday week.
    pub fn first_working_day(&self) -> Option<Day> {
        self.working_days().next().map(|day| day.date)
    }

    /// What an amount for each working day comes to from `first` on, a half day counting half.
    pub fn for_each_day_from(&self, first: Day, amount: Amount) -> Amount {
        let days = self.days.values().filter(|day| day.date >= first);
        let percent: i128 = days.map(|day| i128::from(day.weight.percent())).sum();
        let units = i128::from(amount.units()).saturating_mul(percent);
        i64::try_from(units.saturating_div(100)).map_or(Amount::MAX, Amount::new)
    }

    /// Whether some day's law is not known.
    pub fn law_unknown(&self) -> bool {
        self.days.values().any(|day| day.law_unknown)
    }
}

/// What a day weighs by pattern and law.
fn by_law(law: LawDay, pattern: &ByDay<Weight>, weekday: Weekday) -> Weight {
    match law {
        LawDay::Off(_) => Weight::OFF,
        LawDay::MakeUp => pattern.values().copied().max().unwrap_or_default(),
        LawDay::Ordinary | LawDay::Unknown => pattern[weekday],
    }
}

impl CalendarSettings {
    /// How much of a full working day one day is, by all three layers.
    pub fn weight(&self, day: Day) -> Weight {
        let own = self.days.get(&day).map(|own| own.weight);
        own.unwrap_or_else(|| {
            let pattern = self.pattern_of(day.week());
            by_law(self.law.day(day.date()), &pattern, day.weekday())
        })
    }

    /// The row of the pattern that holds in a week.
    pub fn pattern_of(&self, week: WeekId) -> ByDay<Weight> {
        let rows = i64::try_from(self.pattern.len()).unwrap_or(1).max(1);
        let row = week.since(self.pattern_from).rem_euclid(rows);
        let row = usize::try_from(row)
            .ok()
            .and_then(|row| self.pattern.get(row));
        row.copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Law, OwnDay};

    fn weights(week: &str, settings: &CalendarSettings) -> [u16; 7] {
        Calendar::of(week.parse().unwrap(), settings)
            .days
            .map(|day| day.weight.percent())
            .0
    }

    /// The weeks of 2025 and 2026 that are not Monday to Friday, from the notices.
    const ODD_WEEKS: [(&str, &str); 25] = [
        ("2025-W01", "Mon Tue Thu Fri"),
        ("2025-W04", "Mon Tue Wed Thu Fri Sun"),
        ("2025-W05", "Mon"),
        ("2025-W06", "Wed Thu Fri Sat"),
        ("2025-W14", "Mon Tue Wed Thu"),
        ("2025-W17", "Mon Tue Wed Thu Fri Sun"),
        ("2025-W18", "Mon Tue Wed"),
        ("2025-W19", "Tue Wed Thu Fri"),
        ("2025-W23", "Tue Wed Thu Fri"),
        ("2025-W39", "Mon Tue Wed Thu Fri Sun"),
        ("2025-W40", "Mon Tue"),
        ("2025-W41", "Thu Fri Sat"),
        ("2026-W01", "Mon Tue Wed Sun"),
        ("2026-W07", "Mon Tue Wed Thu Fri Sat"),
        ("2026-W08", ""),
        ("2026-W09", "Tue Wed Thu Fri Sat"),
        ("2026-W15", "Tue Wed Thu Fri"),
        ("2026-W18", "Mon Tue Wed Thu"),
        ("2026-W19", "Wed Thu Fri Sat"),
        ("2026-W25", "Mon Tue Wed Thu"),
        ("2026-W38", "Mon Tue Wed Thu Fri Sun"),
        ("2026-W39", "Mon Tue Wed Thu"),
        ("2026-W40", "Mon Tue Wed"),
        ("2026-W41", "Thu Fri Sat"),
        ("2026-W53", "Mon Tue Wed Thu Fri"),
    ];

    fn named(week: WeekId) -> String {
        let calendar = Calendar::of(week, &CalendarSettings::new(Law::Cn));
        let days: Vec<_> = calendar
            .working_days()
            .map(|day| format!("{:?}", day.date.weekday()))
            .collect();
        days.join(" ")
    }

    #[test]
    fn chinas_odd_weeks_come_out_right() {
        for (week, days) in ODD_WEEKS {
            assert_eq!(named(week.parse().unwrap()), days, "{week}");
        }
    }

    #[test]
    fn chinas_other_weeks_are_monday_to_friday() {
        let mut week = WeekId::new(2025, 1).unwrap();
        while week <= WeekId::new(2026, 53).unwrap() {
            if !ODD_WEEKS.iter().any(|(odd, _)| *odd == week.to_string()) {
                assert_eq!(named(week), "Mon Tue Wed Thu Fri", "{week}");
            }
            week = week.next();
        }
    }

    #[test]
    fn a_day_alone_weighs_what_it_weighs_in_its_week() {
        let mut settings = CalendarSettings::new(Law::Cn);
        let (weight, why) = (Weight::new(50).unwrap(), None);
        let day = "2026-10-05".parse().unwrap();
        settings.days.insert(day, OwnDay { weight, why });
        let mut week = WeekId::new(2026, 1).unwrap();
        while week <= WeekId::new(2026, 53).unwrap() {
            for day in Calendar::of(week, &settings).days.values() {
                assert_eq!(settings.weight(day.date), day.weight, "{}", day.date);
            }
            week = week.next();
        }
    }

    #[test]
    fn a_year_without_notice_is_said_to_be_unknown() {
        let calendar = Calendar::of("2026-W53".parse().unwrap(), &CalendarSettings::new(Law::Cn));
        let unknown = calendar.days.map(|day| day.law_unknown).0;
        assert_eq!(unknown, [false, false, false, false, true, true, true]);
    }

    #[test]
    fn big_and_small_weeks_take_turns_in_both_directions() {
        let mut settings = CalendarSettings::new(Law::None);
        let small = settings.pattern[0];
        let mut big = small;
        big[Weekday::Sat] = Weight::FULL;
        settings.pattern = vec![big, small];
        settings.pattern_from = "2026-W48".parse().unwrap();
        for (week, saturday) in [
            ("2026-W46", 100),
            ("2026-W47", 0),
            ("2026-W48", 100),
            ("2026-W49", 0),
            ("2026-W53", 0),
        ] {
            assert_eq!(weights(week, &settings)[5], saturday, "{week}");
        }
    }

    #[test]
    fn a_make_up_day_weighs_as_the_heaviest_day() {
        let mut settings = CalendarSettings::new(Law::Cn);
        settings.pattern[0][Weekday::Wed] = Weight::new(120).unwrap();
        assert_eq!(
            weights("2026-W07", &settings),
            [100, 100, 120, 100, 100, 120, 0]
        );
    }

    #[test]
    fn an_amount_a_day_counts_for_the_days_left_and_half_for_half_days() {
        let mut settings = CalendarSettings::new(Law::None);
        settings.pattern[0][Weekday::Fri] = Weight::new(50).unwrap();
        let calendar = Calendar::of("2026-W48".parse().unwrap(), &settings);
        for (first, expected) in [("2026-11-23", 45), ("2026-11-25", 25), ("2026-11-28", 0)] {
            let sum = calendar.for_each_day_from(first.parse().unwrap(), Amount::new(10));
            assert_eq!(sum, Amount::new(expected), "{first}");
        }
    }

    #[test]
    fn own_days_win_over_the_law() {
        let mut settings = CalendarSettings::new(Law::Cn);
        let half = OwnDay {
            weight: Weight::new(50).unwrap(),
            why: Some("值班".into()),
        };
        settings.days.insert("2026-10-05".parse().unwrap(), half);
        assert_eq!(weights("2026-W41", &settings), [50, 0, 0, 100, 100, 100, 0]);
    }
}

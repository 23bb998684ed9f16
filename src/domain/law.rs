//! Which days the law of a country makes free, and which weekend days it makes working days.
//!
//! China's days come from the yearly notices of the State Council, which also swap days
//! (调休): a weekday off is paid for with a Saturday or Sunday of work. Only years whose
//! notice is in the table are known; of any other year nothing is guessed, and
//! [`LawDay::Unknown`] leaves its days to the company's pattern.
//!
//! ```
//! # use chrono::NaiveDate;
//! # use salesweek::domain::{Holiday, Law, LawDay};
//! let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
//! assert_eq!(Law::Cn.day(day(10, 7)), LawDay::Off(Holiday::NationalDay));
//! assert_eq!(Law::Cn.day(day(10, 10)), LawDay::MakeUp); // a Saturday
//! assert_eq!(Law::Cn.day(day(10, 11)), LawDay::Ordinary);
//! assert_eq!(Law::None.day(day(10, 7)), LawDay::Ordinary);
//! ```

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Whose holidays the calendar follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Law {
    /// Nobody's: every day is as the pattern has it.
    None,
    /// China's.
    Cn,
}

/// A statutory holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// 元旦.
    NewYear,
    /// 春节.
    SpringFestival,
    /// 清明节.
    TombSweeping,
    /// 劳动节.
    LabourDay,
    /// 端午节.
    DragonBoat,
    /// 中秋节.
    MidAutumn,
    /// 国庆节.
    NationalDay,
}

/// What the law says of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LawDay {
    /// Free, weekends inside a holiday included.
    Off(Holiday),
    /// A day of the weekend on which one works, in exchange for a weekday off.
    MakeUp,
    /// As the pattern has it.
    Ordinary,
    /// Of a year whose notice is not in the table; as the pattern has it.
    Unknown,
}

impl Law {
    /// Both, as the settings offer them.
    pub const ALL: [Self; 2] = [Self::None, Self::Cn];

    /// Its name in files and on the command line: `none` or `cn`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Cn => "cn",
        }
    }

    /// The law of an id, without regard to case; `None` for any other text.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|law| law.id().eq_ignore_ascii_case(id))
    }

    /// What it says of a day.
    pub fn day(self, day: NaiveDate) -> LawDay {
        match self {
            Self::None => LawDay::Ordinary,
            Self::Cn => notice(day.year()).map_or(LawDay::Unknown, |notice| {
                notice.day((day.month(), day.day()))
            }),
        }
    }

    /// Whether all days of a year are known.
    pub fn knows(self, year: i32) -> bool {
        self == Self::None || notice(year).is_some()
    }
}

impl Holiday {
    /// All seven, in the order of the year.
    pub const ALL: [Self; 7] = [
        Self::NewYear,
        Self::SpringFestival,
        Self::TombSweeping,
        Self::LabourDay,
        Self::DragonBoat,
        Self::MidAutumn,
        Self::NationalDay,
    ];
}

/// Month and day of the month, from 1.
type MonthDay = (u32, u32);

/// What the State Council has announced for one year.
struct Notice {
    /// Holidays, each from its first day to its last.
    off: &'static [(Holiday, MonthDay, MonthDay)],
    make_up: &'static [MonthDay],
}

impl Notice {
    fn day(&self, day: MonthDay) -> LawDay {
        if self.make_up.contains(&day) {
            return LawDay::MakeUp;
        }
        self.off
            .iter()
            .find(|(_, first, last)| (*first..=*last).contains(&day))
            .map_or(LawDay::Ordinary, |(holiday, _, _)| LawDay::Off(*holiday))
    }
}

const fn notice(year: i32) -> Option<&'static Notice> {
    match year {
        2025 => Some(&NOTICE_2025),
        2026 => Some(&NOTICE_2026),
        _ => None,
    }
}

/// Dated 12 November 2024 (国办发明电〔2024〕12号). Mid-Autumn lies inside National Day's week.
const NOTICE_2025: Notice = Notice {
    off: &[
        (Holiday::NewYear, (1, 1), (1, 1)),
        (Holiday::SpringFestival, (1, 28), (2, 4)),
        (Holiday::TombSweeping, (4, 4), (4, 6)),
        (Holiday::LabourDay, (5, 1), (5, 5)),
        (Holiday::DragonBoat, (5, 31), (6, 2)),
        (Holiday::NationalDay, (10, 1), (10, 5)),
        (Holiday::MidAutumn, (10, 6), (10, 6)),
        (Holiday::NationalDay, (10, 7), (10, 8)),
    ],
    make_up: &[(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)],
};

/// Dated 4 November 2025.
const NOTICE_2026: Notice = Notice {
    off: &[
        (Holiday::NewYear, (1, 1), (1, 3)),
        (Holiday::SpringFestival, (2, 15), (2, 23)),
        (Holiday::TombSweeping, (4, 4), (4, 6)),
        (Holiday::LabourDay, (5, 1), (5, 5)),
        (Holiday::DragonBoat, (6, 19), (6, 21)),
        (Holiday::MidAutumn, (9, 25), (9, 27)),
        (Holiday::NationalDay, (10, 1), (10, 7)),
    ],
    make_up: &[(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
};

#[cfg(test)]
mod tests {
    use super::*;

    fn days_of(year: i32) -> impl Iterator<Item = NaiveDate> {
        NaiveDate::from_ymd_opt(year, 1, 1)
            .unwrap()
            .iter_days()
            .take_while(move |day| day.year() == year)
    }

    fn is_weekend(day: NaiveDate) -> bool {
        day.weekday().number_from_monday() > 5
    }

    /// Whether one works on a day when the pattern is Monday to Friday.
    fn works(day: NaiveDate) -> bool {
        match Law::Cn.day(day) {
            LawDay::Off(_) => false,
            LawDay::MakeUp => true,
            LawDay::Ordinary | LawDay::Unknown => !is_weekend(day),
        }
    }

    fn working_days_by_month(year: i32) -> [usize; 12] {
        std::array::from_fn(|month| {
            days_of(year)
                .filter(|day| day.month0() as usize == month && works(*day))
                .count()
        })
    }

    /// Working days of an ISO week as digits, 1 for Monday.
    fn working_week(year: i32, week: u32) -> String {
        NaiveDate::from_isoywd_opt(year, week, chrono::Weekday::Mon)
            .unwrap()
            .iter_days()
            .take(7)
            .filter(|day| works(*day))
            .map(|day| day.weekday().number_from_monday().to_string())
            .collect()
    }

    #[test]
    fn the_months_of_2025_have_their_working_days() {
        let months = working_days_by_month(2025);
        assert_eq!(months, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]);
        assert_eq!(months.iter().sum::<usize>(), 248);
    }

    #[test]
    fn the_months_of_2026_have_their_working_days() {
        let months = working_days_by_month(2026);
        assert_eq!(months, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]);
        assert_eq!(months.iter().sum::<usize>(), 248);
    }

    #[test]
    fn a_year_has_its_days_off_and_its_weekend_days_of_work() {
        let count = |year, what: fn(&LawDay) -> bool| {
            days_of(year).filter(|day| what(&Law::Cn.day(*day))).count()
        };
        let off = |day: &LawDay| matches!(day, LawDay::Off(_));
        let make_up = |day: &LawDay| *day == LawDay::MakeUp;
        assert_eq!((count(2025, off), count(2025, make_up)), (28, 5));
        assert_eq!((count(2026, off), count(2026, make_up)), (33, 6));
    }

    #[test]
    fn every_make_up_day_is_a_day_of_the_weekend() {
        for day in days_of(2025).chain(days_of(2026)) {
            if Law::Cn.day(day) == LawDay::MakeUp {
                assert!(is_weekend(day), "{day}");
            }
        }
    }

    #[test]
    fn the_odd_weeks_have_their_working_days() {
        let cases = [
            (2025, 1, "1245"),
            (2025, 4, "123457"),
            (2025, 5, "1"),
            (2025, 6, "3456"),
            (2025, 14, "1234"),
            (2025, 17, "123457"),
            (2025, 18, "123"),
            (2025, 19, "2345"),
            (2025, 23, "2345"),
            (2025, 39, "123457"),
            (2025, 40, "12"),
            (2025, 41, "456"),
            (2026, 1, "1237"),
            (2026, 7, "123456"),
            (2026, 8, ""),
            (2026, 9, "23456"),
            (2026, 15, "2345"),
            (2026, 18, "1234"),
            (2026, 19, "3456"),
            (2026, 25, "1234"),
            (2026, 38, "123457"),
            (2026, 39, "1234"),
            (2026, 40, "123"),
            (2026, 41, "456"),
            (2026, 53, "12345"),
            (2026, 48, "12345"),
        ];
        for (year, week, days) in cases {
            assert_eq!(working_week(year, week), days, "{year}-W{week:02}");
        }
    }

    #[test]
    fn every_week_that_is_not_listed_is_monday_to_friday() {
        let odd = (1..=52)
            .map(|week| working_week(2025, week))
            .chain((1..=53).map(|week| working_week(2026, week)))
            .filter(|days| days != "12345")
            .count();
        assert_eq!(odd, 24);
    }

    #[test]
    fn each_holiday_is_named() {
        let cases = [
            ((2025, 1, 28), Holiday::SpringFestival),
            ((2025, 10, 6), Holiday::MidAutumn),
            ((2025, 10, 8), Holiday::NationalDay),
            ((2026, 1, 2), Holiday::NewYear),
            ((2026, 4, 6), Holiday::TombSweeping),
            ((2026, 5, 5), Holiday::LabourDay),
            ((2026, 6, 19), Holiday::DragonBoat),
            ((2026, 9, 25), Holiday::MidAutumn),
        ];
        for ((year, month, day), holiday) in cases {
            let day = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            assert_eq!(Law::Cn.day(day), LawDay::Off(holiday), "{day}");
        }
    }

    #[test]
    fn a_year_without_a_notice_is_unknown_to_china_and_ordinary_to_none() {
        for year in [2024, 2027, 1900] {
            let new_year = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            assert_eq!(Law::Cn.day(new_year), LawDay::Unknown);
            assert!(!Law::Cn.knows(year));
            assert_eq!(Law::None.day(new_year), LawDay::Ordinary);
            assert!(Law::None.knows(year));
        }
        assert!(Law::Cn.knows(2025) && Law::Cn.knows(2026));
    }
}

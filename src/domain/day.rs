//! Calendar days, ISO weeks, moments and times of day.
//!
//! A [`Day`] is a user's local date. A [`WeekId`] is an ISO week: it begins on Monday, and
//! belongs to the year that holds its Thursday. Both span the years 0001 to 9999, up to the
//! end of the last whole week of 9999, so each day has a week and each week its seven days.
//!
//! ```
//! # use salesweek::domain::{Day, WeekId, Weekday};
//! let sunday: Day = "2026-01-04".parse()?;
//! assert_eq!(sunday.week().to_string(), "2026-W01");
//! assert_eq!(sunday.week().day(Weekday::Mon).to_string(), "2025-12-29");
//! assert_eq!("2026-W53".parse::<WeekId>()?.next().to_string(), "2027-W01");
//! # Ok::<(), salesweek::domain::DayError>(())
//! ```

use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use chrono::{
    DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveTime, SecondsFormat, Timelike,
};
use thiserror::Error;

use super::{Weekday, shown};

/// Why a text is not a day, a week, a moment or a time.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DayError {
    /// Not the form `2026-11-25`, not in the calendar, or outside the years 0001 to 9999.
    #[error("expected a date like 2026-11-25, found `{0}`")]
    Day(String),
    /// Not the form `2026-W48`, or the year has no such week.
    #[error("expected a week like 2026-W48, found `{0}`")]
    Week(String),
    /// Not RFC 3339 with an offset, or outside the years.
    #[error("expected a moment like 2026-11-25T09:52:31+08:00, found `{0}`")]
    Moment(String),
    /// Not `HH:MM`, or past 23:59.
    #[error("expected a time like 09:30, found `{0}`")]
    Time(String),
}

/// A local calendar date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The day of a date; `None` outside the span of [`Day`].
    pub fn new(date: NaiveDate) -> Option<Self> {
        let day = Self(date);
        let last_week_is_whole = (date.month(), date.day()) <= (12, 26);
        match date.year() {
            1..=9998 => Some(day),
            9999 if last_week_is_whole => Some(day),
            _ => None,
        }
    }

    /// The day with this year, month (1 to 12) and day of the month (1 to 31).
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::new)
    }

    /// As a date of `chrono`.
    pub fn date(self) -> NaiveDate {
        self.0
    }

    /// Its day of the week.
    pub fn weekday(self) -> Weekday {
        match self.0.weekday() {
            chrono::Weekday::Mon => Weekday::Mon,
            chrono::Weekday::Tue => Weekday::Tue,
            chrono::Weekday::Wed => Weekday::Wed,
            chrono::Weekday::Thu => Weekday::Thu,
            chrono::Weekday::Fri => Weekday::Fri,
            chrono::Weekday::Sat => Weekday::Sat,
            chrono::Weekday::Sun => Weekday::Sun,
        }
    }

    /// The ISO week that holds it.
    pub fn week(self) -> WeekId {
        let back = Days::new(self.weekday().from_monday().into());
        WeekId {
            monday: Self(self.0.checked_sub_days(back).unwrap_or(self.0)),
        }
    }

    /// The day `days` later, or earlier when negative; `None` outside the span of [`Day`].
    pub fn plus(self, days: i64) -> Option<Self> {
        let step = Days::new(days.unsigned_abs());
        let moved = if days < 0 {
            self.0.checked_sub_days(step)
        } else {
            self.0.checked_add_days(step)
        };
        moved.and_then(Self::new)
    }

    /// The day after; the last day there is stays itself.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1).unwrap_or(self)
    }

    /// The day before; the first day there is stays itself.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1).unwrap_or(self)
    }

    /// Days from `earlier` to this one; negative when this one comes first.
    pub fn since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

impl FromStr for Day {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        day_of(text.as_bytes()).ok_or_else(|| DayError::Day(shown(text)))
    }
}

/// The day of `2026-11-25`, byte by byte: a store's files are full of days.
fn day_of(text: &[u8]) -> Option<Day> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text else {
        return None;
    };
    let year = number([y1, y2, y3, y4])?.try_into().ok()?;
    Day::from_ymd(year, number([m1, m2])?, number([d1, d2])?)
}

/// The number that digits make.
fn number<const N: usize>(digits: [u8; N]) -> Option<u32> {
    digits.into_iter().try_fold(0_u32, |number, digit| {
        let digit = char::from(digit).to_digit(10)?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// An ISO week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WeekId {
    monday: Day,
}

impl WeekId {
    /// 2026-W01, from which a pattern's weeks are counted where nothing else is set.
    pub const FIRST_OF_PATTERN: Self = match NaiveDate::from_ymd_opt(2025, 12, 29) {
        Some(monday) => Self {
            monday: Day(monday),
        },
        None => Self {
            monday: Day(NaiveDate::MIN),
        },
    };

    /// Week `number` (1 to 53) of the ISO year; `None` where the year has no such week.
    pub fn new(year: i32, number: u32) -> Option<Self> {
        let monday = NaiveDate::from_isoywd_opt(year, number, chrono::Weekday::Mon)?;
        Day::new(monday).map(|monday| Self { monday })
    }

    /// The ISO year, which is that of its Thursday.
    pub fn year(self) -> i32 {
        self.monday.0.iso_week().year()
    }

    /// The number in the ISO year, 1 to 53.
    pub fn number(self) -> u32 {
        self.monday.0.iso_week().week()
    }

    /// Its Monday.
    pub fn monday(self) -> Day {
        self.monday
    }

    /// Its Sunday.
    pub fn sunday(self) -> Day {
        self.day(Weekday::Sun)
    }

    /// One of its days.
    pub fn day(self, weekday: Weekday) -> Day {
        self.monday
            .plus(weekday.from_monday().into())
            .unwrap_or(self.monday)
    }

    /// Its seven days, Monday first.
    pub fn days(self) -> [Day; 7] {
        Weekday::ALL.map(|weekday| self.day(weekday))
    }

    /// Whether `day` lies in it.
    pub fn contains(self, day: Day) -> bool {
        day.week() == self
    }

    /// The week `weeks` later, or earlier when negative; `None` outside the span.
    pub fn plus(self, weeks: i64) -> Option<Self> {
        let monday = self.monday.plus(weeks.checked_mul(7)?)?;
        Some(Self { monday })
    }

    /// The week after; the last week there is stays itself.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1).unwrap_or(self)
    }

    /// The week before; the first week there is stays itself.
    #[must_use]
    pub fn previous(self) -> Self {
        self.plus(-1).unwrap_or(self)
    }

    /// Weeks from `earlier` to this one; negative when this one comes first.
    pub fn since(self, earlier: Self) -> i64 {
        self.monday.since(earlier.monday).div_euclid(7)
    }
}

impl fmt::Display for WeekId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-W{:02}", self.year(), self.number())
    }
}

impl FromStr for WeekId {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let week = || {
            let [y1, y2, y3, y4, b'-', b'W', w1, w2] = *text.as_bytes() else {
                return None;
            };
            let year = number([y1, y2, y3, y4])?.try_into().ok()?;
            Self::new(year, number([w1, w2])?)
        };
        week().ok_or_else(|| DayError::Week(shown(text)))
    }
}

/// A moment as a person's clock showed it: local time to the second, with its offset.
///
/// The same instant on two clocks is two moments.
#[derive(Debug, Clone, Copy)]
pub struct Moment(DateTime<FixedOffset>);

impl Moment {
    /// The moment, without fractions of a second; `None` outside the span of [`Day`].
    pub fn new(time: DateTime<FixedOffset>) -> Option<Self> {
        Day::new(time.date_naive())?;
        time.with_nanosecond(0).map(Self)
    }

    /// As a time of `chrono`.
    pub fn time(self) -> DateTime<FixedOffset> {
        self.0
    }

    /// The local date.
    pub fn day(self) -> Day {
        Day(self.0.date_naive())
    }

    /// The local time of day, to the minute.
    pub fn time_of_day(self) -> TimeOfDay {
        let minutes = self
            .0
            .hour()
            .saturating_mul(60)
            .saturating_add(self.0.minute());
        TimeOfDay(u16::try_from(minutes).unwrap_or(0))
    }
}

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Moment {}

impl Hash for Moment {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.0, self.0.naive_local()).hash(state);
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    /// By the instant; the same instant on two clocks by the local time.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0
            .cmp(&other.0)
            .then_with(|| self.0.naive_local().cmp(&other.0.naive_local()))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Secs, false))
    }
}

impl FromStr for Moment {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        let spelt_otherwise = || Self::new(DateTime::parse_from_rfc3339(text).ok()?);
        moment_of(text.as_bytes())
            .or_else(spelt_otherwise)
            .ok_or_else(|| DayError::Moment(shown(text)))
    }
}

/// The moment of `2026-11-25T09:52:31+08:00`, as it is written here.
fn moment_of(text: &[u8]) -> Option<Moment> {
    let (date, rest) = text.split_at_checked(10)?;
    let [
        b'T',
        h1,
        h2,
        b':',
        m1,
        m2,
        b':',
        s1,
        s2,
        sign @ (b'+' | b'-'),
        o1,
        o2,
        b':',
        o3,
        o4,
    ] = *rest
    else {
        return None;
    };
    let time = NaiveTime::from_hms_opt(number([h1, h2])?, number([m1, m2])?, number([s1, s2])?)?;
    let (hours, minutes) = (number([o1, o2])?, number([o3, o4])?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = hours
        .checked_mul(60)?
        .checked_add(minutes)?
        .checked_mul(60)?;
    let seconds = i32::try_from(seconds).ok()?;
    let offset = match sign {
        b'-' => FixedOffset::west_opt(seconds)?,
        _ => FixedOffset::east_opt(seconds)?,
    };
    let local = day_of(date)?.0.and_time(time);
    local.and_local_timezone(offset).single().map(Moment)
}

/// A time of day to the minute, 00:00 to 23:59.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// The time; `None` past 23:59.
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        let minutes = hour.checked_mul(60)?.checked_add(minute)?;
        (hour < 24 && minute < 60).then_some(Self(minutes))
    }

    /// Minutes since midnight, 0 to 1439.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// As a time of `chrono`.
    pub fn time(self) -> NaiveTime {
        let seconds = u32::from(self.0).saturating_mul(60);
        NaiveTime::from_num_seconds_from_midnight_opt(seconds, 0).unwrap_or(NaiveTime::MIN)
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.time().format("%H:%M"))
    }
}

impl FromStr for TimeOfDay {
    type Err = DayError;

    fn from_str(text: &str) -> Result<Self, DayError> {
        text.split_once(':')
            .filter(|(hour, minute)| {
                matches!(hour.len(), 1 | 2) && minute.len() == 2 && !text.contains(['+', '-'])
            })
            .and_then(|(hour, minute)| Self::new(hour.parse().ok()?, minute.parse().ok()?))
            .ok_or_else(|| DayError::Time(shown(text)))
    }
}

super::strict::text_serde!(Day, WeekId, Moment, TimeOfDay);

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn weeks_follow_iso() {
        for (date, week) in [
            ("2026-11-25", "2026-W48"),
            ("2026-01-04", "2026-W01"),
            ("2027-01-03", "2026-W53"),
            ("2027-01-04", "2027-W01"),
            ("0001-01-01", "0001-W01"),
            ("9999-12-26", "9999-W51"),
        ] {
            assert_eq!(day(date).week().to_string(), week, "{date}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in [
            "",
            "2026-13-01",
            "2026-02-29",
            "2026-1-5",
            "0000-01-01",
            "9999-12-27",
            "+2026-01-01",
        ] {
            assert_eq!(text.parse::<Day>(), Err(DayError::Day(text.to_owned())));
        }
        for text in ["2025-W53", "2026-W54", "2026-W1", "W48", "9999-W52"] {
            assert_eq!(text.parse::<WeekId>(), Err(DayError::Week(text.to_owned())));
        }
        for text in ["24:00", "9:5", "12:60", "-1:00", "+1:00", ""] {
            assert_eq!(
                text.parse::<TimeOfDay>(),
                Err(DayError::Time(text.to_owned()))
            );
        }
    }

    #[test]
    fn the_ends_of_time_hold() {
        assert_eq!(day("9999-12-26").next(), day("9999-12-26"));
        assert_eq!(
            day("0001-01-01").week().previous(),
            day("0001-01-01").week()
        );
        assert_eq!(day("2026-11-25").plus(i64::MIN), None);
    }

    #[test]
    fn the_same_instant_on_two_clocks_is_two_moments() {
        let [china, utc]: [Moment; 2] = ["2026-11-23T08:52:10+08:00", "2026-11-23T00:52:10+00:00"]
            .map(|text| text.parse().unwrap());
        assert_ne!(china, utc);
        assert_eq!(utc.cmp(&china), std::cmp::Ordering::Less);
    }

    #[test]
    fn a_moment_keeps_its_offset() {
        let moment: Moment = "2026-11-23T08:52:10+08:00".parse().unwrap();
        assert_eq!(moment.to_string(), "2026-11-23T08:52:10+08:00");
        assert_eq!(moment.day(), day("2026-11-23"));
        assert_eq!(moment.time_of_day().to_string(), "08:52");
    }
}

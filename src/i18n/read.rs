//! Days, weeks and times of day as people type them, in both languages.
//!
//! ```
//! # use salesweek::domain::Day;
//! # use salesweek::i18n::{read_day, read_week};
//! let wednesday: Day = "2026-11-25".parse()?;
//! let week = read_week("下周", wednesday)?;
//! assert_eq!(week.to_string(), "2026-W49");
//! assert_eq!(read_day("fri", week, wednesday)?.to_string(), "2026-12-04");
//! assert_eq!(read_day("昨天", week, wednesday)?.to_string(), "2026-11-24");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use thiserror::Error;

use super::dates::{WeekdayForm, weekday};
use super::named::fold;
use crate::domain::{Day, Hours, Language, TimeOfDay, WeekId, Weekday, shown};

/// Why a text is no day, week, time, rule of repetition, hours or pattern.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ReadError {
    #[error("`{0}` is no day; write one like wed, today, yesterday, tomorrow, 周三 or 2026-11-25")]
    Day(String),
    #[error("`{0}` is no week; write one like this, next, last, 本周 or 2026-W48")]
    Week(String),
    #[error("`{0}` is no time of day; write one like 09:30")]
    Time(String),
    #[error(
        "`{0}` is no rule; write one like workdays, mon,wed, 2w mon, last-of-week or first-of-month"
    )]
    Rule(String),
    #[error("`{0}` are no working hours; write them like 09:00-18:00")]
    Hours(String),
    #[error(
        "`{0}` is no pattern of working days; write mon-fri, mon-sat, big-small or seven percentages, weeks in turn parted by `/`"
    )]
    Pattern(String),
}

/// A day: a weekday of `week`, a day beside `today`, or a date.
pub fn read_day(text: &str, week: WeekId, today: Day) -> Result<Day, ReadError> {
    let folded = fold(text);
    let beside = match folded.as_str() {
        "today" | "今天" | "今日" => Some(today),
        "yesterday" | "昨天" | "昨日" => Some(today.previous()),
        "tomorrow" | "明天" | "明日" => Some(today.next()),
        _ => None,
    };
    beside
        .or_else(|| read_weekday(&folded).map(|weekday| week.day(weekday)))
        .or_else(|| narrow(text).parse().ok())
        .ok_or_else(|| ReadError::Day(shown(text)))
}

/// A weekday by its English name, short or whole, or as 周三, 星期三 or 礼拜三.
pub(super) fn read_weekday(folded: &str) -> Option<Weekday> {
    let chinese = ["周", "星期", "礼拜"]
        .into_iter()
        .find_map(|word| folded.strip_prefix(word));
    Weekday::ALL.into_iter().find(|day| {
        let english = |form| fold(weekday(Language::En, *day, form));
        match chinese {
            Some("天") => *day == Weekday::Sun,
            Some(number) => number == weekday(Language::ZhCn, *day, WeekdayForm::Narrow),
            None => [WeekdayForm::Short, WeekdayForm::Full]
                .into_iter()
                .any(|form| english(form) == folded),
        }
    })
}

/// A week: this one, one beside it, or one by its number.
pub fn read_week(text: &str, today: Day) -> Result<WeekId, ReadError> {
    let this = today.week();
    match fold(text).as_str() {
        "this" | "this week" | "本周" | "这周" => Ok(this),
        "next" | "next week" | "下周" => Ok(this.next()),
        "last" | "last week" | "上周" => Ok(this.previous()),
        _ => {
            let tag = narrow(text).to_ascii_uppercase();
            tag.parse().map_err(|_| ReadError::Week(shown(text)))
        }
    }
}

/// A time of day: `09:30`, `9:30`, `９：３０`.
pub fn read_time(text: &str) -> Result<TimeOfDay, ReadError> {
    let narrow = narrow(text);
    let number = |digits: &str| {
        let plain = (1..=2).contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    narrow
        .split_once(':')
        .filter(|(_, minute)| minute.len() == 2)
        .and_then(|(hour, minute)| TimeOfDay::new(number(hour)?, number(minute)?))
        .ok_or_else(|| ReadError::Time(shown(text)))
}

/// The hours of a working day: `09:00-18:00`.
pub fn read_hours(text: &str) -> Result<Hours, ReadError> {
    let parts = text.split_once(['-', '–', '－', '~']);
    let (from, to) = parts.ok_or_else(|| ReadError::Hours(shown(text)))?;
    Ok(Hours {
        from: read_time(from)?,
        to: read_time(to)?,
    })
}

/// A text without spaces around it, full-width digits, letters and signs made plain.
pub(super) fn narrow(text: &str) -> String {
    let narrow = |c: char| match c {
        '！'..='～' => u32::from(c)
            .checked_sub(0xfee0)
            .and_then(char::from_u32)
            .unwrap_or(c),
        _ => c,
    };
    text.trim().chars().map(narrow).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn wednesday() -> Day {
        day("2026-11-25")
    }

    #[test]
    fn a_day_is_read_in_both_languages() {
        let cases = [
            ("mon", "2026-11-23"),
            ("Sun", "2026-11-29"),
            ("FRIDAY", "2026-11-27"),
            ("ｗｅｄ", "2026-11-25"),
            ("周一", "2026-11-23"),
            ("周日", "2026-11-29"),
            ("星期天", "2026-11-29"),
            ("礼拜五", "2026-11-27"),
            ("today", "2026-11-25"),
            ("Yesterday", "2026-11-24"),
            ("tomorrow", "2026-11-26"),
            ("今天", "2026-11-25"),
            ("昨天", "2026-11-24"),
            ("明天", "2026-11-26"),
            (" 2026-12-24 ", "2026-12-24"),
            ("２０２６－１２－２４", "2026-12-24"),
        ];
        for (text, expected) in cases {
            let read = read_day(text, wednesday().week(), wednesday());
            assert_eq!(read, Ok(day(expected)), "`{text}`");
        }
    }

    #[test]
    fn a_weekday_is_that_of_the_week_in_question() {
        let next = wednesday().week().next();
        let read = |text| read_day(text, next, wednesday());
        assert_eq!(read("mon"), Ok(day("2026-11-30")));
        assert_eq!(read("today"), Ok(wednesday()));
    }

    #[test]
    fn what_is_no_day_is_refused_with_what_would_be() {
        for text in [
            "",
            "we",
            "m",
            "周",
            "周八",
            "25 Nov",
            "2026-02-30",
            "26-11-25",
        ] {
            let read = read_day(text, wednesday().week(), wednesday());
            assert_eq!(read, Err(ReadError::Day(text.to_owned())));
        }
        assert_eq!(
            ReadError::Day("we".to_owned()).to_string(),
            "`we` is no day; write one like wed, today, yesterday, tomorrow, 周三 or 2026-11-25"
        );
    }

    #[test]
    fn a_week_is_read_in_both_languages() {
        let cases = [
            ("this", "2026-W48"),
            ("Next", "2026-W49"),
            ("last week", "2026-W47"),
            ("本周", "2026-W48"),
            ("下周", "2026-W49"),
            ("上周", "2026-W47"),
            ("2027-W01", "2027-W01"),
            ("2026-w53", "2026-W53"),
            ("２０２６－Ｗ４８", "2026-W48"),
        ];
        for (text, expected) in cases {
            let read = read_week(text, wednesday());
            assert_eq!(read, Ok(expected.parse().unwrap()), "`{text}`");
        }
        for text in ["", "48", "W48", "2025-W53", "2026-11-25"] {
            assert_eq!(
                read_week(text, wednesday()),
                Err(ReadError::Week(text.to_owned()))
            );
        }
    }

    #[test]
    fn a_time_is_read_with_or_without_its_nought() {
        let time = |hour, minute| TimeOfDay::new(hour, minute).unwrap();
        assert_eq!(read_time("09:30"), Ok(time(9, 30)));
        assert_eq!(read_time(" 9:30 "), Ok(time(9, 30)));
        assert_eq!(read_time("１５：００"), Ok(time(15, 0)));
        for text in [
            "", "9", "24:00", "9:60", "9:5", "+9:30", "09:30:00", "009:30",
        ] {
            assert_eq!(read_time(text), Err(ReadError::Time(text.to_owned())));
        }
    }
}

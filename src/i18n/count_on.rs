//! An amount with the day it counts for: `5 mon`, `=14 周二`, `2 yesterday`.
//!
//! ```
//! # use salesweek::domain::{Amount, CountText, Currency, Day, Reading, Unit};
//! # use salesweek::i18n::read_count_on;
//! let wednesday: Day = "2026-11-25".parse()?;
//! let count = Reading { unit: Unit::Count, currency: Currency::CNY };
//! let (amount, day) = read_count_on("5 周一", count, wednesday.week(), wednesday)?;
//! assert_eq!(amount, CountText::Add(Amount::new(5)));
//! assert_eq!(day, Some("2026-11-23".parse()?));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use super::quick::date_named;
use super::read::read_day;
use crate::domain::{AmountError, CountText, Day, Reading, WeekId};

/// What is counted, and the day that was named behind it: a weekday is that of `week`.
///
/// What is no amount with a day is refused as an amount alone.
pub fn read_count_on(
    text: &str,
    reading: Reading,
    week: WeekId,
    today: Day,
) -> Result<(CountText, Option<Day>), AmountError> {
    let alone = match CountText::read(text, reading) {
        Ok(count) => return Ok((count, None)),
        Err(error) => error,
    };
    let text = text.trim();
    let named = text.char_indices().skip(1).find_map(|(at, _)| {
        let (amount, day) = text.split_at_checked(at)?;
        let day = read_day(day, week, today).ok();
        let day = day.or_else(|| date_named(text.get(at..)?, week, today))?;
        Some((amount, day))
    });
    match named {
        Some((amount, day)) => Ok((CountText::read(amount, reading)?, Some(day))),
        None => Err(alone),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Amount, Currency, Unit};

    fn read(text: &str, unit: Unit) -> Option<(CountText, Option<String>)> {
        let today: Day = "2026-11-25".parse().unwrap();
        let reading = Reading {
            unit,
            currency: Currency::CNY,
        };
        let read = read_count_on(text, reading, today.week(), today).ok()?;
        Some((read.0, read.1.map(|day| day.to_string())))
    }

    #[test]
    fn an_amount_may_name_its_day_in_both_languages() {
        let add = |units| CountText::Add(Amount::new(units));
        let make = |units| CountText::Make(Amount::new(units));
        for (text, unit, count, day) in [
            ("5", Unit::Count, add(5), None),
            ("5 mon", Unit::Count, add(5), Some("2026-11-23")),
            ("5 周一", Unit::Count, add(5), Some("2026-11-23")),
            ("5周一", Unit::Count, add(5), Some("2026-11-23")),
            ("-2 Tuesday", Unit::Count, add(-2), Some("2026-11-24")),
            ("=14 昨天", Unit::Count, make(14), Some("2026-11-24")),
            ("3 2026-11-20", Unit::Count, add(3), Some("2026-11-20")),
            ("3 20 Nov", Unit::Count, add(3), Some("2026-11-20")),
            ("3 11月20日", Unit::Count, add(3), Some("2026-11-20")),
            (
                "12万 周二",
                Unit::Money,
                add(12_000_000),
                Some("2026-11-24"),
            ),
            ("30m mon", Unit::Minutes, add(30), Some("2026-11-23")),
            ("30 m", Unit::Minutes, add(30), None),
            ("1小时 周一", Unit::Minutes, add(60), Some("2026-11-23")),
        ] {
            let expected = Some((count, day.map(str::to_owned)));
            assert_eq!(read(text, unit), expected, "`{text}`");
        }
    }

    #[test]
    fn what_is_no_amount_or_no_day_is_refused() {
        for text in ["", "mon", "5 mo", "x mon", "周一", "5 mon tue"] {
            assert_eq!(read(text, Unit::Count), None, "`{text}`");
        }
    }
}

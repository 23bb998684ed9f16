//! Days, weeks, weekdays and small counts as each language writes them.
//!
//! ```
//! # use salesweek::domain::{Day, Language};
//! # use salesweek::i18n::{date, week_dates, week_name};
//! let day = Day::from_ymd(2026, 11, 25).unwrap();
//! assert_eq!(date(Language::En, day), "Wed 25 Nov");
//! assert_eq!(date(Language::ZhCn, day), "周三 11月25日");
//! assert_eq!(week_name(Language::En, day.week()), "W48");
//! assert_eq!(week_dates(Language::En, day.week()), "23–29 Nov 2026");
//! assert_eq!(week_dates(Language::ZhCn, day.week()), "11月23–29日");
//! ```

use chrono::Datelike;

use crate::domain::{Day, Language, WeekId, Weekday};

/// How long the name of a weekday is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeekdayForm {
    /// Two cells: `We`, `三`.
    Narrow,
    /// `Wed`, `周三`.
    Short,
    /// `Wednesday`, `周三`.
    Full,
}

/// The name of a weekday.
pub const fn weekday(language: Language, day: Weekday, form: WeekdayForm) -> &'static str {
    let [narrow, short, full] = match (language, day) {
        (Language::En, Weekday::Mon) => ["Mo", "Mon", "Monday"],
        (Language::En, Weekday::Tue) => ["Tu", "Tue", "Tuesday"],
        (Language::En, Weekday::Wed) => ["We", "Wed", "Wednesday"],
        (Language::En, Weekday::Thu) => ["Th", "Thu", "Thursday"],
        (Language::En, Weekday::Fri) => ["Fr", "Fri", "Friday"],
        (Language::En, Weekday::Sat) => ["Sa", "Sat", "Saturday"],
        (Language::En, Weekday::Sun) => ["Su", "Sun", "Sunday"],
        (Language::ZhCn, Weekday::Mon) => ["一", "周一", "周一"],
        (Language::ZhCn, Weekday::Tue) => ["二", "周二", "周二"],
        (Language::ZhCn, Weekday::Wed) => ["三", "周三", "周三"],
        (Language::ZhCn, Weekday::Thu) => ["四", "周四", "周四"],
        (Language::ZhCn, Weekday::Fri) => ["五", "周五", "周五"],
        (Language::ZhCn, Weekday::Sat) => ["六", "周六", "周六"],
        (Language::ZhCn, Weekday::Sun) => ["日", "周日", "周日"],
    };
    match form {
        WeekdayForm::Narrow => narrow,
        WeekdayForm::Short => short,
        WeekdayForm::Full => full,
    }
}

/// A day of this year with its weekday: `Wed 25 Nov`, `周三 11月25日`.
pub fn date(language: Language, day: Day) -> String {
    let weekday = weekday(language, day.weekday(), WeekdayForm::Short);
    format!("{weekday} {}", month_day(language, day))
}

/// A day of this month with its weekday: `Wed 25`, `周三 25日`.
pub fn weekday_and_number(language: Language, day: Day) -> String {
    let weekday = weekday(language, day.weekday(), WeekdayForm::Short);
    match language {
        Language::En => format!("{weekday} {}", day.date().day()),
        Language::ZhCn => format!("{weekday} {}日", day.date().day()),
    }
}

/// A day of this year: `25 Nov`, `11月25日`.
pub fn month_day(language: Language, day: Day) -> String {
    let date = day.date();
    match language {
        Language::En => format!("{} {}", date.day(), month(date.month())),
        Language::ZhCn => format!("{}月{}日", date.month(), date.day()),
    }
}

/// A day of any year: `25 Nov 2026`, `2026年11月25日`.
pub fn date_with_year(language: Language, day: Day) -> String {
    let year = day.date().year();
    match language {
        Language::En => format!("{} {year}", month_day(language, day)),
        Language::ZhCn => format!("{year}年{}", month_day(language, day)),
    }
}

/// A week by its number: `W48`, `第48周`.
pub fn week_name(language: Language, week: WeekId) -> String {
    match language {
        Language::En => format!("W{:02}", week.number()),
        Language::ZhCn => format!("第{}周", week.number()),
    }
}

/// A week by its days: `23–29 Nov 2026`, `30 Nov – 6 Dec 2026`, `11月23–29日`. Chinese names
/// the years only where the week has two.
pub fn week_dates(language: Language, week: WeekId) -> String {
    let (first, last) = (week.day(Weekday::Mon), week.day(Weekday::Sun));
    let (monday, sunday) = (first.date(), last.date());
    let same_year = monday.year() == sunday.year();
    let same_month = same_year && monday.month() == sunday.month();
    match language {
        Language::En if same_month => {
            format!("{}–{}", monday.day(), date_with_year(language, last))
        }
        Language::En if same_year => {
            format!(
                "{} – {}",
                month_day(language, first),
                date_with_year(language, last)
            )
        }
        Language::ZhCn if same_month => {
            format!(
                "{}–{}日",
                month_day(language, first).trim_end_matches('日'),
                sunday.day()
            )
        }
        Language::ZhCn if same_year => {
            format!(
                "{}–{}",
                month_day(language, first),
                month_day(language, last)
            )
        }
        Language::En => {
            format!(
                "{} – {}",
                date_with_year(language, first),
                date_with_year(language, last)
            )
        }
        Language::ZhCn => {
            format!(
                "{}–{}",
                date_with_year(language, first),
                date_with_year(language, last)
            )
        }
    }
}

/// A week of another year by its days: `18–24 Dec 2023`, `2023年12月18–24日`.
pub fn week_dates_with_year(language: Language, week: WeekId) -> String {
    let dates = week_dates(language, week);
    let (first, last) = (week.day(Weekday::Mon).date(), week.day(Weekday::Sun).date());
    match language {
        Language::ZhCn if first.year() == last.year() => format!("{}年{dates}", first.year()),
        Language::En | Language::ZhCn => dates,
    }
}

/// A small count as a sentence has it: `four`; `4` in Chinese, and where it is not small.
pub fn count_word(language: Language, count: usize) -> String {
    const ENGLISH: [&str; 11] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    let word = count.checked_sub(2).and_then(|at| ENGLISH.get(at));
    match (language, word) {
        (Language::En, Some(word)) => (*word).to_owned(),
        (Language::En | Language::ZhCn, _) => count.to_string(),
    }
}

/// The English name of a month, 1 to 12.
const fn month(number: u32) -> &'static str {
    match number {
        1 => "Jan",
        2 => "Feb",
        3 => "Mar",
        4 => "Apr",
        5 => "May",
        6 => "Jun",
        7 => "Jul",
        8 => "Aug",
        9 => "Sep",
        10 => "Oct",
        11 => "Nov",
        _ => "Dec",
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_is_written_in_both_languages() {
        let cases = [
            ("2026-11-25", "Wed 25 Nov", "周三 11月25日"),
            ("2026-01-04", "Sun 4 Jan", "周日 1月4日"),
            ("2024-02-29", "Thu 29 Feb", "周四 2月29日"),
        ];
        for (text, english, chinese) in cases {
            assert_eq!(date(Language::En, day(text)), english);
            assert_eq!(date(Language::ZhCn, day(text)), chinese);
        }
    }

    #[test]
    fn a_day_is_shorter_without_its_month_and_longer_with_its_year() {
        let day = day("2026-11-25");
        assert_eq!(weekday_and_number(Language::En, day), "Wed 25");
        assert_eq!(weekday_and_number(Language::ZhCn, day), "周三 25日");
        assert_eq!(month_day(Language::En, day), "25 Nov");
        assert_eq!(month_day(Language::ZhCn, day), "11月25日");
        assert_eq!(date_with_year(Language::En, day), "25 Nov 2026");
        assert_eq!(date_with_year(Language::ZhCn, day), "2026年11月25日");
    }

    #[test]
    fn a_week_is_written_in_both_languages() {
        let cases = [
            ("2026-W48", "W48", "23–29 Nov 2026", "第48周", "11月23–29日"),
            (
                "2026-W49",
                "W49",
                "30 Nov – 6 Dec 2026",
                "第49周",
                "11月30日–12月6日",
            ),
            (
                "2026-W53",
                "W53",
                "28 Dec 2026 – 3 Jan 2027",
                "第53周",
                "2026年12月28日–2027年1月3日",
            ),
            ("2026-W02", "W02", "5–11 Jan 2026", "第2周", "1月5–11日"),
        ];
        for (text, name, dates, name_zh, dates_zh) in cases {
            let week: WeekId = text.parse().unwrap();
            assert_eq!(week_name(Language::En, week), name);
            assert_eq!(week_dates(Language::En, week), dates);
            assert_eq!(week_name(Language::ZhCn, week), name_zh);
            assert_eq!(week_dates(Language::ZhCn, week), dates_zh);
        }
    }

    #[test]
    fn a_week_of_another_year_says_which() {
        let dates = |week: &str| week_dates_with_year(Language::ZhCn, week.parse().unwrap());
        assert_eq!(dates("2023-W51"), "2023年12月18–24日");
        assert_eq!(dates("2026-W53"), "2026年12月28日–2027年1月3日");
        let week = "2023-W51".parse().unwrap();
        assert_eq!(week_dates_with_year(Language::En, week), "18–24 Dec 2023");
    }

    #[test]
    fn the_narrow_weekdays_are_two_cells_wide() {
        for language in Language::ALL {
            for day in Weekday::ALL {
                assert_eq!(weekday(language, day, WeekdayForm::Narrow).width(), 2);
            }
        }
    }

    #[test]
    fn a_small_count_is_a_word_in_english() {
        let english = [1, 2, 12, 13].map(|count| count_word(Language::En, count));
        assert_eq!(english, ["1", "two", "twelve", "13"]);
        assert_eq!(count_word(Language::ZhCn, 4), "4");
    }

    #[test]
    fn each_month_has_its_name() {
        let names: Vec<_> = (1..=12).map(month).collect();
        assert_eq!(
            names.join(" "),
            "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
        );
    }
}

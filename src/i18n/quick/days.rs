//! Days as they stand in a sentence: `wed`, `next mon`, `27 Nov`, `下周一`, `11月27日`.

use chrono::Datelike;

use super::QuickContext;
use super::hints::Where;
use crate::domain::{Day, WeekId, Weekday};
use crate::i18n::named::fold;
use crate::i18n::read::{narrow, read_weekday};

/// The day that a text means, and where in a line it may stand: nowhere where it is over.
pub(super) fn day(text: &str, context: &QuickContext<'_>) -> Option<(Day, Where)> {
    let has_sign_alone = text
        .split_whitespace()
        .any(|word| !word.contains(char::is_alphanumeric));
    if has_sign_alone {
        return None;
    }
    let folded = fold(text);
    let (day, place) = beside(&folded, context.today)
        .or_else(|| days_on(&folded, context.today))
        .or_else(|| of_week(&folded, context))
        .or_else(|| Some((narrow(text).parse().ok()?, Where::Anywhere)))
        .or_else(|| chinese_date(&folded, context))
        .or_else(|| english_date(&folded, context))
        .or_else(|| figures(&folded, context))?;
    let place = if may_be(day, context) {
        place
    } else {
        Where::Over
    };
    Some((day, place))
}

/// Whether a task may be planned on a day.
fn may_be(day: Day, context: &QuickContext<'_>) -> bool {
    context.past || day >= context.today
}

/// A day by its distance from today.
fn beside(folded: &str, today: Day) -> Option<(Day, Where)> {
    let (days, place) = match folded {
        "昨天" | "昨日" => (-1, Where::Anywhere),
        "今天" | "今日" => (0, Where::Anywhere),
        "明天" | "明日" => (1, Where::Anywhere),
        "后天" => (2, Where::Anywhere),
        "大后天" => (3, Where::Anywhere),
        "yesterday" => (-1, Where::Edge),
        "today" => (0, Where::Edge),
        "tomorrow" | "tmr" | "tmrw" => (1, Where::Edge),
        "day after tomorrow" | "the day after tomorrow" => (2, Where::Edge),
        _ => return None,
    };
    Some((today.plus(days)?, place))
}

/// A day by how many days or weeks it is away: `in 2 days`, `in a week`, `3天后`, `两周后`.
fn days_on(folded: &str, today: Day) -> Option<(Day, Where)> {
    let english = || {
        let (number, unit) = folded.strip_prefix("in ")?.split_once(' ')?;
        match unit {
            "day" | "days" => Some((number, 1)),
            "week" | "weeks" => Some((number, 7)),
            _ => None,
        }
    };
    let chinese = || {
        let text = folded
            .strip_suffix("之后")
            .or_else(|| folded.strip_suffix('后'))?;
        let days = text.strip_suffix('天').map(|number| (number, 1));
        let weeks = || {
            ["个星期", "星期", "周"]
                .into_iter()
                .find_map(|unit| text.strip_suffix(unit))
        };
        days.or_else(|| Some((weeks()?, 7)))
    };
    let (number, unit) = english().or_else(chinese)?;
    let number: i64 = match number {
        "a" | "one" | "一" => 1,
        "two" | "两" => 2,
        "three" | "三" => 3,
        _ => number
            .parse()
            .ok()
            .filter(|number| (1..=999).contains(number))?,
    };
    Some((today.plus(number * unit)?, Where::Edge))
}

/// A weekday, by itself or with its week.
fn of_week(folded: &str, context: &QuickContext<'_>) -> Option<(Day, Where)> {
    let this = context.today.week();
    let weeks: [(&str, WeekId); 7] = [
        ("next ", this.next()),
        ("this ", this),
        ("last ", this.previous()),
        ("下", this.next()),
        ("本", this),
        ("这", this),
        ("上", this.previous()),
    ];
    let with_week = weeks.into_iter().find_map(|(word, week)| {
        let weekday = read_weekday(folded.strip_prefix(word)?)?;
        Some(week.day(weekday))
    });
    let day = match with_week {
        Some(day) => day,
        None => coming(read_weekday(folded)?, context),
    };
    let place = if folded.is_ascii() {
        Where::End
    } else {
        Where::Anywhere
    };
    Some((day, place))
}

/// The weekday of the week looked at; if that is over, next week's.
fn coming(weekday: Weekday, context: &QuickContext<'_>) -> Day {
    let day = context.week.day(weekday);
    if may_be(day, context) {
        return day;
    }
    let this = context.today.week().day(weekday);
    if may_be(this, context) {
        this
    } else {
        context.today.week().next().day(weekday)
    }
}

/// `11月27日`, `2026年11月27日`, `27号`.
fn chinese_date(folded: &str, context: &QuickContext<'_>) -> Option<(Day, Where)> {
    let (year, rest) = match folded.split_once('年') {
        Some((year, rest)) => (Some(year.parse().ok()?), rest),
        None => (None, folded),
    };
    let number = |text: &str| text.parse::<u32>().ok();
    match rest.split_once('月') {
        Some((month, rest)) => {
            let day = rest.strip_suffix(['日', '号']).unwrap_or(rest);
            let day = dated(year, number(month)?, number(day)?, context)?;
            Some((day, Where::Anywhere))
        }
        None if year.is_none() => {
            let number = number(rest.strip_suffix(['日', '号'])?)?;
            Some((of_month(number, context)?, Where::End))
        }
        None => None,
    }
}

/// `27 nov`, `nov 27`, `27 november 2026`.
fn english_date(folded: &str, context: &QuickContext<'_>) -> Option<(Day, Where)> {
    let mut words = folded.split(' ');
    let (one, other) = (words.next()?, words.next()?);
    let year = match words.next() {
        Some(year) => Some(year.parse().ok()?),
        None => None,
    };
    let month = |text: &str| text.parse::<chrono::Month>().ok();
    let (day, month) = match month(other) {
        Some(month) => (one, month),
        None => (other, month(one)?),
    };
    let day = dated(year, month.number_from_month(), day.parse().ok()?, context)?;
    (words.next().is_none()).then_some((day, Where::End))
}

/// `11/30`, `30/11`, `2026/11/30`: month and day in figures, where only one of them can be the
/// month. `24/7` is no day.
fn figures(folded: &str, context: &QuickContext<'_>) -> Option<(Day, Where)> {
    let parts: Vec<u32> = folded
        .split('/')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    match *parts.as_slice() {
        [24, 7] => None,
        [month, day] if month <= 12 && (day > 12 || day == month) => {
            Some((dated(None, month, day, context)?, Where::End))
        }
        [day, month] if day > 12 => Some((dated(None, month, day, context)?, Where::End)),
        [year, month, day] if year >= 1000 => {
            let year = i32::try_from(year).ok();
            Some((dated(year, month, day, context)?, Where::Anywhere))
        }
        _ => None,
    }
}

/// A date of that year, or the next one to come.
fn dated(year: Option<i32>, month: u32, day: u32, context: &QuickContext<'_>) -> Option<Day> {
    if let Some(year) = year {
        return Day::from_ymd(year, month, day);
    }
    let year = context.today.date().year();
    let coming = |year| Day::from_ymd(year, month, day).filter(|day| may_be(*day, context));
    coming(year).or_else(|| coming(year.saturating_add(1)))
}

/// The day of that number in this month, or the next one to come.
fn of_month(number: u32, context: &QuickContext<'_>) -> Option<Day> {
    let date = context.today.date();
    let coming = |year, month| {
        let day = Day::from_ymd(year, month, number);
        day.filter(|day| may_be(*day, context))
    };
    coming(date.year(), date.month()).or_else(|| match date.month() {
        12 => coming(date.year().saturating_add(1), 1),
        month => coming(date.year(), month.saturating_add(1)),
    })
}

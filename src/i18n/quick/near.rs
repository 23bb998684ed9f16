//! Words that were meant as a hint and cannot be one: `#cals`, `monthly`, `25:00`, `12/5`.
//!
//! They stay in the title, and are told with what is wrong with them.

use super::QuickContext;
use super::hints::Found;
use super::kept::Why;
use super::signs::amount_error;
use super::words::Word;
use super::{Hint, Part};
use crate::domain::{AmountError, Metric};
use crate::i18n::named::{Named, metric_named};
use crate::i18n::read::{narrow, read_time};

/// What the first words of a line were meant as.
#[derive(Debug)]
pub(super) struct Near {
    /// How many words.
    pub(super) words: usize,
    pub(super) why: Why,
    /// Whether it may as well be part of a title where more follows.
    pub(super) at_end: bool,
}

/// What the first words were meant as; `before` is the hint right before them.
pub(super) fn near(
    words: &[Word<'_>],
    before: Option<&Found>,
    context: &QuickContext<'_>,
) -> Option<Near> {
    let word = words.first()?;
    let clear = no_time(word)
        .or_else(|| no_metric(word, context))
        .or_else(|| no_amount(word, before, context));
    let one = |why, at_end| Near {
        words: 1,
        why,
        at_end,
    };
    clear
        .map(|why| one(why, false))
        .or_else(|| no_rule(words))
        .or_else(|| is_unclear_date(word).then(|| one(Why::UnclearDate, true)))
}

/// The form of a time that does not exist: `25:00`.
fn no_time(word: &Word<'_>) -> Option<Why> {
    let text = narrow(word.core());
    let (hour, minute) = text.split_once(':')?;
    let has_form = is_number(hour) && hour.len() <= 2 && is_number(minute) && minute.len() == 2;
    (has_form && read_time(&text).is_err()).then_some(Why::NoTime)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|char| char.is_ascii_digit())
}

/// A name behind the sign of metrics that none has: `#cals`. A number there is another thing.
fn no_metric(word: &Word<'_>, context: &QuickContext<'_>) -> Option<Why> {
    let name = word.core().strip_prefix(['#', '＃'])?;
    if !name.starts_with(char::is_alphabetic) {
        return None;
    }
    match metric_named(name, context.metrics) {
        Named::None => Some(Why::NoMetric),
        Named::Several(_) => Some(Why::SeveralMetrics),
        Named::One(_) => None,
    }
}

/// Money right behind a metric that does not count it, or not in that currency.
fn no_amount(word: &Word<'_>, before: Option<&Found>, context: &QuickContext<'_>) -> Option<Why> {
    let [
        Part {
            hint: Hint::Metric(id, None),
            ..
        },
    ] = before?.parts.as_slice()
    else {
        return None;
    };
    let is_it = |metric: &&Metric| metric.id == *id;
    let metric = context.metrics.iter().find(is_it)?;
    match amount_error(word.core(), metric, context)? {
        AmountError::OtherCurrency { .. } => Some(Why::OtherCurrency(context.currency)),
        AmountError::NotMoney { .. } => Some(Why::NotMoney),
        _ => None,
    }
}

/// The most words between *every* and the unit: `every last working day`.
const MOST_BETWEEN: usize = 3;

/// What comes again by a rule that there is not: `every month`, `weekly`, `每月15号`.
fn no_rule(words: &[Word<'_>]) -> Option<Near> {
    let near = |words, why| Near {
        words,
        why,
        at_end: true,
    };
    let first = words.first()?.core();
    match first {
        "weekly" => return Some(near(1, Why::NoWeekday)),
        "fortnightly" | "monthly" | "quarterly" | "yearly" => return Some(near(1, Why::NoRule)),
        _ => {}
    }
    if !matches!(first.to_ascii_lowercase().as_str(), "every" | "each") {
        return no_chinese_rule(first).map(|why| near(1, why));
    }
    let behind = words.iter().skip(1).take(MOST_BETWEEN + 1);
    let mut units = behind.zip(2..).filter_map(|(word, count)| {
        let why = match word.core() {
            "week" | "weeks" => Why::NoWeekday,
            "day" | "days" | "month" | "months" | "quarter" | "year" | "years" => Why::NoRule,
            _ => return None,
        };
        Some(near(count, why))
    });
    units.next()
}

/// `每月最后一天`, `每两周`, `每季度`; in other words 每 begins a title (`每周例会纪要`).
fn no_chinese_rule(word: &str) -> Option<Why> {
    let rest = word.strip_prefix(['每', '隔'])?;
    let rest =
        rest.trim_start_matches(|char: char| "隔个两二三四半".contains(char) || char.is_numeric());
    let unit = ["星期", "周", "天", "日", "月", "季", "年"];
    let (unit, rest) = unit
        .into_iter()
        .find_map(|unit| Some((unit, rest.strip_prefix(unit)?)))?;
    let ends = rest.is_empty() || rest.ends_with(['天', '日', '号', '度', '次', '初', '末']);
    ends.then_some(match (unit, rest) {
        ("星期" | "周", "" | "一次") => Why::NoWeekday,
        _ => Why::NoRule,
    })
}

/// A day and a month in figures that may be either: `12/5`. Small ones are parts of something
/// (`1/2`).
fn is_unclear_date(word: &Word<'_>) -> bool {
    let text = narrow(word.core());
    let is_short = |text: &str| is_number(text) && text.len() <= 2;
    let parts = text
        .split_once('/')
        .filter(|(one, other)| is_short(one) && is_short(other));
    let numbers = parts.and_then(|(one, other)| Some((one.parse().ok()?, other.parse().ok()?)));
    numbers.is_some_and(|(one, other): (u32, u32)| {
        (1..=12).contains(&one) && (1..=12).contains(&other) && one.max(other) >= 10 && one != other
    })
}

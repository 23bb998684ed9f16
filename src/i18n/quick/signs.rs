//! Hints by their signs: `!`, `#calls x5`, `@Huaxin`, `~30m`.

use super::hints::{Found, Where, longest, one, read};
use super::times::clock;
use super::words::{Word, is_chinese};
use super::{Hint, QuickContext};
use crate::domain::{Amount, AmountError, Metric, Reading, Unit};
use crate::i18n::named::{Named, fold, metric_named};
use crate::i18n::read::narrow;

/// `!`, `!!`; right behind a day or a time only at the end.
pub(super) fn weight(words: &[Word<'_>], _context: &QuickContext<'_>) -> Option<Found> {
    let word = words.first()?;
    let hint = match narrow(word.core()).as_str() {
        "!" => Hint::Important,
        "!!" => Hint::ImportantAndUrgent,
        _ => return None,
    };
    let place = if word.joined {
        Where::End
    } else {
        Where::Anywhere
    };
    one(words, 1, hint, place)
}

/// `#calls`, `#calls x5`, `x5 #calls`, `#calls×5`, `#calls 5`.
pub(super) fn metric(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
    let before = words.first()?.core();
    if let Some((_, behind)) = words.split_first()
        && is_marked(before)
        && let Some((count, metric)) = named(behind, context)
        && let Some(amount) = amount(before, metric, context)
    {
        let hint = Hint::Metric(metric.id.clone(), Some(amount));
        return one(words, count + 1, hint, Where::Anywhere);
    }
    if let Some((count, metric)) = named(words, context) {
        let next = words.get(count..).unwrap_or_default();
        let amount = amount_behind(next, metric, context);
        let count = count + usize::from(amount.is_some());
        let hint = Hint::Metric(metric.id.clone(), amount);
        return one(words, count, hint, Where::Anywhere);
    }
    let (name, text) = before.rsplit_once(TIMES)?;
    let name = name.strip_prefix(['#', '＃'])?;
    let metric = metric_named(name, context.metrics).one()?;
    let amount = amount(text, metric, context)?;
    let hint = Hint::Metric(metric.id.clone(), Some(amount));
    one(words, 1, hint, Where::Anywhere)
}

/// The signs before an amount.
const TIMES: [char; 4] = ['x', 'X', '×', '*'];

/// What Chinese counts with: calls, pieces, companies, letters, people.
const COUNTERS: [char; 8] = ['次', '个', '家', '封', '通', '条', '位', '人'];

/// Whether a text says by itself that it is an amount.
fn is_marked(text: &str) -> bool {
    text.starts_with(TIMES) || text.ends_with(COUNTERS)
}

/// How many words are a metric's name behind its sign, and the metric.
fn named<'a>(words: &[Word<'_>], context: &QuickContext<'a>) -> Option<(usize, &'a Metric)> {
    longest(words, |text| {
        let name = text.strip_prefix(['#', '＃'])?;
        match metric_named(name, context.metrics) {
            Named::One(metric) => Some(metric),
            Named::None | Named::Several(_) => None,
        }
    })
}

/// The amount that stands behind a metric. A bare number may as well begin what follows (`27 Nov`,
/// `3 offers`), so it counts where the line or another hint does.
fn amount_behind(
    words: &[Word<'_>],
    metric: &Metric,
    context: &QuickContext<'_>,
) -> Option<Amount> {
    let (first, behind) = words.split_first()?;
    let text = first.core();
    let amount = amount(text, metric, context)?;
    let is_bare = text.chars().all(char::is_numeric);
    let is_free = behind.is_empty() || read(behind, context).is_some();
    (!is_bare || (is_free && read(words, context).is_none())).then_some(amount)
}

/// An amount of a metric, above 0.
fn amount(text: &str, metric: &Metric, context: &QuickContext<'_>) -> Option<Amount> {
    let is_number = text.starts_with(|char: char| !matches!(char, '+' | '＋'));
    let amount = read_amount(text, metric, context).ok();
    amount.filter(|amount| is_number && *amount > Amount::ZERO)
}

/// Why a text is no amount of a metric.
pub(super) fn amount_error(
    text: &str,
    metric: &Metric,
    context: &QuickContext<'_>,
) -> Option<AmountError> {
    read_amount(text, metric, context).err()
}

fn read_amount(
    text: &str,
    metric: &Metric,
    context: &QuickContext<'_>,
) -> Result<Amount, AmountError> {
    let text = text.strip_prefix(TIMES).unwrap_or(text);
    let text = match metric.unit {
        Unit::Count => text.strip_suffix(COUNTERS).unwrap_or(text),
        Unit::Money | Unit::Minutes | Unit::Score => text,
    };
    let reading = Reading {
        unit: metric.unit,
        currency: context.currency,
    };
    Amount::read(text, reading)
}

/// `@Huaxin`, `@"Lin & Co"`, `@Lin & Co` where that is known, and `@10:30`, which is a time.
pub(super) fn customer(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
    let known = |text: &str| {
        let name = fold(text.strip_prefix(['@', '＠'])?);
        context.customers.iter().find(|other| fold(other) == name)
    };
    if let Some((count, name)) = longest(words, known) {
        return one(words, count, Hint::Customer(name.clone()), Where::Anywhere);
    }
    let name = words.first()?.behind(['@', '＠'])?;
    if name.is_empty() {
        return None;
    }
    let hint = match clock(name) {
        Some(clock) => Hint::Time(clock.time),
        None => Hint::Customer(completed(name, context.customers)),
    };
    one(words, 1, hint, Where::Anywhere)
}

/// The known customer that a name is, or alone begins as; else the name as it is. A name with
/// letters ends where a word does: `Lin` is not the beginning of `Lindner AG`.
fn completed(name: &str, known: &[String]) -> String {
    let folded = fold(name);
    if let Some(same) = known.iter().find(|other| fold(other) == folded) {
        return same.clone();
    }
    let in_word = |char: char| char.is_alphanumeric() && !is_chinese(char);
    let ends_in_word = folded.ends_with(in_word);
    let begins = |other: &&String| {
        let other = fold(other);
        let rest = other.strip_prefix(&folded);
        rest.is_some_and(|rest| !(ends_in_word && rest.starts_with(in_word)))
    };
    let mut fits = known.iter().filter(begins);
    match (fits.next(), fits.next()) {
        (Some(one), None) => one.clone(),
        _ => name.to_owned(),
    }
}

/// `~30m`, `~1h`, `~90分`. A number alone says no unit, and is none.
pub(super) fn estimate(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
    let text = words.first()?.core().strip_prefix(['~', '～'])?;
    let reading = Reading {
        unit: Unit::Minutes,
        currency: context.currency,
    };
    let has_unit = text.ends_with(char::is_alphabetic) || text.contains(['h', 'H', '时']);
    let minutes = Amount::read(text, reading).ok().filter(|_| has_unit)?;
    let minutes = u16::try_from(minutes.units()).ok();
    let minutes = minutes.filter(|minutes| (1..=1440).contains(minutes))?;
    one(words, 1, Hint::Estimate(minutes), Where::Anywhere)
}

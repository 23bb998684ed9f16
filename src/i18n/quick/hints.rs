//! The hints that words could be, wherever they stand.

use std::ops::Range;

use super::again::again;
use super::bound::keep_bound;
use super::days::day;
use super::joint::joint;
use super::times::clock;
use super::words::{Word, is_chinese};
use super::{Hint, Part, QuickContext};
use crate::domain::{Amount, Metric, Reading, Unit};
use crate::i18n::named::{Named, fold, metric_named};
use crate::i18n::read::narrow;

/// Where in a line a hint may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// Wherever it is: it can be nothing else.
    Anywhere,
    /// Before the title or behind it.
    Edge,
    /// Behind the title.
    End,
    /// Nowhere: it is a day that is over, or belongs to the words around it.
    Nowhere,
}

/// What the first words of a line could be.
#[derive(Debug)]
pub(super) struct Found {
    /// How many words.
    pub(super) words: usize,
    pub(super) parts: Vec<Part>,
    pub(super) place: Where,
}

/// A word of the title, or words that could be a hint.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) words: Range<usize>,
    pub(super) found: Option<Found>,
    /// A backslash keeps it in the title.
    pub(super) escaped: bool,
}

/// A reader of the first words of a line.
type Reader = fn(&[Word<'_>], &QuickContext<'_>) -> Option<Found>;

/// The readers; the first that knows the words is right.
const READERS: [Reader; 9] = [
    again,
    weight,
    metric,
    customer,
    estimate,
    due,
    bucket,
    day_and_time,
    day_or_time,
];

/// The most words of a date or a name.
const MOST_WORDS: usize = 4;

/// A line as words that could be hints, and others.
pub(super) fn found(words: &[Word<'_>], context: &QuickContext<'_>) -> Vec<Item> {
    let mut items = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.first() {
        let at = words.len().saturating_sub(rest.len());
        let (found, escaped) = match first.text.strip_prefix('\\') {
            Some(text) => (read_kept(text, rest, context), true),
            None => (read(rest, context), false),
        };
        let count = found.as_ref().map_or(1, |found| found.words).max(1);
        items.push(Item {
            words: at..at + count,
            escaped: escaped && found.is_some(),
            found,
        });
        rest = rest.get(count..).unwrap_or_default();
    }
    keep_bound(words, &mut items);
    items
}

fn read(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
    READERS.iter().find_map(|reader| reader(words, context))
}

/// What the words would be without the backslash before them.
fn read_kept(text: &str, words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
    let mut words = words.get(..words.len().min(MOST_WORDS))?.to_vec();
    let first = words.first_mut()?;
    *first = Word {
        text,
        start: first.start + 1,
        ..*first
    };
    read(&words, context)
}

/// One hint of the first `count` words.
pub(super) fn one(words: &[Word<'_>], count: usize, hint: Hint, place: Where) -> Option<Found> {
    let (first, last) = (words.first()?, words.get(count.checked_sub(1)?)?);
    Some(Found {
        words: count,
        parts: vec![Part {
            place: first.start..last.end(),
            hint,
        }],
        place,
    })
}

/// The first `count` words with one blank between them; none of them ends in a comma but the
/// last.
fn joined(words: &[Word<'_>], count: usize) -> Option<String> {
    let (last, before) = words.get(..count)?.split_last()?;
    let is_whole = |word: &Word<'_>| !word.quoted && word.core() == word.text;
    let whole = before.iter().all(is_whole) && !last.core().is_empty();
    let cores = before.iter().chain([last]).map(Word::core);
    whole.then(|| cores.collect::<Vec<_>>().join(" "))
}

/// What `read` makes of the most words it can.
fn longest<T>(words: &[Word<'_>], read: impl Fn(&str) -> Option<T>) -> Option<(usize, T)> {
    (1..=MOST_WORDS.min(words.len()))
        .rev()
        .find_map(|count| Some((count, read(&joined(words, count)?)?)))
}

/// `!`, `!!`; right behind a day or a time only at the end.
fn weight(words: &[Word<'_>], _context: &QuickContext<'_>) -> Option<Found> {
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
fn metric(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
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
    let text = text.strip_prefix(TIMES).unwrap_or(text);
    let text = match metric.unit {
        Unit::Count => text.strip_suffix(COUNTERS).unwrap_or(text),
        Unit::Money | Unit::Minutes | Unit::Score => text,
    };
    let reading = Reading {
        unit: metric.unit,
        currency: context.currency,
    };
    let is_number = text.starts_with(|char: char| !matches!(char, '+' | '＋'));
    let amount = Amount::read(text, reading).ok().filter(|_| is_number)?;
    (amount > Amount::ZERO).then_some(amount)
}

/// `@Huaxin`, `@"Lin & Co"`, `@Lin & Co` where that is known, and `@10:30`, which is a time.
fn customer(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
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
fn estimate(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
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

/// `due fri`, `by 27 Nov`, `截止周五`, `周五前`.
fn due(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
    let day = |text: &str| {
        let coming = day(text, context).filter(|(_, place)| *place != Where::Nowhere);
        coming.map(|(day, _)| day)
    };
    let first = words.first()?.core();
    if let Some((_, behind)) = words.split_first() {
        let is_english = matches!(fold(first).as_str(), "due" | "by");
        if is_english || matches!(first, "截止" | "截至") {
            let (count, day) = longest(behind, day)?;
            let place = if is_english {
                Where::End
            } else {
                Where::Anywhere
            };
            return one(words, count + 1, Hint::Due(day), place);
        }
    }
    let prefixed = ["截止到", "截至到", "截止", "截至"];
    let suffixed = ["之前", "以前", "截止", "前"];
    let before = prefixed.iter().find_map(|word| first.strip_prefix(word));
    let text = before.or_else(|| suffixed.iter().find_map(|word| first.strip_suffix(word)));
    one(words, 1, Hint::Due(day(text?)?), Where::Anywhere)
}

/// `this week`, `下周`: the bucket.
fn bucket(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
    let week = |text: &str| match fold(text).as_str() {
        "this week" | "本周" | "这周" => Some(context.week),
        "next week" | "下周" => Some(context.today.week().next()),
        _ => None,
    };
    let (count, week) = longest(words, week)?;
    one(words, count, Hint::Week(week), Where::End)
}

/// A Chinese day and a time as one word, or as two where the first holds some of the time:
/// `周三10:00`, `明晚7点`, `明天下午 3点`.
fn day_and_time(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
    let word = words.first()?;
    let halves = || {
        let next = words.get(1).filter(|_| word.core() == word.text)?;
        let text = format!("{}{}", word.text, next.core());
        let joint = joint(&text, context)?;
        (joint.at < word.text.len()).then_some((joint, 2, next.end()))
    };
    let whole = || Some((joint(word.core(), context)?, 1, word.end()));
    let (joint, count, end) = halves().or_else(whole)?;
    let at = word.start + joint.at;
    let place = match joint.place {
        Where::Anywhere if word.joined => Where::Edge,
        place => place,
    };
    let part = |place, hint| Part { place, hint };
    Some(Found {
        words: count,
        parts: vec![
            part(word.start..at, Hint::Day(joint.day)),
            part(at..end, Hint::Time(joint.time)),
        ],
        place,
    })
}

/// `wed`, `on wed`, `9:30`, `at 9:30`, `@ 9:30`, `下午 3点`.
fn day_or_time(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
    let preposition = fold(words.first()?.core());
    let behind = words.get(1..).unwrap_or_default();
    let found_day = match preposition.as_str() {
        "on" => longest(behind, |text| day(text, context)).map(|(count, day)| (count + 1, day)),
        "at" | "@" => None,
        // A name, and a frequent one.
        _ => longest(words, |text| day(text, context).filter(|_| text != "Sun")),
    };
    if let Some((count, (day, place))) = found_day {
        return one(words, count, Hint::Day(day), place);
    }
    let (more, rest) = match preposition.as_str() {
        "at" | "@" => (1, behind),
        _ => (0, words),
    };
    let (count, clock) = longest(rest, clock)?;
    let place = if clock.is_bare {
        Where::End
    } else {
        Where::Anywhere
    };
    one(words, count + more, Hint::Time(clock.time), place)
}

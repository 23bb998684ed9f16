//! The hints that words could be, wherever they stand.

use std::ops::Range;

use super::again::again;
use super::bound::keep_bound;
use super::near::{Near, near};
use super::opening::open;
use super::pair::pair;
use super::signs::{customer, estimate, metric, weight};
use super::when::{bucket, day_and_time, day_or_time, due};
use super::words::Word;
use super::{Hint, Part, QuickContext};

/// Where in a line a hint may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// Wherever it is: it can be nothing else.
    Anywhere,
    /// Before the title or behind it.
    Edge,
    /// Behind the title.
    End,
    /// Nowhere: it is a day that is over.
    Over,
    /// Nowhere: it belongs to the words around it.
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
    /// What it was meant as and cannot be, where it is no hint.
    pub(super) near: Option<Near>,
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
    let mut items: Vec<Item> = Vec::new();
    let mut rest = words;
    while let Some(first) = rest.first() {
        let at = words.len().saturating_sub(rest.len());
        let (found, escaped) = match first.text.strip_prefix('\\') {
            Some(text) => (read_kept(text, rest, context), true),
            None => (read(rest, context), false),
        };
        let before = items.last().and_then(|item| item.found.as_ref());
        let near = match &found {
            Some(_) => None,
            None => near(rest, before, context),
        };
        let is_near = || near.as_ref().map(|near| near.words);
        let count = found.as_ref().map(|found| found.words).or_else(is_near);
        let count = count.unwrap_or(1).max(1);
        items.push(Item {
            words: at..at + count,
            escaped: escaped && found.is_some(),
            found,
            near,
        });
        rest = rest.get(count..).unwrap_or_default();
    }
    let mut items = pair(words, items);
    keep_bound(words, &mut items);
    open(words, &mut items);
    items
}

pub(super) fn read(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
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
pub(super) fn longest<T>(
    words: &[Word<'_>],
    read: impl Fn(&str) -> Option<T>,
) -> Option<(usize, T)> {
    (1..=MOST_WORDS.min(words.len()))
        .rev()
        .find_map(|count| Some((count, read(&joined(words, count)?)?)))
}

//! Days and times that belong to the words around them: `Report of 27 Nov`, `改到 周三`.
//!
//! Taken out, they would leave half a sentence behind, so the title keeps them: behind a word
//! that leads to them, before one that hangs on them, and on either side of one that joins two
//! of them (`10:00 - 11:00`, `tue or wed`).

use super::HintKind;
use super::hints::{Item, Where};
use super::words::Word;
use crate::i18n::read::narrow;

/// Words that lead to a day or a time. `by` and `due` do where they make it no last day.
const LEADING: [&str; 18] = [
    "about", "after", "before", "between", "by", "due", "each", "every", "for", "from", "not",
    "of", "re", "since", "than", "till", "to", "until",
];

/// How Chinese words end that lead to a day or a time.
const LEADING_ENDS: [char; 9] = ['到', '至', '从', '自', '在', '为', '是', '每', '于'];

/// How Chinese words begin that hang on the day before them.
const HANGING: char = '的';

/// Words between two days or times.
const JOINING: [&str; 19] = [
    "-", "–", "—", "~", "/", "&", "+", "and", "or", "to", "till", "until", "到", "至", "和", "与",
    "或", "及", "、",
];

/// Keeps each such day or time where it is.
pub(super) fn keep_bound(words: &[Word<'_>], items: &mut [Item]) {
    let bound: Vec<_> = (0..items.len())
        .map(|at| is_bound(words, items, at))
        .collect();
    for (item, is_bound) in items.iter_mut().zip(bound) {
        if let Some(found) = item.found.as_mut().filter(|_| is_bound) {
            found.place = Where::Nowhere;
        }
    }
}

fn is_bound(words: &[Word<'_>], items: &[Item], at: usize) -> bool {
    if !is_date(items.get(at)) {
        return false;
    }
    let before = at.checked_sub(1);
    let plain = |at: usize| plain(words, items.get(at)?);
    let is_led = before.and_then(plain).is_some_and(leads);
    let joins =
        |at: usize| plain(at).is_some_and(|word| JOINING.contains(&plain_word(word).as_str()));
    let is_second =
        before.is_some_and(joins) && is_date(at.checked_sub(2).and_then(|at| items.get(at)));
    let is_first = joins(at + 1) && is_date(items.get(at + 2));
    let has_more = plain(at + 1).is_some_and(|word| word.starts_with(HANGING));
    is_led || is_second || is_first || has_more
}

fn leads(word: &str) -> bool {
    LEADING.contains(&plain_word(word).as_str()) || word.ends_with(LEADING_ENDS)
}

/// A word in small letters, nothing full-width.
fn plain_word(word: &str) -> String {
    narrow(word).to_lowercase()
}

/// The word of an item that is no hint.
fn plain<'a>(words: &[Word<'a>], item: &Item) -> Option<&'a str> {
    let word = words.get(item.words.start)?;
    item.found.is_none().then_some(word.text)
}

/// Whether an item is a day or a time.
fn is_date(item: Option<&Item>) -> bool {
    let found = item.and_then(|item| item.found.as_ref());
    found.is_some_and(|found| {
        let mut kinds = found.parts.iter().map(|part| part.hint.kind());
        kinds.all(|kind| matches!(kind, HintKind::Day | HintKind::Time))
    })
}

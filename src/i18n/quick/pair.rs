//! A day and the time beside it, which say one thing: `wed 14:30`, `14:30 on wed`.
//!
//! A clear time counts wherever it stands, an English day at the end alone. Side by side they
//! count together or stay together, so that no time is left on a day that nobody said. The part of
//! a day may stand between them (`fri morning 9:30`).

use super::hints::{Found, Item, Where};
use super::times::PARTS_OF_DAY;
use super::words::Word;
use super::{Hint, HintKind};
use crate::i18n::named::fold;

/// The items, each day with the clear time behind or before it as one.
pub(super) fn pair(words: &[Word<'_>], items: Vec<Item>) -> Vec<Item> {
    let items = join(items, is_day, is_time);
    let mut items = join(items, is_time, is_day);
    clear_with_part(words, &mut items);
    items
}

fn join(
    items: Vec<Item>,
    is_first: fn(&Found) -> bool,
    is_second: fn(&Found) -> bool,
) -> Vec<Item> {
    let mut joined: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        let first = joined.last_mut().filter(|last| says(last, is_first));
        let first = first.filter(|_| says(&item, is_second));
        match first.and_then(|first| Some((first.found.as_mut()?, &mut first.words))) {
            Some((found, words)) => {
                words.end = item.words.end;
                found.words = words.len();
                let second = item.found.map(|second| (second.place, second.parts));
                let (place, parts) = second.unwrap_or((Where::Anywhere, Vec::new()));
                let is_over = [found.place, place].contains(&Where::Over);
                found.place = if is_over {
                    Where::Over
                } else {
                    Where::Anywhere
                };
                found.parts.extend(parts);
            }
            None => joined.push(item),
        }
    }
    joined
}

/// Lets a day count wherever it stands, where a part of it and a clear time follow.
fn clear_with_part(words: &[Word<'_>], items: &mut [Item]) {
    let mut rest = items;
    while let [day, behind @ ..] = rest {
        let is_clear = match &*behind {
            [part, time, ..] => is_part_of_day(words, part) && says(time, is_time),
            _ => false,
        };
        let found = day.found.as_mut().filter(|found| is_clear && is_day(found));
        if let Some(found) = found.filter(|found| found.place != Where::Over) {
            found.place = Where::Anywhere;
        }
        rest = behind;
    }
}

/// Whether a word that is no hint says a part of a day: `morning`, `上午`.
pub(super) fn is_part_of_day(words: &[Word<'_>], item: &Item) -> bool {
    let word = words.get(item.words.start).filter(|_| item.found.is_none());
    word.is_some_and(|word| PARTS_OF_DAY.contains(&fold(word.core()).as_str()))
}

fn says(item: &Item, what: fn(&Found) -> bool) -> bool {
    !item.escaped && item.found.as_ref().is_some_and(what)
}

/// Whether it is a day alone, or what comes again on one.
fn is_day(found: &Found) -> bool {
    let [part] = found.parts.as_slice() else {
        return false;
    };
    matches!(part.hint, Hint::Day(_) | Hint::Repeats(_))
}

/// Whether it is a time alone, and no bare hour.
fn is_time(found: &Found) -> bool {
    let mut kinds = found.parts.iter().map(|part| part.hint.kind());
    found.place == Where::Anywhere && kinds.all(|kind| kind == HintKind::Time)
}

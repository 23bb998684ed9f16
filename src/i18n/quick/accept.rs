//! Which of the hints that a line could hold count, by where they stand.

use std::ops::Range;

use super::hints::{Found, Item, Where};
use super::kept::{self, Kept, Standing};
use super::pair::is_part_of_day;
use super::words::{SEPARATORS, Word};
use super::{HintKind, Part, Quick};

/// The line without the hints that count.
pub(super) fn accept(text: &str, words: &[Word<'_>], items: Vec<Item>, said: &[HintKind]) -> Quick {
    let at_head = head(&items);
    let mut kinds = said.to_vec();
    let mut parts = Vec::new();
    let mut covers = Vec::new();
    let mut signs = Vec::new();
    let mut kept = Vec::new();
    let mut in_tail = true;
    let first_plain = first_plain(&items);
    let of_days: Vec<_> = (0..items.len())
        .map(|at| is_behind_day(words, &items, at))
        .collect();
    for ((at, item), of_day) in items.into_iter().enumerate().zip(of_days).rev() {
        let place = cover(words, &item.words);
        match item.found {
            Some(_) if item.escaped => {
                signs.push(place.start..place.start + 1);
                in_tail = false;
            }
            Some(found) if counts(&found, in_tail, at < at_head, &kinds) => {
                kinds.extend(found.parts.iter().map(|part| part.hint.kind()));
                parts.extend(found.parts.into_iter().rev());
                covers.push(place);
            }
            Some(found) => {
                let standing = Standing {
                    at_end: in_tail,
                    at_head: at < first_plain,
                    said: &kinds,
                };
                kept.extend(kept::why(&found, &standing).map(|why| Kept { place, why }));
                in_tail = false;
            }
            None => {
                let told = item.near.filter(|near| in_tail || !near.at_end);
                in_tail &= of_day || told.is_some();
                kept.extend(told.map(|near| Kept {
                    place,
                    why: near.why,
                }));
            }
        }
    }
    parts.reverse();
    covers.reverse();
    signs.reverse();
    kept.reverse();
    title(text, covers, signs).map_or_else(
        || Quick::literal(text),
        |(title, signs)| Quick {
            title,
            parts,
            signs,
            kept,
        },
    )
}

/// How many items stand before the first that is no hint.
fn first_plain(items: &[Item]) -> usize {
    let is_hint = |item: &&Item| item.found.is_some() && !item.escaped;
    items.iter().take_while(is_hint).count()
}

/// Whether a word is the part of a day right behind that day: `tomorrow morning`, `明天上午`.
fn is_behind_day(words: &[Word<'_>], items: &[Item], at: usize) -> bool {
    let is_part = items
        .get(at)
        .is_some_and(|item| is_part_of_day(words, item));
    let before = at.checked_sub(1).and_then(|before| items.get(before));
    let found = before.and_then(|before| before.found.as_ref());
    let is_day = found.is_some_and(|found| {
        let mut parts = found.parts.iter();
        parts.all(|part| part.hint.kind() == HintKind::Day)
    });
    is_part && is_day
}

/// How many items stand before the title and are hints that may.
fn head(items: &[Item]) -> usize {
    let may = |item: &Item| {
        let found = item.found.as_ref().filter(|_| !item.escaped);
        found.is_some_and(|found| matches!(found.place, Where::Anywhere | Where::Edge))
    };
    items.iter().take_while(|item| may(item)).count()
}

fn counts(found: &Found, in_tail: bool, at_head: bool, kinds: &[HintKind]) -> bool {
    let stands = match found.place {
        Where::Anywhere => true,
        Where::Edge => in_tail || at_head,
        Where::End => in_tail,
        Where::Over | Where::Nowhere => false,
    };
    let is_said = |part: &Part| kinds.contains(&part.hint.kind());
    stands && !found.parts.iter().any(is_said)
}

fn cover(words: &[Word<'_>], at: &Range<usize>) -> Range<usize> {
    let mut words = words.iter().skip(at.start).take(at.len());
    let Some(first) = words.next() else {
        return 0..0;
    };
    let last = words.next_back().unwrap_or(first);
    first.start..last.end()
}

/// What stands between the hints, and all signs that were left out; none where that is nothing.
fn title(
    text: &str,
    covers: Vec<Range<usize>>,
    mut signs: Vec<Range<usize>>,
) -> Option<(String, Vec<Range<usize>>)> {
    let is_last = covers.last().is_some_and(|cover| {
        let behind = text.get(cover.end..).unwrap_or_default();
        behind.trim().is_empty()
    });
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for cover in covers {
        pieces.push(from..cover.start);
        from = cover.end;
    }
    pieces.push(from..text.len());
    let mut pieces: Vec<_> = pieces
        .into_iter()
        .filter_map(|piece| trimmed(text, piece))
        .collect();
    if let Some(last) = pieces.last_mut().filter(|_| is_last) {
        let piece = text.get(last.clone()).unwrap_or_default();
        let kept =
            piece.trim_end_matches(|char: char| char.is_whitespace() || SEPARATORS.contains(&char));
        let end = last.start + kept.len();
        if end < last.end {
            signs.push(end..last.end);
            last.end = end;
        }
    }
    let title: Vec<_> = pieces
        .into_iter()
        .map(|piece| without(text, piece, &signs))
        .filter(|piece| !piece.is_empty())
        .collect();
    (!title.is_empty()).then(|| (title.join(" "), signs))
}

/// A piece of the text without the blanks around it; none where it has nothing else.
fn trimmed(text: &str, piece: Range<usize>) -> Option<Range<usize>> {
    let inside = text.get(piece.clone())?;
    let start = piece.start + inside.len().saturating_sub(inside.trim_start().len());
    let length = inside.trim().len();
    (length > 0).then_some(start..start + length)
}

/// A piece of the text without the signs in it.
fn without(text: &str, piece: Range<usize>, signs: &[Range<usize>]) -> String {
    let mut kept = String::new();
    let mut from = piece.start;
    let inside = |sign: &&Range<usize>| piece.contains(&sign.start);
    for sign in signs.iter().filter(inside) {
        kept.push_str(text.get(from..sign.start).unwrap_or_default());
        from = sign.end;
    }
    kept.push_str(text.get(from..piece.end).unwrap_or_default());
    kept
}

//! Words that begin or end with a hint although no blank stands beside it.
//!
//! Chinese is written without blanks. A day alone may be part of a title (`周三例会`), as a time
//! may (`3点建议`), but the two together at either end of a line say when: `拜访华信周三10:00`,
//! `明天下午3点拜访华信`. What hangs on them or leads to them keeps them (`周三10:00的会议纪要`,
//! `会议改到周三10:00`). And a mark may stand right behind a day or a time: `10:00！`.

use std::ops::RangeInclusive;
use std::slice;

use super::days::day;
use super::hints::read;
use super::joint::joint;
use super::times::PARTS_OF_DAY;
use super::words::{Word, is_chinese};
use super::{HintKind, QuickContext};

/// The most characters of a day with its time: `2026年11月27日星期五下午三点四十五分` has 23.
const LONGEST: usize = 23;

/// How what follows begins, where day and time belong to it.
const HANGING: [char; 8] = ['的', '前', '后', '之', '以', '起', '左', '、'];

/// How what leads to day and time ends, where they belong to it.
const LEADING: [char; 15] = [
    '到', '至', '从', '自', '在', '于', '和', '与', '或', '及', '为', '是', '约', '改', '每',
];

/// How many signs say how much a task weighs: `!` or `!!`.
const MARKS: RangeInclusive<usize> = 1..=2;

/// The words, with those parted that begin or end with such a hint.
pub(super) fn parted<'a>(words: Vec<Word<'a>>, context: &QuickContext<'_>) -> Vec<Word<'a>> {
    let parts = |word| {
        let parts = without_mark(word, context).or_else(|| of_day(word, context));
        parts.unwrap_or_else(|| at_seam(word, context))
    };
    words.into_iter().flat_map(parts).collect()
}

/// A word that ends in a day or a time with a mark behind it, in its parts.
fn without_mark<'a>(word: Word<'a>, context: &QuickContext<'_>) -> Option<Vec<Word<'a>>> {
    let text = word.core();
    let head = text.trim_end_matches(['!', '！']);
    let marks = text.chars().count() - head.chars().count();
    if !MARKS.contains(&marks) {
        return None;
    }
    let [head, mark] = two(word, head.len())?;
    let mut parts = at_seam(head, context);
    if !says_when(parts.last()?, context) {
        return None;
    }
    parts.push(mark);
    Some(parts)
}

/// A day with the part of it that is meant: `明天上午`.
fn of_day<'a>(word: Word<'a>, context: &QuickContext<'_>) -> Option<Vec<Word<'a>>> {
    let text = word.core();
    let mut heads = PARTS_OF_DAY
        .iter()
        .filter_map(|part| text.strip_suffix(part));
    let head = heads.find(|head| !head.is_ascii() && day(head, context).is_some())?;
    two(word, head.len()).map(Vec::from)
}

/// Whether a word by itself is a day, a time, or a rule.
fn says_when(word: &Word<'_>, context: &QuickContext<'_>) -> bool {
    let found = read(slice::from_ref(word), context);
    found.is_some_and(|found| {
        let mut kinds = found.parts.iter().map(|part| part.hint.kind());
        kinds.all(|kind| {
            matches!(
                kind,
                HintKind::Day | HintKind::Time | HintKind::Due | HintKind::Repeats
            )
        })
    })
}

/// A word in its parts, if it begins or ends with a day and its time.
fn at_seam<'a>(word: Word<'a>, context: &QuickContext<'_>) -> Vec<Word<'a>> {
    let parts = seam(&word, context).and_then(|at| two(word, at));
    parts.map_or_else(|| vec![word], Vec::from)
}

fn two(word: Word<'_>, at: usize) -> Option<[Word<'_>; 2]> {
    let (head, tail) = word.text.split_at_checked(at)?;
    let part = |text, start| Word {
        text,
        start,
        joined: true,
        ..word
    };
    Some([part(head, word.start), part(tail, word.start + at)])
}

/// Where in a word a day with its time ends, or begins.
fn seam(word: &Word<'_>, context: &QuickContext<'_>) -> Option<usize> {
    let text = word.core();
    let is_joint = |text: &str| joint(text, context).is_some();
    if !text.contains(is_chinese) || is_joint(text) {
        return None;
    }
    let cuts: Vec<_> = text.char_indices().skip(1).map(|(at, _)| at).collect();
    let begins = |at: &&usize| {
        let parts = text.split_at_checked(**at);
        parts.is_some_and(|(head, tail)| is_free_behind(tail) && is_joint(head))
    };
    let ends = |at: &&usize| {
        let parts = text.split_at_checked(**at);
        parts.is_some_and(|(head, tail)| is_free_before(head) && is_joint(tail))
    };
    let first_of_tail = cuts.len().saturating_sub(LONGEST);
    let longest_head = cuts.iter().take(LONGEST).rev().find(begins);
    let longest_tail = || cuts.iter().skip(first_of_tail).find(ends);
    longest_head.or_else(longest_tail).copied()
}

/// Whether a text can stand behind a day with its time without belonging to it.
fn is_free_behind(text: &str) -> bool {
    let mut chars = text.chars();
    let (first, next) = (chars.next(), chars.next());
    let is_span = |next: char| next.is_numeric() || "周一二三四五六七八九十两".contains(next);
    match first {
        Some('到' | '至') => !next.is_some_and(is_span),
        Some(first) => is_chinese(first) && !HANGING.contains(&first),
        None => false,
    }
}

/// Whether a text can stand before a day with its time without leading to it.
fn is_free_before(text: &str) -> bool {
    let last = text.chars().next_back();
    last.is_some_and(|last| is_chinese(last) && !LEADING.contains(&last))
}

//! A Chinese day with its time: `周三10:00`, `明天下午3点`, also where no blank stands beside it.
//!
//! Chinese is written without blanks. A day alone may be part of a title (`周三例会`), as a time
//! may (`3点建议`), but the two together at either end of a line say when: `拜访华信周三10:00`,
//! `明天下午3点拜访华信`. What hangs on them or leads to them keeps them (`周三10:00的会议纪要`,
//! `会议改到周三10:00`).

use super::QuickContext;
use super::days::day;
use super::hints::Where;
use super::times::clock;
use super::words::{Word, is_chinese};
use crate::domain::{Day, TimeOfDay};

/// A day with its time.
pub(super) struct Joint {
    pub(super) day: Day,
    pub(super) place: Where,
    pub(super) time: TimeOfDay,
    /// The first byte of the time.
    pub(super) at: usize,
}

/// The most characters of a day with its time: `2026年11月27日星期五下午三点四十五分` has 23.
const LONGEST: usize = 23;

/// How what follows begins, where day and time belong to it.
const HANGING: [char; 8] = ['的', '前', '后', '之', '以', '起', '左', '、'];

/// How what leads to day and time ends, where they belong to it.
const LEADING: [char; 15] = [
    '到', '至', '从', '自', '在', '于', '和', '与', '或', '及', '为', '是', '约', '改', '每',
];

/// The day with its time that a whole text is.
pub(super) fn joint(text: &str, context: &QuickContext<'_>) -> Option<Joint> {
    let has_time = text.contains(['点', '时', ':', '：']);
    if text.is_ascii() || !has_time {
        return None;
    }
    text.char_indices().skip(1).find_map(|(at, _)| {
        let (head, tail) = text.split_at_checked(at)?;
        let head = match (head, tail.starts_with(['早', '晚'])) {
            ("今", true) => "今天",
            ("明", true) => "明天",
            _ => head,
        };
        let (day, place) = day(head, context)?;
        let time = clock(tail)?.time;
        Some(Joint {
            day,
            place,
            time,
            at,
        })
    })
}

/// The words, with those parted that begin or end with a day and its time.
pub(super) fn parted<'a>(words: Vec<Word<'a>>, context: &QuickContext<'_>) -> Vec<Word<'a>> {
    let parts = |word: Word<'a>| match seam(&word, context) {
        Some(at) => two(word, at),
        None => vec![word],
    };
    words.into_iter().flat_map(parts).collect()
}

fn two(word: Word<'_>, at: usize) -> Vec<Word<'_>> {
    let Some((head, tail)) = word.text.split_at_checked(at) else {
        return vec![word];
    };
    let part = |text, start| Word {
        text,
        start,
        joined: true,
        ..word
    };
    vec![part(head, word.start), part(tail, word.start + at)]
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

//! What comes again: `every Monday`, `every 2 weeks on fri`, `daily`, `每周一`, `每天9:30`.
//!
//! A rule says *every*, *daily* or 每 here. Weekdays alone are a day, and what begins with
//! *every* in the middle of a title is part of it (`Every day counts`).

use super::hints::{Found, Where, one};
use super::times::clock;
use super::words::Word;
use super::{Hint, Part, QuickContext};
use crate::domain::Rule;
use crate::i18n::named::fold;
use crate::i18n::rules::{read_rule, says_every};

/// The most words of a rule: `on the last working day of every month`.
const MOST_WORDS: usize = 8;

/// Words that go on with a rule, and so do not end one.
const GOING_ON: [&str; 8] = ["and", "on", "the", "&", "+", "和", "与", "及"];

/// A rule of one or more words, or one with its time as a word.
pub(super) fn again(words: &[Word<'_>], _context: &QuickContext<'_>) -> Option<Found> {
    let most = MOST_WORDS.min(words.len());
    let longest = (1..=most)
        .rev()
        .find_map(|count| Some((count, rule(&said(words.get(..count)?)?)?)));
    match longest {
        Some((count, rule)) => one(words, count, Hint::Repeats(rule), place(words.first()?)),
        None => with_time(words.first()?),
    }
}

fn rule(text: &str) -> Option<Rule> {
    let text = text.strip_prefix("on ").unwrap_or(text);
    let is_said = says_every(text) || text == "daily";
    is_said.then(|| read_rule(text).ok()).flatten()
}

/// The words as they stand, without a comma behind the last.
fn said(words: &[Word<'_>]) -> Option<String> {
    let (last, before) = words.split_last()?;
    let goes_on = GOING_ON.contains(&fold(last.core()).as_str());
    let is_quoted = words.iter().any(|word| word.quoted);
    let texts = before.iter().map(|word| word.text).chain([last.core()]);
    (!goes_on && !is_quoted).then(|| texts.collect::<Vec<_>>().join(" "))
}

/// Chinese has no blanks for nothing; an English rule may be part of a title.
fn place(first: &Word<'_>) -> Where {
    if first.text.is_ascii() {
        Where::End
    } else {
        Where::Anywhere
    }
}

/// `每天9:30`, `每周一下午3点`.
fn with_time(word: &Word<'_>) -> Option<Found> {
    let text = word.core();
    let (at, rule, clock) = text.char_indices().skip(1).find_map(|(at, _)| {
        let (head, tail) = text.split_at_checked(at)?;
        Some((word.start + at, rule(head)?, clock(tail)?))
    })?;
    let part = |place, hint| Part { place, hint };
    Some(Found {
        words: 1,
        parts: vec![
            part(word.start..at, Hint::Repeats(rule)),
            part(at..word.start + text.len(), Hint::Time(clock.time)),
        ],
        place: place(word),
    })
}

//! Days and hours that begin a line: `Fri call Lin`, `10点 拜访云峰`, `周三 3点 拜访云峰`.
//!
//! Behind a title they are plain; before it they may be its own first word. So there an English
//! weekday counts with a capital, where a title begins behind it that has none: `Sun` and `May`
//! are names. A bare hour counts behind a day, or from seven on: fewer may be points
//! (`3点 建议`).

use super::hints::{Found, Item, Where};
use super::words::{Word, is_chinese};
use super::{Hint, HintKind, Part};

/// The first hour that a bare number is read as, where it may be a number of points as well.
const AFTERNOON: u16 = 13;

/// Words that go on with a weekday before them.
const HANGING: [&str; 8] = ["and", "at", "in", "is", "of", "or", "to", "until"];

/// Lets such days and hours count before the title.
pub(super) fn open(words: &[Word<'_>], items: &mut [Item]) {
    let is_small = begins_small(words, items);
    let mut behind_day = false;
    for item in items {
        let text = words.get(item.words.start).map_or("", Word::core);
        let is_one = item.words.len() == 1;
        let Some(found) = item.found.as_mut().filter(|_| !item.escaped) else {
            return;
        };
        let is_day = found.parts.iter().any(is_of_day);
        let opens = if is_day {
            is_small && is_one && is_weekday(text)
        } else {
            is_hour(found) && (behind_day || !may_be_points(text, found))
        };
        if found.place == Where::End && opens {
            found.place = Where::Edge;
        }
        if !matches!(found.place, Where::Anywhere | Where::Edge) {
            return;
        }
        behind_day |= is_day;
    }
}

fn is_of_day(part: &Part) -> bool {
    part.hint.kind() == HintKind::Day
}

/// Whether the title behind the hints begins with a small letter or in Chinese.
fn begins_small(words: &[Word<'_>], items: &[Item]) -> bool {
    let mut rest = items.iter().skip_while(|item| item.found.is_some());
    let first = rest.next().and_then(|item| words.get(item.words.start));
    first.is_some_and(|word| {
        let begins = word.text.chars().next();
        let is_small = begins.is_some_and(|char| char.is_lowercase() || is_chinese(char));
        is_small && !HANGING.contains(&word.core())
    })
}

/// Of what is a day, an English weekday with a capital.
fn is_weekday(text: &str) -> bool {
    let is_word = text.chars().all(|char| char.is_ascii_alphabetic());
    is_word && text.starts_with(|char: char| char.is_ascii_uppercase())
}

fn is_hour(found: &Found) -> bool {
    let mut parts = found.parts.iter();
    parts.all(|part| matches!(part.hint, Hint::Time(_)))
}

/// Whether a bare hour is one to six.
fn may_be_points(text: &str, found: &Found) -> bool {
    let is_short = matches!(text.chars().nth(1), Some('点' | '时'));
    let is_late = |part: &Part| match part.hint {
        Hint::Time(time) => time.minutes() / 60 >= AFTERNOON,
        _ => false,
    };
    is_short && found.parts.iter().any(is_late)
}

//! Days and hours that begin a line: `Fri call Lin`, `10点 拜访云峰`, `周三 3点 拜访云峰`.
//!
//! Behind a title they are plain; before it they may be its own first word. So there an English
//! weekday counts where it cannot be one: `Friday Night Lights` is a name, `wed` and `sat` are
//! words before a small letter, and `fri to sat` goes on. A bare hour counts behind a day, or from
//! seven on: fewer may be points (`3点 建议`).

use super::hints::{Found, Item, Where};
use super::words::{Word, is_chinese};
use super::{Hint, HintKind, Part};

/// The first hour that a bare number is read as, where it may be a number of points as well.
const AFTERNOON: u16 = 13;

/// Words that go on with a weekday before them.
const HANGING: [&str; 8] = ["and", "at", "in", "is", "of", "or", "to", "until"];

/// Lets such days and hours count before the title.
pub(super) fn open(words: &[Word<'_>], items: &mut [Item]) {
    let begins = title(words, items);
    let mut behind_day = false;
    for item in items {
        let text = words.get(item.words.start).map_or("", Word::core);
        let is_one = item.words.len() == 1;
        let Some(found) = item.found.as_mut().filter(|_| !item.escaped) else {
            return;
        };
        let is_day = found.parts.iter().any(is_of_day);
        let opens = if is_day {
            is_one && begins.is_some_and(|begins| opens(text, begins))
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

/// How a title begins.
#[derive(Clone, Copy)]
enum Begins {
    /// With a small letter, or in Chinese.
    Small,
    Capital,
}

/// How the title behind the hints begins; none where it may go on with a day before it.
fn title(words: &[Word<'_>], items: &[Item]) -> Option<Begins> {
    let mut rest = items.iter().skip_while(|item| item.found.is_some());
    let word = rest.next().and_then(|item| words.get(item.words.start))?;
    let begins = word.text.chars().next()?;
    if HANGING.contains(&word.core()) {
        None
    } else if begins.is_lowercase() || is_chinese(begins) {
        Some(Begins::Small)
    } else {
        begins.is_uppercase().then_some(Begins::Capital)
    }
}

/// Weekdays that are words as well, or names.
const WORDS: [&str; 3] = ["sat", "sun", "wed"];
/// Weekdays that are nothing else, so that no name begins with them.
const DAYS_ALONE: [&str; 3] = ["Fri", "Thu", "Tue"];

/// Whether what is a day is an English weekday that cannot be the first word of such a title.
fn opens(text: &str, begins: Begins) -> bool {
    let is_word = text.chars().all(|char| char.is_ascii_alphabetic());
    let is_small = text.chars().all(|char| char.is_ascii_lowercase());
    is_word
        && match begins {
            Begins::Small => !WORDS.contains(&text),
            Begins::Capital => is_small || DAYS_ALONE.contains(&text),
        }
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

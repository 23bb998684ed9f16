//! Hints that say when: the day, the time, the last day, the bucket of a week.

use super::days::day;
use super::hints::{Found, Where, longest, one};
use super::joint::joint;
use super::times::clock;
use super::words::Word;
use super::{Hint, Part, QuickContext};
use crate::i18n::named::fold;

/// `due fri`, `by 27 Nov`, `截止周五`, `周五前`.
pub(super) fn due(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
    let day = |text: &str| {
        let coming = day(text, context).filter(|(_, place)| *place != Where::Over);
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
pub(super) fn bucket(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
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
pub(super) fn day_and_time(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
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
pub(super) fn day_or_time(words: &[Word<'_>], context: &QuickContext<'_>) -> Option<Found> {
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

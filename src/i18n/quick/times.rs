//! Times of day as they stand in a sentence: `10:30`, `9:30am`, `下午3点`, `15点半`.

use crate::domain::TimeOfDay;
use crate::i18n::read::{narrow, read_time};

/// A time, and whether it is a bare hour (`3点`), which may as well be a number of points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) time: TimeOfDay,
    pub(super) is_bare: bool,
}

/// The half of the day that was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Unsaid,
    Night,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Am,
    Pm,
}

const HALVES: [(&str, Half); 13] = [
    ("凌晨", Half::Night),
    ("早上", Half::Morning),
    ("早晨", Half::Morning),
    ("清早", Half::Morning),
    ("上午", Half::Morning),
    ("早", Half::Morning),
    ("中午", Half::Noon),
    ("下午", Half::Afternoon),
    ("午后", Half::Afternoon),
    ("傍晚", Half::Afternoon),
    ("晚上", Half::Evening),
    ("夜里", Half::Evening),
    ("晚", Half::Evening),
];

/// Parts of a day that say no hour: behind a day they stay in the title, and the day counts.
pub(super) const PARTS_OF_DAY: [&str; 13] = [
    "morning",
    "noon",
    "afternoon",
    "evening",
    "night",
    "早上",
    "早晨",
    "上午",
    "中午",
    "下午",
    "傍晚",
    "晚上",
    "夜里",
];

const ENGLISH: [(&str, Half); 4] = [
    ("am", Half::Am),
    ("pm", Half::Pm),
    ("a.m.", Half::Am),
    ("p.m.", Half::Pm),
];

/// The time that a text means.
pub(super) fn clock(text: &str) -> Option<Clock> {
    let text = narrow(text).to_lowercase();
    let text = text.trim();
    for (word, half) in ENGLISH {
        if let Some(rest) = text.strip_suffix(word) {
            let rest = rest.trim_end();
            return clear(
                half,
                digital(rest).or_else(|| Some((number(rest)?, 0, false)))?,
            );
        }
    }
    let half = HALVES.into_iter().find_map(|(word, half)| {
        let rest = text.strip_prefix(word)?;
        Some((rest.trim_start(), half))
    });
    let (rest, half) = half.unwrap_or((text, Half::Unsaid));
    if let Some(time) = digital(rest) {
        return clear(half, time);
    }
    let (time, has_minutes) = chinese(rest)?;
    let clock = clear(half, time)?;
    Some(Clock {
        is_bare: half == Half::Unsaid && !has_minutes,
        ..clock
    })
}

/// Hour, minute, and whether the hour was written with one digit.
type Written = (u16, u16, bool);

/// `9:30`.
fn digital(text: &str) -> Option<Written> {
    let time = read_time(text).ok()?;
    let (hour, minute) = (time.minutes() / 60, time.minutes() % 60);
    Some((hour, minute, text.find(':') == Some(1)))
}

/// `3点`, `3点半`, `9点一刻`, `15时20分`; whether minutes were said.
fn chinese(text: &str) -> Option<(Written, bool)> {
    let (hour, rest) = text.split_once(['点', '时'])?;
    let rest = rest.strip_prefix('钟').unwrap_or(rest);
    let minute = match rest {
        "" => None,
        "半" => Some(30),
        "一刻" => Some(15),
        "三刻" => Some(45),
        _ => Some(number(rest.strip_suffix('分').unwrap_or(rest))?),
    };
    let is_short = hour.chars().count() == 1;
    let written = (number(hour)?, minute.unwrap_or(0), is_short);
    Some((written, minute.is_some()))
}

/// A number of up to two digits, or a Chinese one up to twelve.
fn number(text: &str) -> Option<u16> {
    const CHINESE: [&str; 13] = [
        "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二",
    ];
    if text == "两" {
        return Some(2);
    }
    if let Some(number) = (0..).zip(CHINESE).find(|(_, word)| *word == text) {
        return Some(number.0);
    }
    let plain = (1..=2).contains(&text.len()) && text.chars().all(|char| char.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// The time of day in its half; none where the half has no such hour.
fn clear(half: Half, (hour, minute, is_short): Written) -> Option<Clock> {
    let hour = match (half, hour) {
        (Half::Am | Half::Pm, 0 | 13..) | (Half::Evening, 12 | 0) => return None,
        (Half::Am | Half::Night, 12) => 0,
        (Half::Pm | Half::Afternoon | Half::Evening, 1..=11) | (Half::Noon, 1..=3) => hour + 12,
        (Half::Unsaid, 1..=6) if is_short => hour + 12,
        _ => hour,
    };
    Some(Clock {
        time: TimeOfDay::new(hour, minute)?,
        is_bare: false,
    })
}

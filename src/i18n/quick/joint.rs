//! A Chinese day with its time as one text: `周三10:00`, `明天下午3点`, `今晚7点`.

use super::QuickContext;
use super::days::day;
use super::hints::Where;
use super::times::clock;
use crate::domain::{Day, TimeOfDay};

/// A day with its time.
pub(super) struct Joint {
    pub(super) day: Day,
    pub(super) place: Where,
    pub(super) time: TimeOfDay,
    /// The first byte of the time.
    pub(super) at: usize,
}

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

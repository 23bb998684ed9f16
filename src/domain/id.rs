//! Names that machines make, and what makes them.
//!
//! An id is 40 bits, written as eight characters of Crockford's base 32, so that two machines
//! never make the same one and a person can read it out. It is kept for life: a task that is
//! carried into another week is the same task there.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::{Moment, shown};

const ALPHABET: [u8; 32] = *b"0123456789abcdefghjkmnpqrstvwxyz";

/// A text that is no id.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("expected an id of eight letters and digits like k3f9c2q7, found `{0}`")]
pub struct IdError(pub String);

/// The name of a task, an entry, an event, a lesson or an improvement: 40 bits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(u64);

impl Id {
    /// The id of the lowest 40 bits of `bits`.
    pub const fn from_bits(bits: u64) -> Self {
        Self(bits & 0xff_ffff_ffff)
    }

    /// The `n`-th id of what comes from the thing of this id: the same wherever it is made
    /// (`SplitMix64` with this id as its seed, the upper 40 bits).
    #[must_use]
    pub fn derived(self, n: u64) -> Self {
        nth(self.0, n)
    }

    /// Whether its text begins with `prefix`; the empty text begins none.
    pub fn begins_with(self, prefix: &str) -> bool {
        !prefix.is_empty() && self.to_string().starts_with(&prefix.to_ascii_lowercase())
    }
}

impl fmt::Display for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [b'0'; 8];
        for (place, sign) in (0..8_u32).rev().zip(&mut text) {
            let digit = usize::try_from((self.0 >> place.saturating_mul(5)) & 31);
            *sign = digit
                .ok()
                .and_then(|digit| ALPHABET.get(digit).copied())
                .unwrap_or(b'0');
        }
        // In one piece: a store's files are full of ids.
        out.write_str(std::str::from_utf8(&text).unwrap_or_default())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Self, IdError> {
        let bits = text
            .bytes()
            .try_fold(0_u64, |bits, sign| Some((bits << 5) | digit(sign)?));
        bits.filter(|_| text.len() == 8)
            .map(Self)
            .ok_or_else(|| IdError(shown(text)))
    }
}

/// The place of a sign in [`ALPHABET`], which leaves out `i`, `l`, `o` and `u`.
fn digit(sign: u8) -> Option<u64> {
    let (first, place) = match sign {
        b'0'..=b'9' => (b'0', 0),
        b'a'..=b'h' => (b'a', 10),
        b'j'..=b'k' => (b'j', 18),
        b'm'..=b'n' => (b'm', 20),
        b'p'..=b't' => (b'p', 22),
        b'v'..=b'z' => (b'v', 27),
        _ => return None,
    };
    Some(u64::from(sign.saturating_sub(first)).saturating_add(place))
}

super::strict::text_serde!(Id);

/// The names of one kind of thing; two kinds cannot be mixed up.
macro_rules! named {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Id);

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, out)
            }
        }

        impl From<Id> for $name {
            fn from(id: Id) -> Self {
                Self(id)
            }
        }
    )+ };
}

named!(
    /// The name of a task.
    TaskId,
    /// The name of an entry: one logged activity.
    EntryId,
    /// The name of an event.
    EventId,
    /// The name of a lesson.
    LessonId,
    /// The name of an improvement, and of the task that it becomes.
    ImprovementId,
    /// The name of a repeat; those of its occurrences' tasks are derived from it.
    RepeatId,
);

/// What an edit needs from outside: the moment, and as many fresh ids as it takes.
///
/// The outermost loop makes one for each key or command; a test writes one down.
///
/// ```
/// # use salesweek::domain::Stamp;
/// let stamp = Stamp { at: "2026-11-25T09:00:00+08:00".parse()?, seed: 7 };
/// assert_eq!(stamp.id(0), stamp.id(0));
/// assert_ne!(stamp.id(0), stamp.id(1));
/// # Ok::<(), salesweek::domain::DayError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// When.
    pub at: Moment,
    /// A random number, drawn anew for each edit.
    pub seed: u64,
}

impl Stamp {
    /// The `n`-th fresh id of this edit (`SplitMix64`, its upper 40 bits).
    pub fn id(self, n: u64) -> Id {
        nth(self.seed, n)
    }
}

/// The `n`-th number of `SplitMix64` from a seed, as an id.
fn nth(seed: u64, n: u64) -> Id {
    let step = 0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(n.wrapping_add(1));
    let mixed = seed.wrapping_add(step);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    Id::from_bits((mixed ^ (mixed >> 31)) >> 24)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_as_it_is_written() {
        for text in ["k3f9c2q7", "m2x7p0ta", "00000000", "zzzzzzzz"] {
            assert_eq!(text.parse::<Id>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_id_is_refused() {
        for text in [
            "",
            "k3f9c2q",
            "k3f9c2q77",
            "K3F9C2Q7",
            "k3f9c2qi",
            "k3f9c2q电",
        ] {
            assert_eq!(text.parse::<Id>(), Err(IdError(text.to_owned())));
        }
    }

    #[test]
    fn what_comes_from_one_thing_has_the_same_id_for_good() {
        let id: Id = "k3f9c2q7".parse().unwrap();
        let derived = [0, 1, 739_945].map(|n| id.derived(n).to_string());
        assert_eq!(derived, ["15mepqqh", "jcbwtejn", "mypjppm5"]);
    }

    #[test]
    fn the_empty_text_begins_no_id() {
        let id: Id = "k3f9c2q7".parse().unwrap();
        assert!(id.begins_with("K3"));
        assert!(!id.begins_with(""));
    }
}

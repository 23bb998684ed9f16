//! Why a file is not what it should be, and where.
//!
//! Each fact is a value, so that both languages can say it. `serde` gives its facts as
//! English sentences of a fixed form; [`Complaint`] takes them apart again.

use std::fmt;

use thiserror::Error;

use crate::domain::{FaultKind, shown};

/// A file that cannot be read as what it should be. It is never overwritten.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{file}:{place}: {wrong}")]
pub struct Unreadable {
    /// Its name inside the folder: `weeks/2026-W48.json`.
    pub file: String,
    pub place: Place,
    pub wrong: Wrong,
}

/// A place in a file, as editors count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

impl Place {
    /// Where a file begins.
    pub const START: Self = Self { line: 1, column: 1 };
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}", self.line, self.column)
    }
}

/// What is wrong at that place.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Wrong {
    #[error("the file begins with a byte order mark; save it as UTF-8 without one")]
    ByteOrderMark,
    #[error("this is not UTF-8")]
    NotUtf8,
    #[error("the file ends in the middle; a write may have been cut off")]
    CutOff,
    /// What the parser says, in English.
    #[error("this is not JSON: {0}")]
    NotJson(String),
    /// `newest` is the newest version of this kind of file that is known here.
    #[error("expected `\"version\": {newest}`")]
    NoVersion { newest: u32 },
    #[error(
        "written by a newer salesweek (version {found}; this one reads up to {newest}); please update"
    )]
    Newer { found: u64, newest: u32 },
    /// A version that never was.
    #[error("there never was a version {found}; expected {newest}")]
    NeverWas { found: i64, newest: u32 },
    #[error("the field `{0}` is not known; is it misspelt, or from a newer salesweek?")]
    UnknownField(String),
    #[error("the field `{0}` is missing")]
    MissingField(String),
    #[error("the key `{0}` stands twice")]
    Twice(String),
    #[error("expected {wanted}, found {seen}")]
    Unexpected { wanted: Wanted, seen: Seen },
    /// It reads well, and cannot be.
    #[error(transparent)]
    Unsound(FaultKind),
}

/// What is expected at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    Object,
    List,
    /// A list with one item for each day of the week.
    Week,
    Text,
    WholeNumber,
    /// A whole number that is larger or smaller.
    NumberInRange,
    TrueOrFalse,
    /// A name, or an object with a name as its only key.
    Name,
    OneOf(Vec<String>),
    Day,
    WeekId,
    Moment,
    TimeOfDay,
    Id,
    MetricId,
    Letter,
    Currency,
    /// Of a day, in percent.
    Weight,
    MinutesStep,
    /// Whatever else, in English.
    Other(String),
}

/// What the domain's own sentences call what they expect.
const FORMS: [(&str, Wanted); 10] = [
    ("a date like 2026-11-25", Wanted::Day),
    ("a week like 2026-W48", Wanted::WeekId),
    ("a moment like 2026-11-25T09:52:31+08:00", Wanted::Moment),
    ("a time like 09:30", Wanted::TimeOfDay),
    (
        "an id of eight letters and digits like k3f9c2q7",
        Wanted::Id,
    ),
    (
        "a metric id of a letter and up to 31 letters, digits or `_`",
        Wanted::MetricId,
    ),
    ("a letter out of b c d e n t v w", Wanted::Letter),
    ("a currency like CNY or USD", Wanted::Currency),
    ("a weight from 0 to 200 percent", Wanted::Weight),
    ("1 to 480 minutes", Wanted::MinutesStep),
];

impl Wanted {
    /// What a sentence says was expected.
    fn in_sentence(sentence: &str) -> Self {
        if sentence.starts_with("invalid value: integer") {
            return Self::NumberInRange;
        }
        if sentence.starts_with("invalid ") || sentence.starts_with("unknown variant ") {
            let (_, words) = sentence
                .rsplit_once(", expected ")
                .unwrap_or(("", sentence));
            return Self::of(words);
        }
        let words = sentence.strip_prefix("expected ").unwrap_or(sentence);
        let (words, _) = words.split_once(", found ").unwrap_or((words, ""));
        Self::of(words)
    }

    /// What `serde` or the domain calls it.
    fn of(words: &str) -> Self {
        let words = words.trim();
        match words {
            "a sequence" => Self::List,
            "a map" | "an object" => Self::Object,
            "an array of length 7" => Self::Week,
            "a string" | "a borrowed string" | "a character" | "string or map" => Self::Text,
            "u8" | "u16" | "u32" | "u64" | "i64" | "a JSON number" => Self::WholeNumber,
            "a boolean" => Self::TrueOrFalse,
            _ if words.starts_with("struct ") => Self::Object,
            _ if words.starts_with("tuple struct ") => Self::Week,
            _ if words.starts_with('`') || words.starts_with("one of `") => {
                let names = words.split('`').skip(1).step_by(2);
                Self::OneOf(names.map(str::to_owned).collect())
            }
            _ => {
                let known = FORMS.into_iter().find(|(form, _)| *form == words);
                known.map_or_else(|| Self::Other(shown(words)), |(_, wanted)| wanted)
            }
        }
    }
}

impl fmt::Display for Wanted {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Object => out.write_str("an object `{…}`"),
            Self::List => out.write_str("a list `[…]`"),
            Self::Week => out.write_str("a list of seven"),
            Self::Text => out.write_str("a text in quotes"),
            Self::WholeNumber => out.write_str("a whole number"),
            Self::NumberInRange => out.write_str("a whole number within its bounds"),
            Self::TrueOrFalse => out.write_str("true or false"),
            Self::Name => out.write_str("a name, or an object with one name in it"),
            Self::OneOf(names) => {
                let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
                let one_of = if names.len() > 1 { "one of " } else { "" };
                write!(out, "{one_of}{}", names.join(", "))
            }
            Self::Other(words) => out.write_str(words),
            form => {
                let known = FORMS.iter().find(|(_, wanted)| wanted == form);
                out.write_str(known.map_or("another value", |(words, _)| words))
            }
        }
    }
}

/// What stands at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// As it is written there, fit for a message.
    Text(String),
    Object,
    List,
    /// The file's end.
    Nothing,
}

impl fmt::Display for Seen {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Text(text) => text,
            Self::Object => "an object",
            Self::List => "a list",
            Self::Nothing => "nothing",
        })
    }
}

/// What `serde` complains of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Complaint {
    Unknown(String),
    Missing(String),
    Twice(String),
    /// `found` is the text that was refused, as a sentence of the domain repeats it.
    Expected {
        wanted: Wanted,
        found: Option<String>,
    },
}

impl Complaint {
    /// Takes a sentence apart, without its "at line 3 column 5".
    pub(super) fn of(sentence: &str) -> Self {
        let name = |rest: &str| {
            let end = rest.find("`, ").unwrap_or(rest.len());
            let name = rest.get(..end).unwrap_or(rest);
            name.strip_suffix('`').unwrap_or(name).to_owned()
        };
        if let Some(rest) = sentence.strip_prefix("unknown field `") {
            Self::Unknown(shown(&name(rest)))
        } else if let Some(rest) = sentence.strip_prefix("missing field `") {
            Self::Missing(name(rest))
        } else if let Some(rest) = sentence.strip_prefix("duplicate field `") {
            Self::Twice(name(rest))
        } else if let Some(key) = sentence
            .strip_prefix("the key `")
            .and_then(|rest| rest.strip_suffix("` stands twice"))
        {
            Self::Twice(key.to_owned())
        } else {
            let found = sentence.split_once(", found `").map(|(_, found)| found);
            let found = found.and_then(|found| found.strip_suffix('`'));
            Self::Expected {
                wanted: Wanted::in_sentence(sentence),
                found: found.map(str::to_owned),
            }
        }
    }
}

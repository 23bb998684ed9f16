//! From a file's bytes to a week or the settings, strictly.
//!
//! Unknown fields, keys that stand twice, lists in place of objects and numbers that are none
//! are refused. Then what the types cannot promise is checked. The parser does not recurse
//! into what it does not know, however deep it is.
//!
//! A sound file is read once. One that is not is read again, for what to say of it: its
//! version first, so that a newer file is called newer and not wrong, then its shape with the
//! path to what is amiss.

mod objects;

use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde_path_to_error::{Path, Segment};

use self::objects::Objects;
use super::locate::{Spot, Step, Which, locate, place_of, steps};
use super::names::{SETTINGS, file_of};
use super::unreadable::{Complaint, Place, Seen, Unreadable, Wanted, Wrong};
use super::versions::{Settings1, Week1};
use crate::domain::{Fault, FaultKind, Settings, Version, Week, WeekId, shown};

/// The versions that are written.
const SETTINGS_VERSION: u32 = Version::<2>::NUMBER;
const WEEK_VERSION: u32 = Version::<2>::NUMBER;

/// Reads `settings.json`.
pub(super) fn settings(bytes: &[u8]) -> Result<Parsed<Settings>, Unreadable> {
    let older = |version: u32, text: &str| match version {
        1 => Some(of_version::<Settings1>(text).map(Into::into)),
        _ => None,
    };
    parse(bytes, SETTINGS_VERSION, older, Settings::checked).map_err(|bad| bad.in_file(SETTINGS))
}

/// Reads a week's file, its lists in their order even where a person has mixed them.
pub(super) fn week(bytes: &[u8], expected: WeekId) -> Result<Parsed<Week>, Unreadable> {
    let older = |version: u32, text: &str| match version {
        1 => Some(of_version::<Week1>(text).map(Into::into)),
        _ => None,
    };
    let check = |week: Week| week.checked(expected);
    let read = parse(bytes, WEEK_VERSION, older, check);
    let mut read = read.map_err(|bad| bad.in_file(&file_of(expected)))?;
    read.value.sort();
    Ok(read)
}

/// A file's value, and whether the file is of an older version than one would write.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parsed<T> {
    pub(super) value: T,
    pub(super) is_older: bool,
}

/// What is wrong, and where, in a file still to be named.
#[derive(Debug)]
struct Bad {
    place: Place,
    wrong: Wrong,
}

impl Bad {
    fn in_file(self, file: &str) -> Unreadable {
        let Self { place, wrong } = self;
        Unreadable {
            file: file.to_owned(),
            place,
            wrong,
        }
    }
}

/// Reads a file of the `newest` version; `older` reads one of a version before that.
fn parse<T: DeserializeOwned>(
    bytes: &[u8],
    newest: u32,
    older: impl FnOnce(u32, &str) -> Option<Result<T, Bad>>,
    check: impl FnOnce(T) -> Result<T, Fault>,
) -> Result<Parsed<T>, Bad> {
    let text = text(bytes)?;
    let (value, is_older) = if let Ok(value) = read(text) {
        (value, false)
    } else {
        match older(version_of(text, newest)?, text) {
            Some(value) => (value?, true),
            None => (shaped(text)?, false),
        }
    };
    let value = check(value).map_err(|fault| unsound(text, fault))?;
    Ok(Parsed { value, is_older })
}

/// Reads a text that is sound, from its beginning to its end.
fn read<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    let mut input = serde_json::Deserializer::from_str(text);
    let value = T::deserialize(Objects(&mut input))?;
    input.end()?;
    Ok(value)
}

fn text(bytes: &[u8]) -> Result<&str, Bad> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let sound = String::from_utf8_lossy(sound);
        Bad {
            place: place_of(&sound, sound.len()),
            wrong: Wrong::NotUtf8,
        }
    })?;
    if text.starts_with('\u{feff}') {
        return Err(Bad {
            place: Place::START,
            wrong: Wrong::ByteOrderMark,
        });
    }
    Ok(text)
}

/// The version that a file says it has, whatever else is in it. All of it must be JSON.
struct Head(Option<serde_json::Number>);

impl<'de> Deserialize<'de> for Head {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Members;

        impl<'de> Visitor<'de> for Members {
            type Value = Head;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Head, A::Error> {
                let mut version = None;
                while let Some(key) = map.next_key::<String>()? {
                    if key == "version" && version.is_some() {
                        return Err(A::Error::duplicate_field("version"));
                    } else if key == "version" {
                        version = Some(map.next_value()?);
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(Head(version))
            }
        }

        input.deserialize_map(Members)
    }
}

/// The version that a file says it has, if it is one that can be read.
fn version_of(text: &str, newest: u32) -> Result<u32, Bad> {
    let head: Head = serde_json::from_str(text).map_err(|error| not_json(text, &error))?;
    let Some(version) = head.0 else {
        return Err(Bad {
            place: locate(text, &[], Which::First).place,
            wrong: Wrong::NoVersion { newest },
        });
    };
    let spot = || locate(text, &[Step::Key("version".to_owned())], Which::First);
    let wrong = match (version.as_u64(), version.as_i64()) {
        (Some(found), _) if found > u64::from(newest) => Wrong::Newer { found, newest },
        (Some(found @ 1..), _) => return Ok(u32::try_from(found).unwrap_or(newest)),
        (_, Some(found)) => Wrong::NeverWas { found, newest },
        _ => Wrong::Unexpected {
            wanted: Wanted::WholeNumber,
            seen: spot().seen,
        },
    };
    Err(Bad {
        place: spot().place,
        wrong,
    })
}

/// What the parser says of a text that is no JSON, or no object.
fn not_json(text: &str, error: &serde_json::Error) -> Bad {
    if error.is_data() {
        let complaint = Complaint::of(&sentence(error));
        let path = match complaint {
            Complaint::Expected {
                wanted: Wanted::WholeNumber,
                ..
            } => "version",
            _ => "",
        };
        return complained(text, &steps(path), complaint);
    }
    if error.is_eof() {
        return Bad {
            place: place_of(text, text.len()),
            wrong: Wrong::CutOff,
        };
    }
    let before = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1));
    let line_start: usize = before.map(str::len).sum();
    let byte = line_start.saturating_add(error.column().saturating_sub(1));
    Bad {
        place: place_of(text, byte),
        wrong: Wrong::NotJson(sentence(error)),
    }
}

/// An error's sentence without its place.
fn sentence(error: &serde_json::Error) -> String {
    let sentence = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    sentence
        .strip_suffix(&place)
        .unwrap_or(&sentence)
        .to_owned()
}

/// Reads a text of a version that is known: at once, or again for what is amiss.
fn of_version<T: DeserializeOwned>(text: &str) -> Result<T, Bad> {
    read(text).map_or_else(|_| shaped(text), Ok)
}

fn shaped<T: DeserializeOwned>(text: &str) -> Result<T, Bad> {
    let mut input = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(Objects(&mut input)).map_err(|error| {
        let path = steps_of(error.path());
        let complaint = if error.inner().is_data() {
            Complaint::of(&sentence(error.inner()))
        } else {
            // The text is JSON; only where a name is expected does the parser call another
            // value a mistake of syntax.
            Complaint::Expected {
                wanted: Wanted::Name,
                found: None,
            }
        };
        complained(text, &path, complaint)
    })
}

fn steps_of(path: &Path) -> Vec<Step> {
    let step = |segment: &Segment| match segment {
        Segment::Seq { index } => Some(Step::Item(*index)),
        Segment::Map { key } | Segment::Enum { variant: key } => Some(Step::Key(key.clone())),
        Segment::Unknown => None,
    };
    path.iter().filter_map(step).collect()
}

/// Finds the place of a complaint: a key's for what is wrong with a key.
fn complained(text: &str, path: &[Step], complaint: Complaint) -> Bad {
    let found = |which| locate(text, path, which);
    let (place, wrong) = match complaint {
        Complaint::Unknown(field) => (key_place(found(Which::First)), Wrong::UnknownField(field)),
        Complaint::Missing(field) => (found(Which::First).place, Wrong::MissingField(field)),
        Complaint::Twice(key) => {
            let path: Vec<_> = path
                .iter()
                .cloned()
                .chain([Step::Key(key.clone())])
                .collect();
            let second = locate(text, &path, Which::Last);
            (key_place(second), Wrong::Twice(shown(&key)))
        }
        Complaint::Expected {
            wanted,
            found: name,
        } => {
            let spot = found(Which::First);
            let (place, seen) = match spot.key {
                Some(key) if name == Some(shown(&key.name)) => (key.place, key.seen),
                _ => (spot.place, spot.seen),
            };
            // A number too long for the parser is a fraction to it.
            let wanted = match (wanted, &seen) {
                (Wanted::WholeNumber, Seen::Text(text)) if is_whole(text) => Wanted::NumberInRange,
                (wanted, _) => wanted,
            };
            (place, Wrong::Unexpected { wanted, seen })
        }
    };
    Bad { place, wrong }
}

fn is_whole(number: &str) -> bool {
    let digits = number.strip_prefix('-').unwrap_or(number);
    digits.bytes().all(|digit| digit.is_ascii_digit())
}

fn key_place(spot: Spot) -> Place {
    spot.key.map_or(spot.place, |key| key.place)
}

/// What reads well and cannot be.
fn unsound(text: &str, fault: Fault) -> Bad {
    let spot = locate(text, &steps(&fault.path), Which::First);
    let place = match (&fault.kind, &spot.key) {
        (FaultKind::Outside { day, .. }, Some(key)) if key.name == day.to_string() => key.place,
        _ => spot.place,
    };
    Bad {
        place,
        wrong: Wrong::Unsound(fault.kind),
    }
}

#[cfg(test)]
mod tests;

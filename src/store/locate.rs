//! Where in a file a value stands.
//!
//! Parsers name what is wrong by its path (`tasks[3].day`); a person wants line and column.
//! The way from one to the other is walked through the text again, only when it is needed.
//! The text must be JSON; in another one the walk ends where it is lost.

use std::fmt;

use super::unreadable::{Place, Seen};
use crate::domain::shown;

/// One step on the way to a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    /// From 0.
    Item(usize),
}

/// The steps of a path written like `targets[0].pins.2026-11-25`.
pub(super) fn steps(path: &str) -> Vec<Step> {
    let parts = path.split(['.', '[']).filter(|part| !part.is_empty());
    let step = |part: &str| match part.strip_suffix(']').map(str::parse) {
        Some(Ok(index)) => Step::Item(index),
        _ => Step::Key(part.to_owned()),
    };
    parts.map(step).collect()
}

/// Which of two members of the same name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    First,
    Last,
}

/// A value, or as far as the way to it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) place: Place,
    pub(super) seen: Seen,
    /// The key it stands under, where it was the last step.
    pub(super) key: Option<Key>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) name: String,
    pub(super) place: Place,
    pub(super) seen: Seen,
}

/// Follows `path` as far as it leads; `which` is asked at its last step.
pub(super) fn locate(text: &str, path: &[Step], which: Which) -> Spot {
    let mut value = Cursor::at_value(text);
    let mut key = None;
    for (number, step) in path.iter().enumerate() {
        let is_last = number.saturating_add(1) == path.len();
        let next = match step {
            Step::Key(name) => {
                let mut named = Members(value.inside('{')).filter(|(key, _)| key.name == *name);
                let found = match which {
                    Which::Last if is_last => named.last(),
                    Which::First | Which::Last => named.next(),
                };
                found.map(|(key, value)| (Some(key), value))
            }
            Step::Item(index) => {
                let item = Items(value.inside('[')).nth(*index);
                item.map(|value| (None, value))
            }
        };
        let Some(next) = next else {
            key = None;
            break;
        };
        (key, value) = next;
    }
    Spot {
        place: value.place,
        seen: value.seen(),
        key,
    }
}

/// The place of a byte of the text.
pub(super) fn place_of(text: &str, byte: usize) -> Place {
    let mut cursor = Cursor::new(text);
    while text.len().saturating_sub(cursor.rest.len()) < byte && cursor.bump().is_some() {}
    cursor.place
}

/// A place in the text, and the text from there on.
#[derive(Clone, Copy)]
struct Cursor<'a> {
    rest: &'a str,
    place: Place,
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str) -> Self {
        let place = Place { line: 1, column: 1 };
        Self { rest: text, place }
    }

    fn at_value(text: &'a str) -> Self {
        let mut cursor = Self::new(text);
        cursor.skip_space();
        cursor
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn bump(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let sign = chars.next()?;
        self.rest = chars.as_str();
        self.place = if sign == '\n' {
            Place {
                line: self.place.line.saturating_add(1),
                column: 1,
            }
        } else {
            Place {
                column: self.place.column.saturating_add(1),
                ..self.place
            }
        };
        Some(sign)
    }

    /// Passes `sign` and the space behind it, if it is there.
    fn pass(&mut self, sign: char) -> bool {
        let is_there = self.peek() == Some(sign);
        if is_there {
            self.bump();
            self.skip_space();
        }
        is_there
    }

    fn skip_space(&mut self) {
        while self
            .peek()
            .is_some_and(|sign| matches!(sign, ' ' | '\t' | '\n' | '\r'))
        {
            self.bump();
        }
    }

    /// The place behind a bracket, if the value begins with it.
    fn inside(mut self, bracket: char) -> Option<Self> {
        self.pass(bracket).then_some(self)
    }

    fn skip_text(&mut self) {
        self.bump();
        while let Some(sign) = self.bump() {
            match sign {
                '"' => break,
                '\\' => {
                    self.bump();
                }
                _ => {}
            }
        }
    }

    fn skip_value(&mut self) {
        let mut depth = 0_usize;
        while let Some(sign) = self.peek() {
            match sign {
                '"' => self.skip_text(),
                '{' | '[' => {
                    depth = depth.saturating_add(1);
                    self.bump();
                }
                '}' | ']' | ',' | ':' | ' ' | '\t' | '\n' | '\r' if depth == 0 => break,
                '}' | ']' => {
                    depth = depth.saturating_sub(1);
                    self.bump();
                }
                _ => {
                    self.bump();
                    continue;
                }
            }
            if depth == 0 {
                break;
            }
        }
    }

    /// What lies between here and a later place.
    fn up_to(&self, end: &Self) -> &'a str {
        let length = self.rest.len().saturating_sub(end.rest.len());
        self.rest.get(..length).unwrap_or_default()
    }

    fn seen(mut self) -> Seen {
        match self.peek() {
            Some('{') => Seen::Object,
            Some('[') => Seen::List,
            None => Seen::Nothing,
            Some(_) => {
                let start = self;
                self.skip_value();
                Seen::Text(shown(start.up_to(&self)))
            }
        }
    }
}

/// The members of an object, each with its key and the place of its value.
struct Members<'a>(Option<Cursor<'a>>);

impl<'a> Iterator for Members<'a> {
    type Item = (Key, Cursor<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let cursor = self.0.as_mut()?;
        let start = *cursor;
        if start.peek() != Some('"') {
            return None;
        }
        cursor.skip_text();
        let key = Key {
            name: serde_json::from_str(start.up_to(cursor)).unwrap_or_default(),
            place: start.place,
            seen: Seen::Text(shown(start.up_to(cursor))),
        };
        cursor.skip_space();
        cursor.pass(':');
        let value = *cursor;
        self.0 = behind(value);
        Some((key, value))
    }
}

/// The places of a list's items.
struct Items<'a>(Option<Cursor<'a>>);

impl<'a> Iterator for Items<'a> {
    type Item = Cursor<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        let value = self.0.take()?;
        if matches!(value.peek(), None | Some(']')) {
            return None;
        }
        self.0 = behind(value);
        Some(value)
    }
}

/// The place behind a value and its comma; `None` where there is no comma.
fn behind(mut value: Cursor<'_>) -> Option<Cursor<'_>> {
    value.skip_value();
    value.skip_space();
    value.pass(',').then_some(value)
}

impl fmt::Debug for Cursor<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Cursor({})", self.place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{
  "a\u0062": 1, "名": { "2026-11-25": "x, y]" },
  "list": [ [1, "]"], {}, { "on" : -2.5e1 } ],
  "list": null
}"#;

    fn at(path: &str, which: Which) -> (usize, usize, Seen) {
        let spot = locate(TEXT, &steps(path), which);
        (spot.place.line, spot.place.column, spot.seen)
    }

    fn text(raw: &str) -> Seen {
        Seen::Text(raw.to_owned())
    }

    #[test]
    fn a_path_leads_to_its_value() {
        for (path, line, column, seen) in [
            ("", 1, 1, Seen::Object),
            ("ab", 2, 14, text("1")),
            ("名", 2, 22, Seen::Object),
            ("名.2026-11-25", 2, 38, text(r#""x, y]""#)),
            ("list", 3, 11, Seen::List),
            ("list[0]", 3, 13, Seen::List),
            ("list[0][1]", 3, 17, text(r#""]""#)),
            ("list[2].on", 3, 36, text("-2.5e1")),
        ] {
            assert_eq!(at(path, Which::First), (line, column, seen), "{path}");
        }
        assert_eq!(at("list", Which::Last), (4, 11, text("null")));
    }

    #[test]
    fn a_path_that_leads_nowhere_ends_at_the_last_value_on_it() {
        for (path, line, column) in [
            ("list[2].off", 3, 27),
            ("list[7].on", 3, 11),
            ("ab.c", 2, 14),
            ("nothing", 1, 1),
        ] {
            let (found_line, found_column, _) = at(path, Which::First);
            assert_eq!((found_line, found_column), (line, column), "{path}");
        }
    }

    #[test]
    fn a_key_has_a_place_of_its_own() {
        let spot = locate(TEXT, &steps("名.2026-11-25"), Which::First);
        let key = spot.key.unwrap();
        assert_eq!(
            key.place,
            Place {
                line: 2,
                column: 24
            }
        );
        assert_eq!(key.seen, text(r#""2026-11-25""#));
        assert_eq!(locate(TEXT, &steps("list[1]"), Which::First).key, None);
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(place_of("电\n电 话", 8), Place { line: 2, column: 3 });
        assert_eq!(place_of("", 5), Place { line: 1, column: 1 });
    }

    #[test]
    fn what_is_no_json_ends_the_walk() {
        for text in ["", "{", "[", "{\"a", "{\"a\":", "[1,", "\\", "{\"a\" 1"] {
            for path in ["a", "a.b", "[1]"] {
                locate(text, &steps(path), Which::Last);
            }
        }
    }
}

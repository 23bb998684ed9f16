//! Texts with values in them, and the macro that declares an area of words.
//!
//! An area is a struct whose fields are the keys of a locale file. A *text* is a field; a
//! *phrase* is a method that takes the values its placeholders stand for, in the order in
//! which it names them; a *plural* is a phrase whose first value is a count, with the words
//! for one and for many on both sides of a `|` (one side alone where the language makes no
//! difference). A value that is a Latin word stands apart from Chinese beside it. Tests hold the
//! placeholders of both locale files against the names here, so a value can be neither missing
//! nor mistyped. Only this crate can say a word, so that one which nothing says any more is dead
//! code to the compiler.
//!
//! ```text
//! words.today.no_quota                  nothing owed today
//! words.today.planned(10)               plan 10
//! words.opening.all_today(1)            To today
//! words.opening.all_today("four")       All four to today
//! ```

use std::fmt::Display;

use serde::Deserialize;

use crate::i18n::cells;

/// A text as it stands in the locale file, which is part of the program.
pub(super) type Text = &'static str;

/// A text with `{placeholders}`.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(transparent, bound(deserialize = "'de: 'static"))]
pub(super) struct Phrase(pub(super) Text);

impl Phrase {
    /// The text with its values in their places.
    pub(super) fn fill(self, values: &[(&str, &dyn Display)]) -> String {
        fill(self.0, values)
    }
}

/// A text that differs between one and many.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(transparent, bound(deserialize = "'de: 'static"))]
pub(super) struct Plural(pub(super) Text);

impl Plural {
    /// The text for a count that reads as the first of `values` does.
    pub(super) fn fill(self, values: &[(&str, &dyn Display)]) -> String {
        let [one, many] = self.forms();
        let is_one = values
            .first()
            .is_some_and(|(_, count)| count.to_string() == "1");
        fill(if is_one { one } else { many }, values)
    }

    /// The texts for one and for many.
    pub(super) fn forms(self) -> [Text; 2] {
        self.0
            .split_once('|')
            .map_or([self.0; 2], |(one, many)| [one, many])
    }
}

fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut filled = String::with_capacity(text.len());
    for (before, name) in parts(text) {
        push(&mut filled, before);
        if let Some((_, value)) = values.iter().find(|(known, _)| Some(*known) == name) {
            push(&mut filled, &value.to_string());
        }
    }
    filled
}

/// Adds a piece to a text, apart from it where a Latin word would touch a Chinese one.
fn push(text: &mut String, piece: &str) {
    if latin_touches_chinese(text, piece) {
        text.push(' ');
    }
    text.push_str(piece);
}

/// Whether a Latin word and a Chinese one would stand together without a space. Figures alone
/// are no word: 第3天 is written as one.
fn latin_touches_chinese(text: &str, piece: &str) -> bool {
    let (ends, begins) = (|| text.chars().rev(), || piece.chars());
    let is_chinese = |next: Option<char>| next.is_some_and(is_chinese);
    (is_chinese(ends().next()) && is_latin_word(begins()))
        || (is_latin_word(ends()) && is_chinese(begins().next()))
}

/// Whether a Latin word comes first: letters, or figures among letters.
fn is_latin_word(chars: impl Iterator<Item = char>) -> bool {
    let mut word = chars.take_while(|char| char.is_alphanumeric() && !is_chinese(*char));
    word.any(char::is_alphabetic)
}

/// Whether a character is one of those that are written without spaces.
fn is_chinese(char: char) -> bool {
    char.is_alphabetic() && cells::width(char.encode_utf8(&mut [0; 4])) == 2
}

/// A text as pieces, each with the placeholder behind it.
pub(super) fn parts(text: &str) -> impl Iterator<Item = (&str, Option<&str>)> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest.take()?;
        let split = text
            .split_once('{')
            .and_then(|(before, tail)| Some((before, tail.split_once('}')?)));
        Some(match split {
            Some((before, (name, tail))) => {
                rest = Some(tail);
                (before, Some(name))
            }
            None => (text, None),
        })
    })
}

/// What a test can see of an area: each of its texts, with its path and its values' names.
#[cfg(test)]
pub(super) trait Area {
    fn look(&self, path: &str, see: &mut dyn FnMut(&str, Text, &[&str]));
}

/// Declares an area: texts, phrases with the names of their values, plurals whose first value
/// is the count, areas inside it. A new key stands here and in both locale files.
macro_rules! area {
    (
        $(#[$doc:meta])*
        $vis:vis $area:ident {
            $(texts { $($text:ident),* $(,)? })?
            $(phrases { $($phrase:ident($($value:ident),+)),* $(,)? })?
            $(plurals { $($plural:ident($($part:ident),+)),* $(,)? })?
            $(areas { $($inner:ident: $kind:ty),* $(,)? })?
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
        $vis struct $area {
            $($(pub(crate) $text: $crate::i18n::words::area::Text,)*)?
            $($($phrase: $crate::i18n::words::area::Phrase,)*)?
            $($($plural: $crate::i18n::words::area::Plural,)*)?
            $($(pub(crate) $inner: Box<$kind>,)*)?
        }

        impl $area {
            $($(pub(crate) fn $phrase(&self, $($value: impl std::fmt::Display),+) -> String {
                self.$phrase.fill(&[$((stringify!($value), &$value)),+])
            })*)?
            $($(pub(crate) fn $plural(&self, $($part: impl std::fmt::Display),+) -> String {
                self.$plural.fill(&[$((stringify!($part), &$part)),+])
            })*)?
        }

        #[cfg(test)]
        impl $crate::i18n::words::area::Area for $area {
            fn look(&self, path: &str, see: &mut dyn FnMut(&str, &'static str, &[&str])) {
                $($(see(&format!("{path}.{}", stringify!($text)), self.$text, &[]);)*)?
                $($(see(
                    &format!("{path}.{}", stringify!($phrase)),
                    self.$phrase.0,
                    &[$(stringify!($value)),+],
                );)*)?
                $($(for form in self.$plural.forms() {
                    see(
                        &format!("{path}.{}", stringify!($plural)),
                        form,
                        &[$(stringify!($part)),+],
                    );
                })*)?
                $($(self.$inner.look(&format!("{path}.{}", stringify!($inner)), see);)*)?
            }
        }
    };
}
pub(super) use area;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_in_their_places() {
        let phrase = Phrase("{metric} {done}/{target} ({metric})");
        let filled = phrase.fill(&[("metric", &"Calls"), ("done", &7), ("target", &10)]);
        assert_eq!(filled, "Calls 7/10 (Calls)");
    }

    #[test]
    fn a_value_is_not_looked_at_for_placeholders() {
        let phrase = Phrase("{title}: {note}");
        let filled = phrase.fill(&[("title", &"{note}"), ("note", &"{")]);
        assert_eq!(filled, "{note}: {");
    }

    #[test]
    fn a_latin_word_stands_apart_from_a_chinese_one() {
        let phrase = Phrase("记{metric}{day}完成");
        let cases = [
            ("calls", "周三", "记 calls 周三完成"),
            ("Café", "周三", "记 Café 周三完成"),
            ("3M", "今天", "记 3M 今天完成"),
            ("Q3", "今天", "记 Q3 今天完成"),
            ("A类客户", "周三", "记 A类客户周三完成"),
            ("电话", "周三", "记电话周三完成"),
            ("电话", "12", "记电话12完成"),
            ("“calls”", "(x)", "记“calls”(x)完成"),
        ];
        for (metric, day, expected) in cases {
            let filled = phrase.fill(&[("metric", &metric), ("day", &day)]);
            assert_eq!(filled, expected);
        }
        let english = Phrase("{metric}: {done}").fill(&[("metric", &"电话"), ("done", &"x")]);
        assert_eq!(english, "电话: x");
    }

    #[test]
    fn one_differs_from_many_where_the_language_says_so() {
        let english = Plural("{count} task|{count} tasks");
        let said = [0, 1, 2].map(|count| english.fill(&[("count", &count)]));
        assert_eq!(said, ["0 tasks", "1 task", "2 tasks"]);
        assert_eq!(Plural("{count} 个任务").fill(&[("count", &1)]), "1 个任务");
    }
}

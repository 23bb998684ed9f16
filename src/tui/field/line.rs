//! A line of text with a caret in it, edited as in a shell.
//!
//! A word is a run of ASCII punctuation, or of anything else that is no space. What was last
//! cut, a word or all up to an end of the line, can be inserted again.

use std::ops::Range;

/// The text, with the caret before one of its characters or behind the last.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    text: String,
    /// In bytes, between two characters.
    caret: usize,
    cut: String,
}

/// Of what words are made, and what lies between them.
#[derive(PartialEq, Eq)]
enum Kind {
    Space,
    Punctuation,
    Other,
}

impl Kind {
    fn of(char: char) -> Self {
        match char {
            '_' => Self::Other,
            char if char.is_whitespace() => Self::Space,
            char if char.is_ascii_punctuation() => Self::Punctuation,
            _ => Self::Other,
        }
    }
}

impl Line {
    /// A text with the caret behind it.
    pub(super) fn new(text: String) -> Self {
        Self {
            caret: text.len(),
            text,
            cut: String::new(),
        }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What was last cut.
    pub(super) fn last_cut(&self) -> &str {
        &self.cut
    }

    /// The text before the caret, and the text behind it.
    pub(super) fn around(&self) -> (&str, &str) {
        let parts = self.text.split_at_checked(self.caret);
        parts.unwrap_or((&self.text, ""))
    }

    /// All before the caret, in bytes.
    pub(super) fn before(&self) -> Range<usize> {
        0..self.caret
    }

    /// All behind the caret, in bytes.
    pub(super) fn behind(&self) -> Range<usize> {
        self.caret..self.text.len()
    }

    /// The word that ends at the caret, with the space behind it.
    pub(super) fn word_before(&self) -> Range<usize> {
        let (before, _) = self.around();
        let text = before.trim_end();
        let start = match text.chars().next_back().map(Kind::of) {
            Some(kind) => text.trim_end_matches(|char| Kind::of(char) == kind).len(),
            None => 0,
        };
        start..self.caret
    }

    /// The word that begins at the caret, with the space before it.
    pub(super) fn word_behind(&self) -> Range<usize> {
        let (_, behind) = self.around();
        let rest = without_word(behind.trim_start());
        self.caret..self.text.len() - rest.len()
    }

    /// The start of the next word, else the end.
    pub(super) fn next_word(&self) -> usize {
        let (_, behind) = self.around();
        self.text.len() - without_word(behind).trim_start().len()
    }

    /// Moves the caret; `at` lies between two characters.
    pub(super) fn go(&mut self, at: usize) {
        self.caret = at;
    }

    /// Inserts a text, with the caret behind it then.
    pub(super) fn insert(&mut self, text: &str) {
        self.text.insert_str(self.caret, text);
        self.caret += text.len();
    }

    /// Removes what lies before or behind the caret; whether that was anything.
    pub(super) fn delete(&mut self, place: Range<usize>) -> bool {
        self.caret = place.start;
        let removed = !place.is_empty();
        self.text.drain(place);
        removed
    }

    /// The same, and keeps it to be inserted again.
    pub(super) fn cut(&mut self, place: Range<usize>) -> bool {
        if let Some(cut) = self.text.get(place.clone()).filter(|cut| !cut.is_empty()) {
            self.cut = cut.to_owned();
        }
        self.delete(place)
    }
}

/// `text` without the word or the space it begins with.
fn without_word(text: &str) -> &str {
    match text.chars().next().map(Kind::of) {
        Some(kind) => text.trim_start_matches(|char| Kind::of(char) == kind),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "call Lin_2 (云峰),  now ";

    /// Where the caret stops on its way, as the text behind it.
    fn stops(mut line: Line, step: impl Fn(&Line) -> usize) -> Vec<String> {
        let mut stops = Vec::new();
        loop {
            let at = step(&line);
            line.go(at);
            let (_, behind) = line.around();
            if stops.last().is_some_and(|last| last == behind) {
                return stops;
            }
            stops.push(behind.to_owned());
        }
    }

    #[test]
    fn the_caret_goes_back_from_word_to_word() {
        let words = stops(Line::new(TEXT.to_owned()), |line| line.word_before().start);
        assert_eq!(
            words,
            [
                "now ",
                "),  now ",
                "云峰),  now ",
                "(云峰),  now ",
                "Lin_2 (云峰),  now ",
                TEXT,
            ]
        );
    }

    #[test]
    fn the_caret_goes_forward_from_word_to_word() {
        let mut line = Line::new(TEXT.to_owned());
        line.go(0);
        assert_eq!(
            stops(line, Line::next_word),
            [
                "Lin_2 (云峰),  now ",
                "(云峰),  now ",
                "云峰),  now ",
                "),  now ",
                "now ",
                "",
            ]
        );
    }

    #[test]
    fn a_word_is_cut_with_the_space_that_parts_it_from_the_caret() {
        let mut line = Line::new("a  b  c".to_owned());
        line.go(3);
        assert!(line.cut(line.word_behind()));
        assert_eq!((line.text(), line.last_cut()), ("a    c", "b"));
        assert!(line.cut(line.word_behind()));
        assert_eq!((line.text(), line.last_cut()), ("a  ", "  c"));
        assert!(line.cut(line.word_before()));
        assert_eq!((line.text(), line.last_cut()), ("", "a  "));
    }

    #[test]
    fn where_nothing_is_cut_the_last_cut_stays() {
        let mut line = Line::new("ab".to_owned());
        assert!(line.cut(line.before()));
        assert!(!line.cut(line.before()));
        assert!(!line.cut(line.word_behind()));
        line.insert("x");
        let cut = line.last_cut().to_owned();
        line.insert(&cut);
        assert_eq!(line.text(), "xab");
    }
}

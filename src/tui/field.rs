//! A text field of one line.
//!
//! All of line editing, by what a reader sees as characters; pasted line breaks become
//! spaces, and what could act on a terminal is refused. The real cursor stands at the caret,
//! where an input method shows what it is composing. A fresh field offers its text as a
//! whole: the first character typed replaces it, a key that moves keeps it.

use std::cell::Cell;
use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::{Input, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

use super::theme::Theme;
use crate::domain::is_forbidden;
use crate::i18n::cells;

/// What a key or a paste did to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use = "a key that is not for the field goes on to the layer below"]
pub enum Answer {
    /// The text is another one.
    Edited,
    /// The text is the same; the key is used up.
    Kept,
    /// The text is the same, for a reason that should be said.
    Refused(Refusal),
    /// The key is not for a field: Enter, Esc, Tab, ↑ ↓, ctrl-s and the like.
    PassOn,
}

/// Why a field did not take a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It holds a character that could act on a terminal.
    Control(char),
    /// The field holds at most so many characters.
    TooLong(usize),
}

/// The text being typed, with its caret.
#[derive(Debug, Clone)]
pub struct Field {
    text: Input,
    /// How many characters fit at most.
    limit: usize,
    fresh: bool,
    /// Whether ← and → are not for it while it is fresh.
    beside_choices: bool,
    /// The first column that is drawn; follows the caret.
    scroll: Cell<usize>,
}

impl Field {
    /// A field for up to `limit` characters, with the caret behind `value`.
    pub fn new(value: &str, limit: usize) -> Self {
        Self {
            text: Input::new(one_line(value)),
            limit,
            fresh: false,
            beside_choices: false,
            scroll: Cell::new(0),
        }
    }

    /// The same, but what is typed first replaces `value`, as amounts want it.
    pub fn fresh(value: &str, limit: usize) -> Self {
        Self {
            fresh: !value.is_empty(),
            ..Self::new(value, limit)
        }
    }

    /// Leaves ← and → to the choice that stands beside the field, as long as nothing is typed.
    #[must_use]
    pub fn beside_choices(self) -> Self {
        Self {
            beside_choices: true,
            ..self
        }
    }

    /// Whether what is typed first replaces all of it.
    pub fn is_fresh(&self) -> bool {
        self.fresh
    }

    /// What the field holds.
    pub fn value(&self) -> &str {
        self.text.value()
    }

    /// Gives the field another text, as when a suggestion is taken.
    pub fn set(&mut self, value: &str) {
        *self = Self::new(value, self.limit);
    }

    /// What `key` does here; `key` must be as it came, not made plain.
    pub fn key(&mut self, key: KeyEvent) -> Answer {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        match key.code {
            // AltGr comes as both, with the character it gives.
            KeyCode::Char(char) if ctrl == alt => self.insert(char.encode_utf8(&mut [0; 4])),
            KeyCode::Char(char) => self.command(char.to_ascii_lowercase(), ctrl),
            KeyCode::Left | KeyCode::Right
                if self.fresh && self.beside_choices && !ctrl && !alt =>
            {
                Answer::PassOn
            }
            KeyCode::Left if ctrl || alt => self.go(InputRequest::GoToPrevWord),
            KeyCode::Right if ctrl || alt => self.go(InputRequest::GoToNextWord),
            KeyCode::Left => self.go(InputRequest::GoToPrevChar),
            KeyCode::Right => self.go(InputRequest::GoToNextChar),
            KeyCode::Home => self.go(InputRequest::GoToStart),
            KeyCode::End => self.go(InputRequest::GoToEnd),
            KeyCode::Backspace if ctrl || alt => self.delete(InputRequest::DeletePrevWord),
            KeyCode::Delete if ctrl || alt => self.delete(InputRequest::DeleteNextWord),
            KeyCode::Backspace => self.delete(InputRequest::DeletePrevChar),
            KeyCode::Delete => self.delete(InputRequest::DeleteNextChar),
            _ => Answer::PassOn,
        }
    }

    /// Takes a pasted text, all of it or nothing.
    pub fn paste(&mut self, text: &str) -> Answer {
        self.insert(&one_line(text))
    }

    /// The commands of line editing; a letter that is none is used up, so that it cannot act
    /// behind the field.
    fn command(&mut self, letter: char, ctrl: bool) -> Answer {
        match (letter, ctrl) {
            ('s' | 'c' | 'z' | 'p' | 'n' | 'o' | 't', true) => Answer::PassOn,
            ('a', true) => self.go(InputRequest::GoToStart),
            ('e', true) => self.go(InputRequest::GoToEnd),
            ('b', true) => self.go(InputRequest::GoToPrevChar),
            ('f', true) => self.go(InputRequest::GoToNextChar),
            ('b', false) => self.go(InputRequest::GoToPrevWord),
            ('f', false) => self.go(InputRequest::GoToNextWord),
            ('h', true) => self.delete(InputRequest::DeletePrevChar),
            ('d', true) => self.delete(InputRequest::DeleteNextChar),
            ('d', false) => self.delete(InputRequest::DeleteNextWord),
            ('w', true) => self.delete(InputRequest::DeletePrevWord),
            ('u', true) => self.delete(InputRequest::DeleteFromStart),
            ('k', true) => self.delete(InputRequest::DeleteTillEnd),
            ('y', true) => self.put_back(),
            _ => Answer::Kept,
        }
    }

    fn insert(&mut self, text: &str) -> Answer {
        if text.is_empty() {
            return Answer::Kept;
        }
        if let Some(char) = text.chars().find(|char| is_forbidden(*char)) {
            return Answer::Refused(Refusal::Control(char));
        }
        let kept = if self.fresh { "" } else { self.value() };
        if kept.chars().count() + text.chars().count() > self.limit {
            return Answer::Refused(Refusal::TooLong(self.limit));
        }
        if std::mem::take(&mut self.fresh) {
            self.text.reset();
        }
        for char in text.chars() {
            self.text.handle(InputRequest::InsertChar(char));
        }
        Answer::Edited
    }

    fn go(&mut self, to: InputRequest) -> Answer {
        self.fresh = false;
        self.text.handle(to);
        Answer::Kept
    }

    /// Deletes what `what` says; of a fresh text, all.
    fn delete(&mut self, what: InputRequest) -> Answer {
        if std::mem::take(&mut self.fresh) {
            self.text.reset();
            return Answer::Edited;
        }
        // Cutting nothing off would forget what was cut off before.
        if what == InputRequest::DeleteTillEnd && self.around().1.is_empty() {
            return Answer::Kept;
        }
        match self.text.handle(what) {
            Some(_) => Answer::Edited,
            None => Answer::Kept,
        }
    }

    /// Inserts what was cut off last.
    fn put_back(&mut self) -> Answer {
        let mut text = self.text.clone();
        if self.fresh {
            text.reset();
        }
        if text.handle(InputRequest::Yank).is_none() {
            return Answer::Kept;
        }
        if text.value().chars().count() > self.limit {
            return Answer::Refused(Refusal::TooLong(self.limit));
        }
        (self.text, self.fresh) = (text, false);
        Answer::Edited
    }

    /// The text before the caret, and the text behind it.
    fn around(&self) -> (&str, &str) {
        let value = self.value();
        let at = value
            .char_indices()
            .nth(self.text.cursor())
            .map_or(value.len(), |(at, _)| at);
        value.split_at_checked(at).unwrap_or((value, ""))
    }
}

/// `text` without line breaks at its end, and with spaces for those inside.
fn one_line(text: &str) -> String {
    text.trim_end_matches(['\r', '\n'])
        .replace("\r\n", " ")
        .replace(['\r', '\n', '\t'], " ")
}

impl Field {
    /// How many cells show all of it, with its brackets and the caret behind it.
    pub fn cells(&self) -> u16 {
        column(cells::width(self.value()) + 3)
    }

    /// Draws the field as `[text   ]` into the first row of `area`.
    ///
    /// Gives the place of the caret, where the real cursor belongs while the field is open;
    /// none when there is no room for it.
    pub fn draw(&self, theme: &Theme, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_marked(theme, area, &[], buf)
    }

    /// The same, with the bytes in `marked` drawn as what was understood.
    pub fn draw_marked(
        &self,
        theme: &Theme,
        area: Rect,
        marked: &[Range<usize>],
        buf: &mut Buffer,
    ) -> Option<Position> {
        let room = area
            .width
            .checked_sub(2)
            .filter(|room| *room > 0 && area.height > 0)?;
        let style = if self.fresh {
            theme.selected
        } else {
            theme.field
        };
        let inside = Rect::new(area.x + 1, area.y, room, 1);
        buf.set_string(area.x, area.y, "[", theme.dim);
        buf.set_string(inside.right(), area.y, "]", theme.dim);
        let blank = " ".repeat(room.into());
        buf.set_string(inside.x, inside.y, blank, theme.field);

        let (before, behind) = self.around();
        let caret = cells::width(before);
        let first = self.scrolled(caret, behind, room.into());
        let mut start = 0;
        for (at, grapheme) in self.value().grapheme_indices(true) {
            let is_marked = marked.iter().any(|place| place.contains(&at));
            let style = if is_marked { theme.hint } else { style };
            let shown = cells::printable(grapheme);
            let end = start + cells::width(grapheme);
            if start >= first && end <= first + usize::from(room) {
                buf.set_string(inside.x + column(start - first), inside.y, shown, style);
            }
            start = end;
        }
        Some(Position::new(inside.x + column(caret - first), inside.y))
    }

    /// The first column drawn, moved no further than it takes to see the caret.
    fn scrolled(&self, caret: usize, behind: &str, room: usize) -> usize {
        let under = behind.graphemes(true).next().map_or(1, cells::width).max(1);
        let lowest = (caret + under).saturating_sub(room).min(caret);
        // Behind the last character there is one column for the caret, and no more.
        let highest = (caret + cells::width(behind) + 1)
            .saturating_sub(room)
            .min(caret);
        let first = self.scroll.get().clamp(lowest, highest.max(lowest));
        self.scroll.set(first);
        first
    }
}

fn column(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests;

//! A list that shrinks while one types: each word that is typed must stand in the line.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Frame;
use super::menu::{shown_of, to_cells, write};
use crate::domain::Query;
use crate::i18n::cells;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::widgets::Cursor;

const WIDTH: usize = 64;
const LONGEST: usize = 60;

/// One line, with what stands at its right and what Enter does.
pub struct Entry {
    pub text: String,
    /// The user's own words in it, which give way where room is short.
    pub own: String,
    pub note: String,
    /// Other words that find it.
    pub also: &'static str,
    /// It cannot be done now; what it waits for stands at its right.
    pub waits: bool,
    pub does: Box<dyn Fn(&Scene<'_>) -> Effect>,
}

impl Entry {
    /// In so many cells; where they are few, what stands at the right goes word by word, or as a
    /// whole where it is one sentence, then the user's own words end earlier.
    fn line(&self, room: usize) -> String {
        let mut left = format!(" {}", self.text);
        let over = (cells::width(&left) + 2).saturating_sub(room);
        if over > 0 && !self.own.is_empty() {
            let rest = cells::width(&self.own).saturating_sub(over);
            left = left.replacen(&self.own, &cells::fit(&self.own, rest), 1);
        }
        let least = cells::width(&left) + 2;
        let mut note = self.note.as_str();
        while !note.is_empty() && least + cells::width(note) > room {
            let shorter = note.rsplit_once(' ').filter(|_| !self.waits);
            note = shorter.map_or("", |(rest, _)| rest);
        }
        cells::ends(&left, &format!("{note} "), room)
    }
}

/// The lines, and what was typed.
pub struct Finder {
    title: &'static str,
    entries: Vec<Entry>,
    field: Field,
    /// The places of the lines that fit what was typed.
    found: Vec<usize>,
    cursor: Cursor<usize>,
}

impl Finder {
    pub fn new(title: &'static str, entries: Vec<Entry>) -> Self {
        let mut finder = Self {
            title,
            entries,
            field: Field::new("", LONGEST),
            found: Vec::new(),
            cursor: Cursor::default(),
        };
        finder.search();
        finder
    }

    /// Finds the lines that fit; those that fit by what they say come first, then those by other
    /// words, then those by what stands at their right.
    fn search(&mut self) {
        let query = Query::new(self.field.value());
        let rank = |entry: &Entry| {
            let said = &entry.text;
            let more = format!("{said} {}", entry.also);
            let all = format!("{more} {}", entry.note);
            let texts = [said, &more, &all];
            texts.into_iter().position(|text| query.fits(text))
        };
        let entries = self.entries.iter().enumerate();
        let ranked = entries.filter_map(|(place, entry)| Some((rank(entry)?, place)));
        let mut ranked: Vec<_> = ranked.collect();
        ranked.sort_unstable();
        self.found = ranked.into_iter().map(|(_, place)| place).collect();
    }

    fn take(&self, scene: &Scene<'_>) -> Effect {
        let selected = self.cursor.selected(&self.found);
        match selected.and_then(|place| self.entries.get(*place)) {
            Some(entry) => (entry.does)(scene),
            None => Effect::Nothing,
        }
    }
}

impl Layer for Finder {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        match action {
            Action::Accept | Action::Back => true,
            _ => Cursor::allows(action, &self.found),
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match action {
            Action::Accept => self.take(scene),
            Action::Back => Effect::Close,
            _ if self.cursor.go(action, &self.found) => Effect::Redraw,
            _ => Effect::PassOn,
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        _focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let hints = &scene.words.hints;
        let inside = Frame {
            title: self.title,
            keys: &[("Enter", hints.do_it), ("Esc", hints.cancel)],
            size: (to_cells(WIDTH), area.height.saturating_sub(4).min(18)),
        }
        .draw(scene, area, buf);
        let mut rows = inside.rows();
        let caret = rows
            .next()
            .and_then(|row| self.field.draw(scene.theme, row, buf));
        let marked = self.cursor.place(&self.found);
        let lines = self.found.len();
        let height = shown_of(lines, usize::from(inside.height.saturating_sub(1)).max(1));
        let first = self.cursor.scroll((marked, marked), lines, height);
        if self.found.is_empty() {
            let none = format!(" {}", scene.words.boxes.none_found);
            write(rows.next(), &none, scene.theme.dim, buf);
        }
        let shown = self.found.iter().enumerate().skip(first).take(height);
        let shown = shown.filter_map(|(at, place)| Some((at, self.entries.get(*place)?)));
        for ((at, entry), row) in shown.zip(rows.by_ref()) {
            let line = entry.line(row.width.into());
            let style = match scene.row_style(at == marked, true) {
                plain if entry.waits && at != marked => plain.patch(scene.theme.dim),
                style => style,
            };
            write(Some(row), &line, style, buf);
        }
        let below = lines.saturating_sub(first + height);
        if below > 0 {
            let down = scene.theme.glyphs.down;
            let more = format!(" {down} {}", scene.words.common.more(below));
            write(rows.next(), &more, scene.theme.dim, buf);
        }
        caret
    }

    fn field(&mut self) -> Option<&mut Field> {
        Some(&mut self.field)
    }

    fn edited(&mut self, _scene: &Scene<'_>) {
        self.search();
        self.cursor = Cursor::default();
    }
}

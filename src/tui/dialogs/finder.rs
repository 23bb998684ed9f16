//! A list that shrinks while one types: each word that is typed must stand in the line.

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Frame;
use super::menu::{to_cells, write};
use crate::domain::Query;
use crate::i18n::cells;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

const WIDTH: usize = 64;
const LONGEST: usize = 60;

/// One line, with what stands at its right and what Enter does.
pub struct Entry {
    pub text: String,
    pub note: String,
    pub does: Box<dyn Fn(&Scene<'_>) -> Effect>,
}

/// The lines, and what was typed.
pub struct Finder {
    title: &'static str,
    entries: Vec<Entry>,
    field: Field,
    marked: usize,
    scroll: Cell<usize>,
    seen: Cell<usize>,
}

impl Finder {
    pub fn new(title: &'static str, entries: Vec<Entry>) -> Self {
        Self {
            title,
            entries,
            field: Field::new("", LONGEST),
            marked: 0,
            scroll: Cell::new(0),
            seen: Cell::new(1),
        }
    }

    fn found(&self) -> Vec<&Entry> {
        let query = Query::new(self.field.value());
        let fits = |entry: &&Entry| query.fits(&format!("{} {}", entry.text, entry.note));
        self.entries.iter().filter(fits).collect()
    }

    fn go(&mut self, action: Action) -> Effect {
        let last = self.found().len().saturating_sub(1);
        let page = self.seen.get().saturating_sub(1).max(1);
        let to = match action {
            Action::Up => self.marked.saturating_sub(1),
            Action::Down => self.marked + 1,
            Action::PageUp => self.marked.saturating_sub(page),
            _ => self.marked + page,
        };
        self.marked = to.min(last);
        Effect::Redraw
    }

    fn take(&self, scene: &Scene<'_>) -> Effect {
        match self.found().get(self.marked) {
            Some(entry) => (entry.does)(scene),
            None => Effect::Nothing,
        }
    }
}

impl Layer for Finder {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        matches!(
            action,
            Action::Up
                | Action::Down
                | Action::PageUp
                | Action::PageDown
                | Action::Accept
                | Action::Back
        )
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match action {
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => self.go(action),
            Action::Accept => self.take(scene),
            Action::Back => Effect::Close,
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
        let found = self.found();
        let seen = usize::from(inside.height.saturating_sub(1)).max(1);
        self.seen.set(seen);
        let lowest = (self.marked + 1).saturating_sub(seen);
        let highest = self.marked.min(found.len().saturating_sub(seen));
        let first = self.scroll.get().clamp(lowest, highest.max(lowest));
        self.scroll.set(first);
        if found.is_empty() {
            let none = format!(" {}", scene.words.boxes.none_found);
            write(rows.next(), &none, scene.theme.dim, buf);
        }
        for ((place, entry), row) in found.iter().enumerate().skip(first).zip(rows) {
            let left = format!(" {}", entry.text);
            let line = cells::ends(&left, &format!("{} ", entry.note), row.width.into());
            let style = scene.row_style(place == self.marked, true);
            write(Some(row), &line, style, buf);
        }
        caret
    }

    fn field(&mut self) -> Option<&mut Field> {
        Some(&mut self.field)
    }

    fn edited(&mut self, _scene: &Scene<'_>) {
        self.marked = 0;
    }
}

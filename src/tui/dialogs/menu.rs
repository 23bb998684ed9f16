//! A numbered list of what can be done: a digit does it, Enter does the marked one.

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Frame;
use crate::i18n::cells;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

/// How many cells of a line what is said above the list takes at most.
const LONGEST_NOTE: usize = 60;

/// How many lines have a digit; 0 shows the next ones.
const DIGITS: usize = 9;

type Does = Box<dyn Fn(&Scene<'_>) -> Effect>;

/// A numbered list.
pub struct Menu {
    title: String,
    /// A line above the list.
    note: Option<String>,
    lines: Vec<(Label, Does)>,
    marked: usize,
    /// The first line that has a digit.
    first: usize,
    area: Cell<Rect>,
    /// How many lines with a digit are above what is seen.
    hidden: Cell<usize>,
}

/// What a line says: a text that gives way where room is short, and what stays behind it.
struct Label {
    text: String,
    tail: String,
}

impl Label {
    fn width(&self) -> usize {
        cells::width(&self.text) + cells::width(&self.tail)
    }

    /// In so many cells.
    fn fitted(&self, room: usize) -> String {
        let text = cells::fit(&self.text, room.saturating_sub(cells::width(&self.tail)));
        format!("{text}{}", self.tail)
    }
}

impl Menu {
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            note: None,
            lines: Vec::new(),
            marked: 0,
            first: 0,
            area: Cell::new(Rect::ZERO),
            hidden: Cell::new(0),
        }
    }

    /// Adds a line and what it does.
    #[must_use]
    pub fn line(
        self,
        text: impl Into<String>,
        does: impl Fn(&Scene<'_>) -> Effect + 'static,
    ) -> Self {
        self.line_about(text, "", does)
    }

    /// Adds a line that begins with a text of the user's, of any length, and what it does.
    #[must_use]
    pub fn line_about(
        mut self,
        text: impl Into<String>,
        tail: impl Into<String>,
        does: impl Fn(&Scene<'_>) -> Effect + 'static,
    ) -> Self {
        let label = Label {
            text: text.into(),
            tail: tail.into(),
        };
        self.lines.push((label, Box::new(does)));
        self
    }

    /// Says something above the list.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is nothing to choose.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    fn has_more(&self) -> bool {
        self.lines.len() > DIGITS
    }

    fn place(&self, digit: u8) -> Option<usize> {
        let place = self.first + usize::from(digit).checked_sub(1)?;
        (place < self.lines.len()).then_some(place)
    }

    fn choose(&mut self, place: usize, scene: &Scene<'_>) -> Effect {
        self.marked = place;
        match self.lines.get(place) {
            Some((_, does)) => does(scene),
            None => Effect::Nothing,
        }
    }

    fn mark(&mut self, place: usize) -> Effect {
        self.marked = place.min(self.lines.len().saturating_sub(1));
        if self.has_more() {
            self.first = self.marked / DIGITS * DIGITS;
        }
        Effect::Redraw
    }

    fn next_page(&mut self) -> Effect {
        let next = self.first + DIGITS;
        self.mark(if next < self.lines.len() { next } else { 0 })
    }

    fn shown(&self) -> impl Iterator<Item = (usize, &Label)> {
        let lines = self.lines.iter().map(|(label, _)| label);
        lines.enumerate().skip(self.first).take(DIGITS)
    }
}

impl Layer for Menu {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        match action {
            Action::Choose(0) => self.has_more(),
            Action::Choose(digit) => self.place(digit).is_some(),
            Action::Up | Action::Down | Action::Accept | Action::Back => true,
            _ => false,
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match action {
            Action::Choose(0) if self.has_more() => self.next_page(),
            Action::Choose(digit) => match self.place(digit) {
                Some(place) => self.choose(place, scene),
                None => Effect::PassOn,
            },
            Action::Up => self.mark(self.marked.saturating_sub(1)),
            Action::Down => self.mark(self.marked + 1),
            Action::Accept => self.choose(self.marked, scene),
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
        let lines = self.lines.iter().map(|(label, _)| label.width());
        let note = self.note.as_deref().map_or(0, cells::width);
        let width = lines.max().unwrap_or(0).max(note.min(LONGEST_NOTE)) + 8;
        let room = usize::from(area.width).saturating_sub(4).min(LONGEST_NOTE);
        let note = self.note.as_deref().map(|note| cells::wrapped(note, room));
        let note = note.unwrap_or_default();
        let more = usize::from(self.has_more());
        let height =
            self.lines.len().min(DIGITS) + more + note.len() + usize::from(!note.is_empty());
        let hints = &scene.words.hints;
        let inside = Frame {
            title: &self.title,
            keys: &[
                (&digits(self.shown().count()), hints.choose),
                ("Esc", hints.cancel),
            ],
            size: (to_cells(width), to_cells(height)),
        }
        .draw(scene, area, buf);
        let mut rows = inside.rows();
        for line in &note {
            let line = format!(" {line}");
            write(rows.next(), &line, ratatui::style::Style::new(), buf);
        }
        if !note.is_empty() {
            rows.next();
        }
        // Where not all have room, those up to the marked one are seen.
        let room = usize::from(inside.height).saturating_sub(height - self.shown().count());
        let marked = self.marked.saturating_sub(self.first);
        self.hidden.set((marked + 1).saturating_sub(room.max(1)));
        let shown = self.shown().skip(self.hidden.get()).take(room.max(1));
        let mut top = None;
        for ((place, label), row) in shown.zip(rows.by_ref()) {
            top = top.or(Some(row));
            let digit = format!(" {}  ", place - self.first + 1);
            let style = scene.row_style(place == self.marked, true);
            let room = usize::from(row.width).saturating_sub(cells::width(&digit));
            let text = format!("{digit}{}", label.fitted(room));
            let text = cells::pad_right(&text, row.width.into());
            write(Some(row), &text, style, buf);
        }
        if self.has_more() {
            write(
                rows.next(),
                &format!(" 0  {}", hints.more),
                scene.theme.dim,
                buf,
            );
        }
        self.area.set(top.map_or(Rect::ZERO, |top| Rect {
            height: inside.bottom() - top.y,
            ..top
        }));
        None
    }

    fn click(&mut self, at: Position, _area: Rect, _focused: bool, scene: &Scene<'_>) -> Effect {
        let area = self.area.get();
        if !area.contains(at) {
            return Effect::Nothing;
        }
        let place = self.first + self.hidden.get() + usize::from(at.y - area.y);
        if place < self.lines.len() && place < self.first + DIGITS {
            self.choose(place, scene)
        } else {
            Effect::Nothing
        }
    }
}

/// The digits of so many lines, as keys are named: `1-4`.
pub fn digits(count: usize) -> String {
    match count {
        0 | 1 => "1".to_owned(),
        _ => format!("1-{}", count.min(DIGITS)),
    }
}

/// How many of so many lines are shown on so many rows: where not all have room, the last row
/// tells of the others.
pub(super) fn shown_of(lines: usize, rows: usize) -> usize {
    rows - usize::from(lines > rows && rows > 1)
}

/// Writes a text into a row, cut where the row ends.
pub(super) fn write(row: Option<Rect>, text: &str, style: ratatui::style::Style, buf: &mut Buffer) {
    if let Some(row) = row {
        let text = cells::fit(text, row.width.into());
        buf.set_string(row.x, row.y, text, style);
    }
}

/// A width or height of a box.
pub(super) fn to_cells(size: usize) -> u16 {
    u16::try_from(size).unwrap_or(u16::MAX)
}

//! Fields below one another: texts, ticks and choices.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::amount::indented;
use super::menu::{to_cells, write};
use crate::i18n::cells;
use crate::tui::action::Action;
use crate::tui::field::Field;
use crate::tui::scene::Scene;

/// What a field keeps of its line beside the labels.
const LEAST_FIELD: usize = 16;

/// One line of a form.
pub enum Line {
    /// A text that is typed.
    Text(Box<Field>),
    /// Yes or no: Space changes it.
    Tick(bool),
    /// One of several: ← and → change it.
    Choice { options: Vec<String>, at: usize },
}

impl Line {
    /// An empty text of up to `limit` characters.
    pub fn text(value: &str, limit: usize) -> Self {
        Self::Text(Box::new(Field::new(value, limit)))
    }
}

/// What an action did to a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formed {
    /// The form looks different.
    Changed,
    /// All is to be saved.
    Save,
    /// All is to be left.
    Leave,
    /// The action is not for a form.
    PassOn,
}

/// Labelled lines, of which one is open.
pub struct Form {
    lines: Vec<(&'static str, Line)>,
    /// Lines that have no meaning beside the others.
    hidden: BTreeSet<usize>,
    at: usize,
    /// What may stand on a line, said below the form while the line is open.
    notes: Vec<(usize, &'static str)>,
    /// What is wrong, and with which line.
    wrong: Option<(usize, String)>,
}

impl Form {
    pub fn new(lines: Vec<(&'static str, Line)>) -> Self {
        Self {
            lines,
            hidden: BTreeSet::new(),
            at: 0,
            notes: Vec::new(),
            wrong: None,
        }
    }

    /// Says what may stand on a line.
    #[must_use]
    pub fn explain(mut self, line: usize, note: &'static str) -> Self {
        self.notes.push((line, note));
        self
    }

    /// How many rows it takes in a box whose inside is so wide, with what is said below it.
    pub fn height(&self, width: u16) -> usize {
        let room = usize::from(indented(Rect::new(0, 0, width, 1)).width);
        let notes = self.notes.iter().map(|(_, note)| *note);
        let wrong = self.wrong.as_ref().map(|(_, why)| why.as_str());
        let below = notes
            .chain(wrong)
            .map(|text| cells::wrapped(text, room).len());
        self.len() + below.max().unwrap_or(1).max(1)
    }

    /// What is wrong with the open line, else what may stand on it; wrapped.
    fn below(&self, scene: &Scene<'_>, room: usize) -> (Vec<String>, Style) {
        if let Some((_, why)) = &self.wrong {
            return (cells::wrapped(why, room), scene.theme.error);
        }
        let mut notes = self.notes.iter();
        let note = notes.find(|(line, _)| *line == self.at);
        let lines = note.map_or_else(Vec::new, |(_, note)| cells::wrapped(note, room));
        (lines, scene.theme.dim)
    }

    /// How many lines are shown.
    pub fn len(&self) -> usize {
        self.lines.len() - self.hidden.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The text of a line, without spaces around it.
    pub fn text(&self, line: usize) -> &str {
        match self.lines.get(line) {
            Some((_, Line::Text(field))) => field.value().trim(),
            _ => "",
        }
    }

    /// The text of a line; none where it is empty.
    pub fn optional(&self, line: usize) -> Option<String> {
        let text = self.text(line);
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// Whether a line is ticked.
    pub fn is_ticked(&self, line: usize) -> bool {
        matches!(self.lines.get(line), Some((_, Line::Tick(true))))
    }

    /// The number of a line's choice.
    pub fn choice(&self, line: usize) -> usize {
        match self.lines.get(line) {
            Some((_, Line::Choice { at, .. })) => *at,
            _ => 0,
        }
    }

    /// Which line is open.
    pub fn open_line(&self) -> usize {
        self.at
    }

    /// Puts another text into a line.
    pub fn set_text(&mut self, line: usize, text: &str) {
        if let Some((_, Line::Text(field))) = self.lines.get_mut(line) {
            field.set(text);
        }
    }

    /// Chooses one of a line's options.
    pub fn choose(&mut self, line: usize, option: usize) {
        if let Some((_, Line::Choice { options, at })) = self.lines.get_mut(line)
            && option < options.len()
        {
            *at = option;
        }
    }

    /// Hides a line, or shows it again.
    pub fn hide(&mut self, line: usize, hidden: bool) {
        if hidden {
            self.hidden.insert(line);
        } else {
            self.hidden.remove(&line);
        }
    }

    /// The lines that are shown, by their places.
    fn shown(&self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.lines.len()).filter(|line| !self.hidden.contains(line))
    }

    /// Opens the next line that is shown or the one before; `wraps`: after the last the first.
    fn step(&mut self, forward: bool, wraps: bool) {
        let next = if forward {
            let next = self.shown().find(|line| *line > self.at);
            next.or_else(|| self.shown().next().filter(|_| wraps))
        } else {
            let before = self.shown().rev().find(|line| *line < self.at);
            before.or_else(|| self.shown().next_back().filter(|_| wraps))
        };
        self.at = next.unwrap_or(self.at);
    }

    /// Opens a line.
    pub fn go_to(&mut self, line: usize) {
        self.at = line;
    }

    /// Says what is wrong with a line, and opens it.
    pub fn refuse(&mut self, line: usize, why: String) {
        self.at = line;
        self.wrong = Some((line, why));
    }

    /// The text field that is open.
    pub fn field(&mut self) -> Option<&mut Field> {
        match self.lines.get_mut(self.at) {
            Some((_, Line::Text(field))) => Some(field),
            _ => None,
        }
    }

    /// Something was typed.
    pub fn edited(&mut self) {
        self.wrong = None;
    }

    /// Whether an action is for the form.
    pub fn allows(&self, action: Action) -> bool {
        match action {
            Action::Accept
            | Action::SaveAll
            | Action::Back
            | Action::Up
            | Action::Down
            | Action::NextField
            | Action::PreviousField => true,
            Action::Left | Action::Right => {
                self.is_open(|line| matches!(line, Line::Choice { .. }))
            }
            Action::Tick => self.is_open(|line| !matches!(line, Line::Text(_))),
            _ => false,
        }
    }

    fn is_open(&self, kind: impl Fn(&Line) -> bool) -> bool {
        self.lines.get(self.at).is_some_and(|(_, line)| kind(line))
    }

    /// Does what an action asks for.
    pub fn update(&mut self, action: Action) -> Formed {
        if !self.allows(action) {
            return Formed::PassOn;
        }
        match action {
            Action::Accept | Action::SaveAll => return Formed::Save,
            Action::Back => return Formed::Leave,
            Action::Up => self.step(false, false),
            Action::Down => self.step(true, false),
            Action::NextField => self.step(true, true),
            Action::PreviousField => self.step(false, true),
            Action::Left => self.turn(false),
            _ => self.turn(true),
        }
        Formed::Changed
    }

    /// The next or the previous choice; of a tick, the other one.
    fn turn(&mut self, forward: bool) {
        match self.lines.get_mut(self.at) {
            Some((_, Line::Tick(on))) => *on = !*on,
            Some((_, Line::Choice { options, at })) => {
                let count = options.len().max(1);
                let step = if forward { 1 } else { count - 1 };
                *at = (*at + step) % count;
            }
            _ => {}
        }
    }

    /// How wide the labels' column is: as wide as the longest label, if the fields keep their
    /// room; else a tick whose label is longer stands before it.
    fn label_width(&self, room: usize) -> usize {
        let widest = |with_ticks: bool| {
            let lines = self.lines.iter();
            let lines = lines.filter(|(_, line)| with_ticks || !matches!(line, Line::Tick(_)));
            let widths = lines.map(|(label, _)| cells::width(label));
            widths.max().unwrap_or(0) + 2
        };
        let all = widest(true);
        if all + LEAST_FIELD <= room {
            all
        } else {
            widest(false)
        }
    }

    /// Draws the lines into `area`, the open one in sight, and below them what is wrong.
    pub fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (below, below_style) = self.below(scene, indented(area).width.into());
        let below_height = to_cells(below.len()).max(1);
        let room = usize::from(area.height.saturating_sub(below_height)).max(1);
        let open = self.shown().position(|line| line == self.at).unwrap_or(0);
        let first = (open + 1).saturating_sub(room);
        let label_width = self.label_width(area.width.into());
        let mut rows = area.rows().map(indented);
        let mut caret = None;
        let shown = self.shown().skip(first).take(room);
        let shown = shown.filter_map(|place| Some((place, self.lines.get(place)?)));
        for ((place, (label, line)), row) in shown.zip(rows.by_ref()) {
            let is_open = place == self.at;
            let style = if is_open {
                scene.theme.title
            } else {
                Style::new()
            };
            if let (Line::Tick(on), true) = (line, cells::width(label) > label_width) {
                let label = format!("{} {label}", tick(*on, scene));
                write(Some(row), &label, scene.row_style(is_open, true), buf);
                continue;
            }
            write(Some(row), label, style, buf);
            let used = to_cells(label_width).min(row.width);
            let rest = Rect {
                x: row.x + used,
                width: row.width - used,
                ..row
            };
            let drawn = draw_line(line, is_open, scene, rest, buf);
            caret = caret.or(drawn);
        }
        for line in below {
            write(rows.next(), &line, below_style, buf);
        }
        caret
    }
}

fn tick(on: bool, scene: &Scene<'_>) -> &'static str {
    let glyphs = scene.theme.glyphs;
    if on { glyphs.done } else { glyphs.open }
}

fn draw_line(
    line: &Line,
    is_open: bool,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let glyphs = scene.theme.glyphs;
    let style = scene.row_style(is_open, true);
    match line {
        Line::Text(field) if is_open => return field.draw(scene.theme, area, buf),
        Line::Text(field) => write(
            Some(area),
            &format!(" {}", field.value()),
            Style::new(),
            buf,
        ),
        Line::Tick(on) => {
            write(Some(area), &format!(" {} ", tick(*on, scene)), style, buf);
        }
        Line::Choice { options, at } => {
            let option = options.get(*at).map_or("", String::as_str);
            let text = if is_open {
                format!("{}{option}{}", glyphs.left, glyphs.right)
            } else {
                format!(" {option}")
            };
            write(Some(area), &text, style, buf);
        }
    }
    None
}

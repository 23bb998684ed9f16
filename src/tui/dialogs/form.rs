//! Fields below one another: texts, ticks and choices.

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
    at: usize,
    /// What is wrong, and with which line.
    wrong: Option<(usize, String)>,
}

impl Form {
    pub fn new(lines: Vec<(&'static str, Line)>) -> Self {
        Self {
            lines,
            at: 0,
            wrong: None,
        }
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
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
        let count = self.lines.len().max(1);
        match action {
            Action::Accept | Action::SaveAll => return Formed::Save,
            Action::Back => return Formed::Leave,
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at = (self.at + 1).min(count - 1),
            Action::NextField => self.at = (self.at + 1) % count,
            Action::PreviousField => self.at = (self.at + count - 1) % count,
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
        let room = usize::from(area.height.saturating_sub(1)).max(1);
        let first = (self.at + 1).saturating_sub(room);
        let label_width = self.label_width(area.width.into());
        let mut rows = area.rows().map(indented);
        let mut caret = None;
        let shown = self.lines.iter().enumerate().skip(first).take(room);
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
        if let Some((_, why)) = &self.wrong {
            write(rows.next(), why, scene.theme.error, buf);
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
                format!("{} {option} {}", glyphs.left, glyphs.right)
            } else {
                format!("  {option}")
            };
            write(Some(area), &text, style, buf);
        }
    }
    None
}

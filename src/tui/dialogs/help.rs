//! The keys, from the one table that binds them.

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Frame;
use super::menu::{to_cells, write};
use crate::i18n::cells;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::{KEYS, Place, Row};
use crate::tui::layers::Layer;
use crate::tui::names::{action_name, key_name, place_name};
use crate::tui::scene::Scene;
use crate::tui::view::Pane;

/// The letters before a task.
const CLASSES: &str = "A B C D";
const KEYS_WIDTH: usize = 18;
const WIDTH: usize = 74;
/// Below this width the keys have fewer cells, and what they do goes on below.
const WIDE: usize = 60;
const NARROW_KEYS: usize = 10;

/// The help, scrolled to some line.
pub struct Help {
    first: usize,
    pane: Pane,
    /// How many lines there were, and how many of them could be seen.
    drawn: Cell<(usize, usize)>,
}

/// A line of help: a heading, or keys with what they do.
enum Text {
    Heading(&'static str),
    Keys(String, String),
}

impl Help {
    /// Help for a pane: its keys come first.
    pub fn new(pane: Pane) -> Self {
        Self {
            first: 0,
            pane,
            drawn: Cell::new((0, 1)),
        }
    }

    fn scroll(&mut self, action: Action) -> Effect {
        let (lines, seen) = self.drawn.get();
        let page = seen.saturating_sub(1).max(1);
        let to = match action {
            Action::Up => self.first.saturating_sub(1),
            Action::Down => self.first + 1,
            Action::PageUp => self.first.saturating_sub(page),
            _ => self.first + page,
        };
        self.first = to.min(lines.saturating_sub(seen));
        Effect::Redraw
    }

    /// All lines, where there is room for so many cells.
    fn text(&self, scene: &Scene<'_>, room: usize) -> Vec<Text> {
        let mut places = vec![Place::In(self.pane), Place::Anywhere, Place::Lists];
        let others = Pane::ALL.into_iter().filter(|pane| *pane != self.pane);
        places.extend(others.map(Place::In));
        places.push(Place::Box);
        let mut text = Vec::new();
        for place in places {
            text.push(Text::Heading(place_name(place, scene)));
            let rows = KEYS.iter().filter(|row| row.place == place);
            let rows = rows.filter_map(|row| keys_lines(row, scene, room));
            text.extend(rows.flatten());
            if place == Place::In(Pane::Today) {
                text.extend(lines(CLASSES, scene.words.keys.classes, room));
            }
        }
        text
    }
}

/// The keys of a row with what they do, in lines; none for a letter that counts nothing.
fn keys_lines(row: &Row, scene: &Scene<'_>, room: usize) -> Option<Vec<Text>> {
    let keys: Vec<_> = row.keys.iter().map(|key| key_name(*key, scene)).collect();
    let name = action_name(row.action, scene)?;
    Some(lines(&keys.join(" "), &name, room))
}

/// Keys with what they do, or letters with what they mean, in lines.
fn lines(keys: &str, name: &str, room: usize) -> Vec<Text> {
    let name = cells::wrapped(name, room.saturating_sub(keys_width(room) + 5));
    let keys = std::iter::once(keys.to_owned()).chain(std::iter::repeat(String::new()));
    let lines = keys.zip(name).map(|(keys, name)| Text::Keys(keys, name));
    lines.collect()
}

fn keys_width(room: usize) -> usize {
    if room < WIDE { NARROW_KEYS } else { KEYS_WIDTH }
}

impl Layer for Help {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        matches!(
            action,
            Action::Up
                | Action::Down
                | Action::PageUp
                | Action::PageDown
                | Action::Accept
                | Action::Tick
                | Action::Back
                | Action::Help
        )
    }

    fn update(&mut self, action: Action, _scene: &Scene<'_>) -> Effect {
        match action {
            Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::Tick => {
                self.scroll(action)
            }
            Action::Back | Action::Help | Action::Accept => Effect::Close,
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
        let room = WIDTH.min(usize::from(area.width).saturating_sub(2));
        let text = self.text(scene, room);
        let keys_width = keys_width(room);
        let hints = &scene.words.hints;
        let inside = Frame {
            title: scene.words.boxes.help,
            keys: &[("↑↓", hints.more), ("Esc", hints.close)],
            size: (to_cells(WIDTH), to_cells(text.len())),
        }
        .draw(scene, area, buf);
        let seen = usize::from(inside.height);
        self.drawn.set((text.len(), seen));
        let first = self.first.min(text.len().saturating_sub(seen));
        for (line, row) in text.iter().skip(first).zip(inside.rows()) {
            match line {
                Text::Heading(name) => {
                    write(Some(row), &format!(" {name}"), scene.theme.title, buf);
                }
                Text::Keys(keys, name) => {
                    let keys = cells::pad_right(keys, keys_width);
                    write(Some(row), &format!("   {keys}"), scene.theme.key, buf);
                    let used = to_cells(keys_width + 4).min(row.width);
                    let rest = Rect {
                        x: row.x + used,
                        width: row.width - used,
                        ..row
                    };
                    write(Some(rest), name, Style::new(), buf);
                }
            }
        }
        None
    }
}

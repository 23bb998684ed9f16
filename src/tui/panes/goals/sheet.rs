//! Lines below one another, of which some can be selected: the plan and the first start.

use std::cell::RefCell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::scene::Scene;
use crate::tui::widgets::{Cursor, leave_out_blanks};

/// A line: what it is, and the row that keys act on, if it is one.
pub(super) struct Line<L, R> {
    pub(super) what: L,
    pub(super) row: Option<R>,
    /// Left out where room is short.
    pub(super) blank: bool,
}

/// Where rows were drawn, for clicks.
#[derive(Debug)]
pub(super) struct Places<R>(RefCell<Vec<(Rect, R)>>);

impl<R> Default for Places<R> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}

impl<R: Clone> Places<R> {
    /// Forgets the frame before.
    pub(super) fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    /// A row stands there, or a part of one that was drawn before.
    pub(super) fn drew(&self, row: R, at: Rect) {
        self.0.borrow_mut().push((at, row));
    }

    /// What stands at a place.
    pub(super) fn at(&self, place: Position) -> Option<R> {
        let drawn = self.0.borrow();
        let mut last_first = drawn.iter().rev();
        let hit = last_first.find(|(area, _)| area.contains(place));
        hit.map(|(_, row)| row.clone())
    }
}

/// The lines as they fit into `height` of them, with the selected one in sight.
pub(super) fn fitted<L, R: PartialEq + Clone>(
    mut lines: Vec<Line<L, R>>,
    cursor: &Cursor<R>,
    height: usize,
) -> Vec<Line<L, R>> {
    leave_out_blanks(&mut lines, |line| line.blank, |lines| lines.len() <= height);
    let rows: Vec<_> = lines.iter().filter_map(|line| line.row.clone()).collect();
    let selected = cursor.selected(&rows);
    let at = lines.iter().position(|line| line.row.as_ref() == selected);
    let at = at.unwrap_or(0);
    let first = cursor.scroll((at, at), lines.len(), height);
    lines.into_iter().skip(first).take(height).collect()
}

/// The sign before the selected line.
pub(super) fn marker(scene: &Scene<'_>, line: Rect, focused: bool, buf: &mut Buffer) {
    let style = if focused {
        scene.theme.focus
    } else {
        scene.theme.dim
    };
    buf.set_string(line.x, line.y, scene.theme.glyphs.selected, style);
}

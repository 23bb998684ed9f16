//! Lines below one another, of which some can be selected: the plan and the first start.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::tui::scene::Scene;
use crate::tui::widgets::Cursor;

/// A line: what it is, and the row that keys act on, if it is one.
pub(super) struct Line<L, R> {
    pub(super) what: L,
    pub(super) row: Option<R>,
    /// Left out where room is short.
    pub(super) blank: bool,
}

/// The lines as they fit into `height` of them, with the selected one in sight.
pub(super) fn fitted<L, R: PartialEq + Clone>(
    mut lines: Vec<Line<L, R>>,
    cursor: &Cursor<R>,
    height: usize,
) -> Vec<Line<L, R>> {
    while lines.len() > height {
        let Some(at) = lines.iter().rposition(|line| line.blank) else {
            break;
        };
        lines.remove(at);
    }
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

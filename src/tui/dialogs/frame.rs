//! The frame of a box, with its title above and its keys below.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Widget};

use crate::i18n::cells;
use crate::tui::scene::Scene;

/// As many cells, and no fewer, stay free on both sides of a box that does not fill its area.
const SLIVER: u16 = 2;

/// A box in the middle of the area it is drawn into, no larger than that.
pub struct Frame<'a> {
    pub title: &'a str,
    /// Keys, each with what it does.
    pub keys: &'a [(&'a str, &'a str)],
    /// The size of what is inside.
    pub size: (u16, u16),
}

impl Frame<'_> {
    /// Draws the frame over what stood there, and gives what is inside.
    pub fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) -> Rect {
        let theme = scene.theme;
        let keys = self.keys_line(scene, area.width.saturating_sub(2).into());
        let least = keys.width().max(cells::width(self.title) + 2) + 4;
        let width = self.size.0.max(u16::try_from(least).unwrap_or(u16::MAX)) + 2;
        // Beside a box that leaves hardly anything, what stands below would look like its frame.
        let width = if width + 2 * SLIVER > area.width {
            area.width
        } else {
            width
        };
        let outer = centred(area, width, self.size.1 + 2);
        clear(outer, buf);
        let title = cells::fit(self.title, outer.width.saturating_sub(4).into());
        let block = Block::bordered()
            .border_set(theme.glyphs.border)
            .border_style(theme.focus)
            .title(Line::styled(format!(" {title} "), theme.title))
            .title_bottom(keys);
        let inside = block.inner(outer);
        block.render(outer, buf);
        inside
    }

    /// The keys in so many cells; where not all have room, the last one stays.
    fn keys_line(&self, scene: &Scene<'_>, room: usize) -> Line<'static> {
        let cells = |keys: &[(Cow<'_, str>, &str)]| -> usize {
            let all = keys.iter();
            all.map(|(key, does)| cells::width(key) + cells::width(does) + 3)
                .sum()
        };
        let named = self
            .keys
            .iter()
            .map(|(key, does)| (scene.theme.glyphs.keys(key), *does));
        let mut keys: Vec<_> = named.collect();
        while cells(&keys) > room && keys.len() > 1 {
            keys.remove(keys.len() - 2);
        }
        let mut spans = vec![Span::raw(" ")];
        for (at, (key, does)) in keys.into_iter().enumerate() {
            if at > 0 {
                spans.push(Span::raw("  "));
            }
            spans.push(Span::styled(format!("{key} "), scene.theme.key));
            spans.push(Span::styled(does.to_owned(), scene.theme.dim));
        }
        spans.push(Span::raw(" "));
        if self.keys.is_empty() {
            spans.clear();
        }
        Line::from(spans)
    }
}

/// Empties an area, and takes away a wide character that reaches into it from the left.
pub(super) fn clear(area: Rect, buf: &mut Buffer) {
    Clear.render(area, buf);
    let Some(beside) = area.x.checked_sub(1) else {
        return;
    };
    for y in area.top()..area.bottom() {
        if let Some(cell) = buf.cell_mut((beside, y))
            && cells::width(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
    }
}

/// A rectangle of at most that size in the middle of `area`, a little above it.
fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let width = width.min(area.width);
    let height = height.min(area.height);
    let x = area.x + (area.width - width) / 2;
    let y = area.y + (area.height - height) / 3;
    Rect::new(x, y, width, height)
}

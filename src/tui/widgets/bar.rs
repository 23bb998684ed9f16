//! How much of something is there, as a row of cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::tui::theme::Theme;

/// A progress bar, as wide as the area it is drawn into.
///
/// It promises no more than there is: it is full only when the whole is reached, and a part of
/// a cell that the signs cannot show is not shown. More than the whole is a full bar.
#[derive(Debug, Clone, Copy)]
pub struct Bar<'a> {
    pub done: u64,
    /// What should be done by now: what of it is missing has the colour of a warning.
    pub owed: u64,
    pub whole: u64,
    pub theme: &'a Theme,
}

impl Bar<'_> {
    /// The bar in `cells` cells, for a line of other spans.
    pub fn spans(&self, cells: usize) -> [Span<'static>; 3] {
        let signs = &self.theme.glyphs.bar;
        let steps = signs.parts.len() + 1;
        let filled = self.share(self.done, cells.saturating_mul(steps));
        let full = filled / steps;
        let part = match filled % steps {
            0 => None,
            part => signs.parts.get(part - 1).copied(),
        };
        let mut begin = signs.full.repeat(full);
        begin.extend(part);
        let shown = full + usize::from(part.is_some());
        let missing = self.share(self.owed, cells).saturating_sub(shown);
        let is_whole = self.done >= self.whole && self.whole > 0;
        let style = if is_whole {
            self.theme.good
        } else {
            self.theme.bar
        };
        [
            Span::styled(begin, style),
            Span::styled(signs.empty.repeat(missing), self.theme.warn),
            Span::styled(signs.empty.repeat(cells - shown - missing), self.theme.dim),
        ]
    }

    /// How many of `steps` an amount is, rounded down.
    fn share(&self, amount: u64, steps: usize) -> usize {
        let share = u128::from(amount.min(self.whole)) * steps as u128;
        share
            .checked_div(u128::from(self.whole))
            .and_then(|share| usize::try_from(share).ok())
            .unwrap_or(0)
    }
}

impl Widget for Bar<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        Line::from_iter(self.spans(area.width.into())).render(area, buf);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::{Colours, GlyphSet};

    fn bar(set: GlyphSet, done: u64, whole: u64, cells: usize) -> String {
        let theme = &Theme::new(set, Colours::None);
        let bar = Bar {
            done,
            owed: 0,
            whole,
            theme,
        };
        bar.spans(cells)
            .iter()
            .map(|span| span.content.as_ref())
            .collect()
    }

    #[test]
    fn a_bar_shows_what_is_done() {
        use GlyphSet::{Ascii, Full, Safe};
        let cases = [
            (Safe, 6, 14, 10, "▰▰▰▰▱▱▱▱▱▱"),
            (Safe, 0, 10, 4, "▱▱▱▱"),
            (Safe, 10, 10, 4, "▰▰▰▰"),
            (Safe, 25, 20, 4, "▰▰▰▰"),
            (Safe, 99, 100, 4, "▰▰▰▱"),
            (Ascii, 1, 2, 4, "##.."),
            (Full, 1, 2, 4, "━━──"),
            (Full, 6, 16, 4, "━╸──"),
            (Full, 99_999, 100_000, 2, "━╸"),
            (Full, 1, 1000, 4, "────"),
        ];
        for (set, done, whole, cells, shown) in cases {
            assert_eq!(bar(set, done, whole, cells), shown, "{done} of {whole}");
        }
    }

    #[test]
    fn what_is_missing_by_now_warns() {
        let theme = &Theme::new(GlyphSet::Full, Colours::Sixteen);
        let bar = |done, owed| {
            let bar = Bar {
                done,
                owed,
                whole: 10,
                theme,
            };
            bar.spans(10).map(|span| span.content.chars().count())
        };
        assert_eq!(bar(3, 5), [3, 2, 5]);
        assert_eq!(bar(5, 3), [5, 0, 5]);
        assert_eq!(bar(3, 99), [3, 7, 0]);
    }

    #[test]
    fn a_bar_without_a_whole_is_empty() {
        assert_eq!(bar(GlyphSet::Safe, 3, 0, 3), "▱▱▱");
    }

    #[test]
    fn a_bar_of_no_cells_is_nothing() {
        assert_eq!(bar(GlyphSet::Full, 3, 4, 0), "");
    }

    #[test]
    fn the_greatest_amounts_do_not_overflow() {
        assert_eq!(bar(GlyphSet::Safe, u64::MAX, u64::MAX, 2), "▰▰");
    }
}

//! How a week adds up: the line of the plan, and the line of what was done so far.
//!
//! ```text
//!  50│          ╌╌╌╌
//!  25│    ━━━━╌╌
//!  0 └────────────────
//!     Mo Tu We Th Fr
//! ```
//!
//! A day is a step, at the height of what had to be, or was, together by its end. Where both
//! lines meet, what was done is seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use crate::i18n::cells;
use crate::tui::theme::Theme;

/// The two lines over the days of a week.
#[derive(Clone, Copy)]
pub struct Chart<'a> {
    /// What had to be together by the end of each day.
    pub plan: &'a [u64],
    /// What was together by the end of each day that has begun.
    pub done: &'a [u64],
    /// The name of each day, as short as it should stand below.
    pub days: &'a [&'a str],
    /// The amount in words, for the marks at the side.
    pub say: &'a dyn Fn(u64) -> String,
    pub theme: &'a Theme,
}

impl Widget for Chart<'_> {
    /// Draws into at least three rows; in less there is no chart.
    fn render(self, area: Rect, buf: &mut Buffer) {
        let top = self.top();
        if area.height < 3 || top == 0 {
            return;
        }
        let marks = [(self.say)(top), (self.say)(top / 2), (self.say)(0)];
        let widest = marks.iter().map(|mark| cells::width(mark)).max();
        let side = u16::try_from(widest.unwrap_or(0)).unwrap_or(u16::MAX);
        let (marked, rest) = left_of(area, side);
        let (axis, rest) = left_of(rest, 1);
        let plot = Rect {
            height: rest.height - 2,
            ..rest
        };
        let bottom = row(rest, plot.bottom());
        let names = row(rest, bottom.bottom());
        self.draw_marks(&marks, marked, plot.height, buf);
        self.draw_axes(axis, bottom, plot.height, buf);
        let day = self.day_width(plot.width);
        let signs = &self.theme.glyphs.chart;
        let line = |amounts, sign, style| Step {
            amounts,
            top,
            day,
            sign,
            style,
        };
        line(self.plan, signs.plan, self.theme.dim).draw(plot, buf);
        line(self.done, signs.done, self.theme.bar).draw(plot, buf);
        for (name, x) in self.days.iter().zip(columns(names, day)) {
            let name = cells::pad_right(name, usize::from(day));
            buf.set_string(x, names.y, name, self.theme.dim);
        }
    }
}

impl Chart<'_> {
    /// The amount at the upper edge.
    fn top(&self) -> u64 {
        self.plan
            .iter()
            .chain(self.done)
            .copied()
            .max()
            .unwrap_or(0)
    }

    /// How many columns a day takes: as its name needs, less where there is no room.
    fn day_width(&self, room: u16) -> u16 {
        let days = u16::try_from(self.days.len()).unwrap_or(u16::MAX);
        let widest = self.days.iter().map(|day| cells::width(day)).max();
        let wanted = u16::try_from(widest.unwrap_or(0) + 1).unwrap_or(u16::MAX);
        wanted.min(room.checked_div(days).unwrap_or(0))
    }

    fn draw_marks(&self, marks: &[String; 3], area: Rect, height: u16, buf: &mut Buffer) {
        let [top, half, zero] = marks;
        let mut mark = |text: &str, down: u16| {
            let text = cells::pad_left(text, area.width.into());
            buf.set_string(area.x, area.y + down, text, self.theme.dim);
        };
        mark(zero, height);
        if height > 1 {
            mark(half, height / 2);
        }
        mark(top, 0);
    }

    fn draw_axes(&self, side: Rect, bottom: Rect, height: u16, buf: &mut Buffer) {
        let signs = &self.theme.glyphs.chart;
        for down in 0..height {
            buf.set_string(side.x, side.y + down, signs.side, self.theme.frame);
        }
        buf.set_string(side.x, bottom.y, signs.corner, self.theme.frame);
        let line = signs.bottom.repeat(bottom.width.into());
        buf.set_string(bottom.x, bottom.y, line, self.theme.frame);
    }
}

/// One line of the chart, a step for each day.
struct Step<'a> {
    amounts: &'a [u64],
    top: u64,
    day: u16,
    sign: &'static str,
    style: Style,
}

impl Step<'_> {
    fn draw(&self, plot: Rect, buf: &mut Buffer) {
        let step = self.sign.repeat(self.day.into());
        for (amount, x) in self.amounts.iter().zip(columns(plot, self.day)) {
            if let Some(up) = self.rows_up(*amount, plot.height) {
                let y = plot.bottom() - 1 - up;
                Span::styled(&step, self.style).render(Rect::new(x, y, self.day, 1), buf);
            }
        }
    }

    /// How high over the lowest row of the plot an amount stands; nothing stands at nothing.
    fn rows_up(&self, amount: u64, height: u16) -> Option<u16> {
        let rows = u128::from(amount) * u128::from(height);
        let up = rows.div_ceil(u128::from(self.top)).checked_sub(1)?;
        u16::try_from(up).ok()
    }
}

/// So many columns at the left, and the others.
fn left_of(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    let left = Rect { width, ..area };
    let rest = Rect {
        x: left.right(),
        width: area.width - width,
        ..area
    };
    (left, rest)
}

fn row(area: Rect, y: u16) -> Rect {
    Rect {
        y,
        height: 1,
        ..area
    }
}

/// Where each day begins, as long as days fit.
fn columns(area: Rect, day: u16) -> impl Iterator<Item = u16> {
    let step = usize::from(day.max(1));
    let end = area.right().saturating_sub(day).saturating_add(1);
    (area.x..end).step_by(step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::{Colours, GlyphSet};

    const DAYS: [&str; 5] = ["Mo", "Tu", "We", "Th", "Fr"];

    fn drawn(
        plan: &[u64],
        done: &[u64],
        days: &[&str],
        (width, height): (u16, u16),
    ) -> Vec<String> {
        let theme = &Theme::new(GlyphSet::Full, Colours::None);
        let say = &|amount: u64| amount.to_string();
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        Chart {
            plan,
            done,
            days,
            say,
            theme,
        }
        .render(buf.area, &mut buf);
        let rows = buf.content.chunks(usize::from(width).max(1));
        rows.map(|row| {
            row.iter()
                .map(ratatui::buffer::Cell::symbol)
                .collect::<String>()
        })
        .map(|row| row.trim_end().to_owned())
        .collect()
    }

    #[test]
    fn both_lines_climb_day_by_day() {
        let rows = drawn(&[10, 20, 30, 40, 50], &[12, 21, 27], &DAYS, (18, 7));
        assert_eq!(
            rows,
            [
                "50│            ╌╌╌",
                "  │         ╌╌╌",
                "25│   ━━━━━━",
                "  │━━━╌╌╌",
                "  │╌╌╌",
                " 0└───────────────",
                "   Mo Tu We Th Fr",
            ]
            .map(str::to_owned)
        );
    }

    #[test]
    fn more_than_planned_raises_the_upper_edge() {
        let rows = drawn(&[1, 2], &[4], &["Mo", "Tu"], (9, 4));
        assert_eq!(
            rows,
            ["4│━━━", "2│╌╌╌╌╌╌", "0└───────", "  Mo Tu"].map(str::to_owned)
        );
    }

    #[test]
    fn chinese_days_stand_under_their_steps() {
        let rows = drawn(&[1, 2], &[], &["周一", "周二"], (12, 4));
        let expected = ["2│     ╌╌╌╌╌", "1│╌╌╌╌╌", "0└──────────", "  周 一  周 二"];
        assert_eq!(rows, expected.map(str::to_owned));
    }

    #[test]
    fn without_amounts_or_room_nothing_is_drawn() {
        assert_eq!(
            drawn(&[0, 0], &[0], &["Mo", "Tu"], (9, 4)),
            [""; 4].map(str::to_owned)
        );
        assert_eq!(
            drawn(&[1, 2], &[1], &["Mo", "Tu"], (9, 2)),
            [""; 2].map(str::to_owned)
        );
    }

    #[test]
    fn no_size_is_too_small() {
        for width in 0..12 {
            for height in 0..6 {
                drawn(&[1, 2, 3, 4, 5], &[1], &DAYS, (width, height));
            }
        }
    }
}

//! How a week adds up: the line of the plan, and the line of what was done so far.
//!
//! ```text
//! 8│    ⠠
//! 4│⣀⠤⠊⠁
//! 0└──────
//!   Mo Tu
//! ```
//!
//! Both begin at nothing and climb to what had to be, or was, together by the end of each day.
//! A day that is not over yet has come to its middle. Where both lines meet, what was done is
//! seen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::dots::{Dot, Dots};
use crate::i18n::cells;
use crate::tui::theme::Theme;

/// Of the plan one dot of braille in so many is drawn.
const PLAN_GAP: usize = 3;

/// The two lines over the days of a week.
#[derive(Clone, Copy)]
pub struct Chart<'a> {
    /// What had to be together by the end of each day.
    pub plan: &'a [u64],
    /// What was together by the end of each day that has begun.
    pub done: &'a [u64],
    /// Whether the last of these days is not over yet.
    pub goes_on: bool,
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
        let day = self.day_width(rest.width);
        let days = u16::try_from(self.days.len()).unwrap_or(u16::MAX);
        let plot = Rect {
            height: rest.height - 2,
            width: day.saturating_mul(days),
            ..rest
        };
        let bottom = row(plot, plot.bottom());
        let names = row(plot, bottom.bottom());
        self.draw_marks(&marks, marked, plot.height, buf);
        self.draw_axes(axis, bottom, plot.height, buf);
        self.draw_lines(plot, day, buf);
        for (name, x) in self.days.iter().zip((plot.x..).step_by(day.max(1).into())) {
            let name = cells::pad_right(name, usize::from(day));
            buf.set_stringn(x, names.y, name, day.into(), self.theme.dim);
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

    /// How many columns a day takes: as many as there is room for.
    fn day_width(&self, room: u16) -> u16 {
        let days = u16::try_from(self.days.len()).unwrap_or(u16::MAX);
        room.checked_div(days).unwrap_or(0)
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

    fn draw_lines(&self, plot: Rect, day: u16, buf: &mut Buffer) {
        let glyphs = self.theme.glyphs;
        let line = |amounts, goes_on, every| {
            let mut dots = Dots::new(plot, glyphs.chart.braille);
            let every = if glyphs.chart.braille { every } else { 1 };
            dots.trace(&self.points(amounts, goes_on, day, &dots), every);
            dots
        };
        let plan = line(self.plan, false, PLAN_GAP);
        plan.draw(glyphs.chart.plan, self.theme.dim, buf);
        let done = line(self.done, self.goes_on, 1);
        done.draw(glyphs.chart.done, self.theme.bar, buf);
    }

    /// Where a line goes: from nothing to each amount at the end of its day.
    fn points(&self, amounts: &[u64], goes_on: bool, day: u16, dots: &Dots) -> Vec<Dot> {
        let (width, height) = dots.size();
        let day = usize::from(day) * usize::from(dots.per_cell().0);
        let across = |dot: usize| {
            u16::try_from(dot)
                .unwrap_or(u16::MAX)
                .min(width.saturating_sub(1))
        };
        let up = |amount: u64| {
            let dots = u128::from(amount) * u128::from(height.saturating_sub(1));
            let up = dots.checked_div(self.top().into()).unwrap_or(0);
            u16::try_from(up).unwrap_or(0)
        };
        let ends = amounts.iter().enumerate().map(|(at, amount)| {
            let is_last = at + 1 == amounts.len();
            let end = day * (at + 1);
            let end = if goes_on && is_last {
                end - day / 2
            } else {
                end
            };
            (across(end.saturating_sub(1)), up(*amount))
        });
        std::iter::once((0, 0)).chain(ends).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::{Colours, GlyphSet};

    const DAYS: [&str; 5] = ["Mo", "Tu", "We", "Th", "Fr"];

    struct Case<'a> {
        plan: &'a [u64],
        done: &'a [u64],
        goes_on: bool,
        days: &'a [&'a str],
    }

    fn drawn(case: &Case<'_>, set: GlyphSet, (width, height): (u16, u16)) -> Vec<String> {
        let theme = &Theme::new(set, Colours::None);
        let say = &|amount: u64| amount.to_string();
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        Chart {
            plan: case.plan,
            done: case.done,
            goes_on: case.goes_on,
            days: case.days,
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

    fn week<'a>(plan: &'a [u64], done: &'a [u64]) -> Case<'a> {
        let goes_on = false;
        let days = &DAYS[..plan.len()];
        Case {
            plan,
            done,
            goes_on,
            days,
        }
    }

    #[test]
    fn both_lines_climb_from_nothing() {
        // Four dots up in a row of cells, two across: the plan has one of three.
        let case = week(&[4, 8], &[4]);
        assert_eq!(
            drawn(&case, GlyphSet::Full, (9, 4)),
            ["8│    ⠠", "4│⣀⠤⠊⠁", "0└──────", "  Mo Tu"].map(str::to_owned)
        );
    }

    #[test]
    fn without_braille_each_cell_has_one_sign() {
        let case = week(&[2, 4, 6], &[2, 4]);
        assert_eq!(
            drawn(&case, GlyphSet::Ascii, (11, 8)),
            [
                "6|        -",
                " |       -",
                " |     =-",
                "3|    =",
                " |  ==",
                " |==",
                "0+---------",
                "  Mo Tu We",
            ]
            .map(str::to_owned)
        );
    }

    #[test]
    fn a_day_that_goes_on_has_come_to_its_middle() {
        let case = Case {
            goes_on: true,
            ..week(&[4, 4], &[4])
        };
        assert_eq!(
            drawn(&case, GlyphSet::Full, (10, 4)),
            ["4│⢀⠎ ⠂⠈ ⠁⠈", "2│⡎⠈", "0└────────", "  Mo  Tu"].map(str::to_owned)
        );
    }

    #[test]
    fn more_than_planned_raises_the_upper_edge() {
        let rows = drawn(&week(&[1, 2], &[4]), GlyphSet::Full, (9, 4));
        let marks: Vec<_> = rows.iter().map(|row| row.chars().next()).collect();
        assert_eq!(marks, [Some('4'), Some('2'), Some('0'), Some(' ')]);
    }

    #[test]
    fn chinese_days_stand_under_their_steps() {
        let days = &["周一", "周二"];
        let case = Case {
            days,
            ..week(&[1, 2], &[])
        };
        let rows = drawn(&case, GlyphSet::Full, (12, 4));
        assert_eq!(rows[3], "  周 一  周 二");
    }

    #[test]
    fn without_amounts_or_room_nothing_is_drawn() {
        let empty = [""; 4].map(str::to_owned);
        assert_eq!(drawn(&week(&[0, 0], &[0]), GlyphSet::Full, (9, 4)), empty);
        let rows = drawn(&week(&[1, 2], &[1]), GlyphSet::Full, (9, 2));
        assert_eq!(rows, empty[..2]);
    }

    #[test]
    fn no_size_is_too_small() {
        for width in 0..12 {
            for height in 0..6 {
                for set in [GlyphSet::Full, GlyphSet::Ascii] {
                    drawn(&week(&[1, 2, 3, 4, 5], &[1]), set, (width, height));
                }
            }
        }
    }
}

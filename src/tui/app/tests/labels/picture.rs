//! What stands on a screen, cell by cell, and the frames in it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::i18n::cells::width;

/// What stands on a screen, cell by cell; behind a wide character is nothing.
pub(super) struct Picture {
    rows: Vec<Vec<Option<String>>>,
    /// What is wrong with cells already: halves of wide characters.
    torn: Vec<String>,
}

/// A frame from corner to corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Framed {
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) top: usize,
    pub(super) bottom: usize,
}

impl Picture {
    /// The cells of an area; each wide character must have an empty one behind it.
    pub(super) fn of(buf: &Buffer, area: Rect) -> Self {
        let mut torn = Vec::new();
        let mut row = |y: u16| {
            let mut cells: Vec<Option<String>> = Vec::new();
            for x in area.left()..area.right() {
                let symbol = buf[(x, y)].symbol();
                let before = cells.last().and_then(Option::as_deref);
                if before.is_none_or(|before| width(before) < 2) {
                    cells.push(Some(symbol.to_owned()));
                    continue;
                }
                if symbol != " " {
                    torn.push(format!("`{symbol}` covers half of a character in row {y}"));
                }
                cells.push(None);
            }
            let last = cells.last().and_then(Option::as_deref);
            if last.is_some_and(|last| width(last) > 1) {
                torn.push(format!("half a character stands at the end of row {y}"));
            }
            cells
        };
        let rows = (area.top()..area.bottom()).map(&mut row).collect();
        Self { rows, torn }
    }

    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    pub(super) fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    pub(super) fn at(&self, x: usize, y: usize) -> &str {
        self.rows[y][x].as_deref().unwrap_or_default()
    }

    pub(super) fn text(&self, y: usize, from: usize, to: usize) -> String {
        let cells = self.rows[y][from..to].iter().flatten();
        cells.map(String::as_str).collect()
    }

    pub(super) fn line(&self, y: usize) -> String {
        self.text(y, 0, self.width())
    }

    /// What is wrong with characters and frames, whatever they say.
    pub(super) fn faults(&self) -> Vec<String> {
        let mut faults = self.torn.clone();
        let last = self.width() - 1;
        for y in 0..self.height() {
            let is_framed = ["│", "╭", "╰"].contains(&self.at(0, y));
            if is_framed && !["│", "╮", "╯"].contains(&self.at(last, y)) {
                let line = self.line(y);
                faults.push(format!("the line does not end in the last column: {line}"));
            }
        }
        let frames = self.frames();
        for frame in &frames {
            let others = || frames.iter().filter(|other| *other != frame);
            // A side that is no side any more stands behind a box.
            let bare = self.gaps(*frame).filter(|y| {
                let mut others = others();
                !others.any(|other| other.has_row(*y))
            });
            faults.extend(bare.map(|y| format!("the frame is broken: {}", self.line(y))));
        }
        faults
    }

    /// Whether a frame has both its sides from top to bottom.
    pub(super) fn is_whole(&self, frame: Framed) -> bool {
        self.gaps(frame).next().is_none()
    }

    /// The rows in which a frame lacks a side.
    fn gaps(&self, frame: Framed) -> impl Iterator<Item = usize> {
        let rows = frame.top + 1..frame.bottom;
        rows.filter(move |y| [frame.left, frame.right].map(|x| self.at(x, *y)) != ["│", "│"])
    }

    /// The frames of which all four corners are seen.
    pub(super) fn frames(&self) -> Vec<Framed> {
        let mut frames = Vec::new();
        for top in 0..self.height() {
            let mut open = Vec::new();
            for x in 0..self.width() {
                match self.at(x, top) {
                    "╭" => open.push(x),
                    "╮" => frames.extend(open.pop().and_then(|left| self.frame(left, x, top))),
                    _ => {}
                }
            }
        }
        frames
    }

    fn frame(&self, left: usize, right: usize, top: usize) -> Option<Framed> {
        let mut below = top + 1..self.height();
        let bottom = below.find(|y| self.at(left, *y) == "╰")?;
        (self.at(right, bottom) == "╯").then_some(Framed {
            left,
            right,
            top,
            bottom,
        })
    }
}

impl Framed {
    pub(super) fn contains(self, other: Self) -> bool {
        self != other
            && self.left <= other.left
            && self.right >= other.right
            && self.top <= other.top
            && self.bottom >= other.bottom
    }

    pub(super) fn has_row(self, y: usize) -> bool {
        (self.top..=self.bottom).contains(&y)
    }
}

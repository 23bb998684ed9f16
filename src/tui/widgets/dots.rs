//! Lines of dots, which are finer than cells: braille has two across and four up in each.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// A dot: how far from the left, and how far up from the lowest.
pub(super) type Dot = (u16, u16);

/// How many dots a cell has across and up.
const BRAILLE: Dot = (2, 4);
const PLAIN: Dot = (1, 1);

/// Which bit of a braille sign a dot is, column by column, from the lowest up.
const BITS: [[u8; 4]; 2] = [[0x40, 0x04, 0x02, 0x01], [0x80, 0x20, 0x10, 0x08]];

/// The sign without any dot.
const BLANK: u32 = 0x2800;

/// The dots of an area; each cell has a byte, with a bit for each of its dots.
#[derive(Debug, Clone)]
pub(super) struct Dots {
    area: Rect,
    per_cell: Dot,
    cells: Vec<u8>,
}

impl Dots {
    /// An area without dots; without braille each cell is one.
    pub(super) fn new(area: Rect, braille: bool) -> Self {
        Self {
            area,
            per_cell: if braille { BRAILLE } else { PLAIN },
            cells: vec![0; usize::from(area.width) * usize::from(area.height)],
        }
    }

    pub(super) fn per_cell(&self) -> Dot {
        self.per_cell
    }

    /// How many dots there are across and up.
    pub(super) fn size(&self) -> Dot {
        let (across, up) = self.per_cell;
        let size = |cells: u16, dots: u16| cells.saturating_mul(dots);
        (size(self.area.width, across), size(self.area.height, up))
    }

    /// Sets one of `every` dots on the straight lines from point to point.
    pub(super) fn trace(&mut self, points: &[Dot], every: usize) {
        let ends = points.iter().zip(points.iter().skip(1));
        let lines = ends.flat_map(|(from, to)| between(*from, *to));
        let first = points.first().copied();
        for dot in first.into_iter().chain(lines).step_by(every.max(1)) {
            self.set(dot);
        }
    }

    fn set(&mut self, (x, y): Dot) {
        let (across, up) = self.per_cell;
        let bits = BITS.get(usize::from(x % across));
        let bit = bits.and_then(|bits| bits.get(usize::from(y % up)));
        let (column, row) = (usize::from(x / across), usize::from(y / up));
        let cell = row * usize::from(self.area.width) + column;
        if let (Some(cell), Some(bit)) = (self.cells.get_mut(cell), bit) {
            *cell |= bit;
        }
    }

    /// Draws the cells that have dots; without braille each as `sign`.
    pub(super) fn draw(&self, sign: &str, style: Style, buf: &mut Buffer) {
        let width = usize::from(self.area.width).max(1);
        let rows = self.cells.chunks(width);
        for (row, y) in rows.zip((self.area.y..self.area.bottom()).rev()) {
            for (dots, x) in row.iter().zip(self.area.x..).filter(|(dots, _)| **dots > 0) {
                let braille = char::from_u32(BLANK + u32::from(*dots));
                match braille.filter(|_| self.per_cell == BRAILLE) {
                    Some(braille) => buf.set_string(x, y, braille.to_string(), style),
                    None => buf.set_string(x, y, sign, style),
                }
            }
        }
    }
}

/// The dots of a straight line, from the one behind its beginning to its end.
fn between(from: Dot, to: Dot) -> impl Iterator<Item = Dot> {
    let steps = from.0.abs_diff(to.0).max(from.1.abs_diff(to.1));
    let at = move |from: u16, to: u16, step: u16| {
        let way = (i32::from(to) - i32::from(from)) * i32::from(step);
        let way = way.checked_div(i32::from(steps)).unwrap_or(0);
        u16::try_from(i32::from(from) + way).unwrap_or(0)
    };
    (1..=steps).map(move |step| (at(from.0, to.0, step), at(from.1, to.1, step)))
}

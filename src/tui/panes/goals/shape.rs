//! Which form the week's grid has, and where its columns stand.
//!
//! ```text
//! wide, two lines a metric                       side by side, three
//!   name      done/target  status   Mon   Tue    name done/target % status
//!                       %  lead     Mon   Tue     plan        Mo   Tu   We
//!                                                 done · now  Mo   Tu   We
//! ```
//!
//! A column of the wide form is a gap and five cells: an amount with its star, or today's pair.
//! Side by side it is four cells and one for the star; today's has one more. Where there is room
//! to spare, today's is wider still, so that its pair has its decimals.

use ratatui::layout::Rect;

use super::grid::to_cells;
use crate::domain::Weekday;
use crate::i18n::cells;
use crate::planning::Outlook;

/// How a week is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Two lines a metric, with the head of the columns.
    Wide,
    /// Three lines a metric.
    Side,
    /// A line a metric, without the days.
    Small,
}

/// Below this width of the screen there is no grid.
const GRID_FROM: u16 = 60;

/// Of the wide form: the marker, the least of name and `done/target`, status, a day.
const MARKER: u16 = 2;
const LEAST_NAME: u16 = 21;
/// A gap and `31.2/50万`, which a long name gives way to.
const PROGRESS: u16 = 10;
pub(super) const STATUS: u16 = 12;
const DAY: u16 = 6;

/// Of the form side by side: a day with the cell for its star, and what the labels before the
/// days keep.
const NARROW_DAY: u16 = 5;
const LABELS: u16 = 16;

/// How wide today's pair is usually, and at most: `12.3/11.6万`.
const PAIR: u16 = 5;
pub(super) const MOST_PAIR: u16 = 11;

impl Form {
    /// The form for a pane whose inside is so wide, on a screen so wide, with so many days.
    pub(super) fn of(inside: u16, screen: u16, days: usize) -> Self {
        let days = u16::try_from(days).unwrap_or(7);
        if screen < GRID_FROM {
            Self::Small
        } else if inside >= MARKER + LEAST_NAME + 1 + STATUS + DAY * days {
            Self::Wide
        } else {
            Self::Side
        }
    }

    /// How many lines a metric takes.
    pub(super) fn lines(self) -> u16 {
        match self {
            Self::Wide => 2,
            Self::Side => 3,
            Self::Small => 1,
        }
    }
}

/// The column of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayColumn {
    pub(super) day: Weekday,
    /// Its first cell.
    pub(super) x: u16,
    /// How many cells an amount has; a star stands in the last of them, or behind them.
    pub(super) cells: u16,
}

impl DayColumn {
    /// The cell behind its last one.
    pub(super) fn end(self) -> u16 {
        self.x + self.cells
    }
}

/// Where everything stands, in columns of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) form: Form,
    /// What is inside the pane's frame.
    pub(super) inside: Rect,
    /// Where names begin.
    pub(super) name: u16,
    /// Behind the end of name and `done/target`.
    pub(super) name_end: u16,
    /// Where the status begins.
    pub(super) status: u16,
    pub(super) days: Vec<DayColumn>,
}

impl Shape {
    /// In a pane whose inside is `inside`, with today's pairs at most `pair` cells wide.
    pub(super) fn of(
        inside: Rect,
        screen: u16,
        days: &[Weekday],
        pair: u16,
        outlook: &Outlook,
    ) -> Self {
        match Form::of(inside.width, screen, days.len()) {
            Form::Wide => Self::wide(inside, days, pair, outlook),
            Form::Side => Self::side(inside, days, pair, outlook),
            Form::Small => Self {
                form: Form::Small,
                inside,
                name: inside.x + 1,
                name_end: inside.right(),
                status: inside.right(),
                days: Vec::new(),
            },
        }
    }

    /// What is not needed goes to the names, then to the gap before the status, then to names
    /// that are longer, then to today's pair, then to the margin; what is still left to the names.
    fn wide(inside: Rect, days: &[Weekday], pair: u16, outlook: &Outlook) -> Self {
        let count = u16::try_from(days.len()).unwrap_or(7);
        let least = MARKER + LEAST_NAME + 1 + STATUS + DAY * count;
        let mut spare = inside.width.saturating_sub(least);
        let mut take = |most: u16| {
            let taken = spare.min(most);
            spare -= taken;
            taken
        };
        let names = outlook.metrics.iter();
        let longest = names.map(|metric| cells::width(&metric.name)).max();
        let wanted = to_cells(longest.unwrap_or(0)) + PROGRESS;
        let (name, gap, margin) = (take(4), take(1), take(2));
        let longer = take(wanted.saturating_sub(LEAST_NAME + name));
        let has_today = days.iter().any(|day| is_today(outlook, *day));
        let wider = take(if has_today {
            pair.saturating_sub(PAIR)
        } else {
            0
        });
        let margin = margin + take(5);
        let name = LEAST_NAME + name + longer + take(u16::MAX);
        let name_end = inside.x + MARKER + name;
        let mut x = inside.right() - margin - wider - DAY * count;
        let column = |day: &Weekday| {
            let cells = DAY - 1 + if is_today(outlook, *day) { wider } else { 0 };
            let column = DayColumn {
                day: *day,
                x: x + 1,
                cells,
            };
            x = column.end();
            column
        };
        Self {
            form: Form::Wide,
            inside,
            name: inside.x + MARKER,
            name_end,
            status: name_end + 1 + gap,
            days: days.iter().map(column).collect(),
        }
    }

    fn side(inside: Rect, days: &[Weekday], pair: u16, outlook: &Outlook) -> Self {
        let count = u16::try_from(days.len()).unwrap_or(7);
        let spare = inside.width.saturating_sub(LABELS + NARROW_DAY * count + 1);
        let wider_today = 1 + spare.min(pair.saturating_sub(PAIR));
        let mut end = inside.right();
        let mut columns: Vec<_> = days
            .iter()
            .rev()
            .map(|day| {
                let wider = if is_today(outlook, *day) {
                    wider_today
                } else {
                    0
                };
                let x = end.saturating_sub(NARROW_DAY + wider);
                end = x;
                DayColumn {
                    day: *day,
                    x,
                    cells: NARROW_DAY - 1 + wider,
                }
            })
            .collect();
        columns.reverse();
        Self {
            form: Form::Side,
            inside,
            name: inside.x + 1,
            name_end: inside.right(),
            status: inside.right(),
            days: columns,
        }
    }

    /// How many cells stand before the days.
    pub(super) fn before_days(&self) -> u16 {
        let first = self.days.first().map_or(self.inside.right(), |day| day.x);
        first.saturating_sub(self.inside.x)
    }
}

fn is_today(outlook: &Outlook, day: Weekday) -> bool {
    outlook.days[day].date == outlook.today
}

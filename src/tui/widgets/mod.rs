//! The small parts that panes are put together from.

mod bar;
mod blanks;
mod chart;
mod cursor;
mod dots;
mod spark;

pub use bar::Bar;
pub use blanks::leave_out_blanks;
pub use chart::Chart;
pub use cursor::{Cursor, beside};
pub use spark::spark;

//! The small parts that panes are put together from.

mod bar;
mod chart;
mod cursor;
mod dots;
mod spark;

pub use bar::Bar;
pub use chart::Chart;
pub use cursor::Cursor;
pub use spark::spark;

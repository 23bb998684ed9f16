//! The small parts that panes are put together from.

mod bar;
mod chart;
mod cursor;

pub use bar::Bar;
pub use chart::Chart;
pub use cursor::Cursor;

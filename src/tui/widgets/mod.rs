//! The small parts that panes are put together from.

mod bar;
mod chart;

pub use bar::Bar;
pub use chart::Chart;

//! The boxes above the panes.

mod amount;
mod close_day;
mod count;
mod event;
mod find;
mod finder;
mod form;
mod form_box;
mod frame;
mod help;
mod menu;
mod menus;
mod opening;
mod palette;
mod quick;
mod reopen;
mod task;
pub mod ways;

pub use amount::AmountBox;
pub use close_day::CloseDay;
pub use count::CountBox;
pub use event::{EventBox, event_kinds};
pub use find::{Browsing, FindBox};
pub use finder::Finder;
pub use form::{Form, Formed, Line};
pub use form_box::FormBox;
pub use frame::Frame;
pub use help::Help;
pub use menu::Menu;
pub use menus::{causes, moves, of_task, removal};
pub use opening::OpeningBox;
pub use palette::palette;
pub use quick::QuickBox;
pub use reopen::Reopen;
pub use task::TaskBox;

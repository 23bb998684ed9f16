//! The screens: a week in a terminal, drawn and driven by keys.
//!
//! Nothing is computed here. A pane reads the week and its outlook, draws them with the
//! theme's signs and colours, and answers a key with an effect; what an edit means is the
//! domain's business, what a figure is the planning's. The terminal itself is touched in one
//! place, [`Terminal`], which also gives it back whatever ends the program.

pub mod action;
mod app;
pub mod dialogs;
pub mod edits;
pub mod effect;
pub mod field;
pub mod keymap;
pub mod layers;
pub mod names;
pub mod panes;
pub mod scene;
pub mod theme;
pub mod view;
pub mod widgets;

mod terminal;

pub use action::Action;
pub use app::{RunConfig, run};
pub use effect::{Edit, Effect, Message};
pub use field::Field;
pub use layers::{Layer, Layers};
pub use scene::Scene;
pub use terminal::{Input, Modes, Terminal, when_killed};
pub use theme::Theme;
pub use view::{Pane, Placed, Screen, View};

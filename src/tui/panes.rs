//! The three panes.

mod goals;
mod review;
mod today;
mod unreadable;

pub use goals::Goals;
pub use review::Review;
pub use today::{Row, TaskColumns, Today, left_by, progress, task_sign, task_time, task_title};
pub use unreadable::Unreadable;

use super::layers::Layer;
use super::view::Pane;

/// The panes, each with what it remembers between frames.
#[derive(Default)]
pub struct Panes {
    pub goals: Goals,
    pub today: Today,
    pub review: Review,
}

impl Panes {
    pub fn get(&self, pane: Pane) -> &dyn Layer {
        match pane {
            Pane::Goals => &self.goals,
            Pane::Today => &self.today,
            Pane::Review => &self.review,
        }
    }

    pub fn get_mut(&mut self, pane: Pane) -> &mut dyn Layer {
        match pane {
            Pane::Goals => &mut self.goals,
            Pane::Today => &mut self.today,
            Pane::Review => &mut self.review,
        }
    }
}

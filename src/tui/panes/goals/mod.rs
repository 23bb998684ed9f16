//! Goals: the week's targets, what the plan asks of each day, and what happened.
//!
//! The pane shows one of three things. A store without anything in it shows the first start,
//! a week without targets is planned, any other week is a grid. Figures are the outlook's;
//! what is typed stays here until Enter.

mod edit;
mod figures;
mod grid;
mod market;
mod notes;
mod place;
mod shape;
#[cfg(test)]
mod tests;
mod week;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::week::WeekGrid;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

/// What Goals remembers between frames.
#[derive(Debug, Default)]
pub struct Goals {
    grid: WeekGrid,
}

impl Layer for Goals {
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        self.grid.allows(action, scene)
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        self.grid.update(action, scene)
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        self.grid.draw(scene, area, focused, buf)
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.grid.field()
    }

    fn edited(&mut self, _scene: &Scene<'_>) {
        self.grid.edited();
    }

    fn written(&mut self, _scene: &Scene<'_>) -> Effect {
        self.grid.close_field();
        Effect::Redraw
    }

    fn is_box(&self) -> bool {
        self.grid.is_open()
    }

    fn click(&mut self, at: Position, _area: Rect, scene: &Scene<'_>) -> Effect {
        self.grid.click(at, scene)
    }
}

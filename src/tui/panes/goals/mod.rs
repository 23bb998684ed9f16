//! Goals: the week's targets, what the plan asks of each day, and what happened.
//!
//! The pane shows one of three things. A store without anything in it shows the first start,
//! a week without targets of its own is planned, any other week is a grid. Figures are the outlook's;
//! what is typed stays here until Enter. Once the plan of the current week is taken, Today is
//! shown: the work can begin.

mod day;
mod doubts;
mod draft;
mod edit;
mod figures;
#[cfg(test)]
mod flows;
mod grid;
mod market;
mod notes;
mod place;
mod plan;
mod shape;
mod sheet;
mod start;
#[cfg(test)]
mod tests;
mod week;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::plan::Plan;
use self::start::Start;
use self::week::WeekGrid;
use crate::domain::WeekId;
use crate::planning::{Standing, WeekState};
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Spot};
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::view::Pane;

/// What Goals remembers between frames.
#[derive(Debug, Default)]
pub struct Goals {
    start: Start,
    plan: Plan,
    grid: WeekGrid,
    /// Whether the edit under way was asked for while the week had no targets.
    planning: bool,
}

/// How wide a plan, or a start, wants to stand: with its columns for the days.
const PLANNING: u16 = 80;

/// What the pane shows.
enum Mode {
    Start,
    Plan,
    Grid,
}

impl Mode {
    fn of(scene: &Scene<'_>) -> Self {
        let seen = scene.outlook;
        let planned = seen.state != WeekState::Unplanned && !seen.is_to_be_planned();
        if planned || seen.standing == Standing::Over {
            Self::Grid
        } else if seen.first_start {
            Self::Start
        } else {
            Self::Plan
        }
    }
}

impl Goals {
    /// The week of a plan that is not written and differs from the one suggested.
    pub fn unwritten(&self, scene: &Scene<'_>) -> Option<WeekId> {
        let week = scene.outlook.week;
        match Mode::of(scene) {
            Mode::Start => self.start.differs(scene).then_some(week),
            Mode::Plan => self.plan.unwritten(),
            Mode::Grid => self.plan.unwritten().filter(|of| *of != week),
        }
    }

    fn close_fields(&mut self) {
        self.start.close_field();
        self.plan.close_field();
        self.grid.close_field();
    }
}

/// The plan was taken: the work of this week can begin; that of a later one cannot yet.
fn after_planning(scene: &Scene<'_>) -> Effect {
    match scene.outlook.standing {
        Standing::On(_) => Effect::Look(Spot {
            pane: Pane::Today,
            day: scene.today(),
            select: None,
        }),
        Standing::Before | Standing::Over => Effect::Redraw,
    }
}

impl Layer for Goals {
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        match Mode::of(scene) {
            Mode::Start => self.start.allows(action, scene),
            Mode::Plan => self.plan.allows(action, scene),
            Mode::Grid => self.grid.allows(action, scene),
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        let mode = Mode::of(scene);
        self.planning = !matches!(mode, Mode::Grid);
        match mode {
            Mode::Start => self.start.update(action, scene),
            Mode::Plan => self.plan.update(action, scene),
            Mode::Grid => self.grid.update(action, scene),
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        match Mode::of(scene) {
            Mode::Start => self.start.draw(scene, area, focused, buf),
            Mode::Plan => self.plan.draw(scene, area, focused, buf),
            Mode::Grid => self.grid.draw(scene, area, focused, buf),
        }
    }

    fn field(&mut self) -> Option<&mut Field> {
        let field = self.start.field().or_else(|| self.plan.field());
        field.or_else(|| self.grid.field())
    }

    fn edited(&mut self, scene: &Scene<'_>) {
        self.start.edited();
        self.plan.edited(scene);
        self.grid.edited();
    }

    fn written(&mut self, scene: &Scene<'_>) -> Effect {
        self.close_fields();
        if !matches!(Mode::of(scene), Mode::Grid) {
            self.plan.written(scene);
            return Effect::Redraw;
        }
        self.start = Start::default();
        self.plan.done();
        if std::mem::take(&mut self.planning) {
            after_planning(scene)
        } else {
            Effect::Redraw
        }
    }

    fn is_box(&self) -> bool {
        self.start.is_open() || self.plan.is_open() || self.grid.is_open()
    }

    fn takes_digits(&self, scene: &Scene<'_>) -> bool {
        match Mode::of(scene) {
            Mode::Start => self.start.takes_digits(scene),
            Mode::Plan => self.plan.takes_digits(scene),
            Mode::Grid => false,
        }
    }

    fn asked_width(&self, scene: &Scene<'_>) -> u16 {
        match Mode::of(scene) {
            Mode::Start | Mode::Plan => PLANNING,
            Mode::Grid => 0,
        }
    }

    fn hint(&self, action: Action, scene: &Scene<'_>) -> Option<&'static str> {
        match Mode::of(scene) {
            Mode::Start => self.start.hint(action, scene),
            Mode::Plan => self.plan.hint(action, scene),
            Mode::Grid => (action == Action::Back && !self.is_box()).then_some(""),
        }
    }

    fn click(&mut self, at: Position, _area: Rect, focused: bool, scene: &Scene<'_>) -> Effect {
        let mode = Mode::of(scene);
        self.planning = !matches!(mode, Mode::Grid);
        match mode {
            Mode::Start => self.start.click(at, focused, scene),
            Mode::Plan => self.plan.click(at, focused, scene),
            Mode::Grid => self.grid.click(at, focused, scene),
        }
    }
}

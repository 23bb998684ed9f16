//! The end of the program while a plan is not written: it would be lost, so that is asked once.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Menu;
use crate::domain::WeekId;
use crate::i18n::week_name;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::view::some_day;

/// The question; who quits again has answered it.
pub struct Leave(Menu);

impl Leave {
    pub fn new(week: WeekId, scene: &Scene<'_>) -> Self {
        let words = &scene.words.planning;
        let day = some_day(week, scene.today());
        let menu = Menu::new(words.leave)
            .note(words.not_written(week_name(scene.language, week)))
            .line(words.write_it, move |_| Effect::WritePlan(day))
            .line(words.leave_without, |_| Effect::Quit)
            .line(words.stay, |_| Effect::Close);
        Self(menu)
    }
}

impl Layer for Leave {
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        action == Action::Quit || self.0.allows(action, scene)
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match action {
            Action::Quit => Effect::Quit,
            _ => self.0.update(action, scene),
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        self.0.draw(scene, area, focused, buf)
    }

    fn click(&mut self, at: Position, area: Rect, focused: bool, scene: &Scene<'_>) -> Effect {
        self.0.click(at, area, focused, scene)
    }
}

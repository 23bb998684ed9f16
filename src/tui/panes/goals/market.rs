//! The box in which the week's market outlook is chosen, with a note.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::edit::in_targets;
use crate::domain::Market;
use crate::domain::change::TargetChange;
use crate::i18n::Choice as _;
use crate::tui::action::Action;
use crate::tui::dialogs::{Form, Formed, Frame, Line};
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

/// The longest note, in characters.
const LONGEST: usize = 200;
/// The lines of the form.
const MARKET: usize = 0;
const NOTE: usize = 1;

/// Strong, normal or weak: by digit, or by the arrows; and why.
pub(super) struct MarketBox {
    form: Form,
}

impl MarketBox {
    pub(super) fn new(scene: &Scene<'_>) -> Self {
        let words = scene.words;
        let seen = &scene.outlook.outlook;
        let markets = Market::VALUES.iter();
        let options = markets.map(|market| words.name(*market).to_owned());
        let at = Market::VALUES
            .iter()
            .position(|market| *market == seen.market);
        let market = Line::Choice {
            options: options.collect(),
            at: at.unwrap_or(0),
        };
        let note = Line::text(&seen.note, LONGEST);
        let lines = vec![(words.planning.outlook, market), (words.boxes.note, note)];
        Self {
            form: Form::new(lines),
        }
    }

    fn save(&self, scene: &Scene<'_>) -> Effect {
        let market = Market::VALUES.get(self.form.choice(MARKET));
        let market = market.copied().unwrap_or_default();
        let note = self.form.text(NOTE).to_owned();
        let words = scene.words;
        let said = words.goals.outlook(words.name(market));
        let change = TargetChange::Outlook { market, note };
        Effect::change(in_targets(scene, change), said)
    }
}

impl Layer for MarketBox {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        self.form.allows(action)
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match self.form.update(action) {
            Formed::Changed => Effect::Redraw,
            Formed::Save => self.save(scene),
            Formed::Leave => Effect::Close,
            Formed::PassOn => Effect::PassOn,
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        _focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = scene.words;
        let inside = Frame {
            title: words.boxes.outlook,
            keys: &[("Enter", words.hints.write), ("Esc", words.hints.cancel)],
            size: (50, 3),
        }
        .draw(scene, area, buf);
        self.form.draw(scene, inside, buf)
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.form.field()
    }

    fn edited(&mut self, _scene: &Scene<'_>) {
        self.form.edited();
    }
}

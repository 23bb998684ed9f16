//! The box in which the week's market outlook is chosen, with a note.

use std::borrow::Cow;

use super::edit::in_targets;
use crate::domain::Market;
use crate::domain::change::TargetChange;
use crate::i18n::Choice as _;
use crate::tui::dialogs::{Form, FormBox, Line};
use crate::tui::edits;
use crate::tui::effect::Effect;
use crate::tui::scene::Scene;

/// The longest note, in characters.
const LONGEST: usize = 200;
/// The lines of the form.
const MARKET: usize = 0;
const NOTE: usize = 1;

/// Strong, normal or weak, by the arrows; and why.
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
}

impl FormBox for MarketBox {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn title(&self, scene: &Scene<'_>) -> Cow<'static, str> {
        scene.words.boxes.outlook.into()
    }

    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        let market = Market::VALUES.get(self.form.choice(MARKET));
        let market = market.copied().unwrap_or_default();
        let note = self.form.text(NOTE).to_owned();
        let words = scene.words;
        let said = words.goals.outlook(words.name(market));
        let said = edits::said_of_week(scene, said);
        let change = TargetChange::Outlook { market, note };
        Effect::change(in_targets(scene, change), said)
    }

    fn width(&self) -> u16 {
        50
    }

    fn keys(&self, scene: &Scene<'_>) -> Vec<(&'static str, &'static str)> {
        let hints = &scene.words.hints;
        let mut keys = vec![
            ("Enter", hints.write),
            ("Tab", hints.next_field),
            ("Esc", hints.cancel),
        ];
        if self.form.open_line() == MARKET {
            keys.insert(0, ("← →", hints.choose));
        }
        keys
    }
}

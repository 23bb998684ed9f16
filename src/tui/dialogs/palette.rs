//! Every action by its name.

use super::finder::{Entry, Finder};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::keymap::{Place, keys_of};
use crate::tui::names::{action_name, key_name};
use crate::tui::scene::Scene;

/// The actions that would do something now, each with its keys.
pub fn palette(scene: &Scene<'_>, allowed: impl Iterator<Item = Action>) -> Finder {
    let place = Place::In(scene.view.focus());
    let entries = allowed.filter(|action| !action.is_of_boxes());
    let entries = entries.filter_map(|action| {
        let keys = keys_of(action, place).iter();
        let keys: Vec<_> = keys.map(|key| key_name(*key, scene)).collect();
        Some(Entry {
            text: action_name(action, scene)?,
            note: keys.join(" "),
            does: Box::new(move |_| Effect::Do(action)),
        })
    });
    Finder::new(scene.words.boxes.palette, entries.collect())
}

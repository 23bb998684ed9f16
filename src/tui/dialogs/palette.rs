//! Every action by its name.
//!
//! What the focused pane and the program can do now is done by its line. Below it stands what
//! the other panes can do: its line leads there, so that no key acts on a row unseen. What
//! cannot be done now stands last, dimmed, with what it waits for.

mod needs;

use self::needs::need;
use super::finder::{Entry, Finder};
use crate::tui::action::Action;
use crate::tui::effect::{Effect, Message};
use crate::tui::keymap::{KEYS, Place, keys_of};
use crate::tui::names::{action_name, key_name, metric_of};
use crate::tui::scene::Scene;
use crate::tui::view::Pane;

/// The actions that would do something now, each with its keys, then those of other panes, then
/// those that wait for something.
pub fn palette(scene: &Scene<'_>, allowed: impl Iterator<Item = Action>) -> Finder {
    let here: Vec<_> = allowed.filter(|action| !action.is_of_boxes()).collect();
    let focus = scene.view.focus();
    let elsewhere = elsewhere(focus, &here);
    let is_listed = |action: &Action| {
        let mut far = elsewhere.iter();
        here.contains(action) || far.any(|(_, other)| other == action)
    };
    let near = here.iter().filter_map(|action| {
        let (action, keys) = (*action, keys(*action, Place::In(focus), scene));
        line(action, keys, scene, move |_| Effect::Do(action))
    });
    let far = elsewhere.iter().filter_map(|(pane, action)| {
        let (pane, keys) = (*pane, keys(*action, Place::In(*pane), scene));
        let note = format!("{} {keys}", name(pane, scene));
        line(*action, note, scene, move |_| {
            Effect::Do(Action::Show(pane))
        })
    });
    let waiting = Action::all().filter(|action| !is_listed(action));
    let waiting = waiting.filter_map(|action| {
        let need = need(action, scene)?;
        let says = move |_: &Scene<'_>| Effect::Say(Message::said(need));
        let line = line(action, need.to_owned(), scene, says)?;
        Some(Entry {
            waits: true,
            ..line
        })
    });
    let entries = near.chain(far).chain(waiting).collect();
    Finder::new(scene.words.boxes.palette, entries)
}

/// The line of an action; none for a letter that counts nothing.
fn line(
    action: Action,
    note: String,
    scene: &Scene<'_>,
    does: impl Fn(&Scene<'_>) -> Effect + 'static,
) -> Option<Entry> {
    Some(Entry {
        text: action_name(action, scene)?,
        own: counted(action, scene).unwrap_or_default(),
        note,
        also: also(action, scene),
        waits: false,
        does: Box::new(does),
    })
}

/// Other words for what an action leads to.
fn also(action: Action, scene: &Scene<'_>) -> &'static str {
    let words = &scene.words.aliases;
    match action {
        Action::Show(Pane::Goals) => words.goals,
        Action::Show(Pane::Today) => words.today,
        Action::Show(Pane::Review) => words.review,
        Action::Add => words.add,
        Action::Settings => words.settings,
        Action::DayOff => words.day_off,
        Action::CopyReport => words.copy_report,
        Action::Event => words.event,
        Action::Help => words.help,
        _ => "",
    }
}

/// What only another pane than the focused one has a use for; moving the selection aside.
fn elsewhere(focus: Pane, here: &[Action]) -> Vec<(Pane, Action)> {
    let mut found: Vec<(Pane, Action)> = Vec::new();
    for row in KEYS {
        let Place::In(pane) = row.place else {
            continue;
        };
        let is_move = matches!(row.action, Action::Left | Action::Right);
        let is_known = found.iter().any(|(_, action)| *action == row.action);
        let is_here = here.contains(&row.action) || row.action.is_of_boxes();
        if pane != focus && !is_move && !is_known && !is_here {
            found.push((pane, row.action));
        }
    }
    found
}

/// The name of the metric that an action counts.
fn counted(action: Action, scene: &Scene<'_>) -> Option<String> {
    match action {
        Action::Count(letter) | Action::CountField(letter) => metric_of(letter, scene),
        _ => None,
    }
}

fn keys(action: Action, place: Place, scene: &Scene<'_>) -> String {
    let keys = keys_of(action, place).iter();
    let keys: Vec<_> = keys.map(|key| key_name(*key, scene)).collect();
    keys.join(" ")
}

fn name(pane: Pane, scene: &Scene<'_>) -> &'static str {
    let words = &scene.words.common;
    match pane {
        Pane::Goals => words.goals,
        Pane::Today => words.today,
        Pane::Review => words.review,
    }
}

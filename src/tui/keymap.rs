//! What keys mean.
//!
//! [`KEYS`] is the only place where keys are bound; help, palette and the footer's hints are
//! drawn from it. Before a key is looked up it is made [`plain()`]: an input method that is on
//! must not take the keys away.
//!
//! A key is looked up in the innermost place first. In a box digits are choices, so they are
//! no panes there; what works over a box as well is [`Action::works_over_boxes`].

mod plain;
mod table;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::Action;
use super::view::Pane;

pub use plain::{from_input_method, plain};
pub use table::{KEYS, hints};

/// Where a key means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// In every pane.
    Anywhere,
    /// In the list of every pane.
    Lists,
    /// In one pane.
    In(Pane),
    /// In a box, an open field, an open list of a pane.
    Box,
}

impl Place {
    /// Whether a key could mean two things if both places bound it.
    pub fn overlaps(self, other: Self) -> bool {
        match (self, other) {
            (Self::Box, _) | (_, Self::Box) => self == other,
            (Self::In(one), Self::In(two)) => one == two,
            _ => true,
        }
    }
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    pub place: Place,
    /// The first one is shown in hints.
    pub keys: &'static [KeyEvent],
    pub action: Action,
}

/// What a plain key means at a place.
pub fn meaning(key: KeyEvent, place: Place) -> Option<Action> {
    let bound = |row: &&Row| row.keys.contains(&key);
    let here = |row: &&Row| row.place.overlaps(place) && bound(row);
    let over_boxes = |row: &&Row| row.action.works_over_boxes() && bound(row);
    let row = KEYS.iter().find(here);
    let row = row.or_else(|| KEYS.iter().find(over_boxes));
    row.map(|row| row.action)
}

/// The keys of an action at a place, the first to be shown first.
pub fn keys_of(action: Action, place: Place) -> &'static [KeyEvent] {
    let row = KEYS
        .iter()
        .find(|row| row.action == action && row.place.overlaps(place));
    row.map_or(&[], |row| row.keys)
}

const fn key(char: char) -> KeyEvent {
    code(KeyCode::Char(char))
}

const fn ctrl(char: char) -> KeyEvent {
    KeyEvent::new(KeyCode::Char(char), KeyModifiers::CONTROL)
}

const fn code(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::NONE)
}

const fn with_ctrl(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::CONTROL)
}

const fn with_shift(code: KeyCode) -> KeyEvent {
    KeyEvent::new(code, KeyModifiers::SHIFT)
}

#[cfg(test)]
mod readme;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Letter;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for (at, one) in KEYS.iter().enumerate() {
            for other in &KEYS[at + 1..] {
                if one.place.overlaps(other.place) {
                    for key in one.keys {
                        let twice = other.keys.contains(key);
                        assert!(!twice, "{key:?}: {:?}, {:?}", one.action, other.action);
                    }
                }
            }
        }
    }

    #[test]
    fn what_works_over_boxes_is_shadowed_by_none_of_their_keys() {
        let boxes = KEYS.iter().filter(|row| row.place == Place::Box);
        let boxes: Vec<_> = boxes.flat_map(|row| row.keys).collect();
        for row in KEYS.iter().filter(|row| row.action.works_over_boxes()) {
            for key in row.keys {
                assert!(!boxes.contains(&key), "{key:?}");
            }
        }
    }

    #[test]
    fn every_letter_counts_everywhere() {
        for letter in Letter::ALL {
            for pane in Pane::ALL {
                let small = meaning(key(letter.char()), Place::In(pane));
                assert_eq!(small, Some(Action::Count(letter)));
                let large = meaning(key(letter.char().to_ascii_uppercase()), Place::In(pane));
                assert_eq!(large, Some(Action::CountField(letter)));
            }
        }
    }

    #[test]
    fn digits_are_choices_in_a_box_and_panes_outside() {
        assert_eq!(meaning(key('1'), Place::Box), Some(Action::Choose(1)));
        let in_today = meaning(key('1'), Place::In(Pane::Today));
        assert_eq!(in_today, Some(Action::Show(Pane::Goals)));
    }

    #[test]
    fn a_box_lets_undo_and_quit_through_and_nothing_else() {
        assert_eq!(meaning(key('u'), Place::Box), Some(Action::Undo));
        assert_eq!(meaning(ctrl('c'), Place::Box), Some(Action::Quit));
        assert_eq!(meaning(key('c'), Place::Box), None);
        assert_eq!(meaning(key('z'), Place::Box), None);
    }

    #[test]
    fn no_key_is_bound_that_input_methods_take() {
        for key in KEYS.iter().flat_map(|row| row.keys) {
            let taken = key.modifiers.contains(KeyModifiers::CONTROL)
                && matches!(key.code, KeyCode::Char(' ' | '.' | ','));
            assert!(!taken, "{key:?}");
            assert_eq!(plain(*key), *key);
        }
    }

    #[test]
    fn every_action_has_a_key_but_those_of_the_palette() {
        let without: Vec<_> = Action::all()
            .filter(|action| KEYS.iter().all(|row| row.action != *action))
            .collect();
        assert_eq!(without, [Action::Reopen]);
    }
}

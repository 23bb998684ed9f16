//! The README's table of keys, held against the table here.

use std::collections::{BTreeMap, BTreeSet};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{KEYS, Place};
use crate::tui::action::Action;
use crate::tui::view::Pane;

type Keys = BTreeMap<&'static str, BTreeSet<String>>;

const PLACES: [(&str, Place); 6] = [
    ("anywhere", Place::Anywhere),
    ("lists", Place::Lists),
    ("Goals", Place::In(Pane::Goals)),
    ("Today", Place::In(Pane::Today)),
    ("Review", Place::In(Pane::Review)),
    ("boxes", Place::Box),
];

fn name(key: &KeyEvent) -> String {
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let name = match key.code {
        KeyCode::Char(' ') => "space".to_owned(),
        KeyCode::Char(char) => char.to_string(),
        KeyCode::F(number) => format!("F{number}"),
        KeyCode::BackTab => "shift-Tab".to_owned(),
        KeyCode::PageUp => "PgUp".to_owned(),
        KeyCode::PageDown => "PgDn".to_owned(),
        KeyCode::Up => "↑".to_owned(),
        KeyCode::Down => "↓".to_owned(),
        KeyCode::Left => "←".to_owned(),
        KeyCode::Right => "→".to_owned(),
        code => format!("{code:?}"),
    };
    format!(
        "{}{}{name}",
        if ctrl { "ctrl-" } else { "" },
        if shift { "shift-" } else { "" }
    )
}

/// The keys in the code, letters that count aside: the README speaks of them before the table.
fn bound() -> Keys {
    let rows = KEYS
        .iter()
        .filter(|row| !matches!(row.action, Action::Count(_) | Action::CountField(_)));
    let mut bound = Keys::new();
    for row in rows {
        let (place, _) = PLACES
            .iter()
            .find(|(_, place)| *place == row.place)
            .unwrap();
        bound
            .entry(place)
            .or_default()
            .extend(row.keys.iter().map(name));
    }
    bound
}

/// The keys in the README, by the first cell of their row.
fn written() -> Keys {
    let readme = include_str!("../../../README.md");
    let mut written = Keys::new();
    for (place, _) in PLACES {
        let head = format!("| {place} | ");
        let rows = readme.lines().filter_map(|line| line.strip_prefix(&head));
        let cells = rows.map(|rest| rest.split(" | ").next().unwrap());
        let keys = cells
            .flat_map(|cell| cell.split(' '))
            .map(|key| key.trim_matches('`').to_owned());
        written.entry(place).or_default().extend(keys);
    }
    written
}

#[test]
fn the_readme_has_the_keys_that_are_bound_and_no_others() {
    pretty_assertions::assert_eq!(written(), bound());
}

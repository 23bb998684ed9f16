//! Which row of a list is selected, and which part of the list is seen.
//!
//! The selection is remembered by what the row is, not by its number, so that an edit from
//! elsewhere cannot move it. Where the row is gone, the one that took its place is selected.

use std::cell::Cell;

use crate::tui::action::Action;

/// The selected row of a list whose rows are told apart by `K`.
#[derive(Debug, Clone)]
pub struct Cursor<K> {
    selected: Option<K>,
    /// Where the selected row stood when it was last seen.
    place: Cell<usize>,
    /// The first row that is drawn.
    scroll: Cell<usize>,
    /// How many rows were drawn.
    height: Cell<usize>,
    /// Whether the lines above the first row are looked at, the row itself seen or not.
    above: Cell<bool>,
}

impl<K> Default for Cursor<K> {
    fn default() -> Self {
        Self {
            selected: None,
            place: Cell::new(0),
            scroll: Cell::new(0),
            height: Cell::new(1),
            above: Cell::new(false),
        }
    }
}

impl<K: PartialEq + Clone> Cursor<K> {
    /// Whether `action` moves in a list of `rows`.
    pub fn allows(action: Action, rows: &[K]) -> bool {
        let moves = matches!(
            action,
            Action::Up
                | Action::Down
                | Action::PageUp
                | Action::PageDown
                | Action::First
                | Action::Last
        );
        moves && !rows.is_empty()
    }

    /// Stands on a row by its number, as long as nothing was selected.
    pub fn begin_at(&self, place: usize) {
        if self.selected.is_none() {
            self.place.set(place);
        }
    }

    /// Stands on the first row where the selected one is gone, in a list that has nothing in
    /// common with the one before.
    pub fn first_unless_found(&self, rows: &[K]) {
        let found = |selected: &K| rows.contains(selected);
        if !self.selected.as_ref().is_some_and(found) {
            self.place.set(0);
        }
    }

    /// The number of the selected row, 0 in an empty list.
    pub fn place(&self, rows: &[K]) -> usize {
        let selected = self.selected.as_ref();
        let found = selected.and_then(|selected| rows.iter().position(|row| row == selected));
        let place = found.unwrap_or_else(|| self.place.get().min(rows.len().saturating_sub(1)));
        self.place.set(place);
        place
    }

    /// The selected row; none in an empty list.
    pub fn selected<'a>(&self, rows: &'a [K]) -> Option<&'a K> {
        rows.get(self.place(rows))
    }

    /// The row that was selected last, whether it is still there or not.
    pub fn chosen(&self) -> Option<&K> {
        self.selected.as_ref()
    }

    /// Moves as `action` says, and tells whether it is one that moves.
    pub fn go(&mut self, action: Action, rows: &[K]) -> bool {
        if !Self::allows(action, rows) {
            return false;
        }
        let place = self.place(rows);
        let last = rows.len().saturating_sub(1);
        let page = self.height.get().saturating_sub(1).max(1);
        let back = matches!(action, Action::Up | Action::PageUp | Action::First);
        self.above.set(back && place == 0);
        let to = match action {
            Action::Up => place.saturating_sub(1),
            Action::Down => place.saturating_add(1),
            Action::PageUp => place.saturating_sub(page),
            Action::PageDown => place.saturating_add(page),
            Action::First => 0,
            _ => last,
        };
        self.select_place(to.min(last), rows);
        true
    }

    /// Selects a row by what it is, also one that is not there yet.
    pub fn select(&mut self, row: K) {
        self.selected = Some(row);
    }

    /// Selects a row by its number.
    pub fn select_place(&mut self, place: usize, rows: &[K]) {
        self.selected = rows.get(place).cloned();
        self.place.set(place);
    }

    /// The first of `lines` lines to be drawn into `height` of them, so that lines `from` to
    /// `to` are seen; it moves no further than it must.
    pub fn scroll(&self, (from, to): (usize, usize), lines: usize, height: usize) -> usize {
        self.height.set(height);
        let lowest = (to + 1).saturating_sub(height).min(from);
        let highest = from.min(lines.saturating_sub(height));
        let first = self.scroll.get().clamp(lowest, highest.max(lowest));
        self.scroll.set(first);
        first
    }

    /// As [`Self::scroll`], where other lines stand above the first of `rows` and below the last.
    ///
    /// On the first row those above are seen with it as far as there is room, and on the last
    /// those below; going back from the first shows all that is above, even without the row.
    pub fn scroll_around(
        &self,
        rows: &[K],
        (from, to): (usize, usize),
        lines: usize,
        height: usize,
    ) -> usize {
        let place = self.place(rows);
        let seen = if place == 0 && self.above.get() {
            (0, 0)
        } else if place == 0 {
            ((to + 1).saturating_sub(height).min(from), to)
        } else if place + 1 == rows.len() {
            let below = (from + height).min(lines).saturating_sub(1);
            (from, below.max(to))
        } else {
            (from, to)
        };
        self.scroll(seen, lines, height)
    }

    /// Shows the list from its beginning: as far as the selected row allows, or up to the first
    /// line where it is the first row and `above` says that it need not be seen.
    pub fn show_from_top(&self, above: bool) {
        self.scroll.set(0);
        self.above.set(above);
    }
}

/// What stands in a list behind an item, or before it; none beyond the ends.
pub fn beside<T: PartialEq + Clone>(items: &[T], item: &T, forward: bool) -> Option<T> {
    let at = items.iter().position(|other| other == item)?;
    let to = if forward { at + 1 } else { at.checked_sub(1)? };
    items.get(to).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_stays_on_its_row_when_others_come_and_go() {
        let mut cursor = Cursor::default();
        assert!(cursor.go(Action::Down, &['a', 'b', 'c']));
        assert_eq!(cursor.selected(&['a', 'b', 'c']), Some(&'b'));
        assert_eq!(cursor.selected(&['x', 'y', 'a', 'b']), Some(&'b'));
    }

    #[test]
    fn the_row_that_took_its_place_is_selected_when_it_is_gone() {
        let mut cursor = Cursor::default();
        cursor.go(Action::Last, &['a', 'b', 'c']);
        assert_eq!(cursor.selected(&['a', 'b', 'c']), Some(&'c'));
        assert_eq!(cursor.selected(&['a', 'b']), Some(&'b'));
        assert_eq!(cursor.selected(&[]), None);
    }

    #[test]
    fn moves_end_at_the_ends() {
        let mut cursor = Cursor::default();
        let rows = ['a', 'b'];
        cursor.go(Action::Up, &rows);
        assert_eq!(cursor.place(&rows), 0);
        cursor.go(Action::Down, &rows);
        cursor.go(Action::Down, &rows);
        assert_eq!(cursor.place(&rows), 1);
        assert!(!cursor.go(Action::Left, &rows));
    }

    #[test]
    fn a_list_scrolls_no_further_than_it_must() {
        let cursor = Cursor::<char>::default();
        assert_eq!(cursor.scroll((0, 0), 10, 4), 0);
        assert_eq!(cursor.scroll((5, 5), 10, 4), 2);
        assert_eq!(cursor.scroll((3, 3), 10, 4), 2);
        assert_eq!(cursor.scroll((1, 1), 10, 4), 1);
        assert_eq!(cursor.scroll((9, 9), 10, 4), 6);
        assert_eq!(cursor.scroll((2, 2), 3, 4), 0);
    }

    #[test]
    fn the_first_row_shows_what_stands_above_it_and_the_last_what_stands_below() {
        let rows = ['a', 'b', 'c'];
        let mut cursor = Cursor::default();
        // Ten lines, of which 4, 5 and 6 are rows.
        let scroll = |cursor: &Cursor<char>, height| {
            let line = 4 + cursor.place(&rows);
            cursor.scroll_around(&rows, (line, line), 10, height)
        };
        cursor.go(Action::Last, &rows);
        assert_eq!(scroll(&cursor, 5), 5);
        assert_eq!(scroll(&cursor, 3), 6, "the row itself stays");
        cursor.go(Action::Up, &rows);
        assert_eq!(scroll(&cursor, 5), 5);
        cursor.go(Action::Up, &rows);
        assert_eq!(scroll(&cursor, 5), 0);
        assert_eq!(scroll(&cursor, 3), 2, "the row itself stays");
        cursor.go(Action::Up, &rows);
        assert_eq!(scroll(&cursor, 3), 0, "once more shows all that is above");
        cursor.go(Action::Down, &rows);
        assert_eq!(scroll(&cursor, 3), 3);
    }

    #[test]
    fn beside_an_item_stands_the_one_behind_or_before() {
        let items = ["a", "b", "c"];
        assert_eq!(beside(&items, &"b", true), Some("c"));
        assert_eq!(beside(&items, &"b", false), Some("a"));
        assert_eq!(beside(&items, &"c", true), None);
        assert_eq!(beside(&items, &"a", false), None);
        assert_eq!(beside(&items, &"x", true), None);
    }
}

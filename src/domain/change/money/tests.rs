use std::sync::Arc;

use pretty_assertions::assert_eq;

use crate::domain::Weekday::{Mon, Tue};
use crate::domain::change::{ActivityChange, Books, Change, ChangeError, SettingsChange};
use crate::domain::fixtures::{a_week, entry_id, metric, week_id};
use crate::domain::{Amount, Currency, EntryId, Week};

const WEEK: &str = "2026-W48";

fn remove(entry: EntryId) -> Change {
    Change::Week(week_id(WEEK), ActivityChange::Remove(entry).into())
}

fn apply(books: &mut Books, change: Change) -> Change {
    change.apply(books).unwrap().undo
}

fn this_week(books: &Books) -> Arc<Week> {
    books.week(week_id(WEEK))
}

/// A week with two entries of revenue, of which one is taken away and then the other.
fn both_gone() -> (Books, Change) {
    let week = a_week(WEEK).entry("revenue", 22, Mon);
    let mut books = week.entry("revenue", 5, Tue).build().books();
    let undo = apply(&mut books, remove(entry_id(0)));
    apply(&mut books, remove(entry_id(1)));
    assert_eq!(this_week(&books).currency, None);
    (books, undo)
}

#[test]
fn money_that_comes_back_brings_its_currency() {
    let (mut books, undo) = both_gone();
    let redo = apply(&mut books, undo);
    assert_eq!(this_week(&books).currency, Some(Currency::CNY));
    apply(&mut books, redo);
    assert_eq!(this_week(&books).currency, None);
}

#[test]
fn it_brings_the_currency_it_was_counted_in_whatever_the_settings_say_by_now() {
    let (mut books, undo) = both_gone();
    let yen = Currency::parse("JPY").unwrap();
    apply(&mut books, SettingsChange::Currency(yen).into());
    apply(&mut books, undo);
    assert_eq!(this_week(&books).currency, Some(Currency::CNY));
}

#[test]
fn it_stays_away_from_money_of_other_fractions() {
    let (mut books, undo) = both_gone();
    let (from, to) = (Currency::parse("JPY").unwrap(), Currency::CNY);
    apply(&mut books, SettingsChange::Currency(from).into());
    let mut week = Week::clone(&this_week(&books));
    week.entries = a_week(WEEK).entry("revenue", 500, Mon).build().week.entries;
    week.currency = Some(from);
    books.insert(week.clone());
    let week = week.week;
    let refused = ChangeError::OtherCurrency { week, from, to };
    assert_eq!(undo.apply(&mut books), Err(refused));
    let revenue = this_week(&books).done(&metric("revenue"));
    assert_eq!(revenue, Amount::new(500));
}

use pretty_assertions::assert_eq;

use super::*;
use crate::domain::change::{ActivityChange, TaskChange};
use crate::domain::fixtures::{Planned, a_week, amount, at, day, entry, metric, task_id, week_id};
use crate::domain::{Currency, Weekday};
use Weekday::{Mon, Wed};

const THIS: &str = "2026-W48";
const NEXT: &str = "2026-W49";

fn visits() -> TaskId {
    task_id("Visit Huaxin")
}

/// Twenty visits, of which fourteen are done.
fn fourteen_of_twenty() -> Planned {
    a_week(THIS)
        .counted("Visit Huaxin", Wed, "visits", 20)
        .entry_with("visits", 14, Mon, |entry| entry.task = Some(visits()))
        .build()
}

fn carry(from: &str, to: &str) -> Carry {
    Carry {
        task: visits(),
        from: week_id(from),
        to: week_id(to),
        day: None,
        at: at("2026-11-27 16:00"),
    }
}

fn carried(books: &mut Books, from: &str, to: &str) -> Change {
    Change::Carry(carry(from, to)).apply(books).unwrap().undo
}

fn refused(books: &mut Books, carry: Carry) -> ChangeError {
    Change::Carry(carry).apply(books).unwrap_err()
}

fn task(books: &Books, week: &str) -> Task {
    books.week(week_id(week)).task(visits()).unwrap().clone()
}

#[test]
fn a_carried_task_keeps_its_id_and_brings_what_was_done() {
    let mut books = fourteen_of_twenty().books();
    let _: Change = carried(&mut books, THIS, NEXT);
    let (to, at) = (week_id(NEXT), at("2026-11-27 16:00"));
    assert_eq!(task(&books, THIS).state, TaskState::Moved { to, at });
    let new = task(&books, NEXT);
    assert_eq!(
        (new.before, new.day, &new.state),
        (amount(14), None, &TaskState::Open)
    );
    let from = Some(day("2026-11-25"));
    assert_eq!(new.moves, [Move { at, from, to: None }]);
    assert_eq!(books.week(to).entries, []);
}

#[test]
fn a_task_that_comes_back_counts_nothing_twice() {
    let mut books = fourteen_of_twenty().books();
    let _: Change = carried(&mut books, THIS, NEXT);
    let mut three = entry(9, "visits", 3, day("2026-11-30"));
    three.task = Some(visits());
    let log = Change::Week(week_id(NEXT), ActivityChange::Log(three).into());
    let _: Applied = log.apply(&mut books).unwrap();
    let _: Change = carried(&mut books, NEXT, THIS);
    let back = task(&books, THIS);
    assert_eq!(back.before, amount(3));
    assert_eq!(books.week(week_id(THIS)).progress(&back), amount(17));
    assert!(matches!(task(&books, NEXT).state, TaskState::Moved { .. }));
}

#[test]
fn a_task_done_below_nothing_brings_nothing() {
    let mut books = a_week(THIS)
        .counted("Visit Huaxin", Wed, "revenue", 20)
        .entry_with("revenue", -5, Mon, |entry| entry.task = Some(visits()))
        .build()
        .books();
    let _: Change = carried(&mut books, THIS, NEXT);
    assert_eq!(task(&books, NEXT).before, Amount::ZERO);
    assert_eq!(books.week(week_id(NEXT)).currency, Some(Currency::CNY));
}

#[test]
fn what_cannot_be_carried_is_refused() {
    let mut books = fourteen_of_twenty().books();
    assert_eq!(
        refused(&mut books, carry(THIS, THIS)),
        ChangeError::SameWeek(week_id(THIS))
    );
    let outside = Carry {
        day: Some(day("2026-11-25")),
        ..carry(THIS, NEXT)
    };
    let (day, week) = (day("2026-11-25"), week_id(NEXT));
    assert_eq!(
        refused(&mut books, outside),
        ChangeError::OutsideWeek { day, week }
    );
    let (noun, id) = (Noun::Task, visits().0);
    assert_eq!(
        refused(&mut books, carry(NEXT, THIS)),
        ChangeError::Gone { noun, id, week }
    );
    let _: Change = carried(&mut books, THIS, NEXT);
    assert_eq!(
        refused(&mut books, carry(THIS, NEXT)),
        ChangeError::NotOpen(id)
    );
}

#[test]
fn a_sealed_week_neither_gives_nor_takes() {
    let sealed = a_week(NEXT)
        .counted("Visit Huaxin", Wed, "visits", 2)
        .sealed()
        .build();
    let mut books = sealed.books();
    assert_eq!(
        refused(&mut books, carry(NEXT, THIS)),
        ChangeError::Sealed(week_id(NEXT))
    );
    let mut books = fourteen_of_twenty().books();
    books.insert(a_week(NEXT).sealed().build().week);
    let before = books.clone();
    assert_eq!(
        refused(&mut books, carry(THIS, NEXT)),
        ChangeError::Sealed(week_id(NEXT))
    );
    assert_eq!(books, before);
}

#[test]
fn money_is_not_carried_into_other_fractions() {
    let mut planned = a_week(THIS)
        .counted("Visit Huaxin", Wed, "revenue", 20)
        .build();
    let yen = Currency::parse("JPY").unwrap();
    planned.settings.currency = yen;
    let (week, from) = (week_id(THIS), Currency::CNY);
    let error = ChangeError::OtherCurrency {
        week,
        from,
        to: yen,
    };
    assert_eq!(refused(&mut planned.books(), carry(THIS, NEXT)), error);
}

#[test]
fn a_carry_is_not_undone_once_the_task_was_worked_on() {
    let mut books = fourteen_of_twenty().books();
    let undo = carried(&mut books, THIS, NEXT);
    let title = crate::domain::change::TaskField::Title("Call Huaxin".into());
    let edit = TaskChange::Edit {
        id: visits(),
        fields: vec![title],
    };
    let _: Applied = Change::Week(week_id(NEXT), edit.into())
        .apply(&mut books)
        .unwrap();
    let error = undo.apply(&mut books).unwrap_err();
    assert_eq!(error, ChangeError::Changed(Noun::Task));
    assert_eq!(task(&books, NEXT).metric, Some(metric("visits")));
}

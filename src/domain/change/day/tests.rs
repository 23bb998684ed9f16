use pretty_assertions::assert_eq;

use super::*;
use crate::domain::TextError;
use crate::domain::fixtures::{a_week, at, day};

fn close(date: &str, mood: Option<u8>, worked: Option<&str>) -> DayChange {
    let closed = Closed {
        at: at("2026-11-25 18:10"),
        mood,
        worked: worked.map(str::to_owned),
        wins: Vec::new(),
    };
    DayChange::Close {
        day: day(date),
        closed,
    }
}

/// Wednesday closed with these wins.
fn won(wins: &[&str]) -> DayChange {
    let closed = Closed {
        at: at("2026-11-25 18:10"),
        mood: None,
        worked: None,
        wins: wins.iter().map(|win| (*win).to_owned()).collect(),
    };
    let day = day("2026-11-25");
    DayChange::Close { day, closed }
}

#[test]
fn a_day_keeps_up_to_three_wins() {
    let planned = a_week("2026-W48").build();
    let three = planned.after(won(&[" Huaxin ordered ", "b", "c"])).unwrap();
    let kept = &three.week.closed[&day("2026-11-25")].wins;
    assert_eq!(kept, &["Huaxin ordered", "b", "c"]);
    let none = three.after(won(&[])).unwrap();
    assert!(none.week.closed[&day("2026-11-25")].wins.is_empty());
    let error = planned.refuses(won(&["a", "b", "c", "d"]));
    assert_eq!(error, ChangeError::TooManyWins(4));
}

#[test]
fn a_win_is_one_line_of_text() {
    let planned = a_week("2026-W48").build();
    let long = "好".repeat(501);
    let cases = [
        ("", TextError::Empty),
        ("a\u{1b}[2J", TextError::Forbidden { code: 0x1b, at: 2 }),
        (&*long, TextError::TooLong { length: 501 }),
    ];
    for (win, error) in cases {
        assert_eq!(planned.refuses(won(&[win])), ChangeError::Text(error));
    }
}

#[test]
fn a_day_is_closed_said_anew_and_opened() {
    let planned = a_week("2026-W48").build();
    let closed = planned.after(close("2026-11-25", None, None)).unwrap();
    let anew = closed
        .after(close("2026-11-25", Some(4), Some(" calls before ten ")))
        .unwrap();
    let said = &anew.week.closed[&day("2026-11-25")];
    assert_eq!(
        (said.mood, said.worked.as_deref()),
        (Some(4), Some("calls before ten"))
    );
    assert_eq!(
        anew.after(DayChange::Open(day("2026-11-25"))).unwrap(),
        planned
    );
}

#[test]
fn what_cannot_be_closed_or_opened_is_refused() {
    let planned = a_week("2026-W48").build();
    let cases = [
        (
            "to come",
            close("2026-11-26", None, None),
            ChangeError::Future(day("2026-11-26")),
        ),
        (
            "of another week",
            close("2026-11-22", None, None),
            ChangeError::OutsideWeek {
                day: day("2026-11-22"),
                week: planned.week.week,
            },
        ),
        (
            "no mood",
            close("2026-11-25", Some(0), None),
            ChangeError::Mood(0),
        ),
        (
            "too good",
            close("2026-11-25", Some(6), None),
            ChangeError::Mood(6),
        ),
        (
            "not closed",
            DayChange::Open(day("2026-11-25")),
            ChangeError::NotClosed(day("2026-11-25")),
        ),
    ];
    for (label, change, error) in cases {
        assert_eq!(planned.refuses(change), error, "{label}");
    }
}

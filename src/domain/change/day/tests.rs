use pretty_assertions::assert_eq;

use super::*;
use crate::domain::fixtures::{a_week, at, day};

fn close(date: &str, mood: Option<u8>, worked: Option<&str>) -> DayChange {
    let closed = Closed {
        at: at("2026-11-25 18:10"),
        mood,
        worked: worked.map(str::to_owned),
    };
    DayChange::Close {
        day: day(date),
        closed,
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

use pretty_assertions::assert_eq;

use super::*;
use crate::domain::fixtures::{a_week, amount, at, day, entry_id, event_id, metric};
use crate::domain::{EventKind, Weekday};
use Weekday::{Mon, Wed};

const TEXT: &str = "Huaxin cancelled";

fn event(of: Option<&str>, units: Option<i64>) -> Event {
    Event {
        id: event_id(TEXT),
        day: day("2026-11-25"),
        at: at("2026-11-25 13:20"),
        kind: EventKind::OrderCancelled,
        text: format!(" {TEXT} "),
        metric: of.map(metric),
        amount: units.map(amount),
    }
}

fn note(event: Event) -> EventChange {
    EventChange::Note {
        event,
        correct: None,
    }
}

#[test]
fn an_event_by_itself_changes_no_figure() {
    let planned = a_week("2026-W48").build();
    let noted = planned
        .after(note(event(Some("revenue"), Some(12_000_000))))
        .unwrap();
    assert_eq!(noted.week.events[0].text, TEXT);
    assert_eq!(noted.week.entries, []);
}

#[test]
fn a_correction_is_an_entry_of_the_event_and_goes_with_it() {
    let planned = a_week("2026-W48").entry("revenue", 20_000_000, Mon).build();
    let event = event(Some("revenue"), Some(12_000_000));
    let correct = Some(entry_id(9));
    let noted = planned.after(EventChange::Note { event, correct }).unwrap();
    assert_eq!(noted.week.done(&metric("revenue")), amount(8_000_000));
    assert_eq!(noted.week.entries[1].event, Some(event_id(TEXT)));
    assert_eq!(
        noted.after(EventChange::Remove(event_id(TEXT))).unwrap(),
        planned
    );
}

#[test]
fn what_is_no_event_is_refused() {
    let planned = a_week("2026-W48")
        .event(EventKind::Other, "snow", Wed)
        .build();
    let week = planned.week.week;
    let to_come = Event {
        day: day("2026-11-26"),
        ..event(None, None)
    };
    let twice = Event {
        id: event_id("snow"),
        ..event(None, None)
    };
    let (noun, id) = (Noun::Event, event_id("snow").0);
    let correct = Some(entry_id(9));
    let too_much = EventChange::Note {
        event: event(Some("calls"), Some(5)),
        correct,
    };
    let nothing = EventChange::Note {
        event: event(Some("calls"), None),
        correct,
    };
    let calls = metric("calls");
    let (total, taken) = (amount(0), amount(5));
    let gone = event_id(TEXT).0;
    let cases = [
        (
            "to come",
            note(to_come),
            ChangeError::Future(day("2026-11-26")),
        ),
        (
            "an id that is taken",
            note(twice),
            ChangeError::Taken { noun, id },
        ),
        (
            "an amount alone",
            note(event(None, Some(5))),
            ChangeError::AmountAlone,
        ),
        (
            "an amount of nothing",
            note(event(Some("calls"), Some(0))),
            ChangeError::NotPositive,
        ),
        (
            "unknown",
            note(event(Some("ghost"), None)),
            ChangeError::UnknownMetric(metric("ghost")),
        ),
        ("a correction of nothing", nothing, ChangeError::AmountAlone),
        (
            "more than was done",
            too_much,
            ChangeError::BelowZero {
                metric: calls,
                total,
                taken,
            },
        ),
        (
            "gone",
            EventChange::Remove(event_id(TEXT)),
            ChangeError::Gone {
                noun,
                id: gone,
                week,
            },
        ),
    ];
    for (label, change, error) in cases {
        assert_eq!(planned.refuses(change), error, "{label}");
    }
}

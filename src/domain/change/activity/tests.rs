use pretty_assertions::assert_eq;

use super::*;
use crate::domain::fixtures::{
    a_week, amount, at, day, entry, entry_id, event_id, metric, task_id,
};
use crate::domain::{Currency, TextError, Weekday};
use Weekday::{Mon, Wed};

/// An entry for Wednesday 25 November, said then at 10:00.
fn log(of: &str, units: i64) -> Entry {
    entry(90, of, units, day("2026-11-25"))
}

#[test]
fn an_entry_counts_for_its_day() {
    let planned = a_week("2026-W48").entry("calls", 3, Mon).build();
    let mut said_later = log("calls", 2);
    said_later.at = at("2026-11-27 18:00");
    said_later.note = Some(" by phone ".into());
    let planned = planned.after(ActivityChange::Log(said_later)).unwrap();
    assert_eq!(
        planned
            .week
            .done_by_day(&metric("calls"))
            .0
            .map(Amount::units),
        [3, 0, 2, 0, 0, 0, 0]
    );
    assert_eq!(planned.week.entries[1].note.as_deref(), Some("by phone"));
}

#[test]
fn what_is_no_entry_is_refused() {
    let planned = a_week("2026-W48").entry("calls", 3, Mon).build();
    let week = planned.week.week;
    let change = |change: fn(&mut Entry)| {
        let mut entry = log("calls", 1);
        change(&mut entry);
        entry
    };
    let (calls, total, taken) = (metric("calls"), amount(3), amount(4));
    let cases = [
        (
            "to come",
            change(|entry| entry.at = at("2026-11-24 23:59")),
            ChangeError::Future(day("2026-11-25")),
        ),
        (
            "of another week",
            change(|entry| entry.day = day("2026-11-22")),
            ChangeError::OutsideWeek {
                day: day("2026-11-22"),
                week,
            },
        ),
        ("of nothing", log("calls", 0), ChangeError::Zero),
        ("too large", log("revenue", i64::MIN), ChangeError::TooLarge),
        (
            "below zero",
            log("calls", -4),
            ChangeError::BelowZero {
                metric: calls,
                total,
                taken,
            },
        ),
        (
            "unknown",
            log("ghost", 1),
            ChangeError::UnknownMetric(metric("ghost")),
        ),
        (
            "retired",
            log("care", 1),
            ChangeError::Retired(metric("care")),
        ),
        (
            "an id that is taken",
            change(|entry| entry.id = entry_id(0)),
            ChangeError::Taken {
                noun: Noun::Entry,
                id: entry_id(0).0,
            },
        ),
        (
            "an escape in the note",
            change(|entry| entry.note = Some("a\u{1b}".into())),
            ChangeError::Text(TextError::Forbidden { code: 0x1b, at: 2 }),
        ),
        (
            "of a task that is not there",
            change(|entry| entry.task = Some(task_id("Call Lin"))),
            ChangeError::Gone {
                noun: Noun::Task,
                id: task_id("Call Lin").0,
                week,
            },
        ),
        (
            "of an event that is not there",
            change(|entry| entry.event = Some(event_id("cancelled"))),
            ChangeError::Gone {
                noun: Noun::Event,
                id: event_id("cancelled").0,
                week,
            },
        ),
    ];
    for (label, entry, error) in cases {
        assert_eq!(
            planned.refuses(ActivityChange::Log(entry)),
            error,
            "{label}"
        );
    }
}

#[test]
fn a_correction_may_take_all_that_was_done() {
    let planned = a_week("2026-W48").entry("calls", 3, Mon).build();
    let planned = planned
        .after(ActivityChange::Log(log("calls", -3)))
        .unwrap();
    assert_eq!(planned.week.done(&metric("calls")), Amount::ZERO);
}

#[test]
fn money_alone_may_fall_below_zero() {
    let planned = a_week("2026-W48").build();
    let planned = planned
        .after(ActivityChange::Log(log("revenue", -12_000_000)))
        .unwrap();
    assert_eq!(planned.week.done(&metric("revenue")), amount(-12_000_000));
    assert_eq!(planned.week.currency, Some(Currency::CNY));
}

#[test]
fn the_currency_goes_with_the_last_money() {
    let planned = a_week("2026-W48")
        .entry("revenue", 5, Mon)
        .entry("calls", 1, Mon)
        .build();
    let planned = planned.after(ActivityChange::Remove(entry_id(0))).unwrap();
    assert_eq!(planned.week.currency, None);
}

#[test]
fn money_of_other_fractions_is_not_added_to() {
    let mut planned = a_week("2026-W48").entry("revenue", 5, Mon).build();
    let yen = Currency::parse("JPY").unwrap();
    planned.settings.currency = yen;
    let error = ChangeError::OtherCurrency {
        week: planned.week.week,
        from: Currency::CNY,
        to: yen,
    };
    assert_eq!(
        planned.refuses(ActivityChange::Log(log("revenue", 5))),
        error
    );
}

#[test]
fn an_entry_of_a_task_is_of_its_metric_and_takes_no_more_than_there_is() {
    let planned = a_week("2026-W48")
        .entry("visits", 5, Mon)
        .counted("Visit Huaxin", Wed, "visits", 2)
        .build();
    let of_task = |of: &str, units| {
        let task = Some(task_id("Visit Huaxin"));
        ActivityChange::Log(Entry {
            task,
            ..log(of, units)
        })
    };
    let task = task_id("Visit Huaxin").0;
    let visits = metric("visits");
    assert_eq!(
        planned.refuses(of_task("calls", 1)),
        ChangeError::OtherMetric {
            task,
            metric: visits
        }
    );
    let (metric, total, taken) = (metric("visits"), Amount::ZERO, amount(1));
    assert_eq!(
        planned.refuses(of_task("visits", -1)),
        ChangeError::TaskBelowZero {
            task,
            metric,
            total,
            taken
        }
    );
}

#[test]
fn an_entry_that_others_have_been_taken_from_stays() {
    let planned = a_week("2026-W48")
        .entry("calls", 5, Mon)
        .entry("calls", -4, Wed)
        .build();
    let (metric, total, taken) = (metric("calls"), amount(1), amount(5));
    let error = ChangeError::BelowZero {
        metric,
        total,
        taken,
    };
    assert_eq!(planned.refuses(ActivityChange::Remove(entry_id(0))), error);
    assert!(planned.after(ActivityChange::Remove(entry_id(1))).is_ok());
}

#[test]
fn an_entry_that_is_gone_cannot_be_removed() {
    let planned = a_week("2026-W48").build();
    let (noun, id, week) = (Noun::Entry, entry_id(5).0, planned.week.week);
    let error = ChangeError::Gone { noun, id, week };
    assert_eq!(planned.refuses(ActivityChange::Remove(entry_id(5))), error);
}

#[test]
fn a_sealed_week_takes_no_entry() {
    let planned = a_week("2026-W48").sealed().build();
    let error = planned.refuses(ActivityChange::Log(log("calls", 1)));
    assert_eq!(error, ChangeError::Sealed(planned.week.week));
}

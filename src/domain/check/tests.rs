use pretty_assertions::assert_eq;

use super::*;
use crate::domain::fixtures::{a_week, amount, at, day, id, metric, settings, task_id, week_id};
use crate::domain::{
    Answer, Basis, Cause, EventKind, Helped, ImprovementId, LessonKind, OwnDay, TargetStep,
    Weekday, Weight,
};
use Weekday::{Fri, Mon, Tue, Wed};

const WEEK: &str = "2026-W48";

/// A week with something of everything.
fn full() -> Week {
    let mut week = a_week(WEEK)
        .target("calls", 50)
        .stretch("calls", 60)
        .pin("calls", Wed, 8)
        .target("revenue", 50_000_000)
        .entry("calls", 3, Mon)
        .cancelled("Huaxin cancelled", "revenue", 12_000_000, Tue)
        .counted("Call Lin", Wed, "calls", 2)
        .done("Visit Huaxin", Mon)
        .bucket("Send the catalogue")
        .closed(Mon, 4)
        .wins(Mon, &["Huaxin ordered"])
        .miss("calls", Cause::NoTime)
        .whys(&["the mornings went to mails"])
        .task_miss("Call Lin", Cause::Forgot)
        .lesson(LessonKind::Keep, "calls before ten")
        .improvement("quote the same day", Some(Mon))
        .sealed()
        .build()
        .week;
    week.review.helped.push(Helped {
        improvement: ImprovementId(id("ask for the order")),
        helped: Answer::Partly,
        note: None,
    });
    week
}

fn fault(change: impl FnOnce(&mut Week)) -> (String, FaultKind) {
    let mut week = full();
    change(&mut week);
    let fault = week.checked(week_id(WEEK)).unwrap_err();
    (fault.path, fault.kind)
}

/// The place of a fault, its kind, and what brings it about.
type Case<T = Week> = (&'static str, FaultKind, fn(&mut T));

fn assert_faults(cases: Vec<Case>) {
    for (path, kind, change) in cases {
        assert_eq!(fault(change), (path.to_owned(), kind));
    }
}

fn outside(date: &str) -> FaultKind {
    let (week, day) = (week_id(WEEK), day(date));
    FaultKind::Outside { week, day }
}

fn too_small(above: i64, found: i64) -> FaultKind {
    FaultKind::TooSmall { above, found }
}

#[test]
fn a_full_week_is_as_it_should_be() {
    assert_eq!(full().checked(week_id(WEEK)), Ok(full()));
}

#[test]
fn what_is_wrong_with_the_week_itself_is_named() {
    let (expected, found) = (week_id(WEEK), week_id("2026-W47"));
    assert_faults(vec![
        ("week", FaultKind::OtherWeek { expected, found }, |week| {
            week.week = week_id("2026-W47");
        }),
        ("entries", FaultKind::TooMany(100_001), |week| {
            week.entries = vec![week.entries[0].clone(); 100_001];
        }),
        ("closed.2026-11-22", outside("2026-11-22"), |week| {
            let closed = week.closed[&day("2026-11-23")].clone();
            week.closed.insert(day("2026-11-22"), closed);
        }),
        (
            "closed.2026-11-23.wins",
            FaultKind::TooManyLines { most: 3, found: 4 },
            |week| {
                week.closed.get_mut(&day("2026-11-23")).unwrap().wins = vec![String::new(); 4];
            },
        ),
        (
            "closed.2026-11-23.mood",
            FaultKind::Range {
                least: 1,
                most: 5,
                found: 6,
            },
            |week| {
                week.closed.get_mut(&day("2026-11-23")).unwrap().mood = Some(6);
            },
        ),
    ]);
}

#[test]
fn what_is_wrong_with_a_target_is_named() {
    assert_faults(vec![
        (
            "targets[1].metric",
            FaultKind::Twice("calls".into()),
            |week| {
                week.targets[1].metric = metric("calls");
            },
        ),
        ("targets[0].since", outside("2026-11-30"), |week| {
            week.targets[0].since = day("2026-11-30");
        }),
        ("targets[0].changes", FaultKind::Missing, |week| {
            week.targets[0].changes.clear();
        }),
        ("targets[0].changes[0].to", too_small(-1, -2), |week| {
            week.targets[0].changes[0].to = amount(-2);
        }),
        ("targets[0].changes[0].from", too_small(-1, -2), |week| {
            week.targets[0].changes[0].from = Some(amount(-2));
        }),
        ("targets[0].stretch", too_small(50, 50), |week| {
            week.targets[0].stretch = Some(amount(50));
        }),
        (
            "targets[0].stretch",
            FaultKind::TooLarge { found: i64::MAX },
            |week| {
                week.targets[0].stretch = Some(Amount::MAX);
            },
        ),
        (
            "targets[0].pins.2026-11-22",
            outside("2026-11-22"),
            |week| {
                week.targets[0].pins.insert(day("2026-11-22"), amount(1));
            },
        ),
        ("targets[0].pins.2026-11-25", too_small(-1, -1), |week| {
            week.targets[0].pins.insert(day("2026-11-25"), amount(-1));
        }),
        (
            "targets[0].pins.2026-11-25",
            FaultKind::OutOfPlace,
            |week| {
                week.targets[0].since = day("2026-11-26");
            },
        ),
        (
            "targets[0].pins.2026-11-25",
            FaultKind::OutOfPlace,
            |week| {
                let (at, from) = (at("2026-11-25 09:00"), Some(amount(50)));
                let step = TargetStep {
                    at,
                    from,
                    to: amount(0),
                    reason: None,
                };
                week.targets[0].changes.push(step);
            },
        ),
    ]);
}

#[test]
fn what_is_wrong_with_a_task_is_named() {
    let long = FaultKind::Range {
        least: 1,
        most: 1440,
        found: 1441,
    };
    assert_faults(vec![
        (
            "tasks[2].id",
            FaultKind::Twice(task_id("Send the catalogue").to_string()),
            |week| {
                week.tasks[2].id = week.tasks[0].id;
            },
        ),
        ("tasks[2].day", outside("2026-11-30"), |week| {
            week.tasks[2].day = Some(day("2026-11-30"));
        }),
        ("tasks[2].amount", too_small(0, 0), |week| {
            week.tasks[2].amount = Some(amount(0));
        }),
        ("tasks[2].amount", FaultKind::OutOfPlace, |week| {
            week.tasks[2].metric = None;
        }),
        ("tasks[2].before", too_small(-1, -3), |week| {
            week.tasks[2].before = amount(-3);
        }),
        ("tasks[2].estimate", long, |week| {
            week.tasks[2].estimate = Some(1441);
        }),
        ("tasks[1].state.done.on", outside("2026-11-30"), |week| {
            let (on, at) = (day("2026-11-30"), at("2026-11-30 09:00"));
            week.tasks[1].state = TaskState::Done { on, at };
        }),
        ("tasks[1].state.moved.to", FaultKind::OutOfPlace, |week| {
            let (to, at) = (week_id(WEEK), at("2026-11-27 09:00"));
            week.tasks[1].state = TaskState::Moved { to, at };
        }),
    ]);
}

#[test]
fn what_is_wrong_with_an_entry_or_an_event_is_named() {
    let twice = crate::domain::fixtures::entry_id(0).to_string();
    assert_faults(vec![
        ("entries[1].id", FaultKind::Twice(twice), |week| {
            week.entries[1].id = week.entries[0].id;
        }),
        ("entries[1].day", outside("2026-11-22"), |week| {
            week.entries[1].day = day("2026-11-22");
        }),
        (
            "entries[1].amount",
            FaultKind::TooLarge { found: i64::MIN },
            |week| {
                week.entries[1].amount = amount(i64::MIN);
            },
        ),
        (
            "events[1].id",
            FaultKind::Twice(id("Huaxin cancelled").to_string()),
            |week| {
                week.events.push(week.events[0].clone());
            },
        ),
        ("events[0].day", outside("2026-11-22"), |week| {
            week.events[0].day = day("2026-11-22");
        }),
        ("events[0].amount", FaultKind::OutOfPlace, |week| {
            week.events[0].metric = None;
        }),
        ("events[0].amount", too_small(0, -1), |week| {
            week.events[0].amount = Some(amount(-1));
        }),
    ]);
}

#[test]
fn what_is_wrong_with_the_review_is_named() {
    let next = FaultKind::Outside {
        week: week_id("2026-W49"),
        day: day("2026-11-27"),
    };
    let action = id("quote the same day").to_string();
    let answer = id("ask for the order").to_string();
    assert_faults(vec![
        ("review.misses[0]", FaultKind::Missing, |week| {
            week.review.misses[0].metric = None;
        }),
        (
            "review.misses[1].whys",
            FaultKind::TooManyLines { most: 5, found: 6 },
            |week| week.review.misses[1].whys = vec![String::new(); 6],
        ),
        ("review.misses[1].task", FaultKind::OutOfPlace, |week| {
            week.review.misses[1].metric = Some(metric("visits"));
        }),
        (
            "review.misses[2].metric",
            FaultKind::Twice("calls".into()),
            |week| {
                week.review.misses.push(week.review.misses[0].clone());
            },
        ),
        (
            "review.misses[2].task",
            FaultKind::Twice(id("Call Lin").to_string()),
            |week| {
                week.review.misses.push(week.review.misses[1].clone());
            },
        ),
        (
            "review.lessons[1].id",
            FaultKind::Twice(id("calls before ten").to_string()),
            |week| {
                week.review.lessons.push(week.review.lessons[0].clone());
            },
        ),
        (
            "review.improvements[1].id",
            FaultKind::Twice(action),
            |week| {
                week.review
                    .improvements
                    .push(week.review.improvements[0].clone());
            },
        ),
        ("review.improvements[0].day", next, |week| {
            week.review.improvements[0].day = Some(day("2026-11-27"));
        }),
        (
            "review.helped[1].improvement",
            FaultKind::Twice(answer),
            |week| {
                week.review.helped.push(week.review.helped[0].clone());
            },
        ),
    ]);
}

#[test]
fn what_is_wrong_with_a_seal_is_named() {
    assert_faults(vec![
        ("sealed[0]", FaultKind::Missing, |week| {
            week.sealed.push(week.sealed[0].clone());
        }),
        (
            "sealed[0].holidays.2026-12-01",
            outside("2026-12-01"),
            |week| {
                let new_year = crate::domain::Holiday::NewYear;
                week.sealed[0].holidays.insert(day("2026-12-01"), new_year);
            },
        ),
        (
            "sealed[0].metrics[1].id",
            FaultKind::Twice("new_customers".into()),
            |week| {
                week.sealed[0].metrics[1] = week.sealed[0].metrics[0].clone();
            },
        ),
        (
            "sealed[0].metrics[0].basis",
            FaultKind::OutOfPlace,
            |week| {
                week.sealed[0].metrics[0].basis = Some(Basis::Signed);
            },
        ),
    ]);
}

#[test]
fn what_is_wrong_with_the_settings_is_named() {
    let cases: Vec<Case<Settings>> = vec![
        (
            "metrics[3].id",
            FaultKind::Twice("visits".into()),
            |settings| {
                settings.metrics[3].id = metric("visits");
            },
        ),
        (
            "metrics[3].letter",
            FaultKind::Twice("v".into()),
            |settings| {
                settings.metrics[3].letter = settings.metrics[2].letter;
            },
        ),
        ("metrics[0].basis", FaultKind::OutOfPlace, |settings| {
            settings.metrics[0].basis = Some(Basis::Invoiced);
        }),
        ("metrics[0].step", too_small(0, 0), |settings| {
            settings.metrics[0].step = Some(amount(0));
        }),
        ("hours.to", FaultKind::OutOfPlace, |settings| {
            settings.hours.to = settings.hours.from;
        }),
        (
            "calendar.pattern",
            FaultKind::Range {
                least: 1,
                most: 52,
                found: 0,
            },
            |settings| {
                settings.calendar.pattern.clear();
            },
        ),
    ];
    for (path, kind, change) in cases {
        let mut settings = settings();
        change(&mut settings);
        let fault = settings.checked().unwrap_err();
        assert_eq!((fault.path.as_str(), fault.kind), (path, kind));
    }
}

#[test]
fn a_retired_metric_may_have_a_letter_that_is_in_use() {
    let mut settings = settings();
    settings.metrics[7].letter = settings.metrics[2].letter;
    assert!(settings.checked().is_ok());
}

#[test]
fn a_week_is_read_as_it_was_written() {
    let text = serde_json::to_string_pretty(&full()).unwrap();
    assert_eq!(serde_json::from_str::<Week>(&text).unwrap(), full());
}

#[test]
fn settings_are_read_as_they_were_written() {
    let mut settings = settings();
    let (weight, why) = (Weight::OFF, Some("leave".into()));
    settings
        .calendar
        .days
        .insert(day("2026-12-24"), OwnDay { weight, why });
    let text = serde_json::to_string(&settings).unwrap();
    assert_eq!(serde_json::from_str::<Settings>(&text).unwrap(), settings);
}

#[test]
fn a_text_that_is_no_week_is_refused_with_what_was_expected() {
    let cases = [
        (
            "an unknown field",
            r#"{"version":2,"week":"2026-W48","weather":1}"#,
            "unknown field `weather`",
        ),
        (
            "an unknown field of a task",
            r#"{"version":2,"week":"2026-W48","tasks":[{"id":"k3f9c2q7","title":"a","colour":1}]}"#,
            "unknown field `colour`",
        ),
        (
            "a field twice",
            r#"{"version":2,"week":"2026-W48","week":"2026-W48"}"#,
            "duplicate field `week`",
        ),
        (
            "a key twice",
            r#"{"version":2,"week":"2026-W48","closed":{"2026-11-23":{"at":"2026-11-23T18:10:00+08:00"},"2026-11-23":{"at":"2026-11-23T18:10:00+08:00"}}}"#,
            "the key `2026-11-23` stands twice",
        ),
        (
            "a version to come",
            r#"{"version":3,"week":"2026-W48"}"#,
            "expected version 2, found 3",
        ),
        ("no week", r#"{"version":2}"#, "missing field `week`"),
        (
            "a week that is none",
            r#"{"version":2,"week":"2026-W54"}"#,
            "expected a week like 2026-W48",
        ),
        (
            "a fraction",
            r#"{"version":2,"week":"2026-W48","entries":[{"id":"k3f9c2q7","day":"2026-11-23","at":"2026-11-23T18:10:00+08:00","metric":"calls","amount":1.5}]}"#,
            "expected i64",
        ),
        (
            "an exponent",
            r#"{"version":2,"week":"2026-W48","entries":[{"id":"k3f9c2q7","day":"2026-11-23","at":"2026-11-23T18:10:00+08:00","metric":"calls","amount":1e3}]}"#,
            "expected i64",
        ),
        (
            "more after the end",
            r#"{"version":2,"week":"2026-W48"}{}"#,
            "trailing characters",
        ),
    ];
    for (label, text, expected) in cases {
        let error = serde_json::from_str::<Week>(text).unwrap_err().to_string();
        assert!(error.contains(expected), "{label}: {error}");
    }
}

#[test]
fn a_text_nested_without_end_is_refused() {
    let text = "[".repeat(100_000);
    let text = format!(r#"{{"version":2,"week":"2026-W48","tasks":{text}"#);
    assert!(serde_json::from_str::<Week>(&text).is_err());
}

#[test]
fn lists_are_sorted_by_day_then_moment_then_id_and_stay_so() {
    let mut week = full();
    week.entries.reverse();
    week.tasks.reverse();
    week.targets.reverse();
    week.sort();
    assert_eq!(week, full());
    let days: Vec<_> = week.tasks.iter().map(|task| task.day).collect();
    assert_eq!(
        days,
        [None, Some(day("2026-11-23")), Some(day("2026-11-25"))]
    );
    let mut same = a_week(WEEK)
        .entry("calls", 1, Fri)
        .entry("calls", 2, Fri)
        .build()
        .week;
    same.entries.reverse();
    same.sort();
    assert_eq!(
        same.entries
            .iter()
            .map(|entry| entry.amount.units())
            .collect::<Vec<_>>(),
        [1, 2]
    );
    assert_eq!(week.events[0].kind, EventKind::OrderCancelled);
}

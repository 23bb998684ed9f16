//! The week for machines, word by word.

use pretty_assertions::assert_eq;
use serde::Serialize;

use super::{next_week, seen, seen_in};
use crate::domain::fixtures::{Planned, a_week, amount, metric};
use crate::domain::{
    Answer, Cause, Closed, Event, EventKind, Helped, Id, Improvement, LessonKind, Moment, Move,
    TaskId, TaskState, Weekday,
};
use Weekday::{Mon, Tue, Wed};

fn moment(text: &str) -> Moment {
    text.parse().unwrap()
}

fn id<T: From<Id>>(text: &str) -> T {
    text.parse::<Id>().unwrap().into()
}

/// JSON without the blanks between its words.
fn dense(json: &str) -> String {
    let mut in_text = false;
    json.chars()
        .filter(|sign| {
            in_text ^= *sign == '"';
            in_text || !sign.is_whitespace()
        })
        .collect()
}

fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap()
}

/// The week of the contract's example.
fn example() -> Planned {
    let visit: TaskId = id("k3f9c2q7");
    let visited = moment("2026-11-25T09:52:31+08:00");
    let mut planned = a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 12, Mon)
        .entry("calls", 9, Tue)
        .entry("calls", 6, Wed)
        .task_with("Visit Huaxin", Some(Wed), |task| {
            task.id = visit;
            task.time = Some("09:00".parse().unwrap());
            (task.important, task.urgent) = (Some(true), true);
            task.metric = Some(metric("visits"));
            task.amount = Some(amount(1));
            task.customer = Some("Huaxin".to_owned());
            task.moves = vec![Move {
                at: moment("2026-11-24T08:55:00+08:00"),
                from: Some("2026-11-24".parse().unwrap()),
                to: task.day,
            }];
            task.state = TaskState::Done {
                on: visited.day(),
                at: visited,
            };
        })
        .entry_with("visits", 1, Wed, |entry| {
            entry.id = id("m2x7p0ta");
            entry.at = visited;
            entry.task = Some(visit);
            entry.customer = Some("Huaxin".to_owned());
        })
        .miss("new_customers", Cause::CustomerUnavailable)
        .whys(&["no talk before noon"])
        .lesson(LessonKind::Keep, "calls before ten")
        .build();
    let week = &mut planned.week;
    week.targets[0].changes[0].at = moment("2026-11-23T08:52:10+08:00");
    week.review.lessons[0].id = id("a8w3k5zn");
    week.review.improvements.push(Improvement {
        id: id("q2r6t9vb"),
        text: "quote the same day".to_owned(),
        day: Some("2026-11-30".parse().unwrap()),
        measure: Some("9 of 10 quotes".to_owned()),
    });
    week.events.push(Event {
        id: id("p9d4s6ha"),
        day: visited.day(),
        at: moment("2026-11-25T13:20:00+08:00"),
        kind: EventKind::OrderCancelled,
        text: "Huaxin cancelled".to_owned(),
        metric: Some(metric("revenue")),
        amount: Some(amount(12_000_000)),
    });
    planned
}

#[test]
fn a_metric_is_written_as_the_contract_has_it() {
    let seen = seen(&example(), "2026-11-25 14:00");
    let day = |date: &str, figures: &str| format!(r#"{{ "date": "2026-11-{date}", {figures} }}"#);
    let days = [
        day(
            "23",
            r#""baseline": 10, "done": 12, "adaptive": null, "pinned": null"#,
        ),
        day(
            "24",
            r#""baseline": 10, "done": 9, "adaptive": null, "pinned": null"#,
        ),
        day(
            "25",
            r#""baseline": 10, "done": 6, "adaptive": 10, "pinned": null"#,
        ),
        day(
            "26",
            r#""baseline": 10, "done": 0, "adaptive": 10, "pinned": null"#,
        ),
        day(
            "27",
            r#""baseline": 10, "done": 0, "adaptive": 9, "pinned": null"#,
        ),
        day(
            "28",
            r#""baseline": 0, "done": 0, "adaptive": 0, "pinned": null"#,
        ),
        day(
            "29",
            r#""baseline": 0, "done": 0, "adaptive": 0, "pinned": null"#,
        ),
    ]
    .join(", ");
    let expected = format!(
        r#"{{ "id": "calls", "name": "calls", "kind": "activity", "unit": "count", "currency": null, "minor_digits": 0, "letter": "c", "retired": false,
            "target": 50, "since": "2026-11-23", "stretch": null, "changes": [ {{ "at": "2026-11-23T08:52:10+08:00", "from": null, "to": 50, "reason": null }} ],
            "done": 27, "attainment_bp": 5400, "status": "on_pace", "lead_days": 0.1, "run_rate": 10.5, "required_run_rate": 9.666666666666666,
            "unplaced": 0, "over": 0, "forecast": null, "forecast_missing": null,
            "days": [ {days} ] }}"#
    );
    assert_eq!(json(seen.of("calls")), dense(&expected));
}

#[test]
fn records_are_written_as_the_contract_has_them() {
    let seen = seen(&example(), "2026-11-25 14:00");
    let entry = seen.entries.iter().find(|entry| entry.task.is_some());
    for (written, expected) in [
        (
            json(&seen.tasks),
            r#"[ { "id": "k3f9c2q7", "day": "2026-11-25", "time": "09:00", "due": null, "title": "Visit Huaxin", "class": "A", "important": true, "urgent": true, "estimate": null,
            "state": "done", "cause": null, "cause_note": null, "whys": [], "metric": "visits", "amount": 1, "customer": "Huaxin", "moves": 1, "done_at": "2026-11-25T09:52:31+08:00", "repeat": null } ]"#,
        ),
        (
            json(&entry),
            r#"{ "id": "m2x7p0ta", "day": "2026-11-25", "at": "2026-11-25T09:52:31+08:00", "metric": "visits", "amount": 1, "task": "k3f9c2q7",
            "event": null, "customer": "Huaxin", "approach": null, "note": null }"#,
        ),
        (
            json(&seen.events),
            r#"[ { "id": "p9d4s6ha", "day": "2026-11-25", "at": "2026-11-25T13:20:00+08:00", "kind": "order_cancelled", "text": "Huaxin cancelled", "metric": "revenue", "amount": 12000000 } ]"#,
        ),
        (
            json(&seen.misses),
            r#"[ { "metric": "new_customers", "cause": "customer_unavailable", "note": null, "whys": ["no talk before noon"] } ]"#,
        ),
        (
            json(&seen.lessons),
            r#"[ { "id": "a8w3k5zn", "kind": "keep", "text": "calls before ten" } ]"#,
        ),
        (
            json(&seen.improvements),
            r#"[ { "id": "q2r6t9vb", "text": "quote the same day", "day": "2026-11-30", "measure": "9 of 10 quotes", "helped": null, "helped_note": null } ]"#,
        ),
    ] {
        assert_eq!(written, dense(expected));
    }
}

#[test]
fn a_day_is_written_as_the_contract_has_it() {
    let mut week = example();
    let closed = Closed {
        at: moment("2026-11-24T18:10:00+08:00"),
        mood: Some(4),
        worked: Some("calls early".to_owned()),
        wins: vec!["Huaxin ordered".to_owned()],
    };
    week.week
        .closed
        .insert("2026-11-24".parse().unwrap(), closed);
    let seen = seen(&week, "2026-11-25 14:00");
    assert_eq!(
        json(&seen.days[Mon]),
        dense(
            r#"{ "date": "2026-11-23", "weekday": "mon", "weight": 100, "off": false, "holiday": null, "closed": false, "mood": null, "worked": null, "wins": [] }"#
        )
    );
    assert_eq!(
        json(&seen.days[Tue]),
        dense(
            r#"{ "date": "2026-11-24", "weekday": "tue", "weight": 100, "off": false, "holiday": null, "closed": true, "mood": 4, "worked": "calls early", "wins": ["Huaxin ordered"] }"#
        )
    );
}

#[test]
fn the_answer_to_an_improvement_is_written_with_it() {
    let week = example();
    let mut next = a_week("2026-W49").build();
    next.week.review.helped.push(Helped {
        improvement: id("q2r6t9vb"),
        helped: Answer::Partly,
        note: Some("7 of 10".to_owned()),
    });
    let written = json(&seen_in(&week, &next_week(&next.week), "2026-12-04 16:00").improvements);
    assert!(written.ends_with(r#""helped":"partly","helped_note":"7 of 10"}]"#));
}

/// A metric of a week without a file, seen on its Wednesday.
fn untouched(head: &str) -> String {
    let days: Vec<_> = (23..30)
        .map(|day| {
            let adaptive = if day < 25 { "null" } else { "0" };
            format!(r#"{{ "date": "2026-11-{day}", "baseline": 0, "done": 0, "adaptive": {adaptive}, "pinned": null }}"#)
        })
        .collect();
    format!(
        r#"{{ {head}, "retired": false, "target": null, "since": null, "stretch": null, "changes": [],
            "done": 0, "attainment_bp": null, "status": "no_target", "lead_days": null, "run_rate": null, "required_run_rate": null,
            "unplaced": 0, "over": 0, "forecast": null, "forecast_missing": null, "days": [ {} ] }}"#,
        days.join(", ")
    )
}

#[test]
fn a_week_without_a_file_is_written_whole() {
    let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let days: Vec<_> = (23..).zip(weekdays).map(|(date, weekday)| {
        let (weight, off) = if date < 28 { (100, false) } else { (0, true) };
        format!(r#"{{ "date": "2026-11-{date}", "weekday": "{weekday}", "weight": {weight}, "off": {off}, "holiday": null, "closed": false, "mood": null, "worked": null, "wins": [] }}"#)
    }).collect();
    let count = |id: &str, kind: &str, letter: char| {
        untouched(&format!(
            r#""id": "{id}", "name": "{id}", "kind": "{kind}", "unit": "count", "currency": null, "minor_digits": 0, "letter": "{letter}""#
        ))
    };
    let metrics = [
        count("new_customers", "outcome", 'n'),
        untouched(
            r#""id": "revenue", "name": "revenue", "kind": "outcome", "unit": "money", "currency": "CNY", "minor_digits": 2, "letter": "d""#,
        ),
        count("visits", "activity", 'v'),
        count("calls", "activity", 'c'),
        count("emails", "activity", 'e'),
        count("messages", "activity", 'w'),
        untouched(
            r#""id": "training", "name": "training", "kind": "growth", "unit": "minutes", "currency": null, "minor_digits": 0, "letter": "t""#,
        ),
    ];
    let expected = format!(
        r#"{{ "version": 1, "week": "2026-W48", "from": "2026-11-23", "to": "2026-11-29", "today": "2026-11-25", "state": "unplanned",
            "outlook": {{ "market": "normal", "note": "" }}, "focus": null, "days": [ {} ], "metrics": [ {} ],
            "tasks": [], "entries": [], "events": [], "misses": [], "lessons": [], "improvements": [] }}"#,
        days.join(", "),
        metrics.join(", ")
    );
    let seen = seen(&a_week("2026-W48").build(), "2026-11-25 09:00");
    assert_eq!(json(&seen), dense(&expected));
}

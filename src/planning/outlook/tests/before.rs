//! What the days before left.

use pretty_assertions::assert_eq;

use super::{seen, seen_with};
use crate::domain::fixtures::{
    Planned, WeekBuilder, a_week, amount, at, day, metric, task_id, week_id,
};
use crate::domain::{Cause, EventKind, Move, TaskState, Weekday};
use Weekday::{Mon, Thu, Tue, Wed};

const TUESDAY: &str = "2026-11-24 09:00";

fn left_by_last_week() -> Planned {
    a_week("2026-W47")
        .target("calls", 50)
        .task("Reference list", Thu)
        .bucket("Mail folder")
        .done("Visit", Mon)
        .build()
}

fn titles_before(week: &Planned, earlier: &[&Planned], now: &str) -> Vec<String> {
    let seen = seen_with(week, earlier, now);
    let earlier = seen.open_before.earlier;
    let tasks = earlier.into_iter().flat_map(|earlier| earlier.tasks);
    tasks.map(|task| task.title).collect()
}

#[test]
fn open_tasks_of_past_days_are_listed_and_nothing_else() {
    let week = a_week("2026-W48")
        .task("Call Lin", Mon)
        .done("Visit", Mon)
        .task("Quote", Tue)
        .bucket("Cards")
        .build();
    let before = seen(&week, TUESDAY).open_before;
    assert_eq!(before.this_week, [task_id("Call Lin")]);
    assert_eq!(before.earlier, None);
    assert_eq!(before.len(), 1);
    assert!(seen(&week, "2026-11-23 09:00").open_before.is_empty());
}

#[test]
fn the_newest_earlier_week_gives_its_open_tasks_and_its_buckets() {
    let week = a_week("2026-W48").build();
    let older = a_week("2026-W46").task("Old", Mon).build();
    let newest = left_by_last_week();
    let now = "2026-11-23 09:00";
    let seen = seen_with(&week, &[&newest, &older], now);
    let earlier = seen.open_before.earlier.unwrap();
    assert_eq!(earlier.week, week_id("2026-W47"));
    assert_eq!(
        titles_before(&week, &[&newest, &older], now),
        ["Mail folder", "Reference list"],
        "as entered"
    );
}

#[test]
fn a_task_that_stands_in_both_weeks_counts_in_the_later_one() {
    let week = a_week("2026-W48").bucket("Mail folder").build();
    assert_eq!(
        titles_before(&week, &[&left_by_last_week()], TUESDAY),
        ["Reference list"]
    );
}

#[test]
fn a_week_that_is_over_asks_for_nothing() {
    let week = a_week("2026-W48").task("Call Lin", Mon).build();
    let over = "2026-12-01 09:00";
    let before = seen_with(&week, &[&left_by_last_week()], over).open_before;
    assert!(before.is_empty());
}

#[test]
fn last_week_is_named_while_its_review_is_due() {
    let week = a_week("2026-W48").build();
    let unsealed = |last: &Planned, now| seen_with(&week, &[last], now).unsealed_before;
    let monday = "2026-11-23 08:50";
    let planned = || a_week("2026-W47").target("calls", 50);
    let last = Some(week_id("2026-W47"));
    assert_eq!(unsealed(&planned().build(), monday), last);
    assert_eq!(unsealed(&planned().sealed().build(), monday), None);
    assert_eq!(unsealed(&a_week("2026-W47").build(), monday), None);
    let older = a_week("2026-W46").target("calls", 50).build();
    assert_eq!(unsealed(&older, monday), None, "not last week");
    assert_eq!(
        unsealed(&planned().build(), "2026-11-19 09:00"),
        None,
        "next week is planned while this one runs"
    );
}

#[test]
fn what_was_recorded_today_is_known() {
    let skipped = |task: &mut crate::domain::Task| {
        task.state = TaskState::Skipped {
            cause: Cause::NoTime,
            note: None,
            at: at("2026-11-24 08:00"),
        };
    };
    let moved = |task: &mut crate::domain::Task| {
        task.moves.push(Move {
            at: at("2026-11-24 08:00"),
            from: Some(day("2026-11-23")),
            to: Some(day("2026-11-25")),
        });
    };
    let week = || a_week("2026-W48").target("calls", 50);
    let cases: [(&str, WeekBuilder, bool); 9] = [
        ("a target", week(), false),
        ("a task", week().task("Quote", Tue), false),
        ("yesterday's entry", week().entry("calls", 1, Mon), false),
        ("an entry", week().entry("calls", 1, Tue), true),
        (
            "an entry for yesterday",
            week().entry_with("calls", 1, Mon, |entry| entry.at = at("2026-11-24 08:30")),
            true,
        ),
        ("a done task", week().done("Visit", Tue), true),
        (
            "a skipped task",
            week().task_with("Visit", Some(Mon), skipped),
            true,
        ),
        (
            "a moved task",
            week().task_with("Visit", Some(Wed), moved),
            true,
        ),
        (
            "an event",
            week().event(EventKind::Personal, "ill", Tue),
            true,
        ),
    ];
    for (label, week, recorded) in cases {
        assert_eq!(
            seen(&week.build(), TUESDAY).recorded_today,
            recorded,
            "{label}"
        );
    }
    let decided = a_week("2026-W47")
        .task_with("Visit", Some(Mon), skipped)
        .build();
    let seen = seen_with(&week().build(), &[&decided], TUESDAY);
    assert!(seen.recorded_today, "last week's task was decided on");
}

#[test]
fn an_earlier_task_comes_with_its_progress() {
    let last = a_week("2026-W47")
        .counted("Emails", Mon, "emails", 20)
        .entry_with("emails", 14, Mon, |entry| {
            entry.task = Some(task_id("Emails"));
        })
        .build();
    let seen = seen_with(&a_week("2026-W48").build(), &[&last], TUESDAY);
    let emails = &seen.open_before.earlier.unwrap().tasks[0];
    assert_eq!(emails.progress, amount(14));
    assert_eq!(emails.metric, Some(metric("emails")));
}

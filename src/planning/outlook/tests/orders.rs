//! A day's counters and tasks, and what comes next.

use pretty_assertions::assert_eq;

use super::seen;
use crate::domain::fixtures::{WeekBuilder, a_week, amount, at, day, metric, task_id};
use crate::domain::{Cause, Move, Task, TaskState, Weekday};
use crate::planning::{Class, Counter, NextStep, Outlook, TaskOutlook, Why, day_view, next};
use Weekday::{Fri, Mon, Thu, Tue, Wed};

const WEDNESDAY: &str = "2026-11-25 10:18";

fn titles(tasks: &[&TaskOutlook]) -> Vec<String> {
    tasks.iter().map(|task| task.title.clone()).collect()
}

fn class(task: &mut Task, class: Class) {
    task.important = Some(matches!(class, Class::A | Class::B));
    task.urgent = matches!(class, Class::A | Class::C);
}

fn moved(task: &mut Task, times: usize) {
    let step = Move {
        at: at("2026-11-24 09:00"),
        from: None,
        to: task.day,
    };
    task.moves = vec![step; times];
}

fn timed(task: &mut Task, time: &str) {
    task.time = Some(time.parse().unwrap());
}

#[test]
fn open_tasks_stand_by_class_time_focus_moves_and_entry() {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .focus("calls")
        .task("entered first", Wed)
        .task_with("entered later", Some(Wed), |task| {
            task.added = at("2026-11-25 08:01");
        })
        .task_with("moved twice", Some(Wed), |task| moved(task, 2))
        .task_with("moved once", Some(Wed), |task| moved(task, 1))
        .task_with("of the focus", Some(Wed), |task| {
            task.metric = Some(metric("calls"));
        })
        .task_with("at two", Some(Wed), |task| timed(task, "14:00"))
        .task_with("at nine", Some(Wed), |task| timed(task, "09:00"))
        .task_with("urgent", Some(Wed), |task| class(task, Class::C))
        .task_with("important", Some(Wed), |task| class(task, Class::B))
        .task_with("both, at three", Some(Wed), |task| {
            class(task, Class::A);
            timed(task, "15:00");
        })
        .task_with("both", Some(Wed), |task| class(task, Class::A))
        .build();
    let seen = seen(&week, WEDNESDAY);
    assert_eq!(
        titles(&day_view(&seen, day("2026-11-25")).open),
        [
            "both, at three",
            "both",
            "important",
            "urgent",
            "at nine",
            "at two",
            "of the focus",
            "moved twice",
            "moved once",
            "entered first",
            "entered later",
        ]
    );
}

#[test]
fn a_task_is_urgent_by_its_due_date_today_or_past() {
    for (due, urgent) in [
        ("2026-11-24", true),
        ("2026-11-25", true),
        ("2026-11-26", false),
    ] {
        let week = a_week("2026-W48")
            .task_with("Quote", Some(Wed), |task| task.due = Some(day(due)))
            .build();
        let seen = seen(&week, WEDNESDAY);
        assert_eq!(seen.tasks[0].urgent, urgent, "{due}");
        let class = if urgent { Class::C } else { Class::D };
        assert_eq!(seen.tasks[0].class, class, "{due}");
    }
}

#[test]
fn a_day_has_its_open_done_and_gone_tasks_and_the_bucket() {
    let done = |on: &str, at_time: &str| TaskState::Done {
        on: day(on),
        at: at(at_time),
    };
    let week = a_week("2026-W48")
        .task("open", Wed)
        .task("of another day", Thu)
        .bucket("some day")
        .task_with("done late", Some(Wed), |task| {
            task.state = done("2026-11-25", "2026-11-25 10:00");
        })
        .task_with("done early", Some(Mon), |task| {
            task.state = done("2026-11-25", "2026-11-25 09:00");
        })
        .task_with("done from the bucket", None, |task| {
            task.state = done("2026-11-25", "2026-11-25 09:30");
        })
        .task_with("given up", Some(Wed), |task| {
            task.state = TaskState::Skipped {
                cause: Cause::NoTime,
                note: None,
                at: at("2026-11-25 09:00"),
            };
        })
        .build();
    let seen = seen(&week, WEDNESDAY);
    let view = day_view(&seen, day("2026-11-25"));
    assert_eq!(titles(&view.open), ["open"]);
    assert_eq!(
        titles(&view.done),
        ["done early", "done from the bucket", "done late"]
    );
    assert_eq!(titles(&view.gone), ["given up"]);
    assert_eq!(titles(&view.bucket), ["some day"]);
    let monday = day_view(&seen, day("2026-11-23"));
    assert_eq!(monday.done, [] as [&TaskOutlook; 0]);
}

#[test]
fn a_task_says_how_far_it_has_come_and_when_it_was_moved_often() {
    let week = a_week("2026-W48")
        .task_with("Emails", Some(Wed), |task| {
            task.metric = Some(metric("emails"));
            task.amount = Some(amount(20));
            task.before = amount(4);
            moved(task, 3);
        })
        .task_with("Notes", Some(Wed), |task| moved(task, 2))
        .entry_with("emails", 10, Wed, |entry| {
            entry.task = Some(task_id("Emails"));
        })
        .build();
    let seen = seen(&week, WEDNESDAY);
    let emails = seen.task(task_id("Emails")).unwrap();
    assert_eq!((emails.progress, emails.left()), (amount(14), Some(6)));
    assert!(emails.moved_often());
    let notes = seen.task(task_id("Notes")).unwrap();
    assert_eq!(notes.left(), None);
    assert!(!notes.moved_often());
}

fn counters(seen: &Outlook, on: &str) -> Vec<(String, i64, Option<u64>, u64, u64)> {
    let line = |counter: &Counter<'_>| {
        let id = counter.metric.id.to_string();
        (
            id,
            counter.done.units(),
            counter.quota,
            counter.plan,
            counter.left,
        )
    };
    let view = day_view(seen, day(on));
    view.counters.iter().map(line).collect()
}

fn counted() -> WeekBuilder {
    a_week("2026-W48")
        .target("visits", 15)
        .target("calls", 50)
        .target("new_customers", 2)
        .focus("calls")
        .entry("visits", 6, Mon)
        .entry("calls", 4, Mon)
        .entry("new_customers", 2, Mon)
        .entry("calls", 6, Tue)
        .entry("emails", 3, Tue)
}

#[test]
fn a_counter_stands_for_each_target_and_each_entry_of_the_day_the_focus_first() {
    let seen = seen(&counted().build(), "2026-11-24 10:00");
    let named = |id: &str, done, quota, plan, left| (id.to_owned(), done, quota, plan, left);
    assert_eq!(
        counters(&seen, "2026-11-24"),
        [
            named("calls", 6, Some(12), 10, 6),
            named("new_customers", 0, Some(0), 1, 0),
            named("visits", 0, Some(3), 3, 3),
            named("emails", 3, None, 0, 0),
        ]
    );
    assert_eq!(
        counters(&seen, "2026-11-23"),
        [
            named("calls", 4, Some(10), 10, 6),
            named("new_customers", 2, Some(1), 1, 0),
            named("visits", 6, Some(3), 3, 0),
        ],
        "a past day is judged by the plan"
    );
    assert_eq!(
        counters(&seen, "2026-11-25")[0],
        named("calls", 0, Some(12), 10, 12),
        "a day to come owes its adaptive quota"
    );
    assert_eq!(counters(&seen, "2026-11-30"), [], "a day of another week");
}

#[test]
fn a_counter_knows_what_tasks_bring() {
    let week = a_week("2026-W48")
        .target("visits", 15)
        .counted("Yunfeng", Wed, "visits", 1)
        .counted("Huaxin", Wed, "visits", 1)
        .counted("tomorrow", Thu, "visits", 1)
        .task_with("no amount", Some(Wed), |task| {
            task.metric = Some(metric("visits"));
        })
        .task_with("visited", Some(Wed), |task| {
            task.metric = Some(metric("visits"));
            task.amount = Some(amount(1));
            let (on, at) = (day("2026-11-25"), at("2026-11-25 09:52"));
            task.state = TaskState::Done { on, at };
        })
        .entry("visits", 1, Wed)
        .entry_with("visits", 1, Wed, |entry| {
            entry.task = Some(task_id("visited"));
        })
        .build();
    let seen = seen(&week, WEDNESDAY);
    assert_eq!(day_view(&seen, day("2026-11-25")).counters[0].from_tasks, 3);
}

fn next_task(seen: &Outlook, now: &str) -> Option<(String, Why)> {
    match next(seen, at(now)).step {
        NextStep::Task { task, why } => Some((task.title.clone(), why)),
        NextStep::Counter(_) | NextStep::AllDone { .. } => None,
    }
}

#[test]
fn a_timed_task_comes_first_from_a_quarter_of_an_hour_before() {
    let week = a_week("2026-W48")
        .task_with("Call Lin", Some(Wed), |task| timed(task, "10:30"))
        .task_with("Quote", Some(Wed), |task| class(task, Class::A))
        .build();
    let soon = |minutes| Some(("Call Lin".to_owned(), Why::Time { minutes }));
    for (now, expected) in [
        ("2026-11-25 10:14", Some(("Quote".to_owned(), Why::First))),
        ("2026-11-25 10:15", soon(15)),
        ("2026-11-25 10:18", soon(12)),
        ("2026-11-25 11:00", soon(-30)),
    ] {
        assert_eq!(next_task(&seen(&week, now), now), expected, "{now}");
    }
}

#[test]
fn without_tasks_the_counter_with_the_largest_share_left_comes_next() {
    let week = a_week("2026-W48")
        .target("visits", 15)
        .target("calls", 50)
        .target("emails", 100)
        .entry("visits", 2, Mon)
        .entry("calls", 5, Mon)
        .entry("emails", 20, Mon)
        .build();
    let now = "2026-11-23 10:00";
    let seen = seen(&week, now);
    let next = next(&seen, at(now));
    let still: Vec<_> = next
        .still
        .iter()
        .map(|counter| (counter.metric.id.as_str(), counter.left))
        .collect();
    assert_eq!(still, [("visits", 1), ("calls", 5)]);
    let NextStep::Counter(counter) = next.step else {
        panic!("a counter, not {:?}", next.step);
    };
    assert_eq!(counter.metric.id, metric("calls"), "half before a third");
}

#[test]
fn when_all_is_done_the_next_day_is_named() {
    let friday = |week: WeekBuilder| {
        let seen = seen(&week.day_off(Thu).build(), WEDNESDAY);
        match next(&seen, at(WEDNESDAY)).step {
            NextStep::AllDone { tomorrow } => {
                let tomorrow = tomorrow?;
                let first = tomorrow.first.map(|task| task.title.clone());
                Some((tomorrow.day.to_string(), first))
            }
            other => panic!("all done, not {other:?}"),
        }
    };
    let on = |day: &str, first: Option<&str>| Some((day.to_owned(), first.map(str::to_owned)));
    let empty = a_week("2026-W48");
    assert_eq!(friday(empty.clone()), on("2026-11-27", None));
    let planned = empty
        .clone()
        .task("later", Fri)
        .task_with("first", Some(Fri), |task| class(task, Class::A));
    assert_eq!(friday(planned), on("2026-11-27", Some("first")));
    let on_a_day_off = empty.clone().task("anyway", Thu);
    assert_eq!(friday(on_a_day_off), on("2026-11-26", Some("anyway")));
    assert_eq!(friday(empty.day_off(Fri)), None);
}

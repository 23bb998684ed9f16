use pretty_assertions::assert_eq;

use super::*;
use crate::domain::change::ActivityChange;
use crate::domain::fixtures::{
    Planned, a_week, amount, at, day, entry, entry_id, metric, task as a_task, task_id, week_id,
};
use crate::domain::{Currency, Weekday};
use Weekday::{Fri, Mon, Wed};

const VISIT: &str = "Visit Huaxin";

fn visit() -> TaskId {
    task_id(VISIT)
}

/// A task of two visits on Wednesday.
fn two_visits() -> Planned {
    a_week("2026-W48").counted(VISIT, Wed, "visits", 2).build()
}

fn check_off() -> TaskChange {
    TaskChange::Complete {
        id: visit(),
        on: day("2026-11-25"),
        at: at("2026-11-25 15:00"),
        entry: entry_id(50),
    }
}

/// What `+` and `-` on the task's row write, at 10:00 of Wednesday.
fn plus(n: u64, units: i64) -> ActivityChange {
    let mut entry = entry(n, "visits", units, day("2026-11-25"));
    entry.task = Some(visit());
    ActivityChange::Log(entry)
}

fn edit(fields: Vec<TaskField>) -> TaskChange {
    TaskChange::Edit {
        id: visit(),
        fields,
    }
}

fn state(planned: &Planned) -> &TaskState {
    &planned.week.task(visit()).unwrap().state
}

fn done(moment: &str) -> TaskState {
    let at = at(moment);
    TaskState::Done { on: at.day(), at }
}

#[test]
fn checking_off_writes_one_entry_of_what_is_missing() {
    let planned = two_visits()
        .after(plus(1, 1))
        .unwrap()
        .after(check_off())
        .unwrap();
    let written = planned
        .week
        .entries
        .iter()
        .find(|entry| entry.id == entry_id(50));
    assert_eq!(written.unwrap().amount, amount(1));
    assert_eq!(written.unwrap().task, Some(visit()));
    assert_eq!(state(&planned), &done("2026-11-25 15:00"));
}

#[test]
fn opening_again_removes_the_entry_that_checking_off_wrote() {
    let begun = two_visits().after(plus(1, 1)).unwrap();
    let planned = begun.after(check_off()).unwrap();
    assert_eq!(planned.after(TaskChange::Reopen(visit())).unwrap(), begun);
}

#[test]
fn a_task_without_an_amount_is_checked_off_without_an_entry() {
    let planned = a_week("2026-W48").task(VISIT, Wed).build();
    let checked_off = planned.after(check_off()).unwrap();
    assert_eq!(checked_off.week.entries, []);
    assert_eq!(
        checked_off.after(TaskChange::Reopen(visit())).unwrap(),
        planned
    );
}

#[test]
fn what_cannot_be_checked_off_is_refused() {
    let planned = two_visits();
    let on = |on: &str| TaskChange::Complete {
        id: visit(),
        on: day(on),
        at: at("2026-11-25 15:00"),
        entry: entry_id(50),
    };
    let sunday = day("2026-11-22");
    let week = planned.week.week;
    assert_eq!(
        planned.refuses(on("2026-11-26")),
        ChangeError::Future(day("2026-11-26"))
    );
    assert_eq!(
        planned.refuses(on("2026-11-22")),
        ChangeError::OutsideWeek { day: sunday, week }
    );
    let done = planned.after(check_off()).unwrap();
    assert_eq!(done.refuses(check_off()), ChangeError::NotOpen(visit().0));
    assert_eq!(
        planned.refuses(TaskChange::Reopen(visit())),
        ChangeError::IsOpen(visit().0)
    );
}

#[test]
fn a_task_is_done_when_its_entries_fill_it_and_open_when_they_do_not() {
    let half = two_visits().after(plus(1, 1)).unwrap();
    assert_eq!(state(&half), &TaskState::Open);
    let full = half.after(plus(2, 1)).unwrap();
    assert_eq!(state(&full), &done("2026-11-25 10:00"));
    let less = full.after(plus(3, -1)).unwrap();
    assert_eq!(state(&less), &TaskState::Open);
    let removed = full.after(ActivityChange::Remove(entry_id(2))).unwrap();
    assert_eq!(removed, half);
}

#[test]
fn a_changed_amount_makes_done_and_open_too() {
    let half = two_visits().after(plus(1, 1)).unwrap();
    let done_now = half
        .after(edit(vec![TaskField::Amount(Some(amount(1)))]))
        .unwrap();
    assert_eq!(state(&done_now), &done("2026-11-25 10:00"));
    let open_again = done_now
        .after(edit(vec![TaskField::Amount(Some(amount(9)))]))
        .unwrap();
    assert_eq!(state(&open_again), &TaskState::Open);
}

#[test]
fn with_another_metric_a_task_begins_anew() {
    let planned = a_week("2026-W48")
        .task_with(VISIT, Some(Wed), |task| {
            task.metric = Some(metric("visits"));
            task.amount = Some(amount(20));
            task.before = amount(14);
        })
        .build();
    let planned = planned.after(plus(1, 2)).unwrap();
    let task = planned.week.task(visit()).unwrap();
    assert_eq!(planned.week.progress(task), amount(16));
    let planned = planned
        .after(edit(vec![TaskField::Metric(Some(metric("calls")))]))
        .unwrap();
    let task = planned.week.task(visit()).unwrap();
    assert_eq!(planned.week.progress(task), amount(0));
}

#[test]
fn an_edit_changes_the_fields_it_names() {
    let planned = a_week("2026-W48").task(VISIT, Wed).build();
    let fields = vec![
        TaskField::Title(" Visit Huaxin, quote ".into()),
        TaskField::Urgent(true),
        TaskField::Due(Some(day("2026-12-04"))),
        TaskField::Metric(Some(metric("revenue"))),
        TaskField::Amount(Some(amount(12_000_000))),
    ];
    let edited = planned.after(edit(fields)).unwrap();
    let expected = Task {
        title: "Visit Huaxin, quote".into(),
        urgent: true,
        due: Some(day("2026-12-04")),
        metric: Some(metric("revenue")),
        amount: Some(amount(12_000_000)),
        ..planned.week.tasks[0].clone()
    };
    assert_eq!(edited.week.tasks, [expected]);
    assert_eq!(edited.week.currency, Some(Currency::CNY));
}

#[test]
fn a_task_of_a_retired_metric_can_still_be_edited() {
    let mut planned = two_visits();
    planned
        .settings
        .metrics
        .iter_mut()
        .for_each(|metric| metric.retired = true);
    assert!(planned.after(edit(vec![TaskField::Urgent(true)])).is_ok());
    let more = edit(vec![TaskField::Amount(Some(amount(3)))]);
    assert_eq!(
        planned.refuses(more),
        ChangeError::Retired(metric("visits"))
    );
}

#[test]
fn what_a_task_cannot_be_is_refused() {
    let planned = two_visits();
    let cases = [
        (
            "an amount alone",
            TaskField::Metric(None),
            ChangeError::AmountAlone,
        ),
        (
            "an amount of nothing",
            TaskField::Amount(Some(amount(0))),
            ChangeError::NotPositive,
        ),
        (
            "an estimate of nothing",
            TaskField::Estimate(Some(0)),
            ChangeError::Estimate(0),
        ),
        (
            "more than a day",
            TaskField::Estimate(Some(1441)),
            ChangeError::Estimate(1441),
        ),
        (
            "unknown",
            TaskField::Metric(Some(metric("ghost"))),
            ChangeError::UnknownMetric(metric("ghost")),
        ),
    ];
    for (label, field, error) in cases {
        assert_eq!(planned.refuses(edit(vec![field])), error, "{label}");
    }
}

#[test]
fn what_cannot_be_added_is_refused() {
    let planned = two_visits();
    let add = |change: fn(&mut Task)| {
        let mut task = a_task("Call Lin", week_id("2026-W48"), Some(Fri));
        change(&mut task);
        TaskChange::Add(Box::new(task))
    };
    let (noun, id) = (Noun::Task, visit().0);
    let (monday, week) = (day("2026-11-30"), planned.week.week);
    let cases = [
        (
            "an id that is taken",
            add(|task| task.id = visit()),
            ChangeError::Taken { noun, id },
        ),
        (
            "a day of another week",
            add(|task| task.day = Some(day("2026-11-30"))),
            ChangeError::OutsideWeek { day: monday, week },
        ),
        (
            "done already",
            add(|task| task.state = done("2026-11-25 09:00")),
            ChangeError::NotOpen(task_id("Call Lin").0),
        ),
        (
            "less than nothing done",
            add(|task| task.before = amount(-1)),
            ChangeError::NotPositive,
        ),
    ];
    for (label, change, error) in cases {
        assert_eq!(planned.refuses(change), error, "{label}");
    }
    assert_eq!(planned.after(add(|_| ())).unwrap().week.tasks.len(), 2);
}

#[test]
fn a_removed_task_leaves_its_entries_or_takes_them_along() {
    let planned = two_visits().after(plus(1, 1)).unwrap();
    let remove = |with_entries| TaskChange::Remove {
        id: visit(),
        with_entries,
    };
    let kept = planned.after(remove(false)).unwrap().week;
    assert_eq!(
        (kept.tasks.len(), kept.entries.len(), kept.entries[0].task),
        (0, 1, None)
    );
    let gone = planned.after(remove(true)).unwrap().week;
    assert_eq!((gone.tasks.len(), gone.entries.len()), (0, 0));
}

#[test]
fn a_task_goes_with_entries_that_make_up_for_each_other() {
    let full = two_visits()
        .after(plus(1, 3))
        .unwrap()
        .after(plus(2, -2))
        .unwrap();
    let with_entries = TaskChange::Remove {
        id: visit(),
        with_entries: true,
    };
    assert_eq!(full.after(with_entries).unwrap().week.entries, []);
}

#[test]
fn a_skipped_task_says_why_and_takes_the_cause_from_the_review() {
    let planned = a_week("2026-W48")
        .task(VISIT, Wed)
        .task_miss(VISIT, Cause::Forgot)
        .build();
    let at = at("2026-11-25 18:00");
    let skip = TaskChange::Skip {
        id: visit(),
        cause: Cause::CustomerUnavailable,
        note: Some("on holiday".into()),
        at,
    };
    let skipped = planned.after(skip).unwrap();
    let (cause, note) = (Cause::CustomerUnavailable, Some("on holiday".to_owned()));
    assert_eq!(state(&skipped), &TaskState::Skipped { cause, note, at });
    assert_eq!(skipped.week.review.misses, []);
    let open = skipped.after(TaskChange::Reopen(visit())).unwrap();
    assert_eq!(state(&open), &TaskState::Open);
}

#[test]
fn a_skipped_task_takes_no_entry() {
    let planned = a_week("2026-W48")
        .task_with(VISIT, Some(Wed), |task| {
            let at = at("2026-11-25 09:00");
            task.state = TaskState::Skipped {
                cause: Cause::Other,
                note: None,
                at,
            };
        })
        .build();
    assert_eq!(planned.refuses(plus(1, 1)), ChangeError::NotOpen(visit().0));
}

#[test]
fn each_move_is_kept_and_a_move_to_where_it_is_none() {
    let planned = a_week("2026-W48").task(VISIT, Mon).build();
    let (monday, friday) = (day("2026-11-23"), day("2026-11-27"));
    let at = at("2026-11-24 08:55");
    let move_to = |to| TaskChange::Move {
        id: visit(),
        to,
        at,
    };
    assert_eq!(planned.after(move_to(Some(monday))).unwrap(), planned);
    let moved = planned
        .after(move_to(Some(friday)))
        .unwrap()
        .after(move_to(None))
        .unwrap();
    let task = moved.week.task(visit()).unwrap();
    assert_eq!(task.day, None);
    let kept = [
        Move {
            at,
            from: Some(monday),
            to: Some(friday),
        },
        Move {
            at,
            from: Some(friday),
            to: None,
        },
    ];
    assert_eq!(task.moves, kept);
    let (day, week) = (day("2026-11-30"), planned.week.week);
    assert_eq!(
        planned.refuses(move_to(Some(day))),
        ChangeError::OutsideWeek { day, week }
    );
}

#[test]
fn what_is_gone_is_said_to_be_gone() {
    let planned = a_week("2026-W48").build();
    let (noun, id, week) = (Noun::Task, visit().0, planned.week.week);
    let error = ChangeError::Gone { noun, id, week };
    assert_eq!(planned.refuses(check_off()), error);
    assert_eq!(
        planned.refuses(TaskChange::Remove {
            id: visit(),
            with_entries: true
        }),
        error
    );
}

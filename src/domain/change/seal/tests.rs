use pretty_assertions::assert_eq;

use super::*;
use crate::domain::change::{ActivityChange, ReviewChange, SettingsChange, TaskChange};
use crate::domain::fixtures::{
    Planned, a_week, amount, at, day, entry, improvement_id, metric, percent, task_id, week_id,
};
use crate::domain::{ByDay, Holiday, Law, Weekday};
use Weekday::{Mon, Thu, Tue, Wed};

const THIS: &str = "2026-W48";
const NEXT: &str = "2026-W49";
const FRIDAY: &str = "2026-11-27 16:52";

/// Two open tasks, one of them with a cause, and an improvement.
fn friday() -> Planned {
    a_week(THIS)
        .target("calls", 50)
        .task("Call Lin", Wed)
        .task("Quote Huaxin", Tue)
        .done("Visit Huaxin", Mon)
        .task_miss("Quote Huaxin", Cause::StockOrDelivery)
        .improvement("quote the same day", Some(Mon))
        .build()
}

fn seal(carry: Option<Vec<TaskId>>) -> Change {
    let (week, at) = (week_id(THIS), at(FRIDAY));
    Change::Seal(SealWeek { week, carry, at })
}

fn applied(books: &mut Books, change: Change) -> Change {
    change.apply(books).unwrap().undo
}

fn in_week(week: &str, change: impl Into<WeekChange>) -> Change {
    Change::Week(week_id(week), change.into())
}

fn titles(books: &Books, week: &str) -> Vec<String> {
    let week = books.week(week_id(week));
    week.tasks.iter().map(|task| task.title.clone()).collect()
}

fn state(books: &Books, week: &str, title: &str) -> TaskState {
    books
        .week(week_id(week))
        .task(task_id(title))
        .unwrap()
        .state
        .clone()
}

#[test]
fn open_tasks_go_on_and_improvements_become_tasks_of_their_id() {
    let mut books = friday().books();
    let _: Change = applied(&mut books, seal(None));
    assert_eq!(
        titles(&books, NEXT),
        ["Quote Huaxin", "Call Lin", "quote the same day"]
    );
    let next = books.week(week_id(NEXT));
    let action = next
        .task(TaskId(improvement_id("quote the same day").0))
        .unwrap();
    assert_eq!(
        (action.day, action.added),
        (Some(day("2026-11-30")), at(FRIDAY))
    );
    assert_eq!(next.task(task_id("Call Lin")).unwrap().day, None);
    let (to, at) = (week_id(NEXT), at(FRIDAY));
    assert_eq!(state(&books, THIS, "Call Lin"), TaskState::Moved { to, at });
    assert!(books.week(week_id(THIS)).is_sealed());
}

#[test]
fn what_is_not_carried_is_skipped_with_the_cause_that_the_review_names() {
    let mut books = friday().books();
    let _: Change = applied(&mut books, seal(Some(Vec::new())));
    assert_eq!(titles(&books, NEXT), ["quote the same day"]);
    let at = at(FRIDAY);
    let cause = Cause::StockOrDelivery;
    assert_eq!(
        state(&books, THIS, "Quote Huaxin"),
        TaskState::Skipped {
            cause,
            note: None,
            at
        }
    );
    let cause = Cause::Other;
    assert_eq!(
        state(&books, THIS, "Call Lin"),
        TaskState::Skipped {
            cause,
            note: None,
            at
        }
    );
    assert_eq!(books.week(week_id(THIS)).review.misses, []);
}

#[test]
fn a_carried_task_keeps_its_cause_in_the_review() {
    let mut books = friday().books();
    let _: Change = applied(&mut books, seal(Some(vec![task_id("Quote Huaxin")])));
    let misses = books.week(week_id(THIS)).review.misses.clone();
    assert_eq!(misses[0].task, Some(task_id("Quote Huaxin")));
}

#[test]
fn a_sealed_week_keeps_its_days_and_metrics_as_they_were() {
    let planned = a_week("2026-W40")
        .settings(|settings| settings.calendar.law = Law::Cn)
        .weight(Mon, 50)
        .entry("care", 1, Tue)
        .build();
    let mut books = planned.books();
    let (week, at) = (week_id("2026-W40"), at("2026-09-30 16:00"));
    let sealing = Change::Seal(SealWeek {
        week,
        carry: None,
        at,
    });
    let _: Change = applied(&mut books, sealing);
    let seal = books.week(week).seal().unwrap().clone();
    assert_eq!(seal.weights, ByDay([50, 100, 100, 0, 0, 0, 0].map(percent)));
    assert_eq!(
        seal.holidays.get(&day("2026-10-01")),
        Some(&Holiday::NationalDay)
    );
    assert!(
        seal.metrics
            .iter()
            .any(|metric| metric.id.as_str() == "care")
    );
    let _: Change = applied(&mut books, SettingsChange::Law(Law::None).into());
    let calendar = Calendar::of_week(&books.week(week), &books.settings);
    assert!(calendar.days[Thu].weight.is_off());
    assert_eq!(calendar.days[Thu].holiday, Some(Holiday::NationalDay));
}

#[test]
fn own_days_in_a_sealed_week_are_not_touched() {
    let mut books = a_week(THIS).sealed().build().books();
    let free = SettingsChange::Days(vec![(day("2026-11-30"), None), (day("2026-11-26"), None)]);
    let error = Change::Settings(free).apply(&mut books).unwrap_err();
    assert_eq!(error, ChangeError::Sealed(week_id(THIS)));
}

#[test]
fn what_cannot_be_sealed_is_refused() {
    let cases = [
        (
            "sealed",
            a_week(THIS).sealed().build(),
            None,
            ChangeError::Sealed(week_id(THIS)),
        ),
        (
            "a done task",
            friday(),
            Some(vec![task_id("Visit Huaxin")]),
            ChangeError::NotOpen(task_id("Visit Huaxin").0),
        ),
        (
            "no task",
            friday(),
            Some(vec![task_id("?")]),
            ChangeError::Gone {
                noun: Noun::Task,
                id: task_id("?").0,
                week: week_id(THIS),
            },
        ),
    ];
    for (label, planned, carry, error) in cases {
        assert_eq!(
            seal(carry).apply(&mut planned.books()),
            Err(error),
            "{label}"
        );
    }
}

#[test]
fn a_sealed_next_week_takes_nothing_new() {
    let mut books = friday().books();
    books.insert(a_week(NEXT).sealed().build().week);
    assert_eq!(
        seal(None).apply(&mut books),
        Err(ChangeError::Sealed(week_id(NEXT)))
    );
    let mut books = a_week(THIS).target("calls", 50).build().books();
    books.insert(a_week(NEXT).sealed().build().week);
    assert!(seal(None).apply(&mut books).is_ok());
}

#[test]
fn sealing_again_adds_nothing_twice() {
    let mut books = friday().books();
    let _: Change = applied(&mut books, seal(None));
    let action = TaskId(improvement_id("quote the same day").0);
    let (from, to) = (week_id(NEXT), week_id("2026-W50"));
    let (day, moment) = (None, at("2026-11-27 17:00"));
    let on = super::super::Carry {
        task: action,
        from,
        to,
        day,
        at: moment,
    };
    let _: Change = applied(&mut books, Change::Carry(on));
    let next = books.week(week_id(NEXT));
    let reopen = ReviewChange::Reopen { at: moment };
    let _: Change = applied(&mut books, in_week(THIS, reopen));
    let _: Change = applied(&mut books, seal(None));
    assert_eq!(books.week(week_id(NEXT)), next);
    assert_eq!(books.week(week_id(THIS)).sealed.len(), 2);
}

#[test]
fn what_was_done_after_a_seal_broke_off_is_not_carried() {
    let mut books = friday().books();
    let unsealed = books.week(week_id(THIS));
    let _: Change = applied(&mut books, seal(None));
    books.insert(unsealed);
    let done = TaskChange::Complete {
        id: task_id("Call Lin"),
        on: day("2026-11-27"),
        at: at(FRIDAY),
        entry: crate::domain::fixtures::entry_id(3),
    };
    let _: Change = applied(&mut books, in_week(THIS, done));
    let _: Change = applied(&mut books, seal(None));
    assert_eq!(titles(&books, NEXT), ["Quote Huaxin", "quote the same day"]);
}

#[test]
fn taking_a_seal_back_leaves_what_was_touched_where_it_is_now() {
    let mut books = friday().books();
    let before = books.week(week_id(THIS));
    let undo = applied(&mut books, seal(None));
    let monday = day("2026-11-30");
    let (at, entry) = (at("2026-11-30 09:30"), crate::domain::fixtures::entry_id(3));
    let done = TaskChange::Complete {
        id: task_id("Call Lin"),
        on: monday,
        at,
        entry,
    };
    let _: Change = applied(&mut books, in_week(NEXT, done));
    let result = undo.apply(&mut books).unwrap();
    assert_eq!(result.left, 1);
    assert_eq!(titles(&books, NEXT), ["Call Lin"]);
    assert!(matches!(
        state(&books, THIS, "Call Lin"),
        TaskState::Moved { .. }
    ));
    assert_eq!(state(&books, THIS, "Quote Huaxin"), TaskState::Open);
    assert!(!books.week(week_id(THIS)).is_sealed());
    assert_eq!(books.week(week_id(THIS)).review, before.review);
}

#[test]
fn a_task_with_an_entry_of_its_own_was_touched() {
    let planned = a_week(THIS).counted("Call ten", Wed, "calls", 10).build();
    let mut books = planned.books();
    let undo = applied(&mut books, seal(None));
    let mut three = entry(3, "calls", 3, day("2026-11-30"));
    three.task = Some(task_id("Call ten"));
    let _: Change = applied(&mut books, in_week(NEXT, ActivityChange::Log(three)));
    assert_eq!(undo.apply(&mut books).unwrap().left, 1);
    let next = books.week(week_id(NEXT));
    assert_eq!(next.progress(&next.tasks[0]), amount(3));
}

#[test]
fn a_seal_is_not_taken_back_from_under_a_sealed_next_week() {
    let mut books = friday().books();
    let undo = applied(&mut books, seal(None));
    let (week, moment) = (week_id(NEXT), at("2026-12-04 16:00"));
    let next = SealWeek {
        week,
        carry: None,
        at: moment,
    };
    let _: Change = applied(&mut books, Change::Seal(next));
    assert_eq!(undo.apply(&mut books), Err(ChangeError::Sealed(week)));
}

#[test]
fn a_week_shows_the_metrics_in_use_and_those_it_holds() {
    let planned = a_week(THIS)
        .settings(|settings| {
            settings
                .metrics
                .retain(|metric| metric.id.as_str() == "care");
        })
        .entry("ghost", 1, Mon)
        .target("care", 5)
        .build();
    let shown = shown_metrics(&planned.week, &planned.settings);
    let shown: Vec<_> = shown.iter().map(|metric| metric.id.clone()).collect();
    assert_eq!(shown, [metric("care"), metric("ghost")]);
}

//! The review's figures, causes and questions.

use pretty_assertions::assert_eq;

use super::{after, next_week, seen, seen_in, seen_with};
use crate::domain::fixtures::{
    Planned, WeekBuilder, a_week, amount, at, improvement_id, metric, task_id, week_id,
};
use crate::domain::{Amount, Answer, Cause, Helped, TaskState, Weekday};
use crate::planning::{ReviewRow, Status, look_back};
use Weekday::{Fri, Mon, Wed};

const FRIDAY: &str = "2026-11-27 16:30";

fn calls(week: &str, target: i64, done: i64) -> Planned {
    a_week(week)
        .target("calls", target)
        .entry("calls", done, Mon)
        .build()
}

fn calls_row(week: &Planned, earlier: &[&Planned]) -> ReviewRow {
    let rows = seen_with(week, earlier, FRIDAY).review.rows;
    let calls = metric("calls");
    rows.into_iter().find(|row| row.metric == calls).unwrap()
}

#[test]
fn a_row_compares_with_last_week_and_the_last_four() {
    let earlier = [
        calls("2026-W47", 50, 47),
        calls("2026-W46", 50, 50),
        a_week("2026-W45").entry("calls", 99, Mon).build(),
        calls("2026-W44", 40, 39),
        calls("2026-W43", 3, 2),
        calls("2026-W42", 50, 500),
    ];
    let earlier: Vec<_> = earlier.iter().collect();
    let row = calls_row(&calls("2026-W48", 50, 53), &earlier);
    assert_eq!(row.bp, 10_600);
    assert_eq!(row.status, Status::Reached);
    assert_eq!(row.last_week_bp, Some(9_400));
    // 9400, 10000, 9750 and 6666; the week without a target is passed over
    assert_eq!(row.four_weeks_bp, Some(8_954));
}

#[test]
fn a_row_without_history_compares_with_nothing() {
    let row = calls_row(&calls("2026-W48", 50, 47), &[]);
    assert_eq!((row.last_week_bp, row.four_weeks_bp), (None, None));
    let older = calls("2026-W46", 50, 25);
    let row = calls_row(&calls("2026-W48", 50, 47), &[&older]);
    assert_eq!((row.last_week_bp, row.four_weeks_bp), (None, Some(5_000)));
}

#[test]
fn a_look_back_has_a_place_for_each_of_eight_weeks() {
    let earlier = [
        calls("2026-W47", 50, 47),
        a_week("2026-W46").entry("visits", 3, Mon).build(),
        a_week("2026-W45").entry("calls", 99, Mon).build(),
        calls("2026-W40", 40, 39),
        calls("2026-W39", 50, 500),
    ];
    let week = calls("2026-W48", 50, 53);
    let seen = seen(&week, FRIDAY);
    let back = look_back(week.week.week, &after(&earlier), seen.of("calls"));
    let back = back.map(|done| done.map(Amount::units));
    // W40 to W47; W46 has no calls, W41 to W44 no file
    let expected = [Some(39), None, None, None, None, Some(99), None, Some(47)];
    assert_eq!(back, expected);
}

#[test]
fn a_row_has_the_first_and_the_last_target() {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .target_changed("calls", 40, Wed, "event")
        .target_changed("calls", 45, Fri, "better again")
        .build();
    let row = calls_row(&week, &[]);
    assert_eq!((row.first_target, row.target), (amount(50), amount(45)));
}

#[test]
fn misses_and_open_tasks_wait_for_their_causes() {
    let week = || {
        a_week("2026-W48")
            .target("calls", 50)
            .target("visits", 3)
            .target("emails", 10)
            .entry("visits", 3, Mon)
            .task("Reference list", Mon)
            .task("Notes", Mon)
            .done("Visit", Mon)
            .miss("calls", Cause::NoTime)
            .task_miss("Notes", Cause::Forgot)
    };
    let review = seen(&week().build(), FRIDAY).review;
    let missed: Vec<_> = review
        .missed
        .iter()
        .map(|miss| (miss.metric.as_str(), miss.cause))
        .collect();
    assert_eq!(missed, [("calls", Some(Cause::NoTime)), ("emails", None)]);
    assert_eq!(review.missed_without_cause, 1);
    assert_eq!(review.open.len(), 2);
    assert_eq!(review.open_without_cause, 1);
    assert_eq!(review.done, 1);

    let running = seen(&week().build(), "2026-11-25 09:00").review;
    assert_eq!(running.missed, [], "nothing is missed while the week runs");
    let sealed = seen(&week().sealed().build(), FRIDAY).review;
    assert_eq!(sealed.missed.len(), 2);
}

fn skipped(week: WeekBuilder, title: &str, cause: Cause) -> WeekBuilder {
    week.task_with(title, Some(Mon), |task| {
        task.state = TaskState::Skipped {
            cause,
            note: None,
            at: at("2026-11-16 09:00"),
        };
    })
}

#[test]
fn skipped_and_handed_on_tasks_are_listed_with_their_causes() {
    let week = skipped(a_week("2026-W48"), "Cards", Cause::PlanTooFull)
        .task_with("List", Some(Mon), |task| {
            let (to, at) = (week_id("2026-W49"), at("2026-11-27 16:00"));
            task.state = TaskState::Moved { to, at };
        })
        .task_miss("List", Cause::Forgot)
        .build();
    let seen = seen(&week, FRIDAY);
    assert_eq!(seen.review.skipped, [task_id("Cards")]);
    assert_eq!(seen.review.moved, [task_id("List")]);
    let cause = |title| seen.task(task_id(title)).unwrap().cause;
    assert_eq!(cause("Cards"), Some(Cause::PlanTooFull));
    assert_eq!(cause("List"), Some(Cause::Forgot));
}

#[test]
fn causes_stand_by_their_own_frequency_in_earlier_weeks() {
    let last = skipped(a_week("2026-W47"), "Cards", Cause::Price)
        .target("calls", 50)
        .miss("calls", Cause::Forgot)
        .build();
    let older = skipped(a_week("2026-W46"), "Notes", Cause::Forgot).build();
    let week = skipped(a_week("2026-W48"), "List", Cause::Other).build();
    let causes = seen_with(&week, &[&last, &older], FRIDAY).review.causes;
    assert_eq!(
        causes[..4],
        [
            Cause::Forgot,
            Cause::Price,
            Cause::NoTime,
            Cause::CustomerUnavailable
        ]
    );
    assert_eq!(causes.len(), Cause::ALL.len());
    assert_eq!(seen(&week, FRIDAY).review.causes, Cause::ALL);
}

fn says(text: &str, helped: Answer) -> Helped {
    Helped {
        improvement: improvement_id(text),
        helped,
        note: Some("once".to_owned()),
    }
}

#[test]
fn the_improvements_of_the_newest_earlier_week_are_asked_about() {
    let last = a_week("2026-W47")
        .improvement("call before ten", Some(Mon))
        .improvement("quote at once", None)
        .build();
    let mut week = a_week("2026-W48").build();
    week.week.review.helped = vec![says("quote at once", Answer::Partly)];
    let asked = seen_with(&week, &[&last], FRIDAY).review.asked;
    let answers: Vec<_> = asked
        .iter()
        .map(|asked| (asked.improvement.text.as_str(), asked.helped))
        .collect();
    assert_eq!(
        answers,
        [
            ("call before ten", None),
            ("quote at once", Some(Answer::Partly))
        ]
    );
}

#[test]
fn an_improvement_has_the_answer_of_its_own_review_else_of_the_next() {
    let mut week = a_week("2026-W48")
        .improvement("call before ten", None)
        .improvement("quote at once", None)
        .build();
    week.week.review.helped = vec![says("quote at once", Answer::No)];
    let mut next = a_week("2026-W49").build();
    next.week.review.helped = vec![
        says("quote at once", Answer::Yes),
        says("call before ten", Answer::Partly),
    ];
    let improvements = seen_in(&week, &next_week(&next.week), FRIDAY).improvements;
    let answers = improvements.iter().map(|action| action.helped);
    assert_eq!(
        answers.collect::<Vec<_>>(),
        [Some(Answer::Partly), Some(Answer::No)]
    );
}

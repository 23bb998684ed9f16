use pretty_assertions::assert_eq;

use super::*;
use crate::domain::fixtures::{a_week, at, day, improvement_id, lesson_id, metric, task_id};
use crate::domain::{LessonKind, TextError, Weekday};
use Weekday::{Mon, Tue, Wed};

fn cause(of: MissOf, cause: Option<Cause>) -> ReviewChange {
    ReviewChange::Cause {
        of,
        cause,
        note: None,
    }
}

fn of_task(title: &str) -> MissOf {
    MissOf::Task(task_id(title))
}

#[test]
fn a_cause_is_named_anew_and_taken_away() {
    let planned = a_week("2026-W48")
        .target("calls", 50)
        .task("Call Lin", Wed)
        .build();
    for of in [MissOf::Metric(metric("calls")), of_task("Call Lin")] {
        let named = planned
            .after(cause(of.clone(), Some(Cause::NoTime)))
            .unwrap();
        let anew = named.after(cause(of.clone(), Some(Cause::Price))).unwrap();
        let causes: Vec<_> = anew
            .week
            .review
            .misses
            .iter()
            .map(|miss| miss.cause)
            .collect();
        assert_eq!(causes, [Cause::Price]);
        assert_eq!(anew.after(cause(of, None)).unwrap(), planned);
    }
}

fn whys(of: MissOf, whys: &[&str]) -> ReviewChange {
    let whys = whys.iter().map(|why| (*why).to_owned()).collect();
    ReviewChange::Whys { of, whys }
}

#[test]
fn whys_ask_of_a_cause_and_go_with_it() {
    let planned = a_week("2026-W48")
        .target("calls", 50)
        .task("Call Lin", Wed)
        .build();
    for of in [MissOf::Metric(metric("calls")), of_task("Call Lin")] {
        let named = cause(of.clone(), Some(Cause::NoTime));
        let named = planned.after(named).unwrap();
        let asked = whys(of.clone(), &[" too few talks ", "mails first"]);
        let asked = named.after(asked).unwrap();
        // Another cause keeps them.
        let anew = cause(of.clone(), Some(Cause::Price));
        let anew = asked.after(anew).unwrap();
        let kept = &anew.week.review.misses[0].whys;
        assert_eq!(kept, &["too few talks", "mails first"]);
        assert_eq!(asked.after(whys(of.clone(), &[])).unwrap(), named);
        assert_eq!(asked.after(cause(of, None)).unwrap(), planned);
    }
}

#[test]
fn whys_that_ask_of_nothing_or_of_too_much_are_refused() {
    let at = at("2026-11-25 18:00");
    let planned = a_week("2026-W48")
        .target("calls", 50)
        .target("visits", 15)
        .miss("visits", Cause::NoTime)
        .task_with("Call Lin", Some(Wed), |task| {
            let (cause, note) = (Cause::Forgot, None);
            task.state = TaskState::Skipped { cause, note, at };
        })
        .build();
    let visits = || MissOf::Metric(metric("visits"));
    let cases = [
        (
            "no cause",
            whys(MissOf::Metric(metric("calls")), &["a"]),
            ChangeError::NoCause,
        ),
        (
            "a cause of its own",
            whys(of_task("Call Lin"), &["a"]),
            ChangeError::NoCause,
        ),
        (
            "six",
            whys(visits(), &["a"; 6]),
            ChangeError::TooManyWhys(6),
        ),
        (
            "an empty one",
            whys(visits(), &["a", " "]),
            ChangeError::Text(TextError::Empty),
        ),
    ];
    for (label, change, error) in cases {
        assert_eq!(planned.refuses(change), error, "{label}");
    }
}

#[test]
fn the_cause_of_a_skipped_task_is_its_own() {
    let at = at("2026-11-25 18:00");
    let planned = a_week("2026-W48")
        .task_with("Call Lin", Some(Wed), |task| {
            task.state = TaskState::Skipped {
                cause: Cause::Other,
                note: None,
                at,
            };
        })
        .build();
    let named = planned
        .after(cause(of_task("Call Lin"), Some(Cause::Forgot)))
        .unwrap();
    let state = &named.week.task(task_id("Call Lin")).unwrap().state;
    assert_eq!(
        state,
        &TaskState::Skipped {
            cause: Cause::Forgot,
            note: None,
            at
        }
    );
    assert_eq!(named.week.review.misses, []);
    assert_eq!(
        named.after(cause(of_task("Call Lin"), None)).unwrap(),
        planned
    );
}

#[test]
fn what_was_not_missed_has_no_cause() {
    let planned = a_week("2026-W48").done("Call Lin", Wed).build();
    let (noun, id, week) = (Noun::Task, task_id("Visit").0, planned.week.week);
    let cases = [
        (
            "no target",
            MissOf::Metric(metric("calls")),
            ChangeError::NoTarget {
                metric: metric("calls"),
                week,
            },
        ),
        (
            "done",
            of_task("Call Lin"),
            ChangeError::NotOpen(task_id("Call Lin").0),
        ),
        (
            "gone",
            of_task("Visit"),
            ChangeError::Gone { noun, id, week },
        ),
    ];
    for (label, of, error) in cases {
        assert_eq!(
            planned.refuses(cause(of, Some(Cause::NoTime))),
            error,
            "{label}"
        );
    }
}

#[test]
fn a_lesson_is_said_anew_in_its_place() {
    let planned = a_week("2026-W48")
        .lesson(LessonKind::Keep, "calls before ten")
        .lesson(LessonKind::Stop, "long mails")
        .build();
    let anew = Lesson {
        id: lesson_id("calls before ten"),
        kind: LessonKind::Improve,
        text: " calls before nine ".into(),
    };
    let said = planned.after(ReviewChange::Lesson(anew)).unwrap();
    let texts: Vec<_> = said
        .week
        .review
        .lessons
        .iter()
        .map(|lesson| lesson.text.as_str())
        .collect();
    assert_eq!(texts, ["calls before nine", "long mails"]);
    let one = said
        .after(ReviewChange::RemoveLesson(lesson_id("calls before ten")))
        .unwrap();
    assert_eq!(one.week.review.lessons.len(), 1);
    let (noun, id, week) = (
        Noun::Lesson,
        lesson_id("calls before ten").0,
        planned.week.week,
    );
    let again = ReviewChange::RemoveLesson(lesson_id("calls before ten"));
    assert_eq!(one.refuses(again), ChangeError::Gone { noun, id, week });
}

#[test]
fn an_improvement_has_a_day_of_next_week_or_none() {
    let planned = a_week("2026-W48")
        .improvement("quote the same day", Some(Mon))
        .build();
    let action = &planned.week.review.improvements[0];
    assert_eq!(action.day, Some(day("2026-11-30")));
    let any_day = Improvement {
        day: None,
        ..action.clone()
    };
    let anew = planned.after(ReviewChange::Improvement(any_day)).unwrap();
    assert_eq!(anew.week.review.improvements[0].day, None);
    let this_week = Improvement {
        day: Some(day("2026-11-27")),
        ..action.clone()
    };
    let (day, next) = (day("2026-11-27"), planned.week.week.next());
    let error = planned.refuses(ReviewChange::Improvement(this_week));
    assert_eq!(error, ChangeError::NotNextWeek { day, next });
    let removed = planned
        .after(ReviewChange::RemoveImprovement(action.id))
        .unwrap();
    assert_eq!(removed.week.review.improvements, []);
}

#[test]
fn the_answer_to_an_improvement_can_be_taken_back() {
    let planned = a_week("2026-W48").build();
    let helped = |answer, note: Option<&str>| ReviewChange::Helped {
        improvement: improvement_id("quote the same day"),
        answer,
        note: note.map(str::to_owned),
    };
    let partly = planned
        .after(helped(Some(Answer::Partly), Some("mostly")))
        .unwrap();
    let yes = partly.after(helped(Some(Answer::Yes), None)).unwrap();
    let answers: Vec<_> = yes
        .week
        .review
        .helped
        .iter()
        .map(|answer| (answer.helped, &answer.note))
        .collect();
    assert_eq!(answers, [(Answer::Yes, &None)]);
    assert_eq!(yes.after(helped(None, None)).unwrap(), planned);
}

#[test]
fn a_sealed_week_is_opened_once() {
    let planned = a_week("2026-W48").task("Call Lin", Tue).sealed().build();
    let at = at("2026-11-28 10:00");
    let open = planned.after(ReviewChange::Reopen { at }).unwrap();
    assert!(open.week.is_reopened() && !open.week.is_sealed());
    assert_eq!(open.week.sealed[0].reopened, Some(at));
    assert_eq!(open.week.tasks, planned.week.tasks);
    let error = ChangeError::NotSealed(planned.week.week);
    assert_eq!(open.refuses(ReviewChange::Reopen { at }), error);
}

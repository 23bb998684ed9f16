//! How far a week has come, and where the app opens.

use pretty_assertions::assert_eq;

use super::{seen, seen_with};
use crate::domain::Weekday;
use crate::domain::fixtures::{Planned, WeekBuilder, a_week, amount, at, day, metric, week_id};
use crate::planning::{Opening, Outlook, Ratio, Status, WeekState, where_to_open};
use Opening::{Plan, Review, Today};
use WeekState::{ReviewDue, Running, Sealed, Unplanned};
use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};

fn planned() -> Planned {
    a_week("2026-W48").target("calls", 50).build()
}

fn reopened() -> Planned {
    let mut week = a_week("2026-W48").target("calls", 50).sealed().build();
    week.week.sealed[0].reopened = Some(at("2026-11-27 17:00"));
    week
}

fn all_off() -> Planned {
    [Mon, Tue, Wed, Thu, Fri]
        .into_iter()
        .fold(a_week("2026-W48").target("calls", 50), |week, day| {
            week.day_off(day)
        })
        .closed(Fri, 3)
        .build()
}

#[test]
fn a_week_has_its_state() {
    let ends_on = |day| {
        a_week("2026-W48")
            .target("calls", 50)
            .weight(day, 50)
            .build()
    };
    let friday_off = a_week("2026-W48").target("calls", 50).day_off(Fri).build();
    let closed = |day| {
        a_week("2026-W48")
            .target("calls", 50)
            .closed(day, 4)
            .build()
    };
    let cleared = a_week("2026-W48")
        .target("calls", 50)
        .target_changed("calls", 0, Tue, "ill")
        .build();
    let sealed_empty = a_week("2026-W48").sealed().build();
    let late = a_week("2026-W48")
        .target("calls", 50)
        .settings(|settings| settings.review_time = "16:30".parse().unwrap())
        .build();
    for (label, week, now, state) in [
        (
            "no target",
            a_week("2026-W48").build(),
            "2026-11-27 16:00",
            Unplanned,
        ),
        ("cleared", cleared, "2026-11-27 16:00", Unplanned),
        ("not begun", planned(), "2026-11-20 16:00", Running),
        ("a minute before", planned(), "2026-11-27 14:59", Running),
        ("review time", planned(), "2026-11-27 15:00", ReviewDue),
        ("Saturday morning", planned(), "2026-11-28 08:00", ReviewDue),
        ("over", planned(), "2026-12-02 08:00", ReviewDue),
        (
            "own time, before",
            late.clone(),
            "2026-11-27 16:29",
            Running,
        ),
        ("own time", late, "2026-11-27 16:30", ReviewDue),
        (
            "Friday off",
            friday_off.clone(),
            "2026-11-26 15:00",
            ReviewDue,
        ),
        (
            "Friday off, before",
            friday_off,
            "2026-11-26 14:00",
            Running,
        ),
        ("to Saturday", ends_on(Sat), "2026-11-27 16:00", Running),
        (
            "to Saturday, due",
            ends_on(Sat),
            "2026-11-28 15:00",
            ReviewDue,
        ),
        ("to Sunday", ends_on(Sun), "2026-11-28 16:00", Running),
        (
            "to Sunday, due",
            ends_on(Sun),
            "2026-11-29 15:00",
            ReviewDue,
        ),
        (
            "last day closed",
            closed(Fri),
            "2026-11-27 10:00",
            ReviewDue,
        ),
        ("other day closed", closed(Thu), "2026-11-27 10:00", Running),
        ("holidays", all_off(), "2026-11-27 16:00", Running),
        ("holidays, over", all_off(), "2026-12-02 16:00", Running),
        ("reopened", reopened(), "2026-11-25 09:00", ReviewDue),
        (
            "sealed, no target",
            sealed_empty,
            "2026-11-27 18:00",
            Sealed,
        ),
    ] {
        assert_eq!(seen(&week, now).state, state, "{label}");
    }
}

#[test]
fn the_app_opens_where_the_week_stands() {
    let unplanned = || a_week("2026-W48").build();
    let this = Plan(week_id("2026-W48"));
    let next = Plan(week_id("2026-W49"));
    let sealed = a_week("2026-W48").target("calls", 50).sealed().build();
    let saturday = a_week("2026-W48").weight(Sat, 100).build();
    let mut off = all_off();
    off.week.targets.clear();
    for (label, week, now, opening) in [
        ("Monday", unplanned(), "2026-11-23 08:50", this),
        ("last working day", unplanned(), "2026-11-27 17:00", this),
        ("no day left", unplanned(), "2026-11-28 09:00", next),
        ("Saturday works", saturday, "2026-11-28 09:00", this),
        ("holiday week", off, "2026-11-24 09:00", next),
        (
            "holiday week with targets",
            all_off(),
            "2026-11-27 16:00",
            Today,
        ),
        ("running", planned(), "2026-11-25 09:00", Today),
        ("due", planned(), "2026-11-27 15:00", Review),
        ("reopened", reopened(), "2026-11-27 17:10", Review),
        ("sealed", sealed, "2026-11-27 17:00", next),
    ] {
        assert_eq!(where_to_open(&seen(&week, now)), opening, "{label}");
    }
}

#[test]
fn a_week_without_a_working_day_is_a_holiday_week() {
    let now = "2026-11-25 09:00";
    assert!(seen(&all_off(), now).is_holiday_week());
    assert!(!seen(&planned(), now).is_holiday_week());
}

/// W48 hands 10 calls on, on its Wednesday, and perhaps more happens in W49.
fn handed(more: impl FnOnce(WeekBuilder) -> WeekBuilder) -> Outlook {
    let before = a_week("2026-W48")
        .target("calls", 50)
        .target_changed("calls", 40, Wed, "order cancelled")
        .build();
    let mut planned = more(a_week("2026-W49").target("calls", 10)).build();
    let mut targets = planned.week.targets.iter_mut();
    let calls = targets
        .find(|target| target.metric == metric("calls"))
        .unwrap();
    calls.changes[0].at = at("2026-11-25 12:00");
    seen_with(&planned, &[&before], "2026-11-30 08:50")
}

#[test]
fn a_week_that_was_only_handed_a_target_still_opens_on_its_plan() {
    let seen = handed(|week| week);
    assert_eq!(seen.state, Running);
    assert_eq!(
        seen.metric(&metric("calls")).unwrap().handed_on,
        Some(amount(10))
    );
    assert_eq!(where_to_open(&seen), Plan(week_id("2026-W49")));
}

#[test]
fn a_target_of_its_own_makes_the_week_planned() {
    let seen = handed(|week| week.target("visits", 15));
    assert_eq!(where_to_open(&seen), Today);
    let seen = handed(|week| week.target_changed("calls", 60, Mon, "plan"));
    assert_eq!(seen.metric(&metric("calls")).unwrap().handed_on, None);
    assert_eq!(where_to_open(&seen), Today);
}

#[test]
fn a_sealed_week_says_the_same_whenever_one_looks() {
    let sealed = a_week("2026-W48")
        .target("calls", 50)
        .target("visits", 10)
        .entry("calls", 30, Mon)
        .entry("visits", 10, Tue)
        .task_with("Quote for Huaxin", Some(Fri), |task| {
            task.due = Some(day("2026-11-29"));
        })
        .sealed()
        .build();
    let looked_at = |now| {
        let seen = seen(&sealed, now);
        let mut json = serde_json::to_value(&seen).unwrap();
        json["today"] = serde_json::Value::Null;
        (json, seen.review)
    };
    let friday = seen(&sealed, "2026-11-27 16:30");
    let calls = friday.metric(&metric("calls")).unwrap();
    assert_eq!(calls.status, Status::Missed);
    assert_eq!(calls.lead_days, Ratio::new(-2, 1));
    assert_eq!(calls.days[Fri].adaptive, None);
    for now in ["2026-11-28 09:00", "2026-11-30 09:00", "2027-03-01 09:00"] {
        assert_eq!(looked_at(now), looked_at("2026-11-27 16:30"), "{now}");
    }
}

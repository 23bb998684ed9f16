//! Quotas and pace as `planning` has them, through the week's facts.

use pretty_assertions::assert_eq;

use super::{seen, seen_with};
use crate::domain::fixtures::{Planned, a_week, amount, metric, week_id};
use crate::domain::{Kind, Letter, Metric, Unit, Week, Weekday};
use crate::planning::{Ratio, Status};
use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};

#[test]
fn a_day_off_moves_its_quota_to_the_days_left() {
    let week = a_week("2026-W48")
        .target("calls", 11)
        .day_off(Thu)
        .entry("calls", 5, Mon)
        .build();
    let calls = seen(&week, "2026-11-24 09:00");
    let calls = calls.of("calls");
    assert_eq!(calls.baselines(), [3, 3, 3, 0, 2, 0, 0]);
    assert_eq!(calls.still(), [2, 2, 0, 2, 0, 0]);
    assert_eq!(calls.lead_days, Ratio::new(8, 11));
    assert_eq!(calls.run_rate, Ratio::new(5, 1));
    assert_eq!(calls.required_run_rate, Ratio::new(2, 1));
    assert_eq!(calls.status, Status::Ahead);
}

#[test]
fn days_before_the_first_day_of_a_target_owe_nothing() {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .since("calls", Wed)
        .entry("calls", 6, Wed)
        .build();
    let calls = seen(&week, "2026-11-25 09:00");
    let calls = calls.of("calls");
    assert_eq!(calls.baselines(), [0, 0, 17, 17, 16, 0, 0]);
    assert_eq!(calls.still(), [17, 17, 16, 0, 0]);
    assert_eq!(calls.lead_days, Ratio::new(0, 1));
    assert_eq!(calls.run_rate, None);
    assert_eq!(calls.required_run_rate, Ratio::new(50, 3));
    assert_eq!(calls.status, Status::OnPace);
}

#[test]
fn what_is_done_today_moves_no_quota() {
    let planned = a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 12, Mon)
        .entry("calls", 9, Tue);
    let morning = seen(&planned.clone().build(), "2026-11-25 09:00");
    let evening = seen(&planned.entry("calls", 14, Wed).build(), "2026-11-25 18:00");
    assert_eq!(morning.of("calls").still(), [10, 10, 9, 0, 0]);
    assert_eq!(
        evening.of("calls").adaptives(),
        morning.of("calls").adaptives()
    );
    assert_eq!(evening.of("calls").lead_days, Ratio::new(1, 2));
}

#[test]
fn what_an_event_takes_today_is_spread_over_the_days_left() {
    let week = a_week("2026-W48")
        .target("revenue", 50_000_000)
        .entry("revenue", 14_000_000, Mon)
        .entry("revenue", 13_900_000, Tue)
        .entry("revenue", 3_300_000, Wed)
        .cancelled("Huaxin cancelled", "revenue", 12_000_000, Wed)
        .build();
    let seen = seen(&week, "2026-11-25 13:20");
    let revenue = seen.of("revenue");
    assert_eq!(revenue.done, amount(19_200_000));
    assert_eq!(revenue.still(), [11_400_000, 11_400_000, 11_300_000, 0, 0]);
    assert_eq!(revenue.days[Wed].done_of_quota(), amount(3_300_000));
    assert_eq!(revenue.days[Wed].left(), 8_100_000);
    assert_eq!(revenue.lead_days.map(Ratio::tenths), Some(-4));
}

#[test]
fn a_pinned_day_owes_its_pin() {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .pin("calls", Tue, 4)
        .build();
    let seen = seen(&week, "2026-11-23 09:00");
    let calls = seen.of("calls");
    assert_eq!(calls.baselines(), [12, 4, 12, 11, 11, 0, 0]);
    assert_eq!(calls.days[Tue].pinned, Some(amount(4)));
    assert_eq!(calls.days[Wed].pinned, None);
}

#[test]
fn pins_above_the_target_are_over() {
    let week = a_week("2026-W48")
        .target("calls", 10)
        .pin("calls", Mon, 8)
        .pin("calls", Tue, 5)
        .build();
    let over = |now| seen(&week, now).of("calls").over;
    assert_eq!(
        over("2026-11-23 09:00"),
        3,
        "of the week and of the days left"
    );
    assert_eq!(over("2026-11-25 09:00"), 3, "of the week alone");
}

#[test]
fn without_a_target_nothing_is_owed_even_where_less_than_nothing_was_done() {
    let week = a_week("2026-W48").entry("revenue", -500, Tue).build();
    let seen = seen(&week, "2026-11-25 09:00");
    let revenue = seen.of("revenue");
    assert_eq!(revenue.status, Status::NoTarget);
    assert_eq!(revenue.adaptives()[..2], [None, None]);
    assert_eq!(revenue.still(), [0; 5]);
    assert_eq!(revenue.attainment_bp, None);
}

#[test]
fn a_cleared_target_keeps_its_changes() {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .target_changed("calls", 0, Tue, "other work")
        .build();
    let seen = seen(&week, "2026-11-25 09:00");
    let calls = seen.of("calls");
    assert_eq!((calls.target, calls.since), (None, None));
    assert_eq!(calls.changes.len(), 2);
    assert_eq!(calls.baselines(), [0; 7]);
}

#[test]
fn a_retired_metric_is_shown_where_it_was_used() {
    let ids = |planned: &Planned| -> Vec<String> {
        let seen = seen(planned, "2026-11-25 09:00");
        let shown = seen.metrics.iter().filter(|metric| metric.retired);
        shown.map(|metric| metric.id.to_string()).collect()
    };
    assert!(ids(&a_week("2026-W48").build()).is_empty());
    let used = a_week("2026-W48").entry("care", 1, Mon).build();
    assert_eq!(ids(&used), ["care"]);
}

/// A finished week whose best day brought so many calls.
fn with_best_day(week: &str, calls: i64) -> Planned {
    a_week(week).entry("calls", calls, Wed).build()
}

#[test]
fn four_weeks_of_history_cap_what_a_day_is_asked_for() {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 10, Mon)
        .entry("calls", 3, Tue)
        .build();
    let earlier = [
        with_best_day("2026-W47", 9),
        with_best_day("2026-W46", 2),
        with_best_day("2026-W45", 5),
        with_best_day("2026-W44", 1),
    ];
    let [a, b, c, d] = &earlier;
    let thursday = "2026-11-26 09:00";

    let capped = seen_with(&week, &[a, b, c, d], thursday);
    assert_eq!(capped.of("calls").still(), [14, 14, 0, 0]);
    assert_eq!(capped.of("calls").unplaced, 9);
    assert_eq!(capped.of("calls").status, Status::FarBehind);

    let three = seen_with(&week, &[a, b, c], thursday);
    assert_eq!(three.of("calls").still(), [19, 18, 0, 0]);
}

#[test]
fn an_unfinished_week_and_what_is_no_counted_activity_give_no_cap() {
    let weeks = ["2026-W48", "2026-W47", "2026-W46", "2026-W45"];
    let earlier = weeks.map(|week| {
        a_week(week)
            .entry("calls", 1, Mon)
            .entry("new_customers", 1, Mon)
            .build()
    });
    let [this, a, b, c] = &earlier;
    let next = a_week("2026-W49")
        .target("calls", 50)
        .target("new_customers", 50)
        .build();
    let seen = seen_with(&next, &[this, a, b, c], "2026-11-27 16:00");
    assert_eq!(seen.of("calls").unplaced, 0);
    assert_eq!(seen.of("new_customers").unplaced, 0);
}

#[test]
fn a_score_is_averaged_and_owes_nothing() {
    let score = Metric::new(metric("smile"), Kind::Outcome, Unit::Score);
    let week = a_week("2026-W48")
        .settings(|settings| settings.metrics.push(score))
        .target("smile", 90)
        .entry("smile", 80, Mon)
        .entry("smile", 85, Mon)
        .entry("smile", 92, Tue)
        .build();
    let seen = seen(&week, "2026-11-25 09:00");
    let smile = seen.of("smile");
    assert_eq!(smile.done, amount(85));
    assert_eq!(smile.days[Mon].done, amount(82));
    assert_eq!(smile.attainment_bp, Some(9_518), "257 of 270");
    assert_eq!(smile.status, Status::Behind);
    assert_eq!(smile.baselines(), [0; 7]);
}

#[test]
fn a_step_set_by_hand_holds() {
    let week = a_week("2026-W48")
        .settings(|settings| {
            for metric in &mut settings.metrics {
                metric.step = Some(amount(10));
            }
        })
        .target("calls", 50)
        .day_off(Thu)
        .build();
    let seen = seen(&week, "2026-11-23 09:00");
    assert_eq!(seen.of("calls").baselines(), [20, 10, 10, 0, 10, 0, 0]);
}

#[test]
fn a_week_that_has_not_begun_owes_the_whole_target() {
    let week = a_week("2026-W48").target("calls", 50).build();
    let before = seen(&week, "2026-11-20 16:00");
    let after = seen(&week, "2026-11-30 09:00");
    assert_eq!(before.of("calls").still(), [10, 10, 10, 10, 10, 0, 0]);
    assert_eq!(after.of("calls").adaptives(), [None; 7]);
    assert_eq!(after.of("calls").status, Status::Missed);
}

#[test]
fn last_week_stands_beside_this_one() {
    let last = a_week("2026-W47")
        .target("calls", 50)
        .entry("calls", 47, Mon)
        .entry("messages", 12, Mon)
        .build();
    let older = a_week("2026-W45").target("visits", 15).build();
    let week = a_week("2026-W48").build();
    let seen = seen_with(&week, &[&last, &older], "2026-11-23 08:50");
    let figures = |id: &str| {
        let last = seen.of(id).last_week?;
        Some((last.target, last.done, last.attainment_bp))
    };
    let (fifty, calls) = (Some(amount(50)), amount(47));
    assert_eq!(figures("calls"), Some((fifty, calls, Some(9_400))));
    assert_eq!(figures("messages"), Some((None, amount(12), None)));
    assert_eq!(figures("visits"), None, "not in use last week");
    assert_eq!(seen.of("visits").earlier_target, Some(amount(15)));
}

#[test]
fn a_sealed_week_stands_still_whatever_the_settings_become() {
    let planned = a_week("2026-W48")
        .target("calls", 50)
        .pin("calls", Tue, 4)
        .target("revenue", 50_000_000)
        .entry("calls", 30, Mon)
        .day_off(Thu)
        .sealed()
        .build();
    let now = "2026-11-27 18:00";
    let before = serde_json::to_string(&seen(&planned, now)).unwrap();

    let mut later = planned;
    later.settings.calendar.days.clear();
    later
        .settings
        .metrics
        .retain(|metric| metric.unit == Unit::Money);
    for metric in &mut later.settings.metrics {
        metric.letter = Letter::new('b');
        metric.retired = true;
        metric.step = Some(amount(7));
    }
    let after = serde_json::to_string(&seen(&later, now)).unwrap();
    assert_eq!(after, before);
}

#[test]
fn a_sealed_week_without_money_takes_no_currency_from_the_settings() {
    let planned = a_week("2026-W48").target("calls", 50).sealed().build();
    let seen = seen(&planned, "2026-11-27 18:00");
    assert_eq!(seen.of("revenue").currency, None);
    assert_eq!(seen.of("calls").currency, None);
}

#[test]
fn a_reopened_week_follows_the_settings_again() {
    let mut planned = a_week("2026-W48").target("calls", 50).sealed().build();
    planned.week.sealed[0].reopened = Some(crate::domain::fixtures::at("2026-11-27 17:00"));
    let wednesday = planned.week.week.day(Wed);
    let own = crate::domain::OwnDay {
        weight: crate::domain::Weight::OFF,
        why: Some("leave".to_owned()),
    };
    planned.settings.calendar.days.insert(wednesday, own);
    let seen = seen(&planned, "2026-11-27 18:00");
    assert!(seen.reopened);
    assert!(seen.days[Wed].off && seen.days[Wed].own);
    assert_eq!(seen.days[Wed].why.as_deref(), Some("leave"));
}

#[test]
fn the_working_days_are_counted() {
    let week = a_week("2026-W48").target("calls", 50).day_off(Tue).build();
    for (now, counted) in [
        ("2026-11-22 09:00", None),
        ("2026-11-23 09:00", Some((1, 4))),
        ("2026-11-24 09:00", Some((1, 4))),
        ("2026-11-27 09:00", Some((4, 4))),
        ("2026-11-29 09:00", Some((4, 4))),
        ("2026-11-30 09:00", None),
    ] {
        assert_eq!(seen(&week, now).working_day(), counted, "{now}");
    }
}

#[test]
fn the_metric_most_behind_is_found() {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .target("visits", 15)
        .target("emails", 100)
        .entry("calls", 5, Mon)
        .entry("emails", 20, Mon)
        .build();
    let most = seen(&week, "2026-11-24 09:00");
    assert_eq!(most.most_behind().unwrap().id, metric("visits"));
    let none = seen(&week, "2026-11-23 09:00");
    assert_eq!(none.most_behind(), None);
}

#[test]
fn the_first_start_is_known_by_nothing_being_there() {
    let empty = a_week("2026-W48").build();
    let now = "2026-11-25 08:50";
    assert!(seen(&empty, now).first_start);
    assert!(!seen_with(&empty, &[&with_best_day("2026-W40", 1)], now).first_start);
    let next = Week::new(week_id("2026-W49"));
    assert!(!super::seen_in(&empty, &super::next_week(&next), now).first_start);
    let logged = a_week("2026-W48").entry("calls", 1, Wed).build();
    assert!(!seen(&logged, now).first_start);
}

#[test]
fn work_on_a_day_off_counts_for_the_week() {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 45, Fri)
        .entry("calls", 5, Sat)
        .build();
    let seen = seen(&week, "2026-11-28 12:00");
    assert_eq!(seen.of("calls").status, Status::Reached);
    assert_eq!(seen.of("calls").days[Sat].baseline, 0);
}

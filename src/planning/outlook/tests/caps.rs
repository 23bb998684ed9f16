//! How many earlier weeks tell what the days of a metric owe.

use proptest::prelude::*;

use super::{after, seen_in};
use crate::domain::Weekday::{Fri, Mon, Thu, Tue, Wed};
use crate::domain::fixtures::{Planned, a_week, at, metric};
use crate::planning::{
    MetricOutlook, Outlook, means_need_more_history, metric_needs_more_history, metric_outlook,
    needs_more_history,
};

const THURSDAY: &str = "2026-11-26 09:00";

/// A week with a target of calls, so many of them done by Thursday.
fn with_target(target: i64, done: i64) -> Planned {
    let week = a_week("2026-W48").target("calls", target);
    week.entry("calls", done, Mon).build()
}

/// Earlier weeks, the newest first, by the calls of their best days.
fn earlier(best_days: &[i64]) -> Vec<Planned> {
    let weeks = best_days.iter().zip((36..=47).rev());
    weeks
        .map(|(best, week)| {
            let week = a_week(&format!("2026-W{week}"));
            week.entry("calls", *best, Wed).build()
        })
        .collect()
}

fn needs_more(week: &Planned, earlier: &[Planned], of: &str) -> bool {
    let counted = week.settings.metric(&metric(of)).expect("a metric");
    let (settings, now) = (&week.settings, at(THURSDAY));
    metric_needs_more_history(&week.week, &after(earlier), settings, now, counted)
}

fn calls(week: &Planned, earlier: &[Planned]) -> MetricOutlook {
    let calls = week.settings.metric(&metric("calls")).expect("a metric");
    let (settings, now) = (&week.settings, at(THURSDAY));
    let named = (calls, "Calls".to_owned());
    metric_outlook(&week.week, &after(earlier), settings, now, named)
}

#[test]
fn a_best_day_with_room_for_what_the_days_owe_needs_no_other() {
    // 30 are left for two days; one and a half times 10 are 15.
    assert!(!needs_more(&with_target(50, 20), &earlier(&[10]), "calls"));
    assert!(needs_more(&with_target(50, 20), &earlier(&[9]), "calls"));
}

#[test]
fn a_week_without_the_metric_tells_nothing() {
    assert!(needs_more(&with_target(50, 20), &earlier(&[0]), "calls"));
    assert!(needs_more(&with_target(50, 20), &[], "calls"));
}

#[test]
fn what_owes_nothing_needs_no_history() {
    assert!(!needs_more(&with_target(50, 50), &[], "calls"));
    assert!(!needs_more(&a_week("2026-W48").build(), &[], "calls"));
}

#[test]
fn an_outcome_has_no_caps_and_needs_no_history() {
    let week = a_week("2026-W48").target("new_customers", 50).build();
    assert!(!needs_more(&week, &[], "new_customers"));
}

#[test]
fn a_pin_stands_above_any_cap() {
    let week = a_week("2026-W48").target("calls", 50);
    let week = week.pin("calls", Thu, 25).pin("calls", Fri, 25).build();
    assert!(!needs_more(&week, &[], "calls"));
}

#[test]
fn a_half_day_has_half_the_room() {
    let week = |weight| {
        let week = a_week("2026-W48").target("calls", 10).weight(Fri, weight);
        week.pin("calls", Mon, 0)
            .pin("calls", Tue, 0)
            .pin("calls", Wed, 0)
            .pin("calls", Thu, 0)
            .build()
    };
    assert!(!needs_more(&week(100), &earlier(&[7]), "calls"));
    assert!(needs_more(&week(50), &earlier(&[7]), "calls"));
}

fn week_needs_more(week: &Planned, earlier: &[Planned]) -> bool {
    needs_more_history(&week.week, &after(earlier), &week.settings, at(THURSDAY))
}

fn means_need_more(week: &Planned, earlier: &[Planned]) -> bool {
    means_need_more_history(&week.week, &after(earlier), &week.settings, at(THURSDAY))
}

/// An outlook without what only a plan or a review looks at, its means if they are not asked for.
fn as_one_works(mut outlook: Outlook, means: bool) -> Outlook {
    outlook.review.causes.clear();
    for row in outlook.review.rows.iter_mut().filter(|_| !means) {
        row.four_weeks_bp = None;
    }
    for metric in &mut outlook.metrics {
        metric.earlier_target = None;
        metric.suggestion = None;
    }
    outlook
}

/// An earlier week by its target and its best day; without a target where that is 0.
fn worked((number, (target, best)): (u32, (i64, i64))) -> Planned {
    let week = a_week(&format!("2026-W{number}")).entry("calls", best, Wed);
    let planned = if target > 0 {
        week.target("calls", target)
    } else {
        week
    };
    planned.build()
}

#[test]
fn a_week_to_plan_or_to_review_looks_back_as_far_as_it_can() {
    let unplanned = a_week("2026-W48").build();
    assert!(week_needs_more(&unplanned, &earlier(&[10; 4])));
    let over = a_week("2026-W47").target("calls", 5).build();
    assert!(week_needs_more(&over, &[]));
}

#[test]
fn a_mean_of_four_weeks_needs_four_with_a_target() {
    let with_targets = |count: u32| -> Vec<Planned> {
        let weeks = (0..count).map(|back| worked((47 - back, (50, 20))));
        weeks.collect()
    };
    let week = with_target(50, 20);
    assert!(means_need_more(&week, &with_targets(3)));
    assert!(!means_need_more(&week, &with_targets(4)));
}

proptest! {
    #[test]
    fn where_a_week_needs_no_more_weeks_they_change_nothing_one_works_with(
        target in 1_i64..120,
        done in 0_i64..60,
        weeks in proptest::collection::vec((0_i64..60, 0_i64..40), 0..12),
        at_hand in 1_usize..8,
    ) {
        let week = with_target(target, done);
        let all: Vec<_> = (36..=47).rev().zip(weeks).map(worked).collect();
        let few = &all[..at_hand.min(all.len())];
        prop_assume!(!week_needs_more(&week, few));
        let means = !means_need_more(&week, few);
        let [few, all] = [few, &all].map(|known| {
            as_one_works(seen_in(&week, &after(known), THURSDAY), means)
        });
        prop_assert_eq!(few, all);
    }

    #[test]
    fn where_no_more_weeks_are_needed_they_change_nothing(
        target in 1_i64..120,
        done in 0_i64..60,
        best_days in proptest::collection::vec(0_i64..40, 0..12),
        at_hand in 0_usize..3,
    ) {
        let (week, all) = (with_target(target, done), earlier(&best_days));
        let few = &all[..at_hand.min(all.len())];
        prop_assume!(!needs_more(&week, few, "calls"));
        let (by_few, by_all) = (calls(&week, few), calls(&week, &all));
        prop_assert_eq!(by_few.days, by_all.days);
        prop_assert_eq!(by_few.unplaced, by_all.unplaced);
    }
}

#[test]
fn what_has_no_place_is_told_with_what_a_day_takes() {
    // 30 are left for two days, which take 14 each: one and a half times 9, rounded up.
    let seen = calls(&with_target(50, 20), &earlier(&[9, 8, 7, 6]));
    assert_eq!((seen.unplaced, seen.most_a_day()), (2, Some(14)));
    let seen = calls(&with_target(50, 20), &earlier(&[10, 8, 7, 6]));
    assert_eq!((seen.unplaced, seen.most_a_day()), (0, None));
}

//! Ways out, and the figures they lead to.

use pretty_assertions::assert_eq;

use crate::domain::fixtures::{Planned, WeekBuilder, a_week, amount, at, day, metric, week_id};
use crate::domain::{Amount, Week, Weekday};
use crate::planning::{History, Outcome, Ratio, Status, WaysOut, ways_out};
use Weekday::{Mon, Sat, Sun, Tue, Wed};

fn ways_of(planned: &Planned, id: &str, lost: Option<Amount>, next: Option<&Week>) -> WaysOut {
    let history = History::new(&[], next);
    let now = at("2026-11-25 13:20");
    let (week, settings) = (&planned.week, &planned.settings);
    ways_out(week, &history, settings, now, &metric(id), lost).expect("a target")
}

fn still(outcome: &Outcome) -> Vec<u64> {
    outcome.quotas.values().copied().flatten().collect()
}

/// A cancelled order of 120,000 out of 312,000 booked, on Wednesday.
fn cancelled() -> WeekBuilder {
    a_week("2026-W48")
        .target("revenue", 50_000_000)
        .target("visits", 15)
        .entry("revenue", 14_000_000, Mon)
        .entry("revenue", 13_900_000, Tue)
        .entry("revenue", 3_300_000, Wed)
        .cancelled("Huaxin", "revenue", 12_000_000, Wed)
}

fn after_the_event(next: Option<&Week>) -> WaysOut {
    ways_of(
        &cancelled().build(),
        "revenue",
        Some(amount(12_000_000)),
        next,
    )
}

#[test]
fn keeping_the_target_spreads_what_is_missing() {
    let ways = after_the_event(None);
    assert_eq!(ways.missing, 30_800_000);
    assert_eq!(ways.days_left, 3);
    assert_eq!(
        still(&ways.keep),
        [11_400_000, 11_400_000, 11_300_000, 0, 0]
    );
    assert_eq!(ways.keep.attainment_bp, Some(3_840));
    assert_eq!(ways.keep.lead_days.map(Ratio::tenths), Some(-4));
}

#[test]
fn a_target_is_lowered_by_what_an_event_took() {
    let lower = after_the_event(None).lower.unwrap();
    assert_eq!(lower.target, amount(38_000_000));
    assert_eq!(still(&lower), [7_370_000, 7_370_000, 7_360_000, 0, 0]);
}

#[test]
fn what_an_event_took_is_handed_on_to_next_week() {
    let handed = after_the_event(None).hand_on.unwrap();
    assert_eq!(handed.by, amount(12_000_000));
    assert_eq!(handed.here.target, amount(38_000_000));
    assert_eq!(handed.week, week_id("2026-W49"));
    assert_eq!((handed.from, handed.to), (None, amount(12_000_000)));

    let next = a_week("2026-W49").target("revenue", 40_000_000);
    let handed = after_the_event(Some(&next.clone().build().week));
    let handed = handed.hand_on.unwrap();
    assert_eq!(handed.from, Some(amount(40_000_000)));
    assert_eq!(handed.to, amount(52_000_000));

    let sealed = next.sealed().build().week;
    assert_eq!(after_the_event(Some(&sealed)).hand_on, None);
}

#[test]
fn without_an_event_the_offer_is_what_the_plan_still_brings() {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 4, Mon)
        .entry("calls", 5, Tue)
        .entry("calls", 2, Wed)
        .build();
    let lower = ways_of(&week, "calls", None, None).lower.unwrap();
    assert_eq!(lower.target, amount(39), "9 and three days of 10");
    assert_eq!(still(&lower), [10, 10, 10, 0, 0]);
    assert_eq!(lower.lead_days, Ratio::new(-35, 39));
    assert_eq!(lower.status, Status::Behind);
}

#[test]
fn an_offer_is_a_whole_number_of_steps() {
    let week = a_week("2026-W48")
        .target("training", 62)
        .entry("training", 7, Mon)
        .build();
    let ways = ways_of(&week, "training", None, None);
    // days of 17 15 10 10 10; 7 and 30 are 37
    assert_eq!(ways.lower.unwrap().target, amount(40));
}

#[test]
fn a_week_on_its_way_is_lowered_to_nothing() {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 20, Mon)
        .build();
    let ways = ways_of(&week, "calls", None, None);
    assert_eq!((ways.lower, ways.hand_on), (None, None));
    let all_lost = ways_of(&week, "calls", Some(amount(50)), None);
    assert_eq!((all_lost.lower, all_lost.hand_on), (None, None));
}

#[test]
fn a_day_off_is_offered_as_half_and_whole() {
    let week = || {
        a_week("2026-W48")
            .target("calls", 50)
            .entry("calls", 9, Mon)
    };
    let ways = ways_of(&week().build(), "calls", None, None);
    let added = ways.add_day.unwrap();
    assert_eq!(added.day, day("2026-11-28"));
    assert_eq!(still(&added.half), [12, 12, 12, 5, 0]);
    assert_eq!(still(&added.whole), [11, 10, 10, 10, 0]);

    let full = week().weight(Sat, 100).weight(Sun, 100).build();
    assert_eq!(ways_of(&full, "calls", None, None).add_day, None);
}

#[test]
fn other_activities_are_raised_by_a_day_of_theirs() {
    let week = cancelled()
        .target("calls", 52)
        .target("new_customers", 5)
        .build();
    let ways = ways_of(&week, "revenue", None, None);
    let raised: Vec<_> = ways
        .raise
        .iter()
        .map(|raised| {
            let (from, to) = (raised.from, raised.outcome.target);
            (raised.metric.as_str(), from.units(), to.units())
        })
        .collect();
    assert_eq!(raised, [("visits", 15, 18), ("calls", 52, 63)]);
}

#[test]
fn there_is_no_way_out_without_a_target_or_once_the_week_is_over() {
    let calls = |planned: &Planned, now: &str| {
        let (history, calls) = (History::default(), metric("calls"));
        let (week, settings) = (&planned.week, &planned.settings);
        ways_out(week, &history, settings, at(now), &calls, None)
    };
    let planned = || a_week("2026-W48").target("calls", 50);
    let wednesday = "2026-11-25 09:00";
    assert!(calls(&planned().build(), wednesday).is_some());
    assert_eq!(calls(&a_week("2026-W48").build(), wednesday), None);
    assert_eq!(calls(&planned().build(), "2026-11-30 09:00"), None);
    assert_eq!(calls(&planned().sealed().build(), wednesday), None);
}

use pretty_assertions::assert_eq;

use super::*;
use crate::domain::fixtures::{Planned, a_week, amount, at, day, metric, week_id};
use crate::domain::{Cause, Currency, TextError, Weekday};
use Weekday::{Mon, Sat, Thu, Tue, Wed};

const WEDNESDAY: &str = "2026-11-25 09:00";

fn set(of: &str, units: i64) -> TargetSet {
    TargetSet::new(metric(of), amount(units), at(WEDNESDAY))
}

fn apply(planned: &Planned, set: TargetSet) -> Result<Planned, ChangeError> {
    planned.after(TargetChange::Set(set))
}

fn target(planned: &Planned, of: &str) -> Target {
    planned.week.target(&metric(of)).unwrap().clone()
}

#[test]
fn a_new_target_begins_where_the_work_begins() {
    let cases = [
        ("today", WEDNESDAY, None, "2026-11-25"),
        ("an entry before", WEDNESDAY, Some(Mon), "2026-11-23"),
        (
            "an entry after",
            "2026-11-24 09:00",
            Some(Thu),
            "2026-11-24",
        ),
        (
            "set the week before",
            "2026-11-20 09:00",
            Some(Thu),
            "2026-11-23",
        ),
        (
            "set the week after",
            "2026-11-30 09:00",
            Some(Thu),
            "2026-11-23",
        ),
    ];
    for (label, moment, worked, first) in cases {
        let mut week = a_week("2026-W48").entry("visits", 1, Mon);
        if let Some(weekday) = worked {
            week = week.entry("calls", 1, weekday);
        }
        let mut set = set("calls", 50);
        set.at = at(moment);
        let planned = apply(&week.build(), set).unwrap();
        assert_eq!(target(&planned, "calls").since, day(first), "{label}");
    }
}

#[test]
fn a_given_first_day_counts_before_all_others() {
    let planned = a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 1, Mon)
        .build();
    let mut from_thursday = set("calls", 50);
    from_thursday.since = Some(day("2026-11-26"));
    let planned = apply(&planned, from_thursday).unwrap();
    assert_eq!(target(&planned, "calls").since, day("2026-11-26"));
    assert_eq!(target(&planned, "calls").changes.len(), 1);
    let mut outside = set("calls", 50);
    outside.since = Some(day("2026-11-30"));
    let error = planned.refuses(TargetChange::Set(outside));
    let (day, week) = (day("2026-11-30"), planned.week.week);
    assert_eq!(error, ChangeError::OutsideWeek { day, week });
}

#[test]
fn a_change_keeps_the_first_day_and_what_the_target_was() {
    let planned = a_week("2026-W48").target("calls", 50).build();
    let mut lower = set("calls", 40);
    lower.reason = Some(" two days ill ".into());
    let planned = apply(&planned, lower).unwrap();
    let changed = target(&planned, "calls");
    assert_eq!(changed.since, day("2026-11-23"));
    let step = TargetStep {
        at: at(WEDNESDAY),
        from: Some(amount(50)),
        to: amount(40),
        reason: Some("two days ill".into()),
    };
    assert_eq!(changed.changes[1..], [step]);
}

#[test]
fn the_same_amount_again_is_no_change() {
    let planned = a_week("2026-W48").target("calls", 50).build();
    assert_eq!(apply(&planned, set("calls", 50)).unwrap(), planned);
}

#[test]
fn clearing_a_target_clears_all_that_rests_on_it() {
    let planned = a_week("2026-W48")
        .target("calls", 50)
        .stretch("calls", 60)
        .pin("calls", Wed, 8)
        .focus("calls")
        .miss("calls", Cause::NoTime)
        .build();
    let cleared = apply(&planned, set("calls", 0)).unwrap();
    assert_eq!(cleared.week.target_amount(&metric("calls")), None);
    let record = target(&cleared, "calls");
    assert_eq!(
        (record.stretch, record.pins.len(), record.changes.len()),
        (None, 0, 2)
    );
    assert_eq!(cleared.week.focus, None);
    assert_eq!(cleared.week.review.misses, []);
}

#[test]
fn a_target_set_again_after_it_was_cleared_begins_anew() {
    let planned = a_week("2026-W48").target("calls", 50).build();
    let cleared = apply(&planned, set("calls", 0)).unwrap();
    let again = target(&apply(&cleared, set("calls", 30)).unwrap(), "calls");
    assert_eq!(again.since, day("2026-11-25"));
    assert_eq!(again.changes[2].from, None);
}

#[test]
fn a_stretch_target_stays_above_the_target() {
    let cases = [
        ("kept below it", 55, Stretch::Keep, Some(60)),
        ("a target as high", 60, Stretch::Keep, None),
        ("a target past it", 70, Stretch::Keep, None),
        ("another", 50, Stretch::To(amount(51)), Some(51)),
        ("taken away", 50, Stretch::Clear, None),
    ];
    for (label, to, stretch, expected) in cases {
        let planned = a_week("2026-W48")
            .target("calls", 50)
            .stretch("calls", 60)
            .build();
        let planned = apply(
            &planned,
            TargetSet {
                stretch,
                ..set("calls", to)
            },
        )
        .unwrap();
        assert_eq!(
            target(&planned, "calls").stretch,
            expected.map(amount),
            "{label}"
        );
    }
    let planned = a_week("2026-W48").build();
    let stretch = Stretch::To(amount(50));
    let error = planned.refuses(TargetChange::Set(TargetSet {
        stretch,
        ..set("calls", 50)
    }));
    assert_eq!(error, ChangeError::StretchTooLow);
}

fn no_target(id: &str) -> ChangeError {
    ChangeError::NoTarget {
        metric: metric(id),
        week: week_id("2026-W48"),
    }
}

#[test]
fn what_is_no_target_is_refused() {
    let cases = [
        ("below zero", set("calls", -1), ChangeError::Negative),
        ("too large", set("calls", i64::MAX), ChangeError::TooLarge),
        ("nothing to clear", set("calls", 0), no_target("calls")),
        (
            "unknown",
            set("ghost", 5),
            ChangeError::UnknownMetric(metric("ghost")),
        ),
        (
            "retired",
            set("care", 5),
            ChangeError::Retired(metric("care")),
        ),
        (
            "a reason of spaces",
            TargetSet {
                reason: Some("  ".into()),
                ..set("calls", 5)
            },
            ChangeError::Text(TextError::Empty),
        ),
    ];
    let planned = a_week("2026-W48").build();
    for (label, set, error) in cases {
        assert_eq!(planned.refuses(TargetChange::Set(set)), error, "{label}");
    }
}

#[test]
fn money_brings_its_currency() {
    let planned = a_week("2026-W48").build();
    let planned = apply(&planned, set("revenue", 50_000_000)).unwrap();
    assert_eq!(planned.week.currency, Some(Currency::CNY));
}

fn pin(on: &str, units: Option<i64>) -> TargetChange {
    TargetChange::Pin {
        metric: metric("calls"),
        day: day(on),
        amount: units.map(amount),
    }
}

#[test]
fn a_pin_fixes_a_day_also_at_nothing_and_on_a_day_off() {
    let planned = a_week("2026-W48").target("calls", 50).build();
    let pinned = planned.after(pin("2026-11-28", Some(0))).unwrap();
    assert_eq!(
        pinned.week.target(&metric("calls")).unwrap().pins,
        [(day("2026-11-28"), amount(0))].into()
    );
    assert_eq!(pinned.after(pin("2026-11-28", None)).unwrap(), planned);
}

#[test]
fn what_is_no_pin_is_refused() {
    let planned = a_week("2026-W48")
        .target("calls", 50)
        .since("calls", Wed)
        .build();
    let (week, since) = (planned.week.week, day("2026-11-25"));
    let (monday, sunday) = (day("2026-11-23"), day("2026-11-22"));
    let cases = [
        (
            "before the target",
            pin("2026-11-23", Some(5)),
            ChangeError::BeforeSince { day: monday, since },
        ),
        (
            "outside the week",
            pin("2026-11-22", Some(5)),
            ChangeError::OutsideWeek { day: sunday, week },
        ),
        (
            "below zero",
            pin("2026-11-26", Some(-5)),
            ChangeError::Negative,
        ),
        (
            "too large",
            pin("2026-11-26", Some(i64::MAX)),
            ChangeError::TooLarge,
        ),
    ];
    for (label, change, error) in cases {
        assert_eq!(planned.refuses(change), error, "{label}");
    }
    let without = a_week("2026-W48").build();
    assert_eq!(
        without.refuses(pin("2026-11-26", Some(5))),
        no_target("calls")
    );
}

#[test]
fn pins_before_a_later_first_day_go() {
    let planned = a_week("2026-W48")
        .target("calls", 50)
        .pin("calls", Tue, 4)
        .pin("calls", Sat, 2)
        .build();
    let since = Some(day("2026-11-25"));
    let planned = apply(
        &planned,
        TargetSet {
            since,
            ..set("calls", 50)
        },
    )
    .unwrap();
    assert_eq!(
        target(&planned, "calls").pins,
        [(day("2026-11-28"), amount(2))].into()
    );
}

#[test]
fn the_focus_is_a_metric_with_a_target() {
    let planned = a_week("2026-W48").target("calls", 50).build();
    let focused = planned
        .after(TargetChange::Focus(Some(metric("calls"))))
        .unwrap();
    assert_eq!(focused.week.focus, Some(metric("calls")));
    assert_eq!(focused.after(TargetChange::Focus(None)).unwrap(), planned);
    let error = planned.refuses(TargetChange::Focus(Some(metric("visits"))));
    assert_eq!(error, no_target("visits"));
}

#[test]
fn the_outlook_may_go_without_a_note() {
    let planned = a_week("2026-W48").build();
    let (market, note) = (Market::Weak, " budgets are spent ".to_owned());
    let planned = planned
        .after(TargetChange::Outlook { market, note })
        .unwrap();
    assert_eq!(planned.week.outlook.note, "budgets are spent");
    let (market, note) = (Market::Normal, " ".to_owned());
    let planned = planned
        .after(TargetChange::Outlook { market, note })
        .unwrap();
    assert_eq!(planned.week.outlook, MarketOutlook::default());
}

//! Weeks in all their states, with their quotas and their pace.

use pretty_assertions::assert_eq;
use proptest::prelude::*;

use super::*;
use crate::domain::Weight;
use crate::planning::{Adaptive, DayTerms, Step};

/// Label, target, weights, cap of every day, done, taken off by an event, today, baseline,
/// adaptive quota, unplaced, lead, run rate, required run rate, status. Days that are not
/// named are off, or have nothing done.
const TABLE: &str = "
    first day         | 50 | 100 100 100 100 100 |    | 3             |        | Mon    | 10 10 10 10 10 | 10 10 10 10 10 0 0 |   | 0      | -    | 10   | on_pace
    a little ahead    | 50 | 100 100 100 100 100 |    | 12 9 6        |        | Wed    | 10 10 10 10 10 | - - 10 10 9 0 0    |   | 1/10   | 21/2 | 29/3 | on_pace
    half a day ahead  | 50 | 100 100 100 100 100 |    | 12 9 14       |        | Wed    | 10 10 10 10 10 | - - 10 10 9 0 0    |   | 1/2    | 21/2 | 29/3 | ahead
    a day behind      | 50 | 100 100 100 100 100 |    | 4 5           |        | Wed    | 10 10 10 10 10 | - - 14 14 13 0 0   |   | -11/10 | 9/2  | 41/3 | behind
    nothing done      | 50 | 100 100 100 100 100 |    | 0 0           |        | Wed    | 10 10 10 10 10 | - - 17 17 16 0 0   |   | -2     | 0    | 50/3 | far_behind
    reached           | 50 | 100 100 100 100 100 |    | 20 15 15      |        | Wed    | 10 10 10 10 10 | - - 5 5 5 0 0      |   | 2      | 35/2 | 5    | reached
    Thursday off      | 11 | 100 100 100 0 100   |    | 5             |        | Tue    | 3 3 3 0 2      | - 2 2 0 2 0 0      |   | 8/11   | 5    | 2    | ahead
    a day and a half  | 10 | 100 100 100 100 100 |    | 2 1 0         |        | Thu    | 2 2 2 2 2      | - - - 4 3 0 0      |   | -3/2   | 1    | 7/2  | far_behind
    beyond the caps   | 50 | 100 100 100 100 100 | 14 | 10 3 0        |        | Thu    | 10 10 10 10 10 | - - - 14 14 0 0    | 9 | -17/10 | 13/3 | 37/2 | far_behind
    half Friday       | 20 | 100 100 100 100 50  |    | 5 5 4         |        | Thu    | 5 5 4 4 2      | - - - 4 2 0 0      |   | 0      | 14/3 | 4    | on_pace
    missed            | 50 | 100 100 100 100 100 |    | 10 10 10 10 9 |        | over   | 10 10 10 10 10 | - - - - - - -      |   | -1/10  | 49/5 | -    | missed
    all off           | 7  | 0                   |    |               |        | Wed    | 0              | - - 0 0 0 0 0      | 7 | -      | -    | -    | no_working_days
    since Wednesday   | 50 | 0 0 100 100 100     |    | 0 0 6         |        | Wed    | 0 0 17 17 16   | - - 17 17 16 0 0   |   | 0      | -    | 50/3 | on_pace
    broken today      | 50 | 100 100 100 100 100 |    | 12 9 -6       | Wed 12 | Wed    | 10 10 10 10 10 | - - 14 14 13 0 0   |   | -11/10 | 9/2  | 41/3 | behind
    broken, then busy | 50 | 100 100 100 100 100 |    | 12 9 8        | Wed 12 | Wed    | 10 10 10 10 10 | - - 14 14 13 0 0   |   | -1/10  | 9/2  | 41/3 | on_pace
    broken tomorrow   | 50 | 100 100 100 100 100 |    | 12 9 0 -12    | Thu 12 | Wed    | 10 10 10 10 10 | - - 14 14 13 0 0   |   | -11/10 | 9/2  | 41/3 | behind
    not begun         | 50 | 100 100 100 100 100 |    |               |        | before | 10 10 10 10 10 | 10 10 10 10 10 0 0 |   | 0      | -    | 10   | on_pace
    not begun, capped | 50 | 100 100 100 100 100 | 8  |               |        | before | 10 10 10 10 10 | 8 8 8 8 8 0 0      | 10 | 0     | -    | 10   | far_behind
    half a day behind | 50 | 100 100 100 100 100 |    | 5             |        | Tue    | 10 10 10 10 10 | - 12 11 11 11 0 0  |   | -1/2   | 5    | 45/4 | behind
    a bit less behind | 50 | 100 100 100 100 100 |    | 6             |        | Tue    | 10 10 10 10 10 | - 11 11 11 11 0 0  |   | -2/5   | 6    | 11   | on_pace
    done on a day off | 50 | 100 100 100 100 100 |    | 9 9 9 9 9 5   |        | Sun    | 10 10 10 10 10 | - - - - - - 0      |   | 0      | 10   | -    | reached
    none is left      | 50 | 100 100 100 100 100 |    | 9 9 9 9 9     |        | Sat    | 10 10 10 10 10 | - - - - - 0 0      | 5 | -1/2   | 9    | -    | far_behind
    over and reached  | 50 | 100 100 100 100 100 |    | 10 10 10 10 11 |       | over   | 10 10 10 10 10 | - - - - - - -      |   | 1/10   | 51/5 | -    | reached
    over and all off  | 7  | 0                   |    |               |        | over   | 0              | - - - - - - -      |   | -      | -    | -    | missed
    no target         | 0  | 100 100 100 100 100 |    | 3             |        | Tue    | 0              | - 0 0 0 0 0 0      |   | -      | -    | -    | no_target
";

fn parsed<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect("a number")
}

/// The value of each day from Monday on; the default where none is named or there is a dash.
fn by_day<T: std::str::FromStr>(text: &str) -> ByDay<Option<T>> {
    let words: Vec<&str> = text.split_whitespace().collect();
    ByDay(std::array::from_fn(|day| words.get(day)?.parse().ok()))
}

fn ratio(text: &str) -> Option<Ratio> {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    Ratio::new(above.parse().ok()?, parsed(below))
}

fn standing(text: &str) -> Standing {
    let is_named = |day: &Weekday| format!("{day:?}") == text;
    match text {
        "before" => Standing::Before,
        "over" => Standing::Over,
        _ => Standing::On(Weekday::ALL.into_iter().find(is_named).expect("a weekday")),
    }
}

fn events(text: &str) -> ByDay<i64> {
    let mut events = ByDay::default();
    if let Some((day, amount)) = text.split_once(' ')
        && let Standing::On(day) = standing(day)
    {
        events[day] = -parsed::<i64>(amount);
    }
    events
}

fn week(percents: [u16; 7], cap: Option<u64>) -> ByDay<DayTerms> {
    ByDay(percents).map(|percent| DayTerms {
        weight: Weight::new(percent).expect("at most 200"),
        pin: None,
        cap,
    })
}

#[test]
fn quotas_and_pace_are_what_the_definition_says() {
    for row in TABLE.trim().lines() {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let [_, target, percents, cap, done, event, today, input @ ..] = &cells[..] else {
            panic!("too few cells in {row}");
        };
        let [baseline, adaptive, unplaced, lead, run, required, status] = input else {
            panic!("seven cells to expect in {row}");
        };
        let progress = Progress {
            target: parsed(target),
            days: week(
                by_day(percents).map(Option::unwrap_or_default).0,
                cap.parse().ok(),
            ),
            step: Step::ONE,
            standing: standing(today),
            done: by_day(done).map(Option::unwrap_or_default),
            from_events: events(event),
        };
        let expected = Adaptive {
            quotas: by_day(adaptive),
            unplaced: unplaced.parse().unwrap_or(0),
            over: 0,
        };
        let split = progress.baseline();
        assert_eq!(
            split.quotas,
            by_day(baseline).map(Option::unwrap_or_default),
            "{row}"
        );
        assert_eq!(progress.adaptive(), expected, "{row}");

        let pace = progress.pace(&split.quotas, expected.unplaced);
        let rates = (pace.lead_days, pace.run_rate, pace.required_run_rate);
        assert_eq!(rates, (ratio(lead), ratio(run), ratio(required)), "{row}");
        let found = serde_json::to_value(pace.status).expect("serializes");
        assert_eq!(found, *status, "{row}");
    }
}

/// Wednesday of a usual week.
fn wednesday(target: u64, done: [i64; 7]) -> Progress {
    Progress {
        target,
        days: week([100, 100, 100, 100, 100, 0, 0], None),
        step: Step::ONE,
        standing: Standing::On(Weekday::Wed),
        done: ByDay(done),
        from_events: ByDay([0; 7]),
    }
}

fn pace_of(progress: &Progress) -> Pace {
    progress.pace(&progress.baseline().quotas, progress.adaptive().unplaced)
}

#[test]
fn attainment_is_rounded_down_and_held_within_range() {
    for (label, target, done, basis_points) in [
        ("a part", 50, 27, 5_400),
        ("just below", 30_000, 29_999, 9_999),
        ("above", 3, 4, 13_333),
        ("below nothing", 3, -1, -3_334),
        ("too large", 1, i64::MAX, i64::MAX),
        ("too small", 1, i64::MIN, i64::MIN),
    ] {
        let pace = pace_of(&wednesday(target, [done, 0, 0, 0, 0, 0, 0]));
        assert_eq!(pace.attainment_bp, Some(basis_points), "{label}");
    }
}

#[test]
fn without_a_target_there_is_a_status_and_nothing_else() {
    let json = serde_json::to_value(pace_of(&wednesday(0, [5; 7]))).expect("serializes");
    let expected = serde_json::json!({
        "status": "no_target", "lead_days": null, "run_rate": null, "required_run_rate": null,
        "attainment_bp": null,
    });
    assert_eq!(json, expected);
}

#[test]
fn figures_are_written_as_the_nearest_double() {
    let json = serde_json::to_string(&pace_of(&wednesday(50, [12, 9, 6, 0, 0, 0, 0])));
    assert_eq!(
        json.expect("serializes"),
        r#"{"status":"on_pace","lead_days":0.1,"run_rate":10.5,"required_run_rate":9.666666666666666,"attainment_bp":5400}"#
    );
}

#[test]
fn one_fen_decides_at_the_boundary_of_a_status() {
    let target = 50_000_000_000_000_000;
    let half_a_day = 5_000_000_000_000_000;
    let ahead = [4 * half_a_day, half_a_day, 0, 0, 0, 0, 0];
    let mut nearly = ahead;
    nearly[1] -= 1;
    assert_eq!(pace_of(&wednesday(target, ahead)).status, Status::Ahead);
    assert_eq!(pace_of(&wednesday(target, nearly)).status, Status::OnPace);
}

#[test]
fn pins_of_days_passed_owe_nothing_any_more() {
    let mut progress = wednesday(50, [4, 20, 0, 0, 0, 0, 0]);
    progress.days[Weekday::Tue].pin = Some(20);
    progress.days[Weekday::Fri].pin = Some(2);
    assert_eq!(progress.baseline().quotas.0, [10, 20, 9, 9, 2, 0, 0]);
    let expected = [None, None, Some(12), Some(12), Some(2), Some(0), Some(0)];
    assert_eq!(progress.adaptive().quotas.0, expected);
}

#[test]
fn pins_beyond_what_is_missing_are_told() {
    let mut progress = wednesday(50, [30, 15, 0, 0, 0, 0, 0]);
    progress.days[Weekday::Fri].pin = Some(8);
    assert_eq!(progress.adaptive().over, 3);
}

#[test]
fn what_an_event_took_today_is_asked_of_today_once() {
    let mut progress = wednesday(50, [12, 9, -6, 0, 0, 0, 0]);
    progress.from_events[Weekday::Wed] = -12;
    let adaptive = progress.adaptive();
    assert_eq!(adaptive.quotas[Weekday::Wed], Some(14));
    assert_eq!(progress.remaining_today(&adaptive), Some(8));
}

#[test]
fn nothing_remains_of_a_quota_exceeded() {
    let progress = wednesday(50, [12, 9, 25, 0, 0, 0, 0]);
    assert_eq!(progress.remaining_today(&progress.adaptive()), Some(0));
}

proptest! {
    #[test]
    fn work_of_today_changes_no_quota_and_never_hurts(
        target in 1..200_u64,
        done in prop::array::uniform7(-5..40_i64),
        cap in prop::option::of(0..30_u64),
        more in 0..50_i64,
    ) {
        let mut idle = wednesday(target, done);
        idle.days = idle.days.map(|day| DayTerms { cap, ..day });
        let mut busy = idle;
        busy.done[Weekday::Wed] += more;
        prop_assert_eq!(idle.adaptive(), busy.adaptive());
        prop_assert!(pace_of(&idle).lead_days <= pace_of(&busy).lead_days);
    }

    #[test]
    fn no_amounts_overflow(
        target in any::<u64>(),
        done in prop::array::uniform7(any::<i64>()),
        from_events in prop::array::uniform7(any::<i64>()),
        weights in prop::array::uniform7(0..=200_u16),
    ) {
        let mut progress = wednesday(target, done);
        progress.from_events = ByDay(from_events);
        progress.days = week(weights, None);
        let works = weights.iter().any(|weight| *weight > 0);
        prop_assert_eq!(pace_of(&progress).lead_days.is_some(), works && target > 0);
    }
}

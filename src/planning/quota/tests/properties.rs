//! What holds of every split.

use proptest::prelude::*;

use super::*;

fn weights() -> impl Strategy<Value = [u16; 7]> {
    prop_oneof![
        prop::array::uniform7(0..=200_u16),
        prop::array::uniform7(prop::sample::select(vec![0, 50, 80, 100, 120])),
    ]
}

fn half_or_full() -> impl Strategy<Value = [u16; 7]> {
    prop_oneof![
        prop::array::uniform7(prop::sample::select(vec![0, 50, 100])),
        (1..=200_u16, prop::array::uniform7(any::<bool>()))
            .prop_map(|(weight, works)| works.map(|works| if works { weight } else { 0 })),
    ]
}

fn pins() -> impl Strategy<Value = [Option<u64>; 7]> {
    prop::array::uniform7(prop::option::weighted(0.2, 0..30_u64))
}

fn caps() -> impl Strategy<Value = [Option<u64>; 7]> {
    prop::array::uniform7(prop::option::weighted(0.5, 0..30_u64))
}

fn week_of(weights: [u16; 7], pins: [Option<u64>; 7], caps: [Option<u64>; 7]) -> ByDay<DayTerms> {
    let (weights, pins, caps) = (ByDay(weights), ByDay(pins), ByDay(caps));
    ByDay::from_fn(|at| day(weights[at], pins[at], caps[at]))
}

fn any_days() -> impl Strategy<Value = ByDay<DayTerms>> {
    (weights(), pins(), caps()).prop_map(|(weights, pins, caps)| week_of(weights, pins, caps))
}

fn sum(quotas: ByDay<u64>) -> u128 {
    quotas.values().copied().map(u128::from).sum()
}

/// Whether one unit more leaves every quota as large as it was.
fn is_raised(total: u64, days: &ByDay<DayTerms>) -> bool {
    let lower = split(total, days, Step::ONE).quotas;
    let higher = split(total + 1, days, Step::ONE).quotas;
    lower
        .values()
        .zip(higher.values())
        .all(|(low, high)| low <= high)
}

proptest! {
    #[test]
    fn nothing_is_lost_or_made(
        total in prop_oneof![0..200_u64, any::<u64>()], days in any_days(), units in 1..20_u64,
    ) {
        let split = split(total, &days, step(units));
        let placed = sum(split.quotas) + u128::from(split.unplaced);
        prop_assert_eq!(placed, u128::from(total) + u128::from(split.over));
    }

    #[test]
    fn no_day_is_a_whole_step_off_its_exact_share(
        count in prop_oneof![0..500_u64, 0..1_u64 << 50], crumbs in 0..7_u64, weights in weights(),
    ) {
        let all: u128 = weights.iter().copied().map(u128::from).sum();
        prop_assume!(all > 0);
        let mut quotas = split(count * 7 + crumbs, &week(weights), step(7)).quotas;
        let first = Weekday::ALL.into_iter().find(|day| ByDay(weights)[*day] > 0);
        quotas[first.expect("some day has weight")] -= crumbs;
        for (quota, weight) in quotas.values().zip(weights) {
            let exact = u128::from(count) * 7 * u128::from(weight);
            prop_assert!((u128::from(*quota) * all).abs_diff(exact) < 7 * all);
        }
    }

    #[test]
    fn a_day_off_without_pin_owes_nothing(total in 0..200_u64, days in any_days()) {
        let quotas = split(total, &days, Step::ONE).quotas;
        for (day, terms) in days.iter().filter(|(_, terms)| terms.weight.is_off()) {
            prop_assert_eq!(quotas[day], terms.pin.unwrap_or(0));
        }
    }

    #[test]
    fn no_day_without_pin_is_above_its_cap(
        total in any::<u64>(), days in any_days(), units in 1..20_u64,
    ) {
        let quotas = split(total, &days, step(units)).quotas;
        for (day, terms) in days.iter().filter(|(_, terms)| terms.pin.is_none()) {
            prop_assert!(quotas[day] <= terms.cap.unwrap_or(u64::MAX));
        }
    }

    #[test]
    fn equal_days_fall_by_at_most_a_unit_through_the_week(
        total in 0..200_u64,
        days in any_days(),
        equal in prop::array::uniform7(any::<bool>()),
        model in (0..=200_u16, prop::option::of(0..30_u64)),
    ) {
        let twin = day(model.0, None, model.1);
        let is_twin = ByDay(equal);
        let days = ByDay::from_fn(|day| if is_twin[day] { twin } else { days[day] });
        let quotas = split(total, &days, Step::ONE).quotas;
        let twins: Vec<u64> = quotas
            .iter()
            .filter_map(|(day, quota)| is_twin[day].then_some(*quota))
            .collect();
        prop_assert!(twins.is_sorted_by(|earlier, later| earlier >= later), "{:?}", twins);
        if let (Some(first), Some(last)) = (twins.first(), twins.last()) {
            prop_assert!(first - last <= 1, "{:?}", twins);
        }
    }

    #[test]
    fn a_raised_target_lowers_no_day(
        total in 0..3_000_u64, weights in weights(), pins in pins(),
    ) {
        let days = week_of(weights, pins, [None; 7]);
        prop_assert!(is_raised(total, &days));
    }

    #[test]
    fn a_raised_target_lowers_no_day_under_caps_of_half_and_full_days(
        total in 0..200_u64, weights in half_or_full(), pins in pins(), caps in caps(),
    ) {
        let days = week_of(weights, pins, caps);
        prop_assert!(is_raised(total, &days));
    }

    #[test]
    fn whole_steps_are_split_as_units_are(
        total in 0..200_u64, days in any_days(), units in 1..1_000_u64,
    ) {
        let scaled = |amount: u64| amount * units;
        let wide = days.map(|day| DayTerms {
            pin: day.pin.map(scaled),
            cap: day.cap.map(scaled),
            ..day
        });
        let narrow = split(total, &days, Step::ONE);
        prop_assert_eq!(split(scaled(total), &wide, step(units)), Split {
            quotas: narrow.quotas.map(scaled),
            unplaced: scaled(narrow.unplaced),
            over: scaled(narrow.over),
        });
    }
}

//! Every small split, against the definition taken word for word.

use pretty_assertions::assert_eq;

use super::*;

/// The definition, word for word: unit by unit, without periods.
fn by_the_book(total: u64, days: &[DayTerms], step: u64) -> (Vec<u64>, u64, u64) {
    let pins: u64 = days.iter().filter_map(|day| day.pin).sum();
    let mut quotas: Vec<u64> = days.iter().map(|day| day.pin.unwrap_or(0)).collect();
    if pins > total {
        return (quotas, 0, pins - total);
    }
    let weight = |day: usize| u64::from(days[day].weight.percent());
    let mut free: Vec<usize> = (0..days.len())
        .filter(|&day| days[day].pin.is_none() && weight(day) > 0)
        .collect();
    let mut rest = total - pins;
    loop {
        let sum: u64 = free.iter().map(|&day| weight(day)).sum();
        let mut units = vec![0; days.len()];
        for handed in 1..=rest / step {
            let mut best = None;
            for &day in &free {
                let below = units[day] * sum < weight(day) * handed;
                let better = best.is_none_or(|best: usize| {
                    (units[day] + 1) * weight(best) < (units[best] + 1) * weight(day)
                });
                if below && better {
                    best = Some(day);
                }
            }
            if let Some(day) = best {
                units[day] += 1;
            }
        }
        let above = |&day: &usize| days[day].cap.is_some_and(|cap| units[day] * step > cap);
        let (capped, others): (Vec<_>, Vec<_>) = free.iter().partition(|day| above(day));
        free = others;
        if capped.is_empty() {
            for &day in &free {
                quotas[day] = units[day] * step;
                rest -= quotas[day];
            }
            break;
        }
        for day in capped {
            quotas[day] = days[day].cap.unwrap_or(0);
            rest -= quotas[day];
        }
    }
    let has_room = |&&day: &&usize| days[day].cap.is_none_or(|cap| quotas[day] + rest <= cap);
    match free.iter().find(has_room) {
        Some(&day) => {
            quotas[day] += rest;
            (quotas, 0, 0)
        }
        None => (quotas, rest, 0),
    }
}

fn assert_by_the_book(total: u64, days: &ByDay<DayTerms>, units: u64) {
    let split = split(total, days, step(units));
    let found = (split.quotas.0.to_vec(), split.unplaced, split.over);
    let expected = by_the_book(total, &days.0, units);
    assert_eq!(found, expected, "{total} in steps of {units} over {days:?}");
}

#[test]
fn every_small_split_by_weight_is_by_the_book() {
    const PERCENTS: [u16; 5] = [0, 25, 50, 100, 120];
    for picks in 0..5_usize.pow(4) {
        let percents = [1, 5, 25, 125].map(|place| PERCENTS[picks / place % 5]);
        for total in 0..=20 {
            assert_by_the_book(total, &week(padded(&percents)), 1);
        }
    }
}

#[test]
fn every_small_split_with_pins_and_caps_is_by_the_book() {
    const TERMS: [(Option<u64>, Option<u64>); 5] = [
        (None, None),
        (None, Some(0)),
        (None, Some(2)),
        (None, Some(5)),
        (Some(3), None),
    ];
    for picks in 0..15_usize.pow(3) {
        let days = [1, 15, 225].map(|place| {
            let (pin, cap) = TERMS[picks / place % 5];
            day([0, 50, 100][picks / place / 5 % 3], pin, cap)
        });
        for total in 0..=13 {
            assert_by_the_book(total, &ByDay(padded(&days)), 1);
            assert_by_the_book(total, &ByDay(padded(&days)), 2);
        }
    }
}

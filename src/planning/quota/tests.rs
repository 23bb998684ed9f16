//! The splits that the definition names, and what all tests of splits build on.

use pretty_assertions::assert_eq;

use super::*;
use crate::domain::{Unit, Weekday};

mod by_the_book;
mod properties;

fn weight(percent: u16) -> Weight {
    Weight::new(percent).expect("at most 200")
}

fn step(units: u64) -> Step {
    Step::new(units).expect("not 0")
}

/// A day of `percent`, `pin` and `cap`.
fn day(percent: u16, pin: Option<u64>, cap: Option<u64>) -> DayTerms {
    let weight = weight(percent);
    DayTerms { weight, pin, cap }
}

/// The days of `percents`, without pins and caps.
fn week(percents: [u16; 7]) -> ByDay<DayTerms> {
    ByDay(percents).map(|percent| day(percent, None, None))
}

/// `values` from Monday on, and 0 for the days that are not named.
fn padded<T: Copy + Default>(values: &[T]) -> [T; 7] {
    std::array::from_fn(|day| values.get(day).copied().unwrap_or_default())
}

/// What a split is asked for, and what it should be.
struct Case {
    total: u64,
    days: ByDay<DayTerms>,
    step: Step,
    expected: Split,
}

fn numbers<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> Vec<T> {
    let words = text.split_whitespace();
    words.map(|word| word.parse().expect("a number")).collect()
}

fn weekday(name: &str) -> Weekday {
    let found = Weekday::ALL
        .into_iter()
        .find(|day| format!("{day:?}") == name);
    found.expect("a weekday")
}

/// Reads a row of [`TABLE`].
fn case(row: &str) -> Case {
    let cells: Vec<&str> = row.split('|').map(str::trim).collect();
    let [_, total, percents, terms, quotas, rest] = cells[..] else {
        panic!("six cells in {row}");
    };
    let mut case = Case {
        total: total.parse().expect("a total"),
        days: week(padded(&numbers(percents))),
        step: Step::ONE,
        expected: Split {
            quotas: ByDay(padded(&numbers(quotas))),
            ..Split::default()
        },
    };
    for term in terms
        .split(", ")
        .chain([rest])
        .filter(|term| !term.is_empty())
    {
        let words: Vec<&str> = term.split(' ').collect();
        let amount = words[words.len() - 1].parse().expect("an amount");
        match words[..] {
            ["pin", day, _] => case.days[weekday(day)].pin = Some(amount),
            ["cap", day, _] => case.days[weekday(day)].cap = Some(amount),
            ["caps", _] => case
                .days
                .0
                .iter_mut()
                .for_each(|day| day.cap = Some(amount)),
            ["step", _] => case.step = step(amount),
            ["unplaced", _] => case.expected.unplaced = amount,
            ["over", _] => case.expected.over = amount,
            _ => panic!("an unknown term in {row}"),
        }
    }
    case
}

/// What the definition names: label, total, weights, pins and caps and step, quotas, what is
/// unplaced or over. Days that are not named are off.
const TABLE: &str = "
    even                | 10 | 100 100 100 100 100 |                      | 2 2 2 2 2      |
    one left            | 11 | 100 100 100 100 100 |                      | 3 2 2 2 2      |
    three left          | 13 | 100 100 100 100 100 |                      | 3 3 3 2 2      |
    fewer than days     | 3  | 100 100 100 100 100 |                      | 1 1 1 0 0      |
    no target           | 0  | 100 100 100 100 100 |                      | 0 0 0 0 0      |
    Thursday off        | 50 | 100 100 100 0 100   |                      | 13 13 12 0 12  |
    Thursday off, few   | 11 | 100 100 100 0 100   |                      | 3 3 3 0 2      |
    half Friday         | 10 | 100 100 100 100 50  |                      | 3 2 2 2 1      |
    half Friday, more   | 20 | 100 100 100 100 50  |                      | 5 5 4 4 2      |
    halves between      | 7  | 100 50 50 100 100 50 |                     | 2 1 1 2 1 0    |
    half Saturday       | 60 | 100 100 100 100 100 50 |                   | 11 11 11 11 11 5 |
    heavy Monday        | 23 | 120 100 100 100 80  |                      | 6 5 5 4 3      |
    one, to a full day  | 1  | 50 50 100 100 100   |                      | 0 0 1 0 0      |
    from Thursday on    | 10 | 0 0 0 100 100 100 100 |                    | 0 0 0 3 3 2 2  |
    pin                 | 50 | 100 100 100 100 100 | pin Tue 4            | 12 4 12 11 11  |
    pins too large      | 10 | 100 100 100 100 100 | pin Mon 8, pin Tue 5 | 8 5 0 0 0      | over 3
    pin on a day off    | 10 | 100 100 100 0 0     | pin Thu 2            | 3 3 2 2 0      |
    pin of nothing      | 8  | 100 100 100         | pin Tue 0            | 4 0 4          |
    pin above a cap     | 10 | 100 100 100         | pin Mon 8, cap Mon 2 | 8 1 1          |
    two caps            | 50 | 100 100 100 100 100 | cap Mon 6, cap Thu 8 | 6 12 12 8 12   |
    three caps          | 40 | 100 100 100 100 50  | cap Mon 9, cap Tue 9, cap Fri 3 | 9 9 10 9 3 |
    all capped          | 50 | 100 100 100 100 100 | caps 8               | 8 8 8 8 8      | unplaced 10
    cap, odd weights    | 22 | 100 100 75 25 25    | cap Mon 7            | 7 7 6 1 1      |
    the same, raised    | 23 | 100 100 75 25 25    | cap Mon 7            | 7 8 5 2 1      |
    all off             | 5  | 0 0 0 0 0 0 0       |                      | 0 0 0 0 0 0 0  | unplaced 5
    minutes             | 62 | 100 100 100 50      | step 5               | 22 20 15 5     |
    less than a step    | 4  | 0 100 100           | step 5               | 0 4 0          |
    crumbs pass a cap   | 23 | 100 100             | step 5, cap Mon 11   | 10 13          |
    crumbs pass a full  | 23 | 100 100             | step 5, cap Mon 9    | 9 14           |
    crumbs stay over    | 23 | 100 100             | step 5, caps 11      | 10 10          | unplaced 3
    money               | 33333333 | 100 100 100 100 100 | step 10000 | 6673333 6670000 6670000 6660000 6660000 |
    money, even         | 50005000 | 100 100 100 100 100 | step 100000 | 10005000 10000000 10000000 10000000 10000000 |
    the largest         | 9223372036854775807 | 100 100 100 100 100 | | 1844674407370955162 1844674407370955162 1844674407370955161 1844674407370955161 1844674407370955161 |
";

#[test]
fn a_split_is_what_the_definition_says() {
    for row in TABLE.trim().lines() {
        let Case {
            total,
            days,
            step,
            expected,
        } = case(row);
        assert_eq!(split(total, &days, step), expected, "{row}");
    }
}

#[test]
fn pins_too_large_to_add_up_are_as_far_over_as_can_be_told() {
    let days = ByDay([day(100, Some(u64::MAX), None); 7]);
    assert_eq!(split(5, &days, Step::ONE).over, u64::MAX);
}

#[test]
fn money_is_split_in_the_largest_power_of_ten_that_suits() {
    const USUAL: [u16; 7] = [100, 100, 100, 100, 100, 0, 0];
    for (label, target, percents, units) in [
        ("usual week", 33_333_333, USUAL, 10_000),
        ("exactly a power", 50_000_000, USUAL, 100_000),
        ("just below", 49_999_999, USUAL, 10_000),
        ("small target", 499, USUAL, 1),
        ("no target", 0, USUAL, 1),
        ("all off", 1_000_000, [0; 7], 1),
        (
            "the largest",
            u64::MAX,
            [1, 0, 0, 0, 0, 0, 0],
            10_u64.pow(19),
        ),
    ] {
        let weights = ByDay(percents).map(weight);
        assert_eq!(
            Step::of(Unit::Money, target, weights).units(),
            units,
            "{label}"
        );
    }
}

#[test]
fn time_is_split_in_five_minutes_and_counts_one_by_one() {
    let weights = ByDay([Weight::FULL; 7]);
    assert_eq!(Step::of(Unit::Minutes, 1_000_000, weights).units(), 5);
    assert_eq!(Step::of(Unit::Count, 1_000_000, weights).units(), 1);
}

#[test]
fn shares_may_be_more_than_the_days_of_a_week() {
    let weight = 1;
    let members = [Share {
        weight,
        ..Share::default()
    }; 10];
    let shares = split_shares(12, &members, Step::ONE);
    assert_eq!(shares.quotas, [2, 2, 1, 1, 1, 1, 1, 1, 1, 1]);
}

use proptest::prelude::*;

use super::*;

const fn reading(unit: Unit, currency: Currency) -> Reading {
    Reading { unit, currency }
}

const COUNT: Reading = reading(Unit::Count, Currency::CNY);
const YUAN: Reading = reading(Unit::Money, Currency::CNY);
const DOLLARS: Reading = reading(Unit::Money, Currency::USD);
const MINUTES: Reading = reading(Unit::Minutes, Currency::CNY);

fn money(code: &str) -> Reading {
    reading(Unit::Money, Currency::parse(code).unwrap())
}

fn assert_reads(reading: Reading, cases: &[(&str, i64)]) {
    for (text, units) in cases {
        assert_eq!(
            Amount::read(text, reading),
            Ok(Amount::new(*units)),
            "{text}"
        );
    }
}

fn assert_refuses(reading: Reading, cases: &[(&str, &str)]) {
    for (text, sentence) in cases {
        let error = Amount::read(text, reading).map_err(|error| error.to_string());
        assert_eq!(error, Err((*sentence).to_owned()), "{text}");
    }
}

#[test]
fn counts_are_read() {
    assert_reads(
        COUNT,
        &[
            ("50", 50),
            ("0", 0),
            ("007", 7),
            ("1,200", 1_200),
            ("12,345,678", 12_345_678),
            ("500k", 500_000),
            ("1.5K", 1_500),
            ("1.5m", 1_500_000),
            ("50万", 500_000),
            ("1.2亿", 120_000_000),
            ("1,200万", 12_000_000),
            ("5 万", 50_000),
            ("5.0", 5),
            ("5.00000000000000000000000000", 5),
            ("-2", -2),
            ("−2", -2),
            ("- 2", -2),
            ("+3", 3),
            ("-0", 0),
            ("  14  ", 14),
            ("１，２００", 1_200),
            ("１．５ｋ", 1_500),
            ("1。5k", 1_500),
            ("－２", -2),
            ("\u{3000}７\u{3000}", 7),
            ("9223372036854775807", i64::MAX),
            ("-9223372036854775808", i64::MIN),
        ],
    );
}

#[test]
fn money_is_read_in_the_smallest_unit() {
    assert_reads(
        YUAN,
        &[
            ("50", 5_000),
            ("¥500,000", 50_000_000),
            ("￥５００", 50_000),
            ("50万", 50_000_000),
            ("50万元", 50_000_000),
            ("1.2亿", 12_000_000_000),
            ("¥1.5m", 150_000_000),
            ("0.05", 5),
            ("47.3万", 47_300_000),
            ("1.234567万", 1_234_567),
            ("-¥120,000", -12_000_000),
            ("¥-12万", -12_000_000),
            ("20 CNY", 2_000),
            ("cny 20", 2_000),
            ("RMB20", 2_000),
            ("20元", 2_000),
        ],
    );
}

#[test]
fn each_currency_is_read_with_its_own_signs_and_digits() {
    assert_reads(DOLLARS, &[("$1,234.5", 123_450), ("US$ 5k", 500_000)]);
    assert_reads(money("HKD"), &[("HK$5", 500), ("$5", 500), ("5元", 500)]);
    assert_reads(money("MOP"), &[("5 mop", 500), ("5m mop", 500_000_000)]);
    assert_reads(money("JPY"), &[("¥500", 500), ("1.5万円", 15_000)]);
    assert_reads(money("KRW"), &[("₩1,000", 1_000), ("￦1,000", 1_000)]);
    assert_reads(money("KWD"), &[("1.234", 1_234)]);
    assert_reads(money("CZK"), &[("20 Kč", 2_000), ("2k", 200_000)]);
    assert_reads(money("EUR"), &[("€5", 500), ("5 eur", 500), ("5€", 500)]);
}

#[test]
fn minutes_are_read() {
    assert_reads(
        MINUTES,
        &[
            ("30", 30),
            ("30m", 30),
            ("30 min", 30),
            ("30 minutes", 30),
            ("1h", 60),
            ("1h30", 90),
            ("1H30M", 90),
            ("1 h 30 min", 90),
            ("1h05", 65),
            ("0h", 0),
            ("1.5h", 90),
            ("0.1h", 6),
            ("90分", 90),
            ("90分钟", 90),
            ("1小时", 60),
            ("1.5小时", 90),
            ("1小时30分", 90),
            ("1小时30分钟", 90),
            ("１ｈ３０", 90),
            ("1,200", 1_200),
            ("-15", -15),
            ("-1h30", -90),
        ],
    );
}

#[test]
fn a_count_is_refused_with_what_would_be_right() {
    assert_refuses(
        COUNT,
        &[
            (
                "",
                "an amount is missing; write one like 50, 1,200, 50k or 50万",
            ),
            (
                " \u{3000}",
                "an amount is missing; write one like 50, 1,200, 50k or 50万",
            ),
            (
                "1.5",
                "`1.5` is not a whole number; write one like 50, 1,200, 50k or 50万",
            ),
            (
                "1.23456万",
                "`1.23456万` is not a whole number; write one like 50, 1,200, 50k or 50万",
            ),
            (
                "1,20",
                "the commas of `1,20` do not stand between thousands; write 1,200 or 1200",
            ),
            (
                "1e5",
                "`e` at position 2 of `1e5` is no part of an amount; write one like 50, 1,200, 50k or 50万",
            ),
            (
                "NaN",
                "`N` at position 1 of `NaN` is no part of an amount; write one like 50, 1,200, 50k or 50万",
            ),
            (
                "  12x ",
                "`x` at position 3 of `12x` is no part of an amount; write one like 50, 1,200, 50k or 50万",
            ),
            (
                "5\u{1b}[2J",
                "`\\u{1b}` at position 2 of `5\\u{1b}[2J` is no part of an amount; write one like 50, 1,200, 50k or 50万",
            ),
            (
                "-",
                "`-` ends too early; write an amount like 50, 1,200, 50k or 50万",
            ),
            (
                "1.",
                "`1.` ends too early; write an amount like 50, 1,200, 50k or 50万",
            ),
            (
                "¥50",
                "`¥50` is money, and no money is counted here; write a number like 50, 1,200, 50k or 50万",
            ),
            (
                "5 rows",
                "`r` at position 3 of `5 rows` is no part of an amount; write one like 50, 1,200, 50k or 50万",
            ),
            (
                "9223372036854775808",
                "`9223372036854775808` is too large; write at most 18 digits",
            ),
        ],
    );
}

#[test]
fn money_is_refused_with_what_would_be_right() {
    assert_refuses(
        YUAN,
        &[
            (
                "0.005",
                "`0.005` has a part smaller than 0.01 CNY; leave it out",
            ),
            (
                "$5",
                "`$5` is in another currency; money is counted in CNY, write it like 50, 1,200, 50k or 50万",
            ),
            (
                "5 usd",
                "`5 usd` is in another currency; money is counted in CNY, write it like 50, 1,200, 50k or 50万",
            ),
            (
                "5 rows",
                "`r` at position 3 of `5 rows` is no part of an amount; write one like 50, 1,200, 50k or 50万",
            ),
            (
                "¥",
                "`¥` ends too early; write an amount like 50, 1,200, 50k or 50万",
            ),
            (
                "92233720368547758.08",
                "`92233720368547758.08` is too large; write at most 16 digits",
            ),
        ],
    );
    assert_refuses(
        money("JPY"),
        &[("1.5", "`1.5` has a part smaller than 1 JPY; leave it out")],
    );
    assert!(matches!(
        Amount::read("HK$5", DOLLARS),
        Err(AmountError::OtherCurrency { .. })
    ));
    assert!(matches!(
        Amount::read("¥5", DOLLARS),
        Err(AmountError::OtherCurrency { .. })
    ));
}

#[test]
fn minutes_are_refused_with_what_would_be_right() {
    assert_refuses(
        MINUTES,
        &[
            (
                "1.01h",
                "`1.01h` is not a whole number of minutes; write a length of time like 30, 1h30 or 1.5h",
            ),
            (
                "5万",
                "`万` at position 2 of `5万` is no part of a length of time; write one like 30, 1h30 or 1.5h",
            ),
            (
                "5k",
                "`k` at position 2 of `5k` is no part of a length of time; write one like 30, 1h30 or 1.5h",
            ),
            (
                "1h60",
                "`6` at position 3 of `1h60` is no part of a length of time; write one like 30, 1h30 or 1.5h",
            ),
            (
                "1.5h30",
                "`3` at position 5 of `1.5h30` is no part of a length of time; write one like 30, 1h30 or 1.5h",
            ),
        ],
    );
}

#[test]
fn commas_stand_between_thousands_or_nowhere() {
    for text in [
        "1,20", "1,2000", ",5", "1,", "1,,000", "1234,567", "1,000,0",
    ] {
        assert!(Amount::read(text, COUNT).is_err(), "{text}");
    }
    for text in ["1.5,000", "1 200", "50,0000"] {
        assert!(Amount::read(text, YUAN).is_err(), "{text}");
    }
}

#[test]
fn a_target_is_for_the_week_or_for_each_day() {
    let cases = [
        ("50", TargetText::Total(Amount::new(50))),
        ("10/d", TargetText::PerDay(Amount::new(10))),
        ("10/D", TargetText::PerDay(Amount::new(10))),
        ("10/day", TargetText::PerDay(Amount::new(10))),
        ("1,200 /天", TargetText::PerDay(Amount::new(1_200))),
        ("每天10", TargetText::PerDay(Amount::new(10))),
        ("每日 １０", TargetText::PerDay(Amount::new(10))),
        ("１０／ｄ", TargetText::PerDay(Amount::new(10))),
    ];
    for (text, target) in cases {
        assert_eq!(TargetText::read(text, COUNT), Ok(target), "{text}");
    }
    assert_eq!(
        TargetText::read("1h30/d", MINUTES),
        Ok(TargetText::PerDay(Amount::new(90)))
    );
}

#[test]
fn a_target_is_refused_where_it_is_wrong() {
    let cases = [
        ("-5", "`-5` is below zero; a target is 0 or more"),
        (
            " 每天1x",
            "`x` at position 4 of `每天1x` is no part of an amount; write one like 50, 1,200, 50k or 50万",
        ),
        (
            "每天",
            "`每天` ends too early; write an amount like 50, 1,200, 50k or 50万",
        ),
        (
            "/d",
            "`/d` ends too early; write an amount like 50, 1,200, 50k or 50万",
        ),
        (
            "",
            "an amount is missing; write one like 50, 1,200, 50k or 50万",
        ),
    ];
    for (text, sentence) in cases {
        let error = TargetText::read(text, COUNT).map_err(|error| error.to_string());
        assert_eq!(error, Err(sentence.to_owned()), "{text}");
    }
}

#[test]
fn a_counter_takes_more_less_or_a_sum() {
    let cases = [
        ("5", CountText::Add(Amount::new(5))),
        ("-2", CountText::Add(Amount::new(-2))),
        ("=14", CountText::Make(Amount::new(14))),
        ("＝１４", CountText::Make(Amount::new(14))),
        (" = 14", CountText::Make(Amount::new(14))),
    ];
    for (text, count) in cases {
        assert_eq!(CountText::read(text, COUNT), Ok(count), "{text}");
    }
    assert_eq!(
        CountText::read("=1x", COUNT).unwrap_err().to_string(),
        "`x` at position 3 of `=1x` is no part of an amount; write one like 50, 1,200, 50k or 50万"
    );
}

fn any_reading() -> impl Strategy<Value = Reading> {
    let unit = prop_oneof![
        Just(Unit::Count),
        Just(Unit::Money),
        Just(Unit::Minutes),
        Just(Unit::Score)
    ];
    let currency = proptest::sample::select(Currency::ALL);
    (unit, currency).prop_map(|(unit, currency)| Reading { unit, currency })
}

proptest! {
    #[test]
    fn any_text_is_an_amount_or_a_short_error(text in any::<String>(), reading in any_reading()) {
        for error in [
            Amount::read(&text, reading).err(),
            TargetText::read(&text, reading).err(),
            CountText::read(&text, reading).err(),
        ].into_iter().flatten() {
            prop_assert!(error.to_string().chars().count() < 200);
        }
    }

    #[test]
    fn a_text_of_the_right_characters_never_panics(
        text in "[-+=0-9０-９.,，kKmM万亿h分小时每天/d ¥$€]{0,40}",
        reading in any_reading(),
    ) {
        let _ = Amount::read(&text, reading);
        let _ = TargetText::read(&text, reading);
        let _ = CountText::read(&text, reading);
    }

    #[test]
    fn the_digits_of_a_count_are_the_count(units in any::<i64>()) {
        prop_assert_eq!(Amount::read(&units.to_string(), COUNT), Ok(Amount::new(units)));
    }
}

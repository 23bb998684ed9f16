use proptest::prelude::*;

use super::*;
use crate::domain::Reading;

const fn style(language: Language, unit: Unit, currency: Currency) -> AmountStyle {
    AmountStyle {
        language,
        unit,
        currency,
    }
}

const COUNT: AmountStyle = style(Language::En, Unit::Count, Currency::CNY);
const COUNT_ZH: AmountStyle = style(Language::ZhCn, Unit::Count, Currency::USD);
const YUAN: AmountStyle = style(Language::En, Unit::Money, Currency::CNY);
const DOLLARS: AmountStyle = style(Language::En, Unit::Money, Currency::USD);
const DOLLARS_ZH: AmountStyle = style(Language::ZhCn, Unit::Money, Currency::USD);
const MINUTES: AmountStyle = style(Language::En, Unit::Minutes, Currency::CNY);
const MINUTES_ZH: AmountStyle = style(Language::ZhCn, Unit::Minutes, Currency::CNY);

fn money(code: &str) -> AmountStyle {
    style(Language::En, Unit::Money, Currency::parse(code).unwrap())
}

#[test]
fn exact_amounts_lose_nothing() {
    let cases = [
        (COUNT, 1_200, "1,200"),
        (COUNT, 999, "999"),
        (COUNT, -1_234_567, "−1,234,567"),
        (YUAN, 31_200_000, "¥312,000"),
        (YUAN, 31_200_050, "¥312,000.50"),
        (YUAN, -12_000_000, "−¥120,000"),
        (DOLLARS, 5, "$0.05"),
        (money("JPY"), 500, "¥500"),
        (money("KWD"), 1_234_567, "KWD 1,234.567"),
        (money("SEK"), -2_000, "−SEK 20"),
        (money("HKD"), 100_000, "HK$1,000"),
        (MINUTES, 90, "90 min"),
        (MINUTES_ZH, 1_200, "1,200 分"),
        (style(Language::En, Unit::Score, Currency::USD), 85, "85"),
    ];
    for (style, units, text) in cases {
        assert_eq!(style.exact(Amount::new(units)), text);
    }
}

#[test]
fn typed_amounts_are_plain() {
    assert_eq!(COUNT.typed(Amount::new(-1_200)), "-1200");
    assert_eq!(YUAN.typed(Amount::new(31_200_050)), "312000.50");
    assert_eq!(MINUTES.typed(Amount::new(90)), "90");
}

#[test]
fn short_amounts_are_cut_toward_zero() {
    let cases = [
        (COUNT, 27, "27"),
        (COUNT, 9_999, "9,999"),
        (COUNT, 12_345, "12.3k"),
        (COUNT, 1_290_000, "1.2m"),
        (COUNT_ZH, 12_999, "1.2万"),
        (YUAN, 49_970_000, "49.9万"),
        (YUAN, 50_000_000, "50万"),
        (YUAN, 740_000, "7,400"),
        (YUAN, 1_250, "12.5"),
        (YUAN, 12_000_000_000, "1.2亿"),
        (YUAN, -12_990_000, "−12.9万"),
        (DOLLARS, 31_299_900, "312.9k"),
        (DOLLARS_ZH, 31_299_900, "31.2万"),
        (MINUTES, 90, "90 min"),
        (MINUTES_ZH, 15, "15 分"),
    ];
    for (style, units, text) in cases {
        assert_eq!(style.short(Amount::new(units)), text, "{units}");
    }
}

#[test]
fn short_money_can_carry_its_sign() {
    let cases = [
        (YUAN, 12_000_000, "¥12万"),
        (YUAN, -12_000_000, "−¥12万"),
        (DOLLARS, 5_000_000, "$50k"),
        (COUNT, -5, "−5"),
    ];
    for (style, units, text) in cases {
        assert_eq!(style.short_with_sign(Amount::new(units)), text);
    }
}

#[test]
fn a_pair_has_one_scale_and_one_unit() {
    let cases = [
        (COUNT, 6, 10, "6/10"),
        (YUAN, 31_200_000, 50_000_000, "31.2/50万"),
        (YUAN, 0, 10_000_000, "0/10万"),
        (YUAN, 60_000, 50_000_000, "0.06/50万"),
        (MINUTES, 30, 60, "30/60 min"),
        (MINUTES_ZH, 0, 15, "0/15 分"),
        (COUNT, 1_200, 2_000, "1,200/2,000"),
    ];
    for (style, done, asked, text) in cases {
        assert_eq!(style.pair(Amount::new(done), Amount::new(asked)), text);
    }
}

#[test]
fn a_cell_is_cut_toward_zero_and_never_wider_than_four() {
    let cases = [
        (YUAN, Scale::Wan, 10_000_000, "10万"),
        (YUAN, Scale::Wan, 14_090_000, "14万"),
        (YUAN, Scale::Wan, 13_900_000, "13.9"),
        (YUAN, Scale::Wan, 13_999_900, "13.9"),
        (YUAN, Scale::Wan, 7_499_900, "7.4"),
        (YUAN, Scale::Wan, 800_000, "0.8"),
        (YUAN, Scale::Wan, 50_000, "0.05"),
        (YUAN, Scale::Wan, 50, "0"),
        (YUAN, Scale::Wan, -50, "0"),
        (YUAN, Scale::Wan, 0, "0"),
        (YUAN, Scale::Wan, -13_900_000, "−13"),
        (YUAN, Scale::Wan, 1_234_000_000, "1234"),
        (YUAN, Scale::Wan, 12_340_000_000, "1亿"),
        (DOLLARS, Scale::Thousand, 740_000, "7.4k"),
        (DOLLARS, Scale::Thousand, 1_000_000, "10k"),
        (DOLLARS, Scale::Thousand, 1_390_000, "13.9"),
        (COUNT, Scale::One, 20, "20"),
        (COUNT, Scale::One, 1_200, "1200"),
        (COUNT, Scale::One, 12_999, "12k"),
        (COUNT_ZH, Scale::One, 12_999, "1万"),
        (COUNT, Scale::One, i64::MAX, "####"),
        (COUNT, Scale::One, -99_999, "−99k"),
    ];
    for (style, scale, units, text) in cases {
        assert_eq!(style.cell(Amount::new(units), scale, 4), text, "{units}");
    }
}

#[test]
fn a_number_that_stands_alone_keeps_its_word() {
    let cases = [
        (12_500_000, 4, "12万"),
        (12_500_000, 6, "12.5万"),
        (400_000, 4, "0.4"),
        (400_000, 5, "0.4万"),
        (0, 4, "0"),
    ];
    for (units, cells, text) in cases {
        let cell = YUAN.worded_cell(Amount::new(units), Scale::Wan, cells);
        assert_eq!(cell, text, "{units} in {cells}");
    }
}

#[test]
fn a_pair_of_five_cells_lets_the_decimals_go_first() {
    let cases = [
        (COUNT, Scale::One, 1, 2, "1/2"),
        (COUNT, Scale::One, 20, 25, "20/25"),
        (COUNT, Scale::One, 120, 100, "120/"),
        (YUAN, Scale::Wan, 3_300_000, 7_400_000, "3.3/7"),
        (YUAN, Scale::Wan, 13_900_000, 10_000_000, "13/10"),
        (YUAN, Scale::Wan, 0, 7_000_000, "0/7万"),
        (DOLLARS, Scale::Thousand, 500_000, 700_000, "5/7k"),
    ];
    for (style, scale, done, asked, text) in cases {
        let (done, asked) = (Amount::new(done), Amount::new(asked));
        assert_eq!(style.pair_cell(done, asked, scale, 5), text);
    }
    let (done, asked) = (Amount::new(3_300_000), Amount::new(7_400_000));
    assert_eq!(YUAN.pair_cell(done, asked, Scale::Wan, 9), "3.3/7.4万");
}

#[test]
fn the_scale_follows_the_largest_amount() {
    let cases = [
        (COUNT, 9_999, Scale::One),
        (COUNT, 10_000, Scale::Thousand),
        (COUNT, 1_000_000, Scale::Million),
        (YUAN, 999_999, Scale::One),
        (YUAN, 1_000_000, Scale::Wan),
        (YUAN, 10_000_000_000, Scale::Yi),
        (DOLLARS, 5_000_000, Scale::Thousand),
        (DOLLARS_ZH, 5_000_000, Scale::Wan),
    ];
    for (style, units, scale) in cases {
        assert_eq!(style.scale(Amount::new(units)), scale, "{units}");
    }
}

fn any_style() -> impl Strategy<Value = AmountStyle> {
    let language = proptest::sample::select(&Language::ALL[..]);
    let unit =
        proptest::sample::select(&[Unit::Count, Unit::Money, Unit::Minutes, Unit::Score][..]);
    let currency = proptest::sample::select(Currency::ALL);
    (language, unit, currency)
        .prop_map(|(language, unit, currency)| style(language, unit, currency))
}

proptest! {
    #[test]
    fn what_is_written_exactly_is_read_back(style in any_style(), units in any::<i64>()) {
        let amount = Amount::new(units);
        let reading = Reading { unit: style.unit, currency: style.currency };
        prop_assert_eq!(Amount::read(&style.exact(amount), reading), Ok(amount));
        prop_assert_eq!(Amount::read(&style.typed(amount), reading), Ok(amount));
    }

    #[test]
    fn what_is_short_is_never_more(style in any_style(), units in 0..i64::MAX) {
        let amount = Amount::new(units);
        let reading = Reading { unit: style.unit, currency: style.currency };
        if style.unit != Unit::Minutes {
            let read = Amount::read(&style.short(amount), reading).unwrap();
            prop_assert!(read <= amount);
        }
    }

    #[test]
    fn a_cell_is_as_wide_as_it_may_be(
        style in any_style(), units in any::<i64>(), other in any::<i64>(), cells in 0..12_usize
    ) {
        let (amount, other) = (Amount::new(units), Amount::new(other));
        for scale in [Scale::One, style.scale(amount)] {
            prop_assert!(style.cell(amount, scale, cells).width() <= cells);
            prop_assert!(style.pair_cell(amount, other, scale, cells).width() <= cells);
        }
    }
}

#[test]
fn a_rate_has_a_decimal_where_things_are_counted() {
    let ratio = |numerator, denominator| Ratio::new(numerator, denominator).unwrap();
    let cases = [
        (COUNT, ratio(29, 3), "9.7"),
        (COUNT, ratio(30, 3), "10"),
        (COUNT, ratio(-5, 2), "−2.5"),
        (YUAN, ratio(22_100_000, 3), "7.36万"),
        (DOLLARS, ratio(2_870_000, 3), "9,566"),
        (MINUTES, ratio(29, 2), "15 min"),
        (MINUTES_ZH, ratio(44, 3), "15 分"),
    ];
    for (style, rate, text) in cases {
        assert_eq!(style.rate(rate), text);
    }
}

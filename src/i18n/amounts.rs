//! Amounts as they stand on screens and in reports.
//!
//! Exact where there is room (`¥312,000`, `90 min`), else short: 万 and 亿 in Chinese and for
//! the yuan, `k` and `m` for all others. What is short is cut toward zero, so that 49.97万 never
//! reads 50万. In the grid all cells of a metric share one [`Scale`]; there the scale's word
//! gives way to a decimal.
//!
//! ```
//! # use salesweek::domain::{Amount, Currency, Language, Unit};
//! # use salesweek::i18n::AmountStyle;
//! let style = AmountStyle { language: Language::En, unit: Unit::Money, currency: Currency::CNY };
//! let booked = Amount::new(31_299_900); // fen
//! assert_eq!(style.exact(booked), "¥312,999");
//! assert_eq!(style.short(booked), "31.2万");
//! assert_eq!(style.cell(booked, style.scale(booked), 4), "31.2");
//! ```

use unicode_width::UnicodeWidthStr;

use crate::domain::{Amount, Currency, Language, Unit};
use crate::planning::Ratio;

/// The sign of a negative number; [`Amount::read`] reads it back.
const MINUS: &str = "−";

/// How the amounts of one metric are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmountStyle {
    /// The language of the reader.
    pub language: Language,
    /// What the metric counts.
    pub unit: Unit,
    /// The currency of the store; it matters to money alone.
    pub currency: Currency,
}

/// In how many of what a short amount is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// One by one.
    One,
    /// Thousands, `k`.
    Thousand,
    /// Ten thousands, `万`.
    Wan,
    /// Millions, `m`.
    Million,
    /// Hundred millions, `亿`.
    Yi,
}

impl Scale {
    /// What stands behind a number of this scale; nothing behind ones.
    pub const fn word(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Thousand => "k",
            Self::Wan => "万",
            Self::Million => "m",
            Self::Yi => "亿",
        }
    }

    const fn noughts(self) -> u32 {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::Wan => 4,
            Self::Million => 6,
            Self::Yi => 8,
        }
    }
}

impl AmountStyle {
    /// All of it, with its sign or unit: `1,200`, `¥312,000`, `−$0.05`, `90 min`, `90 分`.
    pub fn exact(self, amount: Amount) -> String {
        let number = grouped(&self.digits(amount));
        let minus = minus(amount, MINUS);
        match self.unit {
            Unit::Money => format!("{minus}{}{number}", self.sign()),
            Unit::Count | Unit::Minutes | Unit::Score => {
                format!("{minus}{number}{}", self.unit_word())
            }
        }
    }

    /// All of it as one would type it into a field: `1200`, `312000`, `-0.05`.
    pub fn typed(self, amount: Amount) -> String {
        format!("{}{}", minus(amount, "-"), self.digits(amount))
    }

    /// Short: `50`, `7,400`, `31.2万`, `312.9k`, `90 min`; money without its sign.
    pub fn short(self, amount: Amount) -> String {
        let scale = self.scale(amount);
        let number = self.cut(amount, scale, decimals(self, amount, scale));
        format!("{}{}{}", grouped(&number), scale.word(), self.unit_word())
    }

    /// Short, and money with its sign: `¥31.2万`.
    pub fn short_with_sign(self, amount: Amount) -> String {
        let short = self.short(amount);
        match (self.unit, short.strip_prefix(MINUS)) {
            (Unit::Money, Some(size)) => format!("{MINUS}{}{size}", self.sign()),
            (Unit::Money, None) => format!("{}{short}", self.sign()),
            (Unit::Count | Unit::Minutes | Unit::Score, _) => short,
        }
    }

    /// Done and asked for, short and in one scale: `6/10`, `31.2/50万`, `30/60 min`.
    pub fn pair(self, done: Amount, asked: Amount) -> String {
        let scale = self.scale(done).max(self.scale(asked));
        let number = |amount| grouped(&self.cut(amount, scale, decimals(self, amount, scale)));
        format!(
            "{}/{}{}{}",
            number(done),
            number(asked),
            scale.word(),
            self.unit_word()
        )
    }

    /// The scale in which amounts up to `largest` are short.
    pub fn scale(self, largest: Amount) -> Scale {
        let [upper, lower] = self.scales();
        let whole = largest.units().unsigned_abs() / power(self.minor_digits());
        if whole < 10_000 {
            Scale::One
        } else if whole < power(upper.noughts()) {
            lower
        } else {
            upper
        }
    }

    /// At most `cells` wide: `14万`, `13.9`, `7.4k`. Where the word does not fit the number
    /// stands alone; an amount too large for its scale takes the next one, with the word. What
    /// cannot be said in so few cells is `#` in each.
    pub fn cell(self, amount: Amount, scale: Scale, cells: usize) -> String {
        let most = decimals(self, amount, scale);
        let in_scale = (0..=most).rev().flat_map(|decimals| {
            let number = self.cut(amount, scale, decimals);
            let word = if number == "0" { "" } else { scale.word() };
            [format!("{number}{word}"), number]
        });
        let [upper, lower] = self.scales();
        let in_larger = [lower, upper]
            .into_iter()
            .filter(|larger| *larger > scale)
            .map(|larger| (self.cut(amount, larger, 0), larger.word()))
            .filter(|(number, _)| number != "0")
            .map(|(number, word)| format!("{number}{word}"));
        in_scale
            .chain(in_larger)
            .find(|text| text.width() <= cells)
            .unwrap_or_else(|| "#".repeat(cells))
    }

    /// Done and asked for, at most `cells` wide: `1/2`, `3.3/7`, `20/25`. Where both do not
    /// fit, what is done stands before a slash alone.
    pub fn pair_cell(self, done: Amount, asked: Amount, scale: Scale, cells: usize) -> String {
        let pair = |done_decimals, asked_decimals| {
            let done = self.cut(done, scale, done_decimals);
            format!("{done}/{}", self.cut(asked, scale, asked_decimals))
        };
        let (most_done, most_asked) = (decimals(self, done, scale), decimals(self, asked, scale));
        let whole = pair(most_done, most_asked);
        [
            format!("{whole}{}", scale.word()),
            whole,
            pair(most_done, 0),
            pair(0, 0),
            format!("{}/", self.cell(done, scale, cells.saturating_sub(1))),
        ]
        .into_iter()
        .find(|text| text.width() <= cells)
        .unwrap_or_else(|| self.cell(done, scale, cells))
    }

    /// The larger and the smaller scale of the language, or of the yuan.
    fn scales(self) -> [Scale; 2] {
        let is_yuan = self.unit == Unit::Money && self.currency == Currency::CNY;
        if is_yuan || self.language == Language::ZhCn {
            [Scale::Yi, Scale::Wan]
        } else {
            [Scale::Million, Scale::Thousand]
        }
    }

    /// What stands before money; a sign of letters with a space.
    fn sign(self) -> String {
        let symbol = self.currency.symbol();
        let space = if symbol.ends_with(char::is_alphabetic) {
            " "
        } else {
            ""
        };
        format!("{symbol}{space}")
    }

    const fn unit_word(self) -> &'static str {
        match (self.unit, self.language) {
            (Unit::Minutes, Language::En) => " min",
            (Unit::Minutes, Language::ZhCn) => " 分",
            (Unit::Count | Unit::Money | Unit::Score, _) => "",
        }
    }

    fn minor_digits(self) -> u32 {
        match self.unit {
            Unit::Money => self.currency.minor_digits().into(),
            Unit::Count | Unit::Minutes | Unit::Score => 0,
        }
    }

    /// Its size in digits, with all minor digits or none.
    fn digits(self, amount: Amount) -> String {
        let one = power(self.minor_digits());
        let size = amount.units().unsigned_abs();
        match size % one {
            0 => (size / one).to_string(),
            part => format!(
                "{}.{part:0width$}",
                size / one,
                width = self.minor_digits() as usize
            ),
        }
    }

    /// In a scale, cut toward zero behind so many decimals, of which noughts at the end are
    /// left out.
    fn cut(self, amount: Amount, scale: Scale, decimals: u32) -> String {
        let one = u128::from(power(scale.noughts() + self.minor_digits()));
        let parts = u128::from(power(decimals));
        let size = u128::from(amount.units().unsigned_abs()) * parts / one;
        let minus = if size == 0 { "" } else { minus(amount, MINUS) };
        let whole = size / parts;
        match size % parts {
            0 => format!("{minus}{whole}"),
            part => {
                let part = format!("{part:0width$}", width = decimals as usize);
                format!("{minus}{whole}.{}", part.trim_end_matches('0'))
            }
        }
    }
}

/// How many decimals a short amount has: one, below one two, none where ones are many.
fn decimals(style: AmountStyle, amount: Amount, scale: Scale) -> u32 {
    let whole = amount.units().unsigned_abs() / power(scale.noughts() + style.minor_digits());
    match (scale, whole) {
        (_, 0) => 2,
        (Scale::One, 100..) => 0,
        (_, 1..) => 1,
    }
}

/// A share in whole percent, cut so that what is not full never reads 100%.
///
/// ```
/// # use salesweek::i18n::percent;
/// assert_eq!(percent(9_999), "99%");
/// ```
pub fn percent(basis_points: i64) -> String {
    let percent = basis_points.div_euclid(100);
    let minus = if percent < 0 { MINUS } else { "" };
    format!("{minus}{}%", percent.unsigned_abs())
}

/// A lead or a rate with one decimal, half away from zero: `0.8`, `−1.2`, `0.0`.
pub fn tenths(value: Ratio) -> String {
    let tenths = value.tenths();
    let size = tenths.unsigned_abs();
    let minus = if tenths < 0 { MINUS } else { "" };
    format!("{minus}{}.{}", size / 10, size % 10)
}

fn minus(amount: Amount, sign: &'static str) -> &'static str {
    if amount.is_negative() { sign } else { "" }
}

/// Ten to the power of `noughts`, which is below 20.
const fn power(noughts: u32) -> u64 {
    10_u64.saturating_pow(noughts)
}

/// A number with a comma between thousands.
fn grouped(number: &str) -> String {
    let whole = number.split('.').next().unwrap_or(number);
    let digits = whole.chars().filter(char::is_ascii_digit).count();
    let mut left = digits;
    let mut grouped = String::with_capacity(number.len() + digits / 3);
    for c in number.chars() {
        if left > 0 && c.is_ascii_digit() {
            if left < digits && left.is_multiple_of(3) {
                grouped.push(',');
            }
            left -= 1;
        }
        grouped.push(c);
    }
    grouped
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn percent_and_tenths_are_short() {
        let cases = [(0, "0%"), (5_400, "54%"), (9_999, "99%"), (10_600, "106%")];
        for (basis_points, text) in cases {
            assert_eq!(percent(basis_points), text);
        }
        assert_eq!(percent(-50), "−1%");
        let cases = [
            (8, 10, "0.8"),
            (-6, 5, "−1.2"),
            (1, 4, "0.3"),
            (-1, 100, "0.0"),
        ];
        for (numerator, denominator, text) in cases {
            assert_eq!(tenths(Ratio::new(numerator, denominator).unwrap()), text);
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
}

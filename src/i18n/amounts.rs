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

use super::rates::tenths;
use crate::domain::{Amount, Currency, Language, Unit};
use crate::planning::Ratio;

/// The sign of a negative number; [`Amount::read`] reads it back.
pub(super) const MINUS: &str = "−";

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

    /// What a day must bring, short: counts with one decimal where it is none of noughts
    /// (`9.7`, `10`), all else rounded to whole ones. Ten thousands up to ten have two decimals,
    /// so that `1.39万` tells as much as `13.9k`.
    pub fn rate(self, rate: Ratio) -> String {
        if self.unit == Unit::Count {
            let text = tenths(rate);
            return text.strip_suffix(".0").unwrap_or(&text).to_owned();
        }
        let tenths = rate.tenths();
        let whole = (tenths + 5 * tenths.signum()) / 10;
        let rate = Amount::new(i64::try_from(whole).unwrap_or(i64::MAX));
        let scale = self.scale(rate);
        let one_more = u32::from(matches!(scale, Scale::Wan | Scale::Yi));
        let size = rate.units().unsigned_abs() / power(scale.noughts() + self.minor_digits());
        let places = decimals(self, rate, scale) + if size < 10 { one_more } else { 0 };
        let number = self.cut(rate, scale, places.min(2));
        format!("{}{}{}", grouped(&number), scale.word(), self.unit_word())
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

    /// As [`Self::cell`], for a number that stands alone: its decimals give way to its word,
    /// `13万`, `13k`.
    pub fn worded_cell(self, amount: Amount, scale: Scale, cells: usize) -> String {
        let most = decimals(self, amount, scale);
        let numbers = (0..=most)
            .rev()
            .map(|places| self.cut(amount, scale, places));
        let mut worded = numbers
            .filter(|number| number != "0")
            .map(|number| format!("{number}{}", scale.word()));
        let fits = worded.find(|text| text.width() <= cells);
        fits.unwrap_or_else(|| self.cell(amount, scale, cells))
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
mod tests;

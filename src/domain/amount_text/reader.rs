//! Reads an amount from its first character to its last.

use super::{AmountError, Reading};
use crate::domain::{Amount, Currency, Unit, shown};

/// The words for large numbers, with the noughts each stands for.
const LARGE: [(&str, u32); 4] = [("k", 3), ("m", 6), ("万", 4), ("亿", 8)];

/// The words for hours and minutes; of two that begin alike the longer one comes first.
const HOURS: [&str; 6] = ["hours", "hour", "hrs", "hr", "h", "小时"];
const MINUTES: [&str; 7] = ["minutes", "minute", "mins", "min", "m", "分钟", "分"];

/// What stands for a currency besides its code and its symbol.
const MARKS: [(&str, &[&str]); 5] = [
    ("元", &["CNY", "TWD", "HKD", "MOP"]),
    ("人民币", &["CNY"]),
    ("rmb", &["CNY"]),
    ("us$", &["USD"]),
    ("円", &["JPY"]),
];

/// More digits than this behind the point are finer than any unit, before it more than
/// 64 bits hold.
const MOST_DIGITS: usize = 19;

/// `text` with each full-width or typographic character made the plain one it stands for,
/// and letters made small; as many characters as before.
pub(super) fn fold(text: &str) -> String {
    text.chars().map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        '！'..='～' => u32::from(c)
            .checked_sub(0xfee0)
            .and_then(char::from_u32)
            .map_or(c, |c| c.to_ascii_lowercase()),
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '￥' => '¥',
        '￡' => '£',
        '￦' => '₩',
        '−' => '-',
        '。' => '.',
        _ => c.to_ascii_lowercase(),
    }
}

/// A number without a sign: its digits before and behind the point, without the noughts that
/// mean nothing.
struct Number {
    whole: String,
    fraction: String,
}

/// Reads along a text; what it has not read yet is `rest`.
pub(super) struct Reader<'a> {
    /// As the user wrote it.
    text: &'a str,
    /// What is still to read, folded.
    rest: &'a str,
    /// Characters of `text` before `rest` at the beginning, and of `rest` then.
    before: usize,
    length: usize,
    reading: Reading,
}

impl<'a> Reader<'a> {
    /// Reads `part` of the folded `text`, before which `before` characters stand.
    pub(super) fn new(text: &'a str, part: &'a str, before: usize, reading: Reading) -> Self {
        Self {
            text,
            rest: part,
            before,
            length: part.chars().count(),
            reading,
        }
    }

    /// The amount that all of it means.
    pub(super) fn whole_amount(mut self) -> Result<Amount, AmountError> {
        if self.text.trim().is_empty() {
            let reading = self.reading;
            return Err(AmountError::Missing { reading });
        }
        let units = match self.reading.unit {
            Unit::Count | Unit::Money | Unit::Score => self.quantity()?,
            Unit::Minutes => self.minutes()?,
        };
        self.spaces();
        if self.rest.is_empty() {
            Ok(Amount::new(units))
        } else {
            Err(self.unexpected())
        }
    }

    /// Sign, currency, number, word for a large number, currency.
    fn quantity(&mut self) -> Result<i64, AmountError> {
        let mut negative = self.sign();
        if self.mark()? && !negative {
            negative = self.sign();
        }
        let number = self.number()?;
        self.spaces();
        let mut noughts = 0;
        if !self.mark()? {
            noughts = self.large();
            self.spaces();
            self.mark()?;
        }
        if self.reading.unit == Unit::Money {
            let digits = u32::from(self.reading.currency.minor_digits());
            noughts = digits.saturating_add(noughts);
        }
        let factor = 10_u128.saturating_pow(noughts);
        let size = self.scaled(&number, factor)?;
        self.signed(negative, size)
    }

    /// Sign, then hours, minutes, or both.
    fn minutes(&mut self) -> Result<i64, AmountError> {
        let negative = self.sign();
        let number = self.number()?;
        self.spaces();
        let size = if self.eat_any(&HOURS) {
            let hours = self.scaled(&number, 60)?;
            self.spaces();
            if number.fraction.is_empty() {
                hours.saturating_add(self.minutes_behind_hours()?)
            } else {
                hours
            }
        } else {
            self.eat_any(&MINUTES);
            self.scaled(&number, 1)?
        };
        self.signed(negative, size)
    }

    /// The minutes that follow whole hours, 0 to 59; none if none stand there.
    fn minutes_behind_hours(&mut self) -> Result<u128, AmountError> {
        let begin = self.rest;
        let digits = self.digits();
        if digits.is_empty() {
            return Ok(0);
        }
        if let Ok(minutes @ 0..60) = digits.parse() {
            self.spaces();
            self.eat_any(&MINUTES);
            Ok(minutes)
        } else {
            self.rest = begin;
            Err(self.unexpected())
        }
    }

    /// Reads over a sign; whether it was a minus.
    fn sign(&mut self) -> bool {
        self.spaces();
        let negative = self.eat("-");
        if !negative {
            self.eat("+");
        }
        self.spaces();
        negative
    }

    /// Reads over the sign, code or word of a currency, if one is there.
    fn mark(&mut self) -> Result<bool, AmountError> {
        let Some((mark, is_ours)) = mark_at(self.rest, self.reading.currency) else {
            return Ok(false);
        };
        let (text, reading) = (self.shown(), self.reading);
        if reading.unit != Unit::Money {
            return if mark.chars().all(char::is_alphabetic) {
                Ok(false) // a word like any other
            } else {
                Err(AmountError::NotMoney { text, reading })
            };
        }
        if !is_ours {
            return Err(AmountError::OtherCurrency { text, reading });
        }
        self.eat(&mark);
        self.spaces();
        Ok(true)
    }

    /// Digits with or without commas between thousands, and perhaps a point and more digits.
    fn number(&mut self) -> Result<Number, AmountError> {
        if !self.rest.starts_with(|c: char| c.is_ascii_digit()) {
            return Err(self.unexpected());
        }
        let written = self.take(|c| c.is_ascii_digit() || c == ',');
        if !commas_are_right(written) {
            let text = self.shown();
            return Err(AmountError::Commas { text });
        }
        let fraction = if self.eat(".") {
            let digits = self.digits();
            if digits.is_empty() {
                return Err(self.unexpected());
            }
            digits
        } else {
            ""
        };
        Ok(Number {
            whole: written.replace(',', "").trim_start_matches('0').to_owned(),
            fraction: fraction.trim_end_matches('0').to_owned(),
        })
    }

    /// The noughts of the word for a large number that stands here; 0 without one.
    fn large(&mut self) -> u32 {
        LARGE
            .into_iter()
            .find(|(word, _)| self.eat(word))
            .map_or(0, |(_, noughts)| noughts)
    }

    /// `number` times `factor`, which is exact or refused.
    fn scaled(&self, number: &Number, factor: u128) -> Result<u128, AmountError> {
        let (text, reading) = (self.shown(), self.reading);
        let Number { whole, fraction } = number;
        if fraction.len() > MOST_DIGITS {
            return Err(AmountError::Fraction { text, reading });
        }
        if whole.len() > MOST_DIGITS {
            return Err(AmountError::TooLarge { text, reading });
        }
        // At most 38 digits, which always fit; without any it is nought.
        let digits = format!("0{whole}{fraction}").parse::<u128>().ok();
        let parts = u32::try_from(fraction.len())
            .ok()
            .and_then(|digits| 10_u128.checked_pow(digits));
        let (Some(product), Some(parts)) = (digits.and_then(|d| d.checked_mul(factor)), parts)
        else {
            return Err(AmountError::TooLarge { text, reading });
        };
        match (product.checked_rem(parts), product.checked_div(parts)) {
            (Some(0), Some(size)) => Ok(size),
            _ => Err(AmountError::Fraction { text, reading }),
        }
    }

    fn signed(&self, negative: bool, size: u128) -> Result<i64, AmountError> {
        let too_large = || AmountError::TooLarge {
            text: self.shown(),
            reading: self.reading,
        };
        let size = i128::try_from(size).map_err(|_| too_large())?;
        let signed = if negative {
            size.saturating_neg()
        } else {
            size
        };
        i64::try_from(signed).map_err(|_| too_large())
    }

    fn spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn digits(&mut self) -> &'a str {
        self.take(|c| c.is_ascii_digit())
    }

    /// Reads over the characters that fit.
    fn take(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !fits(c)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    /// Reads over a word, if it stands here.
    fn eat(&mut self, word: &str) -> bool {
        match self.rest.strip_prefix(word) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn eat_any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    /// That what stands here is no part of an amount.
    fn unexpected(&self) -> AmountError {
        let read = self.length.saturating_sub(self.rest.chars().count());
        let before = self.before.saturating_add(read);
        let (text, reading) = (self.shown(), self.reading);
        let leading = self.text.chars().take_while(|c| c.is_whitespace()).count();
        match self.text.chars().nth(before) {
            Some(found) if !self.rest.is_empty() => AmountError::Unexpected {
                text,
                found,
                at: before.saturating_sub(leading).saturating_add(1),
                reading,
            },
            _ => AmountError::Unfinished { text, reading },
        }
    }

    fn shown(&self) -> String {
        shown(self.text.trim())
    }
}

/// The longest sign, code or word of a currency at the beginning of a folded text, and whether
/// it may stand for `ours`. A plain `$` stands for each of the dollars and pesos.
fn mark_at(folded: &str, ours: Currency) -> Option<(String, bool)> {
    let dollar = ("$".to_owned(), ours.symbol().ends_with('$'));
    let words = MARKS
        .into_iter()
        .map(|(word, codes)| (word.to_owned(), codes.contains(&ours.code())));
    let own = |currency: &Currency| {
        let is_ours = *currency == ours;
        let symbol_is_ours = currency.symbol() == ours.symbol();
        [
            (fold(currency.code()), is_ours),
            (fold(currency.symbol()), symbol_is_ours),
        ]
    };
    Currency::ALL
        .iter()
        .flat_map(own)
        .chain(words)
        .chain([dollar])
        .filter(|(mark, _)| begins_with(folded, mark))
        .max_by_key(|(mark, is_ours)| (mark.len(), *is_ours))
}

/// Whether a text begins with a mark; one that ends in a letter ends before the next letter.
fn begins_with(folded: &str, mark: &str) -> bool {
    folded.strip_prefix(mark).is_some_and(|rest| {
        !mark.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic)
    })
}

/// Whether commas stand between groups of three digits, if any stand there.
fn commas_are_right(written: &str) -> bool {
    let mut groups = written.split(',');
    let first = groups.next().map_or(0, str::len);
    let mut rest = groups.peekable();
    rest.peek().is_none() || ((1..=3).contains(&first) && rest.all(|group| group.len() == 3))
}

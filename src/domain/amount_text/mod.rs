//! Amounts as people write them.
//!
//! Counts, scores and money: `50`, `1,200`, `500k`, `1.5m`, `50万`, `1.2亿`; money also with the
//! store's own sign, code or word: `¥500,000`, `50万元`, `20 CNY`. Minutes: `30`, `30m`, `1h30`,
//! `1.5h`, `90分`, `1小时30分`; there `m` is a minute, and the words for large numbers do not
//! exist. Full-width letters, digits and signs are read as the plain ones. An amount is exact
//! or refused: nothing is rounded, no currency is converted, no comma is guessed about.
//!
//! ```
//! # use salesweek::domain::{Amount, Currency, Reading, Unit};
//! let money = Reading { unit: Unit::Money, currency: Currency::CNY };
//! assert_eq!(Amount::read("１.２万", money), Ok(Amount::new(1_200_000))); // fen
//! assert_eq!(
//!     Amount::read("$5", money).unwrap_err().to_string(),
//!     "`$5` is in another currency; money is counted in CNY, write it like 50, 1,200, 50k or 50万",
//! );
//! ```

mod error;
mod reader;

pub use error::AmountError;
use reader::{Reader, fold};

use super::{Amount, Currency, Unit};

/// What an amount is read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The unit of the metric.
    pub unit: Unit,
    /// The currency of the store; it matters to money alone.
    pub currency: Currency,
}

impl Reading {
    /// The smallest amount that can be written: `1`, `0.01`.
    pub fn smallest(self) -> String {
        match self.minor_digits() {
            0 => "1".to_owned(),
            digits => format!("0.{:0>width$}", 1, width = usize::from(digits)),
        }
    }

    /// How many digits, with the factors written out, always fit.
    pub const fn most_digits(self) -> u8 {
        18_u8.saturating_sub(self.minor_digits())
    }

    const fn minor_digits(self) -> u8 {
        match self.unit {
            Unit::Money => self.currency.minor_digits(),
            Unit::Count | Unit::Minutes | Unit::Score => 0,
        }
    }
}

impl Amount {
    /// The amount that a text means, in the smallest unit.
    ///
    /// A sign before it is accepted, so it may be negative; whether it may be is the
    /// caller's to say.
    pub fn read(text: &str, reading: Reading) -> Result<Self, AmountError> {
        let folded = fold(text);
        Reader::new(text, &folded, 0, reading).whole_amount()
    }
}

/// What the field of a target, or the command's AMOUNT, says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetText {
    /// The target of the whole week.
    Total(Amount),
    /// What each working day left shall owe.
    PerDay(Amount),
}

impl TargetText {
    const BEFORE: [&str; 2] = ["每天", "每日"];
    const BEHIND: [&str; 4] = ["/d", "/day", "/天", "/日"];

    /// Reads `50`, or for each day `10/d`, `10/天` or `每天10`. Less than nothing is refused.
    pub fn read(text: &str, reading: Reading) -> Result<Self, AmountError> {
        let folded = fold(text);
        let (part, before, per_day) = Self::part(&folded);
        let amount = Reader::new(text, part, before, reading).whole_amount()?;
        if amount.is_negative() {
            return Err(AmountError::below_zero(text));
        }
        Ok(if per_day {
            Self::PerDay(amount)
        } else {
            Self::Total(amount)
        })
    }

    /// The part that is an amount, the number of characters before it, and whether the rest
    /// makes it one for each day.
    fn part(folded: &str) -> (&str, usize, bool) {
        for word in Self::BEFORE {
            if let Some(part) = folded.trim_start().strip_prefix(word) {
                let before = folded.chars().count().saturating_sub(part.chars().count());
                return (part, before, true);
            }
        }
        for word in Self::BEHIND {
            if let Some(part) = folded.trim_end().strip_suffix(word) {
                return (part, 0, true);
            }
        }
        (folded, 0, false)
    }
}

/// What the field of a counter says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountText {
    /// So much more, or less where it is negative.
    Add(Amount),
    /// As much as makes the day's sum this amount.
    Make(Amount),
}

impl CountText {
    /// Reads `5`, `-2` or `=14`.
    pub fn read(text: &str, reading: Reading) -> Result<Self, AmountError> {
        let folded = fold(text);
        match folded.trim_start().strip_prefix('=') {
            Some(part) => {
                let before = folded.chars().count().saturating_sub(part.chars().count());
                let reader = Reader::new(text, part, before, reading);
                reader.whole_amount().map(Self::Make)
            }
            None => Reader::new(text, &folded, 0, reading)
                .whole_amount()
                .map(Self::Add),
        }
    }
}

#[cfg(test)]
mod tests;

//! Why a text is not an amount, and what would be one.

use thiserror::Error;

use super::Reading;
use crate::domain::{Currency, Unit, shown};

/// Why a text is not an amount.
///
/// `text` is what was written, as [`shown`] repeats it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AmountError {
    /// Nothing was written.
    #[error("an amount is missing; write one like {}", examples(*reading))]
    Missing {
        /// What was to be read.
        reading: Reading,
    },
    /// A character that has no place in an amount, or not this one.
    #[error(
        "`{}` at position {at} of `{text}` is no part of {}; write one like {}",
        shown(&found.to_string()), thing(*reading), examples(*reading)
    )]
    Unexpected {
        /// What was written.
        text: String,
        /// The character.
        found: char,
        /// Where it stands in what was written, in characters from 1.
        at: usize,
        /// What was to be read.
        reading: Reading,
    },
    /// It ends where more has to come.
    #[error("`{text}` ends too early; write {} like {}", thing(*reading), examples(*reading))]
    Unfinished {
        /// What was written.
        text: String,
        /// What was to be read.
        reading: Reading,
    },
    /// Commas that do not part thousands.
    #[error("the commas of `{text}` do not stand between thousands; write 1,200 or 1200")]
    Commas {
        /// What was written.
        text: String,
    },
    /// More exact than the smallest unit.
    #[error("`{text}` {}", too_fine(*reading))]
    Fraction {
        /// What was written.
        text: String,
        /// What was to be read.
        reading: Reading,
    },
    /// The sign or code of a currency that is not the store's.
    #[error(
        "`{text}` is in another currency; money is counted in {}, write it like {}",
        reading.currency, examples(*reading)
    )]
    OtherCurrency {
        /// What was written.
        text: String,
        /// What was to be read.
        reading: Reading,
    },
    /// The sign or code of a currency where no money is counted.
    #[error("`{text}` is money, and no money is counted here; write a number like {}", examples(*reading))]
    NotMoney {
        /// What was written.
        text: String,
        /// What was to be read.
        reading: Reading,
    },
    /// Past what 64 bits hold.
    #[error("`{text}` is too large; write at most {} digits", reading.most_digits())]
    TooLarge {
        /// What was written.
        text: String,
        /// What was to be read.
        reading: Reading,
    },
    /// A target that is negative.
    #[error("`{text}` is below zero; a target is 0 or more")]
    BelowZero {
        /// What was written.
        text: String,
    },
}

impl AmountError {
    pub(super) fn below_zero(text: &str) -> Self {
        Self::BelowZero {
            text: shown(text.trim()),
        }
    }
}

const fn thing(reading: Reading) -> &'static str {
    match reading.unit {
        Unit::Count | Unit::Money | Unit::Score => "an amount",
        Unit::Minutes => "a length of time",
    }
}

fn examples(reading: Reading) -> &'static str {
    match reading.unit {
        Unit::Count | Unit::Money if reading.currency == Currency::CNY => "50, 1,200, 50k or 50万",
        Unit::Count | Unit::Money => "50, 1,200, 50k or 1.5m",
        Unit::Minutes => "30, 1h30 or 1.5h",
        Unit::Score => "7 or 85",
    }
}

fn too_fine(reading: Reading) -> String {
    match reading.unit {
        Unit::Count | Unit::Score => {
            format!(
                "is not a whole number; write one like {}",
                examples(reading)
            )
        }
        Unit::Minutes => {
            format!(
                "is not a whole number of minutes; write {} like {}",
                thing(reading),
                examples(reading)
            )
        }
        Unit::Money => {
            let (smallest, currency) = (reading.smallest(), reading.currency);
            format!("has a part smaller than {smallest} {currency}; leave it out")
        }
    }
}

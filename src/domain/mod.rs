//! The vocabulary: what a week is made of, and the edits that change it.
//!
//! Nothing here does input or output, reads a clock, draws a random number, or knows a
//! terminal or a language.
#![warn(
    missing_docs,
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic
)]

mod amount;
mod amount_text;
mod by_day;
mod currency;
mod language;
mod law;
mod shown;
mod unit;
mod weight;

pub use amount::Amount;
pub use amount_text::{AmountError, CountText, Reading, TargetText};
pub use by_day::{ByDay, Weekday};
pub use currency::Currency;
pub use language::Language;
pub use law::{Holiday, Law, LawDay};
pub use shown::shown;
pub use unit::Unit;
pub use weight::Weight;

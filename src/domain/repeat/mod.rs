//! Work that comes again and again.

mod rule;

pub use rule::{ChosenDays, Rule, RuleError};

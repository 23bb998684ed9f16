//! What is said and how it is written: words, dates, amounts, in English and Chinese.
//!
//! Formats that a language fixes stand in the code, as small tables; everything that is
//! a word or a sentence stands in the locale files. Nothing here reads the environment:
//! the language is handed in.

pub mod cells;

mod amounts;
mod count_on;
mod currency;
mod dates;
mod help;
mod locale;
mod named;
mod pattern;
mod quick;
mod rates;
mod read;
mod rules;
mod say;
mod words;

pub use amounts::{AmountStyle, Scale};
pub use count_on::read_count_on;
pub use currency::currency_name;
pub use dates::{
    WeekdayForm, count_word, date, date_with_year, month_day, week_dates, week_dates_with_year,
    week_name, weekday, weekday_and_number,
};
pub use help::{CommandHelp, HelpWords};
pub use locale::Locale;
pub use named::{Named, choice_named, metric_named};
pub use pattern::{pattern, read_pattern};
pub use quick::{
    Hint, HintKind, Kept, Part, Quick, QuickContext, Why, known_customers, read_quick,
};
pub use rates::{hours, percent, tenths};
pub use read::{ReadError, read_day, read_hours, read_time, read_week};
pub use rules::{read_rule, rule_name, says_every};
pub use say::{Say, say_change, say_refused};
pub use words::*;

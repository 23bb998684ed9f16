//! Every error in both languages.
//!
//! An error's `Display` is its English sentence. The Chinese one stands here, for each enum in
//! a `match` without `_`: a new variant does not build until it is worded.
//!
//! ```
//! # use salesweek::domain::{Language, TextError};
//! # use salesweek::i18n::Say;
//! let error = TextError::TooLong { length: 501 };
//! assert_eq!(error.say(Language::En), "a line of text may have 500 characters, this one has 501");
//! assert_eq!(error.say(Language::ZhCn), "一行文字最多 500 个字，这里有 501 个");
//! ```

mod change;
mod folder;
mod store;
mod text;

use std::fmt::Display;

pub use change::{say_change, say_refused};

use crate::domain::Language;

/// What can be said in both languages.
pub trait Say: Display {
    /// The sentence in Chinese.
    fn chinese(&self) -> String;

    /// The sentence in a language.
    fn say(&self, language: Language) -> String {
        match language {
            Language::En => self.to_string(),
            Language::ZhCn => self.chinese(),
        }
    }
}

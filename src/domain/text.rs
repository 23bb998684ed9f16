//! Text that people type: one line, and nothing in it that could steer a terminal.

use thiserror::Error;

/// The longest line that is accepted, in characters.
pub const LONGEST_LINE: usize = 500;

/// Why a text is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing, or only spaces.
    #[error("a text is missing")]
    Empty,
    /// A line break, a control character or a mark that turns the direction of writing; `at`
    /// counts characters, from 1.
    #[error("the character U+{code:04X} at position {at} is not allowed in a line of text")]
    Forbidden {
        /// The character's number.
        code: u32,
        /// Its place, from 1.
        at: usize,
    },
    /// More than [`LONGEST_LINE`] characters.
    #[error("a line of text may have {LONGEST_LINE} characters, this one has {length}")]
    TooLong {
        /// How many characters it has.
        length: usize,
    },
}

/// Whether a character could steer a terminal or turn the direction of writing.
pub fn is_forbidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign,
            '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text without spaces around it, if it is one line that may be kept.
///
/// ```
/// # use salesweek::domain::{TextError, line};
/// assert_eq!(line(" 拜访华信 ")?, "拜访华信");
/// assert_eq!(line("a\u{1b}[2J"), Err(TextError::Forbidden { code: 0x1b, at: 2 }));
/// # Ok::<(), TextError>(())
/// ```
pub fn line(text: &str) -> Result<String, TextError> {
    let text = text.trim();
    let length = text.chars().count();
    let forbidden = text.chars().zip(1..).find(|(sign, _)| is_forbidden(*sign));
    match forbidden {
        _ if text.is_empty() => Err(TextError::Empty),
        Some((sign, at)) => Err(TextError::Forbidden {
            code: sign.into(),
            at,
        }),
        None if length > LONGEST_LINE => Err(TextError::TooLong { length }),
        None => Ok(text.to_owned()),
    }
}

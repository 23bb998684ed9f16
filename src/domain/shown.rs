//! A user's own text, made fit to stand in a message.

/// The longest text that a message repeats, in characters.
const MOST: usize = 60;

/// `text` as a message may repeat it: at most 60 characters, the last three of a longer one
/// being `...`, and nothing in it that a terminal would obey or that would not be seen.
///
/// ```
/// # use salesweek::domain::shown;
/// assert_eq!(shown("50 calls"), "50 calls");
/// assert_eq!(shown("5\u{1b}[2J"), "5\\u{1b}[2J");
/// ```
pub fn shown(text: &str) -> String {
    let mut shown = String::new();
    for c in text.chars() {
        if is_unseen(c) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
        if shown.chars().nth(MOST).is_some() {
            let kept = MOST.saturating_sub(3);
            return shown.chars().take(kept).chain("...".chars()).collect();
        }
    }
    shown
}

/// Whether a character is a control, has no width, turns the direction of writing or
/// belongs to nobody.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_of_sixty_characters_is_whole_and_a_longer_one_is_cut() {
        assert_eq!(shown(&"九".repeat(60)), "九".repeat(60));
        assert_eq!(shown(&"九".repeat(61)), format!("{}...", "九".repeat(57)));
    }

    proptest! {
        #[test]
        fn nothing_shown_is_long_or_unseen(text in any::<String>()) {
            let shown = shown(&text);
            prop_assert!(shown.chars().count() <= 60);
            prop_assert!(!shown.chars().any(is_unseen));
        }
    }
}

//! Keys as they are printed on the keyboard, whatever an input method makes of them.
//!
//! A Chinese input method sends `【` for `[` and `，` for a comma, in full-width mode `ｃ` for
//! `c`. Each becomes the key it was typed with. What cannot come from one key, such as a
//! Chinese character, stays what it is: [`from_input_method`] tells, so that the screen can
//! say why nothing happened.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// `key` with the letter or sign of its key, and with no more modifiers than it needs.
///
/// Shift is part of a letter already and of a back tab; with ctrl a letter has no case. What
/// comes out can be compared with `KeyEvent::new`.
pub fn plain(key: KeyEvent) -> KeyEvent {
    let mut modifiers = key.modifiers;
    let code = match key.code {
        KeyCode::Char(char) => {
            let char = sign(char);
            let shifted = modifiers.contains(KeyModifiers::SHIFT);
            modifiers.remove(KeyModifiers::SHIFT);
            KeyCode::Char(if modifiers.contains(KeyModifiers::CONTROL) {
                char.to_ascii_lowercase()
            } else if shifted {
                char.to_ascii_uppercase()
            } else {
                char
            })
        }
        KeyCode::BackTab => {
            modifiers.remove(KeyModifiers::SHIFT);
            KeyCode::BackTab
        }
        code => code,
    };
    KeyEvent::new(code, modifiers)
}

/// Whether `char` can only come from an input method, once keys have been made plain.
pub fn from_input_method(char: char) -> bool {
    matches!(char,
        '\u{2e80}'..='\u{303f}'     // radicals, punctuation
        | '\u{3040}'..='\u{312f}'   // kana, bopomofo
        | '\u{3130}'..='\u{9fff}'   // hangul letters, ideographs
        | '\u{ac00}'..='\u{d7a3}'   // hangul
        | '\u{f900}'..='\u{faff}'   // ideographs
        | '\u{ff00}'..='\u{ffef}'   // full-width signs
        | '\u{20000}'..='\u{3ffff}' // ideographs
        | '‘' | '’' | '“' | '”' | '…' | '—' | '·')
}

/// The sign on the key that an input method sends `char` for.
fn sign(char: char) -> char {
    match char {
        '\u{3000}' => ' ',
        '【' | '「' => '[',
        '】' | '」' => ']',
        '《' => '<',
        '》' => '>',
        '、' => '/',
        '。' => '.',
        // Full-width ASCII stands in the order of ASCII.
        '！'..='～' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(char: char) -> KeyEvent {
        KeyEvent::new(KeyCode::Char(char), KeyModifiers::NONE)
    }

    #[test]
    fn what_an_input_method_sends_is_the_key_it_was_typed_with() {
        let cases = [
            ("full-width letters", "ａｃｚ", "acz"),
            ("full-width capitals", "ＣＧ", "CG"),
            ("full-width digits", "０１９", "019"),
            ("ideographic space", "\u{3000}", " "),
            ("brackets", "【】「」", "[][]"),
            ("book title marks", "《》", "<>"),
            ("question mark", "？", "?"),
            ("enumeration comma", "、", "/"),
            ("colon and semicolon", "：；", ":;"),
            ("full stop and comma", "。，", ".,"),
            ("plus, minus, equals", "＋－＝", "+-="),
            ("plain keys", "aZ0[?/ ", "aZ0[?/ "),
            ("letters of other scripts", "äяñ", "äяñ"),
            ("a Chinese character", "致", "致"),
        ];
        for (label, sent, typed) in cases {
            let made: String = sent.chars().map(sign).collect();
            assert_eq!(made, typed, "{label}");
        }
    }

    #[test]
    fn shift_is_part_of_the_letter() {
        let shifted = KeyEvent::new(KeyCode::Char('C'), KeyModifiers::SHIFT);
        assert_eq!(plain(shifted), key('C'));
        let shifted = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::SHIFT);
        assert_eq!(plain(shifted), key('C'));
        let full_width = KeyEvent::new(KeyCode::Char('Ｃ'), KeyModifiers::SHIFT);
        assert_eq!(plain(full_width), key('C'));
    }

    #[test]
    fn with_ctrl_a_letter_has_no_case() {
        let caps = KeyEvent::new(
            KeyCode::Char('P'),
            KeyModifiers::CONTROL | KeyModifiers::SHIFT,
        );
        assert_eq!(
            plain(caps),
            KeyEvent::new(KeyCode::Char('p'), KeyModifiers::CONTROL)
        );
    }

    #[test]
    fn shift_stays_with_keys_that_have_no_sign() {
        let next_week = KeyEvent::new(KeyCode::Right, KeyModifiers::SHIFT);
        assert_eq!(plain(next_week), next_week);
        let back = KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
        assert_eq!(
            plain(back),
            KeyEvent::new(KeyCode::BackTab, KeyModifiers::NONE)
        );
    }

    #[test]
    fn an_input_method_shows_itself() {
        for char in "致电ㄅ가カ！￥“”".chars() {
            assert!(from_input_method(char), "{char}");
        }
        for char in "ac ?/äя¥".chars() {
            assert!(!from_input_method(char), "{char}");
        }
    }
}

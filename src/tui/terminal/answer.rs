//! How wide this terminal draws, from its own answer.
//!
//! Frames, blocks and dots are one cell wide in some terminals and two in others, and no
//! variable of the environment tells. So six of them are put on the empty screen and the
//! terminal is asked where its cursor stands. Keys that were typed meanwhile are kept.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::Input;
use crate::tui::theme::GlyphSet;

/// Six glyphs of uncertain width in the first row, where the cursor then stands, and away with them.
pub(super) const QUESTION: &str = "\x1b[H─█▲●·…\x1b[6n\x1b[2J\x1b[H";

/// The glyph set for a terminal whose cursor went `columns` to the right.
pub(super) fn glyphs(columns: u16) -> GlyphSet {
    match columns {
        6 => GlyphSet::Full,
        // Each wide, or some of them.
        7..=12 => GlyphSet::Safe,
        // Each byte by itself (no UTF-8), or nothing at all.
        _ => GlyphSet::Ascii,
    }
}

/// How far to the right the cursor went, once the whole answer `CSI row ; column R` has come.
pub(super) fn columns(heard: &[u8]) -> Option<u16> {
    let (start, end) = place(heard)?;
    let answer = std::str::from_utf8(heard.get(start + 2..end - 1)?).ok()?;
    let (_, column) = answer.split_once(';')?;
    column.parse::<u16>().ok()?.checked_sub(1)
}

/// The keys among what was heard, as far as they are plain ones.
pub(super) fn keys(heard: &[u8]) -> Vec<Input> {
    let (before, after) = match place(heard) {
        Some((start, end)) => (heard.get(..start), heard.get(end..)),
        None => (Some(heard), None),
    };
    let typed = [before.unwrap_or_default(), after.unwrap_or_default()].concat();
    let typed = String::from_utf8_lossy(&typed);
    let mut chars = typed.chars().peekable();
    let mut keys = Vec::new();
    while let Some(char) = chars.next() {
        if char == '\x1b' && chars.next_if(|next| matches!(next, '[' | 'O')).is_some() {
            while chars
                .next()
                .is_some_and(|next| !('@'..='~').contains(&next))
            {}
        } else {
            keys.push(Input::Key(key(char)));
        }
    }
    keys
}

/// Where the answer begins and ends among what was heard.
fn place(heard: &[u8]) -> Option<(usize, usize)> {
    let mut start = 0;
    while let Some(found) = heard
        .get(start..)?
        .windows(2)
        .position(|two| two == b"\x1b[")
    {
        start += found;
        let inside = heard.get(start + 2..)?;
        let length = inside
            .iter()
            .take_while(|byte| byte.is_ascii_digit() || **byte == b';')
            .count();
        if length > 2 && inside.get(length) == Some(&b'R') {
            return Some((start, start + length + 3));
        }
        start += 2;
    }
    None
}

fn key(char: char) -> KeyEvent {
    let plain = |code| KeyEvent::new(code, KeyModifiers::NONE);
    match char {
        '\r' | '\n' => plain(KeyCode::Enter),
        '\t' => plain(KeyCode::Tab),
        '\x1b' => plain(KeyCode::Esc),
        '\x7f' | '\x08' => plain(KeyCode::Backspace),
        '\x01'..='\x1a' => {
            let letter = char::from_u32(u32::from(char) + 0x60).unwrap_or(char);
            KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)
        }
        _ => plain(KeyCode::Char(char)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(code: KeyCode) -> Input {
        Input::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    #[test]
    fn the_set_follows_the_width_of_six_glyphs() {
        assert_eq!(glyphs(6), GlyphSet::Full);
        assert_eq!(glyphs(12), GlyphSet::Safe);
        assert_eq!(glyphs(18), GlyphSet::Ascii);
        assert_eq!(glyphs(0), GlyphSet::Ascii);
    }

    #[test]
    fn an_answer_counts_once_it_is_whole() {
        assert_eq!(columns(b"\x1b[1;7R"), Some(6));
        assert_eq!(columns(b"\x1b[1;13R"), Some(12));
        assert_eq!(columns(b"\x1b[1;7"), None);
        assert_eq!(columns(b""), None);
        assert_eq!(columns(b"\x1b"), None);
    }

    #[test]
    fn an_answer_is_found_among_keys() {
        assert_eq!(columns(b"j\x1b[A\x1b[1;7Rq"), Some(6));
    }

    #[test]
    fn keys_typed_before_and_after_the_answer_are_kept() {
        let kept = [
            plain(KeyCode::Char('j')),
            plain(KeyCode::Char('中')),
            plain(KeyCode::Enter),
        ];
        assert_eq!(keys("j\x1b[1;7R中\r".as_bytes()), kept);
    }

    #[test]
    fn a_key_that_is_a_sequence_is_dropped_whole() {
        assert_eq!(keys(b"\x1b[1;5Cx\x1bOP"), [plain(KeyCode::Char('x'))]);
    }

    #[test]
    fn control_letters_keep_their_control() {
        let quit = KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
        assert_eq!(keys(b"\x03"), [Input::Key(quit)]);
    }
}

use proptest::prelude::*;

use super::*;
use crate::tui::theme::{Colours, GlyphSet};

const LIMIT: usize = 20;

fn press(field: &mut Field, code: KeyCode) -> Answer {
    field.key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn ctrl(field: &mut Field, letter: char) -> Answer {
    field.key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL))
}

fn typed(field: &mut Field, text: &str) {
    for char in text.chars() {
        assert_eq!(press(field, KeyCode::Char(char)), Answer::Edited);
    }
}

/// The row as text, a wide character without its second cell, and the column of the caret.
fn drawn(field: &Field, width: u16) -> (String, Option<u16>) {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
    let theme = Theme::new(GlyphSet::Full, Colours::None);
    let caret = field.draw(&theme, buf.area, &mut buf);
    let mut row = String::new();
    let mut hidden = 0;
    for cell in &buf.content {
        if hidden == 0 {
            row.push_str(cell.symbol());
            hidden = cells::width(cell.symbol());
        }
        hidden = hidden.saturating_sub(1);
    }
    (row, caret.map(|caret| caret.x))
}

#[test]
fn what_is_typed_stands_in_the_field() {
    let mut field = Field::new("", LIMIT);
    typed(&mut field, "致电 Lin");
    assert_eq!(field.value(), "致电 Lin");
    assert_eq!(drawn(&field, 12), ("[致电 Lin  ]".to_owned(), Some(9)));
}

#[test]
fn the_caret_stands_in_cells_not_in_characters() {
    let mut field = Field::new("拜访云峰", LIMIT);
    assert_eq!(press(&mut field, KeyCode::Left), Answer::Kept);
    assert_eq!(drawn(&field, 14).1, Some(7));
    typed(&mut field, "小");
    assert_eq!(field.value(), "拜访云小峰");
    assert_eq!(drawn(&field, 14).1, Some(9));
}

#[test]
fn a_character_of_several_parts_is_one() {
    let mut field = Field::new("ae\u{301}", LIMIT);
    assert_eq!(press(&mut field, KeyCode::Left), Answer::Kept);
    assert_eq!(drawn(&field, 8).1, Some(2));
    assert_eq!(press(&mut field, KeyCode::Right), Answer::Kept);
    assert_eq!(press(&mut field, KeyCode::Backspace), Answer::Edited);
    assert_eq!(field.value(), "a");
    assert_eq!(press(&mut field, KeyCode::Home), Answer::Kept);
    assert_eq!(press(&mut field, KeyCode::Delete), Answer::Edited);
    assert_eq!(field.value(), "");
}

#[test]
fn a_long_text_scrolls_with_the_caret() {
    let mut field = Field::new("准备年会抽奖", LIMIT);
    assert_eq!(drawn(&field, 9), ("[会抽奖 ]".to_owned(), Some(7)));
    for _ in 0..4 {
        assert_eq!(press(&mut field, KeyCode::Left), Answer::Kept);
    }
    assert_eq!(drawn(&field, 9), ("[年会抽 ]".to_owned(), Some(1)));
    assert_eq!(press(&mut field, KeyCode::Home), Answer::Kept);
    assert_eq!(drawn(&field, 9), ("[准备年 ]".to_owned(), Some(1)));
}

#[test]
fn a_text_that_became_short_is_seen_whole() {
    let mut field = Field::new("abcdefgh", LIMIT);
    assert_eq!(drawn(&field, 7), ("[efgh ]".to_owned(), Some(5)));
    for _ in 0..4 {
        assert_eq!(press(&mut field, KeyCode::Backspace), Answer::Edited);
    }
    assert_eq!(drawn(&field, 7), ("[abcd ]".to_owned(), Some(5)));
}

#[test]
fn a_field_without_room_has_no_caret() {
    let field = Field::new("50", LIMIT);
    assert_eq!(drawn(&field, 2).1, None);
    assert_eq!(drawn(&field, 3).1, Some(1));
}

#[test]
fn the_first_digit_replaces_a_fresh_amount() {
    let mut field = Field::fresh("50", LIMIT);
    typed(&mut field, "55");
    assert_eq!(field.value(), "55");
}

#[test]
fn a_key_that_moves_keeps_a_fresh_amount() {
    let mut field = Field::fresh("50", LIMIT);
    assert_eq!(press(&mut field, KeyCode::End), Answer::Kept);
    typed(&mut field, "0");
    assert_eq!(field.value(), "500");
}

#[test]
fn deleting_takes_a_fresh_amount_as_a_whole() {
    let mut field = Field::fresh("50", LIMIT);
    assert_eq!(press(&mut field, KeyCode::Backspace), Answer::Edited);
    assert_eq!(field.value(), "");
}

#[test]
fn a_paste_is_one_line() {
    let mut field = Field::new("", LIMIT);
    assert_eq!(field.paste("华信\r\n云峰\tA\n"), Answer::Edited);
    assert_eq!(field.value(), "华信 云峰 A");
}

#[test]
fn a_paste_that_could_act_on_a_terminal_is_refused_whole() {
    let mut field = Field::new("ab", LIMIT);
    for (text, char) in [
        ("x\x1b[2J", '\x1b'),
        ("\u{202e}x", '\u{202e}'),
        ("\u{9b}x", '\u{9b}'),
    ] {
        assert_eq!(field.paste(text), Answer::Refused(Refusal::Control(char)));
        assert_eq!(field.value(), "ab");
    }
}

#[test]
fn a_text_too_long_is_refused_whole() {
    let mut field = Field::new("拜访", 4);
    assert_eq!(field.paste("云峰贸"), Answer::Refused(Refusal::TooLong(4)));
    assert_eq!(field.paste("云峰"), Answer::Edited);
    assert_eq!(
        press(&mut field, KeyCode::Char('x')),
        Answer::Refused(Refusal::TooLong(4))
    );
    assert_eq!(field.value(), "拜访云峰");
}

#[test]
fn a_fresh_text_does_not_count_against_the_limit() {
    let mut field = Field::fresh("1234", 4);
    assert_eq!(field.paste("5678"), Answer::Edited);
    assert_eq!(field.value(), "5678");
}

#[test]
fn the_line_is_edited_as_in_a_shell() {
    let mut field = Field::new("call Lin now", LIMIT);
    assert_eq!(ctrl(&mut field, 'w'), Answer::Edited);
    assert_eq!(field.value(), "call Lin ");
    assert_eq!(ctrl(&mut field, 'a'), Answer::Kept);
    assert_eq!(ctrl(&mut field, 'd'), Answer::Edited);
    assert_eq!(field.value(), "all Lin ");
    assert_eq!(ctrl(&mut field, 'k'), Answer::Edited);
    assert_eq!(field.value(), "");
    assert_eq!(ctrl(&mut field, 'k'), Answer::Kept);
    assert_eq!(ctrl(&mut field, 'y'), Answer::Edited);
    assert_eq!(field.value(), "all Lin ");
    assert_eq!(ctrl(&mut field, 'u'), Answer::Edited);
    assert_eq!(field.value(), "");
}

#[test]
fn commands_of_the_screens_do_not_reach_them_through_a_field() {
    let mut field = Field::new("ab", LIMIT);
    for letter in ['r', 'g', 'v', 'x', 'j', 'm'] {
        assert_eq!(ctrl(&mut field, letter), Answer::Kept, "ctrl-{letter}");
    }
    assert_eq!(field.value(), "ab");
}

#[test]
fn what_leaves_a_field_is_passed_on() {
    let mut field = Field::new("ab", LIMIT);
    for code in [
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Up,
        KeyCode::Down,
    ] {
        assert_eq!(press(&mut field, code), Answer::PassOn, "{code}");
    }
    for letter in ['s', 'c', 'z', 'o'] {
        assert_eq!(ctrl(&mut field, letter), Answer::PassOn, "ctrl-{letter}");
    }
}

#[test]
fn a_control_character_from_a_file_is_seen_as_a_dot() {
    assert_eq!(drawn(&Field::new("a\x1bb", LIMIT), 6).0, "[a·b ]");
}

/// Any key a field may meet, with letters of every width.
fn any_key() -> impl Strategy<Value = KeyEvent> {
    let letter = prop_oneof![
        proptest::char::any(),
        proptest::sample::select("a 9致，e\u{301}\u{200d}👩🇨🇳ｶﾞ".chars().collect::<Vec<_>>()),
    ];
    let code = prop_oneof![
        4 => letter.prop_map(KeyCode::Char),
        4 => proptest::sample::select(vec![
            KeyCode::Left,
            KeyCode::Right,
            KeyCode::Home,
            KeyCode::End,
            KeyCode::Backspace,
            KeyCode::Delete,
        ]),
    ];
    let commands = proptest::sample::select("abdefhkuwy".chars().collect::<Vec<_>>());
    let modifiers = proptest::sample::select(vec![KeyModifiers::CONTROL, KeyModifiers::ALT]);
    prop_oneof![
        3 => code.prop_map(|code| KeyEvent::new(code, KeyModifiers::NONE)),
        1 => (commands, modifiers).prop_map(|(letter, with)| KeyEvent::new(KeyCode::Char(letter), with)),
    ]
}

#[test]
fn beside_choices_the_arrows_are_for_them_until_something_is_typed() {
    let arrow = |code| KeyEvent::new(code, KeyModifiers::NONE);
    let mut field = Field::fresh("18", LIMIT).beside_choices();
    assert_eq!(field.key(arrow(KeyCode::Right)), Answer::PassOn);
    assert_eq!(field.key(arrow(KeyCode::Char('2'))), Answer::Edited);
    assert_eq!(field.key(arrow(KeyCode::Left)), Answer::Kept);
}

proptest! {
    #[test]
    fn whatever_is_typed_the_caret_stays_in_the_field(
        begin in "[a致é]{0,6}",
        keys in proptest::collection::vec(any_key(), 0..40),
        width in 3_u16..12,
    ) {
        let mut field = Field::fresh(&begin, LIMIT);
        for key in keys {
            let _ = field.key(key);
            let caret = drawn(&field, width).1.unwrap();
            prop_assert!((1..width - 1).contains(&caret), "{caret} of {width}");
            prop_assert!(field.value().chars().count() <= LIMIT);
            prop_assert!(!field.value().chars().any(is_forbidden));
        }
    }
}

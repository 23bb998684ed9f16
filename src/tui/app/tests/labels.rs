//! No word of the program is shortened, and every frame is whole, at the sizes that are promised.
//!
//! A store is full of what people write at its longest: a metric's name of 32 cells, a customer
//! of 40 wide characters. Those texts are made of characters that no word of the program has, so
//! that on the screen it is plain whose text was cut. What is left must be made of whole words
//! of the locale files, and an ellipsis may follow the user's own characters only.

mod own;
mod picture;
mod screens;
mod weeks;
mod words;

use std::collections::BTreeSet;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use self::picture::Picture;
use self::words::Vocabulary;
use crate::domain::Language;
use crate::tui::view::FRAMED;

/// What is wrong with a screen.
fn faults(picture: &Picture, words: &Vocabulary) -> Vec<String> {
    let mut faults = picture.faults();
    let frames = picture.frames();
    let is_framed = picture.height() >= usize::from(FRAMED);
    if frames.is_empty() && is_framed {
        faults.push("no frame is whole".to_owned());
    }
    let mut read = |lines: &[String]| {
        faults.extend(own::faults(lines, words));
        faults.extend(words.faults(lines));
    };
    let whole = frames.iter().filter(|frame| picture.is_whole(**frame));
    for frame in whole {
        let inner = || frames.iter().filter(|other| frame.contains(**other));
        let is_free = |y: &usize| !inner().any(|other| other.has_row(*y));
        let rows = (frame.top..=frame.bottom).filter(is_free);
        let rows: Vec<_> = rows
            .map(|y| picture.text(y, frame.left + 1, frame.right))
            .collect();
        read(&rows);
    }
    let last = picture.height() - 1;
    if frames.is_empty() && !is_framed {
        let rows: Vec<_> = (1..last).map(|y| picture.line(y)).collect();
        read(&rows);
    }
    read(&[picture.line(0)]);
    if is_framed {
        // On the smallest screens a message may end earlier.
        read(&[picture.line(last)]);
    }
    faults
}

/// What was drawn beside the screen.
fn outside(buf: &Buffer, area: Rect) -> Option<String> {
    let places = buf.area.positions();
    let mut beside = places.filter(|place| !area.contains(*place));
    let drawn = beside.find(|place| buf[*place] != Cell::EMPTY)?;
    Some(format!("something is drawn outside, at {drawn}"))
}

fn check(language: Language, columns: u16, rows: u16) {
    let words = Vocabulary::of_both_languages();
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for shown in screens::all() {
        let name = shown.name();
        let (area, buf) = shown.open(language, (columns, rows)).cells();
        let picture = Picture::of(&buf, area);
        let text: Vec<_> = (0..picture.height()).map(|y| picture.line(y)).collect();
        if !seen.insert(text) && columns >= 120 {
            faults.push(format!("{name}: shows what another one shows"));
        }
        let mut found = self::faults(&picture, &words);
        found.extend(outside(&buf, area));
        let of = format!("{name} at {columns}×{rows} in {}", language.tag());
        faults.extend(found.into_iter().map(|fault| format!("{of}: {fault}")));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nothing_is_shortened_at_80_by_24() {
    check(Language::En, 80, 24);
}

#[test]
fn nothing_is_shortened_at_80_by_24_in_chinese() {
    check(Language::ZhCn, 80, 24);
}

#[test]
fn nothing_is_shortened_at_120_by_40() {
    check(Language::En, 120, 40);
}

#[test]
fn nothing_is_shortened_at_120_by_40_in_chinese() {
    check(Language::ZhCn, 120, 40);
}

#[test]
fn nothing_is_shortened_at_200_by_50() {
    check(Language::En, 200, 50);
}

#[test]
fn nothing_is_shortened_at_200_by_50_in_chinese() {
    check(Language::ZhCn, 200, 50);
}

#[test]
fn nothing_is_shortened_at_40_by_12() {
    check(Language::En, 40, 12);
}

#[test]
fn nothing_is_shortened_at_40_by_12_in_chinese() {
    check(Language::ZhCn, 40, 12);
}

#[test]
fn the_longest_names_stand_whole_from_120_columns_on() {
    for (keys, columns) in [
        ("Esc 1 z", 120),
        ("Esc 2 z", 120),
        ("Esc 1", 200),
        ("Esc 2", 200),
    ] {
        let mut shown = screens::all();
        let shown = shown.find(|shown| shown.name() == format!("running `{keys}`"));
        let text = shown.unwrap().open(Language::En, (columns, 50)).text();
        for name in weeks::longest_names() {
            assert!(text.contains(&name), "{keys} at {columns}:\n{text}");
        }
    }
}

fn faults_of(text: &str, words: &Vocabulary) -> Vec<String> {
    let buf = Buffer::with_lines(text.lines());
    faults(&Picture::of(&buf, buf.area), words)
}

#[test]
fn a_shortened_word_a_word_run_into_another_and_a_broken_frame_are_found() {
    let words = Vocabulary::of_both_languages();
    let cases = [
        (
            "whole",
            "╭ Goals ──────────╮\n│ Lower the target│\n╰─────────────────╯",
            0,
        ),
        (
            "cut at the edge",
            "╭ Goals ──────────╮\n│ Lower the targ  │\n╰─────────────────╯",
            1,
        ),
        (
            "with an ellipsis",
            "╭ Goals ──────────╮\n│ Lower the …     │\n╰─────────────────╯",
            1,
        ),
        (
            "run together",
            "╭ Goals ──────────╮\n│ next weektarget │\n╰─────────────────╯",
            1,
        ),
        (
            "cut Chinese",
            "╭ 目标 ───────────╮\n│ 提高另一        │\n╰─────────────────╯",
            1,
        ),
        (
            "wrapped Chinese",
            "╭ 目标 ───────────╮\n│ 提高另一        │\n│ 个目标          │\n╰─────────────────╯",
            0,
        ),
        (
            "touching a field",
            "╭ Goals ──────────╮\n│ target[50    ]  │\n╰─────────────────╯",
            1,
        ),
        (
            "a figure half covered",
            "╭ Goals ──────────╮\n│ 10  1[50    ] 9 │\n╰─────────────────╯",
            1,
        ),
        (
            "own text without its end",
            "╭ Goals ──────────╮\n│ ßßßßßß   10     │\n│                 │\n╰─────────────────╯",
            1,
        ),
        (
            "own text cut at its beginning",
            "╭ Goals ──────────╮\n│ …ßßßŝ   10      │\n╰─────────────────╯",
            1,
        ),
        (
            "own texts without a blank between them",
            "╭ Goals ──────────╮\n│ ñňčç 10         │\n╰─────────────────╯",
            2,
        ),
        (
            "a figure behind own text without a blank",
            "╭ Goals ──────────╮\n│ ßßŝ10           │\n╰─────────────────╯",
            1,
        ),
        (
            "broken frame",
            "╭ Goals ──────────╮\n│ Lower           \n╰─────────────────╯",
            2,
        ),
    ];
    for (label, text, expected) in cases {
        let found = faults_of(text, &words);
        assert_eq!(found.len(), expected, "{label}: {found:?}");
    }
    for own in ["ßß… open  ", "龘… open  ", "ßß龖 open ", "[ßßß ] 10 "] {
        let text = format!("╭ Goals ──────────╮\n│ {own}      │\n╰─────────────────╯");
        assert_eq!(faults_of(&text, &words), Vec::<String>::new());
    }
}

#[test]
fn half_a_character_and_what_is_drawn_outside_are_found() {
    let mut buf = Buffer::with_lines(["华信  "]);
    let area = Rect::new(0, 0, 5, 1);
    let found = |buf: &Buffer| {
        let faults = Picture::of(buf, area).faults();
        (faults.len(), outside(buf, area).is_some())
    };
    assert_eq!(found(&buf), (0, false));
    buf.set_string(3, 0, "│", ratatui::style::Style::new());
    assert_eq!(found(&buf), (1, false));
    buf.set_string(4, 0, "华", ratatui::style::Style::new());
    assert_eq!(found(&buf), (2, false));
    buf.set_string(5, 0, "x", ratatui::style::Style::new());
    assert_eq!(found(&buf), (2, true));
}

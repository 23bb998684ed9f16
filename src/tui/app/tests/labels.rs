//! No word of the program is shortened, and every frame is whole, at the sizes that are promised.
//!
//! A store is full of what people write at its longest: a metric's name of 32 cells, a customer
//! of 40 wide characters. Those texts are made of characters that no word of the program has, so
//! that on the screen it is plain whose text was cut. What is left must be made of whole words
//! of the locale files, and an ellipsis may follow the user's own characters only.

mod screens;
mod words;

use std::collections::BTreeSet;

use self::words::Vocabulary;
use crate::domain::Language;
use crate::i18n::cells::width;
use crate::tui::view::FRAMED;

/// What stands on a screen, cell by cell; behind a wide character is nothing.
struct Picture {
    rows: Vec<Vec<Option<char>>>,
}

/// A frame from corner to corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Framed {
    left: usize,
    right: usize,
    top: usize,
    bottom: usize,
}

impl Picture {
    fn of(text: &str, columns: usize) -> Self {
        let row = |line: &str| {
            let mut row = Vec::new();
            for char in line.chars() {
                row.push(Some(char));
                let is_narrow = char.is_ascii() || ('─'..='╿').contains(&char);
                if !is_narrow && width(&char.to_string()) > 1 {
                    row.push(None);
                }
            }
            assert!(row.len() <= columns, "{line}");
            row.resize(columns, Some(' '));
            row
        };
        Self {
            rows: text.lines().map(row).collect(),
        }
    }

    fn at(&self, x: usize, y: usize) -> char {
        self.rows[y][x].unwrap_or('\0')
    }

    fn text(&self, y: usize, from: usize, to: usize) -> String {
        self.rows[y][from..to].iter().flatten().collect()
    }

    /// The frames of which all four corners are seen.
    fn frames(&self) -> Vec<Framed> {
        let mut frames = Vec::new();
        for top in 0..self.rows.len() {
            let mut open = Vec::new();
            for x in 0..self.rows[top].len() {
                match self.at(x, top) {
                    '╭' => open.push(x),
                    '╮' => frames.extend(open.pop().and_then(|left| self.frame(left, x, top))),
                    _ => {}
                }
            }
        }
        frames
    }

    fn frame(&self, left: usize, right: usize, top: usize) -> Option<Framed> {
        let mut below = top + 1..self.rows.len();
        let bottom = below.find(|y| self.at(left, *y) == '╰')?;
        (self.at(right, bottom) == '╯').then_some(Framed {
            left,
            right,
            top,
            bottom,
        })
    }
}

impl Framed {
    fn contains(self, other: Self) -> bool {
        self != other
            && self.left <= other.left
            && self.right >= other.right
            && self.top <= other.top
            && self.bottom >= other.bottom
    }

    fn has_row(self, y: usize) -> bool {
        (self.top..=self.bottom).contains(&y)
    }
}

/// What is wrong with a screen.
fn faults(text: &str, columns: usize, words: &Vocabulary) -> Vec<String> {
    let picture = Picture::of(text, columns);
    let mut faults = Vec::new();
    for (y, line) in text.lines().enumerate() {
        if line.starts_with(['│', '╭', '╰'])
            && !matches!(picture.at(columns - 1, y), '│' | '╮' | '╯')
        {
            faults.push(format!("the line does not end in the last column: {line}"));
        }
    }
    let frames = picture.frames();
    let is_framed = picture.rows.len() >= usize::from(FRAMED);
    if frames.is_empty() && is_framed {
        faults.push("no frame is whole".to_owned());
    }
    for frame in &frames {
        let inner: Vec<_> = frames
            .iter()
            .filter(|other| frame.contains(**other))
            .collect();
        let is_free = |y: &usize| !inner.iter().any(|other| other.has_row(*y));
        let sides = (frame.top + 1..frame.bottom)
            .filter(|y| [frame.left, frame.right].map(|x| picture.at(x, *y)) != ['│', '│']);
        // A side that is no side any more stands behind a box.
        let broken: Vec<_> = sides.collect();
        if !broken.is_empty() {
            let is_behind = |y: usize| {
                let mut others = frames.iter().filter(|other| **other != *frame);
                others.any(|other| other.has_row(y))
            };
            let bare = broken.into_iter().filter(|y| !is_behind(*y));
            faults.extend(
                bare.map(|y| format!("the frame is broken: {}", picture.text(y, 0, columns))),
            );
            continue;
        }
        let rows = (frame.top..=frame.bottom).filter(is_free);
        let rows: Vec<_> = rows
            .map(|y| picture.text(y, frame.left + 1, frame.right))
            .collect();
        faults.extend(words.faults(&rows));
    }
    let line = |y| picture.text(y, 0, columns);
    let last = picture.rows.len() - 1;
    if frames.is_empty() && !is_framed {
        let rows: Vec<_> = (1..last).map(line).collect();
        faults.extend(words.faults(&rows));
    }
    faults.extend(words.faults(&[line(0)]));
    if is_framed {
        // On the smallest screens a message may end earlier.
        faults.extend(words.faults(&[line(last)]));
    }
    faults
}

fn check(language: Language, columns: u16, rows: u16) {
    let words = Vocabulary::of_both_languages();
    let mut seen = BTreeSet::new();
    let mut faults = Vec::new();
    for shown in screens::all() {
        let name = shown.name();
        let text = shown.open(language, (columns, rows)).text();
        if !seen.insert(text.clone()) && columns >= 120 {
            faults.push(format!("{name}: shows what another one shows"));
        }
        let found = self::faults(&text, columns.into(), &words);
        faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
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
        for name in screens::longest_names() {
            assert!(text.contains(&name), "{keys} at {columns}:\n{text}");
        }
    }
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
            "broken frame",
            "╭ Goals ──────────╮\n│ Lower           \n╰─────────────────╯",
            2,
        ),
    ];
    for (label, text, expected) in cases {
        let found = faults(text, 19, &words);
        assert_eq!(found.len(), expected, "{label}: {found:?}");
    }
    for own in ["ßß", "龘"] {
        let text = format!("╭ Goals ──────────╮\n│ {own}… open        │\n╰─────────────────╯");
        assert_eq!(faults(&text, 19, &words), Vec::<String>::new());
    }
}

//! A way through the program, written down as one would tell it, and walked.
//!
//! ```text
//! # Monday of the second week: one of the figures changes.
//! @ 2026-11-16T08:50
//! $ salesweek target calls 50
//! @ 2026-11-23T08:50
//! $ salesweek
//!     ▸Take this plan and start the week Enter
//! down
//!     ▸Calls 50
//! 6 0 ctrl-s
//!     W48 is planned: 1 target
//! (a) "Call Lin" enter
//!     ▸☐ D Call Lin
//! = 6 keys
//! ```
//!
//! `@` sets the clock, `$` is a command that succeeds; the one without words opens the screens,
//! until the clock is set again. At the margin stand the keys, each pressed once the screen has
//! answered the one before; words in quotes are typed, and not counted. What is indented then
//! stands in a row of the screen, or of what the command said, the blanks between its columns
//! squeezed to one.
//!
//! A key is pressed only when the screen names it: in its last line, in the lower edge of a
//! box, at the end of the marked row, as the digit of a choice in a box, or around a value that
//! it turns; in an open field every sign may be typed. A key in parentheses one has to know.
//!
//! The home is empty at first, and the language that of the locale, as where somebody begins.

use std::process::Command;

use tempfile::TempDir;

use super::quit;
use crate::pty::{Launch, Screen, Session, squeezed};

/// Walks a transcript in `language` to its end, and fails where the program takes another way.
#[track_caller]
pub(super) fn walk(transcript: &str, language: &str) {
    let mut walk = Walk::new(language);
    let mut seen = Vec::new();
    for (line, at) in transcript.lines().chain([""]).zip(1..) {
        if let Some(text) = line.strip_prefix("    ") {
            seen.push(text);
            continue;
        }
        walk.see(&std::mem::take(&mut seen), at);
        match line.split_once(' ').unwrap_or((line, "")) {
            ("#" | "", _) => {}
            ("@", moment) => walk.on(moment),
            ("$", command) => walk.run(command),
            ("=", told) => walk.count(told),
            _ => walk.enter(line),
        }
    }
    walk.on("");
    assert_eq!(walk.keys, 0, "keys without their number");
}

/// How far one has come.
struct Walk {
    home: TempDir,
    locale: String,
    moment: String,
    session: Option<Session>,
    /// What the last command said; seen while no screens are open.
    said: String,
    keys: usize,
}

impl Walk {
    fn new(language: &str) -> Self {
        let country = if language == "en" { "en_US" } else { "zh_CN" };
        Self {
            home: TempDir::new().unwrap(),
            locale: format!("{country}.UTF-8"),
            moment: String::new(),
            session: None,
            said: String::new(),
            keys: 0,
        }
    }

    /// Ends the screens, and sets the clock.
    #[track_caller]
    fn on(&mut self, moment: &str) {
        if let Some(session) = self.session.take() {
            quit(session);
        }
        moment.clone_into(&mut self.moment);
    }

    #[track_caller]
    fn run(&mut self, command: &str) {
        let home = self.home.path().to_str().unwrap();
        let words: Vec<_> = tokens(command).into_iter().skip(1).collect();
        if words.is_empty() {
            let launch = Launch::salesweek(["--date", &self.moment]);
            let launch = launch.variable("HOME", home).variable("LANG", &self.locale);
            self.session = Some(launch.start());
            return;
        }
        let words = words.into_iter().map(|token| match token {
            Token::Typed(text) | Token::Key(text) => text,
        });
        let mut program = Command::new(env!("CARGO_BIN_EXE_salesweek"));
        program.args(["--date", &self.moment]).args(words);
        let variables = [("HOME", home), ("LANG", &self.locale), ("TZ", "UTC")];
        let output = program.env_clear().envs(variables).output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{command}: {stderr}");
        self.said = String::from_utf8(output.stdout).unwrap();
    }

    /// Waits until all of the rows stand on one screen; `at` is the line behind them.
    #[track_caller]
    fn see(&mut self, rows: &[&str], at: usize) {
        let Some(session) = &mut self.session else {
            for row in rows {
                let mut lines = self.said.lines();
                let stands = lines.any(|line| squeezed(line).contains(row));
                assert!(stands, "before line {at}: `{row}` in\n{}", self.said);
            }
            return;
        };
        let told = rows.join("\n    ");
        let told = format!("there stands, before line {at},\n    {told}\n");
        session.until(&told, |session| {
            let screen = session.screen();
            !screen.is_within_a_frame() && rows.iter().all(|row| screen.stands(row))
        });
    }

    /// Types a line of keys and words.
    #[track_caller]
    fn enter(&mut self, line: &str) {
        let session = self.session.as_mut().expect("the screens are open");
        for token in tokens(line) {
            match token {
                Token::Typed(words) => answered(session, words, |session| session.send(words)),
                Token::Key(key) => {
                    press(session, key);
                    self.keys += 1;
                }
            }
        }
    }

    /// The keys since the last number are as many as told.
    #[track_caller]
    fn count(&mut self, told: &str) {
        let keys = std::mem::take(&mut self.keys);
        let plural = if keys == 1 { "" } else { "s" };
        assert_eq!(format!("{keys} key{plural}"), told);
    }
}

/// A part of a line: a key by its name, or what is typed.
enum Token<'a> {
    Key(&'a str),
    Typed(&'a str),
}

fn tokens(line: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let quoted = rest.strip_prefix('"');
        let (token, behind) =
            if let Some((typed, behind)) = quoted.and_then(|it| it.split_once('"')) {
                (Token::Typed(typed), behind)
            } else {
                let (key, behind) = rest.split_once(' ').unwrap_or((rest, ""));
                (Token::Key(key), behind)
            };
        tokens.push(token);
        rest = behind.trim_start();
    }
    tokens
}

#[track_caller]
fn press(session: &mut Session, key: &str) {
    let known = key.strip_prefix('(').and_then(|key| key.strip_suffix(')'));
    if known.is_none() {
        session.until(&format!("the screen names `{key}`"), |session| {
            !session.screen().is_within_a_frame() && names(session.screen(), key)
        });
    }
    let key = known.unwrap_or(key);
    answered(session, key, |session| session.keys(key));
}

/// Does something that the screen must answer.
#[track_caller]
fn answered(session: &mut Session, what: &str, does: impl FnOnce(&mut Session)) {
    let frames = session.screen().frames();
    does(session);
    session.until(&format!("the screen answers `{what}`"), |session| {
        session.screen().frames() > frames
    });
}

/// Whether the screen says that `key` does something now.
fn names(screen: &Screen, key: &str) -> bool {
    let is_sign = key.chars().count() == 1;
    if is_sign && screen.cursor().is_some() {
        return true;
    }
    let rows = screen.rows();
    let last = rows.last().map_or("", String::as_str);
    let edges = rows.iter().filter_map(|row| row.split_once("╰ "));
    let hints = edges.map(|(_, edge)| edge).chain([last]);
    let marked = rows.iter().filter(|row| row.contains('▸'));
    let ends = marked.filter_map(|row| row.trim_end_matches(['│', ' ']).split_whitespace().last());
    let words = rows.iter().flat_map(|row| row.split_whitespace());
    let turned = words.filter(|word| *word != "←" && *word != "→");
    let turned = turned.filter(|word| word.starts_with('←') || word.ends_with('→'));
    let mut names = hints
        .flat_map(str::split_whitespace)
        .chain(ends)
        .chain(turned);
    names.any(|name| is_name(name, key)) || is_choice(&rows, key)
}

/// Whether `name` is how the screens write `key`.
fn is_name(name: &str, key: &str) -> bool {
    if let Some(("1", last)) = name.split_once('-') {
        return key.len() == 1 && ("1"..=last).contains(&key);
    }
    match key {
        "space" => ["space", "空格"].contains(&name),
        "enter" => name == "Enter",
        "esc" => name == "Esc",
        "tab" => name == "Tab",
        "up" => name.contains('↑'),
        "down" => name.contains('↓'),
        "left" => name.starts_with('←'),
        "right" => name.ends_with('→'),
        _ => name == key,
    }
}

/// Whether `key` is the digit of a choice in an open box: its rows begin with one.
fn is_choice(rows: &[String], key: &str) -> bool {
    let is_digit = |char: char| char.is_ascii_digit();
    let is_open = rows.iter().any(|row| row.contains("╰ "));
    let parts = rows.iter().flat_map(|row| row.split('│'));
    let parts = parts.map(|part| part.trim_start_matches(['▸', ' ']));
    let lists = parts.filter(|part| part.starts_with(is_digit));
    let mut words = lists.flat_map(str::split_whitespace);
    is_open && key.len() == 1 && key.starts_with(is_digit) && words.any(|word| word == key)
}

#[cfg(test)]
mod tests {
    use super::names;
    use crate::pty::Screen;

    /// A screen of these rows without a caret.
    fn screen(rows: &[&str]) -> Screen {
        let mut screen = Screen::new(50, 4, true);
        screen.show(format!("\x1b[?25l{}", rows.join("\r\n")).as_bytes());
        screen
    }

    #[track_caller]
    fn assert_names(screen: &Screen, named: &[&str], not: &[&str]) {
        for key in named {
            assert!(names(screen, key), "{key}");
        }
        for key in not {
            assert!(!names(screen, key), "{key}");
        }
    }

    #[test]
    fn keys_are_named_by_the_last_line_by_edges_and_by_the_end_of_the_marked_row() {
        let rows = [
            "│ ▸ Calls 0/10 c │",
            "│ Visits v │",
            "│ ╰ 1-5 decide ─╯",
            " ↑ ↓ choose",
        ];
        let not = ["v", "6", "0", "enter", "left", "Calls"];
        assert_names(&screen(&rows), &["c", "3", "up", "down"], &not);
    }

    #[test]
    fn the_digits_of_a_list_in_a_box_are_choices() {
        let list = [
            "│ Calls 4 │ 1 no time 2 forgot 0 more │ │",
            "│ Visits 5 │▸9 other │",
        ];
        assert_names(&screen(&list), &[], &["1", "9"]);
        let rows = [&list[..], &["│ ╰ Enter save ─╯"]].concat();
        assert_names(&screen(&rows), &["1", "2", "0", "9"], &["3", "4", "5"]);
    }

    #[test]
    fn in_an_open_field_every_sign_may_be_typed_and_no_other_key() {
        let mut open = screen(&["[30"]);
        open.show(b"\x1b[?25h");
        assert_names(&open, &["4", "万"], &["enter"]);
    }
}

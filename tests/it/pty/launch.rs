//! How a session begins, and what keys send.

use std::ffi::OsString;

use pty_process::Size;
use pty_process::blocking::{Command, open};
use tempfile::TempDir;

use super::{Screen, Session, line};

/// A program about to be started: 80×24, in English, with nothing of our own environment.
pub(crate) struct Launch {
    program: OsString,
    arguments: Vec<OsString>,
    variables: Vec<(String, String)>,
    size: (u16, u16),
    answers: bool,
    early: Vec<u8>,
}

impl Launch {
    pub(crate) fn new<A: Into<OsString>>(
        program: impl Into<OsString>,
        arguments: impl IntoIterator<Item = A>,
    ) -> Self {
        let variables = [
            ("TERM", "xterm-256color"),
            ("LANG", "en_US.UTF-8"),
            ("TZ", "UTC"),
        ];
        Self {
            program: program.into(),
            arguments: arguments.into_iter().map(Into::into).collect(),
            variables: variables
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
            size: (80, 24),
            answers: true,
            early: Vec::new(),
        }
    }

    /// The real program.
    pub(crate) fn salesweek<A: Into<OsString>>(arguments: impl IntoIterator<Item = A>) -> Self {
        Self::new(env!("CARGO_BIN_EXE_salesweek"), arguments)
    }

    pub(crate) fn size(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self
    }

    pub(crate) fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    /// In a terminal that answers no question.
    pub(crate) fn unanswered(mut self) -> Self {
        self.answers = false;
        self
    }

    /// With keys typed before the program has begun.
    pub(crate) fn typed_early(mut self, bytes: &str) -> Self {
        self.early = bytes.as_bytes().to_vec();
        self
    }

    pub(crate) fn start(self) -> Session {
        let (columns, rows) = self.size;
        let home = TempDir::new().unwrap();
        let (pty, other_side) = open().unwrap();
        pty.resize(Size::new(rows, columns)).unwrap();
        let before = line(&pty);
        let child = Command::new(self.program)
            .args(self.arguments)
            .env_clear()
            .env("HOME", home.path())
            .envs(self.variables)
            .spawn(other_side)
            .unwrap();
        let mut session = Session {
            pty: Some(pty),
            child,
            screen: Screen::new(columns, rows, self.answers),
            before,
            _home: home,
        };
        session.send(self.early);
        session
    }
}

/// What the terminal sends for a key by name; a text without a name is sent as it stands.
pub(crate) fn key(name: &str) -> Vec<u8> {
    let bytes = match name {
        "space" => " ",
        "enter" => "\r",
        // As newer terminals send it: with more behind it, a lone escape begins a sequence.
        "esc" => "\x1b[27u",
        "tab" => "\t",
        "backtab" => "\x1b[Z",
        "backspace" => "\x7f",
        "delete" => "\x1b[3~",
        "up" => "\x1b[A",
        "down" => "\x1b[B",
        "right" => "\x1b[C",
        "left" => "\x1b[D",
        "home" => "\x1b[H",
        "end" => "\x1b[F",
        "pgup" => "\x1b[5~",
        "pgdn" => "\x1b[6~",
        "f1" => "\x1bOP",
        "shift-left" => "\x1b[1;2D",
        "shift-right" => "\x1b[1;2C",
        "ctrl-left" => "\x1b[1;5D",
        "ctrl-right" => "\x1b[1;5C",
        _ => return control(name).unwrap_or_else(|| name.as_bytes().to_vec()),
    };
    bytes.as_bytes().to_vec()
}

fn control(name: &str) -> Option<Vec<u8>> {
    match name.strip_prefix("ctrl-")?.as_bytes() {
        [letter @ b'a'..=b'z'] => Some(vec![letter & 0x1f]),
        _ => None,
    }
}

#[test]
fn keys_send_what_a_terminal_sends() {
    assert_eq!(key("ctrl-c"), b"\x03");
    assert_eq!(key("shift-left"), b"\x1b[1;2D");
    assert_eq!(key("space"), b" ");
    assert_eq!(key("致电"), "致电".as_bytes());
}

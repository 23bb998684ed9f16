//! How the program ends: the terminal comes back, and a demo leaves nothing behind.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;

use rustix::process::Signal;
use tempfile::TempDir;
use vt100::MouseProtocolMode;

use super::{open, planned, press};
use crate::pty::{Launch, Session};

const DEADLY: [Signal; 3] = [Signal::TERM, Signal::HUP, Signal::INT];

/// Nothing of the screens is left on the terminal.
#[track_caller]
fn assert_given_back(session: &Session) {
    let screen = session.screen().cells();
    assert!(!screen.alternate_screen());
    assert!(!screen.hide_cursor());
    assert!(!screen.bracketed_paste());
    assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
    assert_eq!(session.line(), session.line_before());
}

#[test]
fn quitting_gives_the_terminal_back_from_a_pane_and_from_a_box() {
    let store = planned();
    for (keys, text) in [("1", "1 Goals"), ("2 a", "New task"), ("?", "Help")] {
        let mut session = open(&store, "0/17");
        assert!(session.screen().cells().alternate_screen());
        press(&mut session, keys, text);
        session.keys("ctrl-c");
        assert_eq!(session.wait_exit().code(), Some(0), "{keys}");
        assert_given_back(&session);
    }
}

#[test]
fn a_deadly_signal_gives_the_terminal_back() {
    let store = planned();
    for signal in DEADLY {
        let mut session = open(&store, "0/17");
        session.signal(signal);
        assert_eq!(session.wait_exit().signal(), Some(signal.as_raw()));
        assert_given_back(&session);
    }
}

#[test]
fn a_stop_lends_the_terminal_and_the_screen_comes_back() {
    let store = planned();
    let mut session = open(&store, "0/17");
    session.keys("ctrl-z");
    session.wait_stopped();
    session.wait_for(|screen| !screen.cells().alternate_screen());
    assert_given_back(&session);
    session.signal(Signal::CONT);
    session.wait_for_text("0/17");
    press(&mut session, "c", "1/17");
}

/// A demo whose sample lies in a folder of ours, once it is on the screen.
#[track_caller]
fn demo(temporary: &Path) -> Session {
    let arguments = [
        "--date",
        "2026-11-25T10:00",
        "--lang",
        "en",
        "demo",
        "--weeks",
        "2",
    ];
    let launch = Launch::salesweek(arguments).variable("TMPDIR", temporary.to_str().unwrap());
    let mut session = launch.start();
    session.wait_for_text("running");
    assert_eq!(fs::read_dir(temporary).unwrap().count(), 1);
    session
}

#[test]
fn a_demo_leaves_nothing_behind() {
    let temporary = TempDir::new().unwrap();
    let mut session = demo(temporary.path());
    session.keys("q");
    assert_eq!(session.wait_exit().code(), Some(0));
    assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0);
}

#[test]
fn a_demo_that_is_ended_by_a_signal_leaves_nothing_behind() {
    for signal in DEADLY {
        let temporary = TempDir::new().unwrap();
        let mut session = demo(temporary.path());
        session.signal(signal);
        assert_eq!(session.wait_exit().signal(), Some(signal.as_raw()));
        assert_given_back(&session);
        assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0);
    }
}

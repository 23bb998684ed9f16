//! The screens as a program: what is on the screen is on the disk, and the other way round.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant, SystemTime};

use crate::program::Salesweek;
use crate::pty::{Launch, Session};

/// A store with a target, and the screens open on it.
fn open(program: &Salesweek) -> Session {
    let mut session = Launch::salesweek(program.arguments()).start();
    session.wait_for_text("salesweek");
    session
}

fn with_target() -> Salesweek {
    let program = Salesweek::new();
    assert_eq!(program.run("target calls 50").code, Some(0));
    program
}

/// Every file below a folder with its contents and its time.
fn tree(folder: &Path) -> Vec<(String, Vec<u8>, SystemTime)> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(tree(&path));
        } else {
            let changed = fs::metadata(&path).unwrap().modified().unwrap();
            let name = path.to_string_lossy().into_owned();
            found.push((name, fs::read(&path).unwrap(), changed));
        }
    }
    found.sort();
    found
}

#[test]
fn a_key_counts_on_the_disk() {
    let program = with_target();
    let mut session = open(&program);
    session.keys("c");
    session.wait_for_text("1/17");
    let shown = program.run("show").stdout;
    assert!(shown.contains("1/50"), "{shown}");
    session.keys("q");
    assert!(session.wait_exit().success());
}

#[test]
fn what_a_command_logs_appears_within_a_second_and_the_next_key_keeps_both() {
    let program = with_target();
    let mut session = open(&program);
    assert_eq!(program.run("log calls 3").code, Some(0));
    let logged = Instant::now();
    session.wait_for_text("3/17");
    assert!(logged.elapsed() < Duration::from_secs(1));
    session.keys("c");
    session.wait_for_text("4/17");
}

#[test]
fn a_target_that_was_changed_elsewhere_is_not_undone() {
    let program = with_target();
    let mut session = open(&program);
    session.keys("1 down down down enter 6 0 enter enter");
    session.wait_for_text("0/60");
    assert_eq!(program.run("target calls 55").code, Some(0));
    session.wait_for_text("0/55");
    session.keys("u");
    session.wait_for_text("55 now");
    assert!(program.run("show").stdout.contains("55"));
}

#[test]
fn keys_as_an_input_method_sends_them_are_bytes_like_any_other() {
    let program = with_target();
    let mut session = open(&program);
    session.keys("2 ｃ");
    session.wait_for_text("1/17");
    session.keys("？");
    session.wait_for_text("Help");
    session.keys("esc 【");
    session.wait_for_text("Tue 24");
    session.keys(". 、");
    session.wait_for_text("Find");
    session.keys("esc 0 1 enter");
    session.wait_for_text("2/17");
}

#[test]
fn looking_at_everything_writes_nothing() {
    for program in [Salesweek::new(), with_target()] {
        let before = tree(program.dir());
        let mut session = open(&program);
        session.keys("esc 1 2 3 0 esc a esc i esc ? esc : esc / esc [ ] < > . z z 2 o esc");
        session.keys("1 down enter esc r esc 3 down enter esc");
        session.keys("ctrl-c");
        assert!(session.wait_exit().success());
        assert_eq!(tree(program.dir()), before);
    }
}

#[test]
fn after_the_smallest_size_the_screen_is_the_same_again() {
    let program = with_target();
    let mut session = open(&program);
    session.keys("2");
    session.wait_for_text("2 Today");
    let before = session.screen().text();
    session.resize(1, 1);
    session.wait_for(|screen| screen.rows().len() == 1);
    session.resize(80, 24);
    session.wait_for_text("2 Today");
    assert_eq!(session.screen().text(), before);
}

#[test]
fn the_report_of_the_day_goes_to_the_clipboard() {
    let program = with_target();
    let mut session = open(&program);
    session.keys("2 y");
    session.wait_for(|screen| !screen.clipboard().is_empty());
}

#[test]
fn quitting_gives_the_terminal_back() {
    let program = with_target();
    let mut session = open(&program);
    session.keys("q");
    assert!(session.wait_exit().success());
    assert!(!session.screen().cells().alternate_screen());
    assert!(!session.screen().cells().hide_cursor());
    assert!(!session.screen().cells().bracketed_paste());
}

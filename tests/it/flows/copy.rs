//! The report to the clipboard: through the terminal, and by the system's own program.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use tempfile::TempDir;

use super::{planned, press, quit};
use crate::program::Salesweek;
use crate::pty::{Launch, Session};

/// Programs of the system that there are not.
struct Programs(TempDir);

/// Writes all it reads, and with what it was called, beside itself.
const TAKES: &str = r#"echo "$@" >"$0.called"
while IFS= read -r line; do echo "$line"; done >"$0.part"
echo "$line" >>"$0.part"
while read -r line; do echo "$line"; done <"$0.part" >"$0.text""#;

impl Programs {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn with(self, name: &str, does: &str) -> Self {
        let path = self.path(name);
        fs::write(&path, format!("#!/bin/sh\n{does}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o700)).unwrap();
        self
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// What a program was given, or called with.
    fn read(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.path(name)).ok()
    }

    /// The screens of a store, with these programs on the path and no others.
    fn open(&self, store: &Salesweek, variables: &[&str]) -> Session {
        let launch = Launch::salesweek(store.arguments());
        let launch = launch.variable("PATH", self.0.path().to_str().unwrap());
        let set = |launch: Launch, name: &&str| launch.variable(name, "1");
        let mut session = variables.iter().fold(launch, set).start();
        session.wait_for_text("/17");
        session
    }
}

#[test]
fn the_program_of_the_display_gets_the_report_besides_the_terminal() {
    let store = planned();
    let programs = Programs::new().with("wl-copy", TAKES);
    let mut session = programs.open(&store, &["WAYLAND_DISPLAY"]);
    press(&mut session, "y", "report copied with wl-copy");
    assert!(!session.screen().clipboard().is_empty());
    quit(session);
    let text = programs.read("wl-copy.text").unwrap();
    assert!(text.contains("Calls"), "{text}");
    assert_eq!(programs.read("wl-copy.called").unwrap().trim(), "");
}

#[test]
fn where_one_program_fails_the_next_one_is_asked() {
    let store = planned();
    let programs = Programs::new().with("xclip", "exit 1").with("xsel", TAKES);
    let mut session = programs.open(&store, &["DISPLAY"]);
    press(&mut session, "y", "report copied with xsel");
    quit(session);
    let called = programs.read("xsel.called").unwrap();
    assert_eq!(called.trim(), "--clipboard --input");
}

#[test]
fn a_program_that_fails_is_said() {
    let store = planned();
    let programs = Programs::new().with("wl-copy", "echo noise; exit 1");
    let mut session = programs.open(&store, &["WAYLAND_DISPLAY"]);
    press(&mut session, "y", "wl-copy did not take it");
    quit(session);
}

#[test]
fn over_ssh_and_where_there_is_no_program_the_terminal_alone_is_asked() {
    let store = planned();
    let programs = Programs::new().with("wl-copy", TAKES);
    for variables in [&["SSH_TTY", "WAYLAND_DISPLAY"][..], &["DISPLAY"], &[]] {
        let mut session = programs.open(&store, variables);
        press(&mut session, "y", "report copied through the terminal");
        session.wait_for(|screen| !screen.clipboard().is_empty());
        quit(session);
    }
    assert_eq!(programs.read("wl-copy.called"), None);
}

#[test]
fn a_program_that_hangs_holds_nothing_up() {
    let store = planned();
    let programs = Programs::new().with("wl-copy", "kill -STOP $$");
    let mut session = programs.open(&store, &["WAYLAND_DISPLAY"]);
    press(&mut session, "y c", "1/17");
    quit(session);

    let mut session = programs.open(&store, &["WAYLAND_DISPLAY"]);
    press(&mut session, "y", "wl-copy did not take it");
    // It is not asked again.
    session.keys("y");
    session.wait_for(|screen| {
        let text = screen.text();
        text.contains("copied through the terminal") && !text.contains("wl-copy")
    });
    quit(session);
}

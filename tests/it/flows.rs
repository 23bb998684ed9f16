//! A salesperson's ways through the program, typed into a pseudo-terminal.
//!
//! What was reached is read from the screen, and once more from the store, as `show --json`
//! tells it.

mod copy;
mod ends;
mod find;
mod keys;
mod looking;
mod settings;
mod sizes;
mod together;
mod told;
mod transcript;
mod week;

use serde_json::Value;

use crate::program::Salesweek;
use crate::pty::{Launch, Session};

/// A store on Wednesday with the targets of 50 calls and 5 visits.
fn planned() -> Salesweek {
    let store = Salesweek::new();
    done(&store, "target calls 50");
    done(&store, "target visits 5");
    store
}

/// The screens over a store, once `text` stands there.
#[track_caller]
fn open(store: &Salesweek, text: &str) -> Session {
    let mut session = Launch::salesweek(store.arguments()).start();
    session.wait_for_text(text);
    session
}

/// Types keys and waits until `text` stands on the screen.
#[track_caller]
fn press(session: &mut Session, keys: &str, text: &str) {
    session.keys(keys);
    session.wait_for_text(text);
}

/// Leaves the program.
#[track_caller]
fn quit(mut session: Session) {
    session.keys("ctrl-c");
    assert_eq!(session.wait_exit().code(), Some(0));
}

/// Runs a command that must succeed.
#[track_caller]
fn done(store: &Salesweek, words: &str) -> String {
    let said = store.run(words);
    assert_eq!(said.code, Some(0), "{words}: {}", said.stderr);
    said.stdout
}

/// The week as `show --json` tells it.
#[track_caller]
fn show(store: &Salesweek) -> Value {
    serde_json::from_str(&done(store, "show --json")).unwrap()
}

/// One metric of the week as `show --json` tells it.
#[track_caller]
fn metric(store: &Salesweek, id: &str) -> Value {
    let week = show(store);
    let mut metrics = week["metrics"].as_array().unwrap().iter();
    metrics.find(|metric| metric["id"] == id).unwrap().clone()
}

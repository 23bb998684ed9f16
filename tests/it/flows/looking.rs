//! Looking never writes: what is only looked at keeps its bytes and its times.

use std::fs;

use super::{done, open, planned, press, quit};
use crate::program::Salesweek;
use crate::pty::{Launch, Session};
use crate::store_faults::traces;

/// The way to a row, the keys that open something there, and what then stands on the screen.
const OPENED: [(&str, &str, &str); 21] = [
    ("1", "?", "Help"),
    ("1", ":", "go to Goals"),
    ("1", "/", "Find"),
    ("1 g", "enter", "Market outlook"),
    ("1 g j", "enter", "make it a day off"),
    ("1 g j j", "enter", "[   "),
    ("1 g j j j j j", "enter", "[50"),
    ("1 g j j j j j right right right right", "enter", "[17"),
    ("2 g", "0", "1  Visits"),
    ("2 g", "C", "Count: Calls"),
    ("2 g", "D", "Count: Revenue"),
    ("2 g", "enter", "Count: Visits"),
    ("2 g", "a", "New task"),
    ("2 g", "i", "Something unexpected"),
    ("2 g", "i 1", "take it off"),
    ("2 g", "o", "Close the day"),
    ("2 g j j", "enter", "3  tomorrow"),
    ("2 g j j", "s", "1  no time"),
    ("2 g j j", "m", "1  "),
    ("3 g", "a", "4  start"),
    ("3 g", "s", "1  Seal the week"),
];

/// Goes somewhere, opens something there, and leaves it by Esc.
#[track_caller]
fn look(session: &mut Session, (way, keys, text): (&str, &str, &str)) {
    session.keys(way);
    press(session, keys, text);
    session.keys("esc");
    session.wait_for(|screen| !screen.text().contains(text));
}

#[test]
fn every_screen_and_box_left_by_esc_leaves_the_store_as_it_was() {
    let store = planned();
    done(&store, "add Lin");
    let before = traces(store.dir());
    let mut session = open(&store, "0/17");
    for opened in OPENED {
        look(&mut session, opened);
    }
    press(&mut session, "2 [", "Tue 24");
    press(&mut session, "] ]", "Thu 26");
    press(&mut session, "<", "W47");
    press(&mut session, "> >", "W49");
    press(&mut session, ". 1", "1 Goals");
    press(&mut session, "z y 3", "3 Review");
    quit(session);
    assert_eq!(traces(store.dir()), before);
}

#[test]
fn an_empty_folder_stays_empty() {
    let store = Salesweek::new();
    let mut session = open(&store, "Start");
    look(&mut session, ("1", "?", "Help"));
    look(&mut session, ("1", "0", "1  New customers"));
    look(&mut session, ("1 j", "enter", "[6 "));
    press(&mut session, "esc", "2 Today");
    look(&mut session, ("2", "a", "New task"));
    look(&mut session, ("2", "C", "Count: Calls"));
    look(&mut session, ("2", "i", "Something unexpected"));
    look(&mut session, ("3", "a", "4  start"));
    quit(session);
    assert_eq!(fs::read_dir(store.dir()).unwrap().count(), 0);
}

#[test]
fn screens_over_a_folder_that_is_not_there_do_not_make_it() {
    let store = Salesweek::new();
    let missing = store.dir().join("not/yet");
    let arguments = [
        "--date",
        "2026-11-25",
        "--data-dir",
        missing.to_str().unwrap(),
    ];
    let mut session = Launch::salesweek(arguments).start();
    session.wait_for_text("Start");
    press(&mut session, "esc", "2 Today");
    quit(session);
    assert_eq!(fs::read_dir(store.dir()).unwrap().count(), 0);
}

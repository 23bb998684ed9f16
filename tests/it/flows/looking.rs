//! Looking never writes: what is only looked at keeps its bytes and its times.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::{done, open, planned, press, quit};
use crate::program::Salesweek;
use crate::pty::{Launch, Session};
use crate::store_faults::traces;

/// A box by its type, the way to a row, the keys that open the box there, and what then stands
/// on the screen; of a pane, a field or list of its own.
const OPENED: [(&str, &str, &str, &str); 30] = [
    ("Help", "1", "?", "Help"),
    ("Finder", "1", ":", "go to Goals"),
    ("FindBox", "1", "/", "Find"),
    ("Menu", "1", ",", "1  Language"),
    ("SettingsBox", "1", ", 1", "Review from"),
    ("MetricBox", "1", ", 2 1", "Quotas in steps"),
    ("MetricBox", "1", ", 2 9", "Id, for"),
    ("MarketBox", "1 g", "enter", "Market outlook"),
    ("DayBox", "1 g j", "enter", "as it is"),
    ("Goals", "1 g j j", "enter", "[   "),
    ("Goals", "1 g j j j j j", "enter", "[50"),
    ("WaysBox", "1 g j j j j j", "r", "until Enter"),
    (
        "Menu",
        "1 g j j j j j left",
        "enter",
        "1  make it the focus",
    ),
    (
        "Goals",
        "1 g j j j j j right right right right right",
        "enter",
        "[17",
    ),
    ("CountBox", "2 g", "0", "1  Visits"),
    ("AmountBox", "2 g", "C", "Count: Calls"),
    ("AmountBox", "2 g", "D", "Count: Revenue"),
    ("AmountBox", "2 g", "enter", "Count: Visits"),
    ("QuickBox", "2 g", "a", "New task"),
    ("TaskBox", "2 g", "a tab", "estimate"),
    ("Menu", "2 g", "i", "Something unexpected"),
    ("EventBox", "2 g", "i 1", "take it off"),
    ("CloseDay", "2 g", "o", "Close the day"),
    ("Menu", "2 g j j", "enter", "3  tomorrow"),
    ("Menu", "2 g j j", "s", "1  no time"),
    ("Menu", "2 g j j", "m", "1  "),
    ("Menu", "3 g", "a", "4  lesson: start"),
    ("LineBox", "3 g", "a 1", "[   "),
    ("LineBox", "3 g", "a 5", "[   "),
    ("Menu", "3 g", "s", "1  Seal the week"),
];

/// Those that stand only over other weeks than the planned one.
const ELSEWHERE: [&str; 4] = ["Leave", "OpeningBox", "Reopen", "Whys"];

/// The panes that open nothing by themselves.
const BARE: [&str; 3] = ["Today", "Review", "Unreadable"];

/// Goes somewhere, opens something there, and leaves it by Esc.
#[track_caller]
fn look(session: &mut Session, way: &str, keys: &str, text: &str) {
    session.keys(way);
    press(session, keys, text);
    session.keys("esc");
    session.wait_for(|screen| !screen.text().contains(text));
}

/// The names in `impl Layer for …` and `impl FormBox for …` below a folder.
fn layers_below(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            layers_below(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let names = text.lines().filter_map(|line| {
            let of = |head| line.strip_prefix(head);
            of("impl Layer for ").or_else(|| of("impl FormBox for "))
        });
        found.extend(names.map(|name| name.trim_end_matches(" {").to_owned()));
    }
}

#[test]
fn every_box_that_there_is_is_looked_at() {
    let mut written = BTreeSet::new();
    layers_below(Path::new("src/tui"), &mut written);
    assert!(written.len() > 10, "the boxes were not found: {written:?}");
    let opened = OPENED.iter().map(|(name, ..)| *name);
    let looked = opened.chain(ELSEWHERE).chain(BARE);
    let looked: BTreeSet<_> = looked.map(str::to_owned).collect();
    assert_eq!(looked, written);
}

#[test]
fn every_screen_and_box_left_by_esc_leaves_the_store_as_it_was() {
    let store = planned();
    done(&store, "add Lin");
    let before = traces(store.dir());
    let mut session = open(&store, "0/17");
    for (_, way, keys, text) in OPENED {
        look(&mut session, way, keys, text);
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
fn what_was_missed_is_left_by_esc_as_it_was() {
    let mut store = Salesweek::new();
    store.on("2026-11-20T16:00");
    done(&store, "target calls 50");
    let before = traces(store.dir());
    let mut session = open(&store, "Analysis");
    look(&mut session, "g", "right", "Why? ");
    quit(session);
    assert_eq!(traces(store.dir()), before);
}

#[test]
fn what_earlier_days_left_and_a_sealed_week_are_left_by_esc_as_they_were() {
    let mut store = Salesweek::new();
    store.on("2026-11-20T16:00");
    done(&store, "target calls 50");
    done(&store, "seal");
    store.on("2026-11-23T09:00");
    done(&store, "target calls 50");
    done(&store, "add Lin");
    store.on("2026-11-24T09:00");
    let before = traces(store.dir());
    let mut session = open(&store, "Nothing has been moved");
    session.keys("esc");
    session.wait_for(|screen| !screen.text().contains("Nothing has been moved"));
    look(&mut session, "<", "c", "is sealed.");
    quit(session);
    assert_eq!(traces(store.dir()), before);
}

#[test]
fn a_plan_that_is_not_written_is_asked_about_once_before_it_is_lost() {
    let mut store = Salesweek::new();
    store.on("2026-11-20T16:00");
    done(&store, "target calls 50");
    done(&store, "seal");
    store.on("2026-11-23T09:00");
    let before = traces(store.dir());
    let mut session = open(&store, "plan the week");
    press(&mut session, "j j j j 6 0 enter esc", "60");
    look(&mut session, "tab", "q", "is not written yet");
    press(&mut session, "q", "2  leave without it");
    quit(session);
    assert_eq!(traces(store.dir()), before);
}

#[test]
fn an_empty_folder_stays_empty() {
    let store = Salesweek::new();
    let mut session = open(&store, "Start");
    look(&mut session, "1", "?", "Help");
    look(&mut session, "1", "0", "1  New customers");
    look(&mut session, "1 j", "enter", "[6 ");
    press(&mut session, "esc", "2 Today");
    look(&mut session, "2", "a", "New task");
    look(&mut session, "2", "C", "Count: Calls");
    look(&mut session, "2", "i", "Something unexpected");
    look(&mut session, "3", "a", "4  lesson: start");
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

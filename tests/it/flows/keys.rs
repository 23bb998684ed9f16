//! Keys, as an input method sends them and as fast as fingers are.

use rustix::process::Signal;

use super::{metric, open, planned, press, quit, show};

#[test]
fn full_width_keys_and_digits_do_all_that_matters() {
    let store = planned();
    let mut session = open(&store, "0/17");
    press(&mut session, "ｃ", "1/17");
    press(&mut session, "？", "Help");
    session.keys("esc");
    session.wait_for(|screen| !screen.text().contains("Help"));
    press(&mut session, "【", "Tue 24");
    press(&mut session, "】", "2 Today · Wed 25");
    press(&mut session, "、", "Find");
    session.keys("esc");
    session.wait_for(|screen| !screen.text().contains("Find"));
    press(&mut session, "0 2 enter", "2/17");
    quit(session);
    assert_eq!(metric(&store, "calls")["done"], 2);
    assert_eq!(metric(&store, "visits")["done"], 0);
}

#[test]
fn the_counting_box_takes_row_and_amount_as_digits() {
    let store = planned();
    let mut session = open(&store, "0/17");
    press(&mut session, "0 1 enter", "1/2");
    press(&mut session, "０ ２ １ ２ enter", "12/17");
    quit(session);
    assert_eq!(metric(&store, "visits")["done"], 1);
    assert_eq!(metric(&store, "calls")["done"], 12);
}

#[test]
fn ten_calls_are_there_when_the_program_is_killed_behind_the_tenth() {
    for language in ["en", "zh-CN"] {
        let mut store = planned();
        let mut session = open(store.in_language(language), "0/17");
        press(&mut session, "c c c c c c c c c c", "10/17");
        session.signal(Signal::KILL);
        session.wait_exit();
        assert_eq!(show(&store)["entries"].as_array().unwrap().len(), 10);
        assert_eq!(metric(&store, "calls")["done"], 10);
    }
}

#[test]
fn the_report_of_the_day_goes_to_the_clipboard() {
    let store = planned();
    let mut session = open(&store, "0/17");
    session.keys("y");
    session.wait_for(|screen| !screen.clipboard().is_empty());
}

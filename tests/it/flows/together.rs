//! Screens and commands on one store at the same time.

use super::{done, metric, open, planned, press, quit, show};

#[test]
fn what_a_command_logs_appears_and_the_next_key_keeps_both() {
    let store = planned();
    let mut session = open(&store, "0/17");
    done(&store, "log calls 3");
    session.wait_for_text("3/17");
    press(&mut session, "c", "4/17");
    quit(session);
    assert_eq!(show(&store)["entries"].as_array().unwrap().len(), 2);
    assert_eq!(metric(&store, "calls")["done"], 4);
}

#[test]
fn two_screens_count_into_one_sum() {
    let store = planned();
    let mut one = open(&store, "0/17");
    let mut other = open(&store, "0/17");
    one.keys("c c c");
    other.keys("c c");
    one.wait_for_text("5/17");
    other.wait_for_text("5/17");
    assert_eq!(metric(&store, "calls")["done"], 5);
}

#[test]
fn undo_leaves_what_another_program_has_changed_since() {
    let store = planned();
    let mut session = open(&store, "0/17");
    press(&mut session, "1 j j j enter", "[50");
    press(&mut session, "6 0 enter", "reason");
    press(&mut session, "enter", "0/60");
    done(&store, "target calls 55");
    session.wait_for_text("0/55");
    session.keys("u");
    session.wait_for(|screen| {
        let rows = screen.rows();
        rows.last().is_some_and(|message| message.contains("55"))
    });
    quit(session);
    assert_eq!(metric(&store, "calls")["target"], 55);
}

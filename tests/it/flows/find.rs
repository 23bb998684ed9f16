//! Finding in all weeks, from the key to the row of a week long ago.

use std::fs;

use super::{done, open, planned, press, quit};
use crate::store_faults::traces;

#[test]
fn what_was_written_years_ago_is_found_and_looked_at_and_nothing_is_written() {
    let mut store = planned();
    store.on("2023-12-20");
    done(&store, "target calls 10");
    done(&store, "add Offer-to-Huaxin");
    done(&store, "lesson keep Huaxin-likes-mornings");
    done(&store, "seal --carry none");
    store.on("2026-11-25");
    fs::write(store.dir().join("weeks/2025-W10.json"), "{").unwrap();
    let before = traces(store.dir());

    let mut session = open(&store, "0/17");
    press(&mut session, "/", "not searched: weeks/2025-W10.json:1:");
    press(&mut session, "ＨＵＡＸＩＮ", "2 found");
    press(&mut session, "enter", "▸keep         Huaxin-likes-mornings");
    assert!(session.screen().text().contains("18–24 Dec 2023"));
    session.keys("/");
    session.wait_for_text("Find");
    press(&mut session, "offer", "1 found");
    press(&mut session, "enter", "2 Wed 20 Dec");
    quit(session);
    assert_eq!(traces(store.dir()), before);
}

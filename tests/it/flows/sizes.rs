//! Sizes of the window.

use super::{done, metric, open, planned, press, quit};
use crate::pty::{Launch, Screen, Session};

/// Every cell as it looks: its sign, colours, and whether it is bold, dim or inverse.
fn cells(screen: &Screen) -> Vec<(String, [vt100::Color; 2], [bool; 3])> {
    let screen = screen.cells();
    let (rows, columns) = screen.size();
    let rows = (0..rows.get()).flat_map(|row| (0..columns.get()).map(move |column| (row, column)));
    let cells = rows.filter_map(|(row, column)| screen.cell(row, column));
    let looks = cells.map(|cell| {
        let sign = if cell.has_contents() {
            cell.contents()
        } else {
            " "
        };
        let colours = [cell.fgcolor(), cell.bgcolor()];
        (
            sign.to_owned(),
            colours,
            [cell.bold(), cell.dim(), cell.inverse()],
        )
    });
    looks.collect()
}

/// Makes the window tiny, and as large as it was.
#[track_caller]
fn squeeze(session: &mut Session, (columns, rows): (u16, u16)) {
    let before = cells(session.screen());
    let frames = session.screen().frames();
    session.resize(1, 1);
    session.wait_for(|screen| screen.frames() > frames);
    session.resize(columns, rows);
    session.wait_for(|screen| cells(screen) == before);
}

#[test]
fn a_window_of_one_cell_and_back_shows_the_same_cells() {
    let store = planned();
    done(&store, "add Lin");
    for size in [(80, 24), (120, 40), (200, 50), (40, 12)] {
        let launch = Launch::salesweek(store.arguments()).size(size.0, size.1);
        let mut session = launch.start();
        session.wait_for_text("0/17");
        for (key, text) in [("1", "Outlook"), ("2", "0/17"), ("3", "Insight")] {
            press(&mut session, key, text);
            press(&mut session, "?", "Help");
            squeeze(&mut session, size);
            session.keys("esc");
            session.wait_for(|screen| !screen.text().contains("Help"));
            squeeze(&mut session, size);
        }
        quit(session);
    }
}

#[test]
fn a_day_can_be_worked_in_forty_by_twelve() {
    let store = planned();
    let mut session = open(&store, "0/17");
    session.resize(40, 12);
    press(&mut session, "c c", "2/17");
    press(&mut session, "0 2 3 enter", "5/17");
    press(&mut session, "a Lin enter", "☐");
    press(&mut session, "space", "☑");
    press(&mut session, "1", "5/50");
    press(&mut session, "3", "5");
    press(&mut session, "?", "Help");
    quit(session);
    assert_eq!(metric(&store, "calls")["done"], 5);
    assert_eq!(super::show(&store)["tasks"][0]["state"], "done");
}

#[test]
fn a_window_too_small_says_what_is_needed() {
    let store = planned();
    let mut session = open(&store, "0/17");
    session.resize(39, 12);
    session.wait_for_text("40×12");
    session.resize(40, 11);
    session.wait_for_text("40×12");
    session.resize(40, 12);
    session.wait_for_text("0/17");
}

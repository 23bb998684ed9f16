//! Settings that hold at once, on the terminal itself.

use vt100::MouseProtocolMode;

use super::{done, open, planned, press, quit};

#[test]
fn the_mouse_is_left_to_the_terminal_and_taken_again() {
    let store = planned();
    done(&store, "settings mouse terminal");
    let mut session = open(&store, "0/17");
    let mode = |screen: &crate::pty::Screen| screen.cells().mouse_protocol_mode();
    assert_eq!(mode(session.screen()), MouseProtocolMode::None);
    press(&mut session, ", 1", "Mouse");
    session.keys("down down down down down down down down down left enter");
    session.wait_for(|screen| mode(screen) != MouseProtocolMode::None);
    session.keys("u");
    session.wait_for(|screen| mode(screen) == MouseProtocolMode::None);
    quit(session);
}

#[test]
fn other_signs_are_drawn_at_once() {
    let store = planned();
    let mut session = open(&store, "0/17");
    assert!(!session.screen().text().contains("+-"));
    done(&store, "settings glyphs ascii");
    session.wait_for_text("+-");
    quit(session);
}

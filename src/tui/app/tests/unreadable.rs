//! A week whose file cannot be read is neither shown nor written.

use super::wednesday;
use crate::domain::fixtures::a_week;
use crate::tui::app::harness::Screen;

const WHY: &str =
    "weeks/2026-W48.json:12:9: the file ends in the middle; a write may have been cut off";

fn bad() -> Screen {
    Screen::open(wednesday()).unreadable("2026-W48")
}

fn header(screen: &mut Screen) -> String {
    screen.text().lines().next().unwrap().to_owned()
}

#[test]
fn the_panes_say_what_is_wrong_and_what_helps() {
    bad().shows("unreadable/week");
    bad().chinese().shows("unreadable/week");
    bad().size(120, 40).shows("unreadable/week");
    bad().size(40, 12).chinese().shows("unreadable/week");
}

#[test]
fn it_stays_said_whatever_key_is_pressed() {
    for key in ["j", "1", "3", "?  Esc", "z", "Enter"] {
        let mut screen = bad().keys(key);
        let text = screen.text();
        assert!(text.contains("weeks/2026-W48.json:12:9"), "{key}: {text}");
        assert!(header(&mut screen).ends_with("not readable"), "{key}");
        let figures = ["Start", "Take", "0/", "Calls"];
        assert!(
            figures.iter().all(|figure| !text.contains(figure)),
            "{text}"
        );
    }
}

#[test]
fn an_edit_is_refused_with_the_same_message_and_nothing_is_written() {
    for key in [
        "c", "C", "0", "a", "i", "r", "y", "2 space", "1 Enter", "3 s", "3 a",
    ] {
        let mut screen = bad();
        let before = screen.books();
        let mut screen = screen.keys(key);
        let said = screen.footer();
        assert!(WHY.starts_with(said.trim_end_matches('…')), "{key}: {said}");
        assert!(!header(&mut screen).contains("NOT SAVED"), "{key}");
        assert_eq!(screen.books(), before, "{key}");
    }
}

#[test]
fn other_weeks_work_as_always() {
    let mut screen = bad().keys("> 1 g Enter");
    assert!(screen.on_disk().has_targets(), "{}", screen.text());
    let mut screen = screen.keys("<");
    assert!(screen.text().contains("W48.json"), "{}", screen.text());
}

#[test]
fn once_the_file_is_good_again_the_week_is_there() {
    let mut screen = bad().keys("2").repaired();
    assert!(screen.text().contains("6/10"), "{}", screen.text());
    assert!(header(&mut screen).ends_with("running"));
}

#[test]
fn a_bad_file_beside_an_empty_week_is_no_first_start() {
    let week = a_week("2026-W47").target("calls", 50);
    let mut screen = Screen::open(week).unreadable("2026-W47").keys("1");
    assert!(!screen.text().contains("Start"), "{}", screen.text());
}

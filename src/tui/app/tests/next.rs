//! What is to be done now: the line, and the key that goes there.

use super::wednesday;
use crate::domain::Weekday::{Mon, Wed};
use crate::domain::fixtures::a_week;
use crate::tui::app::harness::Screen;

fn line(screen: Screen) -> String {
    let text = { screen }.text();
    let mut lines = text.lines();
    let found = lines.find(|line| line.starts_with("│ next") || line.starts_with("│ 下一步"));
    let found = found.unwrap_or_default();
    let found = found.trim_matches(['│', ' ']);
    found.trim_end_matches("ctrl-n").trim_end().to_owned()
}

#[test]
fn today_begins_with_what_comes_next_and_why() {
    let at = |moment| line(Screen::open(wednesday()).at(moment).keys("2"));
    for (moment, expected) in [
        ("2026-11-25 09:00", "first today"),
        ("2026-11-25 10:18", "in 12 minutes"),
        ("2026-11-25 10:29", "in 1 minute"),
        ("2026-11-25 11:00", "its time has come"),
    ] {
        let what = "next  10:30 A Call Lin about the delivery, Huaxin";
        assert_eq!(at(moment), format!("{what} · {expected}"));
    }
}

#[test]
fn it_is_said_in_chinese() {
    let screen = Screen::open(wednesday()).chinese();
    let line = line(screen.at("2026-11-25 10:18").keys("2"));
    assert!(line.starts_with("下一步  10:30 A"), "{line}");
    assert!(line.ends_with("12 分钟后"), "{line}");
}

#[test]
fn a_minute_that_brings_the_task_nearer_draws_the_line_anew() {
    let screen = Screen::open(wednesday()).at("2026-11-25 10:18").keys("2");
    let mut app = screen.into_app();
    app.take_dirty();
    app.tick(crate::domain::fixtures::at("2026-11-25 10:19"));
    assert!(app.take_dirty());
}

#[test]
fn without_tasks_the_emptiest_counter_comes_next_and_then_nothing() {
    let week = || {
        a_week("2026-W48")
            .target("calls", 50)
            .entry("calls", 20, Mon)
    };
    let open = line(Screen::open(week()).keys("2"));
    assert_eq!(open, "next  Calls 10 to go");
    let full = week().entry("calls", 10, Wed);
    assert_eq!(
        line(Screen::open(full).keys("2")),
        "next  all done for today"
    );
}

#[test]
fn the_line_goes_where_it_would_crowd_and_on_other_days() {
    let screen = || Screen::open(wednesday()).keys("2");
    assert_eq!(line(screen().size(80, 16)), "");
    assert_eq!(line(screen().keys("[")), "");
    assert_eq!(line(screen().keys("]")), "");
}

#[test]
fn a_key_goes_there_from_everywhere() {
    let mut screen = Screen::open(wednesday()).keys("1 < ctrl-n space");
    let week = screen.on_disk();
    let id = crate::domain::fixtures::task_id("Call Lin about the delivery");
    assert!(!week.task(id).unwrap().is_open());
}

#[test]
fn the_line_names_its_key_where_nothing_is_cut_for_it() {
    let names_it = |screen: Screen| {
        let text = { screen }.text();
        text.lines().any(|line| line.ends_with("ctrl-n │"))
    };
    let titled = |title| Screen::open(a_week("2026-W48").task(title, Wed));
    assert!(names_it(titled("Call Lin").keys("2")));
    assert!(names_it(titled("Call Lin").chinese().keys("2")));
    let long = "Call Lin about the delivery of the samples that Huaxin asked for";
    assert!(!names_it(titled(long).keys("2")));
}

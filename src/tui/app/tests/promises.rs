//! Other programs, clocks, input methods and disks that fail.

use super::wednesday;
use crate::domain::Weekday::Wed;
use crate::domain::change::{ActivityChange, Change};
use crate::domain::fixtures::{entry, metric, week_id};
use crate::store::{FolderError, StoreError};
use crate::tui::app::harness::Screen;

fn calls(screen: &mut Screen) -> i64 {
    screen.on_disk().done(&metric("calls")).units()
}

fn logged_elsewhere() -> Change {
    let week = week_id("2026-W48");
    let entry = entry(99, "calls", 3, week.day(Wed));
    Change::Week(week, ActivityChange::Log(entry).into())
}

#[test]
fn keys_pressed_while_another_program_writes_are_kept_in_order() {
    let screen = Screen::open(wednesday())
        .keys("2")
        .busy(true)
        .keys("c v c u");
    let mut waiting = screen;
    assert_eq!(calls(&mut waiting), 27);
    let mut screen = waiting.busy(false);
    assert_eq!(calls(&mut screen), 28);
    assert_eq!(screen.footer(), "undone: +1 Calls, Wed 25 Nov");
}

#[test]
fn after_a_second_the_footer_says_that_another_program_is_waited_for() {
    let screen = Screen::open(wednesday()).keys("2").busy(true).keys("c");
    let mut screen = screen.passes(0.9);
    assert!(!screen.footer().contains("waiting"), "{}", screen.footer());
    let mut screen = screen.passes(0.2);
    let said = "waiting for another salesweek … Esc gives up";
    assert_eq!(screen.footer(), said);
    let mut screen = screen.keys("v").passes(3.5);
    assert_eq!(screen.footer(), said);
    let mut screen = screen.busy(false);
    assert_eq!(screen.footer(), "+1 Visits, Wed 25 Nov");
    assert_eq!(calls(&mut screen), 28);
}

#[test]
fn after_five_seconds_it_gives_up_by_itself() {
    let screen = Screen::open(wednesday()).busy(true).keys("c v");
    let mut screen = screen.passes(5.1);
    assert!(screen.footer().contains("in use"), "{}", screen.footer());
    let mut screen = screen.busy(false);
    assert_eq!(calls(&mut screen), 27);
}

#[test]
fn a_paste_while_another_program_writes_keeps_its_place_among_the_keys() {
    let screen = Screen::open(wednesday()).keys("2").busy(true).keys("c a");
    let mut screen = screen.paste("Visit Yunfeng").keys("Enter").busy(false);
    let tasks = screen.on_disk().tasks;
    assert!(tasks.iter().any(|task| task.title == "Visit Yunfeng"));
}

#[test]
fn esc_gives_up_waiting_and_nothing_is_done() {
    let mut screen = Screen::open(wednesday())
        .busy(true)
        .keys("c v Esc")
        .busy(false);
    assert_eq!(calls(&mut screen), 27);
    assert!(screen.text().contains("in use"), "{}", screen.text());
}

#[test]
fn what_cannot_be_saved_is_said_until_something_is() {
    let failed = StoreError::Folder(FolderError::InUse);
    let mut screen = Screen::open(wednesday()).broken(Some(failed)).keys("c");
    assert_eq!(calls(&mut screen), 27);
    assert!(screen.footer().starts_with("not saved"));
    let header = |screen: &mut Screen| screen.text().lines().next().unwrap().to_owned();
    let mut screen = screen.keys("j");
    assert!(header(&mut screen).ends_with("NOT SAVED"));
    let mut screen = screen.broken(None).keys("c");
    assert!(!header(&mut screen).contains("NOT SAVED"));
}

#[test]
fn a_failed_edit_keeps_what_was_typed() {
    let failed = StoreError::Folder(FolderError::InUse);
    let screen = Screen::open(wednesday()).broken(Some(failed)).keys("C");
    let mut screen = screen.types("5").keys("Enter");
    assert!(screen.text().contains("[5"));
    let mut screen = screen.broken(None).keys("Enter");
    assert_eq!(calls(&mut screen), 32);
}

#[test]
fn an_outside_edit_appears_and_the_next_key_keeps_both() {
    let mut screen = Screen::open(wednesday())
        .keys("2")
        .elsewhere(logged_elsewhere());
    assert!(screen.text().contains("9/10"));
    let mut screen = screen.keys("c");
    assert_eq!(calls(&mut screen), 31);
}

#[test]
fn an_outside_edit_keeps_what_is_being_typed() {
    let screen = Screen::open(wednesday()).keys("2 a").types("Visit");
    let mut screen = screen.elsewhere(logged_elsewhere()).types(" Yunfeng");
    assert!(screen.text().contains("Visit Yunfeng"));
}

#[test]
fn midnight_moves_the_view_only_if_it_stood_on_today() {
    let mut screen = Screen::open(wednesday()).keys("2").at("2026-11-26 00:00");
    assert!(screen.text().contains("2 Today · Thu 26"));
    let mut screen = Screen::open(wednesday()).keys("2 [").at("2026-11-26 00:00");
    assert!(screen.text().contains("2 Tue 24 Nov"));
}

#[test]
fn an_open_field_still_means_its_own_day_after_midnight() {
    let screen = Screen::open(wednesday()).keys("C").at("2026-11-26 00:00");
    let mut screen = screen.types("4").keys("Enter");
    let done = screen.on_disk().done_by_day(&metric("calls"));
    assert_eq!(done[Wed].units(), 10);
}

#[test]
fn keys_as_an_input_method_sends_them_mean_what_they_show() {
    let mut screen = Screen::open(wednesday()).keys("2 ｃ");
    assert_eq!(calls(&mut screen), 28);
    let mut screen = screen.keys("【");
    assert!(screen.text().contains("Tue 24"));
    let mut screen = screen.keys("？");
    assert!(screen.text().contains("Help"));
    let mut screen = screen.keys("Esc 、");
    assert!(screen.text().contains("Find"));
}

#[test]
fn a_chinese_character_outside_a_field_says_once_why_nothing_happens() {
    let mut screen = Screen::open(wednesday()).keys("2 打");
    assert!(
        screen.footer().contains("input method"),
        "{}",
        screen.footer()
    );
    let mut screen = screen.keys("打");
    assert!(!screen.footer().contains("input method"));
}

#[test]
fn a_paste_outside_a_field_does_nothing() {
    let mut screen = Screen::open(wednesday()).keys("2").paste("ccc");
    assert_eq!(calls(&mut screen), 27);
}

#[test]
fn a_pasted_escape_is_refused() {
    let screen = Screen::open(wednesday()).keys("2 a").paste("a\u{1b}[2Jb");
    let mut screen = screen;
    assert!(screen.footer().contains("cannot stand in a text"));
}

#[test]
fn looking_changes_nothing() {
    let mut screen = Screen::open(wednesday());
    let before = screen.books();
    let mut screen = screen.keys(
        "1 2 3 0 Esc C Esc a Esc i Esc Esc ? Esc : Esc / Esc 2 Enter Esc s Esc m Esc o Esc < > [ ] . z z",
    );
    assert_eq!(screen.books(), before);
}

//! Entries for a day that is over: by walking there, and by naming it.

use super::wednesday;
use crate::domain::Weekday::{Mon, Tue};
use crate::domain::fixtures::{amount, metric, week_id};
use crate::tui::app::harness::Screen;

/// What a metric has on a day of the week.
fn on(screen: &mut Screen, id: &str, day: crate::domain::Weekday) -> crate::domain::Amount {
    screen.on_disk().done_by_day(&metric(id))[day]
}

#[test]
fn a_letter_counts_on_the_day_walked_to() {
    let mut screen = Screen::open(wednesday()).keys("2 [ [ c");
    assert_eq!(on(&mut screen, "calls", Mon), amount(13));
    assert_eq!(screen.footer(), "+1 Calls, Mon 23 Nov");
    assert_eq!(screen.keys("u").footer(), "undone: +1 Calls, Mon 23 Nov");
}

#[test]
fn a_week_before_takes_an_entry_too() {
    let mut screen = Screen::open(wednesday()).keys("2 < c");
    assert_eq!(screen.footer(), "+1 Calls, Wed 18 Nov");
    let week = screen.books().week(week_id("2026-W47"));
    assert_eq!(week.entries.len(), 1);
}

#[test]
fn an_amount_names_its_day_in_both_languages() {
    let typed = |text: &str| Screen::open(wednesday()).keys("2 C").types(text);
    let mut screen = typed("5 mon");
    assert!(
        screen.text().contains("Day: Mon 23 Nov"),
        "{}",
        screen.text()
    );
    let mut screen = screen.keys("Enter");
    assert_eq!(on(&mut screen, "calls", Mon), amount(17));
    assert_eq!(screen.footer(), "+5 Calls, Mon 23 Nov");
    let mut screen = typed("=14 周二").keys("Enter");
    assert_eq!(on(&mut screen, "calls", Tue), amount(14));
}

#[test]
fn the_counting_box_says_all_of_what_is_wrong() {
    let screen = Screen::open(wednesday()).keys("0 4").types("calls");
    let text = screen.keys("Enter").text();
    assert!(text.contains("write one like"), "{text}");
    assert!(text.contains("50万"), "{text}");
}

#[test]
fn the_counting_box_takes_a_day_as_well() {
    // The fourth row is calls.
    let screen = Screen::open(wednesday()).chinese().keys("0 4");
    let mut screen = screen.types("5 周一");
    assert!(
        screen.text().contains("日期：周一 11月23日"),
        "{}",
        screen.text()
    );
    let mut screen = screen.keys("Enter");
    assert_eq!(on(&mut screen, "calls", Mon), amount(17));
    assert_eq!(screen.footer(), "电话 +5，周一 11月23日");
}

#[test]
fn the_day_that_is_offered_is_over() {
    for (moment, keys, offered) in [
        ("2026-11-25 09:00", "2 C", "5 tue for that day"),
        ("2026-11-23 09:00", "2 C", "5 yesterday for that day"),
        ("2026-11-25 09:00", "2 [ [ C", "5 tue for that day"),
    ] {
        let mut screen = Screen::open(wednesday()).at(moment).keys(keys);
        let text = screen.text();
        assert!(text.contains(offered), "{text}");
    }
    let monday = Screen::open(wednesday()).at("2026-11-23 09:00");
    let mut screen = monday.keys("2 C").types("5 yesterday").keys("Enter");
    assert_eq!(screen.footer(), "+5 Calls, Sun 22 Nov");
}

#[test]
fn a_day_to_come_is_refused_and_what_was_typed_stays() {
    let mut screen = Screen::open(wednesday())
        .keys("C")
        .types("5 fri")
        .keys("Enter");
    assert_eq!(screen.footer(), "Fri 27 Nov is still to come");
    assert!(screen.text().contains("[5 fri"));
}

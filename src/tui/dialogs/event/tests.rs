//! What the box of an event shows while it is typed.

use crate::domain::Weekday::{Mon, Sat, Tue, Wed};
use crate::domain::change::Books;
use crate::domain::fixtures::{Planned, a_week, week_id};
use crate::tui::app::harness::Screen;

/// Revenue of 312,000 booked out of 500,000, on Wednesday.
fn booked() -> Planned {
    a_week("2026-W48")
        .target("revenue", 50_000_000)
        .target("calls", 50)
        .entry("revenue", 14_000_000, Mon)
        .entry("revenue", 13_900_000, Tue)
        .entry("revenue", 3_300_000, Wed)
        .entry("calls", 12, Mon)
        .entry("calls", 9, Tue)
        .build()
}

/// The box of a cancelled order.
fn cancelled() -> Screen {
    let screen = Screen::open(booked()).at("2026-11-25 13:20");
    screen.keys("1 i 1")
}

fn cancelled_in_chinese() -> Screen {
    let screen = Screen::open(booked()).at("2026-11-25 13:20").chinese();
    screen.keys("1 i 1")
}

/// The lines between the form and the keys of the box, without the frame.
#[track_caller]
fn figures(screen: &mut Screen) -> Vec<String> {
    let text = screen.text();
    let lines = text.lines().filter_map(|line| {
        let (_, rest) = line.split_once('│')?;
        let (_, inside) = rest.split_once('│')?;
        let (inside, _) = inside.split_once('│')?;
        let words: Vec<_> = inside.split_whitespace().collect();
        Some(words.join(" "))
    });
    let lines: Vec<_> = lines.collect();
    let head = lines.iter().position(|line| line.starts_with("before"));
    lines[head.expect(&text)..].to_vec()
}

fn untouched(screen: &mut Screen) -> bool {
    let books: Books = booked().books();
    screen.books() == books
}

#[test]
fn the_week_after_the_event_stands_beside_the_one_now() {
    let mut screen = cancelled().types("12万");
    let shown = figures(&mut screen);
    assert_eq!(
        shown,
        [
            "before after",
            "Revenue 31.2万, 62% 19.2万, 38%",
            "lead ▴ 0.8 days ▾ 0.4 days",
            "to go 18.8万 30.8万",
            "a day 7.36万 11.3万",
        ]
    );
    assert!(untouched(&mut screen));
}

#[test]
fn each_key_makes_another_week() {
    let mut screen = cancelled().types("1");
    assert_eq!(figures(&mut screen)[3], "to go 18.8万 18.8万");
    let mut screen = screen.types("2");
    assert_eq!(figures(&mut screen)[3], "to go 18.8万 18.8万");
    let mut screen = screen.types("万");
    assert_eq!(figures(&mut screen)[3], "to go 18.8万 30.8万");
    let mut screen = screen.keys("Backspace Backspace Backspace");
    assert_eq!(figures(&mut screen)[3], "to go 18.8万");
}

#[test]
fn what_is_not_taken_off_changes_no_figure() {
    let mut screen = cancelled().types("12万").keys("Tab Tab Tab space");
    let shown = figures(&mut screen);
    assert_eq!(shown[3], "to go 18.8万 18.8万");
    assert_eq!(shown[5], "noted only: no figure changes");
}

#[test]
fn enter_goes_from_the_amount_to_the_text_and_says_so() {
    for (screen, goes_on, leads_out) in [
        (cancelled(), "Enter next field", "Enter ways out"),
        (cancelled_in_chinese(), "Enter 下一栏", "Enter 应对  "),
    ] {
        let mut screen = screen.types("12万");
        assert!(screen.text().contains(goes_on), "{}", screen.text());
        let mut screen = screen.keys("Enter").types("Huaxin");
        assert!(screen.text().contains("[Huaxin "), "{}", screen.text());
        assert!(screen.text().contains(leads_out), "{}", screen.text());
        assert!(untouched(&mut screen));
    }
}

#[test]
fn an_amount_that_cannot_be_read_is_not_passed_by() {
    let mut screen = cancelled().types("12x").keys("Enter");
    let text = screen.text();
    assert!(text.contains("[12x "), "{text}");
}

#[test]
fn an_amount_that_cannot_be_read_leads_to_nothing_yet() {
    let mut screen = cancelled().types("12x");
    assert_eq!(figures(&mut screen)[3], "to go 18.8万");
}

#[test]
fn another_metric_has_figures_of_its_own() {
    // The third choice behind revenue is calls: 21 of 50, 29 in three days.
    let mut screen = cancelled()
        .keys("Tab Tab Right Right")
        .keys("Up Up")
        .types("4");
    assert_eq!(
        figures(&mut screen),
        [
            "before after",
            "Calls 21, 42% 17, 34%",
            "lead ▴ 0.1 days ▾ 0.3 days",
            "to go 29 33",
            "a day 9.7 11",
        ]
    );
}

#[test]
fn without_a_metric_the_box_says_that_no_figure_changes() {
    let mut screen = Screen::open(booked()).keys("1 i 5");
    let said = "without metric and amount no figure changes";
    assert!(screen.text().contains(said), "{}", screen.text());
}

#[test]
fn an_event_that_hits_a_target_leads_to_its_ways_out_without_an_amount_too() {
    let screen = Screen::open(booked()).keys("1 i 2").types("cheaper offers");
    let mut screen = screen.keys("Tab Right Right Right Right");
    assert!(
        screen.text().contains("Enter ways out"),
        "{}",
        screen.text()
    );
    let mut screen = screen.keys("Enter");
    assert!(screen.text().contains("1-5 choose"), "{}", screen.text());
    assert!(!screen.text().contains("take it off"), "{}", screen.text());
    let mut screen = screen.keys("Up space");
    assert!(screen.text().contains("▸1  Keep it"), "{}", screen.text());
    let mut screen = screen.keys("3 Enter");
    let saturday = week_id("2026-W48").day(Sat);
    assert!(
        screen
            .books()
            .settings
            .calendar
            .days
            .contains_key(&saturday)
    );
    assert_eq!(screen.on_disk().events.len(), 1);
}

#[test]
fn the_box_is_drawn_in_both_languages() {
    cancelled().types("12万").shows("boxes/event_typed");
    let chinese = Screen::open(booked()).chinese().at("2026-11-25 13:20");
    let chinese = chinese.keys("1 i 1").types("12万");
    chinese.shows("boxes/event_typed");
}

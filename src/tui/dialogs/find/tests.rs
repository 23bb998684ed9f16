//! Finding, by keys.

use super::draw::{excerpt, marked};
use crate::domain::Weekday::{Fri, Mon, Tue, Wed};
use crate::domain::change::Books;
use crate::domain::fixtures::{WeekBuilder, a_week};
use crate::domain::{EventKind, LessonKind, Query};
use crate::tui::app::harness::Screen;

/// This week.
fn this() -> WeekBuilder {
    let week = a_week("2026-W48").target("calls", 50);
    let week = week.task("Visit Huaxin, quote", Wed);
    week.task_with("拜访华信", Some(Tue), |task| {
        task.customer = Some("华信科技 Huaxin".to_owned());
    })
    .entry_with("calls", 1, Tue, |entry| {
        entry.customer = Some("Huaxin".to_owned());
        entry.note = Some("wants a sample".to_owned());
    })
    .event(EventKind::OrderCancelled, "Huaxin cancelled", Mon)
}

/// Long ago, and sealed.
fn long_ago() -> WeekBuilder {
    let week = a_week("2024-W10").target("calls", 50);
    let week = week.done("Offer for HUAXIN", Fri);
    let week = week.event(EventKind::Other, "Huaxin has moved", Tue);
    let week = week.lesson(LessonKind::Keep, "call huaxin before ten");
    week.improvement("Ｈｕａｘｉｎ: quote at once", None)
        .sealed()
}

fn books() -> Books {
    let mut books = this().build().books();
    books.insert(long_ago().build().week);
    books
}

fn found(typed: &str) -> Screen {
    Screen::on(books()).keys("Esc 1 /").types(typed)
}

/// The line of the box, or of a pane, that is selected.
fn selected(screen: &mut Screen) -> String {
    let text = screen.text();
    let line = text.lines().find(|line| line.contains('▸'));
    line.unwrap_or_else(|| panic!("nothing is selected:\n{text}"))
        .to_owned()
}

#[test]
fn what_was_found_says_what_it_is_and_when_in_both_languages() {
    for (width, height) in [(80, 24), (120, 40), (40, 12)] {
        let screen = || Screen::on(books()).size(width, height);
        let find = "Esc 1 /";
        screen().keys(find).shows("boxes/find");
        screen().keys(find).types("huaxin").shows("boxes/found");
        let chinese = screen().chinese().keys(find);
        chinese.types("ｈｕａｘｉｎ").shows("boxes/found");
    }
}

#[test]
fn enter_goes_to_the_row_of_its_week() {
    let cases = [
        ("visit", "Visit Huaxin, quote", "W48 ·"),
        ("拜访", "拜访华信", "Tue 24"),
        ("sample", "Calls", "Tue 24"),
        ("cancelled", "order cancelled", "3 Review · week 48"),
        ("offer", "Offer for HUAXIN", "Fri 8"),
        ("moved", "Huaxin has moved", "3 Review · week 10"),
        ("ten", "call huaxin before ten", "3 Review · week 10"),
        ("at once", "quote at once", "3 Review · week 10"),
    ];
    for (typed, row, place) in cases {
        let mut screen = found(typed).keys("Enter");
        let line = selected(&mut screen);
        assert!(line.contains(row), "{typed}: {line}");
        assert!(screen.text().contains(place), "{typed}: {}", screen.text());
    }
}

#[test]
fn what_was_good_is_seen_on_its_day() {
    let week = a_week("2026-W47").target("calls", 50).closed(Tue, 4);
    let mut planned = week.wins(Tue, &["Huaxin ordered", "a referral"]).build();
    for closed in planned.week.closed.values_mut() {
        closed.worked = Some("early calls".to_owned());
    }
    for typed in ["referral", "early"] {
        let mut screen = Screen::on(planned.books()).keys("Esc 1 /").types(typed);
        let text = screen.text();
        assert!(text.contains("1 found"), "{text}");
        let text = screen.keys("Enter").text();
        assert!(text.contains("2 Tue 17 Nov"), "{text}");
        assert!(text.contains("worked: early calls"), "{text}");
        assert!(text.contains("wins: Huaxin ordered; a referral"), "{text}");
    }
}

#[test]
fn the_arrows_walk_the_found_and_typing_begins_anew() {
    let mut screen = found("huaxin").keys("Down");
    let second = selected(&mut screen);
    assert!(second.contains("拜访华信"), "{second}");
    screen = screen.types(" quote");
    let first = selected(&mut screen);
    assert!(first.contains("Visit Huaxin, quote"), "{first}");
}

#[test]
fn a_click_selects_and_a_second_one_goes_there() {
    let mut screen = found("huaxin").click_on("Huaxin has moved");
    let line = selected(&mut screen);
    assert!(line.contains("2024-W10"), "{line}");
    let text = screen.click_on("Huaxin has moved").text();
    assert!(text.contains("3 Review · week 10"), "{text}");
}

#[test]
fn where_nothing_is_found_it_says_what_to_do() {
    let text = found("nobody").text();
    assert!(text.contains("0 found"), "{text}");
    assert!(text.contains("fewer or shorter words"), "{text}");
    let text = Screen::on(Books::new(crate::domain::fixtures::settings()))
        .keys("Esc 2 /")
        .text();
    assert!(text.contains("nothing is written down yet"), "{text}");
}

#[test]
fn while_older_weeks_are_read_it_says_so_and_shows_what_has_come() {
    let mut screen = Screen::on(books()).browsing(true).keys("Esc 1 /");
    let text = screen.text();
    assert!(text.contains("reading older weeks · 8 found"), "{text}");
    screen = screen.types("nobody");
    let text = screen.text();
    assert!(!text.contains("fewer or shorter words"), "{text}");
    let text = screen.browsing(false).text();
    assert!(text.contains("fewer or shorter words"), "{text}");
}

#[test]
fn a_file_that_cannot_be_read_is_said_once_and_the_rest_is_found() {
    let screen = || Screen::on(books()).unreadable("2024-W10").keys("Esc 1 /");
    let text = screen().types("huaxin").text();
    assert!(text.contains("4 found"), "{text}");
    let said = text
        .matches("not searched: weeks/2024-W10.json:12:9")
        .count();
    assert_eq!(said, 1, "{text}");
    // Also where the week that is looked at is the bad one.
    let text = Screen::on(books())
        .unreadable("2026-W48")
        .keys("Esc 1 /")
        .text();
    assert!(text.contains("Offer for HUAXIN"), "{text}");
}

#[test]
fn what_was_looked_for_is_marked() {
    let query = Query::new("xin");
    let style = ratatui::style::Style::new().bold();
    let spans = marked("Visit Huaxin, quote", &query, style);
    let spans: Vec<_> = spans
        .iter()
        .map(|span| (span.content.as_ref(), span.style == style))
        .collect();
    assert_eq!(
        spans,
        [("Visit Hua", false), ("xin", true), (", quote", false)]
    );
}

#[test]
fn a_long_line_is_cut_around_what_was_looked_for() {
    let text = "the customer wants a sample of the new series before Friday";
    let cut = |typed: &str| excerpt(text, &Query::new(typed), 20);
    assert_eq!(cut(""), "the customer wants …");
    assert_eq!(cut("wants"), "the customer wants …");
    assert_eq!(cut("series"), "…e new series befor…");
    assert_eq!(cut("friday"), "…eries before Friday");
}

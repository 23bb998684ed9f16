//! The box of a day, by keys.

use crate::domain::Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};
use crate::domain::change::Books;
use crate::domain::fixtures::{WeekBuilder, a_week, week_id};
use crate::domain::{Weekday, Weight};
use crate::tui::app::harness::Screen;

/// Calls 21 of 50 on Wednesday morning: 29 for three days.
fn running() -> WeekBuilder {
    a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 12, Mon)
        .entry("calls", 9, Tue)
}

/// The box of Thursday.
fn thursday() -> Screen {
    Screen::open(running().build()).keys("1 g j Right Enter")
}

/// The line of a screen that begins with a text, without the frames.
#[track_caller]
fn line(screen: &mut Screen, beginning: &str) -> String {
    let text = screen.text();
    let mut lines = text.lines().map(|line| {
        let inside = line.trim_matches(['│', ' ']);
        inside.split_whitespace().collect::<Vec<_>>().join(" ")
    });
    let found = lines.find(|line| line.starts_with(beginning));
    found.unwrap_or_else(|| panic!("no `{beginning}` on:\n{text}"))
}

/// What a day was made, if it was given a length of its own.
fn own(screen: &mut Screen, day: Weekday) -> Option<Weight> {
    let days = screen.books().settings.calendar.days;
    let day = week_id("2026-W48").day(day);
    days.get(&day).map(|own| own.weight)
}

#[test]
fn each_choice_shows_what_a_day_would_owe() {
    let cases = [
        ("", "Calls 9.7 on pace"),
        ("1", "Calls 9.7 → 14.5 on pace"),
        ("2", "Calls 9.7 → 11.6 on pace"),
        ("1 3", "Calls 9.7 on pace"),
        ("Up", "Calls 9.7 → 11.6 on pace"),
        ("Up Up", "Calls 9.7 → 14.5 on pace"),
        ("Right Right 3", "Calls 9.7 → 7.3 on pace"),
        ("Right Right 2", "Calls 9.7 → 8.3 on pace"),
    ];
    for (keys, figures) in cases {
        let mut screen = thursday().keys(keys);
        assert_eq!(line(&mut screen, "Calls 9.7"), figures, "{keys}");
        assert!(screen.books() == running().build().books(), "{keys}");
    }
}

#[test]
fn enter_writes_the_choice_and_one_undo_takes_it_back() {
    for (keys, day, weight) in [
        ("1 Enter", Thu, Weight::OFF),
        ("2 Enter", Thu, Weight::HALF),
        ("Right Right 3 Enter", Sat, Weight::FULL),
        ("Right 2 Enter", Fri, Weight::HALF),
    ] {
        let mut screen = thursday().keys(keys);
        assert_eq!(own(&mut screen, day), Some(weight), "{keys}");
        let mut undone = screen.keys("u");
        assert_eq!(own(&mut undone, day), None, "{keys}");
    }
}

#[test]
fn esc_leaves_all_as_it_is_and_so_does_enter_on_what_is() {
    for keys in ["1 Esc", "Enter", "1 3 Enter", "Right Right 3 Esc"] {
        let mut screen = thursday().keys(keys);
        assert!(screen.books() == running().build().books(), "{keys}");
        assert!(!screen.text().contains("as it is"), "{}", screen.text());
    }
}

#[test]
fn a_day_of_another_length_can_stay_so() {
    let week = running().settings(|settings| {
        let own = crate::domain::OwnDay {
            weight: Weight::new(80).unwrap(),
            why: None,
        };
        let thursday = week_id("2026-W48").day(Thu);
        settings.calendar.days.insert(thursday, own);
    });
    let screen = Screen::open(week.build()).keys("1 g j Right Enter");
    let mut screen = screen.keys("3");
    assert_eq!(line(&mut screen, "4"), "4 80% (as it is)");
    // 29 for 2.8 days; the week has 4.8.
    assert_eq!(line(&mut screen, "Calls"), "Calls 10.4 → 9.7 on pace");
    let mut screen = screen.keys("4 Enter");
    assert_eq!(own(&mut screen, Thu), Weight::new(80));
}

#[test]
fn the_tasks_of_the_day_are_named() {
    let week = running().task("Call Lin", Thu);
    let week = week.task("Quote", Fri).done("Mail", Thu);
    let mut screen = Screen::open(week.build()).keys("1 g j Right Enter");
    assert_eq!(
        line(&mut screen, "1 open"),
        "1 open task stands on that day"
    );
    assert_eq!(line(&mut screen, "Call Lin"), "Call Lin");
    let mut friday = screen.keys("Right");
    assert_eq!(line(&mut friday, "Quote"), "Quote");
}

#[test]
fn what_no_day_has_room_for_is_said() {
    // The best day of four weeks is 10, so that no day takes more than 15.
    let mut books: Books = running().build().books();
    for week in ["2026-W44", "2026-W45", "2026-W46", "2026-W47"] {
        let earlier = a_week(week).target("calls", 40).entry("calls", 10, Wed);
        books.insert(earlier.sealed().build().week);
    }
    let mut screen = Screen::on(books).keys("Esc 1 g j Right Enter 1 Enter Right Enter");
    assert!(
        !screen.text().contains("cannot be placed"),
        "{}",
        screen.text()
    );
    let mut screen = screen.keys("1");
    assert_eq!(line(&mut screen, "Calls:"), "Calls: 14 cannot be placed");
}

#[test]
fn a_click_chooses_and_another_takes() {
    let mut screen = thursday().click_on("1  day off");
    assert_eq!(line(&mut screen, "Calls 9.7"), "Calls 9.7 → 14.5 on pace");
    let mut screen = screen.click_on("1  day off");
    assert_eq!(own(&mut screen, Thu), Some(Weight::OFF));
}

#[test]
fn what_is_refused_is_passed_on() {
    for keys in ["", "1", "Right Right", "Right Right Right"] {
        thursday().keys(keys).passes_on_what_it_refuses();
    }
}

#[test]
fn the_box_is_drawn_in_both_languages() {
    let week = || {
        let week = running()
            .target("revenue", 50_000_000)
            .target("training", 60);
        week.task("致电林经理", Thu).build()
    };
    let keys = "1 g j Right Enter 1";
    Screen::open(week()).keys(keys).shows("boxes/day_off");
    let chinese = Screen::open(week()).chinese();
    chinese.keys(keys).shows("boxes/day_off");
    let small = Screen::open(week()).size(40, 12);
    small.keys(keys).shows("boxes/day_off");
}

//! Ways out, by keys.

use crate::domain::Weekday::{Mon, Sat, Tue, Wed};
use crate::domain::change::Books;
use crate::domain::fixtures::{WeekBuilder, a_week, amount, metric, week_id};
use crate::domain::{Amount, Weight};
use crate::planning::{History, outlook};
use crate::tui::app::harness::Screen;

/// Revenue of 312,000 booked out of 500,000, on Wednesday.
fn booked() -> WeekBuilder {
    a_week("2026-W48")
        .target("revenue", 50_000_000)
        .target("visits", 15)
        .entry("revenue", 14_000_000, Mon)
        .entry("revenue", 13_900_000, Tue)
        .entry("revenue", 3_300_000, Wed)
        .entry("visits", 6, Mon)
}

/// The order of 120,000 is cancelled: kind, amount, text.
fn cancelled() -> Screen {
    let screen = Screen::open(booked().build()).at("2026-11-25 13:20");
    let screen = screen.keys("1 i 1").types("12万").keys("Tab");
    screen.types("Huaxin cancelled").keys("Enter")
}

fn target(screen: &mut Screen, week: &str, id: &str) -> Option<Amount> {
    screen
        .books()
        .week(week_id(week))
        .target_amount(&metric(id))
}

fn written(screen: &mut Screen) -> bool {
    screen.books() != booked().build().books()
}

#[test]
fn each_way_shows_what_it_leads_to() {
    for keys in ["Down", "Down Down", "Down Down Down", "Down Down Down Down"] {
        let shown = format!("boxes/ways_{}", keys.split(' ').count() + 1);
        cancelled().keys(keys).shows(&shown);
    }
    cancelled().shows("boxes/ways_1");
    for (width, height) in [(50, 20), (40, 12)] {
        cancelled().size(width, height).shows("boxes/ways_1");
    }
    let chinese = Screen::open(booked().build())
        .chinese()
        .at("2026-11-25 13:20");
    let chinese = chinese.keys("1 i 1").types("12万").keys("Tab");
    chinese
        .types("华信取消")
        .keys("Enter")
        .shows("boxes/ways_1");
}

#[test]
fn nothing_is_written_before_enter_and_esc_goes_a_step_back() {
    let mut screen = cancelled().keys("2 Up 3 5");
    assert!(!written(&mut screen));
    let mut screen = screen.keys("Esc");
    assert!(
        screen.text().contains("Huaxin cancelled"),
        "{}",
        screen.text()
    );
    let mut screen = screen.keys("Esc");
    assert!(!written(&mut screen));
}

#[test]
fn event_correction_and_lower_target_are_one_edit() {
    let mut screen = cancelled().keys("2 Enter");
    let week = screen.on_disk();
    assert_eq!(week.events.len(), 1);
    assert_eq!(week.done(&metric("revenue")), amount(19_200_000));
    let kept = week.target(&metric("revenue")).unwrap();
    let last = kept.changes.last().unwrap();
    assert_eq!(last.to, amount(38_000_000));
    assert_eq!(last.reason.as_deref(), Some("Huaxin cancelled"));
    assert!(screen.text().contains("1 Goals"), "all boxes are closed");
    let mut undone = screen.keys("u");
    assert!(!written(&mut undone), "one step takes all of it back");
}

#[test]
fn the_target_may_stay_and_the_event_is_noted() {
    let mut screen = cancelled().keys("Enter");
    assert_eq!(
        target(&mut screen, "2026-W48", "revenue"),
        Some(amount(50_000_000))
    );
    assert_eq!(screen.on_disk().events.len(), 1);
}

#[test]
fn the_tick_says_whether_it_is_taken_off() {
    let mut screen = cancelled().keys("Up space Enter");
    let week = screen.on_disk();
    assert_eq!(week.done(&metric("revenue")), amount(31_200_000));
    assert_eq!(week.events.len(), 1);
}

#[test]
fn a_day_is_added_half_or_whole() {
    for (keys, weight) in [("3 Enter", Weight::FULL), ("3 Right Enter", Weight::HALF)] {
        let mut screen = cancelled().keys(keys);
        let saturday = week_id("2026-W48").day(Sat);
        let added = &screen.books().settings.calendar.days[&saturday];
        assert_eq!(added.weight, weight, "{keys}");
    }
}

#[test]
fn another_target_is_raised_to_what_is_typed() {
    let mut screen = cancelled().keys("4").types("20").keys("Enter");
    assert_eq!(target(&mut screen, "2026-W48", "visits"), Some(amount(20)));
    assert_eq!(
        target(&mut screen, "2026-W48", "revenue"),
        Some(amount(50_000_000))
    );
}

#[test]
fn the_difference_is_handed_to_next_week() {
    let mut screen = cancelled().keys("5 Enter");
    assert_eq!(
        target(&mut screen, "2026-W48", "revenue"),
        Some(amount(38_000_000))
    );
    assert_eq!(
        target(&mut screen, "2026-W49", "revenue"),
        Some(amount(12_000_000))
    );
}

#[test]
fn without_an_event_a_lower_target_asks_why() {
    let behind = a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 4, Mon);
    let mut screen = Screen::open(behind.build())
        .keys("2 r 2")
        .types("40")
        .keys("Enter");
    assert_eq!(target(&mut screen, "2026-W48", "calls"), Some(amount(50)));
    let mut screen = screen.types("two days ill").keys("Enter");
    let week = screen.on_disk();
    let last = week
        .target(&metric("calls"))
        .unwrap()
        .changes
        .last()
        .unwrap()
        .clone();
    assert_eq!(
        (last.to, last.reason.as_deref()),
        (amount(40), Some("two days ill"))
    );
}

#[test]
fn where_nothing_can_be_lowered_the_box_says_why() {
    let on_pace = "on pace: there is nothing to lower";
    let cases = [
        ("nothing is due yet", 0, on_pace),
        ("ahead", 40, on_pace),
        ("reached", 50, "the target is reached"),
    ];
    for (label, done, why) in cases {
        let calls = a_week("2026-W48").target("calls", 50);
        let screen = Screen::open(calls.entry("calls", done, Mon).build());
        let text = screen.at("2026-11-23 09:00").keys("2 r").text();
        for way in ["Lower the target", "Move the difference"] {
            let line = text.lines().find(|line| line.contains(way)).unwrap();
            assert!(line.contains(why), "{label}: {text}");
        }
    }
}

#[test]
fn the_figures_shown_are_those_that_the_edit_gives() {
    let mut screen = cancelled().keys("2");
    assert!(
        screen.text().contains("We 7.3万 Th 7.3万 Fr 7.3万"),
        "{}",
        screen.text()
    );
    let books: Books = screen.keys("Enter").books();
    let week = books.week(week_id("2026-W48"));
    let now = crate::domain::fixtures::at("2026-11-25 13:20");
    let history = History::default();
    let seen = outlook(&week, &history, &books.settings, now, &|metric| {
        metric.id.to_string()
    });
    let revenue = seen.metric(&metric("revenue")).unwrap();
    assert_eq!(revenue.days[Wed].adaptive, Some(7_370_000));
}

#[test]
fn the_keys_below_are_those_that_act_on_the_selected_line() {
    let cases = [
        ("", "1-5 choose  Enter do it  Esc"),
        ("2", "↑ ↓ choose  Enter do it  Esc"),
        ("3", "1-5 choose  Enter do it  ← → half a day  Esc"),
        ("3 Right", "1-5 choose  Enter do it  ← → a whole day  Esc"),
        ("4", "↑ ↓ choose  Enter do it  ← → another target  Esc"),
        ("4 1", "↑ ↓ choose  Enter do it  Esc"),
        ("5", "1-5 choose  Enter do it  Esc"),
        ("Up", "1-5 choose  Enter do it  space tick  Esc"),
    ];
    for (keys, hints) in cases {
        let mut screen = with_calls(keys);
        assert!(screen.text().contains(hints), "{keys}: {}", screen.text());
    }
}

/// With another activity that can be raised.
fn with_calls(keys: &str) -> Screen {
    let week = booked().target("calls", 50).build();
    let screen = Screen::open(week).at("2026-11-25 13:20");
    let screen = screen.keys("1 i 1").types("12万").keys("Tab");
    screen.types("Huaxin cancelled").keys("Enter").keys(keys)
}

#[test]
fn the_arrows_choose_which_target_is_raised() {
    let mut screen = with_calls("4 Right");
    assert!(screen.text().contains("Calls 50 → 60"), "{}", screen.text());
    let mut screen = screen.keys("Enter");
    assert_eq!(target(&mut screen, "2026-W48", "calls"), Some(amount(60)));
    assert_eq!(target(&mut screen, "2026-W48", "visits"), Some(amount(15)));
}

#[test]
fn what_is_said_of_a_way_is_short() {
    let cases = [
        (
            "1 Enter",
            "noted: Huaxin cancelled · Revenue: the target stays, W48",
        ),
        (
            "2 Enter",
            "noted: Huaxin cancelled · Revenue: target ¥380,000, W48",
        ),
        (
            "3 Enter",
            "noted: Huaxin cancelled · Sat 28 Nov: working day",
        ),
        (
            "3 Right Enter",
            "noted: Huaxin cancelled · Sat 28 Nov: half a day",
        ),
        (
            "4 Enter",
            "noted: Huaxin cancelled · Visits: target 18, W48",
        ),
        (
            "5 Enter",
            "noted: Huaxin cancelled · Revenue: ¥120,000 to W49",
        ),
    ];
    for (keys, said) in cases {
        assert_eq!(cancelled().keys(keys).footer(), said, "{keys}");
    }
}

#[test]
fn a_long_event_gives_way_to_what_was_done_about_it() {
    let text = "Huaxin cancelled the whole order because the boss changed his mind";
    let screen = Screen::open(booked().build()).at("2026-11-25 13:20");
    let screen = screen.keys("1 i 1").types("12万").keys("Tab");
    let mut screen = screen.types(text).keys("Enter 2 Enter");
    assert_eq!(
        screen.footer(),
        "noted: Huaxin cancelled the whole… · Revenue: target ¥380,000, W48"
    );
    let mut undone = screen.keys("u");
    assert_eq!(
        undone.footer(),
        "undone: noted: Huaxin cancelled the whole… · Revenue: target ¥380,000, W48"
    );
}

#[test]
fn what_is_refused_is_passed_on() {
    for keys in ["", "2", "3", "4", "4 1", "Up"] {
        cancelled().keys(keys).passes_on_what_it_refuses();
    }
}

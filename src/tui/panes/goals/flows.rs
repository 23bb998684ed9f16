//! Goals by keys, from the key to the disk.

use crate::domain::Weekday::{Fri, Mon, Thu, Tue, Wed};
use crate::domain::change::Books;
use crate::domain::fixtures::{a_week, amount, metric, settings, week_id};
use crate::domain::{Amount, Currency, Language, Law, Week};
use crate::tui::app::harness::Screen;

fn empty_store() -> Screen {
    Screen::on(Books::new(settings())).at("2026-11-25 08:50")
}

fn target(week: &Week, id: &str) -> Option<Amount> {
    week.target_amount(&metric(id))
}

#[test]
fn an_empty_store_opens_on_examples_and_writes_nothing_by_looking() {
    empty_store().shows("goals/first_start");
    empty_store().chinese().shows("goals/first_start");
    let mut screen = empty_store().keys("Down Down Enter Esc Down Enter Esc Esc 1 3 1");
    assert!(screen.on_disk() == Week::new(week_id("2026-W48")));
}

#[test]
fn an_empty_store_says_which_days_a_week_to_come_has() {
    let saturday = Screen::on(Books::new(settings())).at("2026-11-28 08:50");
    for (mut screen, said) in [
        (
            empty_store().keys(">"),
            "It has 5 working days (Mon to Fri).",
        ),
        (saturday, "No working day is left this week"),
    ] {
        let text = screen.text();
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn a_week_that_has_not_begun_is_planned_and_has_no_pace() {
    let friday = || {
        let week = a_week("2026-W48").target("calls", 50);
        Screen::open(week).at("2026-11-20 10:00").week("2026-W48")
    };
    let says = |mut screen: Screen, planned: &str, pace: &str| {
        let text = screen.text();
        assert!(text.contains(planned), "{text}");
        assert!(!text.contains(pace), "{text}");
    };
    says(friday().keys("1"), "planned", "on pace");
    says(friday().keys("1 Right 6 0"), "planned", "on pace");
    says(friday().keys("3"), "planned", "0.0d");
    says(friday().chinese().keys("1"), "已计划", "进度正常");
}

#[test]
fn one_enter_begins_and_one_undo_takes_it_back() {
    let mut screen = empty_store().keys("Enter");
    let week = screen.on_disk();
    assert_eq!(target(&week, "calls"), Some(amount(30)));
    assert_eq!(
        week.target(&metric("calls")).unwrap().since,
        week.week.day(Wed)
    );
    let mut screen = screen.keys("u");
    assert!(!screen.on_disk().has_targets());
}

#[test]
fn an_example_is_typed_over_and_all_is_saved_from_the_field() {
    let screen = empty_store().keys("Down Down Down Down Enter");
    let mut screen = screen.types("每天15").keys("ctrl-s");
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(45)));
}

#[test]
fn a_digit_begins_the_figure_of_the_marked_row_and_arrows_keep_what_was_typed() {
    let mut screen = empty_store().keys("Down Down Down Down 4 0 Up 1 2 Down ctrl-s");
    let week = screen.on_disk();
    assert_eq!(target(&week, "calls"), Some(amount(40)));
    assert_eq!(target(&week, "visits"), Some(amount(12)));
    let mut screen = monday().keys("Down 1 2 Down Down Down ５ 5 Up ctrl-s");
    let week = screen.on_disk();
    assert_eq!(target(&week, "new_customers"), Some(amount(12)));
    assert_eq!(target(&week, "calls"), Some(amount(55)));
}

#[test]
fn digits_stay_panes_and_the_counting_box_where_no_figure_is_marked() {
    for mut screen in [empty_store().keys("3"), monday().keys("G 3")] {
        assert!(screen.text().contains("3 Review"), "{}", screen.text());
    }
    let mut screen = monday().keys("Down 0");
    assert!(screen.text().contains("1-7 choose"), "{}", screen.text());
}

#[test]
fn an_arrow_stays_in_the_field_while_its_text_is_no_amount() {
    let mut screen = monday().keys("Down 1").types("x").keys("Down");
    let marked = marked(&mut screen);
    assert!(marked.contains("[1x"), "{marked}");
}

#[test]
fn ctrl_s_takes_the_whole_plan_from_any_row_of_either_sheet() {
    let mut screen = empty_store().keys("Down Down ctrl-s");
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(30)));
    let mut screen = monday().keys("G ctrl-s");
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(50)));
}

#[test]
fn ctrl_s_is_no_key_of_the_grid() {
    let mut screen = running().keys("ctrl-s");
    assert_eq!(screen.caret(), None);
    assert!(!screen.footer().contains("saved"), "{}", screen.footer());
}

#[test]
fn the_field_of_an_example_stands_behind_its_name() {
    let fourth = "Down Down Down Down Enter";
    let last = "Down Down Down Down Down Down Down Enter";
    let check = |screen: Screen, keys, expected| {
        let line = marked(&mut screen.keys(keys));
        assert!(line.contains(expected), "{line}");
        assert!(line.contains(']'), "{line}");
    };
    check(empty_store(), fourth, "▸  Calls    [30");
    check(empty_store(), last, "▸  Training (minutes) [");
    check(empty_store().chinese(), fourth, "▸  电话 [30");
    check(empty_store().chinese(), last, "▸  培训（分钟） [");
}

/// The line with the mark.
fn marked(screen: &mut Screen) -> String {
    let text = screen.text();
    let mut lines = text.lines();
    lines.find(|line| line.contains('▸')).unwrap().to_owned()
}

#[test]
fn a_click_marks_a_row_of_the_first_start_and_another_does_what_enter_does() {
    let mut screen = empty_store().click_on("Calls");
    assert!(marked(&mut screen).contains("Calls"));
    assert_eq!(screen.caret(), None);
    let mut screen = screen.click_on("Calls");
    assert!(screen.caret().is_some(), "{}", screen.text());
    let mut screen = screen
        .types("40")
        .keys("Enter")
        .click_on("Take the example");
    assert!(!screen.on_disk().has_targets());
    let mut screen = screen.click_on("Take the example");
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(40)));
}

#[test]
fn a_click_marks_a_row_of_the_plan_and_another_does_what_enter_does() {
    let mut screen = monday().click_on("Calls").click_on("Calls").types("55");
    assert!(screen.text().contains("[55"), "{}", screen.text());
    // A click elsewhere leaves the field as Esc does.
    screen = screen.click_on("Outlook");
    assert!(marked(&mut screen).contains("Outlook"));
    assert!(!screen.text().contains("[55"));
    let mut screen = screen.click_on("Outlook");
    assert!(
        screen.text().contains("Market outlook"),
        "{}",
        screen.text()
    );
    let mut screen = screen.keys("Esc").click_on("Take this plan");
    assert!(!screen.on_disk().has_targets());
    let mut screen = screen.click_on("Take this plan");
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(50)));
}

#[test]
fn a_click_on_a_planned_day_marks_it_and_another_makes_it_a_day_off() {
    let mut screen = monday();
    let text = screen.text();
    let days = text
        .lines()
        .position(|line| line.contains("Days "))
        .unwrap();
    let thursday = 69;
    let days = u16::try_from(days).unwrap();
    let mut screen = screen.click(thursday, days);
    assert!(marked(&mut screen).contains("Days"));
    assert!(screen.books().settings.calendar.days.is_empty());
    let mut screen = screen.click(thursday, days);
    let off: Vec<_> = screen.books().settings.calendar.days.into_keys().collect();
    assert_eq!(off, [week_id("2026-W48").day(Thu)]);
}

#[test]
fn the_wheel_goes_through_the_rows_of_both_sheets() {
    for screen in [empty_store(), monday()] {
        let mut screen = screen.wheel_down().wheel_down();
        assert!(marked(&mut screen).contains("Revenue"));
    }
}

#[test]
fn a_click_from_another_pane_takes_no_plan() {
    let mut screen = monday().size(120, 40).keys("2").click_on("Take this plan");
    assert!(!screen.on_disk().has_targets());
}

#[test]
fn another_language_shows_at_once_and_is_kept() {
    let rows = "Down ".repeat(10);
    let mut screen = empty_store().keys(&rows).keys("Enter");
    assert!(screen.text().contains("采用下面的示例目标"));
    let mut screen = screen.keys("g Enter");
    assert_eq!(screen.books().settings.language, Language::ZhCn);
}

#[test]
fn a_currency_that_is_none_stays_in_its_field() {
    let rows = "Down ".repeat(11);
    let screen = empty_store().keys(&rows).keys("Enter");
    let mut screen = screen.types("money").keys("Enter");
    assert!(
        screen.text().contains("`money` is no currency"),
        "{}",
        screen.text()
    );
    let mut screen = screen.keys("ctrl-u").types("eur").keys("Enter g Enter");
    assert_eq!(screen.books().settings.currency.code(), "EUR");
    assert_eq!(
        target(&screen.on_disk(), "revenue"),
        Some(amount(3_000_000))
    );
}

/// A sealed week with one task left, before one without targets.
fn monday() -> Screen {
    let last = a_week("2026-W47")
        .target("calls", 50)
        .target("revenue", 5_000_000)
        .entry("calls", 47, Mon)
        .task("Reference list", Wed)
        .improvement("call before 10:00", Some(Mon))
        .sealed()
        .build();
    let mut books = last.books();
    books.settings.currency = Currency::USD;
    Screen::on(books).at("2026-11-23 08:50")
}

#[test]
fn a_week_without_targets_opens_on_its_plan() {
    monday().shows("goals/planning");
    monday().chinese().shows("goals/planning");
    monday()
        .keys("Down Down Down Down Enter")
        .types("55")
        .shows("goals/planning_typed");
}

#[test]
fn two_enters_plan_a_week() {
    let mut screen = monday().keys("Enter");
    let week = screen.on_disk();
    assert_eq!(target(&week, "calls"), Some(amount(50)));
    assert_eq!(target(&week, "revenue"), Some(amount(5_000_000)));
    screen.keys("1").shows("goals/planned");
}

#[test]
fn once_the_plan_is_taken_the_day_can_begin() {
    let mut screen = empty_store().keys("Enter");
    assert!(
        screen.text().contains("2 Today · Wed 25"),
        "{}",
        screen.text()
    );
    // A day that was looked at before is left for today.
    let mut screen = monday().keys("] 1 ctrl-s");
    assert!(
        screen.text().contains("2 Today · Mon 23"),
        "{}",
        screen.text()
    );
}

#[test]
fn the_plan_of_a_week_to_come_stays_where_it_is() {
    let mut screen = monday().keys("> 1 g Enter");
    assert!(screen.on_disk().has_targets());
    assert!(screen.text().contains("1 Goals"), "{}", screen.text());
}

#[test]
fn an_edit_before_the_plan_is_taken_leaves_the_pane_alone() {
    let rows = "Down ".repeat(8);
    let mut screen = monday().keys(&rows).keys("o");
    assert!(screen.text().contains("1 Goals"), "{}", screen.text());
}

#[test]
fn a_target_of_a_running_week_leaves_the_pane_alone() {
    let mut screen = running().keys("Enter").types("60").keys("Enter Enter");
    assert!(screen.text().contains("1 Goals"), "{}", screen.text());
}

#[test]
fn what_was_handed_on_is_added_to_the_plan_of_the_next_week() {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 10, Mon);
    let screen = Screen::open(week).at("2026-11-26 10:00").keys("r 5 Enter");
    let mut screen = Screen::on({ screen }.books()).at("2026-11-30 08:50");
    let text = screen.text();
    assert!(text.contains("plan the week"), "{text}");
    let told = "Handed on from W48: Calls 20";
    assert!(text.contains(told), "{text}");
    let mut screen = screen.keys("Enter");
    assert_eq!(screen.on_disk().week, week_id("2026-W49"));
    // W48 kept 30 of its 50, and 20 came from there.
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(50)));
    assert!(
        screen.text().contains("2 Today · Mon 30"),
        "{}",
        screen.text()
    );
    let mut again = screen.keys("1");
    assert!(!again.text().contains("plan the week"));
}

#[test]
fn a_day_off_lowers_the_suggestions() {
    let rows = "Down ".repeat(8);
    let mut screen = monday().keys(&rows).keys("Right o g Enter");
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(40)));
}

#[test]
fn what_was_typed_outlives_a_look_elsewhere() {
    let screen = monday()
        .keys("Down Down Down Down Enter")
        .types("55")
        .keys("Enter Esc");
    let mut screen = screen.keys("Tab 1 g Enter");
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(55)));
}

/// Calls of 50 in a running week, with Calls selected.
fn running() -> Screen {
    let week = a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 9, Mon);
    Screen::open(week.build()).keys("1 Down Down Down")
}

#[test]
fn a_target_is_changed_by_typing_and_two_enters() {
    let mut screen = running().keys("Enter").types("60").keys("Enter Enter");
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(60)));
    let mut screen = screen.keys("u");
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(50)));
}

#[test]
fn a_target_that_is_typed_shows_what_it_would_make_of_the_week() {
    let week = || {
        let week = a_week("2026-W48").target("calls", 50);
        week.entry("calls", 12, Mon).entry("calls", 9, Tue).build()
    };
    let calls = "1 g j j j j j Enter";
    let cases = [
        ("60", "Calls 50 → 60: 9.7 → 13 a day · on pace"),
        (
            "75",
            "Calls 50 → 75: 9.7 → 18 a day · on pace → 0.6 d behind",
        ),
        ("20", "Calls 50 → 20: 9.7 → 0 a day · on pace → reached"),
        ("0", "Calls 50 → –: 9.7 → – a day · on pace → no target"),
    ];
    for (typed, said) in cases {
        let mut screen = Screen::open(week()).keys(calls).types(typed);
        assert!(screen.text().contains(said), "{typed}: {}", screen.text());
        assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(50)));
    }
    let mut asked = Screen::open(week()).keys(calls).types("60").keys("Enter");
    assert!(asked.text().contains(cases[0].1), "{}", asked.text());
    for unread in ["6x", "50"] {
        let mut screen = Screen::open(week()).keys(calls).types(unread);
        let said = "10/d: 10 on each working day · empty: no target";
        assert!(screen.text().contains(said), "{unread}: {}", screen.text());
    }
    Screen::open(week())
        .keys(calls)
        .types("60")
        .shows("goals/target_typed");
}

#[test]
fn the_days_are_reached_without_letters() {
    let screen = running().keys("Right Right Right Right Enter");
    let mut screen = screen.types("7").keys("Enter");
    let week = screen.on_disk();
    let pins = &week.target(&metric("calls")).unwrap().pins;
    assert_eq!(pins.get(&week.week.day(Thu)), Some(&amount(7)));

    let mut screen = running().keys("Right Right Right Right Right Up Up Up Up Enter 1 Enter");
    let friday = week_id("2026-W48").day(Fri);
    let days = screen.books().settings.calendar.days;
    assert!(days[&friday].weight.is_off(), "{}", screen.text());
}

#[test]
fn the_focus_and_the_ways_out_are_reached_without_letters() {
    let mut screen = running().keys("Left Enter 1");
    assert_eq!(screen.on_disk().focus, Some(metric("calls")));
    let mut screen = screen.keys("Enter 3");
    assert!(screen.text().contains("Ways out"), "{}", screen.text());
}

#[test]
fn a_day_that_is_too_full_is_said_below_the_week() {
    let week = |minutes| {
        let week = a_week("2026-W48").target("calls", 50);
        week.task_with("Fair", Some(Fri), |task| task.estimate = Some(minutes))
    };
    let said = "Fri 27: 10 h planned, 9 h";
    let mut screen = Screen::open(week(600)).keys("1");
    assert!(screen.text().contains(said), "{}", screen.text());
    let mut screen = Screen::open(week(540)).keys("1");
    assert!(!screen.text().contains("planned, 9 h"), "{}", screen.text());
}

#[test]
fn the_market_is_said_with_a_note() {
    let screen = running()
        .keys("g Enter Right Down")
        .types("year-end")
        .keys("Enter");
    let outlook = { screen }.on_disk().outlook;
    assert_eq!(outlook.market, crate::domain::Market::Weak);
    assert_eq!(outlook.note, "year-end");
}

#[test]
fn a_sealed_week_asks_before_an_edit() {
    let sealed = a_week("2026-W48").target("calls", 50).sealed().build();
    let screen = Screen::open(sealed).at("2026-11-27 17:00").week("2026-W48");
    let screen = screen
        .keys("1 Down Down Down Enter")
        .types("40")
        .keys("ctrl-s");
    let mut screen = screen.keys("Enter");
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(40)));
}

#[test]
fn an_open_field_keeps_what_was_typed_when_another_program_writes() {
    use crate::domain::change::{Change, SettingsChange};
    let screen = running().keys("Enter").types("6");
    let elsewhere = Change::from(SettingsChange::Law(Law::None));
    let mut screen = screen.elsewhere(elsewhere).types("0").keys("Enter Enter");
    assert_eq!(target(&screen.on_disk(), "calls"), Some(amount(60)));
}

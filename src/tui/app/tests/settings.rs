//! The settings by keys, from the key to the disk.

use pretty_assertions::assert_eq;

use crate::domain::fixtures::{a_week, amount, metric, week_id};
use crate::domain::{
    ByDay, GlyphChoice, Language, Letter, Metric, MouseChoice, Settings, Unit, Weight,
};
use crate::tui::app::harness::Screen;

/// A Wednesday; no week holds anything but a target of calls.
fn wednesday() -> Screen {
    Screen::open(a_week("2026-W48").target("calls", 50))
}

fn settings(screen: &mut Screen) -> Settings {
    screen.books().settings
}

fn down(lines: usize) -> String {
    vec!["Down"; lines].join(" ")
}

/// The form of the settings, on one of its lines, its text taken out.
fn on_line(line: usize) -> Screen {
    wednesday().keys(", 1").keys(&down(line)).keys("ctrl-u")
}

#[test]
fn the_settings_are_drawn() {
    wednesday().keys(",").shows("boxes/settings");
    wednesday()
        .keys(", 1 Down Down Down")
        .shows("boxes/settings_general");
    wednesday()
        .chinese()
        .keys(", 1 Down Down Down")
        .shows("boxes/settings_general");
    wednesday().keys(", 2").shows("boxes/metrics");
    wednesday().chinese().keys(", 2").shows("boxes/metrics");
    wednesday()
        .keys(", 2 2")
        .keys(&down(5))
        .shows("boxes/metric");
    wednesday()
        .chinese()
        .keys(", 2 9 Down")
        .shows("boxes/metric_new");
}

#[test]
fn only_what_was_changed_is_written_and_undone_by_one_key() {
    let before = settings(&mut wednesday());
    let mut screen = on_line(6).types("16:30").keys("Enter");
    let after = settings(&mut screen);
    let expected = Settings {
        review_time: "16:30".parse().unwrap(),
        ..before.clone()
    };
    assert_eq!(after, expected);
    assert_eq!(settings(&mut screen.keys("u")), before);
}

#[test]
fn a_form_left_or_taken_unchanged_writes_nothing() {
    let before = settings(&mut wednesday());
    for keys in [", 1 Enter", ", 1 Down Esc", ", 2 4 Enter", ", Esc"] {
        assert_eq!(settings(&mut wednesday().keys(keys)), before, "{keys}");
    }
}

#[test]
fn another_language_and_other_signs_are_kept() {
    let mut screen = wednesday()
        .keys(", 1 Right")
        .keys(&down(8))
        .keys("Right Down Right Enter");
    let after = settings(&mut screen);
    assert_eq!(after.language, Language::ZhCn);
    assert_eq!(after.glyphs, GlyphChoice::Full);
    assert_eq!(after.mouse, MouseChoice::Terminal);
}

#[test]
fn what_says_nothing_is_refused_in_its_line_and_the_rest_is_kept() {
    let before = settings(&mut wednesday());
    for (line, text, why) in [
        (1, "XYZ", "`XYZ` is no currency"),
        (3, "mon", "`mon` is no pattern of working days"),
        (4, "soon", "`soon` is no week"),
        (5, "9 to 5", "`9 to 5` are no working hours"),
        (6, "25:00", "`25:00` is no time of day"),
        (7, "481", "a whole number from 1 to 480"),
    ] {
        let mut screen = on_line(line).types(text).keys("Enter");
        assert!(screen.text().contains(why), "{}", screen.text());
        assert!(screen.text().contains(text), "{}", screen.text());
        assert_eq!(settings(&mut screen), before, "{text}");
    }
}

#[test]
fn a_long_reason_is_wrapped() {
    let mut screen = on_line(3).types("mon").keys("Enter");
    assert!(
        screen.text().contains("weeks in turn parted by `/`"),
        "{}",
        screen.text()
    );
}

#[test]
fn weeks_in_turn_begin_this_week_unless_another_is_named() {
    let calendar = |mut screen: Screen| settings(&mut screen).calendar;
    let six = ByDay([100, 100, 100, 100, 100, 100, 0]).map(|day| Weight::new(day).unwrap());
    let begun = calendar(on_line(3).types("big-small").keys("Enter"));
    assert_eq!(begun.pattern.len(), 2);
    assert_eq!(begun.pattern[0], six);
    assert_eq!(begun.pattern_from, week_id("2026-W48"));
    let named = on_line(3).types("big-small").keys("Down ctrl-u");
    let named = calendar(named.types("2026-W47").keys("Enter"));
    assert_eq!(named.pattern_from, week_id("2026-W47"));
}

fn kept(screen: &mut Screen, id: &str) -> Metric {
    settings(screen).metric(&metric(id)).unwrap().clone()
}

#[test]
fn a_metric_gets_another_name_step_and_place() {
    let screen = wednesday().keys(", 2 4 ctrl-u").types("Phone calls");
    let screen = screen
        .keys(&down(4))
        .types("5")
        .keys("Down Down Left Left Enter");
    let mut screen = screen;
    let calls = kept(&mut screen, "calls");
    assert_eq!(calls.name.as_deref(), Some("Phone calls"));
    assert_eq!(calls.step, Some(amount(5)));
    let in_use = settings(&mut screen);
    let in_use: Vec<_> = in_use
        .metrics_in_use()
        .map(|metric| metric.id.as_str())
        .collect();
    assert_eq!(in_use[..4], ["new_customers", "calls", "revenue", "visits"]);
}

#[test]
fn a_built_in_metric_without_a_name_has_that_of_the_language_again() {
    let mut screen = wednesday()
        .keys(", 2 4 ctrl-u")
        .types("Phone")
        .keys("Enter");
    assert_eq!(kept(&mut screen, "calls").name.as_deref(), Some("Phone"));
    let mut screen = screen.keys(", 2 4 ctrl-u Enter");
    assert_eq!(kept(&mut screen, "calls").name, None);
}

#[test]
fn a_metric_goes_out_of_use_and_comes_back_with_a_key() {
    let mut screen = wednesday().keys(", 2 6").keys(&down(5)).keys("space Enter");
    let messages = kept(&mut screen, "messages");
    assert!(messages.retired);
    assert_eq!(messages.letter, None);
    let mut screen = screen.keys(", 2 6").keys(&down(4)).keys("space Enter");
    let messages = kept(&mut screen, "messages");
    assert!(!messages.retired);
    assert_eq!(messages.letter.map(Letter::char), Some('w'));
}

#[test]
fn a_new_metric_is_counted_by_its_key() {
    let screen = wednesday().keys(", 2 9").types("工厂参观").keys("Down");
    let screen = screen
        .types("factory_tours")
        .keys("Down Down Down Right Enter");
    let mut screen = screen.keys("b b");
    let tours = kept(&mut screen, "factory_tours");
    assert_eq!(tours.name.as_deref(), Some("工厂参观"));
    assert_eq!(tours.unit, Unit::Count);
    assert_eq!(screen.on_disk().done(&metric("factory_tours")), amount(2));
}

#[test]
fn a_new_metric_without_an_id_has_one_of_its_name() {
    for (name, id) in [("Factory tours", "factory_tours"), ("工厂参观", "metric")] {
        let mut screen = wednesday().keys(", 2 9").types(name).keys("Enter");
        assert_eq!(kept(&mut screen, id).name.as_deref(), Some(name));
    }
}

#[test]
fn a_new_metric_needs_a_name_and_takes_no_id_that_is_none() {
    let before = settings(&mut wednesday());
    let mut screen = wednesday().keys(", 2 9 Enter");
    assert_eq!(settings(&mut screen), before);
    let mut screen = screen
        .types("Tours")
        .keys("Down")
        .types("Tours!")
        .keys("Enter");
    assert!(screen.text().contains("`Tours!`"), "{}", screen.text());
    assert_eq!(settings(&mut screen), before);
}

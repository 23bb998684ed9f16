//! Repeating tasks in their box and on Today.

use pretty_assertions::assert_eq;

use super::wednesday;
use crate::domain::change::Books;
use crate::domain::fixtures::{at, id, task_id};
use crate::domain::{Day, Language, Repeat, RepeatId, Task, Work};
use crate::i18n::rule_name;
use crate::tui::app::harness::Screen;

/// On every working day from Wednesday on.
fn repeat() -> Repeat {
    let added = at("2026-11-25 08:00");
    let task = Task::new(task_id("k"), "Morning calls".into(), None, added);
    let rule = "workdays".parse().unwrap();
    Repeat::new(RepeatId(id("k")), rule, added.day(), Work::of(&task), added)
}

/// The Wednesday, with a task that repeats.
fn books() -> Books {
    let mut books = wednesday().build().books();
    books.settings.repeats.push(repeat());
    books
}

/// On the row of this Wednesday's occurrence.
fn open() -> Screen {
    opened(Screen::on(books()))
}

fn opened(screen: Screen) -> Screen {
    screen.click_on("↻ Morning calls")
}

/// On the row of Thursday's occurrence.
fn open_on_thursday() -> Screen {
    Screen::on(books()).keys("]").click_on("↻ Morning calls")
}

fn rules(screen: &mut Screen) -> Vec<String> {
    let repeats = screen.books().settings.repeats;
    let rules = repeats.iter().map(|repeat| {
        let until = repeat
            .until
            .map_or(String::new(), |day| format!(" to {day}"));
        format!(
            "{} {} from {}{until}",
            repeat.work.title, repeat.rule, repeat.from
        )
    });
    rules.collect()
}

fn written(screen: &mut Screen) -> Vec<String> {
    let tasks = screen.on_disk().tasks;
    let ours = tasks.iter().filter(|task| task.title.contains("calls"));
    ours.map(|task| {
        format!(
            "{} {:?}",
            task.title,
            task.day.map(|day: Day| day.to_string())
        )
    })
    .collect()
}

#[test]
fn a_task_is_made_to_repeat_by_a_digit_or_in_words() {
    for (typed, rule) in [
        ("1", "workdays"),
        ("3", "2w wed"),
        ("mon,fri", "mon,fri"),
        ("每月最后一个工作日", "last-of-month"),
    ] {
        let mut screen = Screen::open(wednesday())
            .keys("a")
            .types("Report")
            .keys("Tab shift-Tab")
            .types(typed)
            .keys("Enter");
        let expected = format!("Report {rule} from 2026-11-25");
        assert_eq!(rules(&mut screen), [expected], "{typed}");
        let rule = rule_name(Language::En, rule.parse().unwrap());
        assert_eq!(screen.footer(), format!("added: Report, {rule}"));
    }
}

#[test]
fn a_task_in_one_line_may_come_again() {
    let mut screen = Screen::open(wednesday())
        .keys("2 a")
        .types("call Lin every Monday 9:30")
        .shows("boxes/quick_repeats")
        .keys("Enter");
    assert_eq!(rules(&mut screen), ["call Lin mon from 2026-11-25"]);
    assert_eq!(screen.footer(), "added: call Lin, every Mon");
    let work = screen.books().settings.repeats[0].work.clone();
    assert_eq!(work.time.unwrap().to_string(), "09:30");
    assert_eq!(rules(&mut screen.keys("u")), [""; 0]);
}

#[test]
fn all_fields_open_with_the_rule_that_was_typed() {
    let mut screen = Screen::open(wednesday())
        .chinese()
        .keys("2 a")
        .types("每两周周五 写周报")
        .keys("Tab shift-Tab shift-Tab");
    assert!(screen.text().contains("[每两周周五"), "{}", screen.text());
    let mut screen = screen.keys("Enter");
    assert_eq!(rules(&mut screen), ["写周报 2w fri from 2026-11-25"]);
}

#[test]
fn what_is_no_rule_is_refused_in_its_line() {
    let mut screen = Screen::open(wednesday())
        .keys("a")
        .types("Report")
        .keys("Tab shift-Tab")
        .types("monthly")
        .keys("Enter");
    assert!(
        screen.text().contains("`monthly` is no rule"),
        "{}",
        screen.text()
    );
    assert_eq!(rules(&mut screen), [""; 0]);
}

#[test]
fn the_list_of_rules_is_drawn_and_a_digit_becomes_its_words() {
    Screen::open(wednesday())
        .keys("a")
        .types("Report")
        .keys("Tab shift-Tab")
        .types("2")
        .shows("boxes/repeats")
        .keys("Down")
        .shows("boxes/on_day_off");
    Screen::open(wednesday())
        .chinese()
        .keys("a")
        .types("周报")
        .keys("Tab shift-Tab")
        .types("2")
        .shows("boxes/repeats");
}

#[test]
fn an_occurrence_is_marked_and_checked_off_by_itself() {
    let mut screen = open().shows("today/repeats").keys("space");
    let week = screen.on_disk();
    let done = week.task(repeat().task_id("2026-11-25".parse().unwrap()));
    assert!(done.unwrap().done_on().is_some());
    let mut screen = screen.keys("u");
    assert_eq!(written(&mut screen), [""; 0]);
}

#[test]
fn a_removed_occurrence_comes_again_by_undo_alone() {
    let mut screen = open()
        .keys("x")
        .shows("boxes/remove_occurrence")
        .keys("Enter");
    assert!(
        !screen.text().contains("↻ Morning calls"),
        "{}",
        screen.text()
    );
    let mut screen = screen.keys("u");
    assert!(
        screen.text().contains("↻ Morning calls"),
        "{}",
        screen.text()
    );
}

#[test]
fn a_removal_of_all_from_here_on_ends_the_rule_the_day_before() {
    let mut screen = open_on_thursday().keys("x 2");
    assert_eq!(
        screen.footer(),
        "task removed: Morning calls, all from here on"
    );
    assert_eq!(
        rules(&mut screen),
        ["Morning calls workdays from 2026-11-25 to 2026-11-25"]
    );
    let mut screen = screen.keys("u");
    assert_eq!(
        rules(&mut screen),
        ["Morning calls workdays from 2026-11-25"]
    );
    assert!(screen.text().contains("↻ Morning calls"));
}

#[test]
fn all_from_here_on_leaves_what_is_over() {
    // Wednesday's is still open on Friday: it goes, Thursday's stays.
    let mut screen = Screen::on(books())
        .at("2026-11-27 09:00")
        .keys("Down Down Down Down")
        .shows("opening/repeats")
        .keys("5 2");
    assert_eq!(
        rules(&mut screen),
        ["Morning calls workdays from 2026-11-25 to 2026-11-26"]
    );
    let text = screen.text();
    assert_eq!(text.matches("↻ Morning calls").count(), 1, "{text}");
}

#[test]
fn where_nothing_follows_an_edit_changes_this_one_alone() {
    let mut books = books();
    books.settings.repeats[0].until = Some("2026-11-25".parse().unwrap());
    let mut screen = Screen::on(books)
        .at("2026-11-26 09:00")
        .keys("Esc")
        .click_on("↻ Morning calls")
        .keys("Enter 2 ctrl-u")
        .types("Ten calls")
        .keys("shift-Tab Right Enter");
    assert_eq!(
        rules(&mut screen),
        ["Morning calls workdays from 2026-11-25 to 2026-11-25"]
    );
    assert_eq!(written(&mut screen), ["Ten calls Some(\"2026-11-25\")"]);
}

#[test]
fn weeks_are_counted_as_before_when_all_from_here_on_change() {
    let mut books = books();
    let every_second = &mut books.settings.repeats[0];
    every_second.rule = "2w fri".parse().unwrap();
    // This week's Friday; on Monday after that, the next is 11 December.
    let mut screen = Screen::on(books)
        .at("2026-11-30 09:00")
        .keys("2")
        .click_on("↻ Morning calls")
        .keys("Enter 2 ctrl-u")
        .types("Ten calls")
        .keys("shift-Tab Right Enter");
    assert_eq!(
        rules(&mut screen),
        [
            "Morning calls 2w fri from 2026-11-25 to 2026-11-29",
            "Ten calls 2w fri from 2026-12-07"
        ]
    );
}

#[test]
fn the_review_proposes_to_leave_what_comes_again_next_week() {
    let mut screen = Screen::on(books()).at("2026-11-27 16:00").keys("3");
    let text = screen.text();
    let mut lines = text.lines();
    let stays = lines.any(|line| line.contains("☒ ↻ Morning calls") && line.contains("Wed 25 –"));
    assert!(stays, "{text}");
    assert!(!text.contains("→ ↻ Morning calls"), "{text}");
    assert!(text.contains("→ CRM notes"), "{text}");
}

#[test]
fn one_that_was_moved_names_the_day_that_it_comes_from() {
    let at = "2026-11-27 09:00";
    let mut screen = Screen::on(books()).at(at).keys("1");
    let text = screen.text();
    for day in ["from Wed 25", "from Thu 26"] {
        let is_that = |line: &str| line.contains("↻ Morning calls") && line.contains(day);
        assert!(text.lines().any(is_that), "{day}:\n{text}");
    }
    let mut screen = Screen::on(books()).chinese().at(at).keys("1");
    assert!(screen.text().contains("周四 26日的"), "{}", screen.text());
}

#[test]
fn an_edit_changes_this_one_alone_unless_told_otherwise() {
    let mut screen = open_on_thursday()
        .keys("Enter 2 ctrl-u")
        .types("Ten calls")
        .keys("Enter");
    assert_eq!(
        rules(&mut screen),
        ["Morning calls workdays from 2026-11-25"]
    );
    assert_eq!(written(&mut screen), ["Ten calls Some(\"2026-11-26\")"]);
}

#[test]
fn an_edit_of_all_from_here_on_begins_another_rule() {
    let mut screen = open_on_thursday()
        .keys("Enter 2 ctrl-u")
        .types("Ten calls")
        .keys("shift-Tab Right Enter");
    assert_eq!(
        rules(&mut screen),
        [
            "Morning calls workdays from 2026-11-25 to 2026-11-25",
            "Ten calls workdays from 2026-11-26"
        ]
    );
    assert_eq!(written(&mut screen), [""; 0]);
    assert!(screen.text().contains("↻ Ten calls"), "{}", screen.text());
    let mut screen = screen.keys("u");
    assert_eq!(
        rules(&mut screen),
        ["Morning calls workdays from 2026-11-25"]
    );
}

#[test]
fn one_that_was_touched_is_not_doubled_by_the_rule_that_goes_on() {
    let mut screen = open_on_thursday()
        .keys("Enter 2 Tab Tab")
        .types("09:15")
        .keys("Enter Enter 2 ctrl-u")
        .types("Ten calls")
        .keys("shift-Tab Right Enter");
    assert_eq!(written(&mut screen), ["Ten calls Some(\"2026-11-26\")"]);
    let text = screen.text();
    assert_eq!(text.matches("↻ Ten calls").count(), 1, "{text}");
}

#[test]
fn an_emptied_rule_ends_with_this_one() {
    let mut screen = open_on_thursday().keys("Enter 2 shift-Tab shift-Tab ctrl-u Enter");
    assert_eq!(
        rules(&mut screen),
        ["Morning calls workdays from 2026-11-25 to 2026-11-26"]
    );
}

#[test]
fn a_task_that_is_there_may_begin_to_repeat() {
    let mut screen = Screen::open(wednesday())
        .click_on("CRM notes")
        .keys("Enter 2 shift-Tab")
        .types("2")
        .keys("Enter");
    assert_eq!(rules(&mut screen), ["CRM notes wed from 2026-11-26"]);
}

#[test]
fn the_box_of_an_occurrence_says_how_it_repeats() {
    open().keys("Enter 2").shows("boxes/occurrence");
    let chinese = opened(Screen::on(books()).chinese());
    chinese.keys("Enter 2").shows("boxes/occurrence");
}

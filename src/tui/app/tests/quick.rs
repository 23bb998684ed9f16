//! A task in one line: what is understood as one types, and what is written.

use super::wednesday;
use crate::domain::Task;
use crate::domain::fixtures::{amount, metric, week_id};
use crate::tui::app::harness::Screen;

/// The screen with a line typed for a new task.
fn typed(text: &str) -> Screen {
    Screen::open(wednesday()).keys("2 a").types(text)
}

/// The task that was added last.
fn added(screen: &mut Screen, title: &str) -> Task {
    let week = screen.on_disk();
    let found = week.tasks.iter().find(|task| task.title == title);
    found.cloned().unwrap()
}

const ENGLISH: &str = "call Lin tomorrow 9:30 #calls x5 ~30m";
const CHINESE: &str = "拜访华信 周三 10:00 ! @华信";

#[test]
fn what_is_understood_stands_below_the_line() {
    typed("").shows("boxes/quick_empty");
    typed(ENGLISH).shows("boxes/quick");
    let screen = Screen::open(wednesday()).chinese().keys("2 a");
    screen.types(CHINESE).shows("boxes/quick");
}

#[test]
fn enter_saves_the_task_with_what_was_understood() {
    let mut screen = typed(ENGLISH).keys("Enter");
    assert_eq!(screen.footer(), "added: call Lin, Thu 26 Nov");
    let task = added(&mut screen, "call Lin");
    assert_eq!(task.day.unwrap().to_string(), "2026-11-26");
    assert_eq!(task.time.unwrap().to_string(), "09:30");
    assert_eq!(task.metric, Some(metric("calls")));
    assert_eq!(task.amount, Some(amount(5)));
    assert_eq!(task.estimate, Some(30));
    assert_eq!(
        screen.keys("u").footer(),
        "undone: added: call Lin, Thu 26 Nov"
    );
}

#[test]
fn a_task_added_to_the_day_shown_is_marked_there() {
    let on_a_counter = || Screen::open(wednesday()).keys("2 g a");
    let mut screen = on_a_counter().types("call Lin").keys("Enter");
    assert!(
        screen.text().contains("▸☐       D  call Lin"),
        "{}",
        screen.text()
    );
    let mut screen = on_a_counter().keys("Tab").types("call Lin").keys("Enter");
    assert!(
        screen.text().contains("▸☐       D  call Lin"),
        "{}",
        screen.text()
    );
    let mut screen = on_a_counter().types("call Lin fri").keys("Enter");
    assert!(!screen.text().contains("call Lin  "), "{}", screen.text());
    assert!(screen.text().contains("▸  "), "{}", screen.text());
}

#[test]
fn a_metric_alone_counts_one() {
    let mut screen = typed("call Lin #calls").keys("Enter");
    assert_eq!(added(&mut screen, "call Lin").amount, Some(amount(1)));
    let mut screen = typed("sell #revenue").keys("Enter");
    assert_eq!(added(&mut screen, "sell").amount, None);
}

#[test]
fn a_task_of_another_week_is_written_there() {
    let mut screen = typed("拜访华信 下周一 15点半").keys("Enter");
    let week = screen.books().week(week_id("2026-W49"));
    assert_eq!(week.tasks[0].title, "拜访华信");
    assert_eq!(screen.footer(), "added: 拜访华信, Mon 30 Nov");
}

#[test]
fn a_task_for_some_time_next_week_stands_in_its_bucket() {
    for text in ["拜访华信 下周", "拜访华信 next week"] {
        let mut screen = typed(text).keys("Tab");
        assert!(screen.text().contains("next week"), "{}", screen.text());
        let mut screen = screen.keys("ctrl-s");
        let week = screen.books().week(week_id("2026-W49"));
        assert_eq!(week.tasks[0].day, None, "{text}");
        assert_eq!(screen.footer(), "added: 拜访华信, next week");
    }
}

#[test]
fn a_wrong_guess_is_refused_by_one_key() {
    let mut screen = typed("Meet the team fri").keys("ctrl-t");
    assert!(screen.text().contains("the title as it is typed"));
    let mut screen = screen.keys("Enter");
    let task = added(&mut screen, "Meet the team fri");
    assert_eq!(task.day.unwrap().to_string(), "2026-11-25");
}

#[test]
fn the_title_is_read_again_by_the_same_key() {
    let mut screen = typed("Meet fri").keys("ctrl-t ctrl-t Enter");
    added(&mut screen, "Meet");
}

#[test]
fn tab_goes_on_to_all_fields_with_what_was_understood() {
    let mut screen = typed(ENGLISH).keys("Tab");
    let text = screen.text();
    for value in ["[call Lin ", "09:30", "Calls", "tomorrow", " 5", " 30"] {
        assert!(text.contains(value), "{value}:\n{text}");
    }
    let mut screen = screen.keys("ctrl-s");
    assert_eq!(added(&mut screen, "call Lin").amount, Some(amount(5)));
}

#[test]
fn a_customer_completes_by_its_beginning() {
    let mut screen = typed("first @\"Lin & Co\"").keys("Enter a");
    screen = screen.types("second @lin").keys("Enter");
    let task = added(&mut screen, "second");
    assert_eq!(task.customer.as_deref(), Some("Lin & Co"));
}

#[test]
fn on_a_past_day_a_weekday_may_be_over() {
    let mut screen = Screen::open(wednesday()).keys("2 [ a");
    screen = screen.types("note mon").keys("Enter");
    let task = added(&mut screen, "note");
    assert_eq!(task.day.unwrap().to_string(), "2026-11-23");
}

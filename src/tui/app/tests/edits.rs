//! What keys do to the week.

use super::wednesday;
use crate::domain::Weekday::{Mon, Thu, Tue, Wed};
use crate::domain::change::{Change, TargetChange, TargetSet};
use crate::domain::fixtures::{a_week, amount, at, metric, task_id, week_id};
use crate::domain::{Cause, TaskState};
use crate::tui::app::harness::Screen;

fn done(screen: &mut Screen, of: &str) -> i64 {
    screen.on_disk().done(&metric(of)).units()
}

#[test]
fn a_letter_counts_in_every_pane() {
    let mut screen = Screen::open(wednesday()).keys("1 c 2 c 3 c");
    assert_eq!(done(&mut screen, "calls"), 30);
    assert_eq!(screen.footer(), "+1 Calls, Wed 25 Nov");
}

#[test]
fn a_letter_of_minutes_counts_the_step_of_the_settings() {
    let mut screen = Screen::open(wednesday()).keys("t");
    assert_eq!(done(&mut screen, "training"), 45);
}

#[test]
fn a_letter_of_money_opens_the_field() {
    let mut screen = Screen::open(wednesday())
        .keys("d")
        .types("1.2万")
        .keys("Enter");
    assert_eq!(done(&mut screen, "revenue"), 31_200_000 + 1_200_000);
}

#[test]
fn the_letter_with_shift_makes_the_days_sum_an_amount() {
    let mut screen = Screen::open(wednesday())
        .keys("C")
        .types("=14")
        .keys("Enter");
    let today = screen.on_disk().done_by_day(&metric("calls"))[Wed];
    assert_eq!(today, amount(14));
    let mut screen = Screen::open(wednesday())
        .keys("C")
        .types("-2")
        .keys("Enter");
    assert_eq!(done(&mut screen, "calls"), 25);
}

#[test]
fn an_amount_that_cannot_be_read_is_refused_in_the_field() {
    let mut screen = Screen::open(wednesday())
        .keys("C")
        .types("many")
        .keys("Enter");
    assert_eq!(done(&mut screen, "calls"), 27);
    assert!(screen.text().contains("`many`"), "{}", screen.text());
    let mut screen = screen.keys("ctrl-u").types("3").keys("Enter");
    assert_eq!(done(&mut screen, "calls"), 30);
}

#[test]
fn the_counting_box_needs_digits_and_enter_alone() {
    let mut screen = Screen::open(wednesday()).keys("0 4 Enter");
    assert_eq!(done(&mut screen, "calls"), 28);
    let mut screen = Screen::open(wednesday()).keys("0 4 1 5 Enter");
    assert_eq!(done(&mut screen, "calls"), 42);
}

#[test]
fn the_counting_box_takes_a_customer() {
    let mut screen = Screen::open(wednesday())
        .keys("0 4 Tab")
        .types("华信科技")
        .keys("Enter");
    let week = screen.on_disk();
    let entry = week.entries.iter().find(|entry| entry.customer.is_some());
    assert_eq!(entry.unwrap().customer.as_deref(), Some("华信科技"));
}

#[test]
fn space_checks_the_selected_task_off_and_opens_it_again() {
    let mut screen = Screen::open(wednesday()).keys("2 Down space");
    assert_eq!(done(&mut screen, "emails"), 50);
    assert_eq!(screen.footer(), "done: Follow-up emails, Wed 25 Nov");
    let mut screen = screen.keys("space");
    assert_eq!(done(&mut screen, "emails"), 30);
}

#[test]
fn plus_and_minus_count_on_the_selected_task() {
    let mut screen = Screen::open(wednesday()).keys("2 Down + + -");
    let week = screen.on_disk();
    let task = week.task(task_id("Follow-up emails")).unwrap();
    assert_eq!(week.progress(task), amount(1));
}

#[test]
fn a_task_is_added_to_the_day_shown() {
    let screen = Screen::open(wednesday()).keys("2 ] a").types("拜访云峰");
    let mut screen = screen.keys("Enter");
    let week = screen.on_disk();
    let task = week.tasks.iter().find(|task| task.title == "拜访云峰");
    assert_eq!(task.unwrap().day, Some(week_id("2026-W48").day(Thu)));
    assert_eq!(screen.footer(), "added: 拜访云峰, Thu 26 Nov");
}

#[test]
fn a_task_has_a_time_and_an_amount() {
    let screen = Screen::open(wednesday()).keys("2 a").types("Visit Yunfeng");
    let screen = screen
        .keys("Tab Tab Tab")
        .types("14:00")
        .keys("Down space Down Down Down");
    // The metrics in the order of the settings: none, new customers, revenue, visits.
    let screen = screen.keys("Right Right Right Down").types("1");
    let mut screen = screen.keys("ctrl-s");
    let week = screen.on_disk();
    let task = week.tasks.iter().find(|task| task.title == "Visit Yunfeng");
    let task = task.unwrap();
    assert_eq!(task.time, Some("14:00".parse().unwrap()));
    assert_eq!(task.important, Some(true));
    assert_eq!(
        (task.metric.clone(), task.amount),
        (Some(metric("visits")), Some(amount(1)))
    );
}

#[test]
fn a_task_without_title_is_refused() {
    let mut screen = Screen::open(wednesday()).keys("2 a Enter");
    assert!(screen.text().contains("a text is missing"));
    assert_eq!(screen.on_disk().tasks.len(), 5);
}

#[test]
fn a_task_is_edited_from_its_list() {
    let screen = Screen::open(wednesday()).keys("2 Enter 2 ctrl-u");
    let mut screen = screen.types("Call Lin").keys("Enter");
    assert_eq!(screen.footer(), "changed: Call Lin, Wed 25 Nov");
    let mut screen = screen.keys("u");
    assert_eq!(screen.footer(), "undone: changed: Call Lin, Wed 25 Nov");
}

#[test]
fn a_task_is_skipped_with_a_cause_by_one_digit() {
    let mut screen = Screen::open(wednesday()).keys("2 s 1");
    let week = screen.on_disk();
    let task = week.task(task_id("Call Lin about the delivery")).unwrap();
    assert!(matches!(
        task.state,
        TaskState::Skipped {
            cause: Cause::NoTime,
            ..
        }
    ));
}

#[test]
fn a_task_moves_by_the_number_of_its_day() {
    // Today is Wednesday: 1 today, 2 Thursday … 6 this week, 7 next week.
    let mut screen = Screen::open(wednesday()).keys("2 m 2");
    let week = screen.on_disk();
    let task = week.task(task_id("Call Lin about the delivery")).unwrap();
    assert_eq!(task.day, Some(week_id("2026-W48").day(Thu)));
    let mut screen = screen.keys("u m 7");
    let next = screen.books().week(week_id("2026-W49"));
    assert_eq!(next.tasks[0].day, None);
}

#[test]
fn removing_a_task_with_entries_asks_what_becomes_of_them() {
    let mut screen = Screen::open(wednesday()).keys("2 Down + x 1");
    assert_eq!(done(&mut screen, "emails"), 31);
    let mut screen = screen.keys("u x 2");
    assert_eq!(done(&mut screen, "emails"), 30);
}

#[test]
fn an_event_takes_its_amount_off() {
    let screen = Screen::open(wednesday())
        .keys("i 1")
        .types("12万")
        .keys("Tab");
    let mut screen = screen.types("Huaxin cancelled").keys("Enter Enter");
    let week = screen.on_disk();
    assert_eq!(week.events[0].text, "Huaxin cancelled");
    assert_eq!(done(&mut screen, "revenue"), 31_200_000 - 12_000_000);
}

#[test]
fn the_day_closes_with_causes_fates_mood_and_a_line() {
    let screen = Screen::open(wednesday()).keys("2 o");
    // Call Lin: no time, tomorrow. Follow-up emails and CRM notes stay as they are.
    let screen = screen.keys("1 Up Right Down Down Down 4");
    let mut screen = screen.types("calls before ten").keys("Enter");
    let week = screen.on_disk();
    let closed = &week.closed[&week_id("2026-W48").day(Wed)];
    assert_eq!(
        (closed.mood, closed.worked.as_deref()),
        (Some(4), Some("calls before ten"))
    );
    let task = week.task(task_id("Call Lin about the delivery")).unwrap();
    assert_eq!(task.day, Some(week_id("2026-W48").day(Thu)));
    assert_eq!(week.review.misses[0].cause, Cause::NoTime);
    assert!(week.closed.contains_key(&week_id("2026-W48").day(Tue)));
}

#[test]
fn the_day_closes_with_its_wins_and_keeps_them_when_it_is_closed_anew() {
    let wins = |screen: &mut Screen| {
        let closed = screen.on_disk().closed;
        let closed = closed.get(&week_id("2026-W48").day(Wed));
        closed.map(|closed| closed.wins.clone()).unwrap_or_default()
    };
    // The last lines: the first of them is left empty.
    let screen = Screen::open(wednesday()).keys("2 o shift-Tab shift-Tab");
    let screen = screen.types("Huaxin ordered").keys("Tab");
    let mut screen = screen.types("a referral").keys("Enter");
    assert_eq!(wins(&mut screen), ["Huaxin ordered", "a referral"]);
    let mut screen = screen.keys("o Enter");
    assert_eq!(wins(&mut screen), ["Huaxin ordered", "a referral"]);
    let mut screen = screen.keys("u u");
    assert!(wins(&mut screen).is_empty());
}

#[test]
fn undo_says_what_and_when_and_redo_makes_it_again() {
    let mut screen = Screen::open(wednesday()).keys("c v u");
    assert_eq!(screen.footer(), "undone: +1 Visits, Wed 25 Nov");
    let mut screen = screen.keys("u");
    assert_eq!(screen.footer(), "undone: +1 Calls, Wed 25 Nov");
    assert_eq!(done(&mut screen, "calls"), 27);
    let mut screen = screen.keys("u");
    assert_eq!(screen.footer(), "nothing to undo");
    let mut screen = screen.keys("ctrl-r ctrl-r");
    assert_eq!(screen.footer(), "done again: +1 Visits, Wed 25 Nov");
    assert_eq!(done(&mut screen, "calls"), 28);
}

#[test]
fn a_step_whose_expectation_fails_is_dropped_with_the_reason() {
    let set = |units: i64, moment: &str| {
        let set = TargetSet::new(metric("calls"), amount(units), at(moment));
        Change::Week(week_id("2026-W48"), TargetChange::Set(set).into())
    };
    let gone = Change::Week(
        week_id("2026-W48"),
        crate::domain::change::TaskChange::Remove {
            id: task_id("Call Lin about the delivery"),
            with_entries: true,
        }
        .into(),
    );
    let mut screen = Screen::open(wednesday())
        .keys("c 2 space")
        .elsewhere(gone)
        .elsewhere(set(55, "2026-11-25 09:01"))
        .keys("u");
    assert!(
        screen.footer().starts_with("not undone"),
        "{}",
        screen.footer()
    );
    let mut screen = screen.keys("u");
    assert_eq!(screen.footer(), "undone: +1 Calls, Wed 25 Nov");
}

#[test]
fn a_step_that_is_refused_names_the_amount_as_it_is_shown() {
    let set = TargetSet::new(
        metric("revenue"),
        amount(48_000_000),
        at("2026-11-25 09:01"),
    );
    let elsewhere = Change::Week(week_id("2026-W48"), TargetChange::Set(set).into());
    let screen =
        Screen::open(wednesday()).keys("1 g Down Down Down Left Left Left Right Enter ctrl-u");
    let screen = screen.types("60万").keys("Enter Enter");
    let mut screen = screen.elsewhere(elsewhere).keys("u");
    assert_eq!(
        screen.footer(),
        "not undone: Revenue has a target of ¥480,000 now"
    );
}

#[test]
fn a_sealed_week_asks_once_whether_it_is_to_be_opened() {
    let sealed = || {
        a_week("2026-W48")
            .target("calls", 50)
            .entry("calls", 3, Mon)
            .sealed()
    };
    let mut screen = Screen::open(sealed()).week("2026-W48").keys("c");
    screen = screen.shows("boxes/reopen").keys("Esc");
    assert_eq!(done(&mut screen, "calls"), 3);
    let mut screen = screen.keys("c Enter");
    assert_eq!(done(&mut screen, "calls"), 4);
    assert!(!screen.on_disk().is_sealed());
}

#[test]
fn a_day_to_come_takes_no_count() {
    let mut screen = Screen::open(wednesday()).keys("] c");
    assert_eq!(done(&mut screen, "calls"), 27);
    assert_eq!(screen.footer(), "Thu 26 Nov is still to come");
}

#[test]
fn a_click_selects_and_on_the_sign_checks_off() {
    let mut screen = Screen::open(wednesday()).keys("2").click(2, 11);
    assert_eq!(done(&mut screen, "emails"), 50);
}

#[test]
fn a_click_focuses_the_pane_it_is_in() {
    let mut screen = Screen::open(wednesday())
        .size(120, 40)
        .keys("2")
        .click(10, 30);
    assert!(screen.footer().contains("event"), "{}", screen.footer());
}

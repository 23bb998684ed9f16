//! Boxes, and what passes through them.

use super::wednesday;
use crate::domain::Weekday::{Mon, Tue};
use crate::domain::fixtures::{WeekBuilder, a_week, amount, metric, task_id, week_id};
use crate::domain::{Day, Weekday};
use crate::store::StoreError;
use crate::tui::app::harness::Screen;

/// What Monday left, and last week.
fn tuesday() -> Screen {
    let mut books = week_with_rest().build().books();
    let earlier = a_week("2026-W47")
        .target("calls", 40)
        .task("Reference list for Yunfeng", Mon)
        .build();
    books.insert(earlier.week);
    Screen::on(books).at("2026-11-24 08:55")
}

fn week_with_rest() -> WeekBuilder {
    a_week("2026-W48")
        .target("calls", 50)
        .entry("calls", 4, Mon)
        .task("Call Lin about delivery", Mon)
        .counted("20 follow-up emails", Mon, "emails", 20)
        .task("CRM notes", Mon)
        .task("Visit Huaxin", Tue)
}

#[test]
fn the_day_opens_with_what_the_days_before_left() {
    tuesday().shows("boxes/opening");
    tuesday().chinese().shows("boxes/opening");
}

#[test]
fn what_a_box_stands_before_steps_back() {
    let mut before = Screen::open(wednesday());
    assert!(!before.is_dim("New customers"));
    let mut asked = before.keys("i");
    assert!(asked.is_dim("New customers"));
    assert!(!asked.is_dim("Something unexpected"));
    assert!(!asked.keys("Esc").is_dim("New customers"));
}

#[test]
fn the_opening_box_names_its_keys() {
    for size in [(80, 24), (120, 40)] {
        let open = || tuesday().size(size.0, size.1);
        let says = |screen: Screen, keys: &str| {
            let text = { screen }.text();
            assert!(text.contains(keys), "{keys}:\n{text}");
        };
        says(
            open(),
            "╰ Enter all to today  1-4 decide  ↑↓ choose  u undo  Esc later ─",
        );
        says(open().keys("Down"), "╰ Enter today  1-5 decide");
        let chinese = "╰ Enter 全部放到今天  1-4 处理  ↑↓ 选择  u 撤销  Esc 以后再说 ─";
        says(open().chinese(), chinese);
        says(heap().size(size.0, size.1), "1-4 6 decide");
    }
}

#[test]
fn where_no_day_of_this_week_left_anything_the_week_before_is_named() {
    let open = || {
        let mut books = a_week("2026-W48").target("calls", 50).build().books();
        let earlier = a_week("2026-W47")
            .target("calls", 40)
            .task("Reference list for Yunfeng", Mon)
            .build();
        books.insert(earlier.week);
        Screen::on(books).at("2026-11-24 08:55")
    };
    open().shows("boxes/opening_last_week");
    open().chinese().shows("boxes/opening_last_week");
}

#[test]
fn lines_of_the_opening_box_that_have_no_room_are_told_of_and_come_with_the_last_task() {
    let titles = ["one", "two", "three", "four", "five", "six", "seven"];
    let week = super::wednesday();
    let week = titles
        .iter()
        .fold(week, |week, title| week.task(title, Tue));
    let mut screen = Screen::open(week).at("2026-11-26 08:50");
    let calls = "Calls 6 of 10";
    let training = "Training 0 min of 10 min";
    let text = screen.text();
    assert!(text.contains("│  ↓   "), "{text}");
    assert!(!text.contains(training), "{text}");
    let text = screen.keys("End").text();
    assert!(!text.contains("│  ↓ "), "{text}");
    assert!(text.contains(calls) && text.contains(training), "{text}");
}

#[test]
fn a_small_opening_box_names_its_digits_and_counts_the_tasks_below() {
    let week = super::wednesday().task("one", Tue).task("two", Tue);
    let mut screen = Screen::open(week).at("2026-11-26 08:50").size(40, 12);
    let text = screen.text();
    assert!(text.contains("1-4 decide"), "{text}");
    assert!(text.contains("↓ 5 more"), "{text}");
}

#[test]
fn what_the_marked_line_would_do_stands_behind_each_task() {
    let going = |screen: Screen| {
        let text = { screen }.text();
        let goes = text.lines().filter(|line| line.ends_with("→ today │"));
        goes.count()
    };
    assert_eq!(going(tuesday()), 4, "all");
    let mut one = tuesday().keys("Down Down");
    let text = one.text();
    let line = text.lines().find(|line| line.contains("→ today")).unwrap();
    assert!(line.contains("20 follow-up emails"), "{text}");
    assert_eq!(going(one), 1);
    assert!(tuesday().chinese().text().contains("→ 今天"));
}

#[test]
fn enter_takes_all_to_today() {
    let mut screen = tuesday().keys("Enter");
    let today = week_id("2026-W48").day(Tue);
    let week = screen.on_disk();
    assert!(week.tasks.iter().all(|task| task.day == Some(today)));
    assert_eq!(week.tasks.len(), 5);
    assert!(screen.text().contains("2 Today · Tue 24"));
}

#[test]
fn a_digit_decides_the_marked_line_and_goes_on() {
    let mut screen = tuesday().keys("Down 1 3 4 1 5");
    let week = screen.on_disk();
    let day = |title: &str| week.task(task_id(title)).unwrap().day;
    assert_eq!(
        day("Call Lin about delivery"),
        Some(week_id("2026-W48").day(Tue))
    );
    assert_eq!(day("20 follow-up emails"), None);
    assert!(!week.task(task_id("CRM notes")).unwrap().is_open());
    let earlier = screen.books().week(week_id("2026-W47"));
    assert!(earlier.tasks.is_empty());
}

/// Tuesday morning with seven tasks that Monday left.
fn heap() -> Screen {
    let titles = ["one", "two", "three", "four", "five", "six", "seven"];
    let week = a_week("2026-W48").target("calls", 50);
    let week = titles
        .iter()
        .fold(week, |week, title| week.task(title, Mon));
    Screen::open(week).at("2026-11-24 08:50")
}

#[test]
fn of_a_heap_one_digit_takes_five_and_lets_the_others_wait() {
    heap().shows("boxes/opening_heap");
    heap().chinese().shows("boxes/opening_heap");
    let mut screen = heap().keys("6");
    let on = |screen: &mut Screen, day| {
        let tasks = screen.on_disk().tasks;
        tasks.iter().filter(|task| task.day == day).count()
    };
    let tuesday = Some(week_id("2026-W48").day(Tue));
    assert_eq!((on(&mut screen, tuesday), on(&mut screen, None)), (5, 2));
    assert!(!screen.text().contains("opening"), "{}", screen.text());
    let mut screen = screen.keys("u");
    let monday = Some(week_id("2026-W48").day(Mon));
    assert_eq!(on(&mut screen, monday), 7);
}

#[test]
fn on_the_line_for_all_a_digit_decides_all_alike() {
    let days = |screen: Screen| {
        let week = { screen }.on_disk();
        let open = week.tasks.iter().filter(|task| task.is_open());
        let mut days: Vec<_> = open.map(|task| task.day.map(Day::weekday)).collect();
        days.sort();
        days
    };
    let on = |day| vec![day; 7];
    assert_eq!(days(heap().keys("1")), on(Some(Tue)));
    assert_eq!(days(heap().keys("2 2")), on(Some(Weekday::Wed)));
    assert_eq!(days(heap().keys("3")), on(None));
    assert_eq!(days(heap().keys("4 1")), []);
    let mut screen = heap().keys("4 1");
    assert!(screen.footer().contains("All 7 skipped (no time)"));
    assert_eq!(days(screen.keys("u")), on(Some(Mon)));
}

#[test]
fn nothing_is_removed_unless_its_line_is_marked() {
    let mut screen = heap().keys("5");
    assert_eq!(screen.on_disk().tasks.len(), 7);
    assert!(!screen.text().contains("5 remove"), "{}", screen.text());
    let mut screen = screen.keys("Down 5");
    let said = "task removed: one, Mon 23 Nov";
    assert!(screen.footer().contains(said), "{}", screen.footer());
    let text = screen.text();
    assert!(text.contains("u undo"), "{text}");
    assert_eq!(screen.on_disk().tasks.len(), 6);
    assert_eq!(screen.keys("u").on_disk().tasks.len(), 7);
}

#[test]
fn six_takes_the_first_few_on_the_line_for_all_alone() {
    let mut screen = heap().keys("Down 6");
    assert!(screen.text().contains("opening"), "{}", screen.text());
    assert!(!screen.text().contains("6 the first"), "{}", screen.text());
}

#[test]
fn esc_leaves_what_was_left_as_a_block_of_today() {
    let mut screen = tuesday().keys("Esc");
    assert!(screen.text().contains("open from before 4"));
}

#[test]
fn undo_works_over_the_opening_box() {
    let mut screen = tuesday().keys("Down 1 u");
    let week = screen.on_disk();
    let monday = week_id("2026-W48").day(Mon);
    assert_eq!(
        week.task(task_id("Call Lin about delivery")).unwrap().day,
        Some(monday)
    );
    assert!(screen.text().contains("opening Tue 24"));
}

#[test]
fn the_counting_box_stands_as_the_counters_do() {
    Screen::open(wednesday()).keys("0").shows("boxes/count");
    Screen::open(wednesday())
        .chinese()
        .keys("0 4")
        .shows("boxes/count_open");
}

#[test]
fn boxes_are_drawn() {
    Screen::open(wednesday())
        .keys("2 a Tab")
        .shows("boxes/task");
    Screen::open(wednesday())
        .chinese()
        .keys("2 a Tab")
        .shows("boxes/task");
    Screen::open(wednesday())
        .keys("2 Enter")
        .shows("boxes/task_list");
    Screen::open(wednesday()).keys("2 s").shows("boxes/causes");
    Screen::open(wednesday())
        .keys("2 s 0")
        .shows("boxes/more_causes");
    Screen::open(wednesday()).keys("2 m").shows("boxes/move");
    Screen::open(wednesday()).keys("i 1").shows("boxes/event");
    Screen::open(wednesday())
        .keys("2 o")
        .shows("boxes/close_day");
    Screen::open(wednesday())
        .chinese()
        .keys("2 o")
        .shows("boxes/close_day");
    Screen::open(wednesday())
        .keys("2 o shift-Tab shift-Tab shift-Tab")
        .types("Huaxin ordered again")
        .keys("Tab")
        .types("a referral")
        .shows("boxes/close_day_wins");
    Screen::open(wednesday()).keys("C").shows("boxes/amount");
}

#[test]
fn what_is_wrong_with_an_amount_is_said_in_full_in_the_box_as_it_stood() {
    let mut screen = Screen::open(wednesday()).keys("C").types("=abc");
    let box_of = |screen: &mut Screen| {
        let text = screen.text();
        let top = text.lines().find(|line| line.contains("╭ Count")).unwrap();
        let (left, right) = (top.find("╭ Count"), top.rfind('╮'));
        (left, right)
    };
    let before = box_of(&mut screen);
    let mut screen = screen.keys("Enter");
    assert_eq!(box_of(&mut screen), before);
    screen.shows("boxes/amount_wrong");
    let screen = Screen::open(wednesday()).chinese().keys("C").types("=abc");
    screen.keys("Enter").shows("boxes/amount_wrong");
}

#[test]
fn the_close_of_a_day_names_every_counter() {
    for size in [(80, 24), (120, 40)] {
        let open = || Screen::open(wednesday()).size(size.0, size.1);
        let english = open().keys("2 o").text();
        for name in [
            "Visits 0/3",
            "Calls 6/10",
            "Emails 0/24",
            "Training 0/10 min",
        ] {
            assert!(english.contains(name), "{name}:\n{english}");
        }
        let chinese = open().chinese().keys("2 o").text();
        for name in ["拜访 0/3", "电话 6/10", "邮件 0/24", "培训 0/10 分"] {
            assert!(chinese.contains(name), "{name}:\n{chinese}");
        }
    }
}

#[test]
fn the_caret_never_stands_in_the_last_two_rows() {
    for keys in ["C", "0 4", "a", "i 1", ":", "/", "2 o Up", "2 o shift-Tab"] {
        for size in [(80, 24), (40, 12)] {
            let mut screen = Screen::open(wednesday()).size(size.0, size.1).keys(keys);
            if let Some((_, row)) = screen.caret() {
                assert!(row < size.1 - 2, "{keys} at {size:?}: {row}");
            }
        }
    }
}

#[test]
fn an_action_is_done_by_its_name() {
    let mut screen = Screen::open(wednesday()).keys("2 ctrl-p").types("skip");
    screen = screen.keys("Enter");
    assert!(screen.text().contains("Why?"));
}

#[test]
fn every_layer_passes_on_exactly_what_it_refuses() {
    for keys in [
        "1",
        "2",
        "3",
        "2 g",
        "2 End",
        "2 Down Down",
        "0",
        "0 4",
        "C",
        "a",
        "a Tab",
        "i",
        "i 1",
        "2 Enter",
        "2 s",
        "2 m",
        "2 o",
        "2 o Tab Tab Tab Tab",
        "2 o shift-Tab",
        "?",
        ":",
        "/",
    ] {
        Screen::open(wednesday())
            .keys(keys)
            .passes_on_what_it_refuses();
    }
    tuesday().passes_on_what_it_refuses();
    heap().passes_on_what_it_refuses();
}

#[test]
fn ctrl_c_quits_from_everywhere() {
    for keys in ["", "a", "0", "C", ":"] {
        assert!(
            Screen::open(wednesday())
                .keys(keys)
                .keys("ctrl-c")
                .has_quit(),
            "{keys}"
        );
    }
    assert!(!Screen::open(wednesday()).keys("a q").has_quit());
}

/// Monday before the plan.
fn unplanned() -> Screen {
    let mut books = a_week("2026-W48").build().books();
    let earlier = a_week("2026-W47").target("calls", 40).build();
    books.insert(earlier.week);
    Screen::on(books).at("2026-11-23 08:50")
}

#[test]
fn a_plan_that_was_changed_is_asked_about_before_it_is_lost() {
    let keys = "1 Down Down Down Down 6 0 Enter Esc Tab";
    let typed = || unplanned().keys(keys);
    typed().keys("q").shows("boxes/leave");
    let chinese = unplanned().chinese().keys(keys);
    chinese.keys("q").shows("boxes/leave");
    assert!(typed().keys("q 2").has_quit());
    assert!(typed().keys("q q").has_quit());
    let mut screen = typed().keys("q 3");
    assert!(!screen.text().contains("Leave?"), "{}", screen.text());
    assert!(screen.keys("1").text().contains("60"));
    let mut screen = typed().keys("q 1");
    let calls = screen.on_disk().target_amount(&metric("calls"));
    assert_eq!(calls, Some(amount(60)));
    assert!(screen.has_quit());
}

#[test]
fn a_plan_that_cannot_be_written_keeps_the_program_open() {
    let screen = unplanned().keys("1 Down Down Down Down 6 0 Enter Esc q");
    let mut screen = screen.broken(Some(StoreError::NotEmpty)).keys("1");
    assert!(!screen.has_quit());
    assert!(screen.text().contains("60"), "{}", screen.text());
}

#[test]
fn a_plan_as_it_is_suggested_is_left_without_a_question() {
    for keys in ["q", "2 q", "1 Down Down Down Down Enter Esc q", "1 > q"] {
        assert!(unplanned().keys(keys).has_quit(), "{keys}");
    }
    let another_week = "1 Down Down Down Down 6 0 Enter Esc < q";
    let mut screen = unplanned().keys(another_week);
    assert!(
        screen.text().contains("The plan of W48"),
        "{}",
        screen.text()
    );
    let week = screen.keys("1").books().week(week_id("2026-W48"));
    assert_eq!(week.target_amount(&metric("calls")), Some(amount(60)));
}

#[test]
fn the_close_of_a_day_says_where_the_arrow_lets_the_marked_task_go() {
    let open = || Screen::open(wednesday()).keys("2 o");
    let foot = |screen: Screen| {
        let text = { screen }.text();
        text.lines()
            .find(|line| line.contains("╰ Enter"))
            .map(str::to_owned)
    };
    let first = foot(open());
    assert!(
        first
            .as_deref()
            .is_some_and(|line| line.contains("→ Call Lin")),
        "{first:?}"
    );
    let next = foot(open().keys("1"));
    assert_ne!(first, next);
    let mut screen = open();
    assert!(screen.text().contains("← stays →"), "{}", screen.text());
    let mut screen = screen.keys("Right");
    assert!(screen.text().contains("← tomorrow →"), "{}", screen.text());
}

#[test]
fn a_closed_day_says_how_it_felt() {
    let mut screen = Screen::open(wednesday()).keys("2 o shift-Tab shift-Tab shift-Tab");
    while !screen.text().contains("mood, 1 to 5: 4") {
        screen = screen.keys("shift-Tab 4");
    }
    let text = screen.keys("Enter").text();
    assert!(text.contains("closed · mood 4 ─"), "{text}");
}

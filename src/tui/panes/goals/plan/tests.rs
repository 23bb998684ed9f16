//! The plan check and the turn to care, from the key to the disk.

use crate::domain::Market;
use crate::domain::Weekday::{Thu, Tue};
use crate::domain::fixtures::{a_week, amount, metric};
use crate::tui::app::harness::Screen;

/// Monday of a week with a full Thursday and an improvement without a day, after weeks of 40
/// calls.
fn monday() -> Screen {
    let this = a_week("2026-W48")
        .task_with("Stand at the fair", Some(Thu), |task| {
            task.estimate = Some(570);
        })
        .bucket("quote the same day");
    let mut books = this.build().books();
    for week in ["2026-W44", "2026-W45", "2026-W46", "2026-W47"] {
        let week = a_week(week)
            .target("new_customers", 10)
            .target("visits", 15)
            .target("calls", 50)
            .entry("calls", 40, Tue)
            .improvement("quote the same day", None);
        books.insert(week.sealed().build().week);
    }
    Screen::on(books).at("2026-11-23 08:50")
}

#[test]
fn what_speaks_against_a_plan_stands_below_it() {
    monday().shows("goals/plan_check");
    monday().chinese().shows("goals/plan_check");
    monday().size(120, 40).shows("goals/plan_check_wide");
}

#[test]
fn the_focus_is_written_with_the_plan() {
    let mut screen = monday().keys("Down f");
    let text = screen.text();
    assert!(text.contains("normal · focus: New customers"), "{text}");
    assert_eq!(screen.on_disk().focus, None);
    let mut taken = screen.keys("ctrl-s");
    assert_eq!(taken.on_disk().focus, Some(metric("new_customers")));
    let mut turned = monday().keys("Down f f ctrl-s");
    assert_eq!(turned.on_disk().focus, None);
}

#[test]
fn what_has_no_figure_cannot_come_first() {
    let mut screen = monday().keys("Down Down f");
    let text = screen.text();
    assert!(
        text.contains("▸Revenue") && !text.contains("focus:"),
        "{text}"
    );
}

#[test]
fn a_figure_is_checked_while_it_is_typed() {
    let doubt = "Calls 48: the best of 4 weeks brought 40";
    let on_calls = || monday().keys("Down Down Down Down Enter");
    let mut screen = on_calls().types("48");
    assert!(!screen.text().contains(doubt), "{}", screen.text());
    let mut screen = on_calls().types("49");
    let doubt = doubt.replace("48", "49");
    assert!(screen.text().contains(&doubt), "{}", screen.text());
}

#[test]
fn enter_takes_the_figure_of_the_best_week() {
    let rows = "Down ".repeat(9);
    let mut screen = monday().keys(&rows);
    assert!(
        screen.text().contains("Enter takes 40"),
        "{}",
        screen.text()
    );
    let mut screen = screen.keys("Enter");
    let text = screen.text();
    assert!(!text.contains("Enter takes"), "{text}");
    assert!(text.contains("▸Take this plan"), "{text}");
    assert!(!screen.on_disk().has_targets());
    let week = screen.keys("ctrl-s").on_disk();
    assert_eq!(week.target_amount(&metric("calls")), Some(amount(40)));
}

#[test]
fn what_the_week_before_left_is_decided_over_the_plan() {
    let week = a_week("2026-W47")
        .target("calls", 50)
        .task("Reference list", Tue);
    let mut screen = Screen::on(week.build().books()).at("2026-11-23 08:50");
    let rows = "Down ".repeat(9);
    let mut opened = screen.keys(&rows).keys("Enter");
    let text = opened.text();
    assert!(text.contains("opening Mon 23"), "{text}");
    screen = opened.keys("Esc");
    assert!(screen.text().contains("plan the week"), "{}", screen.text());
    let mut screen = screen.keys("Enter Down 1");
    let text = screen.text();
    assert!(text.contains("plan the week"), "{text}");
    assert!(!text.contains("Enter decides"), "{text}");
    let days: Vec<_> = screen.on_disk().tasks.iter().map(|task| task.day).collect();
    assert_eq!(days, [Some(crate::domain::fixtures::day("2026-11-23"))]);
}

#[test]
fn what_this_week_still_holds_open_is_left_to_its_review() {
    let week = a_week("2026-W48").target("calls", 50).task("List", Tue);
    let mut screen = Screen::open(week).keys("Esc > 1");
    let text = screen.text();
    assert!(text.contains("its review decides"), "{text}");
    assert!(!text.contains("Enter decides"), "{text}");
}

fn weak() -> Screen {
    weakened(monday())
}

fn weakened(screen: Screen) -> Screen {
    screen.keys("G Enter Right Enter")
}

#[test]
fn a_weak_market_offers_the_turn_to_care() {
    assert!(!monday().text().contains("Turn to care"));
    weak().shows("goals/turn_to_care");
    weakened(monday().chinese()).shows("goals/turn_to_care");
}

#[test]
fn the_turn_changes_the_plan_and_is_written_with_it() {
    let mut screen = weak().keys("G Enter");
    let week = screen.on_disk();
    assert!(!week.has_targets());
    assert_eq!(week.outlook.market, Market::Weak);
    assert!(!screen.text().contains("Turn to care"), "{}", screen.text());

    let week = screen.keys("ctrl-s").on_disk();
    let target = |id| week.target_amount(&metric(id));
    assert_eq!(target("new_customers"), Some(amount(8)));
    assert_eq!(target("visits"), Some(amount(12)));
    assert_eq!(target("calls"), Some(amount(40)));
    assert_eq!(target("care"), Some(amount(13)));
}

#[test]
fn a_turn_that_could_not_be_written_leaves_the_figures() {
    let mut screen = weak()
        .broken(Some(crate::store::StoreError::NotEmpty))
        .keys("G Enter");
    assert!(
        screen.text().contains("New customers       10"),
        "{}",
        screen.text()
    );
    assert!(screen.text().contains("Turn to care"), "{}", screen.text());
}

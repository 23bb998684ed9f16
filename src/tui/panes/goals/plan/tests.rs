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
fn a_figure_is_checked_while_it_is_typed() {
    let doubt = "Calls 48: the best of 4 weeks brought 40";
    let on_calls = || monday().keys("Down Down Down Down Enter");
    let mut screen = on_calls().types("48");
    assert!(!screen.text().contains(doubt), "{}", screen.text());
    let mut screen = on_calls().types("49");
    let doubt = doubt.replace("48", "49");
    assert!(screen.text().contains(&doubt), "{}", screen.text());
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

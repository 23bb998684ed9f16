//! The plan check, the turn to care and pins, from the key to the disk.

use crate::domain::Weekday::{Fri, Thu, Tue, Wed};
use crate::domain::fixtures::{a_week, amount, metric, week_id};
use crate::domain::{Market, Weekday};
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

/// On the figure of calls.
fn on_calls() -> Screen {
    monday().keys("Down Down Down Down")
}

/// The line of calls.
fn calls(screen: &mut Screen) -> String {
    let text = screen.text();
    let mut lines = text.lines().filter(|line| line.contains("Calls"));
    let line = lines.next().unwrap();
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The pins of calls that were written.
fn pins(screen: &mut Screen) -> Vec<(Weekday, i64)> {
    let week = screen.on_disk();
    let target = week.target(&metric("calls")).unwrap();
    let pins = target.pins.iter();
    pins.map(|(day, to)| (day.weekday(), to.units())).collect()
}

#[test]
fn a_day_is_pinned_before_the_plan_is_taken() {
    let mut screen = on_calls().keys("Right Right 1 5");
    let line = calls(&mut screen);
    assert!(line.contains("50 40 9 [15 ]* 9 9 8"), "{line}");
    let footer = on_calls().keys("Right").footer();
    assert!(footer.contains("0-9 new figure"), "{footer}");
    let mut screen = screen.keys("Enter");
    let line = calls(&mut screen);
    assert!(line.contains("50 40 9 15* 9 9 8"), "{line}");
    assert!(!screen.on_disk().has_targets());
    let mut screen = screen.keys("ctrl-s");
    assert_eq!(pins(&mut screen), [(Tue, 15)]);
    let text = screen.text();
    assert!(text.contains("W48 is planned: 3 targets"), "{text}");
    assert!(!screen.keys("u").on_disk().has_targets());
}

#[test]
fn pinned_days_are_drawn_at_every_size() {
    let pinned = |screen: Screen| screen.keys("Down Down Down Down Right Right 1 5 Enter Right p");
    pinned(monday()).shows("goals/plan_pinned");
    pinned(monday().chinese()).shows("goals/plan_pinned");
    pinned(monday().size(120, 40)).shows("goals/plan_pinned_wide");
    pinned(monday().size(200, 50)).shows("goals/plan_pinned_wide");
    pinned(monday().size(40, 12)).shows("goals/plan_pinned");
    let typed = pinned(monday().size(40, 12)).keys("0");
    typed.shows("goals/plan_pin_typed");
}

#[test]
fn p_pins_at_the_number_shown_and_frees() {
    let mut screen = on_calls().keys("Right Right Right p Down p Up Left p p");
    let line = calls(&mut screen);
    assert!(line.contains("50 40 10 10 10* 10 10"), "{line}");
    assert_eq!(pins(&mut screen.keys("ctrl-s")), [(Wed, 10)]);
}

#[test]
fn an_empty_field_frees_a_day() {
    let screen = on_calls().keys("Right Right 8 Enter Enter ctrl-u Enter");
    assert_eq!(pins(&mut screen.keys("ctrl-s")), []);
}

#[test]
fn a_pin_is_taken_with_the_plan_from_its_open_field() {
    let screen = on_calls().keys("Right Right Right Right Right 0 ctrl-s");
    assert_eq!(pins(&mut { screen }), [(Fri, 0)]);
}

#[test]
fn left_of_the_first_day_and_esc_lead_back_to_the_figure() {
    for back in ["Left", "Right Right Esc"] {
        let mut screen = on_calls().keys("Right").keys(back).keys("6 0");
        let line = calls(&mut screen);
        assert!(line.contains("[60 ] 40 12 12 12 12 12"), "{back}: {line}");
    }
}

#[test]
fn the_next_row_is_entered_on_the_same_day() {
    let screen = on_calls().keys("Right Right Up 9 Down 1 2 Enter");
    let week = screen.keys("ctrl-s").on_disk();
    let tuesday = week_id("2026-W48").day(Tue);
    let pinned = |id| week.target(&metric(id)).unwrap().pins.get(&tuesday);
    assert_eq!(pinned("visits"), Some(&amount(9)));
    assert_eq!(pinned("calls"), Some(&amount(12)));
}

#[test]
fn pins_outlive_a_look_elsewhere() {
    let screen = on_calls().keys("Right Right 8 Enter Tab 1 ctrl-s");
    assert_eq!(pins(&mut { screen }), [(Tue, 8)]);
}

#[test]
fn pins_go_with_a_figure_that_is_cleared() {
    let mut screen = on_calls().keys("Right 8 Enter Left Enter ctrl-u Enter Esc");
    let text = screen.text();
    assert!(!text.contains("8*"), "{text}");
    let mut screen = screen.keys("Up Enter 5 0 Enter Esc");
    let line = calls(&mut screen);
    assert!(line.contains("50 40 10 10 10 10 10"), "{line}");
}

#[test]
fn without_a_figure_there_is_nothing_to_pin() {
    for key in ["Right", "p"] {
        let mut screen = monday().keys("Down Down").keys(key);
        let footer = screen.footer();
        assert!(footer.contains("a pin needs a target"), "{key}: {footer}");
    }
    let mut screen = monday().keys("Down Down");
    assert!(!screen.footer().contains("days"), "{}", screen.footer());
}

#[test]
fn a_day_before_the_plan_takes_no_pin() {
    let mut screen = on_calls()
        .at("2026-11-25 08:50")
        .keys("Right Right 8 Enter");
    let text = screen.text();
    assert!(text.contains("the target begins on 2026-11-25"), "{text}");
    let mut screen = screen.keys("Esc p");
    let footer = screen.footer();
    assert!(footer.contains("owes nothing and takes no"), "{footer}");
}

#[test]
fn pins_beyond_the_target_are_said_where_the_plan_is_checked() {
    let mut screen = on_calls().keys("Right 4 0 Right 2 0");
    let said = "Calls: pins exceed the target by 10";
    assert!(!screen.text().contains(said), "{}", screen.text());
    let mut screen = on_calls().keys("Right 4 0 Enter Right 2 0");
    assert!(screen.text().contains(said), "{}", screen.text());
    let all_days = "Right 5 Enter Right 5 Enter Right 5 Enter Right 5 Enter Right 5 Enter";
    let mut screen = on_calls().keys(all_days);
    let said = "Calls: 25 cannot be placed";
    assert!(screen.text().contains(said), "{}", screen.text());
}

#[test]
fn a_click_selects_a_day_and_another_opens_it() {
    let (thursday, row) = (69, 8);
    let mut screen = monday().click(thursday, row);
    assert_eq!(screen.caret(), None);
    let text = screen.text();
    assert!(text.contains("Calls Thu 26: plan 10"), "{text}");
    let screen = screen.click(thursday, row).keys("7 Enter");
    let mut screen = screen.click_on("Calls").click_on("Calls");
    let line = calls(&mut screen);
    assert!(line.contains("[50 ] 40 11 11 11 7* 10"), "{line}");
}

#[test]
fn the_stars_of_seven_days_have_their_cells() {
    let week = a_week("2026-W47").target("revenue", 69_500_000);
    let mut books = week.sealed().build().books();
    let days = [Weekday::Sat, Weekday::Sun].map(|day| week_id("2026-W48").day(day));
    for day in days {
        let full = crate::domain::OwnDay {
            weight: crate::domain::Weight::FULL,
            why: None,
        };
        books.settings.calendar.days.insert(day, full);
    }
    let screen = Screen::on(books).at("2026-11-23 08:50");
    let screen = screen.keys("Down Down Right p Right p Right p Right p Right p Right p Right p");
    let text = { screen }.text();
    let line = text.lines().find(|line| line.contains("Revenue")).unwrap();
    assert!(
        line.contains("13万*13万*13万*13万*13万*13万*13万*│"),
        "{line}"
    );
}

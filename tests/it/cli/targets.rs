//! `target`, `focus`, `pin`, `outlook`, `log`, `event`.

use pretty_assertions::assert_eq;

use super::{by_day, does, json, metric, shown};
use crate::program::Salesweek;

const OFF: Option<i64> = None;

#[test]
fn a_target_set_on_wednesday_begins_there() {
    let program = Salesweek::new();
    let said = does(&program, &["target", "calls", "50"]);
    assert_eq!(said, "Calls: target 50 · Wed 17 Thu 17 Fri 16");
    let week = shown(&program);
    assert_eq!(
        by_day(&week, "calls", "baseline"),
        [0, 0, 17, 17, 16, 0, 0].map(Some)
    );
    assert_eq!(metric(&week, "calls")["status"], "on_pace");
    assert_eq!(metric(&week, "calls")["since"], "2026-11-25");
    assert_eq!(week["state"], "running");
}

#[test]
fn a_day_off_and_late_work_move_what_is_owed() {
    let mut program = Salesweek::new();
    program.on("2026-11-23");
    does(&program, &["target", "new_customers", "11"]);
    let baseline = |program: &Salesweek| by_day(&shown(program), "new_customers", "baseline");
    assert_eq!(baseline(&program), [3, 2, 2, 2, 2, 0, 0].map(Some));
    does(&program, &["off", "thu"]);
    assert_eq!(baseline(&program), [3, 3, 3, 0, 2, 0, 0].map(Some));
    does(&program, &["log", "new_customers", "5", "--on", "mon"]);
    program.on("2026-11-24");
    let week = shown(&program);
    let adaptive = by_day(&week, "new_customers", "adaptive");
    assert_eq!(
        adaptive,
        [OFF, Some(2), Some(2), Some(0), Some(2), Some(0), Some(0)]
    );
}

#[test]
fn a_target_changes_with_its_reason_and_is_cleared_by_0() {
    let program = Salesweek::new();
    does(&program, &["target", "calls", "50", "--stretch", "60"]);
    does(
        &program,
        &["target", "calls", "40", "--reason", "order cancelled"],
    );
    does(&program, &["pin", "calls", "thu", "8"]);
    does(&program, &["focus", "calls"]);
    let week = shown(&program);
    let calls = metric(&week, "calls");
    assert_eq!(
        (&calls["target"], &calls["stretch"]),
        (&40.into(), &60.into())
    );
    assert_eq!(calls["changes"][1]["from"], 50);
    assert_eq!(calls["changes"][1]["reason"], "order cancelled");
    assert_eq!(week["focus"], "calls");
    assert_eq!(
        does(&program, &["target", "calls", "0"]),
        "Calls · target cleared"
    );
    let week = shown(&program);
    let calls = metric(&week, "calls");
    assert!(calls["target"].is_null() && calls["stretch"].is_null());
    assert_eq!(calls["changes"].as_array().unwrap().len(), 3);
    assert_eq!(by_day(&week, "calls", "pinned"), [OFF; 7]);
    assert!(week["focus"].is_null());
}

#[test]
fn a_target_for_each_day_counts_the_working_days_left() {
    let program = Salesweek::new();
    does(&program, &["on", "fri", "--weight", "50"]);
    does(&program, &["target", "calls", "10/d"]);
    assert_eq!(metric(&shown(&program), "calls")["target"], 25);
    does(&program, &["target", "visits", "每天3", "--since", "mon"]);
    assert_eq!(metric(&shown(&program), "visits")["target"], 13);
}

#[test]
fn a_pin_fixes_a_day_and_auto_frees_it() {
    let mut program = Salesweek::new();
    program.on("2026-11-23");
    does(&program, &["target", "calls", "50"]);
    does(&program, &["pin", "calls", "tue", "4"]);
    let week = shown(&program);
    assert_eq!(
        by_day(&week, "calls", "baseline"),
        [12, 4, 12, 11, 11, 0, 0].map(Some)
    );
    assert_eq!(by_day(&week, "calls", "pinned")[1], Some(4));
    does(&program, &["pin", "calls", "tue", "auto"]);
    assert_eq!(by_day(&shown(&program), "calls", "pinned"), [OFF; 7]);
}

#[test]
fn the_market_outlook_has_a_note() {
    let program = Salesweek::new();
    does(&program, &["outlook", "weak", "budgets are spent"]);
    let week = shown(&program);
    assert_eq!(week["outlook"]["market"], "weak");
    assert_eq!(week["outlook"]["note"], "budgets are spent");
}

#[test]
fn a_log_says_the_days_count_its_quota_and_the_entrys_id() {
    let program = Salesweek::new();
    does(&program, &["target", "calls", "30"]);
    does(&program, &["log", "calls", "6"]);
    let said = does(&program, &["log", "calls"]);
    let (count, id) = said.rsplit_once(' ').unwrap();
    assert_eq!(count, "calls 7/10 (+1)");
    let entry = |program: &Salesweek, amount: i64| {
        let week = shown(program);
        let entries = week["entries"].as_array().unwrap();
        entries
            .iter()
            .find(|entry| entry["amount"] == amount)
            .unwrap()
            .clone()
    };
    assert_eq!(entry(&program, 1)["id"], id);
    let said = does(&program, &["log", "calls", "-2", "--customer", "华信"]);
    assert!(said.starts_with("calls 5/10 (−2) "), "{said}");
    assert_eq!(entry(&program, -2)["customer"], "华信");
}

#[test]
fn one_of_a_metric_of_minutes_is_its_step() {
    let program = Salesweek::new();
    let said = does(&program, &["log", "training"]);
    assert!(said.starts_with("training 15 min (+15) "), "{said}");
    does(&program, &["settings", "minutes_step", "20"]);
    let said = does(&program, &["log", "training"]);
    assert!(said.starts_with("training 35 min (+20) "), "{said}");
}

#[test]
fn an_entry_counts_for_the_day_named_and_keeps_its_moment() {
    let program = Salesweek::new();
    does(&program, &["log", "visits", "2", "--on", "yesterday"]);
    let entry = json(&program, &["log", "calls", "--on", "mon", "--json"]);
    assert_eq!(entry["day"], "2026-11-23");
    assert_eq!(entry["at"], "2026-11-25T09:00:00+00:00");
    assert_eq!(by_day(&shown(&program), "visits", "done")[1], Some(2));
}

#[test]
fn a_date_of_another_week_goes_into_that_week() {
    let program = Salesweek::new();
    does(&program, &["log", "calls", "--on", "2026-11-20"]);
    let week = json(&program, &["show", "--week", "last", "--json"]);
    assert_eq!(week["entries"][0]["day"], "2026-11-20");
    assert_eq!(shown(&program)["entries"].as_array().unwrap().len(), 0);
}

#[test]
fn an_event_changes_no_figure_unless_it_corrects() {
    let program = Salesweek::new();
    does(&program, &["log", "revenue", "1000"]);
    let id = does(
        &program,
        &[
            "event",
            "order_cancelled",
            "Huaxin",
            "--metric",
            "revenue",
            "--amount",
            "400",
        ],
    );
    assert_eq!(metric(&shown(&program), "revenue")["done"], 100_000);
    let corrects = [
        "event",
        "other",
        "Yunfeng",
        "--metric",
        "revenue",
        "--amount",
        "250",
        "--correct",
    ];
    does(&program, &corrects);
    let week = shown(&program);
    assert_eq!(metric(&week, "revenue")["done"], 75_000);
    let of = |list: &str, amount: i64| {
        let list = week[list].as_array().unwrap();
        list.iter()
            .find(|one| one["amount"] == amount)
            .unwrap()
            .clone()
    };
    assert_eq!(of("events", 40_000)["id"], id);
    assert_eq!(of("entries", -25_000)["event"], of("events", 25_000)["id"]);
}

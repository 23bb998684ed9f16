//! `settings`, `metric`.

use pretty_assertions::assert_eq;
use serde_json::json;

use super::{ask, by_day, does, json, metric, shown};
use crate::program::Salesweek;

#[test]
fn each_setting_reads_as_it_was_written() {
    let program = Salesweek::new();
    let cases = [
        ("language", "zh-CN", "en"),
        ("currency", "EUR", "USD"),
        ("glyphs", "ascii", "auto"),
        ("mouse", "terminal", "program"),
        ("calendar.law", "cn", "none"),
        ("calendar.pattern", "mon-sat", "mon-fri"),
        ("calendar.pattern", "100 100 100 100 50 0 0", "mon-sat"),
        ("calendar.pattern_from", "2026-W40", "2026-W01"),
        ("hours", "08:30-17:30", "09:00-18:00"),
        ("review_time", "16:00", "15:00"),
        ("minutes_step", "10", "15"),
    ];
    for (key, value, before) in cases {
        assert_eq!(does(&program, &["settings", key]), before, "{key}");
        let said = does(&program, &["settings", key, value]);
        assert_eq!(said.lines().next(), Some(value), "{key}");
        assert_eq!(does(&program, &["settings", key]), value, "{key}");
    }
    let all = does(&program, &["settings"]);
    assert_eq!(all.lines().count(), 10, "{all}");
}

#[test]
fn a_long_and_a_short_week_take_turns_from_the_week_in_question() {
    let program = Salesweek::new();
    does(&program, &["settings", "calendar.pattern", "big-small"]);
    let saturday =
        |week| json(&program, &["show", "--week", week, "--json"])["days"][5]["weight"].clone();
    assert_eq!((saturday("this"), saturday("next")), (json!(100), json!(0)));
    does(
        &program,
        &["settings", "calendar.pattern", "大小周", "--week", "next"],
    );
    assert_eq!((saturday("this"), saturday("next")), (json!(0), json!(100)));
}

#[test]
fn the_currency_changes_while_no_week_loses_by_it() {
    let program = Salesweek::new();
    does(&program, &["log", "revenue", "100"]);
    let said = does(&program, &["settings", "currency", "CNY"]);
    assert_eq!(
        said,
        "CNY\nfigures keep their numbers: what was USD is CNY now"
    );
    assert_eq!(
        ask(&program, &["settings", "currency", "JPY"]).code,
        Some(1)
    );
    assert_eq!(metric(&shown(&program), "revenue")["currency"], "CNY");
}

#[test]
fn a_metric_of_ones_own_is_added_changed_retired_and_restored() {
    let program = Salesweek::new();
    does(
        &program,
        &[
            "metric",
            "add",
            "factory_tours",
            "Factory tours",
            "--letter",
            "b",
        ],
    );
    does(
        &program,
        &["metric", "set", "factory_tours", "kind", "outcome"],
    );
    does(&program, &["metric", "set", "factory", "name", "Tours"]);
    does(&program, &["log", "tours", "2"]);
    let week = shown(&program);
    let tours = metric(&week, "factory_tours");
    assert_eq!(
        (&tours["name"], &tours["kind"]),
        (&json!("Tours"), &json!("outcome"))
    );
    assert_eq!((&tours["letter"], &tours["done"]), (&json!("b"), &json!(2)));
    does(&program, &["metric", "retire", "tours"]);
    let said = ask(&program, &["log", "tours"]);
    assert_eq!(said.code, Some(1));
    assert_eq!(
        said.stderr,
        "the metric `factory_tours` is retired; `salesweek metric restore factory_tours` brings it back\n"
    );
    does(&program, &["metric", "restore", "tours"]);
    does(&program, &["log", "tours"]);
    assert_eq!(
        by_day(&shown(&program), "factory_tours", "done")[2],
        Some(3)
    );
}

#[test]
fn metrics_stand_in_the_order_asked_for() {
    let program = Salesweek::new();
    let order = [
        "metric", "order", "calls", "new", "revenue", "visits", "emails", "messages", "training",
    ];
    does(&program, &order);
    assert_eq!(shown(&program)["metrics"][0]["id"], "calls");
    assert_eq!(ask(&program, &["metric", "order", "calls"]).code, Some(1));
}

//! `off`, `on`, `close`.

use pretty_assertions::assert_eq;
use serde_json::json;

use super::{ask, does, json, shown};
use crate::program::Salesweek;

fn weights(week: &serde_json::Value) -> Vec<i64> {
    let days = week["days"].as_array().unwrap();
    days.iter()
        .map(|day| day["weight"].as_i64().unwrap())
        .collect()
}

#[test]
fn a_leave_crosses_weeks_in_one_edit() {
    let program = Salesweek::new();
    let leave = ["off", "thu", "--until", "2026-12-01", "--why", "leave"];
    assert_eq!(does(&program, &leave), "Thu 26 Nov to Tue 1 Dec: days off");
    assert_eq!(weights(&shown(&program)), [100, 100, 100, 0, 0, 0, 0]);
    let next = json(&program, &["show", "--week", "next", "--json"]);
    assert_eq!(weights(&next), [0, 0, 100, 100, 100, 0, 0]);
    let settings = json(&program, &["settings", "--json"]);
    assert_eq!(settings["calendar"]["days"]["2026-11-26"]["why"], "leave");
}

#[test]
fn a_day_that_is_on_again_leaves_nothing_in_the_settings() {
    let program = Salesweek::new();
    does(&program, &["off", "thu"]);
    does(&program, &["on", "thu"]);
    does(&program, &["on", "sat", "--weight", "50"]);
    assert_eq!(weights(&shown(&program)), [100, 100, 100, 100, 100, 50, 0]);
    let settings = json(&program, &["settings", "--json"]);
    let own = json!({ "2026-11-28": { "weight": 50 } });
    assert_eq!(settings["calendar"]["days"], own);
}

#[test]
fn a_day_closed_again_keeps_what_is_not_said_again() {
    let program = Salesweek::new();
    let first = ["close", "--mood", "4", "--note", "early", "--win", "order"];
    does(&program, &first);
    does(&program, &["close", "--mood", "5"]);
    let day = |program: &Salesweek| {
        let day = shown(program)["days"][2].clone();
        (
            day["mood"].clone(),
            day["worked"].clone(),
            day["wins"].clone(),
        )
    };
    let kept = (json!(5), json!("early"), json!(["order"]));
    assert_eq!(day(&program), kept);
    does(&program, &["close", "--note", "none", "--win", "none"]);
    assert_eq!(day(&program), (json!(5), json!(null), json!([])));
}

#[test]
fn a_closed_day_has_its_mood_and_what_worked() {
    let program = Salesweek::new();
    does(
        &program,
        &["close", "--mood", "4", "--note", "calls before ten"],
    );
    does(&program, &["close", "mon"]);
    let week = shown(&program);
    let days = &week["days"];
    assert_eq!(
        (&days[2]["closed"], &days[2]["mood"]),
        (&json!(true), &json!(4))
    );
    assert_eq!(days[2]["worked"], "calls before ten");
    assert_eq!(
        (&days[0]["closed"], &days[1]["closed"]),
        (&json!(true), &json!(false))
    );
}

#[test]
fn a_closed_day_has_up_to_three_wins() {
    let program = Salesweek::new();
    does(
        &program,
        &["close", "--win", "Huaxin ordered", "--win", "a referral"],
    );
    let days = &shown(&program)["days"];
    assert_eq!(days[2]["wins"], json!(["Huaxin ordered", "a referral"]));
    assert_eq!(days[0]["wins"], json!([]));
    let report = does(&program, &["report", "day"]);
    assert!(
        report.ends_with("- Win: Huaxin ordered\n- Win: a referral"),
        "{report}"
    );
    let four = [
        "close", "--win", "a", "--win", "b", "--win", "c", "--win", "d",
    ];
    let said = ask(&program, &four);
    assert_eq!(said.code, Some(1));
    assert_eq!(said.stderr, "a day has at most 3 wins, found 4\n");
}

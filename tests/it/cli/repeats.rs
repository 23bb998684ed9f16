//! `add --repeat`, `repeat`, and what occurrences are to the other commands.

use pretty_assertions::assert_eq;
use serde_json::{Value, json};

use super::{ask, does, files, json, shown};
use crate::program::Salesweek;

/// The days on which an open task of that title stands in a week.
fn days(program: &Salesweek, week: &str, title: &str) -> Vec<String> {
    let week = json(program, &["show", "--json", "--week", week]);
    let tasks = week["tasks"].as_array().unwrap().clone();
    let open = tasks
        .into_iter()
        .filter(|task| task["title"] == title && task["state"] == "open");
    open.map(|task| task["day"].as_str().unwrap().to_owned())
        .collect()
}

fn id_on(program: &Salesweek, day: &str) -> String {
    let week = shown(program);
    let mut tasks = week["tasks"].as_array().unwrap().iter();
    let task = tasks.find(|task| task["day"] == day).unwrap();
    task["id"].as_str().unwrap().to_owned()
}

#[test]
fn a_rule_brings_tasks_and_looking_at_them_writes_nothing() {
    let program = Salesweek::new();
    let added = json(
        &program,
        &[
            "add", "Calls", "--repeat", "workdays", "--at", "9:00", "--metric", "calls",
            "--amount", "10", "--json",
        ],
    );
    assert_eq!(
        added,
        json!({
            "id": added["id"], "title": "Calls", "rule": "workdays", "off": "after",
            "from": "2026-11-25", "until": null, "except": [], "next": "2026-11-25",
            "time": "09:00", "important": false, "urgent": false, "estimate": null,
            "metric": "calls", "amount": 10, "customer": null
        })
    );
    let before = files(program.dir());
    // Nothing comes before it begins.
    assert_eq!(
        days(&program, "this", "Calls"),
        ["2026-11-25", "2026-11-26", "2026-11-27"]
    );
    assert_eq!(days(&program, "last", "Calls"), [""; 0]);
    assert_eq!(days(&program, "next", "Calls").len(), 5);
    assert!(does(&program, &["next"]).contains("Calls"));
    assert_eq!(files(program.dir()), before);
}

#[test]
fn one_is_done_skipped_and_moved_by_itself() {
    let program = Salesweek::new();
    does(&program, &["add", "Calls", "--repeat", "每个工作日"]);
    let [wed, thu, fri] =
        ["2026-11-25", "2026-11-26", "2026-11-27"].map(|day| id_on(&program, day));
    does(&program, &["done", &wed]);
    does(&program, &["skip", &thu, "--reason", "no_time"]);
    does(&program, &["move", &fri, "sat"]);
    assert_eq!(days(&program, "this", "Calls"), ["2026-11-28"]);
    let states: Vec<Value> = shown(&program)["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|task| task["state"].clone())
        .collect();
    assert_eq!(states, ["done", "skipped", "open"]);
    assert_eq!(days(&program, "next", "Calls").len(), 5);
}

#[test]
fn a_removed_one_does_not_come_again() {
    let program = Salesweek::new();
    does(&program, &["add", "Calls", "--repeat", "workdays"]);
    does(&program, &["remove", &id_on(&program, "2026-11-26")]);
    assert_eq!(
        days(&program, "this", "Calls"),
        ["2026-11-25", "2026-11-27"]
    );
    let listed = json(&program, &["repeat", "--json"]);
    assert_eq!(listed[0]["except"], json!(["2026-11-26"]));
}

#[test]
fn repeats_are_listed_with_their_next_day_in_both_languages() {
    let program = Salesweek::new();
    let first = does(&program, &["add", "Report", "--repeat", "last-of-month"]);
    let id = first.split(' ').next().unwrap();
    does(
        &program,
        &[
            "add",
            "周会",
            "--repeat",
            "每两周周一",
            "--on",
            "2026-11-30",
        ],
    );
    let listed = does(&program, &["repeat"]);
    let lines: Vec<_> = listed.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with(id), "{listed}");
    assert!(
        lines[0].ends_with("Mon 30 Nov  last working day of the month  Report"),
        "{listed}"
    );
    let chinese = does(&program, &["repeat", "--lang", "zh-CN"]);
    assert!(
        chinese.contains("周一 11月30日  每两周周一          周会"),
        "{chinese}"
    );
}

#[test]
fn a_repeat_ends_at_once_or_on_a_day() {
    let program = Salesweek::new();
    let added = json(
        &program,
        &["add", "Calls", "--repeat", "workdays", "--json"],
    );
    let id = added["id"].as_str().unwrap();
    let said = does(&program, &["repeat", "end", &id[..4], "--on", "thu"]);
    assert_eq!(said, format!("{id} ends Thu 26 Nov: Calls"));
    assert_eq!(
        days(&program, "this", "Calls"),
        ["2026-11-25", "2026-11-26"]
    );
    does(&program, &["repeat", "end", id]);
    assert_eq!(days(&program, "this", "Calls"), [""; 0]);
    assert_eq!(does(&program, &["repeat"]), "");
}

#[test]
fn a_day_off_moves_one_as_asked() {
    let program = Salesweek::new();
    does(&program, &["off", "2026-12-04"]);
    for (title, how) in [("A", "before"), ("B", "after"), ("C", "skip")] {
        does(&program, &["add", title, "--repeat", "fri", "--off", how]);
    }
    let on = |title| days(&program, "next", title);
    assert_eq!(on("A"), ["2026-12-03"]);
    assert_eq!(on("B"), [""; 0]);
    assert_eq!(on("C"), [""; 0]);
    // The Friday after stands for itself; Monday is the next working day.
    assert_eq!(
        days(&program, "2026-W50", "B"),
        ["2026-12-07", "2026-12-11"]
    );
}

#[test]
fn what_cannot_repeat_is_refused() {
    let program = Salesweek::new();
    let cases: [(&[&str], i32, &str); 5] = [
        (
            &["add", "A", "--repeat", "monthly"],
            2,
            "`monthly` is no rule; write one like workdays, mon,wed, 2w mon, last-of-week or first-of-month",
        ),
        (
            &["add", "A", "--repeat", "mon", "--on", "bucket"],
            2,
            "`bucket` is no day",
        ),
        (
            &["add", "A", "--repeat", "mon", "--until", "2026-11-01"],
            1,
            "a repeating task that begins on 2026-11-25 cannot end on 2026-11-01",
        ),
        (
            &["add", "A", "--repeat", "mon", "--off", "never"],
            2,
            "`never` cannot stand for --off; write one of after, before, skip",
        ),
        (
            &["repeat", "end", "zzz"],
            1,
            "no repeating task has an id that begins with `zzz`; `salesweek repeat` lists them",
        ),
    ];
    for (words, code, said) in cases {
        let refused = ask(&program, words);
        assert_eq!(refused.code, Some(code), "{words:?}");
        assert!(refused.stderr.contains(said), "{}", refused.stderr);
    }
}

//! `add --repeat`, `repeat`, and what occurrences are to the other commands.

use std::fs;
use std::process::Stdio;

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

/// In China's calendar, where the commands are given on a day.
fn in_china(date: &str) -> Salesweek {
    let mut program = Salesweek::new();
    program.on(date);
    does(&program, &["settings", "calendar.law", "cn"]);
    program
}

/// The days of an open task in some weeks, without their year: `02-02 02-03`.
fn days_of_weeks(program: &Salesweek, weeks: &[u8], title: &str) -> String {
    let weeks = weeks.iter().map(|week| format!("2026-W{week:02}"));
    let days: Vec<_> = weeks.flat_map(|week| days(program, &week, title)).collect();
    let days: Vec<_> = days.iter().map(|day| &day["2026-".len()..]).collect();
    days.join(" ")
}

#[test]
fn every_working_day_around_spring_festival_is_just_the_working_days() {
    let program = in_china("2026-02-02");
    does(&program, &["add", "晨会", "--repeat", "每个工作日"]);
    assert_eq!(
        days_of_weeks(&program, &[6, 7, 8, 9, 10], "晨会"),
        "02-02 02-03 02-04 02-05 02-06 \
         02-09 02-10 02-11 02-12 02-13 02-14 \
         02-24 02-25 02-26 02-27 02-28 \
         03-02 03-03 03-04 03-05 03-06"
    );
}

#[test]
fn the_last_working_day_of_each_month_of_2026() {
    let program = in_china("2026-01-01");
    does(&program, &["add", "Report", "--repeat", "last-of-month"]);
    let weeks: Vec<u8> = (1..=53).collect();
    assert_eq!(
        days_of_weeks(&program, &weeks, "Report"),
        "01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31"
    );
}

#[test]
fn a_sealed_week_stands_still_whatever_becomes_of_a_rule() {
    let program = Salesweek::new();
    does(&program, &["target", "calls", "50"]);
    let monday = ["--on", "mon"];
    let add = ["add", "Calls", "--repeat", "workdays"];
    does(
        &program,
        &[add, [monday[0], monday[1], "--metric", "calls"]].concat(),
    );
    let rule = json(&program, &["repeat", "--json"])[0]["id"].clone();
    does(&program, &["done", &id_on(&program, "2026-11-24")]);
    does(&program, &["seal"]);
    let show = ["show", "--json", "--week", "2026-W48"];
    let sealed = does(&program, &show);
    does(
        &program,
        &["add", "Report", "--repeat", "daily", "--on", "mon"],
    );
    does(&program, &["off", "2026-12-01"]);
    does(&program, &["settings", "calendar.law", "cn"]);
    does(
        &program,
        &[
            "repeat",
            "end",
            rule.as_str().unwrap(),
            "--on",
            "2026-11-01",
        ],
    );
    assert_eq!(
        json(&program, &["repeat", "--json"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
    assert_eq!(does(&program, &show), sealed);
}

#[test]
fn a_rule_brings_nothing_to_weeks_that_were_over_when_it_was_made() {
    let program = Salesweek::new();
    let second_week = ["add", "Plan", "--repeat", "2w tue", "--on", "2026-11-10"];
    does(&program, &second_week);
    for week in ["2026-W46", "2026-W47", "2026-W49"] {
        assert_eq!(days(&program, week, "Plan"), [""; 0], "{week}");
    }
    // Its day of this week is there, though it is over.
    assert_eq!(days(&program, "this", "Plan"), ["2026-11-24"]);
    assert_eq!(days(&program, "2026-W50", "Plan"), ["2026-12-08"]);
}

#[test]
fn programs_that_touch_occurrences_at_once_lose_nothing() {
    let program = Salesweek::new();
    let add = [
        "add",
        "Calls",
        "--repeat",
        "mon,tue,wed,thu,fri",
        "--on",
        "mon",
    ];
    does(
        &program,
        &[&add[..], &["--metric", "calls", "--amount", "10"]].concat(),
    );
    let ids = ["2026-11-23", "2026-11-24", "2026-11-25"].map(|day| id_on(&program, day));
    let runs = ids.iter().flat_map(|id| [id; 4]).map(|id| {
        let mut command = program.command("done");
        command.arg(id).stdout(Stdio::null()).stderr(Stdio::null());
        command.spawn().unwrap()
    });
    let runs: Vec<_> = runs.collect();
    for mut run in runs {
        run.wait().unwrap();
    }
    let week = shown(&program);
    let entries = week["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 3);
    assert_eq!(super::metric(&week, "calls")["done"], 30);
    let tasks = week["tasks"].as_array().unwrap().iter();
    let states: Vec<_> = tasks.map(|task| task["state"].as_str().unwrap()).collect();
    assert_eq!(states, ["done", "done", "done", "open", "open"]);
}

#[test]
fn settings_of_version_1_are_read_as_they_are_and_kept_by_the_first_edit() {
    let program = Salesweek::new();
    does(&program, &["settings", "review_time", "16:00"]);
    let file = program.dir().join("settings.json");
    let older = fs::read_to_string(&file).unwrap();
    let older = older.replacen("\"version\": 2", "\"version\": 1", 1);
    fs::write(&file, &older).unwrap();
    let before = files(program.dir());
    assert_eq!(does(&program, &["settings", "review_time"]), "16:00");
    assert_eq!(does(&program, &["repeat"]), "");
    does(&program, &["doctor"]);
    assert_eq!(files(program.dir()), before);
    does(&program, &["add", "Calls", "--repeat", "workdays"]);
    let after = files(program.dir());
    let is_kept = |(name, bytes): (&String, &Vec<u8>)| {
        name.starts_with("backups/") && bytes == older.as_bytes()
    };
    assert!(after.iter().any(is_kept), "{:?}", after.keys());
    assert!(after["settings.json"].starts_with(b"{\n  \"version\": 2,"));
    assert_eq!(does(&program, &["settings", "review_time"]), "16:00");
}

#[test]
fn a_title_may_say_that_it_comes_again() {
    let program = Salesweek::new();
    let said = does(&program, &["add", "call Lin every Monday 9:30 #calls x5"]);
    let lines: Vec<_> = said.lines().collect();
    assert!(
        lines[0].ends_with("  Mon 30 Nov  every Mon  call Lin"),
        "{said}"
    );
    assert_eq!(lines[1], "understood: every Mon · 09:30 · Calls 5");
    does(&program, &["add", "每周一 写周报", "--literal"]);
    does(&program, &["add", "Report every fri", "--due", "fri"]);
    let rules = json(&program, &["repeat", "--json"]);
    assert_eq!(rules.as_array().unwrap().len(), 1);
    assert_eq!(rules[0]["amount"], 5);
}

#[test]
fn an_occurrence_is_found_by_its_words_before_anything_is_made_of_it() {
    let program = Salesweek::new();
    does(&program, &["target", "calls", "50"]);
    let add = ["add", "Morning calls", "--repeat", "fri"];
    does(&program, &add);
    let found = json(&program, &["find", "morning", "--json"])["found"].clone();
    let days: Vec<_> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|row| &row["day"])
        .collect();
    assert_eq!(days, ["2026-11-27"]);
}

#[test]
fn a_rule_in_the_title_takes_an_end_too() {
    let program = Salesweek::new();
    let words = ["add", "Report every fri", "--until", "2026-12-31"];
    does(&program, &words);
    let rows = json(&program, &["repeat", "--json"]);
    assert_eq!(
        (&rows[0]["rule"], &rows[0]["until"]),
        (&json!("fri"), &json!("2026-12-31"))
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

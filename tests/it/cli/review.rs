//! `review`, `cause`, `lesson`, `improve`, `helped`, `seal`, `reopen`.

use pretty_assertions::assert_eq;
use serde_json::json;

use super::{ask, does, files, json, shown};
use crate::program::Salesweek;

#[test]
fn the_review_keeps_causes_lessons_and_improvements() {
    let program = Salesweek::new();
    does(&program, &["target", "calls", "50"]);
    let task = does(&program, &["add", "list"]);
    does(
        &program,
        &["cause", "calls", "customer unavailable", "--note", "fair"],
    );
    does(&program, &["cause", &task, "forgot"]);
    let lesson = does(&program, &["lesson", "keep", "calls before ten"]);
    let action = does(
        &program,
        &[
            "improve",
            "quote the same day",
            "--on",
            "mon",
            "--measure",
            "9 of 10",
        ],
    );
    let week = shown(&program);
    let miss =
        json!([{ "metric": "calls", "cause": "customer_unavailable", "note": "fair", "whys": [] }]);
    assert_eq!(week["misses"], miss);
    assert_eq!(week["tasks"][0]["cause"], "forgot");
    let kept = json!([{ "id": lesson, "kind": "keep", "text": "calls before ten" }]);
    assert_eq!(week["lessons"], kept);
    assert_eq!(
        week["improvements"],
        json!([{ "id": action, "text": "quote the same day", "day": "2026-11-30",
            "measure": "9 of 10", "helped": null, "helped_note": null }])
    );
}

#[test]
fn sealing_hands_on_what_is_carried_and_skips_the_rest() {
    let program = Salesweek::new();
    does(&program, &["target", "calls", "50"]);
    let goes = does(&program, &["add", "goes on"]);
    let stays = does(&program, &["add", "stays"]);
    let action = does(&program, &["improve", "quote the same day", "--on", "mon"]);
    let said = does(&program, &["seal", "--carry", &goes]);
    assert_eq!(
        said,
        "2026-W48 sealed · tasks to 2026-W49: 1 · improvements: 1"
    );
    let week = shown(&program);
    assert_eq!(week["state"], "sealed");
    let state = |id: &str| {
        let tasks = week["tasks"].as_array().unwrap();
        tasks.iter().find(|task| task["id"] == id).unwrap()["state"].clone()
    };
    assert_eq!(
        (state(&goes), state(&stays)),
        (json!("moved"), json!("skipped"))
    );
    let next = json(&program, &["show", "--week", "next", "--json"]);
    let tasks = next["tasks"].as_array().unwrap();
    let stand: Vec<_> = tasks
        .iter()
        .map(|task| (&task["id"], &task["day"]))
        .collect();
    assert_eq!(
        stand,
        [
            (&json!(goes), &json!(null)),
            (&json!(action), &json!("2026-11-30"))
        ]
    );
}

#[test]
fn a_sealed_week_takes_no_edit_until_it_is_opened() {
    let program = Salesweek::new();
    does(&program, &["target", "calls", "50"]);
    does(&program, &["seal"]);
    let before = files(program.dir());
    let said = ask(&program, &["log", "calls"]);
    assert_eq!(said.code, Some(1));
    assert_eq!(
        said.stderr,
        "week 2026-W48 is sealed; `salesweek reopen --week 2026-W48` opens it\n"
    );
    assert_eq!(files(program.dir()), before);
    does(&program, &["reopen", "--week", "2026-W48"]);
    assert_eq!(shown(&program)["state"], "review_due");
    does(&program, &["log", "calls"]);
}

#[test]
fn an_improvement_is_asked_about_a_week_later() {
    let mut program = Salesweek::new();
    does(&program, &["target", "calls", "50"]);
    let action = does(&program, &["improve", "quote the same day"]);
    does(&program, &["seal"]);
    program.on("2026-12-04");
    does(
        &program,
        &["helped", &action, "partly", "--note", "most days"],
    );
    let last = json(&program, &["show", "--week", "last", "--json"]);
    assert_eq!(last["improvements"][0]["helped"], "partly");
    assert_eq!(last["improvements"][0]["helped_note"], "most days");
}

#[test]
fn the_review_reads_as_text() {
    let mut program = Salesweek::new();
    program.on("2026-11-23");
    does(&program, &["target", "calls", "50"]);
    does(&program, &["target", "calls", "40", "--reason", "fair"]);
    does(&program, &["log", "calls", "38"]);
    program.on("2026-11-27T16:00");
    does(&program, &["cause", "calls", "no_time"]);
    does(
        &program,
        &["lesson", "stop", "visits without an appointment"],
    );
    let said = does(&program, &["review"]);
    let expected = [
        "Review · W48 · 23–29 Nov 2026",
        "- Calls: first target 50, changed to 40 on Mon 23 Nov: fair",
        "Calls       40    38       95%          –        –         0.8   ahead",
        "- Calls 38 / 40 (95%): no time",
        "- stop: visits without an appointment",
    ];
    for line in expected {
        assert!(said.lines().any(|said| said == line), "{line}\n{said}");
    }
    let machine = json(&program, &["review", "--json"]);
    assert_eq!(machine["targets"][0]["first_target"], 50);
    assert_eq!(machine["missed"][0]["cause"], "no_time");
}

#[test]
fn whys_ask_on_from_a_cause() {
    let mut program = Salesweek::new();
    does(&program, &["target", "calls", "50"]);
    let whys = [
        "cause", "calls", "no_time", "--why", "mails", "--why", "no plan",
    ];
    assert_eq!(does(&program, &whys), "Calls: no time");
    // Another cause keeps them, `none` takes them back.
    does(&program, &["cause", "calls", "price"]);
    let miss = json!([{ "metric": "calls", "cause": "price", "note": null,
        "whys": ["mails", "no plan"] }]);
    assert_eq!(shown(&program)["misses"], miss);
    program.on("2026-11-27T16:00");
    let said = does(&program, &["review"]);
    let line = "- Calls 0 / 50 (0%): price – why: mails → no plan";
    assert!(said.lines().any(|said| said == line), "{said}");
    let machine = json(&program, &["review", "--json"]);
    assert_eq!(machine["missed"][0]["whys"], json!(["mails", "no plan"]));
    does(&program, &["cause", "calls", "price", "--why", "none"]);
    assert_eq!(shown(&program)["misses"][0]["whys"], json!([]));

    let six: Vec<_> = ["cause", "calls", "price"]
        .into_iter()
        .chain(["--why", "why"].repeat(6))
        .collect();
    let said = ask(&program, &six);
    assert_eq!(said.code, Some(1));
    assert_eq!(said.stderr, "a cause has at most 5 whys, found 6\n");
}

//! `add`, `done`, `skip`, `move`, `edit`, `remove`, `next`.

use pretty_assertions::assert_eq;
use serde_json::{Value, json};

use super::{by_day, does, json, shown};
use crate::program::Salesweek;

fn task(program: &Salesweek, id: &str) -> Value {
    let week = shown(program);
    let tasks = week["tasks"].as_array().unwrap();
    tasks.iter().find(|task| task["id"] == id).unwrap().clone()
}

#[test]
fn a_task_has_all_that_was_said() {
    let program = Salesweek::new();
    let id = does(
        &program,
        &[
            "add",
            "Visit Huaxin",
            "--on",
            "fri",
            "--at",
            "9:30",
            "--due",
            "2026-12-01",
            "--important",
            "--urgent=no",
            "--estimate",
            "1h30",
            "--metric",
            "visits",
            "--customer",
            "Huaxin",
        ],
    );
    assert_eq!(
        task(&program, &id),
        json!({
            "id": id, "day": "2026-11-27", "time": "09:30", "due": "2026-12-01",
            "title": "Visit Huaxin", "class": "B", "important": true, "urgent": false,
            "estimate": 90, "state": "open", "cause": null, "cause_note": null, "whys": [],
            "metric": "visits", "amount": 1, "customer": "Huaxin", "moves": 0, "done_at": null,
            "repeat": null
        })
    );
}

#[test]
fn a_title_says_more_by_its_hints_in_both_languages() {
    let program = Salesweek::new();
    for title in [
        "call Lin tomorrow 9:30 #calls x5 @Huaxin !",
        "call Lin 明天 9点半 #电话 5次 @Huaxin !",
    ] {
        let said = does(&program, &["add", title]);
        let (id, understood) = said.split_once('\n').unwrap();
        assert_eq!(
            understood,
            "understood: Thu 26 Nov · 09:30 · Calls 5 · for Huaxin · important"
        );
        let task = task(&program, id);
        let fields = [
            "title",
            "day",
            "time",
            "metric",
            "amount",
            "customer",
            "important",
        ];
        assert_eq!(
            fields.map(|field| task[field].clone()),
            [
                json!("call Lin"),
                json!("2026-11-26"),
                json!("09:30"),
                json!("calls"),
                json!(5),
                json!("Huaxin"),
                json!(true)
            ]
        );
    }
}

#[test]
fn an_option_or_literal_leaves_the_words_in_the_title() {
    let program = Salesweek::new();
    let cases: [(&[&str], &str, Value); 3] = [
        (
            &["Meet wed", "--on", "fri"],
            "Meet wed",
            json!("2026-11-27"),
        ),
        (&["Meet fri", "--literal"], "Meet fri", json!("2026-11-25")),
        (&["Meet this week"], "Meet", Value::Null),
    ];
    for (words, title, day) in cases {
        let words: Vec<_> = ["add"].iter().chain(words).copied().collect();
        let said = does(&program, &words);
        let task = task(&program, said.lines().next().unwrap());
        assert_eq!(
            (&task["title"], &task["day"]),
            (&json!(title), &day),
            "{words:?}"
        );
    }
}

#[test]
fn a_title_for_next_week_stands_in_its_bucket() {
    let mut program = Salesweek::new();
    let said = does(&program, &["add", "Clean the files next week"]);
    let (id, understood) = said.split_once('\n').unwrap();
    assert_eq!(understood, "understood: next week");
    program.on("2026-12-02");
    let task = task(&program, id);
    assert_eq!(task["title"], "Clean the files");
    assert_eq!(task["day"], Value::Null);
}

#[test]
fn a_customer_is_completed_from_what_is_known() {
    let program = Salesweek::new();
    does(&program, &["add", "one", "--customer", "华信科技"]);
    let said = does(&program, &["add", "two @华信"]);
    let id = said.lines().next().unwrap();
    assert_eq!(task(&program, id)["customer"], "华信科技");
}

#[test]
fn a_task_stands_today_in_the_bucket_or_in_another_week() {
    let program = Salesweek::new();
    let today = does(&program, &["add", "one"]);
    let bucket = does(&program, &["add", "two", "--on", "bucket"]);
    assert_eq!(task(&program, &today)["day"], "2026-11-25");
    assert!(task(&program, &bucket)["day"].is_null());
    let next = json(&program, &["add", "three", "--week", "next", "--json"]);
    assert!(next["day"].is_null());
    let monday = json(&program, &["add", "four", "--on", "2026-11-30", "--json"]);
    assert_eq!(monday["day"], "2026-11-30");
    let week = json(&program, &["show", "--week", "next", "--json"]);
    assert_eq!(week["tasks"].as_array().unwrap().len(), 2);
}

#[test]
fn checking_off_writes_one_entry_and_opening_again_takes_it_back() {
    let program = Salesweek::new();
    let id = does(
        &program,
        &["add", "emails", "--metric", "emails", "--amount", "20"],
    );
    let said = does(&program, &["done", &id]);
    assert!(
        said.starts_with(&format!("{id} done: emails\nemails 20 (+20) ")),
        "{said}"
    );
    assert_eq!(task(&program, &id)["state"], "done");
    assert_eq!(shown(&program)["entries"][0]["task"], id);
    does(&program, &["done", &id[..4], "--open"]);
    assert_eq!(task(&program, &id)["state"], "open");
    assert_eq!(shown(&program)["entries"], json!([]));
}

#[test]
fn a_task_can_be_done_for_a_past_day() {
    let program = Salesweek::new();
    let id = does(&program, &["add", "visit", "--metric", "visits"]);
    does(&program, &["done", &id, "--on", "mon"]);
    assert_eq!(by_day(&shown(&program), "visits", "done")[0], Some(1));
}

#[test]
fn a_task_of_last_week_that_is_done_today_stands_in_this_week() {
    let mut program = Salesweek::new();
    program.on("2026-11-20");
    let id = does(&program, &["add", "visit", "--metric", "visits"]);
    program.on("2026-11-25");
    does(&program, &["done", &id]);
    assert_eq!(task(&program, &id)["state"], "done");
    assert_eq!(by_day(&shown(&program), "visits", "done")[2], Some(1));
    let last = json(&program, &["show", "--week", "last", "--json"]);
    assert_eq!(last["tasks"][0]["state"], "moved");
}

#[test]
fn bucket_and_next_mean_the_week_in_question_wherever_the_task_is() {
    let mut program = Salesweek::new();
    program.on("2026-11-20");
    let id = does(&program, &["add", "list"]);
    program.on("2026-11-25");
    does(&program, &["move", &id, "bucket"]);
    assert!(task(&program, &id)["day"].is_null());
    does(&program, &["move", &id, "next"]);
    let next = json(&program, &["show", "--week", "next", "--json"]);
    assert_eq!(next["tasks"][0]["id"], id);
}

#[test]
fn a_skipped_task_has_a_cause_or_other_with_a_note() {
    let program = Salesweek::new();
    let one = does(&program, &["add", "one"]);
    let other = does(&program, &["add", "two"]);
    does(&program, &["skip", &one, "--reason", "没时间"]);
    does(&program, &["skip", &other, "--reason", "it rained"]);
    assert_eq!(task(&program, &one)["cause"], "no_time");
    let task = task(&program, &other);
    assert_eq!(
        (&task["state"], &task["cause"]),
        (&json!("skipped"), &json!("other"))
    );
    assert_eq!(task["cause_note"], "it rained");
}

#[test]
fn a_task_moves_within_the_week_and_into_the_next() {
    let program = Salesweek::new();
    let id = does(
        &program,
        &["add", "call", "--metric", "calls", "--amount", "3"],
    );
    does(&program, &["move", &id, "fri"]);
    assert_eq!(task(&program, &id)["day"], "2026-11-27");
    does(&program, &["move", &id, "bucket"]);
    assert!(task(&program, &id)["day"].is_null());
    does(&program, &["move", &id, "next"]);
    assert_eq!(task(&program, &id)["state"], "moved");
    let next = json(&program, &["show", "--week", "next", "--json"]);
    assert_eq!(next["tasks"][0]["id"], id);
    assert_eq!(next["tasks"][0]["moves"], 3);
    does(&program, &["move", &id, "2026-12-02"]);
    let next = json(&program, &["show", "--week", "next", "--json"]);
    assert_eq!(next["tasks"][0]["day"], "2026-12-02");
}

#[test]
fn a_task_is_edited_and_its_fields_emptied() {
    let program = Salesweek::new();
    let id = does(
        &program,
        &["add", "cal", "--at", "10:00", "--customer", "Lin"],
    );
    let edit = [
        "edit", &id, "--title", "call", "--at", "none", "--metric", "calls", "--on", "thu",
    ];
    does(&program, &edit);
    let edited = task(&program, &id);
    assert_eq!(
        (&edited["title"], &edited["time"]),
        (&json!("call"), &json!(null))
    );
    assert_eq!(
        (&edited["metric"], &edited["amount"]),
        (&json!("calls"), &json!(1))
    );
    assert_eq!(
        (&edited["day"], &edited["customer"]),
        (&json!("2026-11-26"), &json!("Lin"))
    );
    does(&program, &["edit", &id, "--metric", "none"]);
    let edited = task(&program, &id);
    assert_eq!(
        (&edited["metric"], &edited["amount"]),
        (&json!(null), &json!(null))
    );
}

#[test]
fn what_is_removed_leaves_its_entries() {
    let program = Salesweek::new();
    let id = does(&program, &["add", "visit", "--metric", "visits"]);
    does(&program, &["done", &id]);
    does(&program, &["remove", &id]);
    let week = shown(&program);
    assert_eq!(week["tasks"], json!([]));
    assert_eq!(week["entries"][0]["task"], json!(null));
    let entry = week["entries"][0]["id"].as_str().unwrap().to_owned();
    does(&program, &["remove", &entry]);
    assert_eq!(shown(&program)["entries"], json!([]));
}

#[test]
fn what_is_next_goes_by_time_then_class_then_counters() {
    let mut program = Salesweek::new();
    program.on("2026-11-25T10:18");
    does(&program, &["target", "calls", "30"]);
    does(&program, &["log", "calls", "6"]);
    let call = [
        "add",
        "Call Lin",
        "--at",
        "10:30",
        "--important",
        "--urgent",
        "--customer",
        "Huaxin",
    ];
    let id = does(&program, &call);
    assert_eq!(
        does(&program, &["next"]),
        format!("10:30 A  Call Lin, Huaxin  {id}\nwhy: in 12 minutes\ntoday still: calls 4")
    );
    let next = json(&program, &["next", "--json"]);
    assert_eq!(
        (&next["task"]["id"], &next["minutes"]),
        (&json!(id), &json!(12))
    );
    assert_eq!(next["still"], json!([{ "metric": "calls", "left": 4 }]));
    does(&program, &["done", &id]);
    assert_eq!(does(&program, &["next"]), "calls 4\ntoday still: calls 4");
    does(&program, &["log", "calls", "4"]);
    assert_eq!(does(&program, &["next"]), "all done for today");
}

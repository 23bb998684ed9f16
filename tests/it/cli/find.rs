//! `find`: all weeks, newest first.

use pretty_assertions::assert_eq;

use super::*;

/// Two weeks with something about Huaxin in each.
fn about_huaxin() -> Salesweek {
    let mut program = Salesweek::new();
    program.on("2024-03-06");
    does(
        &program,
        &["lesson", "keep", "call Ｈｕａｘｉｎ before ten"],
    );
    does(
        &program,
        &[
            "log",
            "calls",
            "--customer",
            "Huaxin",
            "--note",
            "wants a sample",
        ],
    );
    program.on("2026-11-25");
    does(&program, &["add", "Visit Huaxin, quote"]);
    does(&program, &["add", "CRM notes"]);
    program
}

#[test]
fn what_was_written_is_found_in_every_week() {
    let program = about_huaxin();
    let said = does(&program, &["find", "HUAXIN"]);
    let lines: Vec<Vec<_>> = said
        .lines()
        .map(|line| line.split_whitespace().collect())
        .collect();
    assert_eq!(lines.len(), 3, "{said}");
    assert_eq!(lines[0][..2], ["2026-W48", "2026-11-25"]);
    assert_eq!(lines[0][3..], ["task", "Visit", "Huaxin,", "quote"]);
    assert_eq!(lines[1][0], "2024-W10");
    assert_eq!(lines[1][2..4], ["lesson", "call"]);
    assert_eq!(
        lines[2][3..],
        ["calls", "wants", "a", "sample", "·", "Huaxin"]
    );

    assert!(does(&program, &["find", "quote", "visit"]).ends_with("Visit Huaxin, quote"));
    assert_eq!(does(&program, &["find", "nobody"]), "nothing found");
    let week = does(&program, &["find", "huaxin", "--week", "2024-W10"]);
    assert_eq!(week.lines().count(), 2, "{week}");
}

#[test]
fn the_whys_of_a_miss_are_found() {
    let program = Salesweek::new();
    does(&program, &["target", "calls", "50"]);
    let why = ["cause", "calls", "no time", "--why", "mails first"];
    does(&program, &why);
    let said = does(&program, &["find", "mails"]);
    let words: Vec<_> = said.split_whitespace().collect();
    assert_eq!(words, ["2026-W48", "why", "mails", "first"]);
    let found = json(&program, &["find", "mails", "--json"]);
    assert_eq!(found["found"][0]["kind"], "why");
}

#[test]
fn machines_read_what_was_found_by_its_keys() {
    let program = about_huaxin();
    let said = json(&program, &["find", "sample", "--json"]);
    let found = &said["found"][0];
    let keys = [
        "week", "day", "kind", "text", "customer", "metric", "lesson",
    ];
    let values: Vec<_> = keys.iter().map(|key| found[key].as_str()).collect();
    let expected = [
        "2024-W10",
        "2024-03-06",
        "entry",
        "wants a sample",
        "Huaxin",
        "calls",
    ];
    assert_eq!(values[..6], expected.map(Some));
    assert_eq!(values[6], None);
    assert_eq!(said["not_searched"], serde_json::json!([]));
}

#[test]
fn a_week_that_cannot_be_read_is_said_and_the_others_are_found() {
    let program = about_huaxin();
    fs::write(program.dir().join("weeks/2025-W10.json"), "{").unwrap();
    let said = ask(&program, &["find", "quote"]);
    assert_eq!(said.code, Some(0));
    assert!(
        said.stdout.contains("Visit Huaxin, quote"),
        "{}",
        said.stdout
    );
    let error = "not searched: weeks/2025-W10.json:1:";
    assert!(said.stderr.starts_with(error), "{}", said.stderr);
    let json = ask(&program, &["find", "quote", "--json"]).stdout;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        json["not_searched"],
        serde_json::json!(["weeks/2025-W10.json"])
    );
}

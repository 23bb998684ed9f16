//! `report`, `doctor`, and what a command does while another one writes.

use std::fs;

use pretty_assertions::assert_eq;

use super::{ask, does, files};
use crate::program::Salesweek;

#[test]
fn a_report_is_of_a_day_or_a_week_as_text_or_markdown() {
    let mut program = Salesweek::new();
    does(&program, &["target", "calls", "30"]);
    does(&program, &["log", "calls", "6"]);
    does(&program, &["close", "--note", "early calls"]);
    let day = does(&program, &["report", "day"]);
    assert!(
        day.starts_with("Daily report · Wednesday, 25 Nov 2026\n"),
        "{day}"
    );
    assert!(day.contains("early calls"), "{day}");
    let yesterday = does(&program, &["report", "day", "yesterday"]);
    assert!(yesterday.contains("Tuesday, 24 Nov 2026"), "{yesterday}");
    let week = does(&program, &["report", "week", "--format", "md"]);
    assert!(week.starts_with("# Weekly report"), "{week}");
    program.in_language("zh-CN");
    let day = does(&program, &["report", "day"]);
    for heading in ["今日总结", "明日计划", "心得"] {
        assert!(day.contains(heading), "{day}");
    }
    assert!(does(&program, &["report", "week"]).starts_with("工作周报"));
}

#[test]
fn doctor_names_a_bad_file_and_puts_its_backup_back() {
    let program = Salesweek::new();
    does(&program, &["log", "calls"]);
    does(&program, &["log", "calls"]);
    assert_eq!(does(&program, &["doctor"]), "2 of 2 files are good");
    let week = program.dir().join("weeks/2026-W48.json");
    fs::write(&week, "{ \"version\": 1,\n  \"week\"").unwrap();
    let before = files(program.dir());
    let said = ask(&program, &["doctor"]);
    assert_eq!((said.code, said.stderr.as_str()), (Some(1), ""));
    let lines: Vec<_> = said.stdout.lines().collect();
    assert!(
        lines[0].starts_with("weeks/2026-W48.json:2:9: "),
        "{lines:?}"
    );
    assert!(
        lines[1].contains("salesweek doctor --restore weeks/2026-W48.json"),
        "{lines:?}"
    );
    assert_eq!(files(program.dir()), before);
    let restored = does(&program, &["doctor", "--restore", "weeks/2026-W48.json"]);
    assert!(
        restored.starts_with("weeks/2026-W48.json is restored from backups/"),
        "{restored}"
    );
    does(&program, &["log", "calls"]);
}

#[test]
fn doctor_works_with_bad_settings_and_every_other_command_says_where() {
    let program = Salesweek::new();
    does(&program, &["log", "calls"]);
    fs::write(program.dir().join("settings.json"), "{}").unwrap();
    let before = files(program.dir());
    for words in [
        &["show"][..],
        &["log", "calls"],
        &["settings", "language", "en"],
    ] {
        let said = ask(&program, words);
        assert_eq!(said.code, Some(1), "{words:?}");
        assert!(
            said.stderr.starts_with("settings.json:1:"),
            "{}",
            said.stderr
        );
    }
    assert_eq!(ask(&program, &["doctor"]).code, Some(1));
    assert_eq!(ask(&program, &["--help"]).code, Some(0));
    assert_eq!(files(program.dir()), before);
}

#[test]
fn a_bad_week_stops_no_command_of_another_week() {
    let program = Salesweek::new();
    does(&program, &["log", "calls", "--on", "2026-11-20"]);
    let task = does(&program, &["add", "task"]);
    fs::write(program.dir().join("weeks/2026-W47.json"), "{").unwrap();
    does(&program, &["log", "calls"]);
    does(&program, &["done", &task]);
    let said = ask(&program, &["show", "--week", "last"]);
    assert_eq!(said.code, Some(1));
    assert!(
        said.stderr.starts_with("weeks/2026-W47.json:1:"),
        "{}",
        said.stderr
    );
}

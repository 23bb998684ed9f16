//! What `show --json` promises machines, and what looking and writing leave alone.

use std::collections::BTreeSet;
use std::fs;

use pretty_assertions::assert_eq;
use serde_json::Value;

use super::{ask, does, files, json, shown};
use crate::program::Salesweek;

/// The keys of an object, those of the first of a list below it too.
fn keys(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (key, value) in value.as_object().unwrap() {
        found.insert(key.clone());
        let below = value.get(0).unwrap_or(value);
        if below.is_object() {
            found.extend(
                keys(below)
                    .into_iter()
                    .map(|below| format!("{key}.{below}")),
            );
        }
    }
    found
}

const KEYS: &str = "version week from to today state outlook outlook.market outlook.note focus \
    days days.date days.weekday days.weight days.off days.holiday days.closed days.mood \
    days.worked days.wins metrics metrics.id metrics.name metrics.kind metrics.unit metrics.currency \
    metrics.minor_digits metrics.letter metrics.retired metrics.target metrics.since \
    metrics.stretch metrics.changes metrics.done metrics.attainment_bp metrics.status \
    metrics.lead_days metrics.run_rate metrics.required_run_rate metrics.unplaced metrics.over \
    metrics.forecast metrics.forecast_missing metrics.days metrics.days.date \
    metrics.days.baseline metrics.days.done metrics.days.adaptive metrics.days.pinned tasks \
    entries events misses lessons improvements";

#[test]
fn a_week_without_a_file_has_every_key_and_none_is_made() {
    let program = Salesweek::new();
    let week = json(&program, &["show", "--week", "2031-W10", "--json"]);
    let mut expected: BTreeSet<_> = KEYS.split_whitespace().map(str::to_owned).collect();
    let mut found = keys(&week);
    // A part that is absent is null; what it would hold stands with the part's own tests.
    expected.retain(|key| !key.starts_with("metrics.forecast"));
    found.retain(|key| !key.starts_with("metrics.forecast"));
    assert_eq!(found, expected);
    assert_eq!(week["state"], "unplanned");
    assert_eq!(week["today"], "2026-11-25");
    let metrics = week["metrics"].as_array().unwrap();
    assert_eq!(metrics.len(), 7);
    assert!(metrics.iter().all(|metric| metric["status"] == "no_target"));
    assert_eq!(fs::read_dir(program.dir()).unwrap().count(), 0);
}

#[test]
fn looking_changes_no_file_and_no_time() {
    let program = Salesweek::new();
    does(&program, &["target", "calls", "50"]);
    let times = || {
        let folder = fs::read_dir(program.dir()).unwrap();
        let time = |entry: fs::DirEntry| {
            (
                entry.file_name(),
                entry.metadata().unwrap().modified().unwrap(),
            )
        };
        folder
            .map(|entry| time(entry.unwrap()))
            .collect::<BTreeSet<_>>()
    };
    let (before, times_before) = (files(program.dir()), times());
    for words in [
        "show",
        "show --json",
        "next",
        "review",
        "settings",
        "metric",
        "--help",
        "man",
    ] {
        assert_eq!(program.run(words).code, Some(0), "{words}");
    }
    assert_eq!((files(program.dir()), times()), (before, times_before));
}

#[test]
fn a_clock_far_ahead_removes_no_backup() {
    let mut program = Salesweek::new();
    does(&program, &["log", "calls"]);
    does(&program, &["log", "calls"]);
    let backups = |program: &Salesweek| {
        let names = files(program.dir()).into_keys();
        names
            .filter(|name| name.starts_with("backups/"))
            .collect::<Vec<_>>()
    };
    let before = backups(&program);
    assert!(!before.is_empty());
    program.on("2031-01-01");
    does(&program, &["log", "calls"]);
    let after = backups(&program);
    assert!(before.iter().all(|name| after.contains(name)), "{after:?}");
}

#[test]
fn a_sealed_week_stands_still_but_for_names() {
    let mut program = Salesweek::new();
    program.on("2026-11-20");
    does(&program, &["target", "calls", "50"]);
    does(&program, &["log", "calls", "12"]);
    does(&program, &["add", "list"]);
    does(&program, &["seal"]);
    program.on("2026-11-25");
    let look = |program: &Salesweek| does(program, &["show", "--week", "2026-W47", "--json"]);
    let before = look(&program);
    does(&program, &["settings", "calendar.pattern", "mon-sat"]);
    does(&program, &["metric", "retire", "calls"]);
    assert_eq!(look(&program), before);
    program.in_language("zh-CN");
    let nameless = |text: &str| {
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("\"name\":"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(nameless(&look(&program)), nameless(&before));
}

#[test]
fn a_reader_of_a_pipe_may_leave_early() {
    use std::process::Stdio;
    let program = Salesweek::new();
    let mut child = program
        .command("man")
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_a_failure() {
    let program = Salesweek::new();
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = program.command("show").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.starts_with("the output could not be written: "),
        "{said}"
    );
}

#[test]
fn the_shortest_unique_beginning_names_a_record() {
    let program = Salesweek::new();
    let ids: Vec<_> = (0..40).map(|_| does(&program, &["add", "task"])).collect();
    let first = |id: &String| id.chars().next().unwrap();
    let twice = ids.iter().find(|one| {
        ids.iter()
            .filter(|other| first(one) == first(other))
            .count()
            == 2
    });
    let Some(twice) = twice else { return };
    let said = ask(&program, &["done", &first(twice).to_string()]);
    assert_eq!(said.code, Some(1));
    for id in ids.iter().filter(|id| first(id) == first(twice)) {
        assert!(said.stderr.contains(id.as_str()), "{}", said.stderr);
    }
    does(&program, &["done", twice]);
    assert_eq!(shown(&program)["tasks"].as_array().unwrap().len(), 40);
}

/// A text that would colour, move and reorder what a terminal shows.
const EVIL: &str = "a\u{1b}[31mb\u{9b}2Jc\u{202e}d\u{7f}e";

#[test]
fn no_text_of_a_file_reaches_the_terminal_as_a_command() {
    let program = Salesweek::new();
    does(&program, &["target", "calls", "50"]);
    let title = does(&program, &["add", "TITLE", "--customer", "CUSTOMER"]);
    does(&program, &["log", "calls", "--note", "NOTE"]);
    does(&program, &["event", "other", "EVENT"]);
    does(&program, &["close", "--note", "WORKED", "--win", "WIN"]);
    does(&program, &["lesson", "keep", "LESSON"]);
    does(
        &program,
        &["improve", "IMPROVEMENT", "--measure", "MEASURE"],
    );
    does(&program, &["cause", "calls", "CAUSE", "--why", "WHY"]);
    does(&program, &["outlook", "weak", "MARKET"]);
    does(&program, &["metric", "set", "visits", "name", "METRIC"]);
    let spoil = |file: &str, words: &[&str]| {
        let path = program.dir().join(file);
        let evil = serde_json::to_string(EVIL).unwrap();
        let mut text = fs::read_to_string(&path).unwrap();
        for word in words {
            assert!(text.contains(word), "{word}");
            text = text.replace(&format!("\"{word}\""), &evil);
        }
        fs::write(&path, text).unwrap();
    };
    let words = [
        "TITLE",
        "CUSTOMER",
        "NOTE",
        "EVENT",
        "WORKED",
        "WIN",
        "WHY",
        "LESSON",
        "IMPROVEMENT",
        "MEASURE",
        "CAUSE",
        "MARKET",
    ];
    spoil("weeks/2026-W48.json", &words);
    spoil("settings.json", &["METRIC"]);
    let commands = [
        "show",
        "show --json",
        "next",
        "next --json",
        "review",
        "review --json",
        "report day",
        "report week",
        "report week --format md",
        "metric",
        "metric --json",
        "settings --json",
        "doctor",
        "show --week next",
        "done xxxxxxxx",
        "log visits",
    ];
    let acts = |sign: char| sign.is_control() && sign != '\n' || sign == '\u{202e}';
    for command in commands {
        let said = program.run(command);
        let text = format!("{}{}", said.stdout, said.stderr);
        assert!(!text.contains(acts), "{command}: {text:?}");
    }
    let said = does(&program, &["skip", &title, "--reason", "price"]);
    assert!(!said.contains(acts), "{said:?}");
}

//! The commands, run as a shell runs them: what each does, what each refuses, what each prints.

mod days;
mod find;
mod languages;
mod program;
mod refused;
mod repeats;
mod review;
mod settings;
mod shape;
mod targets;
mod tasks;
mod what_if;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::program::{Said, Salesweek};

/// Runs words that are to succeed, and gives what they print without the last line's end.
fn does(program: &Salesweek, words: &[&str]) -> String {
    let said = ask(program, words);
    assert_eq!(
        (said.code, said.stderr.as_str()),
        (Some(0), ""),
        "{words:?}"
    );
    said.stdout.trim_end().to_owned()
}

/// Runs words, each of which may have spaces.
fn ask(program: &Salesweek, words: &[&str]) -> Said {
    let output = program.command("").args(words).output().unwrap();
    Said {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        code: output.status.code(),
    }
}

/// What `show --json` prints of this week.
fn shown(program: &Salesweek) -> Value {
    json(program, &["show", "--json"])
}

fn json(program: &Salesweek, words: &[&str]) -> Value {
    serde_json::from_str(&does(program, words)).unwrap()
}

/// The figures of a metric.
fn metric<'a>(week: &'a Value, id: &str) -> &'a Value {
    let metrics = week["metrics"].as_array().unwrap();
    metrics.iter().find(|metric| metric["id"] == id).unwrap()
}

/// One figure of each day of a metric.
fn by_day(week: &Value, id: &str, figure: &str) -> Vec<Option<i64>> {
    let days = metric(week, id)["days"].as_array().unwrap();
    days.iter().map(|day| day[figure].as_i64()).collect()
}

/// Every file of a folder with its bytes, the lock aside.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    collect(folder, "", &mut found);
    found.remove("salesweek.lock");
    found
}

fn collect(folder: &Path, name: &str, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{name}{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found);
        } else {
            found.insert(name, fs::read(entry.path()).unwrap());
        }
    }
}

//! What becomes of the data when programs meet, are killed, or find files that are not theirs.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
#[cfg(unix)]
use std::process::Stdio;
use std::thread;
#[cfg(unix)]
use std::time::{Duration, Instant, SystemTime};

use crate::program::Salesweek;

const THIS: &str = "weeks/2026-W48.json";
const NEXT: &str = "weeks/2026-W49.json";

/// A store with a plan, some work and two open tasks.
fn a_store() -> Salesweek {
    let store = Salesweek::new();
    for words in [
        "target calls 50",
        "target visits 8",
        "log calls 3",
        "add Lin --on fri",
        "add Huaxin --on bucket",
        "improve quotes",
    ] {
        done(&store, words);
    }
    store
}

/// Runs a command that must succeed.
fn done(store: &Salesweek, words: &str) -> String {
    let said = store.run(words);
    assert_eq!(said.code, Some(0), "{words}: {}", said.stderr);
    said.stdout
}

/// The ids of a week's entries, as the program itself reads them.
fn entries(store: &Salesweek) -> BTreeSet<String> {
    let week: serde_json::Value = serde_json::from_str(&done(store, "show --json")).unwrap();
    let entries = week["entries"].as_array().unwrap().iter();
    entries
        .map(|entry| entry["id"].as_str().unwrap().to_owned())
        .collect()
}

/// The id of the entry that `log` has acknowledged.
#[cfg(unix)]
fn acknowledged(stdout: &str) -> Option<String> {
    stdout.split_whitespace().last().map(str::to_owned)
}

/// All files and folders below a folder, sorted.
fn everything(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_owned()];
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            found.extend(everything(&path));
        } else {
            found.push(path);
        }
    }
    found.sort_unstable();
    found
}

/// A file or folder with all that could change about it.
#[cfg(unix)]
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Trace {
    path: PathBuf,
    modified: SystemTime,
    changed: (i64, i64),
    bytes: Option<Vec<u8>>,
}

/// How a folder and all in it stands.
#[cfg(unix)]
pub(crate) fn traces(folder: &Path) -> Vec<Trace> {
    use std::os::unix::fs::MetadataExt;
    let trace = |path: PathBuf| {
        let metadata = fs::symlink_metadata(&path).unwrap();
        Trace {
            modified: metadata.modified().unwrap(),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
            bytes: fs::read(&path).ok(),
            path,
        }
    };
    everything(folder).into_iter().map(trace).collect()
}

/// The data files of a store, backups and lock aside.
fn data(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let files = everything(folder).into_iter().filter(|path| path.is_file());
    let files = files.map(|path| path.strip_prefix(folder).unwrap().to_owned());
    files
        .filter(|name| !name.starts_with("backups") && !name.ends_with("salesweek.lock"))
        .map(|name| (name.clone(), fs::read(folder.join(name)).unwrap()))
        .collect()
}

#[test]
fn eight_programs_and_a_ninth_lose_nothing() {
    let store = Salesweek::new();
    done(&store, "target calls 1");
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..50 {
                    done(&store, "log calls");
                }
            });
        }
        scope.spawn(|| {
            for amount in 2..=30 {
                done(&store, &format!("target calls {amount}"));
            }
        });
    });
    assert_eq!(entries(&store).len(), 400);
    let week: serde_json::Value = serde_json::from_str(&done(&store, "show --json")).unwrap();
    let calls = week["metrics"].as_array().unwrap();
    let calls = calls.iter().find(|metric| metric["id"] == "calls").unwrap();
    assert_eq!(calls["done"], 400);
    assert_eq!(calls["target"], 30);
    assert_eq!(calls["changes"].as_array().unwrap().len(), 30);
}

/// A moment within `length`, another one for each number.
#[cfg(unix)]
fn within(length: Duration, number: u32) -> Duration {
    let mixed = number.wrapping_mul(2_654_435_761);
    length.mul_f64(f64::from(mixed) / f64::from(u32::MAX))
}

#[cfg(unix)]
#[test]
fn what_was_acknowledged_survives_fifty_kills() {
    let store = a_store();
    let mut logged = entries(&store);
    let length = (0..5).map(|_| {
        let start = Instant::now();
        logged.extend(acknowledged(&done(&store, "log calls")));
        start.elapsed()
    });
    let length = length.max().unwrap();

    let (mut killed, mut runs) = (0, 0);
    while killed < 50 {
        runs += 1;
        assert!(runs < 2_000, "the program ends before it can be killed");
        let mut command = store.command("log calls");
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(within(length, runs));
        let _ = child.kill();
        let output = child.wait_with_output().unwrap();
        if output.status.success() {
            let stdout = String::from_utf8(output.stdout).unwrap();
            logged.extend(acknowledged(&stdout));
        } else {
            assert_eq!(output.status.code(), None, "ended by itself");
            killed += 1;
        }
    }
    let found = entries(&store);
    assert!(found.is_superset(&logged), "lost: {:?}", &logged - &found);
    done(&store, "log calls");
    assert_eq!(entries(&store).len(), found.len() + 1);
}

#[test]
fn a_bad_file_stays_as_it_is_and_other_weeks_go_on() {
    let cases: &[(&str, &[u8], &str)] = &[
        ("empty", b"", "`weeks/2026-W48.json` is empty"),
        (
            "cut off",
            b"{\n  \"version\": 1,",
            "weeks/2026-W48.json:2:16: the file ends",
        ),
        (
            "a mark",
            b"\xef\xbb\xbf{}",
            "weeks/2026-W48.json:1:1: the file begins with a byte order mark",
        ),
        (
            "Latin 1",
            b"{\"week\": \"\xe9\"}",
            "weeks/2026-W48.json:1:11: this is not UTF-8",
        ),
        (
            "no version",
            b"{}",
            "weeks/2026-W48.json:1:1: expected `\"version\": 2`",
        ),
        (
            "version 0",
            b"{\"version\": 0}",
            "weeks/2026-W48.json:1:13: there never was a version 0",
        ),
        (
            "version 99",
            b"{\"version\": 99, \"x\": 1}",
            "weeks/2026-W48.json:1:13: written by a newer salesweek",
        ),
        (
            "another week",
            b"{\"version\": 2, \"week\": \"2026-W47\"}",
            "weeks/2026-W48.json:1:24: this is the file of week 2026-W48",
        ),
        (
            "an unknown field",
            b"{\"version\": 2, \"week\": \"2026-W48\",\n \"task\": []}",
            "weeks/2026-W48.json:2:2: the field `task` is not known",
        ),
        (
            "a field twice",
            b"{\"version\": 2, \"week\": \"2026-W48\", \"week\": \"2026-W48\"}",
            "weeks/2026-W48.json:1:36: the key `week` stands twice",
        ),
    ];
    for (label, bytes, expected) in cases {
        let mut store = Salesweek::new();
        done(&store, "log calls");
        let file = store.dir().join(THIS);
        fs::write(&file, bytes).unwrap();
        for words in ["log calls", "show", "seal", "target calls 5"] {
            let said = store.run(words);
            assert_eq!(said.code, Some(1), "{label}: {words}");
            assert!(said.stderr.contains(expected), "{label}: {}", said.stderr);
            let offers_a_backup = said
                .stderr
                .ends_with("`salesweek doctor` looks for a backup\n");
            assert_eq!(offers_a_backup, *label != "version 99", "{}", said.stderr);
        }
        store.on("2026-11-18");
        done(&store, "log calls");
        done(&store, "show");
        assert_eq!(fs::read(&file).unwrap(), *bytes, "{label}");
    }
}

#[cfg(unix)]
#[test]
fn looking_touches_nothing() {
    let looks = [
        "show",
        "show --json",
        "show --week last",
        "next",
        "review",
        "settings",
        "metric",
        "doctor",
        "report week",
        "report day",
    ];
    for store in [Salesweek::new(), a_store()] {
        let before = traces(store.dir());
        for words in looks {
            done(&store, words);
            assert_eq!(traces(store.dir()), before, "{words}");
        }
    }
}

#[test]
fn a_folder_that_is_not_there_is_not_made_by_looking() {
    let home = Salesweek::new();
    let missing = home.dir().join("data");
    for words in ["show", "next", "review", "doctor"] {
        let output = Command::new(env!("CARGO_BIN_EXE_salesweek"))
            .arg(words)
            .env("SALESWEEK_DATA_DIR", &missing)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0), "{words}");
        assert!(!missing.exists(), "{words}");
    }
}

#[cfg(unix)]
#[test]
fn folders_and_files_are_private_under_any_umask() {
    use std::os::unix::fs::PermissionsExt;
    for umask in ["000", "077"] {
        let store = Salesweek::new();
        let dir = store.dir().join("data");
        for words in [["log", "calls"], ["log", "visits"]] {
            let status = Command::new("sh")
                .args(["-c", r#"umask "$1"; shift; exec "$@""#, "sh", umask])
                .arg(env!("CARGO_BIN_EXE_salesweek"))
                .args(words)
                .args(["--date", "2026-11-25", "--data-dir"])
                .arg(&dir)
                .stdout(Stdio::null())
                .status();
            assert!(status.unwrap().success());
        }
        for path in everything(&dir) {
            let expected = if path.is_dir() { 0o700 } else { 0o600 };
            let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o7777;
            assert_eq!(mode, expected, "{} under {umask}", path.display());
        }
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let outside = a_store();
    let before = traces(outside.dir());
    for name in ["weeks", THIS] {
        let store = Salesweek::new();
        let link = store.dir().join(name);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(outside.dir().join(name), &link).unwrap();
        let said = store.run("log calls");
        assert_eq!(said.code, Some(1), "{name}");
        assert!(said.stderr.contains("symbolic link"), "{}", said.stderr);
        assert!(link.is_symlink());
    }
    assert_eq!(traces(outside.dir()), before);
}

#[test]
fn newer_settings_are_not_touched() {
    let store = a_store();
    let file = store.dir().join("settings.json");
    let newer = fs::read_to_string(&file).unwrap();
    let newer = newer.replacen("\"version\": 2", "\"version\": 3", 1);
    fs::write(&file, &newer).unwrap();
    for words in ["log calls", "settings language zh-CN", "show"] {
        let said = store.run(words);
        assert_eq!(said.code, Some(1), "{words}");
        assert!(said.stderr.contains("please update"), "{}", said.stderr);
    }
    assert_eq!(fs::read_to_string(&file).unwrap(), newer);
}

#[test]
fn a_seal_killed_between_its_two_files_is_made_again_and_adds_nothing_twice() {
    let store = a_store();
    let unsealed = fs::read(store.dir().join(THIS)).unwrap();
    done(&store, "seal");
    let sealed = data(store.dir());
    assert!(store.dir().join(NEXT).exists());

    // Next week is written, and the rename that makes this week sealed never came.
    fs::write(store.dir().join(THIS), unsealed).unwrap();
    done(&store, "seal");
    assert_eq!(data(store.dir()), sealed);
}

#[test]
fn a_bad_file_is_put_back_and_kept() {
    let store = a_store();
    let file = store.dir().join(THIS);
    let whole = fs::read(&file).unwrap();
    let backups = everything(&store.dir().join("backups"));
    let backup = backups.iter().find(|path| path.ends_with(THIS)).unwrap();
    let backed_up = fs::read(backup).unwrap();
    let cut = &whole[..whole.len() / 2];
    fs::write(&file, cut).unwrap();

    let said = store.run("doctor");
    assert_eq!(said.code, Some(1));
    let mend = format!("doctor --restore {THIS}");
    assert!(said.stdout.contains(&mend), "{}", said.stdout);
    done(&store, &mend);
    assert_eq!(fs::read(&file).unwrap(), backed_up);
    let kept = store.dir().join(format!("{THIS}.bad-1"));
    assert_eq!(fs::read(kept).unwrap(), cut);
    done(&store, "doctor");
}

//! `salesweek log calls` against a program that does no more than write the file anew.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::measure::{Figure, in_turns};
use super::store::{NOW, Store};
use super::writer;

pub(crate) fn measured() -> Vec<Figure> {
    let store = Store::with_weeks(156);
    let this = std::env::current_exe().expect("this program");
    let (folder, file) = (store.folder(), store.week_file());
    let [log, plain] = in_turns([
        &|| {
            let mut log = Command::new(env!("CARGO_BIN_EXE_salesweek"));
            timed(log.args(["--data-dir", &folder, "--date", NOW, "log", "calls"]))
        },
        &|| timed(Command::new(&this).arg(writer::ARGUMENT).arg(&file)),
    ]);
    vec![Figure::ratio(
        "log calls, against a plain durable write",
        log,
        plain,
        1.5,
    )]
}

/// The time a program takes, from its start to its end.
fn timed(command: &mut Command) -> Duration {
    let quiet = command
        .env_clear()
        .envs([("TZ", "UTC"), ("HOME", "/")])
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    let start = Instant::now();
    let status = quiet.status().expect("a program");
    let took = start.elapsed();
    assert!(status.success(), "{status}");
    took
}

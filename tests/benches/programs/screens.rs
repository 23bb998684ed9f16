//! The screens: how soon they stand, how soon they answer, what they take while nobody types.

use std::fs;
use std::time::{Duration, Instant};

use super::hello;
use super::measure::{Figure, in_turns, repeated};
use super::process::Process;
use super::store::{NOW, Store};

const SALESWEEK: &str = env!("CARGO_BIN_EXE_salesweek");
const YEARS: usize = 156;
const MEGABYTE: f64 = 1_000_000.0;

/// How long nobody types.
const IDLE: Duration = Duration::from_secs(10);

pub(crate) fn measured() -> Vec<Figure> {
    let (years, week) = (Store::with_weeks(YEARS), Store::with_weeks(1));
    let this = std::env::current_exe().expect("this program");
    let this = this.to_str().expect("plain letters").to_owned();
    let [hello, of_years, of_week] = in_turns([
        &|| Process::until_first_frame(&this, &[hello::ARGUMENT]).1,
        &|| open(&years).1,
        &|| open(&week).1,
    ]);
    let mut figures = vec![
        Figure::ratio(
            "first frame, three years, against one-frame hello",
            of_years,
            hello,
            2.0,
        ),
        Figure::ratio(
            "first frame, three years, against one week",
            of_years,
            of_week,
            1.2,
        ),
    ];
    figures.extend(of_open_screens(&years));
    figures.push(size());
    figures
}

fn open(store: &Store) -> (Process, Duration) {
    Process::until_first_frame(SALESWEEK, &["--data-dir", &store.folder(), "--date", NOW])
}

fn of_open_screens(store: &Store) -> [Figure; 3] {
    let (mut screens, _) = open(store);
    let mut keys = [b"]", b"["].into_iter().cycle();
    let key = repeated(|| screens.key(keys.next().expect("without end")));
    let before = busy(&screens);
    let start = Instant::now();
    while start.elapsed() < IDLE {
        std::thread::sleep(IDLE.saturating_sub(start.elapsed()));
    }
    let busy = busy(&screens).saturating_sub(before);
    [
        Figure {
            name: "key to whole frame, through the terminal",
            value: key.as_secs_f64() * 1_000.0,
            limit: 1.0,
            unit: "ms",
            from: "another day, three years".to_owned(),
        },
        Figure {
            name: "of one core, while nobody types",
            value: 100.0 * busy.as_secs_f64() / start.elapsed().as_secs_f64(),
            limit: 0.5,
            unit: "%",
            from: format!("{busy:.2?} in {IDLE:.0?}"),
        },
        Figure {
            name: "peak memory, three years",
            value: peak_memory(&screens) / MEGABYTE,
            limit: 20.0,
            unit: "MB",
            from: "resident, shared pages included".to_owned(),
        },
    ]
}

/// How long a process had a core; in steps of 10 ms.
fn busy(process: &Process) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{}/stat", process.id())).expect("on Linux");
    let (_, fields) = stat.rsplit_once(')').expect("a name in brackets");
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks = |field: usize| fields.get(field)?.parse::<u64>().ok();
    let (user, system) = (ticks(11), ticks(12));
    Duration::from_millis(10 * (user.expect("a number") + system.expect("a number")))
}

/// In bytes.
fn peak_memory(process: &Process) -> f64 {
    let status = fs::read_to_string(format!("/proc/{}/status", process.id())).expect("on Linux");
    let mut lines = status.lines();
    let peak = lines
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .expect("a peak");
    let kilobytes = peak.trim().trim_end_matches(" kB");
    kilobytes.parse::<f64>().expect("a number") * 1024.0
}

fn size() -> Figure {
    let bytes = fs::metadata(SALESWEEK).expect("the program").len();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a program has far fewer bytes than 2⁵²"
    )]
    let value = bytes as f64 / MEGABYTE;
    Figure {
        name: "the program's file",
        value,
        limit: 6.0,
        unit: "MB",
        from: format!("{bytes} bytes"),
    }
}

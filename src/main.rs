//! The program: gives the commands the clock, the zone, the folder and the terminal, and ends
//! with their exit code.

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{Local, NaiveDateTime, TimeDelta, TimeZone};
use directories::ProjectDirs;
use salesweek::cli::{self, Clock, Exit, Screens, ScreensError, World};
use salesweek::domain::Moment;
use salesweek::tui::{self, RunConfig};

fn main() -> ExitCode {
    let args: Vec<_> = std::env::args_os().collect();
    let (mut stdout, mut stderr) = (io::stdout().lock(), io::stderr());
    let Some(now) = Moment::new(Local::now().fixed_offset()) else {
        let _ = writeln!(stderr, "the clock shows no day of the years 1 to 9999");
        return Exit::Refused.into();
    };
    let world = World {
        now,
        local: &local,
        seed: fastrand::u64(..),
        locale: sys_locale::get_locale().unwrap_or_default(),
        folder: folder(),
        has_screen: io::stdin().is_terminal() && stdout.is_terminal(),
        stderr_is_terminal: stderr.is_terminal(),
        stdout: &mut stdout,
        stderr: &mut stderr,
        open: &mut |screens| open(screens, now),
    };
    cli::run(&args, world).into()
}

/// The moment at which the system's zone shows a time; one that a clock put forward leaves
/// out is an hour later.
fn local(time: NaiveDateTime) -> Option<Moment> {
    let later = time.checked_add_signed(TimeDelta::hours(1))?;
    let found = Local.from_local_datetime(&time).earliest();
    let found = found.or_else(|| Local.from_local_datetime(&later).earliest());
    Moment::new(found?.fixed_offset())
}

/// The data folder that the environment names, else the platform's.
fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("SALESWEEK_DATA_DIR").filter(|dir| !dir.is_empty());
    let platform = || {
        Some(
            ProjectDirs::from("", "", "salesweek")?
                .data_dir()
                .to_owned(),
        )
    };
    named.map(PathBuf::from).or_else(platform)
}

/// Opens the screens on the terminal, and stays in them until they are left; `now` stands in
/// for a clock that shows no moment of this calendar.
fn open(screens: Screens, now: Moment) -> Result<(), ScreensError> {
    let failed = |error: io::Error| ScreensError::Failed(error.to_string());
    if let Some(folder) = screens.remove.clone() {
        tui::when_killed(move || drop(fs::remove_dir_all(folder))).map_err(failed)?;
    }
    let clock = || match screens.clock {
        Clock::System => Moment::new(Local::now().fixed_offset()).unwrap_or(now),
        Clock::Standing(moment) => moment,
    };
    let config = RunConfig {
        store: screens.store,
        language: screens.language,
        week: screens.week,
        clock: &clock,
        seed: screens.seed,
        no_color: std::env::var_os("NO_COLOR"),
        term: std::env::var("TERM").unwrap_or_default(),
    };
    tui::run(config).map_err(failed)
}

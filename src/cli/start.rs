//! From the words of a command line to its end.

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::PathBuf;

use chrono::NaiveDateTime;
use clap::CommandFactory;
use clap::error::ErrorKind;

use super::arguments::Arguments;
use super::error::CliError;
use super::help;
use super::run::{Output, Run, defaults, path};
use super::usage::Usage;
use crate::domain::{Language, Moment, WeekId};
use crate::i18n::cells::printable;
use crate::i18n::{Locale, Say};
use crate::store::Store;

/// What the program is run in: all that a command takes from outside.
pub struct World<'a> {
    /// What the clock shows.
    pub now: Moment,
    /// The moment at which the system's zone shows a local time.
    pub local: &'a dyn Fn(NaiveDateTime) -> Option<Moment>,
    /// A random number.
    pub seed: u64,
    /// The locale as the system names it: `zh-CN`, `C`.
    pub locale: String,
    /// The data folder, unless a command names another.
    pub folder: Option<PathBuf>,
    /// Where output goes.
    pub stdout: &'a mut dyn Write,
    /// Where errors and hints go.
    pub stderr: &'a mut dyn Write,
    /// Whether input and output are a terminal that screens can be drawn on.
    pub has_screen: bool,
    /// Whether a person reads the errors.
    pub stderr_is_terminal: bool,
    /// Opens the screens and stays in them until they are left.
    pub open: &'a mut dyn FnMut(Screens) -> Result<(), ScreensError>,
}

/// With what the screens open.
#[derive(Debug, Clone)]
pub struct Screens {
    /// The data.
    pub store: Store,
    /// The language asked for; else that of the settings holds.
    pub language: Option<Language>,
    /// The clock.
    pub clock: Clock,
    /// The week asked for.
    pub week: Option<WeekId>,
    /// A random number.
    pub seed: u64,
    /// A folder that is to be removed, whatever ends the screens.
    pub remove: Option<PathBuf>,
}

/// The clock of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The system's.
    System,
    /// It stands at one moment.
    Standing(Moment),
}

/// Why the screens could not be opened, or ended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScreensError {
    /// Input or output is no terminal.
    #[error("the screens need a terminal; `salesweek --help` lists the commands")]
    NoTerminal,
    /// The terminal failed.
    #[error("the terminal failed: {0}")]
    Failed(String),
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// It was done: 0.
    Done,
    /// It was understood and not done: 1.
    Refused,
    /// The words could not be understood: 2.
    NotUnderstood,
}

impl From<Exit> for std::process::ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Done => Self::SUCCESS,
            Exit::Refused => Self::from(1),
            Exit::NotUnderstood => Self::from(2),
        }
    }
}

/// Runs one command line, the program's own name included.
pub fn run(args: &[OsString], mut world: World<'_>) -> Exit {
    let args = &with_signs(args);
    let output = match Arguments::read(args) {
        Ok(Arguments {
            global,
            command,
            empty,
        }) => {
            let done = Run::new(args, global).and_then(|run| run.carry_out(command, &mut world));
            done.map_err(|error| naming(error, empty))
        }
        Err(error) => not_run(&error, args, Early::of(args).language(&world)),
    };
    let printed = output.and_then(|(text, exit)| print(world.stdout, &text).map(|()| exit));
    printed.unwrap_or_else(|error| {
        let language = Early::of(args).language(&world);
        say_error(world.stderr, &error, language);
        error.exit()
    })
}

/// An error that a text is missing names the argument that is empty.
fn naming(error: CliError, empty: Option<String>) -> CliError {
    match empty {
        Some(place) if error.is_of_empty_text() => CliError::Empty(place),
        _ => error,
    }
}

/// The words with a real minus before negative amounts, which would else read as options.
fn with_signs(args: &[OsString]) -> Vec<OsString> {
    let is_amount = |rest: &str| {
        rest.starts_with(|sign: char| {
            sign.is_ascii_digit() || matches!(sign, '.' | '$' | '\u{80}'..)
        })
    };
    let signed = args.iter().map(|word| {
        let rest = word.to_str().and_then(|word| word.strip_prefix('-'));
        match rest.filter(|rest| is_amount(rest)) {
            Some(rest) => format!("−{rest}").into(),
            None => word.clone(),
        }
    });
    signed.collect()
}

/// Help and version for who asked for them; else why the words form no command.
fn not_run(error: &clap::Error, args: &[OsString], language: Language) -> Result<Output, CliError> {
    let path = path(args);
    let text = match error.kind() {
        ErrorKind::DisplayHelp => help::help(&Arguments::command(), &path, language),
        ErrorKind::DisplayVersion => format!("salesweek {}\n", env!("CARGO_PKG_VERSION")),
        _ => return Err(Usage::of(error, path.join(" ")).into()),
    };
    Ok((text.into_bytes(), Exit::Done))
}

/// What can be known of the words before they are understood.
struct Early {
    lang: Option<String>,
    folder: Option<PathBuf>,
}

impl Early {
    fn of(args: &[OsString]) -> Self {
        let value = |option: &str| {
            let mut words = args.iter();
            let behind = words
                .position(|word| word == option)
                .and_then(|_| words.next());
            let inside = args.iter().filter_map(|word| word.to_str());
            let inside = inside.filter_map(|word| word.strip_prefix(option)?.strip_prefix('='));
            behind
                .cloned()
                .or_else(|| inside.map(OsString::from).next())
        };
        Self {
            lang: value("--lang").and_then(|lang| lang.into_string().ok()),
            folder: value("--data-dir").map(PathBuf::from),
        }
    }

    /// The language asked for, else that of the settings, else the system's.
    fn language(self, world: &World<'_>) -> Language {
        let asked = self.lang.and_then(|lang| Language::parse(&lang));
        let system = Locale::of_tag(&world.locale).language;
        asked.unwrap_or_else(|| {
            let folder = self.folder.or_else(|| world.folder.clone());
            let store = folder.map(|folder| Store::at(folder, defaults(&world.locale, None)));
            let settings = store.and_then(|store| store.settings().ok());
            settings.map_or(system, |settings| settings.language)
        })
    }
}

/// Prints the output of a command; a reader that left is no failure.
fn print(stdout: &mut dyn Write, text: &[u8]) -> Result<(), CliError> {
    match stdout.write_all(text).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(CliError::Output(error.to_string()))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The error in one line, and a hint on a second. That nobody can read them is no new error.
fn say_error(stderr: &mut dyn Write, error: &CliError, language: Language) {
    let lines = [Some(error.say(language)), error.hint(language)];
    for line in lines.into_iter().flatten() {
        let _ = writeln!(stderr, "{}", printable(&line));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Folder, Writer};

    /// Standard error as a person reads it: whoever reads that the folder is in use lets it go.
    #[derive(Default)]
    struct Reader {
        read: String,
        holds: Option<Writer>,
    }

    impl Write for Reader {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.read.push_str(&String::from_utf8_lossy(bytes));
            self.holds = None;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn log_a_call(folder: PathBuf, stdout: &mut dyn Write, stderr: &mut dyn Write) -> Exit {
        let now: Moment = "2026-11-25T09:00:00+08:00".parse().unwrap();
        let world = World {
            now,
            local: &|_| None,
            seed: 7,
            locale: "en-US".to_owned(),
            folder: Some(folder),
            stdout,
            stderr,
            has_screen: false,
            stderr_is_terminal: true,
            open: &mut |_| Err(ScreensError::NoTerminal),
        };
        run(&["salesweek", "log", "calls"].map(OsString::from), world)
    }

    #[test]
    fn a_person_is_told_that_another_program_holds_the_folder() {
        let home = tempfile::tempdir().unwrap();
        let folder = Folder::at(home.path());
        let mut reader = Reader {
            read: String::new(),
            holds: Some(folder.acquire(&mut || ()).unwrap()),
        };
        let mut stdout = Vec::new();
        let exit = log_a_call(home.path().to_owned(), &mut stdout, &mut reader);
        assert_eq!(exit, Exit::Done);
        assert_eq!(reader.read, "waiting for another salesweek …\n");
        assert!(stdout.starts_with(b"calls 1 (+1) "));
    }

    #[test]
    fn a_negative_amount_is_no_option() {
        let words = ["log", "-5", "-5万", "-¥3", "-h", "--on", "-", "x-5"];
        let words = with_signs(&words.map(OsString::from));
        assert_eq!(
            words,
            ["log", "−5", "−5万", "−¥3", "-h", "--on", "-", "x-5"]
        );
    }
}

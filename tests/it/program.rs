//! The program on the command line, over a folder of its own.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// The program with a data folder, a day and a language.
pub(crate) struct Salesweek {
    home: TempDir,
    date: String,
    lang: String,
}

/// What one run said.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    /// `None` when a signal ended it.
    pub(crate) code: Option<i32>,
}

impl Salesweek {
    /// With an empty folder, on a Wednesday, in English.
    pub(crate) fn new() -> Self {
        Self {
            home: TempDir::new().unwrap(),
            date: "2026-11-25".to_owned(),
            lang: "en".to_owned(),
        }
    }

    /// From now on, on the day `date`.
    pub(crate) fn on(&mut self, date: &str) -> &mut Self {
        date.clone_into(&mut self.date);
        self
    }

    /// From now on, in the language `lang`.
    pub(crate) fn in_language(&mut self, lang: &str) -> &mut Self {
        lang.clone_into(&mut self.lang);
        self
    }

    /// The folder of the weeks.
    pub(crate) fn dir(&self) -> &Path {
        self.home.path()
    }

    /// What every run begins with.
    pub(crate) fn arguments(&self) -> [&str; 6] {
        let dir = self.dir().to_str().unwrap();
        [
            "--data-dir",
            dir,
            "--date",
            &self.date,
            "--lang",
            &self.lang,
        ]
    }

    /// One command, not yet started; its words are given as in a shell, without quoting.
    pub(crate) fn command(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_salesweek"));
        command
            .args(self.arguments())
            .args(words.split_whitespace())
            .env_clear()
            .env("HOME", self.dir())
            .env("TZ", "UTC");
        command
    }

    /// Runs one command to its end.
    pub(crate) fn run(&self, words: &str) -> Said {
        let output = self.command(words).output().unwrap();
        Said {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code(),
        }
    }
}

#[test]
fn each_program_has_its_folder_day_and_language() {
    let mut one = Salesweek::new();
    let other = Salesweek::new();
    one.on("2026-11-27").in_language("zh-CN");
    assert_eq!(
        one.arguments()[2..],
        ["--date", "2026-11-27", "--lang", "zh-CN"]
    );
    assert_eq!(
        other.arguments()[2..],
        ["--date", "2026-11-25", "--lang", "en"]
    );
    assert_ne!(one.dir(), other.dir());
}

#[test]
fn a_run_gives_output_and_code() {
    let said = Salesweek::new().run("--version");
    assert_eq!(
        (said.stderr.as_str(), said.code),
        ("", Some(0)),
        "{}",
        said.stdout
    );
}

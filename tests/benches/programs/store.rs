//! Stores to measure with: the demo's weeks, as the program itself would have written them.

use std::fs;
use std::path::PathBuf;

use salesweek::demo::sample;
use salesweek::domain::{Language, Moment};
use serde::Serialize;
use tempfile::TempDir;

/// When it is, in every run.
pub(crate) const NOW: &str = "2026-11-25T10:30";
/// The week that runs then.
pub(crate) const WEEK: &str = "2026-W48";

/// A store in a folder of its own.
pub(crate) struct Store(TempDir);

impl Store {
    /// A store with so many weeks before the one that runs.
    pub(crate) fn with_weeks(count: usize) -> Self {
        let now: Moment = format!("{NOW}:00+00:00").parse().expect("a moment");
        let books = sample(Language::ZhCn, now, count);
        let store = Self(TempDir::new().expect("a folder"));
        fs::create_dir(store.0.path().join("weeks")).expect("a folder");
        store.write("settings.json", &books.settings);
        for week in books.weeks() {
            store.write(&format!("weeks/{}.json", week.week), week);
        }
        store
    }

    /// Its folder, as an argument.
    pub(crate) fn folder(&self) -> String {
        self.0.path().to_str().expect("plain letters").to_owned()
    }

    /// The file of the week that runs.
    pub(crate) fn week_file(&self) -> PathBuf {
        self.0.path().join(format!("weeks/{WEEK}.json"))
    }

    fn write(&self, name: &str, value: &impl Serialize) {
        let text = serde_json::to_string_pretty(value).expect("it has a text");
        fs::write(self.0.path().join(name), text + "\n").expect("room");
    }
}

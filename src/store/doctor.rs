//! What is wrong with a store, and what can be done about it. Checking touches nothing.
//!
//! ```
//! # use salesweek::domain::{Currency, Language, Law, Settings};
//! # use salesweek::store::Store;
//! # let home = tempfile::tempdir()?;
//! # let defaults = Settings::new(Language::En, Currency::CNY, Law::Cn);
//! # let store = Store::at(home.path(), defaults);
//! std::fs::write(home.path().join("settings.json"), "{")?;
//! let report = store.check();
//! assert!(!report.is_sound());
//! assert_eq!(report.files[0].file, "settings.json");
//! assert_eq!(report.files[0].backup, None); // none was ever made
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::collections::BTreeSet;

use super::backup::Backup;
use super::disk::{TEMPORARY_PREFIX, TEMPORARY_SUFFIX};
use super::error::{Doing, FolderError};
use super::folder::kind;
use super::lock::LOCK_FILE;
use super::names::{BACKUPS, CUSTOMERS, File, WEEKS};
use super::open::Store;
use super::parse;
use super::store_error::StoreError;
use super::unreadable::Unreadable;
use crate::domain::shown;

/// How synchronisers mark the copies they make when two machines have written.
const CONFLICTS: [&str; 3] = ["conflicted copy", ".sync-conflict-", "冲突"];

/// What is in a store. Names are paths inside its folder.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The settings and the weeks, in the order of their names.
    pub files: Vec<Checked>,
    /// Folders that could not be looked into.
    pub faults: Vec<StoreError>,
    /// Copies that a synchroniser made because two machines wrote; never read as data.
    pub conflicts: Vec<String>,
    /// The newest good backup of each file that is not there.
    pub gone: Vec<Backup>,
    /// Bad files that were kept when a backup was restored.
    pub set_aside: Vec<String>,
    /// What killed programs left, or one that writes just now; removed by the first writer
    /// that finds them older than an hour.
    pub leftovers: Vec<String>,
    /// What is not ours, hidden files aside.
    pub foreign: Vec<String>,
}

/// One file, with what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    pub file: String,
    pub fault: Option<StoreError>,
    /// The newest good backup, for a file with a fault.
    pub backup: Option<Backup>,
}

/// A file that was put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// What it was put back from.
    pub backup: Backup,
    /// The name under which the bad file is kept; `None` where there was none.
    pub kept_as: Option<String>,
}

impl Report {
    /// Whether nothing needs a hand: every file is good, and no synchroniser left a copy.
    pub fn is_sound(&self) -> bool {
        let is_good = |file: &Checked| file.fault.is_none();
        self.files.iter().all(is_good) && self.faults.is_empty() && self.conflicts.is_empty()
    }
}

impl Store {
    /// Looks through all of the store, and touches nothing.
    pub fn check(&self) -> Report {
        let mut report = Report::default();
        let backups = self.folder().all_backups().unwrap_or_else(|error| {
            report.faults.push(error.into());
            Vec::new()
        });
        for folder in ["", WEEKS, BACKUPS] {
            match self.folder().list(folder) {
                Ok(entries) => {
                    for entry in entries {
                        self.sort_in(&mut report, folder, &entry, &backups);
                    }
                }
                Err(error) if !report.faults.contains(&error.clone().into()) => {
                    report.faults.push(error.into());
                }
                Err(_) => {}
            }
        }
        let there: BTreeSet<_> = report.files.iter().map(|file| file.file.as_str()).collect();
        let backed_up: BTreeSet<_> = backups.iter().map(|copy| copy.of.as_str()).collect();
        let gone = backed_up.difference(&there);
        report.gone = gone
            .filter_map(|file| self.newest_good(&backups, file))
            .collect();
        report
    }

    /// Puts a file back: `name` is that of a backup, or of the file whose newest good one is
    /// to be taken. The bad file is kept beside it.
    ///
    /// Waits for another writer as an edit does.
    pub fn restore(&self, name: &str, waiting: &mut dyn FnMut()) -> Result<Mended, StoreError> {
        let backups = self.folder().all_backups()?;
        let named = backups.iter().find(|copy| copy.name == name).cloned();
        if let Some(copy) = &named {
            self.judge(&copy.of, &copy.name)?;
        }
        let backup = named
            .or_else(|| self.newest_good(&backups, name))
            .ok_or_else(|| StoreError::NoBackup { name: shown(name) })?;
        let writer = self.folder().acquire(waiting)?;
        let kept_as = writer.restore(&backup)?.kept_as;
        Ok(Mended { backup, kept_as })
    }

    /// Puts what lies in a folder where it belongs in the report.
    fn sort_in(&self, report: &mut Report, folder: &str, entry: &str, backups: &[Backup]) {
        let name = match folder {
            "" => entry.to_owned(),
            _ => format!("{folder}/{entry}"),
        };
        if entry.starts_with(TEMPORARY_PREFIX) && entry.ends_with(TEMPORARY_SUFFIX) {
            report.leftovers.push(name);
        } else if CONFLICTS.iter().any(|mark| entry.contains(mark)) {
            report.conflicts.push(name);
        } else if File::named(&name).is_some() {
            let fault = self.judge(&name, &name).err();
            let is_bad = fault.is_some();
            let backup = is_bad.then(|| self.newest_good(backups, &name)).flatten();
            report.files.push(Checked {
                file: name,
                fault,
                backup,
            });
        } else if is_set_aside(&name) {
            report.set_aside.push(name);
        } else if !is_ours(&name) && !entry.starts_with('.') {
            report.foreign.push(name);
        }
    }

    /// The newest backup of a file that can be read as what it should be.
    fn newest_good(&self, backups: &[Backup], of: &str) -> Option<Backup> {
        let mut copies = backups.iter().filter(|copy| copy.of == of);
        copies
            .find(|copy| self.judge(of, &copy.name).is_ok())
            .cloned()
    }

    /// Why what stands under `name` cannot be read as the file `of`.
    fn judge(&self, of: &str, name: &str) -> Result<(), StoreError> {
        let folder = self.folder();
        let found = folder.path(name).map(|path| kind(&path))?;
        if found.is_ok_and(|kind| kind.is_some_and(|kind| kind.is_symlink())) {
            let file = name.to_owned();
            return Err(FolderError::Link { file }.into());
        }
        let Some(contents) = folder.read(name)? else {
            return Err(FolderError::Io {
                doing: Doing::Read,
                file: name.to_owned(),
                fault: super::Fault::Missing,
            }
            .into());
        };
        let judged = match File::named(of) {
            Some(File::Settings) => parse::settings(&contents.bytes).map(|_| ()),
            Some(File::Week(week)) => parse::week(&contents.bytes, week).map(|_| ()),
            None => Ok(()),
        };
        judged.map_err(|bad| {
            let file = name.to_owned();
            StoreError::Unreadable(Unreadable { file, ..bad })
        })
    }
}

/// Whether a name is one that restoring gives to a bad file.
fn is_set_aside(name: &str) -> bool {
    name.rsplit_once(".bad-").is_some_and(|(of, number)| {
        File::named(of).is_some() && number.bytes().all(|sign| sign.is_ascii_digit())
    })
}

/// Whether a name is one of ours that holds no settings and no week.
fn is_ours(name: &str) -> bool {
    match name.split_once('/') {
        Some((folder, day)) => folder == BACKUPS && day.parse::<chrono::NaiveDate>().is_ok(),
        None => [CUSTOMERS, WEEKS, BACKUPS, LOCK_FILE].contains(&name),
    }
}

#[cfg(test)]
mod tests {
    use super::super::faulty::Home;
    use super::super::{Place, Wrong};
    use super::*;
    use crate::domain::{Currency, Language, Law, Settings};

    const GOOD: &str = r#"{ "version": 2, "week": "2026-W48" }"#;
    const WEEK: &str = "weeks/2026-W48.json";

    fn store(home: &Home) -> Store {
        let defaults = Settings::new(Language::En, Currency::CNY, Law::Cn);
        Store::at(home.path(""), defaults)
    }

    fn restore(home: &Home, name: &str) -> Result<Mended, StoreError> {
        store(home).restore(name, &mut || ())
    }

    /// A week that was cut off, with a good backup below a bad one.
    fn a_home_with_a_bad_week() -> Home {
        let home = Home::new();
        home.put("backups/2026-11-23/weeks/2026-W48.json", GOOD);
        home.put("backups/2026-11-24/weeks/2026-W48.json", GOOD);
        home.put("backups/2026-11-25/weeks/2026-W48.json", "{");
        home.put(WEEK, "{ \"version\": 1,\n  \"week\"");
        home
    }

    fn cut_off(file: &str, line: usize, column: usize) -> StoreError {
        StoreError::Unreadable(Unreadable {
            file: file.to_owned(),
            place: Place { line, column },
            wrong: Wrong::CutOff,
        })
    }

    #[test]
    fn an_empty_store_is_sound_and_stays_empty() {
        let home = Home::new();
        assert_eq!(store(&home).check(), Report::default());
        assert!(store(&home).check().is_sound());
        assert!(!home.path("").exists());
    }

    #[test]
    fn a_bad_file_is_named_with_its_place_and_its_newest_good_backup() {
        let home = a_home_with_a_bad_week();
        let report = store(&home).check();
        assert!(!report.is_sound());
        let [file] = &report.files[..] else {
            panic!("{report:?}");
        };
        assert_eq!(file.fault, Some(cut_off(WEEK, 2, 9)));
        let backup = file.backup.as_ref().map(|backup| backup.name.as_str());
        assert_eq!(backup, Some("backups/2026-11-24/weeks/2026-W48.json"));
    }

    #[test]
    fn each_name_is_put_where_it_belongs() {
        let home = Home::new();
        for name in [
            "customers.json",
            "notes.txt",
            ".gitignore",
            "settings (conflicted copy 2026-11-25).json",
            ".salesweek-abcdefghijkl.tmp",
            "salesweek.lock",
            "settings.json.bad-1",
            "weeks/2026-W47.json.bad-12",
            "weeks/2026-W47.sync-conflict-20261125-091500-ABCDEFG.json",
            "weeks/2026-W48的冲突副本.json",
            "weeks/.salesweek-abcdefghijkl.tmp",
            "weeks/list.json",
            "weeks/2026-W99.json",
            "backups/2026-11-25/settings.json",
            "backups/mine/settings.json",
        ] {
            home.put(name, "x");
        }
        home.put("weeks/2026-W48.json", GOOD);
        let report = store(&home).check();
        let files: Vec<_> = report.files.iter().map(|file| &file.file).collect();
        assert_eq!(files, ["weeks/2026-W48.json"]);
        assert_eq!(
            report.conflicts,
            [
                "settings (conflicted copy 2026-11-25).json",
                "weeks/2026-W47.sync-conflict-20261125-091500-ABCDEFG.json",
                "weeks/2026-W48的冲突副本.json",
            ]
        );
        assert_eq!(
            report.leftovers,
            [
                ".salesweek-abcdefghijkl.tmp",
                "weeks/.salesweek-abcdefghijkl.tmp"
            ]
        );
        assert_eq!(
            report.set_aside,
            ["settings.json.bad-1", "weeks/2026-W47.json.bad-12"]
        );
        assert_eq!(
            report.foreign,
            [
                "notes.txt",
                "weeks/2026-W99.json",
                "weeks/list.json",
                "backups/mine"
            ]
        );
        assert_eq!(report.faults, []);
    }

    #[test]
    fn a_file_that_is_gone_is_named_with_its_backup() {
        let home = a_home_with_a_bad_week();
        std::fs::remove_file(home.path(WEEK)).unwrap();
        let report = store(&home).check();
        let gone: Vec<_> = report.gone.iter().map(|copy| copy.name.as_str()).collect();
        assert_eq!(gone, ["backups/2026-11-24/weeks/2026-W48.json"]);
        assert!(report.is_sound());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_a_fault() {
        let home = Home::new();
        home.put("elsewhere.json", GOOD);
        std::fs::create_dir(home.path("weeks")).unwrap();
        std::os::unix::fs::symlink(home.path("elsewhere.json"), home.path(WEEK)).unwrap();
        let link = FolderError::Link {
            file: WEEK.to_owned(),
        };
        let report = store(&home).check();
        assert_eq!(report.files[0].fault, Some(link.into()));
    }

    #[test]
    fn a_file_in_the_place_of_a_folder_is_told() {
        let home = Home::new();
        home.put("weeks", "x");
        let not_a_folder = FolderError::NotAFolder {
            file: "weeks".to_owned(),
        };
        assert_eq!(store(&home).check().faults, [not_a_folder.into()]);
    }

    #[test]
    fn a_file_is_restored_by_its_own_name_or_by_its_backups() {
        for (name, from) in [
            (WEEK, "backups/2026-11-24/weeks/2026-W48.json"),
            (
                "backups/2026-11-23/weeks/2026-W48.json",
                "backups/2026-11-23/weeks/2026-W48.json",
            ),
        ] {
            let home = a_home_with_a_bad_week();
            let mended = restore(&home, name).unwrap();
            assert_eq!(mended.backup.name, from);
            assert_eq!(mended.kept_as.as_deref(), Some("weeks/2026-W48.json.bad-1"));
            assert_eq!(home.get(WEEK).as_deref(), Some(GOOD));
            assert!(store(&home).check().is_sound());
        }
    }

    #[test]
    fn a_bad_backup_is_not_restored() {
        let home = a_home_with_a_bad_week();
        let before = home.files();
        let bad = "backups/2026-11-25/weeks/2026-W48.json";
        assert_eq!(restore(&home, bad), Err(cut_off(bad, 1, 2)));
        let none = StoreError::NoBackup {
            name: "weeks/2026-W47.json".to_owned(),
        };
        assert_eq!(restore(&home, "weeks/2026-W47.json"), Err(none));
        assert_eq!(home.files(), before);
    }
}

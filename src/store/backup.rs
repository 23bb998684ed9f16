//! The old files, by the day before whose first write they stood.
//!
//! `backups/2026-11-25/weeks/2026-W48.json` is what `weeks/2026-W48.json` was when that day
//! began. A second copy of the same day, made when an older version's file is replaced, has
//! a number behind its name: `….json.2`. Nothing else in `backups/` is looked at or removed.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::error::{Doing, FolderError};
use super::folder::{Folder, kind};
use super::keeping::are_past;
use super::lock::Writer;
use super::names::BACKUPS;
use super::replace::{Replacement, Staged};
use super::system_now::SystemNow;

/// One copy of one file. The order is that of the files, then the newest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// The file it is a copy of: `weeks/2026-W48.json`.
    pub of: String,
    /// The day whose first write it was made before.
    pub day: NaiveDate,
    /// From 1: which copy of this day it is.
    pub number: u32,
    /// Its own name, to read it by: `backups/2026-11-25/weeks/2026-W48.json`.
    pub name: String,
}

impl Backup {
    fn new(of: &str, day: NaiveDate, number: u32) -> Self {
        let name = match number {
            1 => format!("{BACKUPS}/{day}/{of}"),
            _ => format!("{BACKUPS}/{day}/{of}.{number}"),
        };
        Self {
            of: of.to_owned(),
            day,
            number,
            name,
        }
    }

    /// The backup with this path inside its day's folder.
    fn within(day: NaiveDate, path: &str) -> Self {
        let numbered = path.rsplit_once('.').and_then(|(of, number)| {
            let number = number.parse().ok().filter(|number| *number > 1)?;
            (of.rsplit('.').next() == Some("json")).then_some((of, number))
        });
        let (of, number) = numbered.unwrap_or((path, 1));
        Self::new(of, day, number)
    }
}

impl Folder {
    /// The backups of a file, newest first.
    pub fn backups(&self, of: &str) -> Result<Vec<Backup>, FolderError> {
        let mut all = self.all_backups()?;
        all.retain(|backup| backup.of == of);
        Ok(all)
    }

    /// All backups, by file, each file's newest first.
    pub fn all_backups(&self) -> Result<Vec<Backup>, FolderError> {
        let mut all = Vec::new();
        for entry in self.list(BACKUPS)? {
            let folder = format!("{BACKUPS}/{entry}");
            if let Ok(day) = entry.parse::<NaiveDate>()
                && day.to_string() == entry
                && self.holds_folder(&folder)
            {
                let paths = self.files_within(&folder)?;
                all.extend(paths.iter().map(|path| Backup::within(day, path)));
            }
        }
        all.sort_by_cached_key(|copy| (copy.of.clone(), Reverse((copy.day, copy.number))));
        Ok(all)
    }

    /// The paths of the files in a folder, and in the folders directly in it.
    fn files_within(&self, folder: &str) -> Result<Vec<String>, FolderError> {
        let mut files = Vec::new();
        for entry in self.list(folder)? {
            let name = format!("{folder}/{entry}");
            if self.holds_folder(&name) {
                let inner = self.list(&name)?.into_iter();
                let inner = inner.filter(|file| self.holds_file(&format!("{name}/{file}")));
                files.extend(inner.map(|file| format!("{entry}/{file}")));
            } else if self.holds_file(&name) {
                files.push(entry);
            }
        }
        Ok(files)
    }

    fn holds_folder(&self, name: &str) -> bool {
        let kind = self.path(name).ok().and_then(|path| kind(&path).ok()?);
        kind.is_some_and(|kind| kind.is_dir())
    }

    fn holds_file(&self, name: &str) -> bool {
        let kind = self.path(name).ok().and_then(|path| kind(&path).ok()?);
        kind.is_some_and(|kind| kind.is_file())
    }

    /// Removes the backups that have had their time, and day folders that are left empty.
    /// As well as it can: no edit fails for the sake of tidiness.
    pub(super) fn remove_old_backups(&self, now: SystemNow) {
        let mut by_file: BTreeMap<String, Vec<Backup>> = BTreeMap::new();
        for backup in self.all_backups().unwrap_or_default() {
            by_file.entry(backup.of.clone()).or_default().push(backup);
        }
        for copies in by_file.into_values() {
            let days: Vec<_> = copies.iter().map(|copy| copy.day).collect();
            for (copy, is_past) in copies.iter().zip(are_past(&days, now.day())) {
                if is_past {
                    self.remove_backup(copy);
                }
            }
        }
    }

    fn remove_backup(&self, copy: &Backup) {
        let Ok(path) = self.path(&copy.name) else {
            return;
        };
        if self.disk().remove(&path).is_ok() {
            let above = path.ancestors().skip(1);
            for folder in above.take_while(|folder| !folder.ends_with(BACKUPS)) {
                if self.disk().remove_folder(folder).is_err() {
                    break;
                }
            }
        }
    }
}

impl Writer {
    /// Makes the backups that are due before `files` are replaced; whether any was.
    pub(super) fn back_up(
        &self,
        files: &[&Replacement],
        now: SystemNow,
    ) -> Result<bool, FolderError> {
        let mut any = false;
        for file in files {
            if let Some(before) = file.before()
                && let Some(copy) = self.due(file, before, now)?
            {
                self.make_backup(&copy, before)?;
                any = true;
            }
        }
        Ok(any)
    }

    /// The copy that is still to be made: the day's first, or a further one where the old
    /// file must be kept and no copy of the day is the same.
    fn due(
        &self,
        file: &Replacement,
        before: &[u8],
        now: SystemNow,
    ) -> Result<Option<Backup>, FolderError> {
        let mut copy = Backup::new(file.name(), now.day(), 1);
        while self.folder().holds_file(&copy.name) {
            let is_same = || {
                let there = self.folder().read(&copy.name)?;
                Ok(there.is_some_and(|there| there.bytes == before))
            };
            if !file.keeps_old() || is_same()? {
                return Ok(None);
            }
            copy = Backup::new(&copy.of, copy.day, copy.number.saturating_add(1));
        }
        Ok(Some(copy))
    }

    /// A copy and not a second name of the old file, which an editor could write into.
    fn make_backup(&self, copy: &Backup, bytes: &[u8]) -> Result<(), FolderError> {
        Staged::write(self.folder(), &copy.name, bytes)
            .and_then(Staged::commit)
            .map_err(|error| match error {
                FolderError::Io {
                    doing: Doing::Write,
                    file,
                    fault,
                }
                | FolderError::Unconfirmed { file, fault } => FolderError::Io {
                    doing: Doing::BackUp,
                    file,
                    fault,
                },
                other => other,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::super::faulty::{Home, noon};
    use super::*;

    const NAME: &str = "settings.json";

    /// Writes the file on a day, whatever was in it.
    fn write(home: &Home, day: &str, text: &str) {
        let writer = home.folder().try_acquire().unwrap().unwrap();
        let before = home.get(NAME).map(String::into_bytes);
        let edit = Replacement::new(NAME, before, text.into());
        writer.replace(&[edit], noon(day)).unwrap();
    }

    fn names(backups: &[Backup]) -> Vec<&str> {
        backups.iter().map(|backup| backup.name.as_str()).collect()
    }

    #[test]
    fn the_first_write_of_a_day_keeps_what_was_there() {
        let home = Home::new();
        write(&home, "2026-11-24", "one");
        write(&home, "2026-11-24", "two");
        write(&home, "2026-11-25", "three");
        write(&home, "2026-11-25", "four");
        assert_eq!(
            home.get("backups/2026-11-24/settings.json").as_deref(),
            Some("one")
        );
        assert_eq!(
            home.get("backups/2026-11-25/settings.json").as_deref(),
            Some("two")
        );
        assert_eq!(home.get(NAME).as_deref(), Some("four"));
    }

    #[test]
    fn a_backup_does_not_change_with_the_file() {
        let home = Home::new();
        write(&home, "2026-11-24", "one");
        write(&home, "2026-11-24", "two");
        home.put(NAME, "written in place");
        assert_eq!(
            home.get("backups/2026-11-24/settings.json").as_deref(),
            Some("one")
        );
    }

    #[test]
    fn backups_are_listed_newest_first() {
        let home = Home::new();
        for name in [
            "backups/2026-11-24/settings.json",
            "backups/2026-11-25/settings.json",
            "backups/2026-11-25/settings.json.2",
            "backups/2026-11-25/settings.json.10",
            "backups/2026-11-25/weeks/2026-W48.json",
            "backups/2026-11-25/customers.json",
            "backups/2026-11-31/settings.json",
            "backups/mine/settings.json",
            "backups/note.txt",
        ] {
            home.put(name, "text");
        }
        let backups = home.folder().backups(NAME).unwrap();
        assert_eq!(
            names(&backups),
            [
                "backups/2026-11-25/settings.json.10",
                "backups/2026-11-25/settings.json.2",
                "backups/2026-11-25/settings.json",
                "backups/2026-11-24/settings.json",
            ]
        );
        let week = home.folder().backups("weeks/2026-W48.json").unwrap();
        assert_eq!(names(&week), ["backups/2026-11-25/weeks/2026-W48.json"]);
    }

    #[test]
    fn an_older_versions_file_is_kept_beside_the_days_first() {
        let home = Home::new();
        write(&home, "2026-11-25", "one");
        write(&home, "2026-11-25", "two");
        let writer = home.folder().try_acquire().unwrap().unwrap();
        let migrate = |before: &str, after: &str| {
            home.put(NAME, before);
            let edit = Replacement::new(NAME, Some(before.into()), after.into()).keeping_old();
            writer.replace(&[edit], noon("2026-11-25")).unwrap();
        };
        migrate("version 0", "version 1");
        migrate("version 0", "version 1, again");
        assert_eq!(
            home.get("backups/2026-11-25/settings.json").as_deref(),
            Some("one")
        );
        assert_eq!(
            home.get("backups/2026-11-25/settings.json.2").as_deref(),
            Some("version 0")
        );
        assert_eq!(home.get("backups/2026-11-25/settings.json.3"), None);
    }

    #[test]
    fn old_backups_go_with_the_first_write_of_a_day() {
        let home = Home::new();
        home.put(NAME, "text");
        for day in [
            "2026-11-24",
            "2026-11-23",
            "2026-11-22",
            "2026-11-21",
            "2025-06-02",
        ] {
            home.put(&format!("backups/{day}/settings.json"), "text");
        }
        home.put("backups/2025-06-02/customers.json", "text");
        home.put("backups/2025-06-01/settings.json", "text");
        home.put("backups/2025-06-01/notes.txt", "text");
        home.put("backups/mine/settings.json", "text");
        write(&home, "2026-11-25", "new");
        assert_eq!(
            home.files(),
            [
                "backups/2025-06-01/notes.txt",
                "backups/2025-06-02/customers.json",
                "backups/2026-11-21/settings.json",
                "backups/2026-11-22/settings.json",
                "backups/2026-11-23/settings.json",
                "backups/2026-11-24/settings.json",
                "backups/2026-11-25/settings.json",
                "backups/mine/settings.json",
                NAME,
            ]
        );
    }

    #[test]
    fn a_day_without_files_is_removed() {
        let home = Home::new();
        home.put("weeks/2026-W48.json", "text");
        for day in [
            "2026-11-24",
            "2026-11-23",
            "2026-11-22",
            "2026-11-21",
            "2025-06-02",
        ] {
            home.put(&format!("backups/{day}/weeks/2026-W48.json"), "text");
        }
        let writer = home.folder().try_acquire().unwrap().unwrap();
        let edit = Replacement::new(
            "weeks/2026-W48.json",
            Some(b"text".to_vec()),
            b"new".to_vec(),
        );
        writer.replace(&[edit], noon("2026-11-25")).unwrap();
        let days = home.folder().list("backups").unwrap();
        assert_eq!(
            days,
            [
                "2026-11-21",
                "2026-11-22",
                "2026-11-23",
                "2026-11-24",
                "2026-11-25"
            ]
        );
    }
}

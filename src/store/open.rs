//! The store of one user, and reading from it. Reading takes no lock and touches nothing.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use super::ahead::{Ahead, Share};
use super::disk::{Disk, RealDisk};
use super::folder::Folder;
use super::names::{SETTINGS, WEEKS, file_of, week_of};
use super::parse;
use super::print::Prints;
use super::store_error::StoreError;
use crate::domain::{Settings, Week, WeekId};

/// All data of one user. Cheap to clone; clones remember together.
#[derive(Debug, Clone)]
pub struct Store {
    folder: Folder,
    defaults: Settings,
    /// The settings as they were last read. They are read at every turn and seldom change.
    known: Arc<Mutex<Option<Read<Settings>>>>,
}

/// What a screen or a report looks at, as it stood when it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// What a new store begins with, where the file is missing or among the faults.
    pub settings: Settings,
    /// An empty week, where the file is missing or among the faults.
    pub week: Week,
    /// Weeks before it that have a file, the newest first, without those among the faults.
    pub earlier: Vec<Week>,
    /// The week after it, where it has a file.
    pub next: Option<Week>,
    /// The files that could not be read, by name, and why; all others are there.
    pub faults: BTreeMap<String, StoreError>,
    /// How the files stood, to see later that one has changed.
    pub prints: Prints,
}

impl Store {
    /// The store at `path`, which need not exist. A new one begins with `defaults`.
    pub fn at(path: impl Into<PathBuf>, defaults: Settings) -> Self {
        Self::on(path, Arc::new(RealDisk), defaults)
    }

    /// The store at `path` on a disk of the caller's choice.
    pub fn on(path: impl Into<PathBuf>, disk: Arc<dyn Disk>, defaults: Settings) -> Self {
        Self {
            folder: Folder::on(path, disk),
            defaults,
            known: Arc::default(),
        }
    }

    /// The folder in which it lies.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// The settings; what a new store begins with, where there are none yet.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        let read = self.read_settings()?;
        Ok(read.map_or_else(|| self.defaults.clone(), |read| read.value))
    }

    /// The settings, if they have a file; taken apart only if it is another one than before.
    pub(super) fn read_settings(&self) -> Result<Option<Read<Settings>>, StoreError> {
        let Some(contents) = self.folder.read(SETTINGS)? else {
            return Ok(None);
        };
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.as_ref().map(|known| &known.bytes) != Some(&contents.bytes) {
            let parse::Parsed { value, is_older } = parse::settings(&contents.bytes)?;
            *known = Some(Read {
                value,
                bytes: contents.bytes,
                is_older,
            });
        }
        Ok(known.clone())
    }

    /// What a new store begins with.
    pub(super) fn defaults(&self) -> &Settings {
        &self.defaults
    }

    /// What the file of a week has; `None` where it has none. What repeats bring is not in it.
    pub fn week(&self, week: WeekId) -> Result<Option<Week>, StoreError> {
        Ok(read_week(&self.folder, week)?.map(|read| read.value))
    }

    /// The weeks that have a file, the earliest first.
    pub fn weeks(&self) -> Result<Vec<WeekId>, StoreError> {
        weeks(&self.folder)
    }

    /// A week with all that is needed to judge it: the settings, its neighbours, and at most
    /// `history` weeks before it.
    ///
    /// What cannot be read is among the faults, and the rest is there all the same.
    pub fn load(&self, week: WeekId, history: usize) -> Loaded {
        self.load_with(self.ahead(week, history))
    }

    /// Begins to read the newest `history` weeks before `week`, while the caller does
    /// something else.
    pub fn ahead(&self, week: WeekId, history: usize) -> Ahead {
        Ahead::begin(&self.folder, week, history, &Prints::default())
    }

    /// The newest `history` weeks before `week`, the newest first, without those that cannot be
    /// read.
    pub fn earlier(&self, week: WeekId, history: usize) -> Vec<Week> {
        self.ahead(week, history).weeks()
    }

    /// As [`Store::load`], with the earlier weeks that are being read.
    pub fn load_with(&self, ahead: Ahead) -> Loaded {
        let week = ahead.week();
        let mut reading = Reading::new(&self.folder);
        let settings = reading.file(SETTINGS, |_| self.read_settings());
        let this = reading.week(week);
        let next = reading.week(week.next()).filter(|_| week.next() != week);
        reading.remember(&file_of(week.previous()));
        let mut loaded = Loaded {
            settings: settings.unwrap_or_else(|| self.defaults.clone()),
            week: this.unwrap_or_else(|| Week::new(week)),
            earlier: Vec::new(),
            next,
            faults: reading.faults,
            prints: reading.prints,
        };
        loaded.add(ahead.finish());
        loaded.bring_repeats();
        loaded
    }

    /// Reads what is missing of the newest `history` weeks before the one that is loaded.
    pub fn complete(&self, loaded: &mut Loaded, history: usize) {
        let week = loaded.week.week;
        let missing = Ahead::begin(&self.folder, week, history, &loaded.prints);
        loaded.add(missing.finish());
        loaded.bring_repeats();
    }
}

impl Loaded {
    /// Adds what repeats bring to the weeks whose tasks are looked at: the week itself, and
    /// those on both sides of it that have a file.
    pub fn bring_repeats(&mut self) {
        let newest = self.earlier.first_mut();
        let weeks = std::iter::once(&mut self.week).chain(newest);
        for week in weeks.chain(self.next.as_mut()) {
            week.bring_repeats(&self.settings);
        }
    }

    fn add(&mut self, share: Share) {
        self.earlier.extend(share.weeks);
        self.faults.extend(share.faults);
        self.prints.extend(share.prints);
    }

    /// The same, or why the settings or the week itself could not be read.
    pub fn sound(self) -> Result<Self, StoreError> {
        match self.vital_fault() {
            Some(error) => Err(error.clone()),
            None => Ok(self),
        }
    }

    /// Why the settings or the week itself could not be read: then what is shown of them is
    /// not what is on the disk.
    pub fn vital_fault(&self) -> Option<&StoreError> {
        let is_vital = |file: &&String| *file == SETTINGS || *file == &file_of(self.week.week);
        let file = self.faults.keys().find(is_vital)?;
        self.faults.get(file)
    }
}

/// The weeks that have a file, the earliest first.
pub(super) fn weeks(folder: &Folder) -> Result<Vec<WeekId>, StoreError> {
    let entries = folder.list(WEEKS)?;
    Ok(entries.iter().filter_map(|entry| week_of(entry)).collect())
}

/// A file's value, with the bytes it was read from.
#[derive(Debug, Clone)]
pub(super) struct Read<T> {
    pub(super) value: T,
    pub(super) bytes: Vec<u8>,
    /// Whether it is of an older version, and so is kept when it is replaced.
    pub(super) is_older: bool,
}

/// A week, if it has a file.
pub(super) fn read_week(folder: &Folder, week: WeekId) -> Result<Option<Read<Week>>, StoreError> {
    let Some(contents) = folder.read(&file_of(week))? else {
        return Ok(None);
    };
    let parse::Parsed { value, is_older } = parse::week(&contents.bytes, week)?;
    Ok(Some(Read {
        value,
        bytes: contents.bytes,
        is_older,
    }))
}

/// Reading many files, of which some may be bad.
pub(super) struct Reading<'a> {
    folder: &'a Folder,
    pub(super) faults: BTreeMap<String, StoreError>,
    pub(super) prints: Prints,
}

impl<'a> Reading<'a> {
    pub(super) fn new(folder: &'a Folder) -> Self {
        Self {
            folder,
            faults: BTreeMap::new(),
            prints: Prints::default(),
        }
    }

    /// Remembers how a file stands. What is read after that is at least as new, so that no
    /// later change is missed.
    fn remember(&mut self, file: &str) {
        self.prints.extend(self.folder.prints([file]));
    }

    fn file<T>(
        &mut self,
        file: &str,
        read: impl FnOnce(&Folder) -> Result<Option<Read<T>>, StoreError>,
    ) -> Option<T> {
        self.remember(file);
        match read(self.folder) {
            Ok(read) => read.map(|read| read.value),
            Err(error) => {
                self.faults.insert(file.to_owned(), error);
                None
            }
        }
    }

    pub(super) fn week(&mut self, week: WeekId) -> Option<Week> {
        self.file(&file_of(week), |folder| read_week(folder, week))
    }
}

#[cfg(test)]
mod tests {
    use super::super::faulty::Home;
    use super::*;
    use crate::domain::{Currency, Language, Law};

    fn store(home: &Home) -> Store {
        let defaults = Settings::new(Language::En, Currency::CNY, Law::Cn);
        Store::at(home.path(""), defaults)
    }

    fn id(week: &str) -> WeekId {
        week.parse().unwrap()
    }

    /// Files of weeks in which nothing happened.
    fn put(home: &Home, weeks: &[&str]) {
        for week in weeks {
            let text = format!("{{ \"version\": 1, \"week\": \"{week}\" }}");
            home.put(&format!("weeks/{week}.json"), &text);
        }
    }

    fn ids(weeks: &[Week]) -> Vec<String> {
        weeks.iter().map(|week| week.week.to_string()).collect()
    }

    #[test]
    fn an_empty_store_has_its_defaults_and_an_empty_week() {
        let home = Home::new();
        let loaded = store(&home).load(id("2026-W48"), 12).sound().unwrap();
        assert_eq!(loaded.settings.currency, Currency::CNY);
        assert_eq!(loaded.week, Week::new(id("2026-W48")));
        assert_eq!(loaded.earlier, []);
        assert_eq!(loaded.next, None);
        assert!(!home.path("").exists());
    }

    #[test]
    fn the_weeks_before_come_newest_first_and_no_more_than_asked_for() {
        let home = Home::new();
        put(
            &home,
            &["2026-W40", "2025-W52", "2026-W47", "2026-W49", "2026-W50"],
        );
        home.put("weeks/2026-W46.json.bad-1", "bad");
        let store = store(&home);
        let loaded = store.load(id("2026-W48"), 12);
        assert_eq!(ids(&loaded.earlier), ["2026-W47", "2026-W40", "2025-W52"]);
        assert_eq!(loaded.next, Some(Week::new(id("2026-W49"))));
        assert_eq!(ids(&store.load(id("2026-W48"), 1).earlier), ["2026-W47"]);
    }

    #[test]
    fn what_cannot_be_read_is_named_and_the_rest_is_there() {
        let home = Home::new();
        put(&home, &["2026-W46", "2026-W48"]);
        home.put("weeks/2026-W47.json", "{");
        home.put("settings.json", "");
        let loaded = store(&home).load(id("2026-W48"), 12);
        assert_eq!(ids(&loaded.earlier), ["2026-W46"]);
        let names: Vec<_> = loaded.faults.keys().collect();
        assert_eq!(names, ["settings.json", "weeks/2026-W47.json"]);
        assert_eq!(
            loaded.sound().unwrap_err().to_string(),
            "`settings.json` is empty; restore a backup, or remove the file to begin anew"
        );
    }

    #[test]
    fn a_bad_neighbour_does_not_make_the_week_unsound() {
        let home = Home::new();
        home.put("weeks/2026-W47.json", "{");
        assert!(store(&home).load(id("2026-W48"), 12).sound().is_ok());
        assert!(store(&home).load(id("2026-W47"), 12).sound().is_err());
    }
}

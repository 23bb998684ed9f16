//! An edit, from the lock to the disk: lock, read fresh, apply, write, let go.

use std::collections::BTreeMap;

use super::error::FolderError;
use super::folder::Folder;
use super::lock::{LOCK_FILE, Writer};
use super::names::{SETTINGS, file_of};
use super::open::{Read, Store, read_week};
use super::print::Prints;
use super::render::render;
use super::replace::Replacement;
use super::store_error::{StoreError, Warning};
use super::system_now::SystemNow;
use crate::domain::WeekId;
use crate::domain::change::{Books, Change};

/// How often an edit begins anew because a program that takes no lock, such as an editor,
/// wrote at the same moment.
const TRIES: usize = 5;

/// An edit that is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The edit that takes it back.
    pub undo: Change,
    /// The settings, and the weeks that it was about, as they now stand.
    pub books: Books,
    /// How many records it left alone because they had been touched since.
    pub left: usize,
    /// Whether any file was written: an edit that changes nothing writes nothing.
    pub written: bool,
    /// How the files it was about stand now.
    pub prints: Prints,
    /// What there is to say all the same.
    pub warnings: Vec<Warning>,
}

impl Store {
    /// Makes an edit: all of it is on the disk when this returns, or nothing of it.
    ///
    /// Waits for another writer, five seconds at most; `waiting` is called once, after the
    /// first second.
    pub fn apply(&self, change: &Change, waiting: &mut dyn FnMut()) -> Result<Saved, StoreError> {
        let writer = self.folder().acquire(waiting)?;
        self.save(&writer, change)
    }

    /// Makes an edit at once; `None` while another program writes.
    pub fn try_apply(&self, change: &Change) -> Result<Option<Saved>, StoreError> {
        match self.folder().try_acquire()? {
            Some(writer) => self.save(&writer, change).map(Some),
            None => Ok(None),
        }
    }

    /// Fills a new store with books that were made elsewhere.
    ///
    /// Refused where the folder holds anything.
    pub fn fill(&self, books: &Books) -> Result<(), StoreError> {
        let is_lock = |entry: &String| entry == LOCK_FILE;
        if !self.folder().list("")?.iter().all(is_lock) {
            return Err(StoreError::NotEmpty);
        }
        let weeks = books.weeks();
        let weeks = weeks.map(|week| Replacement::new(file_of(week.week), None, render(week)));
        let settings = Replacement::new(SETTINGS, None, render(&books.settings));
        let files: Vec<_> = [settings].into_iter().chain(weeks).collect();
        let writer = self.folder().acquire(&mut || ())?;
        writer.replace(&files, SystemNow::read())?;
        Ok(())
    }

    fn save(&self, writer: &Writer, change: &Change) -> Result<Saved, StoreError> {
        let mut tries = 1;
        loop {
            match self.save_once(writer, change) {
                Err(StoreError::Folder(FolderError::Changed { .. })) if tries < TRIES => tries += 1,
                answer => return answer,
            }
        }
    }

    fn save_once(&self, writer: &Writer, change: &Change) -> Result<Saved, StoreError> {
        let before = Shelf::read(self, writer.folder(), change)?;
        let mut books = before.books.clone();
        let applied = change.clone().apply(&mut books)?;
        let edits = before.replacements(&books, &change.weeks());
        let mut warnings = Vec::new();
        if writer.tells_no_locks() {
            warnings.push(Warning::NoLocks);
        }
        let prints = match writer.replace(&edits, SystemNow::read()) {
            Ok(prints) => prints,
            Err(error @ FolderError::Unconfirmed { .. }) => {
                warnings.push(Warning::Unconfirmed(error));
                writer.folder().prints(edits.iter().map(Replacement::name))
            }
            Err(error) => return Err(error.into()),
        };
        Ok(Saved {
            undo: applied.undo,
            books,
            left: applied.left,
            written: !edits.is_empty(),
            prints,
            warnings,
        })
    }
}

/// The files that an edit is about, as they are on the disk.
struct Shelf {
    books: Books,
    /// What is in the files that exist, by name.
    files: BTreeMap<String, File>,
}

/// What is in a file.
struct File {
    bytes: Vec<u8>,
    /// Whether it is of an older version, and so is kept when it is replaced.
    is_older: bool,
}

impl Shelf {
    fn read(store: &Store, folder: &Folder, change: &Change) -> Result<Self, StoreError> {
        let mut files = BTreeMap::new();
        let settings = match store.read_settings()? {
            Some(read) => {
                let (value, file) = File::apart(read);
                files.insert(SETTINGS.to_owned(), file);
                value
            }
            None => store.defaults().clone(),
        };
        let mut books = Books::new(settings);
        let mut weeks = change.weeks();
        if change.needs_all_weeks() {
            weeks.extend(store.weeks()?);
        }
        for week in weeks {
            if let Some(read) = read_week(folder, week)? {
                let (value, file) = File::apart(read);
                files.insert(file_of(week), file);
                books.insert(value);
            }
        }
        Ok(Self { books, files })
    }

    /// What is to be written, in its order: the settings, then the weeks as the edit names
    /// them. A new store's settings come with its first write.
    fn replacements(self, after: &Books, order: &[WeekId]) -> Vec<Replacement> {
        let Self { books, mut files } = self;
        let others = after.weeks().map(|week| week.week);
        let others = others.filter(|week| !order.contains(week));
        let weeks = others.chain(order.iter().copied());
        let changed: Vec<_> = weeks
            .map(|week| (after.week(week), books.week(week)))
            .filter(|(after, before)| after != before)
            .map(|(after, _)| after)
            .collect();
        let is_new = !files.contains_key(SETTINGS);
        let mut edits = Vec::with_capacity(changed.len() + 1);
        let mut replace = |file: &str, content| {
            edits.push(File::replaced(file, files.remove(file), content));
        };
        if after.settings != books.settings || (is_new && !changed.is_empty()) {
            replace(SETTINGS, render(&after.settings));
        }
        for week in changed {
            replace(&file_of(week.week), render(&*week));
        }
        edits
    }
}

impl File {
    /// What a file says, and what is in it.
    fn apart<T>(read: Read<T>) -> (T, Self) {
        let (bytes, is_older) = (read.bytes, read.is_older);
        (read.value, Self { bytes, is_older })
    }

    /// A file as it was, if it was there, and as it is to be.
    fn replaced(name: &str, before: Option<Self>, after: Vec<u8>) -> Replacement {
        let is_older = before.as_ref().is_some_and(|before| before.is_older);
        let new = Replacement::new(name, before.map(|before| before.bytes), after);
        if is_older { new.keeping_old() } else { new }
    }
}

#[cfg(test)]
mod tests;

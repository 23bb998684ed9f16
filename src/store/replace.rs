//! Replacing files so that at every moment each is whole, the old one or the new.
//!
//! All new files are written and flushed first; then the old ones are compared with what the
//! writer has read; then the new ones are renamed in their order. What can fail for lack of
//! space fails before the first name has changed.
//!
//! New files are made in the data folder itself, whichever of its folders they are for: the
//! next writer need not go through the names of years to find what a killed one has left.

use std::fs;
use std::mem;
use std::path::PathBuf;
use std::time::Duration;

use super::disk::{Disk, TEMPORARY_PREFIX, TEMPORARY_SUFFIX};
use super::error::{Doing, Fault, FolderError};
use super::folder::{Folder, parent};
use super::lock::Writer;
use super::print::Prints;
use super::read::within_limit;
use super::system_now::SystemNow;

/// How old a leftover of a killed program is when the next writer removes it.
const LEFTOVER_AGE: Duration = Duration::from_secs(60 * 60);

/// A file as it was read, and as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Replacement {
    name: String,
    before: Option<Vec<u8>>,
    after: Vec<u8>,
    keeps_old: bool,
}

impl Replacement {
    /// `before` is what this writer has read, `None` where there was no file.
    pub fn new(name: impl Into<String>, before: Option<Vec<u8>>, after: Vec<u8>) -> Self {
        Self {
            name: name.into(),
            before,
            after,
            keeps_old: false,
        }
    }

    /// Puts the old file among the backups even if today's is there already, as when the
    /// old file has an older version's shape.
    pub fn keeping_old(self) -> Self {
        Self {
            keeps_old: true,
            ..self
        }
    }

    fn makes_a_difference(&self) -> bool {
        self.before.as_ref() != Some(&self.after)
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn before(&self) -> Option<&[u8]> {
        self.before.as_deref()
    }

    pub(super) fn keeps_old(&self) -> bool {
        self.keeps_old
    }
}

impl Writer {
    /// Replaces the files in the order of the list; the last is the commit.
    ///
    /// A failure before the commit may leave earlier files replaced, each whole: the same
    /// edit made again must add nothing twice. What would change nothing is not written.
    /// Gives the prints of all the files as they stand now.
    pub fn replace(&self, files: &[Replacement], now: SystemNow) -> Result<Prints, FolderError> {
        let folder = self.folder();
        let changed: Vec<_> = files
            .iter()
            .filter(|file| file.makes_a_difference())
            .collect();
        for file in &changed {
            within_limit(&file.name, file.after.len() as u64)?;
        }
        folder.remove_leftovers(now);
        let is_new_backup = self.back_up(&changed, now)?;
        let staged = changed
            .iter()
            .map(|file| Staged::write(folder, &file.name, &file.after))
            .collect::<Result<Vec<_>, _>>()?;
        for file in &changed {
            folder.check_unchanged(file)?;
        }
        commit_in_order(staged)?;
        if is_new_backup {
            folder.remove_old_backups(now);
        }
        Ok(folder.prints(files.iter().map(Replacement::name)))
    }
}

/// Only the last file's missing confirmation is one of the edit; an earlier one's stops it.
fn commit_in_order(staged: Vec<Staged<'_>>) -> Result<(), FolderError> {
    let last = staged.len().saturating_sub(1);
    for (position, file) in staged.into_iter().enumerate() {
        match file.commit() {
            Err(FolderError::Unconfirmed { file, fault }) if position < last => {
                return Err(FolderError::Io {
                    doing: Doing::Write,
                    file,
                    fault,
                });
            }
            answer => answer?,
        }
    }
    Ok(())
}

/// A new file that has its content and not yet its name. Dropped without a commit it is
/// removed at once.
#[derive(Debug)]
pub(super) struct Staged<'a> {
    disk: &'a dyn Disk,
    name: String,
    path: PathBuf,
    temporary: Option<PathBuf>,
}

impl<'a> Staged<'a> {
    /// Writes what is to stand under this name.
    pub(super) fn write(folder: &'a Folder, name: &str, bytes: &[u8]) -> Result<Self, FolderError> {
        let path = folder.target(name)?;
        Self::write_for(path, folder, name, bytes)
    }

    /// Writes what is to be renamed to `path`.
    pub(super) fn write_for(
        path: PathBuf,
        folder: &'a Folder,
        name: &str,
        bytes: &[u8],
    ) -> Result<Self, FolderError> {
        let disk = folder.disk();
        let refused = |error| FolderError::Io {
            doing: Doing::Write,
            file: name.to_owned(),
            fault: Fault::of(&error),
        };
        let (mut file, temporary) = disk.make_temporary(folder.root()).map_err(refused)?;
        let staged = Self {
            disk,
            name: name.to_owned(),
            path,
            temporary: Some(temporary),
        };
        disk.write(&mut file, bytes).map_err(refused)?;
        disk.flush(&file).map_err(refused)?;
        Ok(staged)
    }

    /// Gives the file its name, for good.
    pub(super) fn commit(mut self) -> Result<(), FolderError> {
        if let Some(temporary) = &self.temporary {
            self.disk
                .rename(temporary, &self.path)
                .map_err(FolderError::io(Doing::Write, &self.name))?;
        }
        self.temporary = None;
        let flushed = self.disk.flush_folder(parent(&self.path));
        flushed.map_err(|error| FolderError::Unconfirmed {
            file: mem::take(&mut self.name),
            fault: Fault::of(&error),
        })
    }
}

impl Drop for Staged<'_> {
    /// The write has failed and says why; that its leftover could not be removed either
    /// adds nothing, and the next writer tries again.
    fn drop(&mut self) {
        if let Some(temporary) = &self.temporary {
            let _ = self.disk.remove(temporary);
        }
    }
}

impl Folder {
    /// Refuses when the file is no longer what the writer has read.
    fn check_unchanged(&self, file: &Replacement) -> Result<(), FolderError> {
        let now = self.read(&file.name)?.map(|contents| contents.bytes);
        if now == file.before {
            return Ok(());
        }
        Err(FolderError::Changed {
            file: file.name.clone(),
        })
    }

    /// Removes what killed programs left. As well as it can: no edit fails for the sake of
    /// tidiness.
    fn remove_leftovers(&self, now: SystemNow) {
        let entries = fs::read_dir(self.root()).into_iter().flatten().flatten();
        for entry in entries.filter(|entry| is_leftover(entry, now)) {
            let _ = self.disk().remove(&entry.path());
        }
    }
}

fn is_leftover(entry: &fs::DirEntry, now: SystemNow) -> bool {
    let name = entry.file_name();
    let is_ours = name
        .to_str()
        .is_some_and(|name| name.starts_with(TEMPORARY_PREFIX) && name.ends_with(TEMPORARY_SUFFIX));
    let is_old = || {
        let metadata = entry.metadata().ok().filter(fs::Metadata::is_file)?;
        let age = now.time().duration_since(metadata.modified().ok()?).ok()?;
        Some(age > LEFTOVER_AGE)
    };
    is_ours && is_old() == Some(true)
}

#[cfg(test)]
mod tests {
    use super::super::faulty::{EACCES, EIO, ENOSPC, EROFS, FaultyDisk, Home, noon};
    use super::super::read::SIZE_LIMIT;
    use super::*;
    use std::sync::Arc;
    use std::time::SystemTime;

    const THIS: &str = "weeks/2026-W48.json";
    const NEXT: &str = "weeks/2026-W49.json";
    const BACKUP: &str = "backups/2026-11-25/weeks/2026-W48.json";

    /// What a seal does: next week first, and this week last.
    fn seal() -> [Replacement; 2] {
        [
            Replacement::new(NEXT, None, b"carried".to_vec()),
            Replacement::new(THIS, Some(b"open".to_vec()), b"sealed".to_vec()),
        ]
    }

    fn a_home_with_this_week() -> Home {
        let home = Home::new();
        home.put(THIS, "open");
        home
    }

    fn seal_on(home: &Home, disk: Arc<FaultyDisk>) -> Result<Prints, FolderError> {
        let writer = home.on(disk).try_acquire()?.expect("nobody else writes");
        writer.replace(&seal(), noon("2026-11-25"))
    }

    /// How many steps it takes when nothing fails.
    fn steps_of_a_seal() -> usize {
        let disk = FaultyDisk::sound();
        seal_on(&a_home_with_this_week(), disk.clone()).unwrap();
        disk.steps().len()
    }

    fn assert_whole(home: &Home, case: &str) {
        let (this, next) = (home.get(THIS), home.get(NEXT));
        assert!(
            matches!(this.as_deref(), Some("open" | "sealed")),
            "{case}: {this:?}"
        );
        assert!(
            matches!(next.as_deref(), None | Some("carried")),
            "{case}: {next:?}"
        );
        let is_sealed = this.as_deref() == Some("sealed");
        assert!(
            !is_sealed || next.is_some(),
            "{case}: sealed, and nothing carried"
        );
        assert!(
            !is_sealed || home.get(BACKUP).as_deref() == Some("open"),
            "{case}: backup"
        );
    }

    fn temporaries(home: &Home) -> Vec<String> {
        let mut files = home.files();
        files.retain(|name| name.contains(TEMPORARY_PREFIX));
        files
    }

    #[test]
    fn a_fault_at_any_step_leaves_every_file_whole_and_nothing_behind() {
        for step in 0..steps_of_a_seal() {
            for errno in [ENOSPC, EIO, EACCES, EROFS] {
                let case = format!("errno {errno} at step {step}");
                let home = a_home_with_this_week();
                let answer = seal_on(&home, FaultyDisk::failing_at(step, errno));
                assert_whole(&home, &case);
                assert_eq!(temporaries(&home), [""; 0], "{case}");
                let is_sealed = home.get(THIS).as_deref() == Some("sealed");
                let stands = matches!(answer, Ok(_) | Err(FolderError::Unconfirmed { .. }));
                assert_eq!(stands, is_sealed, "{case}: {answer:?}");
            }
        }
    }

    #[test]
    fn killed_before_any_step_every_file_is_whole_and_the_next_writer_succeeds() {
        for step in 0..steps_of_a_seal() {
            let case = format!("killed before step {step}");
            let home = a_home_with_this_week();
            assert!(
                seal_on(&home, FaultyDisk::stopping_at(step)).is_err(),
                "{case}"
            );
            assert_whole(&home, &case);

            let writer = home.folder().try_acquire().unwrap().unwrap();
            let read = |name| writer.folder().read(name).unwrap().map(|file| file.bytes);
            let again = [
                Replacement::new(NEXT, read(NEXT), b"carried".to_vec()),
                Replacement::new(THIS, read(THIS), b"sealed".to_vec()),
            ];
            writer.replace(&again, noon("2026-11-25")).unwrap();
            assert_eq!(home.get(THIS).as_deref(), Some("sealed"), "{case}");
            assert_whole(&home, &case);
        }
    }

    #[test]
    fn the_steps_come_in_the_order_that_makes_them_durable() {
        let home = a_home_with_this_week();
        let disk = FaultyDisk::sound();
        seal_on(&home, disk.clone()).unwrap();
        assert_eq!(
            disk.steps(),
            [
                "open lock",
                "make folder backups",
                "flush folder salesweek",
                "make folder 2026-11-25",
                "flush folder backups",
                "make folder weeks",
                "flush folder 2026-11-25",
                "make temporary",
                "write",
                "flush",
                "rename to 2026-W48.json",
                "flush folder weeks",
                "make temporary",
                "write",
                "flush",
                "make temporary",
                "write",
                "flush",
                "open 2026-W48.json",
                "rename to 2026-W49.json",
                "flush folder weeks",
                "rename to 2026-W48.json",
                "flush folder weeks",
            ]
        );
    }

    #[test]
    fn what_the_disk_did_not_confirm_is_told_as_such() {
        let home = a_home_with_this_week();
        let last = steps_of_a_seal() - 1;
        let answer = seal_on(&home, FaultyDisk::failing_at(last, EIO));
        let (file, fault) = (THIS.to_owned(), Fault::Broken);
        assert_eq!(answer, Err(FolderError::Unconfirmed { file, fault }));
        assert_eq!(home.get(THIS).as_deref(), Some("sealed"));
    }

    #[test]
    fn an_edit_made_meanwhile_is_not_overwritten() {
        for (meanwhile, case) in [(Some("by hand"), "changed"), (None, "removed")] {
            let home = a_home_with_this_week();
            let writer = home.folder().try_acquire().unwrap().unwrap();
            match meanwhile {
                Some(text) => home.put(THIS, text),
                None => fs::remove_file(home.path(THIS)).unwrap(),
            }
            let answer = writer.replace(&seal(), noon("2026-11-25"));
            assert_eq!(
                answer,
                Err(FolderError::Changed {
                    file: THIS.to_owned()
                }),
                "{case}"
            );
            assert_eq!(home.get(THIS).as_deref(), meanwhile, "{case}");
            assert_eq!(home.get(NEXT), None, "{case}");
            assert_eq!(temporaries(&home), [""; 0], "{case}");
        }
    }

    #[test]
    fn a_file_made_meanwhile_is_not_overwritten() {
        let home = a_home_with_this_week();
        let writer = home.folder().try_acquire().unwrap().unwrap();
        home.put(NEXT, "theirs");
        let answer = writer.replace(&seal(), noon("2026-11-25"));
        assert_eq!(
            answer,
            Err(FolderError::Changed {
                file: NEXT.to_owned()
            })
        );
        assert_eq!(home.get(NEXT).as_deref(), Some("theirs"));
    }

    #[test]
    fn what_changes_nothing_is_not_written() {
        let home = a_home_with_this_week();
        let before = home.folder().prints([THIS]);
        let writer = home.folder().try_acquire().unwrap().unwrap();
        let same = Replacement::new(THIS, Some(b"open".to_vec()), b"open".to_vec());
        assert_eq!(writer.replace(&[same], noon("2026-11-25")), Ok(before));
        assert_eq!(home.files(), [THIS]);
    }

    #[test]
    fn a_file_over_the_limit_is_not_written() {
        let home = a_home_with_this_week();
        let writer = home.folder().try_acquire().unwrap().unwrap();
        let size = SIZE_LIMIT + 1;
        let large = vec![b' '; usize::try_from(size).unwrap()];
        let edit = Replacement::new(NEXT, None, large);
        let answer = writer.replace(&[edit], noon("2026-11-25"));
        assert_eq!(
            answer,
            Err(FolderError::TooLarge {
                file: NEXT.to_owned(),
                size
            })
        );
        assert_eq!(home.files(), [THIS]);
    }

    #[test]
    fn leftovers_are_removed_once_they_are_an_hour_old() {
        let home = a_home_with_this_week();
        let now = noon("2026-11-25");
        let names = [
            (".salesweek-old.tmp", 3_601),
            (".salesweek-new.tmp", 3_599),
            (".theirs-old.tmp", 3_601),
        ];
        for (name, age) in names {
            home.put(name, "left over");
            let file = fs::OpenOptions::new()
                .write(true)
                .open(home.path(name))
                .unwrap();
            let modified: SystemTime = now.time() - Duration::from_secs(age);
            file.set_modified(modified).unwrap();
        }
        home.folder().read(THIS).unwrap();
        assert_eq!(home.files().len(), 4, "reading removes nothing");

        home.folder()
            .try_acquire()
            .unwrap()
            .unwrap()
            .replace(&seal(), now)
            .unwrap();
        let left = [".salesweek-new.tmp", ".theirs-old.tmp"];
        assert_eq!(home.files(), [left[0], left[1], BACKUP, THIS, NEXT]);
    }
}

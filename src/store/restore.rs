//! Putting a backup back, and keeping the file it replaces.
//!
//! The bad file gets a second name, `weeks/2026-W48.json.bad-1`, before its own is taken
//! over by the copy: there is no moment without a file. It may be anything, a link or a
//! pipe too. Where the file system has no second names, or it is a folder, it is moved.

use std::io;
use std::path::{Path, PathBuf};

use super::backup::Backup;
use super::error::{Doing, Fault, FolderError};
use super::folder::{Folder, kind};
use super::lock::Writer;
use super::replace::Staged;

/// What restoring has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The name under which the replaced file is kept; `None` where there was none.
    pub kept_as: Option<String>,
}

impl Writer {
    /// Makes a file again what it was in `backup`.
    pub fn restore(&self, backup: &Backup) -> Result<Restored, FolderError> {
        let folder = self.folder();
        let contents = folder.read(&backup.name)?.ok_or_else(|| FolderError::Io {
            doing: Doing::Read,
            file: backup.name.clone(),
            fault: Fault::Missing,
        })?;
        let path = folder.place(&backup.of)?;
        let staged = Staged::write_for(path.clone(), folder, &backup.of, &contents.bytes)?;
        let aside = folder.set_aside(&backup.of, &path)?;
        match staged.commit() {
            Err(error) if !matches!(error, FolderError::Unconfirmed { .. }) => {
                aside.take_back(folder, &path);
                Err(error)
            }
            answer => answer.map(|()| Restored {
                kept_as: aside.name(),
            }),
        }
    }
}

/// Where the replaced file went.
enum Aside {
    Nowhere,
    Linked { name: String, path: PathBuf },
    Moved { name: String, path: PathBuf },
}

impl Aside {
    fn name(self) -> Option<String> {
        match self {
            Self::Nowhere => None,
            Self::Linked { name, .. } | Self::Moved { name, .. } => Some(name),
        }
    }

    /// Undoes what was done, as well as it can; the error that made it necessary is told.
    fn take_back(self, folder: &Folder, original: &Path) {
        let _ = match self {
            Self::Nowhere => Ok(()),
            Self::Linked { path, .. } => folder.disk().remove(&path),
            Self::Moved { path, .. } => folder.disk().rename(&path, original),
        };
    }
}

impl Folder {
    /// Keeps what stands at `path` under the next free name beside it.
    fn set_aside(&self, name: &str, path: &Path) -> Result<Aside, FolderError> {
        let refused = |error| FolderError::io(Doing::SetAside, name)(error);
        if kind(path).map_err(refused)?.is_none() {
            return Ok(Aside::Nowhere);
        }
        let mut number = 1_u64;
        loop {
            let name = format!("{name}.bad-{number}");
            let aside = self.path(&name)?;
            match self.disk().link(path, &aside) {
                Ok(()) => return Ok(Aside::Linked { name, path: aside }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(_) if kind(&aside).map_err(refused)?.is_none() => {
                    self.disk().rename(path, &aside).map_err(refused)?;
                    return Ok(Aside::Moved { name, path: aside });
                }
                Err(_) => {}
            }
            number = number.saturating_add(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::faulty::{ENOSPC, FaultyDisk, Home};
    use super::*;
    use std::fs;

    const NAME: &str = "weeks/2026-W48.json";

    /// A week that was cut off, and yesterday's copy of it.
    fn a_home_with_a_bad_week() -> Home {
        let home = Home::new();
        home.put("backups/2026-11-24/weeks/2026-W48.json", "good");
        home.put(NAME, "ba");
        home
    }

    fn restore(folder: &Folder) -> Result<Restored, FolderError> {
        let backup = folder.backups(NAME)?.remove(0);
        folder
            .try_acquire()?
            .expect("nobody else writes")
            .restore(&backup)
    }

    fn kept_as(name: &str) -> Restored {
        let kept_as = Some(name.to_owned());
        Restored { kept_as }
    }

    #[test]
    fn the_bad_file_is_kept_beside_the_restored_one() {
        let home = a_home_with_a_bad_week();
        assert_eq!(
            restore(&home.folder()),
            Ok(kept_as("weeks/2026-W48.json.bad-1"))
        );
        assert_eq!(home.get(NAME).as_deref(), Some("good"));
        assert_eq!(home.get("weeks/2026-W48.json.bad-1").as_deref(), Some("ba"));
        assert!(home.get("backups/2026-11-24/weeks/2026-W48.json").is_some());
    }

    #[test]
    fn an_earlier_bad_file_is_not_overwritten() {
        let home = a_home_with_a_bad_week();
        home.put("weeks/2026-W48.json.bad-1", "earlier");
        assert_eq!(
            restore(&home.folder()),
            Ok(kept_as("weeks/2026-W48.json.bad-2"))
        );
        assert_eq!(
            home.get("weeks/2026-W48.json.bad-1").as_deref(),
            Some("earlier")
        );
        assert_eq!(home.get("weeks/2026-W48.json.bad-2").as_deref(), Some("ba"));
    }

    #[test]
    fn an_empty_file_is_replaced_and_kept() {
        let home = a_home_with_a_bad_week();
        home.put(NAME, "");
        assert_eq!(
            restore(&home.folder()),
            Ok(kept_as("weeks/2026-W48.json.bad-1"))
        );
        assert_eq!(home.get(NAME).as_deref(), Some("good"));
    }

    #[test]
    fn a_missing_file_comes_back() {
        let home = a_home_with_a_bad_week();
        fs::remove_dir_all(home.path("weeks")).unwrap();
        assert_eq!(restore(&home.folder()), Ok(Restored { kept_as: None }));
        assert_eq!(home.get(NAME).as_deref(), Some("good"));
    }

    #[test]
    fn a_folder_in_the_files_place_is_moved() {
        let home = a_home_with_a_bad_week();
        fs::remove_file(home.path(NAME)).unwrap();
        home.put("weeks/2026-W48.json/inside", "text");
        assert_eq!(
            restore(&home.folder()),
            Ok(kept_as("weeks/2026-W48.json.bad-1"))
        );
        assert_eq!(home.get(NAME).as_deref(), Some("good"));
        assert!(home.get("weeks/2026-W48.json.bad-1/inside").is_some());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_kept_as_a_link_and_its_file_untouched() {
        let home = a_home_with_a_bad_week();
        let outside = Home::new();
        outside.put("theirs.json", "theirs");
        fs::remove_file(home.path(NAME)).unwrap();
        std::os::unix::fs::symlink(outside.path("theirs.json"), home.path(NAME)).unwrap();
        assert_eq!(
            restore(&home.folder()),
            Ok(kept_as("weeks/2026-W48.json.bad-1"))
        );
        assert_eq!(home.get(NAME).as_deref(), Some("good"));
        assert_eq!(outside.get("theirs.json").as_deref(), Some("theirs"));
        assert!(home.path("weeks/2026-W48.json.bad-1").is_symlink());
    }

    #[test]
    fn a_fault_at_any_step_leaves_the_bad_file_or_the_good_one() {
        let disk = FaultyDisk::sound();
        restore(&a_home_with_a_bad_week().on(disk.clone())).unwrap();
        for step in 0..disk.steps().len() {
            for disk in [
                FaultyDisk::failing_at(step, ENOSPC),
                FaultyDisk::stopping_at(step),
            ] {
                let case = format!("{disk:?}");
                let home = a_home_with_a_bad_week();
                let answer = restore(&home.on(disk));
                match home.get(NAME).as_deref() {
                    Some("ba") => assert!(answer.is_err(), "{case}"),
                    Some("good") => {
                        let bad = home.get("weeks/2026-W48.json.bad-1");
                        assert_eq!(bad.as_deref(), Some("ba"), "{case}");
                    }
                    other => panic!("{case}: {other:?}"),
                }
            }
        }
    }

    #[test]
    fn a_failed_restore_leaves_no_trace() {
        let home = a_home_with_a_bad_week();
        let before = home.files();
        let disk = FaultyDisk::sound();
        restore(&a_home_with_a_bad_week().on(disk.clone())).unwrap();
        let rename = disk
            .steps()
            .iter()
            .position(|step| step.starts_with("rename"))
            .unwrap();
        assert!(restore(&home.on(FaultyDisk::failing_at(rename, ENOSPC))).is_err());
        assert_eq!(home.files(), before);
    }
}

//! The data folder, and the names inside it.
//!
//! A name is a path inside the folder with `/` between its parts, on every system:
//! `weeks/2026-W48.json`. A name that would lead out is refused. For writing, every part
//! is looked at first: folders must be folders and files files, never links.
//!
//! ```
//! # use salesweek::store::{Folder, Replacement, SystemNow};
//! # let home = tempfile::tempdir()?;
//! let folder = Folder::at(home.path().join("salesweek"));
//! assert!(folder.read("settings.json")?.is_none()); // looking makes nothing
//!
//! let writer = folder.acquire(&mut || ())?;
//! let before = writer.folder().read("settings.json")?.map(|file| file.bytes);
//! let edit = Replacement::new("settings.json", before, b"{}\n".to_vec());
//! writer.replace(&[edit], SystemNow::read())?;
//! drop(writer);
//!
//! assert_eq!(folder.read("settings.json")?.unwrap().bytes, b"{}\n");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::fs::{self, FileType};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::disk::{Disk, RealDisk};
use super::error::{Doing, FolderError, Found};

/// The place of all data of one user. Cheap to clone; clones remember together.
#[derive(Debug, Clone)]
pub struct Folder {
    root: PathBuf,
    disk: Arc<dyn Disk>,
    memory: Arc<Memory>,
}

/// What the program has learned about its folder.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// It has been there; should it be missing later, it has vanished.
    seen: AtomicBool,
    /// That there are no locks has been told.
    pub(super) told_no_locks: AtomicBool,
}

impl Folder {
    /// The folder at `path`, which need not exist: the first writer makes it.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self::on(path, Arc::new(RealDisk))
    }

    /// The folder at `path` on a disk of the caller's choice.
    pub fn on(path: impl Into<PathBuf>, disk: Arc<dyn Disk>) -> Self {
        let mut root = path.into();
        if root.as_os_str().is_empty() {
            root.push(".");
        }
        Self {
            root,
            disk,
            memory: Arc::default(),
        }
    }

    /// Where the folder lies.
    pub fn root(&self) -> &Path {
        &self.root
    }

    pub(super) fn disk(&self) -> &dyn Disk {
        &*self.disk
    }

    pub(super) fn memory(&self) -> &Memory {
        &self.memory
    }

    /// The names of what lies directly in a folder (`weeks`; all of it for an empty name),
    /// sorted. None where the folder does not exist; a name that is not Unicode is shown
    /// as well as can be.
    pub fn list(&self, name: &str) -> Result<Vec<String>, FolderError> {
        let path = if name.is_empty() {
            self.root.clone()
        } else {
            self.path(name)?
        };
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return self.or_vanished(vec![]);
            }
            Err(error) => return Err(self.refused(Doing::List, name, error)),
        };
        self.remember();
        let mut names = entries
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect::<io::Result<Vec<_>>>()
            .map_err(|error| self.refused(Doing::List, name, error))?;
        names.sort_unstable();
        Ok(names)
    }

    /// Whether anything has this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.path(name).is_ok_and(|path| exists(&path))
    }

    /// The path of a name; refuses what would lead out of the folder.
    pub(super) fn path(&self, name: &str) -> Result<PathBuf, FolderError> {
        let is_plain =
            |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':', '\0']);
        if name.split('/').all(is_plain) {
            Ok(name
                .split('/')
                .fold(self.root.clone(), |path, part| path.join(part)))
        } else {
            Err(FolderError::Outside {
                name: name.to_owned(),
            })
        }
    }

    /// The path of a name that is to be written: a file or nothing yet, and no link on
    /// the way. Makes the folders on the way.
    pub(super) fn target(&self, name: &str) -> Result<PathBuf, FolderError> {
        let path = self.place(name)?;
        match kind(&path).map_err(FolderError::io(Doing::Write, name))? {
            Some(kind) if kind.is_symlink() => Err(FolderError::Link {
                file: name.to_owned(),
            }),
            Some(kind) if !kind.is_file() => Err(FolderError::NotAFile {
                file: name.to_owned(),
                found: Found::of(kind),
            }),
            Some(_) | None => Ok(path),
        }
    }

    /// As [`target`](Self::target), whatever stands at the name itself.
    pub(super) fn place(&self, name: &str) -> Result<PathBuf, FolderError> {
        let path = self.path(name)?;
        for (end, _) in name.match_indices('/') {
            if let Some(folder) = name.get(..end) {
                self.make_folder(folder)?;
            }
        }
        Ok(path)
    }

    /// Makes a folder inside, where it is missing.
    pub(super) fn make_folder(&self, name: &str) -> Result<PathBuf, FolderError> {
        let path = self.path(name)?;
        match kind(&path).map_err(FolderError::io(Doing::MakeFolder, name))? {
            Some(kind) if kind.is_symlink() => Err(FolderError::Link {
                file: name.to_owned(),
            }),
            Some(kind) if kind.is_dir() => Ok(path),
            Some(_) => Err(FolderError::NotAFolder {
                file: name.to_owned(),
            }),
            None => self
                .make(&path)
                .map(|()| path)
                .map_err(FolderError::io(Doing::MakeFolder, name)),
        }
    }

    /// Makes the data folder and what is missing above it. Once it has been seen it is not
    /// made again: what was in it would seem to have been deleted.
    pub(super) fn make_root(&self) -> Result<(), FolderError> {
        match fs::metadata(&self.root) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => return Err(FolderError::NotAFolder { file: self.spelt() }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.or_vanished(())?;
                let missing = self.root.ancestors().take_while(|path| !exists(path));
                for path in missing.collect::<Vec<_>>().into_iter().rev() {
                    self.make(path)
                        .map_err(FolderError::io(Doing::MakeFolder, &self.spelt()))?;
                }
            }
            Err(error) => return Err(FolderError::io(Doing::MakeFolder, &self.spelt())(error)),
        }
        self.remember();
        Ok(())
    }

    /// Makes one folder for good. Another program may make it at the same moment.
    fn make(&self, path: &Path) -> io::Result<()> {
        match self.disk.make_folder(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => {}
            answer => answer?,
        }
        self.disk.flush_folder(parent(path))
    }

    /// Remembers that the folder is there.
    pub(super) fn remember(&self) {
        self.memory.seen.store(true, Ordering::Relaxed);
    }

    /// `nothing`, unless there is nothing because the folder has vanished.
    pub(super) fn or_vanished<T>(&self, nothing: T) -> Result<T, FolderError> {
        if self.memory.seen.load(Ordering::Relaxed) && !exists(&self.root) {
            Err(FolderError::Vanished {
                folder: self.spelt(),
            })
        } else {
            Ok(nothing)
        }
    }

    /// Why `name` could not be read or listed: a part of it that should be a folder and is
    /// not gets its own sentence.
    pub(super) fn refused(&self, doing: Doing, name: &str, error: io::Error) -> FolderError {
        let name = if name.is_empty() {
            self.spelt()
        } else {
            name.to_owned()
        };
        if error.kind() == io::ErrorKind::NotADirectory {
            let file = match (doing, name.rsplit_once('/')) {
                (Doing::Read, Some((folder, _))) => folder.to_owned(),
                (Doing::Read, None) => self.spelt(),
                _ => name,
            };
            return FolderError::NotAFolder { file };
        }
        FolderError::io(doing, &name)(error)
    }

    /// The folder's path, fit for a message.
    fn spelt(&self) -> String {
        let path = self.root.to_string_lossy();
        path.chars()
            .map(|c| if c.is_control() { '·' } else { c })
            .collect()
    }
}

/// What stands at a path, links not followed.
pub(super) fn kind(path: &Path) -> io::Result<Option<FileType>> {
    match fs::symlink_metadata(path) {
        Ok(metadata) => Ok(Some(metadata.file_type())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether anything stands at a path; the empty one is the current folder.
fn exists(path: &Path) -> bool {
    path.as_os_str().is_empty() || fs::symlink_metadata(path).is_ok()
}

/// The folder in which `path` lies.
pub(super) fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

#[cfg(test)]
mod tests {
    use super::super::faulty::{Home, noon};
    use super::super::{LOCK_FILE, Replacement};
    use super::*;

    #[test]
    fn a_name_stays_inside_the_folder() {
        let folder = Folder::at("data");
        for name in [
            "",
            "/etc/passwd",
            "../x",
            "weeks/../../x",
            "weeks//x",
            "./x",
            "a\\b",
            "c:x",
        ] {
            let refused = FolderError::Outside {
                name: name.to_owned(),
            };
            assert_eq!(folder.path(name), Err(refused), "{name}");
        }
        assert_eq!(
            folder.path("weeks/2026-W48.json"),
            Ok("data/weeks/2026-W48.json".into())
        );
    }

    #[test]
    fn looking_makes_nothing() {
        let home = Home::new();
        let folder = home.folder();
        assert_eq!(folder.read("settings.json"), Ok(None));
        assert_eq!(folder.list(""), Ok(vec![]));
        assert_eq!(folder.list("weeks"), Ok(vec![]));
        assert_eq!(folder.all_backups(), Ok(vec![]));
        assert!(!home.path("").exists());
    }

    #[test]
    fn what_lies_in_a_folder_is_listed_sorted() {
        let home = Home::new();
        home.put("weeks/2026-W48.json", "b");
        home.put("weeks/2026-W47.json", "a");
        assert_eq!(home.folder().list(""), Ok(vec!["weeks".to_owned()]));
        assert_eq!(
            home.folder().list("weeks"),
            Ok(vec!["2026-W47.json".to_owned(), "2026-W48.json".to_owned()])
        );
    }

    #[test]
    fn the_first_writer_makes_the_folders() {
        let home = Home::new();
        let folder = Folder::at(home.path("deep/er"));
        let writer = folder.try_acquire().unwrap().unwrap();
        let edit = Replacement::new("weeks/2026-W48.json", None, b"week".to_vec());
        writer.replace(&[edit], noon("2026-11-25")).unwrap();
        assert_eq!(
            folder.list(""),
            Ok(vec![LOCK_FILE.to_owned(), "weeks".to_owned()])
        );
        assert_eq!(
            home.get("deep/er/weeks/2026-W48.json").as_deref(),
            Some("week")
        );
    }

    #[test]
    fn a_folder_that_vanished_is_not_begun_anew() {
        let home = Home::new();
        home.put("settings.json", "mine");
        let folder = home.folder();
        folder.read("settings.json").unwrap();
        fs::rename(home.path(""), home.path("").with_file_name("away")).unwrap();

        let vanished = FolderError::Vanished {
            folder: home.path("").display().to_string(),
        };
        assert_eq!(folder.read("settings.json"), Err(vanished.clone()));
        assert_eq!(folder.list("weeks"), Err(vanished.clone()));
        assert_eq!(folder.try_acquire().err(), Some(vanished));
        assert!(!home.path("").exists());

        fs::rename(home.path("").with_file_name("away"), home.path("")).unwrap();
        assert!(folder.try_acquire().unwrap().is_some());
    }

    #[test]
    fn a_file_in_the_place_of_a_folder_is_named() {
        let home = Home::new();
        home.put("weeks", "no folder");
        let refused = FolderError::NotAFolder {
            file: "weeks".to_owned(),
        };
        assert_eq!(
            home.folder().read("weeks/2026-W48.json"),
            Err(refused.clone())
        );
        assert_eq!(home.folder().list("weeks"), Err(refused.clone()));
        assert_eq!(home.folder().target("weeks/2026-W48.json"), Err(refused));
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_itself_may_be_a_link() {
        let home = Home::new();
        home.put("real/settings.json", "mine");
        std::os::unix::fs::symlink(home.path("real"), home.path("link")).unwrap();
        let folder = Folder::at(home.path("link"));
        assert!(folder.read("settings.json").unwrap().is_some());
        assert!(folder.try_acquire().unwrap().is_some());
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_written_through_a_link() {
        let home = Home::new();
        let outside = Home::new();
        outside.put("theirs.json", "theirs");
        home.put("settings.json", "mine");
        let link = |to: &str, name: &str| {
            std::os::unix::fs::symlink(outside.path(to), home.path(name)).unwrap();
        };
        link("theirs.json", "customers.json");
        link("", "weeks");
        link("nowhere", "dangling.json");
        let writer = home.folder().try_acquire().unwrap().unwrap();

        for (name, before, link) in [
            ("customers.json", Some("theirs"), "customers.json"),
            ("weeks/theirs.json", Some("theirs"), "weeks"),
            ("weeks/new.json", None, "weeks"),
            ("dangling.json", None, "dangling.json"),
        ] {
            let before = before.map(|text| text.as_bytes().to_vec());
            let edit = Replacement::new(name, before, b"ours".to_vec());
            let answer = writer.replace(&[edit], noon("2026-11-25"));
            assert_eq!(
                answer,
                Err(FolderError::Link {
                    file: link.to_owned()
                }),
                "{name}"
            );
        }
        assert_eq!(outside.files(), ["theirs.json"]);
        assert_eq!(outside.get("theirs.json").as_deref(), Some("theirs"));
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_that_is_a_link_is_refused() {
        let home = Home::new();
        home.put("settings.json", "mine");
        std::os::unix::fs::symlink(home.path("elsewhere"), home.path(LOCK_FILE)).unwrap();
        let refused = FolderError::Link {
            file: LOCK_FILE.to_owned(),
        };
        assert_eq!(home.folder().try_acquire().err(), Some(refused));
        assert!(!home.path("elsewhere").exists());
    }

    /// Runs this test program's `test` alone under a umask.
    #[cfg(unix)]
    fn under_umask(umask: &str, test: &str, home: &Home) {
        let status = std::process::Command::new("sh")
            .args(["-c", r#"umask "$1"; shift; exec "$@""#, "sh", umask])
            .arg(std::env::current_exe().unwrap())
            .args(["--quiet", "--ignored", "--exact", test])
            .env("SALESWEEK_TEST_HOME", home.path(""))
            .stdout(std::process::Stdio::null())
            .status();
        assert!(status.unwrap().success(), "umask {umask}");
    }

    #[cfg(unix)]
    #[test]
    fn folders_and_files_are_private_whatever_the_umask() {
        use std::os::unix::fs::PermissionsExt;
        for umask in ["000", "022", "077", "777"] {
            let home = Home::new();
            under_umask(umask, "store::folder::tests::writes_a_week_twice", &home);
            for (name, mode) in [
                ("", 0o700),
                ("weeks", 0o700),
                ("backups/2026-11-25/weeks", 0o700),
                (LOCK_FILE, 0o600),
                ("weeks/2026-W48.json", 0o600),
                ("backups/2026-11-25/weeks/2026-W48.json", 0o600),
            ] {
                let found = fs::metadata(home.path(name)).unwrap().permissions().mode() & 0o7777;
                assert_eq!(found, mode, "{name} under {umask}");
            }
        }
    }

    #[cfg(unix)]
    #[test]
    #[ignore = "part of folders_and_files_are_private_whatever_the_umask"]
    fn writes_a_week_twice() {
        let folder = Folder::at(std::env::var_os("SALESWEEK_TEST_HOME").unwrap());
        let writer = folder.try_acquire().unwrap().unwrap();
        for (before, after) in [(None, "one"), (Some("one"), "two")] {
            let before = before.map(|text| text.as_bytes().to_vec());
            let edit = Replacement::new("weeks/2026-W48.json", before, after.into());
            writer.replace(&[edit], noon("2026-11-25")).unwrap();
        }
    }
}

//! Reading a file whole, without a lock.
//!
//! A writer of ours replaces a file at once, but an editor may write in place. So the
//! file's print is taken before and after; where they differ it is read again.

use std::fs::{self, Metadata};
use std::io::{self, Read};
use std::path::Path;

use super::error::{Doing, FolderError, Found};
use super::folder::Folder;
use super::print::Print;

/// The largest file that is read or written, in bytes.
pub const SIZE_LIMIT: u64 = 16_000_000;

/// Room behind a file's bytes, so that its end is found without more.
const END: usize = 32;

/// How often a file that changes under its reader is read again.
const TRIES: usize = 10;

/// A file, whole, as it stood at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// Never none.
    pub bytes: Vec<u8>,
    /// How the file stood, to see later that it has changed.
    pub print: Print,
}

impl Folder {
    /// Reads the file of this name; `None` where there is none.
    ///
    /// An empty file is not a missing one: it is an error. Links are followed.
    pub fn read(&self, name: &str) -> Result<Option<Contents>, FolderError> {
        let path = self.path(name)?;
        for _ in 0..TRIES {
            match self.read_once(name, &path) {
                Ok(Some(contents)) => {
                    self.remember();
                    return Ok(Some(contents));
                }
                Ok(None) => {}
                Err(Refusal::Missing) => return self.or_vanished(None),
                Err(Refusal::Because(error)) => return Err(error),
            }
        }
        Err(FolderError::Restless {
            file: name.to_owned(),
        })
    }

    /// `None` where the file has changed meanwhile.
    fn read_once(&self, name: &str, path: &Path) -> Result<Option<Contents>, Refusal> {
        let refused = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => Refusal::Missing,
            _ => Refusal::Because(self.refused(Doing::Read, name, error)),
        };
        let before = fs::metadata(path).map_err(refused)?;
        check(name, &before)?;
        let file = self.disk().open(path).map_err(refused)?;
        let opened = file.metadata().map_err(refused)?;
        check(name, &opened)?;

        let room = usize::try_from(opened.len()).unwrap_or(0);
        let mut bytes = Vec::with_capacity(room.saturating_add(END));
        let mut bounded = file.take(SIZE_LIMIT + 1);
        let size = bounded.read_to_end(&mut bytes).map_err(refused)? as u64;
        let after = fs::metadata(path).map_err(refused)?;
        let print = Print::of(&before);
        if Print::of(&opened) != print || Print::of(&after) != print || size != after.len() {
            return Ok(None);
        }
        if bytes.is_empty() {
            return Err(FolderError::Empty {
                file: name.to_owned(),
            }
            .into());
        }
        Ok(Some(Contents { bytes, print }))
    }
}

/// Why one reading gave nothing.
enum Refusal {
    Missing,
    Because(FolderError),
}

impl From<FolderError> for Refusal {
    fn from(error: FolderError) -> Self {
        Self::Because(error)
    }
}

/// Refuses what is no file, before it is opened, and what is too large.
fn check(name: &str, metadata: &Metadata) -> Result<(), FolderError> {
    if !metadata.is_file() {
        let (file, found) = (name.to_owned(), Found::of(metadata.file_type()));
        return Err(FolderError::NotAFile { file, found });
    }
    within_limit(name, metadata.len())
}

/// Refuses a size over the limit.
pub(super) fn within_limit(name: &str, size: u64) -> Result<(), FolderError> {
    if size > SIZE_LIMIT {
        return Err(FolderError::TooLarge {
            file: name.to_owned(),
            size,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::faulty::{EACCES, EIO, FaultyDisk, Home};
    use super::super::{Fault, Folder};
    use super::*;
    use std::fs::OpenOptions;
    use std::io::Write;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn text(folder: &Folder) -> Result<Option<String>, FolderError> {
        let read = folder.read("settings.json")?;
        Ok(read.map(|contents| String::from_utf8(contents.bytes).unwrap()))
    }

    /// Writes into a file as an editor does, without another inode.
    fn append(path: &Path) {
        let mut file = OpenOptions::new().append(true).open(path).unwrap();
        file.write_all(b"+").unwrap();
    }

    #[test]
    fn a_missing_file_is_none_and_an_empty_one_an_error() {
        let home = Home::new();
        assert_eq!(text(&home.folder()), Ok(None));
        home.put("settings.json", "");
        let empty = FolderError::Empty {
            file: "settings.json".to_owned(),
        };
        assert_eq!(text(&home.folder()), Err(empty));
    }

    #[test]
    fn a_file_that_changes_under_the_reader_is_read_again() {
        let home = Home::new();
        home.put("settings.json", "text");
        let opened = AtomicUsize::new(0);
        let disk = FaultyDisk::on_open(move |path| {
            if opened.fetch_add(1, Ordering::Relaxed) < 2 {
                append(path);
            }
        });
        assert_eq!(text(&home.on(disk)), Ok(Some("text++".to_owned())));
    }

    #[test]
    fn a_file_that_never_rests_is_refused() {
        let home = Home::new();
        home.put("settings.json", "text");
        let disk = FaultyDisk::on_open(append);
        let restless = FolderError::Restless {
            file: "settings.json".to_owned(),
        };
        assert_eq!(text(&home.on(disk)), Err(restless));
    }

    #[test]
    fn a_file_that_goes_while_it_is_read_is_missing() {
        let home = Home::new();
        home.put("settings.json", "text");
        let disk = FaultyDisk::on_open(|path| fs::remove_file(path).unwrap());
        assert_eq!(text(&home.on(disk)), Ok(None));
    }

    #[test]
    fn the_largest_file_is_read_and_one_byte_more_is_not() {
        let home = Home::new();
        home.put("settings.json", "text");
        let file = OpenOptions::new()
            .write(true)
            .open(home.path("settings.json"))
            .unwrap();
        file.set_len(SIZE_LIMIT).unwrap();
        let read = home.folder().read("settings.json").unwrap().unwrap();
        assert_eq!(read.bytes.len(), 16_000_000);

        file.set_len(SIZE_LIMIT + 1).unwrap();
        let large = FolderError::TooLarge {
            file: "settings.json".to_owned(),
            size: 16_000_001,
        };
        assert_eq!(text(&home.folder()), Err(large));
    }

    #[test]
    fn a_folder_is_not_a_file() {
        let home = Home::new();
        home.put("settings.json/inside", "text");
        let (file, found) = ("settings.json".to_owned(), Found::Folder);
        assert_eq!(
            text(&home.folder()),
            Err(FolderError::NotAFile { file, found })
        );
    }

    #[test]
    fn what_the_system_says_is_told() {
        let home = Home::new();
        home.put("settings.json", "text");
        for (errno, fault) in [(EACCES, Fault::Denied), (EIO, Fault::Broken)] {
            let (doing, file) = (Doing::Read, "settings.json".to_owned());
            let answer = text(&home.on(FaultyDisk::failing_at(0, errno)));
            assert_eq!(answer, Err(FolderError::Io { doing, file, fault }));
        }
    }

    #[cfg(unix)]
    #[test]
    fn pipes_and_devices_are_not_opened() {
        let home = Home::new();
        home.put("customers.json", "text");
        let made = std::process::Command::new("mkfifo")
            .arg(home.path("settings.json"))
            .status();
        assert!(made.unwrap().success());
        let disk = FaultyDisk::sound();
        let (file, found) = ("settings.json".to_owned(), Found::Pipe);
        assert_eq!(
            text(&home.on(disk.clone())),
            Err(FolderError::NotAFile { file, found })
        );

        fs::remove_file(home.path("settings.json")).unwrap();
        std::os::unix::fs::symlink("/dev/zero", home.path("settings.json")).unwrap();
        let (file, found) = ("settings.json".to_owned(), Found::Device);
        assert_eq!(
            text(&home.on(disk.clone())),
            Err(FolderError::NotAFile { file, found })
        );
        assert_eq!(disk.steps(), [""; 0]);
    }
}

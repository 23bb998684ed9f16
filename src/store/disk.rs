//! The steps that touch the disk, one method each.
//!
//! A durable write is a row of small steps, and a machine may stop between any two of them.
//! Behind a trait, a test can stop or fail before each. Looking (names, sizes, times) is no
//! step: it changes nothing.

use std::fmt;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// How the name of a file in the making begins.
pub(super) const TEMPORARY_PREFIX: &str = ".salesweek-";
/// How the name of a file in the making ends.
pub(super) const TEMPORARY_SUFFIX: &str = ".tmp";

/// What the store asks of a disk.
pub trait Disk: fmt::Debug + Send + Sync {
    /// Makes one folder for its owner alone (0700, whatever the umask).
    fn make_folder(&self, path: &Path) -> io::Result<()>;
    /// Opens a file to read it. A pipe would be opened without waiting for its other end.
    fn open(&self, path: &Path) -> io::Result<File>;
    /// Opens the lock file, made where it is missing (0600, whatever the umask).
    fn open_lock(&self, path: &Path) -> io::Result<File>;
    /// Takes the exclusive lock of an open file, or says at once that it cannot.
    fn try_lock(&self, file: &File) -> Result<(), TryLockError>;
    /// Waits before the next try for a lock.
    fn pause(&self, time: Duration);
    /// Makes a new file with an unguessable name (0600, whatever the umask).
    fn make_temporary(&self, folder: &Path) -> io::Result<(File, PathBuf)>;
    /// Writes all of `bytes`.
    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()>;
    /// Waits until the file's content is on the disk.
    fn flush(&self, file: &File) -> io::Result<()>;
    /// Renames, over whatever has the new name.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Waits until the folder's names are on the disk.
    fn flush_folder(&self, folder: &Path) -> io::Result<()>;
    /// Gives a file a second name; fails where the name is taken.
    fn link(&self, file: &Path, name: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Removes an empty folder.
    fn remove_folder(&self, path: &Path) -> io::Result<()>;
}

/// The disk itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        builder_for_owner().create(path)?;
        #[cfg(unix)]
        fs::set_permissions(path, owner_only(0o700))?;
        Ok(())
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        without_waiting(OpenOptions::new().read(true)).open(path)
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        let mut options = options_for_owner();
        without_waiting(options.read(true).write(true));
        match options.clone().create_new(true).open(path) {
            Ok(file) => {
                #[cfg(unix)]
                file.set_permissions(owner_only(0o600))?;
                Ok(file)
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => options.open(path),
            Err(error) => Err(error),
        }
    }

    fn try_lock(&self, file: &File) -> Result<(), TryLockError> {
        file.try_lock()
    }

    fn pause(&self, time: Duration) {
        thread::sleep(time);
    }

    fn make_temporary(&self, folder: &Path) -> io::Result<(File, PathBuf)> {
        let (file, path) = tempfile::Builder::new()
            .prefix(TEMPORARY_PREFIX)
            .suffix(TEMPORARY_SUFFIX)
            .rand_bytes(12)
            .tempfile_in(folder)?
            .keep()
            .map_err(|error| error.error)?;
        #[cfg(unix)]
        file.set_permissions(owner_only(0o600))?;
        Ok((file, path))
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn flush(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// A file system that cannot flush folders keeps its names in another way.
    #[cfg(unix)]
    fn flush_folder(&self, folder: &Path) -> io::Result<()> {
        use io::ErrorKind::{InvalidInput, Unsupported};
        match File::open(folder)?.sync_all() {
            Err(error) if matches!(error.kind(), InvalidInput | Unsupported) => Ok(()),
            answer => answer,
        }
    }

    /// Only unix opens folders.
    #[cfg(not(unix))]
    fn flush_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn link(&self, file: &Path, name: &Path) -> io::Result<()> {
        fs::hard_link(file, name)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }
}

#[cfg(unix)]
fn owner_only(mode: u32) -> fs::Permissions {
    std::os::unix::fs::PermissionsExt::from_mode(mode)
}

/// Makes folders private from their first moment; a umask may still take too much.
#[cfg(unix)]
fn builder_for_owner() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

#[cfg(not(unix))]
fn builder_for_owner() -> DirBuilder {
    DirBuilder::new()
}

/// As [`builder_for_owner`], for files.
#[cfg(unix)]
fn options_for_owner() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

#[cfg(not(unix))]
fn options_for_owner() -> OpenOptions {
    OpenOptions::new()
}

/// Opening must neither wait for a pipe's other end nor make a terminal ours.
#[cfg(unix)]
fn without_waiting(options: &mut OpenOptions) -> &mut OpenOptions {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    options.custom_flags((OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed())
}

#[cfg(not(unix))]
fn without_waiting(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

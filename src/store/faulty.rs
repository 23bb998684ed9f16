//! A disk for tests: it writes down its steps, and fails or stops before one of them.
//! And a [`Home`] for the data folder of one test.

use std::fmt;
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tempfile::TempDir;

use super::disk::{Disk, RealDisk};
use super::folder::Folder;
use super::lock::LOCK_FILE;
use super::system_now::SystemNow;

/// "No space left on device".
pub(crate) const ENOSPC: i32 = 28;
/// "Input/output error".
pub(crate) const EIO: i32 = 5;
/// "Permission denied".
pub(crate) const EACCES: i32 = 13;
/// "Read-only file system".
pub(crate) const EROFS: i32 = 30;

/// What happens before which step, counted from 0. Waiting and locking are no such steps.
#[derive(Debug, Clone, Copy)]
enum Plan {
    Sound,
    /// This one step fails; a write fails halfway.
    FailAt(usize, i32),
    /// Neither this step nor any later one happens, as when the program is killed.
    StopAt(usize),
}

/// What the disk says when asked for the lock.
#[derive(Debug, Clone, Copy)]
enum Locks {
    Real,
    Busy,
    Refused(i32),
}

/// See the module.
pub(crate) struct FaultyDisk {
    plan: Plan,
    locks: Locks,
    steps: Mutex<Vec<String>>,
    waited: Mutex<Duration>,
    on_open: Box<dyn Fn(&Path) + Send + Sync>,
}

impl FaultyDisk {
    pub(crate) fn sound() -> Arc<Self> {
        Arc::new(Self::new(Plan::Sound))
    }

    pub(crate) fn failing_at(step: usize, errno: i32) -> Arc<Self> {
        Arc::new(Self::new(Plan::FailAt(step, errno)))
    }

    pub(crate) fn stopping_at(step: usize) -> Arc<Self> {
        Arc::new(Self::new(Plan::StopAt(step)))
    }

    /// Somebody else has the lock, for ever.
    pub(crate) fn locked() -> Arc<Self> {
        Arc::new(Self {
            locks: Locks::Busy,
            ..Self::new(Plan::Sound)
        })
    }

    /// The lock call fails with this number.
    pub(crate) fn refusing_locks(errno: i32) -> Arc<Self> {
        Arc::new(Self {
            locks: Locks::Refused(errno),
            ..Self::new(Plan::Sound)
        })
    }

    /// Something happens to each file right after it was opened.
    pub(crate) fn on_open(act: impl Fn(&Path) + Send + Sync + 'static) -> Arc<Self> {
        Arc::new(Self {
            on_open: Box::new(act),
            ..Self::new(Plan::Sound)
        })
    }

    fn new(plan: Plan) -> Self {
        Self {
            plan,
            locks: Locks::Real,
            steps: Mutex::default(),
            waited: Mutex::default(),
            on_open: Box::new(|_| ()),
        }
    }

    /// The steps that were asked for, in their order.
    pub(crate) fn steps(&self) -> Vec<String> {
        self.steps.lock().unwrap().clone()
    }

    /// How long was waited, without waiting.
    pub(crate) fn waited(&self) -> Duration {
        *self.waited.lock().unwrap()
    }

    fn before(&self, step: String) -> io::Result<()> {
        let mut steps = self.steps.lock().unwrap();
        let number = steps.len();
        steps.push(step);
        match self.plan {
            Plan::FailAt(at, errno) if number == at => Err(io::Error::from_raw_os_error(errno)),
            Plan::StopAt(at) if number >= at => Err(io::Error::other("the program was killed")),
            Plan::Sound | Plan::FailAt(..) | Plan::StopAt(_) => Ok(()),
        }
    }
}

impl fmt::Debug for FaultyDisk {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FaultyDisk")
            .field("plan", &self.plan)
            .finish_non_exhaustive()
    }
}

/// The last part of a path.
fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

impl Disk for FaultyDisk {
    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.before(format!("make folder {}", name(path)))?;
        RealDisk.make_folder(path)
    }

    fn open(&self, path: &Path) -> io::Result<File> {
        self.before(format!("open {}", name(path)))?;
        let file = RealDisk.open(path)?;
        (self.on_open)(path);
        Ok(file)
    }

    fn open_lock(&self, path: &Path) -> io::Result<File> {
        self.before("open lock".to_owned())?;
        RealDisk.open_lock(path)
    }

    fn try_lock(&self, file: &File) -> Result<(), TryLockError> {
        match self.locks {
            Locks::Real => RealDisk.try_lock(file),
            Locks::Busy => Err(TryLockError::WouldBlock),
            Locks::Refused(errno) => Err(TryLockError::Error(io::Error::from_raw_os_error(errno))),
        }
    }

    fn pause(&self, time: Duration) {
        *self.waited.lock().unwrap() += time;
    }

    fn make_temporary(&self, folder: &Path) -> io::Result<(File, PathBuf)> {
        self.before("make temporary".to_owned())?;
        RealDisk.make_temporary(folder)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        let answer = self.before("write".to_owned());
        let half = if answer.is_ok() {
            bytes
        } else {
            &bytes[..bytes.len() / 2]
        };
        file.write_all(half)?;
        answer
    }

    fn flush(&self, file: &File) -> io::Result<()> {
        self.before("flush".to_owned())?;
        RealDisk.flush(file)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.before(format!("rename to {}", name(to)))?;
        RealDisk.rename(from, to)
    }

    fn flush_folder(&self, folder: &Path) -> io::Result<()> {
        self.before(format!("flush folder {}", name(folder)))?;
        RealDisk.flush_folder(folder)
    }

    fn link(&self, file: &Path, as_name: &Path) -> io::Result<()> {
        self.before(format!("link {}", name(as_name)))?;
        RealDisk.link(file, as_name)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.before("remove".to_owned())?;
        RealDisk.remove(path)
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.before(format!("remove folder {}", name(path)))?;
        RealDisk.remove_folder(path)
    }
}

/// A place for one test's data folder, gone after the test.
pub(crate) struct Home(TempDir);

impl Home {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// The data folder, on the disk itself.
    pub(crate) fn folder(&self) -> Folder {
        Folder::at(self.path(""))
    }

    /// The same folder, on a disk of the test's choice.
    pub(crate) fn on(&self, disk: Arc<FaultyDisk>) -> Folder {
        Folder::on(self.path(""), disk)
    }

    /// The path of what has this name in the data folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        let root = self.0.path().join("salesweek");
        if name.is_empty() {
            root
        } else {
            root.join(name)
        }
    }

    /// Writes a file as an editor would.
    pub(crate) fn put(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// What is in a file, if it is there.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        fs::read_to_string(self.path(name)).ok()
    }

    /// The names of all files but the lock, sorted.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        let mut folders = vec![self.path("")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                if entry.file_type().unwrap().is_dir() {
                    folders.push(entry.path());
                } else {
                    let path = entry.path();
                    let name = path.strip_prefix(self.path("")).unwrap();
                    files.push(name.to_str().unwrap().to_owned());
                }
            }
        }
        files.retain(|name| name != LOCK_FILE);
        files.sort_unstable();
        files
    }
}

/// Noon of a day, in Shanghai.
pub(crate) fn noon(day: &str) -> SystemNow {
    SystemNow::at(format!("{day}T12:00:00+08:00").parse().unwrap())
}

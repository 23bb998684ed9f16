//! Who may write: one writer at a time in the whole folder.
//!
//! The lock is the system's own, on a file that exists for nothing else: when a program
//! dies its lock dies with it. A command waits for its turn; the screens try again at
//! their own pace. Some file systems have no locks. There the work goes on, and the
//! comparison before each replacement is what protects.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::error::{Doing, FolderError};
use super::folder::Folder;
use super::print::Print;

/// The file that is locked; made by the first writer, never renamed nor removed.
pub const LOCK_FILE: &str = "salesweek.lock";

/// How long to wait between two tries for the lock.
pub const TRY_EVERY: Duration = Duration::from_millis(10);
/// After how long the user is told that another program is waited for.
pub const TELL_AFTER: Duration = Duration::from_secs(1);
/// After how long the folder counts as in use.
pub const GIVE_UP_AFTER: Duration = Duration::from_secs(5);

/// The right to write, until dropped.
#[derive(Debug)]
#[must_use]
pub struct Writer {
    folder: Folder,
    /// Whose closing gives the lock back.
    _file: File,
    tells_no_locks: bool,
}

impl Folder {
    /// Waits for its turn to write, five seconds at most, and makes the folder where it is
    /// missing. `waiting` is called once, after the first second.
    pub fn acquire(&self, waiting: &mut dyn FnMut()) -> Result<Writer, FolderError> {
        let tries = |time: Duration| time.as_millis() / TRY_EVERY.as_millis();
        for attempt in 0..=tries(GIVE_UP_AFTER) {
            if attempt == tries(TELL_AFTER) {
                waiting();
            }
            if let Some(writer) = self.try_acquire()? {
                return Ok(writer);
            }
            self.disk().pause(TRY_EVERY);
        }
        Err(FolderError::InUse)
    }

    /// The right to write if it is free, at once; `None` while another program has it.
    pub fn try_acquire(&self) -> Result<Option<Writer>, FolderError> {
        self.make_root()?;
        let path = self.target(LOCK_FILE)?;
        let refused = FolderError::io(Doing::Lock, LOCK_FILE);
        let file = match self.disk().open_lock(&path) {
            Ok(file) => file,
            Err(error) => return Err(refused(error)),
        };
        let locked = match self.disk().try_lock(&file) {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) if means_no_locks(&error) => false,
            Err(TryLockError::Error(error)) => return Err(refused(error)),
        };
        if locked && !is_still_at(&path, &file) {
            return Ok(None);
        }
        let tells_no_locks = !locked && !self.memory().told_no_locks.swap(true, Ordering::Relaxed);
        Ok(Some(Writer {
            folder: self.clone(),
            _file: file,
            tells_no_locks,
        }))
    }
}

impl Writer {
    /// The folder to read from, while nobody else writes.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    /// Whether the user is to be told that this file system has no locks: true for the
    /// first writer that finds out.
    pub fn tells_no_locks(&self) -> bool {
        self.tells_no_locks
    }
}

/// Whether the lock taken is the one that others look at; a folder may have been moved away.
fn is_still_at(path: &Path, file: &File) -> bool {
    match (fs::metadata(path), file.metadata()) {
        (Ok(there), Ok(here)) => Print::of(&there) == Print::of(&here),
        _ => false,
    }
}

/// Whether the answer says that the file system has no locks, and nothing else.
fn means_no_locks(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        let codes = [Errno::NOLCK, Errno::OPNOTSUPP, Errno::NOSYS].map(Errno::raw_os_error);
        if error
            .raw_os_error()
            .is_some_and(|code| codes.contains(&code))
        {
            return true;
        }
    }
    error.kind() == io::ErrorKind::Unsupported
}

#[cfg(test)]
mod tests {
    use super::super::faulty::{EACCES, EIO, EROFS, FaultyDisk, Home, noon};
    use super::super::{Fault, Replacement};
    use super::*;
    use std::sync::Mutex;

    /// "No locks available".
    #[cfg(target_os = "linux")]
    const ENOLCK: i32 = 37;

    #[test]
    fn one_writer_at_a_time() {
        let home = Home::new();
        let first = home.folder().try_acquire().unwrap();
        assert!(first.is_some());
        assert!(home.folder().try_acquire().unwrap().is_none());
        drop(first);
        assert!(home.folder().try_acquire().unwrap().is_some());
    }

    #[test]
    fn the_lock_file_stays_what_it_is() {
        let home = Home::new();
        drop(home.folder().try_acquire());
        let before = home.folder().prints([LOCK_FILE]);
        drop(home.folder().try_acquire());
        assert_eq!(home.folder().prints([LOCK_FILE]), before);
    }

    #[test]
    fn waiting_is_told_after_a_second_and_given_up_after_five() {
        let home = Home::new();
        let disk = FaultyDisk::locked();
        let told = Mutex::new(Vec::new());
        let answer = home
            .on(disk.clone())
            .acquire(&mut || told.lock().unwrap().push(disk.waited()));
        assert_eq!(answer.err(), Some(FolderError::InUse));
        assert_eq!(*told.lock().unwrap(), [Duration::from_secs(1)]);
        assert_eq!(disk.waited(), Duration::from_millis(5_010));
    }

    #[test]
    fn a_free_lock_is_taken_without_waiting() {
        let home = Home::new();
        let disk = FaultyDisk::sound();
        assert!(
            home.on(disk.clone())
                .acquire(&mut || panic!("told"))
                .is_ok()
        );
        assert_eq!(disk.waited(), Duration::ZERO);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn without_locks_work_goes_on_and_it_is_told_once() {
        for errno in [ENOLCK, 95, 38] {
            let home = Home::new();
            let folder = home.on(FaultyDisk::refusing_locks(errno));
            let told = || folder.try_acquire().unwrap().unwrap().tells_no_locks();
            assert_eq!([told(), told()], [true, false], "errno {errno}");
        }
    }

    #[test]
    fn with_locks_there_is_nothing_to_tell() {
        let home = Home::new();
        assert!(
            !home
                .folder()
                .try_acquire()
                .unwrap()
                .unwrap()
                .tells_no_locks()
        );
    }

    #[test]
    fn any_other_answer_to_the_lock_call_refuses() {
        for (errno, fault) in [(EACCES, Fault::Denied), (EIO, Fault::Broken)] {
            let home = Home::new();
            let (doing, file) = (Doing::Lock, LOCK_FILE.to_owned());
            let answer = home
                .on(FaultyDisk::refusing_locks(errno))
                .acquire(&mut || ());
            assert_eq!(answer.err(), Some(FolderError::Io { doing, file, fault }));
        }
    }

    #[test]
    fn a_read_only_disk_refuses_the_writer() {
        let home = Home::new();
        home.put("settings.json", "text");
        let (doing, file, fault) = (Doing::Lock, LOCK_FILE.to_owned(), Fault::ReadOnly);
        let answer = home.on(FaultyDisk::failing_at(0, EROFS)).try_acquire();
        assert_eq!(answer.err(), Some(FolderError::Io { doing, file, fault }));
    }

    #[test]
    fn writers_in_turns_lose_nothing() {
        let home = Home::new();
        std::thread::scope(|scope| {
            for name in ["a", "b", "c", "d"] {
                let folder = home.folder();
                scope.spawn(move || (0..10).for_each(|_| add_one(&folder, name)));
            }
        });
        let text = home.get("settings.json").unwrap();
        for name in ["a", "b", "c", "d"] {
            assert_eq!(text.matches(name).count(), 10, "{name} in {text}");
        }
    }

    fn add_one(folder: &Folder, name: &str) {
        let writer = folder.acquire(&mut || ()).unwrap();
        let before = folder.read("settings.json").unwrap().map(|file| file.bytes);
        let after = [before.as_deref().unwrap_or_default(), name.as_bytes()].concat();
        let edit = Replacement::new("settings.json", before, after);
        writer.replace(&[edit], noon("2026-11-25")).unwrap();
    }

    #[test]
    fn the_lock_of_a_killed_program_is_free() {
        use std::io::{BufRead, BufReader};
        let home = Home::new();
        let mut other = std::process::Command::new(std::env::current_exe().unwrap())
            .args([
                "--nocapture",
                "--ignored",
                "--exact",
                "store::lock::tests::holds_the_lock",
            ])
            .env("SALESWEEK_TEST_HOME", home.path(""))
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let output = BufReader::new(other.stdout.take().unwrap());
        let has_it = output
            .lines()
            .map_while(Result::ok)
            .any(|line| line.ends_with("held"));
        assert!(has_it);
        assert!(home.folder().try_acquire().unwrap().is_none());
        other.kill().unwrap();
        other.wait().unwrap();
        assert!(home.folder().try_acquire().unwrap().is_some());
    }

    #[test]
    #[ignore = "part of the_lock_of_a_killed_program_is_free"]
    fn holds_the_lock() {
        use std::io::Write;
        let folder = Folder::at(std::env::var_os("SALESWEEK_TEST_HOME").unwrap());
        let _writer = folder.try_acquire().unwrap().unwrap();
        writeln!(io::stdout(), "held").unwrap();
        io::stdin().read_line(&mut String::new()).unwrap();
    }
}

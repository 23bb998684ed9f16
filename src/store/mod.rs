//! The data folder: the only room that touches the file system.
//!
//! ```text
//! settings.json                      what holds for every week
//! weeks/2026-W48.json                all that happened in one week
//! backups/2026-11-25/settings.json   a file as it was before that day's first write
//! salesweek.lock                     held while a writer works
//! ```
//!
//! A [`Store`] reads these files as weeks and settings and makes edits of them. It stands on
//! a [`Folder`], which knows bytes and names and nothing of what they mean. Reading takes no
//! lock and makes nothing; an edit is *lock, read fresh, apply, write, let go*.
//!
//! ```
//! # use salesweek::domain::change::{Change, TargetChange, TargetSet};
//! # use salesweek::domain::{Amount, Currency, Language, Law, Moment, Settings};
//! # use salesweek::store::Store;
//! # let home = tempfile::tempdir()?;
//! let defaults = Settings::new(Language::En, Currency::CNY, Law::Cn);
//! let store = Store::at(home.path().join("salesweek"), defaults);
//! let at: Moment = "2026-11-25T09:00:00+08:00".parse()?;
//! let week = at.day().week();
//! assert_eq!(store.week(week)?, None); // looking makes nothing
//!
//! let fifty = TargetSet::new("calls".parse()?, Amount::new(50), at);
//! let saved = store.apply(
//!     &Change::Week(week, TargetChange::Set(fifty).into()),
//!     &mut || eprintln!("waiting for another salesweek"),
//! )?;
//! assert!(store.week(week)?.unwrap().has_targets()); // it is on the disk
//!
//! store.apply(&saved.undo, &mut || ())?;
//! assert!(!store.week(week)?.unwrap().has_targets());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The format
//!
//! Each file is one JSON object in UTF-8, without a byte order mark, indented by two spaces,
//! its keys in the order of the fields of [`Settings`](crate::domain::Settings) and
//! [`Week`](crate::domain::Week), with one line break at its end. A field at its default is
//! left out. Lists whose order means nothing are sorted, so that a difference between two
//! versions of a file shows what happened and nothing else.
//!
//! ```json
//! {
//!   "version": 2,
//!   "week": "2026-W48",
//!   "targets": [
//!     {
//!       "metric": "calls",
//!       "since": "2026-11-23",
//!       "changes": [
//!         { "at": "2026-11-23T08:52:10+08:00", "from": null, "to": 50 }
//!       ]
//!     }
//!   ],
//!   "entries": [
//!     {
//!       "id": "m2x7p0ta",
//!       "day": "2026-11-25",
//!       "at": "2026-11-25T09:52:31+08:00",
//!       "metric": "calls",
//!       "amount": 1
//!     }
//!   ]
//! }
//! ```
//!
//! - `version` is 2 in a week's file and in the settings. Any field that is added raises it.
//! - Amounts are whole numbers in the metric's smallest unit: money in cents or fen, time in
//!   minutes. Never more than 10,000,000,000,000 either way.
//! - Days are dates of the user's own calendar, moments are local times to the second with
//!   their offset, ids are eight letters and digits of Crockford's base 32.
//! - A week's file is that of the week it is named after, and its days lie in that week.
//! - It has at most 100,000 entries, and no file is larger than 16 MB.
//!
//! # What is done is on disk
//!
//! A file is written anew in the data folder, under a name nobody guesses, flushed to the
//! disk, renamed over the old one, and the old one's folder is flushed. Only then
//! [`Store::apply`] answers. Where the last of these fails the edit stands, and the answer
//! carries [`Warning::Unconfirmed`]: the disk did not promise to keep it.
//!
//! # Nothing is half written
//!
//! At every moment a name holds the old file or the new one, whole. An edit of several files
//! reads and applies all of it before it writes any; all new files are written before the
//! first is renamed; they are renamed in the order of [`Change::weeks`], and the last is the
//! commit. Ids come from what they are made for, so that an edit repeated after a crash adds
//! nothing twice. A failed write removes what it began; what a killed program left is removed
//! by the next writer, once it is an hour old.
//!
//! The first write of a store also writes `settings.json`, before the file it was about.
//!
//! # Two programs do not lose each other's edits
//!
//! Writers take an exclusive lock on `salesweek.lock`, a file that is never renamed nor
//! removed. On a file system without locks work goes on ([`Warning::NoLocks`]). In both cases
//! a file is compared with what the writer has read before it is replaced; where an editor
//! came between, the edit is made anew on what is there now. Readers take no lock; they look
//! whether the file changed under them, and read again.
//!
//! # An outside edit is seen
//!
//! A [`Watch`] compares the modification time, size and inode of files with those that they
//! had when they were read ([`Loaded::prints`]).
//!
//! # What cannot be read is never overwritten
//!
//! Reading is strict: unknown fields, keys that stand twice, lists in place of objects, numbers
//! out of range, days outside their week, ids that stand twice and a byte order mark are
//! errors, and so is an empty file. The error names file, line and column and what was expected
//! ([`Unreadable`]). An edit that would need such a file is refused; all others go on.
//!
//! # A newer version's file is not touched
//!
//! The version is read before anything else. A file of a version above ours is refused as
//! newer ([`Wrong::Newer`]), whatever its shape. One of an older version is read as it always
//! was; the first edit of it writes the new version, and the old file is kept as a backup even
//! where that day has one already.
//!
//! # What repeats bring
//!
//! The settings have rules for work that comes again and again. What they bring to a week is
//! derived whenever it is looked at ([`Loaded::bring_repeats`]); a week's file has of it only
//! what was touched, as ordinary tasks. [`Store::week`] gives what the file has.
//!
//! # Yesterday is never far
//!
//! Before the first write of a day the old file goes to `backups/`, under the day of the
//! system's clock. Fourteen days are kept, then one a week for a year, and of every file the
//! newest five copies, however old. [`Store::check`] names the newest good one of each bad
//! file; [`Store::restore`] puts one back and keeps the file it replaces beside it, as
//! `….bad-1`.
//!
//! # Looking never writes
//!
//! The folder is made by the first writer. Reading, listing and [`Store::check`] make and
//! touch nothing.
//!
//! # The files are yours
//!
//! They may be edited by hand. What this program wrote and nobody changed is written again
//! byte for byte. What is not ours in the folder is never read as data and never removed; the
//! copies of synchronisers are named by [`Store::check`].
//!
//! # The folder is private and bounded
//!
//! Folders are made 0700 and files 0600, whatever the umask. Nothing is written through a
//! symbolic link inside the folder; the folder itself may be one. Pipes and devices are not
//! opened.
//!
//! [`Change::weeks`]: crate::domain::change::Change::weeks

mod ahead;
mod backup;
mod browse;
mod disk;
mod doctor;
mod error;
#[cfg(test)]
pub(crate) mod faulty;
mod folder;
mod keeping;
mod locate;
mod lock;
mod names;
mod open;
mod parse;
mod print;
mod read;
mod render;
mod replace;
mod restore;
mod save;
mod store_error;
mod system_now;
mod temporary;
mod unreadable;
mod versions;
mod watch;

pub use ahead::Ahead;
pub use backup::Backup;
pub use browse::Browsed;
pub use disk::{Disk, RealDisk};
pub use doctor::{Checked, Mended, Report};
pub use error::{Doing, Fault, FolderError, Found};
pub use folder::Folder;
pub use lock::{GIVE_UP_AFTER, LOCK_FILE, TELL_AFTER, TRY_EVERY, Writer};
pub use open::{Loaded, Store};
pub use print::{Print, Prints};
pub use read::{Contents, SIZE_LIMIT};
pub use replace::Replacement;
pub use restore::Restored;
pub use save::Saved;
pub use store_error::{StoreError, Warning};
pub use system_now::SystemNow;
pub use temporary::TemporaryFolder;
pub use unreadable::{Place, Seen, Unreadable, Wanted, Wrong};
pub use watch::Watch;

//! The data folder: the only room that touches the file system.
//!
//! ```text
//! settings.json                      what holds for every week
//! customers.json                     who is sold to
//! weeks/2026-W48.json                all that happened in one week
//! backups/2026-11-25/settings.json   a file as it was before that day's first write
//! salesweek.lock                     held while a writer works
//! ```
//!
//! The folder knows bytes and names, nothing of what they mean. A file is *read* by
//! anybody at any time, and *replaced* only by who holds the [`Writer`]: read fresh, make
//! the edit, replace, let go.
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
//!
//! # What is done is on disk
//!
//! A file is written beside itself under a name nobody guesses, flushed to the disk, renamed
//! over the old one, and the folder is flushed. Only then [`Writer::replace`] answers. Where
//! the last of these fails the answer is [`FolderError::Unconfirmed`]: the new file stands,
//! but the disk did not promise to keep it.
//!
//! # Nothing is half written
//!
//! At every moment a name holds the old file or the new one, whole. Several files are all
//! written before the first is renamed; they are renamed in their order, and the last is
//! the commit. A failed write removes what it began; what a killed program left is removed
//! by the next writer, once it is an hour old.
//!
//! # Two programs do not lose each other's edits
//!
//! Writers take an exclusive lock on `salesweek.lock`, a file that is never renamed nor
//! removed. On a file system without locks work goes on ([`Writer::tells_no_locks`]). In
//! both cases a file is compared with what the writer has read before it is replaced, so
//! that an edit by hand is not lost either ([`FolderError::Changed`]). Readers take no lock;
//! they look whether the file changed under them, and read again.
//!
//! # An outside edit is seen
//!
//! [`Folder::prints`] gives the modification time, size and inode of files, to be compared
//! with those that came with what is shown ([`Contents::print`]).
//!
//! # Yesterday is never far
//!
//! Before the first write of a day the old file goes to `backups/`, under the day of the
//! system's clock. Fourteen days are kept, then one a week for a year, and of every file
//! the newest five copies, however old. [`Writer::restore`] puts one back and keeps the
//! file it replaces beside it, as `….bad-1`.
//!
//! # Looking never writes
//!
//! The folder is made by the first writer. Reading and listing make and touch nothing.
//!
//! # The folder is private and bounded
//!
//! Folders are made 0700 and files 0600, whatever the umask. Nothing is written through a
//! symbolic link inside the folder; the folder itself may be one. Pipes and devices are not
//! opened, and a file over 16 MB is neither read nor written.

mod backup;
mod disk;
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
mod unreadable;

pub use backup::Backup;
pub use disk::{Disk, RealDisk};
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
pub use unreadable::{Place, Seen, Unreadable, Wanted, Wrong};

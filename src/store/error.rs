//! What may go wrong with the folder and its files, before anybody asks what they mean.
//!
//! Files are named by their path inside the folder, so a message reads the same wherever
//! the folder lies; only the folder itself is named by its whole path.

use std::fmt;
use std::fs::FileType;
use std::io;

use thiserror::Error;

use super::read::SIZE_LIMIT;

/// Why the folder could not be read or written. Nothing was changed, but where it says so.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FolderError {
    /// The system refused.
    #[error("cannot {doing} `{file}`: {fault}")]
    Io {
        doing: Doing,
        file: String,
        fault: Fault,
    },
    /// A program asked for a file that would lie outside the folder.
    #[error("`{name}` is not the name of a file inside the data folder")]
    Outside { name: String },
    #[error(
        "`{file}` is a symbolic link, and nothing is written through links; put the file or folder itself in its place"
    )]
    Link { file: String },
    #[error("`{file}` is {found}, and should be a file")]
    NotAFile { file: String, found: Found },
    #[error("`{file}` should be a folder, and is not")]
    NotAFolder { file: String },
    /// In bytes.
    #[error("`{file}` has {size} bytes; at most {limit} (16 MB) are read or written", limit = SIZE_LIMIT)]
    TooLarge { file: String, size: u64 },
    /// A file that exists always has content; a write that was cut off may have emptied it.
    #[error("`{file}` is empty; restore a backup, or remove the file to begin anew")]
    Empty { file: String },
    #[error("`{file}` kept changing while it was read; try again")]
    Restless { file: String },
    #[error("the data folder is in use by another salesweek; try again")]
    InUse,
    /// Between the writer's reading and its replacing; nothing was written.
    #[error("`{file}` was changed by another program at the same moment; try again")]
    Changed { file: String },
    /// The folder was there when this program began.
    #[error("the data folder `{folder}` has vanished; the next try works once it is back")]
    Vanished { folder: String },
    /// The new content stands, and may be lost if the machine stops now.
    #[error("`{file}` is written, but the disk did not confirm it: {fault}")]
    Unconfirmed { file: String, fault: Fault },
}

impl FolderError {
    /// Wraps what the system says about `file`.
    pub(super) fn io(doing: Doing, file: &str) -> impl FnOnce(io::Error) -> Self {
        let file = file.to_owned();
        move |error| Self::Io {
            doing,
            file,
            fault: Fault::of(&error),
        }
    }
}

/// What was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    Read,
    List,
    Write,
    MakeFolder,
    Lock,
    /// Put the old file among the backups.
    BackUp,
    /// Keep the bad file beside the restored one.
    SetAside,
}

impl fmt::Display for Doing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Read => "read",
            Self::List => "list",
            Self::Write => "write",
            Self::MakeFolder => "make the folder",
            Self::Lock => "lock",
            Self::BackUp => "make the backup",
            Self::SetAside => "set aside",
        })
    }
}

/// What the system answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Nothing there.
    Missing,
    Denied,
    ReadOnly,
    /// The disk is full, or the user's share of it.
    Full,
    /// The disk itself does not answer as it should (EIO).
    Broken,
    /// Whatever else, in the system's words.
    Other(String),
}

impl Fault {
    /// The fault behind an error of the system.
    pub fn of(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => Self::Missing,
            Kind::PermissionDenied => Self::Denied,
            Kind::ReadOnlyFilesystem => Self::ReadOnly,
            Kind::StorageFull | Kind::QuotaExceeded => Self::Full,
            _ if is_broken(error) => Self::Broken,
            _ => Self::Other(error.to_string()),
        }
    }
}

#[cfg(unix)]
fn is_broken(error: &io::Error) -> bool {
    error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
}

#[cfg(not(unix))]
fn is_broken(_: &io::Error) -> bool {
    false
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "it is not there",
            Self::Denied => "permission denied",
            Self::ReadOnly => "the disk is read-only",
            Self::Full => "the disk is full",
            Self::Broken => "the disk reports an error",
            Self::Other(words) => words,
        })
    }
}

/// What stands where a file should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    Folder,
    Pipe,
    Device,
    Socket,
    Unknown,
}

impl Found {
    /// Names a file type that is neither a file nor a link.
    pub(super) fn of(kind: FileType) -> Self {
        if kind.is_dir() {
            return Self::Folder;
        }
        Self::special(kind)
    }

    #[cfg(unix)]
    fn special(kind: FileType) -> Self {
        use std::os::unix::fs::FileTypeExt;
        if kind.is_fifo() {
            Self::Pipe
        } else if kind.is_socket() {
            Self::Socket
        } else if kind.is_block_device() || kind.is_char_device() {
            Self::Device
        } else {
            Self::Unknown
        }
    }

    #[cfg(not(unix))]
    fn special(_: FileType) -> Self {
        Self::Unknown
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Folder => "a folder",
            Self::Pipe => "a pipe",
            Self::Device => "a device",
            Self::Socket => "a socket",
            Self::Unknown => "something else",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_named_by_what_it_means() {
        for (code, fault) in [
            (2, Fault::Missing),
            (5, Fault::Broken),
            (13, Fault::Denied),
            (28, Fault::Full),
            (30, Fault::ReadOnly),
        ] {
            assert_eq!(
                Fault::of(&io::Error::from_raw_os_error(code)),
                fault,
                "errno {code}"
            );
        }
    }

    #[test]
    fn a_sentence_names_file_and_cause() {
        let error =
            FolderError::io(Doing::Write, "weeks/2026-W48.json")(io::ErrorKind::StorageFull.into());
        assert_eq!(
            error.to_string(),
            "cannot write `weeks/2026-W48.json`: the disk is full"
        );
    }

    #[test]
    fn the_limit_is_named() {
        let error = FolderError::TooLarge {
            file: "customers.json".to_owned(),
            size: 17_000_000,
        };
        assert_eq!(
            error.to_string(),
            "`customers.json` has 17000000 bytes; at most 16000000 (16 MB) are read or written"
        );
    }
}

//! Why the store did not give or take what it was asked for.

use thiserror::Error;

use super::error::FolderError;
use super::unreadable::Unreadable;
use crate::domain::change::ChangeError;

/// Why reading or an edit failed. Of an edit, nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The folder or its files.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// A file is not what it should be.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The edit itself cannot be made.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// Neither a backup's name nor that of a file which has a good one.
    #[error("there is no good backup `{name}`; `salesweek doctor` lists those there are")]
    NoBackup { name: String },
    /// A store is filled only where there is nothing.
    #[error("the data folder is not empty; name one that is")]
    NotEmpty,
}

/// What an edit that stands has to say all the same.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Warning {
    /// Said once in the life of a [`Store`](super::Store) and its clones.
    #[error("this file system has no locks: let only one salesweek write at a time")]
    NoLocks,
    /// The file is written and may be lost if the machine stops now.
    #[error(transparent)]
    Unconfirmed(FolderError),
}

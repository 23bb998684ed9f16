//! A folder for data that is not to be kept.

use std::path::Path;

use tempfile::TempDir;

use super::{Doing, Fault, FolderError};

/// A private folder among the system's temporary ones, removed when this value goes.
#[derive(Debug)]
#[must_use]
pub struct TemporaryFolder(TempDir);

impl TemporaryFolder {
    /// A new, empty one.
    pub fn new() -> Result<Self, FolderError> {
        let made = tempfile::Builder::new().prefix("salesweek-demo-").tempdir();
        made.map(Self).map_err(|error| FolderError::Io {
            doing: Doing::MakeFolder,
            file: std::env::temp_dir().display().to_string(),
            fault: Fault::of(&error),
        })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_with_its_value() {
        let folder = TemporaryFolder::new().unwrap();
        let path = folder.path().to_owned();
        assert!(path.is_dir());
        drop(folder);
        assert!(!path.exists());
    }
}

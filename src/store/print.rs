//! A file's print: what tells, without reading it, that it is another one.
//!
//! The screens compare prints twice a second and before every edit. Every write of ours
//! gives a new inode or a new time; an editor that writes in place changes time or size.

use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io;
use std::time::SystemTime;

use super::folder::Folder;

/// How a file stands on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    Missing,
    File {
        /// `None` where the file system keeps no times.
        modified: Option<SystemTime>,
        /// In bytes.
        size: u64,
        /// 0 where there are no inodes.
        inode: u64,
    },
    /// It cannot be looked at; reading it says why.
    Unreachable,
}

impl Print {
    pub(super) fn of(metadata: &Metadata) -> Self {
        Self::File {
            modified: metadata.modified().ok(),
            size: metadata.len(),
            inode: inode(metadata),
        }
    }
}

#[cfg(unix)]
fn inode(metadata: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::ino(metadata)
}

#[cfg(not(unix))]
fn inode(_: &Metadata) -> u64 {
    0
}

/// The prints of some files, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Prints(BTreeMap<String, Print>);

impl Prints {
    /// Remembers how a file stood when it was read.
    pub fn set(&mut self, name: &str, print: Print) {
        self.0.insert(name.to_owned(), print);
    }

    /// Remembers all of `newer` in place of what was known.
    pub fn extend(&mut self, newer: Self) {
        self.0.extend(newer.0);
    }

    /// Whether a file of that name is remembered.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The files remembered, in the order of their names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The files here that stand otherwise in `now`, in the order of their names.
    pub fn changed<'a>(&'a self, now: &Self) -> Vec<&'a str> {
        let differs = |(name, print): &(&String, &Print)| now.0.get(*name) != Some(*print);
        self.0
            .iter()
            .filter(differs)
            .map(|(name, _)| name.as_str())
            .collect()
    }
}

impl Folder {
    /// How the files of these names stand now. Opens and touches nothing.
    pub fn prints<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Prints {
        Prints(
            names
                .into_iter()
                .map(|name| (name.to_owned(), self.print(name)))
                .collect(),
        )
    }

    fn print(&self, name: &str) -> Print {
        let Ok(path) = self.path(name) else {
            return Print::Unreachable;
        };
        match fs::metadata(path) {
            Ok(metadata) => Print::of(&metadata),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Print::Missing,
            Err(_) => Print::Unreachable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Replacement;
    use super::super::faulty::{Home, noon};
    use super::*;

    #[test]
    fn a_replaced_file_has_another_print() {
        let home = Home::new();
        home.put("settings.json", "one");
        home.put("customers.json", "list");
        let names = ["settings.json", "customers.json", "weeks/2026-W48.json"];
        let before = home.folder().prints(names);

        let writer = home.folder().try_acquire().unwrap().unwrap();
        let edit = Replacement::new("settings.json", Some(b"one".to_vec()), b"two".to_vec());
        writer.replace(&[edit], noon("2026-11-25")).unwrap();

        let now = home.folder().prints(before.names());
        assert_eq!(before.changed(&now), ["settings.json"]);
    }

    #[test]
    fn a_file_that_comes_or_goes_has_changed() {
        let home = Home::new();
        home.put("settings.json", "one");
        let before = home
            .folder()
            .prints(["settings.json", "weeks/2026-W48.json"]);
        fs::remove_file(home.path("settings.json")).unwrap();
        home.put("weeks/2026-W48.json", "week");
        let now = home.folder().prints(before.names());
        assert_eq!(
            before.changed(&now),
            ["settings.json", "weeks/2026-W48.json"]
        );
    }

    #[test]
    fn the_print_of_a_reading_is_that_of_the_file() {
        let home = Home::new();
        home.put("settings.json", "one");
        let read = home.folder().read("settings.json").unwrap().unwrap();
        let mut known = Prints::default();
        known.set("settings.json", read.print);
        assert_eq!(known, home.folder().prints(["settings.json"]));
    }

    #[test]
    fn a_print_of_nothing_makes_nothing() {
        let home = Home::new();
        let prints = home.folder().prints(["settings.json"]);
        assert_eq!(
            prints,
            Prints(BTreeMap::from([(
                "settings.json".to_owned(),
                Print::Missing
            )]))
        );
        assert!(!home.path("").exists());
    }
}

//! Noticing that another program has changed what is on the screen.

use super::folder::Folder;
use super::print::Prints;

/// The files on the screen, as they stood when they were read.
///
/// Looking costs one question to the system for each file, and opens none.
#[derive(Debug, Clone)]
pub struct Watch {
    folder: Folder,
    prints: Prints,
}

impl Watch {
    /// Watches what was loaded; `prints` came with it.
    pub fn new(folder: &Folder, prints: Prints) -> Self {
        Self {
            folder: folder.clone(),
            prints,
        }
    }

    /// The names of the files that are no longer what was read, sorted. A file may also have
    /// come or gone.
    pub fn changed(&self) -> Vec<String> {
        let now = self.folder.prints(self.prints.names());
        let changed = self.prints.changed(&now).into_iter();
        changed.map(str::to_owned).collect()
    }

    /// Whether anything has changed.
    pub fn has_changed(&self) -> bool {
        let now = self.folder.prints(self.prints.names());
        self.prints != now
    }
}

#[cfg(test)]
mod tests {
    use super::super::Store;
    use super::super::faulty::Home;
    use super::*;
    use crate::domain::{Currency, Language, Law, Settings};

    const WEEK: &str = r#"{ "version": 2, "week": "2026-W48" }"#;

    fn store(home: &Home) -> Store {
        let defaults = Settings::new(Language::En, Currency::CNY, Law::Cn);
        Store::at(home.path(""), defaults)
    }

    fn watch(home: &Home) -> Watch {
        let loaded = store(home).load("2026-W48".parse().unwrap(), 12);
        Watch::new(store(home).folder(), loaded.prints)
    }

    #[test]
    fn nothing_has_changed_before_it_has() {
        let home = Home::new();
        home.put("weeks/2026-W48.json", WEEK);
        assert!(!watch(&home).has_changed());
        assert!(!watch(&Home::new()).has_changed());
    }

    #[test]
    fn a_file_that_comes_goes_or_changes_is_noticed() {
        let home = Home::new();
        home.put("weeks/2026-W48.json", WEEK);
        let watch = watch(&home);
        home.put("weeks/2026-W48.json", "{");
        home.put("weeks/2026-W47.json", "{");
        home.put("weeks/2026-W49.json", "{");
        home.put("settings.json", "{");
        home.put("weeks/2026-W30.json", "{");
        assert!(watch.has_changed());
        assert_eq!(
            watch.changed(),
            [
                "settings.json",
                "weeks/2026-W47.json",
                "weeks/2026-W48.json",
                "weeks/2026-W49.json"
            ]
        );
    }
}

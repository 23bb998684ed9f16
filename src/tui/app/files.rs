//! Where the weeks on the screen come from.

use crate::domain::WeekId;
use crate::domain::change::Change;
use crate::store::{Ahead, Loaded, Saved, Store, StoreError, Watch};

/// How many weeks before the one looked at are read.
pub(super) const HISTORY: usize = 12;

/// The store as the screens use it; tests have one of their own.
pub(super) trait Files {
    /// A week with what is needed to judge it.
    fn load(&mut self, week: WeekId) -> Loaded;

    /// Makes an edit at once; `None` while another program writes.
    fn try_apply(&mut self, change: &Change) -> Result<Option<Saved>, StoreError>;

    /// Brings what was loaded up to date after an edit of the screens' own.
    fn refresh(&mut self, loaded: &mut Loaded, change: &Change, saved: &Saved);

    /// How many of the files that were loaded another program has changed since.
    fn changed(&mut self) -> usize;
}

/// The files of a store, and how they stood when they were read.
pub(super) struct StoreFiles {
    store: Store,
    watch: Option<Watch>,
    /// What the first load will need.
    ahead: Option<Ahead>,
}

impl StoreFiles {
    /// Begins to read what the first week is judged by, while the terminal is taken.
    pub(super) fn reading_ahead(store: Store, first: WeekId) -> Self {
        Self {
            ahead: Some(store.ahead(first, HISTORY)),
            store,
            watch: None,
        }
    }

    fn watch(&mut self, loaded: &Loaded) {
        self.watch = Some(Watch::new(self.store.folder(), loaded.prints.clone()));
    }
}

impl Files for StoreFiles {
    fn load(&mut self, week: WeekId) -> Loaded {
        let ahead = self.ahead.take().filter(|ahead| ahead.week() == week);
        let ahead = ahead.unwrap_or_else(|| self.store.ahead(week, HISTORY));
        let loaded = self.store.load_with(ahead);
        self.watch(&loaded);
        loaded
    }

    fn try_apply(&mut self, change: &Change) -> Result<Option<Saved>, StoreError> {
        self.store.try_apply(change)
    }

    /// Most edits are about the week on the screen alone; after all others everything is read
    /// again.
    fn refresh(&mut self, loaded: &mut Loaded, change: &Change, saved: &Saved) {
        let id = loaded.week.week;
        let touches_settings = saved.prints.names().any(|name| !name.contains("weeks"));
        let is_alone = change.weeks() == [id] && !touches_settings && loaded.faults.is_empty();
        if is_alone {
            loaded.week = saved.books.week(id);
            loaded.prints.extend(saved.prints.clone());
            self.watch(loaded);
        } else {
            *loaded = self.load(id);
        }
    }

    fn changed(&mut self) -> usize {
        self.watch.as_ref().map_or(0, |watch| watch.changed().len())
    }
}

//! Where the weeks on the screen come from.

use crate::domain::change::Change;
use crate::domain::{Moment, Week, WeekId};
use crate::planning::{History, means_need_more_history, needs_more_history};
use crate::store::{Ahead, Loaded, Saved, Store, StoreError, Watch};
use crate::tui::dialogs::Browsing;

/// How many weeks before the one looked at are read.
pub(super) const HISTORY: usize = 12;

/// How many of them the first frame waits for, where its figures take no more.
const SOON: usize = 2;

/// How many it waits for where they do.
const LATER: [usize; 2] = [4, HISTORY];

/// The store as the screens use it; tests have one of their own.
pub(super) trait Files {
    /// A week with what is needed to judge it.
    fn load(&mut self, week: WeekId) -> Loaded;

    /// Adds what the first frame could do without; says whether there was any.
    fn complete(&mut self, loaded: &mut Loaded) -> bool;

    /// Makes an edit at once; `None` while another program writes.
    fn try_apply(&mut self, change: &Change) -> Result<Option<Saved>, StoreError>;

    /// Brings what was loaded up to date after an edit of the screens' own.
    fn refresh(&mut self, loaded: &mut Loaded, change: &Change, saved: &Saved);

    /// Begins to go through all weeks for what can be found in them.
    fn browse(&mut self) -> Browsing;

    /// How many of the files that were loaded another program has changed since.
    fn changed(&mut self) -> usize;
}

/// The files of a store, and how they stood when they were read.
pub(super) struct StoreFiles {
    store: Store,
    watch: Option<Watch>,
    /// What is read for the first frame, and when that is.
    ahead: Option<(Ahead, Moment)>,
    /// The first frame has room for the means of the review.
    shows_means: bool,
    /// What is loaded has less history than is read for a week.
    is_short: bool,
}

impl StoreFiles {
    /// Begins to read what the first week is judged by, while the terminal is taken.
    pub(super) fn reading_ahead(store: Store, first: WeekId, now: Moment) -> Self {
        Self {
            ahead: Some((store.ahead(first, SOON), now)),
            store,
            watch: None,
            shows_means: true,
            is_short: false,
        }
    }

    /// Has the first frame wait for the means of the review only if it has room for them.
    pub(super) fn show_means(&mut self, have_room: bool) {
        self.shows_means = have_room;
    }

    fn watch(&mut self, loaded: &Loaded) {
        self.watch = Some(Watch::new(self.store.folder(), loaded.prints.clone()));
    }

    /// The first week, with as much of its history as its figures take.
    fn load_first(&mut self, ahead: Ahead, now: Moment) -> Loaded {
        let mut loaded = self.store.load_with(ahead);
        for count in LATER {
            self.is_short = !self.needs_more(&loaded, now);
            if self.is_short {
                return loaded;
            }
            self.store.complete(&mut loaded, count);
        }
        loaded
    }

    fn needs_more(&self, loaded: &Loaded, now: Moment) -> bool {
        let history = History::new(&loaded.earlier, loaded.next.as_ref());
        let (week, settings) = (&loaded.week, &loaded.settings);
        needs_more_history(week, &history, settings, now)
            || (self.shows_means && means_need_more_history(week, &history, settings, now))
    }
}

impl Files for StoreFiles {
    fn load(&mut self, week: WeekId) -> Loaded {
        self.is_short = false;
        let ahead = self.ahead.take();
        let loaded = match ahead.filter(|(ahead, _)| ahead.week() == week) {
            Some((ahead, now)) => self.load_first(ahead, now),
            None => self.store.load(week, HISTORY),
        };
        self.watch(&loaded);
        loaded
    }

    fn complete(&mut self, loaded: &mut Loaded) -> bool {
        if !std::mem::take(&mut self.is_short) {
            return false;
        }
        self.store.complete(loaded, HISTORY);
        self.watch(loaded);
        true
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
            loaded.week.clone_from(&saved.books.week(id));
            loaded.bring_repeats();
            loaded.prints.extend(saved.prints.clone());
            self.watch(loaded);
        } else {
            *loaded = self.load(id);
        }
    }

    fn browse(&mut self) -> Browsing {
        self.store.browse(Week::mentions)
    }

    fn changed(&mut self) -> usize {
        self.watch.as_ref().map_or(0, |watch| watch.changed().len())
    }
}

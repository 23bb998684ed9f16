//! Going through every week of the store, on threads of its own, the newest first.
//!
//! A week is seen with what repeats bring to it, as wherever one looks at a week; where the
//! settings cannot be read, it is what its file has. Of each week only what the caller keeps of
//! it stays in memory; the week itself is gone before the next one is read. A week that cannot
//! be read is a fault among the others. Nobody who lets go of the receiver has to wait: the
//! threads end with the file they are at.
//!
//! ```
//! # use salesweek::domain::{Currency, Language, Law, Settings, Week};
//! # use salesweek::store::{Browsed, Store};
//! # let home = tempfile::tempdir()?;
//! # std::fs::create_dir(home.path().join("weeks"))?;
//! # std::fs::write(home.path().join("weeks/2026-W48.json"), r#"{ "version": 1, "week": "2026-W48" }"#)?;
//! let store = Store::at(home.path(), Settings::new(Language::En, Currency::CNY, Law::Cn));
//! for browsed in store.browse(Week::has_targets) {
//!     assert_eq!(browsed, Browsed::Week("2026-W48".parse()?, false));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::folder::Folder;
use super::names::{WEEKS, file_of};
use super::open::{Store, read_week, weeks};
use super::store_error::StoreError;
use crate::domain::{Settings, Week, WeekId};

/// How many threads read, at most.
const READERS: usize = 4;

/// One step on the way through all weeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Browsed<T> {
    /// A week, and what was kept of it.
    Week(WeekId, T),
    /// A file that cannot be read, or the folder of them, and why.
    Fault(String, StoreError),
}

impl Store {
    /// Goes through all weeks that have a file, about in the order from the newest to the
    /// oldest; the receiver ends behind the last one.
    pub fn browse<T: Send + 'static>(&self, keep: fn(&Week) -> T) -> Receiver<Browsed<T>> {
        let (sender, receiver) = channel();
        let store = self.clone();
        let read_all = move || Browsing::read_all(&store, keep, &sender);
        // Where no thread can be had, the caller has to wait.
        let started = thread::Builder::new().spawn(read_all.clone());
        if started.is_err() {
            read_all();
        }
        receiver
    }
}

/// What is to be read, by all who read.
struct Browsing<T> {
    folder: Folder,
    /// None where they cannot be read.
    settings: Option<Settings>,
    keep: fn(&Week) -> T,
    /// The newest first.
    weeks: Vec<WeekId>,
    taken: AtomicUsize,
}

impl<T: Send + 'static> Browsing<T> {
    /// Finds the weeks, calls others to help, and reads with them.
    fn read_all(store: &Store, keep: fn(&Week) -> T, sender: &Sender<Browsed<T>>) {
        let folder = store.folder().clone();
        let weeks = match weeks(&folder) {
            Ok(weeks) => weeks.into_iter().rev().collect(),
            Err(error) => {
                // Who does not listen any more need not know.
                let _ = sender.send(Browsed::Fault(WEEKS.to_owned(), error));
                return;
            }
        };
        let browsing = Arc::new(Self {
            folder,
            settings: store.settings().ok(),
            keep,
            weeks,
            taken: AtomicUsize::new(0),
        });
        for _ in 1..readers() {
            let (browsing, sender) = (Arc::clone(&browsing), sender.clone());
            // A thread that cannot be had leaves its share to the others.
            let _ = thread::Builder::new().spawn(move || browsing.read(&sender));
        }
        browsing.read(sender);
    }

    /// Reads one week after another until none is left, or nobody listens.
    fn read(&self, sender: &Sender<Browsed<T>>) {
        let take = || self.weeks.get(self.taken.fetch_add(1, Ordering::Relaxed));
        for week in std::iter::from_fn(take) {
            let browsed = match read_week(&self.folder, *week) {
                Ok(Some(read)) => Browsed::Week(*week, self.kept(read.value)),
                // It went while the others were read.
                Ok(None) => continue,
                Err(error) => Browsed::Fault(file_of(*week), error),
            };
            if sender.send(browsed).is_err() {
                return;
            }
        }
    }

    fn kept(&self, mut week: Week) -> T {
        if let Some(settings) = &self.settings {
            week.bring_repeats(settings);
        }
        (self.keep)(&week)
    }
}

/// One for each processor but the one that draws.
fn readers() -> usize {
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    processors.saturating_sub(1).clamp(1, READERS)
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use super::super::faulty::Home;
    use super::*;
    use crate::domain::{Currency, Language, Law};

    fn store(home: &Home) -> Store {
        let defaults = Settings::new(Language::En, Currency::CNY, Law::None);
        Store::at(home.path(""), defaults)
    }

    fn note_of(week: &Week) -> String {
        week.outlook.note.clone()
    }

    fn put(home: &Home, week: &str, note: &str) {
        let text = format!(
            "{{ \"version\": 1, \"week\": \"{week}\", \"outlook\": {{ \"note\": \"{note}\" }} }}"
        );
        home.put(&format!("weeks/{week}.json"), &text);
    }

    #[test]
    fn every_week_is_kept_in_part_and_a_bad_one_is_a_fault_among_them() {
        let home = Home::new();
        put(&home, "2024-W01", "old");
        put(&home, "2026-W49", "new");
        home.put("weeks/2026-W48.json", "{");
        home.put("weeks/2026-W48.json.bad-1", "{");
        let mut kept = Vec::new();
        let mut faults = Vec::new();
        for browsed in store(&home).browse(note_of) {
            match browsed {
                Browsed::Week(week, note) => kept.push((week.to_string(), note)),
                Browsed::Fault(file, _) => faults.push(file),
            }
        }
        kept.sort();
        let of = |week: &str, note: &str| (week.to_owned(), note.to_owned());
        assert_eq!(kept, [of("2024-W01", "old"), of("2026-W49", "new")]);
        assert_eq!(faults, ["weeks/2026-W48.json"]);
    }

    #[test]
    fn a_store_that_is_not_there_has_no_weeks_and_is_not_made() {
        let home = Home::new();
        assert_eq!(store(&home).browse(note_of).iter().count(), 0);
        assert!(!home.path("").exists());
    }

    #[test]
    fn who_does_not_listen_is_not_waited_for() {
        let home = Home::new();
        put(&home, "2026-W48", "");
        drop(store(&home).browse(note_of));
    }
}

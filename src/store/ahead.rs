//! Reading the weeks before another one, ahead of need and side by side.
//!
//! The screens have something else to do meanwhile: they take the terminal. The newest weeks
//! come first, and what can be drawn by them alone is drawn before the others are there.
//!
//! ```text
//! begin ─┬─ helpers read ──────────────────────────▶
//!        └─ the caller's own work ─ newest(4) ─ draw ─ all
//! ```

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{self, JoinHandle};

use super::folder::Folder;
use super::names::WEEKS;
use super::open::{Reading, weeks};
use super::print::Prints;
use super::store_error::StoreError;
use crate::domain::{Week, WeekId};

/// How many threads read beside the caller, at most.
const HELPERS: usize = 2;
/// How many weeks are worth a thread.
const SHARE: usize = 3;

/// Weeks that are being read.
#[derive(Debug)]
#[must_use = "what is read ahead is to be used"]
pub struct Ahead {
    week: WeekId,
    queue: Arc<Queue>,
    /// A thread that cannot be had leaves its share to the others.
    helpers: Vec<JoinHandle<()>>,
    arriving: Receiver<Arrived>,
    /// What has been read and not been handed out yet, by its place.
    here: BTreeMap<usize, Arrived>,
    handed_out: usize,
    fault: Option<StoreError>,
}

/// What is to be read, the newest first, by whoever comes.
#[derive(Debug)]
struct Queue {
    folder: Folder,
    weeks: Vec<WeekId>,
    taken: AtomicUsize,
}

/// Weeks that were read, the newest first, and those that could not be.
#[derive(Debug, Default)]
pub(super) struct Share {
    pub(super) weeks: Vec<Week>,
    pub(super) faults: BTreeMap<String, StoreError>,
    pub(super) prints: Prints,
}

/// One week that was read, or could not be.
#[derive(Debug)]
struct Arrived {
    place: usize,
    week: Option<Week>,
    faults: BTreeMap<String, StoreError>,
    prints: Prints,
}

impl Ahead {
    /// Begins to read the newest `history` weeks before `week`.
    pub(super) fn begin(folder: &Folder, week: WeekId, history: usize) -> Self {
        let (weeks, fault) = match weeks(folder) {
            Ok(weeks) => (weeks, None),
            Err(error) => (Vec::new(), Some(error)),
        };
        let before = weeks.into_iter().rev().filter(|other| *other < week);
        let queue = Arc::new(Queue {
            folder: folder.clone(),
            weeks: before.take(history).collect(),
            taken: AtomicUsize::new(0),
        });
        let (sender, arriving) = channel();
        let helpers = (queue.weeks.len() / SHARE).min(HELPERS);
        let helper = |_| {
            let (queue, sender) = (Arc::clone(&queue), sender.clone());
            thread::Builder::new()
                .spawn(move || queue.help(&sender))
                .ok()
        };
        Self {
            week,
            helpers: (0..helpers).filter_map(helper).collect(),
            queue,
            arriving,
            here: BTreeMap::new(),
            handed_out: 0,
            fault,
        }
    }

    /// The week before which all of them lie.
    pub fn week(&self) -> WeekId {
        self.week
    }

    /// The newest `count` weeks that have not been handed out yet, or as many as there are.
    pub(super) fn newest(&mut self, count: usize) -> Share {
        let end = self.handed_out.saturating_add(count);
        let end = end.min(self.queue.weeks.len());
        self.wait_for(end);
        let mut share = Share::default();
        if let Some(error) = self.fault.take() {
            share.faults.insert(WEEKS.to_owned(), error);
        }
        for place in self.handed_out..end {
            if let Some(arrived) = self.here.remove(&place) {
                share.faults.extend(arrived.faults);
                share.prints.extend(arrived.prints);
                share.weeks.extend(arrived.week);
            }
        }
        self.handed_out = end;
        share
    }

    /// All weeks that have not been handed out yet.
    pub(super) fn rest(mut self) -> Share {
        self.newest(usize::MAX)
    }

    /// Waits for the newest `count` weeks, and reads those that nobody has begun.
    fn wait_for(&mut self, count: usize) {
        while let Some(arrived) = self.queue.next(count) {
            self.here.insert(arrived.place, arrived);
        }
        let is_here = |here: &BTreeMap<_, _>, from| (from..count).all(|at| here.contains_key(&at));
        while !is_here(&self.here, self.handed_out) {
            match self.arriving.recv() {
                Ok(arrived) => drop(self.here.insert(arrived.place, arrived)),
                Err(_) => return self.say_why_a_helper_ended(),
            }
        }
    }

    /// Only a panic ends a helper before its work is done; it goes on here.
    fn say_why_a_helper_ended(&mut self) {
        for helper in self.helpers.drain(..) {
            helper.join().unwrap_or_else(|panic| resume_unwind(panic));
        }
    }
}

impl Queue {
    /// Reads the next of the newest `count` weeks that nobody has begun yet.
    fn next(&self, count: usize) -> Option<Arrived> {
        let next = |taken: usize| (taken < count).then(|| taken.saturating_add(1));
        let taken = self
            .taken
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, next);
        let place = taken.ok()?;
        let mut reading = Reading::new(&self.folder);
        let week = reading.week(*self.weeks.get(place)?);
        Some(Arrived {
            place,
            week,
            faults: reading.faults,
            prints: reading.prints,
        })
    }

    /// Reads until nothing is left to read, or nobody waits for it any more.
    fn help(&self, sender: &Sender<Arrived>) {
        while let Some(arrived) = self.next(self.weeks.len()) {
            if sender.send(arrived).is_err() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use super::super::faulty::Home;
    use super::super::{Loaded, Store};
    use crate::domain::{Currency, Language, Law, Settings};

    fn store(home: &Home) -> Store {
        let defaults = Settings::new(Language::En, Currency::CNY, Law::None);
        Store::at(home.path(""), defaults)
    }

    fn put(home: &Home, week: u32, more: &str) {
        let text = format!("{{ \"version\": 1, \"week\": \"2026-W{week:02}\"{more} }}");
        home.put(&format!("weeks/2026-W{week:02}.json"), &text);
    }

    fn numbers(loaded: &Loaded) -> Vec<u32> {
        let earlier = loaded.earlier.iter();
        earlier.map(|week| week.week.number()).collect()
    }

    #[test]
    fn weeks_read_side_by_side_come_newest_first_with_all_faults() {
        let home = Home::new();
        for week in 30..=48 {
            put(&home, week, "");
        }
        put(&home, 38, ", \"unknown\": 1");
        put(&home, 45, ", \"unknown\": 1");
        let loaded = store(&home).load("2026-W48".parse().unwrap(), 12);
        assert_eq!(numbers(&loaded), [47, 46, 44, 43, 42, 41, 40, 39, 37, 36]);
        let faults: Vec<_> = loaded.faults.keys().map(String::as_str).collect();
        assert_eq!(faults, ["weeks/2026-W38.json", "weeks/2026-W45.json"]);
        assert_eq!(loaded.prints.names().count(), 15);
    }

    #[test]
    fn the_newest_weeks_come_first_and_the_others_when_asked_for() {
        let home = Home::new();
        (30..=48).for_each(|week| put(&home, week, ""));
        let store = store(&home);
        let mut ahead = store.ahead("2026-W48".parse().unwrap(), 12);
        let mut loaded = store.load_newest(&mut ahead, 4);
        assert_eq!(numbers(&loaded), [47, 46, 45, 44]);
        loaded.complete(ahead);
        assert_eq!(loaded, store.load("2026-W48".parse().unwrap(), 12));
        assert_eq!(numbers(&loaded)[4..], [43, 42, 41, 40, 39, 38, 37, 36]);
    }

    #[test]
    fn a_week_written_meanwhile_is_the_new_one() {
        let home = Home::new();
        (46..=48).for_each(|week| put(&home, week, ""));
        let store = store(&home);
        let mut ahead = store.ahead("2026-W48".parse().unwrap(), 12);
        put(&home, 48, ", \"outlook\": { \"market\": \"weak\" }");
        let loaded = store.load_newest(&mut ahead, 12);
        assert_eq!(loaded.week.outlook.market, crate::domain::Market::Weak);
        assert_eq!(numbers(&loaded), [47, 46]);
    }
}

//! Reading the weeks before another one, ahead of need and side by side.
//!
//! The screens begin with the newest, and have something else to do meanwhile: they take the
//! terminal. What can be drawn by these alone is drawn before the others are read.

use std::collections::BTreeMap;
use std::iter::successors;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};

use super::folder::Folder;
use super::names::{WEEKS, file_of};
use super::open::{Reading, weeks};
use super::print::Prints;
use super::store_error::StoreError;
use crate::domain::{Week, WeekId};

/// How many threads read besides the caller's, at most.
const HELPERS: usize = 3;
/// How many weeks are worth one; a single week is read sooner than a thread begins.
const SHARE: usize = 2;

/// Weeks that are being read.
#[derive(Debug)]
#[must_use = "what is read ahead is to be used"]
pub struct Ahead {
    week: WeekId,
    queue: Arc<Queue>,
    /// A thread that cannot be had leaves its share to the others.
    helpers: Vec<JoinHandle<Share>>,
    fault: Option<(String, StoreError)>,
}

/// What is to be read, by whoever comes.
#[derive(Debug)]
struct Queue {
    folder: Folder,
    weeks: Vec<WeekId>,
    taken: AtomicUsize,
}

/// What was read, and what could not be.
#[derive(Debug, Default)]
pub(super) struct Share {
    pub(super) weeks: Vec<Week>,
    pub(super) faults: BTreeMap<String, StoreError>,
    pub(super) prints: Prints,
}

impl Ahead {
    /// Begins to read those of the newest `history` weeks before `week` that are not among
    /// what is `known`.
    pub(super) fn begin(folder: &Folder, week: WeekId, history: usize, known: &Prints) -> Self {
        let (mut weeks, fault) = match newest(folder, week, history) {
            Ok(weeks) => (weeks, None),
            Err(error) => (Vec::new(), Some((WEEKS.to_owned(), error))),
        };
        weeks.retain(|week| !known.has(&file_of(*week)));
        let queue = Arc::new(Queue {
            folder: folder.clone(),
            weeks,
            taken: AtomicUsize::new(0),
        });
        let helpers = (queue.weeks.len() / SHARE).min(HELPERS);
        let helper = |_| {
            let queue = Arc::clone(&queue);
            thread::Builder::new().spawn(move || queue.share()).ok()
        };
        Self {
            week,
            helpers: (0..helpers).filter_map(helper).collect(),
            queue,
            fault,
        }
    }

    /// The week before which all of them lie.
    pub fn week(&self) -> WeekId {
        self.week
    }

    /// The weeks that were read, the newest first, without those that could not be.
    pub fn weeks(self) -> Vec<Week> {
        self.finish().weeks
    }

    /// All that was read, the newest week first; reads what nobody has begun yet.
    pub(super) fn finish(self) -> Share {
        let mut all = self.queue.share();
        all.faults.extend(self.fault);
        for helper in self.helpers {
            let share = helper.join();
            let share = share.unwrap_or_else(|panic| resume_unwind(panic));
            all.weeks.extend(share.weeks);
            all.faults.extend(share.faults);
            all.prints.extend(share.prints);
        }
        all.weeks
            .sort_unstable_by_key(|week| std::cmp::Reverse(week.week));
        all
    }
}

/// The newest `count` weeks before another that have a file, the newest first.
fn newest(folder: &Folder, week: WeekId, count: usize) -> Result<Vec<WeekId>, StoreError> {
    let before = |week: &WeekId| week.plus(-1);
    let unbroken: Vec<_> = successors(before(&week), before).take(count).collect();
    // Who works each week has them all; years of others need not be gone through then.
    if unbroken.iter().all(|week| folder.has(&file_of(*week))) {
        return Ok(unbroken);
    }
    let weeks = weeks(folder)?.into_iter().rev();
    Ok(weeks.filter(|other| *other < week).take(count).collect())
}

impl Queue {
    fn share(&self) -> Share {
        let mut reading = Reading::new(&self.folder);
        let take = || self.weeks.get(self.taken.fetch_add(1, Ordering::Relaxed));
        let weeks = std::iter::from_fn(take).filter_map(|week| reading.week(*week));
        Share {
            weeks: weeks.collect(),
            faults: reading.faults,
            prints: reading.prints,
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
    fn what_is_missing_is_read_when_it_is_asked_for() {
        let home = Home::new();
        (30..=48).for_each(|week| put(&home, week, ""));
        put(&home, 46, ", \"unknown\": 1");
        let (store, week) = (store(&home), "2026-W48".parse().unwrap());
        let mut loaded = store.load(week, 4);
        assert_eq!(numbers(&loaded), [47, 45, 44]);
        store.complete(&mut loaded, 12);
        assert_eq!(loaded, store.load(week, 12));
        assert_eq!(numbers(&loaded)[3..], [43, 42, 41, 40, 39, 38, 37, 36]);
    }

    #[test]
    fn a_week_written_meanwhile_is_the_new_one() {
        let home = Home::new();
        (46..=48).for_each(|week| put(&home, week, ""));
        let store = store(&home);
        let ahead = store.ahead("2026-W48".parse().unwrap(), 12);
        put(&home, 48, ", \"outlook\": { \"market\": \"weak\" }");
        let loaded = store.load_with(ahead);
        assert_eq!(loaded.week.outlook.market, crate::domain::Market::Weak);
        assert_eq!(numbers(&loaded), [47, 46]);
    }
}

//! Reading the weeks before another one, ahead of need and side by side.
//!
//! No figure may change when history arrives late, so the first frame waits for it; and
//! `log` needs it to say what the day owes. Both have something else to wait for meanwhile.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};

use super::folder::Folder;
use super::names::WEEKS;
use super::open::{Reading, weeks};
use super::print::Prints;
use super::store_error::StoreError;
use crate::domain::{Week, WeekId};

/// How many threads read, the caller's included, at most.
const READERS: usize = 4;
/// How many weeks are worth a thread.
const SHARE: usize = 3;

/// Weeks that are being read.
#[derive(Debug)]
#[must_use = "what is read ahead is to be used"]
pub struct Ahead {
    week: WeekId,
    queue: Arc<Queue>,
    /// A thread that cannot be had leaves its share to the others.
    helpers: Vec<JoinHandle<Share>>,
    fault: Option<StoreError>,
}

/// What is to be read, by whoever comes.
#[derive(Debug)]
struct Queue {
    folder: Folder,
    weeks: Vec<WeekId>,
    taken: AtomicUsize,
}

/// What one reader has read.
#[derive(Debug)]
struct Share {
    weeks: Vec<Week>,
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
        let readers = queue.weeks.len().div_ceil(SHARE).min(READERS);
        let helper = |_| {
            let queue = Arc::clone(&queue);
            thread::Builder::new().spawn(move || queue.share()).ok()
        };
        Self {
            week,
            helpers: (1..readers).filter_map(helper).collect(),
            queue,
            fault,
        }
    }

    /// The week before which all of them lie.
    pub fn week(&self) -> WeekId {
        self.week
    }

    /// The weeks, the newest first; reads what nobody has begun yet.
    pub(super) fn finish(self, reading: &mut Reading<'_>) -> Vec<Week> {
        if let Some(error) = self.fault {
            reading.faults.insert(WEEKS.to_owned(), error);
        }
        let mut all = Vec::with_capacity(self.queue.weeks.len());
        let own = self.queue.share();
        let others = self.helpers.into_iter().map(|helper| {
            let share = helper.join();
            share.unwrap_or_else(|panic| resume_unwind(panic))
        });
        for share in std::iter::once(own).chain(others) {
            reading.faults.extend(share.faults);
            reading.prints.extend(share.prints);
            all.extend(share.weeks);
        }
        all.sort_by_key(|week| Reverse(week.week));
        all
    }
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

    use super::super::Store;
    use super::super::faulty::Home;
    use crate::domain::{Currency, Language, Law, Settings};

    fn store(home: &Home) -> Store {
        let defaults = Settings::new(Language::En, Currency::CNY, Law::None);
        Store::at(home.path(""), defaults)
    }

    fn put(home: &Home, week: u32, more: &str) {
        let text = format!("{{ \"version\": 1, \"week\": \"2026-W{week:02}\"{more} }}");
        home.put(&format!("weeks/2026-W{week:02}.json"), &text);
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
        let numbers: Vec<_> = loaded
            .earlier
            .iter()
            .map(|week| week.week.number())
            .collect();
        assert_eq!(numbers, [47, 46, 44, 43, 42, 41, 40, 39, 37, 36]);
        let faults: Vec<_> = loaded.faults.keys().map(String::as_str).collect();
        assert_eq!(faults, ["weeks/2026-W38.json", "weeks/2026-W45.json"]);
        assert_eq!(loaded.prints.names().count(), 15);
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
        assert_eq!(loaded.earlier.len(), 2);
    }
}

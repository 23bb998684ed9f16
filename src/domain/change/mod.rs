//! Edits of the data, in the domain's words: the only way in which data changes.
//!
//! A [`Change`] is applied to the freshly read files it concerns ([`Books`]) and gives back
//! the change that takes it back. What that one expects to find stands in it, so that an undo
//! never overwrites what another program has written meanwhile.
//!
//! Each noun has a file with its verbs. A verb only makes its edit; what takes it back is
//! found by comparing the week before with the week after, record by record (`patch.rs`), so
//! that no verb can forget a part of its opposite.
//!
//! ```
//! # use salesweek::domain::{change::*, *};
//! let at: Moment = "2026-11-25T09:00:00+08:00".parse()?;
//! let settings = Settings::new(Language::En, Currency::parse("CNY").unwrap(), Law::Cn);
//! let mut books = Books::new(settings);
//! let set = TargetSet::new("calls".parse()?, Amount::new(50), at);
//! let week = at.day().week();
//! let done = Change::Week(week, TargetChange::Set(set).into()).apply(&mut books)?;
//! assert!(books.week(week).has_targets());
//! done.undo.apply(&mut books)?;
//! assert_eq!(*books.week(week), Week::new(week));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod activity;
mod books;
mod carry;
mod day;
mod error;
mod event;
mod money;
mod patch;
mod review;
mod seal;
mod settings;
mod target;
mod task;

#[cfg(test)]
mod tests;

pub use activity::ActivityChange;
pub use books::Books;
pub use carry::Carry;
pub use day::DayChange;
pub use error::{ChangeError, Noun};
pub use event::EventChange;
pub use patch::Patch;
pub use review::{MissOf, ReviewChange};
pub use seal::{SealWeek, Unseal, shown_metrics};
pub use settings::{MetricField, RepeatChange, SettingsChange, SettingsPatch};
pub use target::{Stretch, TargetChange, TargetSet};
pub use task::{TaskChange, TaskField};

use super::{Amount, Settings, TaskId, Week, WeekId};

/// The largest amount that is accepted, either way, in the metric's smallest unit: with the
/// most entries a week may have, no sum leaves 64 bits.
pub const LARGEST_AMOUNT: Amount = Amount::new(10_000_000_000_000);

/// One edit of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Of one week's file.
    Week(WeekId, WeekChange),
    /// Of the settings.
    Settings(SettingsChange),
    /// A task handed to another week.
    Carry(Carry),
    /// A week's review finished, and the next week begun.
    Seal(SealWeek),
    /// What takes a seal back.
    Unseal(Unseal),
    /// One key, many edits: all of them or none.
    Several(Vec<Self>),
}

/// One edit of one week, by its noun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WeekChange {
    /// Of targets, pins, the focus and the market outlook.
    Target(TargetChange),
    /// Of tasks.
    Task(TaskChange),
    /// Of entries.
    Activity(ActivityChange),
    /// Of closed days.
    Day(DayChange),
    /// Of events.
    Event(EventChange),
    /// Of the review's words and its seal.
    Review(ReviewChange),
    /// Takes an edit back, or makes it again.
    Restore(Patch),
}

/// What an edit has led to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Applied {
    /// The edit that takes it back.
    pub undo: Change,
    /// How many records it left alone because they had been touched since.
    pub left: usize,
}

impl Change {
    /// The weeks it reads and may write, in the order in which they are to be written: the
    /// last one is the commit.
    ///
    /// A week to which a task goes comes before the one it comes from, whatever the order in
    /// which a list names them; else the order is the list's.
    pub fn weeks(&self) -> Vec<WeekId> {
        let (mut open, mut firsts) = (Vec::new(), Vec::new());
        self.collect_weeks(&mut open, &mut firsts);
        let mut weeks = Vec::new();
        while !open.is_empty() {
            let must_wait = |week: &WeekId| {
                let mut firsts = firsts.iter();
                firsts.any(|(first, then)| then == week && open.contains(first))
            };
            // Tasks that change places between two weeks leave none that is free.
            let free = open.iter().position(|week| !must_wait(week)).unwrap_or(0);
            weeks.push(open.remove(free));
        }
        weeks
    }

    /// Adds its weeks, and each pair of which the one must be written before the other.
    fn collect_weeks(&self, weeks: &mut Vec<WeekId>, firsts: &mut Vec<(WeekId, WeekId)>) {
        let mut add = |week: WeekId| {
            if !weeks.contains(&week) {
                weeks.push(week);
            }
        };
        let pair = match self {
            Self::Week(week, _) => return add(*week),
            Self::Settings(change) => return change.weeks().into_iter().for_each(add),
            Self::Several(changes) => {
                for change in changes {
                    change.collect_weeks(weeks, firsts);
                }
                return;
            }
            Self::Carry(carry) => [carry.to, carry.from],
            Self::Seal(seal) => [seal.week.next(), seal.week],
            Self::Unseal(unseal) => unseal.weeks(),
        };
        let [first, then] = pair;
        pair.into_iter().for_each(add);
        firsts.push((first, then));
    }

    /// Whether it can be judged only with every week of the store at hand.
    pub fn needs_all_weeks(&self) -> bool {
        match self {
            Self::Settings(change) => change.needs_all_weeks(),
            Self::Several(changes) => changes.iter().any(Self::needs_all_weeks),
            Self::Week(..) | Self::Carry(_) | Self::Seal(_) | Self::Unseal(_) => false,
        }
    }

    /// Makes the edit and gives the one that takes it back, or leaves the books as they were.
    pub fn apply(self, books: &mut Books) -> Result<Applied, ChangeError> {
        match self {
            Self::Week(week, change) => change.apply_to(week, books),
            Self::Settings(change) => {
                let undo = Self::Settings(change.apply(books)?);
                Ok(Applied { undo, left: 0 })
            }
            Self::Carry(carry) => carry.apply(books),
            Self::Seal(seal) => seal.apply(books),
            Self::Unseal(unseal) => unseal.apply(books),
            Self::Several(changes) => books.attempt(|books| apply_all(changes, books)),
        }
    }
}

impl From<SettingsChange> for Change {
    fn from(change: SettingsChange) -> Self {
        Self::Settings(change)
    }
}

/// Applies all in order; the opposite runs backwards.
fn apply_all(changes: Vec<Change>, books: &mut Books) -> Result<Applied, ChangeError> {
    if let [
        Change::Week(first, WeekChange::Restore(step)),
        Change::Week(then, _),
    ] = &changes[..]
        && first != then
    {
        books.begin_again(*first, step);
    }
    let mut undo = Vec::new();
    let mut left: usize = 0;
    for change in changes {
        let applied = change.apply(books)?;
        undo.push(applied.undo);
        left = left.saturating_add(applied.left);
    }
    undo.reverse();
    let undo = Change::Several(undo);
    Ok(Applied { undo, left })
}

impl WeekChange {
    /// Makes the edit on a week of the books. An occurrence of a repeat that goes is remembered
    /// in the settings, or it would come again.
    fn apply_to(self, id: WeekId, books: &mut Books) -> Result<Applied, ChangeError> {
        let removed = self.removes();
        let occurrence = removed.and_then(|task| books.settings.occurrence(id, task));
        let except = occurrence.map(|(repeat, its)| RepeatChange::Except {
            id: repeat.id,
            nominal: its.nominal,
        });
        let Some(except) = except else {
            return self.apply_alone(id, books);
        };
        books.attempt(|books| {
            let gone = self.apply_alone(id, books)?;
            let back = SettingsChange::Repeat(except).apply(books)?;
            let undo = Change::Several(vec![Change::Settings(back), gone.undo]);
            Ok(Applied { undo, left: 0 })
        })
    }

    fn apply_alone(self, id: WeekId, books: &mut Books) -> Result<Applied, ChangeError> {
        let (undo, ()) = match self {
            // A step back knows the file as it was, without what repeats bring.
            Self::Restore(_) => books.edit_file(id, |week, settings| self.apply(week, settings))?,
            _ => books.edit(id, |week, settings| self.apply(week, settings))?,
        };
        let undo = Change::Week(id, Self::Restore(undo));
        Ok(Applied { undo, left: 0 })
    }

    /// The task that the edit takes away.
    fn removes(&self) -> Option<TaskId> {
        match self {
            Self::Task(TaskChange::Remove { id, .. }) => Some(*id),
            _ => None,
        }
    }

    /// Makes the edit on a week that is not sealed.
    fn apply(self, week: &mut Week, settings: &Settings) -> Result<(), ChangeError> {
        if week.is_sealed() && !self.opens() && !self.is_nothing() {
            return Err(ChangeError::Sealed(week.week));
        }
        match self {
            Self::Target(change) => change.apply(week, settings),
            Self::Task(change) => change.apply(week, settings),
            Self::Activity(change) => change.apply(week, settings),
            Self::Day(change) => change.apply(week),
            Self::Event(change) => change.apply(week, settings),
            Self::Review(change) => change.apply(week),
            Self::Restore(patch) => patch.apply(week, settings),
        }
    }

    /// Whether it leaves the week as it is, so that a seal does not forbid it: what a seal began
    /// in a week that had it all already.
    fn is_nothing(&self) -> bool {
        matches!(self, Self::Restore(patch) if patch.is_empty())
    }

    /// Whether it takes the seal off.
    fn opens(&self) -> bool {
        match self {
            Self::Review(change) => change.opens(),
            Self::Restore(patch) => patch.opens(),
            Self::Target(_) | Self::Task(_) | Self::Activity(_) | Self::Day(_) | Self::Event(_) => {
                false
            }
        }
    }
}

/// Lets a noun's change stand where a week's change is asked for.
macro_rules! week_change {
    ($($noun:ident($change:ty)),+) => { $(
        impl From<$change> for WeekChange {
            fn from(change: $change) -> Self {
                Self::$noun(change)
            }
        }
    )+ };
}

week_change!(
    Target(TargetChange),
    Task(TaskChange),
    Activity(ActivityChange),
    Day(DayChange),
    Event(EventChange),
    Review(ReviewChange)
);

//! The files an edit works on, freshly read.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::money::{drop_currency, note_currency};
use super::{ChangeError, Patch};
use crate::domain::{Settings, Task, Week, WeekId};

/// The settings and weeks that one edit may read and write.
///
/// A week that has no file yet is an empty one. Books that were copied before an edit share
/// with the edited ones all weeks that it left alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Books {
    /// The settings.
    pub settings: Settings,
    weeks: BTreeMap<WeekId, Arc<Week>>,
}

impl Books {
    /// Books without any week yet.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            weeks: BTreeMap::new(),
        }
    }

    /// Puts a week in, in place of what stood there.
    pub fn insert(&mut self, week: impl Into<Arc<Week>>) {
        let week = week.into();
        self.weeks.insert(week.week, week);
    }

    /// The week, or an empty one.
    pub fn week(&self, week: WeekId) -> Arc<Week> {
        let known = self.weeks.get(&week).cloned();
        known.unwrap_or_else(|| Arc::new(Week::new(week)))
    }

    /// The week as one sees it: with what repeats bring to it.
    pub(super) fn seen(&self, week: WeekId) -> Week {
        let mut week = Week::clone(&self.week(week));
        week.bring_repeats(&self.settings);
        week
    }

    /// All weeks at hand, the earliest first.
    pub fn weeks(&self) -> impl Iterator<Item = &Week> {
        self.weeks.values().map(Arc::as_ref)
    }

    /// Takes a week to where a step began, if all of the step is in the week already: the step
    /// was broken off before its next file, and is to be made again from its beginning.
    pub(super) fn begin_again(&mut self, week: WeekId, step: &Patch) {
        if let Some(mut before) = step.before(&self.week(week), &self.settings) {
            drop_currency(&mut before, &self.settings);
            before.sort();
            self.insert(before);
        }
    }

    /// Makes several edits, or none of them.
    pub(super) fn attempt<T>(
        &mut self,
        edits: impl FnOnce(&mut Self) -> Result<T, ChangeError>,
    ) -> Result<T, ChangeError> {
        let before = self.clone();
        let result = edits(self);
        if result.is_err() {
            *self = before;
        }
        result
    }

    /// Edits one week as one sees it, or leaves it as it was; gives what takes the edit back.
    ///
    /// What repeats bring is there as any other task. What the edit has touched of it is a
    /// task of the file from now on; the rest goes again.
    pub(super) fn edit<T>(
        &mut self,
        id: WeekId,
        edit: impl FnOnce(&mut Week, &Settings) -> Result<T, ChangeError>,
    ) -> Result<(Patch, T), ChangeError> {
        self.edit_file(id, |week, settings| {
            let brought = week.bring_repeats(settings);
            let result = edit(week, settings)?;
            week.leave_untouched(&brought);
            let is_brought = |task: &&Task| brought.iter().any(|known| known.id == task.id);
            let touched: Vec<Task> = week.tasks.iter().filter(is_brought).cloned().collect();
            for task in &touched {
                note_currency(week, settings, task)?;
            }
            Ok(result)
        })
    }

    /// Edits what the file has of one week.
    pub(super) fn edit_file<T>(
        &mut self,
        id: WeekId,
        edit: impl FnOnce(&mut Week, &Settings) -> Result<T, ChangeError>,
    ) -> Result<(Patch, T), ChangeError> {
        let before = self.week(id);
        let mut after = Week::clone(&before);
        let result = edit(&mut after, &self.settings)?;
        drop_currency(&mut after, &self.settings);
        after.sort();
        if after.entries.len() > crate::domain::check::MOST_ENTRIES {
            return Err(ChangeError::TooManyEntries(id));
        }
        let undo = Patch::between(&after, &before);
        self.insert(after);
        Ok((undo, result))
    }
}

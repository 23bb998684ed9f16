//! Why something was missed: what there is to ask of, and what was answered last.

use ratatui::text::Line;

use super::super::rows::Row;
use super::super::whys::Asked;
use super::Lines;
use crate::domain::Cause;
use crate::domain::change::MissOf;

impl Lines<'_> {
    /// What the selected row asks why of, else what was missed by most.
    pub(in super::super) fn why_of(&self, row: &Row) -> Option<Asked> {
        let missed = || {
            let missed = self.scene.outlook.review.missed.iter();
            let largest = missed.min_by_key(|miss| self.metric(&miss.metric)?.attainment_bp);
            self.asked_why(&Row::Missed(largest?.metric.clone()))
        };
        self.asked_why(row).or_else(missed)
    }

    /// The last why, below the cause that it explains; nothing where that is the cause in the
    /// user's own words.
    pub(super) fn root(&self, whys: &[String], cause: &str) -> Option<Line<'static>> {
        let left = if self.is_wide() { self.title() + 1 } else { 2 };
        let why = whys.last().filter(|why| *why != cause)?;
        let why = format!("{} {why}", self.scene.theme.glyphs.right);
        Some(self.dim(&format!("{}{why}", " ".repeat(left))))
    }

    /// What one can ask why of, with what is known of it.
    fn asked_why(&self, row: &Row) -> Option<Asked> {
        let named = |cause: Option<Cause>, note: Option<&String>| {
            cause.map(|cause| self.cause(Some(cause), note))
        };
        match row {
            Row::Open(id) => {
                let task = self.task(*id)?;
                Some(Asked {
                    of: MissOf::Task(*id),
                    what: task.title.clone(),
                    cause: named(task.cause, task.cause_note.as_ref()),
                    whys: task.whys.clone(),
                })
            }
            Row::Missed(id) => {
                let mut missed = self.scene.outlook.review.missed.iter();
                let miss = missed.find(|miss| miss.metric == *id)?;
                let metric = self.metric(id)?;
                let style = self.scene.style(metric);
                let pair = style.pair(miss.done, miss.target);
                Some(Asked {
                    of: MissOf::Metric(id.clone()),
                    what: format!("{} {pair}", metric.name),
                    cause: named(miss.cause, miss.note.as_ref()),
                    whys: miss.whys.clone(),
                })
            }
            _ => None,
        }
    }
}

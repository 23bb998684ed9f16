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
    /// user's own words. A sealed week, in which nobody asks on, has all of them.
    pub(super) fn root(&self, whys: &[String], cause: &str) -> Vec<Line<'static>> {
        let first = if self.is_sealed() {
            0
        } else {
            whys.len().saturating_sub(1)
        };
        let left = if self.is_wide() { self.title() + 1 } else { 2 };
        let asked = whys.iter().skip(first);
        let asked = asked.filter(|why| self.is_sealed() || *why != cause);
        let line = |why| {
            format!(
                "{}{} {why}",
                " ".repeat(left),
                self.scene.theme.glyphs.right
            )
        };
        asked.map(|why| self.dim(&line(why))).collect()
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

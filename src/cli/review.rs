//! The words of the review: `cause`, `lesson`, `improve`, `helped`, `seal`, `reopen`.

use clap::Args;

use super::desk::Desk;
use super::error::CliError;
use super::ids;
use super::names::{self, is_none};
use crate::domain::change::{Change, MissOf, ReviewChange, SealWeek};
use crate::domain::{Improvement, Lesson, TaskId, Week};

#[derive(Debug, Args)]
pub(super) struct CauseArgs {
    #[arg(value_name = "METRIC|ID")]
    what: String,
    #[arg(value_name = "CAUSE")]
    cause: String,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long, value_name = "TEXT")]
    why: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct LessonArgs {
    #[arg(value_name = "KIND")]
    kind: String,
    #[arg(value_name = "TEXT")]
    text: String,
}

#[derive(Debug, Args)]
pub(super) struct ImproveArgs {
    #[arg(value_name = "TEXT")]
    text: String,
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    #[arg(long, value_name = "TEXT")]
    measure: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct HelpedArgs {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(value_name = "ANSWER")]
    answer: String,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct SealArgs {
    #[arg(long, value_name = "ID", num_args = 1..)]
    carry: Option<Vec<String>>,
}

#[derive(Debug, Args)]
pub(super) struct ReopenArgs {}

impl CauseArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let (week, of, name) = match desk.metric(&self.what) {
            Ok(metric) => {
                let name = desk.words().metric_name(&metric);
                (desk.week, MissOf::Metric(metric.id), name)
            }
            Err(unknown) => {
                let (week, task) = ids::task(desk, &self.what).map_err(|error| match error {
                    CliError::NoId { .. } => unknown,
                    other => other,
                })?;
                (week, MissOf::Task(task.id), task.title)
            }
        };
        let (cause, said) = if is_none(&self.cause) {
            (None, self.note)
        } else {
            let (cause, note) = names::cause(&self.cause);
            (Some(cause), self.note.or(note))
        };
        let whys = asked(&self.why).map(|whys| {
            let of = of.clone();
            ReviewChange::Whys { of, whys }
        });
        let note = said.clone();
        let named = ReviewChange::Cause { of, cause, note };
        let changes = std::iter::once(named).chain(whys);
        let changes = changes.map(|change| Change::Week(week, change.into()));
        desk.apply(&Change::Several(changes.collect()))?;
        let cause = cause
            .map_or("–", |cause| desk.words().name(cause))
            .to_owned();
        let note = said.map(|note| format!(" ({note})")).unwrap_or_default();
        desk.line(&format!("{name}: {cause}{note}"));
        Ok(())
    }
}

/// The whys to be kept; `None` leaves those there are.
fn asked(whys: &[String]) -> Option<Vec<String>> {
    match whys {
        [] => None,
        [none] if is_none(none) => Some(Vec::new()),
        whys => Some(whys.to_vec()),
    }
}

impl LessonArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let kind = names::choice("KIND", &self.kind)?;
        let id = desk.stamp.id(0).into();
        let text = self.text;
        desk.edit(desk.week, ReviewChange::Lesson(Lesson { id, kind, text }))?;
        desk.line(&id.to_string());
        Ok(())
    }
}

impl ImproveArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let next = desk.week.next();
        let day = self.on.map(|day| desk.day(&day, next)).transpose()?;
        let id = desk.stamp.id(0).into();
        let action = Improvement {
            id,
            text: self.text,
            day,
            measure: self.measure,
        };
        desk.edit(desk.week, ReviewChange::Improvement(action))?;
        desk.line(&id.to_string());
        Ok(())
    }
}

impl HelpedArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let (of, improvement) = ids::improvement(desk, &self.id)?;
        // A week's review asks about the improvements of an earlier one.
        let week = desk.week.max(of.next());
        let answer = if is_none(&self.answer) {
            None
        } else {
            Some(names::choice("ANSWER", &self.answer)?)
        };
        let helped = ReviewChange::Helped {
            improvement,
            answer,
            note: self.note,
        };
        desk.edit(week, helped)?;
        let said = answer.map_or("–", |answer| desk.words().name(answer));
        desk.line(&format!("{improvement}: {said}"));
        Ok(())
    }
}

impl SealArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let from = desk.week.monday();
        if from > desk.stamp.at.day() {
            let week = desk.week;
            return Err(CliError::NotBegun { week, from });
        }
        let week = desk.read_week(desk.week)?;
        let carry = carried(&week, self.carry.as_deref())?;
        let open = week.tasks.iter().filter(|task| task.is_open());
        let all = open.count();
        let moved = carry.as_ref().map_or(all, Vec::len);
        let improvements = week.review.improvements.len();
        let at = desk.stamp.at;
        let seal = SealWeek {
            week: week.week,
            carry,
            at,
        };
        desk.apply(&Change::Seal(seal))?;
        let (this, next) = (week.week, week.week.next());
        let words = &desk.words().commands;
        let line = words.sealed(this, next, moved, improvements);
        desk.line(&line);
        Ok(())
    }
}

/// The tasks that go on: `None` means all.
fn carried(week: &Week, words: Option<&[String]>) -> Result<Option<Vec<TaskId>>, CliError> {
    match words {
        None => Ok(None),
        Some([all]) if names::is_all(all) => Ok(None),
        Some([none]) if is_none(none) => Ok(Some(Vec::new())),
        Some(ids) => ids::tasks_of(week, ids).map(Some),
    }
}

impl ReopenArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let Self {} = self;
        let (week, at) = (desk.week, desk.stamp.at);
        desk.edit(week, ReviewChange::Reopen { at })?;
        let line = desk.words().commands.reopened(week);
        desk.line(&line);
        Ok(())
    }
}

//! Records named by the beginning of their id.
//!
//! A beginning is looked for in the week given, else in this week, the one before and the one
//! after. A task that was handed on stands in several weeks; the week that has it now counts.
//! Two that fit are refused, both being listed.

use std::collections::BTreeMap;

use super::desk::Desk;
use super::error::CliError;
use crate::domain::{
    EntryId, EventId, Id, Improvement, ImprovementId, LessonId, Task, TaskId, TaskState, Week,
    WeekId,
};
use crate::i18n::cells::printable;

/// A record that an id may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    Task(TaskId),
    Entry(EntryId),
    Event(EventId),
    Lesson(LessonId),
    Improvement(ImprovementId),
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) week: WeekId,
    pub(super) id: Id,
    /// The record in words.
    pub(super) text: String,
    pub(super) what: Named,
}

/// The task whose id begins so, and the week that has it.
pub(super) fn task(desk: &Desk<'_>, text: &str) -> Result<(WeekId, Task), CliError> {
    let weeks = read(desk, &desk.weeks_to_search())?;
    let hits = weeks.values().flat_map(tasks).collect();
    let hit = only(text, hits, &desk.weeks_to_search())?;
    let found = weeks
        .get(&hit.week)
        .and_then(|week| week.task(hit.id.into()));
    let task = found
        .cloned()
        .ok_or_else(|| none(text, &desk.weeks_to_search()))?;
    Ok((hit.week, task))
}

/// The open tasks of one week whose ids begin so.
pub(super) fn tasks_of(week: &Week, texts: &[String]) -> Result<Vec<TaskId>, CliError> {
    let open = |hit: &Hit| week.task(hit.id.into()).is_some_and(Task::is_open);
    let hits: Vec<Hit> = tasks(week).filter(open).collect();
    texts
        .iter()
        .map(|text| Ok(TaskId(only(text, hits.clone(), &[week.week])?.id)))
        .collect()
}

/// The record of any kind whose id begins so.
pub(super) fn anything(desk: &Desk<'_>, text: &str) -> Result<Hit, CliError> {
    let weeks = read(desk, &desk.weeks_to_search())?;
    let all = |week| tasks(week).chain(records(week)).collect::<Vec<_>>();
    let hits = weeks.values().flat_map(all).collect();
    only(text, hits, &desk.weeks_to_search())
}

/// The improvement of the week in question, or of one beside it, whose id begins so; and the
/// week whose review has it.
pub(super) fn improvement(
    desk: &Desk<'_>,
    text: &str,
) -> Result<(WeekId, ImprovementId), CliError> {
    let week = desk.week;
    let near = [week.previous(), week, week.next()];
    let weeks = read(desk, &near)?;
    let hits = weeks.values().flat_map(improvements).collect();
    let hit = only(text, hits, &near)?;
    Ok((hit.week, ImprovementId(hit.id)))
}

/// The weeks that can be read; one that cannot is no obstacle unless it is the one in question.
fn read(desk: &Desk<'_>, near: &[WeekId]) -> Result<BTreeMap<WeekId, Week>, CliError> {
    let mut weeks = BTreeMap::new();
    for id in near {
        match desk.read_week(*id) {
            Ok(week) => {
                weeks.insert(*id, week);
            }
            Err(error) if *id == desk.week => return Err(error),
            Err(_) => {}
        }
    }
    Ok(weeks)
}

fn hit(week: &Week, id: Id, text: &str, what: Named) -> Hit {
    Hit {
        week: week.week,
        id,
        text: printable(text).into_owned(),
        what,
    }
}

fn tasks(week: &Week) -> impl Iterator<Item = Hit> + '_ {
    let here = |task: &&Task| !matches!(task.state, TaskState::Moved { .. });
    let tasks = week.tasks.iter().filter(here);
    tasks.map(|task| hit(week, task.id.0, &task.title, Named::Task(task.id)))
}

fn improvements(week: &Week) -> impl Iterator<Item = Hit> + '_ {
    let named = |action: &Improvement| {
        let what = Named::Improvement(action.id);
        hit(week, action.id.0, &action.text, what)
    };
    week.review.improvements.iter().map(named)
}

fn records(week: &Week) -> impl Iterator<Item = Hit> + '_ {
    let entries = week.entries.iter().map(|entry| {
        let text = format!("{} {} {}", entry.day, entry.metric, entry.amount.units());
        hit(week, entry.id.0, &text, Named::Entry(entry.id))
    });
    let events = week
        .events
        .iter()
        .map(|event| hit(week, event.id.0, &event.text, Named::Event(event.id)));
    let lessons = week.review.lessons.iter();
    let lessons =
        lessons.map(|lesson| hit(week, lesson.id.0, &lesson.text, Named::Lesson(lesson.id)));
    entries
        .chain(events)
        .chain(lessons)
        .chain(improvements(week))
}

fn none(text: &str, searched: &[WeekId]) -> CliError {
    CliError::NoId {
        text: crate::domain::shown(text),
        searched: searched.to_vec(),
    }
}

/// The only record that fits; of a task that a crash left in two weeks, that of the later one.
fn only(text: &str, hits: Vec<Hit>, searched: &[WeekId]) -> Result<Hit, CliError> {
    let text = text.trim();
    let mut fits: Vec<Hit> = Vec::new();
    for hit in hits.into_iter().filter(|hit| hit.id.begins_with(text)) {
        fits.retain(|known| (known.id, known.what) != (hit.id, hit.what));
        fits.push(hit);
    }
    if fits.len() > 1 {
        let listed = fits.iter().map(|hit| format!("{} {}", hit.id, hit.text));
        return Err(CliError::ManyIds {
            text: crate::domain::shown(text),
            fits: listed.collect(),
        });
    }
    fits.pop().ok_or_else(|| none(text, searched))
}

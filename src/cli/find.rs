//! `find`: what somebody wrote, in whichever week.

use std::collections::BTreeMap;

use clap::Args;
use serde::Serialize;

use super::columns::columns;
use super::desk::Desk;
use super::error::CliError;
use crate::domain::{Day, LessonKind, Mention, MentionOf, MetricId, Query, Week, WeekId};
use crate::i18n::Say;
use crate::store::{Browsed, StoreError};

#[derive(Debug, Args)]
pub(super) struct FindArgs {
    #[arg(value_name = "TEXT", required = true)]
    text: Vec<String>,
    #[arg(long)]
    json: bool,
}

/// What fits, by its week, and the files that could not be looked through.
struct Found {
    weeks: BTreeMap<WeekId, Vec<Mention>>,
    faults: BTreeMap<String, StoreError>,
}

impl FindArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let query = Query::new(&self.text.join(" "));
        let found = find(desk, &query)?;
        let (words, language) = (desk.words(), desk.language);
        let faults = found.faults.values();
        let said = faults.map(|error| words.find.not_searched(1, error.say(language)));
        desk.warnings.extend(said);
        if self.json {
            return desk.json(FoundForMachines::of(&found));
        }
        let lines = found_lines(desk, &found);
        if lines.is_empty() {
            desk.line(words.boxes.none_found);
        }
        desk.lines(&lines);
        Ok(())
    }
}

/// Looks through the week given, else through all.
fn find(desk: &Desk<'_>, query: &Query) -> Result<Found, CliError> {
    let fitting = |mut mentions: Vec<Mention>| {
        mentions.retain(|mention| query.fits(&mention.line()));
        mentions
    };
    let mut found = Found {
        weeks: BTreeMap::new(),
        faults: BTreeMap::new(),
    };
    if desk.week_given {
        let mentions = desk.read_week(desk.week)?.mentions();
        found.weeks.insert(desk.week, fitting(mentions));
        return Ok(found);
    }
    for browsed in desk.store.browse(Week::mentions) {
        match browsed {
            Browsed::Week(week, mentions) => {
                found.weeks.insert(week, fitting(mentions));
            }
            Browsed::Fault(file, error) => {
                found.faults.insert(file, error);
            }
        }
    }
    Ok(found)
}

impl Found {
    /// The newest first.
    fn mentions(&self) -> impl Iterator<Item = (WeekId, &Mention)> {
        let weeks = self.weeks.iter().rev();
        weeks.flat_map(|(week, mentions)| mentions.iter().map(|mention| (*week, mention)))
    }
}

/// `2026-W48  2026-11-25  k3f9c2q7  task  Visit Huaxin`; an entry is called by its metric.
fn found_lines(desk: &Desk<'_>, found: &Found) -> Vec<String> {
    let words = desk.words();
    let rows = found.mentions().map(|(week, mention)| {
        let kind = match &mention.of {
            MentionOf::Task(_) => words.find.task.to_owned(),
            MentionOf::Entry { metric, .. } => desk.small_name(metric),
            MentionOf::Event(_) => words.find.event.to_owned(),
            MentionOf::Worked => words.find.worked.to_owned(),
            MentionOf::Win => words.reflection.found.to_owned(),
            MentionOf::Why => words.reflection.why.to_owned(),
            MentionOf::Lesson(..) => words.find.lesson.to_owned(),
            MentionOf::Improvement(_) => words.review.improvement.to_owned(),
        };
        let day = mention.day.map(|day| day.to_string());
        [
            week.to_string(),
            day.unwrap_or_default(),
            id(&mention.of).unwrap_or_default(),
            kind,
            mention.line(),
        ]
    });
    columns(&rows.collect::<Vec<_>>())
}

fn id(of: &MentionOf) -> Option<String> {
    match of {
        MentionOf::Task(id) => Some(id.to_string()),
        MentionOf::Entry { id, .. } => Some(id.to_string()),
        MentionOf::Event(id) => Some(id.to_string()),
        MentionOf::Worked | MentionOf::Win | MentionOf::Why => None,
        MentionOf::Lesson(id, _) => Some(id.to_string()),
        MentionOf::Improvement(id) => Some(id.to_string()),
    }
}

/// What `find --json` prints.
#[derive(Debug, Serialize)]
struct FoundForMachines<'a> {
    version: u8,
    found: Vec<Line<'a>>,
    /// The files that could not be looked through.
    not_searched: Vec<&'a str>,
}

#[derive(Debug, Serialize)]
struct Line<'a> {
    week: WeekId,
    day: Option<Day>,
    kind: &'static str,
    id: Option<String>,
    text: &'a str,
    customer: Option<&'a str>,
    /// What an entry counted.
    metric: Option<&'a MetricId>,
    /// What to do with a lesson.
    lesson: Option<LessonKind>,
}

impl<'a> FoundForMachines<'a> {
    fn of(found: &'a Found) -> Self {
        let lines = found
            .mentions()
            .map(|(week, mention)| Line::of(week, mention));
        Self {
            version: 1,
            found: lines.collect(),
            not_searched: found.faults.keys().map(String::as_str).collect(),
        }
    }
}

impl<'a> Line<'a> {
    fn of(week: WeekId, mention: &'a Mention) -> Self {
        let (kind, metric, lesson) = match &mention.of {
            MentionOf::Task(_) => ("task", None, None),
            MentionOf::Entry { metric, .. } => ("entry", Some(metric), None),
            MentionOf::Event(_) => ("event", None, None),
            MentionOf::Worked => ("worked", None, None),
            MentionOf::Win => ("win", None, None),
            MentionOf::Why => ("why", None, None),
            MentionOf::Lesson(_, lesson) => ("lesson", None, Some(*lesson)),
            MentionOf::Improvement(_) => ("improvement", None, None),
        };
        Self {
            week,
            day: mention.day,
            kind,
            id: id(&mention.of),
            text: &mention.text,
            customer: mention.customer.as_deref(),
            metric,
            lesson,
        }
    }
}

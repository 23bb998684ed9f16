//! A week before a day had wins and a miss its five whys.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::{
    Cause, Closed, Currency, Day, Entry, Event, Helped, Improvement, Lesson, MarketOutlook,
    MetricId, Miss, Moment, Review, Seal, Target, Task, TaskId, Version, Week, WeekId, unique_map,
};

/// Version 1 of a week's file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::store) struct Week1 {
    #[serde(rename = "version")]
    _version: Version<1>,
    week: WeekId,
    currency: Option<Currency>,
    #[serde(default)]
    outlook: MarketOutlook,
    focus: Option<MetricId>,
    #[serde(default)]
    targets: Vec<Target>,
    #[serde(default)]
    tasks: Vec<Task>,
    #[serde(default)]
    entries: Vec<Entry>,
    #[serde(default)]
    events: Vec<Event>,
    #[serde(default, deserialize_with = "unique_map")]
    closed: BTreeMap<Day, Closed1>,
    #[serde(default)]
    review: Review1,
    #[serde(default)]
    sealed: Vec<Seal>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Closed1 {
    at: Moment,
    mood: Option<u8>,
    worked: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Review1 {
    #[serde(default)]
    misses: Vec<Miss1>,
    #[serde(default)]
    lessons: Vec<Lesson>,
    #[serde(default)]
    improvements: Vec<Improvement>,
    #[serde(default)]
    helped: Vec<Helped>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Miss1 {
    metric: Option<MetricId>,
    task: Option<TaskId>,
    cause: Cause,
    note: Option<String>,
}

impl From<Week1> for Week {
    fn from(old: Week1) -> Self {
        let closed = old.closed.into_iter();
        Self {
            currency: old.currency,
            outlook: old.outlook,
            focus: old.focus,
            targets: old.targets,
            tasks: old.tasks,
            entries: old.entries,
            events: old.events,
            closed: closed.map(|(day, closed)| (day, closed.into())).collect(),
            review: old.review.into(),
            sealed: old.sealed,
            ..Self::new(old.week)
        }
    }
}

impl From<Closed1> for Closed {
    fn from(old: Closed1) -> Self {
        Self {
            at: old.at,
            mood: old.mood,
            worked: old.worked,
            wins: Vec::new(),
        }
    }
}

impl From<Review1> for Review {
    fn from(old: Review1) -> Self {
        Self {
            misses: old.misses.into_iter().map(Into::into).collect(),
            lessons: old.lessons,
            improvements: old.improvements,
            helped: old.helped,
        }
    }
}

impl From<Miss1> for Miss {
    fn from(old: Miss1) -> Self {
        Self {
            metric: old.metric,
            task: old.task,
            cause: old.cause,
            note: old.note,
            whys: Vec::new(),
        }
    }
}

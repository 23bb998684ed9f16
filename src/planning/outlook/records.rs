//! A week's records as machines read them: every key is there, absent means `null`.

use serde::Serialize;

use super::Facts;
use crate::domain::{
    Amount, Answer, Cause, Day, Entry, EntryId, EventId, EventKind, Helped, ImprovementId,
    LessonId, LessonKind, Market, MetricId, Moment, TaskId, Week,
};

/// What the market is expected to bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MarketView {
    /// How strong demand is.
    pub market: Market,
    /// Why; may be empty.
    pub note: String,
}

/// One logged amount of one metric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntryOutlook {
    /// Its name.
    pub id: EntryId,
    /// The day it counts for.
    pub day: Day,
    /// When it was said.
    pub at: Moment,
    /// Of what.
    pub metric: MetricId,
    /// How much; negative to correct.
    pub amount: Amount,
    /// The task it belongs to.
    pub task: Option<TaskId>,
    /// The event it belongs to.
    pub event: Option<EventId>,
    /// With whom.
    pub customer: Option<String>,
    /// How the contact was made.
    pub approach: Option<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// Something unexpected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventOutlook {
    /// Its name.
    pub id: EventId,
    /// The day it happened.
    pub day: Day,
    /// When it was said.
    pub at: Moment,
    /// What kind of thing.
    pub kind: EventKind,
    /// In one line.
    pub text: String,
    /// The metric it hits.
    pub metric: Option<MetricId>,
    /// How much of it.
    pub amount: Option<Amount>,
}

/// Why a target was missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MissOutlook {
    /// Of which metric.
    pub metric: MetricId,
    /// Why.
    pub cause: Cause,
    /// In the user's words.
    pub note: Option<String>,
    /// Why that was so, each asking of the one before.
    pub whys: Vec<String>,
}

/// Something learnt in the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LessonOutlook {
    /// Its name.
    pub id: LessonId,
    /// What to do with it.
    pub kind: LessonKind,
    /// In one line.
    pub text: String,
}

/// A concrete action from the review, and whether it helped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImprovementOutlook {
    /// Its name, and that of its task.
    pub id: ImprovementId,
    /// What will be done.
    pub text: String,
    /// On which day; else some time next week.
    pub day: Option<Day>,
    /// How one will see that it was done.
    pub measure: Option<String>,
    /// Whether it helped, as a review said.
    pub helped: Option<Answer>,
    /// In the user's words.
    pub helped_note: Option<String>,
}

pub(super) fn market(week: &Week) -> MarketView {
    MarketView {
        market: week.outlook.market,
        note: week.outlook.note.clone(),
    }
}

pub(super) fn entries(week: &Week) -> Vec<EntryOutlook> {
    week.entries.iter().cloned().map(Into::into).collect()
}

impl From<Entry> for EntryOutlook {
    fn from(entry: Entry) -> Self {
        Self {
            id: entry.id,
            day: entry.day,
            at: entry.at,
            metric: entry.metric,
            amount: entry.amount,
            task: entry.task,
            event: entry.event,
            customer: entry.customer,
            approach: entry.approach,
            note: entry.note,
        }
    }
}

pub(super) fn events(week: &Week) -> Vec<EventOutlook> {
    let events = week.events.iter().cloned();
    events
        .map(|event| EventOutlook {
            id: event.id,
            day: event.day,
            at: event.at,
            kind: event.kind,
            text: event.text,
            metric: event.metric,
            amount: event.amount,
        })
        .collect()
}

pub(super) fn misses(week: &Week) -> Vec<MissOutlook> {
    let misses = week.review.misses.iter();
    misses
        .filter_map(|miss| {
            Some(MissOutlook {
                metric: miss.metric.clone()?,
                cause: miss.cause,
                note: miss.note.clone(),
                whys: miss.whys.clone(),
            })
        })
        .collect()
}

pub(super) fn lessons(week: &Week) -> Vec<LessonOutlook> {
    let lessons = week.review.lessons.iter();
    lessons
        .map(|lesson| LessonOutlook {
            id: lesson.id,
            kind: lesson.kind,
            text: lesson.text.clone(),
        })
        .collect()
}

/// The week's improvements with the answer that its own review was given, else next week's.
pub(super) fn improvements(facts: &Facts<'_>) -> Vec<ImprovementOutlook> {
    let answered = |id| {
        let own = answer(facts.week, id);
        own.or_else(|| answer(facts.history.next?, id))
    };
    let improvements = facts.week.review.improvements.iter();
    improvements
        .map(|improvement| {
            let answer = answered(improvement.id);
            ImprovementOutlook {
                id: improvement.id,
                text: improvement.text.clone(),
                day: improvement.day,
                measure: improvement.measure.clone(),
                helped: answer.map(|answer| answer.helped),
                helped_note: answer.and_then(|answer| answer.note.clone()),
            }
        })
        .collect()
}

/// What a week's review says about an improvement.
pub(super) fn answer(week: &Week, improvement: ImprovementId) -> Option<&Helped> {
    let answers = &week.review.helped;
    answers
        .iter()
        .find(|answer| answer.improvement == improvement)
}

//! What was done, and what came in between.

use serde::{Deserialize, Serialize};

use super::{Amount, Day, EntryId, EventId, MetricId, Moment, TaskId};

/// One logged amount of one metric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
    /// The event it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event: Option<EventId>,
    /// With whom, as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// How the contact was made, as typed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approach: Option<String>,
    /// Anything else, in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Something unexpected. By itself it changes no figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metric: Option<MetricId>,
    /// How much of it, above 0; only with a metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Amount>,
}

/// Kinds of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// An order was cancelled.
    OrderCancelled,
    /// A competitor moved.
    Competitor,
    /// A customer changed something.
    CustomerChange,
    /// Something personal.
    Personal,
    /// Anything else.
    Other,
}

impl EventKind {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::OrderCancelled,
        Self::Competitor,
        Self::CustomerChange,
        Self::Personal,
        Self::Other,
    ];
}

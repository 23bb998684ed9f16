//! What an amount of a metric counts.

use serde::{Deserialize, Serialize};

/// What one of a metric is; [`Amount`](super::Amount) says how many of its smallest part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Pieces: calls, visits, customers.
    Count,
    /// Money in the smallest unit of the store's currency: fen, cents.
    Money,
    /// Minutes of work.
    Minutes,
    /// Points.
    Score,
}

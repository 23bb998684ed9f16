//! How far a week has come: planned, worked, reviewed.

use serde::Serialize;

use crate::domain::{Calendar, Moment, Settings, Week};

/// How far a week has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WeekState {
    /// It has no target.
    Unplanned,
    /// It has targets; also before it begins.
    Running,
    /// It has targets and its work is over, so that the review can be held.
    ReviewDue,
    /// Its review is finished.
    Sealed,
}

/// The state of a week at `now`.
///
/// The review is due once the week was reopened, from the review time of the last working day
/// on, or once that day is closed. A week in which every day is off is never due.
pub(super) fn week_state(
    week: &Week,
    calendar: &Calendar,
    settings: &Settings,
    now: Moment,
) -> WeekState {
    if week.is_sealed() {
        return WeekState::Sealed;
    }
    if !week.has_targets() {
        return WeekState::Unplanned;
    }
    let Some(last) = calendar.last_working_day() else {
        return WeekState::Running;
    };
    let past_review_time = (now.day(), now.time_of_day()) >= (last, settings.review_time);
    if week.is_reopened() || past_review_time || week.closed.contains_key(&last) {
        WeekState::ReviewDue
    } else {
        WeekState::Running
    }
}

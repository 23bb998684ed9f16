//! Where the app opens.

use super::{Outlook, WeekState};
use crate::domain::WeekId;

/// What a person finds first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opening {
    /// The plan of this week.
    Plan(WeekId),
    /// The review of the outlook's week.
    Review,
    /// Today.
    Today,
}

/// Where the app opens, by the outlook of the week that today lies in.
///
/// A week without targets opens on its plan, or on that of the next week when no working day
/// is left (today is one until it ends); a sealed week on the plan of the next; a week whose
/// review is due on the review; any other on today. Where the targets were only handed on by
/// the week before, the week is still to be planned.
pub fn where_to_open(outlook: &Outlook) -> Opening {
    match outlook.state {
        WeekState::Running if outlook.is_to_be_planned() => Opening::Plan(outlook.week),
        WeekState::Unplanned => {
            let mut days = outlook.calendar.working_days();
            let day_left = days.any(|day| day.date >= outlook.today);
            Opening::Plan(if day_left {
                outlook.week
            } else {
                outlook.week.next()
            })
        }
        WeekState::Sealed => Opening::Plan(outlook.week.next()),
        WeekState::ReviewDue => Opening::Review,
        WeekState::Running => Opening::Today,
    }
}

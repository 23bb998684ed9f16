//! The system's own clock, for what belongs to files and not to the planner.

use std::time::SystemTime;

use chrono::{DateTime, FixedOffset, Local, NaiveDate};

/// What the system's clock shows, never what `--date` pretends.
///
/// Names and ages of backups go by it, and the age of leftover files; entries do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SystemNow(DateTime<FixedOffset>);

impl SystemNow {
    /// Looks at the clock.
    pub fn read() -> Self {
        Self(Local::now().fixed_offset())
    }

    /// A moment written down; only tests pretend.
    pub const fn at(moment: DateTime<FixedOffset>) -> Self {
        Self(moment)
    }

    /// The user's local date.
    pub(super) fn day(self) -> NaiveDate {
        self.0.date_naive()
    }

    /// Comparable with a file's modification time.
    pub(super) fn time(self) -> SystemTime {
        self.0.into()
    }
}

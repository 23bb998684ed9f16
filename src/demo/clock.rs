//! Moments of the sample: all on one clock, none later than now.

use chrono::FixedOffset;

use crate::domain::{Day, Moment};

/// The clock of the sample.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clock {
    now: Moment,
    offset: FixedOffset,
}

impl Clock {
    /// A clock that stops at `now` and has its offset.
    pub(super) fn until(now: Moment) -> Self {
        Self {
            now,
            offset: *now.time().offset(),
        }
    }

    /// The day at so many minutes after midnight; `now` where that is no moment.
    pub(super) fn at(self, day: Day, minutes: i64) -> Moment {
        let midnight = day.date().and_hms_opt(0, 0, 0);
        let local =
            midnight.and_then(|time| time.checked_add_signed(chrono::TimeDelta::minutes(minutes)));
        let time = local.and_then(|time| time.and_local_timezone(self.offset).single());
        time.and_then(Moment::new).unwrap_or(self.now)
    }

    /// Now.
    pub(super) fn now(self) -> Moment {
        self.now
    }

    /// Whether a moment has come.
    pub(super) fn has_come(self, at: Moment) -> bool {
        at <= self.now
    }

    /// Whether a day is over.
    pub(super) fn is_over(self, day: Day) -> bool {
        day < self.now.day()
    }
}

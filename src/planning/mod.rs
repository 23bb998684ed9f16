//! The mathematics: what targets, calendars and entries mean for the days of a week.
//!
//! Everything here is computed anew each time and stored nowhere; screens, command line and
//! reports show these figures and compute none of their own. It is pure: the moment, the
//! calendar and the history come in as values. Whole numbers stay whole, fractions are
//! compared exactly, and no amount up to 2⁶³−1 overflows.
#![warn(missing_docs)]
#![cfg_attr(
    not(test), // a test calculates freely, and fails where it overflows
    warn(clippy::arithmetic_side_effects, clippy::float_arithmetic)
)]

mod care;
mod customer_work;
mod meeting;
mod outlook;
mod pace;
mod progress;
mod quota;
mod ratio;
mod suggestion;

pub use care::{Turned, care, turn_to_care};
pub use customer_work::{CustomerWork, customer_work};
pub use meeting::{Gap, Meeting, meeting};
pub use outlook::{
    AddedDay, Asked, Class, Compared, Counter, DayOutlook, DayView, Doubt, EarlierTasks,
    EntryOutlook, EventOutlook, Forecast, ForecastMissing, HandedOn, History, ImprovementOutlook,
    LOOK_BACK, LastWeek, LessonOutlook, MarketView, MetricDay, MetricOutlook, MissOutlook,
    MissedTarget, Next, NextStep, OpenBefore, Opening, Outcome, Outlook, Raised, ReviewOutlook,
    ReviewRow, TargetStepOutlook, TaskOutlook, TaskStatus, Tomorrow, WaysOut, WeekState, WhatIf,
    Why, day_view, days_too_full, doubts, doubts_after, look_back, means_need_more_history,
    metric_needs_more_history, metric_outlook, needs_more_history, next, outlook, tried, ways_out,
    what_if, where_to_open,
};
pub use pace::{Pace, Status};
pub use progress::{Adaptive, Progress, Standing, daily_cap};
pub use quota::{DayTerms, Share, Shares, Split, Step, split, split_shares};
pub use ratio::Ratio;
pub use suggestion::Suggestion;

//! The headings of the reports.

use super::area::area;

area! {
    /// The headings of the reports.
    Report {
        texts {
            daily, weekly, done_today, plan_tomorrow, worked, targets, key_work,
            not_done, customers, market, next_week, support, metric, target, done,
            attainment, last_week, open, none,
        }
    }
}

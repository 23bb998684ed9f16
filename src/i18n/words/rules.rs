//! When repeating work comes.

use super::area::area;

area! {
    /// When repeating work comes.
    pub Rules {
        texts {
            workdays,
            first_of_week,
            last_of_week,
            first_of_month,
            last_of_month,
        }
        phrases {
            weekly(days),
            every_second_week(days),
            every_weeks(weeks, days),
        }
    }
}

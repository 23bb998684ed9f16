//! What to do now.

use super::area::area;

area! {
    /// What to do now.
    pub Next {
        texts {
            label,
            first_today,
            why_first,
            why_time_come,
            all_done,
        }
        phrases {
            why(reason),
            still(counters),
            first_of(day, title),
        }
        plurals {
            in_minutes(minutes),
        }
    }
}

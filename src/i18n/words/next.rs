//! What to do now, on the command line.

use super::area::area;

area! {
    /// What to do now, on the command line.
    pub Next {
        texts {
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

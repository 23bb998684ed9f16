//! What stands in the panes of a week that cannot be read.

use super::area::area;

area! {
    /// What stands in the panes of a week that cannot be read.
    pub Unreadable {
        texts {
            cannot_be_read,
            left_alone,
            doctor,
            other_weeks,
        }
    }
}

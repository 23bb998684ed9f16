//! The first line of the screen.

use super::area::area;

area! {
    /// The first line of the screen.
    pub Header {
        texts {
            planned,
            holiday_week,
            reopened,
            not_saved,
            not_readable,
        }
        phrases {
            week(name, dates),
            day(date, place),
            too_small(width, height),
        }
    }
}

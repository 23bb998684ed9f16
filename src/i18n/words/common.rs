//! What stands in several places: headings of panes, days, lists.

use super::area::area;

area! {
    /// What stands in several places: headings of panes, days, lists.
    pub Common {
        texts {
            goals,
            today,
            review,
            today_small,
            yesterday,
            tomorrow,
            this_week,
            next_week,
            stays,
            half_day,
            none,
            comma,
            semicolon,
        }
        phrases {
            day_of_week(day, all),
            span(from, to),
            placed(text, place),
            reason(text, reason),
            in_brackets(text, more),
        }
        plurals {
            tasks(count),
            more(count),
        }
    }
}

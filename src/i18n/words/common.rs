//! What stands in several places: headings of panes, days, lists.

use super::area::area;

area! {
    /// What stands in several places: headings of panes, days, lists.
    Common {
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
            last_week,
            day_off,
            half_day,
            none,
            yes,
            no,
            comma,
            clause,
            and,
            semicolon,
        }
        phrases {
            day_of_week(day, all),
            from_to(from, to),
            reason(text, reason),
            in_brackets(text, more),
            done_of(done, all),
            per_day(amount),
        }
        plurals {
            days(count),
            working_days(count),
            tasks(count),
            more(count),
        }
    }
}

//! The box in which a day begins with what the days before left.

use super::area::area;

area! {
    /// The box in which a day begins with what the days before left.
    pub Opening {
        texts {
            nothing_moved,
            to_today,
            all_to_today,
            another_day,
            this_week,
            skip,
            remove,
            several_days,
        }
        phrases {
            title(day),
            asks_more(metric, done, owed, day, now, plan),
            last_week(week, count),
            earlier_week(week, count),
            unsealed_week(week),
            all_moved(count, place),
            all_skipped(count, cause),
        }
        plurals {
            left_open(count, day),
            all_today(count),
            few_today(count),
        }
    }
}

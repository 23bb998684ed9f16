//! The box of the ways out.

use super::area::area;

area! {
    /// The box of the ways out.
    pub Ways {
        texts {
            title,
            take_off,
            keep,
            kept,
            lower,
            add_day,
            raise,
            hand_on,
            no_change,
            reason,
            half_day,
            whole_day,
            no_day,
            no_target,
            reached,
            on_pace,
            no_lower,
        }
        phrases {
            offered(amount),
            half_or_whole(day),
            raised(metric, from, to),
            next_target(week, from, to),
            lower_and_next(amount),
            amount_and_share(amount, percent),
            handed_on(amount, week),
            noted_and(text, way),
        }
        plurals {
            in_days(count, amount),
        }
    }
}

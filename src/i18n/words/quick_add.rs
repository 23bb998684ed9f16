//! A task in one line: what was understood of it.

use super::area::area;

area! {
    /// A task in one line: what was understood of it.
    pub QuickAdd {
        texts {
            example,
            as_typed,
            important,
            important_and_urgent,
            not_at_end,
            said_already,
            repeats,
            over,
            no_time,
            no_metric,
            several_metrics,
            not_money,
            no_weekday,
            no_rule,
            unclear_date,
        }
        phrases {
            understood(what),
            kept(words),
            due(day),
            customer(name),
            takes(time),
            other_currency(currency),
        }
    }
}

//! The pane of targets and quotas.

use super::area::area;

area! {
    /// The pane of targets and quotas.
    pub Goals {
        texts {
            plan,
            done_now,
            done,
            done_target,
            pinned,
            make_up_day,
            legend,
            per_day,
        }
        phrases {
            outlook(market),
            outlook_noted(market, note),
            focus(metric),
            stretch(amount),
            tasks_for(metric, tasks, owed),
            target_is(metric, done, target),
            still(amount),
            passed_day(metric, day, plan, done),
            this_day(metric, day, plan, done, now),
            coming_day(metric, day, plan, now),
            done_on(metric, day, done),
            law_unknown(year),
            weight(day, percent),
            off(day),
            off_why(day, why),
            counts_from(day),
            unplaced(amount),
            unplaced_above(amount, most, best),
            over(amount),
            unplanned_beside(metric, amount),
        }
    }
}

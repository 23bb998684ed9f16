//! The pane of the day.

use super::area::area;

area! {
    /// The pane of the day.
    pub Today {
        texts {
            done,
            no_quota,
            no_quota_short,
            day_off,
            empty,
            new_task,
            closed,
            past,
            coming,
            sealed,
        }
        phrases {
            day(date),
            to_go(left),
            beyond(amount),
            planned(amount),
            tasks(done, all),
            bucket(count),
            open_before(count),
            moved(times),
            moved_often(times),
            left(amount),
            due(day),
            of_day(day),
            mood(mood),
            folded(count),
            unsealed(week),
            plan_first(key),
        }
    }
}

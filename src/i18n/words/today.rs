//! The pane of the day.

use super::area::area;

area! {
    /// The pane of the day.
    Today {
        texts {
            done,
            no_quota,
            no_quota_short,
            day_off,
            nothing_open,
            empty,
            new_task,
            more_tasks,
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
            to_contact(count),
            no_contact(days, cadence),
            moved(times),
            moved_often(times),
            left(amount),
            due(day),
            from_day(day),
            folded(count),
            unsealed(week),
            mood(mood),
        }
    }
}

//! What an action waits for that cannot be done now.

use super::area::area;

area! {
    /// What an action waits for that cannot be done now: where it is done, or what is lacking.
    pub Needs {
        texts {
            a_plan,
            a_day,
            a_target,
            counter_or_task,
            something_counted,
            an_open_task,
            a_task,
            a_begun_week,
            another_line,
            an_own_line,
            a_miss,
            something_done,
            it_is_sealed,
            it_is_open,
            today_is_shown,
        }
    }
}

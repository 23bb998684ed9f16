//! The words behind the keys in the last line.

use super::area::area;

area! {
    /// The words behind the keys in the last line.
    Hints {
        texts {
            space, done, open, count, add, skip, move_task, remove, ways_out, undo, redo,
            find, help, quit, edit, days, weeks, pin, day_off, event, focus, zoom,
            close_day, take_next, take_plan, take, per_day, leave_field, all_today,
            decide, choose, later, do_it, leave_plan, cause, more, add_line, carry,
            seal, copy, copy_short, next_week, reopen, write, cancel, save_all,
            next_field, tick, close, take_or_edit, now, pane,
        }
    }
}

//! What is said after an edit, or instead of one.

use super::area::area;

area! {
    /// What is said after an edit, or instead of one.
    pub Messages {
        texts {
            nothing_to_undo,
            nothing_to_redo,
            copied,
            input_method,
            target_cleared,
            focus_cleared,
            pin_freed,
            day_is_off,
            day_is_on,
            day_closed,
            line_removed,
            waiting,
            waiting_here,
            doctor,
        }
        phrases {
            copied_with(program),
            not_copied_with(program),
            logged(metric, amount, day),
            also_reopened(said),
            not_a_character(code),
            too_long(limit),
            undone(said),
            redone(said),
            target_set(metric, amount),
            pinned(metric, day, amount),
            focus_set(metric),
            task_added(title, place),
            task_done(title, day),
            task_opened(title, place),
            task_skipped(title, cause, place),
            task_moved(title, from, place),
            changed(what, place),
            task_removed(title, place),
            event_noted(what, day),
            reopened(week),
            sealed(week),
            not_undone(why),
            not_saved(why),
            target_now(metric, amount),
            no_target_now(metric),
            still_to_come(day),
            below_zero(metric, total, taken),
            task_below_zero(task, metric, total, taken),
        }
        plurals {
            outside_edit(count),
            left_alone(count),
        }
    }
}

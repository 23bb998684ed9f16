//! The titles, fields and choices of boxes.

use super::area::area;

area! {
    /// The titles, fields and choices of boxes.
    Boxes {
        texts {
            count, amount, task, new_task, event, cause, move_to, close_day, close_days,
            outlook, lesson, improvement, day_off, seal, reopen, find, palette, help,
            title, day, time, due, important, urgent, estimate, metric, quantity,
            customer, approach, note, kind, text, reason, measure, mood, worked, why,
            edit, tomorrow, another_day, this_week, next_week, today, skip, remove,
            count_task, open_again, check_off, remove_task, remove_both, pin, free, off,
            half, working, set_target, set_focus, clear_focus, ways_out, none_found,
            take_off, optional, cancel, confirm_reopen, confirm_seal, entries_of_task,
        }
        phrases {
            count_one(metric),
            day_is(day),
            customer_is(customer),
            target_of(metric),
            pin_of(metric, day),
            what_did(text),
            sealed(week),
        }
        plurals {
            will_move(count, week),
            will_skip(count),
            will_improve(count),
            no_cause(count),
        }
    }
}

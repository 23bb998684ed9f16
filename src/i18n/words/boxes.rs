//! The titles, fields and choices of boxes.

use super::area::area;

area! {
    /// The titles, fields and choices of boxes.
    pub Boxes {
        texts {
            count,
            task,
            new_task,
            event,
            cause,
            move_to,
            close_day,
            close_days,
            outlook,
            lesson,
            improvement,
            seal,
            reopen,
            find,
            palette,
            help,
            title,
            day,
            time,
            due,
            important,
            urgent,
            estimate,
            metric,
            quantity,
            customer,
            note,
            kind,
            text,
            measure,
            mood,
            worked,
            edit,
            tomorrow,
            another_day,
            this_week,
            next_week,
            skip,
            remove,
            count_task,
            open_again,
            check_off,
            remove_task,
            remove_both,
            off,
            half,
            working,
            set_focus,
            clear_focus,
            ways_out,
            none_found,
            take_off,
            cancel,
            confirm_reopen,
            entries_of_task,
        }
        phrases {
            count_one(metric),
            day_is(day),
            names_day(example),
            customer_is(customer),
            sealed(week),
        }
        plurals {
            will_move(count, week),
            will_skip(count),
            will_improve(count),
        }
    }
}

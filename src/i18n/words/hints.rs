//! The words behind the keys in the last line.

use super::area::area;

area! {
    /// The words behind the keys in the last line.
    pub Hints {
        texts {
            space,
            done,
            open,
            count,
            add,
            skip,
            move_task,
            remove,
            ways_out,
            undo,
            redo,
            find,
            help,
            quit,
            edit,
            days,
            pin,
            day_off,
            event,
            focus,
            zoom,
            close_day,
            take_next,
            take_plan,
            take,
            leave_field,
            decide,
            choose,
            later,
            do_it,
            leave_plan,
            more,
            add_line,
            carry,
            seal,
            copy,
            reopen,
            write,
            cancel,
            save_all,
            next_field,
            tick,
            close,
            take_or_edit,
            now,
            pane,
        }
    }
}

//! What each key does, for help and palette.

use super::area::area;

area! {
    /// What each key does, for help and palette.
    Keys {
        texts {
            go_goals, go_today, go_review, next_pane, previous_pane, count_box, add,
            event, ways_out, undo, redo, previous_day, next_day, previous_week,
            next_week, now, zoom, copy_report, find, palette, help, back, quit, reopen,
            up, down, page_up, page_down, first, last, left, right, edit_target, pin,
            day_off, focus, check_off, more, less, open, skip, move_task, remove, close_day,
            edit_line, carry, remove_line, seal, accept, next_field, previous_field,
            save_all, tick, anywhere, lists, boxes,
        }
        phrases {
            count(metric),
            count_field(metric),
            choose(number),
        }
    }
}

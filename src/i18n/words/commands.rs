//! What the commands print.

use super::area::area;

area! {
    /// What the commands print.
    pub Commands {
        texts {
            opened, skipped, edited, removed, retired, now, no_backup, conflict_copy,
            set_aside, leftover, foreign,
        }
        phrases {
            repeat_ends(day),
            became(id, what, title),
            moved_to(place),
            bucket_of(week),
            days_off(from, until),
            working_day(day),
            closed(day),
            without_target(metrics),
            sealed(week, next, tasks, improvements),
            reopened(week),
            currency_kept(before, after),
            restored(file, backup),
            kept_as(file),
            restore_with(file, day),
            gone(file, backup),
            file_is(file, what),
            good_files(good, all),
        }
    }
}

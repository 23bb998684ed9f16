//! The box in which a week is planned.

use super::area::area;

area! {
    /// The box in which a week is planned.
    pub Planning {
        texts {
            leave,
            write_it,
            leave_without,
            stay,
            title,
            take,
            target,
            last_week,
            days,
            days_note,
            enter_decides,
            enter_changes,
            outlook,
            no_target,
            no_figure,
            pin_needs_target,
            empty_frees,
            is_in_the_figure,
            check,
            turn_to_care,
            care_counts,
            review_decides,
        }
        phrases {
            not_written(week),
            task_on(day),
            of_review(day, text),
            of_review_measured(day, text, measure),
            unsealed(week),
            handed_on(week, metric, amount),
            nothing_leads_to(metric),
            too_full(day, planned, hours),
            no_day(text),
            enter_takes(figure),
            look_back(metric, weeks, heights, least, most),
        }
        plurals {
            open_from(count, week),
            above_best(count, metric, target, best),
            taken(count, week),
        }
    }
}

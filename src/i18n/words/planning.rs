//! The box in which a week is planned.

use super::area::area;

area! {
    /// The box in which a week is planned.
    Planning {
        texts {
            title,
            take,
            target,
            last_week,
            days,
            enter_decides,
            enter_changes,
            outlook,
            no_target,
            reopened_draft,
            no_figure,
        }
        phrases {
            task_on(day),
            from_review(day, text),
            from_review_measured(day, text, measure),
            unsealed(week),
            mean(amount),
            easy(reason),
            reasonable(reason),
            hard(reason),
            very_hard(reason),
            out_of_reach(reason),
            or_more(amount, weeks, all),
        }
        plurals {
            open_from(count, week),
            taken(count, week),
        }
    }
}

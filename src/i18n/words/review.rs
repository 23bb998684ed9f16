//! The pane of the review.

use super::area::area;

area! {
    /// The pane of the review.
    pub Review {
        texts {
            so_far,
            target,
            done,
            percent,
            last_week,
            four_weeks,
            lead,
            goal,
            analysis,
            insight,
            seal,
            events,
            mood,
            improvement,
            adds,
            seals,
            more_causes,
            cause,
            answer,
            every_cause,
            nothing_open,
            no_insight,
            helped,
            reopened,
            copy_report,
            reopen,
        }
        phrases {
            next_week(week),
            week(number),
            chart(metric, plan, done),
            moved_often(count),
            due_today(time),
            first_target(amount),
            lowered(day),
            raised(day),
            done_of(metric, done, target),
            both_open(tasks, targets),
            sealed_at(moment),
            to_week(week),
        }
        plurals {
            open_tasks(count),
            due_in(days, day),
            tasks_open(count),
            targets_missed(count),
            tasks_without_cause(count),
            targets_without_cause(count),
            lessons(count),
            improvements(count),
        }
    }
}

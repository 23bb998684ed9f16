//! The words of reports, and of the review as text.

use super::area::area;

area! {
    /// Headings, columns and turns of phrase of what is put on paper.
    pub Report {
        texts {
            today_summary,
            plan_for_tomorrow,
            takeaway,
            targets_and_results,
            key_work,
            not_done_and_why,
            customers,
            market_and_competitors,
            next_week,
            support_needed,
            goal,
            result,
            analysis,
            insight,
            metric,
            done,
            quota,
            week_done,
            target,
            attainment,
            last_week,
            four_weeks,
            lead_days,
            status,
            day_by_day,
            week_revenue,
            contacts,
            communications,
            new_customers,
            gap,
            day_off,
            holiday_week,
            nothing_recorded,
            no_targets,
            no_plan_yet,
            next_working_day,
            not_done,
            no_cause,
            market,
            focus,
            tasks,
            mood,
            helped,
            no_answer,
            improvement,
        }
        phrases {
            day_title(weekday, date),
            week_title(week, dates),
            review_title(week, dates),
            month_to_date(day),
            others_done(count),
            moved_to(week),
            target_change(metric, first, last, day),
        }
    }
}

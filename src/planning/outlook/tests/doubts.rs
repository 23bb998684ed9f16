//! What speaks against a plan, and what does not.

use pretty_assertions::assert_eq;

use super::after;
use crate::domain::Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};
use crate::domain::fixtures::{Planned, WeekBuilder, a_week, at, day, metric};
use crate::domain::{Cause, TaskState};
use crate::planning::{Doubt, doubts};

fn doubts_of(week: &Planned, earlier: &[Planned]) -> Vec<Doubt> {
    let now = at("2026-11-25 09:00");
    doubts(&week.week, &after(earlier), &week.settings, now)
}

/// W47 and the weeks before it, by the calls that were made in them.
fn with_calls(weeks: &[i64]) -> Vec<Planned> {
    let weeks = weeks.iter().zip((1..=47).rev());
    let week = |(calls, week)| a_week(&format!("2026-W{week:02}")).entry("calls", calls, Tue);
    weeks
        .map(|(calls, of)| week((*calls, of)).build())
        .collect()
}

fn best(best: u64, weeks: usize) -> Doubt {
    Doubt::AboveBest {
        metric: metric("calls"),
        best,
        weeks,
        offer: best,
    }
}

#[test]
fn a_target_is_far_above_the_best_week_from_a_fifth_more_on() {
    let earlier = with_calls(&[50, 60, 40, 55]);
    let asked = |calls| a_week("2026-W48").target("calls", calls).build();
    assert_eq!(doubts_of(&asked(72), &earlier), []);
    assert_eq!(doubts_of(&asked(73), &earlier), [best(60, 4)]);
}

#[test]
fn three_weeks_or_weeks_without_success_say_nothing_about_a_target() {
    let week = a_week("2026-W48").target("calls", 500).build();
    assert_eq!(doubts_of(&week, &with_calls(&[50, 60, 40])), []);
    assert_eq!(doubts_of(&week, &with_calls(&[0, 0, 0, 0])), []);
}

#[test]
fn only_the_newest_eight_finished_weeks_count() {
    let week = a_week("2026-W48").target("calls", 500).build();
    let earlier = with_calls(&[10, 20, 10, 10, 10, 10, 10, 10, 400]);
    assert_eq!(doubts_of(&week, &earlier), [best(20, 8)]);
}

#[test]
fn weeks_are_compared_by_their_days() {
    // 60 calls in five days are 48 in four.
    let short = |calls| a_week("2026-W48").day_off(Fri).target("calls", calls);
    let earlier = with_calls(&[60, 40, 40, 40]);
    assert_eq!(doubts_of(&short(57).build(), &earlier), []);
    assert_eq!(doubts_of(&short(58).build(), &earlier), [best(48, 4)]);
    // Counted from Wednesday on, the week has three days.
    let late = a_week("2026-W48").target("calls", 44).since("calls", Wed);
    assert_eq!(doubts_of(&late.build(), &earlier), [best(36, 4)]);
}

#[test]
fn an_outcome_needs_an_activity_or_a_task_that_leads_to_it() {
    let nothing = Doubt::NothingLeadsTo {
        metric: metric("new_customers"),
    };
    let week = || a_week("2026-W48").target("new_customers", 10);
    assert_eq!(doubts_of(&week().build(), &[]), [nothing]);
    let counted = week().counted("Sign Huaxin", Thu, "new_customers", 1);
    assert_eq!(doubts_of(&counted.build(), &[]), []);
    assert_eq!(doubts_of(&week().target("visits", 5).build(), &[]), []);
    let growth = a_week("2026-W48").target("training", 60);
    assert_eq!(doubts_of(&growth.build(), &[]), []);
}

/// A task that may take so many minutes.
fn planned(
    week: WeekBuilder,
    on: crate::domain::Weekday,
    title: &str,
    minutes: u16,
) -> WeekBuilder {
    week.task_with(title, Some(on), |task| task.estimate = Some(minutes))
}

#[test]
fn a_day_is_too_full_beyond_its_hours() {
    let full = planned(a_week("2026-W48"), Thu, "Fair", 300);
    assert_eq!(
        doubts_of(&planned(full.clone(), Thu, "Trip", 240).build(), &[]),
        []
    );
    let too_full = |week, on: &str, planned, hours| {
        let day = day(on);
        let doubt = Doubt::DayTooFull {
            day,
            planned,
            hours,
        };
        assert_eq!(doubts_of(&week, &[]), [doubt]);
    };
    too_full(
        planned(full, Thu, "Trip", 241).build(),
        "2026-11-26",
        541,
        540,
    );
    let half = planned(a_week("2026-W48").weight(Fri, 50), Fri, "Fair", 271);
    too_full(half.build(), "2026-11-27", 271, 270);
}

#[test]
fn days_that_are_over_or_off_and_tasks_that_were_skipped_fill_no_day() {
    let past = planned(a_week("2026-W48"), Mon, "Fair", 600);
    assert_eq!(doubts_of(&past.build(), &[]), []);
    let off = planned(a_week("2026-W48"), Sat, "Fair", 600);
    assert_eq!(doubts_of(&off.build(), &[]), []);
    let skipped = a_week("2026-W48").task_with("Fair", Some(Thu), |task| {
        task.estimate = Some(600);
        task.state = TaskState::Skipped {
            cause: Cause::NoTime,
            note: None,
            at: at("2026-11-25 08:00"),
        };
    });
    assert_eq!(doubts_of(&skipped.build(), &[]), []);
}

#[test]
fn an_improvement_wants_a_day_while_its_task_has_none() {
    let last = a_week("2026-W47")
        .improvement("Quote at once", None)
        .sealed();
    let earlier = [last.build()];
    let no_day = Doubt::NoDay {
        text: "Quote at once".to_owned(),
    };
    let bucket = a_week("2026-W48").bucket("Quote at once").build();
    assert_eq!(doubts_of(&bucket, &earlier), [no_day]);
    let dated = a_week("2026-W48").task("Quote at once", Thu).build();
    assert_eq!(doubts_of(&dated, &earlier), []);
    assert_eq!(doubts_of(&a_week("2026-W48").build(), &earlier), []);
}

//! The review for machines: what `review --json` prints.

use serde::Serialize;

use crate::domain::{Amount, Answer, Cause, ImprovementId, MetricId, TaskId, WeekId};
use crate::planning::{
    Asked, ImprovementOutlook, LessonOutlook, MissedTarget, Outlook, ReviewRow, Status, WeekState,
};

/// What `review --json` prints.
#[derive(Debug, Serialize)]
pub(super) struct ReviewForMachines<'a> {
    week: WeekId,
    state: WeekState,
    targets: Vec<RowForMachines<'a>>,
    missed: Vec<MissForMachines<'a>>,
    open: &'a [TaskId],
    skipped: &'a [TaskId],
    moved: &'a [TaskId],
    done: usize,
    asked: Vec<AskedForMachines<'a>>,
    lessons: &'a [LessonOutlook],
    improvements: &'a [ImprovementOutlook],
}

#[derive(Debug, Serialize)]
struct RowForMachines<'a> {
    metric: &'a MetricId,
    target: Amount,
    first_target: Amount,
    done: Amount,
    attainment_bp: i64,
    last_week_bp: Option<i64>,
    four_weeks_bp: Option<i64>,
    status: Status,
}

#[derive(Debug, Serialize)]
struct MissForMachines<'a> {
    metric: &'a MetricId,
    target: Amount,
    done: Amount,
    cause: Option<Cause>,
    note: Option<&'a str>,
    whys: &'a [String],
}

/// An improvement of an earlier week, and whether it helped.
#[derive(Debug, Serialize)]
struct AskedForMachines<'a> {
    id: ImprovementId,
    week: WeekId,
    text: &'a str,
    helped: Option<Answer>,
    note: Option<&'a str>,
}

impl<'a> ReviewForMachines<'a> {
    pub(super) fn of(week: &'a Outlook) -> Self {
        let review = &week.review;
        let row = |row: &'a ReviewRow| RowForMachines {
            metric: &row.metric,
            target: row.target,
            first_target: row.first_target,
            done: row.done,
            attainment_bp: row.bp,
            last_week_bp: row.last_week_bp,
            four_weeks_bp: row.four_weeks_bp,
            status: row.status,
        };
        let miss = |miss: &'a MissedTarget| MissForMachines {
            metric: &miss.metric,
            target: miss.target,
            done: miss.done,
            cause: miss.cause,
            note: miss.note.as_deref(),
            whys: &miss.whys,
        };
        let asked = |asked: &'a Asked| AskedForMachines {
            id: asked.improvement.id,
            week: asked.week,
            text: &asked.improvement.text,
            helped: asked.helped,
            note: asked.note.as_deref(),
        };
        Self {
            week: week.week,
            state: week.state,
            targets: review.rows.iter().map(row).collect(),
            missed: review.missed.iter().map(miss).collect(),
            open: &review.open,
            skipped: &review.skipped,
            moved: &review.moved,
            done: review.done,
            asked: review.asked.iter().map(asked).collect(),
            lessons: &week.lessons,
            improvements: &week.improvements,
        }
    }
}

//! The screens driven by keys.

mod boxes;
mod edits;
mod labels;
mod late;
mod looks;
mod next;
mod palette;
mod promises;
mod quick;
mod repeats;
mod settings;
mod sizes;
mod undone;
mod unreadable;

use crate::domain::Weekday::{Mon, Tue, Wed};
use crate::domain::fixtures::{WeekBuilder, a_week};

/// A Wednesday in the middle of the week: six metrics, tasks, a bucket.
pub(super) fn wednesday() -> WeekBuilder {
    a_week("2026-W48")
        .target("new_customers", 10)
        .target("revenue", 50_000_000)
        .target("visits", 15)
        .target("calls", 50)
        .target("emails", 100)
        .target("training", 60)
        .entry("new_customers", 3, Mon)
        .entry("new_customers", 2, Tue)
        .entry("new_customers", 1, Wed)
        .entry("revenue", 14_000_000, Mon)
        .entry("revenue", 13_900_000, Tue)
        .entry("revenue", 3_300_000, Wed)
        .entry("visits", 3, Mon)
        .entry("visits", 3, Tue)
        .entry("calls", 12, Mon)
        .entry("calls", 9, Tue)
        .entry("calls", 6, Wed)
        .entry("emails", 22, Mon)
        .entry("emails", 8, Tue)
        .entry("training", 15, Mon)
        .entry("training", 15, Tue)
        .task_with("Call Lin about the delivery", Some(Wed), |task| {
            task.time = Some("10:30".parse().unwrap());
            task.important = Some(true);
            task.urgent = true;
            task.customer = Some("Huaxin".into());
        })
        .counted("Follow-up emails", Wed, "emails", 20)
        .task("CRM notes", Wed)
        .done("Morning meeting", Wed)
        .bucket("List for the year party")
}

//! What a week did for each customer, as its entries and tasks name them.

use super::{MetricOutlook, Outlook, TaskOutlook};
use crate::domain::Amount;

/// A week's work for one customer.
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerWork<'a> {
    /// The customer, as typed.
    pub name: &'a str,
    /// What was entered, for each metric that has something, in the order of the settings.
    pub done: Vec<(&'a MetricOutlook, Amount)>,
    /// The tasks, in the order of the file.
    pub tasks: Vec<&'a TaskOutlook>,
}

/// The customers of a week: those of its entries, the first contact first, then those that only
/// tasks name. An entry without a customer counts for that of its task.
pub fn customer_work(outlook: &Outlook) -> Vec<CustomerWork<'_>> {
    let of_entries = outlook.entries.iter().filter_map(|entry| {
        let task = || outlook.task(entry.task?)?.customer.as_deref();
        let customer = entry.customer.as_deref().or_else(task)?;
        Some((customer, &entry.metric, entry.amount))
    });
    let of_entries: Vec<_> = of_entries.collect();
    let of_tasks = outlook
        .tasks
        .iter()
        .filter_map(|task| task.customer.as_deref());
    let mut names: Vec<&str> = Vec::new();
    for name in of_entries.iter().map(|(name, ..)| *name).chain(of_tasks) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let work = |name| {
        let done = outlook.metrics.iter().filter_map(|metric| {
            let own = of_entries
                .iter()
                .filter(|(customer, of, _)| *customer == name && **of == metric.id);
            let done: Amount = own.map(|(.., amount)| *amount).sum();
            (!done.is_zero()).then_some((metric, done))
        });
        let tasks = outlook.tasks.iter();
        CustomerWork {
            name,
            done: done.collect(),
            tasks: tasks
                .filter(|task| task.customer.as_deref() == Some(name))
                .collect(),
        }
    };
    names.into_iter().map(work).collect()
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use super::*;
    use crate::domain::Weekday::{Mon, Tue};
    use crate::domain::fixtures::{a_week, at, task_id};
    use crate::planning::{History, outlook};

    #[test]
    fn work_is_gathered_by_customer_from_entries_and_tasks() {
        let planned = a_week("2026-W48")
            .task_with("Visit Huaxin", Some(Mon), |task| {
                task.customer = Some("Huaxin".into());
            })
            .task_with("Call Lin", Some(Mon), |task| {
                task.customer = Some("Lin".into());
            })
            .entry_with("visits", 1, Tue, |entry| {
                entry.task = Some(task_id("Visit Huaxin"));
            })
            .entry_with("calls", 2, Mon, |entry| {
                entry.customer = Some("Yunfeng".into());
            })
            .entry_with("calls", 1, Tue, |entry| {
                entry.customer = Some("Huaxin".into());
            })
            .entry("calls", 9, Tue)
            .build();
        let name = |metric: &crate::domain::Metric| metric.id.to_string();
        let now = at("2026-11-25 09:00");
        let history = History::default();
        let seen = outlook(&planned.week, &history, &planned.settings, now, &name);
        let said: Vec<_> = customer_work(&seen)
            .iter()
            .map(|work| {
                let done = work.done.iter();
                let done = done.map(|(metric, amount)| format!("{} {}", metric.id, amount.units()));
                let tasks = work.tasks.iter().map(|task| task.title.clone());
                format!(
                    "{}: {}",
                    work.name,
                    done.chain(tasks).collect::<Vec<_>>().join(", ")
                )
            })
            .collect();
        assert_eq!(
            said,
            [
                "Yunfeng: calls 2",
                "Huaxin: visits 1, calls 1, Visit Huaxin",
                "Lin: Call Lin",
            ]
        );
    }
}

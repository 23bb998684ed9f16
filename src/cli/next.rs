//! `next`: what to do now.

use clap::Args;
use serde::Serialize;

use super::desk::Desk;
use super::error::CliError;
use crate::domain::{Amount, MetricId};
use crate::i18n::date;
use crate::planning::{Counter, Next, NextStep, TaskOutlook, Why, next};

#[derive(Debug, Args)]
pub(super) struct NextArgs {
    #[arg(long)]
    json: bool,
}

impl NextArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let now = desk.stamp.at;
        let week = desk.outlook(now.day().week())?;
        let found = next(&week, now);
        if self.json {
            return desk.json(NextForMachines::of(&found));
        }
        let lines = next_lines(desk, &found);
        desk.lines(&lines);
        Ok(())
    }
}

fn next_lines(desk: &Desk<'_>, found: &Next<'_>) -> Vec<String> {
    let words = &desk.words().next;
    let mut lines = match &found.step {
        NextStep::Task { task, why } => {
            let why = match *why {
                Why::Time { minutes } if minutes > 0 => words.in_minutes(minutes),
                Why::Time { .. } => words.why_time_come.to_owned(),
                Why::First => words.why_first.to_owned(),
            };
            vec![next_task(task), words.why(why)]
        }
        NextStep::Counter(counter) => vec![owed(desk, counter)],
        NextStep::AllDone { tomorrow } => {
            let first = tomorrow.and_then(|tomorrow| {
                let day = date(desk.language, tomorrow.day);
                Some(words.first_of(day, next_task(tomorrow.first?)))
            });
            let done = words.all_done.to_owned();
            std::iter::once(done).chain(first).collect()
        }
    };
    if !found.still.is_empty() {
        let still = found.still.iter().map(|counter| owed(desk, counter));
        let still: Vec<_> = still.collect();
        lines.push(words.still(still.join(desk.words().common.comma)));
    }
    lines
}

/// `10:30 A  Call Lin, Huaxin  k3f9c2q7`.
fn next_task(task: &TaskOutlook) -> String {
    let time = task.time.map(|time| format!("{time} ")).unwrap_or_default();
    let customer = task.customer.as_ref().map(|name| format!(", {name}"));
    let customer = customer.unwrap_or_default();
    format!(
        "{time}{:?}  {}{customer}  {}",
        task.class, task.title, task.id
    )
}

/// `calls 4`.
fn owed(desk: &Desk<'_>, counter: &Counter<'_>) -> String {
    let metric = counter.metric;
    let style = desk.style_of(metric);
    format!(
        "{} {}",
        desk.small_name(&metric.id),
        style.exact(Amount::of_units(counter.left))
    )
}

/// What `next --json` prints.
#[derive(Debug, Serialize)]
struct NextForMachines<'a> {
    task: Option<&'a TaskOutlook>,
    /// In how many minutes the task's time comes.
    minutes: Option<i32>,
    counter: Option<&'a MetricId>,
    still: Vec<Owed<'a>>,
}

#[derive(Debug, Serialize)]
struct Owed<'a> {
    metric: &'a MetricId,
    left: u64,
}

impl<'a> NextForMachines<'a> {
    fn of(found: &'a Next<'_>) -> Self {
        let (task, minutes, counter) = match &found.step {
            NextStep::Task { task, why } => match why {
                Why::Time { minutes } => (Some(*task), Some(*minutes), None),
                Why::First => (Some(*task), None, None),
            },
            NextStep::Counter(counter) => (None, None, Some(&counter.metric.id)),
            NextStep::AllDone { .. } => (None, None, None),
        };
        let still = found.still.iter().map(|counter| Owed {
            metric: &counter.metric.id,
            left: counter.left,
        });
        Self {
            task,
            minutes,
            counter,
            still: still.collect(),
        }
    }
}

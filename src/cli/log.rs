//! `log` and `event`: what was done, and what came in between.

use clap::Args;

use super::desk::Desk;
use super::error::CliError;
use super::names;
use crate::domain::change::{ActivityChange, Change, EventChange};
use crate::domain::{Entry, EntryId, Event, WeekId};
use crate::planning::EntryOutlook;

#[derive(Debug, Args)]
pub(super) struct LogArgs {
    #[arg(value_name = "METRIC")]
    metric: String,
    #[arg(value_name = "AMOUNT")]
    amount: Option<String>,
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    #[arg(long, value_name = "NAME")]
    customer: Option<String>,
    #[arg(long, value_name = "NAME")]
    approach: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(super) struct EventArgs {
    #[arg(value_name = "KIND")]
    kind: String,
    #[arg(value_name = "TEXT")]
    text: String,
    #[arg(long, value_name = "METRIC")]
    metric: Option<String>,
    #[arg(long, value_name = "AMOUNT", requires = "metric")]
    amount: Option<String>,
    #[arg(long, requires = "amount")]
    correct: bool,
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    #[arg(long)]
    what_if: bool,
    #[arg(long)]
    json: bool,
}

impl LogArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let metric = desk.metric(&self.metric)?;
        let amount = match &self.amount {
            Some(text) => desk.amount(&metric, text)?,
            None => desk.usual_amount(&metric)?,
        };
        let (week, day) = desk.past_day(self.on.as_deref())?;
        let entry = Entry {
            id: desk.stamp.id(0).into(),
            day,
            at: desk.stamp.at,
            metric: metric.id.clone(),
            amount,
            task: None,
            event: None,
            customer: self.customer,
            approach: self.approach,
            note: self.note,
        };
        let id = entry.id;
        let week = desk.edit(week, ActivityChange::Log(entry))?;
        if self.json {
            return desk.json(week.entry(id).cloned().map(EntryOutlook::from));
        }
        desk.line(&desk.counted(&week, &metric, day, (id, amount)));
        Ok(())
    }
}

impl EventArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let kind = names::choice("KIND", &self.kind)?;
        let metric = self.metric.map(|metric| desk.metric(&metric)).transpose()?;
        let amount = match (&metric, self.amount) {
            (Some(metric), Some(text)) => Some(desk.amount(metric, &text)?),
            (Some(_) | None, _) => None,
        };
        let (week, day) = desk.past_day(self.on.as_deref())?;
        let event = Event {
            id: desk.stamp.id(0).into(),
            day,
            at: desk.stamp.at,
            kind,
            text: self.text,
            metric: metric.map(|metric| metric.id),
            amount,
        };
        let id = event.id;
        let correct = self.correct.then(|| desk.stamp.id(1).into());
        if self.what_if {
            return say_what_if(desk, week, (event, correct), self.json);
        }
        desk.edit(week, EventChange::Note { event, correct })?;
        if self.json {
            let week = desk.outlook(week)?;
            return desk.json(week.events.iter().find(|event| event.id == id));
        }
        desk.line(&id.to_string());
        Ok(())
    }
}

/// Says what noting an event would make of its metric; by itself it changes no figure.
fn say_what_if(
    desk: &mut Desk<'_>,
    week: WeekId,
    (event, correct): (Event, Option<EntryId>),
    json: bool,
) -> Result<(), CliError> {
    let corrects = correct.is_some();
    let could_correct = event.metric.is_some() && event.amount.is_some();
    let metric = event.metric.clone().filter(|_| corrects);
    let what = desk.words().name(event.kind);
    let what = desk.words().common.reason(what, &event.text);
    let change = EventChange::Note { event, correct };
    let sides = desk.sides(week, &Change::Week(week, change.into()))?;
    if json {
        return desk.json_of(&[sides]);
    }
    desk.line(&what);
    match metric {
        Some(metric) => desk.compare_done(&sides, &metric),
        None => desk.line(desk.words().what_if.only_noted),
    }
    if could_correct && !corrects {
        desk.line(desk.words().what_if.correct);
    }
    desk.nothing_written();
    Ok(())
}

//! `target`, `focus`, `pin`, `outlook`: what the week is to reach.

use clap::Args;

use super::desk::Desk;
use super::error::CliError;
use super::names::{self, is_none};
use super::what_if::Asking;
use crate::domain::change::{Change, Stretch, TargetChange, TargetSet};
use crate::domain::{Amount, Calendar, Day, MetricId, TargetText, Unit, WeekId};
use crate::i18n::{WeekdayForm, date, weekday};
use crate::planning::{MetricOutlook, Outlook};

#[derive(Debug, Args)]
pub(super) struct TargetArgs {
    #[arg(value_name = "METRIC")]
    metric: String,
    #[arg(value_name = "AMOUNT")]
    amount: String,
    #[arg(long, value_name = "AMOUNT")]
    stretch: Option<String>,
    #[arg(long, value_name = "DAY")]
    since: Option<String>,
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
    #[command(flatten)]
    asking: Asking,
}

#[derive(Debug, Args)]
pub(super) struct FocusArgs {
    #[arg(value_name = "METRIC")]
    metric: String,
}

#[derive(Debug, Args)]
pub(super) struct PinArgs {
    #[arg(value_name = "METRIC")]
    metric: String,
    #[arg(value_name = "DAY")]
    day: String,
    #[arg(value_name = "AMOUNT")]
    amount: String,
    #[command(flatten)]
    asking: Asking,
}

#[derive(Debug, Args)]
pub(super) struct OutlookArgs {
    #[arg(value_name = "MARKET")]
    market: String,
    #[arg(value_name = "NOTE")]
    note: Option<String>,
}

impl TargetArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let metric = desk.metric(&self.metric)?;
        let week = desk.week;
        let since = self.since.map(|day| desk.day(&day, week)).transpose()?;
        let stretch = match self.stretch {
            None => Stretch::Keep,
            Some(text) if is_none(&text) => Stretch::Clear,
            Some(text) => Stretch::To(desk.amount(&metric, &text)?),
        };
        let to = match TargetText::read(&self.amount, desk.reading(&metric))? {
            TargetText::Total(amount) => amount,
            TargetText::PerDay(amount) => per_day(desk, week, since, amount)?,
        };
        let set = TargetSet {
            stretch,
            since,
            reason: self.reason,
            ..TargetSet::new(metric.id.clone(), to, desk.stamp.at)
        };
        let change = Change::Week(week, TargetChange::Set(set).into());
        if self.asking.what_if {
            let sides = desk.sides(week, &change)?;
            if self.asking.json {
                return desk.json_of(&[sides]);
            }
            say_target(desk, &metric.id, &sides.then.outlook);
            desk.compare(&sides, Some(&metric.id));
            desk.nothing_written();
            return Ok(());
        }
        desk.apply(&change)?;
        let seen = desk.outlook(week)?;
        say_target(desk, &metric.id, &seen);
        Ok(())
    }
}

/// An amount for each working day left, `since` being the first that counts.
fn per_day(
    desk: &Desk<'_>,
    week: WeekId,
    since: Option<Day>,
    amount: Amount,
) -> Result<Amount, CliError> {
    let calendar = Calendar::of_week(&desk.read_week(week)?, &desk.settings);
    let first = since.unwrap_or_else(|| desk.stamp.at.day());
    Ok(calendar.for_each_day_from(first, amount))
}

/// `Calls: target 50 · Wed 17 Thu 17 Fri 16`.
fn say_target(desk: &mut Desk<'_>, id: &MetricId, week: &Outlook) {
    let Some(seen) = week.metric(id) else {
        return;
    };
    let name = seen.name.clone();
    let Some(target) = seen.target else {
        let line = format!("{name} · {}", desk.words().messages.target_cleared);
        desk.line(&line);
        return;
    };
    let style = desk.style_of(seen);
    let amount = style.exact(target);
    let line = desk.words().messages.target_set(name, amount);
    let line = format!("{line}{}", day_quotas(desk, seen));
    desk.line(&line);
}

/// What each day owes, from today on the adaptive quota: ` · Wed 17 Thu 17 Fri 16`.
fn day_quotas(desk: &Desk<'_>, seen: &MetricOutlook) -> String {
    if seen.unit == Unit::Score {
        return String::new();
    }
    let style = desk.style_of(seen);
    let owed = seen.days.iter().filter(|(_, day)| day.quota() > 0);
    let owed = owed.map(|(day, figures)| {
        let name = weekday(desk.language, day, WeekdayForm::Short);
        format!("{name} {}", style.short(Amount::of_units(figures.quota())))
    });
    let owed = owed.collect::<Vec<_>>().join(" ");
    if owed.is_empty() {
        owed
    } else {
        format!(" · {owed}")
    }
}

impl FocusArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let metric = if is_none(&self.metric) {
            None
        } else {
            Some(desk.metric(&self.metric)?)
        };
        let focus = metric.as_ref().map(|metric| metric.id.clone());
        desk.edit(desk.week, TargetChange::Focus(focus))?;
        let line = match metric {
            Some(metric) => {
                let name = desk.words().metric_name(&metric);
                desk.words().messages.focus_set(name)
            }
            None => desk.words().messages.focus_cleared.to_owned(),
        };
        desk.line(&line);
        Ok(())
    }
}

impl PinArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let metric = desk.metric(&self.metric)?;
        let (week, day) = desk.place(&self.day)?;
        let amount = if names::is_auto(&self.amount) {
            None
        } else {
            Some(desk.amount(&metric, &self.amount)?)
        };
        let pin = TargetChange::Pin {
            metric: metric.id.clone(),
            day,
            amount,
        };
        let change = Change::Week(week, pin.into());
        let asked = self.asking.what_if.then(|| desk.sides(week, &change));
        let asked = asked.transpose()?;
        match asked {
            Some(sides) if self.asking.json => return desk.json_of(&[sides]),
            Some(_) => {}
            None => drop(desk.apply(&change)?),
        }
        let name = desk.words().metric_name(&metric);
        let (day, messages) = (date(desk.language, day), &desk.words().messages);
        let line = match amount {
            Some(amount) => messages.pinned(name, day, desk.style(&metric).exact(amount)),
            None => format!("{name} {day} · {}", messages.pin_freed),
        };
        desk.line(&line);
        if let Some(sides) = asked {
            desk.compare_days(&sides, &metric.id);
            desk.nothing_written();
        }
        Ok(())
    }
}

impl OutlookArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let market = names::choice("MARKET", &self.market)?;
        let note = self.note.unwrap_or_default();
        let name = desk.words().name(market);
        let line = match note.as_str() {
            "" => desk.words().goals.outlook(name),
            note => desk.words().goals.outlook_noted(name, note),
        };
        desk.edit(desk.week, TargetChange::Outlook { market, note })?;
        desk.line(&line);
        Ok(())
    }
}

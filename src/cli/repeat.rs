//! `repeat`, and `add --repeat`: work that comes again and again.

use clap::{Args, Subcommand};
use serde::Serialize;

use super::columns::columns_of_words;
use super::desk::Desk;
use super::error::CliError;
use super::names;
use crate::domain::change::{RepeatChange, SettingsChange, TaskField};
use crate::domain::{Day, OnDayOff, Repeat, RepeatId, Rule, Task, Work, shown};
use crate::i18n::{date, read_rule, rule_name};

/// How a new task repeats.
#[derive(Debug, Args)]
pub(super) struct RepeatFields {
    #[arg(long, value_name = "RULE", conflicts_with = "due")]
    repeat: Option<String>,
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    #[arg(long, value_name = "HOW")]
    off: Option<String>,
}

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct RepeatArgs {
    #[command(subcommand)]
    command: Option<RepeatCommand>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum RepeatCommand {
    End(RepeatEndArgs),
}

#[derive(Debug, Args)]
struct RepeatEndArgs {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    #[arg(long)]
    json: bool,
}

/// A repeat for machines: every key is there, absent means `null`.
#[derive(Debug, Serialize)]
struct RepeatRow<'a> {
    id: RepeatId,
    title: &'a str,
    rule: Rule,
    off: OnDayOff,
    from: Day,
    until: Option<Day>,
    except: Vec<Day>,
    next: Option<Day>,
    time: Option<String>,
    important: bool,
    urgent: bool,
    estimate: Option<u16>,
    metric: Option<String>,
    amount: Option<i64>,
    customer: Option<&'a str>,
}

impl RepeatFields {
    /// The rule, if one is given.
    pub(super) fn rule(&self) -> Result<Option<Rule>, CliError> {
        Ok(self.repeat.as_deref().map(read_rule).transpose()?)
    }

    /// Refuses what only work that comes again may say.
    pub(super) fn without_rule(&self) -> Result<(), CliError> {
        let option = match (&self.until, &self.off) {
            (Some(_), _) => "--until",
            (None, Some(_)) => "--off",
            (None, None) => return Ok(()),
        };
        Err(CliError::NeedsRepeat(option))
    }

    /// Adds a repeat of a task with these fields, from a day on.
    pub(super) fn add(
        self,
        desk: &mut Desk<'_>,
        mut task: Task,
        fields: Vec<TaskField>,
        (rule, from, json): (Rule, Day, bool),
    ) -> Result<(), CliError> {
        for field in fields {
            field.set(&mut task);
        }
        let id = RepeatId(task.id.0);
        let mut repeat = Repeat::new(id, rule, from, Work::of(&task), task.added);
        let until = self.until.as_deref();
        repeat.until = until.map(|day| desk.day(day, desk.week)).transpose()?;
        let off = self.off.as_deref();
        let off = off.map(|how| names::choice("--off", how)).transpose()?;
        repeat.off = off.unwrap_or_default();
        let change = SettingsChange::Repeat(RepeatChange::Add(Box::new(repeat)));
        desk.apply(&change.into())?;
        say(desk, id, json)
    }
}

impl RepeatArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        if let Some(RepeatCommand::End(args)) = self.command {
            return args.run(desk);
        }
        let (settings, today) = (desk.settings.clone(), desk.stamp.at.day());
        let repeats = settings.repeats.iter();
        if self.json {
            let rows: Vec<_> = repeats.map(|repeat| row(desk, repeat)).collect();
            return desk.json(rows);
        }
        let not_over = |repeat: &&Repeat| repeat.until.is_none_or(|until| until >= today);
        let rows: Vec<_> = repeats
            .filter(not_over)
            .map(|repeat| cells(desk, repeat))
            .collect();
        desk.lines(&columns_of_words(&rows));
        Ok(())
    }
}

impl RepeatEndArgs {
    /// It ends on a day, which is the last; else it comes no more from today on.
    fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let repeat = named(desk, &self.id)?;
        let last = match &self.on {
            Some(on) => desk.day(on, desk.week)?,
            None => desk.stamp.at.day().previous(),
        };
        let end = RepeatChange::End {
            id: repeat.id,
            last,
        };
        desk.apply(&SettingsChange::Repeat(end).into())?;
        if self.json {
            return match desk.settings.repeat(repeat.id) {
                Some(_) => say(desk, repeat.id, true),
                None => desk.json(None::<()>),
            };
        }
        let ended = desk.words().commands.repeat_ends(date(desk.language, last));
        let line = desk
            .words()
            .commands
            .became(repeat.id, &ended, &repeat.work.title);
        desk.line(&line);
        Ok(())
    }
}

/// The repeat whose id begins so.
fn named(desk: &Desk<'_>, text: &str) -> Result<Repeat, CliError> {
    let repeats = desk.settings.repeats.iter();
    let fits: Vec<_> = repeats
        .filter(|repeat| repeat.id.0.begins_with(text.trim()))
        .collect();
    match fits[..] {
        [repeat] => Ok(repeat.clone()),
        [] => Err(CliError::NoRepeat(shown(text))),
        _ => Err(CliError::ManyIds {
            text: shown(text),
            fits: fits
                .iter()
                .map(|repeat| format!("{} {}", repeat.id, repeat.work.title))
                .collect(),
        }),
    }
}

fn say(desk: &mut Desk<'_>, id: RepeatId, json: bool) -> Result<(), CliError> {
    let settings = desk.settings.clone();
    let Some(repeat) = settings.repeat(id) else {
        return Ok(());
    };
    if json {
        let row = row(desk, repeat);
        return desk.json(row);
    }
    let line = columns_of_words(&[cells(desk, repeat)]);
    desk.lines(&line);
    Ok(())
}

/// `k3f9c2q7  Mon 30 Nov  every working day  Morning calls`.
fn cells(desk: &Desk<'_>, repeat: &Repeat) -> [String; 4] {
    let next = repeat.next_day(desk.stamp.at.day(), &desk.settings);
    [
        repeat.id.to_string(),
        next.map_or_else(String::new, |day| date(desk.language, day)),
        rule_name(desk.language, repeat.rule),
        repeat.work.title.clone(),
    ]
}

fn row<'a>(desk: &Desk<'_>, repeat: &'a Repeat) -> RepeatRow<'a> {
    let work = &repeat.work;
    RepeatRow {
        id: repeat.id,
        title: &work.title,
        rule: repeat.rule,
        off: repeat.off,
        from: repeat.from,
        until: repeat.until,
        except: repeat.except.iter().copied().collect(),
        next: repeat.next_day(desk.stamp.at.day(), &desk.settings),
        time: work.time.map(|time| time.to_string()),
        important: work.important.unwrap_or(false),
        urgent: work.urgent,
        estimate: work.estimate,
        metric: work.metric.as_ref().map(ToString::to_string),
        amount: work.amount.map(crate::domain::Amount::units),
        customer: work.customer.as_deref(),
    }
}

//! `add`, `done`, `skip`, `move`, `edit`, `remove`: planned pieces of work.

use clap::Args;

use super::desk::{Desk, HISTORY};
use super::error::CliError;
use super::ids::{self, Named};
use super::names::{self, is_none};
use super::repeat::RepeatFields;
use crate::domain::change::{
    ActivityChange, Carry, Change, ChangeError, EventChange, ReviewChange, TaskChange, TaskField,
    WeekChange,
};
use crate::domain::{Day, Metric, Rule, Task, Week, WeekId};
use crate::i18n::{HintKind, Quick, QuickContext, known_customers, read_quick, read_time};
use crate::planning::TaskStatus;

#[derive(Debug, Args)]
pub(super) struct AddArgs {
    #[arg(value_name = "TITLE")]
    title: String,
    #[command(flatten)]
    fields: Fields,
    #[command(flatten)]
    repeat: RepeatFields,
    #[arg(long)]
    literal: bool,
    #[arg(long)]
    json: bool,
}

/// What a task may say besides its title.
#[derive(Debug, Args)]
struct Fields {
    #[arg(long, value_name = "DAY")]
    on: Option<String>,
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    #[arg(long, value_name = "DAY")]
    due: Option<String>,
    #[arg(long, value_name = "YES|NO", num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    important: Option<String>,
    #[arg(long, value_name = "YES|NO", num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    urgent: Option<String>,
    #[arg(long, value_name = "MINUTES")]
    estimate: Option<String>,
    #[arg(long, value_name = "METRIC")]
    metric: Option<String>,
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
    #[arg(long, value_name = "NAME")]
    customer: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct DoneArgs {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(long, value_name = "DAY", conflicts_with = "open")]
    on: Option<String>,
    #[arg(long)]
    open: bool,
}

#[derive(Debug, Args)]
pub(super) struct SkipArgs {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(long, value_name = "CAUSE")]
    reason: String,
}

#[derive(Debug, Args)]
pub(super) struct MoveArgs {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(value_name = "DAY")]
    day: String,
}

#[derive(Debug, Args)]
pub(super) struct EditArgs {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    #[command(flatten)]
    fields: Fields,
}

#[derive(Debug, Args)]
pub(super) struct RemoveArgs {
    #[arg(value_name = "ID")]
    id: String,
}

/// Where a task shall stand.
enum Place {
    Day(WeekId, Day),
    Bucket(WeekId),
}

impl Place {
    fn read(desk: &Desk<'_>, text: &str) -> Result<Self, CliError> {
        if names::is_bucket(text) {
            return Ok(Self::Bucket(desk.week));
        }
        let (week, day) = desk.place(text)?;
        Ok(Self::Day(week, day))
    }

    fn week(&self) -> WeekId {
        match self {
            Self::Day(week, _) | Self::Bucket(week) => *week,
        }
    }

    fn day(&self) -> Option<Day> {
        match self {
            Self::Day(_, day) => Some(*day),
            Self::Bucket(_) => None,
        }
    }
}

impl AddArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let rule = self.repeat.rule()?;
        let metrics: Vec<_> = desk.settings.metrics_in_use().cloned().collect();
        let customers = customers(desk, &self.title);
        let mut said = self.fields.said();
        // Work that comes again is due on its day.
        if rule.is_some() {
            said.extend([HintKind::Due, HintKind::Repeats]);
        } else if said.contains(&HintKind::Due) {
            said.push(HintKind::Repeats);
        }
        let context = QuickContext {
            today: desk.stamp.at.day(),
            week: desk.week,
            past: desk.week < desk.stamp.at.day().week(),
            currency: desk.settings.currency,
            metrics: &metrics,
            customers: &customers,
            said: &said,
        };
        let quick = if self.literal {
            Quick::literal(&self.title)
        } else {
            read_quick(&self.title, &context)
        };
        if let Some(rule) = rule.or(quick.rule()) {
            return self.run_repeating(desk, rule, (&quick, &context));
        }
        self.repeat.without_rule()?;
        let place = self.fields.place(desk, &quick)?;
        let id = desk.stamp.id(0).into();
        let mut task = Task::new(id, String::new(), place.day(), desk.stamp.at);
        quick.fill(&mut task, |metric| desk.usual_amount(metric).ok(), &metrics);
        let mut change = vec![Change::Week(
            place.week(),
            TaskChange::Add(Box::new(task)).into(),
        )];
        let fields = self.fields.read(desk, None)?;
        if !fields.is_empty() {
            let edit = TaskChange::Edit { id, fields };
            change.push(Change::Week(place.week(), edit.into()));
        }
        desk.apply(&Change::Several(change))?;
        if self.json {
            let week = desk.outlook(place.week())?;
            return desk.json(week.tasks.iter().find(|task| task.id == id));
        }
        desk.line(&id.to_string());
        say_understood(desk, &self.title, &quick, &context);
        Ok(())
    }

    /// Adds a task that comes again, from the day given on: no day is in the bucket.
    fn run_repeating(
        self,
        desk: &mut Desk<'_>,
        rule: Rule,
        (quick, context): (&Quick, &QuickContext<'_>),
    ) -> Result<(), CliError> {
        let today = desk.stamp.at.day();
        let from = match &self.fields.on {
            Some(on) => desk.day(on, desk.week)?,
            None if desk.week.contains(today) => quick.begins(today),
            None => quick.begins(desk.week.monday()),
        };
        let mut task = Task::new(desk.stamp.id(0).into(), String::new(), None, desk.stamp.at);
        let usual = |metric: &Metric| desk.usual_amount(metric).ok();
        quick.fill(&mut task, usual, context.metrics);
        let fields = self.fields.read(desk, None)?;
        self.repeat
            .add(desk, task, fields, (rule, from, self.json))?;
        if !self.json {
            say_understood(desk, &self.title, quick, context);
        }
        Ok(())
    }
}

/// What a title said besides, and what in it only looks as if it did.
fn say_understood(desk: &mut Desk<'_>, title: &str, quick: &Quick, context: &QuickContext<'_>) {
    if !quick.parts.is_empty() {
        let said = quick.said(desk.language, context).join(" · ");
        desk.line(&desk.words().quick_add.understood(said));
    }
    if let Some(kept) = quick.kept_said(title, desk.language) {
        desk.line(&kept);
    }
}

/// The customers that a title can complete; nothing is read where it names none.
fn customers(desk: &Desk<'_>, title: &str) -> Vec<String> {
    if !title.contains(['@', '＠']) {
        return Vec::new();
    }
    let this = desk.store.week(desk.week).ok().flatten();
    let earlier = desk.store.earlier(desk.week, HISTORY);
    known_customers(this.iter().chain(&earlier))
}

impl Fields {
    /// Where a new task shall stand: as the option says, else as its title does.
    fn place(&self, desk: &Desk<'_>, quick: &Quick) -> Result<Place, CliError> {
        let today = desk.stamp.at.day();
        match (&self.on, quick.day()) {
            (Some(on), _) => Place::read(desk, on),
            (None, Some(day)) if desk.week_given => Ok(Place::Day(desk.week, day)),
            (None, Some(day)) => Ok(Place::Day(day.week(), day)),
            (None, None) => match quick.bucket() {
                Some(week) => Ok(Place::Bucket(week)),
                None if desk.week.contains(today) => Ok(Place::Day(desk.week, today)),
                None => Ok(Place::Bucket(desk.week)),
            },
        }
    }

    /// What the options say, so that the title does not.
    fn said(&self) -> Vec<HintKind> {
        let said = [
            (HintKind::Day, self.on.is_some()),
            (HintKind::Time, self.at.is_some()),
            (HintKind::Due, self.due.is_some()),
            (
                HintKind::Weight,
                self.important.is_some() || self.urgent.is_some(),
            ),
            (HintKind::Estimate, self.estimate.is_some()),
            (
                HintKind::Metric,
                self.metric.is_some() || self.amount.is_some(),
            ),
            (HintKind::Customer, self.customer.is_some()),
        ];
        let said = said.into_iter().filter(|(_, is_said)| *is_said);
        said.map(|(kind, _)| kind).collect()
    }

    /// The fields that are given, for a new task or one that is `known`.
    fn read(self, desk: &Desk<'_>, known: Option<&Task>) -> Result<Vec<TaskField>, CliError> {
        let text = |text: &str| Ok(text.to_owned());
        let urgent = self
            .urgent
            .map(|text| names::yes_or_no(&text))
            .transpose()?;
        let counted = counted(desk, known, self.metric, self.amount.as_deref())?;
        let fields = [
            field(self.at, |at| Ok(read_time(at)?), TaskField::Time)?,
            field(self.due, |due| desk.day(due, desk.week), TaskField::Due)?,
            field(self.important, names::yes_or_no, TaskField::Important)?,
            urgent.map(TaskField::Urgent),
            field(
                self.estimate,
                |text| desk.estimate(text),
                TaskField::Estimate,
            )?,
            field(self.customer, text, TaskField::Customer)?,
        ];
        Ok(fields.into_iter().flatten().chain(counted).collect())
    }
}

/// A field that is given; `none` empties it.
fn field<T>(
    text: Option<String>,
    read: impl FnOnce(&str) -> Result<T, CliError>,
    field: impl FnOnce(Option<T>) -> TaskField,
) -> Result<Option<TaskField>, CliError> {
    match text {
        None => Ok(None),
        Some(text) if is_none(&text) => Ok(Some(field(None))),
        Some(text) => Ok(Some(field(Some(read(&text)?)))),
    }
}

/// What a task counts for: a metric that comes without an amount brings its usual one.
fn counted(
    desk: &Desk<'_>,
    known: Option<&Task>,
    metric: Option<String>,
    amount: Option<&str>,
) -> Result<Vec<TaskField>, CliError> {
    let before = known.and_then(|task| task.metric.as_ref());
    let before = before.and_then(|id| desk.settings.metric(id));
    let Some(metric) = metric else {
        return match (amount, before) {
            (None, _) => Ok(Vec::new()),
            (Some(text), _) if is_none(text) => Ok(vec![TaskField::Amount(None)]),
            (Some(text), Some(metric)) => {
                Ok(vec![TaskField::Amount(Some(desk.amount(metric, text)?))])
            }
            (Some(_), None) => Err(ChangeError::AmountAlone.into()),
        };
    };
    if is_none(&metric) {
        return Ok(vec![TaskField::Metric(None), TaskField::Amount(None)]);
    }
    let metric = desk.metric(&metric)?;
    let same_unit = before.is_some_and(|before| before.unit == metric.unit);
    let kept = known.and_then(|task| task.amount).filter(|_| same_unit);
    let amount = match (amount, kept) {
        (Some(text), _) if is_none(text) => None,
        (Some(text), _) => Some(desk.amount(&metric, text)?),
        (None, Some(kept)) => Some(kept),
        (None, None) => Some(desk.usual_amount(&metric)?),
    };
    Ok(vec![
        TaskField::Metric(Some(metric.id)),
        TaskField::Amount(amount),
    ])
}

impl DoneArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let (week, task) = ids::task(desk, &self.id)?;
        if self.open {
            desk.edit(week, TaskChange::Reopen(task.id))?;
            desk.told(&task, desk.words().commands.opened);
            return Ok(());
        }
        let today = desk.stamp.at.day();
        let on = match &self.on {
            Some(on) => desk.past_day_in(week, on)?,
            None => today,
        };
        let complete = TaskChange::Complete {
            id: task.id,
            on,
            at: desk.stamp.at,
            entry: desk.stamp.id(0).into(),
        };
        // A task of another week that is done today stands done in this one.
        let stays = week.contains(on) || self.on.is_some() || !task.is_open();
        let change = if stays {
            Change::Week(week, complete.into())
        } else {
            let carry = carry(desk, &task, week, on.week(), Some(on));
            Change::Several(vec![carry, Change::Week(on.week(), complete.into())])
        };
        let week = if stays { week } else { on.week() };
        let books = desk.apply(&change)?;
        desk.told(&task, desk.words().name(TaskStatus::Done));
        say_entry(desk, &books.week(week), &task, on);
        Ok(())
    }
}

fn carry(desk: &Desk<'_>, task: &Task, from: WeekId, to: WeekId, day: Option<Day>) -> Change {
    Change::Carry(Carry {
        task: task.id,
        from,
        to,
        day,
        at: desk.stamp.at,
    })
}

/// The entry that checking a task off has written, if it has one.
fn say_entry(desk: &mut Desk<'_>, week: &Week, task: &Task, on: Day) {
    let id = desk.stamp.id(0).into();
    let metric = task.metric.as_ref().and_then(|id| desk.settings.metric(id));
    if let (Some(entry), Some(metric)) = (week.entry(id), metric.cloned()) {
        desk.line(&desk.counted(week, &metric, on, (id, entry.amount)));
    }
}

impl SkipArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let (week, task) = ids::task(desk, &self.id)?;
        let (cause, note) = names::cause(&self.reason);
        let skip = TaskChange::Skip {
            id: task.id,
            cause,
            note,
            at: desk.stamp.at,
        };
        desk.edit(week, skip)?;
        desk.told(&task, desk.words().commands.skipped);
        Ok(())
    }
}

impl MoveArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let (week, task) = ids::task(desk, &self.id)?;
        let place = if names::is_next(&self.day) {
            Place::Bucket(desk.week.next())
        } else {
            Place::read(desk, &self.day)?
        };
        let change = moved(desk, week, &task, &place);
        desk.apply(&change)?;
        let to = desk.place_name(place.week(), place.day());
        desk.told(&task, &desk.words().commands.moved_to(to));
        Ok(())
    }
}

fn moved(desk: &Desk<'_>, from: WeekId, task: &Task, to: &Place) -> Change {
    if from == to.week() {
        let (id, to, at) = (task.id, to.day(), desk.stamp.at);
        Change::Week(from, TaskChange::Move { id, to, at }.into())
    } else {
        carry(desk, task, from, to.week(), to.day())
    }
}

impl EditArgs {
    pub(super) fn run(mut self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let (week, task) = ids::task(desk, &self.id)?;
        let on = self.fields.on.take();
        let mut fields = self.fields.read(desk, Some(&task))?;
        fields.extend(self.title.map(TaskField::Title));
        let mut changes = Vec::new();
        if !fields.is_empty() {
            let edit = TaskChange::Edit {
                id: task.id,
                fields,
            };
            changes.push(Change::Week(week, edit.into()));
        }
        if let Some(on) = on {
            changes.push(moved(desk, week, &task, &Place::read(desk, &on)?));
        }
        if changes.is_empty() {
            return Err(CliError::NothingToChange);
        }
        desk.apply(&Change::Several(changes))?;
        desk.told(&task, desk.words().commands.edited);
        Ok(())
    }
}

impl RemoveArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let hit = ids::anything(desk, &self.id)?;
        let change: WeekChange = match hit.what {
            Named::Task(id) => TaskChange::Remove {
                id,
                with_entries: false,
            }
            .into(),
            Named::Entry(id) => ActivityChange::Remove(id).into(),
            Named::Event(id) => EventChange::Remove(id).into(),
            Named::Lesson(id) => ReviewChange::RemoveLesson(id).into(),
            Named::Improvement(id) => ReviewChange::RemoveImprovement(id).into(),
        };
        desk.edit(hit.week, change)?;
        let words = &desk.words().commands;
        let line = words.became(hit.id, words.removed, &hit.text);
        desk.line(&line);
        Ok(())
    }
}

//! The box in which a task is added or edited.

mod repeating;

use std::borrow::Cow;

use super::FormBox;
use super::form::{Form, Line};
use crate::domain::change::{Change, TaskChange, TaskField};
use crate::domain::{
    Amount, Day, LONGEST_LINE, MetricId, OnDayOff, Reading, Rule, Task, TaskId, Unit, WeekId,
};
use crate::i18n::{ReadError, read_time, rule_name};
use crate::tui::edits::{self, Goal, TaskRef, in_week};
use crate::tui::effect::Effect;
use crate::tui::scene::Scene;
use crate::tui::view::some_day;
use repeating::{Origin, Pattern};

/// How many days ahead a task can be due.
const DUE_DAYS: usize = 21;
const LONGEST_NUMBER: usize = 20;

/// The lines of the form, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Title,
    Day,
    Time,
    Important,
    Urgent,
    Due,
    Metric,
    Amount,
    Estimate,
    Customer,
    Repeats,
    OnDayOff,
    Applies,
}

/// A task's fields.
pub struct TaskBox {
    form: Form,
    /// The task that is edited; none where one is added.
    task: Option<TaskRef>,
    /// The task that it was asked to add.
    added: Option<TaskRef>,
    week: WeekId,
    /// The days that can be chosen; `None` is the bucket.
    days: Vec<Option<Day>>,
    due: Vec<Option<Day>>,
    metrics: Vec<Option<MetricId>>,
    /// What has brought it, where it repeats.
    origin: Option<Origin>,
}

impl TaskBox {
    /// For a new task of a week, with what is known of it already.
    pub fn add(task: &Task, week: WeekId, scene: &Scene<'_>) -> Self {
        Self::of(task, None, week, scene)
    }

    /// For a task as it is; none where it is gone.
    pub fn edit(task: TaskRef, scene: &Scene<'_>) -> Option<Self> {
        let weeks = scene.history.earlier.iter().copied();
        let mut weeks = std::iter::once(scene.week).chain(weeks);
        let week = weeks.find(|week| week.week == task.week)?;
        let found = week.task(task.id)?;
        let mut edit = Self::of(found, Some(task), task.week, scene);
        if let Some(origin) = Origin::of(found, week, scene) {
            edit.show_origin(origin, scene);
        }
        Some(edit)
    }

    fn of(task: &Task, edited: Option<TaskRef>, week: WeekId, scene: &Scene<'_>) -> Self {
        let boxes = &scene.words.boxes;
        let days = std::iter::once(None).chain(week.days().map(Some));
        let days: Vec<_> = days.collect();
        let due = due_days(task, scene);
        let in_use = scene.settings.metrics_in_use();
        let in_use = in_use.map(|metric| Some(metric.id.clone()));
        let metrics: Vec<_> = std::iter::once(None).chain(in_use).collect();
        let text = |value: &str| Line::text(value, LONGEST_LINE);
        let number = |value: String| Line::text(&value, LONGEST_NUMBER);
        let amount = task
            .amount
            .map(|amount| typed(task.metric.as_ref(), amount, scene));
        let lines = vec![
            (boxes.title, text(&task.title)),
            (
                boxes.day,
                choice(&days, &task.day, |day| say(scene, week, *day)),
            ),
            (boxes.time, number(shown(task.time))),
            (boxes.important, Line::Tick(task.important == Some(true))),
            (boxes.urgent, Line::Tick(task.urgent)),
            (
                boxes.due,
                choice(&due, &task.due, |day| say_due(scene, *day)),
            ),
            (
                boxes.metric,
                choice(&metrics, &task.metric, |id| say_metric(scene, id.as_ref())),
            ),
            (boxes.quantity, number(amount.unwrap_or_default())),
            (boxes.estimate, number(shown(task.estimate))),
            (
                boxes.customer,
                text(task.customer.as_deref().unwrap_or_default()),
            ),
            (boxes.repeats, text("")),
            (
                boxes.on_day_off,
                choice(&OnDayOff::ALL, &OnDayOff::default(), |off| {
                    scene.words.name(*off).to_owned()
                }),
            ),
            (
                boxes.applies_to,
                choice(
                    &[boxes.this_one, boxes.from_here_on],
                    &boxes.this_one,
                    |text| (*text).to_owned(),
                ),
            ),
        ];
        let mut form = Form::new(lines);
        form.hide(At::OnDayOff as usize, true);
        form.hide(At::Applies as usize, true);
        Self {
            form,
            task: edited,
            added: None,
            week,
            days,
            due,
            metrics,
            origin: None,
        }
    }

    /// The same for a task that comes again by a rule, if one is given.
    #[must_use]
    pub fn by(mut self, rule: Option<Rule>, scene: &Scene<'_>) -> Self {
        if let Some(rule) = rule {
            let off = OnDayOff::default();
            self.show_pattern(Pattern { rule, off }, scene);
        }
        self
    }

    fn show_pattern(&mut self, Pattern { rule, off }: Pattern, scene: &Scene<'_>) {
        let name = rule_name(scene.language, rule);
        self.form.set_text(At::Repeats as usize, &name);
        let off = OnDayOff::ALL.iter().position(|other| *other == off);
        self.form.choose(At::OnDayOff as usize, off.unwrap_or(0));
        self.form.hide(At::OnDayOff as usize, !rule.may_be_off());
    }

    fn show_origin(&mut self, origin: Origin, scene: &Scene<'_>) {
        self.show_pattern(origin.pattern(), scene);
        self.form.hide(At::Applies as usize, false);
        self.origin = Some(origin);
    }

    /// The day that a rule is counted from.
    fn first_day(&self, scene: &Scene<'_>) -> Day {
        let day = self.days.get(self.form.choice(At::Day as usize));
        let some_day = || some_day(self.week, scene.today());
        day.copied().flatten().unwrap_or_else(some_day)
    }

    fn pattern(&self, scene: &Scene<'_>) -> Result<Option<Pattern>, ReadError> {
        let text = self.form.text(At::Repeats as usize);
        let rule = repeating::read(text, self.first_day(scene))?;
        let off = OnDayOff::ALL.get(self.form.choice(At::OnDayOff as usize));
        let off = off.copied().unwrap_or_default();
        Ok(rule.map(|rule| Pattern { rule, off }))
    }

    fn read(&self, scene: &Scene<'_>) -> Result<Task, (At, String)> {
        let text = |at: At| self.form.optional(at as usize);
        let title = crate::domain::line(self.form.text(At::Title as usize))
            .map_err(|error| (At::Title, scene.say(&error)))?;
        let day = self.days.get(self.form.choice(At::Day as usize));
        let id = self.task.map_or(TaskId(scene.stamp.id(0)), |task| task.id);
        let mut task = Task::new(id, title, day.copied().flatten(), scene.stamp.at);
        task.time = match text(At::Time) {
            Some(time) => Some(read_time(&time).map_err(|error| (At::Time, scene.say(&error)))?),
            None => None,
        };
        task.important = self.form.is_ticked(At::Important as usize).then_some(true);
        task.urgent = self.form.is_ticked(At::Urgent as usize);
        let due = self.due.get(self.form.choice(At::Due as usize));
        task.due = due.copied().flatten();
        let metric = self.metrics.get(self.form.choice(At::Metric as usize));
        task.metric = metric.cloned().flatten();
        if let (Some(text), Some(metric)) = (text(At::Amount), task.metric.clone()) {
            let read = Amount::read(&text, reading(&metric, scene));
            task.amount = Some(read.map_err(|error| (At::Amount, scene.say(&error)))?);
        }
        if let Some(text) = text(At::Estimate) {
            let minutes = Amount::read(&text, scene.reading_of(Unit::Minutes));
            let minutes = minutes.map_err(|error| (At::Estimate, scene.say(&error)))?;
            task.estimate = Some(u16::try_from(minutes.units()).unwrap_or(u16::MAX));
        }
        task.customer = text(At::Customer);
        Ok(task)
    }

    /// The pattern, if it can be; work that comes again is due on its day.
    fn read_pattern(
        &self,
        task: &Task,
        scene: &Scene<'_>,
    ) -> Result<Option<Pattern>, (At, String)> {
        let pattern = self.pattern(scene);
        let pattern = pattern.map_err(|error| (At::Repeats, scene.say(&error)))?;
        if pattern.is_some() && self.origin.is_none() && task.due.is_some() {
            return Err((At::Due, scene.words.boxes.no_due.to_owned()));
        }
        Ok(pattern)
    }

    fn write(&mut self, read: Task, pattern: Option<Pattern>, scene: &Scene<'_>) -> Effect {
        let messages = &scene.words.messages;
        let title = edits::short(&read.title);
        let place = edits::say_place(scene, self.week, read.day);
        let Some(task) = self.task else {
            let (added, place) = if let Some(pattern) = pattern {
                let begins = pattern.begin(&read, self.first_day(scene), scene);
                (begins, rule_name(scene.language, pattern.rule))
            } else {
                self.added = Some(TaskRef {
                    week: self.week,
                    id: read.id,
                });
                let add = TaskChange::Add(Box::new(read));
                (in_week(self.week, add), place)
            };
            return Effect::change(added, messages.task_added(title, place));
        };
        let edits = edits_of(task, &read, scene);
        let changes = match (&self.origin, pattern) {
            (None, None) => edits,
            // It stays what it is, and others follow.
            (None, Some(pattern)) => {
                let begins = pattern.begin(&read, self.first_day(scene).next(), scene);
                edits.into_iter().chain([begins]).collect()
            }
            (Some(origin), pattern) => {
                let for_all = self.form.choice(At::Applies as usize) == 1;
                if for_all || pattern != Some(origin.pattern()) {
                    origin.going_on(&read, pattern, edits, scene)
                } else {
                    edits
                }
            }
        };
        Effect::change(Change::Several(changes), messages.changed(title, place))
    }
}

/// The change that makes a task come again by a rule, from a day on.
pub(super) fn repeating(task: &Task, rule: Rule, from: Day, scene: &Scene<'_>) -> Change {
    let off = OnDayOff::default();
    Pattern { rule, off }.begin(task, from, scene)
}

/// What makes a task what its box says.
fn edits_of(task: TaskRef, read: &Task, scene: &Scene<'_>) -> Vec<Change> {
    let edited = TaskChange::Edit {
        id: task.id,
        fields: fields(read.clone()),
    };
    let mut changes = vec![in_week(task.week, edited)];
    let known = task.find(scene);
    if known.is_some_and(|known| known.is_open() && known.day != read.day) {
        let moved = TaskChange::Move {
            id: task.id,
            to: read.day,
            at: scene.stamp.at,
        };
        changes.push(in_week(task.week, moved));
    }
    changes
}

/// The fields of a task that its box edits.
fn fields(task: Task) -> Vec<TaskField> {
    vec![
        TaskField::Title(task.title),
        TaskField::Time(task.time),
        TaskField::Due(task.due),
        TaskField::Important(task.important),
        TaskField::Urgent(task.urgent),
        TaskField::Estimate(task.estimate),
        TaskField::Metric(task.metric),
        TaskField::Amount(task.amount),
        TaskField::Customer(task.customer),
    ]
}

fn due_days(task: &Task, scene: &Scene<'_>) -> Vec<Option<Day>> {
    let coming = std::iter::successors(Some(scene.today()), |day| Some(day.next()));
    let mut due: Vec<_> = coming.take(DUE_DAYS).map(Some).collect();
    if task.due.is_some() && !due.contains(&task.due) {
        due.insert(0, task.due);
    }
    due.insert(0, None);
    due
}

/// A line that offers `values`, with `chosen` as its choice.
fn choice<T: PartialEq>(values: &[T], chosen: &T, say: impl Fn(&T) -> String) -> Line {
    Line::Choice {
        options: values.iter().map(say).collect(),
        at: values.iter().position(|value| value == chosen).unwrap_or(0),
    }
}

fn shown(value: Option<impl ToString>) -> String {
    value.map_or(String::new(), |value| value.to_string())
}

fn say(scene: &Scene<'_>, week: WeekId, day: Option<Day>) -> String {
    day.map_or(Goal::Bucket(week), Goal::Day).say(scene)
}

fn say_due(scene: &Scene<'_>, day: Option<Day>) -> String {
    day.map_or_else(
        || scene.words.common.none.to_owned(),
        |day| scene.say_day(day),
    )
}

fn say_metric(scene: &Scene<'_>, metric: Option<&MetricId>) -> String {
    match metric {
        Some(id) => scene.metric_name(id),
        None => scene.words.common.none.to_owned(),
    }
}

fn reading(metric: &MetricId, scene: &Scene<'_>) -> Reading {
    let unit = scene.settings.metric(metric).map(|metric| metric.unit);
    scene.reading_of(unit.unwrap_or(Unit::Count))
}

fn typed(metric: Option<&MetricId>, amount: Amount, scene: &Scene<'_>) -> String {
    let unit = metric.map_or(Unit::Count, |metric| reading(metric, scene).unit);
    scene.style_of(unit).typed(amount)
}

impl FormBox for TaskBox {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn title(&self, scene: &Scene<'_>) -> Cow<'static, str> {
        match self.task {
            Some(_) => scene.words.boxes.task.into(),
            None => scene.words.boxes.new_task.into(),
        }
    }

    /// What the digits of the open line mean.
    fn list(&self, scene: &Scene<'_>, _room: usize) -> Vec<String> {
        if self.form.open_line() == At::Repeats as usize {
            repeating::list(self.first_day(scene), scene)
        } else {
            Vec::new()
        }
    }

    /// Asks about days off only where the rule may name one; a digit that was left becomes
    /// its words.
    fn changed(&mut self, scene: &Scene<'_>) {
        let pattern = self.pattern(scene).ok().flatten();
        let may_be_off = pattern.is_some_and(|pattern| pattern.rule.may_be_off());
        self.form.hide(At::OnDayOff as usize, !may_be_off);
        if let Some(Pattern { rule, .. }) = pattern
            && self.form.open_line() != At::Repeats as usize
        {
            let name = rule_name(scene.language, rule);
            self.form.set_text(At::Repeats as usize, &name);
        }
    }

    fn written(&mut self, scene: &Scene<'_>) -> Effect {
        edits::added(self.added, scene)
    }

    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        let read = self.read(scene);
        let read = read.and_then(|task| Ok((self.read_pattern(&task, scene)?, task)));
        match read {
            Ok((pattern, read)) => self.write(read, pattern, scene),
            Err((at, why)) => {
                self.form.refuse(at as usize, why);
                Effect::Redraw
            }
        }
    }
}

//! The box in which a task is added or edited.

use super::FormBox;
use super::form::{Form, Line};
use crate::domain::change::{TaskChange, TaskField};
use crate::domain::{Amount, Day, LONGEST_LINE, MetricId, Reading, Task, TaskId, Unit, WeekId};
use crate::i18n::read_time;
use crate::tui::edits::{self, Goal, TaskRef, in_week};
use crate::tui::effect::Effect;
use crate::tui::scene::Scene;

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
}

/// A task's fields.
pub struct TaskBox {
    form: Form,
    /// The task that is edited; none where one is added.
    task: Option<TaskRef>,
    week: WeekId,
    /// The days that can be chosen; `None` is the bucket.
    days: Vec<Option<Day>>,
    due: Vec<Option<Day>>,
    metrics: Vec<Option<MetricId>>,
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
        Some(Self::of(found, Some(task), task.week, scene))
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
        ];
        Self {
            form: Form::new(lines),
            task: edited,
            week,
            days,
            due,
            metrics,
        }
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

    fn write(&self, read: Task, scene: &Scene<'_>) -> Effect {
        let messages = &scene.words.messages;
        let title = edits::short(&read.title);
        let place = edits::say_place(scene, self.week, read.day);
        let Some(task) = self.task else {
            let added = in_week(self.week, TaskChange::Add(Box::new(read)));
            return Effect::change(added, messages.task_added(title, place));
        };
        let day = read.day;
        let edited = TaskChange::Edit {
            id: task.id,
            fields: fields(read),
        };
        let mut changes = vec![in_week(task.week, edited)];
        let is_moved = task
            .find(scene)
            .is_some_and(|task| task.is_open() && task.day != day);
        if is_moved {
            let moved = TaskChange::Move {
                id: task.id,
                to: day,
                at: scene.stamp.at,
            };
            changes.push(in_week(task.week, moved));
        }
        let change = crate::domain::change::Change::Several(changes);
        Effect::change(change, messages.changed(title, place))
    }
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

    fn title(&self, scene: &Scene<'_>) -> &'static str {
        match self.task {
            Some(_) => scene.words.boxes.task,
            None => scene.words.boxes.new_task,
        }
    }

    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        match self.read(scene) {
            Ok(read) => self.write(read, scene),
            Err((at, why)) => {
                self.form.refuse(at as usize, why);
                Effect::Redraw
            }
        }
    }
}

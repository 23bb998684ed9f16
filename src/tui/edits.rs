//! What keys edit, in the domain's words, and what is said about it.
//!
//! Panes and boxes share these, so that the same edit is said the same way wherever it is made.

use super::dialogs::AmountBox;
use super::effect::{Edit, Effect, Selected, Spot};
use super::scene::Scene;
use super::view::Pane;
use crate::domain::change::{
    ActivityChange, Carry, Change, RepeatChange, SettingsChange, TaskChange, WeekChange,
};
use crate::domain::{Amount, Cause, Day, Entry, EntryId, MetricId, TaskId, Unit, WeekId};
use crate::i18n::cells::{fit, width};
use crate::i18n::{WeekdayForm, date, week_name, weekday};
use crate::planning::{MetricOutlook, TaskOutlook};

/// How many cells of a title a message shows.
const TITLE: usize = 36;
/// The same where the cause for which it was skipped shares them.
const TITLE_AND_CAUSE: usize = 42;

/// Which task is meant: open ones of an earlier week stand in Today as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskRef {
    pub week: WeekId,
    pub id: TaskId,
}

impl TaskRef {
    /// The task as the outlook has it.
    pub fn find<'a>(self, scene: &'a Scene<'_>) -> Option<&'a TaskOutlook> {
        if self.week == scene.outlook.week {
            return scene.outlook.task(self.id);
        }
        let earlier = scene.outlook.open_before.earlier.as_ref();
        let earlier = earlier.filter(|earlier| earlier.week == self.week)?;
        earlier.tasks.iter().find(|task| task.id == self.id)
    }
}

/// How a box goes on that has added a task: it closes, and Today marks the task where it
/// stands there.
pub fn added(task: Option<TaskRef>, scene: &Scene<'_>) -> Effect {
    let (pane, day) = (scene.view.focus(), scene.view.day());
    let stands = |task: &TaskRef| {
        let found = task.find(scene);
        found.is_some_and(|found| found.day.is_none_or(|its| its == day))
    };
    match task.filter(stands) {
        Some(task) if pane == Pane::Today => Effect::Look(Spot {
            pane,
            day,
            select: Some(Selected::OpenTask(task)),
        }),
        _ => Effect::Close,
    }
}

/// Where a task is moved to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// A day, of whichever week.
    Day(Day),
    /// The bucket of a week.
    Bucket(WeekId),
}

impl Goal {
    fn week(self) -> WeekId {
        match self {
            Self::Day(day) => day.week(),
            Self::Bucket(week) => week,
        }
    }

    fn day(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Bucket(_) => None,
        }
    }

    /// As messages say where a task has gone: always a day or a week.
    pub fn say_place(self, scene: &Scene<'_>) -> String {
        say_place(scene, self.week(), self.day())
    }

    /// As lists say it.
    pub fn say(self, scene: &Scene<'_>) -> String {
        match self {
            Self::Day(day) => scene.say_day(day),
            Self::Bucket(week) if week == scene.today().week() => {
                scene.words.common.this_week.to_owned()
            }
            Self::Bucket(week) if week == scene.today().week().next() => {
                scene.words.common.next_week.to_owned()
            }
            Self::Bucket(week) => week_name(scene.language, week),
        }
    }
}

/// Where a task stands, as messages say it: always a day or a week.
pub fn say_place(scene: &Scene<'_>, week: WeekId, day: Option<Day>) -> String {
    match day {
        Some(day) => date(scene.language, day),
        None => Goal::Bucket(week).say(scene),
    }
}

/// Where a task stands now.
fn say_task_place(scene: &Scene<'_>, task: TaskRef, found: &TaskOutlook) -> String {
    say_place(scene, task.week, found.stands_on())
}

/// What is said of an edit of the week looked at, with that week.
pub fn said_of_week(scene: &Scene<'_>, said: impl std::fmt::Display) -> String {
    let week = week_name(scene.language, scene.outlook.week);
    scene.words.common.placed(said, week)
}

/// A title as a message has room for it, with what else it says.
pub fn short(title: &str) -> String {
    fit(title, TITLE).into_owned()
}

/// A change of one week.
pub fn in_week(week: WeekId, change: impl Into<WeekChange>) -> Change {
    Change::Week(week, change.into())
}

/// What one key adds to a metric; none where "one" means nothing.
pub fn one_of(metric: &MetricOutlook, scene: &Scene<'_>) -> Option<Amount> {
    match metric.unit {
        Unit::Count => Some(Amount::new(1)),
        Unit::Minutes => {
            let step = scene.settings.minutes_step.minutes();
            Some(Amount::new(step.into()))
        }
        Unit::Money | Unit::Score => None,
    }
}

/// Counts one of a metric on the day looked at; money and scores open the field.
pub fn count_one(metric: &MetricOutlook, scene: &Scene<'_>) -> Effect {
    match one_of(metric, scene) {
        Some(amount) => Effect::Change(log(scene, &metric.id, amount, Extra::default())),
        None => open_amount(metric, scene),
    }
}

/// Takes one of a metric away again on the day looked at; money and scores open the field.
pub fn count_back(metric: &MetricOutlook, scene: &Scene<'_>) -> Effect {
    match one_of(metric, scene) {
        Some(amount) => Effect::Change(log(scene, &metric.id, negative(amount), Extra::default())),
        None => open_amount(metric, scene),
    }
}

/// Opens the field for an amount of a metric.
pub fn open_amount(metric: &MetricOutlook, scene: &Scene<'_>) -> Effect {
    Effect::open(AmountBox::of_metric(metric.id.clone(), scene.view.day()))
}

/// What a day has of a metric, in whichever of the weeks at hand.
pub fn done_on(scene: &Scene<'_>, metric: &MetricOutlook, day: Day) -> Amount {
    if scene.outlook.week.contains(day) {
        return metric.days[day.weekday()].done;
    }
    let mut earlier = scene.history.earlier.iter();
    let week = earlier.find(|week| week.week.contains(day));
    week.map_or(Amount::ZERO, |week| {
        week.done_by_day(&metric.id)[day.weekday()]
    })
}

/// How an amount for another day is typed: `5 tue`, `5 周二`. On a Monday the day before is no
/// weekday of the week shown.
pub fn on_another_day(scene: &Scene<'_>, shown: Day) -> String {
    let before = shown.previous();
    let other = if before.week() == shown.week() {
        weekday(scene.language, before.weekday(), WeekdayForm::Short)
    } else if shown == scene.today() {
        scene.words.common.yesterday
    } else {
        weekday(scene.language, shown.next().weekday(), WeekdayForm::Short)
    };
    format!("5 {}", other.to_lowercase())
}

/// What an entry may say besides metric and amount.
#[derive(Debug, Default, Clone)]
pub struct Extra {
    pub task: Option<TaskId>,
    pub customer: Option<String>,
}

/// An entry for the day looked at.
pub fn log(scene: &Scene<'_>, metric: &MetricId, amount: Amount, extra: Extra) -> Edit {
    log_on(scene, scene.view.day(), metric, amount, extra)
}

/// An entry for a day.
pub fn log_on(
    scene: &Scene<'_>,
    day: Day,
    metric: &MetricId,
    amount: Amount,
    extra: Extra,
) -> Edit {
    let entry = Entry {
        id: EntryId(scene.stamp.id(0)),
        day,
        at: scene.stamp.at,
        metric: metric.clone(),
        amount,
        task: extra.task,
        event: None,
        customer: extra.customer,
        approach: None,
        note: None,
    };
    let said = match scene.outlook.metric(metric) {
        Some(metric) => {
            let amount = scene.signed(metric, amount);
            let day = date(scene.language, day);
            scene.words.messages.logged(&metric.name, amount, day)
        }
        None => metric.to_string(),
    };
    let change = in_week(day.week(), ActivityChange::Log(entry));
    Edit { change, said }
}

/// An amount on a task that has one: progress, or less of it.
pub fn log_on_task(scene: &Scene<'_>, task: &TaskOutlook, amount: Amount) -> Option<Edit> {
    let metric = task.metric.as_ref()?;
    let extra = Extra {
        task: Some(task.id),
        customer: task.customer.clone(),
    };
    let mut edit = log_on(scene, counts_for(scene, task), metric, amount, extra);
    edit.said = scene.words.common.reason(short(&task.title), &edit.said);
    Some(edit)
}

/// The day that work on a task counts for: the one looked at, or today where that is to come.
fn counts_for(scene: &Scene<'_>, task: &TaskOutlook) -> Day {
    let shown = scene.view.day();
    let is_before = task.day.is_some_and(|day| day < shown) && task.is_open();
    if shown > scene.today() || is_before {
        scene.today()
    } else {
        shown
    }
}

/// Checks an open task off. One of an earlier week comes to today first.
pub fn check_off(scene: &Scene<'_>, task: TaskRef) -> Effect {
    let Some(found) = task.find(scene) else {
        return Effect::Nothing;
    };
    let on = counts_for(scene, found);
    let complete = TaskChange::Complete {
        id: task.id,
        on,
        at: scene.stamp.at,
        entry: EntryId(scene.stamp.id(0)),
    };
    let complete = in_week(on.week(), complete);
    let change = if task.week == on.week() {
        complete
    } else {
        Change::Several(vec![carried(scene, task, Goal::Day(on)), complete])
    };
    let day = date(scene.language, on);
    let said = scene.words.messages.task_done(short(&found.title), day);
    Effect::change(change, said)
}

/// Opens a task again that was done or skipped.
pub fn reopen_task(scene: &Scene<'_>, task: TaskRef) -> Effect {
    let Some(found) = task.find(scene) else {
        return Effect::Nothing;
    };
    let place = say_task_place(scene, task, found);
    let said = scene.words.messages.task_opened(short(&found.title), place);
    Effect::change(in_week(task.week, TaskChange::Reopen(task.id)), said)
}

/// Skips a task.
pub fn skip(scene: &Scene<'_>, task: TaskRef, cause: Cause, note: Option<String>) -> Effect {
    let Some(found) = task.find(scene) else {
        return Effect::Nothing;
    };
    let words = scene.words;
    let place = say_task_place(scene, task, found);
    let name = words.name(cause);
    let room = TITLE_AND_CAUSE.saturating_sub(width(name)).min(TITLE);
    let title = fit(&found.title, room);
    let said = words.messages.task_skipped(title, name, place);
    Effect::change(skipped(scene, task, cause, note), said)
}

/// The change that skips a task.
pub fn skipped(scene: &Scene<'_>, task: TaskRef, cause: Cause, note: Option<String>) -> Change {
    let skip = TaskChange::Skip {
        id: task.id,
        cause,
        note,
        at: scene.stamp.at,
    };
    in_week(task.week, skip)
}

/// Moves a task, into another week too.
pub fn move_to(scene: &Scene<'_>, task: TaskRef, goal: Goal) -> Effect {
    let Some(found) = task.find(scene) else {
        return Effect::Nothing;
    };
    let from = say_task_place(scene, task, found);
    let to = goal.say_place(scene);
    let title = short(&found.title);
    let said = scene.words.messages.task_moved(title, from, to);
    Effect::change(moved(scene, task, goal), said)
}

/// The change that moves a task.
pub fn moved(scene: &Scene<'_>, task: TaskRef, goal: Goal) -> Change {
    if goal.week() == task.week {
        let moved = TaskChange::Move {
            id: task.id,
            to: goal.day(),
            at: scene.stamp.at,
        };
        in_week(task.week, moved)
    } else {
        carried(scene, task, goal)
    }
}

fn carried(scene: &Scene<'_>, task: TaskRef, goal: Goal) -> Change {
    Change::Carry(Carry {
        task: task.id,
        from: task.week,
        to: goal.week(),
        day: goal.day(),
        at: scene.stamp.at,
    })
}

/// Removes a task, and its entries where that is wanted.
pub fn remove(scene: &Scene<'_>, task: TaskRef, with_entries: bool) -> Effect {
    let Some(found) = task.find(scene) else {
        return Effect::Nothing;
    };
    let removed = TaskChange::Remove {
        id: task.id,
        with_entries,
    };
    let place = say_task_place(scene, task, found);
    let said = scene
        .words
        .messages
        .task_removed(short(&found.title), place);
    Effect::change(in_week(task.week, removed), said)
}

/// Removes a task that repeats, and all that follow; entries stay, and so does what is past.
pub fn remove_from_here_on(scene: &Scene<'_>, task: TaskRef) -> Effect {
    let occurrence = scene.settings.occurrence(task.week, task.id);
    let (Some(found), Some((repeat, its))) = (task.find(scene), occurrence) else {
        return Effect::Nothing;
    };
    let removed = TaskChange::Remove {
        id: task.id,
        with_entries: false,
    };
    let end = RepeatChange::End {
        id: repeat.id,
        last: its.due.max(scene.today()).previous(),
    };
    let changes = vec![
        in_week(task.week, removed),
        SettingsChange::Repeat(end).into(),
    ];
    let from_here_on = scene.words.boxes.from_here_on.to_owned();
    let said = scene
        .words
        .messages
        .task_removed(short(&found.title), from_here_on);
    Effect::change(Change::Several(changes), said)
}

/// Whether a task has entries in its week.
pub fn has_entries(scene: &Scene<'_>, task: TaskRef) -> bool {
    let in_this = scene.week.entries.iter();
    let earlier = scene.history.earlier.iter().copied();
    let earlier = earlier.filter(|week| week.week == task.week);
    in_this
        .chain(earlier.flat_map(|week| &week.entries))
        .any(|entry| entry.task == Some(task.id))
}

/// The same amount the other way.
pub fn negative(amount: Amount) -> Amount {
    Amount::ZERO.saturating_sub(amount)
}

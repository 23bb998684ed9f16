//! Every action by its name, and every task by its text.

use super::finder::{Entry, Finder};
use crate::planning::{TaskOutlook, TaskStatus};
use crate::tui::action::Action;
use crate::tui::edits::TaskRef;
use crate::tui::effect::{Effect, Spot};
use crate::tui::keymap::{Place, keys_of};
use crate::tui::names::{action_name, key_name};
use crate::tui::scene::Scene;
use crate::tui::view::Pane;

/// The actions that would do something now, each with its keys.
pub fn palette(scene: &Scene<'_>, allowed: impl Iterator<Item = Action>) -> Finder {
    let place = Place::In(scene.view.focus());
    let entries = allowed.filter(|action| !action.is_of_boxes());
    let entries = entries.filter_map(|action| {
        let keys = keys_of(action, place).iter();
        let keys: Vec<_> = keys.map(|key| key_name(*key, scene)).collect();
        Some(Entry {
            text: action_name(action, scene)?,
            note: keys.join(" "),
            does: Box::new(move |_| Effect::Do(action)),
        })
    });
    Finder::new(scene.words.boxes.palette, entries.collect())
}

/// The tasks of the week, and those open from before.
pub fn find(scene: &Scene<'_>) -> Finder {
    let week = scene.outlook.week;
    let tasks = scene.outlook.tasks.iter().map(|task| (week, task));
    let earlier = scene.outlook.open_before.earlier.iter();
    let earlier = earlier.flat_map(|earlier| earlier.tasks.iter().map(|task| (earlier.week, task)));
    let tasks = tasks.chain(earlier);
    let tasks = tasks.filter(|(_, task)| task.state != TaskStatus::Moved);
    let entries = tasks.map(|(week, task)| {
        let day = task
            .stands_on()
            .filter(|day| day.week() == scene.outlook.week);
        let spot = Spot {
            pane: Pane::Today,
            day: day.unwrap_or(scene.view.day()),
            task: Some(TaskRef { week, id: task.id }),
        };
        Entry {
            text: task.title.clone(),
            note: note(task, scene),
            does: Box::new(move |_| Effect::Look(spot)),
        }
    });
    Finder::new(scene.words.boxes.find, entries.collect())
}

/// For whom, and on which day.
fn note(task: &TaskOutlook, scene: &Scene<'_>) -> String {
    let day = match task.stands_on() {
        Some(day) => scene.say_day(day),
        None => scene.words.boxes.this_week.to_owned(),
    };
    match &task.customer {
        Some(customer) => format!("{customer} · {day}"),
        None => day,
    }
}

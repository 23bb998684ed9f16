//! The numbered lists of what can be done with a task.

use super::{AmountBox, Menu, TaskBox};
use crate::domain::{Cause, Day};
use crate::planning::{TaskOutlook, TaskStatus};
use crate::tui::edits::{self, Goal, TaskRef};
use crate::tui::effect::Effect;
use crate::tui::scene::Scene;

/// What can be done with a task.
pub fn of_task(task: TaskRef, found: &TaskOutlook, scene: &Scene<'_>) -> Menu {
    let words = &scene.words.boxes;
    let menu = Menu::new(&found.title);
    match found.state {
        TaskStatus::Open => {}
        TaskStatus::Done | TaskStatus::Skipped => {
            let menu = menu.line(words.open_again, move |scene| {
                edits::reopen_task(scene, task)
            });
            let menu = with_edit(menu, task, scene);
            return menu.line(words.remove, move |scene| ask_removal(task, scene));
        }
        TaskStatus::Moved => {
            return menu.line(words.remove, move |scene| ask_removal(task, scene));
        }
    }
    let mut menu = menu.line(words.check_off, move |scene| edits::check_off(scene, task));
    menu = with_edit(menu, task, scene);
    let tomorrow = scene.today().next();
    if found.day != Some(tomorrow) {
        let goal = Goal::Day(tomorrow);
        menu = menu.line(words.tomorrow, move |scene| {
            edits::move_to(scene, task, goal)
        });
    }
    menu = menu.line(words.another_day, move |scene| {
        Effect::replace(moves_of(task, scene))
    });
    if found.day.is_some() || task.week != scene.today().week() {
        let goal = Goal::Bucket(scene.today().week());
        menu = menu.line(words.this_week, move |scene| {
            edits::move_to(scene, task, goal)
        });
    }
    menu = menu
        .line(words.skip, move |scene| {
            Effect::replace(causes(scene, move |scene, cause| {
                edits::skip(scene, task, cause, None)
            }))
        })
        .line(words.remove, move |scene| ask_removal(task, scene));
    if found.amount.is_some() && task.week == scene.outlook.week {
        menu = menu.line(words.count_task, move |scene| {
            AmountBox::of_task(task, scene).map_or(Effect::Close, Effect::replace)
        });
    }
    menu
}

fn with_edit(menu: Menu, task: TaskRef, scene: &Scene<'_>) -> Menu {
    menu.line(scene.words.boxes.edit, move |scene| {
        TaskBox::edit(task, scene).map_or(Effect::Close, Effect::replace)
    })
}

fn ask_removal(task: TaskRef, scene: &Scene<'_>) -> Effect {
    match removal(task, scene) {
        Some(menu) => Effect::replace(menu),
        None => edits::remove(scene, task, false),
    }
}

/// Asks what becomes of the entries of a task that is removed, and of its repetitions; nothing
/// where it has neither.
pub fn removal(task: TaskRef, scene: &Scene<'_>) -> Option<Menu> {
    let words = &scene.words.boxes;
    let repeats = task.find(scene).is_some_and(|found| found.repeat.is_some());
    let menu = Menu::new(words.removal);
    let menu = match (edits::has_entries(scene, task), repeats) {
        (true, _) => menu
            .note(words.entries_of_task)
            .line(words.remove_task, move |scene| {
                edits::remove(scene, task, false)
            })
            .line(words.remove_both, move |scene| {
                edits::remove(scene, task, true)
            }),
        (false, true) => menu.line(words.this_one, move |scene| {
            edits::remove(scene, task, false)
        }),
        (false, false) => return None,
    };
    let menu = if repeats {
        menu.line(words.from_here_on, move |scene| {
            edits::remove_from_here_on(scene, task)
        })
    } else {
        menu
    };
    Some(menu.line(words.cancel, |_| Effect::Close))
}

/// Where one task can go.
pub fn moves_of(task: TaskRef, scene: &Scene<'_>) -> Menu {
    moves(scene, move |scene, goal| edits::move_to(scene, task, goal))
}

/// Where tasks can go: the days from today to the end of next week, and the two buckets.
pub fn moves(
    scene: &Scene<'_>,
    does: impl Fn(&Scene<'_>, Goal) -> Effect + Clone + 'static,
) -> Menu {
    let words = &scene.words.boxes;
    let today = scene.today();
    let (this, next) = (today.week(), today.week().next());
    let on = |day: Day| (Goal::Day(day), day_line(scene, day));
    let buckets = [(this, words.this_week), (next, words.next_week)];
    let buckets = buckets.map(|(week, text)| (Goal::Bucket(week), text.to_owned()));
    let goals = days_from(today, this.sunday()).map(on);
    let later = days_from(next.monday(), next.sunday()).map(on);
    goals
        .chain(buckets)
        .chain(later)
        .fold(Menu::new(words.move_to), |menu, (goal, text)| {
            let does = does.clone();
            menu.line(text, move |scene| does(scene, goal))
        })
}

fn days_from(first: Day, last: Day) -> impl Iterator<Item = Day> {
    std::iter::successors(Some(first), |day| Some(day.next()))
        .take(7)
        .take_while(move |day| *day <= last)
}

/// `Thu 26 Nov`, today and tomorrow by their words.
fn day_line(scene: &Scene<'_>, day: Day) -> String {
    let date = crate::i18n::date(scene.language, day);
    let words = &scene.words.common;
    if day == scene.today() {
        words.in_brackets(words.today_small, date)
    } else if day == scene.today().next() {
        words.in_brackets(words.tomorrow, date)
    } else {
        date
    }
}

/// Why: the causes in the order of own frequency, each by a digit.
pub fn causes(
    scene: &Scene<'_>,
    does: impl Fn(&Scene<'_>, Cause) -> Effect + Clone + 'static,
) -> Menu {
    let mut menu = Menu::new(scene.words.boxes.cause);
    for cause in scene.outlook.review.causes.iter().copied() {
        let does = does.clone();
        menu = menu.line(scene.words.name(cause), move |scene| does(scene, cause));
    }
    menu
}

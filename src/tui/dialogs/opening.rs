//! The day begins with what the days before left: a digit decides the marked line.
//!
//! Nothing has been moved when it opens, and Esc leaves it so: then the lines stand in Today
//! as the block *open from before*. A digit never acts on a line that is not marked; on the
//! first one, which stands for all, it decides all alike, but removes nothing. Where many are
//! left, one digit takes the first few and lets the others wait in the week's bucket.

mod draw;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{causes, moves, removal};
use crate::domain::Cause;
use crate::domain::change::Change;
use crate::i18n::date;
use crate::planning::TaskOutlook;
use crate::tui::action::Action;
use crate::tui::edits::{self, Goal, TaskRef};
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::widgets::Cursor;

/// How many tasks are taken to today where more than that were left.
const FEW: usize = 5;

/// A line that can be marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    All,
    Task(TaskRef),
}

/// What the days before left.
#[derive(Default)]
pub struct OpeningBox {
    cursor: Cursor<Row>,
}

impl OpeningBox {
    fn rows(scene: &Scene<'_>) -> Vec<Row> {
        let tasks = left_open(scene);
        let all = (!tasks.is_empty()).then_some(Row::All);
        let tasks = tasks.into_iter().map(|(task, _)| Row::Task(task));
        all.into_iter().chain(tasks).collect()
    }

    fn marked(&self, scene: &Scene<'_>) -> Option<Row> {
        self.cursor.selected(&Self::rows(scene)).copied()
    }

    /// The tasks that a digit decides now: the marked one, or all.
    fn meant(&self, scene: &Scene<'_>) -> Vec<TaskRef> {
        match self.marked(scene) {
            Some(Row::Task(task)) => vec![task],
            Some(Row::All) => left_open(scene).iter().map(|(task, _)| *task).collect(),
            None => Vec::new(),
        }
    }

    /// Whether a digit means something on the marked line.
    fn takes(&self, digit: u8, scene: &Scene<'_>) -> bool {
        let many = self.meant(scene).len() > 1;
        match digit {
            1..=4 => true,
            5 => !many,
            6 => many && would_wait(scene).is_some(),
            _ => false,
        }
    }

    /// What a digit does with what is marked.
    fn decide(&self, digit: u8, scene: &Scene<'_>) -> Effect {
        let tasks = self.meant(scene);
        let today = scene.today();
        match (digit, tasks.first()) {
            (_, None) => Effect::Close,
            (1, _) => move_to(scene, &tasks, Goal::Day(today)),
            (2, _) => Effect::open(moves(scene, move |scene, goal| {
                move_to(scene, &tasks, goal)
            })),
            (3, _) => move_to(scene, &tasks, Goal::Bucket(today.week())),
            (4, _) => Effect::open(causes(scene, move |scene, cause| {
                skip(scene, &tasks, cause)
            })),
            (5, Some(task)) => match removal(*task, scene) {
                Some(menu) => Effect::open(menu),
                None => edits::remove(scene, *task, false),
            },
            _ => few_to_today(scene),
        }
    }

    fn close_if_empty(scene: &Scene<'_>) -> Effect {
        if scene.outlook.open_before.is_empty() {
            Effect::Close
        } else {
            Effect::Redraw
        }
    }
}

/// The tasks that the days before left, the week's own first.
pub(super) fn left_open<'a>(scene: &'a Scene<'_>) -> Vec<(TaskRef, &'a TaskOutlook)> {
    let before = &scene.outlook.open_before;
    let week = scene.outlook.week;
    let own = before.this_week.iter();
    let own = own.filter_map(|id| Some((TaskRef { week, id: *id }, scene.outlook.task(*id)?)));
    let earlier = before.earlier.iter().flat_map(|earlier| {
        let week = earlier.week;
        let tasks = earlier.tasks.iter();
        tasks.map(move |task| (TaskRef { week, id: task.id }, task))
    });
    own.chain(earlier).collect()
}

/// Moves one task, or all.
fn move_to(scene: &Scene<'_>, tasks: &[TaskRef], goal: Goal) -> Effect {
    if let [task] = tasks {
        return edits::move_to(scene, *task, goal);
    }
    let words = scene.words;
    let place = goal.say_place(scene);
    let said = if goal == Goal::Day(scene.today()) {
        let all = words.opening.all_today(tasks.len());
        words.common.placed(all, place)
    } else {
        words.opening.all_moved(tasks.len(), place)
    };
    let moved = tasks.iter().map(|task| edits::moved(scene, *task, goal));
    Effect::change(Change::Several(moved.collect()), said)
}

/// Skips one task, or all.
fn skip(scene: &Scene<'_>, tasks: &[TaskRef], cause: Cause) -> Effect {
    if let [task] = tasks {
        return edits::skip(scene, *task, cause, None);
    }
    let words = scene.words;
    let said = words.opening.all_skipped(tasks.len(), words.name(cause));
    let skipped = tasks
        .iter()
        .map(|task| edits::skipped(scene, *task, cause, None));
    Effect::change(Change::Several(skipped.collect()), said)
}

/// How many tasks would wait in the week's bucket if a few were taken to today; none where few
/// are left.
fn would_wait(scene: &Scene<'_>) -> Option<usize> {
    let others = left_open(scene).len().saturating_sub(FEW);
    (others > 0).then_some(others)
}

/// The first few to today, the others into the week's bucket.
fn few_to_today(scene: &Scene<'_>) -> Effect {
    let Some(others) = would_wait(scene) else {
        return Effect::Nothing;
    };
    let today = scene.today();
    let tasks = left_open(scene);
    let changes = tasks.iter().enumerate().map(|(at, (task, _))| {
        let goal = if at < FEW {
            Goal::Day(today)
        } else {
            Goal::Bucket(today.week())
        };
        edits::moved(scene, *task, goal)
    });
    let words = scene.words;
    let said = words.opening.few_today(others);
    let said = words.common.placed(said, date(scene.language, today));
    Effect::change(Change::Several(changes.collect()), said)
}

impl Layer for OpeningBox {
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        match action {
            Action::Choose(digit) => self.takes(digit, scene),
            Action::Accept | Action::Back => true,
            _ => Cursor::allows(action, &Self::rows(scene)),
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match action {
            _ if !self.allows(action, scene) => Effect::PassOn,
            Action::Choose(digit) => self.decide(digit, scene),
            Action::Accept => self.decide(1, scene),
            Action::Back => Effect::Close,
            _ if self.cursor.go(action, &Self::rows(scene)) => Effect::Redraw,
            _ => Effect::PassOn,
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        _focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        self.draw_box(scene, area, buf);
        None
    }

    fn written(&mut self, scene: &Scene<'_>) -> Effect {
        Self::close_if_empty(scene)
    }

    fn uncovered(&mut self, scene: &Scene<'_>) -> Effect {
        Self::close_if_empty(scene)
    }
}

//! The day looked at: what it owes, and what is to be done.
//!
//! Blocks in this order, each only when it has something: counters · open from before · the
//! day's tasks · this week. Where room is short, done tasks are folded into one line first;
//! counters are never cut.

mod counters;
mod lines;
mod next;
mod tasks;

use std::cell::{Cell, RefCell};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use lines::Lines;
pub use lines::Row;
pub use tasks::{TaskColumns, left_by, progress, task_sign, task_time, task_title};

use crate::domain::{Amount, MetricId, Unit};
use crate::planning::{MetricOutlook, TaskOutlook, TaskStatus};
use crate::tui::action::Action;
use crate::tui::dialogs::{AmountBox, CloseDay, QuickBox, causes, moves_of, of_task, removal};
use crate::tui::edits::{self, TaskRef};
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::widgets::Cursor;

/// What Today remembers between frames.
pub struct Today {
    cursor: Cursor<Row>,
    /// Whether done tasks are shown one by one though room is short.
    unfolded: bool,
    /// How many lines there is room for.
    height: Cell<usize>,
    /// Where each row was drawn, by its number.
    drawn: RefCell<Vec<(u16, usize)>>,
}

impl Default for Today {
    fn default() -> Self {
        Self {
            cursor: Cursor::default(),
            unfolded: false,
            height: Cell::new(usize::MAX),
            drawn: RefCell::default(),
        }
    }
}

impl Today {
    /// Selects a task, also one that is not there yet.
    pub fn select(&mut self, task: TaskRef) {
        self.unfolded = true;
        self.cursor.select(Row::Task(task));
    }

    /// Selects a row of today.
    pub fn go_to(&mut self, row: Row) {
        self.cursor.select(row);
    }

    fn rows(&self, scene: &Scene<'_>) -> Vec<Row> {
        self.rows_of(&Lines::of(scene, self.height.get(), self.unfolded))
    }

    /// The rows of the lines; the first open task is selected until another row is.
    fn rows_of(&self, lines: &Lines<'_>) -> Vec<Row> {
        let rows = lines.rows();
        let is_task = |row: &Row| matches!(row, Row::Task(_));
        self.cursor
            .begin_at(rows.iter().position(is_task).unwrap_or(0));
        rows
    }

    fn selected(&self, scene: &Scene<'_>) -> Option<Row> {
        self.cursor.selected(&self.rows(scene)).cloned()
    }

    /// The selected task with its state, if a task is selected.
    fn task<'a>(&self, scene: &'a Scene<'_>) -> Option<(TaskRef, &'a TaskOutlook)> {
        match self.selected(scene)? {
            Row::Task(task) => Some((task, task.find(scene)?)),
            Row::Counter(_) | Row::Folded | Row::New => None,
        }
    }

    fn open_task<'a>(&self, scene: &'a Scene<'_>) -> Option<(TaskRef, &'a TaskOutlook)> {
        self.task(scene).filter(|(_, task)| task.is_open())
    }

    fn counter<'a>(&self, scene: &'a Scene<'_>) -> Option<&'a MetricOutlook> {
        match self.selected(scene)? {
            Row::Counter(id) => scene.outlook.metric(&id),
            Row::Task(_) | Row::Folded | Row::New => None,
        }
    }

    fn check_off(&mut self, scene: &Scene<'_>) -> Effect {
        match self.selected(scene) {
            Some(Row::Counter(id)) => match scene.outlook.metric(&id) {
                Some(metric) => edits::count_one(metric, scene),
                None => Effect::PassOn,
            },
            Some(Row::Task(task)) => match task.find(scene).map(|task| task.state) {
                Some(TaskStatus::Open) => edits::check_off(scene, task),
                Some(TaskStatus::Done | TaskStatus::Skipped) => edits::reopen_task(scene, task),
                Some(TaskStatus::Moved) | None => Effect::PassOn,
            },
            Some(Row::Folded) => self.unfold(),
            Some(Row::New) => Effect::open(QuickBox::new(scene)),
            None => Effect::PassOn,
        }
    }

    fn unfold(&mut self) -> Effect {
        self.unfolded = true;
        Effect::Redraw
    }

    fn open(&mut self, scene: &Scene<'_>) -> Effect {
        match self.selected(scene) {
            Some(Row::Counter(id)) => match scene.outlook.metric(&id) {
                Some(metric) => edits::open_amount(metric, scene),
                None => Effect::PassOn,
            },
            Some(Row::Task(task)) => match task.find(scene) {
                Some(found) => Effect::open(of_task(task, found, scene)),
                None => Effect::PassOn,
            },
            Some(Row::Folded) => self.unfold(),
            Some(Row::New) => Effect::open(QuickBox::new(scene)),
            None => Effect::PassOn,
        }
    }

    /// One more or less of the selected counter or task.
    fn step(&self, forward: bool, scene: &Scene<'_>) -> Effect {
        if let Some(metric) = self.counter(scene) {
            return if forward {
                edits::count_one(metric, scene)
            } else {
                edits::count_back(metric, scene)
            };
        }
        match self.countable(scene) {
            Some((task, found, metric)) => match edits::one_of(metric, scene) {
                Some(one) => {
                    let amount = if forward { one } else { edits::negative(one) };
                    log_on_task(scene, found, amount)
                }
                None => AmountBox::of_task(task, scene).map_or(Effect::PassOn, Effect::open),
            },
            None => Effect::PassOn,
        }
    }

    /// The selected task, if it has an amount that can be counted on here.
    fn countable<'a>(
        &self,
        scene: &'a Scene<'_>,
    ) -> Option<(TaskRef, &'a TaskOutlook, &'a MetricOutlook)> {
        let (task, found) = self.task(scene)?;
        found.amount?;
        let is_here = task.week == scene.outlook.week;
        let counts = matches!(found.state, TaskStatus::Open | TaskStatus::Done);
        let metric = scene.outlook.metric(found.metric.as_ref()?)?;
        (is_here && counts).then_some((task, found, metric))
    }
}

fn counts_ones(id: &MetricId, scene: &Scene<'_>) -> bool {
    let metric = scene.outlook.metric(id);
    metric.is_some_and(|metric| metric.unit == Unit::Count)
}

fn log_on_task(scene: &Scene<'_>, task: &TaskOutlook, amount: Amount) -> Effect {
    edits::log_on_task(scene, task, amount).map_or(Effect::PassOn, Effect::Change)
}

impl Layer for Today {
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        match action {
            Action::CheckOff => match self.selected(scene) {
                Some(Row::Task(task)) => task
                    .find(scene)
                    .is_some_and(|task| task.state != TaskStatus::Moved),
                other => other.is_some(),
            },
            Action::Open => self.selected(scene).is_some(),
            Action::More | Action::Less => {
                self.counter(scene).is_some() || self.countable(scene).is_some()
            }
            Action::Skip | Action::Move => self.open_task(scene).is_some(),
            Action::Remove => self.task(scene).is_some(),
            Action::CloseDay => scene.outlook.week <= scene.today().week(),
            Action::Back => self.unfolded,
            _ => Cursor::allows(action, &self.rows(scene)),
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        if !self.allows(action, scene) {
            return Effect::PassOn;
        }
        match action {
            Action::CheckOff => self.check_off(scene),
            Action::Open => self.open(scene),
            Action::More => self.step(true, scene),
            Action::Less => self.step(false, scene),
            Action::Skip => self.open_task(scene).map_or(Effect::PassOn, |(task, _)| {
                Effect::open(causes(scene, move |scene, cause| {
                    edits::skip(scene, task, cause, None)
                }))
            }),
            Action::Move => self.open_task(scene).map_or(Effect::PassOn, |(task, _)| {
                Effect::open(moves_of(task, scene))
            }),
            Action::Remove => self.task(scene).map_or(Effect::PassOn, |(task, _)| {
                removal(task, scene).map_or_else(|| edits::remove(scene, task, false), Effect::open)
            }),
            Action::CloseDay => Effect::open(CloseDay::new(scene)),
            Action::Back => {
                self.unfolded = false;
                Effect::Redraw
            }
            _ => {
                self.cursor.go(action, &self.rows(scene));
                Effect::Redraw
            }
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let inside = scene.frame(&lines::title(scene), focused, area, buf);
        self.height.set(inside.height.into());
        let lines = Lines::of(scene, inside.height.into(), self.unfolded);
        let place = self.cursor.place(&self.rows_of(&lines));
        *self.drawn.borrow_mut() = lines.draw(scene, inside, (place, focused), &self.cursor, buf);
        None
    }

    fn written(&mut self, _scene: &Scene<'_>) -> Effect {
        Effect::Redraw
    }

    fn is_box(&self) -> bool {
        false
    }

    fn hint(&self, action: Action, scene: &Scene<'_>) -> Option<&'static str> {
        let words = &scene.words.hints;
        Some(match (action, self.selected(scene)?) {
            (Action::CheckOff, Row::Counter(id)) if counts_ones(&id, scene) => words.count_one,
            (Action::CheckOff, Row::Counter(_)) => words.count,
            (Action::CheckOff, Row::Task(task)) if !task.find(scene)?.is_open() => words.reopen,
            (Action::CheckOff, Row::Folded | Row::New)
            | (Action::Add, Row::New)
            | (Action::Down, Row::Task(_)) => "",
            (Action::Open, Row::Counter(_)) => words.amount,
            (Action::Open, Row::New) => words.add,
            (Action::Down, _) => words.choose,
            _ => return None,
        })
    }

    fn click(&mut self, at: Position, area: Rect, _focused: bool, scene: &Scene<'_>) -> Effect {
        let drawn = self.drawn.borrow().clone();
        let Some((_, place)) = drawn.into_iter().find(|(y, _)| *y == at.y) else {
            return Effect::Redraw;
        };
        let rows = self.rows(scene);
        self.cursor.select_place(place, &rows);
        let on_sign = at.x < area.x + 4;
        match rows.get(place) {
            Some(Row::Task(_)) if on_sign && self.allows(Action::CheckOff, scene) => {
                self.check_off(scene)
            }
            Some(Row::New | Row::Folded) => self.open(scene),
            _ => Effect::Redraw,
        }
    }
}

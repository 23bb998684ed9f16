//! The grid of a planned week: its selection, its keys, and how its parts stand together.

mod draw;

use std::cell::RefCell;

use ratatui::layout::{Position, Rect};

use super::day::DayBox;
use super::edit::{self, Editing, Taken};
use super::market::MarketBox;
use super::place::{self, Column, Row};
use crate::domain::{Day, Weekday};
use crate::planning::MetricOutlook;
use crate::tui::action::Action;
use crate::tui::dialogs::{AmountBox, Menu, ways};
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::scene::Scene;
use crate::tui::widgets::{Cursor, beside};

/// The row that is selected at first: the first metric, behind the market and the days.
const FIRST: usize = 2;

/// What the grid remembers between frames.
#[derive(Debug)]
pub(super) struct WeekGrid {
    rows: Cursor<Row>,
    column: Column,
    editing: Option<Editing>,
    /// Where rows and columns were drawn, for clicks.
    drawn: RefCell<Vec<(Rect, Row, Column)>>,
}

impl Default for WeekGrid {
    fn default() -> Self {
        let mut rows = Cursor::default();
        rows.select_place(FIRST, &[]);
        Self {
            rows,
            column: Column::Target,
            editing: None,
            drawn: RefCell::default(),
        }
    }
}

/// What an action comes to here.
enum Meaning<'a> {
    Go,
    Turn(Column),
    OpenTarget(&'a MetricOutlook),
    OpenPin(&'a MetricOutlook, Day),
    MetricMenu(&'a MetricOutlook),
    DayBox(Day),
    Market,
    Pin(&'a MetricOutlook, Day),
    DayOff(Day),
    Focus(&'a MetricOutlook),
    WaysOut(&'a MetricOutlook),
    /// Of an open field.
    Take {
        at_once: bool,
    },
    Leave,
    LeaveAndGo(Action),
}

impl WeekGrid {
    pub(super) fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        self.meaning(action, scene).is_some()
    }

    pub(super) fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        let Some(meaning) = self.meaning(action, scene) else {
            return Effect::PassOn;
        };
        match meaning {
            Meaning::Go => {
                self.rows.go(action, &place::rows(scene));
            }
            Meaning::Turn(column) => self.column = column,
            Meaning::OpenTarget(metric) => self.editing = Some(Editing::target(scene, metric)),
            Meaning::OpenPin(metric, day) => {
                self.editing = Some(Editing::pin(scene, metric, day));
            }
            Meaning::MetricMenu(metric) => return Effect::open(metric_menu(metric, scene)),
            Meaning::DayBox(day) => return Effect::open(DayBox::new(day, scene)),
            Meaning::Market => return Effect::open(MarketBox::new(scene)),
            Meaning::Pin(metric, day) => return edit::toggle_pin(scene, metric, day),
            Meaning::DayOff(day) => return edit::toggle_day(scene, day),
            Meaning::Focus(metric) => return edit::toggle_focus(scene, metric),
            Meaning::WaysOut(metric) => return ways::open(metric),
            Meaning::Take { at_once } => return self.take(scene, at_once),
            Meaning::Leave => self.editing = None,
            Meaning::LeaveAndGo(action) => {
                self.editing = None;
                self.rows.go(action, &place::rows(scene));
            }
        }
        Effect::Redraw
    }

    fn meaning<'a>(&self, action: Action, scene: &'a Scene<'_>) -> Option<Meaning<'a>> {
        if self.editing.is_some() {
            return match action {
                Action::Accept => Some(Meaning::Take { at_once: false }),
                Action::SaveAll => Some(Meaning::Take { at_once: true }),
                Action::Back => Some(Meaning::Leave),
                Action::Down | Action::NextField => Some(Meaning::LeaveAndGo(Action::Down)),
                Action::Up | Action::PreviousField => Some(Meaning::LeaveAndGo(Action::Up)),
                _ => None,
            };
        }
        let rows = place::rows(scene);
        let row = self.rows.selected(&rows)?;
        match action {
            Action::Left => self.turned(row, scene, false).map(Meaning::Turn),
            Action::Right => self.turned(row, scene, true).map(Meaning::Turn),
            Action::EditTarget => self.entered(row, scene),
            Action::Pin => {
                let metric = metric_of(row, scene).filter(|metric| edit::has_quotas(metric))?;
                Some(Meaning::Pin(metric, self.day(row, scene)?))
            }
            Action::DayOff => self.day(row, scene).map(Meaning::DayOff),
            Action::Focus => {
                let metric = metric_of(row, scene).filter(|metric| metric.target.is_some());
                metric.map(Meaning::Focus)
            }
            Action::WaysOut => ways::metric_for(scene, metric_of(row, scene)).map(Meaning::WaysOut),
            _ => Cursor::allows(action, &rows).then_some(Meaning::Go),
        }
    }

    /// What Enter means on the selected row and column.
    fn entered<'a>(&self, row: &Row, scene: &'a Scene<'_>) -> Option<Meaning<'a>> {
        match row {
            Row::Outlook => Some(Meaning::Market),
            Row::Days => self.day(row, scene).map(Meaning::DayBox),
            Row::Metric(_) => {
                let metric = metric_of(row, scene)?;
                Some(match self.column {
                    Column::Name if metric.target.is_some() => Meaning::MetricMenu(metric),
                    Column::Day(day) if edit::has_quotas(metric) => {
                        Meaning::OpenPin(metric, scene.outlook.days[day].date)
                    }
                    Column::Name | Column::Target | Column::Day(_) => Meaning::OpenTarget(metric),
                })
            }
        }
    }

    /// The column beside the selected one, if there is one.
    fn turned(&self, row: &Row, scene: &Scene<'_>, forward: bool) -> Option<Column> {
        let columns = place::columns(row, &place::days(scene.outlook));
        let now = self.column_of(row, scene);
        beside(&columns, &now, forward)
    }

    /// The selected column, as the row has it: the days' row has no targets.
    fn column_of(&self, row: &Row, scene: &Scene<'_>) -> Column {
        let days = place::days(scene.outlook);
        match (row, self.column) {
            (Row::Days, Column::Name | Column::Target) => {
                let shown = scene.view.day().weekday();
                let day = days.contains(&shown).then_some(shown);
                Column::Day(day.unwrap_or(Weekday::Mon))
            }
            (_, Column::Day(day)) if !days.contains(&day) => Column::Target,
            (_, column) => column,
        }
    }

    /// The selected day.
    fn day(&self, row: &Row, scene: &Scene<'_>) -> Option<Day> {
        match self.column_of(row, scene) {
            Column::Day(day) if *row != Row::Outlook => Some(scene.outlook.days[day].date),
            Column::Name | Column::Target | Column::Day(_) => None,
        }
    }

    fn take(&mut self, scene: &Scene<'_>, at_once: bool) -> Effect {
        let Some(editing) = &mut self.editing else {
            return Effect::Nothing;
        };
        match editing.take(scene, at_once) {
            Taken::Edit(effect) => return effect,
            Taken::Ask(next) => self.editing = Some(*next),
            Taken::Same => self.editing = None,
            Taken::Refused(error) => editing.error = Some(error),
        }
        Effect::Redraw
    }

    pub(super) fn field(&mut self) -> Option<&mut Field> {
        self.editing.as_mut().map(|editing| &mut editing.field)
    }

    pub(super) fn edited(&mut self) {
        if let Some(editing) = &mut self.editing {
            editing.error = None;
        }
    }

    pub(super) fn close_field(&mut self) {
        self.editing = None;
    }

    pub(super) fn is_open(&self) -> bool {
        self.editing.is_some()
    }

    pub(super) fn click(&mut self, at: Position, focused: bool, scene: &Scene<'_>) -> Effect {
        let drawn = self.drawn.borrow();
        let hit = drawn.iter().rev().find(|(area, ..)| area.contains(at));
        let Some((_, row, column)) = hit.cloned() else {
            return Effect::Nothing;
        };
        drop(drawn);
        let rows = place::rows(scene);
        let marked = self.rows.selected(&rows) == Some(&row) && self.column == column;
        self.editing = None;
        self.rows.select(row);
        self.column = column;
        if marked && focused {
            self.update(Action::EditTarget, scene)
        } else {
            Effect::Redraw
        }
    }
}

fn metric_of<'a>(row: &Row, scene: &'a Scene<'_>) -> Option<&'a MetricOutlook> {
    match row {
        Row::Metric(id) => scene.outlook.metric(id),
        Row::Outlook | Row::Days => None,
    }
}

/// What can be done with a metric that has a target.
fn metric_menu(metric: &MetricOutlook, scene: &Scene<'_>) -> Menu {
    let words = &scene.words.boxes;
    let is_focus = scene.outlook.focus.as_ref() == Some(&metric.id);
    let focus = if is_focus {
        words.clear_focus
    } else {
        words.set_focus
    };
    let of_focus = metric.id.clone();
    let (of_count, of_ways) = (of_focus.clone(), of_focus.clone());
    Menu::new(&metric.name)
        .line(focus, move |scene| {
            let metric = scene.outlook.metric(&of_focus);
            metric.map_or(Effect::Close, |metric| edit::toggle_focus(scene, metric))
        })
        .line(words.count, move |scene| {
            Effect::replace(AmountBox::of_metric(of_count.clone(), scene.view.day()))
        })
        .line(words.ways_out, move |scene| {
            let metric = scene.outlook.metric(&of_ways);
            metric.map_or(Effect::Close, ways::open)
        })
}

//! The grid of a planned week: its selection, its keys, and how its parts stand together.

use std::cell::RefCell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::edit::{self, Editing, Taken, What};
use super::grid::{Grid, to_cells};
use super::market::MarketBox;
use super::notes;
use super::place::{self, Column, Row};
use super::shape::{Form, Shape};
use crate::domain::{Day, Weekday, Weight};
use crate::i18n::{cells, date};
use crate::planning::MetricOutlook;
use crate::tui::action::Action;
use crate::tui::dialogs::{AmountBox, Menu, ways};
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::scene::Scene;
use crate::tui::view::Pane;
use crate::tui::widgets::Cursor;

/// The row that is selected at first: the first metric, behind the market and the days.
const FIRST: usize = 2;
/// How wide an open field for an amount is.
const FIELD: u16 = 14;

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
    DayMenu(Day),
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
            Meaning::DayMenu(day) => return Effect::open(day_menu(day, scene)),
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
            Row::Days => self.day(row, scene).map(Meaning::DayMenu),
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
        let at = columns.iter().position(|column| *column == now)?;
        let to = if forward { at + 1 } else { at.checked_sub(1)? };
        columns.get(to).copied()
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

    pub(super) fn click(&mut self, at: Position, scene: &Scene<'_>) -> Effect {
        let drawn = self.drawn.borrow();
        let hit = drawn.iter().rev().find(|(area, ..)| area.contains(at));
        let Some((_, row, column)) = hit.cloned() else {
            return Effect::Nothing;
        };
        drop(drawn);
        let rows = place::rows(scene);
        let again = self.rows.selected(&rows) == Some(&row) && self.column == column;
        self.editing = None;
        self.rows.select(row);
        self.column = column;
        if again {
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

/// What can be done with a day.
fn day_menu(day: Day, scene: &Scene<'_>) -> Menu {
    let words = &scene.words.boxes;
    let mut menu = Menu::new(date(scene.language, day));
    let now = scene.outlook.days[day.weekday()].weight;
    for (text, weight) in [
        (words.off, Weight::OFF),
        (words.half, Weight::HALF),
        (words.working, Weight::FULL),
    ] {
        if now != weight {
            menu = menu.line(text, move |scene| edit::set_day(scene, day, weight));
        }
    }
    menu
}

/// How the lines of the pane stand below one another.
struct Lines {
    /// How many metrics are seen, from which one on.
    seen: usize,
    first: usize,
    /// The first line below them.
    below: u16,
}

impl WeekGrid {
    pub(super) fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let title = format!("{} {}", Pane::Goals.number(), scene.words.common.goals);
        let inside = scene.frame(&title, focused, area, buf);
        let rows = place::rows(scene);
        let row = self.rows.selected(&rows)?;
        let days = place::days(scene.outlook);
        let shape = Shape::of(inside, buf.area.width, &days, scene.outlook);
        let grid = Grid {
            scene,
            shape: &shape,
            row,
            column: self.column_of(row, scene),
            focused,
        };
        self.drawn.borrow_mut().clear();
        self.draw_outlook(&grid, buf);
        grid.head(inside.y + 1, buf);
        let lines = self.lines(&grid, &rows);
        let caret = self.draw_metrics(&grid, &lines, buf);
        self.draw_below(&grid, &lines, buf);
        let hidden = scene.outlook.metrics.len() - lines.seen;
        if hidden > 0 && inside != area {
            let more = format!(" {} ", scene.words.common.more(hidden));
            let x = area
                .right()
                .saturating_sub(to_cells(cells::width(&more)) + 2);
            buf.set_string(x, area.bottom() - 1, more, scene.theme.dim);
        }
        caret
    }

    /// As many metrics as fit, the selected one among them.
    fn lines(&self, grid: &Grid<'_>, rows: &[Row]) -> Lines {
        let inside = grid.shape.inside;
        let metrics = grid.scene.outlook.metrics.len();
        let height = usize::from(grid.shape.form.lines());
        let notes = match grid.shape.form {
            Form::Wide | Form::Small => 1,
            Form::Side => 2,
        };
        let room = usize::from(inside.height).saturating_sub(2 + notes);
        let seen = (room / height).min(metrics);
        let at = self.rows.place(rows).saturating_sub(FIRST);
        let first = self.rows.scroll((at, at), metrics, seen.max(1));
        Lines {
            seen,
            first,
            below: inside.y + 2 + to_cells(seen * height),
        }
    }

    fn draw_outlook(&self, grid: &Grid<'_>, buf: &mut Buffer) {
        let inside = grid.shape.inside;
        let is_row = *grid.row == Row::Outlook;
        grid.marker(is_row, inside.y, buf);
        let room = usize::from(inside.right().saturating_sub(grid.shape.name));
        let text = notes::outlook(grid.scene, room);
        let style = grid.scene.row_style(is_row, grid.focused);
        buf.set_string(grid.shape.name, inside.y, cells::fit(&text, room), style);
        let line = Rect {
            height: 1,
            ..inside
        };
        let mut drawn = self.drawn.borrow_mut();
        drawn.push((line, Row::Outlook, self.column));
        for column in &grid.shape.days {
            let area = Rect::new(column.x, inside.y + 1, column.cells, 1);
            drawn.push((area, Row::Days, Column::Day(column.day)));
        }
    }

    fn draw_metrics(&self, grid: &Grid<'_>, lines: &Lines, buf: &mut Buffer) -> Option<Position> {
        let inside = grid.shape.inside;
        let height = grid.shape.form.lines();
        let mut caret = None;
        let metrics = grid.scene.outlook.metrics.iter();
        let shown = metrics.skip(lines.first).take(lines.seen);
        for (at, metric) in (0_u16..).zip(shown) {
            let y = inside.y + 2 + at * height;
            let area = Rect::new(inside.x, y, inside.width, height);
            grid.metric(metric, area, buf);
            self.note_places(grid, metric, area);
            let editing = self.editing.as_ref();
            if let Some(editing) = editing.filter(|editing| *editing.metric() == metric.id) {
                caret = draw_field(editing, grid, area, buf);
            }
        }
        caret
    }

    /// Keeps where a metric's cells stand, for clicks.
    fn note_places(&self, grid: &Grid<'_>, metric: &MetricOutlook, area: Rect) {
        let row = Row::Metric(metric.id.clone());
        let mut drawn = self.drawn.borrow_mut();
        drawn.push((area, row.clone(), Column::Target));
        for column in &grid.shape.days {
            let area = Rect {
                x: column.x,
                width: column.cells,
                ..area
            };
            drawn.push((area, row.clone(), Column::Day(column.day)));
        }
    }

    /// The error of the open field, else what is selected exactly and what asks for attention;
    /// above them, where there is room, what the signs mean.
    fn draw_below(&self, grid: &Grid<'_>, lines: &Lines, buf: &mut Buffer) {
        let scene = grid.scene;
        let inside = grid.shape.inside;
        let width = usize::from(inside.right().saturating_sub(grid.shape.name + 1)).max(1);
        let bottom = inside.bottom();
        let error = self
            .editing
            .as_ref()
            .and_then(|editing| editing.error.as_ref());
        if let Some(error) = error {
            let wrapped = cells::wrapped(error, width);
            let from = bottom
                .saturating_sub(to_cells(wrapped.len()))
                .min(lines.below);
            let from = from.max(inside.y);
            for (y, text) in (from..bottom).zip(wrapped) {
                let line = cells::pad_right(&text, width);
                buf.set_string(grid.shape.name, y, line, scene.theme.error);
            }
            return;
        }
        let about = notes::about(scene, grid.row, grid.column);
        let mut texts = cells::wrapped(&about, width);
        texts.retain(|text| !text.is_empty());
        for note in notes::attention(scene) {
            texts.extend(cells::wrapped(&note, width));
        }
        let room = usize::from(bottom.saturating_sub(lines.below));
        let legend = scene.words.goals.legend;
        let has_legend = grid.shape.form == Form::Wide && cells::width(legend) <= width;
        let mut y = lines.below;
        if has_legend && texts.len() < room {
            texts.insert(0, legend.to_owned());
        }
        if texts.len() < room {
            y += 1;
        }
        for (y, text) in (y..bottom).zip(texts) {
            buf.set_string(grid.shape.name, y, text, scene.theme.dim);
        }
    }
}

/// Draws an open field where its figure stands.
fn draw_field(
    editing: &Editing,
    grid: &Grid<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let shape = grid.shape;
    let plan = match shape.form {
        Form::Wide | Form::Small => area.y,
        Form::Side => area.y + 1,
    };
    let (end, y) = match &editing.what {
        What::Target(_) => (shape.name_end, area.y),
        What::Pin(_, day) => {
            let columns = &mut shape.days.iter();
            let column = columns.find(|column| column.day == day.weekday());
            (column.map_or(shape.name_end, |column| column.end()), plan)
        }
        What::Reason(..) => return draw_reason(editing, grid, area, buf),
    };
    let x = end.saturating_sub(FIELD).max(area.x);
    let place = Rect::new(x, y, FIELD.min(area.width), 1);
    editing.field.draw(grid.scene.theme, place, buf)
}

/// The field for a reason has the metric's last line.
fn draw_reason(
    editing: &Editing,
    grid: &Grid<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let label = grid.scene.words.ways.reason;
    let y = area.bottom() - 1;
    let x = grid.shape.name;
    let room = usize::from(area.right().saturating_sub(x));
    buf.set_string(x, y, cells::pad_right(label, room), grid.scene.theme.title);
    let from = x + to_cells(cells::width(label)) + 1;
    let width = area.right().saturating_sub(from + 1);
    editing
        .field
        .draw(grid.scene.theme, Rect::new(from, y, width, 1), buf)
}

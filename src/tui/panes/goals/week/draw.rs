//! How the parts of the grid stand together: market, days, metrics, and what is said below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{FIRST, WeekGrid};
use crate::domain::Unit;
use crate::i18n::cells;
use crate::planning::{Compared, MetricOutlook, WhatIf};
use crate::tui::dialogs::in_one_line;
use crate::tui::panes::goals::edit::{Editing, What};
use crate::tui::panes::goals::figures::widest_pair;
use crate::tui::panes::goals::grid::{Grid, clear_cut, left, to_cells};
use crate::tui::panes::goals::notes;
use crate::tui::panes::goals::place::{self, Column, Row};
use crate::tui::panes::goals::shape::{DayColumn, Form, Shape};
use crate::tui::scene::Scene;
use crate::tui::view::Pane;

/// How wide an open field for an amount is; that of a day at most.
const FIELD: u16 = 14;

/// How the lines of the pane stand below one another.
struct Lines {
    /// How many metrics are seen, from which one on.
    seen: usize,
    first: usize,
    /// The first line below them.
    below: u16,
}

impl WeekGrid {
    pub(in crate::tui::panes::goals) fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let title = format!("{} {}", Pane::Goals.number(), scene.words.common.goals);
        let inside = scene.frame(&title, focused, area, buf);
        let what_if = self.what_if(scene);
        let as_typed = what_if.as_ref().map(|seen| scene.after(seen));
        let before = scene;
        let scene = as_typed.as_ref().unwrap_or(scene);
        let rows = place::rows(scene);
        let row = self.rows.selected(&rows)?;
        let days = place::days(scene.outlook);
        let shape = Shape::of(
            inside,
            buf.area.width,
            &days,
            widest_pair(scene),
            scene.outlook,
        );
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
        self.draw_below(before, &grid, &lines, buf);
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

    /// The week as what is typed would leave it, while that can be taken.
    fn what_if(&self, scene: &Scene<'_>) -> Option<WhatIf> {
        scene.what_if(self.editing.as_ref()?.changes(scene)?)
    }

    /// The exact figures of what is selected; while another target is typed, what that would
    /// make of them.
    fn about(&self, before: &Scene<'_>, grid: &Grid<'_>, room: usize) -> String {
        let typed = self.editing.as_ref();
        let typed = typed.filter(|typed| !matches!(typed.what, What::Pin(..)));
        let pair = typed.and_then(|typed| {
            let id = typed.metric();
            let now = before.outlook.metric(id)?;
            let then = grid.scene.outlook.metric(id)?;
            let has_days = now.unit != Unit::Score;
            (has_days && now.target != then.target).then_some(Compared { now, then })
        });
        match pair {
            Some(pair) => in_one_line(before, pair, room),
            None if self.types_target() => before.words.goals.per_day.to_owned(),
            None => notes::about(grid.scene, grid.row, grid.column, room),
        }
    }

    /// Whether the field of a target is open.
    fn types_target(&self) -> bool {
        let typed = self.editing.as_ref();
        typed.is_some_and(|typed| matches!(typed.what, What::Target(_)))
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
                caret = draw_field(editing, metric, grid, area, buf);
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
    fn draw_below(&self, before: &Scene<'_>, grid: &Grid<'_>, lines: &Lines, buf: &mut Buffer) {
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
        let room = match grid.shape.form {
            Form::Small => width,
            Form::Wide | Form::Side => usize::MAX,
        };
        let about = self.about(before, grid, room);
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

/// Draws an open field where its figure stands; what it would cover in part goes whole.
fn draw_field(
    editing: &Editing,
    metric: &MetricOutlook,
    grid: &Grid<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let shape = grid.shape;
    let plan = match shape.form {
        Form::Wide | Form::Small => area.y,
        Form::Side => area.y + 1,
    };
    let column_of = |day| shape.days.iter().find(|column| column.day == day);
    let target = (shape.name_end, FIELD.min(area.width));
    let ((end, cells), y) = match &editing.what {
        What::Target(_) => (target, area.y),
        What::Pin(_, day) => {
            let column = column_of(day.weekday());
            let over_day = |column: &DayColumn| over_day(*column, editing.field.cells());
            (column.map_or(target, over_day), plan)
        }
        What::Reason(..) => return draw_reason(editing, grid, area, buf),
    };
    let x = end.saturating_sub(cells).max(area.x);
    let place = Rect::new(x, y, end - x, 1);
    let bold = Style::new().bold();
    if matches!(editing.what, What::Target(_)) {
        left(shape.name, x, y, "", Style::new(), buf);
        let name_end = x.saturating_sub(1).max(shape.name);
        left(shape.name, name_end, y, &metric.name, bold, buf);
    } else {
        let days = shape.days.iter();
        let cells = days.map(|column| (column.x, column.end() + star(shape.form)));
        clear_cut(x, y, cells, buf);
    }
    editing.field.draw(grid.scene.theme, place, buf)
}

/// Where a field over its day ends, and its width: it has the day's cells, and grows to the left
/// with what is typed.
fn over_day(column: DayColumn, needs: u16) -> (u16, u16) {
    (column.end(), needs.clamp(column.cells, FIELD))
}

/// How many cells a star takes behind those of an amount.
fn star(form: Form) -> u16 {
    u16::from(form != Form::Wide)
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

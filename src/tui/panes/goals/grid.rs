//! The grid of the week: a metric's plan, and below it what happened.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::figures::{Figures, Standing, lead};
use super::place::{Column, Row};
use super::shape::{DayColumn, Form, STATUS, Shape};
use crate::domain::Weekday;
use crate::i18n::{WeekdayForm, cells, weekday};
use crate::planning::MetricOutlook;
use crate::tui::scene::Scene;
use crate::tui::widgets::Bar;

/// How many cells a bar has beside the figures, in a pane so wide that all metrics have one;
/// and `100%` with a gap behind one.
const GAUGE: u16 = 12;
const GAUGE_FROM: u16 = 58;
const SHARE: u16 = 6;

/// How many cells the status has in the narrow forms, so that most begin below one another.
const LEAST_STATUS: u16 = 15;

/// The grid, drawn line by line.
pub(super) struct Grid<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) shape: &'a Shape,
    pub(super) row: &'a Row,
    pub(super) column: Column,
    pub(super) focused: bool,
}

impl Grid<'_> {
    /// The names of the days, today in brackets.
    pub(super) fn head(&self, y: u16, buf: &mut Buffer) {
        let theme = self.scene.theme;
        self.marker(self.row == &Row::Days, y, buf);
        match self.shape.form {
            Form::Wide => {
                let text = self.scene.words.goals.done_target;
                right(
                    self.shape.name,
                    self.shape.name_end,
                    y,
                    text,
                    theme.dim,
                    buf,
                );
            }
            Form::Side => {}
            Form::Small => return self.days_in_one_line(y, buf),
        }
        for column in &self.shape.days {
            let style = self.day_style(column.day, *self.row == Row::Days);
            let name = self.day_name(column.day, true);
            let end = self.head_end(*column, &name);
            let from = end.saturating_sub(to_cells(cells::width(&name)));
            right(from.min(column.x), end, y, &name, style, buf);
        }
    }

    /// Where a day's name ends: a bracket that has no cell in the column stands behind it, so
    /// that the name stands over its figures and apart from the one before.
    fn head_end(&self, column: DayColumn, name: &str) -> u16 {
        let is_long = cells::width(name) > column.cells.into();
        let has_margin = column.end() < self.shape.inside.right();
        column.end() + u16::from(is_long && has_margin)
    }

    /// Where there is no grid the days stand in one line.
    fn days_in_one_line(&self, y: u16, buf: &mut Buffer) {
        let mut x = self.shape.inside.x + 2;
        for day in super::place::days(self.scene.outlook) {
            let style = self.day_style(day, *self.row == Row::Days);
            let name = self.day_name(day, false);
            if usize::from(x) + cells::width(&name) < self.shape.inside.right().into() {
                buf.set_string(x, y, &name, style);
            }
            x = x.saturating_add(to_cells(cells::width(&name)) + 2);
        }
    }

    fn day_name(&self, day: Weekday, short: bool) -> String {
        let form = match self.shape.form {
            Form::Wide => WeekdayForm::Short,
            Form::Side | Form::Small => WeekdayForm::Narrow,
        };
        let name = weekday(self.scene.language, day, form);
        let is_today = self.scene.outlook.days[day].date == self.scene.outlook.today;
        match (is_today, short) {
            (true, _) => format!("[{name}]"),
            (false, _) => name.to_owned(),
        }
    }

    /// The style of a day's name: selected, today, off.
    fn day_style(&self, day: Weekday, in_row: bool) -> Style {
        let theme = self.scene.theme;
        let selected = self.column == Column::Day(day);
        let seen = &self.scene.outlook.days[day];
        let style = if seen.date == self.scene.outlook.today {
            theme.today
        } else if seen.off {
            theme.off
        } else {
            theme.title
        };
        match (selected, in_row) {
            (true, true) => self.scene.row_style(true, self.focused),
            (true, false) => style.underlined(),
            (false, _) => style,
        }
    }

    /// The lines of a metric.
    pub(super) fn metric(&self, metric: &MetricOutlook, area: Rect, buf: &mut Buffer) {
        let is_row = matches!(self.row, Row::Metric(id) if *id == metric.id);
        self.marker(is_row, area.y, buf);
        let drawn = MetricLines {
            grid: self,
            metric,
            figures: Figures::of(self.scene, metric, self.shape.form),
            standing: Standing::of(self.scene, metric.status),
            is_row,
        };
        match self.shape.form {
            Form::Wide => drawn.wide(area, buf),
            Form::Side => drawn.side(area, buf),
            Form::Small => drawn.line(area, buf),
        }
    }

    pub(super) fn marker(&self, selected: bool, y: u16, buf: &mut Buffer) {
        if selected {
            let x = self.shape.name.saturating_sub(1);
            let style = if self.focused {
                self.scene.theme.focus
            } else {
                self.scene.theme.dim
            };
            buf.set_string(x, y, self.scene.theme.glyphs.selected, style);
        }
    }
}

struct MetricLines<'a> {
    grid: &'a Grid<'a>,
    metric: &'a MetricOutlook,
    figures: Figures<'a>,
    standing: Standing,
    is_row: bool,
}

impl MetricLines<'_> {
    /// Name and progress, status, the plan; below share, lead, what happened.
    fn wide(&self, area: Rect, buf: &mut Buffer) {
        let shape = self.grid.shape;
        let (first, second) = (area.y, area.y + 1);
        let reached = self.figures.reached();
        let from = shape.name_end - to_cells(cells::width(&reached));
        right(
            from,
            shape.name_end,
            first,
            &reached,
            self.style(Column::Target),
            buf,
        );
        let name_end = from.saturating_sub(1).max(shape.name);
        left(
            shape.name,
            name_end,
            first,
            &self.metric.name,
            self.name_style(),
            buf,
        );
        let percent = self.figures.share();
        right(
            shape.name,
            shape.name_end,
            second,
            &percent,
            Style::new(),
            buf,
        );
        let gauge_end = shape.name_end - SHARE;
        self.gauge(shape.name, gauge_end, second, buf);
        let lead = lead(self.grid.scene, self.metric);
        let status = cells::wrapped(&self.standing.text(), STATUS.into());
        for (y, text) in (first..=second).zip(status.iter().chain([&lead])) {
            let style = if *text == lead {
                self.grid.scene.theme.dim
            } else {
                self.standing.style
            };
            left(shape.status, shape.status + STATUS, y, text, style, buf);
        }
        self.days(first, second, buf);
    }

    /// Name, progress and status; below the plan, below that what happened.
    fn side(&self, area: Rect, buf: &mut Buffer) {
        self.line(area, buf);
        let (plan, happened) = (area.y + 1, area.y + 2);
        let room = usize::from(self.grid.shape.before_days()).saturating_sub(2);
        let words = &self.grid.scene.words.goals;
        if self.metric.target.is_some() {
            let scaled = format!("{}  {}", words.plan, self.figures.scale_word());
            self.label(&[scaled.trim_end(), words.plan], plan, room, buf);
        }
        let labels: &[&str] = match self.metric.target {
            Some(_) => &[words.done_now, words.done],
            // A line without any figure needs no name.
            None if self.metric.done.is_zero() => &[],
            None => &[words.done],
        };
        self.label(labels, happened, room, buf);
        self.days(plan, happened, buf);
    }

    /// The first of the labels that has room.
    fn label(&self, labels: &[&str], y: u16, room: usize, buf: &mut Buffer) {
        let fits = |label: &&&str| cells::width(label) < room;
        let label = labels.iter().find(fits).or(labels.last());
        let text = cells::fit(label.copied().unwrap_or_default(), room);
        let x = self.grid.shape.inside.x + 2;
        buf.set_string(x, y, text, self.grid.scene.theme.dim);
    }

    /// All in one line: name, progress, share, status with the lead.
    fn line(&self, area: Rect, buf: &mut Buffer) {
        let shape = self.grid.shape;
        let status = self.standing.with_lead(self.grid.scene, self.metric);
        let reached = self.figures.reached();
        let percent = self.figures.share();
        let behind = cells::width(&reached) + cells::width(&percent) + 2;
        // A long name has the cells that a short status leaves.
        let takes = to_cells(cells::width(&status) + 1);
        let before = usize::from(shape.inside.right().saturating_sub(shape.name));
        let is_long = cells::width(&self.metric.name) + behind + 1 + usize::from(LEAST_STATUS);
        let width = if is_long > before {
            takes
        } else {
            takes.max(LEAST_STATUS)
        };
        let status_from = shape.inside.right().saturating_sub(width);
        left(
            status_from,
            shape.inside.right(),
            area.y,
            &status,
            self.standing.style,
            buf,
        );

        let room = usize::from(status_from.saturating_sub(shape.name));
        let name = cells::fit(&self.metric.name, room.saturating_sub(behind + 1));
        buf.set_string(shape.name, area.y, &name, self.name_style());
        let x = shape.name + to_cells(cells::width(&name)) + 1;
        buf.set_string(x, area.y, &reached, self.style(Column::Target));
        let x = x + to_cells(cells::width(&reached)) + 1;
        buf.set_string(x, area.y, &percent, Style::new());
        let free = x + to_cells(cells::width(&percent)) + 2;
        let end = status_from.saturating_sub(2);
        if shape.inside.width >= GAUGE_FROM && free + GAUGE <= end {
            self.gauge(end - GAUGE, end, area.y, buf);
        }
    }

    /// The share as a bar, with what is missing of the days that are over.
    fn gauge(&self, from: u16, end: u16, y: u16, buf: &mut Buffer) {
        let scene = self.grid.scene;
        let Some(target) = self.metric.target else {
            return;
        };
        let days = self.metric.days.values();
        let over = days.filter(|day| day.date < scene.outlook.today);
        let bar = Bar {
            done: self.metric.done.or_zero(),
            owed: over.fold(0, |sum, day| day.baseline.saturating_add(sum)),
            whole: target.or_zero(),
            theme: scene.theme,
        };
        bar.render(Rect::new(from, y, end.saturating_sub(from), 1), buf);
    }

    fn days(&self, plan: u16, happened: u16, buf: &mut Buffer) {
        for column in &self.grid.shape.days {
            let day = column.day;
            let pinned = self.figures.is_pinned(day);
            let seen = &self.grid.scene.outlook.days[day];
            let today = self.grid.scene.outlook.today;
            self.cell(*column, plan, &self.figures.plan(day), pinned, buf);
            let shows_pin = pinned && seen.date > today;
            self.cell(
                *column,
                happened,
                &self.figures.happened(day, column.cells.into()),
                shows_pin,
                buf,
            );
        }
    }

    fn cell(&self, column: DayColumn, y: u16, text: &str, pinned: bool, buf: &mut Buffer) {
        let theme = self.grid.scene.theme;
        let off = self.grid.scene.outlook.days[column.day].off;
        let style = if off { theme.off } else { Style::new() };
        let style = style.patch(self.style(Column::Day(column.day)));
        let is_selected = self.is_row && self.grid.column == Column::Day(column.day);
        if text.is_empty() && !is_selected {
            return;
        }
        let star = if pinned { theme.glyphs.pinned } else { "" };
        match self.grid.shape.form {
            Form::Wide => {
                let text = format!("{text}{star}");
                right(column.x, column.end(), y, &text, style, buf);
            }
            Form::Side | Form::Small => {
                right(column.x, column.end(), y, text, style, buf);
                buf.set_string(column.end(), y, star, theme.pinned);
            }
        }
    }

    fn name_style(&self) -> Style {
        let style = self.style(Column::Name);
        if self.is_row && self.grid.column != Column::Name {
            style.bold()
        } else {
            style
        }
    }

    fn style(&self, column: Column) -> Style {
        let selected = self.is_row && self.grid.column == column;
        self.grid.scene.row_style(selected, self.grid.focused)
    }
}

/// Writes a text at the left of the cells from `from` to `end`.
pub(super) fn left(from: u16, end: u16, y: u16, text: &str, style: Style, buf: &mut Buffer) {
    let text = cells::pad_right(text, end.saturating_sub(from).into());
    buf.set_string(from, y, text, style);
}

/// Writes a text at the right of the cells from `from` to `end`.
pub(super) fn right(from: u16, end: u16, y: u16, text: &str, style: Style, buf: &mut Buffer) {
    let text = cells::pad_left(text, end.saturating_sub(from).into());
    buf.set_string(from, y, text, style);
}

/// Clears what a field from `x` on would cover in part: of `cells`, from left to right and each
/// with its end, the one that reaches into it.
pub(super) fn clear_cut(
    x: u16,
    y: u16,
    mut cells: impl Iterator<Item = (u16, u16)>,
    buf: &mut Buffer,
) {
    if let Some((from, _)) = cells.find(|(_, end)| *end > x) {
        left(from.min(x), x, y, "", Style::new(), buf);
    }
}

pub(super) fn to_cells(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

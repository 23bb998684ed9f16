//! The line of a figure, with its days and what is typed into it, and what is told of it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{CELL, LAST, Sheet, TARGET};
use crate::domain::{Amount, MetricId, Weekday};
use crate::i18n::{WeekdayForm, cells, weekday, weekday_and_number};
use crate::planning::{MetricOutlook, look_back};
use crate::tui::panes::goals::edit::{self, Editing, What};
use crate::tui::panes::goals::figures::Figures;
use crate::tui::panes::goals::grid::{clear_cut, left, right, to_cells};
use crate::tui::panes::goals::notes;
use crate::tui::panes::goals::place;
use crate::tui::panes::goals::plan::first_day;
use crate::tui::widgets::spark;

/// How wide an open field for the part of a day is at most.
const FIELD: u16 = 10;
/// How wide an amount in words is at most: `12.5万`.
const MOST_CELL: usize = 6;

impl Sheet<'_> {
    /// The figure of a metric and its days, and what is typed for it.
    pub(super) fn metric(
        &self,
        (line, selected): (Rect, bool),
        id: &MetricId,
        editing: Option<&Editing>,
        style: Style,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let metric = self.seen.metric(id)?;
        self.figure(line, metric, style, buf);
        self.quotas(line, metric, self.cell.filter(|_| selected), buf);
        let editing = editing?;
        let place = self.field_place(editing, line, buf)?;
        editing.field.draw(self.scene.theme, place, buf)
    }

    /// Name, figure and last week's.
    fn figure(&self, line: Rect, metric: &MetricOutlook, style: Style, buf: &mut Buffer) {
        let (columns, dim) = (&self.columns, self.scene.theme.dim);
        let amounts = self.scene.style(metric);
        let name_end = columns.name + columns.name_room();
        left(columns.name, name_end, line.y, &metric.name, style, buf);
        let last = metric.last_week.map(|last| amounts.exact(last.done));
        let last = last.unwrap_or_default();
        let from = columns.last_end - LAST;
        right(from, columns.last_end, line.y, &last, dim, buf);
        let first = first_day(self.scene);
        let target = self.draft.target(metric, self.scene.outlook, first);
        let text = match target {
            Some(target) => amounts.exact(target),
            None => self.scene.theme.glyphs.dash.to_owned(),
        };
        let typed = self.draft.is_typed(&metric.id);
        let style = if typed { style.bold() } else { style };
        let end = columns.target + TARGET;
        left(columns.target, end, line.y, &text, style, buf);
    }

    /// What a metric asks of each day, with the sign of those that are pinned.
    fn quotas(
        &self,
        line: Rect,
        metric: &MetricOutlook,
        selected: Option<Weekday>,
        buf: &mut Buffer,
    ) {
        let theme = self.scene.theme;
        let figures = Figures::in_plan(self.scene, metric, self.columns.cell.into());
        for (day, end) in self.columns.days.iter().filter(|_| metric.target.is_some()) {
            let chosen = self.scene.row_style(selected == Some(*day), self.focused);
            let style = self.day_style(*day).patch(chosen);
            right(
                end - self.columns.cell,
                *end,
                line.y,
                &figures.plan(*day),
                style,
                buf,
            );
            if figures.is_pinned(*day) {
                buf.set_string(*end, line.y, theme.glyphs.pinned, theme.pinned);
            }
        }
    }

    /// Where a field stands in the line of its metric.
    fn field_place(&self, editing: &Editing, line: Rect, buf: &mut Buffer) -> Option<Rect> {
        let columns = &self.columns;
        match &editing.what {
            What::Target(_) => Some(Rect::new(columns.target - 1, line.y, TARGET + 1, 1)),
            What::Pin(_, day) => {
                let mut days = columns.days.iter();
                let (_, end) = days.find(|(column, _)| *column == day.weekday())?;
                // It has the cells of its day, and grows to the left with what is typed.
                let cells = editing.field.cells().clamp(CELL, FIELD);
                let x = end - cells;
                let last = (columns.last_end - LAST, columns.last_end);
                let days = columns
                    .days
                    .iter()
                    .map(|(_, end)| (end - columns.cell, end + 1));
                clear_cut(x, line.y, std::iter::once(last).chain(days), buf);
                Some(Rect::new(x, line.y, cells, 1))
            }
            What::Reason(..) => None,
        }
    }

    /// What stands before an open field that has no column: its day.
    pub(super) fn label(&self, editing: &Editing) -> Option<String> {
        match &editing.what {
            What::Pin(_, day) if self.columns.days.is_empty() => {
                Some(weekday_and_number(self.scene.language, *day))
            }
            _ => None,
        }
    }

    /// Draws an open field that has no column behind its day.
    pub(super) fn field_below(
        &self,
        editing: &Editing,
        y: u16,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let label = self.label(editing)?;
        let x = self.columns.name + to_cells(cells::width(&label)) + 1;
        let place = Rect::new(x, y, FIELD, 1);
        editing.field.draw(self.scene.theme, place, buf)
    }

    /// Where the days of a metric stand.
    pub(super) fn cell_places(&self, id: &MetricId, line: Rect) -> Vec<(Weekday, Rect)> {
        let metric = self
            .seen
            .metric(id)
            .filter(|metric| edit::has_quotas(metric));
        let days = self.columns.days.iter().filter(|_| metric.is_some());
        let place = |(day, end): &(Weekday, u16)| {
            let at = Rect::new(end - CELL, line.y, CELL + 1, 1);
            (*day, at)
        };
        days.map(place).collect()
    }

    /// What the weeks before brought, once there are two of them.
    fn look_back(&self, id: &MetricId) -> Option<String> {
        let metric = self.seen.metric(id)?;
        let weeks = look_back(self.seen.week, &self.scene.history, metric);
        let style = self.scene.style(metric);
        let used = || weeks.iter().copied().flatten();
        let (least, most) = (used().min()?, used().max()?);
        let spark = spark(
            &weeks.map(|week| week.map(Amount::or_zero)),
            self.scene.theme,
        );
        let words = &self.scene.words.planning;
        let said = words.look_back(
            &metric.name,
            weeks.len(),
            spark,
            style.exact(least),
            style.exact(most),
        );
        (used().count() > 1).then_some(said)
    }

    /// What is told of a figure: what it asks of each day, where days have no columns
    /// (`Mo 11  Tu 11`); then of the selected day all, of the figure what the weeks before
    /// brought, else its name where that is shortened above.
    pub(super) fn about(&self, id: &MetricId, width: usize) -> Vec<String> {
        let Some(metric) = self.seen.metric(id) else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        if self.columns.days.is_empty() {
            lines.extend(cells::listed(self.days_of(metric), "  ", width));
        }
        let is_cut = cells::width(&metric.name) > self.columns.name_room().into();
        let name = || is_cut.then(|| metric.name.clone());
        let said = match self.cell {
            Some(day) => Some(notes::about_cell(self.scene, metric, &metric.name, day)),
            None => self.look_back(id).or_else(name),
        };
        lines.extend(said.iter().flat_map(|text| cells::wrapped(text, width)));
        lines
    }

    /// The days of a metric in words: `Mo 11`, selected `▸Tu 11`, pinned `We 11*`.
    fn days_of(&self, metric: &MetricOutlook) -> Vec<String> {
        let figures = Figures::in_plan(self.scene, metric, MOST_CELL);
        let glyphs = &self.scene.theme.glyphs;
        let days = place::days(self.seen).into_iter().map(|day| {
            let name = weekday(self.scene.language, day, WeekdayForm::Narrow);
            let sign = |glyph, shown| if shown { glyph } else { "" };
            let selected = sign(glyphs.selected, self.cell == Some(day));
            let pinned = sign(glyphs.pinned, figures.is_pinned(day));
            format!("{selected}{name} {}{pinned}", figures.plan(day))
        });
        days.collect()
    }
}

//! How a plan is drawn: its figures, last week's, and what the days are asked for.

mod figure;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::lines::{DoubtLine, Row, What, lines};
use super::{Plan, first_day};
use crate::domain::{Weekday, Weight};
use crate::i18n::{WeekdayForm, cells, week_name, weekday};
use crate::planning::{Doubt, Outlook, Turned};
use crate::tui::panes::goals::draft::Draft;
use crate::tui::panes::goals::grid::{left, right, to_cells};
use crate::tui::panes::goals::notes;
use crate::tui::panes::goals::place;
use crate::tui::panes::goals::sheet::{fitted, marker};
use crate::tui::scene::Scene;
use crate::tui::view::Pane;

/// Where the columns of the plan stand.
struct Columns {
    name: u16,
    target: u16,
    /// Behind the end of last week's figures.
    last_end: u16,
    /// Behind the end of each day's cell; none where there is no room.
    days: Vec<(Weekday, u16)>,
    /// How many cells an amount has before it, at least [`CELL`].
    cell: u16,
}

const NAME: u16 = 16;
const TARGET: u16 = 12;
const LAST: u16 = 11;
/// An amount on a day; the star of a pin stands behind it.
const CELL: u16 = 4;

impl Columns {
    fn of(inside: Rect, days: &[Weekday]) -> Self {
        let count = to_cells(days.len());
        let before = 2 + NAME + TARGET + LAST;
        // A column and what it takes beside it: the widest only where much is free.
        let step = [(7, 3), (6, 0), (5, 0)]
            .into_iter()
            .find(|(step, free)| before + step * count + free < inside.width)
            .map(|(step, _)| step);
        let spare = step.map_or(0, |step| inside.width - 1 - before - step * count);
        let margin = spare.min(2);
        let wide = spare - margin;
        let shift = if step.is_some() { wide.min(24) } else { 0 };
        let name = inside.x + 2;
        let last_end = if step.is_some() {
            inside.x + before - 1 + shift
        } else {
            inside.right().saturating_sub(1)
        };
        let end = inside.right() - margin.max(1);
        let step = step.unwrap_or(0);
        let day_end = |at: u16| end - step * (count - 1 - at);
        Self {
            name,
            target: last_end.saturating_sub(LAST + TARGET - 1).max(name + 8),
            last_end,
            days: if step == 0 {
                Vec::new()
            } else {
                days.iter().copied().zip((0..count).map(day_end)).collect()
            },
            cell: CELL.max(step.saturating_sub(1)),
        }
    }

    /// How many cells a name has before the field of its target.
    fn name_room(&self) -> u16 {
        self.target.saturating_sub(self.name + 1)
    }
}

/// All that drawing a line needs.
struct Sheet<'a> {
    scene: &'a Scene<'a>,
    draft: Draft,
    /// The week as the draft would leave it.
    seen: &'a Outlook,
    columns: Columns,
    /// How many cells a line has from its name on.
    room: usize,
    /// The day that is selected beside a figure.
    cell: Option<Weekday>,
    focused: bool,
}

impl Plan {
    pub(in crate::tui::panes::goals) fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = scene.words;
        let title = format!(
            "{} {} · {}",
            Pane::Goals.number(),
            words.common.goals,
            words.planning.title
        );
        let inside = scene.frame(&title, focused, area, buf);
        let draft = self.as_typed(scene);
        let changes = draft.changes(scene, first_day(scene), None);
        let previewed = scene.what_if(changes);
        let seen = previewed
            .as_ref()
            .map_or(scene.outlook, |seen| &seen.outlook);
        let sheet = Sheet {
            scene,
            draft,
            seen,
            columns: Columns::of(inside, &place::days(seen)),
            room: usize::from(inside.width.saturating_sub(3)),
            cell: match self.row(scene) {
                Some(Row::Metric(id)) => self.cell(&id, scene),
                _ => None,
            },
            focused,
        };
        let foot = self.foot(&sheet);
        let foot_height = to_cells(foot.len()).min(inside.height);
        let body = Rect {
            height: inside.height - foot_height,
            ..inside
        };
        let doubts = self.doubts(scene);
        let rows = self.rows_with(&doubts, scene);
        let selected = self.rows.selected(&rows);
        let turn = self.offered_turn(scene);
        let lines = lines(
            scene,
            sheet.doubts(&doubts),
            turn.map_or_else(Vec::new, |turned| sheet.turned(&turned)),
        );
        let shown = fitted(lines, &self.rows, body.height.into());
        let mut caret = None;
        self.places.clear();
        for (line, place) in shown.iter().zip(body.rows()) {
            let is_selected = line.row.is_some() && line.row.as_ref() == selected;
            if let Some(row) = &line.row {
                self.places.drew((row.clone(), None), place);
            }
            if is_selected {
                let at = Rect {
                    x: place.x + 1,
                    ..place
                };
                marker(scene, at, focused, buf);
            }
            let drawn = self.draw_line(&sheet, &line.what, is_selected, place, buf);
            caret = caret.or(drawn);
        }
        for ((text, style), y) in foot.iter().zip(body.bottom()..) {
            buf.set_string(sheet.columns.name, y, text, *style);
        }
        let editing = self.editing.as_ref();
        caret.or_else(|| sheet.field_below(editing?, body.bottom(), buf))
    }

    /// The day of an open field that has no column; what is wrong with the field, else what may
    /// be typed for the selected figure, and what is told of it.
    fn foot(&self, sheet: &Sheet<'_>) -> Vec<(String, Style)> {
        let theme = sheet.scene.theme;
        let below = self.editing.as_ref().and_then(|typed| sheet.label(typed));
        let mut lines: Vec<_> = below
            .map(|label| (label, theme.title))
            .into_iter()
            .collect();
        let editing = self.editing.as_ref();
        if let Some(error) = editing.and_then(|editing| editing.error.as_ref()) {
            let end = sheet.columns.last_end;
            let width = usize::from(end.saturating_sub(sheet.columns.name)).max(20);
            let wrapped = cells::wrapped(error, width).into_iter();
            lines.extend(wrapped.map(|line| (line, theme.error)));
            return lines;
        }
        let Some(Row::Metric(id)) = self.row(sheet.scene) else {
            return lines;
        };
        let has_days = !sheet.columns.days.is_empty();
        let words = sheet.scene.words;
        let mut told = match (sheet.cell, self.is_open()) {
            (Some(_), true) if has_days => vec![words.planning.empty_frees.to_owned()],
            (None, is_open) if is_open || has_days => {
                cells::wrapped(words.goals.per_day, sheet.room)
            }
            _ => Vec::new(),
        };
        told.extend(sheet.about(&id, sheet.room));
        lines.extend(told.into_iter().map(|line| (line, theme.dim)));
        lines
    }

    fn draw_line(
        &self,
        sheet: &Sheet<'_>,
        what: &What,
        selected: bool,
        line: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = &sheet.scene.words.planning;
        let style = if selected {
            sheet.scene.theme.title
        } else {
            Style::new()
        };
        match what {
            What::Blank => {}
            What::Take => sheet.told(line, words.take, "Enter", style, buf),
            What::Head => sheet.head(line, buf),
            What::Metric(id) => {
                let editing = self.editing.as_ref();
                let editing = editing.filter(|editing| editing.metric() == id);
                for (day, at) in sheet.cell_places(id, line) {
                    self.places.drew((Row::Metric(id.clone()), Some(day)), at);
                }
                return sheet.metric((line, selected), id, editing, style, buf);
            }
            What::Days => {
                let day = selected.then(|| self.day(sheet.scene));
                sheet.days(line, day, style, buf);
                for (day, at) in sheet.day_places(line) {
                    self.places.drew((Row::Days, Some(day)), at);
                }
            }
            What::Told(text, end) => sheet.told(line, text, end, style, buf),
            What::Improvement(text, end) => {
                let has_room = cells::width(text) <= sheet.room;
                let beside = sheet.room.saturating_sub(cells::width(end) + 1);
                let room = if has_room { sheet.room } else { beside };
                sheet.told(line, &cells::fit(text, room), end, style, buf);
            }
            What::Open(is_over) => {
                if let Some(earlier) = &sheet.scene.outlook.open_before.earlier {
                    let week = week_name(sheet.scene.language, earlier.week);
                    let text = words.open_from(earlier.tasks.len(), week);
                    let end = if *is_over {
                        words.enter_decides
                    } else {
                        words.review_decides
                    };
                    sheet.told(line, &text, end, style, buf);
                }
            }
            What::Doubt(doubt, is_first) => {
                let head = if *is_first { words.check } else { "" };
                let style = style.patch(sheet.scene.theme.warn);
                sheet.beside(line, head, (&doubt.text, &doubt.end), style, buf);
            }
            What::Care(text, is_first) => {
                let head = if *is_first { words.turn_to_care } else { "" };
                sheet.beside(line, head, (text, ""), style, buf);
            }
            What::Outlook => {
                let seen = &sheet.scene.outlook.outlook;
                let market = sheet.scene.words.name(seen.market);
                let name = cells::pad_right(words.outlook, usize::from(NAME));
                let focus = sheet.draft.focus();
                let focus = focus.and_then(|id| sheet.scene.outlook.metric(id));
                let focus = focus.map_or_else(String::new, |metric| {
                    format!(" · {}", sheet.scene.words.goals.focus(&metric.name))
                });
                let text = format!("{name}{market}{focus}  {}", seen.note);
                sheet.told(line, text.trim_end(), words.enter_changes, style, buf);
            }
        }
        None
    }
}

impl Sheet<'_> {
    /// A text, and at the end of the line what becomes of it.
    fn told(&self, line: Rect, text: &str, end: &str, style: Style, buf: &mut Buffer) {
        let room = usize::from(line.right().saturating_sub(self.columns.name + 1));
        let end_width = cells::width(end);
        let fits = cells::width(text) + end_width < room;
        let end = if fits { end } else { "" };
        let text = cells::fit(text, room);
        buf.set_string(self.columns.name, line.y, text, style);
        let from = line.right().saturating_sub(to_cells(end_width) + 1);
        buf.set_string(from, line.y, end, self.scene.theme.dim);
    }

    /// A head, the text beside it, and what stands at the end of the line.
    fn beside(
        &self,
        line: Rect,
        head: &str,
        (text, end): (&str, &str),
        style: Style,
        buf: &mut Buffer,
    ) {
        let head = cells::pad_right(head, usize::from(NAME));
        self.told(line, &format!("{head}{text}"), end, style, buf);
    }

    fn head(&self, line: Rect, buf: &mut Buffer) {
        let words = &self.scene.words.planning;
        let dim = self.scene.theme.dim;
        let target = self.columns.target;
        left(target, target + TARGET, line.y, words.target, dim, buf);
        let from = self.columns.last_end - LAST;
        right(
            from,
            self.columns.last_end,
            line.y,
            words.last_week,
            dim,
            buf,
        );
        for (day, end) in &self.columns.days {
            let name = weekday(self.scene.language, *day, WeekdayForm::Short);
            let style = self.day_style(*day);
            let style = if self.cell == Some(*day) {
                style.underlined()
            } else {
                style
            };
            right(end - 5, *end, line.y, name, style, buf);
        }
    }

    fn day_style(&self, day: Weekday) -> Style {
        let seen = &self.seen.days[day];
        if seen.date == self.seen.today {
            self.scene.theme.today
        } else if seen.off {
            self.scene.theme.off
        } else {
            Style::new()
        }
    }

    /// Where the days stand in their row, those that have no column aside.
    fn day_places(&self, line: Rect) -> Vec<(Weekday, Rect)> {
        if self.columns.days.is_empty() {
            return self.days_in_words(line).collect();
        }
        let columns = self.columns.days.iter();
        let place = |(day, end): &(Weekday, u16)| (*day, Rect::new(end - 5, line.y, 5, 1));
        columns.map(place).collect()
    }

    /// Where the days stand that have no columns, as far as there is room.
    fn days_in_words(&self, line: Rect) -> impl Iterator<Item = (Weekday, Rect)> {
        let mut x = self.columns.name + NAME.min(8);
        let days = Weekday::ALL.into_iter().map(move |day| {
            let width = to_cells(cells::width(&self.day_and_weight(day)));
            let place = Rect::new(x, line.y, width, 1);
            x += width + 1;
            (day, place)
        });
        days.filter(move |(_, place)| place.right() < line.right())
    }

    /// The weights of the days, in percent of a full one.
    fn days(&self, line: Rect, selected: Option<Weekday>, style: Style, buf: &mut Buffer) {
        let text = self.scene.words.planning.days;
        buf.set_string(self.columns.name, line.y, text, style);
        let of = |day: Weekday| self.scene.outlook.days[day].weight.percent().to_string();
        let chosen = |day| self.scene.row_style(selected == Some(day), self.focused);
        if !self.columns.days.is_empty() {
            for (day, end) in &self.columns.days {
                let style = self.day_style(*day).patch(chosen(*day));
                right(end - 5, *end, line.y, &of(*day), style, buf);
            }
            let hidden = selected.filter(|day| {
                let mut shown = self.columns.days.iter();
                !shown.any(|(shown, _)| shown == day)
            });
            if let Some(day) = hidden {
                let text = self.day_and_weight(day);
                buf.set_string(self.columns.target, line.y, text, chosen(day));
            } else {
                let note = self.scene.words.planning.days_note;
                buf.set_string(self.columns.target, line.y, note, self.scene.theme.dim);
            }
            return;
        }
        for (day, place) in self.days_in_words(line) {
            let text = self.day_and_weight(day);
            let style = self.day_style(day).patch(chosen(day));
            buf.set_string(place.x, place.y, text, style);
        }
    }

    /// `Mo`, a half day `Th50`, a day off `Sa–`.
    fn day_and_weight(&self, day: Weekday) -> String {
        let name = weekday(self.scene.language, day, WeekdayForm::Narrow);
        match self.scene.outlook.days[day].weight {
            Weight::FULL => name.to_owned(),
            Weight::OFF => format!("{name}{}", self.scene.theme.glyphs.dash),
            other => format!("{name}{}", other.percent()),
        }
    }

    /// What speaks against the plan, in lines that fit beside a head.
    fn doubts(&self, doubts: &[Doubt]) -> Vec<DoubtLine> {
        let room = self.room.saturating_sub(usize::from(NAME));
        let lines = |doubt| DoubtLine::all(doubt, self.seen, self.scene, room);
        let misfits = notes::misfits(self.scene, self.seen).into_iter();
        let misfits = misfits.flat_map(|text| DoubtLine::told(&text, room));
        doubts.iter().flat_map(lines).chain(misfits).collect()
    }

    /// What the turn to care makes of the figures, wrapped: `Customer care 13 · Visits 12`.
    fn turned(&self, turned: &Turned) -> Vec<String> {
        let parts = turned.iter().filter_map(|(id, to)| {
            let metric = self.scene.settings.metric(id)?;
            Some(format!(
                "{} {}",
                self.scene.words.metric_name(metric),
                to.units()
            ))
        });
        self.wrapped(&parts.collect::<Vec<_>>().join(" · "))
    }

    /// A text in lines that fit beside a head.
    fn wrapped(&self, text: &str) -> Vec<String> {
        cells::wrapped(text, self.room.saturating_sub(usize::from(NAME)))
    }
}

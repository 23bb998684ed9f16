//! How the ways out are drawn: what happened, before and after, the five ways.

mod head;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{Known, Row, WaysBox};
use crate::domain::Amount;
use crate::i18n::{WeekdayForm, cells, date, week_name, weekday};
use crate::planning::WhatIf;
use crate::tui::dialogs::Frame;
use crate::tui::scene::Scene;
use crate::tui::widgets::leave_out_blanks;

/// The size of the box, where there is so much room.
const SIZE: (u16, u16) = (78, 17);
/// Below this width the figures of the selected way alone are shown, below it.
const TWO_COLUMNS: u16 = 70;
const FIELD: u16 = 12;
/// From this width on shares stand beside amounts.
const SHARES: u16 = 44;
/// What stands before a way: the margin with its mark, its number.
const MARGIN: u16 = 2;
const NUMBER: u16 = 3;

pub(super) fn draw(
    ways: &WaysBox,
    scene: &Scene<'_>,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let known = ways.known(scene)?;
    let inside = Frame {
        title: scene.words.ways.title,
        keys: &keys(ways, scene, &known, area.width),
        size: SIZE,
    }
    .draw(scene, area, buf);
    let mut sheet = Sheet {
        ways,
        scene,
        known: &known,
        inside,
        figures: 0,
    };
    if sheet.is_wide() {
        sheet.figures = sheet.longest_label() + 2;
    }
    sheet.draw(buf)
}

/// The keys that mean something on the selected line: in an open field digits are an amount.
fn keys(
    ways: &WaysBox,
    scene: &Scene<'_>,
    known: &Known,
    width: u16,
) -> Vec<(&'static str, &'static str)> {
    let (hints, words) = (&scene.words.hints, &scene.words.ways);
    let is_typed = ways.amount.is_some() || ways.reason.is_some();
    let choose = if is_typed { "↑ ↓" } else { "1-5" };
    let mut keys = vec![(choose, hints.choose), ("Enter", hints.do_it)];
    keys.extend(match ways.row {
        Row::Event => Some((hints.space, hints.tick)),
        Row::AddDay if known.ways.add_day.is_none() => None,
        Row::AddDay if ways.half => Some(("← →", words.whole_day)),
        Row::AddDay => Some(("← →", words.half_day)),
        Row::Raise if ways.turns(known) => Some(("← →", hints.another_target)),
        Row::Keep | Row::Lower | Row::Raise | Row::HandOn => None,
    });
    let leave = if width < TWO_COLUMNS {
        hints.cancel
    } else {
        hints.leave_plan
    };
    keys.push(("Esc", leave));
    keys
}

struct Sheet<'a> {
    ways: &'a WaysBox,
    scene: &'a Scene<'a>,
    known: &'a Known,
    inside: Rect,
    /// How far behind the number of a way its figures begin; below it where there is no room.
    figures: u16,
}

/// One line of the box; where there is little room the selected way has two.
enum Line {
    Blank,
    Text(String, Style),
    Way(Row, String, String),
}

impl Sheet<'_> {
    fn draw(&self, buf: &mut Buffer) -> Option<Position> {
        let mut lines = self.head();
        lines.extend(self.ways_lines());
        lines.push(Line::Blank);
        lines.extend(self.foot());
        let fits = |lines: &[Line]| self.height(lines) <= self.inside.height;
        leave_out_blanks(&mut lines, |line| matches!(line, Line::Blank), fits);
        // What is still too much is above the ways, then below them.
        while self.height(&lines) > self.inside.height {
            match lines.first() {
                Some(Line::Way(..)) | None => drop(lines.pop()),
                Some(_) => drop(lines.remove(0)),
            }
        }
        let mut caret = None;
        let mut y = self.inside.y;
        for line in &lines {
            caret = caret.or(self.line(line, y, buf));
            y += self.line_height(line);
        }
        caret
    }

    fn is_wide(&self) -> bool {
        self.inside.width >= TWO_COLUMNS
    }

    /// Whether figures before and after stand beside one another in their shortest form only.
    fn is_tight(&self) -> bool {
        self.inside.width < SHARES
    }

    fn line_height(&self, line: &Line) -> u16 {
        let Line::Way(row, _, figures) = line else {
            return 1;
        };
        let is_selected = *row == self.ways.row;
        let lines = to_cells(self.lines_of(figures, is_selected).len());
        if self.is_wide() {
            lines
        } else {
            1 + if is_selected { lines } else { 0 }
        }
    }

    /// The figures of a way as they stand below one another; an open field is one line.
    fn lines_of(&self, figures: &str, is_selected: bool) -> Vec<String> {
        if is_selected && self.has_field() {
            vec![figures.to_owned()]
        } else {
            cells::wrapped(figures, self.room_for_figures())
        }
    }

    /// How many cells the figures of a way have.
    fn room_for_figures(&self) -> usize {
        let before = MARGIN + NUMBER + self.figures + 1;
        self.inside.width.saturating_sub(before).into()
    }

    fn longest_label(&self) -> u16 {
        let labels = Row::WAYS.map(|row| cells::width(&self.label(row)));
        to_cells(labels.into_iter().max().unwrap_or(0))
    }

    fn height(&self, lines: &[Line]) -> u16 {
        lines.iter().map(|line| self.line_height(line)).sum()
    }

    fn ways_lines(&self) -> Vec<Line> {
        let line = |row| Line::Way(row, self.label(row), self.figures(row));
        Row::WAYS.map(line).into()
    }

    /// What a way is called.
    fn label(&self, row: Row) -> String {
        let words = &self.scene.words.ways;
        match row {
            Row::Event | Row::Keep => words.keep.to_owned(),
            Row::Lower => words.lower.to_owned(),
            Row::AddDay => words.add_day.to_owned(),
            Row::Raise => words.raise.to_owned(),
            Row::HandOn => match &self.known.ways.hand_on {
                Some(handed) => words.lower_and_next(self.short(handed.by)),
                None => words.hand_on.to_owned(),
            },
        }
    }

    /// What a way leads to, in a few words.
    fn figures(&self, row: Row) -> String {
        let words = &self.scene.words.ways;
        let ways = &self.known.ways;
        match row {
            Row::Event | Row::Keep => self.quotas(&self.known.with_event),
            Row::Lower => match &ways.lower {
                Some(lower) => words.offered(self.short(lower.target)),
                None => self.known.no_lower(self.scene).to_owned(),
            },
            Row::AddDay => match &ways.add_day {
                Some(added) => {
                    let day = date(self.scene.language, added.day);
                    let length = if self.ways.half {
                        words.half_day
                    } else {
                        words.whole_day
                    };
                    match self.ways.row {
                        Row::AddDay => self.scene.words.common.reason(day, length),
                        _ => words.half_or_whole(day),
                    }
                }
                None => words.no_day.to_owned(),
            },
            Row::Raise => self.raised(),
            Row::HandOn => match &ways.hand_on {
                Some(handed) => {
                    let week = week_name(self.scene.language, handed.week);
                    let from = handed.from.map(|from| self.short(from));
                    let dash = self.scene.theme.glyphs.dash;
                    let from = from.unwrap_or_else(|| dash.to_owned());
                    words.next_target(week, from, self.short(handed.to))
                }
                None => self.known.no_hand_on(self.scene),
            },
        }
    }

    /// `Visits 15 → 18`; a long name gives way to its figures.
    fn raised(&self) -> String {
        let words = &self.scene.words.ways;
        let raised = self.known.ways.raise.get(self.ways.raise);
        let metric = raised.and_then(|raised| self.scene.outlook.metric(&raised.metric));
        let (Some(raised), Some(metric)) = (raised, metric) else {
            return self.scene.words.common.none.to_owned();
        };
        let style = self.scene.style(metric);
        let from_to = |name: &str| {
            let to = style.short(raised.outcome.target);
            words.raised(name, style.short(raised.from), to)
        };
        let is_open = self.ways.row == Row::Raise && self.ways.amount.is_some();
        let field = if is_open { usize::from(FIELD) + 1 } else { 0 };
        let room = self.room_for_figures().saturating_sub(field);
        let room = room.saturating_sub(cells::width(&from_to("")));
        from_to(&cells::fit(&metric.name, room))
    }

    fn short(&self, amount: Amount) -> String {
        let metric = self.scene.outlook.metric(&self.ways.metric);
        metric.map_or_else(String::new, |metric| self.scene.style(metric).short(amount))
    }

    /// What the days left would owe: `We 11.4万 Th 11.4万 Fr 11.3万`.
    fn quotas(&self, seen: &WhatIf) -> String {
        let Some(metric) = seen.outlook.metric(&self.ways.metric) else {
            return String::new();
        };
        let style = self.scene.style(metric);
        let days = metric.days.iter().filter_map(|(day, figures)| {
            let owed = figures.adaptive.filter(|owed| *owed > 0)?;
            let name = weekday(self.scene.language, day, WeekdayForm::Narrow);
            Some(format!("{name} {}", style.short(Amount::of_units(owed))))
        });
        let mut text = days.collect::<Vec<_>>().join(" ");
        if metric.unplaced > 0 {
            let unplaced = style.short(Amount::of_units(metric.unplaced));
            let said = self.scene.words.goals.unplaced(unplaced);
            text = format!("{text} · {said}");
        }
        text
    }

    /// What is wrong, or what the selected way leads to; and that nothing is written yet.
    fn foot(&self) -> Vec<Line> {
        let theme = self.scene.theme;
        let width = usize::from(self.inside.width.saturating_sub(4));
        let words = &self.scene.words.ways;
        let mut lines = Vec::new();
        if let Some(wrong) = &self.ways.wrong {
            let wrapped = cells::wrapped(wrong, width).into_iter();
            lines.extend(wrapped.map(|line| Line::Text(line, theme.error)));
            return lines;
        }
        let leads_to = self.leads_to().filter(|_| self.ways.row != Row::Event);
        let leads_to = leads_to.map(|text| cells::wrapped(&text, width));
        let leads_to = leads_to.into_iter().flatten();
        lines.extend(leads_to.map(|text| Line::Text(text, Style::new())));
        lines.push(Line::Text(words.no_change.to_owned(), theme.dim));
        lines
    }

    /// The days and the lead after the selected way.
    fn leads_to(&self) -> Option<String> {
        let changes = self.ways.edits(self.scene, self.known).ok()?.changes;
        let seen = self.scene.what_if(changes)?;
        let metric = seen.outlook.metric(&self.ways.metric)?;
        let arrow = self.scene.theme.glyphs.right;
        let lead = self.lead(metric);
        if self.ways.row == Row::Keep && !self.is_wide() {
            // Its days stand right above.
            return Some(format!("{arrow} {lead}"));
        }
        Some(format!("{arrow} {} · {lead}", self.quotas(&seen)))
    }

    fn line(&self, line: &Line, y: u16, buf: &mut Buffer) -> Option<Position> {
        let x = self.inside.x + MARGIN;
        let room = usize::from(self.inside.right().saturating_sub(x + 1));
        match line {
            Line::Blank => None,
            Line::Text(text, style) => {
                buf.set_string(x, y, cells::fit(text, room), *style);
                None
            }
            Line::Way(row, label, figures) => self.way(*row, label, figures, y, buf),
        }
    }

    fn way(
        &self,
        row: Row,
        label: &str,
        figures: &str,
        y: u16,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let theme = self.scene.theme;
        let x = self.inside.x + MARGIN;
        let is_selected = self.ways.row == row;
        let style = if is_selected {
            buf.set_string(x - 1, y, theme.glyphs.selected, theme.focus);
            theme.title
        } else {
            Style::new()
        };
        let at = Row::WAYS.iter().position(|way| *way == row).unwrap_or(0);
        let end = self.inside.right().saturating_sub(1);
        let to_end = |x: u16, y| Rect::new(x, y, end.saturating_sub(x), 1);
        write(&(at + 1).to_string(), style, to_end(x, y), buf);
        write(label, style, to_end(x + NUMBER, y), buf);
        if !self.is_wide() && !is_selected {
            return None;
        }
        let y = if self.is_wide() { y } else { y + 1 };
        let area = to_end(x + NUMBER + self.figures, y);
        if is_selected && self.has_field() {
            return self.field(figures, area, buf);
        }
        let style = match row {
            Row::AddDay if is_selected => self.scene.row_style(true, true),
            _ if is_selected => Style::new(),
            _ => theme.dim,
        };
        let lines = self.lines_of(figures, is_selected).into_iter();
        for (line, y) in lines.zip(y..self.inside.bottom()) {
            write(&line, style, Rect { y, ..area }, buf);
        }
        None
    }

    /// The open field of the selected way, with its figures behind it.
    fn field(&self, figures: &str, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let theme = self.scene.theme;
        if let Some(reason) = &self.ways.reason {
            let label = self.scene.words.ways.reason;
            write(label, theme.title, area, buf);
            let used = to_cells(cells::width(label) + 1);
            return reason.draw(theme, after(area, used), buf);
        }
        let field = self.ways.amount.as_ref()?;
        let place = Rect {
            width: FIELD.min(area.width),
            ..area
        };
        write(figures, theme.dim, after(area, FIELD + 1), buf);
        field.draw(theme, place, buf)
    }

    fn has_field(&self) -> bool {
        self.ways.amount.is_some() || self.ways.reason.is_some()
    }
}

/// What is left of a line behind so many cells.
fn after(area: Rect, used: u16) -> Rect {
    let used = used.min(area.width);
    Rect {
        x: area.x + used,
        width: area.width - used,
        ..area
    }
}

fn to_cells(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

fn write(text: &str, style: Style, area: Rect, buf: &mut Buffer) {
    let text = cells::fit(text, area.width.into());
    buf.set_string(area.x, area.y, text, style);
}

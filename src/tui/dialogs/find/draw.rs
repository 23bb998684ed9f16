//! How the found is drawn.
//!
//! ```text
//! [huaxin                                       ]  37 found
//! 2026-W48  task    Visit Huaxin, quote · 华信    Wed 25 Nov
//!           event   Huaxin cancelled its order    Tue 24 Nov
//! 2026-W47  lesson  call Huaxin before ten
//! ```

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::{FindBox, Place};
use crate::domain::{Mention, MentionOf, Query};
use crate::i18n::{cells, date};
use crate::tui::dialogs::Frame;
use crate::tui::dialogs::menu::{to_cells, write};
use crate::tui::scene::Scene;

/// The most cells inside the frame: longer lines are hard to follow to their day.
const WIDEST: u16 = 110;
/// From this width on a line ends with its day.
const NAMES_DAY: usize = 60;
/// The cells of a week: `2026-W48`.
const WEEK: usize = 8;
/// The most cells that say what a line is.
const KIND: usize = 13;
/// The cells of a day: `周三 11月25日`.
const DAY: usize = 13;

impl FindBox {
    pub(super) fn draw_box(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = scene.words;
        let inside = Frame {
            title: words.boxes.find,
            keys: &[
                ("Enter", words.find.go),
                ("↑ ↓", words.hints.choose),
                ("Esc", words.hints.cancel),
            ],
            size: (
                area.width.saturating_sub(6).min(WIDEST),
                area.height.saturating_sub(4),
            ),
        }
        .draw(scene, area, buf);
        let faults = self.say_faults(scene, inside.width);
        let [top, list, bottom] = parts(inside, to_cells(faults.len()));
        let caret = self.draw_field(scene, top, buf);
        if self.found.is_empty() {
            self.say_none(scene, list, buf);
        } else {
            self.draw_list(scene, list, buf);
        }
        for (line, row) in faults.iter().zip(bottom.rows()) {
            write(Some(row), &format!(" {line}"), scene.theme.warn, buf);
        }
        caret
    }

    /// What is typed, and how much fits it.
    fn draw_field(&self, scene: &Scene<'_>, row: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = &scene.words.find;
        let mut count = words.found(self.found.len());
        if self.browsing.is_some() {
            count = format!("{} {} {count}", words.reading, scene.theme.glyphs.dot);
        }
        let count = format!("  {count} ");
        let takes = to_cells(cells::width(&count)).min(row.width / 2);
        let [field, behind] = [
            Rect {
                width: row.width - takes,
                ..row
            },
            Rect {
                x: row.right() - takes,
                width: takes,
                ..row
            },
        ];
        write(Some(behind), &count, scene.theme.dim, buf);
        self.field.draw(scene.theme, field, buf)
    }

    /// Says why the list is empty, and what to do.
    fn say_none(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let words = &scene.words.find;
        let read_nothing = self.weeks.values().all(Vec::is_empty);
        let said = match self.browsing {
            Some(_) => vec![],
            None if read_nothing => vec![words.nothing_yet],
            None => vec![scene.words.boxes.none_found, words.other_words],
        };
        let room = usize::from(area.width).saturating_sub(2);
        let lines = said.into_iter().flat_map(|text| cells::wrapped(text, room));
        for (line, row) in lines.zip(area.rows()) {
            write(Some(row), &format!(" {line}"), scene.theme.dim, buf);
        }
    }

    /// Files that are not among the found, whatever stands in them.
    fn say_faults(&self, scene: &Scene<'_>, width: u16) -> Vec<String> {
        let Some(error) = self.faults.values().next_back() else {
            return Vec::new();
        };
        let count = self.faults.len();
        let said = scene.words.find.not_searched(count, scene.say(error));
        cells::wrapped(&said, usize::from(width).saturating_sub(2))
    }

    fn draw_list(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let selected = self.cursor.place(&self.found);
        let height = usize::from(area.height);
        let first = self
            .cursor
            .scroll((selected, selected), self.found.len(), height);
        self.drawn.set((area, first));
        let columns = Columns::of(scene, area.width.into());
        let mut week_above = None;
        let shown = self.found.iter().enumerate().skip(first);
        for ((number, place), row) in shown.zip(area.rows()) {
            let Some(mention) = self.mention(*place) else {
                continue;
            };
            let names_week = week_above.replace(place.0) != Some(place.0) || number == selected;
            let line = columns.line(scene, (*place, names_week), mention, &self.query);
            buf.set_line(row.x, row.y, &line, row.width);
            if number == selected {
                buf.set_style(row, scene.row_style(true, true));
                let mark = scene.theme.glyphs.selected;
                buf.set_string(row.x, row.y, mark, scene.theme.selected);
            }
        }
    }
}

/// The field's row, the list, and rows for what is wrong; the list keeps one.
fn parts(inside: Rect, faults: u16) -> [Rect; 3] {
    let top = Rect {
        height: inside.height.min(1),
        ..inside
    };
    let below = faults.min(inside.height.saturating_sub(2));
    let list = Rect {
        y: top.bottom(),
        height: inside.height - top.height - below,
        ..inside
    };
    let bottom = Rect {
        y: list.bottom(),
        height: below,
        ..inside
    };
    [top, list, bottom]
}

/// The widths of the columns.
struct Columns {
    kind: usize,
    text: usize,
    day: usize,
}

impl Columns {
    /// For lines of `width` cells.
    fn of(scene: &Scene<'_>, width: usize) -> Self {
        let words = scene.words;
        let find = &words.find;
        let win = words.reflection.found;
        let kinds = [find.task, find.event, find.worked, win, find.lesson];
        let metrics = scene.outlook.metrics.iter();
        let names = metrics.map(|metric| metric.name.as_str());
        let improvement = words.review.improvement;
        let names = names.chain(kinds).chain([improvement]);
        let widest = names.map(cells::width).max().unwrap_or(0);
        let has_day = width >= NAMES_DAY;
        // Where it is narrow, names of metrics give way, and the program's words stay whole.
        let narrow = cells::width(improvement).max(KIND / 2 + 1);
        let kind = widest.min(if has_day { KIND } else { narrow });
        let day = if has_day { DAY + 2 } else { 0 };
        // A cell before the week and one behind the line; two between columns.
        let text = width.saturating_sub(1 + WEEK + 2 + kind + 2 + day + 1);
        Self { kind, text, day }
    }

    fn line(
        &self,
        scene: &Scene<'_>,
        ((week, _), names_week): (Place, bool),
        mention: &Mention,
        query: &Query,
    ) -> Line<'static> {
        let theme = scene.theme;
        let week = if names_week {
            week.to_string()
        } else {
            String::new()
        };
        let kind = cells::pad_right(&kind(&mention.of, scene), self.kind);
        let mut spans = vec![
            Span::styled(format!(" {}  ", cells::pad_right(&week, WEEK)), theme.dim),
            Span::styled(format!("{kind}  "), theme.dim),
        ];
        let text = excerpt(&mention.line(), query, self.text);
        let free = self.text.saturating_sub(cells::width(&text));
        spans.extend(marked(&text, query, theme.found));
        spans.push(Span::raw(" ".repeat(free)));
        if let Some(day) = mention.day.filter(|_| self.day > 0) {
            let day = cells::pad_left(&date(scene.language, day), self.day);
            spans.push(Span::styled(day, theme.dim));
        }
        Line::from(spans)
    }
}

/// What a line is, in a word; an entry is what it counted.
fn kind(of: &MentionOf, scene: &Scene<'_>) -> String {
    let words = &scene.words.find;
    let word = match of {
        MentionOf::Task(_) => words.task,
        MentionOf::Entry { metric, .. } => return scene.metric_name(metric),
        MentionOf::Event(_) => words.event,
        MentionOf::Worked => words.worked,
        MentionOf::Win => scene.words.reflection.found,
        MentionOf::Why => scene.words.reflection.why,
        MentionOf::Lesson(..) => words.lesson,
        MentionOf::Improvement(_) => scene.words.review.improvement,
    };
    word.to_owned()
}

/// As much of a text as has room; where what was looked for stands further behind, the
/// beginning gives way to it.
pub(super) fn excerpt(text: &str, query: &Query, room: usize) -> String {
    let text = cells::printable(text);
    let marks = query.marks(&text);
    let width = |range: Range<usize>| text.get(range).map_or(0, cells::width);
    let is_hidden = |mark: &&Range<usize>| {
        let seen = width(mark.start..mark.end).min(room / 3);
        width(0..mark.start) + seen >= room
    };
    let Some(mark) = marks.first().filter(is_hidden) else {
        return cells::fit(&text, room).into_owned();
    };
    let before = text.get(..mark.start).unwrap_or_default();
    let mut from = mark.start;
    // At the end of the text there is room for more of what stands before.
    let behind = width(mark.start..text.len()) + 1;
    let mut left = room.saturating_sub(behind).max(room / 3);
    for (at, grapheme) in before.grapheme_indices(true).rev() {
        let Some(rest) = left.checked_sub(cells::width(grapheme)) else {
            break;
        };
        (from, left) = (at, rest);
    }
    let kept = text.get(from..).unwrap_or_default();
    cells::fit(&format!("…{kept}"), room).into_owned()
}

/// A text with what was looked for in another style.
pub(super) fn marked(text: &str, query: &Query, style: Style) -> Vec<Span<'static>> {
    let part = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    let mut spans = Vec::new();
    let mut done = 0;
    for mark in query.marks(text) {
        spans.push(Span::raw(part(done..mark.start)));
        done = mark.end;
        spans.push(Span::styled(part(mark), style));
    }
    spans.push(Span::raw(part(done..text.len())));
    spans
}

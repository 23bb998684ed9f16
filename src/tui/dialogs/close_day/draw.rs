//! How the close of a day is drawn: what was done, the open items, the fields below.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{At, CloseDay, DIGITS, Fate, Item};
use crate::domain::{Day, MOST_WINS};
use crate::i18n::{cells, date, weekday_and_number};
use crate::planning::{TaskOutlook, day_view};
use crate::tui::dialogs::Frame;
use crate::tui::dialogs::menu::{to_cells, write};
use crate::tui::field::Field;
use crate::tui::scene::Scene;

/// How wide the box is, where there is so much room.
const WIDTH: usize = 74;

/// How many cells of a title stand beside the key that lets its task go elsewhere.
const TITLE: usize = 10;

impl CloseDay {
    pub(super) fn draw_box(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let below = 3 + usize::from(!self.earlier.is_empty()) + self.wins_shown();
        let said = self.said_above(scene, area, below);
        let others = said.len() + below;
        let inside = self.draw_frame(scene, area, others, buf);
        let mut rows = inside.rows();
        for line in said {
            write(rows.next(), &format!(" {line}"), scene.theme.dim, buf);
        }
        let room = usize::from(inside.height).saturating_sub(others).max(1);
        let at = match self.at {
            At::Item(place) => place,
            At::Mood | At::Worked | At::Earlier | At::Win(_) => self.items.len(),
        };
        let first = (at + 1)
            .saturating_sub(room)
            .min(self.items.len().saturating_sub(room));
        for (place, item) in self.items.iter().enumerate().skip(first).take(room) {
            let marked = self.at == At::Item(place);
            let style = scene.row_style(marked, true);
            let text = self.item_line((item, marked), scene, inside.width.into());
            write(rows.next(), &text, style, buf);
        }
        let causes = self.causes_line(scene, inside.width.into());
        write(rows.next(), &causes, scene.theme.dim, buf);
        self.draw_below(scene, rows, buf)
    }

    /// Draws the frame around the items and so many other lines. It says what → would make of
    /// the marked item, by its title: a cause has just moved the marker on.
    fn draw_frame(&self, scene: &Scene<'_>, area: Rect, others: usize, buf: &mut Buffer) -> Rect {
        let hints = &scene.words.hints;
        let day = date(scene.language, self.day);
        let goes = self.goes_next(scene);
        let mut keys = vec![("Enter", hints.write)];
        keys.extend(goes.as_deref().map(|goes| (scene.theme.glyphs.right, goes)));
        keys.extend([("Tab", hints.next_field), ("Esc", hints.cancel)]);
        Frame {
            title: &format!("{} · {day}", scene.words.boxes.close_day),
            keys: &keys,
            size: (to_cells(WIDTH), to_cells(self.items.len() + others)),
        }
        .draw(scene, area, buf)
    }

    /// Where → would let the marked item go: `Offer: tomorrow`.
    fn goes_next(&self, scene: &Scene<'_>) -> Option<String> {
        let At::Item(place) = self.at else {
            return None;
        };
        let item = self.items.get(place)?;
        let title = cells::fit(&item.task.find(scene)?.title, TITLE);
        let fate = say(self.turned(item, true, scene), scene);
        Some(scene.words.common.reason(title, fate))
    }

    /// What was done, in as many lines as leave room for an item and the lines below.
    fn said_above(&self, scene: &Scene<'_>, area: Rect, below: usize) -> Vec<String> {
        let width = usize::from(area.width).saturating_sub(2).min(WIDTH);
        let height = usize::from(area.height).saturating_sub(2);
        let most = height.saturating_sub(below + self.items.len().min(1));
        summary(self.day, scene, width.saturating_sub(2), most.max(1))
    }

    /// How many lines the wins take: one until one goes there.
    fn wins_shown(&self) -> usize {
        let is_asked = matches!(self.at, At::Win(_));
        let any = self.wins.iter().any(|win| !win.value().is_empty());
        if is_asked || any { MOST_WINS } else { 1 }
    }

    /// A task with its cause and what becomes of it, on a line of so many cells; with its day
    /// where other days are closed too. What the arrows turn stands between them.
    fn item_line(&self, (item, marked): (&Item, bool), scene: &Scene<'_>, room: usize) -> String {
        let (words, glyphs) = (scene.words, scene.theme.glyphs);
        let found = item.task.find(scene);
        let title = found.map_or("", |task: &TaskOutlook| &task.title);
        let day = found.and_then(|task| scene.day_of(task));
        let day = day.filter(|_| !self.earlier.is_empty());
        let day = day.map_or(String::new(), |day| {
            format!("{}  ", weekday_and_number(scene.language, day))
        });
        let fate = say(item.fate, scene);
        let fate = match item.fate {
            _ if marked => format!("{} {fate} {}", glyphs.left, glyphs.right),
            Fate::Goes(_) => format!("{} {fate}", glyphs.right),
            Fate::Stays | Fate::Skipped => fate,
        };
        let cause = item.cause.map_or("–", |cause| words.name(cause));
        let left = format!(" {} {day}{title}", glyphs.open);
        if room < WIDTH {
            return cells::ends(&left, &format!("{cause}  {fate} "), room);
        }
        let left = cells::pad_right(&left, 31);
        let cause = cells::pad_right(cause, 23);
        format!("{left} {cause} {fate}")
    }

    /// The causes that have a digit now, while an item is open.
    fn causes_line(&self, scene: &Scene<'_>, room: usize) -> String {
        if !matches!(self.at, At::Item(_)) {
            return String::new();
        }
        let causes = scene.outlook.review.causes.iter().skip(self.first_cause);
        let causes = causes.take(DIGITS).zip(1..);
        let causes = causes.map(|(cause, digit)| format!("{digit} {}", scene.words.name(*cause)));
        let more = format!("0 {}", scene.words.hints.more);
        let mut line = String::new();
        let mut seen = 0;
        for cause in causes {
            let longer = format!("{line} {cause}");
            if cells::width(&longer) + cells::width(&more) + 2 > room {
                break;
            }
            line = longer;
            seen += 1;
        }
        self.seen_causes.set(seen.max(1));
        format!("{line} {more}")
    }

    fn draw_below(
        &self,
        scene: &Scene<'_>,
        mut rows: impl Iterator<Item = Rect>,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = &scene.words.boxes;
        let labelled = |label: &str, said: &str| scene.words.common.reason(label, said);
        let mood = self.mood.map_or("–".to_owned(), |mood| mood.to_string());
        let style = scene.row_style(self.at == At::Mood, true);
        let mood = format!(" {}", labelled(words.mood, &mood));
        write(rows.next(), &mood, style, buf);
        let label = format!(" {}", labelled(words.worked, ""));
        let mut caret =
            self.draw_field((At::Worked, &self.worked), &label, scene, rows.next(), buf);
        if !self.earlier.is_empty() {
            let days = self.earlier.iter().map(|day| date(scene.language, *day));
            let days = days.collect::<Vec<_>>().join(scene.words.common.comma);
            let glyphs = scene.theme.glyphs;
            let sign = if self.with_earlier {
                glyphs.done
            } else {
                glyphs.open
            };
            let style = scene.row_style(self.at == At::Earlier, true);
            let text = format!(" {sign} {}", labelled(words.close_days, &days));
            write(rows.next(), &text, style, buf);
        }
        let mut label = format!(" {}", labelled(scene.words.reflection.wins_asked, ""));
        for (place, win) in self.wins.iter().enumerate().take(self.wins_shown()) {
            let drawn = self.draw_field((At::Win(place), win), &label, scene, rows.next(), buf);
            caret = caret.or(drawn);
            label = " ".repeat(cells::width(&label));
        }
        caret
    }

    /// A field behind its label: open where it has the keys.
    fn draw_field(
        &self,
        (at, field): (At, &Field),
        label: &str,
        scene: &Scene<'_>,
        row: Option<Rect>,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let row = row?;
        write(Some(row), label, Style::new(), buf);
        let used = to_cells(cells::width(label)).min(row.width);
        let area = Rect {
            x: row.x + used,
            width: (row.width - used).saturating_sub(1),
            ..row
        };
        if self.at == at {
            return field.draw(scene.theme, area, buf);
        }
        write(Some(area), field.value(), Style::new(), buf);
        None
    }
}

/// What becomes of an item.
fn say(fate: Fate, scene: &Scene<'_>) -> String {
    match fate {
        Fate::Stays => scene.words.common.stays.to_owned(),
        Fate::Goes(goal) => goal.say(scene),
        Fate::Skipped => scene.words.hints.skip.to_owned(),
    }
}

/// What was done on the day, in lines of so many cells: each counter, and the tasks. Where
/// they take more than `most` lines they stand closer, then in another order, then the tasks
/// are left out, which stand below, and last the last counters.
fn summary(day: Day, scene: &Scene<'_>, room: usize, most: usize) -> Vec<String> {
    let view = day_view(scene.outlook, day);
    let all = view.open.len() + view.done.len();
    let tasks = scene.words.today.tasks(view.done.len(), all);
    let counters = view.counters.iter().map(|counter| {
        let figures = scene.counter_figures(counter);
        let beside = room.saturating_sub(cells::width(&figures) + 1);
        format!("{} {figures}", cells::fit(&counter.metric.name, beside))
    });
    let mut parts: Vec<_> = counters.chain([tasks]).collect();
    for (between, keeps_order) in [(" · ", true), ("  ", true), ("  ", false)] {
        let lines = in_lines(&parts, between, keeps_order, room);
        if lines.len() <= most {
            return lines;
        }
    }
    while parts.pop().is_some() {
        let lines = in_lines(&parts, "  ", false, room);
        if lines.len() <= most {
            return lines;
        }
    }
    Vec::new()
}

/// Parts, each whole, in lines of so many cells: after one another, or each in the first line
/// that has room for it.
fn in_lines(parts: &[String], between: &str, keeps_order: bool, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let takes = cells::width(between) + cells::width(part);
        let first = if keeps_order {
            lines.len().saturating_sub(1)
        } else {
            0
        };
        let mut open = lines.iter_mut().skip(first);
        match open.find(|line| cells::width(line) + takes <= room) {
            Some(line) => line.extend([between, part.as_str()]),
            None => lines.push(part.clone()),
        }
    }
    lines
}

//! How the first start is drawn: what it says, and its rows.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::choices::{Chosen, works_on_saturday};
use super::{Of, Row, Start, rows};
use crate::domain::{Amount, Calendar, Day, Language, Law, MetricId, Unit};
use crate::i18n::{WeekdayForm, cells, weekday};
use crate::planning::{MetricOutlook, Suggestion};
use crate::tui::field::Field;
use crate::tui::panes::goals::grid::{right, to_cells};
use crate::tui::panes::goals::sheet::{Line, fitted, marker};
use crate::tui::scene::Scene;

/// A line as it is drawn.
enum What {
    Blank,
    /// A text, so many cells from the edge.
    Told(u16, String),
    /// Something by the way.
    Dim(String),
    Row(Row),
}

/// The lines of a sheet so wide and high; a choice too long for its line has its own below.
/// What is said by the way stands where there is room, and so does the blank line at the top.
fn lines(
    start: &Start,
    scene: &Scene<'_>,
    (width, height): (usize, usize),
) -> Vec<Line<What, Row>> {
    let blank = || Line {
        what: What::Blank,
        row: None,
        blank: true,
    };
    let line = |what| Line {
        what,
        row: None,
        blank: false,
    };
    let told = |from, text| line(What::Told(from, text));
    let greeting = cells::wrapped(&greeting(scene), width);
    let greeting = greeting.into_iter().map(|text| told(1, text));
    let mut lines: Vec<_> = greeting.chain([blank()]).collect();
    let last_metric = scene.outlook.metrics.last();
    for row in rows(scene) {
        let is_last_metric = matches!(&row, Row::Metric(id)
            if last_metric.is_some_and(|metric| metric.id == *id));
        let more = start.below(scene, &row, width);
        let ends_block = row == Row::Take || is_last_metric;
        lines.push(Line {
            what: What::Row(row.clone()),
            row: Some(row),
            blank: false,
        });
        lines.extend(more.into_iter().map(|text| told(5, text)));
        lines.extend(ends_block.then(blank));
    }
    let demo = cells::wrapped(scene.words.start.demo, width);
    if lines.len() + demo.len() < height {
        lines.push(blank());
        lines.extend(demo.into_iter().map(|text| line(What::Dim(text))));
    }
    if lines.len() < height {
        lines.insert(0, blank());
    }
    lines
}

/// Which week has no target yet, and which of its days are left.
fn greeting(scene: &Scene<'_>) -> String {
    let words = &scene.words.start;
    let week = words.week_has_none(scene.outlook.week.number());
    let days = days_from(&scene.outlook.calendar, scene.today());
    let name = |day: Day| weekday(scene.language, day.weekday(), WeekdayForm::Short);
    let span = match (days.first(), days.last()) {
        _ if stands_in_for_this_week(scene) => {
            return format!("{week}{}", spaced(scene, words.no_working_day));
        }
        (Some(one), Some(last)) if one == last => name(*one).to_owned(),
        (Some(from), Some(to)) => scene.words.common.span(name(*from), name(*to)),
        _ => return week,
    };
    let said = if scene.outlook.has_begun() {
        words.days_left(days.len(), span)
    } else {
        words.has_days(days.len(), span)
    };
    format!("{week}{}", spaced(scene, &said))
}

/// Whether the week is planned because this one has no working day left.
fn stands_in_for_this_week(scene: &Scene<'_>) -> bool {
    let this_week = scene.today().week();
    let calendar = Calendar::of(this_week, &scene.settings.calendar);
    scene.outlook.week == this_week.next() && days_from(&calendar, scene.today()).is_empty()
}

/// The working days of a week that have not passed.
fn days_from(calendar: &Calendar, today: Day) -> Vec<Day> {
    let days = calendar.working_days().map(|day| day.date);
    days.filter(|day| *day >= today).collect()
}

/// A sentence behind another one: with a space between them, where the language has one.
fn spaced(scene: &Scene<'_>, sentence: &str) -> String {
    match scene.language {
        Language::En => format!(" {sentence}"),
        Language::ZhCn => sentence.to_owned(),
    }
}

/// How far names and labels reach.
const NAME: u16 = 15;
/// From a figure's end to what an example is for a day; and what stands behind that.
const NOTE: u16 = 12;
const LETTER: u16 = 4;
const FIGURE: u16 = 12;
/// Behind so many cells of what holds stands what could be chosen instead.
const CHOICE: u16 = 26;

impl Start {
    pub(in crate::tui::panes::goals) fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let chosen = Chosen::of(&self.choices, scene);
        let scene = &chosen.scene(scene);
        let inside = scene.frame(scene.words.start.title, focused, area, buf);
        let width = usize::from(inside.width.saturating_sub(2)).max(1);
        let foot = self
            .error
            .as_ref()
            .map(|error| cells::wrapped(error, width));
        let foot = foot.unwrap_or_default();
        let body = Rect {
            height: inside.height.saturating_sub(to_cells(foot.len())),
            ..inside
        };
        let rows = rows(scene);
        let selected = self.rows.selected(&rows);
        let height = usize::from(body.height);
        let shown = fitted(lines(self, scene, (width, height)), &self.rows, height);
        let mut caret = None;
        self.places.clear();
        for (line, place) in shown.iter().zip(body.rows()) {
            let is_selected = line.row.is_some() && line.row.as_ref() == selected;
            if let Some(row) = &line.row {
                self.places.drew(row.clone(), place);
            }
            if is_selected {
                marker(scene, place, focused, buf);
            }
            let style = if is_selected {
                scene.theme.title
            } else {
                Style::new()
            };
            let drawn = match &line.what {
                What::Blank => None,
                What::Told(from, text) => {
                    buf.set_string(place.x + from, place.y, text, style);
                    None
                }
                What::Dim(text) => {
                    buf.set_string(place.x + 1, place.y, text, scene.theme.dim);
                    None
                }
                What::Row(row) => self.draw_row(scene, row, style, place, buf),
            };
            caret = caret.or(drawn);
        }
        for (text, y) in foot.iter().zip(body.bottom()..) {
            buf.set_string(inside.x + 1, y, text, scene.theme.error);
        }
        caret
    }

    fn draw_row(
        &self,
        scene: &Scene<'_>,
        row: &Row,
        style: Style,
        line: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = &scene.words.start;
        match row {
            Row::Take => {
                let end = line.right().saturating_sub(1);
                buf.set_string(line.x + 1, line.y, words.take, style);
                let width = to_cells(cells::width(words.take)) + 2;
                if width + 6 < line.width {
                    right(end - 5, end, line.y, "Enter", scene.theme.dim, buf);
                }
                None
            }
            Row::Metric(id) => self.draw_metric(scene, id, style, line, buf),
            Row::Since | Row::Language | Row::Currency | Row::Days | Row::Holidays => {
                self.draw_choice(scene, row, style, line, buf)
            }
        }
    }

    fn draw_metric(
        &self,
        scene: &Scene<'_>,
        id: &MetricId,
        style: Style,
        line: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let metric = scene.outlook.metric(id)?;
        let since = self.since(scene);
        let target = self.draft.target(metric, scene.outlook, since);
        let amounts = scene.style(metric);
        let figure = target.map(|target| match metric.unit {
            Unit::Minutes => amounts.typed(target),
            Unit::Count | Unit::Money | Unit::Score => amounts.short(target),
        });
        let dash = scene.theme.glyphs.dash;
        let figure = figure.as_deref().unwrap_or(dash);
        let end = self.figure_end(scene, line);
        let name_room =
            usize::from(end.saturating_sub(line.x + 3 + to_cells(cells::width(figure)) + 1));
        let name = name(scene, metric, name_room);
        buf.set_string(line.x + 3, line.y, &name, style);
        let from = end.saturating_sub(to_cells(cells::width(figure)));
        right(from, end, line.y, figure, style, buf);
        let field = self.open(&Of::Metric(id.clone()));
        let note = match field {
            Some(_) => String::new(),
            None => self.note(scene, metric, target),
        };
        let at = end + NOTE;
        if at + to_cells(cells::width(&note)) + LETTER < line.right() {
            buf.set_string(at, line.y, &note, scene.theme.dim);
            if let Some(letter) = metric.letter {
                let letter = letter.to_string();
                buf.set_string(line.right() - 2, line.y, letter, scene.theme.dim);
            }
        }
        let field = field?;
        let name_end = line.x + 3 + to_cells(cells::width(&name));
        let from = end.saturating_sub(FIGURE).max(name_end + 1);
        let width = at.min(line.right()).saturating_sub(from + 1);
        let place = Rect::new(from, line.y, width.min(FIGURE + 2), 1);
        field.draw(scene.theme, place, buf)
    }

    /// Behind the end of the figures, which have three cells beside the longest name; the notes
    /// keep their room.
    fn figure_end(&self, scene: &Scene<'_>, line: Rect) -> u16 {
        let metrics = scene.outlook.metrics.iter();
        let widths = metrics.map(|metric| {
            let target = self.draft.target(metric, scene.outlook, self.since(scene));
            let note = self.note(scene, metric, target);
            (
                cells::width(&name(scene, metric, usize::MAX)),
                cells::width(&note),
            )
        });
        let longest = widths.fold((0, 0), |longest, (name, note)| {
            (longest.0.max(name), longest.1.max(note))
        });
        let (names, notes) = (to_cells(longest.0), to_cells(longest.1));
        let end = line.x + 3 + names + 3;
        let before_notes = line.right().saturating_sub(NOTE + notes + LETTER + 1);
        if before_notes > line.x + 3 + NAME {
            end.min(before_notes)
        } else {
            end.min(line.right().saturating_sub(1))
        }
    }

    /// What an example is for a working day; or that there is no target.
    fn note(&self, scene: &Scene<'_>, metric: &MetricOutlook, target: Option<Amount>) -> String {
        let words = &scene.words.start;
        match target {
            None => words.no_target.to_owned(),
            Some(_) if self.draft.is_typed(&metric.id) => String::new(),
            Some(_) => {
                let a_day = metric.suggestion.map(a_day);
                let short = a_day.map(|a_day| scene.style(metric).short(a_day));
                short.map_or_else(String::new, |short| words.per_working_day(short))
            }
        }
    }

    fn open(&self, of: &Of) -> Option<&Field> {
        let (open, field) = self.field.as_ref()?;
        (open == of).then_some(field)
    }

    fn draw_choice(
        &self,
        scene: &Scene<'_>,
        row: &Row,
        style: Style,
        line: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let (label, now, other) = self.choice(scene, row);
        let x = line.x + 3;
        let at = x + NAME + 1;
        buf.set_string(x, line.y, label, style);
        let room = usize::from(line.right().saturating_sub(at + 1));
        let has_room = cells::width(&now) <= room;
        let now = if has_room { now } else { String::new() };
        buf.set_string(at, line.y, &now, style);
        let behind = at + to_cells(cells::width(&now)).max(CHOICE) + 4;
        let fits = usize::from(behind) + cells::width(&other) < usize::from(line.right());
        if fits {
            buf.set_string(behind, line.y, other, scene.theme.dim);
        }
        if *row == Row::Currency
            && let Some(field) = self.open(&Of::Currency)
        {
            let width = FIGURE.min(line.right().saturating_sub(at - 1));
            let blank = " ".repeat(room);
            buf.set_string(at, line.y, blank, Style::new());
            return field.draw(scene.theme, Rect::new(at - 1, line.y, width, 1), buf);
        }
        None
    }

    /// What holds now, in lines of its own, where the row's line has no room for it.
    fn below(&self, scene: &Scene<'_>, row: &Row, width: usize) -> Vec<String> {
        if matches!(row, Row::Take | Row::Metric(_)) {
            return Vec::new();
        }
        let (_, now, _) = self.choice(scene, row);
        let room = width.saturating_sub(usize::from(NAME) + 3);
        if cells::width(&now) <= room {
            Vec::new()
        } else {
            cells::wrapped(&now, width.saturating_sub(5))
        }
    }

    /// What a row chooses, what holds now, and what Enter would make of it.
    fn choice(&self, scene: &Scene<'_>, row: &Row) -> (&'static str, String, String) {
        let words = &scene.words.start;
        let settings = scene.settings;
        match row {
            Row::Since => {
                let name = |day: Day| weekday(scene.language, day.weekday(), WeekdayForm::Short);
                let today = words.today_is(name(scene.today()));
                let monday = name(scene.outlook.from).to_owned();
                let (now, other) = if self.choices.from_monday {
                    (monday, today)
                } else {
                    (today, monday)
                };
                (words.since, now, words.change_to(other))
            }
            Row::Language => {
                let (now, other) = match scene.language {
                    Language::En => (words.english, words.chinese),
                    Language::ZhCn => (words.chinese, words.english),
                };
                (words.language, now.to_owned(), other.to_owned())
            }
            Row::Currency => {
                let currency = settings.currency;
                let name = format!("{} {}", currency.code(), currency.symbol());
                (words.currency, words.all_money_in(name), String::new())
            }
            Row::Days => {
                let (now, other) = if works_on_saturday(settings) {
                    (words.monday_to_saturday, words.monday_to_friday)
                } else {
                    (words.monday_to_friday, words.monday_to_saturday)
                };
                (words.days, now.to_owned(), other.to_owned())
            }
            Row::Holidays | Row::Take | Row::Metric(_) => {
                let (now, other) = match settings.calendar.law {
                    Law::Cn => (words.holidays_cn, words.no_holidays),
                    Law::None => (words.no_holidays, words.holidays_cn),
                };
                (words.holidays, now.to_owned(), other.to_owned())
            }
        }
    }
}

/// A metric's name in so many cells, with its unit where its figures do not tell it.
fn name(scene: &Scene<'_>, metric: &MetricOutlook, room: usize) -> String {
    let with_unit = |name: &str| match metric.unit {
        Unit::Minutes => scene.words.start.in_minutes(name),
        Unit::Count | Unit::Money | Unit::Score => name.to_owned(),
    };
    let room = room.saturating_sub(cells::width(&with_unit("")));
    with_unit(&cells::fit(&metric.name, room))
}

/// What a suggestion asks of one full working day.
fn a_day(suggestion: Suggestion) -> Amount {
    Amount::of_units(suggestion.amount)
}

//! The counting box: a digit takes a row, digits are the amount, Enter puts it on disk.
//!
//! It needs no letters, so that it works with an input method on as well.

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Frame;
use super::amount::indented;
use super::menu::{digits, to_cells, write};
use crate::domain::{Amount, AmountError, CountText, Day, MetricId};
use crate::i18n::{cells, read_count_on};
use crate::planning::{DayView, MetricOutlook, day_view};
use crate::tui::action::Action;
use crate::tui::edits::{self, Extra};
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

const LONGEST_AMOUNT: usize = 40;
const LONGEST_NAME: usize = 80;
const WIDTH: usize = 42;
/// What a name has of that; longer ones make the box wider.
const NAME: usize = 16;
/// What figures have.
const FIGURES: usize = 12;
/// The least beside a name: its digit before it, behind it the figures and the letter.
const BESIDE: usize = 4 + 1 + FIGURES + 3;
/// The field for an amount.
const AMOUNT: usize = 14;
/// The rows below the metrics: a blank one, the amount, and two with the other fields and how the
/// day is typed, which what is wrong takes where something is.
const BELOW: u16 = 4;
const FIELDS: u16 = 2;

/// The metrics by number, and the amount.
pub struct CountBox {
    /// The day that was shown when the box opened: it stays, also past midnight.
    day: Day,
    marked: usize,
    /// The amount and the customer, once a row is taken.
    open: Option<Fields>,
    scroll: Cell<usize>,
}

struct Fields {
    amount: Field,
    customer: Field,
    in_customer: bool,
    wrong: Option<String>,
}

impl Fields {
    /// The amount that one key would add stands ready; typing replaces it.
    fn of(metric: &MetricOutlook, scene: &Scene<'_>) -> Self {
        let one = edits::one_of(metric, scene);
        let ready = one.map_or(String::new(), |one| scene.style(metric).typed(one));
        Self {
            amount: Field::fresh(&ready, LONGEST_AMOUNT),
            customer: Field::new("", LONGEST_NAME),
            in_customer: false,
            wrong: None,
        }
    }
}

impl CountBox {
    pub fn new(day: Day) -> Self {
        Self {
            day,
            marked: 0,
            open: None,
            scroll: Cell::new(0),
        }
    }

    /// The rows as the counters stand, then the metrics without one.
    fn rows<'a>(&self, scene: &'a Scene<'_>) -> Vec<&'a MetricOutlook> {
        let view = day_view(scene.outlook, self.day);
        let mut rows: Vec<_> = view.counters.iter().map(|counter| counter.metric).collect();
        for metric in scene
            .outlook
            .metrics
            .iter()
            .filter(|metric| !metric.retired)
        {
            if rows.iter().all(|row| row.id != metric.id) {
                rows.push(metric);
            }
        }
        rows
    }

    fn take(&mut self, place: usize, scene: &Scene<'_>) -> Effect {
        let rows = self.rows(scene);
        let Some(metric) = rows.get(place) else {
            return Effect::Nothing;
        };
        self.open = Some(Fields::of(metric, scene));
        self.marked = place;
        Effect::Redraw
    }

    fn go(&mut self, place: usize, scene: &Scene<'_>) -> Effect {
        let last = self.rows(scene).len().saturating_sub(1);
        let place = place.min(last);
        if self.open.is_some() {
            return self.take(place, scene);
        }
        self.marked = place;
        Effect::Redraw
    }

    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        let Some(fields) = &self.open else {
            return self.take(self.marked, scene);
        };
        let rows = self.rows(scene);
        let Some(metric) = rows.get(self.marked) else {
            return Effect::Close;
        };
        let (amount, day) = match self.read(fields, metric, scene) {
            Ok((CountText::Add(amount), day)) => (amount, day),
            Ok((CountText::Make(amount), day)) => {
                let so_far = edits::done_on(scene, metric, day);
                (amount.saturating_sub(so_far), day)
            }
            Err(error) => return self.refuse(scene.say(&error)),
        };
        if amount == Amount::ZERO {
            return Effect::Close;
        }
        let customer = fields.customer.value().trim();
        let extra = Extra {
            customer: (!customer.is_empty()).then(|| customer.to_owned()),
            ..Extra::default()
        };
        let id: &MetricId = &metric.id;
        Effect::Change(edits::log_on(scene, day, id, amount, extra))
    }

    /// What is typed, and the day it counts for: the one shown where it names none.
    fn read(
        &self,
        fields: &Fields,
        metric: &MetricOutlook,
        scene: &Scene<'_>,
    ) -> Result<(CountText, Day), AmountError> {
        let (text, reading) = (fields.amount.value(), scene.reading(metric));
        let read = read_count_on(text, reading, self.day.week(), scene.today());
        read.map(|(count, day)| (count, day.unwrap_or(self.day)))
    }

    /// What is wrong with the amount, in lines of at most so many cells.
    fn wrong_lines(&self, room: usize) -> Vec<String> {
        let fields = self.open.as_ref();
        let wrong = fields.and_then(|fields| fields.wrong.as_deref());
        wrong.map_or_else(Vec::new, |wrong| cells::wrapped(wrong, room))
    }

    fn refuse(&mut self, why: String) -> Effect {
        if let Some(fields) = &mut self.open {
            fields.wrong = Some(why);
        }
        Effect::Redraw
    }

    fn next_field(&mut self) -> Effect {
        if let Some(fields) = &mut self.open {
            fields.in_customer = !fields.in_customer;
        }
        Effect::Redraw
    }

    /// A metric on a line of `room` cells, beside others whose longest name takes `names`.
    fn row_text(
        &self,
        place: usize,
        metric: &MetricOutlook,
        scene: &Scene<'_>,
        (names, room): (usize, usize),
        view: &DayView<'_>,
    ) -> String {
        let mut counters = view.counters.iter();
        let figures = match counters.find(|counter| counter.metric.id == metric.id) {
            Some(counter) => scene.counter_figures(counter),
            None => scene
                .style(metric)
                .short(metric.days[self.day.weekday()].done),
        };
        let digit = match place {
            0..=8 => (place + 1).to_string(),
            _ => String::new(),
        };
        let letter = metric
            .letter
            .map_or(String::new(), |letter| letter.to_string());
        let usual = room.saturating_sub(WIDTH - NAME);
        let most = room.saturating_sub(BESIDE).max(usual);
        let name = cells::pad_right(&metric.name, names.clamp(usual, most));
        let text = format!(" {digit:1}  {name} {}", cells::pad_right(&figures, FIGURES));
        cells::ends(&text, &format!("{letter:1} "), room)
    }
}

impl Layer for CountBox {
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        match action {
            Action::Choose(digit) => {
                (1..=self.rows(scene).len()).contains(&usize::from(digit)) && self.open.is_none()
            }
            Action::Accept | Action::SaveAll | Action::Back | Action::Up | Action::Down => true,
            Action::NextField | Action::PreviousField => self.open.is_some(),
            _ => false,
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        if !self.allows(action, scene) {
            return Effect::PassOn;
        }
        match action {
            Action::Choose(digit) => self.take(usize::from(digit).saturating_sub(1), scene),
            Action::Up => self.go(self.marked.saturating_sub(1), scene),
            Action::Down => self.go(self.marked + 1, scene),
            Action::NextField | Action::PreviousField => self.next_field(),
            Action::Back => match self.open.take() {
                Some(_) => Effect::Redraw,
                None => Effect::Close,
            },
            _ => self.save(scene),
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        _focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = scene.words;
        let rows = self.rows(scene);
        let names = rows.iter().map(|metric| cells::width(&metric.name));
        let names = names.max().unwrap_or(0);
        let width = WIDTH + names.saturating_sub(NAME);
        let inside = indented(Rect::new(0, 0, to_cells(width).min(area.width), 1));
        let wrong = self.wrong_lines(inside.width.into());
        let below = BELOW.max(BELOW - FIELDS + to_cells(wrong.len()));
        let room = usize::from(area.height.saturating_sub(2 + below));
        let shown = rows.len().min(room.max(1));
        let digits = digits(rows.len());
        let keys: &[(&str, &str)] = if self.open.is_some() {
            &[
                ("Enter", words.hints.write),
                ("Tab", words.hints.next_field),
                ("Esc", words.hints.cancel),
            ]
        } else {
            &[(&digits, words.hints.choose), ("Esc", words.hints.cancel)]
        };
        let inside = Frame {
            title: words.boxes.count,
            keys,
            size: (to_cells(width), to_cells(shown) + below),
        }
        .draw(scene, area, buf);
        let lowest = (self.marked + 1).saturating_sub(shown);
        let highest = self.marked.min(rows.len().saturating_sub(shown));
        let first = self.scroll.get().clamp(lowest, highest.max(lowest));
        self.scroll.set(first);
        let view = day_view(scene.outlook, self.day);
        let room = (names, inside.width.into());
        let mut lines = inside.rows();
        for (place, metric) in rows.iter().enumerate().skip(first).take(shown) {
            let style = scene.row_style(place == self.marked, true);
            write(
                lines.next(),
                &self.row_text(place, metric, scene, room, &view),
                style,
                buf,
            );
        }
        lines.next();
        let metric = rows.get(self.marked)?;
        self.draw_fields(scene, metric, lines.map(indented), buf)
    }

    fn field(&mut self) -> Option<&mut Field> {
        let fields = self.open.as_mut()?;
        Some(if fields.in_customer {
            &mut fields.customer
        } else {
            &mut fields.amount
        })
    }

    fn edited(&mut self, _scene: &Scene<'_>) {
        if let Some(fields) = &mut self.open {
            fields.wrong = None;
        }
    }
}

impl CountBox {
    /// The amount, the day and the customer, or what is wrong with the amount.
    fn draw_fields(
        &self,
        scene: &Scene<'_>,
        metric: &MetricOutlook,
        mut lines: impl Iterator<Item = Rect>,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = &scene.words.boxes;
        let fields = self.open.as_ref();
        let day = fields.and_then(|fields| self.read(fields, metric, scene).ok());
        let day = day.map_or(self.day, |(_, day)| day);
        let day = words.day_is(scene.say_day(day));
        let Some(fields) = &self.open else {
            lines.next();
            write(lines.next(), &day, scene.theme.dim, buf);
            return None;
        };
        let row = lines.next()?;
        // A long name gives way to the field.
        let room = usize::from(row.width).saturating_sub(AMOUNT + 2);
        let room = room.saturating_sub(cells::width(&words.count_one("")));
        let label = words.count_one(cells::fit(&metric.name, room));
        let amount = labelled(row, &label, to_cells(AMOUNT), &fields.amount, scene, buf);
        let row = lines.next()?;
        if fields.wrong.is_some() {
            let rows = std::iter::once(row).chain(lines);
            for (line, row) in self.wrong_lines(row.width.into()).iter().zip(rows) {
                write(Some(row), line, scene.theme.error, buf);
            }
            return amount;
        }
        let other = edits::on_another_day(scene, self.day);
        write(lines.next(), &words.names_day(other), scene.theme.dim, buf);
        write(Some(row), &day, Style::new(), buf);
        let used = to_cells(cells::width(&day) + 2);
        let rest = Rect {
            x: row.x + used.min(row.width),
            width: row.width.saturating_sub(used),
            ..row
        };
        if fields.in_customer {
            let room = usize::from(rest.width)
                .saturating_sub(cells::width(scene.words.boxes.customer) + 2);
            let customer = scene.words.boxes.customer;
            return labelled(rest, customer, to_cells(room), &fields.customer, scene, buf);
        }
        let customer = fields.customer.value();
        let customer = if customer.is_empty() { "–" } else { customer };
        write(Some(rest), &words.customer_is(customer), Style::new(), buf);
        amount
    }
}

/// A label with its field at its right.
fn labelled(
    row: Rect,
    label: &str,
    width: u16,
    field: &Field,
    scene: &Scene<'_>,
    buf: &mut Buffer,
) -> Option<Position> {
    let used = to_cells(cells::width(label) + 2).min(row.width);
    write(Some(row), label, Style::new(), buf);
    let area = Rect {
        x: row.x + used,
        width: width.min(row.width - used),
        ..row
    };
    field.draw(scene.theme, area, buf)
}

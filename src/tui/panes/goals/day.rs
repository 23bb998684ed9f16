//! The box of a day: off, half or worked, and what each would make of the week.
//!
//! Choosing shows it, Enter writes it, Esc leaves all as it is. ← and → go to the other days,
//! to Saturday and Sunday too, which have no column while they are off.

#[cfg(test)]
mod tests;

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::edit;
use super::grid::to_cells;
use crate::domain::{Day, Weekday, Weight};
use crate::i18n::{cells, date};
use crate::planning::Compared;
use crate::tui::action::Action;
use crate::tui::dialogs::{Frame, beside_one_another};
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::widgets::{beside, leave_out_blanks};

/// The size of the box, where there is so much room: it stays while one chooses.
const WIDTH: u16 = 72;
/// Below this width Esc is said in one word.
const SHORT: u16 = 60;
/// What stands before a line.
const MARGIN: u16 = 2;

/// What a day could be.
const CHOICES: [Weight; 3] = [Weight::OFF, Weight::HALF, Weight::FULL];

/// A day, and what it is to be.
pub(super) struct DayBox {
    day: Day,
    /// What is chosen; at first what the day is.
    weight: Weight,
    /// Where the choices were drawn, for clicks.
    places: Cell<Rect>,
}

impl DayBox {
    pub(super) fn new(day: Day, scene: &Scene<'_>) -> Self {
        Self {
            day,
            weight: weight_of(day, scene),
            places: Cell::new(Rect::ZERO),
        }
    }

    /// What can be chosen: a day of another length keeps it.
    fn choices(&self, scene: &Scene<'_>) -> Vec<Weight> {
        let now = weight_of(self.day, scene);
        let other = (!CHOICES.contains(&now)).then_some(now);
        CHOICES.into_iter().chain(other).collect()
    }

    fn is_as_it_is(&self, scene: &Scene<'_>) -> bool {
        self.weight == weight_of(self.day, scene)
    }

    /// The day beside this one, within the week.
    fn beside(&self, forward: bool) -> Option<Day> {
        let weekday = beside(&Weekday::ALL, &self.day.weekday(), forward)?;
        Some(self.day.week().day(weekday))
    }

    fn step(&mut self, forward: bool, scene: &Scene<'_>) {
        let next = beside(&self.choices(scene), &self.weight, forward);
        self.weight = next.unwrap_or(self.weight);
    }

    fn save(&self, scene: &Scene<'_>) -> Effect {
        if self.is_as_it_is(scene) {
            Effect::Close
        } else {
            edit::set_day(scene, self.day, self.weight)
        }
    }

    /// The choices, each with its number.
    fn choice_lines(&self, scene: &Scene<'_>) -> Vec<(Weight, String)> {
        let words = scene.words;
        let now = weight_of(self.day, scene);
        let said = |weight| match weight {
            Weight::OFF => words.boxes.off.to_owned(),
            Weight::HALF => words.boxes.half.to_owned(),
            Weight::FULL => words.boxes.working.to_owned(),
            other => format!("{}%", other.percent()),
        };
        let line = |(at, weight): (usize, Weight)| {
            let text = if weight == now {
                let as_it_is = words.what_if.as_it_is;
                words.common.in_brackets(said(weight), as_it_is)
            } else {
                said(weight)
            };
            (weight, format!("{}  {text}", at + 1))
        };
        let choices = self.choices(scene).into_iter();
        choices.enumerate().map(line).collect()
    }

    /// What the choice would make of the week, and what stands on the day.
    fn figures(&self, scene: &Scene<'_>, room: usize) -> Vec<String> {
        let (change, _) = edit::day_change(scene, self.day, self.weight);
        let Some(seen) = scene.what_if(vec![change]) else {
            return Vec::new();
        };
        let pairs = Compared::all(scene.outlook, &seen.outlook);
        if pairs.is_empty() {
            return Vec::new();
        }
        beside_one_another(scene, &pairs, room)
    }

    /// The open tasks of the day, by how many they are and their titles.
    fn tasks(&self, scene: &Scene<'_>, room: usize) -> Vec<String> {
        let tasks = scene.outlook.tasks.iter();
        let on_day = tasks.filter(|task| task.is_open() && task.day == Some(self.day));
        let titles: Vec<_> = on_day.map(|task| task.title.as_str()).collect();
        if titles.is_empty() {
            return Vec::new();
        }
        let count = scene.words.what_if.stands_on(titles.len());
        let titles = titles.join(" · ");
        vec![count, cells::fit(&titles, room).into_owned()]
    }

    fn keys(&self, scene: &Scene<'_>, width: u16) -> [(&'static str, &'static str); 4] {
        let hints = &scene.words.hints;
        let take = if self.is_as_it_is(scene) {
            hints.close
        } else {
            hints.do_it
        };
        let leave = if width < SHORT {
            hints.cancel
        } else {
            hints.leave_plan
        };
        let choose = if self.choices(scene).len() > CHOICES.len() {
            "1-4"
        } else {
            "1-3"
        };
        [
            (choose, hints.choose),
            ("Enter", take),
            ("← →", hints.days),
            ("Esc", leave),
        ]
    }
}

/// How much of a day a day is now.
fn weight_of(day: Day, scene: &Scene<'_>) -> Weight {
    scene.outlook.days[day.weekday()].weight
}

impl Layer for DayBox {
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        match action {
            Action::Choose(digit) => (1..=self.choices(scene).len()).contains(&digit.into()),
            Action::Left => self.beside(false).is_some(),
            Action::Right => self.beside(true).is_some(),
            Action::Up | Action::Down | Action::Accept | Action::SaveAll | Action::Back => true,
            _ => false,
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        if !self.allows(action, scene) {
            return Effect::PassOn;
        }
        match action {
            Action::Choose(digit) => {
                let choices = self.choices(scene);
                let chosen = usize::from(digit).checked_sub(1);
                let chosen = chosen.and_then(|at| choices.get(at)).copied();
                self.weight = chosen.unwrap_or(self.weight);
            }
            Action::Left | Action::Right => {
                if let Some(day) = self.beside(action == Action::Right) {
                    *self = Self::new(day, scene);
                }
            }
            Action::Up => self.step(false, scene),
            Action::Down => self.step(true, scene),
            Action::Accept | Action::SaveAll => return self.save(scene),
            _ => return Effect::Close,
        }
        Effect::Redraw
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        _focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let width = WIDTH.min(area.width.saturating_sub(2));
        let room = usize::from(width.saturating_sub(2 * MARGIN));
        let choices = self.choice_lines(scene);
        let blocks = [self.figures(scene, room), self.tasks(scene, room)];
        let blocks = blocks.into_iter().filter(|block| !block.is_empty());
        let below: Vec<_> = blocks
            .flat_map(|block| std::iter::once(String::new()).chain(block))
            .collect();
        let inside = Frame {
            title: &date(scene.language, self.day),
            keys: &self.keys(scene, area.width),
            size: (width, to_cells(choices.len() + below.len())),
        }
        .draw(scene, area, buf);
        let mut rows = inside.rows();
        self.places.set(Rect {
            height: to_cells(choices.len()).min(inside.height),
            ..inside
        });
        for ((weight, text), row) in choices.iter().zip(rows.by_ref()) {
            let style = scene.row_style(*weight == self.weight, true);
            let text = cells::pad_right(&format!(" {text}"), row.width.into());
            buf.set_string(row.x, row.y, text, style);
        }
        let mut lines = below;
        let left = usize::from(inside.height).saturating_sub(choices.len());
        leave_out_blanks(&mut lines, String::is_empty, |lines| lines.len() <= left);
        for (text, row) in lines.iter().zip(rows) {
            let text = cells::fit(text, room);
            buf.set_string(row.x + MARGIN, row.y, text, Style::new());
        }
        None
    }

    fn click(&mut self, at: Position, _area: Rect, _focused: bool, scene: &Scene<'_>) -> Effect {
        let places = self.places.get();
        if !places.contains(at) {
            return Effect::Nothing;
        }
        let choices = self.choices(scene);
        match choices.get(usize::from(at.y - places.y)).copied() {
            Some(weight) if weight == self.weight => self.save(scene),
            Some(weight) => {
                self.weight = weight;
                Effect::Redraw
            }
            None => Effect::Nothing,
        }
    }
}

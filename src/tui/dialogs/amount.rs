//! The field for an amount: of a metric on a day, or on a task.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Frame;
use super::menu::{to_cells, write};
use crate::domain::{Amount, AmountError, CountText, Day, MetricId};
use crate::i18n::{cells, read_count_on};
use crate::planning::MetricOutlook;
use crate::tui::action::Action;
use crate::tui::edits::{self, Extra, TaskRef};
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

/// The longest amount that can be typed, in characters.
const LONGEST: usize = 40;
/// The field, and what stands above it.
const FIELD: usize = 36;
/// What stands below the field, before it goes on in the next line.
const BELOW: usize = FIELD + 4;

/// The field for an amount: `5`, `-2`, `=14`, `12万`.
pub struct AmountBox {
    metric: MetricId,
    /// The day that was shown when the box opened: it stays, also past midnight.
    day: Day,
    task: Option<TaskRef>,
    field: Field,
    wrong: Option<String>,
}

impl AmountBox {
    /// For an amount of a metric on a day.
    pub fn of_metric(metric: MetricId, day: Day) -> Self {
        Self {
            metric,
            day,
            task: None,
            field: Field::new("", LONGEST),
            wrong: None,
        }
    }

    /// For an amount on a task; none where it counts for no metric of the week looked at.
    pub fn of_task(task: TaskRef, scene: &Scene<'_>) -> Option<Self> {
        let metric = task.find(scene)?.metric.clone()?;
        scene.outlook.metric(&metric)?;
        Some(Self {
            task: Some(task),
            ..Self::of_metric(metric, scene.view.day())
        })
    }

    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        let Some(metric) = scene.outlook.metric(&self.metric) else {
            return Effect::Close;
        };
        match self.read(metric, scene) {
            Ok((text, day)) => {
                let amount = self.difference(text, metric, day, scene);
                self.log(amount, day, scene)
            }
            Err(error) => {
                self.wrong = Some(scene.say(&error));
                Effect::Redraw
            }
        }
    }

    /// What is typed, and the day it counts for: the one shown where it names none. Of a task
    /// it names none.
    fn read(
        &self,
        metric: &MetricOutlook,
        scene: &Scene<'_>,
    ) -> Result<(CountText, Day), AmountError> {
        let (text, reading) = (self.field.value(), scene.reading(metric));
        if self.task.is_some() {
            return Ok((CountText::read(text, reading)?, self.day));
        }
        let read = read_count_on(text, reading, self.day.week(), scene.today());
        read.map(|(count, day)| (count, day.unwrap_or(self.day)))
    }

    /// How much is to be added.
    fn difference(
        &self,
        text: CountText,
        metric: &MetricOutlook,
        day: Day,
        scene: &Scene<'_>,
    ) -> Amount {
        match text {
            CountText::Add(amount) => amount,
            CountText::Make(amount) => amount.saturating_sub(self.so_far(metric, day, scene)),
        }
    }

    /// What the task or the day has already.
    fn so_far(&self, metric: &MetricOutlook, day: Day, scene: &Scene<'_>) -> Amount {
        match self.task.and_then(|task| task.find(scene)) {
            Some(task) => task.progress,
            None => edits::done_on(scene, metric, day),
        }
    }

    /// What stands below the field: what is wrong, else examples.
    fn below(&self, scene: &Scene<'_>) -> (String, Style) {
        if let Some(wrong) = &self.wrong {
            return (wrong.clone(), scene.theme.error);
        }
        let mut text = "5   -2   =14".to_owned();
        if self.task.is_none() {
            let other = edits::on_another_day(scene, self.day);
            text.extend(["   ", &scene.words.boxes.names_day(other)]);
        }
        (text, scene.theme.dim)
    }

    fn log(&self, amount: Amount, day: Day, scene: &Scene<'_>) -> Effect {
        if amount.is_zero() {
            return Effect::Close;
        }
        let Some(task) = self.task else {
            let extra = Extra::default();
            return Effect::Change(edits::log_on(scene, day, &self.metric, amount, extra));
        };
        let found = task.find(scene);
        let edit = found.and_then(|task| edits::log_on_task(scene, task, amount));
        edit.map_or(Effect::Close, Effect::Change)
    }
}

impl Layer for AmountBox {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        matches!(action, Action::Accept | Action::SaveAll | Action::Back)
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match action {
            Action::Accept | Action::SaveAll => self.save(scene),
            Action::Back => Effect::Close,
            _ => Effect::PassOn,
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        _focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = &scene.words;
        let metric = scene.outlook.metric(&self.metric)?;
        let task = self.task.and_then(|task| task.find(scene));
        let day = self.read(metric, scene).map_or(self.day, |(_, day)| day);
        let title = words.boxes.count_one(&metric.name);
        let about = match task {
            Some(task) => task.title.clone(),
            None => words.boxes.day_is(scene.say_day(day)),
        };
        let so_far = scene.style(metric).exact(self.so_far(metric, day, scene));
        let (below, style) = self.below(scene);
        let room = usize::from(area.width).saturating_sub(6).min(BELOW);
        let below = cells::wrapped(&below, room);
        let inside = Frame {
            title: &title,
            keys: &[("Enter", words.hints.write), ("Esc", words.hints.cancel)],
            size: (to_cells(BELOW + 4), to_cells(below.len() + 3)),
        }
        .draw(scene, area, buf);
        let mut rows = inside.rows().map(indented);
        if let Some(row) = rows.next() {
            let room = usize::from(row.width).min(FIELD);
            let about = cells::ends(&about, &so_far, room);
            write(Some(row), &about, Style::new(), buf);
        }
        let caret = rows
            .next()
            .and_then(|row| self.field.draw(scene.theme, row, buf));
        for line in &below {
            write(rows.next(), line, style, buf);
        }
        caret
    }

    fn field(&mut self) -> Option<&mut Field> {
        Some(&mut self.field)
    }

    fn edited(&mut self, _scene: &Scene<'_>) {
        self.wrong = None;
    }
}

/// A row with two cells free at both ends.
pub(super) fn indented(row: Rect) -> Rect {
    Rect {
        x: row.x + row.width.min(2),
        width: row.width.saturating_sub(4),
        ..row
    }
}

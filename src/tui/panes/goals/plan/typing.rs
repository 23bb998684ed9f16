//! What is typed while a week is planned: figures, and days' quotas fixed by hand.

use super::lines::Row;
use super::{Plan, first_day};
use crate::domain::{Amount, MetricId};
use crate::planning::MetricOutlook;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::panes::goals::draft::Draft;
use crate::tui::panes::goals::edit::{self, Editing, LONGEST_AMOUNT, What};
use crate::tui::scene::Scene;

/// How it goes on when something was typed.
#[derive(Clone, Copy)]
pub(super) enum Then {
    /// From a figure to the next one, or with the last one to the first row; a day stays
    /// selected.
    Next,
    /// To the row above or below.
    Go(Action),
    /// To the disk.
    Take,
}

impl Plan {
    pub(super) fn open_field(&mut self, what: What, scene: &Scene<'_>) {
        let Some(metric) = metric_of(&what, scene) else {
            return;
        };
        let style = scene.style(metric);
        let now = self.now(&what, scene).map(|now| style.typed(now));
        let field = Field::fresh(&now.unwrap_or_default(), LONGEST_AMOUNT);
        self.rows.select(Row::Metric(metric.id.clone()));
        self.in_days = matches!(what, What::Pin(..));
        self.editing = Some(Editing::new(what, field));
    }

    /// Opens a field with the first digit of another amount.
    pub(super) fn begin_field(&mut self, what: What, digit: u8, scene: &Scene<'_>) {
        self.open_field(what, scene);
        if let Some(field) = self.field() {
            field.set(&digit.to_string());
        }
    }

    /// What a field begins with.
    fn now(&self, what: &What, scene: &Scene<'_>) -> Option<Amount> {
        match what {
            What::Target(id) => self.target(id, scene),
            What::Pin(id, day) => {
                let planned = self.planned_day(id, day.weekday(), scene)?;
                let shown = Amount::of_units(planned.baseline);
                Some(planned.pinned.unwrap_or(shown))
            }
            What::Reason(..) => None,
        }
    }

    /// The draft with what stands in the open field, where that can be taken.
    pub(super) fn as_typed(&self, scene: &Scene<'_>) -> Draft {
        let typed = self.with_typed(scene);
        typed.unwrap_or_else(|_| self.draft(scene))
    }

    /// The draft with what stands in the open field, or why that cannot be taken.
    fn with_typed(&self, scene: &Scene<'_>) -> Result<Draft, String> {
        let mut draft = self.draft(scene);
        let Some(editing) = &self.editing else {
            return Ok(draft);
        };
        let Some(metric) = metric_of(&editing.what, scene) else {
            return Ok(draft);
        };
        let (text, first) = (editing.field.value(), first_day(scene));
        match &editing.what {
            What::Target(id) => draft.set(id.clone(), read_figure(scene, metric, text)?),
            What::Pin(id, day) => {
                let amount = edit::read_pin(scene, metric, text)?;
                let pinned = draft.pin((id, *day), amount, scene, first);
                pinned.map_err(|error| scene.say(&error))?;
            }
            What::Reason(..) => {}
        }
        Ok(draft)
    }

    /// Keeps what was typed, and goes on.
    pub(super) fn take_typed(&mut self, scene: &Scene<'_>, then: Then) -> Effect {
        let typed = self.with_typed(scene);
        let Some(editing) = &mut self.editing else {
            return Effect::Nothing;
        };
        let what = editing.what.clone();
        match typed {
            Ok(draft) => self.draft = draft,
            Err(error) => {
                editing.error = Some(error);
                return Effect::Redraw;
            }
        }
        if matches!(then, Then::Take) {
            return self.take(scene);
        }
        self.close_field();
        match (then, what) {
            (Then::Go(action), _) => {
                let rows = self.rows(scene);
                self.rows.go(action, &rows);
            }
            (_, What::Target(id)) => self.open_next(id, scene),
            _ => {}
        }
        Effect::Redraw
    }

    /// Goes on from a figure to the next one, or to the first row.
    fn open_next(&mut self, id: MetricId, scene: &Scene<'_>) {
        let mut rows = self.rows(scene).into_iter();
        let of = Row::Metric(id);
        rows.find(|row| *row == of);
        match rows.next() {
            Some(Row::Metric(next)) => self.open_field(What::Target(next), scene),
            _ => self.rows.select(Row::Take),
        }
    }
}

fn metric_of<'a>(what: &What, scene: &'a Scene<'_>) -> Option<&'a MetricOutlook> {
    match what {
        What::Target(id) | What::Pin(id, _) | What::Reason(id, _) => scene.outlook.metric(id),
    }
}

/// What a text in a figure's field means; nothing is no target.
fn read_figure(scene: &Scene<'_>, metric: &MetricOutlook, text: &str) -> Result<Amount, String> {
    if text.trim().is_empty() {
        return Ok(Amount::ZERO);
    }
    edit::read_target(scene, metric, text, first_day(scene))
}

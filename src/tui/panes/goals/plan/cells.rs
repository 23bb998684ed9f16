//! The days beside a figure: which is selected, and what keys make of it.
//!
//! A figure's row begins on the figure. The arrows go on to the days where there is a figure to
//! split, and the row above or below is entered on the same day, as in the grid of a planned
//! week.

use super::{Meaning, Plan, first_day};
use crate::domain::{Amount, Day, MetricId, Unit, Weekday};
use crate::planning::MetricDay;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::panes::goals::edit::What;
use crate::tui::panes::goals::place;
use crate::tui::scene::Scene;
use crate::tui::widgets::beside;

impl Plan {
    /// What an action comes to on the row of a figure.
    pub(super) fn on_metric(
        &self,
        action: Action,
        id: &MetricId,
        scene: &Scene<'_>,
    ) -> Option<Meaning> {
        let has_target = self.target(id, scene).is_some();
        match (action, self.cell(id, scene)) {
            (Action::EditTarget, _) => Some(Meaning::Type(self.what(id, scene))),
            (Action::Choose(0), None) => None,
            (Action::Choose(digit), _) => Some(Meaning::Begin(self.what(id, scene), digit)),
            (Action::Focus, _) => has_target.then(|| Meaning::Focus(id.clone())),
            (Action::Right | Action::Pin, _) if !has_days(id, scene) => None,
            (Action::Right | Action::Pin, _) if !has_target => Some(Meaning::NoTarget),
            (Action::Left | Action::Right, cell) => {
                let forward = action == Action::Right;
                beside(&self.cells(scene), &cell, forward).map(Meaning::Cell)
            }
            (Action::Pin, Some(day)) => Some(Meaning::Pin(id.clone(), day)),
            (Action::DayOff, Some(day)) => Some(Meaning::Toggle(scene.outlook.days[day].date)),
            (Action::Back, Some(_)) => Some(Meaning::Cell(None)),
            _ => None,
        }
    }

    /// The day that is selected beside a figure; none while the figure is.
    pub(super) fn cell(&self, id: &MetricId, scene: &Scene<'_>) -> Option<Weekday> {
        let day = Some(self.day(scene)).filter(|_| self.in_days)?;
        let has_cells = has_days(id, scene) && self.target(id, scene).is_some();
        (has_cells && self.days(scene).contains(&day)).then_some(day)
    }

    /// Selects a day beside the figures, or the figures.
    pub(super) fn go_to(&mut self, cell: Option<Weekday>) {
        self.in_days = cell.is_some();
        self.day = cell.or(self.day);
    }

    /// The figure, and behind it the days.
    fn cells(&self, scene: &Scene<'_>) -> Vec<Option<Weekday>> {
        let days = self.days(scene).into_iter().map(Some);
        std::iter::once(None).chain(days).collect()
    }

    /// The days that stand beside the figures: those of the week, and what the draft has pinned.
    pub(super) fn days(&self, scene: &Scene<'_>) -> Vec<Weekday> {
        let days = place::days(scene.outlook);
        let draft = self.draft(scene);
        let pinned: Vec<_> = draft.pinned_days().map(Day::weekday).collect();
        let all = Weekday::ALL.into_iter();
        all.filter(|day| days.contains(day) || pinned.contains(day))
            .collect()
    }

    /// What Enter opens on the row of a figure.
    fn what(&self, id: &MetricId, scene: &Scene<'_>) -> What {
        match self.cell(id, scene) {
            Some(day) => What::Pin(id.clone(), scene.outlook.days[day].date),
            None => What::Target(id.clone()),
        }
    }

    /// What the plan asks of a day, and whether it is pinned.
    pub(super) fn planned_day(
        &self,
        id: &MetricId,
        day: Weekday,
        scene: &Scene<'_>,
    ) -> Option<MetricDay> {
        let changes = self.draft(scene).changes(scene, first_day(scene), None);
        let seen = scene.what_if(changes)?;
        Some(seen.outlook.metric(id)?.days[day])
    }

    /// Pins a day at the number shown, or frees it.
    pub(super) fn toggle_pin(&mut self, id: &MetricId, day: Weekday, scene: &Scene<'_>) -> Effect {
        let Some(planned) = self.planned_day(id, day, scene) else {
            return Effect::Nothing;
        };
        let shown = Amount::of_units(planned.baseline);
        let amount = planned.pinned.is_none().then_some(shown);
        let cell = (id, planned.date);
        match self.draft.pin(cell, amount, scene, first_day(scene)) {
            Ok(()) => Effect::Redraw,
            Err(error) => Effect::refuse(scene.say(&error)),
        }
    }
}

/// Whether the days take a part of a metric.
fn has_days(id: &MetricId, scene: &Scene<'_>) -> bool {
    let metric = scene.outlook.metric(id);
    metric.is_some_and(|metric| metric.unit != Unit::Score)
}

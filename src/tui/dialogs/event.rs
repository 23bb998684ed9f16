//! Something unexpected: its kind by a digit, then the amount and one line of text.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::form::{Form, Line};
use super::{FormBox, Menu, below_one_another, ways};
use crate::domain::{
    Amount, AmountError, Day, Event, EventId, EventKind, LONGEST_LINE, MetricId, TextError, Unit,
    line,
};
use crate::i18n::cells;
use crate::planning::{MetricOutlook, WhatIf};
use crate::tui::effect::Effect;
use crate::tui::scene::Scene;

const LONGEST_AMOUNT: usize = 40;
const WIDTH: u16 = 58;
/// What stands for the text while the week after the event is only looked at.
const UNTOLD: &str = "-";

/// The lines of the form, in their order.
#[derive(Debug, Clone, Copy)]
enum At {
    Amount,
    Text,
    Metric,
    TakeOff,
}

/// An event of a kind that was chosen.
pub struct EventBox {
    kind: EventKind,
    /// The day that was shown when the box opened.
    day: Day,
    metrics: Vec<Option<MetricId>>,
    form: Form,
}

/// The list of kinds.
pub fn event_kinds(scene: &Scene<'_>) -> Menu {
    let kinds = EventKind::ALL.into_iter();
    kinds.fold(Menu::new(scene.words.boxes.event), |menu, kind| {
        menu.line(scene.words.name(kind), move |scene| {
            Effect::replace(EventBox::new(kind, scene))
        })
    })
}

impl EventBox {
    fn new(kind: EventKind, scene: &Scene<'_>) -> Self {
        let boxes = &scene.words.boxes;
        let in_use = scene
            .outlook
            .metrics
            .iter()
            .filter(|metric| !metric.retired);
        let ids = in_use.clone().map(|metric| Some(metric.id.clone()));
        let metrics: Vec<_> = std::iter::once(None).chain(ids).collect();
        let is_hit = |metric: &MetricOutlook| metric.unit == Unit::Money;
        let hit = in_use.clone().position(is_hit).map_or(0, |place| place + 1);
        let names = in_use.map(|metric| metric.name.clone());
        let none = scene.words.common.none.to_owned();
        let is_cancelled = kind == EventKind::OrderCancelled;
        let choice = Line::Choice {
            options: std::iter::once(none).chain(names).collect(),
            at: if is_cancelled { hit } else { 0 },
        };
        let mut form = Form::new(vec![
            (boxes.quantity, Line::text("", LONGEST_AMOUNT)),
            (boxes.text, Line::text("", LONGEST_LINE)),
            (boxes.metric, choice),
            (boxes.take_off, Line::Tick(is_cancelled)),
        ]);
        if !is_cancelled {
            form.go_to(At::Text as usize);
        }
        Self {
            kind,
            day: scene.view.day(),
            metrics,
            form,
        }
    }

    /// The metric that is chosen.
    fn metric<'a>(&self, scene: &'a Scene<'_>) -> Option<&'a MetricOutlook> {
        let chosen = self.metrics.get(self.form.choice(At::Metric as usize));
        scene.outlook.metric(chosen?.as_ref()?)
    }

    /// The amount that is typed; without a metric it means nothing.
    fn amount(&self, scene: &Scene<'_>) -> Result<Option<Amount>, AmountError> {
        match (self.form.text(At::Amount as usize), self.metric(scene)) {
            ("", _) | (_, None) => Ok(None),
            (text, Some(metric)) => Amount::read(text, scene.reading(metric)).map(Some),
        }
    }

    /// Whether Enter goes from the amount to the text, without which there is no event.
    fn leads_to_text(&self) -> bool {
        let is_open = self.form.open_line() == At::Amount as usize;
        is_open && self.form.text(At::Text as usize).is_empty()
    }

    fn read(&self, scene: &Scene<'_>) -> Result<Event, (At, String)> {
        let amount = self.amount(scene);
        let amount = amount.map_err(|error| (At::Amount, scene.say(&error)))?;
        let text = line(self.form.text(At::Text as usize));
        let text = text.map_err(|error: TextError| (At::Text, scene.say(&error)))?;
        Ok(self.event(scene, amount, text))
    }

    fn event(&self, scene: &Scene<'_>, amount: Option<Amount>, text: String) -> Event {
        Event {
            id: EventId(scene.stamp.id(0)),
            day: self.day,
            at: scene.stamp.at,
            kind: self.kind,
            text,
            metric: self.metric(scene).map(|metric| metric.id.clone()),
            amount,
        }
    }

    /// Whether an amount is taken off what was done.
    fn corrects(&self, amount: Option<Amount>) -> bool {
        self.form.is_ticked(At::TakeOff as usize) && amount.is_some()
    }

    /// The week as the event would leave it, as soon as there is an amount; what is told of it
    /// changes no figure.
    fn what_if(&self, scene: &Scene<'_>) -> Option<WhatIf> {
        let amount = self.amount(scene).ok().flatten()?;
        let event = self.event(scene, Some(amount), UNTOLD.to_owned());
        let noted = ways::noted(scene, event, self.corrects(Some(amount)));
        scene.what_if(vec![noted.change])
    }
}

impl FormBox for EventBox {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn title(&self, scene: &Scene<'_>) -> Cow<'static, str> {
        let kind = scene.words.name(self.kind);
        scene.words.boxes.event_is(kind).into()
    }

    /// Notes the event, or leads to the ways out; while nothing is told yet, the amount leads on
    /// to the text.
    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        if self.leads_to_text() && self.amount(scene).is_ok() {
            self.form.go_to(At::Text as usize);
            return Effect::Redraw;
        }
        match self.read(scene) {
            Ok(event) => {
                let correct = self.corrects(event.amount);
                ways::after_event(scene, event, correct)
            }
            Err((at, why)) => {
                self.form.refuse(at as usize, why);
                Effect::Redraw
            }
        }
    }

    fn width(&self) -> u16 {
        WIDTH
    }

    fn keys(&self, scene: &Scene<'_>) -> Vec<(&'static str, &'static str)> {
        let hints = &scene.words.hints;
        if self.leads_to_text() {
            return vec![("Enter", hints.next_field), ("Esc", hints.cancel)];
        }
        let metric = self.metric(scene);
        let has_ways = metric.is_some_and(|metric| ways::lead_out(scene, self.day, &metric.id));
        let enter = if has_ways {
            hints.ways_out
        } else {
            hints.write
        };
        vec![
            ("Enter", enter),
            ("Tab", hints.next_field),
            ("Esc", hints.cancel),
        ]
    }

    /// The metric as it stands, and as it would stand after the event.
    fn list(&self, scene: &Scene<'_>, room: usize) -> Vec<String> {
        let Some(metric) = self.metric(scene) else {
            return cells::wrapped(scene.words.what_if.no_metric, room);
        };
        let seen = self.what_if(scene);
        let then = seen
            .as_ref()
            .and_then(|seen| seen.outlook.metric(&metric.id));
        let mut lines = below_one_another(scene, metric, then, room);
        if then.is_some() && !self.form.is_ticked(At::TakeOff as usize) {
            lines.extend(cells::wrapped(scene.words.what_if.only_noted, room));
        }
        lines
    }

    /// The ways out above it have closed: with the event on disk there is no more to do here.
    fn uncovered(&mut self, scene: &Scene<'_>) -> Effect {
        let text = self.form.text(At::Text as usize);
        let is_this = |event: &Event| {
            (event.kind, event.day, event.text.as_str()) == (self.kind, self.day, text)
        };
        if scene.week.events.iter().any(is_this) {
            Effect::Close
        } else {
            Effect::Redraw
        }
    }
}

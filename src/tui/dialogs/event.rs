//! Something unexpected: its kind by a digit, then the amount and one line of text.

use super::form::{Form, Line};
use super::{FormBox, Menu, ways};
use crate::domain::{
    Amount, Day, Event, EventId, EventKind, LONGEST_LINE, MetricId, TextError, Unit, line,
};
use crate::planning::MetricOutlook;
use crate::tui::effect::Effect;
use crate::tui::scene::Scene;

const LONGEST_AMOUNT: usize = 40;
const WIDTH: u16 = 58;

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

    fn read(&self, scene: &Scene<'_>) -> Result<Event, (At, String)> {
        let chosen = self.metrics.get(self.form.choice(At::Metric as usize));
        let metric = chosen.cloned().flatten();
        let metric = metric.and_then(|id| scene.outlook.metric(&id));
        let amount = match (self.form.text(At::Amount as usize), metric) {
            ("", _) | (_, None) => None,
            (text, Some(metric)) => {
                let amount = Amount::read(text, scene.reading(metric));
                Some(amount.map_err(|error| (At::Amount, scene.say(&error)))?)
            }
        };
        let text = self.form.text(At::Text as usize);
        let text = line(text).map_err(|error: TextError| (At::Text, scene.say(&error)))?;
        Ok(Event {
            id: EventId(scene.stamp.id(0)),
            day: self.day,
            at: scene.stamp.at,
            kind: self.kind,
            text,
            metric: metric.map(|metric| metric.id.clone()),
            amount,
        })
    }
}

impl FormBox for EventBox {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn title(&self, scene: &Scene<'_>) -> &'static str {
        scene.words.name(self.kind)
    }

    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        match self.read(scene) {
            Ok(event) => {
                let correct = self.form.is_ticked(At::TakeOff as usize) && event.amount.is_some();
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

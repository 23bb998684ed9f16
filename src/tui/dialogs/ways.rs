//! The ways out of a target that is behind.

use crate::domain::change::EventChange;
use crate::domain::{EntryId, Event};
use crate::tui::edits::in_week;
use crate::tui::effect::{Edit, Effect};
use crate::tui::scene::Scene;

/// The edit that notes an event, and takes its amount off what was done where that is wanted.
pub fn noted(scene: &Scene<'_>, event: Event, correct: bool) -> Edit {
    let words = scene.words;
    let kind = words.name(event.kind);
    let what = words.common.reason(kind, &event.text);
    let said = words.common.reason(words.messages.event_noted, what);
    let week = event.day.week();
    let correct = correct.then(|| EntryId(scene.stamp.id(1)));
    let change = in_week(week, EventChange::Note { event, correct });
    Edit { change, said }
}

/// What comes after an event was described: its ways out, where it hits a metric.
pub fn after_event(scene: &Scene<'_>, event: Event, correct: bool) -> Effect {
    Effect::Change(noted(scene, event, correct))
}

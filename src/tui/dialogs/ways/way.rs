//! Each way out as it is taken: its edits, and what is said of them once they are made.
//!
//! What is said fits into the last line, also where undo says it again.

use super::{Known, Row, WaysBox};
use crate::domain::change::{Change, SettingsChange, TargetChange, TargetSet};
use crate::domain::{Amount, MetricId, OwnDay, WeekId, Weight};
use crate::i18n::{cells, date, week_name};
use crate::tui::edits::{self, in_week};
use crate::tui::scene::Scene;

/// How many cells a message has behind the word that it was undone; and the least of them that
/// what happened keeps.
const MESSAGE: usize = 66;
const LEAST_TEXT: usize = 8;

/// A way out with its edits.
pub(super) struct Way {
    pub(super) changes: Vec<Change>,
    /// What is said of them once they are made.
    pub(super) said: String,
}

impl WaysBox {
    /// All edits of the box, as they stand, and what is said of them.
    pub(super) fn edits(&self, scene: &Scene<'_>, known: &Known) -> Result<Way, String> {
        let way = self.way(scene, known)?;
        let mut changes = self.event_changes(scene);
        changes.extend(way.changes);
        let said = self.with_event(scene, way.said);
        Ok(Way { changes, said })
    }

    /// The selected way, or why it cannot be taken.
    fn way(&self, scene: &Scene<'_>, known: &Known) -> Result<Way, String> {
        match self.row {
            Row::Event | Row::Keep => Ok(self.keep(scene)),
            Row::Lower | Row::Raise => self.another_target(scene, known),
            Row::AddDay => self.another_day(scene, known),
            Row::HandOn => self.hand_on(scene, known),
        }
    }

    fn keep(&self, scene: &Scene<'_>) -> Way {
        let words = scene.words;
        let said = words
            .common
            .reason(scene.metric_name(&self.metric), words.ways.kept);
        Way {
            changes: Vec::new(),
            said: edits::said_of_week(scene, said),
        }
    }

    /// This target lowered, or another one raised: to what is typed, else to what is offered.
    fn another_target(&self, scene: &Scene<'_>, known: &Known) -> Result<Way, String> {
        let nothing = if self.row == Row::Lower {
            known.no_lower(scene)
        } else {
            scene.words.ways.no_target
        };
        let offered = self.offered(self.row, known);
        let (id, offered) = offered.ok_or_else(|| nothing.to_owned())?;
        let to = self.typed(scene, &id).unwrap_or(Ok(offered))?;
        let name = scene.metric_name(&id);
        let said = scene.words.messages.target_set(name, exact(scene, &id, to));
        Ok(Way {
            changes: vec![self.target(scene, scene.outlook.week, &id, to)],
            said: edits::said_of_week(scene, said),
        })
    }

    fn another_day(&self, scene: &Scene<'_>, known: &Known) -> Result<Way, String> {
        let words = scene.words;
        let added = known.ways.add_day.as_ref();
        let added = added.ok_or_else(|| words.ways.no_day.to_owned())?;
        let (weight, length) = if self.half {
            (Weight::HALF, words.common.half_day)
        } else {
            (Weight::FULL, words.messages.day_is_on)
        };
        let why = self.why();
        let own = Some(OwnDay { weight, why });
        let day = date(scene.language, added.day);
        Ok(Way {
            changes: vec![SettingsChange::Days(vec![(added.day, own)]).into()],
            said: words.common.reason(day, length),
        })
    }

    fn hand_on(&self, scene: &Scene<'_>, known: &Known) -> Result<Way, String> {
        let words = scene.words;
        let handed = known.ways.hand_on.as_ref();
        let handed = handed.ok_or_else(|| known.no_hand_on(scene))?;
        let (here, id) = (scene.outlook.week, &self.metric);
        let next = week_name(scene.language, handed.week);
        let said = words.ways.handed_on(exact(scene, id, handed.by), next);
        Ok(Way {
            changes: vec![
                self.target(scene, handed.week, id, handed.to),
                self.target(scene, here, id, handed.here.target),
            ],
            said: words.common.reason(scene.metric_name(id), said),
        })
    }

    fn target(&self, scene: &Scene<'_>, week: WeekId, id: &MetricId, to: Amount) -> Change {
        let set = TargetSet {
            reason: self.why(),
            ..TargetSet::new(id.clone(), to, scene.stamp.at)
        };
        in_week(week, TargetChange::Set(set))
    }

    /// Why a target is changed: as typed, else what happened.
    fn why(&self) -> Option<String> {
        let typed = self.reason.as_ref().map(|field| field.value().trim());
        let typed = typed.filter(|reason| !reason.is_empty());
        let event = self
            .event
            .as_ref()
            .map(|noticed| noticed.event.text.as_str());
        typed.or(event).map(str::to_owned)
    }

    /// What is said of the way, behind what happened; a long text gives way to it.
    fn with_event(&self, scene: &Scene<'_>, way: String) -> String {
        let Some(noticed) = &self.event else {
            return way;
        };
        let said = |text: &str| scene.words.ways.noted_and(text, &way);
        let room = MESSAGE.saturating_sub(cells::width(&said("")));
        said(&cells::fit(&noticed.event.text, room.max(LEAST_TEXT)))
    }
}

fn exact(scene: &Scene<'_>, id: &MetricId, amount: Amount) -> String {
    let metric = scene.outlook.metric(id);
    metric.map_or_else(String::new, |metric| scene.style(metric).exact(amount))
}

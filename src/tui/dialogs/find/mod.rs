//! Finding in all weeks: what somebody wrote, whenever that was.
//!
//! The weeks are read while the box is open and the frames go on; what has come so far is
//! seen, the newest first. Each line says its week, what it is, and its day; Enter looks there.
//! A file that cannot be read is said in the last line.

mod draw;
#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, TryRecvError};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::{LONGEST_LINE, Mention, MentionOf, Query, WeekId};
use crate::store::{Browsed, StoreError};
use crate::tui::action::Action;
use crate::tui::edits::TaskRef;
use crate::tui::effect::{Effect, Selected, Spot};
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::view::{Pane, some_day};
use crate::tui::widgets::Cursor;

/// The mentions of the weeks as they come.
pub type Browsing = Receiver<Browsed<Vec<Mention>>>;

/// Where a mention stands: its week, and its number there.
type Place = (WeekId, usize);

/// What was read so far, and what was typed.
pub struct FindBox {
    weeks: BTreeMap<WeekId, Vec<Mention>>,
    faults: BTreeMap<String, StoreError>,
    /// What is still being read; gone once all is.
    browsing: Option<Browsing>,
    field: Field,
    query: Query,
    /// What fits, the newest first.
    found: Vec<Place>,
    cursor: Cursor<Place>,
    /// Where the list was drawn, and which of the found stood in its first row.
    drawn: Cell<(Rect, usize)>,
}

impl FindBox {
    /// Finds in what is being read.
    pub fn new(browsing: Browsing) -> Self {
        let mut found = Self {
            weeks: BTreeMap::new(),
            faults: BTreeMap::new(),
            browsing: Some(browsing),
            field: Field::new("", LONGEST_LINE),
            query: Query::default(),
            found: Vec::new(),
            cursor: Cursor::default(),
            drawn: Cell::default(),
        };
        found.take_arrivals();
        found
    }

    /// Takes what has come, without waiting for more; says whether anything has.
    fn take_arrivals(&mut self) -> bool {
        let Some(browsing) = &self.browsing else {
            return false;
        };
        let mut any = false;
        let ended = loop {
            match browsing.try_recv() {
                Ok(Browsed::Week(week, mentions)) => {
                    self.weeks.insert(week, mentions);
                }
                Ok(Browsed::Fault(file, error)) => {
                    self.faults.insert(file, error);
                }
                Err(end) => break end == TryRecvError::Disconnected,
            }
            any = true;
        };
        if ended {
            self.browsing = None;
        }
        if any {
            self.search();
        }
        any || ended
    }

    /// Looks through all that was read.
    fn search(&mut self) {
        let weeks = self.weeks.iter().rev();
        let all = weeks.flat_map(|(week, mentions)| {
            let numbered = mentions.iter().enumerate();
            numbered.map(move |(number, mention)| ((*week, number), mention))
        });
        let found = all.filter(|(_, mention)| self.query.fits(&mention.line()));
        self.found = found.map(|(place, _)| place).collect();
    }

    fn mention(&self, (week, number): Place) -> Option<&Mention> {
        self.weeks.get(&week)?.get(number)
    }

    /// Looks at the selected mention where it stands.
    fn go_there(&self, scene: &Scene<'_>) -> Effect {
        let selected = self.cursor.selected(&self.found).copied();
        let mention = selected.and_then(|place| Some((place.0, self.mention(place)?)));
        match mention {
            Some((week, mention)) => Effect::Look(spot(week, mention, scene)),
            None => Effect::Nothing,
        }
    }
}

/// Where a mention is looked at: the pane that has its row, on its day, else on some day of its
/// week.
fn spot(week: WeekId, mention: &Mention, scene: &Scene<'_>) -> Spot {
    let some_day = || match scene.view.day() {
        seen if week.contains(seen) => seen,
        _ => some_day(week, scene.today()),
    };
    let task = |id| Selected::Task(TaskRef { week, id });
    let (pane, select) = match &mention.of {
        MentionOf::Task(id) | MentionOf::Entry { task: Some(id), .. } => {
            (Pane::Today, Some(task(*id)))
        }
        MentionOf::Entry { metric, .. } => (Pane::Today, Some(Selected::Counter(metric.clone()))),
        MentionOf::Worked | MentionOf::Win => (Pane::Today, None),
        MentionOf::Why => (Pane::Review, None),
        MentionOf::Event(id) => (Pane::Review, Some(Selected::Event(*id))),
        MentionOf::Lesson(id, _) => (Pane::Review, Some(Selected::Lesson(*id))),
        MentionOf::Improvement(id) => (Pane::Review, Some(Selected::Improvement(*id))),
    };
    let day = mention.day.unwrap_or_else(some_day);
    Spot { pane, day, select }
}

impl Layer for FindBox {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        match action {
            Action::Accept | Action::Back => true,
            _ => Cursor::allows(action, &self.found),
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match action {
            Action::Accept => self.go_there(scene),
            Action::Back => Effect::Close,
            _ if self.cursor.go(action, &self.found) => Effect::Redraw,
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
        self.draw_box(scene, area, buf)
    }

    fn field(&mut self) -> Option<&mut Field> {
        Some(&mut self.field)
    }

    fn edited(&mut self, _scene: &Scene<'_>) {
        self.query = Query::new(self.field.value());
        self.search();
        self.cursor = Cursor::default();
    }

    fn arrives(&mut self) -> bool {
        self.take_arrivals()
    }

    fn awaits(&self) -> bool {
        self.browsing.is_some()
    }

    /// A click selects, and goes to what is selected already.
    fn click(&mut self, at: Position, _area: Rect, _focused: bool, scene: &Scene<'_>) -> Effect {
        let (list, first) = self.drawn.get();
        let place = first + usize::from(at.y.saturating_sub(list.y));
        if !list.contains(at) || place >= self.found.len() {
            return Effect::Nothing;
        }
        if place == self.cursor.place(&self.found) {
            return self.go_there(scene);
        }
        self.cursor.select_place(place, &self.found);
        Effect::Redraw
    }
}

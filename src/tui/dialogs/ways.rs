//! The ways out of a target that will not be reached as planned, with the figures of each.
//!
//! The box opens from a key or behind an event. Event, correction and way out are one edit,
//! made by Enter; before it nothing is written, and Esc goes a step back. The figures are
//! those that the edit will lead to, because they are taken from a copy that was edited.

mod draw;
#[cfg(test)]
mod tests;
mod way;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use self::way::Way;
use crate::domain::change::{Change, EventChange};
use crate::domain::{Amount, Day, EntryId, Event, MetricId, Unit};
use crate::i18n::{date, week_name};
use crate::planning::{MetricOutlook, Standing, Status, WaysOut, WhatIf, ways_out};
use crate::tui::action::Action;
use crate::tui::edits::{in_week, short};
use crate::tui::effect::{Edit, Effect};
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::widgets::beside;

const LONGEST_AMOUNT: usize = 40;
const LONGEST_REASON: usize = 200;

/// The edit that notes an event, and takes its amount off what was done where that is wanted.
pub fn noted(scene: &Scene<'_>, event: Event, correct: bool) -> Edit {
    let words = scene.words;
    let kind = words.name(event.kind);
    let what = words.common.reason(kind, &event.text);
    let day = date(scene.language, event.day);
    let said = words.messages.event_noted(short(&what), day);
    let week = event.day.week();
    let correct = correct.then(|| EntryId(scene.stamp.id(1)));
    let change = in_week(week, EventChange::Note { event, correct });
    Edit { change, said }
}

/// Whether an event of a day that hits a metric leads to ways out.
pub fn lead_out(scene: &Scene<'_>, day: Day, metric: &MetricId) -> bool {
    day.week() == scene.outlook.week && is_open(scene, metric)
}

/// What comes after an event was described: the ways out of the target that it hits, if any.
pub fn after_event(scene: &Scene<'_>, event: Event, correct: bool) -> Effect {
    let hits = event.metric.clone();
    let ways = hits.filter(|metric| lead_out(scene, event.day, metric));
    match ways {
        Some(metric) => Effect::open(WaysBox::new(metric, Some(Noticed { event, correct }))),
        None => Effect::Change(noted(scene, event, correct)),
    }
}

/// The metric whose ways out a key opens: the one given, else the one most behind.
pub fn metric_for<'a>(
    scene: &'a Scene<'_>,
    selected: Option<&'a MetricOutlook>,
) -> Option<&'a MetricOutlook> {
    let selected = selected.filter(|metric| is_open(scene, &metric.id));
    let behind = || scene.outlook.most_behind();
    let first = || {
        let mut metrics = scene.outlook.metrics.iter();
        metrics.find(|metric| metric.target.is_some())
    };
    let found = selected.or_else(behind).or_else(first);
    found.filter(|metric| is_open(scene, &metric.id))
}

/// Opens the ways out of a metric.
pub fn open(metric: &MetricOutlook) -> Effect {
    Effect::open(WaysBox::new(metric.id.clone(), None))
}

/// Whether a metric has a target that days carry, in a week that still goes on.
fn is_open(scene: &Scene<'_>, metric: &MetricId) -> bool {
    let metric = scene.outlook.metric(metric);
    let has_quotas = metric.is_some_and(|seen| seen.target.is_some() && seen.unit != Unit::Score);
    has_quotas && scene.outlook.standing != Standing::Over && !scene.week.is_sealed()
}

/// An event that is not written yet.
#[derive(Debug, Clone)]
struct Noticed {
    event: Event,
    /// Whether its amount is taken off what was done.
    correct: bool,
}

impl Noticed {
    /// Whether it has an amount that can be taken off.
    fn has_tick(&self) -> bool {
        self.event.amount.is_some()
    }
}

/// A line of the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// The event, with its tick.
    Event,
    Keep,
    Lower,
    AddDay,
    Raise,
    HandOn,
}

impl Row {
    const WAYS: [Self; 5] = [
        Self::Keep,
        Self::Lower,
        Self::AddDay,
        Self::Raise,
        Self::HandOn,
    ];
}

/// The five ways out of one target.
pub struct WaysBox {
    metric: MetricId,
    event: Option<Noticed>,
    row: Row,
    /// The amount to lower to, and to raise another target to; once they were opened.
    amount: Option<Field>,
    /// Why the target is lowered, once that is asked.
    reason: Option<Field>,
    half: bool,
    /// Which of the other targets is raised.
    raise: usize,
    wrong: Option<String>,
}

/// What the box knows of the week: as it is, and with the event in it.
struct Known {
    ways: WaysOut,
    /// The week with the event in it, before any way out.
    with_event: WhatIf,
}

impl Known {
    /// Why there is nothing to lower the target to.
    fn no_lower(&self, scene: &Scene<'_>) -> &'static str {
        let words = &scene.words.ways;
        match self.ways.keep.status {
            Status::Reached => words.reached,
            Status::OnPace | Status::Ahead => words.on_pace,
            _ => words.no_lower,
        }
    }

    /// Why nothing can be handed on to next week.
    fn no_hand_on(&self, scene: &Scene<'_>) -> String {
        if self.ways.lower.is_none() {
            return self.no_lower(scene).to_owned();
        }
        let next = week_name(scene.language, scene.outlook.week.next());
        scene.words.boxes.sealed(next)
    }
}

impl WaysBox {
    fn new(metric: MetricId, event: Option<Noticed>) -> Self {
        Self {
            metric,
            event,
            row: Row::Keep,
            amount: None,
            reason: None,
            half: false,
            raise: 0,
            wrong: None,
        }
    }

    fn event_changes(&self, scene: &Scene<'_>) -> Vec<Change> {
        let noted = |noticed: &Noticed| noted(scene, noticed.event.clone(), noticed.correct).change;
        self.event.iter().map(noted).collect()
    }

    fn known(&self, scene: &Scene<'_>) -> Option<Known> {
        let with_event = scene.what_if(self.event_changes(scene))?;
        let lost = self.event.as_ref().and_then(|noticed| noticed.event.amount);
        let ways = ways_out(
            &with_event.week,
            &scene.history,
            &with_event.settings,
            scene.now,
            &self.metric,
            lost,
        )?;
        Some(Known { ways, with_event })
    }

    fn rows(&self) -> Vec<Row> {
        let event = self.event.as_ref().filter(|noticed| noticed.has_tick());
        let event = event.map(|_| Row::Event);
        event.into_iter().chain(Row::WAYS).collect()
    }

    /// Whether the selected way holds an amount that is typed.
    fn takes_amount(row: Row) -> bool {
        matches!(row, Row::Lower | Row::Raise)
    }

    /// The amount that the selected way would set without typing.
    fn offered(&self, row: Row, known: &Known) -> Option<(MetricId, Amount)> {
        match row {
            Row::Lower => {
                let lower = known.ways.lower.as_ref()?;
                Some((self.metric.clone(), lower.target))
            }
            Row::Raise => {
                let raised = known.ways.raise.get(self.raise)?;
                Some((raised.metric.clone(), raised.outcome.target))
            }
            Row::Event | Row::Keep | Row::AddDay | Row::HandOn => None,
        }
    }

    /// Goes to a row; one with an amount opens its field with what is offered.
    fn go_to(&mut self, row: Row, scene: &Scene<'_>) {
        self.row = row;
        self.reason = None;
        self.wrong = None;
        self.amount = None;
        if Self::takes_amount(row)
            && let Some(known) = self.known(scene)
        {
            self.amount = self.offered(row, &known).and_then(|(id, amount)| {
                let style = scene.style(scene.outlook.metric(&id)?);
                let field = Field::fresh(&style.typed(amount), LONGEST_AMOUNT);
                Some(if row == Row::Raise {
                    field.beside_choices()
                } else {
                    field
                })
            });
        }
    }

    fn step(&mut self, forward: bool, scene: &Scene<'_>) {
        if let Some(row) = beside(&self.rows(), &self.row, forward) {
            self.go_to(row, scene);
        }
    }

    /// Another day's length, or another target to raise.
    fn turn(&mut self, forward: bool, scene: &Scene<'_>) {
        if self.row == Row::AddDay {
            self.half = !self.half;
        } else if let Some(known) = self.known(scene) {
            let count = known.ways.raise.len().max(1);
            let step = if forward { 1 } else { count - 1 };
            self.raise = (self.raise + step) % count;
            self.go_to(Row::Raise, scene);
        }
    }

    /// Whether ← and → go to another target to raise: as long as nothing is typed.
    fn turns(&self, known: &Known) -> bool {
        let is_fresh = self.amount.as_ref().is_none_or(Field::is_fresh);
        is_fresh && known.ways.raise.len() > 1
    }

    /// The amount that stands in the open field.
    fn typed(&self, scene: &Scene<'_>, id: &MetricId) -> Option<Result<Amount, String>> {
        let field = self.amount.as_ref()?;
        let metric = scene.outlook.metric(id)?;
        let read = Amount::read(field.value(), scene.reading(metric));
        Some(read.map_err(|error| scene.say(&error)))
    }

    /// Writes event and way out; a target lowered without an event asks why first.
    fn take(&mut self, scene: &Scene<'_>) -> Effect {
        let Some(known) = self.known(scene) else {
            return Effect::Close;
        };
        let Way { changes, said } = match self.edits(scene, &known) {
            Ok(way) => way,
            Err(wrong) => {
                self.wrong = Some(wrong);
                return Effect::Redraw;
            }
        };
        if self.row == Row::Lower && self.event.is_none() && self.reason.is_none() {
            self.reason = Some(Field::new("", LONGEST_REASON));
            return Effect::Redraw;
        }
        if changes.is_empty() {
            return Effect::Close;
        }
        Effect::change(Change::Several(changes), said)
    }
}

impl Layer for WaysBox {
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        match action {
            Action::Choose(digit) => (1..=5).contains(&digit),
            Action::Tick => self.row == Row::Event,
            Action::Left | Action::Right => match self.row {
                Row::AddDay => true,
                Row::Raise => self.known(scene).is_some_and(|known| self.turns(&known)),
                Row::Event | Row::Keep | Row::Lower | Row::HandOn => false,
            },
            Action::Up
            | Action::Down
            | Action::NextField
            | Action::PreviousField
            | Action::Accept
            | Action::SaveAll
            | Action::Back => true,
            _ => false,
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        if !self.allows(action, scene) {
            return Effect::PassOn;
        }
        match action {
            Action::Choose(digit) => {
                let way = usize::from(digit).checked_sub(1);
                if let Some(row) = way.and_then(|way| Row::WAYS.get(way)) {
                    self.go_to(*row, scene);
                }
            }
            Action::Tick => {
                if let Some(noticed) = &mut self.event {
                    noticed.correct = !noticed.correct;
                }
            }
            Action::Left => self.turn(false, scene),
            Action::Right => self.turn(true, scene),
            Action::Up | Action::PreviousField => self.step(false, scene),
            Action::Down | Action::NextField => self.step(true, scene),
            Action::Accept | Action::SaveAll => return self.take(scene),
            Action::Back if self.reason.is_some() => self.reason = None,
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
        draw::draw(self, scene, area, buf)
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.reason.as_mut().or(self.amount.as_mut())
    }

    fn edited(&mut self, _scene: &Scene<'_>) {
        self.wrong = None;
    }

    /// The box of the event below has done its work too.
    fn written(&mut self, scene: &Scene<'_>) -> Effect {
        Effect::Do(Action::Show(scene.view.focus()))
    }
}

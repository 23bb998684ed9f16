//! Planning a week: suggestions that one Enter takes, each open to another figure.
//!
//! Last week's targets stand there, scaled by the working days, and below the figures what
//! they ask of each day, also while one is typed; a day's part may be fixed by hand. What speaks
//! against a figure stands below with another one that Enter takes instead. Nothing is written
//! before the first row is taken; the days, the market and the tasks that are still open are
//! the week's own, so editing those writes at once.

mod cells;
mod draw;
mod lines;
#[cfg(test)]
mod tests;
mod typing;

use super::draft::Draft;
use super::edit::{self, Editing, What};
use super::market::MarketBox;
use super::sheet::Places;
use ratatui::layout::Position;

use self::lines::{DoubtLine, Row, lines};
use self::typing::Then;
use crate::domain::change::{Change, SettingsChange, TargetChange};
use crate::domain::{Amount, Day, Market, MetricId, WeekId, Weekday};
use crate::i18n::week_name;
use crate::planning::{Doubt, MetricOutlook, Turned, care, turn_to_care};
use crate::tui::action::Action;
use crate::tui::dialogs::OpeningBox;
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::scene::Scene;
use crate::tui::widgets::{Cursor, beside};

/// What planning remembers between frames.
#[derive(Debug, Default)]
pub(super) struct Plan {
    rows: Cursor<Row>,
    /// The day that `o` and Enter act on.
    day: Option<Weekday>,
    /// Whether it is that day which is selected in the row of a figure, not the figure.
    in_days: bool,
    draft: Draft,
    /// The figures of a turn to care that is being written.
    turning: Option<Turned>,
    /// The week that the draft is for.
    of: Option<WeekId>,
    /// Whether it is another plan than the one that was suggested.
    differs: bool,
    editing: Option<Editing>,
    /// Where each row was drawn, and of the days and beside the figures each day.
    places: Places<(Row, Option<Weekday>)>,
}

/// What an action comes to here.
enum Meaning {
    Go(Action),
    Turn(Weekday),
    /// A day beside a figure, or the figure.
    Cell(Option<Weekday>),
    Take,
    Type(What),
    Begin(What, u8),
    Pin(MetricId, Weekday),
    /// There is nothing yet that a pin could be a part of.
    NoTarget,
    Toggle(Day),
    Decide,
    Market,
    Focus(MetricId),
    Care(Turned),
    Instead(MetricId),
    Leave,
    TakeTyped(Then),
}

impl Plan {
    pub(super) fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        self.meaning(action, scene).is_some()
    }

    pub(super) fn hint(&self, action: Action, scene: &Scene<'_>) -> Option<&'static str> {
        let words = &scene.words.hints;
        let row = self.row(scene)?;
        let typed = self.editing.as_ref().map(|editing| &editing.what);
        let in_days = match &row {
            Row::Metric(id) => self.cell(id, scene).is_some(),
            _ => false,
        };
        Some(match (action, &row) {
            (Action::Accept, _) if matches!(typed, Some(What::Pin(..))) => words.take,
            (Action::Accept, _) => words.take_next,
            (Action::SaveAll, Row::Take) => "",
            (Action::SaveAll, _) | (Action::EditTarget, Row::Take) => words.take_plan,
            (Action::EditTarget, Row::Days) => words.day_off,
            (Action::EditTarget, Row::Outlook) => words.change,
            (Action::Choose(0), _) if in_days => words.type_it,
            (Action::Choose(_) | Action::Down | Action::CountBox, _) if in_days => "",
            (Action::Choose(0), _) => "",
            (Action::Choose(_), _) => words.type_it,
            (Action::EditTarget, Row::Open) => words.decide,
            (Action::EditTarget, Row::Care) => words.turn_to_care,
            (Action::EditTarget, Row::Doubt(_)) => words.take_figure,
            (Action::Down, _) => words.choose,
            (Action::Back, _) if self.is_open() => words.leave_field,
            (Action::Back, _) if in_days => scene.words.planning.target,
            (Action::Right | Action::Pin, Row::Metric(id)) if self.target(id, scene).is_none() => {
                ""
            }
            (Action::Back | Action::NextField, _) => "",
            _ => return None,
        })
    }

    pub(super) fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        let effect = self.act(action, scene);
        self.compare(scene);
        effect
    }

    fn act(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        let Some(meaning) = self.meaning(action, scene) else {
            return Effect::PassOn;
        };
        self.begin(scene.outlook.week);
        self.turning = None;
        match meaning {
            Meaning::Go(action) => {
                self.close_field();
                let rows = self.rows(scene);
                self.rows.go(action, &rows);
            }
            Meaning::Turn(day) => self.day = Some(day),
            Meaning::Take => return self.take(scene),
            Meaning::Cell(cell) => self.go_to(cell),
            Meaning::Type(what) => self.open_field(what, scene),
            Meaning::Begin(what, digit) => self.begin_field(what, digit, scene),
            Meaning::Pin(metric, day) => return self.toggle_pin(&metric, day, scene),
            Meaning::NoTarget => return Effect::refuse(scene.words.planning.pin_needs_target),
            Meaning::Toggle(day) => return edit::toggle_day(scene, day),
            Meaning::Decide => return Effect::open(OpeningBox::default()),
            Meaning::Market => return Effect::open(MarketBox::new(scene)),
            Meaning::Focus(metric) => self.draft.turn_focus(metric),
            Meaning::Care(turned) => return self.turn(turned, scene),
            Meaning::Instead(metric) => self.take_instead(metric, scene),
            Meaning::Leave => self.close_field(),
            Meaning::TakeTyped(then) => return self.take_typed(scene, then),
        }
        Effect::Redraw
    }

    fn meaning(&self, action: Action, scene: &Scene<'_>) -> Option<Meaning> {
        if self.is_open() {
            return of_field(action);
        }
        let row = self.row(scene)?;
        let day = || scene.outlook.days[self.day(scene)].date;
        let meant = match (action, &row) {
            (Action::EditTarget, Row::Take) | (Action::SaveAll, _) => Some(Meaning::Take),
            (_, Row::Metric(metric)) => self.on_metric(action, metric, scene),
            (Action::EditTarget | Action::DayOff, Row::Days) => Some(Meaning::Toggle(day())),
            (Action::EditTarget, Row::Open) => Some(Meaning::Decide),
            (Action::EditTarget, Row::Outlook) => Some(Meaning::Market),
            (Action::EditTarget, Row::Care) => self.offered_turn(scene).map(Meaning::Care),
            (Action::EditTarget, Row::Doubt(metric)) => Some(Meaning::Instead(metric.clone())),
            (Action::Left, Row::Days) => self.day_beside(scene, false).map(Meaning::Turn),
            (Action::Right, Row::Days) => self.day_beside(scene, true).map(Meaning::Turn),
            _ => None,
        };
        meant.or_else(|| Cursor::allows(action, &[row]).then_some(Meaning::Go(action)))
    }

    /// Forgets what was typed for another week.
    fn begin(&mut self, week: WeekId) {
        if self.of != Some(week) {
            self.of = Some(week);
            self.draft = Draft::default();
            self.close_field();
        }
    }

    fn draft(&self, scene: &Scene<'_>) -> Draft {
        if self.of == Some(scene.outlook.week) {
            self.draft.clone()
        } else {
            Draft::default()
        }
    }

    fn rows(&self, scene: &Scene<'_>) -> Vec<Row> {
        self.rows_with(&self.doubts(scene), scene)
    }

    fn rows_with(&self, doubts: &[Doubt], scene: &Scene<'_>) -> Vec<Row> {
        let turn = self.offered_turn(scene).map(|_| String::new());
        let doubts = doubts.iter().map(|doubt| DoubtLine::bare(doubt, scene));
        let lines = lines(scene, doubts.collect(), turn.into_iter().collect());
        lines.into_iter().filter_map(|line| line.row).collect()
    }

    /// The selected row. The doubts, which take the weeks before to find, are looked for where
    /// it may be one of them alone: the footer asks for it many times.
    fn row(&self, scene: &Scene<'_>) -> Option<Row> {
        match self.rows.chosen() {
            None => Some(Row::Take),
            Some(row) if self.rows_with(&[], scene).contains(row) => Some(row.clone()),
            Some(_) => self.rows.selected(&self.rows(scene)).cloned(),
        }
    }

    /// What speaks against the plan as it stands, with what is typed now.
    fn doubts(&self, scene: &Scene<'_>) -> Vec<Doubt> {
        let changes = self.as_typed(scene).changes(scene, first_day(scene), None);
        scene.doubts_after(changes)
    }

    /// Takes the figure that the best week speaks for in the place of one far above it, and goes
    /// on to the next such one, after the last to the first row.
    fn take_instead(&mut self, of: MetricId, scene: &Scene<'_>) {
        let doubts = self.doubts(scene);
        let offer = doubts.iter().find_map(|doubt| match doubt {
            Doubt::AboveBest { metric, offer, .. } if *metric == of => Some(*offer),
            _ => None,
        });
        if let Some(offer) = offer {
            self.draft.set(of, Amount::of_units(offer));
        }
        let mut rows = self.rows(scene).into_iter();
        let next = rows.find(|row| matches!(row, Row::Doubt(_)));
        self.rows.select(next.unwrap_or(Row::Take));
    }

    /// In a weak market, what the turn to care would make of the figures, once.
    fn offered_turn(&self, scene: &Scene<'_>) -> Option<Turned> {
        let draft = self.draft(scene);
        let care = care()?;
        let is_known = scene.settings.metric(&care).is_some();
        let is_offered = is_known && !draft.is_typed(&care);
        let is_weak = scene.outlook.outlook.market == Market::Weak;
        let first = first_day(scene);
        let target = |id: &MetricId| self.target(id, scene);
        let days = scene.outlook.calendar.working_days();
        let days = days.filter(|day| day.date >= first).count();
        (is_weak && is_offered)
            .then(|| turn_to_care(target, days))
            .flatten()
    }

    /// Changes the figures; where customer care is not in use yet, once it is.
    fn turn(&mut self, turned: Turned, scene: &Scene<'_>) -> Effect {
        let unused = care().filter(|care| planned(scene).all(|metric| metric.id != *care));
        self.turning = Some(turned);
        if let Some(care) = unused {
            let restored = SettingsChange::RestoreMetric(care);
            return Effect::change(restored, scene.words.planning.care_counts);
        }
        self.turned();
        Effect::Redraw
    }

    /// Remembers whether something would be lost with the draft, as another week may be looked at
    /// when that is asked.
    fn compare(&mut self, scene: &Scene<'_>) {
        if self.of == Some(scene.outlook.week) {
            let typed = self.as_typed(scene);
            self.differs = typed.differs(scene, first_day(scene));
        }
    }

    /// The week of a plan that would be lost.
    pub(super) fn unwritten(&self) -> Option<WeekId> {
        self.of.filter(|_| self.differs)
    }

    /// What was asked for is on the disk.
    pub(super) fn written(&mut self, scene: &Scene<'_>) {
        self.turned();
        self.compare(scene);
    }

    /// Takes the figures of a turn to customer care that was waited for.
    fn turned(&mut self) {
        for (metric, target) in self.turning.take().into_iter().flatten() {
            self.draft.set(metric, target);
        }
    }

    /// The figure of a metric, where it has one.
    fn target(&self, id: &MetricId, scene: &Scene<'_>) -> Option<Amount> {
        let metric = planned(scene).find(|metric| metric.id == *id)?;
        self.draft(scene)
            .target(metric, scene.outlook, first_day(scene))
    }

    /// The selected day, at first the first one that is worked.
    fn day(&self, scene: &Scene<'_>) -> Weekday {
        let first = scene.outlook.calendar.first_working_day();
        let first = first.map_or(Weekday::Mon, Day::weekday);
        self.day.unwrap_or(first)
    }

    fn day_beside(&self, scene: &Scene<'_>, forward: bool) -> Option<Weekday> {
        beside(&Weekday::ALL, &self.day(scene), forward)
    }

    /// Writes the whole plan.
    fn take(&self, scene: &Scene<'_>) -> Effect {
        let mut changes = self.draft.changes(scene, first_day(scene), None);
        let words = &scene.words.planning;
        if changes.is_empty() {
            return Effect::refuse(words.no_figure);
        }
        let week = week_name(scene.language, scene.outlook.week);
        let metrics = scene.outlook.metrics.iter();
        let aimed_at = metrics.filter(|metric| {
            let target = self.draft.target(metric, scene.outlook, first_day(scene));
            target.is_some()
        });
        let said = words.taken(aimed_at.count(), week);
        let focus = self
            .draft
            .focus()
            .filter(|id| self.target(id, scene).is_some());
        changes
            .extend(focus.map(|id| edit::in_targets(scene, TargetChange::Focus(Some(id.clone())))));
        Effect::change(Change::Several(changes), said)
    }

    /// Whether a digit begins what is typed into the selected row.
    pub(super) fn takes_digits(&self, scene: &Scene<'_>) -> bool {
        self.allows(Action::Choose(1), scene)
    }

    /// Marks what was clicked on; what was marked does what Enter does.
    pub(super) fn click(&mut self, at: Position, focused: bool, scene: &Scene<'_>) -> Effect {
        let Some((row, day)) = self.places.at(at) else {
            return Effect::Redraw;
        };
        let marked = self.row(scene).as_ref() == Some(&row)
            && match &row {
                Row::Metric(id) => self.cell(id, scene) == day,
                _ => day.is_none_or(|day| day == self.day(scene)),
            };
        if marked && self.is_open() {
            return Effect::Nothing;
        }
        self.close_field();
        if let Row::Metric(_) = row {
            self.go_to(day);
        }
        self.rows.select(row);
        self.day = day.or(self.day);
        if marked && focused {
            return self.update(Action::EditTarget, scene);
        }
        self.compare(scene);
        Effect::Redraw
    }

    pub(super) fn field(&mut self) -> Option<&mut Field> {
        self.editing.as_mut().map(|editing| &mut editing.field)
    }

    pub(super) fn edited(&mut self, scene: &Scene<'_>) {
        if let Some(editing) = &mut self.editing {
            editing.error = None;
        }
        self.compare(scene);
    }

    pub(super) fn close_field(&mut self) {
        self.editing = None;
    }

    /// Forgets everything: the plan was taken.
    pub(super) fn done(&mut self) {
        *self = Self::default();
    }

    pub(super) fn is_open(&self) -> bool {
        self.editing.is_some()
    }
}

/// What an action comes to while a field is open.
fn of_field(action: Action) -> Option<Meaning> {
    match action {
        Action::Accept => Some(Meaning::TakeTyped(Then::Next)),
        Action::SaveAll => Some(Meaning::TakeTyped(Then::Take)),
        Action::Back => Some(Meaning::Leave),
        Action::Down | Action::NextField => Some(Meaning::TakeTyped(Then::Go(Action::Down))),
        Action::Up | Action::PreviousField => Some(Meaning::TakeTyped(Then::Go(Action::Up))),
        _ => None,
    }
}

/// The first day that a plan made now counts from.
fn first_day(scene: &Scene<'_>) -> Day {
    scene.today().max(scene.outlook.from)
}

fn planned<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = &'a MetricOutlook> {
    scene
        .outlook
        .metrics
        .iter()
        .filter(|metric| !metric.retired)
}

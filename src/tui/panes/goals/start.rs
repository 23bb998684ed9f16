//! The first start: example targets that one Enter takes, and what the program guessed.
//!
//! No file exists yet. Language, currency and working days are as the environment suggests;
//! each can be changed, and the examples follow. Enter on the first row writes all of it in
//! one edit, the settings before the week.

mod choices;
mod draw;

use ratatui::layout::Position;

use choices::{Choices, Chosen, unused_care, works_on_saturday};

use super::draft::Draft;
use super::edit::{self, LONGEST_AMOUNT};
use super::sheet::Places;
use crate::domain::change::{Change, SettingsChange};
use crate::domain::{Amount, Currency, Day, Language, Law, MetricId};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::scene::Scene;
use crate::tui::view::Pane;
use crate::tui::widgets::Cursor;

/// A row that keys act on.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Row {
    Take,
    Metric(MetricId),
    Since,
    Language,
    Currency,
    Days,
    Holidays,
}

/// What an open field is for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Of {
    Metric(MetricId),
    Currency,
}

/// What the first start remembers between frames.
#[derive(Debug, Default)]
pub(super) struct Start {
    rows: Cursor<Row>,
    choices: Choices,
    draft: Draft,
    field: Option<(Of, Field)>,
    error: Option<String>,
    /// Where each row was drawn.
    places: Places<Row>,
}

/// What an action comes to here.
enum Meaning {
    Go(Action),
    Take,
    Type(Of),
    Begin(MetricId, u8),
    Change(Row),
    Later,
    Leave,
    TakeText(Action),
    TakeAll,
}

impl Start {
    pub(super) fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        self.meaning(action, scene).is_some()
    }

    pub(super) fn hint(&self, action: Action, scene: &Scene<'_>) -> Option<&'static str> {
        let words = &scene.words.hints;
        let rows = rows(scene);
        let row = self.rows.selected(&rows)?;
        Some(match (action, row) {
            (Action::SaveAll, Row::Take) | (Action::Right | Action::NextField, _) => "",
            (Action::SaveAll, _) | (Action::EditTarget, Row::Take) => words.take_plan,
            (Action::EditTarget, row) if turns(row) => words.change,
            (Action::Choose(_), _) => words.type_it,
            (Action::Down, _) => words.choose,
            (Action::Back, _) if self.is_open() => words.leave_field,
            (Action::Back, _) => words.later,
            _ => return None,
        })
    }

    pub(super) fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        let Some(meaning) = self.meaning(action, scene) else {
            return Effect::PassOn;
        };
        let chosen = Chosen::of(&self.choices, scene);
        let inner = chosen.scene(scene);
        match meaning {
            Meaning::Go(action) => {
                self.close_field();
                self.rows.go(action, &rows(&inner));
            }
            Meaning::Take => return self.take(&inner, scene),
            Meaning::Type(of) => self.open_field(of, &inner),
            Meaning::Begin(metric, digit) => self.begin_field(metric, digit, &inner),
            Meaning::Change(Row::Language) => return self.change_language(&inner),
            Meaning::Change(row) => self.change(&row, &inner),
            Meaning::Later => return Effect::Do(Action::Show(Pane::Today)),
            Meaning::Leave => self.close_field(),
            Meaning::TakeText(then) => {
                self.take_text(then, &inner);
            }
            Meaning::TakeAll => {
                if self.take_text(Action::Down, &inner) {
                    return self.take(&inner, scene);
                }
            }
        }
        Effect::Redraw
    }

    fn meaning(&self, action: Action, scene: &Scene<'_>) -> Option<Meaning> {
        if self.field.is_some() {
            return match action {
                Action::SaveAll => Some(Meaning::TakeAll),
                Action::Back => Some(Meaning::Leave),
                Action::Accept | Action::Down | Action::NextField => {
                    Some(Meaning::TakeText(Action::Down))
                }
                Action::Up | Action::PreviousField => Some(Meaning::TakeText(Action::Up)),
                _ => None,
            };
        }
        let rows = rows(scene);
        let row = self.rows.selected(&rows)?;
        match (action, row) {
            (Action::EditTarget, Row::Take) | (Action::SaveAll, _) => Some(Meaning::Take),
            (Action::EditTarget, Row::Metric(metric)) => {
                Some(Meaning::Type(Of::Metric(metric.clone())))
            }
            (Action::Choose(digit @ 1..=9), Row::Metric(metric)) => {
                Some(Meaning::Begin(metric.clone(), digit))
            }
            (Action::EditTarget, Row::Currency) => Some(Meaning::Type(Of::Currency)),
            (Action::EditTarget | Action::Left | Action::Right, row) if turns(row) => {
                Some(Meaning::Change(row.clone()))
            }
            (Action::Back, _) => Some(Meaning::Later),
            _ => Cursor::allows(action, &rows).then_some(Meaning::Go(action)),
        }
    }

    /// Whether figures were typed that would be lost.
    pub(super) fn differs(&self, scene: &Scene<'_>) -> bool {
        let chosen = Chosen::of(&self.choices, scene);
        let inner = chosen.scene(scene);
        self.draft.differs(&inner, self.since(&inner))
    }

    /// Writes the settings that were chosen, and the targets.
    fn take(&self, inner: &Scene<'_>, scene: &Scene<'_>) -> Effect {
        let since = self.since(inner);
        let targets = self.draft.changes(inner, since, Some(since));
        let words = &inner.words.planning;
        if targets.is_empty() {
            return Effect::refuse(words.no_figure);
        }
        let week = crate::i18n::week_name(inner.language, inner.outlook.week);
        let said = words.taken(targets.len(), week);
        let mut changes = self.choices.changes(scene);
        let target = |care: &MetricId| {
            let metric = inner.outlook.metric(care)?;
            self.draft.target(metric, inner.outlook, since)
        };
        let care = unused_care(scene.settings).filter(|care| target(care).is_some());
        changes.extend(care.map(|care| SettingsChange::RestoreMetric(care).into()));
        changes.extend(targets);
        Effect::change(Change::Several(changes), said)
    }

    /// The first day that the targets count from: today, unless Monday was chosen.
    fn since(&self, scene: &Scene<'_>) -> Day {
        if self.choices.from_monday || !has_choice_of_day(scene) {
            scene.outlook.from
        } else {
            scene.today()
        }
    }

    fn change_language(&mut self, scene: &Scene<'_>) -> Effect {
        let other = match scene.language {
            Language::En => Language::ZhCn,
            Language::ZhCn => Language::En,
        };
        self.choices.language = Some(other);
        Effect::Speak(other)
    }

    fn change(&mut self, row: &Row, scene: &Scene<'_>) {
        match row {
            Row::Since => self.choices.from_monday = !self.choices.from_monday,
            Row::Days => self.choices.saturday = Some(!works_on_saturday(scene.settings)),
            Row::Holidays => {
                self.choices.law = Some(match scene.settings.calendar.law {
                    Law::Cn => Law::None,
                    Law::None => Law::Cn,
                });
            }
            Row::Take | Row::Metric(_) | Row::Currency | Row::Language => {}
        }
    }

    fn open_field(&mut self, of: Of, scene: &Scene<'_>) {
        let typed = match &of {
            Of::Currency => scene.settings.currency.code().to_owned(),
            Of::Metric(id) => {
                let Some(metric) = scene.outlook.metric(id) else {
                    return;
                };
                let target = self.draft.target(metric, scene.outlook, self.since(scene));
                let typed = target.map(|target| scene.style(metric).typed(target));
                typed.unwrap_or_default()
            }
        };
        self.field = Some((of, Field::fresh(&typed, LONGEST_AMOUNT)));
        self.error = None;
    }

    /// Opens the field of a figure with the first digit of another one.
    fn begin_field(&mut self, id: MetricId, digit: u8, scene: &Scene<'_>) {
        self.open_field(Of::Metric(id), scene);
        if let Some(field) = self.field() {
            field.set(&digit.to_string());
        }
    }

    /// Whether a digit begins the figure of the selected row.
    pub(super) fn takes_digits(&self, scene: &Scene<'_>) -> bool {
        self.allows(Action::Choose(1), scene)
    }

    /// Keeps what was typed and goes on to the row below or above; tells whether it could be
    /// read.
    fn take_text(&mut self, then: Action, scene: &Scene<'_>) -> bool {
        let Some((of, field)) = &self.field else {
            return false;
        };
        let text = field.value().trim();
        let read = match of {
            Of::Currency => match Currency::parse(text) {
                Some(currency) => {
                    self.choices.currency = Some(currency);
                    Ok(())
                }
                None => Err(scene.words.start.no_currency(text)),
            },
            Of::Metric(id) => self.read_target(scene, id, text).map(|target| {
                self.draft.set(id.clone(), target);
            }),
        };
        match read {
            Ok(()) => {
                self.close_field();
                self.rows.go(then, &rows(scene));
                true
            }
            Err(error) => {
                self.error = Some(error);
                false
            }
        }
    }

    fn read_target(&self, scene: &Scene<'_>, id: &MetricId, text: &str) -> Result<Amount, String> {
        match scene.outlook.metric(id) {
            Some(metric) if !text.is_empty() => {
                edit::read_target(scene, metric, text, self.since(scene))
            }
            _ => Ok(Amount::ZERO),
        }
    }

    /// Marks the row that was clicked on; the marked one does what Enter does.
    pub(super) fn click(&mut self, at: Position, focused: bool, scene: &Scene<'_>) -> Effect {
        let Some(row) = self.places.at(at) else {
            return Effect::Redraw;
        };
        let marked = self.rows.selected(&rows(scene)) == Some(&row);
        if marked && self.is_open() {
            return Effect::Nothing;
        }
        self.close_field();
        self.rows.select(row);
        if marked && focused {
            self.update(Action::EditTarget, scene)
        } else {
            Effect::Redraw
        }
    }

    pub(super) fn field(&mut self) -> Option<&mut Field> {
        self.field.as_mut().map(|(_, field)| field)
    }

    pub(super) fn edited(&mut self) {
        self.error = None;
    }

    pub(super) fn close_field(&mut self) {
        self.field = None;
        self.error = None;
    }

    pub(super) fn is_open(&self) -> bool {
        self.field.is_some()
    }
}

/// Whether Enter turns a row to its other choice.
fn turns(row: &Row) -> bool {
    matches!(row, Row::Since | Row::Language | Row::Days | Row::Holidays)
}

/// Whether the week has begun before today, and days of it are left.
fn has_choice_of_day(scene: &Scene<'_>) -> bool {
    scene.today() > scene.outlook.from && scene.today().week() == scene.outlook.week
}

/// The rows; those of metrics end with the care for customers where it is out of use.
fn rows(scene: &Scene<'_>) -> Vec<Row> {
    let metrics = scene.outlook.metrics.iter();
    let metrics = metrics.map(|metric| metric.id.clone());
    let metrics = metrics.chain(unused_care(scene.settings)).map(Row::Metric);
    let mut rows: Vec<_> = std::iter::once(Row::Take).chain(metrics).collect();
    rows.extend(has_choice_of_day(scene).then_some(Row::Since));
    rows.extend([Row::Language, Row::Currency, Row::Days, Row::Holidays]);
    rows
}

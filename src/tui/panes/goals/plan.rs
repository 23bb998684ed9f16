//! Planning a week: suggestions that one Enter takes, each open to another figure.
//!
//! Last week's targets stand there, scaled by the working days, and below the figures what
//! they ask of each day, also while one is typed. Nothing is written before the first row is
//! taken; the days, the market and the tasks that are still open are the week's own, so
//! editing those writes at once.

mod draw;

use super::draft::Draft;
use super::edit::{self, LONGEST_AMOUNT};
use super::market::MarketBox;
use super::sheet::{Line, Places};
use ratatui::layout::Position;

use crate::domain::change::Change;
use crate::domain::{Amount, Day, MetricId, WeekId, Weekday};
use crate::i18n::{WeekdayForm, week_name, weekday};
use crate::planning::MetricOutlook;
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
    Days,
    Open,
    Outlook,
}

/// A line as it is drawn.
enum What {
    Take,
    Blank,
    Head,
    Metric(MetricId),
    Days,
    /// Something told, with what becomes of it at the end.
    Told(String, String),
    Open,
    Outlook,
}

/// What planning remembers between frames.
#[derive(Debug, Default)]
pub(super) struct Plan {
    rows: Cursor<Row>,
    /// The day that `o` and Enter act on.
    day: Option<Weekday>,
    draft: Draft,
    /// The week that the draft is for.
    of: Option<WeekId>,
    field: Option<(MetricId, Field)>,
    error: Option<String>,
    /// Where each row was drawn, and of the days each day.
    places: Places<(Row, Option<Weekday>)>,
}

/// What an action comes to here.
enum Meaning {
    Go(Action),
    Turn(Weekday),
    Take,
    Type(MetricId),
    Toggle(Day),
    Decide,
    Market,
    Leave,
    TakeFigure { all: bool },
}

impl Plan {
    pub(super) fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        self.meaning(action, scene).is_some()
    }

    pub(super) fn hint(&self, action: Action, scene: &Scene<'_>) -> Option<&'static str> {
        let words = &scene.words.hints;
        let rows = rows(scene);
        let row = self.rows.selected(&rows)?;
        Some(match (action, row) {
            (Action::Accept, _) => words.take_next,
            (Action::SaveAll, _) | (Action::EditTarget, Row::Take) => words.take_plan,
            (Action::EditTarget, Row::Days) => words.day_off,
            (Action::EditTarget, Row::Open) => words.decide,
            (Action::Down, _) => words.choose,
            (Action::Back, _) if self.is_open() => words.leave_field,
            (Action::Back | Action::NextField, _) => "",
            _ => return None,
        })
    }

    pub(super) fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        let Some(meaning) = self.meaning(action, scene) else {
            return Effect::PassOn;
        };
        self.begin(scene.outlook.week);
        match meaning {
            Meaning::Go(action) => {
                self.close_field();
                self.rows.go(action, &rows(scene));
            }
            Meaning::Turn(day) => self.day = Some(day),
            Meaning::Take => return self.take(scene),
            Meaning::Type(metric) => self.open_field(metric, scene),
            Meaning::Toggle(day) => return edit::toggle_day(scene, day),
            Meaning::Decide => return Effect::Do(Action::Show(Pane::Today)),
            Meaning::Market => return Effect::open(MarketBox::new(scene)),
            Meaning::Leave => self.close_field(),
            Meaning::TakeFigure { all } => return self.take_figure(scene, all),
        }
        Effect::Redraw
    }

    fn meaning(&self, action: Action, scene: &Scene<'_>) -> Option<Meaning> {
        if self.field.is_some() {
            return match action {
                Action::Accept => Some(Meaning::TakeFigure { all: false }),
                Action::SaveAll => Some(Meaning::TakeFigure { all: true }),
                Action::Back => Some(Meaning::Leave),
                Action::Down | Action::NextField => Some(Meaning::Go(Action::Down)),
                Action::Up | Action::PreviousField => Some(Meaning::Go(Action::Up)),
                _ => None,
            };
        }
        let rows = rows(scene);
        let row = self.rows.selected(&rows)?;
        let day = || scene.outlook.days[self.day(scene)].date;
        match (action, row) {
            (Action::EditTarget, Row::Take) | (Action::SaveAll, _) => Some(Meaning::Take),
            (Action::EditTarget, Row::Metric(metric)) => Some(Meaning::Type(metric.clone())),
            (Action::EditTarget | Action::DayOff, Row::Days) => Some(Meaning::Toggle(day())),
            (Action::EditTarget, Row::Open) => Some(Meaning::Decide),
            (Action::EditTarget, Row::Outlook) => Some(Meaning::Market),
            (Action::Left, Row::Days) => self.beside(scene, false).map(Meaning::Turn),
            (Action::Right, Row::Days) => self.beside(scene, true).map(Meaning::Turn),
            _ => Cursor::allows(action, &rows).then_some(Meaning::Go(action)),
        }
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

    /// The draft with what stands in the open field, where that is an amount.
    fn as_typed(&self, scene: &Scene<'_>) -> Draft {
        let mut draft = self.draft(scene);
        if let Some((id, field)) = &self.field
            && let Ok(target) = typed(scene, id, field.value())
        {
            draft.set(id.clone(), target);
        }
        draft
    }

    /// The selected day, at first the first one that is worked.
    fn day(&self, scene: &Scene<'_>) -> Weekday {
        let first = scene.outlook.calendar.first_working_day();
        let first = first.map_or(Weekday::Mon, Day::weekday);
        self.day.unwrap_or(first)
    }

    fn beside(&self, scene: &Scene<'_>, forward: bool) -> Option<Weekday> {
        let now = usize::from(self.day(scene).from_monday());
        let to = if forward {
            now + 1
        } else {
            now.checked_sub(1)?
        };
        Weekday::ALL.get(to).copied()
    }

    /// Writes the whole plan.
    fn take(&self, scene: &Scene<'_>) -> Effect {
        let changes = self.draft.changes(scene, first_day(scene), None);
        let words = &scene.words.planning;
        if changes.is_empty() {
            return Effect::refuse(words.no_figure);
        }
        let week = week_name(scene.language, scene.outlook.week);
        let said = words.taken(changes.len(), week);
        Effect::change(Change::Several(changes), said)
    }

    fn open_field(&mut self, id: MetricId, scene: &Scene<'_>) {
        let Some(metric) = scene.outlook.metric(&id) else {
            return;
        };
        let target = self.draft.target(metric, scene.outlook, first_day(scene));
        let typed = target.map(|target| scene.style(metric).typed(target));
        let field = Field::fresh(&typed.unwrap_or_default(), LONGEST_AMOUNT);
        self.rows.select(Row::Metric(id.clone()));
        self.field = Some((id, field));
        self.error = None;
    }

    /// Keeps what was typed, and goes on: to the next figure, or with all of them to the disk.
    fn take_figure(&mut self, scene: &Scene<'_>, all: bool) -> Effect {
        let Some((id, field)) = &self.field else {
            return Effect::Nothing;
        };
        let id = id.clone();
        match typed(scene, &id, field.value()) {
            Ok(target) => self.draft.set(id.clone(), target),
            Err(error) => {
                self.error = Some(error);
                return Effect::Redraw;
            }
        }
        if all {
            return self.take(scene);
        }
        self.close_field();
        let rows = rows(scene);
        let at = rows.iter().position(|row| *row == Row::Metric(id.clone()));
        match at.and_then(|at| rows.get(at + 1)) {
            Some(Row::Metric(next)) => self.open_field(next.clone(), scene),
            _ => self.rows.select(Row::Take),
        }
        Effect::Redraw
    }

    /// Marks what was clicked on; what was marked does what Enter does.
    pub(super) fn click(&mut self, at: Position, focused: bool, scene: &Scene<'_>) -> Effect {
        let Some((row, day)) = self.places.at(at) else {
            return Effect::Redraw;
        };
        let marked = self.rows.selected(&rows(scene)) == Some(&row)
            && day.is_none_or(|day| day == self.day(scene));
        if marked && self.is_open() {
            return Effect::Nothing;
        }
        self.close_field();
        self.rows.select(row);
        self.day = day.or(self.day);
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

    /// Forgets everything: the plan was taken.
    pub(super) fn done(&mut self) {
        *self = Self::default();
    }

    pub(super) fn is_open(&self) -> bool {
        self.field.is_some()
    }
}

/// What a text in a figure's field means; nothing is no target.
fn typed(scene: &Scene<'_>, id: &MetricId, text: &str) -> Result<Amount, String> {
    match scene.outlook.metric(id) {
        Some(metric) if !text.trim().is_empty() => {
            edit::read_target(scene, metric, text, first_day(scene))
        }
        _ => Ok(Amount::ZERO),
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

fn rows(scene: &Scene<'_>) -> Vec<Row> {
    lines(scene)
        .into_iter()
        .filter_map(|line| line.row)
        .collect()
}

fn lines(scene: &Scene<'_>) -> Vec<Line<What, Row>> {
    let told = |what, row| Line {
        what,
        row,
        blank: false,
    };
    let blank = || Line {
        what: What::Blank,
        row: None,
        blank: true,
    };
    let mut lines = vec![told(What::Take, Some(Row::Take)), blank()];
    lines.push(told(What::Head, None));
    lines.extend(planned(scene).map(|metric| {
        let id = metric.id.clone();
        told(What::Metric(id.clone()), Some(Row::Metric(id)))
    }));
    lines.extend([blank(), told(What::Days, Some(Row::Days)), blank()]);
    let told_before = handed_on(scene).into_iter().chain(from_last_week(scene));
    for (text, end) in told_before {
        lines.push(told(What::Told(text, end), None));
    }
    if scene.outlook.open_before.earlier.is_some() {
        lines.push(told(What::Open, Some(Row::Open)));
    }
    lines.push(told(What::Outlook, Some(Row::Outlook)));
    lines
}

/// What the week before handed on, and that the figures have it already.
fn handed_on(scene: &Scene<'_>) -> Vec<(String, String)> {
    let words = &scene.words.planning;
    let week = week_name(scene.language, scene.outlook.week.previous());
    let handed = planned(scene).filter_map(|metric| {
        let amount = scene.style(metric).exact(metric.handed_on?);
        let text = words.handed_on(&week, &metric.name, amount);
        Some((text, words.is_in_the_figure.to_owned()))
    });
    handed.collect()
}

/// What last week's review wants done, and whether there was one.
fn from_last_week(scene: &Scene<'_>) -> Vec<(String, String)> {
    let words = &scene.words.planning;
    let mut lines = Vec::new();
    if let Some(week) = scene.outlook.unsealed_before {
        let week = week_name(scene.language, week);
        lines.push((words.unsealed(week), String::new()));
    }
    let last = scene.history.earlier.first().copied();
    let last = last.filter(|week| week.week == scene.outlook.week.previous());
    let Some((last, seal)) = last.and_then(|week| Some((week, week.seal()?))) else {
        return lines;
    };
    let on = weekday(scene.language, seal.at.day().weekday(), WeekdayForm::Full);
    for improvement in &last.review.improvements {
        let text = match &improvement.measure {
            Some(measure) => words.of_review_measured(on, &improvement.text, measure),
            None => words.of_review(on, &improvement.text),
        };
        let day = improvement.day.map(|day| {
            let day = weekday(scene.language, day.weekday(), WeekdayForm::Short);
            words.task_on(day)
        });
        lines.push((text, day.unwrap_or_default()));
    }
    lines
}

//! Planning a week: suggestions that one Enter takes, each open to another figure.
//!
//! Last week's targets stand there, scaled by the working days, and below the figures what
//! they ask of each day, also while one is typed. Nothing is written before the first row is
//! taken; the days, the market and the tasks that are still open are the week's own, so
//! editing those writes at once.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::draft::Draft;
use super::edit::{self, LONGEST_AMOUNT};
use super::figures::Figures;
use super::grid::{left, right, to_cells};
use super::market::MarketBox;
use super::place;
use super::shape::Form;
use super::sheet::{Line, fitted, marker};
use crate::domain::change::Change;
use crate::domain::{Amount, Day, MetricId, WeekId, Weekday, Weight};
use crate::i18n::{WeekdayForm, cells, week_name, weekday};
use crate::planning::{MetricOutlook, Outlook};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::preview::Preview;
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
            (Action::EditTarget, Row::Take) => Some(Meaning::Take),
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
    for (text, end) in from_last_week(scene) {
        lines.push(told(What::Told(text, end), None));
    }
    if scene.outlook.open_before.earlier.is_some() {
        lines.push(told(What::Open, Some(Row::Open)));
    }
    lines.push(told(What::Outlook, Some(Row::Outlook)));
    lines
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
            Some(measure) => words.from_review_measured(on, &improvement.text, measure),
            None => words.from_review(on, &improvement.text),
        };
        let day = improvement.day.map(|day| {
            let day = weekday(scene.language, day.weekday(), WeekdayForm::Short);
            words.task_on(day)
        });
        lines.push((text, day.unwrap_or_default()));
    }
    lines
}

/// Where the columns of the plan stand.
struct Columns {
    name: u16,
    target: u16,
    /// Behind the end of last week's figures.
    last_end: u16,
    /// Behind the end of each day's cell; none where there is no room.
    days: Vec<(Weekday, u16)>,
}

const NAME: u16 = 16;
const TARGET: u16 = 12;
const LAST: u16 = 11;

impl Columns {
    fn of(inside: Rect, days: &[Weekday]) -> Self {
        let count = to_cells(days.len());
        let before = 2 + NAME + TARGET + LAST;
        let step = [6, 5]
            .into_iter()
            .find(|step| before + step * count < inside.width);
        let spare = step.map_or(0, |step| inside.width - 1 - before - step * count);
        let margin = spare.min(2);
        let wide = spare - margin;
        let shift = if step.is_some() { wide.min(24) } else { 0 };
        let name = inside.x + 2;
        let last_end = if step.is_some() {
            inside.x + before - 1 + shift
        } else {
            inside.right().saturating_sub(1)
        };
        let end = inside.right() - margin;
        let step = step.unwrap_or(0);
        let day_end = |at: u16| end - step * (count - 1 - at);
        Self {
            name,
            target: last_end.saturating_sub(LAST + TARGET - 1).max(name + 8),
            last_end,
            days: if step == 0 {
                Vec::new()
            } else {
                days.iter().copied().zip((0..count).map(day_end)).collect()
            },
        }
    }
}

/// All that drawing a line needs.
struct Sheet<'a> {
    scene: &'a Scene<'a>,
    draft: Draft,
    /// The week as the draft would leave it.
    seen: &'a Outlook,
    columns: Columns,
    focused: bool,
}

impl Plan {
    pub(super) fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = scene.words;
        let title = format!(
            "{} {} · {}",
            Pane::Goals.number(),
            words.common.goals,
            words.planning.title
        );
        let inside = scene.frame(&title, focused, area, buf);
        let draft = self.as_typed(scene);
        let changes = draft.changes(scene, first_day(scene), None);
        let previewed = Preview::of(scene, scene.settings, changes);
        let seen = previewed
            .as_ref()
            .map_or(scene.outlook, |seen| &seen.outlook);
        let sheet = Sheet {
            scene,
            draft,
            seen,
            columns: Columns::of(inside, &place::days(seen)),
            focused,
        };
        let foot = self.foot(&sheet);
        let foot_height = to_cells(foot.len()).min(inside.height);
        let body = Rect {
            height: inside.height - foot_height,
            ..inside
        };
        let rows = rows(scene);
        let selected = self.rows.selected(&rows);
        let shown = fitted(lines(scene), &self.rows, body.height.into());
        let mut caret = None;
        for (line, place) in shown.iter().zip(body.rows()) {
            let is_selected = line.row.is_some() && line.row.as_ref() == selected;
            if is_selected {
                let at = Rect {
                    x: place.x + 1,
                    ..place
                };
                marker(scene, at, focused, buf);
            }
            let drawn = self.draw_line(&sheet, &line.what, is_selected, place, buf);
            caret = caret.or(drawn);
        }
        for ((text, style), y) in foot.iter().zip(body.bottom()..) {
            buf.set_string(sheet.columns.name, y, text, *style);
        }
        caret
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

    /// What is wrong with the open field; else, where days have no columns, what the selected
    /// figure asks of them.
    fn foot(&self, sheet: &Sheet<'_>) -> Vec<(String, Style)> {
        let theme = sheet.scene.theme;
        let width = usize::from(sheet.columns.last_end.saturating_sub(sheet.columns.name)).max(20);
        if let Some(error) = &self.error {
            let lines = cells::wrapped(error, width);
            return lines.into_iter().map(|line| (line, theme.error)).collect();
        }
        let rows = rows(sheet.scene);
        match self.rows.selected(&rows) {
            Some(Row::Metric(id)) if sheet.columns.days.is_empty() => {
                let lines = cells::wrapped(&sheet.split(id), width);
                lines.into_iter().map(|line| (line, theme.dim)).collect()
            }
            _ => Vec::new(),
        }
    }

    fn draw_line(
        &self,
        sheet: &Sheet<'_>,
        what: &What,
        selected: bool,
        line: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = &sheet.scene.words.planning;
        let style = if selected {
            sheet.scene.theme.title
        } else {
            Style::new()
        };
        match what {
            What::Blank => {}
            What::Take => sheet.told(line, words.take, "Enter", style, buf),
            What::Head => sheet.head(line, buf),
            What::Metric(id) => {
                let field = self.field.as_ref().filter(|(open, _)| open == id);
                let field = field.map(|(_, field)| field);
                return sheet.metric(line, id, field, style, buf);
            }
            What::Days => {
                let day = selected.then(|| self.day(sheet.scene));
                sheet.days(line, day, style, buf);
            }
            What::Told(text, end) => sheet.told(line, text, end, style, buf),
            What::Open => {
                if let Some(earlier) = &sheet.scene.outlook.open_before.earlier {
                    let week = week_name(sheet.scene.language, earlier.week);
                    let text = words.open_from(earlier.tasks.len(), week);
                    sheet.told(line, &text, words.enter_decides, style, buf);
                }
            }
            What::Outlook => {
                let seen = &sheet.scene.outlook.outlook;
                let market = sheet.scene.words.name(seen.market);
                let name = cells::pad_right(words.outlook, usize::from(NAME));
                let text = format!("{name}{market}  {}", seen.note);
                sheet.told(line, text.trim_end(), words.enter_changes, style, buf);
            }
        }
        None
    }
}

impl Sheet<'_> {
    /// A text, and at the end of the line what becomes of it.
    fn told(&self, line: Rect, text: &str, end: &str, style: Style, buf: &mut Buffer) {
        let room = usize::from(line.right().saturating_sub(self.columns.name + 1));
        let end_width = cells::width(end);
        let fits = cells::width(text) + end_width < room;
        let end = if fits { end } else { "" };
        let text = cells::fit(text, room);
        buf.set_string(self.columns.name, line.y, text, style);
        let from = line.right().saturating_sub(to_cells(end_width) + 1);
        buf.set_string(from, line.y, end, self.scene.theme.dim);
    }

    fn head(&self, line: Rect, buf: &mut Buffer) {
        let words = &self.scene.words.planning;
        let dim = self.scene.theme.dim;
        let target = self.columns.target;
        left(target, target + TARGET, line.y, words.target, dim, buf);
        let from = self.columns.last_end - LAST;
        right(
            from,
            self.columns.last_end,
            line.y,
            words.last_week,
            dim,
            buf,
        );
        for (day, end) in &self.columns.days {
            let name = weekday(self.scene.language, *day, WeekdayForm::Short);
            right(end - 5, *end, line.y, name, self.day_style(*day), buf);
        }
    }

    fn day_style(&self, day: Weekday) -> Style {
        let seen = &self.seen.days[day];
        if seen.date == self.seen.today {
            self.scene.theme.today
        } else if seen.off {
            self.scene.theme.off
        } else {
            Style::new()
        }
    }

    fn metric(
        &self,
        line: Rect,
        id: &MetricId,
        field: Option<&Field>,
        style: Style,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let metric = self.seen.metric(id)?;
        let amounts = self.scene.style(metric);
        let columns = &self.columns;
        let name_end = columns.target.saturating_sub(1);
        left(columns.name, name_end, line.y, &metric.name, style, buf);
        let last = metric.last_week.map(|last| amounts.exact(last.done));
        let last = last.unwrap_or_default();
        let from = columns.last_end - LAST;
        right(
            from,
            columns.last_end,
            line.y,
            &last,
            self.scene.theme.dim,
            buf,
        );
        let target = self
            .draft
            .target(metric, self.scene.outlook, first_day(self.scene));
        let text = match target {
            Some(target) => amounts.exact(target),
            None => self.scene.theme.glyphs.dash.to_owned(),
        };
        let typed = self.draft.is_typed(id);
        let style = if typed { style.bold() } else { style };
        left(
            columns.target,
            columns.target + TARGET,
            line.y,
            &text,
            style,
            buf,
        );
        if target.is_some() {
            let figures = Figures::of(self.scene, metric, Form::Wide);
            for (day, end) in &columns.days {
                let text = figures.plan(*day);
                right(end - 5, *end, line.y, &text, self.day_style(*day), buf);
            }
        }
        let place = Rect::new(columns.target - 1, line.y, TARGET + 1, 1);
        field.and_then(|field| field.draw(self.scene.theme, place, buf))
    }

    /// The weights of the days, in percent of a full one.
    fn days(&self, line: Rect, selected: Option<Weekday>, style: Style, buf: &mut Buffer) {
        let text = self.scene.words.planning.days;
        buf.set_string(self.columns.name, line.y, text, style);
        let of = |day: Weekday| self.scene.outlook.days[day].weight.percent().to_string();
        let chosen = |day| self.scene.row_style(selected == Some(day), self.focused);
        if !self.columns.days.is_empty() {
            for (day, end) in &self.columns.days {
                let style = self.day_style(*day).patch(chosen(*day));
                right(end - 5, *end, line.y, &of(*day), style, buf);
            }
            let hidden = selected.filter(|day| {
                let mut shown = self.columns.days.iter();
                !shown.any(|(shown, _)| shown == day)
            });
            if let Some(day) = hidden {
                let text = self.day_and_weight(day);
                buf.set_string(self.columns.target, line.y, text, chosen(day));
            }
            return;
        }
        let mut x = self.columns.name + NAME.min(8);
        for day in Weekday::ALL {
            let text = self.day_and_weight(day);
            if x + to_cells(cells::width(&text)) < line.right() {
                buf.set_string(x, line.y, &text, self.day_style(day).patch(chosen(day)));
            }
            x += to_cells(cells::width(&text)) + 1;
        }
    }

    /// `Mo`, a half day `Th50`, a day off `Sa–`.
    fn day_and_weight(&self, day: Weekday) -> String {
        let name = weekday(self.scene.language, day, WeekdayForm::Narrow);
        match self.scene.outlook.days[day].weight {
            Weight::FULL => name.to_owned(),
            Weight::OFF => format!("{name}{}", self.scene.theme.glyphs.dash),
            other => format!("{name}{}", other.percent()),
        }
    }

    /// What a figure asks of each day: `Mo 11 Tu 11 We 11`.
    fn split(&self, id: &MetricId) -> String {
        let Some(metric) = self.seen.metric(id) else {
            return String::new();
        };
        let figures = Figures::of(self.scene, metric, Form::Wide);
        let days = place::days(self.seen).into_iter().map(|day| {
            let name = weekday(self.scene.language, day, WeekdayForm::Narrow);
            format!("{name} {}", figures.plan(day))
        });
        days.collect::<Vec<_>>().join("  ")
    }
}

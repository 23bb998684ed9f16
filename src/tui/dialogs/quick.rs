//! The line in which a task is added: its title with hints, and below it what was understood.
//!
//! The words that were understood are marked in the field as one types, and what looks like a
//! hint but is none is said in the place of the examples; Enter saves, Tab goes on to all fields with these parts filled in, and ctrl-t takes the title as it is typed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::amount::indented;
use super::menu::write;
use super::task::repeating;
use super::{Frame, TaskBox};
use crate::domain::change::TaskChange;
use crate::domain::{Amount, Day, LONGEST_LINE, Metric, Task, TaskId, Unit, WeekId};
use crate::i18n::{HintKind, Quick, QuickContext, cells, date, read_quick, rule_name};
use crate::tui::action::Action;
use crate::tui::edits::{self, TaskRef, in_week};
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

/// The width of its inside.
const WIDTH: u16 = 70;
/// How many rows are kept for what was understood and for what could be typed, where there are
/// that many columns and where there are fewer.
const WIDE: u16 = WIDTH + 2;
const ROWS: [(u16, u16); 2] = [(2, 1), (4, 2)];

/// How many rows there are at most for what looks like a hint and is none.
const MOST_KEPT: u16 = 3;
/// How many cells of a row stand empty.
const INDENT: u16 = 4;

/// A title with hints.
pub struct QuickBox {
    field: Field,
    /// The day that was shown when the box opened: it stays, also past midnight.
    day: Day,
    /// Whether the title is taken as it is typed.
    literal: bool,
    wrong: Option<String>,
    /// The task it was asked to write.
    added: Option<TaskRef>,
    metrics: Vec<Metric>,
    customers: Vec<String>,
}

impl QuickBox {
    /// For a new task on the day looked at.
    pub fn new(scene: &Scene<'_>) -> Self {
        Self {
            field: Field::new("", LONGEST_LINE),
            day: scene.view.day(),
            literal: false,
            wrong: None,
            added: None,
            metrics: scene.settings.metrics_in_use().cloned().collect(),
            customers: scene.customers(),
        }
    }

    fn context(&self, scene: &Scene<'_>) -> QuickContext<'_> {
        QuickContext {
            today: scene.today(),
            week: self.day.week(),
            past: self.day < scene.today(),
            currency: scene.settings.currency,
            metrics: &self.metrics,
            customers: &self.customers,
            said: &[],
        }
    }

    fn read(&self, scene: &Scene<'_>) -> Quick {
        if self.literal {
            Quick::literal(self.field.value())
        } else {
            read_quick(self.field.value(), &self.context(scene))
        }
    }

    /// The task as it was understood, and the week that has it.
    fn task(&self, scene: &Scene<'_>) -> (Task, WeekId) {
        let id = TaskId(scene.stamp.id(0));
        let mut task = Task::new(id, String::new(), Some(self.day), scene.stamp.at);
        let usual = |metric: &Metric| usual(metric, scene);
        let quick = self.read(scene);
        quick.fill(&mut task, usual, &self.metrics);
        let of_day = || task.day.unwrap_or(self.day).week();
        let week = quick.bucket().unwrap_or_else(of_day);
        (task, week)
    }

    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        let (mut task, week) = self.task(scene);
        match crate::domain::line(&task.title) {
            Ok(title) => task.title = title,
            Err(error) => {
                self.wrong = Some(scene.say(&error));
                return Effect::Redraw;
            }
        }
        let said = edits::short(&task.title);
        let quick = self.read(scene);
        let (added, place) = if let Some(rule) = quick.rule() {
            let added = repeating(&task, rule, quick.begins(self.day), scene);
            (added, rule_name(scene.language, rule))
        } else {
            let place = edits::say_place(scene, week, task.day);
            self.added = Some(TaskRef { week, id: task.id });
            (in_week(week, TaskChange::Add(Box::new(task))), place)
        };
        Effect::change(added, scene.words.messages.task_added(said, place))
    }

    /// What was understood, the day first, which is the one shown where none was typed and
    /// nothing comes again.
    fn understood(&self, scene: &Scene<'_>) -> String {
        let words = &scene.words.quick_add;
        let quick = self.read(scene);
        let mut said = quick.said(scene.language, &self.context(scene));
        let has_day = |part: &crate::i18n::Part| {
            matches!(part.hint.kind(), HintKind::Day | HintKind::Repeats)
        };
        if !quick.parts.iter().any(has_day) {
            said.insert(0, date(scene.language, self.day));
        }
        if self.literal {
            said.push(words.as_typed.to_owned());
        }
        words.understood(said.join(" · "))
    }
}

/// What a metric counts where no amount is said.
fn usual(metric: &Metric, scene: &Scene<'_>) -> Option<Amount> {
    match metric.unit {
        Unit::Count => Some(Amount::new(1)),
        Unit::Minutes => Some(Amount::new(scene.settings.minutes_step.minutes().into())),
        Unit::Money | Unit::Score => None,
    }
}

impl Layer for QuickBox {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        matches!(
            action,
            Action::Accept | Action::SaveAll | Action::NextField | Action::Literal | Action::Back
        )
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match action {
            Action::Accept | Action::SaveAll => self.save(scene),
            Action::NextField => {
                let (task, week) = self.task(scene);
                let rule = self.read(scene).rule();
                Effect::replace(TaskBox::add(&task, week, scene).by(rule, scene))
            }
            Action::Literal => {
                self.literal = !self.literal;
                Effect::Redraw
            }
            Action::Back => Effect::Close,
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
        let hints = &scene.words.hints;
        let [wide, narrow] = ROWS;
        let (understood, example) = if area.width >= WIDE { wide } else { narrow };
        let quick = self.read(scene);
        let kept = quick.kept_said(self.field.value(), scene.language);
        let kept = kept.unwrap_or_else(|| scene.words.quick_add.example.to_owned());
        let room = WIDTH
            .min(area.width.saturating_sub(2))
            .saturating_sub(INDENT);
        let takes = cells::wrapped(&kept, room.into()).len();
        let example = example.max(u16::try_from(takes).unwrap_or(MOST_KEPT).min(MOST_KEPT));
        let literal = if self.literal {
            hints.read_again
        } else {
            hints.as_typed
        };
        let inside = Frame {
            title: scene.words.boxes.new_task,
            keys: &[
                ("Enter", hints.write),
                ("Tab", hints.all_fields),
                ("ctrl-t", literal),
                ("Esc", hints.cancel),
            ],
            size: (WIDTH, 1 + understood + 1 + example),
        }
        .draw(scene, area, buf);
        let mut rows = inside.rows().map(indented);
        let places: Vec<_> = quick.parts.into_iter().map(|part| part.place).collect();
        let row = rows.next()?;
        let caret = self.field.draw_marked(scene.theme, row, &places, buf);
        let mut say = |text: &str, most: u16, style: Style| {
            let lines = cells::wrapped(text, row.width.into());
            let lines = lines
                .iter()
                .map(String::as_str)
                .chain(std::iter::repeat(""));
            for line in lines.take(most.into()) {
                write(rows.next(), line, style, buf);
            }
        };
        match &self.wrong {
            Some(wrong) => say(wrong, understood, scene.theme.error),
            None => say(&self.understood(scene), understood, Style::new()),
        }
        if inside.height > 1 + understood + example {
            say("", 1, Style::new());
        }
        say(&kept, example, scene.theme.dim);
        caret
    }

    fn written(&mut self, scene: &Scene<'_>) -> Effect {
        edits::added(self.added, scene)
    }

    fn field(&mut self) -> Option<&mut Field> {
        Some(&mut self.field)
    }

    fn edited(&mut self, _scene: &Scene<'_>) {
        self.wrong = None;
    }
}

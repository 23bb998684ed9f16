//! The day begins with what the days before left: a digit decides the marked line.
//!
//! Nothing has been moved when it opens, and Esc leaves it so: then the lines stand in Today
//! as the block *open from before*. Where many are left, one digit takes the first few and lets
//! the others wait in the week's bucket.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::menu::write;
use super::{causes, moves, removal};
use crate::domain::change::Change;
use crate::domain::{Day, Language, WeekId};
use crate::i18n::{WeekdayForm, cells, date, week_name, weekday, weekday_and_number};
use crate::planning::{MetricOutlook, TaskOutlook};
use crate::tui::action::Action;
use crate::tui::edits::{self, Goal, TaskRef};
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::panes::{progress, task_head, task_title};
use crate::tui::scene::{Scene, units};
use crate::tui::widgets::Cursor;

/// How many tasks are taken to today where more than that were left.
const FEW: usize = 5;

/// A line that can be marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    All,
    Task(TaskRef),
}

/// What the days before left.
#[derive(Default)]
pub struct OpeningBox {
    cursor: Cursor<Row>,
}

impl OpeningBox {
    fn rows(scene: &Scene<'_>) -> Vec<Row> {
        let tasks = left_open(scene);
        let all = (!tasks.is_empty()).then_some(Row::All);
        let tasks = tasks.into_iter().map(|(task, _)| Row::Task(task));
        all.into_iter().chain(tasks).collect()
    }

    fn marked(&self, scene: &Scene<'_>) -> Option<Row> {
        self.cursor.selected(&Self::rows(scene)).copied()
    }

    /// What a digit does with the marked line, or with the first task while all are marked.
    fn decide(&self, digit: u8, scene: &Scene<'_>) -> Effect {
        let tasks = left_open(scene);
        if digit == 6 {
            return few_to_today(scene);
        }
        let first = tasks.first().map(|(task, _)| *task);
        let Some(task) = (match self.marked(scene) {
            Some(Row::Task(task)) => Some(task),
            Some(Row::All) if digit == 1 => return all_to_today(scene),
            Some(Row::All) | None => first,
        }) else {
            return Effect::Close;
        };
        let today = scene.today();
        match digit {
            1 => edits::move_to(scene, task, Goal::Day(today)),
            2 => Effect::open(moves(task, scene)),
            3 => edits::move_to(scene, task, Goal::Bucket(today.week())),
            4 => Effect::open(causes(scene, move |scene, cause| {
                edits::skip(scene, task, cause, None)
            })),
            _ => match removal(task, scene) {
                Some(menu) => Effect::open(menu),
                None => edits::remove(scene, task, false),
            },
        }
    }

    fn close_if_empty(scene: &Scene<'_>) -> Effect {
        if scene.outlook.open_before.is_empty() {
            Effect::Close
        } else {
            Effect::Redraw
        }
    }
}

/// The tasks that the days before left, the week's own first.
pub(super) fn left_open<'a>(scene: &'a Scene<'_>) -> Vec<(TaskRef, &'a TaskOutlook)> {
    let before = &scene.outlook.open_before;
    let week = scene.outlook.week;
    let own = before.this_week.iter();
    let own = own.filter_map(|id| Some((TaskRef { week, id: *id }, scene.outlook.task(*id)?)));
    let earlier = before.earlier.iter().flat_map(|earlier| {
        let week = earlier.week;
        let tasks = earlier.tasks.iter();
        tasks.map(move |task| (TaskRef { week, id: task.id }, task))
    });
    own.chain(earlier).collect()
}

fn all_to_today(scene: &Scene<'_>) -> Effect {
    let goal = Goal::Day(scene.today());
    let tasks = left_open(scene);
    let changes = tasks
        .iter()
        .map(|(task, _)| edits::moved(scene, *task, goal));
    let words = scene.words;
    let said = words.opening.all_today(tasks.len());
    let said = words
        .common
        .placed(said, date(scene.language, scene.today()));
    Effect::change(Change::Several(changes.collect()), said)
}

/// How many tasks would wait in the week's bucket if a few were taken to today; none where few
/// are left.
fn would_wait(scene: &Scene<'_>) -> Option<usize> {
    let others = left_open(scene).len().saturating_sub(FEW);
    (others > 0).then_some(others)
}

/// The first few to today, the others into the week's bucket.
fn few_to_today(scene: &Scene<'_>) -> Effect {
    let Some(others) = would_wait(scene) else {
        return Effect::Nothing;
    };
    let today = scene.today();
    let tasks = left_open(scene);
    let changes = tasks.iter().enumerate().map(|(at, (task, _))| {
        let goal = if at < FEW {
            Goal::Day(today)
        } else {
            Goal::Bucket(today.week())
        };
        edits::moved(scene, *task, goal)
    });
    let words = scene.words;
    let said = words.opening.few_today(others);
    let said = words.common.placed(said, date(scene.language, today));
    Effect::change(Change::Several(changes.collect()), said)
}

impl Layer for OpeningBox {
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        match action {
            Action::Choose(6) => would_wait(scene).is_some(),
            Action::Choose(digit) => (1..=5).contains(&digit),
            Action::Accept | Action::Back => true,
            _ => Cursor::allows(action, &Self::rows(scene)),
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match action {
            _ if !self.allows(action, scene) => Effect::PassOn,
            Action::Choose(digit) => self.decide(digit, scene),
            Action::Accept => match self.marked(scene) {
                Some(Row::All) => all_to_today(scene),
                Some(Row::Task(_)) => self.decide(1, scene),
                None => Effect::Close,
            },
            Action::Back => Effect::Close,
            _ if self.cursor.go(action, &Self::rows(scene)) => Effect::Redraw,
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
        super::frame::clear(area, buf);
        let day = weekday_and_number(scene.language, scene.today());
        let title = scene.words.opening.title(day);
        let title = format!("2 {} · {title}", scene.words.common.today);
        let inside = scene.frame(&title, true, area, buf);
        let marked = self.cursor.place(&Self::rows(scene));
        let lines = Self::lines(scene, marked, inside.width.into());
        let is_marked = |line: &Line| line.row == Some(marked);
        let at = lines.iter().position(is_marked).unwrap_or(0);
        let height = usize::from(inside.height);
        let first = self.cursor.scroll((at, at), lines.len(), height);
        for (line, row) in lines.iter().skip(first).zip(inside.rows()) {
            let style = if is_marked(line) {
                scene.theme.selected
            } else {
                line.style
            };
            write(Some(row), &line.text, style, buf);
            if is_marked(line) {
                let sign = scene.theme.glyphs.selected;
                buf.set_string(row.x + 1, row.y, sign, scene.theme.selected);
            }
        }
        None
    }

    fn written(&mut self, scene: &Scene<'_>) -> Effect {
        Self::close_if_empty(scene)
    }

    fn uncovered(&mut self, scene: &Scene<'_>) -> Effect {
        Self::close_if_empty(scene)
    }
}

/// The number of the row that stands for all tasks.
const ALL: usize = 0;

/// A line as it is drawn, with the number of its row where it can be marked.
struct Line {
    row: Option<usize>,
    text: String,
    style: Style,
}

impl OpeningBox {
    /// The lines while the row of that number is marked.
    fn lines(scene: &Scene<'_>, marked: usize, width: usize) -> Vec<Line> {
        let words = &scene.words.opening;
        let tasks = left_open(scene);
        let mut lines = Vec::new();
        let mut say = |row: Option<usize>, text: String, style: Style| {
            lines.push(Line { row, text, style });
        };
        say(None, String::new(), Style::new());
        say(None, format!("  {}", first_line(scene)), Style::new());
        say(None, String::new(), Style::new());
        let all = words.all_today(tasks.len());
        let all = cells::ends(&format!("  {all}"), "Enter ", width);
        say(Some(ALL), all, Style::new());
        say(None, String::new(), Style::new());
        let keys = [
            words.to_today,
            words.another_day,
            words.this_week,
            words.skip,
            words.remove,
        ];
        let keys: Vec<_> = keys
            .iter()
            .zip(1..)
            .map(|(does, digit)| format!("{digit} {does}"))
            .collect();
        say(None, format!("  {}", keys.join("   ")), scene.theme.dim);
        if let Some(others) = would_wait(scene) {
            let few = words.few_today(others);
            say(None, format!("  6 {few}"), scene.theme.dim);
        }
        say(None, String::new(), Style::new());
        let own = scene.outlook.open_before.this_week.len();
        for (at, (_, task)) in tasks.iter().enumerate() {
            if let Some(heading) = heading_of_earlier(scene).filter(|_| at == own) {
                say(None, String::new(), Style::new());
                say(None, format!("  {heading}"), Style::new());
            }
            let goes = marked == ALL || marked == at + 1;
            let text = task_line(task, goes, scene, width.saturating_sub(3));
            say(Some(at + 1), format!("  {text}"), Style::new());
        }
        for line in asks_more(scene) {
            say(None, String::new(), Style::new());
            say(None, format!("  {line}"), scene.theme.dim);
        }
        lines
    }
}

/// A task, and what there is to know for deciding about it; `goes`: Enter would move it to
/// today, which stands at the end.
fn task_line(task: &TaskOutlook, goes: bool, scene: &Scene<'_>, width: usize) -> String {
    let end = format!(
        "{} {}",
        scene.theme.glyphs.right, scene.words.opening.to_today
    );
    let text = known_of(task, scene, width.saturating_sub(cells::width(&end) + 2));
    let end = if goes { end } else { String::new() };
    cells::ends(&text, &end, width)
}

fn known_of(task: &TaskOutlook, scene: &Scene<'_>, width: usize) -> String {
    let words = &scene.words.today;
    let head = format!("{}  {}", task_head(task, scene), task_title(task, scene));
    let remark = if task.moved_often() {
        words.moved_often(task.moves)
    } else {
        let rest = progress(task, scene).zip(task.left());
        let metric = task.metric.as_ref().and_then(|id| scene.outlook.metric(id));
        if let Some(((progress, left), metric)) = rest.zip(metric) {
            let left = words.left(scene.style(metric).short(units(left)));
            format!("{progress} · {left}")
        } else {
            let customer = task.customer.clone();
            let known = customer.or_else(|| day_of_repeating(task, scene));
            known.unwrap_or_default()
        }
    };
    let room = width.saturating_sub(cells::width(&remark) + 2).min(40);
    let head = cells::pad_right(&head, room);
    cells::fit(&format!("{head}  {remark}"), width).into_owned()
}

/// The day of a task that comes again: others of its title may stand beside it.
fn day_of_repeating(task: &TaskOutlook, scene: &Scene<'_>) -> Option<String> {
    let day = task.day.filter(|_| task.repeat.is_some())?;
    Some(weekday_and_number(scene.language, day))
}

/// Which day left how much, and that nothing has been moved.
fn first_line(scene: &Scene<'_>) -> String {
    let words = scene.words;
    let before = &scene.outlook.open_before;
    let tasks = before.this_week.iter();
    let mut days: Vec<Day> = tasks
        .filter_map(|id| scene.outlook.task(*id)?.day)
        .collect();
    days.dedup();
    let moved = words.opening.nothing_moved;
    let left = |day: &str| words.opening.left_open(before.this_week.len(), day);
    match days.as_slice() {
        [] => moved.to_owned(),
        [day] => {
            let day = weekday(scene.language, day.weekday(), WeekdayForm::Full);
            sentences(scene, &left(day), moved)
        }
        _ => sentences(scene, &left(words.opening.several_days), moved),
    }
}

/// Two sentences after one another; Chinese has no space between them.
fn sentences(scene: &Scene<'_>, one: &str, other: &str) -> String {
    let gap = match scene.language {
        Language::En => " ",
        Language::ZhCn => "",
    };
    format!("{one}{gap}{other}")
}

/// Which earlier week left how much.
fn heading_of_earlier(scene: &Scene<'_>) -> Option<String> {
    let earlier = scene.outlook.open_before.earlier.as_ref()?;
    let week: WeekId = earlier.week;
    let name = week_name(scene.language, week);
    let count = earlier.tasks.len();
    let words = &scene.words.opening;
    Some(match scene.outlook.unsealed_before {
        Some(unsealed) if unsealed == week => words.last_week(name, count),
        _ => words.earlier_week(name, count),
    })
}

/// The metrics of which the day before left so much that today asks for more than the plan.
fn asks_more(scene: &Scene<'_>) -> Vec<String> {
    let days = scene.outlook.calendar.working_days();
    let before = days.map(|day| day.date).rfind(|day| *day < scene.today());
    let Some(before) = before else {
        return Vec::new();
    };
    let metrics = scene.outlook.metrics.iter();
    metrics
        .filter_map(|metric| asks_more_of(metric, before, scene))
        .collect()
}

fn asks_more_of(metric: &MetricOutlook, before: Day, scene: &Scene<'_>) -> Option<String> {
    metric.target?;
    let style = scene.style(metric);
    let today = &metric.days[scene.today().weekday()];
    let before = &metric.days[before.weekday()];
    let asks_more = today.quota() > today.baseline && before.done < units(before.baseline);
    asks_more.then(|| {
        scene.words.opening.asks_more(
            &metric.name,
            style.short(before.done),
            style.short(units(before.baseline)),
            date(scene.language, before.date),
            style.short(units(today.quota())),
            style.short(units(today.baseline)),
        )
    })
}

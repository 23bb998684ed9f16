//! The day begins with what the days before left: a digit decides the marked line.
//!
//! Nothing has been moved when it opens, and Esc leaves it so: then the lines stand in Today
//! as the block *open from before*. Where many are left, one digit takes the first few and lets
//! the others wait in the week's bucket.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::menu::write;
use super::{Frame, causes, moves, removal};
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

/// From this width on the frame says that Enter takes all of them to today; narrower, the keys
/// that decide need the room.
const NAMES_ALL: u16 = 60;

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
    let count = left_open(scene).len();
    to_today(scene, count, scene.words.opening.all_today(count))
}

/// How many tasks would wait in the week's bucket if a few were taken to today; none where few
/// are left.
fn would_wait(scene: &Scene<'_>) -> Option<usize> {
    let others = left_open(scene).len().saturating_sub(FEW);
    (others > 0).then_some(others)
}

fn few_to_today(scene: &Scene<'_>) -> Effect {
    match would_wait(scene) {
        Some(others) => to_today(scene, FEW, scene.words.opening.few_today(others)),
        None => Effect::Nothing,
    }
}

/// The first `few` to today, the others into the week's bucket.
fn to_today(scene: &Scene<'_>, few: usize, said: String) -> Effect {
    let today = scene.today();
    let tasks = left_open(scene);
    let changes = tasks.iter().enumerate().map(|(at, (task, _))| {
        let goal = if at < few {
            Goal::Day(today)
        } else {
            Goal::Bucket(today.week())
        };
        edits::moved(scene, *task, goal)
    });
    let words = &scene.words.common;
    let said = words.placed(said, date(scene.language, today));
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
        let rows = Self::rows(scene);
        let marked = self.cursor.place(&rows);
        let inside = Self::draw_frame(scene, marked, area, buf);
        let lines = Self::lines(scene, marked, inside.width.into());
        let is_marked = |line: &Line| line.row == Some(marked);
        let at = lines.iter().position(is_marked).unwrap_or(0);
        // With the last task marked, what stands below it is seen too.
        let to = if marked + 1 == rows.len() {
            lines.len().saturating_sub(1)
        } else {
            at
        };
        let mut height = usize::from(inside.height);
        // Where not all lines have room, the last one tells of the others.
        height -= usize::from(lines.len() > height && height > 1);
        let first = self.cursor.scroll((at, to), lines.len(), height);
        let mut seen = inside.rows();
        for (line, row) in lines.iter().skip(first).take(height).zip(seen.by_ref()) {
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
        let below: Vec<_> = lines.iter().skip(first + height).collect();
        let tasks = below.iter().filter(|line| line.row.is_some()).count();
        if below.iter().any(|line| !line.text.is_empty()) {
            let down = scene.theme.glyphs.down;
            let more = if tasks > 0 {
                format!("  {down} {}", scene.words.common.more(tasks))
            } else {
                format!("  {down}")
            };
            write(seen.next(), &more, scene.theme.dim, buf);
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

/// The lines of the box, as many cells wide as it is inside.
struct Lines {
    lines: Vec<Line>,
    width: usize,
}

impl Lines {
    fn gap(&mut self) {
        self.say("", Style::new());
    }

    /// A text behind the margin, on as many lines as it takes.
    fn say(&mut self, text: &str, style: Style) {
        let lines = cells::wrapped(text, self.width.saturating_sub(3));
        self.lines.extend(lines.into_iter().map(|line| Line {
            row: None,
            text: if line.is_empty() {
                line
            } else {
                format!("  {line}")
            },
            style,
        }));
    }

    fn row(&mut self, row: usize, text: String) {
        self.lines.push(Line {
            row: Some(row),
            text,
            style: Style::new(),
        });
    }
}

impl OpeningBox {
    /// Draws the frame, which is as large as its pane and names the keys below.
    fn draw_frame(scene: &Scene<'_>, marked: usize, area: Rect, buf: &mut Buffer) -> Rect {
        let (words, hints) = (scene.words, &scene.words.hints);
        let day = weekday_and_number(scene.language, scene.today());
        let title = words.opening.title(day);
        let has_room = area.width >= NAMES_ALL;
        let goes = if marked == ALL && left_open(scene).len() > 1 && has_room {
            words.opening.all_to_today
        } else {
            words.opening.to_today
        };
        let digits = would_wait(scene).map_or("1-5", |_| "1-6");
        Frame {
            title: &format!("2 {} · {title}", words.common.today),
            keys: &[
                ("Enter", goes),
                (digits, hints.decide),
                ("↑↓", hints.choose),
                ("u", hints.undo),
                ("Esc", hints.later),
            ],
            size: (area.width.saturating_sub(2), area.height.saturating_sub(2)),
        }
        .draw(scene, area, buf)
    }

    /// The lines while the row of that number is marked.
    fn lines(scene: &Scene<'_>, marked: usize, width: usize) -> Vec<Line> {
        let tasks = left_open(scene);
        let mut lines = Lines {
            lines: Vec::new(),
            width,
        };
        lines.gap();
        lines.say(&first_line(scene), Style::new());
        lines.gap();
        let all = scene.words.opening.all_today(tasks.len());
        lines.row(ALL, cells::ends(&format!("  {all}"), "Enter ", width));
        lines.gap();
        for line in choices(scene) {
            lines.say(&line, scene.theme.dim);
        }
        lines.gap();
        let own = scene.outlook.open_before.this_week.len();
        for (at, (_, task)) in tasks.iter().enumerate() {
            if at == own && own > 0 {
                lines.gap();
                lines.say(&heading_of_earlier(scene), Style::new());
            }
            let goes = marked == ALL || marked == at + 1;
            let text = task_line(task, goes, scene, width.saturating_sub(3));
            lines.row(at + 1, format!("  {text}"));
        }
        let asks_more = asks_more(scene);
        if !asks_more.is_empty() {
            lines.gap();
        }
        for line in asks_more {
            lines.say(&line, scene.theme.dim);
        }
        lines.lines
    }
}

/// What each digit does with the marked line.
fn choices(scene: &Scene<'_>) -> Vec<String> {
    let words = &scene.words.opening;
    let keys = [
        words.to_today,
        words.another_day,
        words.this_week,
        words.skip,
        words.remove,
    ];
    let keys = keys.iter().zip(1..);
    let keys: Vec<_> = keys
        .map(|(does, digit)| format!("{digit} {does}"))
        .collect();
    let few = would_wait(scene).map(|others| format!("6 {}", words.few_today(others)));
    [keys.join("   ")].into_iter().chain(few).collect()
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

/// Which day left how much, and that nothing has been moved; the earlier week where no day of
/// this one left anything.
fn first_line(scene: &Scene<'_>) -> String {
    let words = &scene.words.opening;
    let before = &scene.outlook.open_before;
    let tasks = before.this_week.iter();
    let mut days: Vec<Day> = tasks
        .filter_map(|id| scene.outlook.task(*id)?.day)
        .collect();
    days.dedup();
    let own = before.this_week.len();
    let left = match (days.as_slice(), &before.earlier) {
        ([], Some(earlier)) => {
            let name = week_name(scene.language, earlier.week);
            let name = if is_unsealed(earlier.week, scene) {
                words.unsealed_week(name)
            } else {
                name
            };
            words.left_open(earlier.tasks.len(), name)
        }
        ([day], _) => {
            let day = weekday(scene.language, day.weekday(), WeekdayForm::Full);
            words.left_open(own, day)
        }
        _ => words.left_open(own, words.several_days),
    };
    sentences(scene, &left, words.nothing_moved)
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
fn heading_of_earlier(scene: &Scene<'_>) -> String {
    let Some(earlier) = &scene.outlook.open_before.earlier else {
        return String::new();
    };
    let name = week_name(scene.language, earlier.week);
    let count = earlier.tasks.len();
    let words = &scene.words.opening;
    if is_unsealed(earlier.week, scene) {
        words.last_week(name, count)
    } else {
        words.earlier_week(name, count)
    }
}

/// Whether it is the week before that waits for its review.
fn is_unsealed(week: WeekId, scene: &Scene<'_>) -> bool {
    scene.outlook.unsealed_before == Some(week)
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

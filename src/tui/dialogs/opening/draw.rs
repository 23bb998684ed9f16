//! How the box is drawn: what was left, what each digit does, the tasks with their days.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{OpeningBox, left_open, would_wait};
use crate::domain::{Day, Language, WeekId};
use crate::i18n::{WeekdayForm, cells, date, week_name, weekday, weekday_and_number};
use crate::planning::{MetricOutlook, TaskOutlook};
use crate::tui::dialogs::Frame;
use crate::tui::dialogs::menu::{shown_of, write};
use crate::tui::edits::TaskRef;
use crate::tui::panes::{left_by, progress, task_sign, task_time, task_title};
use crate::tui::scene::{Scene, units};

/// From this width on the frame says that Enter takes all of them to today; narrower, the keys
/// that decide need the room.
const NAMES_ALL: u16 = 60;

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
    pub(super) fn draw_box(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
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
        let height = shown_of(lines.len(), inside.height.into());
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
    }

    /// Draws the frame, which is as large as its pane and names the keys below.
    fn draw_frame(scene: &Scene<'_>, marked: usize, area: Rect, buf: &mut Buffer) -> Rect {
        let (words, hints) = (scene.words, &scene.words.hints);
        let day = weekday_and_number(scene.language, scene.today());
        let title = words.opening.title(day);
        let has_room = area.width >= NAMES_ALL;
        let for_all = is_for_all(marked, scene);
        let goes = if for_all && has_room {
            words.opening.all_to_today
        } else {
            words.opening.to_today
        };
        let digits = match would_wait(scene) {
            _ if !for_all => "1-5",
            Some(_) => "1-4 6",
            None => "1-4",
        };
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
        for line in choices(is_for_all(marked, scene), scene) {
            lines.say(&line, scene.theme.dim);
        }
        lines.gap();
        let days = days_of(&tasks, scene);
        let own = scene.outlook.open_before.this_week.len();
        for (at, (_, task)) in tasks.iter().enumerate() {
            if at == own && own > 0 {
                lines.gap();
                lines.say(&heading_of_earlier(scene), Style::new());
            }
            let goes = marked == ALL || marked == at + 1;
            let text = task_line((task, days.get(at)), goes, scene, width.saturating_sub(3));
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

/// Whether what is marked stands for more than one task.
fn is_for_all(marked: usize, scene: &Scene<'_>) -> bool {
    marked == ALL && left_open(scene).len() > 1
}

/// What each digit does with what is marked. Where a digit could take a few to today there are
/// two lines, so that nothing below moves with the marker.
fn choices(for_all: bool, scene: &Scene<'_>) -> Vec<String> {
    let words = &scene.words.opening;
    let keys = [
        words.to_today,
        words.another_day,
        words.this_week,
        words.skip,
        words.remove,
    ];
    let keys = keys.iter().take(if for_all { 4 } else { 5 }).zip(1..);
    let keys: Vec<_> = keys
        .map(|(does, digit)| format!("{digit} {does}"))
        .collect();
    let few = would_wait(scene).map(|others| {
        let few = for_all.then(|| format!("6 {}", words.few_today(others)));
        few.unwrap_or_default()
    });
    [keys.join("   ")].into_iter().chain(few).collect()
}

/// From which day each task is left, all as wide.
fn days_of(tasks: &[(TaskRef, &TaskOutlook)], scene: &Scene<'_>) -> Vec<String> {
    let day = |(_, task): &(_, &TaskOutlook)| left_by(task, scene).unwrap_or_default();
    let days: Vec<_> = tasks.iter().map(day).collect();
    let widest = days.iter().map(|day| cells::width(day)).max().unwrap_or(0);
    days.iter()
        .map(|day| cells::pad_right(day, widest))
        .collect()
}

/// A task with its day, and what there is to know for deciding about it; `goes`: Enter would
/// move it to today, which stands at the end.
fn task_line(
    (task, day): (&TaskOutlook, Option<&String>),
    goes: bool,
    scene: &Scene<'_>,
    width: usize,
) -> String {
    let end = format!(
        "{} {}",
        scene.theme.glyphs.right, scene.words.opening.to_today
    );
    let room = width.saturating_sub(cells::width(&end) + 2);
    let text = known_of((task, day), scene, room);
    let end = if goes { end } else { String::new() };
    cells::ends(&text, &end, width)
}

fn known_of(
    (task, day): (&TaskOutlook, Option<&String>),
    scene: &Scene<'_>,
    width: usize,
) -> String {
    let day = day.map_or("", String::as_str);
    let (sign, time) = (task_sign(task, scene), task_time(task));
    let title = task_title(task, scene);
    let head = format!("{sign} {day}  {time} {:?}  {title}", task.class);
    let remark = remark_on(task, scene);
    let room = width.saturating_sub(cells::width(&remark) + 2).min(48);
    let head = cells::pad_right(&head, room);
    cells::fit(&format!("{head}  {remark}"), width).into_owned()
}

/// That it has moved often, else how far it has come, else for whom it is.
fn remark_on(task: &TaskOutlook, scene: &Scene<'_>) -> String {
    let words = &scene.words.today;
    if task.moved_often() {
        return words.moved_often(task.moves);
    }
    let rest = progress(task, scene).zip(task.left());
    let metric = task.metric.as_ref().and_then(|id| scene.outlook.metric(id));
    match rest.zip(metric) {
        Some(((progress, left), metric)) => {
            let left = words.left(scene.style(metric).short(units(left)));
            format!("{progress} · {left}")
        }
        None => task.customer.clone().unwrap_or_default(),
    }
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

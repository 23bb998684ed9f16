//! A task on one line.

use ratatui::style::Style;

use crate::domain::Amount;
use crate::i18n::cells::{ends, fit, pad_left, pad_right, width};
use crate::i18n::{week_name, weekday_and_number};
use crate::planning::{TaskOutlook, TaskStatus};
use crate::tui::scene::Scene;

/// From this width on a line has columns for customer and metric beside its title.
const WIDE: usize = 72;
/// What a customer and a metric take at least of a line, and the share of a long one.
const CUSTOMER: usize = 14;
const LAST: usize = 16;
const SHARE: usize = 5;
/// What a title keeps of a narrow line; else nothing stands at its right.
const LEAST_TITLE: usize = 7;

/// The widths of the columns at the right of a list of tasks.
#[derive(Debug, Clone, Copy)]
pub struct TaskColumns {
    width: usize,
    extra: usize,
    customer: usize,
    last: usize,
}

impl TaskColumns {
    /// As wide as the tasks need them, on lines of `width` cells.
    pub fn of<'a>(
        tasks: impl IntoIterator<Item = &'a TaskOutlook>,
        scene: &Scene<'_>,
        width: usize,
    ) -> Self {
        let tasks: Vec<_> = tasks.into_iter().collect();
        let widest = |text: &dyn Fn(&TaskOutlook) -> String| {
            let widths = tasks.iter().map(|task| self::width(&text(task)));
            widths.max().unwrap_or(0)
        };
        Self {
            width,
            extra: widest(&|task| extra(task, scene)),
            customer: widest(&customer).min(CUSTOMER.max(width / SHARE)),
            last: widest(&|task| last(task, scene, LAST.max(width / SHARE))),
        }
    }

    /// The line of a task: sign, time, class, title, and what stands at its right.
    pub fn line(&self, task: &TaskOutlook, scene: &Scene<'_>) -> String {
        let head = task_head(task, scene);
        if self.width < WIDE {
            let room = self.width.saturating_sub(width(&head) + 2 + LEAST_TITLE);
            let right = right_of_narrow(task, scene);
            let right = right.into_iter().find(|right| width(right) <= room);
            let right = right.unwrap_or_default();
            return ends(
                &format!("{head} {}", task_title(task, scene)),
                &right,
                self.width,
            );
        }
        let left = format!("{head}  {}", task_title(task, scene));
        let right = self.right_of_wide(task, scene, width(&head) + 2 + LEAST_TITLE);
        let room = self.width.saturating_sub(width(&right));
        format!("{}{right}", pad_right(&left, room))
    }

    /// The columns at the right of a wide line, without those at their left in which nothing
    /// stands: the title may go on there. Where so many cells would not stay free for the title,
    /// the day that has left it keeps its place alone.
    fn right_of_wide(&self, task: &TaskOutlook, scene: &Scene<'_>, least: usize) -> String {
        let (from, extra) = (from(task, scene), extra(task, scene));
        let always = [
            pad_right(&customer(task), self.customer),
            pad_left(&last(task, scene, self.last), self.last),
        ];
        let padded = pad_left(&extra, self.extra);
        let columns: &[&str] = match (from.as_str(), extra.as_str()) {
            ("", "") => &[],
            ("", _) => &[&padded],
            (from, _) => &[from, &padded],
        };
        let joined = |columns: &[&str]| {
            let always = always.iter().map(String::as_str);
            let columns = columns.iter().copied().chain(always);
            let shown = columns.filter(|text| !text.is_empty());
            shown.fold(String::new(), |line, text| line + "  " + text)
        };
        let all = joined(columns);
        if from.is_empty() || width(&all) + least <= self.width {
            all
        } else {
            joined(&[&from])
        }
    }

    /// What is done or gone is dim.
    pub fn style(&self, task: &TaskOutlook, scene: &Scene<'_>) -> Style {
        if task.is_open() {
            Style::new()
        } else {
            scene.theme.dim
        }
    }
}

/// Sign, time and class of a task.
fn task_head(task: &TaskOutlook, scene: &Scene<'_>) -> String {
    let (sign, time) = (task_sign(task, scene), task_time(task));
    format!("{sign} {time} {:?}", task.class)
}

/// The time of a task in the cells that every time takes.
pub fn task_time(task: &TaskOutlook) -> String {
    let time = task.time.map_or(String::new(), |time| time.to_string());
    format!("{time:5}")
}

/// The title; a sign before it says that the task comes again.
pub fn task_title(task: &TaskOutlook, scene: &Scene<'_>) -> String {
    match task.repeat {
        Some(_) => format!("{} {}", scene.theme.glyphs.again, task.title),
        None => task.title.clone(),
    }
}

/// The sign that says what became of a task.
pub fn task_sign(task: &TaskOutlook, scene: &Scene<'_>) -> &'static str {
    let glyphs = scene.theme.glyphs;
    match task.state {
        TaskStatus::Open => glyphs.open,
        TaskStatus::Done => glyphs.done,
        TaskStatus::Skipped => glyphs.skipped,
        TaskStatus::Moved => glyphs.moved,
    }
}

/// The customer, unless the title names it.
fn customer(task: &TaskOutlook) -> String {
    let title = task.title.to_lowercase();
    let customer = task.customer.as_deref();
    let customer = customer.filter(|name| !title.contains(&name.to_lowercase()));
    customer.unwrap_or_default().to_owned()
}

/// How far it has come, how often it moved, or by when it is due.
fn extra(task: &TaskOutlook, scene: &Scene<'_>) -> String {
    let words = &scene.words.today;
    if !task.is_open() {
        return String::new();
    }
    if let Some(progress) = progress(task, scene) {
        progress
    } else if task.moved_often() {
        words.moved(task.moves)
    } else if let Some(due) = task.due {
        words.due(weekday_and_number(scene.language, due))
    } else {
        String::new()
    }
}

/// The day that an open task is left from, `Tue 24`; of one without a day, the week before that
/// has it. None where that is the day looked at.
pub fn left_by(task: &TaskOutlook, scene: &Scene<'_>) -> Option<String> {
    if !task.is_open() {
        return None;
    }
    let week = scene.outlook.week;
    let comes_again = task
        .repeat
        .and_then(|_| scene.settings.occurrence(week, task.id));
    let comes_on = comes_again.map(|(_, its)| its.day);
    if let Some(day) = comes_on.or(task.day) {
        return (day != scene.view.day()).then(|| weekday_and_number(scene.language, day));
    }
    let earlier = scene.outlook.open_before.earlier.as_ref()?;
    let has_it = earlier.tasks.iter().any(|other| other.id == task.id);
    has_it.then(|| week_name(scene.language, earlier.week))
}

/// `from Tue 24`.
fn from(task: &TaskOutlook, scene: &Scene<'_>) -> String {
    let day = left_by(task, scene);
    day.map_or(String::new(), |day| scene.words.today.of_day(day))
}

/// `14/20`, once something was done of its amount.
pub fn progress(task: &TaskOutlook, scene: &Scene<'_>) -> Option<String> {
    let metric = scene.outlook.metric(task.metric.as_ref()?)?;
    let begun = task.progress > Amount::ZERO;
    let amount = task.amount.filter(|_| begun)?;
    Some(scene.style(metric).pair(task.progress, amount))
}

/// What it counts for, or when it was done, or why not; a metric's name has so many cells with
/// its amount.
fn last(task: &TaskOutlook, scene: &Scene<'_>, cells: usize) -> String {
    match task.state {
        TaskStatus::Done => done_at(task),
        TaskStatus::Skipped => task
            .cause
            .map_or("", |cause| scene.words.name(cause))
            .to_owned(),
        TaskStatus::Moved => match task.moved_to {
            Some(week) => format!("→ {}", crate::i18n::week_name(scene.language, week)),
            None => String::new(),
        },
        TaskStatus::Open => counts_for(task, scene, cells).unwrap_or_default(),
    }
}

fn counts_for(task: &TaskOutlook, scene: &Scene<'_>, cells: usize) -> Option<String> {
    let id = task.metric.as_ref()?;
    let name = scene.metric_name(id);
    let metric = scene.outlook.metric(id);
    let amount = task.amount.zip(metric);
    Some(match amount {
        Some((amount, metric)) => {
            let amount = scene.style(metric).short(amount);
            let room = cells.saturating_sub(width(&amount) + 1);
            format!("{} {amount}", fit(&name, room))
        }
        None => fit(&name, cells).into_owned(),
    })
}

fn done_at(task: &TaskOutlook) -> String {
    let at = task.done_at.map(|at| at.time_of_day().to_string());
    at.unwrap_or_default()
}

/// Where there is little room, what is most telling, each with less than the one before.
fn right_of_narrow(task: &TaskOutlook, scene: &Scene<'_>) -> Vec<String> {
    if !task.is_open() {
        return vec![last(task, scene, LAST)];
    }
    let (extra, from) = (extra(task, scene), from(task, scene));
    match (extra.is_empty(), from.is_empty()) {
        (true, true) => vec![fit(&customer(task), CUSTOMER).into_owned()],
        (false, true) => vec![extra],
        (true, false) => vec![from],
        (false, false) => vec![format!("{extra}  {from}"), from],
    }
}

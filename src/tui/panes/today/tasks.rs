//! A task on one line.

use ratatui::style::Style;

use crate::domain::Amount;
use crate::i18n::cells::{ends, fit, pad_left, pad_right, width};
use crate::i18n::weekday_and_number;
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
            let right = Some(right_of_narrow(task, scene)).filter(|right| width(right) <= room);
            let right = right.unwrap_or_default();
            return ends(
                &format!("{head} {}", task_title(task, scene)),
                &right,
                self.width,
            );
        }
        let mut right = String::new();
        let extra = match extra(task, scene).as_str() {
            // The title may go on where nothing else stands.
            "" => String::new(),
            extra => pad_left(extra, self.extra),
        };
        for text in [
            extra,
            pad_right(&customer(task), self.customer),
            pad_left(&last(task, scene, self.last), self.last),
        ] {
            if !text.is_empty() {
                right = format!("{right}  {text}");
            }
        }
        let room = self.width.saturating_sub(width(&right));
        let left = format!("{head}  {}", task_title(task, scene));
        format!("{}{right}", pad_right(&left, room))
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
pub fn task_head(task: &TaskOutlook, scene: &Scene<'_>) -> String {
    let sign = sign(task, scene);
    let time = task.time.map_or(String::new(), |time| time.to_string());
    format!("{sign} {time:5} {:?}", task.class)
}

/// The title; a sign before it says that the task comes again.
pub fn task_title(task: &TaskOutlook, scene: &Scene<'_>) -> String {
    match task.repeat {
        Some(_) => format!("{} {}", scene.theme.glyphs.again, task.title),
        None => task.title.clone(),
    }
}

fn sign(task: &TaskOutlook, scene: &Scene<'_>) -> &'static str {
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
    } else if task.stands_on().is_some_and(|day| day < scene.view.day()) {
        let day = task.stands_on().unwrap_or(scene.view.day());
        words.of_day(weekday_and_number(scene.language, day))
    } else {
        String::new()
    }
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

/// Where there is room for one thing, the most telling one.
fn right_of_narrow(task: &TaskOutlook, scene: &Scene<'_>) -> String {
    let extra = extra(task, scene);
    match task.state {
        TaskStatus::Open if extra.is_empty() => fit(&customer(task), CUSTOMER).into_owned(),
        TaskStatus::Open => extra,
        TaskStatus::Done | TaskStatus::Skipped | TaskStatus::Moved => last(task, scene, LAST),
    }
}

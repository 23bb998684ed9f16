//! What stands in a plan, from top to bottom.

use super::planned;
use crate::domain::MetricId;
use crate::i18n::{WeekdayForm, week_name, weekday};
use crate::tui::panes::goals::sheet::Line;
use crate::tui::scene::Scene;

/// A row that keys act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    Take,
    Metric(MetricId),
    Days,
    Open,
    Outlook,
    /// A part of what wins customers becomes care for those there are.
    Care,
}

/// A line as it is drawn.
pub(super) enum What {
    Take,
    Blank,
    Head,
    Metric(MetricId),
    Days,
    /// Something told, with what becomes of it at the end.
    Told(String, String),
    /// What speaks against the plan; its first line has a head.
    Doubt(String, bool),
    Open,
    Outlook,
    /// The figures of the turn to care; their first line has a head.
    Care(String, bool),
}

/// The lines, with those of what speaks against the plan, and of the turn to care where it is
/// offered.
pub(super) fn lines(
    scene: &Scene<'_>,
    doubts: Vec<String>,
    care: Vec<String>,
) -> Vec<Line<What, Row>> {
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
    lines.extend(told_before.map(|(text, end)| told(What::Told(text, end), None)));
    let doubts = doubts.into_iter().enumerate();
    lines.extend(doubts.map(|(at, text)| told(What::Doubt(text, at == 0), None)));
    if scene.outlook.open_before.earlier.is_some() {
        lines.push(told(What::Open, Some(Row::Open)));
    }
    lines.push(told(What::Outlook, Some(Row::Outlook)));
    let care = care.into_iter().enumerate();
    lines.extend(care.map(|(at, text)| {
        let is_first = at == 0;
        told(What::Care(text, is_first), is_first.then_some(Row::Care))
    }));
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

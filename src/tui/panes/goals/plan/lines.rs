//! What stands in a plan, from top to bottom.

use super::planned;
use crate::domain::{Amount, MetricId};
use crate::i18n::{WeekdayForm, cells, week_name, weekday};
use crate::planning::{Doubt, MetricOutlook, Outlook};
use crate::tui::panes::goals::doubts::said;
use crate::tui::panes::goals::sheet::Line;
use crate::tui::scene::Scene;

/// A row that keys act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    Take,
    Metric(MetricId),
    Days,
    /// A figure that is doubted, with another one to take.
    Doubt(MetricId),
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
    /// The same of what the review wants done: the text gives way to what becomes of it.
    Improvement(String, String),
    /// What speaks against the plan; the first of them has a head.
    Doubt(DoubtLine, bool),
    /// What the week before left, and whether it is to be decided here.
    Open(bool),
    Outlook,
    /// The figures of the turn to care; their first line has a head.
    Care(String, bool),
}

/// A line of what speaks against the plan.
pub(super) struct DoubtLine {
    pub(super) text: String,
    /// What stands at its end: which figure Enter takes.
    pub(super) end: String,
    /// Whose figure is doubted.
    of: Option<MetricId>,
}

impl DoubtLine {
    /// A line without its words.
    pub(super) fn bare(doubt: &Doubt, scene: &Scene<'_>) -> Self {
        Self {
            text: String::new(),
            end: String::new(),
            of: offered(doubt, scene).map(|(metric, _)| metric.id.clone()),
        }
    }

    /// The lines of a doubt, wrapped to so many cells.
    pub(super) fn all(doubt: &Doubt, seen: &Outlook, scene: &Scene<'_>, width: usize) -> Vec<Self> {
        let Some(text) = said(doubt, seen, scene) else {
            return Vec::new();
        };
        let mut first = Self::bare(doubt, scene);
        if let Some((metric, offer)) = offered(doubt, scene) {
            let offer = scene.style(metric).exact(offer);
            first.end = scene.words.planning.enter_takes(offer);
        }
        let width = width.saturating_sub(cells::width(&first.end) + 1);
        let mut texts = Self::told(&text, width).into_iter();
        first.text = texts.next().map(|line| line.text).unwrap_or_default();
        std::iter::once(first).chain(texts).collect()
    }

    /// The lines of a text that offers nothing, wrapped to so many cells.
    pub(super) fn told(text: &str, width: usize) -> Vec<Self> {
        let line = |text| Self {
            text,
            end: String::new(),
            of: None,
        };
        cells::wrapped(text, width).into_iter().map(line).collect()
    }
}

/// Which figure could be taken instead of a doubted one.
fn offered<'a>(doubt: &Doubt, scene: &'a Scene<'_>) -> Option<(&'a MetricOutlook, Amount)> {
    match doubt {
        Doubt::AboveBest { metric, offer, .. } => {
            let metric = scene.outlook.metric(metric)?;
            Some((metric, Amount::of_units(*offer)))
        }
        Doubt::NothingLeadsTo { .. } | Doubt::DayTooFull { .. } | Doubt::NoDay { .. } => None,
    }
}

/// The lines, with those of what speaks against the plan, and of the turn to care where it is
/// offered.
pub(super) fn lines(
    scene: &Scene<'_>,
    doubts: Vec<DoubtLine>,
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
    let told_before = handed_on(scene).into_iter().chain(unsealed(scene));
    lines.extend(told_before.map(|(text, end)| told(What::Told(text, end), None)));
    let wanted = improvements(scene).into_iter();
    lines.extend(wanted.map(|(text, end)| told(What::Improvement(text, end), None)));
    let doubts = doubts.into_iter().enumerate();
    lines.extend(doubts.map(|(at, line)| {
        let row = line.of.clone().map(Row::Doubt);
        told(What::Doubt(line, at == 0), row)
    }));
    if let Some(earlier) = &scene.outlook.open_before.earlier {
        // What this week itself still holds open is decided by its review.
        let is_over = earlier.week < scene.today().week();
        lines.push(told(What::Open(is_over), is_over.then_some(Row::Open)));
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

/// That last week has no review yet.
fn unsealed(scene: &Scene<'_>) -> Option<(String, String)> {
    let week = week_name(scene.language, scene.outlook.unsealed_before?);
    Some((scene.words.planning.unsealed(week), String::new()))
}

/// What last week's review wants done.
fn improvements(scene: &Scene<'_>) -> Vec<(String, String)> {
    let words = &scene.words.planning;
    let mut lines = Vec::new();
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

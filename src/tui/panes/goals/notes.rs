//! The lines around the grid: the market above it; below it what the signs mean, the exact
//! figures of what is selected, and what asks for attention.

use super::doubts::said;
use super::place::{Column, Row};
use crate::domain::{Amount, Weekday};
use crate::i18n::cells::{fit, width};
use crate::i18n::{WeekdayForm, weekday, weekday_and_number};
use crate::planning::{MetricOutlook, Outlook, day_view, days_too_full};
use crate::tui::scene::Scene;

/// Between the parts of a line.
const DOT: &str = " · ";

/// What a name keeps beside its figures.
const LEAST_NAME: usize = 8;

/// The market, holidays, the focus, which day of the week it is; the most telling first, as
/// many as there is room for.
pub(super) fn outlook(scene: &Scene<'_>, cells: usize) -> String {
    let words = scene.words;
    let market = words.name(scene.outlook.outlook.market);
    let mut parts = vec![match scene.outlook.outlook.note.as_str() {
        "" => words.goals.outlook(market),
        note => words.goals.outlook_noted(market, note),
    }];
    parts.extend(special_days(scene));
    let focus = scene.outlook.focus.as_ref();
    let focus = focus.and_then(|id| scene.outlook.metric(id));
    parts.extend(focus.map(|metric| words.goals.focus(&metric.name)));
    parts.extend(words.day_of(scene.outlook));
    joined(&parts, cells)
}

/// Holidays and make-up days by name, and years whose holidays are not known.
fn special_days(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let mut parts = Vec::new();
    let mut add = |part: String| {
        if !parts.contains(&part) {
            parts.push(part);
        }
    };
    for day in scene.outlook.days.values() {
        if let Some(holiday) = day.holiday {
            add(words.name(holiday).to_owned());
        }
        if day.make_up {
            let name = weekday(scene.language, day.weekday, WeekdayForm::Short);
            add(format!("{} {name}", words.goals.make_up_day));
        }
        if day.law_unknown {
            use chrono::Datelike as _;
            add(words.goals.law_unknown(day.date.date().year()));
        }
    }
    parts
}

/// As many of the parts as fit, at least the first.
fn joined(parts: &[String], cells: usize) -> String {
    let mut line = String::new();
    for part in parts {
        let longer = if line.is_empty() {
            part.clone()
        } else {
            format!("{line}{DOT}{part}")
        };
        if !line.is_empty() && width(&longer) > cells {
            break;
        }
        line = longer;
    }
    line
}

/// The exact figures of what is selected; where they have one line of so many cells, a long
/// name gives way to them.
pub(super) fn about(scene: &Scene<'_>, row: &Row, column: Column, room: usize) -> String {
    match (row, column) {
        (Row::Days, Column::Day(day)) => about_day(scene, day),
        (Row::Outlook, _) | (Row::Days, Column::Name | Column::Target) => String::new(),
        (Row::Metric(id), column) => {
            let metric = scene.outlook.metric(id);
            let said = |metric: &MetricOutlook, name: &str| match column {
                Column::Day(day) => about_cell(scene, metric, name, day),
                Column::Name | Column::Target => about_target(scene, metric, name),
            };
            metric.map_or_else(String::new, |metric| {
                let figures = width(&said(metric, ""));
                let least = room.saturating_sub(figures).max(LEAST_NAME);
                said(metric, &fit(&metric.name, least))
            })
        }
    }
}

fn about_day(scene: &Scene<'_>, day: Weekday) -> String {
    let words = &scene.words.goals;
    let seen = &scene.outlook.days[day];
    let name = weekday_and_number(scene.language, seen.date);
    let holiday = seen.holiday.map(|holiday| scene.words.name(holiday));
    let why = seen.why.as_deref().or(holiday);
    match (seen.off, why) {
        (true, Some(why)) => words.off_why(name, why),
        (true, None) => words.off(name),
        (false, why) => {
            let percent = words.weight(name, seen.weight.percent());
            let make_up = seen.make_up.then_some(words.make_up_day);
            let why = why.or(make_up);
            why.map_or(percent.clone(), |why| format!("{percent}{DOT}{why}"))
        }
    }
}

/// The exact figures of a metric's day.
pub(super) fn about_cell(
    scene: &Scene<'_>,
    metric: &MetricOutlook,
    name: &str,
    day: Weekday,
) -> String {
    let words = &scene.words.goals;
    let style = scene.style(metric);
    let figures = &metric.days[day];
    let date = weekday_and_number(scene.language, figures.date);
    let done = style.exact(figures.done_of_quota());
    let exact = |units| style.exact(Amount::of_units(units));
    let plan = exact(figures.baseline);
    let is_today = figures.date == scene.outlook.today;
    let mut text = match (metric.target, figures.adaptive) {
        (None, _) => words.done_on(name, date, done),
        (Some(_), Some(now)) if is_today => words.this_day(name, date, plan, done, exact(now)),
        (Some(_), Some(now)) => words.coming_day(name, date, plan, exact(now)),
        (Some(_), None) => words.passed_day(name, date, plan, done),
    };
    if figures.pinned.is_some() {
        text = format!("{text}{DOT}{}", words.pinned);
    }
    text
}

fn about_target(scene: &Scene<'_>, metric: &MetricOutlook, name: &str) -> String {
    let words = &scene.words.goals;
    let style = scene.style(metric);
    let done = style.exact(metric.done);
    let Some(target) = metric.target else {
        return if metric.done.is_zero() {
            scene
                .words
                .common
                .reason(name, scene.words.planning.no_target)
        } else {
            words.unplanned_beside(name, done)
        };
    };
    let mut parts = vec![words.target_is(name, done, style.exact(target))];
    if let Some(left) = metric.missing().filter(|left| *left > 0) {
        parts.push(words.still(style.exact(Amount::of_units(left))));
    }
    if let Some(stretch) = metric.stretch {
        parts.push(words.stretch(style.exact(stretch)));
    }
    let since = metric.since.filter(|since| *since > scene.outlook.from);
    if let Some(since) = since {
        let day = weekday_and_number(scene.language, since);
        parts.push(words.counts_from(day));
    }
    parts.join(DOT)
}

/// What asks for attention, the most pressing first.
pub(super) fn attention(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let mut notes = misfits(scene, scene.outlook);
    if scene.outlook.reopened {
        notes.push(words.review.reopened.to_owned());
    }
    notes.extend(scene.outlook.unsealed_before.map(|week| {
        let week = crate::i18n::week_name(scene.language, week);
        words.planning.unsealed(week)
    }));
    notes.extend(tasks_for_today(scene));
    notes.extend(full_days(scene));
    notes
}

/// What no day of the week that `seen` shows has room for, and what pins ask beyond a target.
pub(super) fn misfits(scene: &Scene<'_>, seen: &Outlook) -> Vec<String> {
    let words = scene.words;
    let mut notes = Vec::new();
    for metric in &seen.metrics {
        let style = scene.style(metric);
        let exact = |units| style.exact(Amount::of_units(units));
        let mut note = |text: String| notes.push(words.common.reason(&metric.name, text));
        if metric.unplaced > 0 {
            let amount = exact(metric.unplaced);
            note(match (metric.most_a_day(), metric.best_day) {
                (Some(most), Some(best)) => {
                    let goals = &words.goals;
                    goals.unplaced_above(amount, exact(most), exact(best))
                }
                _ => words.goals.unplaced(amount),
            });
        }
        if metric.over > 0 {
            note(words.goals.over(exact(metric.over)));
        }
    }
    notes
}

/// The days whose tasks take longer than their hours.
fn full_days(scene: &Scene<'_>) -> Vec<String> {
    let doubts = days_too_full(scene.week, scene.settings, scene.now);
    let said = doubts
        .iter()
        .filter_map(|doubt| said(doubt, scene.outlook, scene));
    said.collect()
}

/// The counters of today of which tasks cover at least half, but not all.
fn tasks_for_today(scene: &Scene<'_>) -> Vec<String> {
    let today = day_view(scene.outlook, scene.outlook.today);
    let counters = today.counters.iter().filter_map(|counter| {
        let owed = counter.quota?;
        let covers_half = counter.from_tasks.saturating_mul(2) >= owed;
        let said = covers_half && counter.from_tasks < owed;
        let style = scene.style(counter.metric);
        let exact = |units| style.exact(Amount::of_units(units));
        said.then(|| {
            let (tasks, owed) = (exact(counter.from_tasks), exact(owed));
            scene
                .words
                .goals
                .tasks_for(&counter.metric.name, tasks, owed)
        })
    });
    counters.collect()
}

//! The review as text: goal, result, analysis, insight.

use super::Source;
use super::document::{Document, Table};
use super::phrases::{Phrases, left, or_nothing};
use super::week::improvement;
use crate::domain::Weekday;
use crate::i18n::{WeekdayForm, percent, tenths, week_dates, week_name, weekday};
use crate::planning::{Asked, MetricOutlook, MissedTarget, Outlook, ReviewRow, TaskStatus};

pub(super) fn document(source: Source<'_>) -> Document {
    let phrases = source.phrases();
    let report = phrases.report;
    let outlook = source.outlook();
    let mut document = Document::new(title(phrases, &outlook));
    document.line(state(phrases, &outlook));
    document.heading(report.goal);
    goal(&mut document, phrases, &outlook);
    document.heading(report.result);
    document.table(results(phrases, &outlook));
    document.table(day_by_day(phrases, &outlook));
    document.list(summary(phrases, &outlook));
    document.heading(report.analysis);
    document.list(analysis(phrases, &outlook));
    document.heading(report.insight);
    document.list(insight(phrases, &outlook));
    document
}

fn title(phrases: Phrases, outlook: &Outlook) -> String {
    phrases.report.review_title(
        week_name(phrases.language, outlook.week),
        week_dates(phrases.language, outlook.week),
    )
}

fn state(phrases: Phrases, outlook: &Outlook) -> String {
    match outlook.sealed_at {
        Some(at) => {
            let moment = format!("{} {}", phrases.day(at.day()), at.time_of_day());
            phrases.words.review.sealed_at(moment)
        }
        None => phrases.words.state_of(outlook).to_owned(),
    }
}

/// What was to be reached, how that changed, and what the market was expected to bring.
fn goal(document: &mut Document, phrases: Phrases, outlook: &Outlook) {
    if outlook.is_holiday_week() {
        document.line(phrases.report.holiday_week);
    }
    let targets = outlook.metrics.iter();
    let targets: Vec<_> = targets
        .filter_map(|metric| Some(phrases.counted(metric, metric.target?)))
        .collect();
    if targets.is_empty() {
        document.line(phrases.report.no_targets);
    }
    let focus = outlook.focus.as_ref().and_then(|id| outlook.metric(id));
    let focus = focus.map(|metric| phrases.labelled(phrases.report.focus, &metric.name));
    let changes = phrases.target_changes(outlook);
    let others = changes
        .into_iter()
        .chain(focus)
        .chain(phrases.market(outlook));
    document.list(targets.into_iter().chain(others));
}

fn results(phrases: Phrases, outlook: &Outlook) -> Table {
    let report = phrases.report;
    let rows = outlook.review.rows.iter().filter_map(|row| {
        let metric = outlook.metric(&row.metric)?;
        Some(result(phrases, metric, row))
    });
    Table {
        rows: rows.collect(),
        ..Table::new([
            report.metric,
            report.target,
            report.done,
            report.attainment,
            report.last_week,
            report.four_weeks,
            report.lead_days,
            report.status,
        ])
    }
}

fn result(phrases: Phrases, metric: &MetricOutlook, row: &ReviewRow) -> Vec<String> {
    vec![
        metric.name.clone(),
        phrases.amount(metric, row.target),
        phrases.amount(metric, row.done),
        percent(row.bp),
        or_nothing(row.last_week_bp.map(percent)),
        or_nothing(row.four_weeks_bp.map(percent)),
        or_nothing(row.lead.map(tenths)),
        phrases.words.name(row.status).to_owned(),
    ]
}

/// What each day brought of what had a target; days off only where they brought something.
fn day_by_day(phrases: Phrases, outlook: &Outlook) -> Table {
    let metrics = outlook
        .metrics
        .iter()
        .filter(|metric| metric.target.is_some());
    let metrics: Vec<_> = metrics.collect();
    let is_shown = |day: &Weekday| {
        let brought = |metric: &&MetricOutlook| !metric.days[*day].done.is_zero();
        !outlook.days[*day].off || metrics.iter().any(brought)
    };
    let days: Vec<_> = Weekday::ALL.into_iter().filter(is_shown).collect();
    let names = days
        .iter()
        .map(|day| weekday(phrases.language, *day, WeekdayForm::Short));
    let columns = std::iter::once(phrases.report.day_by_day).chain(names);
    let row = |metric: &&MetricOutlook| {
        let name = std::iter::once(metric.name.clone());
        let done = days
            .iter()
            .map(|day| phrases.amount(metric, metric.days[*day].done));
        name.chain(done).collect()
    };
    Table {
        rows: metrics.iter().map(row).collect(),
        ..Table::new(columns)
    }
}

/// The tasks counted, the moods, the wins, and whether last week's improvements helped.
fn summary(phrases: Phrases, outlook: &Outlook) -> Vec<String> {
    let report = phrases.report;
    let review = &outlook.review;
    let counted = [
        (TaskStatus::Done, review.done),
        (TaskStatus::Open, review.open.len()),
        (TaskStatus::Skipped, review.skipped.len()),
        (TaskStatus::Moved, review.moved.len()),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    let tasks: Vec<_> = counted
        .map(|(state, count)| format!("{} {count}", phrases.words.name(state)))
        .collect();
    let moods = outlook.days.values().filter_map(|day| {
        let name = weekday(phrases.language, day.weekday, WeekdayForm::Short);
        Some(format!("{name} {}", day.mood?))
    });
    let moods: Vec<_> = moods.collect();
    let lines = [(report.tasks, tasks), (report.mood, moods)];
    let lines = lines.into_iter().filter(|(_, parts)| !parts.is_empty());
    let lines = lines.map(|(label, parts)| phrases.labelled(label, &phrases.listed(&parts)));
    lines
        .chain(wins(phrases, outlook))
        .chain(review.asked.iter().map(|asked| helped(phrases, asked)))
        .collect()
}

/// What was good, each with its day.
fn wins(phrases: Phrases, outlook: &Outlook) -> impl Iterator<Item = String> + '_ {
    let days = outlook.days.values();
    days.flat_map(move |day| {
        let name = weekday(phrases.language, day.weekday, WeekdayForm::Short);
        let wins = day.wins.iter();
        wins.map(move |win| phrases.win(&format!("{name} {win}")))
    })
}

fn helped(phrases: Phrases, asked: &Asked) -> String {
    let question = phrases.labelled(phrases.report.helped, &asked.improvement.text);
    let answer = asked.helped.map(|answer| phrases.words.name(answer));
    let answer = answer.unwrap_or(phrases.report.no_answer);
    match &asked.note {
        Some(note) => format!("{question} – {}", phrases.with_note(answer, note)),
        None => format!("{question} – {answer}"),
    }
}

/// Why targets were missed and tasks not done, and what came in between.
fn analysis(phrases: Phrases, outlook: &Outlook) -> Vec<String> {
    let missed = outlook.review.missed.iter();
    let missed = missed.filter_map(|miss| cause_of(phrases, outlook, miss));
    let tasks = left(outlook).map(|task| phrases.with_whys(&phrases.not_done(task), &task.whys));
    let events = outlook.events.iter();
    let events = events.map(|event| phrases.dated_event(outlook, event));
    missed.chain(tasks).chain(events).collect()
}

fn cause_of(phrases: Phrases, outlook: &Outlook, miss: &MissedTarget) -> Option<String> {
    let metric = outlook.metric(&miss.metric)?;
    let done = format!("{} {}", metric.name, phrases.done_of_target(metric));
    let cause = miss
        .cause
        .map(|cause| phrases.cause(cause, miss.note.as_deref()));
    let cause = cause.as_deref().unwrap_or(phrases.report.no_cause);
    let cause = phrases.with_whys(cause, &miss.whys);
    Some(phrases.labelled(&done, &cause))
}

/// The lessons, then what will be done.
fn insight(phrases: Phrases, outlook: &Outlook) -> Vec<String> {
    let lessons = outlook.lessons.iter().map(|lesson| {
        let kind = phrases.words.name(lesson.kind);
        phrases.labelled(kind, &lesson.text)
    });
    let actions = outlook
        .improvements
        .iter()
        .map(|one| phrases.labelled(phrases.report.improvement, &improvement(phrases, one)));
    lessons.chain(actions).collect()
}

//! The report of a week: five figures for the meeting, then what was reached, what was not and
//! why, customers, market, the plan for next week, and where help is needed.

use std::collections::BTreeSet;

use super::Source;
use super::document::{Document, Table};
use super::phrases::{Phrases, left, or_nothing};
use crate::domain::{Cause, EventKind, Id};
use crate::i18n::{month_day, percent, week_dates, week_name};
use crate::planning::{
    Class, CustomerWork, Gap, ImprovementOutlook, Meeting, MetricOutlook, Outlook, TaskOutlook,
    TaskStatus, customer_work, meeting,
};

pub(super) fn document(source: Source<'_>) -> Document {
    let phrases = source.phrases();
    let report = phrases.report;
    let outlook = source.outlook();
    let next = source.next_outlook(source.now);
    let meeting = meeting(&outlook, source.history);
    let mut document = Document::new(title(phrases, &outlook));
    document.list(figures(phrases, &meeting));
    document.heading(report.targets_and_results);
    results(&mut document, phrases, &outlook);
    document.heading(report.key_work);
    key_work(&mut document, phrases, &outlook);
    let wins = outlook.days.values().flat_map(|day| &day.wins);
    document.list(wins.map(|win| phrases.win(win)));
    document.heading(report.not_done_and_why);
    document.list(not_done(phrases, &outlook, &meeting));
    document.heading(report.customers);
    document.list(
        customer_work(&outlook)
            .iter()
            .map(|work| customer(phrases, work)),
    );
    document.heading(report.market_and_competitors);
    document.list(market(phrases, &outlook));
    document.heading(report.next_week);
    next_week(&mut document, phrases, &outlook, &next);
    document.heading(report.support_needed);
    document.list(support(phrases, &outlook));
    document
}

fn title(phrases: Phrases, outlook: &Outlook) -> String {
    phrases.report.week_title(
        week_name(phrases.language, outlook.week),
        week_dates(phrases.language, outlook.week),
    )
}

/// The five figures: the month so far, revenue, visits and communications, new customers, gaps.
fn figures(phrases: Phrases, meeting: &Meeting<'_>) -> [String; 5] {
    let report = phrases.report;
    let since_first = meeting.month.iter();
    let month: Vec<_> = since_first
        .map(|(metric, done)| phrases.counted(metric, *done))
        .collect();
    let new_customers = meeting
        .new_customers
        .map(|metric| phrases.done_of_target(metric));
    let first = month_day(phrases.language, meeting.month_from);
    let figure = |label: &str, figure: String| {
        let figure = Some(figure).filter(|figure| !figure.is_empty());
        phrases.labelled(label, &or_nothing(figure))
    };
    [
        figure(&report.month_to_date(first), phrases.listed(&month)),
        figure(report.week_revenue, revenue(phrases, meeting)),
        figure(report.contacts, contacts(phrases, meeting)),
        figure(report.new_customers, new_customers.unwrap_or_default()),
        figure(report.gap, gaps(phrases, meeting)),
    ]
}

/// The money of the week, by name where there is more than one kind.
fn revenue(phrases: Phrases, meeting: &Meeting<'_>) -> String {
    if let [only] = meeting.revenue.as_slice() {
        return phrases.done_of_target(only);
    }
    let kinds = meeting.revenue.iter();
    let kinds = kinds.map(|metric| format!("{} {}", metric.name, phrases.done_of_target(metric)));
    phrases.listed(&kinds.collect::<Vec<_>>())
}

/// `visits 14, communications 73 (calls 53, emails 20)`.
fn contacts(phrases: Phrases, meeting: &Meeting<'_>) -> String {
    let visits = meeting
        .visits
        .map(|visits| phrases.counted(visits, visits.done));
    let talks: Vec<_> = meeting
        .communications
        .iter()
        .filter(|metric| !metric.done.is_zero())
        .map(|metric| phrases.counted(metric, metric.done))
        .collect();
    let talks_done = format!(
        "{} {}",
        phrases.report.communications,
        meeting.communications_done.units()
    );
    let talks = match talks.as_slice() {
        [] => talks_done,
        talks => phrases.with_note(&talks_done, &phrases.listed(talks)),
    };
    let parts: Vec<_> = visits.into_iter().chain([talks]).collect();
    phrases.listed(&parts)
}

fn gaps(phrases: Phrases, meeting: &Meeting<'_>) -> String {
    let gaps: Vec<_> = meeting
        .gaps
        .iter()
        .map(|gap| missing(phrases, gap))
        .collect();
    phrases.listed(&gaps)
}

/// `Revenue ¥188,000 (competitor)`.
fn missing(phrases: Phrases, gap: &Gap<'_>) -> String {
    let missing = phrases.counted(gap.metric, gap.missing);
    match gap.cause {
        Some(cause) => phrases.with_note(&missing, &phrases.cause(cause, gap.note)),
        None => missing,
    }
}

fn results(document: &mut Document, phrases: Phrases, outlook: &Outlook) {
    let report = phrases.report;
    if outlook.is_holiday_week() {
        document.line(report.holiday_week);
    }
    let shown = outlook.metrics.iter();
    let shown = shown.filter(|metric| metric.target.is_some() || !metric.done.is_zero());
    let rows: Vec<_> = shown.map(|metric| result(phrases, metric)).collect();
    if outlook.review.rows.is_empty() {
        document.line(report.no_targets);
    }
    document.table(Table {
        rows,
        ..Table::new([
            report.metric,
            report.target,
            report.done,
            report.attainment,
            report.status,
        ])
    });
    document.list(phrases.target_changes(outlook));
}

fn result(phrases: Phrases, metric: &MetricOutlook) -> Vec<String> {
    let target = metric.target.map(|target| phrases.amount(metric, target));
    vec![
        metric.name.clone(),
        or_nothing(target),
        phrases.amount(metric, metric.done),
        or_nothing(metric.attainment_bp.map(percent)),
        phrases.words.name(metric.status).to_owned(),
    ]
}

/// The important tasks that were done, or all of them where none was called important; the
/// others are counted.
fn key_work(document: &mut Document, phrases: Phrases, outlook: &Outlook) {
    let tasks = outlook.tasks.iter();
    let done: Vec<_> = tasks
        .filter(|task| task.state == TaskStatus::Done)
        .collect();
    let is_key = |task: &&&TaskOutlook| matches!(task.class, Class::A | Class::B);
    let key: Vec<_> = done.iter().filter(is_key).collect();
    if key.is_empty() {
        document.list(done.iter().map(|task| phrases.task(task)));
        return;
    }
    let others = done.len() - key.len();
    let others = (others > 0).then(|| phrases.report.others_done(others));
    document.list(key.iter().map(|task| phrases.task(task)).chain(others));
}

/// The targets missed, the tasks not done, and what came in between.
fn not_done(phrases: Phrases, outlook: &Outlook, meeting: &Meeting<'_>) -> Vec<String> {
    let missed = &outlook.review.missed;
    let is_missed = |gap: &&Gap<'_>| missed.iter().any(|miss| miss.metric == gap.metric.id);
    let targets = meeting.gaps.iter().filter(is_missed).map(|gap| {
        let done = format!("{} {}", gap.metric.name, phrases.done_of_target(gap.metric));
        let cause = gap.cause.map(|cause| phrases.cause(cause, gap.note));
        phrases.labelled(&done, cause.as_deref().unwrap_or(phrases.report.no_cause))
    });
    let left = left(outlook).map(|task| phrases.not_done(task));
    let events = outlook.events.iter();
    let events = events.filter(|event| event.kind != EventKind::Competitor);
    let events = events.map(|event| phrases.dated_event(outlook, event));
    targets.chain(left).chain(events).collect()
}

fn customer(phrases: Phrases, work: &CustomerWork<'_>) -> String {
    let done = work
        .done
        .iter()
        .map(|(metric, done)| phrases.counted(metric, *done));
    let tasks = work
        .tasks
        .iter()
        .map(|task| phrases.with_note(&task.title, phrases.words.name(task.state)));
    let work_done: Vec<_> = done.chain(tasks).collect();
    phrases.labelled(work.name, &work_done.join(phrases.words.common.semicolon))
}

/// What the market was expected to bring, where that was said, and what competitors did.
fn market(phrases: Phrases, outlook: &Outlook) -> Vec<String> {
    let events = outlook.events.iter();
    let events = events.filter(|event| event.kind == EventKind::Competitor);
    let events = events.map(|event| phrases.dated_event(outlook, event));
    phrases.market(outlook).into_iter().chain(events).collect()
}

/// Next week's targets, the improvements, what is planned already, and what is still open.
fn next_week(document: &mut Document, phrases: Phrases, outlook: &Outlook, next: &Outlook) {
    let mut said: BTreeSet<Id> = outlook.improvements.iter().map(|one| one.id.0).collect();
    let targets = next.metrics.iter();
    let targets = targets.filter_map(|metric| Some(phrases.counted(metric, metric.target?)));
    let targets: Vec<_> = targets.collect();
    let targets = (!targets.is_empty())
        .then(|| phrases.labelled(phrases.report.target, &phrases.listed(&targets)));
    let improvements = outlook.improvements.iter();
    let improvements = improvements.map(|one| improvement(phrases, one));
    let planned = next.tasks.iter().filter(|task| task.is_open());
    let still_open = left(outlook).filter(|task| task.is_open());
    let tasks = planned
        .chain(still_open)
        .filter(|task| said.insert(task.id.0));
    let tasks = tasks.map(
        |task| match task.day.filter(|day| next.week.contains(*day)) {
            Some(day) => format!("{} {}", phrases.day(day), phrases.planned(task)),
            None => phrases.task(task),
        },
    );
    let plan: Vec<_> = targets
        .into_iter()
        .chain(improvements)
        .chain(tasks)
        .collect();
    if plan.is_empty() {
        document.line(phrases.report.no_plan_yet);
    }
    document.list(plan);
}

pub(super) fn improvement(phrases: Phrases, improvement: &ImprovementOutlook) -> String {
    let text = match improvement.day {
        Some(day) => format!("{} {}", phrases.day(day), improvement.text),
        None => improvement.text.clone(),
    };
    match &improvement.measure {
        Some(measure) => phrases.with_note(&text, measure),
        None => text,
    }
}

/// What others can help with: where a colleague, stock or delivery was the cause.
fn support(phrases: Phrases, outlook: &Outlook) -> Vec<String> {
    let others = |cause| matches!(cause, Cause::WaitingForColleague | Cause::StockOrDelivery);
    let misses = outlook.misses.iter().filter(|miss| others(miss.cause));
    let misses = misses.filter_map(|miss| {
        let metric = outlook.metric(&miss.metric)?;
        let cause = phrases.cause(miss.cause, miss.note.as_deref());
        Some(phrases.labelled(&metric.name, &cause))
    });
    let tasks = outlook.tasks.iter().filter_map(|task| {
        let cause = task.cause.filter(|cause| others(*cause))?;
        let cause = phrases.cause(cause, task.cause_note.as_deref());
        Some(phrases.labelled(&phrases.task(task), &cause))
    });
    misses.chain(tasks).collect()
}

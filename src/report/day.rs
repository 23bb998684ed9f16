//! The report of a day: today's summary, the plan for tomorrow, the takeaway.

use chrono::NaiveTime;

use super::Source;
use super::document::{Document, Table};
use super::phrases::{Phrases, or_nothing};
use crate::domain::{Day, Moment};
use crate::i18n::{WeekdayForm, date, date_with_year, percent, weekday};
use crate::planning::{Counter, DayOutlook, DayView, Outlook, TaskOutlook, day_view};

pub(super) fn document(source: Source<'_>, day: Day) -> Document {
    let phrases = source.phrases();
    let outlook = source.outlook();
    let facts = &outlook.days[day.weekday()];
    let mut document = Document::new(title(phrases, day));
    document.heading(phrases.report.today_summary);
    summary(&mut document, phrases, &outlook, facts);
    document.heading(phrases.report.plan_for_tomorrow);
    plan(&mut document, source, &outlook, day);
    document.heading(phrases.report.takeaway);
    document.list(facts.worked.clone());
    document.list(facts.wins.iter().map(|win| phrases.win(win)));
    document
}

fn title(phrases: Phrases, day: Day) -> String {
    let weekday = weekday(phrases.language, day.weekday(), WeekdayForm::Full);
    let date = date_with_year(phrases.language, day);
    phrases.report.day_title(weekday, date)
}

fn summary(document: &mut Document, phrases: Phrases, outlook: &Outlook, day: &DayOutlook) {
    if day.off {
        document.line(day_off(phrases, day));
    }
    let view = day_view(outlook, day.date);
    let events = outlook.events.iter().filter(|event| event.day == day.date);
    let events: Vec<_> = events.map(|event| phrases.event(outlook, event)).collect();
    let counted = view.counters.iter().any(|counter| !counter.done.is_zero());
    if !counted && view.done.is_empty() && events.is_empty() {
        document.line(phrases.report.nothing_recorded);
    }
    document.table(counters(phrases, &view));
    document.list(view.done.iter().map(|task| done(phrases, task)));
    let left = view.open.iter().chain(&view.gone);
    document
        .list(left.map(|task| phrases.labelled(phrases.report.not_done, &phrases.not_done(task))));
    document.list(events);
}

/// Why nothing is owed: the holiday, the user's own reason, or the calendar alone.
fn day_off(phrases: Phrases, day: &DayOutlook) -> String {
    let holiday = day.holiday.map(|holiday| phrases.words.name(holiday));
    match holiday.or(day.why.as_deref()) {
        Some(why) => phrases.labelled(phrases.report.day_off, why),
        None => phrases.report.day_off.to_owned(),
    }
}

fn counters(phrases: Phrases, view: &DayView<'_>) -> Table {
    let report = phrases.report;
    let mut table = Table::new([
        report.metric,
        report.done,
        report.quota,
        report.week_done,
        report.target,
        report.attainment,
    ]);
    table.rows = view
        .counters
        .iter()
        .map(|counter| row(phrases, counter))
        .collect();
    table
}

fn row(phrases: Phrases, counter: &Counter<'_>) -> Vec<String> {
    let metric = counter.metric;
    let quota = counter.quota.map(|quota| phrases.units(metric, quota));
    let target = metric.target.map(|target| phrases.amount(metric, target));
    vec![
        metric.name.clone(),
        phrases.amount(metric, counter.done),
        or_nothing(quota),
        phrases.amount(metric, metric.done),
        or_nothing(target),
        or_nothing(metric.attainment_bp.map(percent)),
    ]
}

/// A done task with the time at which it was done.
fn done(phrases: Phrases, task: &TaskOutlook) -> String {
    let time = task.done_at.filter(|at| Some(at.day()) == task.done_on);
    match time {
        Some(at) => format!("{} {}", at.time_of_day(), phrases.task(task)),
        None => phrases.task(task),
    }
}

/// The next day with work: what it owes, and its tasks.
fn plan(document: &mut Document, source: Source<'_>, outlook: &Outlook, day: Day) {
    let phrases = source.phrases();
    let Some(next) = next_day(outlook, day).or_else(|| {
        let after = source.next_outlook(source.now);
        next_day(&after, day)
    }) else {
        document.line(phrases.report.no_plan_yet);
        return;
    };
    if next != day.next() {
        let date = date(phrases.language, next);
        document.line(phrases.labelled(phrases.report.next_working_day, &date));
    }
    let now = morning(next, source.now);
    let outlook = if outlook.week.contains(next) {
        source.outlook_of(source.week, source.history, now)
    } else {
        source.next_outlook(now)
    };
    let view = day_view(&outlook, next);
    let owed: Vec<_> = view
        .counters
        .iter()
        .filter_map(|counter| owed(phrases, counter))
        .collect();
    if owed.is_empty() && view.open.is_empty() {
        document.line(phrases.report.no_plan_yet);
    }
    if !owed.is_empty() {
        document.line(phrases.labelled(phrases.report.quota, &phrases.listed(&owed)));
    }
    document.list(view.open.iter().map(|task| phrases.planned(task)));
}

/// The first day after `day` that has weight or an open task.
fn next_day(outlook: &Outlook, day: Day) -> Option<Day> {
    let has_task = |day: Day| {
        let mut tasks = outlook.tasks.iter();
        tasks.any(|task| task.is_open() && task.day == Some(day))
    };
    let mut days = outlook.days.values().filter(|next| next.date > day);
    let next = days.find(|next| !next.off || has_task(next.date));
    next.map(|next| next.date)
}

/// The beginning of a day to come, from which its quotas are counted; else now.
fn morning(day: Day, now: Moment) -> Moment {
    let midnight = day.date().and_time(NaiveTime::MIN);
    let midnight = midnight.and_local_timezone(*now.time().offset()).single();
    let midnight = midnight.and_then(Moment::new);
    midnight.filter(|midnight| *midnight > now).unwrap_or(now)
}

fn owed(phrases: Phrases, counter: &Counter<'_>) -> Option<String> {
    let quota = counter.quota.filter(|quota| *quota > 0)?;
    let quota = phrases.units(counter.metric, quota);
    Some(format!("{} {quota}", counter.metric.name))
}

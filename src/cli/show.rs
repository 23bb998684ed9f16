//! `show`: the week as a table.
//!
//! Each metric has a line with its target and pace, and below it what the plan asks of each
//! day, what was done, and what the days left owe now.

use chrono::Datelike;
use clap::Args;

use super::desk::Desk;
use super::error::CliError;
use crate::domain::{Amount, Day, Market, MetricId, Unit, Weekday};
use crate::i18n::{
    AmountStyle, LeadForm, WeekdayForm, cells, date, percent, week_dates, weekday,
    weekday_and_number,
};
use crate::planning::{DayOutlook, MetricDay, MetricOutlook, Outlook, Status, TaskOutlook};

/// How wide a day's column is.
const DAY: usize = 7;
/// How wide the column of names is at least.
const NAME: usize = 16;

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    #[arg(long)]
    json: bool,
}

impl ShowArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let week = desk.outlook(desk.week)?;
        if self.json {
            return desk.json(&week);
        }
        let lines = Table { desk, week: &week }.lines();
        desk.lines(&lines);
        Ok(())
    }
}

/// A week as a table.
struct Table<'a, 'd> {
    desk: &'a Desk<'d>,
    week: &'a Outlook,
}

impl Table<'_, '_> {
    fn lines(&self) -> Vec<String> {
        let mut lines = vec![self.head()];
        lines.extend(self.notes());
        lines.extend(self.odd_days());
        lines.push(String::new());
        lines.push(self.days());
        let is_used = |metric: &&MetricOutlook| metric.target.is_some() || !metric.done.is_zero();
        let (used, idle): (Vec<_>, Vec<_>) = self.week.metrics.iter().partition(is_used);
        lines.extend(used.into_iter().flat_map(|metric| self.metric(metric)));
        lines.extend(self.without_target(&idle));
        lines.extend(self.tasks());
        lines.extend(self.events());
        lines.extend(self.insight());
        lines.extend(self.asked());
        lines
    }

    /// `2026-W48 · 23–29 Nov 2026 · running · day 3 of 5`.
    fn head(&self) -> String {
        let (week, language) = (self.week, self.desk.language);
        let mut parts = vec![week.week.to_string(), week_dates(language, week.week)];
        parts.push(self.desk.words().state_of(week).to_owned());
        parts.extend(self.desk.words().day_of(week));
        parts.join(" · ")
    }

    /// Outlook and focus, where they were set.
    fn notes(&self) -> Option<String> {
        let words = self.desk.words();
        let market = &self.week.outlook;
        let name = words.name(market.market);
        let said = match market.note.as_str() {
            "" if market.market == Market::Normal => None,
            "" => Some(words.goals.outlook(name)),
            note => Some(words.goals.outlook_noted(name, note)),
        };
        let focus = self.week.focus.as_ref();
        let focus = focus.map(|id| words.messages.focus_set(self.name(id)));
        let parts: Vec<_> = said.into_iter().chain(focus).collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// Holidays, make-up days and own days, and a year whose holidays nobody knows yet.
    fn odd_days(&self) -> Vec<String> {
        let (words, language) = (self.desk.words(), self.desk.language);
        let of_day = |day: &DayOutlook| {
            let why = match (day.holiday, &day.why) {
                (_, Some(why)) => why.as_str(),
                (Some(holiday), None) => words.name(holiday),
                (None, None) if day.make_up => words.goals.make_up_day,
                (None, None) => return None,
            };
            Some(words.common.reason(date(language, day.date), why))
        };
        let unknown = self.week.days.values().find(|day| day.law_unknown);
        let unknown = unknown.map(|day| words.goals.law_unknown(day.date.date().year()));
        let days = self.week.days.values().filter_map(of_day);
        days.chain(unknown).collect()
    }

    fn name(&self, id: &MetricId) -> String {
        let metric = self.week.metric(id);
        metric.map_or_else(|| id.to_string(), |metric| metric.name.clone())
    }

    /// How wide the column of names is: as wide as the widest name.
    fn name_column(&self) -> usize {
        let names = self.week.metrics.iter();
        let widest = names.map(|metric| cells::width(&metric.name)).max();
        widest.unwrap_or(0).saturating_add(2).max(NAME)
    }

    /// The days that have a column: the weekend only where something is on it.
    fn columns(&self) -> impl Iterator<Item = &DayOutlook> {
        let is_used = |day: &&DayOutlook| {
            let used = |metric: &MetricOutlook| {
                let figures = &metric.days[day.weekday];
                figures.pinned.is_some() || !figures.done.is_zero() || figures.quota() > 0
            };
            day.weekday < Weekday::Sat || !day.off || self.week.metrics.iter().any(used)
        };
        self.week.days.values().filter(is_used)
    }

    /// The heads of the columns; a day off stands in brackets, today in square ones.
    fn days(&self) -> String {
        let mut line = " ".repeat(self.name_column());
        for day in self.columns() {
            let name = weekday(self.desk.language, day.weekday, WeekdayForm::Short);
            let name = match (day.date == self.week.today, day.off) {
                (true, _) => format!("[{name}]"),
                (false, true) => format!("({name})"),
                (false, false) => name.to_owned(),
            };
            line.push_str(&cells::pad_left(&name, DAY));
        }
        line
    }

    /// The metrics of which there is nothing to show.
    fn without_target(&self, metrics: &[&MetricOutlook]) -> Option<String> {
        let names: Vec<_> = metrics.iter().map(|metric| metric.name.as_str()).collect();
        let words = self.desk.words();
        let metrics = names.join(words.common.comma);
        (!names.is_empty()).then(|| words.commands.without_target(metrics))
    }

    fn metric(&self, metric: &MetricOutlook) -> Vec<String> {
        let mut lines = vec![format!(
            "{}{}",
            cells::pad_right(&metric.name, self.name_column()),
            self.pace(metric)
        )];
        let goals = &self.desk.words().goals;
        let style = self.desk.style_of(metric);
        if metric.target.is_some() && metric.unit != Unit::Score {
            lines.push(self.row(goals.plan, metric, |day| {
                let pinned = if day.pinned.is_some() { "*" } else { "" };
                format!(
                    "{}{pinned}",
                    cell(style, metric, Amount::of_units(day.baseline))
                )
            }));
        }
        lines.push(self.row(goals.done, metric, |day| {
            if day.date > self.week.today && day.done.is_zero() {
                String::new()
            } else {
                cell(style, metric, day.done)
            }
        }));
        if metric.days.values().any(|day| day.adaptive.is_some()) && metric.target.is_some() {
            lines.push(self.row(self.desk.words().commands.now, metric, |day| {
                let owed = day
                    .adaptive
                    .map(|owed| cell(style, metric, Amount::of_units(owed)));
                owed.unwrap_or_default()
            }));
        }
        lines
    }

    /// A row of figures under a metric's line.
    fn row(
        &self,
        label: &str,
        metric: &MetricOutlook,
        figure: impl Fn(&MetricDay) -> String,
    ) -> String {
        let mut line = cells::pad_right(&format!("  {label}"), self.name_column());
        for day in self.columns() {
            let figure = figure(&metric.days[day.weekday]);
            line.push_str(&cells::pad_left(&figure, DAY));
        }
        line.trim_end().to_owned()
    }

    /// `27/50  54%  on pace, 0.1 days ahead`.
    fn pace(&self, metric: &MetricOutlook) -> String {
        let style = self.desk.style_of(metric);
        let Some(target) = metric.target else {
            let status = self.desk.words().name(metric.status);
            return format!("{}  {status}", style.exact(metric.done));
        };
        let mut line = format!("{}/{}", style.exact(metric.done), style.exact(target));
        if let Some(bp) = metric.attainment_bp {
            line = format!("{line}  {}", percent(bp));
        }
        line = format!("{line}  {}", self.desk.words().name(metric.status));
        if let Some(lead) = metric.lead_days.filter(|_| has_lead(metric.status)) {
            let lead = self.desk.words().lead.say(lead, LeadForm::Days);
            line = format!("{line}  {lead}");
        }
        if metric.unplaced > 0 {
            let unplaced = style.exact(Amount::of_units(metric.unplaced));
            let unplaced = self.desk.words().goals.unplaced(unplaced);
            line = format!("{line} · {unplaced}");
        }
        line
    }
}

fn cell(style: AmountStyle, metric: &MetricOutlook, amount: Amount) -> String {
    let largest = metric.days.values().map(|day| day.done);
    let largest = largest.chain(metric.target).max().unwrap_or(amount);
    style.cell(amount, style.scale(largest), DAY - 2)
}

/// Whether the lead says more than the status.
fn has_lead(status: Status) -> bool {
    match status {
        Status::OnPace | Status::Ahead | Status::Behind | Status::FarBehind => true,
        Status::NoTarget | Status::Reached | Status::Missed | Status::NoWorkingDays => false,
    }
}

impl Table<'_, '_> {
    fn tasks(&self) -> Vec<String> {
        let mut days: Vec<Option<Day>> =
            self.week.tasks.iter().map(TaskOutlook::stands_on).collect();
        // The bucket stands last: it belongs to no day yet.
        days.sort_unstable_by_key(|day| (day.is_none(), *day));
        days.dedup();
        let mut lines = Vec::new();
        for day in days {
            lines.push(String::new());
            lines.push(day.map_or_else(
                || self.desk.words().common.this_week.to_owned(),
                |day| weekday_and_number(self.desk.language, day),
            ));
            let tasks = self.week.tasks.iter();
            let here = tasks.filter(|task| task.stands_on() == day);
            lines.extend(here.map(|task| format!("  {}", task_line(self.desk, task))));
        }
        lines
    }

    fn events(&self) -> Vec<String> {
        let words = self.desk.words();
        let events = self.week.events.iter().map(|event| {
            let day = weekday_and_number(self.desk.language, event.day);
            let what = words.common.reason(words.name(event.kind), &event.text);
            format!("{}  {day}  {what}", event.id)
        });
        block(words.review.events, events)
    }

    /// Lessons and improvements, with the ids by which they are named.
    fn insight(&self) -> Vec<String> {
        let words = self.desk.words();
        let lessons = self.week.lessons.iter().map(|lesson| {
            let what = words.common.reason(words.name(lesson.kind), &lesson.text);
            format!("{}  {what}", lesson.id)
        });
        let improvements = self.week.improvements.iter().map(|action| {
            let what = words.common.reason(words.review.improvement, &action.text);
            format!("{}  {what}", action.id)
        });
        block(words.review.insight, lessons.chain(improvements))
    }

    /// Last week's improvements, until each has its answer.
    fn asked(&self) -> Vec<String> {
        let asked = self.week.review.asked.iter();
        let unanswered = asked.filter(|asked| asked.helped.is_none());
        let lines = unanswered.map(|asked| {
            let action = &asked.improvement;
            format!("{}  {}", action.id, action.text)
        });
        block(self.desk.words().review.helped, lines)
    }
}

/// Lines under a heading; nothing where there are none.
fn block(heading: &str, lines: impl Iterator<Item = String>) -> Vec<String> {
    let lines: Vec<_> = lines.map(|line| format!("  {line}")).collect();
    if lines.is_empty() {
        return lines;
    }
    let head = [String::new(), heading.to_owned()];
    head.into_iter().chain(lines).collect()
}

/// `k3f9c2q7  10:30  A  Call Lin, Huaxin  (2/3)  done`.
pub(super) fn task_line(desk: &Desk<'_>, task: &TaskOutlook) -> String {
    let time = task
        .time
        .map_or_else(|| " ".repeat(5), |time| time.to_string());
    let mut line = format!("{}  {time}  {:?}  {}", task.id, task.class, task.title);
    if let Some(customer) = &task.customer {
        line = format!("{line}, {customer}");
    }
    let metric = task.metric.as_ref().and_then(|id| desk.settings.metric(id));
    if let (Some(metric), Some(amount)) = (metric, task.amount) {
        let style = desk.style(metric);
        let progress = style.exact(task.progress);
        let name = desk.words().metric_name(metric);
        line = format!("{line}  {name} {progress}/{}", style.exact(amount));
    }
    if !task.is_open() {
        line = format!("{line}  {}", desk.words().name(task.state));
    }
    match task.cause {
        Some(cause) => desk.words().common.reason(line, desk.words().name(cause)),
        None => line,
    }
}

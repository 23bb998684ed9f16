//! `show` and `next`: the week as a table, and what to do now.
//!
//! Each metric has a line with its target and pace, and below it what the plan asks of each
//! day, what was done, and what the days left owe now.

use clap::Args;

use super::desk::Desk;
use super::error::CliError;
use crate::domain::{Amount, Day, Language, Market, MetricId, Unit, Weekday};
use crate::i18n::{
    AmountStyle, LeadForm, WeekdayForm, cells, date, percent, week_dates, weekday,
    weekday_and_number,
};
use crate::planning::{
    Counter, DayOutlook, MetricDay, MetricOutlook, Next, NextStep, Outlook, Status, TaskOutlook,
    Why, next,
};

/// How wide a day's column is.
const DAY: usize = 7;
/// How wide the column of names is at least.
const NAME: usize = 16;

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(super) struct NextArgs {
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
        lines.push(String::new());
        lines.push(self.days());
        let is_used = |metric: &&MetricOutlook| metric.target.is_some() || !metric.done.is_zero();
        let (used, idle): (Vec<_>, Vec<_>) = self.week.metrics.iter().partition(is_used);
        lines.extend(used.into_iter().flat_map(|metric| self.metric(metric)));
        lines.extend(self.without_target(&idle));
        lines.extend(self.tasks());
        lines.extend(self.events());
        lines
    }

    /// `2026-W48 · 23–29 Nov 2026 · running · day 3 of 5`.
    fn head(&self) -> String {
        let (week, language) = (self.week, self.desk.language);
        let mut parts = vec![week.week.to_string(), week_dates(language, week.week)];
        parts.push(self.desk.words.name(week.state).to_owned());
        if let Some((day, days)) = week.working_day() {
            parts.push(match language {
                Language::En => format!("day {day} of {days}"),
                Language::ZhCn => format!("第{day}/{days}天"),
            });
        }
        parts.join(" · ")
    }

    /// Outlook and focus, where they were set.
    fn notes(&self) -> Option<String> {
        let (words, language) = (self.desk.words, self.desk.language);
        let market = &self.week.outlook;
        let mut parts = Vec::new();
        if market.market != Market::Normal || !market.note.is_empty() {
            let note = if market.note.is_empty() { "" } else { ": " };
            let said = words.name(market.market);
            let said = format!("{said}{note}{}", market.note);
            parts.push(match language {
                Language::En => format!("outlook {said}"),
                Language::ZhCn => format!("市场预期 {said}"),
            });
        }
        if let Some(focus) = &self.week.focus {
            let name = self.name(focus);
            parts.push(match language {
                Language::En => format!("focus {name}"),
                Language::ZhCn => format!("重点 {name}"),
            });
        }
        (!parts.is_empty()).then(|| parts.join(" · "))
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
        let status = self.desk.words.name(Status::NoTarget);
        (!names.is_empty()).then(|| match self.desk.language {
            Language::En => format!("{status}: {}", names.join(", ")),
            Language::ZhCn => format!("{status}：{}", names.join("、")),
        })
    }

    fn metric(&self, metric: &MetricOutlook) -> Vec<String> {
        let mut lines = vec![format!(
            "{}{}",
            cells::pad_right(&metric.name, self.name_column()),
            self.pace(metric)
        )];
        let [plan, done, now] = match self.desk.language {
            Language::En => ["plan", "done", "now"],
            Language::ZhCn => ["基准", "完成", "动态"],
        };
        let style = self.desk.style_of(metric);
        if metric.target.is_some() && metric.unit != Unit::Score {
            lines.push(self.row(plan, metric, |day| {
                let pinned = if day.pinned.is_some() { "*" } else { "" };
                format!(
                    "{}{pinned}",
                    cell(style, metric, Amount::of_units(day.baseline))
                )
            }));
        }
        lines.push(self.row(done, metric, |day| {
            if day.date > self.week.today && day.done.is_zero() {
                String::new()
            } else {
                cell(style, metric, day.done)
            }
        }));
        if metric.days.values().any(|day| day.adaptive.is_some()) && metric.target.is_some() {
            lines.push(self.row(now, metric, |day| {
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
            let status = self.desk.words.name(metric.status);
            return format!("{}  {status}", style.exact(metric.done));
        };
        let mut line = format!("{}/{}", style.exact(metric.done), style.exact(target));
        if let Some(bp) = metric.attainment_bp {
            line = format!("{line}  {}", percent(bp));
        }
        line = format!("{line}  {}", self.desk.words.name(metric.status));
        if let Some(lead) = metric.lead_days.filter(|_| has_lead(metric.status)) {
            let lead = self.desk.words.lead.say(lead, LeadForm::Days);
            line = format!("{line}  {lead}");
        }
        if metric.unplaced > 0 {
            let unplaced = style.exact(Amount::of_units(metric.unplaced));
            line = match self.desk.language {
                Language::En => format!("{line} · {unplaced} cannot be placed"),
                Language::ZhCn => format!("{line} · {unplaced} 排不下"),
            };
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
        days.sort_unstable();
        days.dedup();
        // The bucket stands last: it belongs to no day yet.
        days.sort_by_key(Option::is_none);
        let mut lines = Vec::new();
        for day in days {
            lines.push(String::new());
            lines.push(match (day, self.desk.language) {
                (Some(day), language) => weekday_and_number(language, day),
                (None, Language::En) => "this week".to_owned(),
                (None, Language::ZhCn) => "本周待定".to_owned(),
            });
            let tasks = self.week.tasks.iter();
            let here = tasks.filter(|task| task.stands_on() == day);
            lines.extend(here.map(|task| format!("  {}", task_line(self.desk, task))));
        }
        lines
    }

    fn events(&self) -> Vec<String> {
        let events = self.week.events.iter().map(|event| {
            let kind = self.desk.words.name(event.kind);
            let day = weekday_and_number(self.desk.language, event.day);
            format!("  {}  {day}  {kind}: {}", event.id, event.text)
        });
        let mut lines: Vec<String> = events.collect();
        if !lines.is_empty() {
            let heading = match self.desk.language {
                Language::En => "events",
                Language::ZhCn => "突发情况",
            };
            lines.splice(0..0, [String::new(), heading.to_owned()]);
        }
        lines
    }
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
        let name = desk.words.metric_name(metric);
        line = format!("{line}  {name} {progress}/{}", style.exact(amount));
    }
    if !task.is_open() {
        line = format!("{line}  {}", desk.words.name(task.state));
    }
    match task.cause {
        Some(cause) => format!("{line}: {}", desk.words.name(cause)),
        None => line,
    }
}

impl NextArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let now = desk.stamp.at;
        let week = desk.outlook(now.day().week())?;
        let found = next(&week, now);
        if self.json {
            return desk.json(NextForMachines::of(&found));
        }
        let lines = next_lines(desk, &found);
        desk.lines(&lines);
        Ok(())
    }
}

fn next_lines(desk: &Desk<'_>, found: &Next<'_>) -> Vec<String> {
    let language = desk.language;
    let mut lines = match &found.step {
        NextStep::Task { task, why } => {
            let why = match (*why, language) {
                (Why::Time { minutes }, _) => in_minutes(minutes, language),
                (Why::First, Language::En) => "first by class and time".to_owned(),
                (Why::First, Language::ZhCn) => "按类别和时间排在最前".to_owned(),
            };
            let why = match language {
                Language::En => format!("why: {why}"),
                Language::ZhCn => format!("原因：{why}"),
            };
            vec![next_task(task), why]
        }
        NextStep::Counter(counter) => vec![owed(desk, counter)],
        NextStep::AllDone { tomorrow } => {
            let begins = tomorrow.map(|tomorrow| {
                let first = tomorrow.first.map(next_task).unwrap_or_default();
                let line = format!("{}  {first}", date(language, tomorrow.day));
                line.trim_end().to_owned()
            });
            let done = match language {
                Language::En => "all done",
                Language::ZhCn => "今天的都做完了",
            };
            [Some(done.to_owned()), begins]
                .into_iter()
                .flatten()
                .collect()
        }
    };
    if !found.still.is_empty() {
        let still = found.still.iter().map(|counter| owed(desk, counter));
        let still: Vec<_> = still.collect();
        lines.push(match language {
            Language::En => format!("today still: {}", still.join(", ")),
            Language::ZhCn => format!("今天还差：{}", still.join("、")),
        });
    }
    lines
}

/// `10:30 A  Call Lin, Huaxin  k3f9c2q7`.
fn next_task(task: &TaskOutlook) -> String {
    let time = task.time.map(|time| format!("{time} ")).unwrap_or_default();
    let customer = task.customer.as_ref().map(|name| format!(", {name}"));
    let customer = customer.unwrap_or_default();
    format!(
        "{time}{:?}  {}{customer}  {}",
        task.class, task.title, task.id
    )
}

fn in_minutes(minutes: i32, language: Language) -> String {
    let size = minutes.unsigned_abs();
    match (minutes, language) {
        (0, Language::En) => "now".to_owned(),
        (0, Language::ZhCn) => "现在".to_owned(),
        (1.., Language::En) => format!("in {size} minutes"),
        (1.., Language::ZhCn) => format!("{size} 分钟后"),
        (_, Language::En) => format!("{size} minutes ago"),
        (_, Language::ZhCn) => format!("{size} 分钟前"),
    }
}

/// `calls 4`.
fn owed(desk: &Desk<'_>, counter: &Counter<'_>) -> String {
    let metric = counter.metric;
    let style = desk.style_of(metric);
    format!(
        "{} {}",
        metric.id,
        style.exact(Amount::of_units(counter.left))
    )
}

/// What `next --json` prints.
#[derive(Debug, serde::Serialize)]
struct NextForMachines<'a> {
    task: Option<&'a TaskOutlook>,
    /// In how many minutes the task's time comes.
    minutes: Option<i32>,
    counter: Option<&'a MetricId>,
    still: Vec<Owed<'a>>,
}

#[derive(Debug, serde::Serialize)]
struct Owed<'a> {
    metric: &'a MetricId,
    left: u64,
}

impl<'a> NextForMachines<'a> {
    fn of(found: &'a Next<'_>) -> Self {
        let (task, minutes, counter) = match &found.step {
            NextStep::Task { task, why } => match why {
                Why::Time { minutes } => (Some(*task), Some(*minutes), None),
                Why::First => (Some(*task), None, None),
            },
            NextStep::Counter(counter) => (None, None, Some(&counter.metric.id)),
            NextStep::AllDone { .. } => (None, None, None),
        };
        let still = found.still.iter().map(|counter| Owed {
            metric: &counter.metric.id,
            left: counter.left,
        });
        Self {
            task,
            minutes,
            counter,
            still: still.collect(),
        }
    }
}

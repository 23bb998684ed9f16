//! Every derived figure of one week, computed once.
//!
//! Screens, commands and reports draw an [`Outlook`] and compute nothing themselves; as JSON it
//! is the stable contract of `show --json`, in which absent means `null` and no key is ever
//! missing. What only screens and reports need stands beside it and is not written.
//!
//! A week without a file has an outlook like any other. A sealed week stands still: calendar
//! and metrics are as its seal has them, whatever the settings say by now.
//!
//! ```
//! # use salesweek::domain::{Currency, Language, Law, Moment, Settings, Week};
//! # use salesweek::planning::{History, WeekState, outlook};
//! let now: Moment = "2026-11-25T09:00:00+08:00".parse()?;
//! let settings = Settings::new(Language::En, Currency::CNY, Law::None);
//! let week = Week::new(now.day().week());
//! let seen = outlook(&week, &History::default(), &settings, now, &|metric| metric.id.to_string());
//! assert_eq!(seen.state, WeekState::Unplanned);
//! assert!(seen.metrics.iter().all(|metric| metric.target.is_none()));
//! # Ok::<(), salesweek::domain::DayError>(())
//! ```

mod before;
mod caps;
mod day;
mod day_view;
mod doubts;
mod earlier;
mod figures;
mod handed_on;
mod metric;
mod next;
mod opening;
mod order;
mod records;
mod review;
mod score;
mod state;
mod task;
mod ways_out;
mod what_if;

use serde::Serialize;

pub use before::{EarlierTasks, OpenBefore};
pub use day::DayOutlook;
pub use day_view::{Counter, DayView, day_view};
pub use doubts::{Doubt, days_too_full, doubts};
pub use earlier::{LOOK_BACK, LastWeek, look_back};
pub use metric::{Forecast, ForecastMissing, MetricDay, MetricOutlook, TargetStepOutlook};
pub use next::{Next, NextStep, Tomorrow, Why, next};
pub use opening::{Opening, where_to_open};
pub use records::{
    EntryOutlook, EventOutlook, ImprovementOutlook, LessonOutlook, MarketView, MissOutlook,
};
pub use review::{Asked, MissedTarget, ReviewOutlook, ReviewRow};
pub use state::WeekState;
pub use task::{Class, TaskOutlook, TaskStatus};
pub use ways_out::{AddedDay, HandedOn, Outcome, Raised, WaysOut, ways_out};
pub use what_if::{Compared, WhatIf, doubts_after, tried, what_if};

use super::progress::Standing;
use crate::domain::change::shown_metrics;
use crate::domain::{
    ByDay, Calendar, Day, Metric, MetricId, Moment, Settings, TaskId, Week, WeekId,
};

/// The weeks beside the one looked at.
#[derive(Debug, Clone, Default)]
pub struct History<'a> {
    /// The weeks before it, newest first: only those that have a file, at most 26.
    pub earlier: Vec<&'a Week>,
    /// The week after it, where it has a file.
    pub next: Option<&'a Week>,
}

impl<'a> History<'a> {
    /// The weeks before, newest first, and the week after.
    pub fn new(earlier: &'a [Week], next: Option<&'a Week>) -> Self {
        Self {
            earlier: earlier.iter().collect(),
            next,
        }
    }
}

/// All that can be said of a week.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Outlook {
    /// The version of this shape; it rises only when a key changes its meaning.
    pub version: u32,
    /// Which week.
    pub week: WeekId,
    /// Its Monday.
    pub from: Day,
    /// Its Sunday.
    pub to: Day,
    /// The day it is, also when it lies outside the week.
    pub today: Day,
    /// How far the week has come.
    pub state: WeekState,
    /// What the market is expected to bring.
    pub outlook: MarketView,
    /// The metric that comes first.
    pub focus: Option<MetricId>,
    /// Its seven days.
    pub days: ByDay<DayOutlook>,
    /// Each metric that the week shows, in the order of the settings.
    pub metrics: Vec<MetricOutlook>,
    /// Its tasks, as the file has them.
    pub tasks: Vec<TaskOutlook>,
    /// Its entries.
    pub entries: Vec<EntryOutlook>,
    /// Its events.
    pub events: Vec<EventOutlook>,
    /// The causes of missed targets; those of tasks stand with the tasks.
    pub misses: Vec<MissOutlook>,
    /// What was learnt.
    pub lessons: Vec<LessonOutlook>,
    /// What will be done about it.
    pub improvements: Vec<ImprovementOutlook>,
    /// Which days are working days, and why.
    #[serde(skip)]
    pub calendar: Calendar,
    /// How today stands to the week.
    #[serde(skip)]
    pub standing: Standing,
    /// Whether neither this week nor one beside it has anything in it.
    #[serde(skip)]
    pub first_start: bool,
    /// When the week was sealed; `None` while it is not.
    #[serde(skip)]
    pub sealed_at: Option<Moment>,
    /// Whether it was sealed and opened again: then today's settings hold.
    #[serde(skip)]
    pub reopened: bool,
    /// The review, filled with figures.
    #[serde(skip)]
    pub review: ReviewOutlook,
    /// Last week, when its review is due.
    #[serde(skip)]
    pub unsealed_before: Option<WeekId>,
    /// What was left open on the days before.
    #[serde(skip)]
    pub open_before: OpenBefore,
    /// Whether something was logged, decided or closed today.
    #[serde(skip)]
    pub recorded_today: bool,
}

/// What every part of an outlook is made from.
struct Facts<'a> {
    week: &'a Week,
    history: &'a History<'a>,
    settings: &'a Settings,
    now: Moment,
    today: Day,
    calendar: Calendar,
    standing: Standing,
}

impl<'a> Facts<'a> {
    fn new(week: &'a Week, history: &'a History<'a>, settings: &'a Settings, now: Moment) -> Self {
        Self {
            week,
            history,
            settings,
            now,
            today: now.day(),
            calendar: Calendar::of_week(week, settings),
            standing: standing(week.week, now.day()),
        }
    }

    /// How the week is judged. A sealed one takes nothing any more: from its seal on it is judged
    /// as it will be once it is over, so that its figures do not depend on when one looks.
    fn judged(&self) -> Standing {
        if self.week.is_sealed() {
            Standing::Over
        } else {
            self.standing
        }
    }

    /// The day on which its tasks are judged: today, of a sealed week its last one.
    fn judged_on(&self) -> Day {
        if self.week.is_sealed() {
            self.week.week.sunday()
        } else {
            self.today
        }
    }
}

/// Derives every figure of `week` as it stands at `now`.
///
/// `name` says a metric in the user's language.
pub fn outlook(
    week: &Week,
    history: &History<'_>,
    settings: &Settings,
    now: Moment,
    name: &dyn Fn(&Metric) -> String,
) -> Outlook {
    let facts = Facts::new(week, history, settings, now);
    let state = state::week_state(week, &facts.calendar, settings, now);
    let shown = shown_metrics(week, settings);
    let metrics: Vec<_> = shown
        .iter()
        .map(|metric| metric::metric_outlook(&facts, metric, name(metric)))
        .collect();
    let tasks = task::tasks(week, settings, facts.judged_on());
    let seal = week.seal();
    Outlook {
        version: 1,
        week: week.week,
        from: week.week.monday(),
        to: week.week.sunday(),
        today: facts.today,
        state,
        outlook: records::market(week),
        focus: week.focus.clone(),
        days: day::days(&facts),
        entries: records::entries(week),
        events: records::events(week),
        misses: records::misses(week),
        lessons: records::lessons(week),
        improvements: records::improvements(&facts),
        standing: facts.standing,
        first_start: is_first_start(&facts),
        sealed_at: seal.map(|seal| seal.at),
        reopened: week.is_reopened(),
        review: review::review(&facts, state, &metrics, &tasks),
        unsealed_before: before::unsealed_before(&facts),
        open_before: before::open_before(&facts, &tasks),
        recorded_today: before::recorded_today(&facts),
        calendar: facts.calendar,
        metrics,
        tasks,
    }
}

impl Outlook {
    /// The metric of that id, if the week shows it.
    pub fn metric(&self, id: &MetricId) -> Option<&MetricOutlook> {
        self.metrics.iter().find(|metric| metric.id == *id)
    }

    /// The task of that id.
    pub fn task(&self, id: TaskId) -> Option<&TaskOutlook> {
        self.tasks.iter().find(|task| task.id == id)
    }

    /// Whether its Monday has come. Before that no pace can be told of it.
    pub fn has_begun(&self) -> bool {
        self.standing != Standing::Before
    }

    /// Which working day today is, and of how many: (3, 5) on a Wednesday. A day off counts as
    /// the working day before it; `None` when today is outside the week or no day has weight.
    pub fn working_day(&self) -> Option<(usize, usize)> {
        self.standing.today()?;
        let days = || self.calendar.working_days();
        let all = days().count();
        let begun = days().filter(|day| day.date <= self.today).count();
        (all > 0).then_some((begun, all))
    }

    /// Whether a running week is still to be planned: each of its targets was only handed on by
    /// the week before.
    pub fn is_to_be_planned(&self) -> bool {
        let metrics = self.metrics.iter();
        let mut with_target = metrics.filter(|metric| metric.target.is_some());
        self.state == WeekState::Running && with_target.all(|metric| metric.handed_on.is_some())
    }

    /// Whether every day is off: the screens call it a holiday week.
    pub fn is_holiday_week(&self) -> bool {
        self.calendar.last_working_day().is_none()
    }

    /// The metric that is the most days behind, if any is behind; among equals the first.
    pub fn most_behind(&self) -> Option<&MetricOutlook> {
        let behind = self.metrics.iter().filter(|metric| metric.is_behind());
        behind.min_by_key(|metric| metric.lead_days)
    }
}

/// Derives the figures of one metric alone, as [`outlook`] derives those of all.
pub fn metric_outlook(
    week: &Week,
    history: &History<'_>,
    settings: &Settings,
    now: Moment,
    (metric, name): (&Metric, String),
) -> MetricOutlook {
    let facts = Facts::new(week, history, settings, now);
    metric::metric_outlook(&facts, metric, name)
}

/// Whether weeks further back than those of `history` could change what a metric's days owe.
///
/// Only by a cap, and the days most often have room for what they owe: then last week alone
/// shows it.
pub fn metric_needs_more_history(
    week: &Week,
    history: &History<'_>,
    settings: &Settings,
    now: Moment,
    metric: &Metric,
) -> bool {
    let facts = Facts::new(week, history, settings, now);
    caps::need_more_weeks(&facts, metric)
}

/// Whether weeks further back than those of `history` could change a figure of `week` as one
/// works in it, the means of its review aside. The newest of them is always looked at.
///
/// A week that is to be planned or reviewed looks back as far as it can.
pub fn needs_more_history(
    week: &Week,
    history: &History<'_>,
    settings: &Settings,
    now: Moment,
) -> bool {
    let facts = Facts::new(week, history, settings, now);
    let state = state::week_state(week, &facts.calendar, settings, now);
    let metrics = shown_metrics(week, settings);
    let plans = state != WeekState::Running || handed_on::any_handed_on(&facts);
    plans
        || metrics
            .iter()
            .any(|metric| caps::need_more_weeks(&facts, metric))
}

/// Whether weeks further back than those of `history` would count in a mean of the review.
pub fn means_need_more_history(
    week: &Week,
    history: &History<'_>,
    settings: &Settings,
    now: Moment,
) -> bool {
    let facts = Facts::new(week, history, settings, now);
    let metrics = shown_metrics(week, settings);
    metrics
        .iter()
        .any(|metric| review::needs_more_weeks(&facts, metric))
}

fn standing(week: WeekId, today: Day) -> Standing {
    if today < week.monday() {
        Standing::Before
    } else if today > week.sunday() {
        Standing::Over
    } else {
        Standing::On(today.weekday())
    }
}

fn is_first_start(facts: &Facts<'_>) -> bool {
    let nothing_beside = facts.history.earlier.is_empty() && facts.history.next.is_none();
    nothing_beside && *facts.week == Week::new(facts.week.week)
}

#[cfg(test)]
mod tests;

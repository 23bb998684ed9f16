//! Ways out of a target that will not be reached as planned, each with the figures it leads to.
//!
//! They are edits of the facts: keep the target, lower it, work a day more, raise another
//! target instead, hand the difference on to next week. Each is tried on a copy of the week,
//! so the figures shown are those that the edit will give. Nothing is written here.

use super::metric::metric_outlook;
use super::{Facts, History, MetricOutlook};
use crate::domain::change::shown_metrics;
use crate::domain::{
    Amount, ByDay, CalendarDay, Day, Kind, Metric, MetricId, Moment, OwnDay, Settings, TargetStep,
    Unit, Week, WeekId, Weight,
};
use crate::planning::{Ratio, Standing, Status, Step};

/// The ways out for one metric.
#[derive(Debug, Clone, PartialEq)]
pub struct WaysOut {
    /// Which metric.
    pub metric: MetricId,
    /// What is missing to its target, not below 0.
    pub missing: u64,
    /// How many days of work are left, today among them.
    pub days_left: usize,
    /// The target stays, and the days left carry what is missing.
    pub keep: Outcome,
    /// The target is lowered; `None` where there is nothing to lower it to.
    pub lower: Option<Outcome>,
    /// A day off is worked; `None` when none is left this week.
    pub add_day: Option<AddedDay>,
    /// Another activity's target is raised by a day's part of it, in the order of the settings.
    pub raise: Vec<Raised>,
    /// The target is lowered, and next week's raised by as much; `None` as well when next week
    /// takes no edit.
    pub hand_on: Option<HandedOn>,
}

/// The figures that a way out leads to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// The target.
    pub target: Amount,
    /// What each day from today on will owe.
    pub quotas: ByDay<Option<u64>>,
    /// What no day left has room for.
    pub unplaced: u64,
    /// All that was done as a part of the target, in basis points.
    pub attainment_bp: Option<i64>,
    /// The lead, in working days.
    pub lead_days: Option<Ratio>,
    /// What a full working day must bring.
    pub required_run_rate: Option<Ratio>,
    /// How the week will stand to the target.
    pub status: Status,
}

/// A day off that is worked after all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AddedDay {
    /// Which day.
    pub day: Day,
    /// As half a day.
    pub half: Outcome,
    /// As a whole day.
    pub whole: Outcome,
}

/// Another target that is raised instead.
#[derive(Debug, Clone, PartialEq)]
pub struct Raised {
    /// Of which metric.
    pub metric: MetricId,
    /// What it is now.
    pub from: Amount,
    /// What it leads to, the new target in it.
    pub outcome: Outcome,
}

/// A part of the target that becomes next week's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HandedOn {
    /// How much goes on.
    pub by: Amount,
    /// What it leads to here.
    pub here: Outcome,
    /// Next week.
    pub week: WeekId,
    /// Next week's target now.
    pub from: Option<Amount>,
    /// Next week's target then.
    pub to: Amount,
}

/// The ways out for `metric`; `None` without a target that days carry, and in a week that is
/// over or sealed.
///
/// `lost` is what an event took away, already taken off in `week` or not at all: the target is
/// offered lowered by that. Without it the offer is what is reachable as planned: what was done
/// before today with the plan of the days left, in whole steps, and never more than the days
/// left have room for.
pub fn ways_out(
    week: &Week,
    history: &History<'_>,
    settings: &Settings,
    now: Moment,
    metric: &MetricId,
    lost: Option<Amount>,
) -> Option<WaysOut> {
    let shown = shown_metrics(week, settings);
    let trial = Trial {
        week,
        history,
        settings,
        now,
    };
    let counted = shown.iter().find(|known| known.id == *metric)?;
    let seen = trial.see(counted);
    let target = seen.target?;
    let facts = trial.facts();
    if facts.standing == Standing::Over || week.is_sealed() || counted.unit == Unit::Score {
        return None;
    }
    let offered = offered(&seen, target, lost);
    Some(WaysOut {
        metric: metric.clone(),
        missing: seen.missing().unwrap_or(0),
        days_left: days_left(&facts, &seen),
        keep: Outcome::of(&seen)?,
        lower: offered.and_then(|offered| trial.with_target(counted, offered)),
        add_day: trial.add_day(&facts, counted),
        raise: shown
            .iter()
            .filter(|other| other.id != *metric && other.kind == Kind::Activity)
            .filter_map(|other| trial.raise(&facts, other))
            .collect(),
        hand_on: offered.and_then(|offered| trial.hand_on(counted, target, offered)),
    })
}

impl Outcome {
    fn of(seen: &MetricOutlook) -> Option<Self> {
        Some(Self {
            target: seen.target?,
            quotas: seen.days.map(|day| day.adaptive),
            unplaced: seen.unplaced,
            attainment_bp: seen.attainment_bp,
            lead_days: seen.lead_days,
            required_run_rate: seen.required_run_rate,
            status: seen.status,
        })
    }
}

/// What the target can be lowered to: below it, and above 0.
fn offered(seen: &MetricOutlook, target: Amount, lost: Option<Amount>) -> Option<Amount> {
    let offered = match lost {
        Some(lost) => target.saturating_sub(lost),
        None => reachable(seen, target),
    };
    (Amount::ZERO < offered && offered < target).then_some(offered)
}

/// What was done before today with the plan of the days left, in whole steps.
fn reachable(seen: &MetricOutlook, target: Amount) -> Amount {
    let is_left = |quota: Option<u64>| quota.is_some();
    let days = || seen.days.values();
    let before: Amount = days()
        .map(|day| {
            if is_left(day.adaptive) {
                day.from_events
            } else {
                day.done
            }
        })
        .sum();
    let planned: u64 = days()
        .filter(|day| is_left(day.adaptive))
        .fold(0, |sum, day| sum.saturating_add(day.baseline));
    let room = target.saturating_sub(signed(seen.unplaced));
    let as_planned = before.saturating_add(signed(planned));
    in_steps(as_planned, seen.step).min(room).max(seen.done)
}

fn signed(amount: u64) -> Amount {
    i64::try_from(amount).map_or(Amount::MAX, Amount::new)
}

/// Rounded up to whole steps.
fn in_steps(amount: Amount, step: Step) -> Amount {
    let rounded = amount.or_zero().checked_next_multiple_of(step.units());
    rounded.map_or(amount, signed)
}

/// The working days from today on that count for the target.
fn days_left(facts: &Facts<'_>, seen: &MetricOutlook) -> usize {
    let days = facts.calendar.working_days();
    let counts = |day: &&CalendarDay| {
        day.date >= facts.today && seen.since.is_none_or(|since| day.date >= since)
    };
    days.filter(counts).count()
}

/// A week on which edits are tried.
#[derive(Clone, Copy)]
struct Trial<'a> {
    week: &'a Week,
    history: &'a History<'a>,
    settings: &'a Settings,
    now: Moment,
}

impl<'a> Trial<'a> {
    fn facts(self) -> Facts<'a> {
        Facts::new(self.week, self.history, self.settings, self.now)
    }

    fn see(self, metric: &Metric) -> MetricOutlook {
        metric_outlook(&self.facts(), metric, String::new())
    }

    fn with_target(self, metric: &Metric, to: Amount) -> Option<Outcome> {
        let mut week = self.week.clone();
        let mut targets = week.targets.iter_mut();
        let target = targets.find(|target| target.metric == metric.id)?;
        target.changes.push(TargetStep {
            at: self.now,
            from: target.amount(),
            to,
            reason: None,
        });
        let edited = Trial {
            week: &week,
            ..self
        };
        Outcome::of(&edited.see(metric))
    }

    /// The next day off of this week that is no official holiday.
    fn add_day(self, facts: &Facts<'_>, metric: &Metric) -> Option<AddedDay> {
        let mut days = facts.calendar.days.values();
        let free = days
            .find(|day| day.date >= facts.today && day.weight.is_off() && day.holiday.is_none())?;
        Some(AddedDay {
            day: free.date,
            half: self.with_day(metric, free.date, Weight::HALF)?,
            whole: self.with_day(metric, free.date, Weight::FULL)?,
        })
    }

    fn with_day(self, metric: &Metric, day: Day, weight: Weight) -> Option<Outcome> {
        let mut settings = self.settings.clone();
        let own = OwnDay { weight, why: None };
        settings.calendar.days.insert(day, own);
        let edited = Trial {
            settings: &settings,
            ..self
        };
        Outcome::of(&edited.see(metric))
    }

    /// Raises a target by what a full day of the week owes of it; nothing in a holiday week.
    fn raise(self, facts: &Facts<'_>, metric: &Metric) -> Option<Raised> {
        let seen = self.see(metric);
        let from = seen.target?;
        let weights = facts.calendar.weights();
        let percent: u64 = weights.values().map(|day| u64::from(day.percent())).sum();
        if percent == 0 {
            return None;
        }
        let a_day = from.or_zero().saturating_mul(100).div_ceil(percent);
        let a_day = in_steps(signed(a_day), seen.step);
        Some(Raised {
            metric: metric.id.clone(),
            from,
            outcome: self.with_target(metric, from.saturating_add(a_day))?,
        })
    }

    fn hand_on(self, metric: &Metric, target: Amount, here: Amount) -> Option<HandedOn> {
        let next = self.history.next;
        if next.is_some_and(Week::is_sealed) {
            return None;
        }
        let by = target.saturating_sub(here);
        let from = next.and_then(|next| next.target_amount(&metric.id));
        Some(HandedOn {
            by,
            here: self.with_target(metric, here)?,
            week: self.week.week.next(),
            from,
            to: from.unwrap_or_default().saturating_add(by),
        })
    }
}

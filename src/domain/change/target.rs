//! Edits of targets, pins, the focus and the market outlook.

use super::ChangeError;
use super::activity::{bounded, metric_in_use};
use super::money::take_currency;
use crate::domain::{
    Amount, Day, Market, MarketOutlook, MetricId, Moment, Settings, Target, TargetStep, Week, line,
};

/// One edit of what the week is to reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetChange {
    /// Sets, changes or clears a target.
    Set(TargetSet),
    /// Fixes a day's quota by hand, or frees it.
    Pin {
        /// Of which metric.
        metric: MetricId,
        /// Which day of the week.
        day: Day,
        /// The quota; `None` frees the day.
        amount: Option<Amount>,
    },
    /// Marks the metric that comes first, or none.
    Focus(Option<MetricId>),
    /// Says what the market is expected to bring.
    Outlook {
        /// How strong demand is.
        market: Market,
        /// Why; may be empty.
        note: String,
    },
}

/// A target's new value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetSet {
    /// Of which metric.
    pub metric: MetricId,
    /// The amount to reach; 0 clears the target with its pins, its stretch target, the focus
    /// on it and the cause of its miss.
    pub to: Amount,
    /// What becomes of the stretch target.
    pub stretch: Stretch,
    /// The first day that owes a part; without it a new target begins as `planning.md` says
    /// and an old one keeps its day.
    pub since: Option<Day>,
    /// Why; kept where the amount changes.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
}

impl TargetSet {
    /// A new value without reason, that leaves first day and stretch target as they are.
    pub fn new(metric: MetricId, to: Amount, at: Moment) -> Self {
        Self {
            metric,
            to,
            stretch: Stretch::Keep,
            since: None,
            reason: None,
            at,
        }
    }
}

/// What becomes of a stretch target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stretch {
    /// It stays, unless the target grows past it.
    Keep,
    /// It becomes this amount, which must be above the target.
    To(Amount),
    /// It goes.
    Clear,
}

impl TargetChange {
    pub(super) fn apply(self, week: &mut Week, settings: &Settings) -> Result<(), ChangeError> {
        match self {
            Self::Set(set) => set.apply(week, settings),
            Self::Pin {
                metric,
                day,
                amount,
            } => pin(week, settings, metric, day, amount),
            Self::Focus(focus) => set_focus(week, focus),
            Self::Outlook { market, note } => {
                let is_empty = note.trim().is_empty();
                let note = if is_empty {
                    String::new()
                } else {
                    line(&note)?
                };
                week.outlook = MarketOutlook { market, note };
                Ok(())
            }
        }
    }
}

fn set_focus(week: &mut Week, focus: Option<MetricId>) -> Result<(), ChangeError> {
    match focus {
        Some(metric) if week.target_amount(&metric).is_none() => {
            let week = week.week;
            Err(ChangeError::NoTarget { metric, week })
        }
        focus => {
            week.focus = focus;
            Ok(())
        }
    }
}

impl TargetSet {
    fn apply(self, week: &mut Week, settings: &Settings) -> Result<(), ChangeError> {
        let metric = metric_in_use(settings, &self.metric)?;
        if self.to.is_negative() {
            return Err(ChangeError::Negative);
        }
        bounded(self.to)?;
        let from = week.target_amount(&self.metric);
        let stretch = self.stretch(week.target(&self.metric))?;
        let since = self.begins(week)?;
        let reason = self.reason.as_deref().map(line).transpose()?;
        if self.to.is_zero() {
            return match from {
                Some(from) => {
                    clear(week, &self.metric, from, reason, self.at);
                    Ok(())
                }
                None => Err(ChangeError::NoTarget {
                    metric: self.metric,
                    week: week.week,
                }),
            };
        }
        take_currency(week, settings, metric)?;
        let target = target_mut(week, &self.metric, since);
        target.since = since;
        target.stretch = stretch;
        target.pins.retain(|day, _| *day >= since);
        if from != Some(self.to) {
            target.changes.push(TargetStep {
                at: self.at,
                from,
                to: self.to,
                reason,
            });
        }
        Ok(())
    }

    fn stretch(&self, old: Option<&Target>) -> Result<Option<Amount>, ChangeError> {
        match self.stretch {
            Stretch::Clear => Ok(None),
            Stretch::Keep => Ok(old
                .and_then(|target| target.stretch)
                .filter(|stretch| *stretch > self.to)),
            Stretch::To(stretch) if stretch > self.to => bounded(stretch).map(Some),
            Stretch::To(_) => Err(ChangeError::StretchTooLow),
        }
    }

    /// The first day that would owe a part of it in `week`: the day given; an existing target's
    /// own; else the day of the edit or, if earlier, of the first entry; the Monday when the edit
    /// is made outside the week. Days before it take no pin.
    pub fn begins(&self, week: &Week) -> Result<Day, ChangeError> {
        if let Some(day) = self.since {
            return inside(week, day);
        }
        let old = week.target(&self.metric);
        if let Some(target) = old.filter(|target| target.amount().is_some()) {
            return Ok(target.since);
        }
        let today = self.at.day();
        if !week.week.contains(today) {
            return Ok(week.week.monday());
        }
        let entries = week
            .entries
            .iter()
            .filter(|entry| entry.metric == self.metric);
        let first = entries.map(|entry| entry.day).min();
        Ok(first.map_or(today, |first| first.min(today)))
    }
}

/// Clears a target, and all that makes no sense without it: stretch target, pins, the focus
/// and the cause of its miss.
fn clear(week: &mut Week, metric: &MetricId, from: Amount, reason: Option<String>, at: Moment) {
    let mut targets = week.targets.iter_mut();
    if let Some(target) = targets.find(|target| target.metric == *metric) {
        target.stretch = None;
        target.pins.clear();
        target.changes.push(TargetStep {
            at,
            from: Some(from),
            to: Amount::ZERO,
            reason,
        });
    }
    week.focus.take_if(|focus| focus == metric);
    let misses = &mut week.review.misses;
    misses.retain(|miss| miss.metric.as_ref() != Some(metric));
}

/// The target's record, made without a value where there is none.
fn target_mut<'a>(week: &'a mut Week, metric: &MetricId, since: Day) -> &'a mut Target {
    let place = week
        .targets
        .iter()
        .position(|target| target.metric == *metric);
    let place = place.unwrap_or_else(|| {
        week.targets.push(Target {
            metric: metric.clone(),
            since,
            stretch: None,
            pins: std::collections::BTreeMap::new(),
            changes: Vec::new(),
        });
        week.targets.len().saturating_sub(1)
    });
    #[expect(
        clippy::indexing_slicing,
        reason = "the place was found or made in the lines above"
    )]
    &mut week.targets[place]
}

fn pin(
    week: &mut Week,
    settings: &Settings,
    metric: MetricId,
    day: Day,
    amount: Option<Amount>,
) -> Result<(), ChangeError> {
    metric_in_use(settings, &metric)?;
    let day = inside(week, day)?;
    let target = week
        .targets
        .iter_mut()
        .find(|target| target.metric == metric);
    let Some(target) = target.filter(|target| target.amount().is_some()) else {
        let week = week.week;
        return Err(ChangeError::NoTarget { metric, week });
    };
    match amount {
        None => {
            target.pins.remove(&day);
        }
        Some(amount) if amount.is_negative() => return Err(ChangeError::Negative),
        Some(_) if day < target.since => {
            return Err(ChangeError::BeforeSince {
                day,
                since: target.since,
            });
        }
        Some(amount) => {
            target.pins.insert(day, bounded(amount)?);
        }
    }
    Ok(())
}

/// The day, if it is one of the week's.
pub(super) fn inside(week: &Week, day: Day) -> Result<Day, ChangeError> {
    if week.week.contains(day) {
        Ok(day)
    } else {
        Err(ChangeError::OutsideWeek {
            day,
            week: week.week,
        })
    }
}

#[cfg(test)]
mod tests;

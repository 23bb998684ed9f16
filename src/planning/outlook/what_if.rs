//! What edits would lead to, before they are written.
//!
//! The edits are made on a copy of the week, and its figures are derived as always: what a
//! person is shown before Enter is what Enter will give. Nothing is written here.
//!
//! ```
//! # use salesweek::domain::{change::*, *};
//! # use salesweek::planning::*;
//! # let at: Moment = "2026-11-23T09:00:00+08:00".parse()?;
//! # let settings = Settings::new(Language::En, Currency::CNY, Law::None);
//! # let name = |metric: &Metric| metric.id.to_string();
//! # let history = History::default();
//! let calls: MetricId = "calls".parse()?;
//! let set = TargetSet::new(calls.clone(), Amount::new(50), at);
//! let week = Week::new(at.day().week());
//! let fifty = Change::Week(week.week, TargetChange::Set(set).into());
//! let seen = what_if(&week, &history, &settings, at, &name, vec![fifty])?;
//! let owed = seen.outlook.metric(&calls).unwrap().days.map(|day| day.baseline);
//! assert_eq!(owed[Weekday::Mon], 10);
//! assert!(!week.has_targets());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use std::sync::Arc;

use super::doubts::doubts;
use super::{Doubt, History, MetricOutlook, Outlook, outlook};
use crate::domain::change::{Applied, Books, Change, ChangeError};
use crate::domain::{Metric, Moment, Settings, Unit, Week};

/// A week as edits would leave it, with its figures.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// The week.
    pub week: Arc<Week>,
    /// The settings.
    pub settings: Settings,
    /// Every figure of the week.
    pub outlook: Outlook,
}

/// What `changes` would make of `week`, all of them or, where one is refused, none.
///
/// `name` says a metric in the user's language.
pub fn what_if(
    week: &Week,
    history: &History<'_>,
    settings: &Settings,
    now: Moment,
    name: &dyn Fn(&Metric) -> String,
    changes: Vec<Change>,
) -> Result<WhatIf, ChangeError> {
    let books = edited(week, history, settings, changes)?;
    let week = books.week(week.week);
    let outlook = outlook(&week, history, &books.settings, now, name);
    Ok(WhatIf {
        week,
        settings: books.settings,
        outlook,
    })
}

/// What speaks against `week` as `changes` would leave it, without the figures of all of it.
pub fn doubts_after(
    week: &Week,
    history: &History<'_>,
    settings: &Settings,
    now: Moment,
    changes: Vec<Change>,
) -> Result<Vec<Doubt>, ChangeError> {
    let books = edited(week, history, settings, changes)?;
    let week = books.week(week.week);
    Ok(doubts(&week, history, &books.settings, now))
}

/// Makes `changes` on a copy of `week` and forgets it: what is refused here would be refused.
pub fn tried(
    week: &Week,
    history: &History<'_>,
    settings: &Settings,
    changes: Vec<Change>,
) -> Result<(), ChangeError> {
    edited(week, history, settings, changes).map(|_| ())
}

/// The books with all of the edits in them.
fn edited(
    week: &Week,
    history: &History<'_>,
    settings: &Settings,
    changes: Vec<Change>,
) -> Result<Books, ChangeError> {
    let mut books = Books::new(settings.clone());
    books.insert(week.clone());
    if let Some(next) = history.next {
        books.insert(next.clone());
    }
    let Applied { .. } = Change::Several(changes).apply(&mut books)?;
    Ok(books)
}

/// A metric's week as it stands, and as edits would leave it.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// As it stands.
    pub now: &'a MetricOutlook,
    /// As it would be.
    pub then: &'a MetricOutlook,
}

impl<'a> Compared<'a> {
    /// Both sides of each metric that days carry and that has a target on either side, in the
    /// order of the settings.
    pub fn all(now: &'a Outlook, then: &'a Outlook) -> Vec<Self> {
        let pairs = now.metrics.iter().filter_map(|metric| {
            let then = then.metric(&metric.id)?;
            Some(Self { now: metric, then })
        });
        let has_target = |pair: &Self| pair.now.target.or(pair.then.target).is_some();
        let is_carried = |pair: &Self| pair.now.unit != Unit::Score;
        pairs
            .filter(|pair| has_target(pair) && is_carried(pair))
            .collect()
    }
}

//! Weeks made by hand, and what is seen of them.

mod before;
mod caps;
mod doubts;
mod figures;
mod json;
mod orders;
mod review;
mod states;
mod ways;

use super::{History, MetricOutlook, Outlook, outlook};
use crate::domain::fixtures::{Planned, at, metric};
use crate::domain::{Metric, Week};

/// The outlook of a week at a moment (`2026-11-25 09:00`), nothing beside it.
fn seen(planned: &Planned, now: &str) -> Outlook {
    seen_with(planned, &[], now)
}

/// The outlook of a week that has earlier ones, newest first.
fn seen_with(planned: &Planned, earlier: &[&Planned], now: &str) -> Outlook {
    seen_in(planned, &after(earlier.iter().copied()), now)
}

/// The outlook of a week with a history.
fn seen_in(planned: &Planned, history: &History<'_>, now: &str) -> Outlook {
    let name = |metric: &Metric| metric.id.to_string();
    outlook(&planned.week, history, &planned.settings, at(now), &name)
}

/// The weeks before another one, newest first.
fn after<'a>(earlier: impl IntoIterator<Item = &'a Planned>) -> History<'a> {
    let earlier = earlier.into_iter().map(|planned| &planned.week);
    History {
        earlier: earlier.collect(),
        next: None,
    }
}

/// One week's file beside another one.
fn next_week(week: &Week) -> History<'_> {
    History::new(&[], Some(week))
}

impl Outlook {
    fn of(&self, id: &str) -> &MetricOutlook {
        self.metric(&metric(id)).expect("a metric that is shown")
    }
}

impl MetricOutlook {
    fn baselines(&self) -> [u64; 7] {
        self.days.map(|day| day.baseline).0
    }

    fn adaptives(&self) -> [Option<u64>; 7] {
        self.days.map(|day| day.adaptive).0
    }

    /// The adaptive quotas from today on.
    fn still(&self) -> Vec<u64> {
        self.adaptives().into_iter().flatten().collect()
    }
}

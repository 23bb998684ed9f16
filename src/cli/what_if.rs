//! `--what-if`: what an edit would lead to, said and not made.

use super::columns::columns_of_words;
use super::desk::Desk;
use super::error::CliError;
use crate::domain::change::Change;
use crate::domain::{Amount, Metric, MetricId, WeekId};
use crate::planning::{Compared, MetricOutlook, Outlook, WhatIf, outlook, what_if};
use crate::store::StoreError;

/// A week as it stands, and as an edit would leave it.
pub(super) struct Sides {
    now: Outlook,
    pub(super) then: WhatIf,
}

impl Desk<'_> {
    /// What an edit would make of a week; it is refused as it would be if it were made.
    pub(super) fn sides(&self, week: WeekId, change: &Change) -> Result<Sides, CliError> {
        let name = |metric: &Metric| self.words().metric_name(metric);
        let sides = self.looking(week, |source| {
            let (week, settings, now) = (source.week, source.settings, source.now);
            let changes = vec![change.clone()];
            let then = what_if(week, source.history, settings, now, &name, changes)?;
            let now = outlook(week, source.history, settings, now, &name);
            Ok(Sides { now, then })
        })?;
        sides.map_err(|error| CliError::Refused {
            error: StoreError::Change(error),
            settings: Box::new(self.settings.clone()),
        })
    }

    /// Says what each metric's days must bring, and its pace, on both sides; `of`: of one alone.
    pub(super) fn compare(&mut self, sides: &Sides, of: Option<&MetricId>) {
        let words = &self.words().what_if;
        let pairs = Compared::all(&sides.now, &sides.then.outlook).into_iter();
        let wanted = |pair: &Compared<'_>| of.is_none_or(|id| pair.now.id == *id);
        let rows = pairs.filter(wanted).map(|pair| {
            let [now, then] = [pair.now, pair.then].map(|metric| self.a_day(metric));
            let rate = words.change(&now, &then);
            let [now, then] = [pair.now, pair.then].map(|metric| self.words().standing(metric));
            let pace = words.change(&now, &then);
            let unplaced = Some(Amount::of_units(pair.then.unplaced));
            let unplaced = unplaced
                .filter(|unplaced| !unplaced.is_zero())
                .map(|unplaced| {
                    let unplaced = self.style_of(pair.then).short(unplaced);
                    self.words().goals.unplaced(unplaced)
                });
            [
                pair.now.name.clone(),
                rate,
                pace,
                unplaced.unwrap_or_default(),
            ]
        });
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            return;
        }
        let head = ["", words.a_day, words.pace, ""].map(str::to_owned);
        let rows: Vec<_> = std::iter::once(head).chain(rows).collect();
        self.lines(&columns_of_words(&rows));
    }

    /// What a full working day from today on must bring.
    fn a_day(&self, metric: &MetricOutlook) -> String {
        let rate = metric.required_run_rate;
        let rate = rate.map(|rate| self.style_of(metric).rate(rate));
        rate.unwrap_or_else(|| NONE.to_owned())
    }

    /// Says that it was only asked for.
    pub(super) fn nothing_written(&mut self) {
        self.line(self.words().what_if.nothing_written);
    }
}

/// Where there is no figure.
const NONE: &str = "–";

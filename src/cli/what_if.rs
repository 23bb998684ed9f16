//! `--what-if`: what an edit would lead to, said and not made.
//!
//! With `--json` each week that the edit touches stands there twice, each time as `show --json`
//! gives it: as it is, and as it would be. The shape is as stable as that of a week.
//!
//! ```json
//! { "version": 1, "weeks": [ { "now": { "version": 1, "week": "2026-W48", … }, "then": { … } } ] }
//! ```

use clap::Args;
use serde::Serialize;

use super::columns::{columns, columns_of_words};
use super::desk::Desk;
use super::error::CliError;
use crate::domain::change::Change;
use crate::domain::{Amount, Metric, MetricId, Unit, WeekId, Weekday};
use crate::i18n::{WeekdayForm, percent, weekday};
use crate::planning::{Compared, MetricOutlook, Outlook, WhatIf, outlook, what_if};
use crate::store::StoreError;

/// Whether an edit is only asked for, and for whom the answer is.
#[derive(Debug, Args)]
pub(super) struct Asking {
    #[arg(long)]
    pub(super) what_if: bool,
    #[arg(long, requires = "what_if")]
    pub(super) json: bool,
}

/// A week as it stands, and as an edit would leave it.
pub(super) struct Sides {
    now: Outlook,
    pub(super) then: WhatIf,
}

impl Sides {
    /// A metric on both sides.
    fn of(&self, metric: &MetricId) -> Option<[&MetricOutlook; 2]> {
        let now = self.now.metric(metric)?;
        Some([now, self.then.outlook.metric(metric)?])
    }
}

/// The answer for machines.
#[derive(Serialize)]
struct Answer<'a> {
    /// The version of this shape; it rises only when a key changes its meaning.
    version: u32,
    weeks: Vec<Twice<'a>>,
}

/// A week as it is, and as it would be.
#[derive(Serialize)]
struct Twice<'a> {
    now: &'a Outlook,
    then: &'a Outlook,
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
            [pair.now.name.clone(), rate, pace, self.unplaced(pair.then)]
        });
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            return;
        }
        let head = ["", words.a_day, words.pace, ""].map(str::to_owned);
        let rows: Vec<_> = std::iter::once(head).chain(rows).collect();
        self.lines(&columns_of_words(&rows));
    }

    /// Says what each day owes of a metric, and its pace, on both sides.
    pub(super) fn compare_days(&mut self, sides: &Sides, of: &MetricId) {
        let Some(both) = sides.of(of) else {
            return;
        };
        let is_owed = |day: Weekday| both.iter().any(|metric| metric.days[day].quota() > 0);
        let days: Vec<_> = Weekday::ALL
            .into_iter()
            .filter(|day| is_owed(*day))
            .collect();
        let name = |day: &Weekday| weekday(self.language, *day, WeekdayForm::Short).to_owned();
        let head = days.iter().map(name).collect();
        let figures = both.map(|metric| {
            let style = self.style_of(metric);
            let quota = |day: &Weekday| Amount::of_units(metric.days[*day].quota());
            days.iter().map(|day| style.short(quota(day))).collect()
        });
        self.below_one_another(both, head, figures);
    }

    /// Says what is done of a metric and what is left, and its pace, on both sides.
    pub(super) fn compare_done(&mut self, sides: &Sides, of: &MetricId) {
        let Some(both) = sides.of(of) else {
            return;
        };
        let words = &self.words().what_if;
        let head = [words.done, words.left, words.a_day].map(str::to_owned);
        let figures = both.map(|metric| {
            let style = self.style_of(metric);
            let done = style.short(metric.done);
            let done = match metric.attainment_bp {
                Some(share) => self.words().ways.amount_and_share(done, percent(share)),
                None => done,
            };
            let left = metric.missing().map(Amount::of_units);
            let left = left.map_or_else(|| NONE.to_owned(), |left| style.short(left));
            vec![done, left, self.a_day(metric)]
        });
        self.below_one_another(both, head.to_vec(), figures);
    }

    /// Says figures of a metric in two lines, as they are and as they would be, with its pace.
    fn below_one_another(
        &mut self,
        both: [&MetricOutlook; 2],
        mut head: Vec<String>,
        figures: [Vec<String>; 2],
    ) {
        let words = &self.words().what_if;
        head.insert(0, String::new());
        head.push(words.pace.to_owned());
        let mut rows = vec![head];
        for ((side, metric), figures) in [words.now, words.then].into_iter().zip(both).zip(figures)
        {
            let pace = [self.words().standing(metric), self.unplaced(metric)];
            let pace = pace.into_iter().filter(|text| !text.is_empty());
            let mut row = vec![side.to_owned()];
            row.extend(figures);
            row.push(pace.collect::<Vec<_>>().join(" · "));
            rows.push(row);
        }
        self.lines(&columns(&rows));
    }

    /// What no day has room for; empty where all has.
    fn unplaced(&self, metric: &MetricOutlook) -> String {
        let unplaced = Amount::of_units(metric.unplaced);
        if unplaced.is_zero() {
            return String::new();
        }
        let unplaced = self.style_of(metric).short(unplaced);
        self.words().goals.unplaced(unplaced)
    }

    /// What a full working day from today on must bring.
    fn a_day(&self, metric: &MetricOutlook) -> String {
        let rate = metric
            .required_run_rate
            .filter(|_| metric.unit != Unit::Score);
        let rate = rate.map(|rate| self.style_of(metric).rate(rate));
        rate.unwrap_or_else(|| NONE.to_owned())
    }

    /// Says both sides for machines.
    pub(super) fn json_of(&mut self, weeks: &[Sides]) -> Result<(), CliError> {
        let weeks = weeks.iter().map(|sides| Twice {
            now: &sides.now,
            then: &sides.then.outlook,
        });
        self.json(Answer {
            version: 1,
            weeks: weeks.collect(),
        })
    }

    /// Says that it was only asked for.
    pub(super) fn nothing_written(&mut self) {
        self.line(self.words().what_if.nothing_written);
    }
}

/// Where there is no figure.
const NONE: &str = "–";

//! What every command has at hand: the store, the words, the moment, the week in question.
//!
//! A command reads what it needs, hands one [`Change`] to the store, and says what came of
//! it. What it says is kept until the end, so that a command that fails has said nothing.

use std::fmt::Write as _;
use std::sync::Arc;

use serde::Serialize;

use super::error::CliError;
use super::names;
use crate::domain::change::{Books, Change, ChangeError, WeekChange};
use crate::domain::{
    Amount, Day, EntryId, Language, Metric, MetricId, Reading, Settings, Stamp, Task, Unit, Week,
    WeekId, is_forbidden, shown,
};
use crate::i18n::cells::printable;
use crate::i18n::{AmountStyle, Say, Words, date, read_day};
use crate::planning::{
    History, MetricOutlook, Outlook, metric_needs_more_history, metric_outlook, outlook,
};
use crate::report::Source;
use crate::store::Store;

/// How many earlier weeks are read to judge one.
pub(super) const HISTORY: usize = 12;

/// What every command has at hand.
pub(super) struct Desk<'a> {
    pub(super) store: &'a Store,
    /// As they were when the command began.
    pub(super) settings: Settings,
    pub(super) language: Language,
    pub(super) stamp: Stamp,
    /// The week in question: the one given, else this one.
    pub(super) week: WeekId,
    pub(super) week_given: bool,
    /// Called once when another program has kept the store for a second.
    pub(super) waiting: &'a mut dyn FnMut(),
    /// What the command says at its end.
    pub(super) said: String,
    /// What there is to say although all went well.
    pub(super) warnings: Vec<String>,
}

impl Desk<'_> {
    /// What is said in the user's language; many a command says nothing of it.
    pub(super) fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// Edits one week.
    pub(super) fn edit(
        &mut self,
        week: WeekId,
        change: impl Into<WeekChange>,
    ) -> Result<Arc<Week>, CliError> {
        let saved = self.apply(&Change::Week(week, change.into()))?;
        Ok(saved.week(week))
    }

    /// Makes an edit; once this is back, it is on disk as these books have it.
    pub(super) fn apply(&mut self, change: &Change) -> Result<Books, CliError> {
        let saved = self.store.apply(change, self.waiting);
        let saved = saved.map_err(|error| CliError::Refused {
            error,
            settings: Box::new(self.settings.clone()),
        })?;
        let language = self.language;
        let warnings = saved.warnings.iter();
        self.warnings
            .extend(warnings.map(|warning| warning.say(language)));
        self.settings.clone_from(&saved.books.settings);
        Ok(saved.books)
    }

    /// A week's facts as they stand, with what repeats bring.
    pub(super) fn read_week(&self, week: WeekId) -> Result<Week, CliError> {
        let read = self.store.week(week)?;
        let mut week = read.unwrap_or_else(|| Week::new(week));
        week.bring_repeats(&self.settings);
        Ok(week)
    }

    /// A week's figures as they stand.
    pub(super) fn outlook(&self, week: WeekId) -> Result<Outlook, CliError> {
        let name = |metric: &Metric| self.words().metric_name(metric);
        self.looking(week, |source| {
            let (settings, now) = (source.settings, source.now);
            outlook(source.week, source.history, settings, now, &name)
        })
    }

    /// One metric's figures in a week, from as few earlier weeks as they take; without its name.
    fn metric_outlook(&self, week: &Week, metric: &Metric) -> MetricOutlook {
        let (settings, now) = (&self.settings, self.stamp.at);
        let mut earlier = self.store.earlier(week.week, 1);
        if metric_needs_more_history(week, &History::new(&earlier, None), settings, now, metric) {
            earlier = self.store.earlier(week.week, HISTORY);
        }
        let history = History::new(&earlier, None);
        metric_outlook(week, &history, settings, now, (metric, String::new()))
    }

    /// A week on paper.
    pub(super) fn on_paper(
        &self,
        week: WeekId,
        report: impl FnOnce(Source<'_>) -> String,
    ) -> Result<String, CliError> {
        self.looking(week, report)
    }

    /// What is seen of a week, with what is needed to judge it.
    pub(super) fn looking<T>(
        &self,
        week: WeekId,
        look: impl FnOnce(Source<'_>) -> T,
    ) -> Result<T, CliError> {
        let loaded = self.store.load(week, HISTORY).sound()?;
        let history = History::new(&loaded.earlier, loaded.next.as_ref());
        Ok(look(Source {
            week: &loaded.week,
            history: &history,
            settings: &loaded.settings,
            now: self.stamp.at,
            language: self.language,
        }))
    }

    /// Adds a line to what the command says.
    pub(super) fn line(&mut self, line: &str) {
        self.said.push_str(&printable(line));
        self.said.push('\n');
    }

    pub(super) fn lines(&mut self, lines: &[String]) {
        for line in lines {
            self.line(line);
        }
    }

    /// Adds a text of many lines, made printable by who wrote it.
    pub(super) fn text(&mut self, text: &str) {
        self.said.push_str(text.trim_end());
        self.said.push('\n');
    }

    /// Says what became of a task: `k3f9c2q7 done: Visit Huaxin`.
    pub(super) fn told(&mut self, task: &Task, what: &str) {
        let line = self.words().commands.became(task.id, what, &task.title);
        self.line(&line);
    }

    /// Says a value as indented JSON.
    pub(super) fn json(&mut self, value: impl Serialize) -> Result<(), CliError> {
        let text = serde_json::to_string_pretty(&value);
        let text = text.map_err(|error| CliError::Output(error.to_string()))?;
        self.said = escaped(&text);
        self.said.push('\n');
        Ok(())
    }

    /// The metric that a text names, also a retired one.
    pub(super) fn metric(&self, text: &str) -> Result<Metric, CliError> {
        names::metric(text, &self.settings)
    }

    /// What a metric is called in the middle of a line: `new customers`, 电话. A name that was
    /// given to it stays as it is, and so does an id that the settings do not know.
    pub(super) fn small_name(&self, id: &MetricId) -> String {
        match self.settings.metric(id) {
            Some(metric) if metric.name.is_none() => {
                self.words().metric_name(metric).to_lowercase()
            }
            Some(metric) => self.words().metric_name(metric),
            None => id.to_string(),
        }
    }

    pub(super) fn reading(&self, metric: &Metric) -> Reading {
        Reading {
            unit: metric.unit,
            currency: self.settings.currency,
        }
    }

    /// How a week's figures of a metric are written; a sealed week keeps its currency.
    pub(super) fn style_of(&self, metric: &MetricOutlook) -> AmountStyle {
        AmountStyle {
            language: self.language,
            unit: metric.unit,
            currency: metric.currency.unwrap_or(self.settings.currency),
        }
    }

    pub(super) fn style(&self, metric: &Metric) -> AmountStyle {
        AmountStyle {
            language: self.language,
            unit: metric.unit,
            currency: self.settings.currency,
        }
    }

    /// An amount of a metric.
    pub(super) fn amount(&self, metric: &Metric, text: &str) -> Result<Amount, CliError> {
        Ok(Amount::read(text, self.reading(metric))?)
    }

    /// What *one* is of a metric, where that means something.
    pub(super) fn usual_amount(&self, metric: &Metric) -> Result<Amount, CliError> {
        match metric.unit {
            Unit::Count => Ok(Amount::new(1)),
            Unit::Minutes => Ok(Amount::new(self.settings.minutes_step.minutes().into())),
            Unit::Money | Unit::Score => Err(CliError::NeedsAmount(metric.id.clone())),
        }
    }

    /// A day; a weekday is that of `week`.
    pub(super) fn day(&self, text: &str, week: WeekId) -> Result<Day, CliError> {
        Ok(read_day(text, week, self.stamp.at.day())?)
    }

    /// A day and the week whose file has it: the week given, else the day's own.
    pub(super) fn place(&self, text: &str) -> Result<(WeekId, Day), CliError> {
        let day = self.day(text, self.week)?;
        let week = if self.week_given {
            self.week
        } else {
            day.week()
        };
        Ok((week, day))
    }

    /// As [`Desk::place`], today where no day is named.
    pub(super) fn place_or_today(&self, text: Option<&str>) -> Result<(WeekId, Day), CliError> {
        text.map_or_else(|| self.today(), |text| self.place(text))
    }

    /// Today, if it lies in the week in question.
    fn today(&self) -> Result<(WeekId, Day), CliError> {
        let (week, day) = (self.week, self.stamp.at.day());
        if week.contains(day) {
            Ok((week, day))
        } else {
            Err(ChangeError::OutsideWeek { day, week }.into())
        }
    }

    /// The day of an entry, today where none is named; one to come is refused.
    pub(super) fn past_day(&self, text: Option<&str>) -> Result<(WeekId, Day), CliError> {
        let today = self.stamp.at.day();
        let (week, day) = self.place_or_today(text)?;
        if day > today {
            let meant = day.plus(-7).filter(|meant| *meant <= today);
            return Err(CliError::Future { day, meant });
        }
        Ok((week, day))
    }

    /// The day on which a task of a week was done; one to come is refused.
    pub(super) fn past_day_in(&self, week: WeekId, text: &str) -> Result<Day, CliError> {
        let day = self.day(text, week)?;
        if day > self.stamp.at.day() {
            return Err(CliError::Future { day, meant: None });
        }
        Ok(day)
    }

    /// How long a task may take, in minutes.
    pub(super) fn estimate(&self, text: &str) -> Result<u16, CliError> {
        let minutes = Reading {
            unit: Unit::Minutes,
            currency: self.settings.currency,
        };
        let minutes = Amount::read(text, minutes)?;
        if minutes.is_negative() {
            return Err(CliError::Number {
                text: shown(text),
                place: "--estimate".to_owned(),
                least: 1,
                most: 1440,
            });
        }
        let most = u16::try_from(minutes.or_zero()).unwrap_or(u16::MAX);
        Ok(most)
    }

    /// Where an id is looked for.
    pub(super) fn weeks_to_search(&self) -> Vec<WeekId> {
        if self.week_given {
            vec![self.week]
        } else {
            vec![self.week.previous(), self.week, self.week.next()]
        }
    }

    /// A day, or some time in a week, in the user's language.
    pub(super) fn place_name(&self, week: WeekId, day: Option<Day>) -> String {
        day.map_or_else(
            || self.words().commands.bucket_of(week),
            |day| date(self.language, day),
        )
    }

    /// `calls 7/10 (+1) m2x7p0ta`: the day's count and quota after an entry.
    pub(super) fn counted(
        &self,
        week: &Week,
        metric: &Metric,
        day: Day,
        (id, amount): (EntryId, Amount),
    ) -> String {
        let style = self.style(metric);
        let plain = match metric.unit {
            Unit::Minutes => AmountStyle {
                unit: Unit::Count,
                ..style
            },
            Unit::Count | Unit::Money | Unit::Score => style,
        };
        let seen = self.metric_outlook(week, metric);
        let figures = seen.days[day.weekday()];
        let done = figures.done_of_quota();
        let has_quota = seen.target.is_some() && metric.unit != Unit::Score;
        let count = if has_quota {
            let quota = Amount::of_units(figures.quota());
            format!("{}/{}", plain.exact(done), style.exact(quota))
        } else {
            style.exact(done)
        };
        let sign = if amount.is_negative() { "" } else { "+" };
        format!("{} {count} ({sign}{}) {id}", metric.id, plain.exact(amount))
    }
}

/// JSON in which no character acts on a terminal: what JSON itself leaves as it is stands as
/// an escape, which means the same.
fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for sign in json.chars() {
        if sign != '\n' && is_forbidden(sign) {
            // Writing into a text does not fail.
            let _ = write!(text, "\\u{:04x}", u32::from(sign));
        } else {
            text.push(sign);
        }
    }
    text
}

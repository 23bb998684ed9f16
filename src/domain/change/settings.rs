//! Edits of the settings.

mod metrics;
mod repeats;
mod restore;
#[cfg(test)]
mod tests;

pub use self::metrics::MetricField;
pub use self::repeats::RepeatChange;
pub use self::restore::SettingsPatch;

use super::{Books, ChangeError};
use crate::domain::{
    ByDay, Currency, Day, GlyphChoice, Hours, Language, Law, Metric, MetricId, MinutesStep,
    MouseChoice, OwnDay, Repeat, Settings, TimeOfDay, Unit, Week, WeekId, Weight, line,
};

/// One edit of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsChange {
    /// The language.
    Language(Language),
    /// The currency; only while no unsealed week holds money, or to one with as many minor digits.
    Currency(Currency),
    /// The signs the screens are drawn with.
    Glyphs(GlyphChoice),
    /// Who has the mouse.
    Mouse(MouseChoice),
    /// Whose official holidays hold.
    Law(Law),
    /// The company's pattern, 1 to 52 weeks, and the week in which it begins.
    Pattern(Vec<ByDay<Weight>>, WeekId),
    /// The hours of a working day.
    Hours(Hours),
    /// From when on a week is due for its review.
    ReviewTime(TimeOfDay),
    /// What one key adds to a metric of minutes.
    MinutesStep(MinutesStep),
    /// Own days: each with its weight, or `None` to follow the other layers again.
    Days(Vec<(Day, Option<OwnDay>)>),
    /// A new metric.
    AddMetric(Metric),
    /// A metric's field.
    SetMetric(MetricId, MetricField),
    /// The order of the metrics in use; the retired ones come last.
    OrderMetrics(Vec<MetricId>),
    /// Takes a metric out of use.
    RetireMetric(MetricId),
    /// Brings a retired metric back.
    RestoreMetric(MetricId),
    /// Of work that comes again and again.
    Repeat(RepeatChange),
    /// Takes an edit back, or makes it again.
    Restore(Box<SettingsPatch>),
}

impl SettingsChange {
    /// The weeks whose seal forbids the edit.
    pub(super) fn weeks(&self) -> Vec<WeekId> {
        let days: Vec<Day> = match self {
            Self::Days(days) => days.iter().map(|(day, _)| *day).collect(),
            Self::Restore(patch) => patch.days().into_iter().collect(),
            Self::Language(_)
            | Self::Currency(_)
            | Self::Glyphs(_)
            | Self::Mouse(_)
            | Self::Law(_)
            | Self::Pattern(..)
            | Self::Hours(_)
            | Self::ReviewTime(_)
            | Self::MinutesStep(_)
            | Self::AddMetric(_)
            | Self::SetMetric(..)
            | Self::OrderMetrics(_)
            | Self::RetireMetric(_)
            | Self::RestoreMetric(_)
            | Self::Repeat(_) => Vec::new(),
        };
        days.into_iter().map(Day::week).collect()
    }

    /// Whether it can be judged only with every week at hand: each may hold money or the metric.
    pub(super) fn needs_all_weeks(&self) -> bool {
        match self {
            Self::Currency(_) | Self::SetMetric(_, MetricField::Unit(_)) => true,
            Self::Restore(patch) => patch.needs_all_weeks(),
            Self::Language(_)
            | Self::Glyphs(_)
            | Self::Mouse(_)
            | Self::Law(_)
            | Self::Pattern(..)
            | Self::Hours(_)
            | Self::ReviewTime(_)
            | Self::MinutesStep(_)
            | Self::Days(_)
            | Self::AddMetric(_)
            | Self::SetMetric(..)
            | Self::OrderMetrics(_)
            | Self::RetireMetric(_)
            | Self::RestoreMetric(_)
            | Self::Repeat(_) => false,
        }
    }

    pub(super) fn apply(self, books: &mut Books) -> Result<Self, ChangeError> {
        let weeks = self.weeks();
        let mut sealed = weeks
            .into_iter()
            .filter(|week| books.week(*week).is_sealed());
        if let Some(week) = sealed.next() {
            return Err(ChangeError::Sealed(week));
        }
        let put = books.settings.clone();
        let weeks: Vec<Week> = books.weeks().cloned().collect();
        let mut found = put.clone();
        self.edit(&mut found, &weeks)?;
        books.settings = found.clone();
        Ok(Self::Restore(Box::new(SettingsPatch { found, put })))
    }

    fn edit(self, settings: &mut Settings, weeks: &[Week]) -> Result<(), ChangeError> {
        match self {
            Self::Language(language) => settings.language = language,
            Self::Currency(currency) => set_currency(settings, weeks, currency)?,
            Self::Glyphs(glyphs) => settings.glyphs = glyphs,
            Self::Mouse(mouse) => settings.mouse = mouse,
            Self::Law(law) => settings.calendar.law = law,
            Self::Pattern(rows, from) => {
                if !(1..=52).contains(&rows.len()) {
                    return Err(ChangeError::Pattern(rows.len()));
                }
                settings.calendar.pattern = rows;
                settings.calendar.pattern_from = from;
            }
            Self::Hours(hours) if hours.from >= hours.to => return Err(ChangeError::Hours),
            Self::Hours(hours) => settings.hours = hours,
            Self::ReviewTime(time) => settings.review_time = time,
            Self::MinutesStep(step) => settings.minutes_step = step,
            Self::Days(days) => {
                let before = settings.calendar.clone();
                set_days(settings, days)?;
                repeats::leave_touched_where_they_are(settings, weeks, &before);
            }
            Self::AddMetric(metric) => metrics::add(settings, metric)?,
            Self::SetMetric(id, field) => metrics::set(settings, weeks, &id, field)?,
            Self::OrderMetrics(order) => metrics::order(settings, &order)?,
            Self::RetireMetric(id) => metrics::retire(settings, &id)?,
            Self::RestoreMetric(id) => metrics::restore(settings, &id)?,
            Self::Repeat(change) => change.apply(settings)?,
            Self::Restore(patch) => patch.apply(settings, weeks)?,
        }
        Ok(())
    }
}

fn set_currency(settings: &mut Settings, weeks: &[Week], to: Currency) -> Result<(), ChangeError> {
    let held = weeks.iter().filter(|week| !week.is_sealed());
    let held = held.filter_map(|week| Some((week.week, week.currency?)));
    for (week, from) in held {
        if from.minor_digits() != to.minor_digits() {
            return Err(ChangeError::CurrencyInUse { week, from, to });
        }
    }
    let from = settings.currency;
    let repeats = settings
        .repeats
        .iter()
        .filter(|repeat| repeat.until.is_none());
    let of_money = |repeat: &&Repeat| {
        let metric = repeat
            .work
            .metric
            .as_ref()
            .and_then(|id| settings.metric(id));
        repeat.work.amount.is_some() && metric.is_some_and(|metric| metric.unit == Unit::Money)
    };
    if let Some(repeat) = repeats
        .filter(|_| from.minor_digits() != to.minor_digits())
        .find(of_money)
    {
        return Err(ChangeError::RepeatInUse(repeat.id.0));
    }
    settings.currency = to;
    Ok(())
}

fn set_days(settings: &mut Settings, days: Vec<(Day, Option<OwnDay>)>) -> Result<(), ChangeError> {
    for (day, own) in days {
        match own {
            Some(OwnDay { weight, why }) => {
                let why = why.as_deref().map(line).transpose()?;
                settings.calendar.days.insert(day, OwnDay { weight, why });
            }
            None => {
                settings.calendar.days.remove(&day);
            }
        }
    }
    Ok(())
}

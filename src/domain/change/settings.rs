//! Edits of the settings.

use super::{Books, ChangeError, Noun};
use crate::domain::{
    Amount, Basis, ByDay, Currency, Day, GlyphChoice, Hours, Kind, Language, Law, Letter, Metric,
    MetricId, MinutesStep, OwnDay, Settings, TimeOfDay, Unit, Week, WeekId, Weight, line,
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
    /// Takes an edit back, or makes it again.
    Restore(Box<SettingsPatch>),
}

/// A metric's field with its new value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MetricField {
    /// The name; `None` goes back to the built-in one.
    Name(Option<String>),
    /// What it says about the week.
    Kind(Kind),
    /// What it is measured in; only while no week holds it.
    Unit(Unit),
    /// The key that counts it.
    Letter(Option<Letter>),
    /// When revenue counts.
    Basis(Option<Basis>),
    /// The step of its quotas, above 0.
    Step(Option<Amount>),
}

/// A step back: the part of the settings to be found as it was left, and what to put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsPatch {
    found: Settings,
    put: Settings,
}

impl SettingsChange {
    /// The weeks whose seal forbids the edit.
    pub(super) fn weeks(&self) -> Vec<WeekId> {
        match self {
            Self::Days(days) => days.iter().map(|(day, _)| day.week()).collect(),
            Self::Restore(patch) => patch.days().map(Day::week).collect(),
            _ => Vec::new(),
        }
    }

    pub(super) fn needs_all_weeks(&self) -> bool {
        match self {
            Self::Currency(_) | Self::SetMetric(_, MetricField::Unit(_)) => true,
            Self::Restore(patch) => {
                let units = |settings: &Settings| -> Vec<_> {
                    let metrics = settings.metrics.iter();
                    metrics
                        .map(|metric| (metric.id.clone(), metric.unit))
                        .collect()
                };
                patch.found.currency != patch.put.currency
                    || units(&patch.found) != units(&patch.put)
            }
            _ => false,
        }
    }

    pub(super) fn apply(self, books: &mut Books) -> Result<Self, ChangeError> {
        if let Some(week) = self
            .weeks()
            .into_iter()
            .find(|week| books.week(*week).is_sealed())
        {
            return Err(ChangeError::Sealed(week));
        }
        let before = books.settings.clone();
        let weeks: Vec<Week> = books.weeks().cloned().collect();
        match self.edit(&mut books.settings, &weeks) {
            Ok(()) => {
                let found = books.settings.clone();
                Ok(Self::Restore(Box::new(SettingsPatch {
                    found,
                    put: before,
                })))
            }
            Err(error) => {
                books.settings = before;
                Err(error)
            }
        }
    }

    fn edit(self, settings: &mut Settings, weeks: &[Week]) -> Result<(), ChangeError> {
        match self {
            Self::Language(language) => settings.language = language,
            Self::Currency(currency) => set_currency(settings, weeks, currency)?,
            Self::Glyphs(glyphs) => settings.glyphs = glyphs,
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
            Self::Days(days) => set_days(settings, days)?,
            Self::AddMetric(metric) => add_metric(settings, metric)?,
            Self::SetMetric(id, field) => set_metric(settings, weeks, &id, field)?,
            Self::OrderMetrics(order) => order_metrics(settings, &order)?,
            Self::RetireMetric(id) => {
                let metric = metric_mut(settings, &id)?;
                metric.retired = true;
                metric.letter = None;
            }
            Self::RestoreMetric(id) => metric_mut(settings, &id)?.retired = false,
            Self::Restore(patch) => patch.restore(settings, weeks)?,
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

fn metric_mut<'a>(
    settings: &'a mut Settings,
    id: &MetricId,
) -> Result<&'a mut Metric, ChangeError> {
    let metric = settings.metrics.iter_mut().find(|metric| metric.id == *id);
    metric.ok_or_else(|| ChangeError::UnknownMetric(id.clone()))
}

fn add_metric(settings: &mut Settings, mut metric: Metric) -> Result<(), ChangeError> {
    if settings.metric(&metric.id).is_some() {
        return Err(ChangeError::MetricExists(metric.id));
    }
    metric.name = metric.name.as_deref().map(line).transpose()?;
    fits(&metric)?;
    free(settings, &metric.id, metric.letter)?;
    settings.metrics.push(metric);
    Ok(())
}

fn set_metric(
    settings: &mut Settings,
    weeks: &[Week],
    id: &MetricId,
    field: MetricField,
) -> Result<(), ChangeError> {
    if let MetricField::Letter(letter) = field {
        free(settings, id, letter)?;
    }
    let metric = metric_mut(settings, id)?;
    match field {
        MetricField::Name(name) => metric.name = name.as_deref().map(line).transpose()?,
        MetricField::Kind(kind) => metric.kind = kind,
        MetricField::Unit(unit) => {
            let holds = |week: &&Week| {
                week.target(id).is_some()
                    || week.entries.iter().any(|entry| entry.metric == *id)
                    || week
                        .tasks
                        .iter()
                        .any(|task| task.metric.as_ref() == Some(id))
                    || week
                        .events
                        .iter()
                        .any(|event| event.metric.as_ref() == Some(id))
            };
            if let Some(week) = weeks.iter().find(holds).filter(|_| metric.unit != unit) {
                return Err(ChangeError::UnitInUse {
                    metric: id.clone(),
                    week: week.week,
                });
            }
            metric.unit = unit;
            metric.basis = metric.basis.filter(|_| unit == Unit::Money);
            metric.step = None;
        }
        MetricField::Letter(letter) => metric.letter = letter,
        MetricField::Basis(basis) => metric.basis = basis,
        MetricField::Step(step) => metric.step = step,
    }
    fits(metric)
}

fn fits(metric: &Metric) -> Result<(), ChangeError> {
    let basis_fits = metric.basis.is_none() || metric.unit == Unit::Money;
    let step_fits = metric.step.is_none_or(|step| step > Amount::ZERO);
    if basis_fits && step_fits {
        Ok(())
    } else {
        Err(ChangeError::UnitMisfit)
    }
}

fn free(settings: &Settings, id: &MetricId, letter: Option<Letter>) -> Result<(), ChangeError> {
    let others = || settings.metrics_in_use().filter(|metric| metric.id != *id);
    let taken = |letter: &Letter| others().any(|metric| metric.letter == Some(*letter));
    match letter.filter(taken) {
        Some(letter) => {
            let free = Letter::ALL
                .into_iter()
                .filter(|letter| !taken(letter))
                .collect();
            Err(ChangeError::LetterTaken { letter, free })
        }
        None => Ok(()),
    }
}

fn order_metrics(settings: &mut Settings, order: &[MetricId]) -> Result<(), ChangeError> {
    let place = |metric: &Metric| order.iter().position(|id| *id == metric.id);
    let in_use = settings.metrics_in_use().count();
    let named = settings
        .metrics_in_use()
        .filter(|metric| place(metric).is_some())
        .count();
    if named != in_use || order.len() != in_use {
        return Err(ChangeError::OrderIncomplete);
    }
    settings
        .metrics
        .sort_by_key(|metric| place(metric).unwrap_or(usize::MAX));
    Ok(())
}

impl SettingsPatch {
    /// The own days that it touches.
    fn days(&self) -> impl Iterator<Item = Day> {
        let (found, put) = (&self.found.calendar.days, &self.put.calendar.days);
        let all = found.keys().chain(put.keys()).copied();
        all.filter(|day| found.get(day) != put.get(day))
    }

    /// Puts back each part that the edit changed, if it is still as the edit left it.
    fn restore(self, settings: &mut Settings, weeks: &[Week]) -> Result<(), ChangeError> {
        let days: Vec<Day> = self.days().collect();
        let Self { found, put } = self;
        for day in days {
            let was = put.calendar.days.get(&day).cloned();
            if settings.calendar.days.get(&day) != found.calendar.days.get(&day) {
                return Err(ChangeError::Changed(Noun::Day));
            }
            set_days(settings, vec![(day, was)])?;
        }
        if found.currency != put.currency {
            if settings.currency != found.currency {
                return Err(ChangeError::Changed(Noun::Settings));
            }
            set_currency(settings, weeks, put.currency)?;
        }
        swap(&mut settings.language, &found.language, put.language)?;
        swap(&mut settings.glyphs, &found.glyphs, put.glyphs)?;
        swap(&mut settings.hours, &found.hours, put.hours)?;
        swap(
            &mut settings.review_time,
            &found.review_time,
            put.review_time,
        )?;
        swap(
            &mut settings.minutes_step,
            &found.minutes_step,
            put.minutes_step,
        )?;
        let calendar = &mut settings.calendar;
        swap(&mut calendar.law, &found.calendar.law, put.calendar.law)?;
        swap(
            &mut calendar.pattern,
            &found.calendar.pattern,
            put.calendar.pattern,
        )?;
        swap(
            &mut calendar.pattern_from,
            &found.calendar.pattern_from,
            put.calendar.pattern_from,
        )?;
        swap(&mut settings.metrics, &found.metrics, put.metrics)
    }
}

/// Puts a value back that the edit changed; one that it left alone stays as it is now.
fn swap<T: PartialEq>(cell: &mut T, found: &T, put: T) -> Result<(), ChangeError> {
    if *found == put {
        Ok(())
    } else if cell == found {
        *cell = put;
        Ok(())
    } else {
        Err(ChangeError::Changed(Noun::Settings))
    }
}

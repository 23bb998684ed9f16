//! What is typed into the grid, and what keys edit there.
//!
//! Only Enter and ctrl-s write. What cannot be read stays as it was typed, with what would be
//! right; a target that is changed, not set first, asks why, and takes an empty answer.

use crate::domain::change::{Change, SettingsChange, TargetChange, TargetSet, WeekChange};
use crate::domain::{Amount, Calendar, Day, MetricId, OwnDay, TargetText, Unit, Weight};
use crate::i18n::date;
use crate::planning::MetricOutlook;
use crate::tui::edits;
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::scene::Scene;

/// The longest amount that can be typed, in characters.
pub(super) const LONGEST_AMOUNT: usize = 40;
/// The longest reason.
const LONGEST_REASON: usize = 200;

/// What an open field is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum What {
    /// The target of a metric.
    Target(MetricId),
    /// Why a target becomes another one.
    Reason(MetricId, Amount),
    /// The quota of a metric on a day; empty frees it.
    Pin(MetricId, Day),
}

/// An open field of the grid.
#[derive(Debug)]
pub(super) struct Editing {
    pub(super) what: What,
    pub(super) field: Field,
    /// Why what was typed is not taken.
    pub(super) error: Option<String>,
}

/// How a field goes on when Enter is pressed.
pub(super) enum Taken {
    /// The edit is to be written.
    Edit(Effect),
    /// Another field takes its place.
    Ask(Box<Editing>),
    /// There is nothing to edit.
    Same,
    /// What was typed cannot be taken.
    Refused(String),
}

impl Editing {
    pub(super) fn new(what: What, field: Field) -> Self {
        Self {
            what,
            field,
            error: None,
        }
    }

    pub(super) fn target(scene: &Scene<'_>, metric: &MetricOutlook) -> Self {
        let style = scene.style(metric);
        let now = metric.target.map(|target| style.typed(target));
        let field = Field::fresh(&now.unwrap_or_default(), LONGEST_AMOUNT);
        Self::new(What::Target(metric.id.clone()), field)
    }

    pub(super) fn pin(scene: &Scene<'_>, metric: &MetricOutlook, day: Day) -> Self {
        let figures = &metric.days[day.weekday()];
        let shown = figures.pinned.unwrap_or(Amount::of_units(figures.quota()));
        let typed = scene.style(metric).typed(shown);
        let field = Field::fresh(&typed, LONGEST_AMOUNT);
        Self::new(What::Pin(metric.id.clone(), day), field)
    }

    /// Which metric it is for.
    pub(super) fn metric(&self) -> &MetricId {
        match &self.what {
            What::Target(metric) | What::Reason(metric, _) | What::Pin(metric, _) => metric,
        }
    }

    /// What Enter would write, where what was typed can be taken.
    pub(super) fn changes(&self, scene: &Scene<'_>) -> Option<Vec<Change>> {
        let metric = scene.outlook.metric(self.metric())?;
        let change = match &self.what {
            What::Target(_) => {
                let first = metric.since.unwrap_or(scene.today());
                let to = read_target(scene, metric, self.field.value(), first).ok()?;
                target_change(scene, metric, to, None)
            }
            What::Reason(_, to) => target_change(scene, metric, *to, None),
            What::Pin(_, day) => {
                let amount = read_pin(scene, metric, self.field.value()).ok()?;
                pin_change(scene, metric, *day, amount)
            }
        };
        Some(vec![change])
    }

    /// What Enter makes of what was typed; with `at_once` no reason is asked.
    pub(super) fn take(&self, scene: &Scene<'_>, at_once: bool) -> Taken {
        let Some(metric) = scene.outlook.metric(self.metric()) else {
            return Taken::Same;
        };
        match &self.what {
            What::Target(_) => self.take_target(scene, metric, at_once),
            What::Reason(_, to) => {
                let reason = self.field.value().trim();
                let reason = (!reason.is_empty()).then(|| reason.to_owned());
                Taken::Edit(set_target(scene, metric, *to, reason))
            }
            What::Pin(_, day) => self.take_pin(scene, metric, *day),
        }
    }

    fn take_target(&self, scene: &Scene<'_>, metric: &MetricOutlook, at_once: bool) -> Taken {
        let first = metric.since.unwrap_or(scene.today());
        let to = match read_target(scene, metric, self.field.value(), first) {
            Ok(to) => to,
            Err(error) => return Taken::Refused(error),
        };
        if to == metric.target.unwrap_or_default() {
            return Taken::Same;
        }
        if metric.target.is_none() || at_once {
            return Taken::Edit(set_target(scene, metric, to, None));
        }
        let what = What::Reason(metric.id.clone(), to);
        Taken::Ask(Box::new(Self::new(what, Field::new("", LONGEST_REASON))))
    }

    fn take_pin(&self, scene: &Scene<'_>, metric: &MetricOutlook, day: Day) -> Taken {
        match read_pin(scene, metric, self.field.value()) {
            Ok(None) if metric.days[day.weekday()].pinned.is_none() => Taken::Same,
            Ok(amount) => Taken::Edit(pin(scene, metric, day, amount)),
            Err(error) => Taken::Refused(error),
        }
    }
}

/// The target that a text means: an amount, or one for each working day left from `first` or
/// today on.
pub(super) fn read_target(
    scene: &Scene<'_>,
    metric: &MetricOutlook,
    text: &str,
    first: Day,
) -> Result<Amount, String> {
    match TargetText::read(text, scene.reading(metric)) {
        Ok(TargetText::Total(amount)) => Ok(amount),
        Ok(TargetText::PerDay(amount)) => {
            let first = first.max(scene.today());
            Ok(scene.outlook.calendar.for_each_day_from(first, amount))
        }
        Err(error) => Err(scene.say(&error)),
    }
}

/// The quota of a day that a text means; nothing frees the day.
pub(super) fn read_pin(
    scene: &Scene<'_>,
    metric: &MetricOutlook,
    text: &str,
) -> Result<Option<Amount>, String> {
    let text = text.trim();
    let amount = (!text.is_empty()).then(|| Amount::read(text, scene.reading(metric)));
    amount.transpose().map_err(|error| scene.say(&error))
}

/// An edit of the week's targets.
pub(super) fn in_targets(scene: &Scene<'_>, change: TargetChange) -> Change {
    Change::Week(scene.outlook.week, WeekChange::Target(change))
}

fn set_target(
    scene: &Scene<'_>,
    metric: &MetricOutlook,
    to: Amount,
    reason: Option<String>,
) -> Effect {
    let words = scene.words;
    let said = if to.is_zero() {
        words
            .common
            .reason(&metric.name, words.messages.target_cleared)
    } else {
        let amount = scene.style(metric).exact(to);
        words.messages.target_set(&metric.name, amount)
    };
    let said = edits::said_of_week(scene, said);
    Effect::change(target_change(scene, metric, to, reason), said)
}

fn target_change(
    scene: &Scene<'_>,
    metric: &MetricOutlook,
    to: Amount,
    reason: Option<String>,
) -> Change {
    let set = TargetSet {
        reason,
        ..TargetSet::new(metric.id.clone(), to, scene.stamp.at)
    };
    in_targets(scene, TargetChange::Set(set))
}

/// Fixes the quota of a day, or frees it.
pub(super) fn pin(
    scene: &Scene<'_>,
    metric: &MetricOutlook,
    day: Day,
    amount: Option<Amount>,
) -> Effect {
    let messages = &scene.words.messages;
    let date = date(scene.language, day);
    let said = if let Some(amount) = amount {
        let amount = scene.style(metric).exact(amount);
        messages.pinned(&metric.name, date, amount)
    } else {
        let what = format!("{} {date}", metric.name);
        scene.words.common.reason(what, messages.pin_freed)
    };
    Effect::change(pin_change(scene, metric, day, amount), said)
}

fn pin_change(
    scene: &Scene<'_>,
    metric: &MetricOutlook,
    day: Day,
    amount: Option<Amount>,
) -> Change {
    let pin = TargetChange::Pin {
        metric: metric.id.clone(),
        day,
        amount,
    };
    in_targets(scene, pin)
}

/// Whether quotas of a metric can be pinned.
pub(super) fn has_quotas(metric: &MetricOutlook) -> bool {
    metric.target.is_some() && metric.unit != Unit::Score
}

/// Pins a day's quota at the number shown, or frees it.
pub(super) fn toggle_pin(scene: &Scene<'_>, metric: &MetricOutlook, day: Day) -> Effect {
    let figures = &metric.days[day.weekday()];
    let amount = match figures.pinned {
        Some(_) => None,
        None => Some(Amount::of_units(figures.quota())),
    };
    pin(scene, metric, day, amount)
}

/// Makes a metric the one that comes first, or takes that back.
pub(super) fn toggle_focus(scene: &Scene<'_>, metric: &MetricOutlook) -> Effect {
    let messages = &scene.words.messages;
    let has_it = scene.outlook.focus.as_ref() == Some(&metric.id);
    let (focus, said) = if has_it {
        (None, messages.focus_cleared.to_owned())
    } else {
        (Some(metric.id.clone()), messages.focus_set(&metric.name))
    };
    let said = edits::said_of_week(scene, said);
    Effect::change(in_targets(scene, TargetChange::Focus(focus)), said)
}

/// Makes a day a day off, or what it was before: a working day again.
pub(super) fn toggle_day(scene: &Scene<'_>, day: Day) -> Effect {
    let off = scene.outlook.days[day.weekday()].off;
    let usual = usual_weight(scene, day);
    let weight = match (off, usual) {
        (false, _) => Weight::OFF,
        (true, Weight::OFF) => Weight::FULL,
        (true, usual) => usual,
    };
    set_day(scene, day, weight)
}

/// Makes a day as long as `weight` says.
pub(super) fn set_day(scene: &Scene<'_>, day: Day, weight: Weight) -> Effect {
    let (change, said) = day_change(scene, day, weight);
    Effect::change(change, said)
}

/// The edit that gives a day a weight of its own, unless that is what pattern and law give it
/// anyway; and what is said of it.
pub(super) fn day_change(scene: &Scene<'_>, day: Day, weight: Weight) -> (Change, String) {
    let own = (usual_weight(scene, day) != weight).then_some(OwnDay { weight, why: None });
    let words = scene.words;
    let now = match weight {
        Weight::OFF => words.messages.day_is_off,
        Weight::HALF => words.common.half_day,
        _ => words.messages.day_is_on,
    };
    let said = words.common.reason(date(scene.language, day), now);
    (SettingsChange::Days(vec![(day, own)]).into(), said)
}

/// The weight of a day by pattern and law.
fn usual_weight(scene: &Scene<'_>, day: Day) -> Weight {
    let mut without = scene.settings.calendar.clone();
    without.days.remove(&day);
    Calendar::of(day.week(), &without).days[day.weekday()].weight
}

//! Words that stand for one of a few things: metrics, causes, kinds, numbers.

use super::error::CliError;
use crate::domain::{Cause, Language, Metric, Settings, shown};
use crate::i18n::{Choice, Named, choice_named, metric_named};

/// The metric that a text names: one in use where one is, else a retired one.
pub(super) fn metric(text: &str, settings: &Settings) -> Result<Metric, CliError> {
    let ids = |metrics: &mut dyn Iterator<Item = &Metric>| {
        metrics.map(|metric| metric.id.to_string()).collect()
    };
    let retired = || settings.metrics.iter().filter(|metric| metric.retired);
    let found = match metric_named(text, settings.metrics_in_use()) {
        Named::None => metric_named(text, retired()),
        found => found,
    };
    match found {
        Named::One(metric) => Ok(metric.clone()),
        Named::Several(fits) => Err(CliError::ManyMetrics {
            text: shown(text),
            fits: ids(&mut fits.into_iter()),
        }),
        Named::None => Err(CliError::NoMetric {
            text: shown(text),
            known: ids(&mut settings.metrics_in_use()),
        }),
    }
}

/// The value that a text names; `place` is what the text stands for.
pub(super) fn choice<C: Choice>(place: &str, text: &str) -> Result<C, CliError> {
    let ids = C::VALUES.iter().map(|value| value.id());
    choice_named(text)
        .one()
        .ok_or_else(|| not_one_of(place, text, ids))
}

/// The value whose name in a table the text is.
pub(super) fn one_of<T: Copy>(
    place: &str,
    table: &[(T, &'static str)],
    text: &str,
) -> Result<T, CliError> {
    let found = table.iter().find(|(_, name)| is(text, &[*name]));
    let names = table.iter().map(|(_, name)| *name);
    found
        .map(|(value, _)| *value)
        .ok_or_else(|| not_one_of(place, text, names))
}

fn not_one_of(place: &str, text: &str, names: impl Iterator<Item = &'static str>) -> CliError {
    CliError::Choice {
        text: shown(text),
        place: place.to_owned(),
        choices: names.map(str::to_owned).collect(),
    }
}

pub(super) fn yes_or_no(text: &str) -> Result<bool, CliError> {
    let table = [(true, "yes"), (false, "no"), (true, "是"), (false, "否")];
    one_of("YES|NO", &table, text)
}

pub(super) fn language(text: &str) -> Result<Language, CliError> {
    let tags = Language::ALL.iter().map(|language| language.tag());
    Language::parse(text.trim()).ok_or_else(|| not_one_of("LANGUAGE", text, tags))
}

/// The cause that a text names; any other text is a note on *other*.
pub(super) fn cause(text: &str) -> (Cause, Option<String>) {
    match choice_named(text) {
        Named::One(cause) => (cause, None),
        Named::None | Named::Several(_) => (Cause::Other, Some(text.to_owned())),
    }
}

/// Whether a text empties a field.
pub(super) fn is_none(text: &str) -> bool {
    is(text, &["none", "无"])
}

/// Whether a text means all there are.
pub(super) fn is_all(text: &str) -> bool {
    is(text, &["all", "全部"])
}

/// Whether a text frees a pinned day.
pub(super) fn is_auto(text: &str) -> bool {
    is(text, &["auto", "自动"])
}

/// Whether a text means the week's bucket.
pub(super) fn is_bucket(text: &str) -> bool {
    is(text, &["bucket", "待定", "本周待定"])
}

/// Whether a text means next week's bucket.
pub(super) fn is_next(text: &str) -> bool {
    is(text, &["next", "下周"])
}

fn is(text: &str, words: &[&str]) -> bool {
    words
        .iter()
        .any(|word| word.eq_ignore_ascii_case(text.trim()))
}

/// A whole number from `least` to `most`; `place` is what it stands for.
pub(super) fn number(text: &str, place: &str, least: u32, most: u32) -> Result<u32, CliError> {
    let number = text.trim().parse().ok();
    let number = number.filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| CliError::Number {
        text: shown(text),
        place: place.to_owned(),
        least,
        most,
    })
}

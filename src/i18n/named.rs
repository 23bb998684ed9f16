//! Things found by what people type: a metric, a cause, a kind.
//!
//! A text names what has it as an id, as a name in either language, or as the beginning of one
//! of these that begins nothing else. Case, full-width letters and the sign between words do
//! not matter. The empty text names nothing.
//!
//! ```
//! # use salesweek::domain::{Cause, Metric};
//! # use salesweek::i18n::{Named, choice_named, metric_named};
//! assert_eq!(choice_named("客户没空"), Named::One(Cause::CustomerUnavailable));
//! let metrics = Metric::built_in();
//! let Named::One(metric) = metric_named("ＣＡＬＬ", &metrics) else { panic!() };
//! assert_eq!(metric.id.as_str(), "calls");
//! ```

use super::words::{Choice, Words};
use crate::domain::{Language, Metric};

/// What a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named<T> {
    /// One thing.
    One(T),
    /// Nothing.
    None,
    /// The beginning of several, in their order.
    Several(Vec<T>),
}

impl<T> Named<T> {
    /// The thing, if it is one.
    pub fn one(self) -> Option<T> {
        match self {
            Self::One(thing) => Some(thing),
            Self::None | Self::Several(_) => None,
        }
    }
}

/// The metric that a text names, out of `metrics`. An id comes before a name, and the name a
/// metric was given before one that the language gives.
pub fn metric_named<'a>(
    text: &str,
    metrics: impl IntoIterator<Item = &'a Metric>,
) -> Named<&'a Metric> {
    let metrics: Vec<_> = metrics.into_iter().collect();
    // An id is mostly typed as it is, and then needs the words of no language.
    let is_meant = |metric: &&Metric| metric.id.as_str() == text;
    if let Some(metric) = metrics.iter().copied().find(is_meant) {
        return Named::One(metric);
    }
    let metrics = metrics.into_iter().map(|metric| {
        let id = metric.id.as_str();
        let built_in = Language::ALL.map(|language| Words::of(language).names.built_in(id));
        let names = metric.name.as_deref().into_iter();
        let names = names.chain(built_in.into_iter().flatten()).map(fold);
        (metric, std::iter::once(fold(id)).chain(names).collect())
    });
    named(text, &metrics.collect::<Vec<_>>())
}

/// The cause, kind, answer … that a text names.
pub fn choice_named<C: Choice>(text: &str) -> Named<C> {
    let choices = C::VALUES.iter().map(|choice| {
        let words = Language::ALL.map(|language| fold(Words::of(language).name(*choice)));
        let names = std::iter::once(fold(choice.id())).chain(words);
        (*choice, names.collect())
    });
    named(text, &choices.collect::<Vec<_>>())
}

/// The thing whose names `text` fits best. Names are compared by rank: whole names before
/// beginnings, and among whole ones the first of a thing's names before its second.
fn named<T: Copy>(text: &str, things: &[(T, Vec<String>)]) -> Named<T> {
    let text = fold(text);
    if text.is_empty() {
        return Named::None;
    }
    let ranks = things.iter().map(|(_, names)| names.len()).max();
    for rank in 0..ranks.unwrap_or_default() {
        let has_it = |names: &[String]| names.get(rank).is_some_and(|name| *name == text);
        match fitting(things, has_it) {
            Named::None => {}
            found => return found,
        }
    }
    fitting(things, |names| {
        names.iter().any(|name| name.starts_with(&text))
    })
}

fn fitting<T: Copy>(things: &[(T, Vec<String>)], fits: impl Fn(&[String]) -> bool) -> Named<T> {
    let mut found: Vec<_> = things
        .iter()
        .filter(|(_, names)| fits(names))
        .map(|(thing, _)| *thing)
        .collect();
    match found.len() {
        0 => Named::None,
        1 => found.pop().map_or(Named::None, Named::One),
        _ => Named::Several(found),
    }
}

/// A text as it is compared: small letters, nothing full-width, one space between words.
pub(super) fn fold(text: &str) -> String {
    let plain: String = text.chars().flat_map(plain).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn plain(c: char) -> impl Iterator<Item = char> {
    let narrow = match c {
        '！'..='～' => u32::from(c)
            .checked_sub(0xfee0)
            .and_then(char::from_u32)
            .unwrap_or(c),
        _ => c,
    };
    match narrow {
        '_' | '-' => ' ',
        '’' => '\'',
        _ => narrow,
    }
    .to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Answer, Cause, EventKind, LessonKind, Market};

    fn metrics() -> Vec<Metric> {
        Metric::built_in()
    }

    fn ids(named: Named<&Metric>) -> Vec<String> {
        match named {
            Named::One(metric) => vec![metric.id.to_string()],
            Named::None => Vec::new(),
            Named::Several(metrics) => metrics.iter().map(|metric| metric.id.to_string()).collect(),
        }
    }

    #[test]
    fn a_metric_is_named_by_id_name_or_beginning() {
        let cases: [(&str, &[&str]); 15] = [
            ("calls", &["calls"]),
            ("Calls", &["calls"]),
            ("ｃａｌｌｓ", &["calls"]),
            ("电话", &["calls"]),
            ("电", &["calls"]),
            ("cal", &["calls"]),
            ("new customers", &["new_customers"]),
            ("NEW-CUSTOMERS", &["new_customers"]),
            ("new", &["new_customers"]),
            ("微信", &["messages"]),
            ("客户维护", &["care"]),
            ("customer", &["care"]),
            ("c", &["calls", "care"]),
            ("factory", &[]),
            ("  ", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(ids(metric_named(text, &metrics())), expected, "`{text}`");
        }
    }

    #[test]
    fn a_given_name_counts_and_the_first_name_still_does() {
        let mut metrics = metrics();
        metrics[3].name = Some("Dials".to_owned());
        for text in ["dials", "d", "Calls", "calls", "电话"] {
            assert_eq!(ids(metric_named(text, &metrics)), ["calls"], "`{text}`");
        }
    }

    #[test]
    fn an_id_comes_before_a_name_and_a_given_name_before_the_language() {
        let mut metrics = metrics();
        metrics[2].name = Some("calls".to_owned());
        assert_eq!(ids(metric_named("calls", &metrics)), ["calls"]);
        metrics[2].name = Some("电话".to_owned());
        assert_eq!(ids(metric_named("电话", &metrics)), ["visits"]);
    }

    #[test]
    fn a_whole_name_comes_before_a_beginning() {
        let mut metrics = metrics();
        metrics[0].name = Some("Callsign".to_owned());
        assert_eq!(ids(metric_named("Calls", &metrics)), ["calls"]);
    }

    #[test]
    fn a_cause_is_named_in_either_language() {
        let cases = [
            ("no_time", Named::One(Cause::NoTime)),
            ("no time", Named::One(Cause::NoTime)),
            ("没时间", Named::One(Cause::NoTime)),
            ("waiting", Named::One(Cause::WaitingForColleague)),
            ("PRICE", Named::One(Cause::Price)),
            ("forgot", Named::One(Cause::Forgot)),
            (
                "customer",
                Named::Several(vec![Cause::CustomerUnavailable, Cause::CustomerPostponed]),
            ),
            ("it rained", Named::None),
        ];
        for (text, cause) in cases {
            assert_eq!(choice_named::<Cause>(text), cause, "`{text}`");
        }
    }

    /// Does the same with each kind of what a person can name.
    macro_rules! of_each_choice {
        ($all:ident) => {
            $all::<Cause>();
            $all::<EventKind>();
            $all::<LessonKind>();
            $all::<Market>();
            $all::<Answer>();
            $all::<crate::domain::Kind>();
            $all::<crate::domain::Unit>();
            $all::<crate::domain::Basis>();
            $all::<crate::domain::GlyphChoice>();
            $all::<crate::domain::MouseChoice>();
            $all::<crate::domain::Law>();
            $all::<crate::domain::Holiday>();
        };
    }

    #[test]
    fn each_value_is_found_by_its_id_and_by_both_its_names() {
        fn all<C: Choice + std::fmt::Debug>() {
            for choice in C::VALUES {
                assert_eq!(choice_named(choice.id()), Named::One(*choice));
                for language in Language::ALL {
                    let name = Words::of(language).name(*choice);
                    assert_eq!(choice_named(name), Named::One(*choice), "{name}");
                }
            }
        }
        of_each_choice!(all);
    }

    #[test]
    fn an_id_is_the_one_that_files_write() {
        fn all<C: Choice + serde::Serialize>() {
            for choice in C::VALUES {
                let written = serde_json::to_string(choice).unwrap();
                assert_eq!(written, format!("\"{}\"", choice.id()));
            }
        }
        of_each_choice!(all);
        all::<crate::planning::Status>();
        all::<crate::planning::TaskStatus>();
        all::<crate::planning::WeekState>();
    }
}

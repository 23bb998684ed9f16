//! What is counted in a week.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::strict::is_default;
use super::{Amount, Unit, shown};

/// A text that is no metric's id.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("expected a metric id of a letter and up to 31 letters, digits or `_`, found `{0}`")]
pub struct MetricIdError(pub String);

/// The name of a metric for machines: `[a-z][a-z0-9_]{0,31}`. It never changes.
///
/// ```
/// # use salesweek::domain::MetricId;
/// assert!("new_customers".parse::<MetricId>().is_ok());
/// for wrong in ["", "Calls", "2nd", "_calls", "工厂参观"] {
///     assert!(wrong.parse::<MetricId>().is_err());
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MetricId(Box<str>);

impl MetricId {
    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// An id made from a name, for who has none in mind: the name's letters and digits of
    /// ASCII, or `metric` where it has no such letter; numbered where that one is taken.
    ///
    /// ```
    /// # use salesweek::domain::MetricId;
    /// let id = |name| MetricId::of_name(name, |id| id.as_str() == "metric").to_string();
    /// assert_eq!(id("Client dinners (Q3)"), "client_dinners_q3");
    /// assert_eq!(id("工厂参观"), "metric_2");
    /// ```
    pub fn of_name(name: &str, is_taken: impl Fn(&Self) -> bool) -> Self {
        let words = name.split(|sign: char| !sign.is_ascii_alphanumeric());
        let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
        let id = words.join("_").to_ascii_lowercase();
        let id = id.trim_start_matches(|sign: char| !sign.is_ascii_lowercase());
        let id = id
            .get(..LONGEST_OF_NAME)
            .unwrap_or(id)
            .trim_end_matches('_');
        let id = if id.is_empty() { "metric" } else { id };
        let numbered = (2_u32..).map(|number| Self(format!("{id}_{number}").into()));
        let mut ids = std::iter::once(Self(id.into())).chain(numbered);
        ids.find(|id| !is_taken(id))
            .unwrap_or_else(|| Self(id.into()))
    }
}

/// How many characters of an id come from a name; the others are for a number.
const LONGEST_OF_NAME: usize = 24;

impl fmt::Display for MetricId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl FromStr for MetricId {
    type Err = MetricIdError;

    fn from_str(text: &str) -> Result<Self, MetricIdError> {
        let fits = text.len() <= 32
            && text.starts_with(|first: char| first.is_ascii_lowercase())
            && text
                .chars()
                .all(|sign| matches!(sign, 'a'..='z' | '0'..='9' | '_'));
        if fits {
            Ok(Self(text.into()))
        } else {
            Err(MetricIdError(shown(text)))
        }
    }
}

super::strict::text_serde!(MetricId);

/// What a metric says about the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A result that follows from work: revenue, new customers.
    Outcome,
    /// Work one controls: calls, visits, emails.
    Activity,
    /// Learning: training, practice.
    Growth,
}

/// When revenue counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// On signing (签约额).
    Signed,
    /// On the invoice (开票额).
    Invoiced,
    /// On payment (回款额).
    Collected,
}

/// The key that counts a metric: one of `b c d e n t v w`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Letter(char);

impl Letter {
    /// All there are.
    pub const ALL: [Self; 8] = [
        Self('b'),
        Self('c'),
        Self('d'),
        Self('e'),
        Self('n'),
        Self('t'),
        Self('v'),
        Self('w'),
    ];

    /// The letter, where it may count.
    pub fn new(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.0 == letter)
    }

    /// As a character.
    pub const fn char(self) -> char {
        self.0
    }
}

impl fmt::Display for Letter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, out)
    }
}

impl<'de> Deserialize<'de> for Letter {
    fn deserialize<D: serde::Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let letter = char::deserialize(input)?;
        Self::new(letter).ok_or_else(|| {
            serde::de::Error::custom(format_args!(
                "expected a letter out of b c d e n t v w, found `{letter}`"
            ))
        })
    }
}

/// Something counted in a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// Its name for machines.
    pub id: MetricId,
    /// The name that its user gave it; a built-in metric without one is named by the language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it says about the week.
    pub kind: Kind,
    /// What it is measured in.
    pub unit: Unit,
    /// The key that counts it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<Letter>,
    /// When revenue counts; only money has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// The step of its quotas, where set by hand; above 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<Amount>,
    /// Whether it is offered nowhere any more.
    #[serde(default, skip_serializing_if = "is_default")]
    pub retired: bool,
}

impl Metric {
    /// A metric in use, without name, letter and basis.
    pub fn new(id: MetricId, kind: Kind, unit: Unit) -> Self {
        Self {
            id,
            name: None,
            kind,
            unit,
            letter: None,
            basis: None,
            step: None,
            retired: false,
        }
    }

    /// A metric of which only the id is known, because the settings do not have it.
    pub fn unknown(id: MetricId) -> Self {
        Self {
            retired: true,
            ..Self::new(id, Kind::Activity, Unit::Count)
        }
    }

    /// The metrics a store begins with, in their order; `care` is retired until wanted.
    pub fn built_in() -> Vec<Self> {
        use Kind::{Activity, Growth, Outcome};
        use Unit::{Count, Minutes, Money};
        [
            ("new_customers", Outcome, Count, Some('n')),
            ("revenue", Outcome, Money, Some('d')),
            ("visits", Activity, Count, Some('v')),
            ("calls", Activity, Count, Some('c')),
            ("emails", Activity, Count, Some('e')),
            ("messages", Activity, Count, Some('w')),
            ("training", Growth, Minutes, Some('t')),
            ("care", Activity, Count, None),
        ]
        .map(|(id, kind, unit, letter)| Self {
            letter: letter.and_then(Letter::new),
            basis: (unit == Money).then_some(Basis::Signed),
            retired: id == "care",
            ..Self::new(MetricId(id.into()), kind, unit)
        })
        .into()
    }
}

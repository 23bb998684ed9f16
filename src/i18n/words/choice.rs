//! Enums that people choose from: each value has an id for machines and a name in each
//! language.

use super::Words;
use super::names::Names;

/// An enum whose values have an id and a name.
///
/// ```
/// # use salesweek::domain::{Cause, Language};
/// # use salesweek::i18n::{Choice, Words};
/// assert_eq!(Cause::NoTime.id(), "no_time");
/// assert_eq!(Words::of(Language::ZhCn).name(Cause::NoTime), "没时间");
/// ```
pub trait Choice: Copy + Eq + 'static {
    /// All values, in the order in which they are offered.
    const VALUES: &'static [Self];

    /// The name for machines, as files and commands write it.
    fn id(self) -> &'static str;

    /// The name in the language of `names`.
    fn word(self, names: &Names) -> &'static str;
}

impl Words {
    /// The name of a cause, a kind, a status …
    pub fn name(&self, choice: impl Choice) -> &'static str {
        choice.word(&self.names)
    }
}

/// Declares the words of an enum, and the field of [`Names`] that has them; the keys are the
/// ids. The `match` has no `_`, so a new value does not build until it has its words.
macro_rules! choices {
    ($($(#[$doc:meta])* $field:ident: $words:ident of $choice:ty {
        $($value:ident: $name:ident),+ $(,)?
    })+) => { $(
        $(#[$doc])*
        #[derive(Debug, serde::Deserialize)]
        #[serde(deny_unknown_fields, bound(deserialize = "'de: 'static"))]
        pub(crate) struct $words {
            $(pub(crate) $name: $crate::i18n::words::area::Text),+
        }

        impl $crate::i18n::words::choice::Choice for $choice {
            const VALUES: &'static [Self] = &[$(Self::$value),+];

            fn id(self) -> &'static str {
                match self {
                    $(Self::$value => stringify!($name)),+
                }
            }

            fn word(self, names: &Names) -> &'static str {
                match self {
                    $(Self::$value => names.$field.$name),+
                }
            }
        }

        #[cfg(test)]
        impl $crate::i18n::words::area::Area for $words {
            fn look(&self, path: &str, see: &mut dyn FnMut(&str, &'static str, &[&str])) {
                $(see(&format!("{path}.{}", stringify!($name)), self.$name, &[]);)+
            }
        }
    )+ };
}
pub(super) use choices;

//! How much of a full working day a day is.

use serde::{Deserialize, Deserializer, Serialize};

/// A day's share of a full working day, in percent: 0 is off, 50 a half day, 100 a full day.
///
/// ```
/// # use salesweek::domain::Weight;
/// assert_eq!(Weight::new(0), Some(Weight::OFF));
/// assert_eq!(Weight::new(100), Some(Weight::FULL));
/// assert_eq!(Weight::new(201), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(transparent)]
pub struct Weight(u16);

impl Weight {
    /// A day off.
    pub const OFF: Self = Self(0);
    /// Half a working day.
    pub const HALF: Self = Self(50);
    /// A full working day.
    pub const FULL: Self = Self(100);
    /// The heaviest day there is, in percent.
    pub const MOST: u16 = 200;

    /// A weight of `percent`; `None` above 200.
    pub const fn new(percent: u16) -> Option<Self> {
        if percent <= Self::MOST {
            Some(Self(percent))
        } else {
            None
        }
    }

    /// In percent of a full day, 0 to 200.
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// Whether the day owes nothing.
    pub const fn is_off(self) -> bool {
        self.0 == 0
    }
}

impl<'de> Deserialize<'de> for Weight {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let percent = u16::deserialize(input)?;
        Self::new(percent).ok_or_else(|| {
            serde::de::Error::custom(format_args!(
                "expected a weight from 0 to 200 percent, found {percent}"
            ))
        })
    }
}

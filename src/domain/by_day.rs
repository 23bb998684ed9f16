//! The seven days of a week, and a table that has a cell for each of them.
//!
//! A [`ByDay`] cannot miss: it is indexed by [`Weekday`], so no index is out of range.
//!
//! ```
//! # use salesweek::domain::{ByDay, Weekday};
//! let mut quotas = ByDay([2, 2, 2, 2, 2, 0, 0]);
//! quotas[Weekday::Fri] += 1;
//! assert_eq!(quotas[Weekday::Fri], 3);
//! assert_eq!(quotas.iter().map(|(_, quota)| quota).sum::<i32>(), 11);
//! ```

use std::ops::{Index, IndexMut};

use serde::{Deserialize, Serialize};

/// A day of the ISO week, which begins on Monday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    /// Monday.
    Mon,
    /// Tuesday.
    Tue,
    /// Wednesday.
    Wed,
    /// Thursday.
    Thu,
    /// Friday.
    Fri,
    /// Saturday.
    Sat,
    /// Sunday.
    Sun,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Mon,
        Self::Tue,
        Self::Wed,
        Self::Thu,
        Self::Fri,
        Self::Sat,
        Self::Sun,
    ];

    /// Days since Monday, 0 to 6.
    pub const fn from_monday(self) -> u8 {
        match self {
            Self::Mon => 0,
            Self::Tue => 1,
            Self::Wed => 2,
            Self::Thu => 3,
            Self::Fri => 4,
            Self::Sat => 5,
            Self::Sun => 6,
        }
    }
}

/// One value for each day of a week, Monday first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ByDay<T>(pub [T; 7]);

impl<T> ByDay<T> {
    /// The table whose cells `value` gives, asked once for each day from Monday on.
    pub fn from_fn(value: impl FnMut(Weekday) -> T) -> Self {
        Self(Weekday::ALL.map(value))
    }

    /// The cells with their days, Monday first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Weekday, &T)> + '_ {
        Weekday::ALL.into_iter().zip(&self.0)
    }

    /// The cells alone, Monday first.
    pub fn values(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// The table of what `change` makes of each cell.
    pub fn map<U>(self, change: impl FnMut(T) -> U) -> ByDay<U> {
        ByDay(self.0.map(change))
    }
}

impl<T> Index<Weekday> for ByDay<T> {
    type Output = T;

    fn index(&self, day: Weekday) -> &T {
        match day {
            Weekday::Mon => &self.0[0],
            Weekday::Tue => &self.0[1],
            Weekday::Wed => &self.0[2],
            Weekday::Thu => &self.0[3],
            Weekday::Fri => &self.0[4],
            Weekday::Sat => &self.0[5],
            Weekday::Sun => &self.0[6],
        }
    }
}

impl<T> IndexMut<Weekday> for ByDay<T> {
    fn index_mut(&mut self, day: Weekday) -> &mut T {
        match day {
            Weekday::Mon => &mut self.0[0],
            Weekday::Tue => &mut self.0[1],
            Weekday::Wed => &mut self.0[2],
            Weekday::Thu => &mut self.0[3],
            Weekday::Fri => &mut self.0[4],
            Weekday::Sat => &mut self.0[5],
            Weekday::Sun => &mut self.0[6],
        }
    }
}

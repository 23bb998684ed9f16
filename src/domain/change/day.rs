//! Edits of closed days. Closing is no lock and changes no figure.

use super::ChangeError;
use super::target::inside;
use crate::domain::{Closed, Day, MOST_WINS, Week, line};

/// One edit of a day's close.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayChange {
    /// Closes a day, or says it anew.
    Close {
        /// Which day; not one to come.
        day: Day,
        /// When, how it felt (1 to 5), what worked, up to three wins.
        closed: Closed,
    },
    /// Takes a close away.
    Open(Day),
}

impl DayChange {
    pub(super) fn apply(self, week: &mut Week) -> Result<(), ChangeError> {
        match self {
            Self::Close { day, mut closed } => {
                inside(week, day)?;
                if day > closed.at.day() {
                    return Err(ChangeError::Future(day));
                }
                if let Some(mood) = closed.mood.filter(|mood| !(1..=5).contains(mood)) {
                    return Err(ChangeError::Mood(mood));
                }
                if closed.wins.len() > MOST_WINS {
                    return Err(ChangeError::TooManyWins(closed.wins.len()));
                }
                closed.worked = closed.worked.as_deref().map(line).transpose()?;
                let wins = closed.wins.iter();
                closed.wins = wins.map(|win| line(win)).collect::<Result<_, _>>()?;
                week.closed.insert(day, closed);
                Ok(())
            }
            Self::Open(day) => match week.closed.remove(&day) {
                Some(_) => Ok(()),
                None => Err(ChangeError::NotClosed(day)),
            },
        }
    }
}

#[cfg(test)]
mod tests;

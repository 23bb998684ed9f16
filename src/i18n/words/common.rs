//! What stands in several places: headings of panes, days, lists.

use super::Words;
use super::area::area;
use crate::planning::{Outlook, WeekState};

area! {
    /// What stands in several places: headings of panes, days, lists.
    pub Common {
        texts {
            goals,
            today,
            review,
            today_small,
            yesterday,
            tomorrow,
            this_week,
            next_week,
            stays,
            half_day,
            none,
            day_off,
            comma,
            semicolon,
        }
        phrases {
            day_of_week(day, all),
            span(from, to),
            placed(text, place),
            reason(text, reason),
            in_brackets(text, more),
        }
        plurals {
            tasks(count),
            more(count),
            off_days_left(count),
        }
    }
}

impl Words {
    /// How far a week has come: what has targets and has not begun is planned.
    pub fn state_of(&self, week: &Outlook) -> &'static str {
        if week.state == WeekState::Running && !week.has_begun() {
            self.header.planned
        } else {
            self.name(week.state)
        }
    }

    /// Which of the week's working days today is; on a day off, how many are left. `None` where
    /// today is no day of the week, or none of its days is worked.
    pub fn day_of(&self, week: &Outlook) -> Option<String> {
        let (day, all) = week.working_day()?;
        let is_off = week.calendar.days[week.today.weekday()].weight.is_off();
        Some(match all.saturating_sub(day) {
            _ if !is_off => self.common.day_of_week(day, all),
            0 => self.common.day_off.to_owned(),
            left => self.common.off_days_left(left),
        })
    }
}

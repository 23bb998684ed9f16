//! The five figures a weekly meeting asks for: the month so far, the week's revenue, visits
//! and communications, new customers, and the gaps with their causes.

use chrono::Datelike;

use super::{History, MetricOutlook, Outlook, Standing};
use crate::domain::{Amount, Cause, Day, MetricId, Unit};

/// The metrics that are talks with customers, other than visits.
const COMMUNICATIONS: [&str; 3] = ["calls", "emails", "messages"];

/// What a weekly meeting asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Meeting<'a> {
    /// The first day of the month that is added up: that of today or of the week's last working
    /// day, whichever comes first. A week that has not begun counts as at its Monday.
    pub month_from: Day,
    /// What money came to since then, up to the end of the week.
    pub month: Vec<(&'a MetricOutlook, Amount)>,
    /// The money of the week.
    pub revenue: Vec<&'a MetricOutlook>,
    /// The visits; `None` when they are not counted.
    pub visits: Option<&'a MetricOutlook>,
    /// Calls, emails and messages, as far as they are counted.
    pub communications: Vec<&'a MetricOutlook>,
    /// All of them together.
    pub communications_done: Amount,
    /// The new customers; `None` when they are not counted.
    pub new_customers: Option<&'a MetricOutlook>,
    /// What is missing to targets, in the order of the settings.
    pub gaps: Vec<Gap<'a>>,
}

/// What is missing to a target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gap<'a> {
    /// Of which metric.
    pub metric: &'a MetricOutlook,
    /// How much, above 0.
    pub missing: Amount,
    /// Why, where the review says so.
    pub cause: Option<Cause>,
    /// In the user's words.
    pub note: Option<&'a str>,
}

/// The figures of a week's meeting; `history` must reach back to the first of the month.
pub fn meeting<'a>(outlook: &'a Outlook, history: &History<'_>) -> Meeting<'a> {
    let of_id = |id: &str| {
        let mut metrics = outlook.metrics.iter();
        metrics.find(|metric| metric.id.as_str() == id)
    };
    let month_from = month_from(outlook);
    let money = outlook.metrics.iter();
    let revenue: Vec<_> = money.filter(|metric| metric.unit == Unit::Money).collect();
    let since_first = |metric: &'a MetricOutlook| {
        let done = done_since(month_from, &metric.id, outlook, history);
        (metric, done)
    };
    let communications: Vec<_> = COMMUNICATIONS.into_iter().filter_map(of_id).collect();
    Meeting {
        month_from,
        month: revenue.iter().copied().map(since_first).collect(),
        revenue,
        visits: of_id("visits"),
        communications_done: communications.iter().map(|metric| metric.done).sum(),
        communications,
        new_customers: of_id("new_customers"),
        gaps: gaps(outlook),
    }
}

fn month_from(outlook: &Outlook) -> Day {
    let last = outlook.calendar.last_working_day().unwrap_or(outlook.to);
    let day = match outlook.standing {
        Standing::Before => outlook.from,
        Standing::On(_) => outlook.today.min(last),
        Standing::Over => last,
    };
    let date = day.date();
    Day::from_ymd(date.year(), date.month(), 1).unwrap_or(day)
}

/// What was entered from the first of a month to the end of that month or of the week.
fn done_since(first: Day, metric: &MetricId, outlook: &Outlook, history: &History<'_>) -> Amount {
    let month = |day: Day| (day.date().year(), day.date().month());
    let counts = |day: Day, of: &MetricId| month(day) == month(first) && of == metric;
    let earlier = history.earlier.iter().flat_map(|week| &week.entries);
    let before = earlier
        .filter(|entry| counts(entry.day, &entry.metric))
        .map(|entry| entry.amount);
    let own = outlook
        .entries
        .iter()
        .filter(|entry| counts(entry.day, &entry.metric))
        .map(|entry| entry.amount);
    before.chain(own).sum()
}

fn gaps(outlook: &Outlook) -> Vec<Gap<'_>> {
    let metrics = outlook.metrics.iter();
    let missing = metrics.filter_map(|metric| {
        let missing = metric.target?.saturating_sub(metric.done);
        (missing > Amount::ZERO).then_some((metric, missing))
    });
    missing
        .map(|(metric, missing)| {
            let mut misses = outlook.misses.iter();
            let miss = misses.find(|miss| miss.metric == metric.id);
            Gap {
                metric,
                missing,
                cause: miss.map(|miss| miss.cause),
                note: miss.and_then(|miss| miss.note.as_deref()),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use super::*;
    use crate::domain::Weekday::{Fri, Mon, Sun, Tue, Wed};
    use crate::domain::fixtures::{Planned, a_week, amount, at, day};
    use crate::planning::outlook;

    fn seen(planned: &Planned, now: &str) -> Outlook {
        let name = |metric: &crate::domain::Metric| metric.id.to_string();
        let history = History::default();
        outlook(&planned.week, &history, &planned.settings, at(now), &name)
    }

    #[test]
    fn the_month_is_added_up_from_its_first_day_on() {
        // W45 begins in November, W44 ends with Sunday, 1 November 2026
        let october = a_week("2026-W44")
            .entry("revenue", 100, Fri)
            .entry("revenue", 20, Sun)
            .build();
        let november = a_week("2026-W45").entry("revenue", 3, Wed).build();
        let this = a_week("2026-W46").entry("revenue", 4, Tue).build();
        let history = History {
            earlier: vec![&november.week, &october.week],
            next: None,
        };
        let outlook = seen(&this, "2026-11-13 16:00");
        let meeting = meeting(&outlook, &history);
        assert_eq!(meeting.month_from, day("2026-11-01"));
        let month: Vec<_> = meeting.month.iter().map(|(_, done)| *done).collect();
        assert_eq!(month, [amount(27)]);
    }

    #[test]
    fn a_week_of_two_months_belongs_to_that_of_its_last_working_day() {
        let planned = a_week("2026-W44")
            .entry("revenue", 100, Fri)
            .entry("revenue", 20, Sun)
            .build();
        let outlook = seen(&planned, "2026-11-01 20:00");
        let meeting = meeting(&outlook, &History::default());
        assert_eq!(meeting.month_from, day("2026-10-01"));
        assert_eq!(meeting.month[0].1, amount(100));
    }

    #[test]
    fn talks_of_all_kinds_are_added_up() {
        let planned = a_week("2026-W48")
            .entry("calls", 5, Mon)
            .entry("emails", 2, Mon)
            .entry("messages", 1, Tue)
            .entry("visits", 3, Tue)
            .build();
        let outlook = seen(&planned, "2026-11-25 09:00");
        let meeting = meeting(&outlook, &History::default());
        assert_eq!(meeting.communications_done, amount(8));
        assert_eq!(meeting.visits.map(|visits| visits.done), Some(amount(3)));
    }

    #[test]
    fn a_gap_has_the_cause_that_the_review_names() {
        let planned = a_week("2026-W48")
            .target("new_customers", 10)
            .target("calls", 5)
            .entry("new_customers", 9, Mon)
            .entry("calls", 6, Mon)
            .miss("new_customers", Cause::Price)
            .build();
        let outlook = seen(&planned, "2026-11-27 16:00");
        let meeting = meeting(&outlook, &History::default());
        let gaps: Vec<_> = meeting
            .gaps
            .iter()
            .map(|gap| (gap.missing, gap.cause))
            .collect();
        assert_eq!(gaps, [(amount(1), Some(Cause::Price))]);
    }
}

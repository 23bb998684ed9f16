//! Which backups have had their time.
//!
//! Fourteen days are kept, then one a week for a year. Of every file the newest five copies
//! stay whatever their age, so that a clock gone wrong cannot take the last ones.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

/// How many copies of a file always stay.
const ALWAYS: usize = 5;
/// Up to which age in days every copy stays.
const ALL_FOR: i64 = 14;
/// Up to which age in days one copy a week stays.
const WEEKLY_FOR: i64 = 365;

/// Whether each copy of one file has had its time; `days` newest first.
pub(super) fn are_past(days: &[NaiveDate], today: NaiveDate) -> Vec<bool> {
    let mut weeks = HashSet::new();
    days.iter()
        .enumerate()
        .map(|(position, day)| {
            let age = today.signed_duration_since(*day).num_days();
            let is_first_of_week = age > ALL_FOR && weeks.insert(day.iso_week());
            let stays =
                position < ALWAYS || age <= ALL_FOR || (age <= WEEKLY_FOR && is_first_of_week);
            !stays
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Which of `days` are left, newest first.
    fn left(days: &[NaiveDate], today: &str) -> Vec<String> {
        let past = are_past(days, day(today));
        let left = days.iter().zip(past).filter(|(_, is_past)| !is_past);
        left.map(|(day, _)| day.to_string()).collect()
    }

    #[test]
    fn fourteen_days_are_kept_then_one_a_week() {
        let days: Vec<_> = day("2026-11-25").iter_days_back(31);
        assert_eq!(
            left(&days, "2026-11-25"),
            [
                "2026-11-25",
                "2026-11-24",
                "2026-11-23",
                "2026-11-22",
                "2026-11-21",
                "2026-11-20",
                "2026-11-19",
                "2026-11-18",
                "2026-11-17",
                "2026-11-16",
                "2026-11-15",
                "2026-11-14",
                "2026-11-13",
                "2026-11-12",
                "2026-11-11",
                "2026-11-10",
                "2026-11-08",
                "2026-11-01",
            ]
        );
    }

    #[test]
    fn after_a_year_only_the_newest_five_are_left() {
        let days = [
            "2026-11-25",
            "2026-11-24",
            "2025-11-25",
            "2025-11-24",
            "2025-11-10",
            "2025-11-03",
        ]
        .map(day);
        assert_eq!(
            left(&days, "2026-11-25"),
            [
                "2026-11-25",
                "2026-11-24",
                "2025-11-25",
                "2025-11-24",
                "2025-11-10"
            ]
        );
    }

    #[test]
    fn a_clock_gone_ahead_leaves_five() {
        let days: Vec<_> = day("2026-11-25").iter_days_back(14);
        assert_eq!(left(&days, "2031-01-01").len(), 5);
    }

    #[test]
    fn a_copy_from_the_future_stays() {
        let days: Vec<_> = day("2031-01-09").iter_days_back(9);
        assert_eq!(left(&days, "2026-11-25").len(), 9);
    }

    trait Back {
        fn iter_days_back(self, count: usize) -> Vec<NaiveDate>;
    }

    impl Back for NaiveDate {
        /// This day and those before it.
        fn iter_days_back(self, count: usize) -> Vec<NaiveDate> {
            std::iter::successors(Some(self), NaiveDate::pred_opt)
                .take(count)
                .collect()
        }
    }
}

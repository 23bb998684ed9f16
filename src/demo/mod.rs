//! Sample weeks: what a salesperson's store looks like after some months of use.
//!
//! The same language, moment and number of weeks always give the same sample: the random
//! numbers come from a fixed seed. Past weeks are sealed as a person would seal them, with
//! causes, lessons and improvements that turn up in the week after; this week runs up to the
//! moment given. The benchmarks measure with the same weeks.
//!
//! ```
//! # use salesweek::demo::sample;
//! # use salesweek::domain::Language;
//! let friday = "2026-11-27T16:30:00+08:00".parse()?;
//! let books = sample(Language::En, friday, 12);
//! assert_eq!(books.weeks().filter(|week| week.is_sealed()).count(), 12);
//! # Ok::<(), salesweek::domain::DayError>(())
//! ```

mod clock;
mod day;
mod texts;
mod week;

use crate::domain::change::Books;
use crate::domain::{Currency, Language, Law, Moment, Settings};

/// The seed of every sample.
const SEED: u64 = 48;

/// Settings and weeks: `weeks` sealed ones that had a working day, and the one that runs.
pub fn sample(language: Language, now: Moment, weeks: usize) -> Books {
    let (currency, law) = match language {
        Language::En => (Currency::USD, Law::None),
        Language::ZhCn => (Currency::CNY, Law::Cn),
    };
    let mut books = Books::new(Settings::new(language, currency, law));
    week::fill(&mut books, now, weeks, &mut fastrand::Rng::with_seed(SEED));
    books
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn the_same_words_give_the_same_weeks() {
        let now = at("2026-11-25T10:00:00+08:00");
        assert_eq!(
            sample(Language::ZhCn, now, 4),
            sample(Language::ZhCn, now, 4)
        );
    }

    #[test]
    fn every_week_keeps_what_weeks_promise() {
        for language in Language::ALL {
            let books = sample(language, at("2026-11-25T10:00:00+08:00"), 156);
            books.settings.clone().checked().unwrap();
            assert_eq!(books.weeks().filter(|week| week.is_sealed()).count(), 156);
            for week in books.weeks() {
                week.clone().checked(week.week).unwrap();
            }
        }
    }

    #[test]
    fn nothing_happens_after_now() {
        let now = at("2026-11-25T10:00:00+08:00");
        let books = sample(Language::En, now, 3);
        let week = books.week(now.day().week());
        assert!(week.has_targets() && !week.is_sealed());
        assert!(week.entries.iter().all(|entry| entry.at <= now));
        assert!(week.entries.iter().any(|entry| entry.day == now.day()));
    }

    #[test]
    fn a_sample_can_be_had_at_the_ends_of_time() {
        for now in ["0001-01-01T09:00:00+00:00", "9999-12-26T23:59:59+00:00"] {
            let _ = sample(Language::En, at(now), 12);
        }
    }
}

//! Which file is what, by its name alone.

use crate::domain::WeekId;

/// What holds for every week.
pub(super) const SETTINGS: &str = "settings.json";
/// Who is sold to.
pub(super) const CUSTOMERS: &str = "customers.json";
/// The folder of all backups.
pub(super) const BACKUPS: &str = "backups";
/// The folder of the weeks.
pub(super) const WEEKS: &str = "weeks";

/// The file of a week: `weeks/2026-W48.json`.
pub(super) fn file_of(week: WeekId) -> String {
    format!("{WEEKS}/{week}.json")
}

/// A file that is read as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum File {
    Settings,
    Week(WeekId),
}

impl File {
    /// The file of this name inside the folder, if it is data.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name.split_once('/') {
            None => (name == SETTINGS).then_some(Self::Settings),
            Some((WEEKS, entry)) => week_of(entry).map(Self::Week),
            Some(_) => None,
        }
    }
}

/// The week that a file inside `weeks/` is named after: `2026-W48.json`.
pub(super) fn week_of(entry: &str) -> Option<WeekId> {
    entry.strip_suffix(".json")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_weeks_own_file_is_named_after_it() {
        let week: WeekId = "2026-W48".parse().unwrap();
        assert_eq!(week_of("2026-W48.json"), Some(week));
        for other in [
            "2026-W48",
            "2026-W48.json.bad-1",
            "2026-W48 (conflicted copy 2026-11-25).json",
            "2026-W48.sync-conflict-20261125-091500-ABCDEFG.json",
            "2026-W99.json",
            "2026-w48.json",
            ".json",
        ] {
            assert_eq!(week_of(other), None, "{other}");
        }
        assert_eq!(file_of(week), "weeks/2026-W48.json");
    }
}

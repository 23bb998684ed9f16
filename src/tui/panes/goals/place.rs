//! Where the selection stands: a row and a column of the week.

use crate::domain::{MetricId, Weekday};
use crate::planning::Outlook;
use crate::tui::scene::Scene;

/// A row that keys act on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// What the market is expected to bring.
    Outlook,
    /// The days themselves.
    Days,
    Metric(MetricId),
}

/// A column that keys act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Target,
    Day(Weekday),
}

/// The rows from top to bottom.
pub(super) fn rows(scene: &Scene<'_>) -> Vec<Row> {
    let metrics = scene.outlook.metrics.iter();
    let metrics = metrics.map(|metric| Row::Metric(metric.id.clone()));
    [Row::Outlook, Row::Days]
        .into_iter()
        .chain(metrics)
        .collect()
}

/// The columns that a row has, from left to right.
pub(super) fn columns(row: &Row, days: &[Weekday]) -> Vec<Column> {
    let days = days.iter().copied().map(Column::Day);
    match row {
        Row::Outlook => Vec::new(),
        Row::Days => days.collect(),
        Row::Metric(_) => [Column::Name, Column::Target]
            .into_iter()
            .chain(days)
            .collect(),
    }
}

/// The days that have a column: Monday to Friday, and each other day that has weight, a pin
/// or an entry.
pub(super) fn days(outlook: &Outlook) -> Vec<Weekday> {
    let is_weekend = |day| matches!(day, Weekday::Sat | Weekday::Sun);
    let is_used = |day: Weekday| {
        let date = outlook.days[day].date;
        let pinned = |metric: &crate::planning::MetricOutlook| metric.days[day].pinned.is_some();
        !outlook.days[day].off
            || outlook.metrics.iter().any(pinned)
            || outlook.entries.iter().any(|entry| entry.day == date)
    };
    let all = Weekday::ALL.into_iter();
    all.filter(|day| !is_weekend(*day) || is_used(*day))
        .collect()
}

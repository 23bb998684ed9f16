//! What speaks against a plan, in words.

use crate::domain::Amount;
use crate::i18n::{hours, weekday_and_number};
use crate::planning::{Doubt, Outlook};
use crate::tui::scene::Scene;

/// What a doubt says of the week that `seen` shows; `None` where that shows no such metric.
pub(super) fn said(doubt: &Doubt, seen: &Outlook, scene: &Scene<'_>) -> Option<String> {
    let words = &scene.words.planning;
    Some(match doubt {
        Doubt::AboveBest {
            metric,
            best,
            weeks,
            offer: _,
        } => {
            let metric = seen.metric(metric)?;
            let style = scene.style(metric);
            let target = style.exact(metric.target?);
            let best = style.exact(Amount::of_units(*best));
            words.above_best(*weeks, &metric.name, target, best)
        }
        Doubt::NothingLeadsTo { metric } => words.nothing_leads_to(&seen.metric(metric)?.name),
        Doubt::DayTooFull {
            day,
            planned,
            hours: length,
        } => {
            let day = weekday_and_number(scene.language, *day);
            words.too_full(day, hours(*planned), hours(*length))
        }
        Doubt::NoDay { text } => words.no_day(text),
    })
}

//! Words that look like a hint and stayed in the title, and why: said below the line, so that
//! nobody believes a day or a time that was not read.
//!
//! Not all are worth a word. What belongs to the words around it (`Report of 27 Nov`) or stands
//! in the middle of a title (`Prepare wed meeting`) was hardly meant; what begins the line, ends
//! it, or is plain and came twice was.

use std::ops::Range;

use super::hints::{Found, Where};
use super::{HintKind, Quick};
use crate::domain::{Currency, Language};
use crate::i18n::Words;

/// Words of the title that look like a hint: their bytes in the line, and why they are none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub place: Range<usize>,
    pub why: Why,
}

/// Why words that look like a hint are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Such words are a hint at the end of the line alone.
    NotAtEnd,
    /// What it would say is said already, behind it or elsewhere.
    SaidAlready,
    /// It would be a last day, and what comes again is due on its day.
    Repeats,
    /// The day is over.
    Over,
    /// It has the form of a time, and there is no such time.
    NoTime,
    /// No metric has that name, or it begins several.
    NoMetric,
    SeveralMetrics,
    /// Money in another currency than the store's, or where no money is counted.
    OtherCurrency(Currency),
    NotMoney,
    /// It would come again on no certain day, or by a rule that there is not.
    NoWeekday,
    NoRule,
    /// Day and month in figures, either of which may be the day.
    UnclearDate,
}

/// How a hint that does not count stands in its line.
pub(super) struct Standing<'a> {
    /// Nothing but hints stands behind it, or before it.
    pub(super) at_end: bool,
    pub(super) at_head: bool,
    /// What is said already, here or elsewhere.
    pub(super) said: &'a [HintKind],
}

/// Why a hint that does not count is worth a word; none where it is not.
pub(super) fn why(found: &Found, standing: &Standing<'_>) -> Option<Why> {
    let at_edge = standing.at_end || standing.at_head;
    let stands = match found.place {
        Where::Anywhere => true,
        Where::Edge => at_edge,
        Where::End => standing.at_end,
        Where::Over => return (at_edge || has_time(found)).then_some(Why::Over),
        Where::Nowhere => return None,
    };
    if stands {
        let mut kinds = found.parts.iter().map(|part| part.hint.kind());
        let said = kinds.find(|kind| standing.said.contains(kind))?;
        let repeats = said == HintKind::Due && standing.said.contains(&HintKind::Repeats);
        return Some(if repeats {
            Why::Repeats
        } else {
            Why::SaidAlready
        });
    }
    (standing.at_head && found.place == Where::End).then_some(Why::NotAtEnd)
}

/// Whether a day stands with its time, so that it was hardly meant as part of a title.
fn has_time(found: &Found) -> bool {
    let mut kinds = found.parts.iter().map(|part| part.hint.kind());
    kinds.any(|kind| kind == HintKind::Time)
}

impl Quick {
    /// What looks like a hint and stayed in the title of `line`, in the words of a language;
    /// none where nothing did.
    pub fn kept_said(&self, line: &str, language: Language) -> Option<String> {
        let words = &Words::of(language).quick_add;
        let in_brackets = |what: &str, why: &str| Words::of(language).common.in_brackets(what, why);
        let said = self.kept.iter().filter_map(|kept| {
            let what = line.get(kept.place.clone())?;
            let why = match kept.why {
                Why::NotAtEnd => words.not_at_end.to_owned(),
                Why::SaidAlready => words.said_already.to_owned(),
                Why::Repeats => words.repeats.to_owned(),
                Why::Over => words.over.to_owned(),
                Why::NoTime => words.no_time.to_owned(),
                Why::NoMetric => words.no_metric.to_owned(),
                Why::SeveralMetrics => words.several_metrics.to_owned(),
                Why::OtherCurrency(currency) => words.other_currency(currency),
                Why::NotMoney => words.not_money.to_owned(),
                Why::NoWeekday => words.no_weekday.to_owned(),
                Why::NoRule => words.no_rule.to_owned(),
                Why::UnclearDate => words.unclear_date.to_owned(),
            };
            Some(in_brackets(what, &why))
        });
        let said = said.collect::<Vec<_>>().join(" · ");
        (!said.is_empty()).then(|| words.kept(said))
    }
}

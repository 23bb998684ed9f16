//! A day, a week or a review on paper, ready to paste: 日报, 周报 and their English counterparts.
//!
//! A report says what an outlook holds, under the headings that its readers expect, and
//! computes nothing itself. A heading without anything to say stands empty, to be filled by
//! hand; a day on which nothing happened says so.
//!
//! Each report is first a document of headings, tables and lists, which knows no format; what
//! stored texts must not do to a terminal or to Markdown is the renderers' business.

mod day;
mod document;
mod markdown;
mod phrases;
mod review;
mod text;
mod week;

#[cfg(test)]
mod tests;

use crate::domain::{Day, Language, Moment, Settings, Week};
use crate::i18n::Words;
use crate::planning::{self, History, Outlook};

use document::Document;
use phrases::Phrases;

/// How a report is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Format {
    /// Plain text, for chats and mails.
    #[default]
    Text,
    /// Markdown.
    Md,
}

/// What a report is written from.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The week it speaks of.
    pub week: &'a Week,
    /// The weeks beside it; plans are read from the one after it.
    pub history: &'a History<'a>,
    /// The settings.
    pub settings: &'a Settings,
    /// The moment it is written.
    pub now: Moment,
    /// The language it is written in.
    pub language: Language,
}

/// The report of a day of the week: what was done, what is planned next, what worked.
pub fn day(source: Source<'_>, day: Day, format: Format) -> String {
    written(&day::document(source, day), format)
}

/// The report of the week: the five figures of the meeting, then the usual headings.
pub fn week(source: Source<'_>, format: Format) -> String {
    written(&week::document(source), format)
}

/// The review of the week as text: goal, result, analysis, insight.
pub fn review(source: Source<'_>) -> String {
    written(&review::document(source), Format::Text)
}

fn written(document: &Document, format: Format) -> String {
    match format {
        Format::Text => text::text(document),
        Format::Md => markdown::markdown(document),
    }
}

impl Source<'_> {
    fn outlook(self) -> Outlook {
        self.outlook_of(self.week, self.history, self.now)
    }

    /// The outlook of the week after, as it stands at `now`.
    fn next_outlook(self, now: Moment) -> Outlook {
        let mut earlier = vec![self.week];
        earlier.extend(&self.history.earlier);
        let history = History {
            earlier,
            next: None,
        };
        match self.history.next {
            Some(week) => self.outlook_of(week, &history, now),
            None => self.outlook_of(&Week::new(self.week.week.next()), &history, now),
        }
    }

    fn outlook_of(self, week: &Week, history: &History<'_>, now: Moment) -> Outlook {
        planning::outlook(week, history, self.settings, now, &|metric| {
            Words::of(self.language).metric_name(metric)
        })
    }

    fn phrases(self) -> Phrases {
        Phrases::new(self.language)
    }
}

//! All that the program says, in the language of its user.
//!
//! Each language is one file, `locales/en.json` and `locales/zh-CN.json`, compiled in and
//! parsed when it is first asked for. Its shape is [`Words`]: a missing or an unknown key does
//! not parse, and a test parses both. To add a text, add its key to an area's file here and to
//! both locale files; quotation marks in a text are ‘typographic’, so that nothing needs an
//! escape and every text is borrowed from the program itself.

mod aliases;
mod area;
mod boxes;
mod choice;
mod commands;
mod common;
mod find;
mod goals;
mod header;
mod hints;
mod keys;
mod lead;
mod messages;
mod names;
mod needs;
mod next;
mod opening;
mod planning;
mod quick_add;
mod reflection;
mod report;
mod review;
mod rules;
mod settings;
mod start;
#[cfg(test)]
mod tests;
mod today;
mod unreadable;
mod ways;
mod what_if;

use std::sync::OnceLock;

pub use aliases::Aliases;
use area::area;
pub use boxes::Boxes;
pub use choice::Choice;
pub use commands::Commands;
pub use common::Common;
pub use find::Find;
pub use goals::Goals;
pub use header::Header;
pub use hints::Hints;
pub use keys::Keys;
pub use lead::{Lead, LeadForm};
pub use messages::Messages;
pub use names::Names;
pub use needs::Needs;
pub use next::Next;
pub use opening::Opening;
pub use planning::Planning;
pub use quick_add::QuickAdd;
pub use reflection::Reflection;
pub use report::Report;
pub use review::Review;
pub use rules::Rules;
pub use settings::SettingsWords;
pub use start::Start;
pub use today::Today;
pub use unreadable::Unreadable;
pub use ways::Ways;
pub use what_if::WhatIfWords;

use crate::domain::Language;

area! {
    /// Every text of one language.
    pub Words {
        areas {
            names: Names,
            common: Common,
            header: Header,
            lead: Lead,
            goals: Goals,
            today: Today,
            opening: Opening,
            planning: Planning,
            settings: SettingsWords,
            start: Start,
            ways: Ways,
            what_if: WhatIfWords,
            review: Review,
            boxes: Boxes,
            find: Find,
            hints: Hints,
            keys: Keys,
            aliases: Aliases,
            needs: Needs,
            messages: Messages,
            commands: Commands,
            rules: Rules,
            next: Next,
            quick_add: QuickAdd,
            report: Report,
            reflection: Reflection,
            unreadable: Unreadable,
        }
    }
}

impl Words {
    /// The words of a language, parsed the first time.
    pub fn of(language: Language) -> &'static Self {
        static ENGLISH: OnceLock<Words> = OnceLock::new();
        static CHINESE: OnceLock<Words> = OnceLock::new();
        match language {
            Language::En => ENGLISH.get_or_init(|| parse(EN)),
            Language::ZhCn => CHINESE.get_or_init(|| parse(ZH_CN)),
        }
    }
}

const EN: &str = include_str!("../locales/en.json");
const ZH_CN: &str = include_str!("../locales/zh-CN.json");

#[expect(
    clippy::expect_used,
    reason = "a test parses both files as they are compiled in"
)]
fn parse(json: &'static str) -> Words {
    serde_json::from_str(json).expect("a locale file has the shape of `Words`")
}

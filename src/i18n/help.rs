//! What each command and option is for, in both languages.
//!
//! A table by name rather than fields, because the names are those of the command line
//! itself; a test of the commands holds that each has its words, and no word is left over.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::Language;

/// The words of the help.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpWords {
    /// What the program is.
    pub about: String,
    /// What stands before the usage, its colon and space included.
    pub usage: String,
    /// What the program does without a command.
    pub opens: String,
    /// The heading of the list of commands.
    pub list_of_commands: String,
    /// The heading of the commands below one, where that asks for one of them.
    pub one_of_commands: String,
    /// The heading of the commands below one, where that alone prints a list.
    pub or_commands: String,
    /// The heading of a command's arguments.
    pub arguments: String,
    /// The heading of a command's options.
    pub options: String,
    /// The heading of the options that stand with every command.
    pub everywhere: String,
    /// What stands in the usage for options.
    pub any_option: String,
    /// What stands in the usage for a command.
    pub any_command: String,
    /// The kinds of values, by their English names in capitals.
    pub values: BTreeMap<String, String>,
    /// The options that stand with every command, with their dashes.
    pub options_everywhere: BTreeMap<String, String>,
    /// The commands, a command below another by both names: `metric add`.
    pub commands: BTreeMap<String, CommandHelp>,
}

/// The words of one command's help.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommandHelp {
    /// What it does, in one line.
    pub about: String,
    /// What else there is to know.
    pub more: Option<String>,
    /// Its arguments by their ids, and its options with their dashes.
    #[serde(default)]
    pub arguments: BTreeMap<String, String>,
}

impl HelpWords {
    /// The words of a language, read when they are first asked for.
    pub fn of(language: Language) -> &'static Self {
        static ENGLISH: LazyLock<HelpWords> =
            LazyLock::new(|| read(include_str!("locales/help.en.json")));
        static CHINESE: LazyLock<HelpWords> =
            LazyLock::new(|| read(include_str!("locales/help.zh-CN.json")));
        match language {
            Language::En => &ENGLISH,
            Language::ZhCn => &CHINESE,
        }
    }
}

#[expect(
    clippy::expect_used,
    reason = "the files are compiled in, and a test reads both"
)]
fn read(text: &str) -> HelpWords {
    serde_json::from_str(text).expect("a file with every word of the help")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_speak_of_the_same_commands_and_options() {
        let names = |language| {
            let words = HelpWords::of(language);
            let of_command = |(name, command): (&String, &CommandHelp)| {
                let arguments = command.arguments.keys().cloned().collect::<Vec<_>>();
                (name.clone(), arguments, command.more.is_some())
            };
            let commands: Vec<_> = words.commands.iter().map(of_command).collect();
            let everywhere: Vec<_> = words.options_everywhere.keys().cloned().collect();
            let values: Vec<_> = words.values.keys().cloned().collect();
            (commands, everywhere, values)
        };
        assert_eq!(names(Language::En), names(Language::ZhCn));
    }
}

//! The help of every command, drawn from the table of commands and the words of the language.
//!
//! The parser's own help speaks English alone and counts characters instead of cells; this
//! one is aligned in both languages.

use clap::{Arg, Command};

use crate::domain::Language;
use crate::i18n::{HelpWords, cells};

/// The name of a kind of value in the reader's language: `METRIC`, `指标`.
pub(super) fn value_name(name: &str, language: Language) -> &str {
    HelpWords::of(language)
        .values
        .get(name)
        .map_or(name, String::as_str)
}

/// A word behind a Chinese one, from which letters stand apart.
pub(super) fn set_off(word: &str) -> String {
    let space = if word.starts_with(|sign: char| sign.is_ascii()) {
        " "
    } else {
        ""
    };
    format!("{space}{word}")
}

/// The help of the command at the end of `path`; the path begins with the program's name.
pub(super) fn help(program: &Command, path: &[String], language: Language) -> String {
    let words = HelpWords::of(language);
    let mut command = program;
    for name in path.iter().skip(1) {
        command = command.find_subcommand(name).unwrap_or(command);
    }
    let page = Page {
        words,
        program,
        command,
        path: path.get(1..).unwrap_or_default().join(" "),
    };
    page.text()
}

struct Page<'a> {
    words: &'static HelpWords,
    program: &'a Command,
    command: &'a Command,
    /// `metric add`; empty for the program itself.
    path: String,
}

/// A line of a list: what is typed, and what it is for.
type Row = (String, String);

impl Page<'_> {
    fn text(&self) -> String {
        let entry = self.words.commands.get(&self.path);
        let about = entry.map_or(&self.words.about, |entry| &entry.about);
        let opens = if self.path.is_empty() {
            format!("{}\n", self.words.opens)
        } else {
            String::new()
        };
        let (usage, typed) = (&self.words.usage, self.usage());
        let mut text = format!("{about}\n{opens}\n{usage}{typed}\n");
        if let Some(more) = entry.and_then(|entry| entry.more.as_ref()) {
            text = format!("{text}\n{more}\n");
        }
        let of_its_own = |arg: &&Arg| !arg.is_global_set() && !arg.is_hide_set();
        let own: Vec<&Arg> = self.command.get_arguments().filter(of_its_own).collect();
        let (positional, options): (Vec<&Arg>, Vec<&Arg>) =
            own.into_iter().partition(|arg| arg.is_positional());
        let commands = self
            .command
            .get_subcommands()
            .map(|one| self.command_row(one));
        let global = self
            .program
            .get_arguments()
            .filter(|arg| arg.is_global_set());
        let blocks: [(&str, Vec<Row>); 4] = [
            (self.heading_of_commands(), commands.collect()),
            (&self.words.arguments, self.rows(positional)),
            (&self.words.options, self.rows(options)),
            (&self.words.everywhere, self.rows(global)),
        ];
        let widths = blocks.iter().flat_map(|(_, rows)| rows);
        let widest = widths
            .map(|(typed, _)| cells::width(typed))
            .max()
            .unwrap_or(0);
        for (heading, rows) in blocks.iter().filter(|(_, rows)| !rows.is_empty()) {
            text = format!("{text}\n{heading}\n");
            for (typed, purpose) in rows {
                text = format!("{text}  {}  {purpose}\n", cells::pad_right(typed, widest));
            }
        }
        text
    }

    /// `salesweek target [OPTIONS] <METRIC> <AMOUNT>`.
    fn usage(&self) -> String {
        let mut parts = vec!["salesweek".to_owned()];
        if !self.path.is_empty() {
            parts.push(self.path.clone());
        }
        parts.push(format!("[{}]", self.words.any_option));
        parts.extend(self.command.get_positionals().map(|arg| self.typed(arg)));
        if self.command.has_subcommands() {
            let any = &self.words.any_command;
            parts.push(if self.command.is_subcommand_required_set() {
                format!("<{any}>")
            } else {
                format!("[{any}]")
            });
        }
        parts.join(" ")
    }

    /// What the list of commands begins with: it says what happens without one.
    fn heading_of_commands(&self) -> &str {
        if self.path.is_empty() {
            &self.words.list_of_commands
        } else if self.command.is_subcommand_required_set() {
            &self.words.one_of_commands
        } else {
            &self.words.or_commands
        }
    }

    fn command_row(&self, command: &Command) -> Row {
        let name = command.get_name().to_owned();
        let path = format!("{} {name}", self.path);
        let entry = self.words.commands.get(path.trim());
        (
            name,
            entry.map(|entry| entry.about.clone()).unwrap_or_default(),
        )
    }

    fn rows<'b>(&self, arguments: impl IntoIterator<Item = &'b Arg>) -> Vec<Row> {
        let row = |arg: &Arg| (self.typed(arg), self.purpose(arg));
        arguments.into_iter().map(row).collect()
    }

    /// `<METRIC>`, `[AMOUNT]`, `-h, --help`, `--on <DAY>`.
    fn typed(&self, arg: &Arg) -> String {
        let value = self.value(arg);
        let more = if arg
            .get_num_args()
            .is_some_and(|range| range.max_values() > 1)
        {
            "..."
        } else {
            ""
        };
        if arg.is_positional() {
            return if arg.is_required_set() {
                format!("<{value}>{more}")
            } else {
                format!("[{value}]{more}")
            };
        }
        let short = arg.get_short().map(|short| format!("-{short}, "));
        let name = format!(
            "{}--{}",
            short.unwrap_or_default(),
            arg.get_long().unwrap_or_default()
        );
        match arg.get_num_args() {
            _ if !arg.get_action().takes_values() => name,
            Some(range) if range.min_values() == 0 => format!("{name}[=<{value}>]"),
            Some(_) | None => format!("{name} <{value}>{more}"),
        }
    }

    fn value(&self, arg: &Arg) -> String {
        let names = arg.get_value_names().unwrap_or_default();
        let name = names.first().map_or("", |name| name.as_str());
        self.words
            .values
            .get(name)
            .cloned()
            .unwrap_or_else(|| name.to_owned())
    }

    fn purpose(&self, arg: &Arg) -> String {
        let key = key(arg);
        let own = self.words.commands.get(&self.path);
        let own = own.and_then(|entry| entry.arguments.get(&key));
        let words = own.or_else(|| self.words.options_everywhere.get(&key));
        words.cloned().unwrap_or_default()
    }
}

/// The name under which an argument's help stands: `METRIC`, `--on`.
fn key(arg: &Arg) -> String {
    match arg.get_long() {
        Some(long) => format!("--{long}"),
        None => arg.get_id().to_string(),
    }
}

/// The commands with their words, for completions and the manual page.
pub(super) fn dressed(program: Command, language: Language) -> Command {
    let words = HelpWords::of(language);
    dress(program.about(words.about.as_str()), "", words)
}

fn dress(command: Command, path: &str, words: &'static HelpWords) -> Command {
    let own = words.commands.get(path);
    let command = command.mut_args(|arg| {
        let key = key(&arg);
        let help = own.and_then(|own| own.arguments.get(&key));
        match help.or_else(|| words.options_everywhere.get(&key)) {
            Some(help) => arg.help(help.as_str()),
            None => arg,
        }
    });
    command.mut_subcommands(|below| {
        let path = format!("{path} {}", below.get_name());
        let path = path.trim();
        let about = words.commands.get(path).map(|own| own.about.as_str());
        dress(below.about(about.unwrap_or_default()), path, words)
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;
    use crate::cli::arguments::Arguments;

    /// Each command below a command, with its path.
    fn below(command: &Command, path: &str) -> Vec<(String, Command)> {
        let mut found = Vec::new();
        for one in command.get_subcommands() {
            let path = format!("{path} {}", one.get_name()).trim().to_owned();
            found.extend(below(one, &path));
            found.push((path, one.clone()));
        }
        found
    }

    #[test]
    fn each_command_and_argument_has_its_words_and_none_is_left_over() {
        let words = HelpWords::of(Language::En);
        let commands = below(&Arguments::command(), "");
        let mut paths: Vec<_> = commands.iter().map(|(path, _)| path).collect();
        paths.sort();
        assert_eq!(paths, words.commands.keys().collect::<Vec<_>>());
        for (path, command) in &commands {
            let mut keys: Vec<_> = command.get_arguments().map(key).collect();
            keys.retain(|key| !words.options_everywhere.contains_key(key));
            keys.sort();
            let said = words.commands[path].arguments.keys();
            assert_eq!(keys, said.cloned().collect::<Vec<_>>(), "{path}");
        }
    }

    #[test]
    fn each_kind_of_value_has_its_name() {
        let words = HelpWords::of(Language::En);
        for (path, command) in below(&Arguments::command(), "") {
            let valued = command.get_arguments();
            let valued = valued.filter(|arg| arg.get_action().takes_values());
            for name in valued.flat_map(|arg| arg.get_value_names().unwrap_or_default()) {
                assert!(words.values.contains_key(name.as_str()), "{path} {name}");
            }
        }
    }

    #[test]
    fn no_line_of_help_is_wider_than_a_screen() {
        let program = Arguments::command();
        for language in Language::ALL {
            for (path, _) in below(&program, "") {
                let path = format!("salesweek {path}");
                let path: Vec<_> = path.split(' ').map(str::to_owned).collect();
                for line in help(&program, &path, language).lines() {
                    assert!(cells::width(line) <= 100, "{line}");
                }
            }
        }
    }

    #[test]
    fn the_parser_finds_no_fault_in_the_table_of_commands() {
        dressed(Arguments::command(), Language::ZhCn).debug_assert();
    }
}

//! The words of the command line, as they are typed.
//!
//! Here they are only taken apart. What a word means (a day, an amount, a metric) is read by
//! the command that it belongs to, so that a refusal can say in either language what would
//! be right. What each word is for stands in the help of [`i18n`](crate::i18n); a test holds
//! both together.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Args, FromArgMatches, Parser, Subcommand};

use super::desk::Desk;
use super::error::CliError;
use super::{
    day, demo, doctor, find, log, metric, next, program, repeat, report, review, settings, show,
    target, task,
};

/// All that can be typed.
#[derive(Debug, Parser)]
#[command(
    name = "salesweek",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
    /// The first argument of the command that is an empty text, as help names it: `TITLE`,
    /// `--customer`.
    #[arg(skip)]
    pub(super) empty: Option<String>,
}

/// Options that stand before or after the command.
#[derive(Debug, Args)]
pub(super) struct Global {
    #[arg(long, global = true, value_name = "WEEK")]
    pub(super) week: Option<String>,
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) data_dir: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANGUAGE")]
    pub(super) lang: Option<String>,
    #[arg(long, global = true, value_name = "MOMENT")]
    pub(super) date: Option<String>,
    #[arg(long, short, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
}

/// The commands, as words, as a value, and as the parser meets them.
macro_rules! commands {
    ($($word:literal => $name:ident($args:ty),)+) => {
        /// The commands, in the order in which help lists them.
        #[derive(Debug, Subcommand)]
        pub(super) enum Command {
            $(#[command(name = $word)] $name($args),)+
        }

        /// The commands by their words, with what adds to each what can stand behind it.
        const COMMANDS: &[(&str, fn(clap::Command) -> clap::Command)] =
            &[$(($word, <$args>::augment_args),)+];
    };
}

commands! {
    "show" => Show(show::ShowArgs),
    "next" => Next(next::NextArgs),
    "find" => Find(find::FindArgs),
    "target" => Target(target::TargetArgs),
    "focus" => Focus(target::FocusArgs),
    "pin" => Pin(target::PinArgs),
    "outlook" => Outlook(target::OutlookArgs),
    "log" => Log(log::LogArgs),
    "event" => Event(log::EventArgs),
    "add" => Add(task::AddArgs),
    "done" => Done(task::DoneArgs),
    "skip" => Skip(task::SkipArgs),
    "move" => Move(task::MoveArgs),
    "edit" => Edit(task::EditArgs),
    "remove" => Remove(task::RemoveArgs),
    "repeat" => Repeat(repeat::RepeatArgs),
    "off" => Off(day::OffArgs),
    "on" => On(day::OnArgs),
    "close" => Close(day::CloseArgs),
    "review" => Review(report::ReviewArgs),
    "cause" => Cause(review::CauseArgs),
    "lesson" => Lesson(review::LessonArgs),
    "improve" => Improve(review::ImproveArgs),
    "helped" => Helped(review::HelpedArgs),
    "seal" => Seal(review::SealArgs),
    "reopen" => Reopen(review::ReopenArgs),
    "report" => Report(report::ReportArgs),
    "metric" => Metric(metric::MetricArgs),
    "settings" => Settings(settings::SettingsArgs),
    "demo" => Demo(demo::DemoArgs),
    "doctor" => Doctor(doctor::DoctorArgs),
    "completions" => Completions(program::CompletionsArgs),
    "man" => Man(program::ManArgs),
}

impl Arguments {
    /// Takes a command line apart.
    ///
    /// Most of the time that costs would go into commands that were not typed: those whose
    /// names are not among the words are left out. Only what to say of a line that is refused
    /// depends on them.
    pub(super) fn read(words: &[OsString]) -> Result<Self, clap::Error> {
        let is_typed = |name: &str| words.iter().any(|word| word == name);
        Self::read_by(typed(is_typed), words).or_else(|_| Self::read_by(typed(|_| true), words))
    }

    fn read_by(mut program: clap::Command, words: &[OsString]) -> Result<Self, clap::Error> {
        let matches = program.try_get_matches_from_mut(words)?;
        let arguments = Self::from_arg_matches(&matches);
        let mut arguments = arguments.map_err(|error| error.format(&mut program))?;
        arguments.empty = first_empty(&program, &matches);
        Ok(arguments)
    }
}

/// The first argument that is an empty text, in the order in which the command names them.
fn first_empty(command: &clap::Command, matches: &ArgMatches) -> Option<String> {
    if let Some((name, below)) = matches.subcommand() {
        return first_empty(command.find_subcommand(name)?, below);
    }
    let is_empty = |arg: &&clap::Arg| {
        let raw = matches.try_get_raw(arg.get_id().as_str()).ok().flatten();
        raw.is_some_and(|mut raw| raw.any(|text| text.to_string_lossy().trim().is_empty()))
    };
    let arg = command.get_arguments().find(is_empty)?;
    let value = || arg.get_value_names()?.first().map(ToString::to_string);
    match arg.get_long() {
        Some(long) => Some(format!("--{long}")),
        None => value(),
    }
}

/// The program as it is typed: [`Arguments`] with some of its commands, each of which is put
/// together when it is met and not before.
fn typed(has: impl Fn(&str) -> bool) -> clap::Command {
    let program = clap::Command::new("salesweek")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true);
    let commands = COMMANDS.iter().filter(|(name, _)| has(name));
    let deferred = commands.map(|(name, args)| clap::Command::new(*name).defer(*args));
    Global::augment_args(program).subcommands(deferred)
}

impl Command {
    /// Does what the words ask for.
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        match self {
            Self::Show(args) => args.run(desk),
            Self::Next(args) => args.run(desk),
            Self::Find(args) => args.run(desk),
            Self::Target(args) => args.run(desk),
            Self::Focus(args) => args.run(desk),
            Self::Pin(args) => args.run(desk),
            Self::Outlook(args) => args.run(desk),
            Self::Log(args) => args.run(desk),
            Self::Event(args) => args.run(desk),
            Self::Add(args) => args.run(desk),
            Self::Done(args) => args.run(desk),
            Self::Skip(args) => args.run(desk),
            Self::Move(args) => args.run(desk),
            Self::Edit(args) => args.run(desk),
            Self::Remove(args) => args.run(desk),
            Self::Repeat(args) => args.run(desk),
            Self::Off(args) => args.run(desk),
            Self::On(args) => args.run(desk),
            Self::Close(args) => args.run(desk),
            Self::Review(args) => args.run(desk),
            Self::Cause(args) => args.run(desk),
            Self::Lesson(args) => args.run(desk),
            Self::Improve(args) => args.run(desk),
            Self::Helped(args) => args.run(desk),
            Self::Seal(args) => args.run(desk),
            Self::Reopen(args) => args.run(desk),
            Self::Report(args) => args.run(desk),
            Self::Metric(args) => args.run(desk),
            Self::Settings(args) => args.run(desk),
            // These need no good settings, and are carried out before they are read.
            Self::Demo(_) | Self::Doctor(_) | Self::Completions(_) | Self::Man(_) => Ok(()),
        }
    }

    /// Whether `--week` means something to it.
    pub(super) fn takes_week(&self) -> bool {
        !matches!(
            self,
            Self::Next(_)
                | Self::Repeat(_)
                | Self::Metric(_)
                | Self::Demo(_)
                | Self::Doctor(_)
                | Self::Completions(_)
                | Self::Man(_)
        )
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// A command with its arguments, and all below it.
    fn described(command: &clap::Command) -> Vec<String> {
        let argument = |arg: &clap::Arg| format!("{arg} {:?}", arg.is_required_set());
        let mut arguments: Vec<_> = command.get_arguments().map(argument).collect();
        arguments.sort();
        let own = format!("{} {arguments:?}", command.get_name());
        let below = command.get_subcommands().flat_map(described);
        [own].into_iter().chain(below).collect()
    }

    #[test]
    fn what_is_typed_is_what_help_describes() {
        let [mut typed, mut helped] = [typed(|_| true), Arguments::command()];
        typed.build();
        helped.build();
        assert_eq!(described(&typed), described(&helped));
    }
}

//! The words of the command line, as they are typed.
//!
//! Here they are only taken apart. What a word means (a day, an amount, a metric) is read by
//! the command that it belongs to, so that a refusal can say in either language what would
//! be right. What each word is for stands in the help of [`i18n`](crate::i18n); a test holds
//! both together.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand};

use super::desk::Desk;
use super::error::CliError;
use super::{
    day, demo, doctor, log, metric, next, program, report, review, settings, show, target, task,
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

/// The commands, in the order in which help lists them.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Show(show::ShowArgs),
    Next(next::NextArgs),
    Target(target::TargetArgs),
    Focus(target::FocusArgs),
    Pin(target::PinArgs),
    Outlook(target::OutlookArgs),
    Log(log::LogArgs),
    Event(log::EventArgs),
    Add(task::AddArgs),
    Done(task::DoneArgs),
    Skip(task::SkipArgs),
    Move(task::MoveArgs),
    Edit(task::EditArgs),
    Remove(task::RemoveArgs),
    Off(day::OffArgs),
    On(day::OnArgs),
    Close(day::CloseArgs),
    Review(report::ReviewArgs),
    Cause(review::CauseArgs),
    Lesson(review::LessonArgs),
    Improve(review::ImproveArgs),
    Helped(review::HelpedArgs),
    Seal(review::SealArgs),
    Reopen(review::ReopenArgs),
    Report(report::ReportArgs),
    Metric(metric::MetricArgs),
    Settings(settings::SettingsArgs),
    Demo(demo::DemoArgs),
    Doctor(doctor::DoctorArgs),
    Completions(program::CompletionsArgs),
    Man(program::ManArgs),
}

impl Command {
    /// Does what the words ask for.
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        match self {
            Self::Show(args) => args.run(desk),
            Self::Next(args) => args.run(desk),
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
                | Self::Metric(_)
                | Self::Demo(_)
                | Self::Doctor(_)
                | Self::Completions(_)
                | Self::Man(_)
        )
    }
}

//! `report` and `review`: a day or a week on paper.

use clap::{Args, Subcommand};

use super::desk::Desk;
use super::error::CliError;
use super::names;
use super::review_json::ReviewForMachines;
use crate::report::{self, Format};

#[derive(Debug, Args)]
pub(super) struct ReviewArgs {
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Args)]
pub(super) struct ReportArgs {
    #[command(subcommand)]
    span: Span,
}

#[derive(Debug, Subcommand)]
enum Span {
    Day(DayReportArgs),
    Week(WeekReportArgs),
}

#[derive(Debug, Args)]
struct DayReportArgs {
    #[arg(value_name = "DAY")]
    day: Option<String>,
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
}

#[derive(Debug, Args)]
struct WeekReportArgs {
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
}

impl ReviewArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        if self.json {
            let week = desk.outlook(desk.week)?;
            return desk.json(ReviewForMachines::of(&week));
        }
        let text = desk.on_paper(desk.week, report::review)?;
        desk.text(&text);
        Ok(())
    }
}

impl ReportArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let text = match self.span {
            Span::Day(args) => {
                let format = format(args.format.as_deref())?;
                let (week, day) = desk.place_or_today(args.day.as_deref())?;
                desk.on_paper(week, |source| report::day(source, day, format))?
            }
            Span::Week(args) => {
                let format = format(args.format.as_deref())?;
                desk.on_paper(desk.week, |source| report::week(source, format))?
            }
        };
        desk.text(&text);
        Ok(())
    }
}

fn format(text: Option<&str>) -> Result<Format, CliError> {
    let table = [(Format::Text, "text"), (Format::Md, "md")];
    text.map_or(Ok(Format::Text), |text| {
        names::one_of("FORMAT", &table, text)
    })
}

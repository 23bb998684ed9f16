//! `metric`: what is counted.

use clap::{Args, Subcommand};

use super::columns::columns;
use super::desk::Desk;
use super::error::CliError;
use super::names::{self, is_none};
use crate::domain::change::{MetricField, SettingsChange};
use crate::domain::{Basis, Kind, Letter, Metric, MetricId, Unit, shown};

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct MetricArgs {
    #[command(subcommand)]
    command: Option<MetricCommand>,
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum MetricCommand {
    Add(MetricAddArgs),
    Set(MetricSetArgs),
    Order(MetricOrderArgs),
    Retire(MetricNameArgs),
    Restore(MetricNameArgs),
}

#[derive(Debug, Args)]
struct MetricAddArgs {
    #[arg(value_name = "ID")]
    id: String,
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,
    #[arg(long, value_name = "UNIT")]
    unit: Option<String>,
    #[arg(long, value_name = "LETTER")]
    letter: Option<String>,
    #[arg(long, value_name = "BASIS")]
    basis: Option<String>,
}

#[derive(Debug, Args)]
struct MetricSetArgs {
    #[arg(value_name = "METRIC")]
    id: String,
    #[arg(value_name = "FIELD")]
    field: String,
    #[arg(value_name = "VALUE")]
    value: String,
}

#[derive(Debug, Args)]
struct MetricOrderArgs {
    #[arg(value_name = "METRIC", required = true)]
    ids: Vec<String>,
}

#[derive(Debug, Args)]
struct MetricNameArgs {
    #[arg(value_name = "METRIC")]
    id: String,
}

/// What `metric set` can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Kind,
    Unit,
    Letter,
    Basis,
    Step,
}

impl MetricArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        match self.command {
            None if self.json => {
                let metrics = desk.settings.metrics.clone();
                desk.json(metrics)
            }
            None => {
                list(desk);
                Ok(())
            }
            Some(MetricCommand::Add(args)) => args.run(desk),
            Some(MetricCommand::Set(args)) => args.run(desk),
            Some(MetricCommand::Order(args)) => args.run(desk),
            Some(MetricCommand::Retire(args)) => {
                let id = desk.metric(&args.id)?.id;
                desk.apply(&SettingsChange::RetireMetric(id.clone()).into())?;
                say_metric(desk, &id);
                Ok(())
            }
            Some(MetricCommand::Restore(args)) => {
                let id = desk.metric(&args.id)?.id;
                desk.apply(&SettingsChange::RestoreMetric(id.clone()).into())?;
                say_metric(desk, &id);
                Ok(())
            }
        }
    }
}

impl MetricAddArgs {
    fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let id: MetricId = self.id.parse()?;
        let kind = self.kind.map(|kind| names::choice("KIND", &kind));
        let unit = self.unit.map(|unit| names::choice("UNIT", &unit));
        let kind = kind.transpose()?.unwrap_or(Kind::Activity);
        let unit = unit.transpose()?.unwrap_or(Unit::Count);
        let basis = self.basis.map(|basis| names::choice("BASIS", &basis));
        let usual = (unit == Unit::Money).then_some(Basis::Signed);
        let metric = Metric {
            name: Some(self.name),
            letter: self.letter.map(|text| letter(desk, &text)).transpose()?,
            basis: basis.transpose()?.or(usual),
            ..Metric::new(id.clone(), kind, unit)
        };
        desk.apply(&SettingsChange::AddMetric(metric).into())?;
        say_metric(desk, &id);
        Ok(())
    }
}

impl MetricSetArgs {
    fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let metric = desk.metric(&self.id)?;
        let field = field(desk, &metric, &self.field, &self.value)?;
        desk.apply(&SettingsChange::SetMetric(metric.id.clone(), field).into())?;
        say_metric(desk, &metric.id);
        Ok(())
    }
}

fn field(
    desk: &Desk<'_>,
    metric: &Metric,
    name: &str,
    value: &str,
) -> Result<MetricField, CliError> {
    let some = || Some(value).filter(|value| !is_none(value));
    Ok(match names::one_of("FIELD", FIELDS, name)? {
        Field::Name => MetricField::Name(some().map(str::to_owned)),
        Field::Kind => MetricField::Kind(names::choice("KIND", value)?),
        Field::Unit => MetricField::Unit(names::choice("UNIT", value)?),
        Field::Letter => MetricField::Letter(some().map(|text| letter(desk, text)).transpose()?),
        Field::Basis => {
            let basis = some().map(|value| names::choice("BASIS", value));
            MetricField::Basis(basis.transpose()?)
        }
        Field::Step => {
            let step = some().map(|value| desk.amount(metric, value));
            MetricField::Step(step.transpose()?)
        }
    })
}

const FIELDS: &[(Field, &str)] = &[
    (Field::Name, "name"),
    (Field::Kind, "kind"),
    (Field::Unit, "unit"),
    (Field::Letter, "letter"),
    (Field::Basis, "basis"),
    (Field::Step, "step"),
];

/// A letter that counts; what is none is refused with those that are free.
fn letter(desk: &Desk<'_>, text: &str) -> Result<Letter, CliError> {
    let mut signs = text.trim().chars();
    let letter = signs
        .next()
        .and_then(Letter::new)
        .filter(|_| signs.next().is_none());
    let is_free = |letter: &&Letter| {
        let mut metrics = desk.settings.metrics.iter();
        metrics.all(|metric| metric.letter != Some(**letter))
    };
    letter.ok_or_else(|| {
        let free: Vec<_> = Letter::ALL.iter().filter(is_free).collect();
        let all = || Letter::ALL.iter().collect();
        let choices: Vec<_> = if free.is_empty() { all() } else { free };
        CliError::Choice {
            text: shown(text),
            place: "LETTER".to_owned(),
            choices: choices.into_iter().map(Letter::to_string).collect(),
        }
    })
}

impl MetricOrderArgs {
    fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let ids = self.ids.iter().map(|text| Ok(desk.metric(text)?.id));
        let ids = ids.collect::<Result<_, CliError>>()?;
        desk.apply(&SettingsChange::OrderMetrics(ids).into())?;
        list(desk);
        Ok(())
    }
}

/// One line of the list, for a metric that was just changed.
fn say_metric(desk: &mut Desk<'_>, id: &MetricId) {
    let row = desk.settings.metric(id).map(|metric| row(desk, metric));
    if let Some(row) = row {
        desk.line(&row.join("  "));
    }
}

fn list(desk: &mut Desk<'_>) {
    let rows: Vec<_> = desk
        .settings
        .metrics
        .iter()
        .map(|metric| row(desk, metric))
        .collect();
    for line in columns(&rows) {
        desk.line(&line);
    }
}

fn row(desk: &Desk<'_>, metric: &Metric) -> [String; 5] {
    let words = [
        desk.words().name(metric.kind),
        desk.words().name(metric.unit),
    ];
    let letter = metric
        .letter
        .map_or_else(|| "–".to_owned(), |letter| letter.to_string());
    let retired = if metric.retired {
        desk.words().commands.retired
    } else {
        ""
    };
    let basis = metric.basis.map_or("", |basis| desk.words().name(basis));
    [
        metric.id.to_string(),
        desk.words().metric_name(metric),
        letter,
        words.join(" "),
        [basis, retired].join(" ").trim().to_owned(),
    ]
}

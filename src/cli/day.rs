//! `off`, `on`, `close`: the days of the calendar, and their ends.

use clap::Args;

use super::desk::Desk;
use super::error::CliError;
use super::names::{self, is_none};
use super::what_if::Asking;
use crate::domain::change::{Change, DayChange, SettingsChange};
use crate::domain::{Calendar, Closed, Day, OwnDay, WeekId, Weight};
use crate::i18n::{date, week_name};

/// The most days that one command takes off.
const LONGEST: i64 = 366;

#[derive(Debug, Args)]
pub(super) struct OffArgs {
    #[arg(value_name = "DAY")]
    day: String,
    #[arg(long, value_name = "DAY")]
    until: Option<String>,
    #[arg(long, value_name = "TEXT")]
    why: Option<String>,
    #[command(flatten)]
    asking: Asking,
}

#[derive(Debug, Args)]
pub(super) struct OnArgs {
    #[arg(value_name = "DAY")]
    day: String,
    #[arg(long, value_name = "PERCENT")]
    weight: Option<String>,
    #[command(flatten)]
    asking: Asking,
}

#[derive(Debug, Args)]
pub(super) struct CloseArgs {
    #[arg(value_name = "DAY")]
    day: Option<String>,
    #[arg(long, value_name = "MOOD")]
    mood: Option<String>,
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    #[arg(long, value_name = "TEXT")]
    win: Vec<String>,
}

impl OffArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let from = desk.day(&self.day, desk.week)?;
        let until = self
            .until
            .map(|day| desk.day(&day, desk.week))
            .transpose()?;
        let until = until.unwrap_or(from);
        let days = days_between(from, until)?;
        let off = OwnDay {
            weight: Weight::OFF,
            why: self.why,
        };
        let days: Vec<_> = days.map(|day| (day, Some(off.clone()))).collect();
        let change = SettingsChange::Days(days).into();
        if self.asking.json {
            return json_of(desk, &change, (from, until));
        }
        if !self.asking.what_if {
            desk.apply(&change)?;
        }
        let said = [from, until].map(|day| date(desk.language, day));
        let line = match &said {
            [from, until] if from == until => desk.words().goals.off(from),
            [from, until] => desk.words().commands.days_off(from, until),
        };
        desk.line(&line);
        if self.asking.what_if {
            say_what_if(desk, &change, (from, until))?;
        }
        Ok(())
    }
}

/// The days from one to another, both included.
fn days_between(from: Day, until: Day) -> Result<impl Iterator<Item = Day>, CliError> {
    let length = until.since(from).saturating_add(1);
    if length < 1 {
        return Err(CliError::Backwards { from, until });
    }
    if length > LONGEST {
        return Err(CliError::TooLong(length));
    }
    Ok((0..length).filter_map(move |days| from.plus(days)))
}

impl OnArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let day = desk.day(&self.day, desk.week)?;
        let percent = self.weight.map(|text| {
            let text = text.trim().trim_end_matches(['%', '％']);
            names::number(text, "--weight", 1, Weight::MOST.into())
        });
        let weight = match percent.transpose()? {
            None => Weight::FULL,
            Some(percent) => u16::try_from(percent)
                .ok()
                .and_then(Weight::new)
                .unwrap_or(Weight::FULL),
        };
        let own = (by_other_layers(desk, day) != weight).then_some(OwnDay { weight, why: None });
        let change = SettingsChange::Days(vec![(day, own)]).into();
        if self.asking.json {
            return json_of(desk, &change, (day, day));
        }
        if !self.asking.what_if {
            desk.apply(&change)?;
        }
        let said = date(desk.language, day);
        let line = match weight.percent() {
            100 => desk.words().commands.working_day(said),
            percent => desk.words().goals.weight(said, percent),
        };
        desk.line(&line);
        if self.asking.what_if {
            say_what_if(desk, &change, (day, day))?;
        }
        Ok(())
    }
}

/// The weeks from a day to another one.
fn weeks_between(from: Day, until: Day) -> impl Iterator<Item = WeekId> {
    let weeks = std::iter::successors(Some(from.week()), |week| Some(week.next()));
    weeks.take_while(move |week| *week <= until.week())
}

/// Says for machines what an edit of the days from one to another would make of their weeks.
fn json_of(
    desk: &mut Desk<'_>,
    change: &Change,
    (from, until): (Day, Day),
) -> Result<(), CliError> {
    let sides = weeks_between(from, until).map(|week| desk.sides(week, change));
    let sides = sides.collect::<Result<Vec<_>, _>>()?;
    desk.json_of(&sides)
}

/// Says what an edit of the days from one to another would make of each week that has targets.
fn say_what_if(
    desk: &mut Desk<'_>,
    change: &Change,
    (from, until): (Day, Day),
) -> Result<(), CliError> {
    for week in weeks_between(from, until) {
        if !desk.read_week(week)?.has_targets() {
            continue;
        }
        let sides = desk.sides(week, change)?;
        if from.week() != until.week() {
            let name = week_name(desk.language, week);
            desk.line(&name);
        }
        desk.compare(&sides, None);
    }
    if from == until {
        let week = desk.read_week(from.week())?;
        let tasks = week.tasks.iter();
        let tasks = tasks
            .filter(|task| task.day == Some(from) && task.is_open())
            .count();
        if tasks > 0 {
            let line = desk.words().what_if.stands_on(tasks);
            desk.line(&line);
        }
    }
    desk.nothing_written();
    Ok(())
}

/// What pattern and law make of a day; where that is what is wanted, no own day is kept.
fn by_other_layers(desk: &Desk<'_>, day: Day) -> Weight {
    let mut calendar = desk.settings.calendar.clone();
    calendar.days.remove(&day);
    Calendar::of(day.week(), &calendar).days[day.weekday()].weight
}

impl CloseArgs {
    /// What is not said again stays as it was said before.
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let (week, day) = desk.place_or_today(self.day.as_deref())?;
        let closed = desk.read_week(week)?.closed.get(&day).cloned();
        let (mood, worked, wins) = closed.map_or((None, None, Vec::new()), |closed| {
            (closed.mood, closed.worked, closed.wins)
        });
        let number = |text: String| {
            let mood = names::number(&text, "--mood", 1, 5)?;
            Ok::<_, CliError>(u8::try_from(mood).ok())
        };
        let closed = Closed {
            at: desk.stamp.at,
            mood: match self.mood {
                Some(none) if is_none(&none) => None,
                said => said.map(number).transpose()?.flatten().or(mood),
            },
            worked: match self.note {
                Some(none) if is_none(&none) => None,
                said => said.or(worked),
            },
            wins: match self.win.as_slice() {
                [] => wins,
                [none] if is_none(none) => Vec::new(),
                _ => self.win,
            },
        };
        let change = DayChange::Close { day, closed };
        desk.apply(&Change::Week(week, change.into()))?;
        let line = desk.words().commands.closed(date(desk.language, day));
        desk.line(&line);
        Ok(())
    }
}

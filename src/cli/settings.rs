//! `settings`: what holds for all weeks.

use clap::Args;

use super::desk::Desk;
use super::error::CliError;
use super::names;
use crate::domain::change::SettingsChange;
use crate::domain::{Currency, Language, MinutesStep, Settings, shown};
use crate::i18n::{Choice, cells, pattern, read_hours, read_pattern, read_time, read_week};

#[derive(Debug, Args)]
pub(super) struct SettingsArgs {
    #[arg(value_name = "KEY")]
    key: Option<String>,
    #[arg(value_name = "VALUE")]
    value: Option<String>,
    #[arg(long, conflicts_with = "value")]
    json: bool,
}

/// One setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Key {
    Language,
    Currency,
    Glyphs,
    Mouse,
    Law,
    Pattern,
    PatternFrom,
    Hours,
    ReviewTime,
    MinutesStep,
}

/// The settings by the names that files give them, in their order.
const KEYS: &[(Key, &str)] = &[
    (Key::Language, "language"),
    (Key::Currency, "currency"),
    (Key::Glyphs, "glyphs"),
    (Key::Mouse, "mouse"),
    (Key::Law, "calendar.law"),
    (Key::Pattern, "calendar.pattern"),
    (Key::PatternFrom, "calendar.pattern_from"),
    (Key::Hours, "hours"),
    (Key::ReviewTime, "review_time"),
    (Key::MinutesStep, "minutes_step"),
];

impl SettingsArgs {
    pub(super) fn run(self, desk: &mut Desk<'_>) -> Result<(), CliError> {
        let Some(key) = self.key else {
            return list(desk, self.json);
        };
        let key = names::one_of("KEY", KEYS, &key)?;
        if let Some(value) = self.value {
            return set(desk, key, &value);
        }
        if self.json {
            let value = key.value(&desk.settings);
            return desk.json(value);
        }
        desk.line(&key.value(&desk.settings));
        Ok(())
    }
}

fn list(desk: &mut Desk<'_>, json: bool) -> Result<(), CliError> {
    if json {
        let settings = desk.settings.clone();
        return desk.json(settings);
    }
    let widest = KEYS.iter().map(|(_, name)| name.len()).max().unwrap_or(0);
    for (key, name) in KEYS {
        let value = key.value(&desk.settings);
        desk.line(&format!("{}  {value}", cells::pad_right(name, widest)));
    }
    Ok(())
}

fn set(desk: &mut Desk<'_>, key: Key, value: &str) -> Result<(), CliError> {
    let before = desk.settings.currency;
    let change = key.change(desk, value.trim())?;
    desk.apply(&change.into())?;
    let now = key.value(&desk.settings);
    desk.line(&now);
    if key == Key::Currency && desk.settings.currency != before {
        let after = desk.settings.currency;
        let line = desk.words().commands.currency_kept(before, after);
        desk.line(&line);
    }
    Ok(())
}

impl Key {
    /// The setting as it is written on the command line.
    fn value(self, settings: &Settings) -> String {
        let calendar = &settings.calendar;
        match self {
            Self::Language => settings.language.tag().to_owned(),
            Self::Currency => settings.currency.code().to_owned(),
            Self::Glyphs => settings.glyphs.id().to_owned(),
            Self::Mouse => settings.mouse.id().to_owned(),
            Self::Law => calendar.law.id().to_owned(),
            Self::Pattern => pattern(Language::En, &calendar.pattern),
            Self::PatternFrom => calendar.pattern_from.to_string(),
            Self::Hours => settings.hours.to_string(),
            Self::ReviewTime => settings.review_time.to_string(),
            Self::MinutesStep => settings.minutes_step.minutes().to_string(),
        }
    }

    fn change(self, desk: &Desk<'_>, text: &str) -> Result<SettingsChange, CliError> {
        Ok(match self {
            Self::Language => SettingsChange::Language(names::language(text)?),
            Self::Currency => SettingsChange::Currency(currency(text)?),
            Self::Glyphs => SettingsChange::Glyphs(names::choice("glyphs", text)?),
            Self::Mouse => SettingsChange::Mouse(names::choice("mouse", text)?),
            Self::Law => SettingsChange::Law(names::choice("calendar.law", text)?),
            Self::Pattern => {
                let rows = read_pattern(text)?;
                let begun = desk.settings.calendar.pattern_from;
                let from = if rows.len() > 1 { desk.week } else { begun };
                SettingsChange::Pattern(rows, from)
            }
            Self::PatternFrom => {
                let from = read_week(text, desk.stamp.at.day())?;
                SettingsChange::Pattern(desk.settings.calendar.pattern.clone(), from)
            }
            Self::Hours => SettingsChange::Hours(read_hours(text)?),
            Self::ReviewTime => SettingsChange::ReviewTime(read_time(text)?),
            Self::MinutesStep => {
                let minutes = names::number(text, "minutes_step", 1, MinutesStep::MOST.into())?;
                let step = u16::try_from(minutes).ok().and_then(MinutesStep::new);
                SettingsChange::MinutesStep(step.unwrap_or_default())
            }
        })
    }
}

fn currency(text: &str) -> Result<Currency, CliError> {
    Currency::parse(text).ok_or_else(|| CliError::Choice {
        text: shown(text),
        place: "currency".to_owned(),
        choices: Currency::ALL
            .iter()
            .map(|known| known.code().to_owned())
            .collect(),
    })
}

//! What holds for all weeks: language, calendar, hours and signs in one form, and beside it
//! what is counted.

use std::borrow::Cow;

use super::form::{Form, Line};
use super::{FormBox, Menu, metrics};
use crate::domain::change::{Change, SettingsChange};
use crate::domain::{
    Currency, GlyphChoice, Language, Law, MinutesStep, MouseChoice, Settings, WeekId,
};
use crate::i18n::{Choice, Words, pattern, read_hours, read_pattern, read_time, read_week};
use crate::tui::effect::Effect;
use crate::tui::scene::Scene;

/// The longest text of a line, in characters.
const LONGEST: usize = 60;

/// The lines of the form, in their order.
#[derive(Debug, Clone, Copy)]
enum At {
    Language,
    Currency,
    Law,
    Pattern,
    PatternFrom,
    Hours,
    ReviewTime,
    MinutesStep,
    Glyphs,
    Mouse,
}

/// What can be set.
pub fn settings(scene: &Scene<'_>) -> Menu {
    let words = &scene.words.settings;
    Menu::new(words.title)
        .line(words.general, |scene| {
            Effect::replace(SettingsBox::new(scene))
        })
        .line(words.metrics, |scene| {
            Effect::replace(metrics::metrics(scene))
        })
}

/// Everything that is set once for all metrics.
struct SettingsBox {
    form: Form,
    /// As they were when the box was opened: only what was changed since is written.
    before: Settings,
}

impl SettingsBox {
    fn new(scene: &Scene<'_>) -> Self {
        let words = &scene.words.settings;
        let settings = scene.settings;
        let calendar = &settings.calendar;
        let text = |value: &str| Line::text(value, LONGEST);
        let languages = Language::ALL.map(|language| match language {
            Language::En => scene.words.start.english.to_owned(),
            Language::ZhCn => scene.words.start.chinese.to_owned(),
        });
        let language = Language::ALL
            .iter()
            .position(|one| *one == settings.language);
        let language = Line::Choice {
            options: languages.into(),
            at: language.unwrap_or(0),
        };
        let pattern = pattern(scene.language, &calendar.pattern);
        let minutes = settings.minutes_step.minutes().to_string();
        let lines = vec![
            (words.language, language),
            (words.currency, text(settings.currency.code())),
            (words.law, one_of(calendar.law, scene)),
            (words.pattern, text(&pattern)),
            (words.pattern_from, text(&calendar.pattern_from.to_string())),
            (words.hours, text(&settings.hours.to_string())),
            (words.review_time, text(&settings.review_time.to_string())),
            (words.minutes_step, text(&minutes)),
            (words.glyphs, one_of(settings.glyphs, scene)),
            (words.mouse, one_of(settings.mouse, scene)),
        ];
        let form = Form::new(lines)
            .explain(At::Currency as usize, words.currency_note)
            .explain(At::Pattern as usize, words.pattern_note)
            .explain(At::PatternFrom as usize, words.pattern_from_note)
            .explain(At::MinutesStep as usize, words.minutes_step_note)
            .explain(At::Glyphs as usize, words.glyphs_note)
            .explain(At::Mouse as usize, words.mouse_note);
        Self {
            form,
            before: settings.clone(),
        }
    }

    /// What the form says, with the first line that says nothing of its kind.
    fn read(&self, scene: &Scene<'_>) -> Result<Settings, (At, String)> {
        let words = scene.words;
        let text = |at: At| self.form.text(at as usize);
        let mut settings = self.before.clone();
        let language = Language::ALL.get(self.form.choice(At::Language as usize));
        settings.language = language.copied().unwrap_or(settings.language);
        let currency = text(At::Currency);
        settings.currency = Currency::parse(currency)
            .ok_or_else(|| (At::Currency, words.start.no_currency(currency)))?;
        settings.calendar.law = chosen(&self.form, At::Law as usize, Law::None);
        let rows = read_pattern(text(At::Pattern));
        let rows = rows.map_err(|error| (At::Pattern, scene.say(&error)))?;
        settings.calendar.pattern_from = self.first_week(rows.len(), scene)?;
        settings.calendar.pattern = rows;
        let hours = read_hours(text(At::Hours));
        settings.hours = hours.map_err(|error| (At::Hours, scene.say(&error)))?;
        let time = read_time(text(At::ReviewTime));
        settings.review_time = time.map_err(|error| (At::ReviewTime, scene.say(&error)))?;
        let minutes = text(At::MinutesStep).parse().ok();
        settings.minutes_step = minutes.and_then(MinutesStep::new).ok_or_else(|| {
            let why = words.settings.whole_number(1, MinutesStep::MOST);
            (At::MinutesStep, why)
        })?;
        settings.glyphs = chosen(&self.form, At::Glyphs as usize, GlyphChoice::Auto);
        settings.mouse = chosen(&self.form, At::Mouse as usize, MouseChoice::Program);
        Ok(settings)
    }

    /// From which week weeks in turn are counted: where they begin to take turns now and no
    /// other week is named, from this one.
    fn first_week(&self, rows: usize, scene: &Scene<'_>) -> Result<WeekId, (At, String)> {
        let calendar = &self.before.calendar;
        let read = read_week(self.form.text(At::PatternFrom as usize), scene.today());
        let from = read.map_err(|error| (At::PatternFrom, scene.say(&error)))?;
        let is_new = rows > 1 && calendar.pattern.len() == 1 && from == calendar.pattern_from;
        Ok(if is_new { scene.today().week() } else { from })
    }
}

impl FormBox for SettingsBox {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn title(&self, scene: &Scene<'_>) -> Cow<'static, str> {
        scene.words.settings.title.into()
    }

    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        match self.read(scene) {
            Ok(after) => {
                let changes = changes(&self.before, &after);
                let words = words_of(&self.before, &after, scene);
                let (was, is) = (self.before.currency, after.currency);
                let said = if was == is {
                    words.settings.saved.to_owned()
                } else {
                    words.commands.currency_kept(was, is)
                };
                write(changes, said)
            }
            Err((at, why)) => {
                self.form.refuse(at as usize, why);
                Effect::Redraw
            }
        }
    }
}

/// The words of the screen as it will be once the settings are saved.
fn words_of(before: &Settings, after: &Settings, scene: &Scene<'_>) -> &'static Words {
    if before.language == scene.language {
        Words::of(after.language)
    } else {
        scene.words
    }
}

/// The edits that lead from some settings to others.
fn changes(before: &Settings, after: &Settings) -> Vec<SettingsChange> {
    let (was, is) = (&before.calendar, &after.calendar);
    let pattern = || SettingsChange::Pattern(is.pattern.clone(), is.pattern_from);
    let same_pattern = was.pattern == is.pattern && was.pattern_from == is.pattern_from;
    let changes = [
        (before.language != after.language).then_some(SettingsChange::Language(after.language)),
        (before.currency != after.currency).then_some(SettingsChange::Currency(after.currency)),
        (was.law != is.law).then_some(SettingsChange::Law(is.law)),
        (!same_pattern).then(pattern),
        (before.hours != after.hours).then_some(SettingsChange::Hours(after.hours)),
        (before.review_time != after.review_time)
            .then_some(SettingsChange::ReviewTime(after.review_time)),
        (before.minutes_step != after.minutes_step)
            .then_some(SettingsChange::MinutesStep(after.minutes_step)),
        (before.glyphs != after.glyphs).then_some(SettingsChange::Glyphs(after.glyphs)),
        (before.mouse != after.mouse).then_some(SettingsChange::Mouse(after.mouse)),
    ];
    changes.into_iter().flatten().collect()
}

/// Writes edits as one; without any there is nothing to write.
pub(super) fn write(changes: Vec<SettingsChange>, said: String) -> Effect {
    if changes.is_empty() {
        return Effect::Close;
    }
    let changes = changes.into_iter().map(Change::from).collect();
    Effect::change(Change::Several(changes), said)
}

/// A line on which one of an enum's values is chosen.
pub(super) fn one_of<C: Choice>(now: C, scene: &Scene<'_>) -> Line {
    let options = C::VALUES
        .iter()
        .map(|value| scene.words.name(*value).to_owned());
    Line::Choice {
        options: options.collect(),
        at: C::VALUES
            .iter()
            .position(|value| *value == now)
            .unwrap_or(0),
    }
}

/// The value that is chosen on such a line.
pub(super) fn chosen<C: Choice>(form: &Form, line: usize, usual: C) -> C {
    let value = C::VALUES.get(form.choice(line));
    value.copied().unwrap_or(usual)
}

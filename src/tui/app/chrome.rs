//! The first line of the screen and the last one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use crate::i18n::cells::{fit, width};
use crate::i18n::{date, week_dates, week_dates_with_year, week_name};
use crate::planning::WeekState;
use crate::tui::action::Action;
use crate::tui::dialogs::digits;
use crate::tui::effect::{Message, Tone};
use crate::tui::keymap::{self, Place, keys_of};
use crate::tui::names::key_name;
use crate::tui::scene::Scene;
use crate::tui::view::Pane;

/// From this width on the footer of the screen names the letters that count.
const NAMES_LETTERS: u16 = 100;

/// The least room in which keys stand beside a message, and what stays free between them.
const KEYS: u16 = 24;
const GAP: u16 = 2;

/// Below this width the header leaves out which working day it is.
const NAMES_WORKING_DAY: u16 = 60;

/// Draws the header: program, week, date, state.
pub(super) fn header(scene: &Scene<'_>, not_saved: bool, area: Rect, buf: &mut Buffer) {
    let right = right_of_header(scene, not_saved, area.width >= NAMES_WORKING_DAY);
    let room = usize::from(area.width).saturating_sub(right.width() + 2);
    let name = week_name(scene.language, scene.outlook.week);
    let seen = scene.outlook.week;
    let dates = if seen.year() == scene.today().week().year() {
        week_dates(scene.language, seen)
    } else {
        week_dates_with_year(scene.language, seen)
    };
    let week = scene.words.header.week(&name, dates);
    let lefts = [
        (" salesweek  ", week.as_str()),
        (" ", week.as_str()),
        (" ", name.as_str()),
    ];
    let fits = |(program, week): &&(&str, &str)| width(program) + width(week) <= room;
    let (program, week) = lefts.iter().find(fits).copied().unwrap_or((" ", &name));
    let left = Line::from(vec![
        Span::styled(program, scene.theme.title),
        Span::raw(week),
    ]);
    left.render(area, buf);
    let used = u16::try_from(right.width() + 1)
        .unwrap_or(u16::MAX)
        .min(area.width);
    let at_right = Rect {
        x: area.right() - used,
        width: used,
        ..area
    };
    right.render(at_right, buf);
}

fn right_of_header(scene: &Scene<'_>, not_saved: bool, with_place: bool) -> Line<'static> {
    let words = scene.words;
    let today = date(scene.language, scene.today());
    let is_current = scene.outlook.week.contains(scene.today());
    let place = words.day_of(scene.outlook);
    let place = place.filter(|_| with_place && is_current);
    let place = place.filter(|_| scene.outlook.state != WeekState::Sealed);
    let today = match place {
        Some(place) => words.header.day(today, place),
        None => today,
    };
    let mut spans = vec![Span::styled(today, scene.theme.today)];
    let (state, style) = state(scene);
    spans.push(Span::raw("   "));
    spans.push(Span::styled(state, style));
    if not_saved {
        spans.push(Span::raw("   "));
        spans.push(Span::styled(words.header.not_saved, scene.theme.error));
    }
    Line::from(spans)
}

fn state(scene: &Scene<'_>) -> (String, Style) {
    let words = scene.words;
    if scene.unreadable.is_some() {
        return (words.header.not_readable.to_owned(), scene.theme.error);
    }
    let state = words.state_of(scene.outlook);
    if scene.outlook.is_holiday_week() && scene.outlook.state != WeekState::Sealed {
        return (words.header.holiday_week.to_owned(), scene.theme.off);
    }
    match scene.outlook.state {
        WeekState::ReviewDue if scene.outlook.reopened => {
            let both = format!("{state} · {}", words.header.reopened);
            (both, scene.theme.warn)
        }
        WeekState::ReviewDue => (state.to_owned(), scene.theme.warn),
        WeekState::Running if scene.outlook.has_begun() => (state.to_owned(), scene.theme.good),
        WeekState::Unplanned | WeekState::Running | WeekState::Sealed => {
            (state.to_owned(), Style::new())
        }
    }
}

/// How a footer so wide is shared: the cells for the keys, none if they would be too few, and
/// those for the message.
pub(super) fn shared(message: &Message, footer: u16) -> (u16, u16) {
    let said = u16::try_from(width(&message.text) + 2).unwrap_or(u16::MAX);
    let keys = footer.saturating_sub(said).saturating_sub(GAP);
    if keys < KEYS {
        (0, footer)
    } else {
        (keys, said)
    }
}

/// Draws a message in the footer's place, or in its part of it.
pub(super) fn message(scene: &Scene<'_>, message: &Message, area: Rect, buf: &mut Buffer) {
    let style = match message.tone {
        Tone::Said => scene.theme.title,
        Tone::Failed => scene.theme.error,
    };
    let room = usize::from(area.width).saturating_sub(2);
    let text = format!(" {}", fit(&message.text, room));
    buf.set_string(area.x, area.y, text, style);
}

/// Draws the hints: keys that would do something now, as many as fit, help always. `word` says
/// what a key would do, if it would do anything.
pub(super) fn hints(
    scene: &Scene<'_>,
    place: Place,
    word: &dyn Fn(Action) -> Option<&'static str>,
    area: Rect,
    buf: &mut Buffer,
) {
    let takes = |digit: &u8| word(Action::Choose(*digit)).is_some();
    let last = || (1..=9).rev().find(takes).unwrap_or(1);
    let hint_of = |action, word: &str| {
        let key = match action {
            Action::Choose(1..) => digits(last().into()),
            _ => hint_key(action, scene, place),
        };
        (key, word.to_owned())
    };
    let help = hint_of(Action::Help, scene.words.hints.help);
    let quit = hint_of(Action::Quit, scene.words.hints.quit);
    let mut room = usize::from(area.width).saturating_sub(2 + cells(&help));
    let actions = keymap::hints(place).iter();
    let said = actions.filter_map(|action| Some((*action, word(*action)?)));
    let said = said.filter(|(_, word)| !word.is_empty());
    let mut wanted: Vec<_> = said.map(|(action, word)| hint_of(action, word)).collect();
    let letters = letters(scene).filter(|_| buf.area.width >= NAMES_LETTERS);
    if let (Some(letters), Place::In(Pane::Today)) = (letters, place) {
        wanted.insert(wanted.len().min(2), letters);
    }
    let mut fits = |hint: &(String, String)| {
        let takes = cells(hint) + 2;
        let fits = takes <= room && !hint.0.is_empty();
        room -= if fits { takes } else { 0 };
        fits
    };
    let mut shown: Vec<_> = wanted.into_iter().filter(&mut fits).collect();
    shown.extend(Some(help).filter(|(key, _)| !key.is_empty()));
    shown.extend(Some(quit).filter(fits));
    let mut spans = vec![Span::raw(" ")];
    for (key, does) in shown {
        spans.push(Span::styled(key, scene.theme.key));
        spans.push(Span::styled(format!(" {does}  "), scene.theme.dim));
    }
    Line::from(spans).render(area, buf);
}

fn cells((key, does): &(String, String)) -> usize {
    width(key) + 1 + width(does)
}

/// The first key of an action; those of opposite directions stand together.
fn hint_key(action: Action, scene: &Scene<'_>, place: Place) -> String {
    let glyphs = scene.theme.glyphs;
    match action {
        Action::Right => glyphs.keys("← →").into_owned(),
        Action::Down => glyphs.keys("↑ ↓").into_owned(),
        // In a week all digits type an amount.
        Action::Choose(0) if place == Place::In(Pane::Goals) => "0-9".to_owned(),
        Action::Choose(0) => "0".to_owned(),
        _ => {
            let key = keys_of(action, place).first();
            key.map_or(String::new(), |key| key_name(*key, scene))
        }
    }
}

/// The letters of the counters, in their order.
fn letters(scene: &Scene<'_>) -> Option<(String, String)> {
    let letters = scene
        .day
        .counters
        .iter()
        .filter_map(|counter| counter.letter);
    let letters: Vec<_> = letters.map(|letter| letter.to_string()).collect();
    let count = scene.words.hints.count.to_owned();
    (!letters.is_empty()).then(|| (letters.join(" "), count))
}

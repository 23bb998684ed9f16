//! What actions and keys are called, for help, palette and the footer's hints.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::Action;
use super::keymap::Place;
use super::scene::Scene;
use super::view::Pane;
use crate::domain::{Letter, Unit};
use crate::planning::{MetricOutlook, WeekState};

/// What an action is called in full; none for a letter that counts nothing.
pub fn action_name(action: Action, scene: &Scene<'_>) -> Option<String> {
    let words = &scene.words.keys;
    let name = match action {
        Action::Count(letter) => return counting(letter, scene),
        Action::CountField(letter) => return Some(words.count_field(metric_of(letter, scene)?)),
        Action::Choose(number) => return Some(words.choose(number)),
        Action::Show(Pane::Goals) => words.go_goals,
        Action::Show(Pane::Today) => words.go_today,
        Action::Show(Pane::Review) => words.go_review,
        Action::NextPane => words.next_pane,
        Action::PreviousPane => words.previous_pane,
        Action::CountBox => words.count_box,
        Action::Add => words.add,
        Action::Event => words.event,
        Action::WaysOut => words.ways_out,
        Action::Undo => words.undo,
        Action::Redo => words.redo,
        Action::PreviousDay => words.previous_day,
        Action::NextDay => words.next_day,
        Action::PreviousWeek => words.previous_week,
        Action::NextWeek => words.next_week,
        Action::Now => words.now,
        Action::GoNext => words.go_next,
        Action::Zoom => words.zoom,
        Action::CopyReport => words.copy_report,
        Action::Find => words.find,
        Action::Palette => words.palette,
        Action::Settings => words.settings,
        Action::Help => words.help,
        Action::Back => words.back,
        Action::Quit => words.quit,
        Action::Reopen => words.reopen,
        Action::Up => words.up,
        Action::Down => words.down,
        Action::PageUp => words.page_up,
        Action::PageDown => words.page_down,
        Action::First => words.first,
        Action::Last => words.last,
        Action::Left => words.left,
        Action::Right => words.right,
        Action::EditTarget => words.edit_target,
        Action::Pin => words.pin,
        Action::DayOff => words.day_off,
        Action::Focus => words.focus,
        Action::CheckOff => words.check_off,
        Action::More => words.more,
        Action::Less => words.less,
        Action::Open => words.open,
        Action::Skip => words.skip,
        Action::Move => words.move_task,
        Action::Remove => words.remove,
        Action::CloseDay => words.close_day,
        Action::EditLine => words.edit_line,
        Action::Carry => words.carry,
        Action::RemoveLine => words.remove_line,
        Action::AskWhy => scene.words.reflection.ask_why,
        Action::Seal => words.seal,
        Action::MakeAction => scene.words.reflection.make_action,
        Action::Accept => words.accept,
        Action::NextField => words.next_field,
        Action::PreviousField => words.previous_field,
        Action::SaveAll => words.save_all,
        Action::Tick => words.tick,
        Action::Literal => words.literal,
    };
    Some(name.to_owned())
}

/// The word behind the key in the footer of a place; empty for what is never hinted at.
pub fn hint(action: Action, place: Place, scene: &Scene<'_>) -> &'static str {
    let words = &scene.words.hints;
    match action {
        Action::Add if place == Place::In(Pane::Review) => words.add_line,
        Action::EditLine if scene.outlook.state == WeekState::Sealed => words.open,
        Action::Choose(0) => words.more,
        Action::Choose(_) => words.choose,
        Action::CheckOff => words.done,
        Action::Open => words.open,
        Action::CountBox | Action::Count(_) => words.count,
        Action::Add => words.add,
        Action::Skip => words.skip,
        Action::Move => words.move_task,
        Action::Remove | Action::RemoveLine => words.remove,
        Action::WaysOut => words.ways_out,
        Action::Undo => words.undo,
        Action::Redo => words.redo,
        Action::Find => words.find,
        Action::Help => words.help,
        Action::Quit => words.quit,
        Action::EditTarget | Action::EditLine => words.edit,
        Action::Left | Action::Right => words.days,
        Action::Pin => words.pin,
        Action::DayOff => words.day_off,
        Action::Event => words.event,
        Action::Focus => words.focus,
        Action::Zoom => words.zoom,
        Action::CloseDay => words.close_day,
        Action::Carry => words.carry,
        Action::AskWhy => scene.words.reflection.ask_why_hint,
        Action::Seal => words.seal,
        Action::CopyReport => words.copy,
        Action::Accept => words.take,
        Action::NextField => words.next_field,
        Action::SaveAll => words.save_all,
        Action::Tick => words.tick,
        Action::Back => words.cancel,
        Action::Reopen => words.reopen,
        Action::Now => words.now,
        Action::NextPane | Action::Show(_) => words.pane,
        _ => "",
    }
}

/// What a place is called in help.
pub fn place_name(place: Place, scene: &Scene<'_>) -> &'static str {
    let words = scene.words;
    match place {
        Place::Anywhere => words.keys.anywhere,
        Place::Lists => words.keys.lists,
        Place::In(pane) => pane_name(pane, scene),
        Place::Box => words.keys.boxes,
    }
}

/// What a pane is called.
pub fn pane_name(pane: Pane, scene: &Scene<'_>) -> &'static str {
    let words = &scene.words.common;
    match pane {
        Pane::Goals => words.goals,
        Pane::Today => words.today,
        Pane::Review => words.review,
    }
}

/// A key as it is printed on the keyboard: `u`, `ctrl-p`, `shift-←`, `PgUp`.
pub fn key_name(key: KeyEvent, scene: &Scene<'_>) -> String {
    let mut name = String::new();
    if key.modifiers.contains(KeyModifiers::CONTROL) {
        name.push_str("ctrl-");
    }
    if key.modifiers.contains(KeyModifiers::SHIFT) {
        name.push_str("shift-");
    }
    match key.code {
        KeyCode::Char(' ') => name.push_str(scene.words.hints.space),
        KeyCode::Char(char) => name.push(char),
        KeyCode::F(number) => name = format!("{name}F{number}"),
        code => name.push_str(&scene.theme.glyphs.keys(sign(code))),
    }
    name
}

fn sign(code: KeyCode) -> &'static str {
    match code {
        KeyCode::Enter => "Enter",
        KeyCode::Esc => "Esc",
        KeyCode::Tab => "Tab",
        KeyCode::BackTab => "shift-Tab",
        KeyCode::Home => "Home",
        KeyCode::End => "End",
        KeyCode::PageUp => "PgUp",
        KeyCode::PageDown => "PgDn",
        KeyCode::Up => "↑",
        KeyCode::Down => "↓",
        KeyCode::Left => "←",
        KeyCode::Right => "→",
        _ => "",
    }
}

/// What the letter of a metric does: it counts one more, or asks for an amount where one means
/// nothing.
fn counting(letter: Letter, scene: &Scene<'_>) -> Option<String> {
    let words = &scene.words.keys;
    let metric = metric_with(letter, scene)?;
    Some(match metric.unit {
        Unit::Count | Unit::Minutes => words.count(&metric.name),
        Unit::Money | Unit::Score => words.count_field(&metric.name),
    })
}

/// The name of the metric that a letter counts in the week looked at.
pub fn metric_of(letter: Letter, scene: &Scene<'_>) -> Option<String> {
    metric_with(letter, scene).map(|metric| metric.name.clone())
}

fn metric_with<'a>(letter: Letter, scene: &Scene<'a>) -> Option<&'a MetricOutlook> {
    let mut metrics = scene.outlook.metrics.iter();
    metrics.find(|metric| metric.letter == Some(letter) && !metric.retired)
}

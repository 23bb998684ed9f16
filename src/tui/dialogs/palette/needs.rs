//! What an action waits for that cannot be done now.

use crate::planning::{Standing, WeekState};
use crate::tui::action::Action;
use crate::tui::scene::Scene;

/// Where or when an action can be done, in a few words; none for one that only moves, or steps
/// back.
pub(super) fn need(action: Action, scene: &Scene<'_>) -> Option<&'static str> {
    let words = &scene.words.needs;
    if scene.unreadable.is_some() {
        return of_what_is_there(action, scene).or(Some(scene.words.header.not_readable));
    }
    let state = scene.outlook.state;
    let unplanned = state == WeekState::Unplanned;
    Some(match action {
        Action::EditLine | Action::Carry | Action::RemoveLine | Action::AskWhy | Action::Seal
            if state == WeekState::Sealed =>
        {
            words.it_is_sealed
        }
        Action::Pin if unplanned => words.a_plan,
        Action::EditTarget | Action::DayOff | Action::Focus if scene.outlook.first_start => {
            words.a_plan
        }
        Action::Pin | Action::DayOff => words.a_day,
        Action::EditTarget | Action::Focus => words.a_target,
        Action::CheckOff | Action::Open => words.counter_or_task,
        Action::More | Action::Less => words.something_counted,
        Action::Skip | Action::Move | Action::Carry => words.an_open_task,
        Action::Remove => words.a_task,
        Action::CloseDay => words.a_begun_week,
        Action::Seal if scene.outlook.standing == Standing::Before => words.a_begun_week,
        Action::Seal => words.something_done,
        Action::EditLine => words.another_line,
        Action::RemoveLine => words.an_own_line,
        Action::AskWhy => words.a_miss,
        _ => return of_what_is_there(action, scene),
    })
}

/// What is already as the action would make it.
fn of_what_is_there(action: Action, scene: &Scene<'_>) -> Option<&'static str> {
    Some(match action {
        Action::Undo => scene.words.messages.nothing_to_undo,
        Action::Redo => scene.words.messages.nothing_to_redo,
        Action::WaysOut => scene.words.ways.no_target,
        Action::Now => scene.words.needs.today_is_shown,
        Action::Reopen => scene.words.needs.it_is_open,
        _ => return None,
    })
}

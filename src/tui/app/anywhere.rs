//! What actions mean in every pane.

use super::App;
use super::files::Files;
use super::undo::Way;
use crate::domain::Letter;
use crate::planning::{MetricOutlook, NextStep, WeekState};
use crate::report;
use crate::tui::action::Action;
use crate::tui::dialogs::{
    CountBox, FindBox, Help, Leave, QuickBox, Reopen, event_kinds, palette, settings, ways,
};
use crate::tui::edits::{self, TaskRef};
use crate::tui::effect::{Effect, Message, Selected};
use crate::tui::scene::Scene;
use crate::tui::view::Pane;

impl<F: Files> App<F> {
    /// Whether `action`, passed on by all layers, would do something now.
    pub(super) fn allows_anywhere(&self, action: Action, scene: &Scene<'_>) -> bool {
        let stage = &self.stage;
        if stage.loaded.vital_fault().is_some() && needs_the_week(action) {
            return false;
        }
        match action {
            Action::Count(letter) | Action::CountField(letter) => {
                metric_of(letter, scene).is_some()
            }
            Action::Undo => self.history.next(Way::Back).is_some(),
            Action::Redo => self.history.next(Way::Forward).is_some(),
            Action::Now => !stage.view.is_on_today(),
            Action::WaysOut => ways::metric_for(scene, None).is_some(),
            Action::Back => stage.view.is_zoomed(),
            Action::Reopen => stage.outlook.state == WeekState::Sealed,
            Action::Show(_)
            | Action::NextPane
            | Action::PreviousPane
            | Action::CountBox
            | Action::Add
            | Action::Event
            | Action::PreviousDay
            | Action::NextDay
            | Action::PreviousWeek
            | Action::NextWeek
            | Action::GoNext
            | Action::Zoom
            | Action::CopyReport
            | Action::Find
            | Action::Palette
            | Action::Settings
            | Action::Help
            | Action::Quit => true,
            _ => false,
        }
    }

    /// Whether the focused layer or the program has a use for `action`.
    pub(super) fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        let top = self.layers.top(scene);
        top.allows(action, scene) || (!top.is_box() && self.allows_anywhere(action, scene))
    }

    /// Does what an action asks for that no layer took.
    pub(super) fn anywhere(&mut self, action: Action) -> Effect {
        match action {
            Action::Undo => return self.step(Way::Back),
            Action::Redo => return self.step(Way::Forward),
            Action::Palette => return self.open_palette(),
            Action::GoNext => return self.go_next(),
            Action::Find => return Effect::open(FindBox::new(self.files.browse())),
            _ => {}
        }
        if self.look(action) {
            return Effect::Redraw;
        }
        let scene = self.stage.scene();
        if let Some(error) = scene.unreadable.filter(|_| needs_the_week(action)) {
            return Effect::refuse(scene.say(error));
        }
        match action {
            Action::Count(letter) => match metric_of(letter, &scene) {
                Some(metric) => edits::count_one(metric, &scene),
                None => Effect::Nothing,
            },
            Action::CountField(letter) => match metric_of(letter, &scene) {
                Some(metric) => edits::open_amount(metric, &scene),
                None => Effect::Nothing,
            },
            Action::CountBox => Effect::open(CountBox::new(scene.view.day())),
            Action::Add => Effect::open(QuickBox::new(&scene)),
            Action::Event => Effect::open(event_kinds(&scene)),
            Action::WaysOut => match ways::metric_for(&scene, None) {
                Some(metric) => ways::open(metric),
                None => Effect::refuse(scene.words.ways.no_target),
            },
            Action::CopyReport => copy(&scene),
            Action::Settings => Effect::open(settings(&scene)),
            Action::Help => Effect::open(Help::new(scene.view.focus())),
            Action::Reopen if scene.outlook.state == WeekState::Sealed => {
                Effect::open(Reopen::new(scene.outlook.week, None))
            }
            Action::Quit => match self.layers.unwritten(&scene) {
                Some(week) => Effect::open(Leave::new(week, &scene)),
                None => Effect::Quit,
            },
            _ => Effect::Nothing,
        }
    }

    /// Looks elsewhere, if that is what the action asks for.
    fn look(&mut self, action: Action) -> bool {
        let view = &mut self.stage.view;
        match action {
            Action::Show(pane) => view.show(pane),
            Action::NextPane => view.next_pane(),
            Action::PreviousPane => view.previous_pane(),
            Action::PreviousDay => view.previous_day(),
            Action::NextDay => view.next_day(),
            Action::PreviousWeek => view.previous_week(),
            Action::NextWeek => view.next_week(),
            Action::Now => view.now(),
            Action::Zoom => view.toggle_zoom(),
            Action::Back if view.is_zoomed() => view.toggle_zoom(),
            _ => return false,
        }
        self.stage.follow_view(&mut self.files);
        true
    }

    /// Shows today, and selects what is to be done now.
    fn go_next(&mut self) -> Effect {
        self.stage.view.show(Pane::Today);
        self.stage.view.now();
        self.stage.follow_view(&mut self.files);
        let scene = self.stage.scene();
        if let Some(error) = scene.unreadable {
            return Effect::refuse(scene.say(error));
        }
        match scene.next.step {
            NextStep::Task { task, .. } => self.layers.go_to_task(TaskRef {
                week: scene.outlook.week,
                id: task.id,
            }),
            NextStep::Counter(counter) => {
                let metric = counter.metric.id.clone();
                self.layers.select(Selected::Counter(metric));
            }
            NextStep::AllDone { .. } => {
                return Effect::Say(Message::said(scene.words.next.all_done));
            }
        }
        Effect::Redraw
    }

    fn open_palette(&mut self) -> Effect {
        let scene = self.stage.scene();
        let pane = self.layers.pane(&scene);
        let allowed = Action::all()
            .filter(|action| pane.allows(*action, &scene) || self.allows_anywhere(*action, &scene));
        Effect::open(palette(&scene, allowed))
    }
}

/// Whether an action edits the week looked at, or reads more of it than where it lies; moving
/// in a list does neither.
fn needs_the_week(action: Action) -> bool {
    !matches!(
        action,
        Action::Show(_)
            | Action::NextPane
            | Action::PreviousPane
            | Action::PreviousDay
            | Action::NextDay
            | Action::PreviousWeek
            | Action::NextWeek
            | Action::Now
            | Action::Zoom
            | Action::Undo
            | Action::Redo
            | Action::Find
            | Action::Palette
            | Action::Settings
            | Action::Help
            | Action::Back
            | Action::Quit
            | Action::Up
            | Action::Down
            | Action::Left
            | Action::Right
            | Action::PageUp
            | Action::PageDown
            | Action::First
            | Action::Last
    )
}

/// The metric in use that a letter counts in the week looked at.
fn metric_of<'a>(letter: Letter, scene: &'a Scene<'_>) -> Option<&'a MetricOutlook> {
    let mut metrics = scene.outlook.metrics.iter();
    metrics.find(|metric| metric.letter == Some(letter) && !metric.retired)
}

/// The report of the day in Today, of the week in the other panes.
fn copy(scene: &Scene<'_>) -> Effect {
    let source = report::Source {
        week: scene.week,
        history: &scene.history,
        settings: scene.settings,
        now: scene.now,
        language: scene.language,
    };
    let text = match scene.view.focus() {
        Pane::Today => report::day(source, scene.view.day(), report::Format::Text),
        Pane::Goals | Pane::Review => report::week(source, report::Format::Text),
    };
    let said = scene.words.messages.copied.to_owned();
    Effect::Copy { text, said }
}

/// What is said where there is no step to make.
pub(super) fn no_step(way: Way, scene: &Scene<'_>) -> Message {
    let words = &scene.words.messages;
    Message::said(match way {
        Way::Back => words.nothing_to_undo,
        Way::Forward => words.nothing_to_redo,
    })
}

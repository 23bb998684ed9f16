//! An edit on its way to the disk: made, waiting for another program, refused or failed.
//!
//! What the screen shows as done is on disk. Where another program writes, the edit waits and
//! what is typed is kept in its order; after a second the footer says so, and after five the
//! edit is given up, with what was typed behind it. Where the disk fails, nothing is done and the header says so
//! until something was saved again.

use std::time::Duration;

use super::files::Files;
use super::undo::Way;
use super::{App, Typed, Waiting, anywhere};
use crate::domain::change::{Change, ChangeError};
use crate::domain::{Moment, WeekId};
use crate::i18n::{Say, say_change, say_refused};
use crate::store::{FolderError, GIVE_UP_AFTER, Saved, StoreError, TELL_AFTER, Warning};
use crate::tui::dialogs::Reopen;
use crate::tui::effect::{Edit, Effect, Message};

impl<F: Files> App<F> {
    /// Makes an edit; `by_layer`: the top layer asked for it and is told of its end.
    pub(super) fn edit(&mut self, edit: Edit, by_layer: bool) {
        match self.files.try_apply(&edit.change) {
            Ok(Some(saved)) => {
                if saved.written {
                    self.history.made(saved.undo.clone(), edit.said.clone());
                }
                self.saved(&edit.change, &saved);
                self.say_saved(&saved, edit.said);
                if by_layer {
                    let scene = self.stage.scene();
                    let top = self.layers.top_mut(&scene);
                    let effect = top.written(&scene);
                    self.perform(effect, None);
                }
            }
            Ok(None) => self.wait(Waiting::Edit(edit, by_layer)),
            Err(StoreError::Change(ChangeError::Sealed(week))) => self.ask_to_reopen(week, edit),
            Err(error) => self.failed(&error),
        }
    }

    /// Takes the newest edit back, or makes it again.
    pub(super) fn step(&mut self, way: Way) -> Effect {
        let Some(step) = self.history.next(way).cloned() else {
            return Effect::Say(anywhere::no_step(way, &self.stage.scene()));
        };
        match self.files.try_apply(&step.change) {
            Ok(Some(saved)) => {
                self.history.stepped(way, saved.undo.clone());
                self.saved(&step.change, &saved);
                let words = self.stage.words();
                let mut said = match way {
                    Way::Back => words.messages.undone(step.said),
                    Way::Forward => words.messages.redone(step.said),
                };
                if saved.left > 0 {
                    said = words
                        .common
                        .in_brackets(said, words.messages.left_alone(saved.left));
                }
                self.say_saved(&saved, said);
            }
            Ok(None) => self.wait(Waiting::Step(way)),
            Err(StoreError::Change(error)) => {
                if !matches!(error, ChangeError::Sealed(_)) {
                    self.history.dropped(way);
                }
                let said = say_change(&error, self.stage.language(), self.stage.settings());
                let said = self.stage.words().messages.not_undone(said);
                self.stage.reload(&mut self.files);
                self.say(Message::failed(said));
            }
            Err(error) => self.failed(&error),
        }
        Effect::Redraw
    }

    /// An edit is on the disk: the screen shows it.
    fn saved(&mut self, change: &Change, saved: &Saved) {
        self.not_saved = false;
        let language = self.stage.settings().language;
        self.files.refresh(&mut self.stage.loaded, change, saved);
        self.stage.derive();
        // Who sets the language means it for this run too.
        if self.stage.settings().language != language {
            self.stage.speak(None);
        }
        self.dirty = true;
    }

    /// Says what was done, or what there is to say of an edit that stands.
    fn say_saved(&mut self, saved: &Saved, said: String) {
        let language = self.stage.language();
        match saved.warnings.first() {
            Some(warning @ (Warning::NoLocks | Warning::Unconfirmed(_))) => {
                self.say(Message::failed(warning.say(language)));
            }
            None => self.say(Message::said(said)),
        }
    }

    fn failed(&mut self, error: &StoreError) {
        let said = say_refused(error, self.stage.language(), self.stage.settings());
        if matches!(error, StoreError::Change(_)) {
            self.say(Message::failed(said));
        } else {
            self.not_saved = true;
            let said = self.stage.words().messages.not_saved(said);
            self.say(Message::failed(said));
        }
    }

    /// A sealed week takes no edit: asks whether it is to be opened for it.
    fn ask_to_reopen(&mut self, week: WeekId, edit: Edit) {
        self.stage.reload(&mut self.files);
        self.layers.close();
        self.layers.open(Box::new(Reopen::new(week, Some(edit))));
        self.dirty = true;
    }

    /// Waits for another program to finish writing, as long as commands do.
    fn wait(&mut self, waiting: Waiting) {
        let now = self.instant;
        self.waiting_since.get_or_insert(now);
        self.waiting = Some(waiting);
        if self.has_waited() > GIVE_UP_AFTER {
            self.give_up();
        }
        self.dirty |= self.tells_that_it_waits();
    }

    /// How long the edit that waits has done so.
    fn has_waited(&self) -> Duration {
        let since = self.waiting_since;
        since.map_or(Duration::ZERO, |since| {
            self.instant.saturating_duration_since(since)
        })
    }

    /// Whether an edit has waited so long that the user is told.
    pub(super) fn tells_that_it_waits(&self) -> bool {
        self.is_waiting() && self.has_waited() >= TELL_AFTER
    }

    /// Whether an edit waits for another program.
    pub(super) fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Tries the waiting edit again, and once it is made, the keys pressed meanwhile.
    pub(super) fn try_again(&mut self, now: Moment) {
        match self.waiting.take() {
            Some(Waiting::Edit(edit, by_layer)) => self.edit(edit, by_layer),
            Some(Waiting::Step(way)) => {
                let effect = self.step(way);
                self.perform_outside(effect);
            }
            None => return,
        }
        while self.waiting.is_none() && !self.quits {
            self.waiting_since = None;
            match self.queue.pop_front() {
                Some(Typed::Key(key)) => self.key(key, now),
                Some(Typed::Paste(text)) => self.paste(&text, now),
                None => break,
            }
        }
    }

    pub(super) fn give_up(&mut self) {
        self.waiting = None;
        self.waiting_since = None;
        self.queue.clear();
        self.failed(&StoreError::Folder(FolderError::InUse));
    }
}

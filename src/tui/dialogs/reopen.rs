//! A sealed week takes no edit: Enter reopens it and makes the edit, Esc leaves all as it is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Frame;
use super::amount::indented;
use super::menu::{to_cells, write};
use crate::domain::WeekId;
use crate::domain::change::{Change, ReviewChange};
use crate::i18n::{cells, week_name};
use crate::tui::action::Action;
use crate::tui::edits::in_week;
use crate::tui::effect::{Edit, Effect};
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

/// The edit that waits for its week to be opened.
pub struct Reopen {
    week: WeekId,
    /// None: the week is to be opened and no more.
    edit: Option<Edit>,
}

impl Reopen {
    pub fn new(week: WeekId, edit: Option<Edit>) -> Self {
        Self { week, edit }
    }

    fn effect(&self, scene: &Scene<'_>) -> Effect {
        let at = scene.stamp.at;
        let reopen = in_week(self.week, ReviewChange::Reopen { at });
        let messages = &scene.words.messages;
        if let Some(edit) = &self.edit {
            let changes = vec![reopen, edit.change.clone()];
            let said = messages.also_reopened(&edit.said);
            Effect::change(Change::Several(changes), said)
        } else {
            let week = week_name(scene.language, self.week);
            Effect::change(reopen, messages.reopened(week))
        }
    }
}

impl Layer for Reopen {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        matches!(action, Action::Accept | Action::Back)
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match action {
            Action::Accept => self.effect(scene),
            Action::Back => Effect::Close,
            _ => Effect::PassOn,
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        _focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let words = scene.words;
        let sealed = words.boxes.sealed(week_name(scene.language, self.week));
        let confirm = words.boxes.confirm_reopen;
        let edit = self.edit.as_ref().map_or("", |edit| edit.said.as_str());
        let width = [sealed.as_str(), edit, confirm].map(cells::width);
        let width = width.into_iter().max().unwrap_or(0) + 4;
        let room = width.min(usize::from(area.width).saturating_sub(2));
        let edit = cells::wrapped(edit, room.saturating_sub(4));
        let confirm = cells::wrapped(confirm, room.saturating_sub(4));
        let inside = Frame {
            title: words.boxes.reopen,
            keys: &[("Enter", words.hints.reopen), ("Esc", words.hints.cancel)],
            size: (to_cells(width), 1 + to_cells(edit.len() + confirm.len())),
        }
        .draw(scene, area, buf);
        let mut rows = inside.rows().map(indented);
        write(rows.next(), &sealed, Style::new(), buf);
        for line in edit {
            write(rows.next(), &line, scene.theme.title, buf);
        }
        for line in confirm {
            write(rows.next(), &line, scene.theme.dim, buf);
        }
        None
    }
}

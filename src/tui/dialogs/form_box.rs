//! A box that is one form in a frame.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};

use super::Frame;
use super::amount::indented;
use super::form::{Form, Formed};
use super::menu::{to_cells, write};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

/// The rows that a form keeps beside a list.
const LEAST_FORM: u16 = 3;

/// A box whose keys and looks are those of its form; it says what it is called and what it
/// saves.
pub trait FormBox {
    fn form(&self) -> &Form;

    fn form_mut(&mut self) -> &mut Form;

    fn title(&self, scene: &Scene<'_>) -> Cow<'static, str>;

    /// Writes what the form says, or refuses a line of it.
    fn save(&mut self, scene: &Scene<'_>) -> Effect;

    /// The width of its inside.
    fn width(&self) -> u16 {
        64
    }

    /// The keys named below it, each with what it does.
    fn keys(&self, scene: &Scene<'_>) -> Vec<(&'static str, &'static str)> {
        let hints = &scene.words.hints;
        vec![
            ("Enter", hints.write),
            ("Tab", hints.next_field),
            ("Esc", hints.cancel),
        ]
    }

    /// Lines of at most so many cells below the form: what explains the open one, or what all
    /// of them lead to.
    fn list(&self, _scene: &Scene<'_>, _room: usize) -> Vec<String> {
        Vec::new()
    }

    /// A line has changed, or another one is open.
    fn changed(&mut self, _scene: &Scene<'_>) {}

    /// What it saves is on disk: how to go on.
    fn written(&mut self, _scene: &Scene<'_>) -> Effect {
        Effect::Close
    }

    /// The box above it has closed: how to go on.
    fn uncovered(&mut self, _scene: &Scene<'_>) -> Effect {
        Effect::Redraw
    }
}

impl<B: FormBox> Layer for B {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        self.form().allows(action)
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        match self.form_mut().update(action) {
            Formed::Save => self.save(scene),
            Formed::Leave => Effect::Close,
            Formed::Changed => {
                self.changed(scene);
                Effect::Redraw
            }
            Formed::PassOn => Effect::PassOn,
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        _focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let width = self.width().min(area.width.saturating_sub(2));
        let room = indented(Rect::new(0, 0, width, 1)).width;
        let list = self.list(scene, room.into());
        let inside = Frame {
            title: &self.title(scene),
            keys: &self.keys(scene),
            size: (
                self.width(),
                to_cells(self.form().height(self.width()) + list.len()),
            ),
        }
        .draw(scene, area, buf);
        let height = to_cells(list.len()).min(inside.height.saturating_sub(LEAST_FORM));
        let [form, below] =
            Layout::vertical([Constraint::Fill(1), Constraint::Length(height)]).areas(inside);
        for (text, row) in list.iter().zip(below.rows().map(indented)) {
            write(Some(row), text, scene.theme.dim, buf);
        }
        self.form().draw(scene, form, buf)
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.form_mut().field()
    }

    fn edited(&mut self, scene: &Scene<'_>) {
        self.form_mut().edited();
        self.changed(scene);
    }

    fn written(&mut self, scene: &Scene<'_>) -> Effect {
        FormBox::written(self, scene)
    }

    fn uncovered(&mut self, scene: &Scene<'_>) -> Effect {
        FormBox::uncovered(self, scene)
    }
}

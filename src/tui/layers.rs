//! Fields and boxes, a stack above the panes.
//!
//! A key goes to the open field, else to the top box, else to the focused pane; what they pass
//! on is for *anywhere*, the program itself. Only a field sees raw characters; all others see
//! [`Action`]s. Drawing goes bottom-up.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::action::Action;
use super::edits::TaskRef;
use super::effect::{Effect, Selected};
use super::field::{Answer, Field};
use super::keymap::{self, Place, from_input_method, plain};
use super::panes::{Panes, Row, Unreadable};
use super::scene::Scene;
use super::view::Placed;
use crate::domain::WeekId;

/// A pane or a box: it answers whether it may, does it, and draws it.
///
/// It remembers its selection by id, and nothing that stands in the week; drawing changes no
/// state but scroll positions.
pub trait Layer {
    /// Whether `action` would do something now; footer, help and palette ask this too.
    ///
    /// [`Layer::update`] passes on exactly what this refuses.
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool;

    /// Does what `action` asks for, or passes it on.
    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect;

    /// Draws itself into `area`, a box somewhere on it; gives the place of the caret, if a
    /// field is open.
    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position>;

    /// The open text field, which takes keys as they come.
    fn field(&mut self) -> Option<&mut Field> {
        None
    }

    /// The text of the open field is another one.
    fn edited(&mut self, _scene: &Scene<'_>) {}

    /// The edit it answered with is on disk, and `scene` shows it: how to go on. A box closes.
    fn written(&mut self, _scene: &Scene<'_>) -> Effect {
        Effect::Close
    }

    /// The box above it has closed: how to go on.
    fn uncovered(&mut self, _scene: &Scene<'_>) -> Effect {
        Effect::Redraw
    }

    /// Takes what was read for it meanwhile, and says whether it looks different now.
    fn arrives(&mut self) -> bool {
        false
    }

    /// Whether something is still being read for it.
    fn awaits(&self) -> bool {
        false
    }

    /// Whether keys mean here what they mean in a box: digits are choices, Enter accepts. A
    /// pane says so while its field or list is open.
    fn is_box(&self) -> bool {
        true
    }

    /// How wide a pane wants to be while it has the focus, side by side with others.
    fn asked_width(&self, _scene: &Scene<'_>) -> u16 {
        0
    }

    /// Whether the digits it allows are for it now, though all other keys mean what they mean
    /// in a pane: a list stands open below the selected row, or the row holds a figure.
    fn takes_digits(&self, _scene: &Scene<'_>) -> bool {
        false
    }

    /// The word behind an action's key, where it means something of its own here; an empty one
    /// hides the key.
    fn hint(&self, _action: Action, _scene: &Scene<'_>) -> Option<&'static str> {
        None
    }

    /// Does what a click on a place in its area asks for; `focused`: it had the focus before.
    fn click(&mut self, _at: Position, _area: Rect, _focused: bool, _scene: &Scene<'_>) -> Effect {
        Effect::Nothing
    }
}

/// The panes, and the boxes above them.
pub struct Layers {
    panes: Panes,
    unreadable: Unreadable,
    boxes: Vec<Box<dyn Layer>>,
}

/// What a key came to.
pub enum Keyed {
    /// It was typed into a field.
    Typed(Effect),
    /// It meant an action.
    Meant(Action, Effect),
    /// It means nothing here.
    Nothing,
    /// It can only come from an input method that is on.
    FromInputMethod,
}

impl Layers {
    pub fn new(panes: Panes) -> Self {
        Self {
            panes,
            unreadable: Unreadable,
            boxes: Vec::new(),
        }
    }

    /// The layer that keys go to.
    pub fn top(&self, scene: &Scene<'_>) -> &dyn Layer {
        match self.boxes.last() {
            Some(top) => top.as_ref(),
            None => self.pane(scene),
        }
    }

    pub fn top_mut(&mut self, scene: &Scene<'_>) -> &mut dyn Layer {
        match self.boxes.last_mut() {
            Some(top) => top.as_mut(),
            None if scene.unreadable.is_some() => &mut self.unreadable,
            None => self.panes.get_mut(scene.view.focus()),
        }
    }

    /// The focused pane, whatever stands above it, or what stands in its place.
    pub fn pane(&self, scene: &Scene<'_>) -> &dyn Layer {
        match scene.unreadable {
            Some(_) => &self.unreadable,
            None => self.panes.get(scene.view.focus()),
        }
    }

    /// The week of a plan that would be lost if the program ended.
    pub fn unwritten(&self, scene: &Scene<'_>) -> Option<WeekId> {
        let readable = scene.unreadable.is_none();
        readable
            .then(|| self.panes.goals.unwritten(scene))
            .flatten()
    }

    /// Selects a row in the pane that has it.
    pub fn select(&mut self, row: Selected) {
        match row {
            Selected::Task(task) => self.panes.today.select(task),
            Selected::OpenTask(task) => self.go_to_task(task),
            Selected::Counter(metric) => self.panes.today.go_to(Row::Counter(metric)),
            Selected::Event(id) => self.panes.review.select_event(id),
            Selected::Lesson(id) => self.panes.review.select_lesson(id),
            Selected::Improvement(id) => self.panes.review.select_improvement(id),
        }
    }

    /// Selects an open task of today, which is seen without unfolding those that are done.
    pub fn go_to_task(&mut self, task: TaskRef) {
        self.panes.today.go_to(Row::Task(task));
    }

    /// Whether a box is open.
    pub fn has_boxes(&self) -> bool {
        !self.boxes.is_empty()
    }

    pub fn open(&mut self, layer: Box<dyn Layer>) {
        self.boxes.push(layer);
    }

    pub fn close(&mut self) {
        self.boxes.pop();
    }

    pub fn close_all(&mut self) {
        self.boxes.clear();
    }

    /// Hands the boxes what was read for them, and says whether one looks different now.
    pub fn arrives(&mut self) -> bool {
        let boxes = self.boxes.iter_mut();
        boxes.fold(false, |any, layer| layer.arrives() | any)
    }

    /// Whether something is still being read for a box.
    pub fn await_something(&self) -> bool {
        self.boxes.iter().any(|layer| layer.awaits())
    }

    /// What a plain key means now.
    fn meaning(&self, key: KeyEvent, scene: &Scene<'_>) -> Option<Action> {
        let is_digit = matches!(key.code, KeyCode::Char('0'..='9'));
        let top = self.top(scene);
        let chosen = (is_digit && top.takes_digits(scene))
            .then(|| keymap::meaning(key, Place::Box))
            .flatten()
            .filter(|action| top.allows(*action, scene));
        chosen.or_else(|| keymap::meaning(key, self.place(scene)))
    }

    /// Where keys are looked up now.
    pub fn place(&self, scene: &Scene<'_>) -> Place {
        if self.top(scene).is_box() {
            Place::Box
        } else {
            Place::In(scene.view.focus())
        }
    }

    /// What a key does in the layer that it goes to.
    pub fn key(&mut self, key: KeyEvent, scene: &Scene<'_>) -> Keyed {
        if let Some(effect) = self.typed(scene, |field| field.key(key)) {
            return Keyed::Typed(effect);
        }
        let key = plain(key);
        match (self.meaning(key, scene), key.code) {
            (Some(action), _) => Keyed::Meant(action, self.update(action, scene)),
            (None, KeyCode::Char(char)) if from_input_method(char) => Keyed::FromInputMethod,
            (None, _) => Keyed::Nothing,
        }
    }

    /// What an action does in the layer that it goes to; a box lets few actions through.
    pub fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        let in_box = self.top(scene).is_box();
        match self.top_mut(scene).update(action, scene) {
            Effect::PassOn if in_box && !action.works_over_boxes() => Effect::Nothing,
            effect => effect,
        }
    }

    /// A paste goes to the open field; outside of one it does nothing.
    pub fn paste(&mut self, text: &str, scene: &Scene<'_>) -> Effect {
        let typed = self.typed(scene, |field| field.paste(text));
        typed.unwrap_or(Effect::Nothing)
    }

    /// What the open field makes of an input; nothing where none is open or it is not for it.
    fn typed(
        &mut self,
        scene: &Scene<'_>,
        input: impl FnOnce(&mut Field) -> Answer,
    ) -> Option<Effect> {
        let top = self.top_mut(scene);
        match input(top.field()?) {
            Answer::PassOn => None,
            Answer::Kept => Some(Effect::Redraw),
            Answer::Edited => {
                top.edited(scene);
                Some(Effect::Redraw)
            }
            Answer::Refused(refusal) => Some(Effect::Refused(refusal)),
        }
    }

    /// Draws the panes where they stand, and the boxes above them, each before what has stepped
    /// back.
    pub fn draw(
        &self,
        scene: &Scene<'_>,
        placed: &[Placed],
        body: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let mut caret = None;
        let below = self.boxes.is_empty();
        for place in placed {
            let focused = place.focused && below;
            if scene.unreadable.is_some() {
                Unreadable::draw_as(place.pane, scene, place.area, focused, buf);
                continue;
            }
            let pane = self.panes.get(place.pane);
            let drawn = pane.draw(scene, place.area, focused, buf);
            caret = caret.or(drawn.filter(|_| focused));
        }
        for layer in &self.boxes {
            buf.set_style(body, scene.theme.behind);
            caret = layer.draw(scene, body, true, buf);
        }
        caret
    }

    /// What a click does: on a box what it says, on a pane what that says.
    pub fn click(&mut self, at: Position, placed: Placed, body: Rect, scene: &Scene<'_>) -> Effect {
        match self.boxes.last_mut() {
            Some(top) => top.click(at, body, true, scene),
            None if scene.unreadable.is_some() => Effect::Redraw,
            None => self
                .panes
                .get_mut(placed.pane)
                .click(at, placed.area, placed.focused, scene),
        }
    }
}

//! The screens as one machine: an input comes in, an edit goes to the store, a frame comes out.
//!
//! It knows no terminal and no clock: the loop ([`run`]) hands both in, and a test presses keys
//! as a person does. Nothing is drawn that has not changed.

mod anywhere;
mod chrome;
mod files;
#[cfg(test)]
pub(crate) mod harness;
mod opening;
mod run;
mod saving;
mod stage;
#[cfg(test)]
mod tests;
mod undo;

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::Constraint::{Fill, Length};
use ratatui::layout::{Layout, Position, Rect};
use ratatui::style::Style;

pub use run::{RunConfig, run};

use files::Files;
use stage::Stage;
use undo::{History, Way};

use super::action::Action;
use super::effect::{Edit, Effect, Message, Spot, Tone};
use super::field::Refusal;
use super::layers::{Keyed, Layers};
use super::panes::Panes;
use super::terminal::Copied;
use super::view::{Pane, SMALLEST, Screen};
use crate::domain::{Day, Language, Moment, WeekId};
use crate::i18n::cells::fit;
use crate::tui::names;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;

/// How long a message stands that says what was done.
const STANDS: Duration = Duration::from_secs(4);

/// The screens.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing, and all may hold together"
)]
struct App<F> {
    files: F,
    stage: Stage,
    layers: Layers,
    history: History,
    message: Option<(Message, Instant)>,
    /// An edit failed, and none was saved since.
    not_saved: bool,
    /// An edit that waits for another program to finish writing.
    waiting: Option<Waiting>,
    waiting_since: Option<Instant>,
    /// What was typed meanwhile, in its order.
    queue: VecDeque<Typed>,
    /// How far time has come that no clock can turn back; the loop says it.
    instant: Instant,
    /// A text for the clipboard.
    outbox: Option<String>,
    /// The screen, as large as it was last drawn.
    screen: Rect,
    dirty: bool,
    quits: bool,
    has_told_input_method: bool,
}

/// What waits for the lock.
enum Waiting {
    /// An edit, and whether the top layer asked for it.
    Edit(Edit, bool),
    Step(Way),
}

/// What a person typed while an edit waited.
enum Typed {
    Key(KeyEvent),
    Paste(String),
}

impl<F: Files> App<F> {
    /// Opens the screens where the week is.
    fn new(
        mut files: F,
        week: Option<WeekId>,
        asked: Option<Language>,
        theme: Theme,
        start: (Moment, u64),
    ) -> Self {
        let stage = Stage::new(&mut files, week, asked, theme, start);
        let mut app = Self {
            files,
            stage,
            layers: Layers::new(Panes::default()),
            history: History::default(),
            message: None,
            not_saved: false,
            waiting: None,
            waiting_since: None,
            queue: VecDeque::new(),
            instant: Instant::now(),
            outbox: None,
            screen: Rect::ZERO,
            dirty: true,
            quits: false,
            has_told_input_method: false,
        };
        app.open(week.is_some());
        app
    }

    /// A key was pressed.
    fn key(&mut self, key: KeyEvent, now: Moment) {
        if self.waiting.is_some() {
            if key.code == KeyCode::Esc {
                self.give_up();
            } else {
                self.queue.push_back(Typed::Key(key));
            }
            return;
        }
        self.begin(now);
        let scene = self.stage.scene();
        match self.layers.key(key, &scene) {
            Keyed::Typed(effect) => self.perform(effect, None),
            Keyed::Meant(action, effect) => self.perform(effect, Some(action)),
            Keyed::Nothing => {}
            Keyed::FromInputMethod => self.tell_input_method(),
        }
    }

    /// A text was pasted.
    fn paste(&mut self, text: &str, now: Moment) {
        if self.waiting.is_some() {
            self.queue.push_back(Typed::Paste(text.to_owned()));
            return;
        }
        self.begin(now);
        let effect = self.layers.paste(text, &self.stage.scene());
        self.perform(effect, None);
    }

    /// The mouse was used: a click focuses and checks, the wheel scrolls.
    fn mouse(&mut self, mouse: MouseEvent, now: Moment) {
        if self.waiting.is_some() {
            return;
        }
        let at = Position::new(mouse.column, mouse.row);
        match mouse.kind {
            MouseEventKind::ScrollUp => self.wheel(Action::Up, now),
            MouseEventKind::ScrollDown => self.wheel(Action::Down, now),
            MouseEventKind::Down(MouseButton::Left) => self.click(at, now),
            _ => {}
        }
    }

    fn wheel(&mut self, action: Action, now: Moment) {
        self.begin(now);
        let effect = self.layers.update(action, &self.stage.scene());
        self.perform(effect, Some(action));
    }

    fn click(&mut self, at: Position, now: Moment) {
        let (Some(screen), Some(placed)) = (
            Screen::of(self.screen),
            self.stage
                .view
                .pane_at(at, self.screen, self.asked(&self.stage.scene())),
        ) else {
            return;
        };
        self.begin(now);
        if !self.layers.has_boxes() {
            self.stage.view.show(placed.pane);
            self.dirty = true;
        }
        let scene = self.stage.scene();
        let effect = self.layers.click(at, placed, screen.body, &scene);
        self.perform(effect, None);
    }

    /// A new input: the last message has been read, and the next edit has fresh ids.
    fn begin(&mut self, now: Moment) {
        if self.message.take().is_some() {
            self.dirty = true;
        }
        self.stage.begin(now);
    }

    fn tell_input_method(&mut self) {
        if !self.has_told_input_method {
            self.has_told_input_method = true;
            self.say(Message::said(self.stage.words().messages.input_method));
        }
    }

    fn say(&mut self, message: Message) {
        self.message = Some((message, self.instant));
        self.dirty = true;
    }

    /// Does what a layer answered; `action` is what it was asked.
    fn perform(&mut self, effect: Effect, action: Option<Action>) {
        match effect {
            Effect::Nothing => {}
            Effect::Redraw => self.dirty = true,
            Effect::PassOn => {
                if let Some(action) = action {
                    let effect = self.anywhere(action);
                    self.perform_outside(effect);
                }
            }
            Effect::Change(edit) => self.edit(edit, true),
            Effect::Do(action) => self.act(action),
            effect => self.perform_outside(effect),
        }
    }

    /// Does what was answered outside of all layers.
    fn perform_outside(&mut self, effect: Effect) {
        match effect {
            Effect::Nothing | Effect::PassOn => return,
            Effect::Redraw => {}
            Effect::Change(edit) => self.edit(edit, false),
            Effect::Open(layer) => self.layers.open(layer),
            Effect::Replace(layer) => {
                self.layers.close();
                self.layers.open(layer);
            }
            Effect::Close => self.close(),
            Effect::Do(action) => self.act(action),
            Effect::Look(spot) => self.look_at(spot),
            Effect::Say(message) => self.say(message),
            Effect::Refused(refusal) => self.refuse(refusal),
            Effect::Speak(language) => self.stage.speak(Some(language)),
            Effect::Copy { text, said } => {
                self.outbox = Some(text);
                self.say(Message::said(said));
            }
            Effect::WritePlan(day) => self.write_plan(day),
            Effect::Quit => self.quits = true,
        }
        self.dirty = true;
    }

    /// Closes the boxes and does another action.
    fn act(&mut self, action: Action) {
        self.layers.close_all();
        self.dirty = true;
        let effect = self.layers.update(action, &self.stage.scene());
        match effect {
            Effect::Do(_) => {}
            effect => self.perform(effect, Some(action)),
        }
    }

    /// Closes the top box, and lets the layer below go on.
    fn close(&mut self) {
        if !self.layers.has_boxes() {
            return;
        }
        self.layers.close();
        if self.layers.has_boxes() {
            let scene = self.stage.scene();
            let top = self.layers.top_mut(&scene);
            let effect = top.uncovered(&scene);
            self.perform(effect, None);
        }
    }

    fn look_at(&mut self, spot: Spot) {
        self.layers.close_all();
        self.stage.view.show(spot.pane);
        self.stage.view.go_to(spot.day);
        self.stage.follow_view(&mut self.files);
        if let Some(row) = spot.select {
            self.layers.select(row);
        }
    }

    /// Writes a plan, with what stands in its open field, and ends the program. A plan that
    /// cannot be written is shown instead.
    fn write_plan(&mut self, day: Day) {
        self.look_at(Spot {
            pane: Pane::Goals,
            day,
            select: None,
        });
        let effect = self.layers.update(Action::SaveAll, &self.stage.scene());
        self.perform(effect, None);
        self.quits = self.layers.unwritten(&self.stage.scene()).is_none();
    }

    fn refuse(&mut self, refusal: Refusal) {
        let words = &self.stage.words().messages;
        let text = match refusal {
            Refusal::Control(char) => words.not_a_character(char.escape_unicode()),
            Refusal::TooLong(limit) => words.too_long(limit),
        };
        self.say(Message::failed(text));
    }
}

/// Time, other programs, and the frame.
impl<F: Files> App<F> {
    /// Time has passed that no clock can turn back.
    fn passes(&mut self, instant: Instant) {
        self.instant = instant;
    }

    /// A full minute has passed. Midnight is one like any other: the view moves to the new day
    /// only if it stood on the old one.
    fn tick(&mut self, now: Moment) {
        let view = self.stage.view;
        let until = self.stage.minutes_until_next();
        self.stage.now = now;
        self.stage.view.tick(now.day());
        self.stage.follow_view(&mut self.files);
        self.dirty |= self.stage.derive() || self.stage.view != view;
        self.dirty |= self.stage.minutes_until_next() != until;
    }

    /// Waits for what the first frame could do without; before any key.
    fn complete(&mut self) {
        self.dirty |= self.stage.complete(&mut self.files);
    }

    /// Shows what was read for a box meanwhile.
    fn take_arrivals(&mut self) {
        self.dirty |= self.layers.arrives();
    }

    /// Whether something is still being read.
    fn is_reading(&self) -> bool {
        self.layers.await_something()
    }

    /// Shows what another program has written; cursor and fields stay.
    fn look_at_files(&mut self) {
        let changed = self.files.changed();
        if changed > 0 {
            self.stage.reload(&mut self.files);
            let said = self.stage.words().messages.outside_edit(changed);
            self.say(Message::said(said));
        }
    }

    /// Takes a message away that has stood long enough, and says how long one may stand still.
    fn expire(&mut self) -> Option<Duration> {
        let (message, since) = self.message.as_ref()?;
        if message.tone == Tone::Failed {
            return None;
        }
        let stood = self.instant.saturating_duration_since(*since);
        let left = STANDS.checked_sub(stood).filter(|left| !left.is_zero());
        if left.is_none() {
            self.message = None;
            self.dirty = true;
        }
        left
    }

    /// Whether the screen is to be drawn; the answer is used up.
    fn take_dirty(&mut self) -> bool {
        std::mem::take(&mut self.dirty)
    }

    /// Says what became of a text besides what the terminal made of it, as long as nothing else
    /// was said or done.
    fn copied(&mut self, copied: Copied) {
        let words = &self.stage.words().messages;
        let stands = |(message, _): &(Message, Instant)| message.text == words.copied;
        if self.message.as_ref().is_some_and(stands) {
            self.say(Message::said(match copied {
                Copied::With(program) => words.copied_with(program),
                Copied::NotWith(program) => words.not_copied_with(program),
            }));
        }
    }

    /// A text that is to go to the clipboard.
    fn take_outbox(&mut self) -> Option<String> {
        self.outbox.take()
    }

    /// Whether the program is to end.
    fn quits(&self) -> bool {
        self.quits
    }

    /// What stands in the footer's place: that an edit waits, or the last message.
    fn standing_message(&self, scene: &Scene<'_>) -> Option<Message> {
        if self.tells_that_it_waits() {
            return Some(Message::said(scene.words.messages.waiting_here));
        }
        self.message.as_ref().map(|(message, _)| message.clone())
    }

    /// How wide the focused pane wants to be.
    fn asked(&self, scene: &Scene<'_>) -> u16 {
        self.layers.pane(scene).asked_width(scene)
    }

    /// Draws the last line: the keys, and the message beside them or, where it is long, in
    /// their place. A box has keys of its own.
    fn draw_footer(&self, scene: &Scene<'_>, footer: Rect, buf: &mut Buffer) {
        let message = self.standing_message(scene);
        let (room, said) = match &message {
            _ if self.layers.has_boxes() => (0, footer.width),
            Some(message) => chrome::shared(message, footer.width),
            None => (footer.width, 0),
        };
        let shares = [Length(room), Fill(1), Length(said)];
        let [keys, _, said] = Layout::horizontal(shares).areas(footer);
        if room > 0 {
            let place = self.layers.place(scene);
            let top = self.layers.top(scene);
            let word = |action| {
                let allowed = self.allows(action, scene);
                let usual = || names::hint(action, place, scene);
                allowed.then(|| top.hint(action, scene).unwrap_or_else(usual))
            };
            chrome::hints(scene, place, &word, keys, buf);
        }
        if let Some(message) = message {
            chrome::message(scene, &message, said, buf);
        }
    }

    /// Draws a whole frame, and gives the place of the caret.
    fn draw(&mut self, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.screen = area;
        let scene = self.stage.scene();
        let Some(screen) = Screen::of(area) else {
            let (width, height) = SMALLEST;
            let text = scene.words.header.too_small(width, height);
            let text = fit(&text, area.width.into());
            if !area.is_empty() {
                buf.set_string(area.x, area.y, text, Style::new());
            }
            return None;
        };
        chrome::header(&scene, self.not_saved, screen.header, buf);
        let placed = scene.view.layout(area, self.asked(&scene));
        let caret = self.layers.draw(&scene, &placed, screen.body, buf);
        self.draw_footer(&scene, screen.footer, buf);
        self.stage.theme.settle(buf);
        caret
    }
}

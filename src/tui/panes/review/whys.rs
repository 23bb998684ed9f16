//! Five whys: up to five lines, each asking why of the one before.
//!
//! The last line is what one can act on: one key makes an improvement of it. Where the miss
//! has no cause yet, that line becomes its cause, in the user's own words.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};

use super::asks;
use crate::domain::change::{Change, MissOf, ReviewChange};
use crate::domain::{Cause, LONGEST_LINE, MOST_WHYS};
use crate::i18n::cells;
use crate::tui::action::Action;
use crate::tui::dialogs::{Form, Formed, Frame, Line};
use crate::tui::edits::{in_week, said_of_week};
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

const WIDTH: u16 = 64;
const HEIGHT: u16 = 7;
const _: () = assert!(
    MOST_WHYS + 2 == HEIGHT as usize,
    "cause, lines, what is wrong"
);

/// What was missed, as the review has it.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) of: MissOf,
    /// In a few words.
    pub(super) what: String,
    /// Its cause in words; none was named yet.
    pub(super) cause: Option<String>,
    pub(super) whys: Vec<String>,
}

/// The box in which one asks why.
pub(super) struct Whys {
    asked: Asked,
    title: String,
    form: Form,
    /// Whether the last line becomes an improvement once the whys are on disk.
    turning: bool,
}

impl Whys {
    /// Open at the first line that is free.
    pub(super) fn new(asked: Asked, scene: &Scene<'_>) -> Self {
        let words = &scene.words.reflection;
        let line = |place: usize| {
            let label = if place == 0 {
                words.why_asked
            } else {
                words.why_that
            };
            let text = asked.whys.get(place).map_or("", String::as_str);
            (label, Line::text(text, LONGEST_LINE))
        };
        let mut form = Form::new((0..MOST_WHYS).map(line).collect());
        form.go_to(asked.whys.len().min(MOST_WHYS - 1));
        Self {
            title: words.whys_title(&asked.what),
            form,
            asked,
            turning: false,
        }
    }

    /// The lines that say something.
    fn whys(&self) -> Vec<String> {
        let lines = 0..MOST_WHYS;
        lines.filter_map(|line| self.form.optional(line)).collect()
    }

    /// Writes the whys where they are others than before.
    fn save(&self, scene: &Scene<'_>) -> Option<Effect> {
        let whys = self.whys();
        if whys == self.asked.whys {
            return None;
        }
        let of = self.asked.of.clone();
        let cause = self.asked.cause.is_none().then(|| ReviewChange::Cause {
            of: of.clone(),
            cause: Some(Cause::Other),
            note: whys.last().cloned(),
        });
        let asked = ReviewChange::Whys { of, whys };
        let changes = cause.into_iter().chain([asked]);
        let changes = changes.map(|change| in_week(scene.outlook.week, change));
        let said = scene.words.reflection.whys_said(&self.asked.what);
        let said = said_of_week(scene, &said);
        Some(Effect::change(Change::Several(changes.collect()), said))
    }

    /// An improvement of the last line.
    fn turn(&self, scene: &Scene<'_>) -> Effect {
        match self.whys().last() {
            Some(last) => Effect::Replace(asks::action_of(last, scene)),
            None => Effect::Close,
        }
    }
}

impl Layer for Whys {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        match action {
            Action::MakeAction => !self.whys().is_empty(),
            action => self.form.allows(action),
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        if !self.allows(action, scene) {
            return Effect::PassOn;
        }
        self.turning = action == Action::MakeAction;
        if self.turning {
            return self.save(scene).unwrap_or_else(|| self.turn(scene));
        }
        match self.form.update(action) {
            Formed::Save => self.save(scene).unwrap_or(Effect::Close),
            Formed::Leave => Effect::Close,
            Formed::Changed => Effect::Redraw,
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
        let hints = &scene.words.hints;
        let inside = Frame {
            title: &self.title,
            keys: &[
                ("Enter", hints.write),
                ("Tab", hints.next_field),
                ("ctrl-o", scene.words.reflection.make_action_hint),
                ("Esc", hints.cancel),
            ],
            size: (WIDTH, HEIGHT),
        }
        .draw(scene, area, buf);
        let [head, form] =
            Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(inside);
        let cause = self.asked.cause.as_deref().unwrap_or_default();
        let room = usize::from(head.width).saturating_sub(2);
        let cause = format!(" {}", cells::fit(cause, room));
        buf.set_string(head.x, head.y, cause, scene.theme.dim);
        self.form.draw(scene, form, buf)
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.form.field()
    }

    fn edited(&mut self, _scene: &Scene<'_>) {
        self.form.edited();
    }

    fn written(&mut self, scene: &Scene<'_>) -> Effect {
        if std::mem::take(&mut self.turning) {
            self.turn(scene)
        } else {
            Effect::Close
        }
    }
}

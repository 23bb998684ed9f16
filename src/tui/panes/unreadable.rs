//! What stands in the place of every pane while the week cannot be read.
//!
//! A week that could not be read looks like one in which nothing has happened, and must never
//! be taken for it: nothing is planned, counted or edited on it. One calm text says what is
//! wrong and where, that the file is left as it is, and what helps. Looking elsewhere works as
//! always, and once the file is good again the week is there by itself.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use crate::i18n::{Say, cells};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::view::Pane;

/// From this height on an empty line stands between two parts of the text.
const ROOMY: u16 = 14;

/// The layer that keys go to while the week cannot be read; it takes none.
pub struct Unreadable;

impl Unreadable {
    /// Draws the text in the place of a pane.
    pub fn draw_as(pane: Pane, scene: &Scene<'_>, area: Rect, focused: bool, buf: &mut Buffer) {
        let words = &scene.words.common;
        let name = match pane {
            Pane::Goals => words.goals,
            Pane::Today => words.today,
            Pane::Review => words.review,
        };
        let title = format!("{} {name}", pane.number());
        let inside = scene.frame(&title, focused, area, buf);
        let width = usize::from(inside.width).saturating_sub(4);
        let (plain, wrong) = (Style::new(), scene.theme.error);
        let words = &scene.words.unreadable;
        let why = scene.unreadable.map(|error| error.say(scene.language));
        let parts = [
            (words.cannot_be_read.to_owned(), plain),
            (why.unwrap_or_default(), wrong),
            (words.left_alone.to_owned(), plain),
            (words.doctor.to_owned(), plain),
            (words.other_weeks.to_owned(), plain),
        ];
        let mut rows = inside.rows().skip(usize::from(inside.height >= ROOMY));
        for (text, style) in parts {
            for line in cells::wrapped(&text, width) {
                let Some(row) = rows.next() else { return };
                buf.set_string(row.x + 2, row.y, line, style);
            }
            if inside.height >= ROOMY {
                rows.next();
            }
        }
    }
}

impl Layer for Unreadable {
    fn allows(&self, _action: Action, _scene: &Scene<'_>) -> bool {
        false
    }

    fn update(&mut self, _action: Action, _scene: &Scene<'_>) -> Effect {
        Effect::PassOn
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        Self::draw_as(scene.view.focus(), scene, area, focused, buf);
        None
    }

    fn is_box(&self) -> bool {
        false
    }
}

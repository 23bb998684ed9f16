//! Review: the week looked back on, live all week, and held when it is due.
//!
//! All blocks are rows of one list. On a row that has no cause yet the list of causes is open,
//! and digits are causes there; Esc closes it, Enter opens it on the others.

mod asks;
mod causes;
mod intent;
mod lines;
mod rows;
#[cfg(test)]
mod tests;
mod whys;

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Margin, Position, Rect};
use ratatui::text::Line;

use self::causes::{PAGE, lacks_cause};
use self::intent::Intent;
use self::lines::Lines;
use self::rows::{Row, is_held, rows};
use crate::domain::change::{Change, ReviewChange, SealWeek, WeekChange};
use crate::domain::{Cause, EventId, ImprovementId, LessonId, TaskId, WeekId};
use crate::planning::WeekState;
use crate::tui::action::Action;
use crate::tui::edits;
use crate::tui::effect::{Effect, Spot};
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::view::Pane;
use crate::tui::widgets::Cursor;

/// What Review remembers between frames.
#[derive(Debug, Default)]
pub struct Review {
    cursor: Cursor<Row>,
    /// Open tasks for which the user has chosen against what is proposed: to be carried or not.
    turned: Vec<TaskId>,
    /// The row whose list of causes was opened or closed by hand.
    list: Option<(Row, bool)>,
    /// Which nine of the causes are seen.
    page: usize,
    /// Whether the edit under way names a cause, after which the next row without one is due.
    naming: bool,
    /// Whether the question before sealing is open.
    sealing: bool,
    /// The week drawn last, and whether it was sealed.
    page_of: Cell<Option<(WeekId, bool)>>,
}

/// The mark stands before a line, and nothing touches the frame behind it.
fn line_width(inside: Rect) -> usize {
    usize::from(inside.width).saturating_sub(2)
}

impl Review {
    /// Whether a pane of that size has room for the means beside its results.
    pub fn has_means(area: Rect) -> bool {
        lines::is_wide(line_width(area.inner(Margin::new(1, 1))))
    }

    /// Selects an event, also one that is not there yet.
    pub fn select_event(&mut self, id: EventId) {
        self.cursor.select(Row::Event(id));
    }

    pub fn select_lesson(&mut self, id: LessonId) {
        self.cursor.select(Row::Lesson(id));
    }

    pub fn select_improvement(&mut self, id: ImprovementId) {
        self.cursor.select(Row::Action(id));
    }

    /// The rows on which the selection stops. It begins on the first that lacks a cause; a
    /// sealed week shares no row with an open one, and its first is what comes next.
    fn stops(&self, scene: &Scene<'_>) -> Vec<Row> {
        let rows = rows(scene.outlook).into_iter();
        let stops: Vec<_> = rows.filter(Row::is_selectable).collect();
        if scene.outlook.state == WeekState::Sealed {
            self.cursor.first_unless_found(&stops);
        } else if is_held(scene.outlook)
            && let Some(place) = stops.iter().position(|row| lacks_cause(row, scene))
        {
            self.cursor.begin_at(place);
        } else if let Some(place) = stops.iter().position(|row| !matches!(row, Row::Event(_))) {
            self.cursor.begin_at(place);
        }
        stops
    }

    /// Another week, or one sealed since, begins at its top. Nothing is asked about a sealed one,
    /// so that its figures come before the row that is selected.
    fn turn_page(&self, scene: &Scene<'_>) {
        let is_sealed = scene.outlook.state == WeekState::Sealed;
        let page = Some((scene.outlook.week, is_sealed));
        if self.page_of.replace(page) != page {
            self.cursor.show_from_top(is_sealed);
        }
    }

    fn selected(&self, scene: &Scene<'_>) -> Option<Row> {
        self.cursor.selected(&self.stops(scene)).cloned()
    }

    /// The question before sealing, which lists what will happen.
    fn sealing(&self, scene: &Scene<'_>) -> Box<dyn Layer> {
        let staying = self.staying(scene);
        let open = scene.outlook.review.open.iter();
        let carry = open
            .filter(|task| !staying.contains(task))
            .copied()
            .collect();
        let seal = SealWeek {
            week: scene.outlook.week,
            carry: Some(carry),
            at: scene.stamp.at,
        };
        let lines = Lines {
            scene,
            width: 0,
            staying: &staying,
        };
        asks::sealing(&seal, &lines.seal(), scene)
    }

    /// The open tasks that are not to be carried. What comes again next week by itself is
    /// proposed to stay.
    fn staying(&self, scene: &Scene<'_>) -> Vec<TaskId> {
        let next = scene.settings.occurrences(scene.outlook.week.next());
        let comes_again = |id: TaskId| {
            let task = scene.outlook.task(id);
            let repeat = task.and_then(|task| task.repeat);
            repeat.is_some_and(|repeat| next.values().any(|other| *other == repeat))
        };
        let open = scene.outlook.review.open.iter().copied();
        open.filter(|id| comes_again(*id) != self.turned.contains(id))
            .collect()
    }

    fn toggle(&mut self, id: TaskId) {
        match self.turned.iter().position(|task| *task == id) {
            Some(place) => {
                self.turned.remove(place);
            }
            None => self.turned.push(id),
        }
    }

    fn change(scene: &Scene<'_>, change: ReviewChange, said: &str) -> Effect {
        Effect::change(
            Change::Week(scene.outlook.week, WeekChange::Review(change)),
            edits::said_of_week(scene, said),
        )
    }

    /// Once a cause was named: on to the next row that has none.
    fn go_on(&mut self, scene: &Scene<'_>) {
        if !std::mem::take(&mut self.naming) {
            return;
        }
        (self.list, self.page) = (None, 0);
        let stops = self.stops(scene);
        let rows = stops.iter().enumerate().skip(self.cursor.place(&stops));
        let mut missing = rows.filter(|(_, row)| lacks_cause(row, scene));
        if let Some((next, _)) = missing.next() {
            self.cursor.select_place(next, &stops);
        }
    }
}

impl Layer for Review {
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        self.intent(action, scene).is_some()
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        let stops = self.stops(scene);
        let Some(intent) = self.intent(action, scene) else {
            return Effect::PassOn;
        };
        match intent {
            Intent::Move => {
                self.cursor.go(action, &stops);
                (self.list, self.page) = (None, 0);
                Effect::Redraw
            }
            Intent::List(open) => {
                self.list = self.selected(scene).map(|row| (row, open));
                self.page = 0;
                Effect::Redraw
            }
            Intent::NextPage => {
                let pages = scene.outlook.review.causes.len().div_ceil(PAGE).max(1);
                self.page = (self.page + 1) % pages;
                Effect::Redraw
            }
            Intent::Cause(of, Cause::Other) => {
                self.naming = true;
                Effect::Open(asks::other_cause(of, scene))
            }
            Intent::Cause(of, cause) => {
                self.naming = true;
                let said = scene.words.name(cause);
                Self::change(
                    scene,
                    ReviewChange::Cause {
                        of,
                        cause: Some(cause),
                        note: None,
                    },
                    said,
                )
            }
            Intent::Helped(improvement, answer) => {
                self.naming = true;
                let mut asked = scene.outlook.review.asked.iter();
                let asked = asked.find(|asked| asked.improvement.id == improvement);
                let asked = asked.map_or("", |asked| asked.improvement.text.as_str());
                let answered = scene.words.name(answer);
                let said = scene.words.common.reason(asked, answered);
                let helped = ReviewChange::Helped {
                    improvement,
                    answer: Some(answer),
                    note: None,
                };
                Self::change(scene, helped, &said)
            }
            Intent::Toggle(id) => {
                self.toggle(id);
                Effect::Redraw
            }
            Intent::Remove(change) => {
                Self::change(scene, change, scene.words.messages.line_removed)
            }
            Intent::Ask(layer) => {
                self.sealing = action == Action::Seal;
                Effect::Open(layer)
            }
            Intent::Do(Action::Add) => self.update(Action::Add, scene),
            Intent::Do(Action::Seal) => self.update(Action::Seal, scene),
            Intent::Do(action) => Effect::Do(action),
            Intent::Plan => Effect::Look(Spot {
                pane: Pane::Goals,
                day: scene.outlook.week.next().monday(),
                select: None,
            }),
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let title = format!(
            "3 {} {} {}",
            scene.words.common.review,
            scene.theme.glyphs.dot,
            scene.words.review.week(scene.outlook.week.number()),
        );
        let inside = scene.frame(&title, focused, area, buf);
        let width = line_width(inside);
        let lines = Lines {
            scene,
            width,
            staying: &self.staying(scene),
        };
        let selected = self.selected(scene);
        let listed = self.listed(scene);
        let mark_at = selected.as_ref().map_or(0, |row| lines.indent(row));
        let mut drawn: Vec<(Line<'static>, bool)> = lines.before();
        let mut seen = (0, 0);
        for row in rows(scene.outlook) {
            let is_selected = Some(&row) == selected.as_ref();
            let begins = drawn.len();
            let of_row = lines.lines(&row).into_iter();
            drawn.extend(of_row.map(|line| (line, is_selected)));
            if is_selected {
                seen = (begins, drawn.len().saturating_sub(1));
            }
            if Some(&row) == listed.as_ref() && focused {
                let choices = self.choices(&row, scene, width);
                drawn.extend(choices.into_iter().map(|line| (line, false)));
                seen.1 = drawn.len() - 1;
            }
        }
        drawn.extend(lines.after());
        let height = usize::from(inside.height);
        self.turn_page(scene);
        let stops = self.stops(scene);
        let first = self.cursor.scroll_around(&stops, seen, drawn.len(), height);
        let used = u16::try_from(drawn.len()).unwrap_or(u16::MAX);
        if used < inside.height {
            lines.chart(
                Rect {
                    y: inside.y + used,
                    height: inside.height - used,
                    ..inside
                },
                buf,
            );
        }
        let shown = drawn.into_iter().enumerate().skip(first);
        for ((at, (line, is_selected)), place) in shown.zip(inside.rows()) {
            buf.set_line(place.x + 1, place.y, &line, place.width.saturating_sub(1));
            if is_selected {
                buf.set_style(place, scene.row_style(true, focused));
            }
            if is_selected && at == seen.0 {
                let mark = scene.theme.glyphs.selected;
                buf.set_string(place.x + mark_at, place.y, mark, scene.theme.title);
            }
        }
        None
    }

    fn written(&mut self, scene: &Scene<'_>) -> Effect {
        self.go_on(scene);
        Effect::Redraw
    }

    fn uncovered(&mut self, scene: &Scene<'_>) -> Effect {
        self.go_on(scene);
        // Sealed: on to the plan of the next week.
        if std::mem::take(&mut self.sealing) && scene.outlook.state == WeekState::Sealed {
            self.cursor.select(Row::NextWeek);
        }
        Effect::Redraw
    }

    fn is_box(&self) -> bool {
        false
    }

    fn takes_digits(&self, scene: &Scene<'_>) -> bool {
        self.listed(scene).is_some()
    }

    fn hint(&self, action: Action, scene: &Scene<'_>) -> Option<&'static str> {
        let words = scene.words;
        let row = self.selected(scene)?;
        match (action, &row) {
            (Action::Choose(1) | Action::EditLine, Row::Asked(_)) => Some(words.review.answer),
            (Action::Choose(1) | Action::EditLine, Row::Open(_) | Row::Missed(_)) => {
                Some(words.review.cause)
            }
            (Action::Carry, Row::Open(id)) if !self.staying(scene).contains(id) => {
                Some(words.hints.skip)
            }
            (Action::Back, _) => {
                let listed = self.listed(scene).is_some();
                Some(if listed { words.hints.close } else { "" })
            }
            _ => None,
        }
    }
}

//! Review: the week looked back on.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::MetricId;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::widgets::Cursor;

/// What Review remembers between frames.
#[derive(Debug, Default)]
pub struct Review {
    cursor: Cursor<MetricId>,
}

impl Layer for Review {
    fn allows(&self, action: Action, scene: &Scene<'_>) -> bool {
        Cursor::allows(action, &rows(scene))
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        if self.cursor.go(action, &rows(scene)) {
            Effect::Redraw
        } else {
            Effect::PassOn
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let inside = scene.frame("Review", focused, area, buf);
        let rows = rows(scene);
        let place = self.cursor.place(&rows);
        let first = self
            .cursor
            .scroll((place, place), rows.len(), inside.height.into());
        let shown = scene.outlook.metrics.iter().enumerate().skip(first);
        for ((at, metric), line) in shown.zip(inside.rows()) {
            let style = scene.row_style(at == place, focused);
            let text = format!("{} {}", metric.name, scene.style(metric).exact(metric.done));
            buf.set_stringn(line.x, line.y, text, line.width.into(), style);
        }
        None
    }

    fn written(&mut self, _scene: &Scene<'_>) -> Effect {
        Effect::Redraw
    }

    fn is_box(&self) -> bool {
        false
    }
}

/// One row for each metric.
fn rows(scene: &Scene<'_>) -> Vec<MetricId> {
    let metrics = scene.outlook.metrics.iter();
    metrics.map(|metric| metric.id.clone()).collect()
}

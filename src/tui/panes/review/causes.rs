//! The list of causes below a row: digits are causes while it is open.

use ratatui::text::Line;

use super::Review;
use super::rows::{Row, is_held};
use crate::domain::Answer;
use crate::i18n::cells;
use crate::tui::scene::Scene;

/// How many causes a digit reaches at a time.
pub(super) const PAGE: usize = 9;

impl Review {
    /// The row whose list of causes is open.
    pub(super) fn listed(&self, scene: &Scene<'_>) -> Option<Row> {
        if !is_held(scene.outlook) {
            return None;
        }
        let row = self.selected(scene)?;
        let takes_one = matches!(row, Row::Open(_) | Row::Missed(_) | Row::Asked(_));
        let by_hand = self.list.as_ref().filter(|(listed, _)| *listed == row);
        let open = by_hand.map_or_else(|| lacks_cause(&row, scene), |(_, open)| *open);
        (takes_one && open).then_some(row)
    }

    /// The list of causes below the selected row.
    pub(super) fn choices(&self, row: &Row, scene: &Scene<'_>, width: usize) -> Vec<Line<'static>> {
        let asks_whether = matches!(row, Row::Asked(_));
        let names: Vec<&str> = if asks_whether {
            [Answer::Yes, Answer::Partly, Answer::No]
                .map(|answer| scene.words.name(answer))
                .into()
        } else {
            let causes = scene.outlook.review.causes.iter();
            let page = causes.skip(self.page * PAGE).take(PAGE);
            page.map(|cause| scene.words.name(*cause)).collect()
        };
        let mut labels: Vec<_> = names
            .iter()
            .zip(1..)
            .map(|(name, digit)| format!("{digit} {name}"))
            .collect();
        if !asks_whether {
            let (more, why) = (
                scene.words.review.more_causes,
                scene.words.reflection.ask_why_hint,
            );
            labels.push(format!("0 {more}  {} {why}", scene.theme.glyphs.right));
        }
        columns(&labels, width, scene)
    }
}

/// Whether a row asks why, or whether something helped, and has no answer yet.
pub(super) fn lacks_cause(row: &Row, scene: &Scene<'_>) -> bool {
    let review = &scene.outlook.review;
    match row {
        Row::Open(id) => {
            let mut tasks = scene.outlook.tasks.iter();
            tasks.any(|task| task.id == *id && task.cause.is_none())
        }
        Row::Missed(id) => review
            .missed
            .iter()
            .any(|miss| miss.metric == *id && miss.cause.is_none()),
        Row::Asked(id) => {
            let mut asked = review.asked.iter();
            asked.any(|asked| asked.improvement.id == *id && asked.helped.is_none())
        }
        _ => false,
    }
}

/// Labels below one another in as many columns as there is room for.
fn columns(labels: &[String], width: usize, scene: &Scene<'_>) -> Vec<Line<'static>> {
    let widest = labels
        .iter()
        .map(|label| cells::width(label))
        .max()
        .unwrap_or(0)
        + 2;
    let count = (width.saturating_sub(4) / widest).clamp(1, 4);
    let rows = labels.chunks(count).map(|labels| {
        let cells = labels.iter().map(|label| cells::pad_right(label, widest));
        Line::styled(
            format!("    {}", cells.collect::<String>()),
            scene.theme.key,
        )
    });
    rows.collect()
}

//! What keys mean on the rows of the review.

use super::Review;
use super::asks;
use super::causes::PAGE;
use super::lines::Lines;
use super::rows::{Row, can_be_sealed, is_held};
use super::whys::Whys;
use crate::domain::change::{MissOf, ReviewChange};
use crate::domain::{Answer, Cause, ImprovementId, TaskId};
use crate::planning::WeekState;
use crate::tui::action::Action;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::widgets::Cursor;

/// What an action means on the selected row.
pub(super) enum Intent {
    Move,
    List(bool),
    NextPage,
    Cause(MissOf, Cause),
    Helped(ImprovementId, Answer),
    Toggle(TaskId),
    Remove(ReviewChange),
    Ask(Box<dyn Layer>),
    Do(Action),
    /// On to the plan of next week.
    Plan,
}

impl Review {
    /// What an action means now; `None`: it is not for this pane.
    pub(super) fn intent(&self, action: Action, scene: &Scene<'_>) -> Option<Intent> {
        if Cursor::allows(action, &self.stops(scene)) {
            return Some(Intent::Move);
        }
        let row = self.selected(scene)?;
        let listed = self.listed(scene).is_some();
        match action {
            Action::Choose(digit) if listed => self.choose(digit, &row, scene),
            Action::Back if listed => Some(Intent::List(false)),
            Action::AskWhy => Self::whys(&row, scene),
            Action::EditLine if !listed => Self::edit(&row, scene),
            Action::Carry => match row {
                Row::Open(id) if is_held(scene.outlook) => Some(Intent::Toggle(id)),
                _ => None,
            },
            Action::RemoveLine => Self::removal(&row, scene).map(Intent::Remove),
            Action::Add if scene.outlook.state != WeekState::Sealed => {
                Some(Intent::Ask(Box::new(asks::what_to_add(scene))))
            }
            Action::Seal if can_be_sealed(scene.outlook) => Some(Intent::Ask(self.sealing(scene))),
            _ => None,
        }
    }

    fn choose(&self, digit: u8, row: &Row, scene: &Scene<'_>) -> Option<Intent> {
        if let Row::Asked(id) = row {
            let answer = match digit {
                1 => Answer::Yes,
                2 => Answer::Partly,
                3 => Answer::No,
                _ => return None,
            };
            return Some(Intent::Helped(*id, answer));
        }
        let causes = &scene.outlook.review.causes;
        let Some(place) = usize::from(digit).checked_sub(1) else {
            return (causes.len() > PAGE).then_some(Intent::NextPage);
        };
        let cause = *causes.get(self.page * PAGE + place)?;
        let of = match row {
            Row::Open(id) => MissOf::Task(*id),
            Row::Missed(metric) => MissOf::Metric(metric.clone()),
            _ => return None,
        };
        Some(Intent::Cause(of, cause))
    }

    fn edit(row: &Row, scene: &Scene<'_>) -> Option<Intent> {
        match row {
            Row::Asked(_) | Row::Open(_) | Row::Missed(_) => {
                is_held(scene.outlook).then_some(Intent::List(true))
            }
            Row::Lesson(id) => {
                let lesson = scene
                    .outlook
                    .lessons
                    .iter()
                    .find(|lesson| lesson.id == *id)?;
                Some(Intent::Ask(asks::lesson(lesson, scene)))
            }
            Row::Action(id) => {
                let action = scene
                    .outlook
                    .improvements
                    .iter()
                    .find(|action| action.id == *id)?;
                Some(Intent::Ask(asks::action(action, scene)))
            }
            Row::New => Some(Intent::Do(Action::Add)),
            Row::Seal => Some(Intent::Do(Action::Seal)),
            Row::NextWeek => Some(Intent::Plan),
            Row::CopyReport => Some(Intent::Do(Action::CopyReport)),
            Row::Reopen => Some(Intent::Do(Action::Reopen)),
            _ => None,
        }
    }

    /// The box that asks why something was missed: what the row says, else the largest miss.
    fn whys(row: &Row, scene: &Scene<'_>) -> Option<Intent> {
        let lines = Lines {
            scene,
            width: 0,
            staying: &[],
        };
        let asked = lines.why_of(row).filter(|_| is_held(scene.outlook))?;
        Some(Intent::Ask(Box::new(Whys::new(asked, scene))))
    }

    fn removal(row: &Row, scene: &Scene<'_>) -> Option<ReviewChange> {
        let no_cause = |of| ReviewChange::Cause {
            of,
            cause: None,
            note: None,
        };
        match row {
            Row::Lesson(id) => Some(ReviewChange::RemoveLesson(*id)),
            Row::Action(id) => Some(ReviewChange::RemoveImprovement(*id)),
            Row::Open(id) => {
                let mut tasks = scene.outlook.tasks.iter();
                let named = tasks.any(|task| task.id == *id && task.cause.is_some());
                named.then(|| no_cause(MissOf::Task(*id)))
            }
            Row::Missed(id) => {
                let mut missed = scene.outlook.review.missed.iter();
                let named = missed.any(|miss| miss.metric == *id && miss.cause.is_some());
                named.then(|| no_cause(MissOf::Metric(id.clone())))
            }
            _ => None,
        }
    }
}

//! Edits of the review's words, and taking its seal off.

use super::{ChangeError, Noun};
use crate::domain::{
    Answer, Cause, Day, Helped, Improvement, ImprovementId, Lesson, LessonId, MetricId, Miss,
    Moment, TaskId, Week, line,
};

/// One edit of the review's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewChange {
    /// Names the cause of a miss, or takes it away.
    Cause {
        /// Of what.
        of: MissOf,
        /// Why; `None` takes it away.
        cause: Option<Cause>,
        /// In the user's words.
        note: Option<String>,
    },
    /// Adds a lesson, or says the one of that id anew.
    Lesson(Lesson),
    /// Takes a lesson away.
    RemoveLesson(LessonId),
    /// Adds an improvement, or says the one of that id anew.
    Improvement(Improvement),
    /// Takes an improvement away.
    RemoveImprovement(ImprovementId),
    /// Says whether an earlier improvement helped.
    Helped {
        /// Which.
        improvement: ImprovementId,
        /// The answer; `None` takes it back.
        answer: Option<Answer>,
        /// In the user's words.
        note: Option<String>,
    },
    /// Takes the seal off.
    Reopen {
        /// When.
        at: Moment,
    },
}

/// What was missed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MissOf {
    /// A target.
    Metric(MetricId),
    /// A task.
    Task(TaskId),
}

impl ReviewChange {
    pub(super) fn opens(&self) -> bool {
        matches!(self, Self::Reopen { .. })
    }

    pub(super) fn apply(self, week: &mut Week) -> Result<(), ChangeError> {
        match self {
            Self::Cause { of, cause, note } => set_cause(week, of, cause, note.as_deref()),
            Self::Lesson(lesson) => {
                let lesson = Lesson {
                    text: line(&lesson.text)?,
                    ..lesson
                };
                put(&mut week.review.lessons, lesson, |lesson| lesson.id);
                Ok(())
            }
            Self::RemoveLesson(id) => {
                let gone = ChangeError::Gone {
                    noun: Noun::Lesson,
                    id: id.0,
                    week: week.week,
                };
                take(&mut week.review.lessons, |lesson| lesson.id == id, gone)
            }
            Self::Improvement(action) => set_improvement(week, &action),
            Self::RemoveImprovement(id) => {
                let gone = ChangeError::Gone {
                    noun: Noun::Improvement,
                    id: id.0,
                    week: week.week,
                };
                take(
                    &mut week.review.improvements,
                    |action| action.id == id,
                    gone,
                )
            }
            Self::Helped {
                improvement,
                answer,
                note,
            } => {
                let note = note.as_deref().map(line).transpose()?;
                match answer {
                    Some(helped) => put(
                        &mut week.review.helped,
                        Helped {
                            improvement,
                            helped,
                            note,
                        },
                        |answer| answer.improvement,
                    ),
                    None => week
                        .review
                        .helped
                        .retain(|answer| answer.improvement != improvement),
                }
                Ok(())
            }
            Self::Reopen { at } => match week.sealed.last_mut() {
                Some(seal) if seal.reopened.is_none() => {
                    seal.reopened = Some(at);
                    Ok(())
                }
                Some(_) | None => Err(ChangeError::NotSealed(week.week)),
            },
        }
    }
}

fn set_cause(
    week: &mut Week,
    of: MissOf,
    cause: Option<Cause>,
    note: Option<&str>,
) -> Result<(), ChangeError> {
    let note = note.map(line).transpose()?;
    let (metric, task) = match of {
        MissOf::Metric(metric) if week.target_amount(&metric).is_none() => {
            return Err(ChangeError::NoTarget(metric));
        }
        MissOf::Metric(metric) => (Some(metric), None),
        MissOf::Task(task) if week.task(task).is_none() => {
            return Err(ChangeError::Gone {
                noun: Noun::Task,
                id: task.0,
                week: week.week,
            });
        }
        MissOf::Task(task) => (None, Some(task)),
    };
    match cause {
        Some(cause) => put(
            &mut week.review.misses,
            Miss {
                metric,
                task,
                cause,
                note,
            },
            |miss| (miss.metric.clone(), miss.task),
        ),
        None => week
            .review
            .misses
            .retain(|miss| miss.metric != metric || miss.task != task),
    }
    Ok(())
}

fn set_improvement(week: &mut Week, action: &Improvement) -> Result<(), ChangeError> {
    let next = week.week.next();
    let in_next_week = |day: &Day| next.contains(*day);
    if let Some(day) = action.day.filter(|day| !in_next_week(day)) {
        return Err(ChangeError::NotNextWeek { day, next });
    }
    let text = line(&action.text)?;
    let measure = action.measure.as_deref().map(line).transpose()?;
    let (id, day) = (action.id, action.day);
    let action = Improvement {
        id,
        text,
        day,
        measure,
    };
    put(&mut week.review.improvements, action, |action| action.id);
    Ok(())
}

/// Puts a record in the place of the one of the same name, else at the end.
fn put<T, K: PartialEq>(list: &mut Vec<T>, item: T, name: impl Fn(&T) -> K) {
    match list.iter_mut().find(|old| name(old) == name(&item)) {
        Some(old) => *old = item,
        None => list.push(item),
    }
}

fn take<T>(
    list: &mut Vec<T>,
    is_it: impl Fn(&T) -> bool,
    gone: ChangeError,
) -> Result<(), ChangeError> {
    let place = list.iter().position(is_it).ok_or(gone)?;
    list.remove(place);
    Ok(())
}

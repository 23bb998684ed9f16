//! Edits of the review's words, and taking its seal off.

use super::{ChangeError, Noun};
use crate::domain::{
    Answer, Cause, Day, Helped, Id, Improvement, ImprovementId, Lesson, LessonId, MOST_WHYS,
    MetricId, Miss, Moment, Task, TaskId, TaskState, Week, line,
};

/// One edit of the review's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewChange {
    /// Names the cause of a miss, or takes it away. Of a skipped task it is the task's own,
    /// and becomes *other* when it is taken away.
    Cause {
        /// Of what.
        of: MissOf,
        /// Why; `None` takes it away.
        cause: Option<Cause>,
        /// In the user's words.
        note: Option<String>,
    },
    /// Says why a miss came to its cause, and why that; none takes it back.
    Whys {
        /// Of what. Its cause stands in the review: a skipped task has its own.
        of: MissOf,
        /// Up to [`MOST_WHYS`], each asking of the one before.
        whys: Vec<String>,
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
            Self::Whys { of, whys } => set_whys(week, &of, &whys),
            Self::Lesson(lesson) => {
                let lesson = Lesson {
                    text: line(&lesson.text)?,
                    ..lesson
                };
                put(&mut week.review.lessons, lesson, |lesson| lesson.id);
                Ok(())
            }
            Self::RemoveLesson(id) => {
                let gone = gone(week, Noun::Lesson, id.0);
                take(&mut week.review.lessons, |lesson| lesson.id == id, gone)
            }
            Self::Improvement(action) => set_improvement(week, &action),
            Self::RemoveImprovement(id) => {
                let gone = gone(week, Noun::Improvement, id.0);
                let actions = &mut week.review.improvements;
                take(actions, |action| action.id == id, gone)
            }
            Self::Helped {
                improvement,
                answer,
                note,
            } => set_helped(week, improvement, answer, note.as_deref()),
            Self::Reopen { at } => reopen(week, at),
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
            let week = week.week;
            return Err(ChangeError::NoTarget { metric, week });
        }
        MissOf::Metric(metric) => (Some(metric), None),
        MissOf::Task(id) => match &mut task_mut(week, id)?.state {
            TaskState::Open | TaskState::Moved { .. } => (None, Some(id)),
            TaskState::Done { .. } => return Err(ChangeError::NotOpen(id.0)),
            TaskState::Skipped {
                cause: own,
                note: own_note,
                ..
            } => {
                (*own, *own_note) = (cause.unwrap_or(Cause::Other), note);
                return Ok(());
            }
        },
    };
    let misses = &mut week.review.misses;
    let known = |miss: &Miss| miss.metric == metric && miss.task == task;
    match (cause, misses.iter_mut().find(|miss| known(miss))) {
        (Some(cause), Some(miss)) => (miss.cause, miss.note) = (cause, note),
        (Some(cause), None) => misses.push(Miss {
            metric,
            task,
            cause,
            note,
            whys: Vec::new(),
        }),
        (None, _) => misses.retain(|miss| !known(miss)),
    }
    Ok(())
}

fn set_whys(week: &mut Week, of: &MissOf, whys: &[String]) -> Result<(), ChangeError> {
    if whys.len() > MOST_WHYS {
        return Err(ChangeError::TooManyWhys(whys.len()));
    }
    let whys = whys.iter().map(|why| line(why)).collect::<Result<_, _>>()?;
    let mut misses = week.review.misses.iter_mut();
    let miss = misses.find(|miss| match of {
        MissOf::Metric(metric) => miss.metric.as_ref() == Some(metric),
        MissOf::Task(task) => miss.task == Some(*task),
    });
    miss.ok_or(ChangeError::NoCause)?.whys = whys;
    Ok(())
}

fn task_mut(week: &mut Week, id: TaskId) -> Result<&mut Task, ChangeError> {
    let gone = gone(week, Noun::Task, id.0);
    week.tasks.iter_mut().find(|task| task.id == id).ok_or(gone)
}

fn set_helped(
    week: &mut Week,
    improvement: ImprovementId,
    answer: Option<Answer>,
    note: Option<&str>,
) -> Result<(), ChangeError> {
    let note = note.map(line).transpose()?;
    let answers = &mut week.review.helped;
    match answer {
        Some(helped) => put(
            answers,
            Helped {
                improvement,
                helped,
                note,
            },
            |answer| answer.improvement,
        ),
        None => answers.retain(|answer| answer.improvement != improvement),
    }
    Ok(())
}

fn reopen(week: &mut Week, at: Moment) -> Result<(), ChangeError> {
    match week.sealed.last_mut() {
        Some(seal) if seal.reopened.is_none() => {
            seal.reopened = Some(at);
            Ok(())
        }
        Some(_) | None => Err(ChangeError::NotSealed(week.week)),
    }
}

fn gone(week: &Week, noun: Noun, id: Id) -> ChangeError {
    let week = week.week;
    ChangeError::Gone { noun, id, week }
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

#[cfg(test)]
mod tests;

//! Edits of repeats: work that comes again and again.

use crate::domain::change::patch::records;
use crate::domain::change::{ChangeError, Noun, task};
use crate::domain::{
    CalendarSettings, Day, MOST_REPEATS, Occurrence, Repeat, RepeatId, Settings, TaskId, Week,
};

/// Over how many weeks a day off can move an occurrence, at most.
const WEEKS_IN_REACH: usize = 6;

/// One edit of the work that comes again and again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RepeatChange {
    /// Adds a repeat.
    Add(Box<Repeat>),
    /// Ends it: the rule names no day after `last`. One that begins later is taken away.
    ///
    /// What was touched of it stays in its week.
    End {
        /// Which.
        id: RepeatId,
        /// The last day that the rule may name.
        last: Day,
    },
    /// Removes one occurrence.
    Except {
        /// Of which repeat.
        id: RepeatId,
        /// The occurrence's nominal day.
        nominal: Day,
    },
}

impl RepeatChange {
    pub(super) fn apply(self, settings: &mut Settings) -> Result<(), ChangeError> {
        match self {
            Self::Add(repeat) => add(settings, *repeat),
            Self::End { id, last } => end(settings, id, last),
            Self::Except { id, nominal } => {
                find(settings, id)?.except.insert(nominal);
                Ok(())
            }
        }
    }
}

fn add(settings: &mut Settings, mut repeat: Repeat) -> Result<(), ChangeError> {
    if settings.repeat(repeat.id).is_some() {
        let (noun, id) = (Noun::Repeat, repeat.id.0);
        return Err(ChangeError::Taken { noun, id });
    }
    if settings.repeats.len() >= MOST_REPEATS {
        return Err(ChangeError::TooManyRepeats);
    }
    let from = repeat.from;
    if let Some(until) = repeat.until.filter(|until| *until < from) {
        return Err(ChangeError::EndsTooEarly { from, until });
    }
    // A task of its first day is judged as any other.
    let mut week = Week::new(from.week());
    let task = repeat
        .work
        .task(TaskId(repeat.id.0), Some(from), repeat.added);
    let task = task::checked(task, &week)?;
    task::counts(&task, &mut week, settings)?;
    repeat.work.title = task.title;
    repeat.work.customer = task.customer;
    if repeat.series.is_none() {
        leave_out_what_comes_earlier(settings, &mut repeat);
    }
    settings.repeats.push(repeat);
    Ok(())
}

/// A day off may move the first occurrence to before the repeat begins; nobody asked for that.
fn leave_out_what_comes_earlier(settings: &Settings, repeat: &mut Repeat) {
    let weeks = std::iter::successors(Some(repeat.from.week()), |week| week.plus(-1));
    let occurrences = weeks
        .take(WEEKS_IN_REACH)
        .flat_map(|week| repeat.occurrences(week, &settings.calendar));
    let earlier = occurrences.filter(|its| its.day < repeat.from);
    let earlier: Vec<Day> = earlier.map(|its| its.nominal).collect();
    repeat.except.extend(earlier);
}

fn end(settings: &mut Settings, id: RepeatId, last: Day) -> Result<(), ChangeError> {
    let repeat = find(settings, id)?;
    if last < repeat.from {
        settings.repeats.retain(|repeat| repeat.id != id);
    } else {
        let until = repeat.until.map_or(last, |until| until.min(last));
        repeat.until = Some(until);
    }
    Ok(())
}

/// An occurrence that was touched stays on its day though that is off now: no other week is to
/// bring it once more.
pub(super) fn leave_touched_where_they_are(
    settings: &mut Settings,
    weeks: &[Week],
    before: &CalendarSettings,
) {
    for repeat in &mut settings.repeats {
        for week in weeks {
            let now = repeat.occurrences(week.week, &settings.calendar);
            let gone = |its: &Occurrence| now.iter().all(|other| other.nominal != its.nominal);
            let left = repeat
                .occurrences(week.week, before)
                .into_iter()
                .filter(gone);
            let left = left.map(|its| its.nominal);
            let left = left.filter(|nominal| week.task(repeat.task_id(*nominal)).is_some());
            let left: Vec<Day> = left.collect();
            repeat.except.extend(left);
        }
    }
}

/// Puts back the repeats that an edit changed, where they are as it left them.
pub(super) fn put_back(
    settings: &mut Settings,
    found: &[Repeat],
    put: &[Repeat],
) -> Result<(), ChangeError> {
    for (at, swap) in records(found, put, |repeat| repeat.id) {
        let id = |repeat: &Repeat| repeat.id;
        swap.place(&mut settings.repeats, at, id, Noun::Repeat)?;
    }
    Ok(())
}

fn find(settings: &mut Settings, id: RepeatId) -> Result<&mut Repeat, ChangeError> {
    let repeat = settings.repeats.iter_mut().find(|repeat| repeat.id == id);
    repeat.ok_or(ChangeError::NoRepeat(id.0))
}

//! How the task box makes a task come again, and what an edit of one occurrence means for
//! those that follow.

use crate::domain::change::{Change, RepeatChange, SettingsChange, TaskChange};
use crate::domain::{
    ByDay, ChosenDays, Day, Occurrence, OnDayOff, Repeat, RepeatId, Rule, Task, Week, Work,
};
use crate::i18n::{ReadError, read_rule, rule_name};
use crate::tui::edits::in_week;
use crate::tui::scene::Scene;

/// The rules that a digit names, for a task of that day.
fn usual(day: Day) -> Vec<Rule> {
    let weekday = day.weekday();
    let days = ByDay::from_fn(|other| other == weekday);
    let every_second = ChosenDays::new(days, 2).map(Rule::Weekdays);
    [Rule::Workdays, Rule::weekly(weekday)]
        .into_iter()
        .chain(every_second)
        .chain([
            Rule::FirstOfWeek,
            Rule::LastOfWeek,
            Rule::FirstOfMonth,
            Rule::LastOfMonth,
        ])
        .collect()
}

/// What the digits mean: `1 every working day`.
pub(super) fn list(day: Day, scene: &Scene<'_>) -> Vec<String> {
    let rules = usual(day).into_iter().zip(1..);
    rules
        .map(|(rule, digit)| format!("{digit} {}", rule_name(scene.language, rule)))
        .collect()
}

/// A rule by its digit or in words; none where the field is empty.
pub(super) fn read(text: &str, day: Day) -> Result<Option<Rule>, ReadError> {
    if text.is_empty() {
        return Ok(None);
    }
    let digit = text.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    match digit.and_then(|place| usual(day).get(place).copied()) {
        Some(rule) => Ok(Some(rule)),
        None => read_rule(text).map(Some),
    }
}

/// On which days a task comes, as its box says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pattern {
    pub(super) rule: Rule,
    pub(super) off: OnDayOff,
}

impl Pattern {
    fn repeat(self, task: &Task, from: Day, scene: &Scene<'_>) -> Repeat {
        let id = RepeatId(scene.stamp.id(1));
        Repeat {
            off: self.off,
            ..Repeat::new(id, self.rule, from, Work::of(task), scene.stamp.at)
        }
    }

    /// The change that makes a task come by it from a day on.
    pub(super) fn begin(self, task: &Task, from: Day, scene: &Scene<'_>) -> Change {
        add(self.repeat(task, from, scene))
    }
}

fn add(repeat: Repeat) -> Change {
    SettingsChange::Repeat(RepeatChange::Add(Box::new(repeat))).into()
}

/// The repeat that has brought the task of the box.
pub(super) struct Origin {
    repeat: Repeat,
    occurrence: Occurrence,
    /// Whether the week's file has it, as something was made of it.
    touched: bool,
}

impl Origin {
    /// None of a task that nothing repeats.
    pub(super) fn of(task: &Task, week: &Week, scene: &Scene<'_>) -> Option<Self> {
        let (repeat, occurrence) = scene.settings.occurrence(week.week, task.id)?;
        let mut entries = week.entries.iter();
        let has_entry = entries.any(|entry| entry.task == Some(task.id));
        Some(Self {
            touched: has_entry || *task != repeat.task(occurrence),
            repeat: repeat.clone(),
            occurrence,
        })
    }

    pub(super) fn pattern(&self) -> Pattern {
        Pattern {
            rule: self.repeat.rule,
            off: self.repeat.off,
        }
    }

    /// Makes this occurrence and all that follow what the box says: the old rule ends the day
    /// before, and another one begins. Without a pattern this one is the last. Of what is past
    /// only this one changes.
    ///
    /// `edits` make this occurrence alone what the box says.
    pub(super) fn going_on(
        &self,
        task: &Task,
        pattern: Option<Pattern>,
        edits: Vec<Change>,
        scene: &Scene<'_>,
    ) -> Vec<Change> {
        let due = self.occurrence.due;
        let today = scene.today();
        let Some(pattern) = pattern else {
            let last = due.max(today.previous());
            return [self.end(last)].into_iter().chain(edits).collect();
        };
        let first = due.max(today);
        let goes_on = pattern == self.pattern();
        let stays = self.touched || first != due;
        let from = match (goes_on, stays) {
            (true, _) => self.in_step(first),
            // By another rule the day of one that stays would come twice.
            (false, true) => first.max(due.next()),
            (false, false) => first,
        };
        // As it stands by now: another program may have ended it, or removed an occurrence.
        let known = scene.settings.repeat(self.repeat.id);
        let known = known.unwrap_or(&self.repeat);
        if known.until.is_some_and(|until| until < from) {
            return edits;
        }
        let mut repeat = pattern.repeat(task, from, scene);
        repeat.until = known.until;
        if goes_on {
            repeat.series = known.series.or(Some(known.id));
            repeat.except.clone_from(&known.except);
        }
        let ends = [self.end(first.previous()), add(repeat)];
        let edits = match (stays, goes_on) {
            (true, _) => edits,
            (false, true) => self.moved(task, scene).into_iter().collect(),
            (false, false) => Vec::new(),
        };
        ends.into_iter().chain(edits).collect()
    }

    /// The first day from `first` on that has the old rule's weeks counted as before.
    fn in_step(&self, first: Day) -> Day {
        let Rule::Weekdays(chosen) = self.repeat.rule else {
            return first;
        };
        let weeks = i64::from(chosen.weeks());
        let out_of_step = first
            .week()
            .since(self.repeat.from.week())
            .rem_euclid(weeks);
        let next = first.week().plus(weeks - out_of_step);
        match next.filter(|_| out_of_step != 0) {
            Some(next) => next.monday(),
            None => first,
        }
    }

    fn end(&self, last: Day) -> Change {
        let id = self.repeat.id;
        SettingsChange::Repeat(RepeatChange::End { id, last }).into()
    }

    /// The move of this occurrence alone, if its day was changed.
    fn moved(&self, task: &Task, scene: &Scene<'_>) -> Option<Change> {
        let moved = TaskChange::Move {
            id: task.id,
            to: task.day,
            at: scene.stamp.at,
        };
        let is_moved = task.day != Some(self.occurrence.day);
        is_moved.then(|| in_week(self.occurrence.day.week(), moved))
    }
}

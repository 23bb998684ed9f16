//! What holds for every edit of any books.

mod any;
mod repeats;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use pretty_assertions::assert_eq;
use proptest::prelude::*;

use self::any::Draw;
use super::{
    ActivityChange, Applied, Books, Carry, Change, DayChange, EventChange, RepeatChange,
    ReviewChange, SettingsChange, TargetChange, TaskChange, WeekChange,
};
use crate::domain::fixtures::{a_week, at, task_id, week_id};
use crate::domain::{Amount, Settings, TaskState, Unit, Week, WeekId, Weekday};

/// A seal that finds all it would begin in a next week that is itself sealed.
#[test]
fn a_seal_that_begins_nothing_is_made_again_beside_a_sealed_week() {
    leaves_no_trace(348_222_258_826_284_131, 19).unwrap();
}

fn leaves_no_trace(seed: u64, edits: usize) -> Result<(), TestCaseError> {
    let mut draw = Draw::new(seed);
    let mut books = draw.books(edits);
    let before = books.clone();
    let change = draw.change(&books);
    match change.clone().apply(&mut books) {
        Err(error) => prop_assert_eq!(&books, &before, "{:?}: {}", change, error),
        Ok(applied) => {
            let after = books.clone();
            let redo = applied.undo.apply(&mut books).unwrap().undo;
            prop_assert_eq!(files(&books), files(&before), "undone: {:?}", change);
            let undo = redo.apply(&mut books).unwrap().undo;
            prop_assert_eq!(files(&books), files(&after), "made again: {:?}", change);
            let _: Applied = undo.apply(&mut books).unwrap();
            prop_assert_eq!(files(&books), files(&before), "undone again: {:?}", change);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn an_edit_undone_leaves_no_trace_and_a_refused_one_neither(seed: u64, edits in 0_usize..60) {
        leaves_no_trace(seed, edits)?;
    }

    #[test]
    fn what_edits_lead_to_may_be_written_and_read(seed: u64, edits in 0_usize..120) {
        let mut draw = Draw::new(seed);
        let books = draw.books(edits);
        may_be_read(&books)?;
    }

    #[test]
    fn an_undo_does_not_overwrite_the_edit_of_another(seed: u64, edits in 0_usize..60) {
        let mut draw = Draw::new(seed);
        let mut books = draw.books(edits);
        let mine = draw.change(&books);
        let Ok(my) = mine.clone().apply(&mut books) else { return Ok(()) };
        let before = records(&books);
        let others: Vec<_> = (0..10).map(|_| draw.change(&books)).collect();
        for change in &others {
            let _ = change.clone().apply(&mut books);
        }
        let after = books.clone();
        if my.undo.apply(&mut books).is_err() {
            prop_assert_eq!(books, after);
            return Ok(());
        }
        may_be_read(&books)?;
        let now = records(&books);
        for (name, theirs) in records(&after) {
            if before.get(&name) != Some(&theirs) {
                let (left, edits) = (now.get(&name), (&mine, &others));
                prop_assert_eq!(left, Some(&theirs), "{}: {:?}", name, edits);
            }
        }
    }

    #[test]
    fn a_seal_or_carry_made_again_after_a_crash_adds_nothing(seed: u64, edits in 0_usize..80) {
        let (mut books, old, change) = seal_or_carry(seed, edits);
        if change.clone().apply(&mut books).is_ok() {
            let whole = books.clone();
            books.insert(old);
            let _: Applied = change.apply(&mut books).unwrap();
            prop_assert_eq!(files(&books), files(&whole));
        }
    }

    #[test]
    fn a_seal_or_carry_taken_back_again_after_a_crash_leaves_nothing(seed: u64, edits in 0_usize..80) {
        let (mut books, _, change) = seal_or_carry(seed, edits);
        if let Ok(applied) = change.apply(&mut books) {
            let redo = made_after_a_crash(&mut books, applied.undo)?;
            let undo = made_after_a_crash(&mut books, redo)?;
            made_after_a_crash(&mut books, undo)?;
        }
    }

    #[test]
    fn a_week_that_gets_a_task_is_written_before_the_one_that_gives_it(pairs in prop::collection::vec((0_usize..5, 0_usize..5), 1..6)) {
        let weeks: Vec<WeekId> = (1..6).map(|n| WeekId::new(2026, n).unwrap()).collect();
        let later = pairs.iter().filter(|(from, to)| from < to);
        let carries: Vec<_> = later.map(|(from, to)| carry(weeks[*from], weeks[*to])).collect();
        let order = Change::Several(carries.clone()).weeks();
        let place = |week: &WeekId| order.iter().position(|other| other == week);
        for one in &carries {
            let Change::Carry(Carry { from, to, .. }) = one else { unreachable!() };
            prop_assert!(place(to) < place(from), "{:?}", order);
        }
    }
}

/// Some books, a week of them, and an edit that ends with it.
fn seal_or_carry(seed: u64, edits: usize) -> (Books, Arc<Week>, Change) {
    let mut draw = Draw::new(seed);
    let books = draw.books(edits);
    let week = books.week(draw.week());
    let change = if seed.is_multiple_of(2) {
        Change::Seal(draw.seal(&week))
    } else {
        Change::Carry(draw.carry(&week))
    };
    (books, week, change)
}

/// Makes an edit, and finds the same files and the same way back where it was broken off after
/// its first file and made again.
fn made_after_a_crash(books: &mut Books, change: Change) -> Result<Change, TestCaseError> {
    let mut broken_off = books.clone();
    let first = change.weeks()[0];
    let undo = change.clone().apply(books).unwrap().undo;
    broken_off.insert(books.week(first));
    let again = change.apply(&mut broken_off).unwrap().undo;
    prop_assert_eq!(files(&broken_off), files(books));
    prop_assert_eq!(&again, &undo);
    Ok(undo)
}

fn carry(from: WeekId, to: WeekId) -> Change {
    Change::Carry(Carry {
        task: task_id("Call Lin"),
        from,
        to,
        day: None,
        at: at("2026-11-25 09:00"),
    })
}

#[test]
fn every_kind_of_edit_is_drawn_and_made() {
    let mut made = BTreeSet::new();
    for seed in 0..400 {
        let mut draw = Draw::new(seed);
        let mut books = draw.books(40);
        for _ in 0..20 {
            let change = draw.change(&books);
            let name = kind(&change);
            if let Ok(applied) = change.apply(&mut books) {
                made.insert(name);
                made.insert(kind(&applied.undo));
            }
        }
    }
    assert_eq!(made.into_iter().collect::<Vec<_>>(), KINDS);
}

#[test]
fn the_week_that_is_written_last_is_the_one_that_says_it_is_done() {
    let [a, b, c] = [1, 2, 3].map(|n| WeekId::new(2026, n).unwrap());
    let two = Change::Several(vec![carry(a, b), carry(a, c)]);
    assert_eq!(two.weeks(), [b, c, a]);
    let chain = Change::Several(vec![carry(a, b), carry(b, c)]);
    assert_eq!(chain.weeks(), [c, b, a]);
    let places_changed = Change::Several(vec![carry(a, b), carry(b, a)]);
    assert_eq!(places_changed.weeks(), [b, a]);
}

#[test]
fn of_several_edits_all_are_made_or_none() {
    let mut books = a_week("2026-W48")
        .task("Call Lin", Weekday::Wed)
        .build()
        .books();
    let before = books.clone();
    let done = TaskChange::Complete {
        id: task_id("Call Lin"),
        on: week_id("2026-W48").day(Weekday::Wed),
        at: at("2026-11-25 09:00"),
        entry: crate::domain::fixtures::entry_id(1),
    };
    let again = |change: TaskChange| Change::Week(week_id("2026-W48"), change.into());
    let twice = vec![again(done.clone()), again(done)];
    assert!(Change::Several(twice).apply(&mut books).is_err());
    assert_eq!(books, before);
}

/// What the files say: one of an empty week says as much as none.
fn files(books: &Books) -> (Settings, Vec<Week>) {
    let weeks = books.weeks().filter(|week| **week != Week::new(week.week));
    (books.settings.clone(), weeks.cloned().collect())
}

/// Each file can be written, read and checked, and each week is whole.
fn may_be_read(books: &Books) -> Result<(), TestCaseError> {
    let (settings, weeks) = files(books);
    let text = serde_json::to_string(&settings).unwrap();
    prop_assert_eq!(&serde_json::from_str::<Settings>(&text).unwrap(), &settings);
    let checked = settings.clone().checked();
    prop_assert!(checked.is_ok(), "{:?}", checked);
    for week in weeks {
        let text = serde_json::to_string(&week).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Week>(&text).unwrap(), &week);
        let mut sorted = week.clone();
        sorted.sort();
        prop_assert_eq!(&sorted, &week);
        is_whole(&week, &settings)?;
        let checked = week.clone().checked(week.week);
        prop_assert!(checked.is_ok(), "{:?}", checked);
    }
    Ok(())
}

/// Nothing in the week names what is not there, and nothing is less than nothing.
fn is_whole(week: &Week, settings: &Settings) -> Result<(), TestCaseError> {
    let has_event = |id| week.events.iter().any(|event| event.id == id);
    for entry in &week.entries {
        prop_assert!(
            entry.task.is_none_or(|task| week.task(task).is_some()),
            "{:?}",
            entry
        );
        prop_assert!(entry.event.is_none_or(has_event), "{:?}", entry);
    }
    for miss in &week.review.misses {
        let state = miss
            .task
            .map(|task| week.task(task).map(|task| &task.state));
        let fits = match state {
            Some(Some(TaskState::Open | TaskState::Moved { .. })) => true,
            Some(_) => false,
            None => miss
                .metric
                .as_ref()
                .is_some_and(|metric| week.target_amount(metric).is_some()),
        };
        prop_assert!(fits, "{:?} of {:?}", miss, state);
    }
    let focus = week.focus.as_ref();
    prop_assert!(focus.is_none_or(|metric| week.target_amount(metric).is_some()));
    let is_money = |metric| {
        settings
            .metric(metric)
            .is_some_and(|metric| metric.unit == Unit::Money)
    };
    let entries = week.entries.iter().map(|entry| &entry.metric);
    let mut held = week
        .targets
        .iter()
        .map(|target| &target.metric)
        .chain(entries);
    prop_assert!(week.currency.is_some() || !held.any(is_money));
    for metric in settings
        .metrics
        .iter()
        .filter(|metric| metric.unit != Unit::Money)
    {
        prop_assert!(week.done(&metric.id) >= Amount::ZERO, "{}", metric.id);
    }
    Ok(())
}

/// Each record by its name. What follows from other records stands aside: the currency, and
/// whether a task with an amount is full.
fn records(books: &Books) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut put = |name: String, record: String| {
        all.insert(name, record);
    };
    for metric in &books.settings.metrics {
        put(format!("metric {}", metric.id), format!("{metric:?}"));
    }
    for (day, own) in &books.settings.calendar.days {
        put(format!("own {day}"), format!("{own:?}"));
    }
    for repeat in &books.settings.repeats {
        put(format!("repeat {}", repeat.id), format!("{repeat:?}"));
    }
    put("hours".into(), format!("{:?}", books.settings.hours));
    put("currency".into(), format!("{:?}", books.settings.currency));
    for week in books.weeks() {
        let name = week.week;
        put(format!("{name} outlook"), format!("{:?}", week.outlook));
        put(format!("{name} focus"), format!("{:?}", week.focus));
        put(format!("{name} sealed"), format!("{:?}", week.sealed));
        for target in &week.targets {
            let metric = &target.metric;
            let facts = (target.since, target.stretch, &target.changes);
            put(format!("{name} target {metric}"), format!("{facts:?}"));
            for (day, pin) in &target.pins {
                put(format!("{name} pin {metric} {day}"), format!("{pin:?}"));
            }
        }
        for task in &week.tasks {
            let mut task = task.clone();
            if task.amount.is_some() && task.done_on().is_some() {
                task.state = TaskState::Open;
            }
            put(format!("{name} task {}", task.id), format!("{task:?}"));
        }
        for entry in &week.entries {
            put(format!("{name} entry {}", entry.id), format!("{entry:?}"));
        }
        for event in &week.events {
            put(format!("{name} event {}", event.id), format!("{event:?}"));
        }
        for (day, closed) in &week.closed {
            put(format!("{name} closed {day}"), format!("{closed:?}"));
        }
        for miss in &week.review.misses {
            let of = (&miss.metric, miss.task);
            put(format!("{name} miss {of:?}"), format!("{miss:?}"));
        }
        for lesson in &week.review.lessons {
            put(
                format!("{name} lesson {}", lesson.id),
                format!("{lesson:?}"),
            );
        }
        for action in &week.review.improvements {
            put(
                format!("{name} improvement {}", action.id),
                format!("{action:?}"),
            );
        }
        for answer in &week.review.helped {
            put(
                format!("{name} helped {}", answer.improvement),
                format!("{answer:?}"),
            );
        }
    }
    all
}

/// Every kind of edit, sorted.
const KINDS: [&str; 49] = [
    "activity log",
    "activity remove",
    "carry",
    "day close",
    "day open",
    "event note",
    "event remove",
    "repeat add",
    "repeat end",
    "repeat except",
    "review cause",
    "review helped",
    "review improvement",
    "review lesson",
    "review remove improvement",
    "review remove lesson",
    "review reopen",
    "review whys",
    "seal",
    "settings add metric",
    "settings currency",
    "settings days",
    "settings glyphs",
    "settings hours",
    "settings language",
    "settings law",
    "settings minutes step",
    "settings mouse",
    "settings order metrics",
    "settings pattern",
    "settings restore",
    "settings restore metric",
    "settings retire metric",
    "settings review time",
    "settings set metric",
    "several",
    "target focus",
    "target outlook",
    "target pin",
    "target set",
    "task add",
    "task complete",
    "task edit",
    "task move",
    "task remove",
    "task reopen",
    "task skip",
    "unseal",
    "week restore",
];

fn kind(change: &Change) -> &'static str {
    match change {
        Change::Week(_, change) => kind_of_week(change),
        Change::Settings(change) => kind_of_settings(change),
        Change::Carry(_) => "carry",
        Change::Seal(_) => "seal",
        Change::Unseal(_) => "unseal",
        Change::Several(_) => "several",
    }
}

fn kind_of_week(change: &WeekChange) -> &'static str {
    match change {
        WeekChange::Target(TargetChange::Set(_)) => "target set",
        WeekChange::Target(TargetChange::Pin { .. }) => "target pin",
        WeekChange::Target(TargetChange::Focus(_)) => "target focus",
        WeekChange::Target(TargetChange::Outlook { .. }) => "target outlook",
        WeekChange::Task(TaskChange::Add(_)) => "task add",
        WeekChange::Task(TaskChange::Remove { .. }) => "task remove",
        WeekChange::Task(TaskChange::Edit { .. }) => "task edit",
        WeekChange::Task(TaskChange::Complete { .. }) => "task complete",
        WeekChange::Task(TaskChange::Reopen(_)) => "task reopen",
        WeekChange::Task(TaskChange::Skip { .. }) => "task skip",
        WeekChange::Task(TaskChange::Move { .. }) => "task move",
        WeekChange::Activity(ActivityChange::Log(_)) => "activity log",
        WeekChange::Activity(ActivityChange::Remove(_)) => "activity remove",
        WeekChange::Day(DayChange::Close { .. }) => "day close",
        WeekChange::Day(DayChange::Open(_)) => "day open",
        WeekChange::Event(EventChange::Note { .. }) => "event note",
        WeekChange::Event(EventChange::Remove(_)) => "event remove",
        WeekChange::Review(ReviewChange::Cause { .. }) => "review cause",
        WeekChange::Review(ReviewChange::Whys { .. }) => "review whys",
        WeekChange::Review(ReviewChange::Lesson(_)) => "review lesson",
        WeekChange::Review(ReviewChange::RemoveLesson(_)) => "review remove lesson",
        WeekChange::Review(ReviewChange::Improvement(_)) => "review improvement",
        WeekChange::Review(ReviewChange::RemoveImprovement(_)) => "review remove improvement",
        WeekChange::Review(ReviewChange::Helped { .. }) => "review helped",
        WeekChange::Review(ReviewChange::Reopen { .. }) => "review reopen",
        WeekChange::Restore(_) => "week restore",
    }
}

fn kind_of_settings(change: &SettingsChange) -> &'static str {
    match change {
        SettingsChange::Language(_) => "settings language",
        SettingsChange::Currency(_) => "settings currency",
        SettingsChange::Glyphs(_) => "settings glyphs",
        SettingsChange::Mouse(_) => "settings mouse",
        SettingsChange::Law(_) => "settings law",
        SettingsChange::Pattern(..) => "settings pattern",
        SettingsChange::Hours(_) => "settings hours",
        SettingsChange::ReviewTime(_) => "settings review time",
        SettingsChange::MinutesStep(_) => "settings minutes step",
        SettingsChange::Days(_) => "settings days",
        SettingsChange::AddMetric(_) => "settings add metric",
        SettingsChange::SetMetric(..) => "settings set metric",
        SettingsChange::OrderMetrics(_) => "settings order metrics",
        SettingsChange::RetireMetric(_) => "settings retire metric",
        SettingsChange::RestoreMetric(_) => "settings restore metric",
        SettingsChange::Repeat(RepeatChange::Add(_)) => "repeat add",
        SettingsChange::Repeat(RepeatChange::End { .. }) => "repeat end",
        SettingsChange::Repeat(RepeatChange::Except { .. }) => "repeat except",
        SettingsChange::Restore(_) => "settings restore",
    }
}

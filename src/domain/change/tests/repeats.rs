//! Occurrences of repeats: what an edit writes of them, and what it leaves.

use pretty_assertions::assert_eq;

use super::super::{
    ActivityChange, Applied, Books, Carry, Change, ChangeError, RepeatChange, ReviewChange,
    SealWeek, SettingsChange, TaskChange, WeekChange,
};
use crate::domain::fixtures::{at, entry, id, metric, settings, week_id};
use crate::domain::{
    Amount, Cause, Currency, Day, EntryId, MetricId, OwnDay, Repeat, RepeatId, Rule, Task, TaskId,
    TaskState, Unit, Week, WeekId, Weekday, Weight, Work,
};

const MONDAY: &str = "2026-11-23";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn w48() -> WeekId {
    week_id("2026-W48")
}

/// Ten calls on every working day, from Monday on.
fn calls() -> Repeat {
    let mut task = Task::new(TaskId(id("k")), "Call".into(), None, at("2026-11-23 08:00"));
    task.metric = Some(metric("calls"));
    task.amount = Some(Amount::new(10));
    let work = Work::of(&task);
    Repeat::new(
        RepeatId(id("k")),
        Rule::Workdays,
        day(MONDAY),
        work,
        task.added,
    )
}

fn books() -> Books {
    let mut settings = settings();
    settings.repeats.push(calls());
    Books::new(settings)
}

fn its(day_of: &str) -> TaskId {
    calls().task_id(day(day_of))
}

fn task(change: TaskChange) -> Change {
    Change::Week(w48(), change.into())
}

fn done(on: &str) -> Change {
    task(TaskChange::Complete {
        id: its(on),
        on: day(on),
        at: at(&format!("{on} 10:00")),
        entry: EntryId(id("e")),
    })
}

fn open_days(week: &Week) -> Vec<String> {
    let open = week.tasks.iter().filter(|task| task.is_open());
    open.filter_map(|task| Some(task.day?.to_string()))
        .collect()
}

#[test]
fn checking_one_off_writes_it_alone_and_undo_takes_all_back() {
    let mut books = books();
    let before = books.clone();
    let applied = done("2026-11-24").apply(&mut books).unwrap();
    let week = books.week(w48());
    let written: Vec<_> = week.tasks.iter().map(|task| task.id).collect();
    assert_eq!(written, [its("2026-11-24")]);
    assert_eq!(week.done(&metric("calls")), Amount::new(10));
    let _: Applied = applied.undo.apply(&mut books).unwrap();
    assert_eq!(books.week(w48()), before.week(w48()));
    assert_eq!(books.settings, before.settings);
}

#[test]
fn a_missed_one_does_not_hold_back_the_next() {
    let mut books = books();
    let _: Applied = done("2026-11-24").apply(&mut books).unwrap();
    assert_eq!(
        open_days(&books.seen(w48())),
        ["2026-11-23", "2026-11-25", "2026-11-26", "2026-11-27"]
    );
}

#[test]
fn counting_for_one_makes_it_a_task_of_the_file() {
    let mut books = books();
    let mut call = entry(1, "calls", 3, day("2026-11-24"));
    call.task = Some(its("2026-11-24"));
    let log = Change::Week(w48(), ActivityChange::Log(call).into());
    let applied = log.apply(&mut books).unwrap();
    let week = books.week(w48());
    assert_eq!(week.tasks.len(), 1);
    assert_eq!(week.progress(&week.tasks[0]), Amount::new(3));
    let _: Applied = applied.undo.apply(&mut books).unwrap();
    assert_eq!(*books.week(w48()), Week::new(w48()));
}

#[test]
fn one_may_move_and_be_skipped_by_itself() {
    let mut books = books();
    let moved = TaskChange::Move {
        id: its("2026-11-24"),
        to: Some(day("2026-11-28")),
        at: at("2026-11-24 10:00"),
    };
    let skipped = TaskChange::Skip {
        id: its("2026-11-25"),
        cause: Cause::NoTime,
        note: None,
        at: at("2026-11-25 10:00"),
    };
    let both = Change::Several(vec![task(moved), task(skipped)]);
    let _: Applied = both.apply(&mut books).unwrap();
    assert_eq!(
        open_days(&books.seen(w48())),
        ["2026-11-23", "2026-11-26", "2026-11-27", "2026-11-28"]
    );
    assert_eq!(books.week(w48()).tasks.len(), 2);
}

#[test]
fn a_removed_one_does_not_come_again_until_that_is_undone() {
    let mut books = books();
    let before = books.clone();
    let removal = task(TaskChange::Remove {
        id: its("2026-11-25"),
        with_entries: false,
    });
    let applied = removal.apply(&mut books).unwrap();
    assert_eq!(
        open_days(&books.seen(w48())),
        ["2026-11-23", "2026-11-24", "2026-11-26", "2026-11-27"]
    );
    assert_eq!(*books.week(w48()), Week::new(w48()));
    let _: Applied = applied.undo.apply(&mut books).unwrap();
    assert_eq!(books.settings, before.settings);
    assert_eq!(open_days(&books.seen(w48())).len(), 5);
}

#[test]
fn one_that_was_done_and_removed_does_not_come_again() {
    let mut books = books();
    let _: Applied = done("2026-11-24").apply(&mut books).unwrap();
    let removal = task(TaskChange::Remove {
        id: its("2026-11-24"),
        with_entries: true,
    });
    let _: Applied = removal.apply(&mut books).unwrap();
    assert!(!open_days(&books.seen(w48())).contains(&"2026-11-24".to_owned()));
}

#[test]
fn one_is_handed_to_another_week_under_its_id() {
    let mut books = books();
    let carry = Carry {
        task: its("2026-11-27"),
        from: w48(),
        to: w48().next(),
        day: None,
        at: at("2026-11-27 17:00"),
    };
    let applied = Change::Carry(carry).apply(&mut books).unwrap();
    let next = books.week(w48().next());
    assert_eq!(next.tasks.len(), 1);
    assert_eq!(next.tasks[0].id, its("2026-11-27"));
    assert!(matches!(
        books.week(w48()).tasks[0].state,
        TaskState::Moved { .. }
    ));
    let _: Applied = applied.undo.apply(&mut books).unwrap();
    assert_eq!(*books.week(w48()), Week::new(w48()));
    assert_eq!(*books.week(w48().next()), Week::new(w48().next()));
}

#[test]
fn a_seal_ends_those_that_are_open_as_any_other_task() {
    let mut books = books();
    let friday = its("2026-11-27");
    let seal = SealWeek {
        week: w48(),
        carry: Some(vec![friday]),
        at: at("2026-11-27 17:00"),
    };
    let applied = Change::Seal(seal).apply(&mut books).unwrap();
    let sealed = books.week(w48());
    assert_eq!(sealed.tasks.len(), 5);
    assert!(sealed.tasks.iter().all(|task| !task.is_open()));
    assert_eq!(books.week(w48().next()).tasks[0].id, friday);
    assert_eq!(books.seen(w48()), *sealed);
    let _: Applied = applied.undo.apply(&mut books).unwrap();
    assert_eq!(books.week(w48()).tasks, []);
    assert_eq!(open_days(&books.seen(w48())).len(), 5);
}

#[test]
fn one_that_was_touched_does_not_come_again_when_its_day_is_taken_off() {
    let mut books = books();
    books.settings.repeats[0].rule = Rule::weekly(Weekday::Fri);
    let earlier = TaskChange::Move {
        id: its("2026-11-27"),
        to: Some(day("2026-11-26")),
        at: at("2026-11-25 10:00"),
    };
    let _: Applied = task(earlier).apply(&mut books).unwrap();
    let weight = Weight::OFF;
    let off = vec![(day("2026-11-27"), Some(OwnDay { weight, why: None }))];
    let applied = Change::Settings(SettingsChange::Days(off))
        .apply(&mut books)
        .unwrap();
    assert_eq!(open_days(&books.seen(w48())), ["2026-11-26"]);
    assert_eq!(open_days(&books.seen(w48().next())), ["2026-12-04"]);
    let _: Applied = applied.undo.apply(&mut books).unwrap();
    assert_eq!(open_days(&books.seen(w48())), ["2026-11-26"]);
    assert_eq!(books.settings.repeats[0].except.len(), 0);
}

#[test]
fn one_that_nobody_touched_moves_when_its_day_is_taken_off() {
    let mut books = books();
    books.settings.repeats[0].rule = Rule::weekly(Weekday::Fri);
    let weight = Weight::OFF;
    let off = vec![(day("2026-11-27"), Some(OwnDay { weight, why: None }))];
    let _: Applied = Change::Settings(SettingsChange::Days(off))
        .apply(&mut books)
        .unwrap();
    assert_eq!(open_days(&books.seen(w48())), [""; 0]);
    let next = open_days(&books.seen(w48().next()));
    assert_eq!(next, ["2026-11-30", "2026-12-04"]);
}

#[test]
fn a_cause_for_one_makes_it_a_task_of_the_file() {
    let mut books = books();
    let cause = ReviewChange::Cause {
        of: super::super::MissOf::Task(its("2026-11-24")),
        cause: Some(Cause::Forgot),
        note: None,
    };
    let cause = Change::Week(w48(), WeekChange::Review(cause));
    let _: Applied = cause.apply(&mut books).unwrap();
    assert_eq!(books.week(w48()).tasks.len(), 1);
}

#[test]
fn money_of_one_brings_the_currency() {
    let mut books = books();
    books.settings.repeats[0].work.metric = Some(metric("revenue"));
    let moved = TaskChange::Move {
        id: its("2026-11-24"),
        to: None,
        at: at("2026-11-24 10:00"),
    };
    let _: Applied = task(moved).apply(&mut books).unwrap();
    assert_eq!(books.week(w48()).currency, Some(Currency::CNY));
}

fn repeats(books: &mut Books, change: RepeatChange) -> Result<Applied, ChangeError> {
    Change::Settings(SettingsChange::Repeat(change)).apply(books)
}

#[test]
fn a_repeat_ends_on_a_day_or_goes_if_it_has_not_begun() {
    let mut books = books();
    let end = |last| RepeatChange::End {
        id: calls().id,
        last: day(last),
    };
    let _: Applied = repeats(&mut books, end("2026-11-24")).unwrap();
    assert_eq!(open_days(&books.seen(w48())), ["2026-11-23", "2026-11-24"]);
    // A later end does not bring back what has ended.
    let _: Applied = repeats(&mut books, end("2026-11-26")).unwrap();
    assert_eq!(open_days(&books.seen(w48())).len(), 2);
    let applied = repeats(&mut books, end("2026-11-22")).unwrap();
    assert_eq!(books.settings.repeats, []);
    let _: Applied = applied.undo.apply(&mut books).unwrap();
    assert_eq!(books.settings.repeats.len(), 1);
}

#[test]
fn a_repeat_is_judged_as_the_task_it_brings() {
    let add = |change: fn(&mut Repeat)| {
        let mut repeat = calls();
        change(&mut repeat);
        let mut books = Books::new(settings());
        let added = repeats(&mut books, RepeatChange::Add(Box::new(repeat)));
        added.map(|_| ()).unwrap_err()
    };
    let ghost: MetricId = metric("ghost");
    assert_eq!(
        add(|repeat| repeat.work.metric = Some(metric("ghost"))),
        ChangeError::UnknownMetric(ghost)
    );
    assert_eq!(
        add(|repeat| repeat.work.metric = None),
        ChangeError::AmountAlone
    );
    assert_eq!(
        add(|repeat| repeat.work.estimate = Some(0)),
        ChangeError::Estimate(0)
    );
    assert_eq!(
        add(|repeat| repeat.until = Some(day("2026-11-22"))),
        ChangeError::EndsTooEarly {
            from: day(MONDAY),
            until: day("2026-11-22")
        }
    );
}

#[test]
fn what_a_repeat_counts_keeps_its_unit_and_its_currency() {
    use super::super::MetricField;
    let mut books = books();
    let unit = SettingsChange::SetMetric(metric("calls"), MetricField::Unit(Unit::Minutes));
    let in_use = ChangeError::RepeatInUse(calls().id.0);
    assert_eq!(
        Change::Settings(unit).apply(&mut books),
        Err(in_use.clone())
    );
    books.settings.repeats[0].work.metric = Some(metric("revenue"));
    let yen = SettingsChange::Currency(Currency::parse("JPY").unwrap());
    assert_eq!(Change::Settings(yen).apply(&mut books), Err(in_use));
}

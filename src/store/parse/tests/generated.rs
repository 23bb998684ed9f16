//! Weeks as no person would make them, with every field that a file may have.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::domain::{
    Amount, Cause, Closed, Currency, Day, Entry, EntryId, Event, EventId, EventKind, Id,
    Improvement, ImprovementId, Lesson, LessonId, LessonKind, Market, MetricId, Miss, Moment, Move,
    Target, TargetStep, Task, TaskId, TaskState, TimeOfDay,
};

fn day() -> impl Strategy<Value = Day> {
    (0..7_usize).prop_map(|day| week_48().days()[day])
}

fn moment() -> impl Strategy<Value = Moment> {
    (day(), 0..24_u32, 0..60_u32, -12..=14_i32).prop_map(|(day, hour, second, zone)| {
        let text = format!("{day}T{hour:02}:07:{second:02}{zone:+03}:00");
        text.parse().unwrap()
    })
}

fn metric() -> impl Strategy<Value = MetricId> {
    "[a-z][a-z0-9_]{0,31}".prop_map(|id| id.parse().unwrap())
}

fn amount() -> impl Strategy<Value = Amount> {
    (1..=9_999_999_999_999_i64).prop_map(Amount::new)
}

fn id() -> impl Strategy<Value = Id> {
    any::<u64>().prop_map(Id::from_bits)
}

fn text() -> impl Strategy<Value = Option<String>> {
    option::of(any::<String>())
}

fn state() -> impl Strategy<Value = TaskState> {
    prop_oneof![
        Just(TaskState::Open),
        (day(), moment()).prop_map(|(on, at)| TaskState::Done { on, at }),
        (text(), moment()).prop_map(|(note, at)| TaskState::Skipped {
            cause: Cause::WaitingForColleague,
            note,
            at
        }),
        moment().prop_map(|at| TaskState::Moved {
            to: week_48().next(),
            at
        }),
    ]
}

fn task() -> impl Strategy<Value = Task> {
    let when = (
        option::of(day()),
        option::of((0..24_u16, 0..60_u16)),
        option::of(day()),
    );
    let what = (
        any::<String>(),
        text(),
        option::of((metric(), option::of(amount()))),
    );
    let how = (
        any::<Option<bool>>(),
        any::<bool>(),
        option::of(1..=1440_u16),
    );
    let moves = vec((moment(), option::of(day()), option::of(day())), 0..3);
    (id(), when, what, how, moment(), moves, state()).prop_map(
        |(id, (day, time, due), (title, customer, metric), how, added, moves, state)| Task {
            time: time.and_then(|(hour, minute)| TimeOfDay::new(hour, minute)),
            due,
            important: how.0,
            urgent: how.1,
            estimate: how.2,
            metric: metric.as_ref().map(|(metric, _)| metric.clone()),
            amount: metric.and_then(|(_, amount)| amount),
            customer,
            moves: moves
                .into_iter()
                .map(|(at, from, to)| Move { at, from, to })
                .collect(),
            state,
            ..Task::new(TaskId(id), title, day, added)
        },
    )
}

fn entry() -> impl Strategy<Value = Entry> {
    (
        id(),
        day(),
        moment(),
        metric(),
        amount(),
        option::of((id(), id())),
        text(),
        text(),
    )
        .prop_map(|(id, day, at, metric, amount, of, customer, note)| Entry {
            id: EntryId(id),
            day,
            at,
            metric,
            amount,
            task: of.map(|(task, _)| TaskId(task)),
            event: of.map(|(_, event)| EventId(event)),
            customer,
            approach: None,
            note,
        })
}

fn event() -> impl Strategy<Value = Event> {
    (
        id(),
        day(),
        moment(),
        any::<String>(),
        option::of((metric(), amount())),
    )
        .prop_map(|(id, day, at, text, of)| Event {
            id: EventId(id),
            day,
            at,
            kind: EventKind::CustomerChange,
            text,
            metric: of.as_ref().map(|(metric, _)| metric.clone()),
            amount: of.map(|(_, amount)| amount),
        })
}

fn target() -> impl Strategy<Value = Target> {
    let step = (moment(), option::of(amount()), amount(), text());
    let step = step.prop_map(|(at, from, to, reason)| TargetStep {
        at,
        from,
        to,
        reason,
    });
    let pins = btree_map(day(), amount(), 0..3);
    (metric(), any::<bool>(), pins, vec(step, 1..3)).prop_map(
        |(metric, has_stretch, pins, changes)| {
            let to = changes.last().map_or(0, |step| step.to.units());
            Target {
                metric,
                since: week_48().monday(),
                stretch: has_stretch.then(|| Amount::new(to + 1)),
                pins,
                changes,
            }
        },
    )
}

fn closed() -> impl Strategy<Value = Closed> {
    let wins = vec(any::<String>(), 0..=3);
    (moment(), option::of(1..=5_u8), text(), wins).prop_map(|(at, mood, worked, wins)| Closed {
        at,
        mood,
        worked,
        wins,
    })
}

prop_compose! {
    fn a_week()(
        targets in vec(target(), 0..3),
        tasks in vec(task(), 0..4),
        entries in vec(entry(), 0..6),
        events in vec(event(), 0..3),
        closed in btree_map(day(), closed(), 0..3),
        note in any::<String>(),
        (lesson, improvement, measure) in (id(), id(), text()),
    ) -> Week {
        let mut week = Week::new(week_48());
        week.currency = Some(Currency::CNY);
        week.focus = targets.first().map(|target| target.metric.clone());
        week.outlook.market = Market::Strong;
        week.outlook.note.clone_from(&note);
        week.review.misses = tasks.iter().take(1).map(|task| Miss {
            metric: None,
            task: Some(task.id),
            cause: Cause::Price,
            note: Some(note.clone()),
            whys: vec![note.clone()],
        }).collect();
        week.review.lessons = vec![Lesson {
            id: LessonId(lesson),
            kind: LessonKind::Stop,
            text: note.clone(),
        }];
        week.review.improvements = vec![Improvement {
            id: ImprovementId(improvement),
            text: note,
            day: None,
            measure,
        }];
        (week.targets, week.tasks) = (targets, tasks);
        (week.entries, week.events, week.closed) = (entries, events, closed);
        week.sort();
        week
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_written_reads_back_and_is_written_again_byte_for_byte(before in a_week()) {
        let bytes = render(&before);
        let read = week(&bytes, week_48()).unwrap().value;
        prop_assert_eq!(&read, &before);
        prop_assert_eq!(render(&read), bytes);
    }
}

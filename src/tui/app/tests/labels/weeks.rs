//! The weeks behind the screens: empty ones, and ones full of what people write at its longest.

use super::own::Own::{Customer, Name, Note, Title};
use crate::domain::Weekday::{Mon, Thu, Tue, Wed};
use crate::domain::change::Books;
use crate::domain::fixtures::{
    Planned, WeekBuilder, a_week, amount, at, day, id, metric, settings, task, week_id,
};
use crate::domain::{
    Cause, EventKind, Kind, Law, LessonKind, Market, Metric, Move, OwnDay, Repeat, RepeatId,
    Settings, Task, TaskState, Unit, Weight, Work,
};
use crate::tui::app::harness::Screen;

/// Names of metrics of 32 cells, narrow, wide and mixed.
pub(super) fn longest_names() -> [String; 3] {
    let mixed = format!("ß{}", Name.mixed(6));
    [Name.latin(32), Name.wide(16), mixed]
}

/// Metrics of the longest names beside built-in ones, and work that comes again.
fn named(settings: &mut Settings) {
    let mut own = Metric::new(metric("own"), Kind::Activity, Unit::Minutes);
    let [latin, wide, mixed] = longest_names();
    own.name = Some(mixed);
    settings.metrics.push(own);
    let names = [("new_customers", latin), ("calls", wide)];
    for known in &mut settings.metrics {
        let mut names = names.iter();
        if let Some((_, name)) = names.find(|(id, _)| *id == known.id.as_str()) {
            known.name = Some(name.clone());
        }
    }
    let added = at("2026-11-25 08:00");
    let work = Work::of(&busy(task(
        &Title.mixed(20),
        week_id("2026-W48"),
        Some(Wed),
    )));
    let rule = "2w wed".parse().unwrap();
    let repeat = Repeat::new(RepeatId(id("again")), rule, added.day(), work, added);
    settings.repeats.push(repeat);
    let away = OwnDay {
        weight: Weight::new(50).unwrap(),
        why: Some(Note.wide(30)),
    };
    settings.calendar.days.insert(day("2026-12-02"), away);
}

/// A task of which every field says something.
fn busy(mut task: Task) -> Task {
    task.time = Some("14:30".parse().unwrap());
    task.due = Some(day("2026-11-27"));
    task.important = Some(true);
    task.urgent = true;
    task.estimate = Some(90);
    task.metric = Some(metric("calls"));
    task.amount = Some(amount(20));
    task.customer = Some(Customer.wide(40));
    task
}

/// Targets and what was done of them until Wednesday.
fn begun() -> WeekBuilder {
    a_week("2026-W48")
        .settings(named)
        .target("new_customers", 10)
        .target("revenue", 50_000_000)
        .target("visits", 15)
        .target("calls", 50)
        .target("emails", 100)
        .target("own", 90)
        .focus("calls")
        .pin("calls", Thu, 12)
        .stretch("calls", 60)
        .entry("new_customers", 3, Mon)
        .entry("revenue", 14_000_000, Mon)
        .entry("revenue", 13_900_000, Tue)
        .entry("revenue", 3_300_000, Wed)
        .entry("visits", 3, Mon)
        .entry_with("calls", 12, Mon, |entry| {
            entry.customer = Some(Customer.wide(40));
            entry.note = Some(Note.mixed(20));
        })
        .entry("calls", 9, Tue)
        .entry("emails", 22, Mon)
        .entry("messages", 12, Tue)
        .entry("own", 15, Tue)
}

/// A week with all that a week can have.
fn full() -> WeekBuilder {
    let customers = [Customer.wide(40), Customer.mixed(16)];
    let titles = [
        Title.latin(60),
        Title.wide(30),
        Title.mixed(15),
        Title.latin(24),
    ];
    let mut week = begun().market(Market::Weak);
    for (number, (title, metric)) in titles
        .iter()
        .zip(["new_customers", "calls", "emails", "own"])
        .enumerate()
    {
        week = week.task_with(title, Some(Wed), |task| {
            task.customer = Some(customers[number % 2].clone());
            task.time = Some(format!("1{number}:30").parse().unwrap());
            task.metric = Some(metric.parse().unwrap());
            task.amount = Some(amount(20));
        });
    }
    let skipped = week.task_with(&Title.wide(25), Some(Wed), |task| {
        task.state = TaskState::Skipped {
            cause: Cause::WaitingForColleague,
            note: Some(Note.wide(40)),
            at: at("2026-11-25 10:00"),
        };
    });
    let full = skipped.task_with(&Title.mixed(20), Some(Wed), |task| {
        *task = busy(task.clone());
    });
    full.done(&Title.latin(50), Wed)
        .bucket(&Title.wide(33))
        .task(&Title.wide(20), Mon)
        .event(EventKind::OrderCancelled, &Note.wide(40), Wed)
        .closed(Mon, 4)
        .wins(Mon, &[&Note.wide(30), &Note.latin(70), &Note.mixed(20)])
        .closed(Tue, 3)
        .also(|week| {
            week.outlook.note = Note.wide(50);
            for closed in week.closed.values_mut() {
                closed.worked = Some(Note.wide(44));
            }
        })
}

/// The same on Friday afternoon.
fn at_its_end() -> WeekBuilder {
    let why = [Note.wide(40), Note.latin(70), Note.mixed(20)];
    full()
        .target_changed("revenue", 38_000_000, Wed, &Note.wide(40))
        .target_changed("visits", 12, Thu, &Note.latin(20))
        .task_miss(&Title.wide(20), Cause::WaitingForColleague)
        .miss("visits", Cause::CustomerUnavailable)
        .whys(&[&why[0], &why[1], &why[2]])
        .miss("calls", Cause::Other)
        .also(|week| {
            for miss in &mut week.review.misses {
                miss.note = (miss.cause == Cause::Other).then(|| Note.mixed(24));
            }
            for improvement in &mut week.review.improvements {
                improvement.measure = Some(Note.wide(30));
            }
        })
        .lesson(LessonKind::Keep, &Note.wide(40))
        .lesson(LessonKind::Improve, &Note.latin(70))
        .lesson(LessonKind::Stop, &Note.mixed(20))
        .improvement(&Note.wide(41), Some(Mon))
        .improvement(&Note.mixed(21), None)
}

/// The week before, as its review left it.
fn before() -> Planned {
    a_week("2026-W47")
        .settings(named)
        .target("new_customers", 12)
        .target("calls", 50)
        .target("revenue", 50_000_000)
        .entry("new_customers", 8, Mon)
        .entry("calls", 47, Mon)
        .entry("revenue", 47_300_000, Mon)
        .task(&Title.latin(40), Wed)
        .improvement(&Note.wide(42), Some(Mon))
        .improvement(&Note.mixed(22), None)
        .sealed()
        .build()
}

/// Books with the week before.
fn after_another(week: WeekBuilder) -> Books {
    let mut books = week.build().books();
    books.insert(before().week);
    books
}

/// The first start: no file is there yet.
pub(super) fn start() -> Screen {
    Screen::on(Books::new(settings())).at("2026-11-25 08:50")
}

/// A first start with metrics of one's own.
pub(super) fn named_start() -> Screen {
    let mut settings = settings();
    settings.calendar.law = Law::Cn;
    named(&mut settings);
    Screen::on(Books::new(settings)).at("2026-11-25 08:50")
}

/// A week in which nothing is planned or done.
pub(super) fn empty() -> Screen {
    let mut books = a_week("2026-W48").build().books();
    books.insert(a_week("2026-W47").target("calls", 50).sealed().build().week);
    Screen::on(books).at("2026-11-25 08:50")
}

/// Monday morning, after a sealed week.
pub(super) fn plan() -> Screen {
    Screen::on(before().books()).at("2026-11-23 08:50")
}

/// Monday morning, after weeks that speak against what is planned.
pub(super) fn doubtful_plan() -> Screen {
    let fair = a_week("2026-W48").settings(named);
    let fair = fair.task_with(&Title.wide(40), Some(Thu), |task| {
        task.estimate = Some(570);
    });
    let mut books = fair.bucket(&Note.wide(42)).build().books();
    for week in ["2026-W44", "2026-W45", "2026-W46", "2026-W47"] {
        let week = a_week(week).settings(named);
        let week = week.target("new_customers", 10).target("visits", 15);
        let week = week.target("calls", 50).entry("calls", 40, Tue);
        let week = week.improvement(&Note.wide(42), None);
        books.insert(week.sealed().build().week);
    }
    Screen::on(books).at("2026-11-23 08:50")
}

/// Tuesday morning, after a Monday that left much.
pub(super) fn tuesday() -> Screen {
    let mut monday = full()
        .task(&Title.latin(61), Mon)
        .task(&Title.wide(31), Mon);
    monday = monday.task_with(&Title.wide(34), Some(Mon), |task| {
        *task = busy(task.clone());
        let moves = ["2026-11-23", "2026-11-24", "2026-11-23"].map(day);
        let moves = moves.windows(2).map(|days| Move {
            at: at("2026-11-23 09:00"),
            from: Some(days[0]),
            to: Some(days[1]),
        });
        task.moves = moves.collect();
    });
    Screen::on(after_another(monday)).at("2026-11-24 08:55")
}

/// Wednesday, in the middle of all.
pub(super) fn running() -> Screen {
    Screen::on(after_another(full())).at("2026-11-25 13:20")
}

/// Friday afternoon: the review is due.
pub(super) fn due() -> Screen {
    Screen::on(after_another(at_its_end())).at("2026-11-27 16:30")
}

/// Friday, sealed.
pub(super) fn sealed() -> Screen {
    let screen = Screen::on(after_another(at_its_end().sealed()));
    screen.at("2026-11-27 17:30").week("2026-W48")
}

/// A week whose file is damaged.
pub(super) fn unreadable() -> Screen {
    running().unreadable("2026-W48")
}

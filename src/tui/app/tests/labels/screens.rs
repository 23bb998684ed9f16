//! The screens that are looked at: every pane, every state of a week, every box.

use crate::domain::Weekday::{Mon, Thu, Tue, Wed};
use crate::domain::change::Books;
use crate::domain::fixtures::{Planned, WeekBuilder, a_week, amount, at, metric, settings};
use crate::domain::{
    Cause, EventKind, Kind, Language, Law, LessonKind, Market, Metric, Settings, TaskState, Unit,
};
use crate::tui::app::harness::Screen;

/// The characters of the user's own texts: a narrow and a wide one.
pub(super) const LATIN: char = 'ß';
pub(super) const WIDE: char = '龘';

pub(super) fn is_own(char: char) -> bool {
    char == LATIN || char == WIDE
}

fn latin(cells: usize) -> String {
    LATIN.to_string().repeat(cells)
}

fn wide(characters: usize) -> String {
    WIDE.to_string().repeat(characters)
}

/// Names of metrics of 32 cells, narrow and wide.
pub(super) fn longest_names() -> [String; 2] {
    [latin(32), wide(16)]
}

/// Metrics of the longest names beside built-in ones.
fn named(settings: &mut Settings) {
    let mut own = Metric::new(metric("own"), Kind::Activity, Unit::Minutes);
    let [latin, wide] = longest_names();
    own.name = Some(wide.clone());
    settings.metrics.push(own);
    let names = [("new_customers", latin), ("calls", wide)];
    for known in &mut settings.metrics {
        let mut names = names.iter();
        if let Some((_, name)) = names.find(|(id, _)| *id == known.id.as_str()) {
            known.name = Some(name.clone());
        }
    }
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
        .entry("new_customers", 3, Mon)
        .entry("revenue", 14_000_000, Mon)
        .entry("revenue", 13_900_000, Tue)
        .entry("revenue", 3_300_000, Wed)
        .entry("visits", 3, Mon)
        .entry("calls", 12, Mon)
        .entry("calls", 9, Tue)
        .entry("emails", 22, Mon)
        .entry("messages", 12, Tue)
        .entry("own", 15, Tue)
}

/// A week with all that a week can have.
fn full() -> WeekBuilder {
    let customer = wide(40);
    let mut week = begun().market(Market::Weak);
    for (number, metric) in ["new_customers", "calls", "emails", "own"]
        .iter()
        .enumerate()
    {
        let title = if number % 2 == 0 { latin(60) } else { wide(30) };
        week = week.task_with(&format!("{title}{number}"), Some(Wed), |task| {
            task.customer = Some(customer.clone());
            task.time = Some(format!("1{number}:30").parse().unwrap());
            task.metric = Some(metric.parse().unwrap());
            task.amount = Some(amount(20));
        });
    }
    let skipped = week.task_with(&wide(25), Some(Wed), |task| {
        task.state = TaskState::Skipped {
            cause: Cause::WaitingForColleague,
            note: None,
            at: at("2026-11-25 10:00"),
        };
    });
    skipped
        .done(&latin(50), Wed)
        .bucket(&wide(30))
        .task(&wide(20), Mon)
        .event(EventKind::OrderCancelled, &customer, Wed)
        .closed(Mon, 4)
        .closed(Tue, 3)
}

/// The same on Friday afternoon.
fn at_its_end() -> WeekBuilder {
    full()
        .target_changed("revenue", 38_000_000, Wed, &wide(40))
        .target_changed("visits", 12, Thu, &latin(20))
        .task_miss(&wide(20), Cause::WaitingForColleague)
        .miss("visits", Cause::CustomerUnavailable)
        .lesson(LessonKind::Keep, &wide(40))
        .lesson(LessonKind::Improve, &latin(70))
        .improvement(&wide(40), Some(Mon))
}

/// The week before, as its review left it.
fn before() -> Planned {
    a_week("2026-W47")
        .settings(named)
        .target("calls", 50)
        .target("revenue", 50_000_000)
        .entry("calls", 47, Mon)
        .entry("revenue", 47_300_000, Mon)
        .task(&latin(40), Wed)
        .improvement(&wide(40), Some(Mon))
        .sealed()
        .build()
}

/// A screen to look at: a state of the week, and the keys pressed in it.
pub(super) struct Shown {
    state: &'static str,
    week: fn() -> Screen,
    keys: &'static str,
}

impl Shown {
    pub(super) fn name(&self) -> String {
        format!("{} `{}`", self.state, self.keys)
    }

    /// The screen after its keys; between two `|` of them stands what is pasted.
    pub(super) fn open(&self, language: Language, (columns, rows): (u16, u16)) -> Screen {
        let screen = (self.week)().language(language).size(columns, rows);
        let parts = self.keys.split('|').enumerate();
        parts.fold(screen, |screen, (at, part)| match at % 2 {
            0 => screen.keys(part),
            _ => screen.paste(part),
        })
    }
}

/// A state of the week with its name, and the keys that lead to screens of it.
type State = (&'static str, fn() -> Screen, &'static [&'static str]);

/// Every screen that is looked at.
pub(super) fn all() -> impl Iterator<Item = Shown> {
    const ALL: [State; 10] = [
        ("start", start, &["", "Down Down", "Down Down Enter", "?"]),
        ("plan", plan, &["", "Down Down Enter", "Down Down Down"]),
        ("tuesday", tuesday, &["Down", "Down Down", "Esc"]),
        ("running", running, GOALS),
        ("running", running, TODAY),
        ("running", running, REVIEW),
        ("running", running, WAYS),
        ("running", running, ANYWHERE),
        ("due", due, DUE),
        ("sealed", sealed, SEALED),
    ];
    let all = ALL.into_iter();
    all.flat_map(|(state, week, keys)| keys.iter().map(move |keys| Shown { state, week, keys }))
}

/// Goals: places, fields and boxes.
const GOALS: &[&str] = &[
    "Esc 1",
    "Esc 1 z",
    "Esc 1 g",
    "Esc 1 g Enter",
    "Esc 1 g j",
    "Esc 1 g j Enter",
    "Esc 1 g j Enter 1",
    "Esc 1 g j j Enter |60|",
    "Esc 1 g j j Right Right Right",
    "Esc 1 g j j Left Enter",
    "Esc 1 g j j Enter",
    "Esc 1 g j j Enter |60| Enter",
    "Esc 1 g j j j Right Right Right Right Enter",
    "Esc 1 g j j j j j",
    "Esc 1 G",
];

/// Review of a running week, and other days and weeks.
const REVIEW: &[&str] = &[
    "Esc 3",
    "Esc 3 z",
    "Esc 1 >",
    "Esc 2 [",
    "Esc 2 ]",
    "Esc 2 [ [ [ [",
];

/// A sealed week.
const SEALED: &[&str] = &["Esc 3", "Esc 3 z", "Esc 1", "Esc 2", "Esc 2 c"];

/// A review that is due.
const DUE: &[&str] = &[
    "Esc 3",
    "Esc 3 z",
    "Esc 3 0",
    "Esc 3 Down Down",
    "Esc 3 G",
    "Esc 3 a",
    "Esc 3 s",
    "Esc 1 z",
];

/// Today: lists and boxes.
const TODAY: &[&str] = &[
    "Esc 2",
    "Esc 2 z",
    "Esc 2 Enter",
    "Esc 2 g Enter",
    "Esc 2 s",
    "Esc 2 s 0",
    "Esc 2 m",
    "Esc 2 x",
    "Esc 2 o",
    "Esc 2 a",
    "Esc 2 a |ß|",
    "Esc 2 a |ß wed 10:00 !! #calls x5 @ß ~30m due fri|",
    "Esc 2 a |ß wed 10:00| ctrl-t",
    "Esc 2 a Tab",
    "Esc 2 a |ß| Tab shift-Tab |2|",
    "Esc 2 a |ß| Tab shift-Tab |每两周周一| Down",
    "Esc 2 G",
];

/// What leads out of a target that is behind.
const WAYS: &[&str] = &[
    "Esc i",
    "Esc i 1",
    "Esc i 1 |12万|",
    "Esc i 2",
    "Esc 1 r",
    "Esc 1 r 2",
    "Esc 1 r 3",
    "Esc 1 r 4",
    "Esc 1 r 5",
    "Esc 1 g j j j r",
    "Esc 1 g j j j r 5",
    "Esc 1 i 1 |12万| Tab |龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘| Enter",
    "Esc 1 i 1 |12万| Tab |龘| Enter Up",
    "Esc 1 i 1 |12万| Tab |龘龘龘| Enter 2",
    "Esc 1 i 1 |12万| Tab |龘龘龘| Enter 3",
    "Esc 1 i 1 |12万| Tab |龘龘龘| Enter 4",
    "Esc 1 i 1 |12万| Tab |龘龘龘| Enter 5",
];

/// What opens from everywhere.
const ANYWHERE: &[&str] = &[
    "Esc 0",
    "Esc 0 1",
    "Esc 0 7",
    "Esc D",
    "Esc ?",
    "Esc ? PgDn",
    "Esc :",
    "Esc /",
    "Esc / |ß|",
    "Esc 2 c",
    "Esc 2 u",
];

fn start() -> Screen {
    let mut settings = settings();
    settings.calendar.law = Law::Cn;
    named(&mut settings);
    Screen::on(Books::new(settings)).at("2026-11-25 08:50")
}

fn plan() -> Screen {
    Screen::on(before().books()).at("2026-11-23 08:50")
}

fn tuesday() -> Screen {
    let mut books = before().books();
    let monday = full().task(&latin(60), Mon).task(&wide(30), Mon);
    books.insert(monday.build().week);
    Screen::on(books).at("2026-11-24 08:55")
}

fn running() -> Screen {
    let mut books = full().build().books();
    books.insert(before().week);
    Screen::on(books).at("2026-11-25 13:20")
}

fn due() -> Screen {
    let mut books = at_its_end().build().books();
    books.insert(before().week);
    Screen::on(books).at("2026-11-27 16:30")
}

fn sealed() -> Screen {
    let mut books = at_its_end().sealed().build().books();
    books.insert(before().week);
    Screen::on(books).at("2026-11-27 17:30").week("2026-W48")
}

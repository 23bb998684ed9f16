//! The screens that are looked at: every pane, every state of a week, every box.

use super::weeks::{
    doubtful_plan, due, empty, named_start, plan, running, sealed, start, tuesday, unreadable,
};
use crate::domain::Language;
use crate::tui::app::harness::Screen;

/// Where keys are pressed: what a screen shows hangs on its size, the way to it does not.
const PRESSED_AT: (u16, u16) = (80, 24);

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
        let (most_columns, most_rows) = PRESSED_AT;
        let small = (self.week)().language(language);
        let small = small.size(columns.min(most_columns), rows.min(most_rows));
        let parts = self.keys.split('|').enumerate();
        let screen = parts.fold(small, |screen, (at, part)| match at % 2 {
            0 => screen.keys(part),
            _ => screen.paste(part),
        });
        screen.size(columns, rows)
    }
}

/// A state of the week with its name, and the keys that lead to screens of it.
type State = (&'static str, fn() -> Screen, &'static [&'static str]);

/// Every screen that is looked at.
pub(super) fn all() -> impl Iterator<Item = Shown> {
    const ALL: [State; 15] = [
        ("start", start, &["", "Esc", "Esc 3", "Esc /"]),
        ("named start", named_start, START),
        (
            "empty",
            empty,
            &["Esc 1 z", "Esc 2 z", "Esc 3 z", "Esc /", "Esc 0"],
        ),
        ("plan", plan, &["", "Down Down Enter", "Down Down Down"]),
        ("doubtful plan", doubtful_plan, PLAN),
        ("tuesday", tuesday, &["", "Down", "Down Down", "G", "Esc o"]),
        ("running", running, GOALS),
        ("running", running, TODAY),
        ("running", running, REVIEW),
        ("running", running, WAYS),
        ("running", running, ANYWHERE),
        ("running", running, SETTINGS),
        ("due", due, DUE),
        ("sealed", sealed, SEALED),
        (
            "unreadable",
            unreadable,
            &["", "Esc 1 z", "Esc 3 z", "Esc /"],
        ),
    ];
    let all = ALL.into_iter();
    all.flat_map(|(state, week, keys)| keys.iter().map(move |keys| Shown { state, week, keys }))
}

/// The first start: each row, and what opens there.
const START: &[&str] = &[
    "",
    "Down Down",
    "Down Down Enter",
    "G",
    "G Up",
    "G Up Up",
    "G Up Up Up",
    "?",
];

/// A plan that has something against it.
const PLAN: &[&str] = &[
    "",
    "Down Down Down Down Enter",
    "Down Down Down Down Right",
    "Down Down Down Down Right |9999| Enter Right |x| Enter",
    "Down Down Down Down Right Enter",
    "G",
    "G Enter",
    "G Enter Right Enter",
];

/// All settings.
const SETTINGS: &[&str] = &[
    "Esc ,",
    "Esc , 1",
    "Esc , 1 Tab Tab Tab",
    "Esc , 2",
    "Esc , 2 1",
    "Esc , 2 2",
    "Esc , 2 2 Tab Tab Tab Tab",
    "Esc , 2 4 Tab Tab Tab Tab Tab",
    "Esc , 2 9",
    "Esc , 2 9 |ŝ| Tab |!| Enter",
];

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
const SEALED: &[&str] = &["Esc 3", "Esc 3 z", "Esc 1", "Esc 2", "Esc 2 c", "Esc 3 G"];

/// A review that is due.
const DUE: &[&str] = &[
    "Esc 3",
    "Esc 3 z",
    "Esc 3 0",
    "Esc 3 Down Down",
    "Esc 3 G",
    "Esc 3 a",
    "Esc 3 a 1",
    "Esc 3 a 5",
    "Esc 3 s",
    "Esc 3 G k k k Enter",
    "Esc 3 G k k k k k k Right",
    "Esc 1 z",
    "Esc 2 z",
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
    "Esc 2 a |ŝ|",
    "Esc 2 a |ŝ wed 10:00 !! #calls x5 @ŝ ~30m due fri|",
    "Esc 2 a |ŝ wed 10:00| ctrl-t",
    "Esc 2 a Tab",
    "Esc 2 a |ŝ| Tab shift-Tab |2|",
    "Esc 2 a |ŝ| Tab shift-Tab |每两周周一| Down",
    "Esc 2 G",
    "Esc 2 [ [ o",
    "Esc 2 space",
    "Esc 2 s 1",
    "Esc 2 m 1",
    "Esc 2 m 1 u",
    "Esc 2 Enter 1 Tab Tab Tab Tab Tab Tab",
    "Esc 2 Enter 1 G",
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
    "Esc 1 i 1 |12万| Tab |龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龘龖| Enter",
    "Esc 1 i 1 |12万| Tab |龖| Enter Up",
    "Esc 1 i 1 |12万| Tab |龘龘龖| Enter 2",
    "Esc 1 i 1 |12万| Tab |龘龘龖| Enter 3",
    "Esc 1 i 1 |12万| Tab |龘龘龖| Enter 4",
    "Esc 1 i 1 |12万| Tab |龘龘龖| Enter 5",
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
    "Esc / |ŝ|",
    "Esc / |爨爨|",
    "Esc / |灩|",
    "Esc / |麤麤麤麤麤麤麤麤麤麤麤麤麤麤麤麤麤麤麤麤|",
    "Esc / |ßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßß|",
    "Esc / |灩| Down Enter",
    "Esc : |count|",
    "Esc : |计数|",
    "Esc : |ßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßßß|",
    "Esc C |=ŝ| Enter",
    "Esc 2 c",
    "Esc 2 u",
];

//! Goals, drawn and driven without a terminal.

mod planning;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Goals;
use crate::domain::change::{Change, SettingsChange, TargetChange, TargetSet, WeekChange};
use crate::domain::fixtures::{Planned, WeekBuilder, a_week, amount, at, metric, percent, stamp};
use crate::domain::{ByDay, Currency, Day, Language, Law, Market, OwnDay, Week, Weekday, Weight};
use crate::i18n::Words;
use crate::planning::{History, day_view, next, outlook};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::field::Answer;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;
use crate::tui::theme::{Colours, GlyphSet, Theme};
use crate::tui::view::{Pane, View};
use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};

/// A week at a moment, in front of the pane.
#[derive(Clone)]
pub(super) struct Stage {
    planned: Planned,
    earlier: Vec<Week>,
    now: &'static str,
    language: Language,
}

impl Stage {
    pub(super) fn of(week: WeekBuilder, now: &'static str) -> Self {
        Self {
            planned: week.build(),
            earlier: Vec::new(),
            now,
            language: Language::En,
        }
    }

    fn in_chinese(mut self) -> Self {
        self.language = Language::ZhCn;
        self.planned.settings.language = Language::ZhCn;
        self
    }

    pub(super) fn with<T>(&self, look: impl FnOnce(&Scene<'_>) -> T) -> T {
        let words = Words::of(self.language);
        let history = History {
            earlier: self.earlier.iter().collect(),
            next: None,
        };
        let now = at(self.now);
        let (week, settings) = (&self.planned.week, &self.planned.settings);
        let seen = outlook(week, &history, settings, now, &|metric| {
            words.metric_name(metric)
        });
        let theme = Theme::new(GlyphSet::Full, Colours::None);
        let view = View::new(Pane::Goals, now.day(), now.day());
        look(&Scene {
            week,
            outlook: &seen,
            history,
            settings,
            words,
            language: self.language,
            theme: &theme,
            view: &view,
            unreadable: None,
            now,
            stamp: stamp(self.now),
            day: day_view(&seen, view.day()),
            next: next(&seen, now),
        })
    }

    /// What an action comes to.
    fn act(&self, pane: &mut Goals, actions: &[Action]) {
        for action in actions {
            self.with(|scene| drop(pane.update(*action, scene)));
        }
    }

    /// The edit that an action makes, if it makes one.
    fn change(&self, pane: &mut Goals, action: Action) -> Option<Change> {
        match self.with(|scene| pane.update(action, scene)) {
            Effect::Change(edit) => {
                self.with(|scene| drop(pane.written(scene)));
                Some(edit.change)
            }
            _ => None,
        }
    }

    /// Types into the open field.
    fn type_text(&self, pane: &mut Goals, text: &str) {
        for char in text.chars() {
            let key = KeyEvent::new(KeyCode::Char(char), KeyModifiers::NONE);
            let answer = pane.field().expect("an open field").key(key);
            assert_eq!(answer, Answer::Edited);
            self.with(|scene| pane.edited(scene));
        }
    }

    /// The pane in an area of that size on a screen of that width, line by line.
    fn drawn(&self, pane: &Goals, area: (u16, u16), screen: u16) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, screen, area.1));
        let area = Rect::new(0, 0, area.0, area.1);
        self.with(|scene| pane.draw(scene, area, true, &mut buf));
        lines(&buf, area)
    }
}

/// A buffer as lines of text, a wide character once.
fn lines(buf: &Buffer, area: Rect) -> Vec<String> {
    use unicode_width::UnicodeWidthStr as _;
    let line = |y| {
        let mut text = String::new();
        let mut x = area.x;
        while x < area.right() {
            let symbol = buf[(x, y)].symbol();
            text.push_str(symbol);
            x += u16::try_from(symbol.width().max(1)).unwrap();
        }
        text.trim_end().to_owned()
    };
    (area.y..area.bottom()).map(line).collect()
}

/// The week of the drawings: Wednesday at ten.
fn wednesday() -> WeekBuilder {
    a_week("2026-W48")
        .target("new_customers", 10)
        .target("revenue", 50_000_000)
        .target("visits", 15)
        .target("calls", 50)
        .target("emails", 100)
        .target("training", 60)
        .pin("emails", Thu, 20)
        .focus("new_customers")
        .entry("new_customers", 3, Mon)
        .entry("new_customers", 2, Tue)
        .entry("new_customers", 1, Wed)
        .entry("revenue", 14_000_000, Mon)
        .entry("revenue", 13_900_000, Tue)
        .entry("revenue", 3_300_000, Wed)
        .entry("visits", 3, Mon)
        .entry("visits", 3, Tue)
        .entry("visits", 1, Wed)
        .entry("calls", 12, Mon)
        .entry("calls", 9, Tue)
        .entry("calls", 6, Wed)
        .entry("emails", 22, Mon)
        .entry("emails", 8, Tue)
        .entry("emails", 20, Wed)
        .entry("messages", 5, Mon)
        .entry("messages", 7, Tue)
        .entry("training", 15, Mon)
        .entry("training", 15, Tue)
        .counted("Visit Yunfeng", Wed, "visits", 1)
        .counted("Visit Huaxin", Wed, "visits", 1)
}

/// All that can be long: names of 40 cells, seven days, amounts of every scale.
fn full() -> WeekBuilder {
    let long = "华东区重点客户季度回访与续约意向确认登记次数";
    wednesday()
        .settings(|settings| {
            for (metric, name) in settings.metrics.iter_mut().zip([long, "回款"]) {
                metric.name = Some(name.to_owned());
            }
        })
        .target("messages", 123_456)
        .weight(Sat, 50)
        .entry("calls", 1, Sun)
        .pin("visits", Fri, 12)
        .market(Market::Weak)
}

/// Compares a drawn pane with the picture of that name.
fn looks(name: &str, lines: &[String]) {
    insta::with_settings!({
        snapshot_path => "../../../../tests/snapshots/goals",
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, lines.join("\n"));
    });
}

#[test]
fn the_grid_at_every_size_in_both_languages() {
    for (area, screen, size) in [
        ((80, 22), 80, "80x24"),
        ((44, 38), 120, "120x40"),
        ((64, 48), 200, "200x50"),
        ((50, 18), 50, "50x20"),
        ((40, 10), 40, "40x12"),
    ] {
        let stage = Stage::of(wednesday(), "2026-11-25 10:00");
        let pane = Goals::default();
        looks(
            &format!("week@{size}.en"),
            &stage.drawn(&pane, area, screen),
        );
    }
    for (area, screen, size) in [((50, 18), 50, "50x20"), ((40, 10), 40, "40x12")] {
        let stage = Stage::of(full(), "2026-11-25 10:00").in_chinese();
        let drawn = stage.drawn(&Goals::default(), area, screen);
        looks(&format!("full@{size}.zh-CN"), &drawn);
    }
}

#[test]
fn every_framed_line_ends_in_the_same_column() {
    use unicode_width::UnicodeWidthStr as _;
    for (area, screen) in [
        ((80, 22), 80),
        ((44, 38), 120),
        ((64, 48), 200),
        ((62, 20), 62),
    ] {
        for stage in [wednesday(), full(), a_week("2026-W48").target("calls", 9)] {
            let stage = Stage::of(stage, "2026-11-25 10:00");
            for stage in [stage.clone(), stage.in_chinese()] {
                for line in stage.drawn(&Goals::default(), area, screen) {
                    assert_eq!(line.width(), usize::from(area.0), "{line}");
                }
            }
        }
    }
}

#[test]
fn what_does_not_fit_scrolls_and_is_counted_in_the_frame() {
    let stage = Stage::of(wednesday(), "2026-11-25 10:00");
    let mut pane = Goals::default();
    let lines = stage.drawn(&pane, (80, 16), 80);
    assert!(lines[15].contains(" 2 more "), "{}", lines[15]);
    stage.act(&mut pane, &[Action::Last]);
    let lines = stage.drawn(&pane, (80, 16), 80);
    assert!(lines.iter().any(|line| line.contains("▸Training")));
}

#[test]
fn the_exact_amount_stands_below_when_its_cell_is_selected() {
    let stage = Stage::of(wednesday(), "2026-11-25 10:00");
    let mut pane = Goals::default();
    stage.act(&mut pane, &[Action::Down, Action::Right, Action::Right]);
    let lines = stage.drawn(&pane, (80, 22), 80);
    let exact = "Revenue Tue 24: plan ¥100,000, done ¥139,000";
    assert!(lines.iter().any(|line| line.contains(exact)), "{lines:#?}");
}

#[test]
fn what_asks_for_attention_is_said() {
    let week = a_week("2026-W48")
        .target("calls", 10)
        .pin("calls", Wed, 8)
        .pin("calls", Thu, 5);
    let lines = Stage::of(week, "2026-11-25 10:00").drawn(&Goals::default(), (80, 22), 80);
    let said = "Calls: pins exceed the target by 3";
    assert!(lines.iter().any(|line| line.contains(said)), "{lines:#?}");
}

#[test]
fn holidays_make_up_days_and_unknown_years_are_named() {
    let china = |week: &str| {
        let week = a_week(week).target("calls", 10);
        week.settings(|settings| settings.calendar.law = Law::Cn)
    };
    for (week, now, said) in [
        (
            "2026-W39",
            "2026-09-21 10:00",
            "Outlook normal · Mid-Autumn Festival",
        ),
        ("2026-W38", "2026-09-15 10:00", "make-up day Sun"),
        (
            "2026-W53",
            "2026-12-29 10:00",
            "holidays of 2027 not known yet",
        ),
    ] {
        let lines = Stage::of(china(week), now).drawn(&Goals::default(), (80, 22), 80);
        assert!(lines[1].contains(said), "{}", lines[1]);
    }
}

/// Calls selected in a week of 50 with one pin.
fn calls() -> (Stage, Goals) {
    let week = a_week("2026-W48").target("calls", 50).pin("calls", Fri, 4);
    let stage = Stage::of(week, "2026-11-25 10:00");
    let mut pane = Goals::default();
    stage.act(&mut pane, &[Action::Down, Action::Down, Action::Down]);
    (stage, pane)
}

fn target_change(stage: &Stage, change: TargetChange) -> Change {
    Change::Week(stage.planned.week.week, change.into())
}

#[test]
fn a_new_target_is_written_by_one_enter() {
    let (stage, mut pane) = calls();
    stage.act(&mut pane, &[Action::Up, Action::EditTarget]);
    stage.type_text(&mut pane, "3/d");
    let set = TargetSet::new(metric("visits"), amount(9), at(stage.now));
    let expected = target_change(&stage, TargetChange::Set(set));
    assert_eq!(stage.change(&mut pane, Action::Accept), Some(expected));
}

#[test]
fn a_changed_target_asks_why_and_takes_no_answer_too() {
    for (reason, kept) in [("", None), ("Huaxin cancelled", Some("Huaxin cancelled"))] {
        let (stage, mut pane) = calls();
        stage.act(&mut pane, &[Action::EditTarget]);
        stage.type_text(&mut pane, "40");
        assert_eq!(stage.change(&mut pane, Action::Accept), None);
        stage.type_text(&mut pane, reason);
        let set = TargetSet {
            reason: kept.map(str::to_owned),
            ..TargetSet::new(metric("calls"), amount(40), at(stage.now))
        };
        let expected = target_change(&stage, TargetChange::Set(set));
        assert_eq!(stage.change(&mut pane, Action::Accept), Some(expected));
    }
}

#[test]
fn only_enter_and_save_write_from_a_field() {
    for action in [
        Action::Back,
        Action::Up,
        Action::Down,
        Action::NextField,
        Action::PreviousField,
    ] {
        let (stage, mut pane) = calls();
        stage.act(&mut pane, &[Action::EditTarget]);
        stage.type_text(&mut pane, "40");
        assert_eq!(stage.change(&mut pane, action), None, "{action:?}");
        assert!(!pane.is_box(), "{action:?} leaves the field");
    }
}

#[test]
fn what_is_no_amount_stays_with_what_would_be_right() {
    let (stage, mut pane) = calls();
    stage.act(&mut pane, &[Action::EditTarget]);
    stage.type_text(&mut pane, "lots");
    assert_eq!(stage.change(&mut pane, Action::Accept), None);
    let lines = stage.drawn(&pane, (80, 22), 80);
    assert!(
        lines.iter().any(|line| line.contains("[lots        ]")),
        "{lines:#?}"
    );
    let help = "is no part of an amount; write one like 50,";
    assert!(lines.iter().any(|line| line.contains(help)), "{lines:#?}");
}

#[test]
fn a_day_is_pinned_at_the_number_shown_and_freed_again() {
    let (stage, mut pane) = calls();
    let pin = |weekday, units: Option<i64>| {
        let day = stage.planned.week.week.day(weekday);
        let (metric, amount) = (metric("calls"), units.map(amount));
        Some(target_change(
            &stage,
            TargetChange::Pin {
                metric,
                day,
                amount,
            },
        ))
    };
    stage.act(
        &mut pane,
        &[Action::Right, Action::Right, Action::Right, Action::Right],
    );
    assert_eq!(stage.change(&mut pane, Action::Pin), pin(Thu, Some(23)));
    stage.act(&mut pane, &[Action::Right]);
    assert_eq!(stage.change(&mut pane, Action::Pin), pin(Fri, None));
    stage.act(&mut pane, &[Action::EditTarget]);
    stage.type_text(&mut pane, "7");
    assert_eq!(stage.change(&mut pane, Action::Accept), pin(Fri, Some(7)));
}

#[test]
fn a_day_off_is_an_edit_of_the_settings_and_back() {
    let own = |stage: &Stage, weekday, weight: Option<u16>| {
        let day = stage.planned.week.week.day(weekday);
        let own = weight.map(|weight| OwnDay {
            weight: percent(weight),
            why: None,
        });
        Some(Change::Settings(SettingsChange::Days(vec![(day, own)])))
    };
    let (stage, mut pane) = calls();
    stage.act(&mut pane, &[Action::Right]);
    assert_eq!(
        stage.change(&mut pane, Action::DayOff),
        own(&stage, Mon, Some(0))
    );
    let off = Stage::of(
        a_week("2026-W48").target("calls", 50).day_off(Mon),
        stage.now,
    );
    assert_eq!(off.change(&mut pane, Action::DayOff), own(&off, Mon, None));
    let extra = Stage::of(
        a_week("2026-W48").target("calls", 50).pin("calls", Sat, 2),
        stage.now,
    );
    stage.act(&mut pane, &[Action::Right; 4]);
    extra.act(&mut pane, &[Action::Right]);
    assert_eq!(
        extra.change(&mut pane, Action::DayOff),
        own(&extra, Sat, Some(100))
    );
}

#[test]
fn what_is_refused_is_passed_on_and_nothing_else() {
    let (stage, _) = calls();
    let walks: [&[Action]; 5] = [
        &[],
        &[Action::Right],
        &[Action::Left],
        &[Action::First],
        &[Action::EditTarget],
    ];
    for walk in walks {
        for action in Action::all() {
            let (_, mut pane) = calls();
            stage.act(&mut pane, walk);
            let allowed = stage.with(|scene| pane.allows(action, scene));
            let passed = stage.with(|scene| pane.update(action, scene)).is_pass_on();
            assert_eq!(allowed, !passed, "{action:?} after {walk:?}");
        }
    }
}

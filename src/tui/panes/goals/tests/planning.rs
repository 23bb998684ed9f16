//! A week that is planned, and the first one of all.

use super::*;

/// A planned and sealed week before an empty one, on Monday morning.
fn before_planning() -> Stage {
    let last = a_week("2026-W47")
        .target("new_customers", 10)
        .target("revenue", 5_000_000)
        .target("visits", 15)
        .target("calls", 50)
        .target("emails", 100)
        .target("training", 60)
        .entry("new_customers", 8, Mon)
        .entry("revenue", 4_730_000, Mon)
        .entry("visits", 14, Mon)
        .entry("calls", 47, Mon)
        .entry("emails", 118, Mon)
        .entry("messages", 12, Mon)
        .entry("training", 60, Mon)
        .task("Reference list", Wed)
        .improvement("call before 10:00", Some(Mon))
        .settings(|settings| settings.currency = Currency::USD);
    let mut last = last.sealed().build().week;
    last.currency = Some(Currency::USD);
    let this = a_week("2026-W48");
    let this = this.settings(|settings| settings.currency = Currency::USD);
    Stage {
        earlier: vec![last],
        ..Stage::of(this, "2026-11-23 08:50")
    }
}

#[test]
fn a_week_is_planned_at_every_size() {
    for (area, screen, size) in [
        ((80, 22), 80, "80x24"),
        ((44, 38), 120, "120x40"),
        ((64, 48), 200, "200x50"),
        ((40, 10), 40, "40x12"),
    ] {
        let stage = before_planning();
        let mut pane = Goals::default();
        looks(
            &format!("plan@{size}.en"),
            &stage.drawn(&pane, area, screen),
        );
        stage.act(&mut pane, &[Action::Down; 4]);
        stage.act(&mut pane, &[Action::EditTarget]);
        stage.type_text(&mut pane, "55");
        looks(
            &format!("plan_typed@{size}.en"),
            &stage.drawn(&pane, area, screen),
        );
        let stage = before_planning().in_chinese();
        looks(
            &format!("plan@{size}.zh-CN"),
            &stage.drawn(&Goals::default(), area, screen),
        );
    }
}

fn targets_of(change: Option<Change>) -> Vec<(String, i64, Option<Day>)> {
    let Some(Change::Several(changes)) = change else {
        panic!("{change:?}");
    };
    let set = |change| match change {
        Change::Week(_, WeekChange::Target(TargetChange::Set(set))) => {
            Some((set.metric.to_string(), set.to.units(), set.since))
        }
        _ => None,
    };
    changes.into_iter().filter_map(set).collect()
}

#[test]
fn one_enter_takes_last_weeks_targets_by_working_days() {
    let mut stage = before_planning();
    let off = a_week("2026-W48").day_off(Fri);
    stage.planned.settings.calendar.days = off.build().settings.calendar.days;
    let taken = stage.change(&mut Goals::default(), Action::EditTarget);
    let targets: Vec<_> = targets_of(taken);
    let expected = [
        ("new_customers", 8),
        ("revenue", 4_000_000),
        ("visits", 12),
        ("calls", 40),
        ("emails", 80),
        ("training", 50),
    ];
    let expected = expected.map(|(metric, to)| (metric.to_owned(), to, None));
    assert_eq!(targets, expected);
}

#[test]
fn a_typed_figure_goes_with_the_plan_and_nothing_is_written_before() {
    let stage = before_planning();
    let mut pane = Goals::default();
    stage.act(&mut pane, &[Action::Down; 4]);
    stage.act(&mut pane, &[Action::EditTarget]);
    stage.type_text(&mut pane, "11/d");
    assert_eq!(stage.change(&mut pane, Action::Accept), None);
    assert!(pane.is_box(), "the next figure is open");
    stage.type_text(&mut pane, "0");
    let targets = targets_of(stage.change(&mut pane, Action::SaveAll));
    let kept = |metric: &str| {
        targets
            .iter()
            .find(|(id, ..)| id == metric)
            .map(|kept| kept.1)
    };
    assert_eq!((kept("calls"), kept("emails")), (Some(55), None));
}

fn first_start() -> Stage {
    let week = a_week("2026-W48").settings(|settings| settings.calendar.law = Law::Cn);
    Stage::of(week, "2026-11-25 08:50")
}

#[test]
fn the_first_start_at_every_size_in_both_languages() {
    for (area, screen, size) in [
        ((80, 22), 80, "80x24"),
        ((44, 38), 120, "120x40"),
        ((64, 48), 200, "200x50"),
        ((40, 10), 40, "40x12"),
    ] {
        let pane = Goals::default();
        let stage = first_start();
        looks(
            &format!("start@{size}.en"),
            &stage.drawn(&pane, area, screen),
        );
        let stage = stage.in_chinese();
        looks(
            &format!("start@{size}.zh-CN"),
            &stage.drawn(&pane, area, screen),
        );
    }
}

#[test]
fn the_first_start_takes_the_examples_of_the_days_left() {
    let stage = first_start();
    let taken = stage.change(&mut Goals::default(), Action::EditTarget);
    let since = Some(stage.planned.week.week.day(Wed));
    let expected = [
        ("new_customers", 6),
        ("revenue", 30_000_000),
        ("visits", 9),
        ("calls", 30),
        ("emails", 60),
    ];
    let expected = expected.map(|(metric, to)| (metric.to_owned(), to, since));
    assert_eq!(targets_of(taken), expected);
}

#[test]
fn what_was_chosen_at_the_first_start_is_written_before_the_targets() {
    let stage = first_start();
    let mut pane = Goals::default();
    stage.act(&mut pane, &[Action::Down; 9]);
    stage.act(
        &mut pane,
        &[Action::EditTarget, Action::Down, Action::EditTarget],
    );
    stage.act(&mut pane, &[Action::Down, Action::EditTarget]);
    stage.type_text(&mut pane, "usd");
    stage.act(
        &mut pane,
        &[Action::Accept, Action::EditTarget, Action::Down],
    );
    stage.act(&mut pane, &[Action::EditTarget, Action::First]);
    let taken = stage.change(&mut pane, Action::EditTarget);
    let Some(Change::Several(changes)) = taken.clone() else {
        panic!("{taken:?}");
    };
    let from = stage.planned.settings.calendar.pattern_from;
    let six_days = ByDay::from_fn(|day| {
        if day == Sun {
            Weight::OFF
        } else {
            Weight::FULL
        }
    });
    let six_days = SettingsChange::Pattern(vec![six_days], from);
    let expected = [
        SettingsChange::Language(Language::ZhCn),
        SettingsChange::Currency(Currency::USD),
        SettingsChange::Law(Law::None),
        six_days,
    ];
    assert_eq!(changes[..4], expected.map(Change::from));
    let monday = Some(stage.planned.week.week.monday());
    let revenue = ("revenue".to_owned(), 6_000_000, monday);
    assert!(targets_of(taken).contains(&revenue));
}

#[test]
fn a_figure_at_the_first_start_brings_customer_care_into_use() {
    let stage = first_start();
    let mut pane = Goals::default();
    stage.act(&mut pane, &[Action::Down; 8]);
    stage.act(&mut pane, &[Action::Choose(6), Action::Accept]);
    stage.act(&mut pane, &[Action::First]);
    let taken = stage.change(&mut pane, Action::EditTarget);
    let Some(Change::Several(changes)) = taken.clone() else {
        panic!("{taken:?}");
    };
    let restored = SettingsChange::RestoreMetric(metric("care"));
    assert_eq!(changes.first(), Some(&Change::from(restored)));
    let since = Some(stage.planned.week.week.day(Wed));
    assert_eq!(
        targets_of(taken).last(),
        Some(&("care".to_owned(), 6, since))
    );
}

#[test]
fn what_is_refused_is_passed_on_while_a_week_is_planned_too() {
    for stage in [before_planning(), first_start()] {
        for walk in [
            vec![],
            vec![Action::Down, Action::EditTarget],
            vec![Action::Down, Action::Right],
            vec![Action::Down, Action::Right, Action::EditTarget],
            vec![Action::Last],
        ] {
            for action in Action::all() {
                let mut pane = Goals::default();
                stage.act(&mut pane, &walk);
                let allowed = stage.with(|scene| pane.allows(action, scene));
                let passed = stage.with(|scene| pane.update(action, scene)).is_pass_on();
                assert_eq!(allowed, !passed, "{action:?} after {walk:?}");
            }
        }
    }
}

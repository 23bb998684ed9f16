//! Pins of a plan that is not written yet.

use super::Draft;
use crate::domain::Weekday::{Mon, Thu, Tue, Wed};
use crate::domain::change::{Change, ChangeError, TargetChange, WeekChange};
use crate::domain::fixtures::{a_week, amount, metric, week_id};
use crate::domain::{Amount, Weekday};
use crate::tui::panes::goals::tests::Stage;
use crate::tui::scene::Scene;

/// An empty week on Wednesday.
fn wednesday() -> Stage {
    Stage::of(a_week("2026-W48"), "2026-11-25 08:50")
}

/// A draft with a figure for calls.
fn fifty() -> Draft {
    let mut draft = Draft::default();
    draft.set(metric("calls"), amount(50));
    draft
}

fn pin(
    draft: &mut Draft,
    id: &str,
    day: Weekday,
    to: Option<Amount>,
    scene: &Scene<'_>,
) -> Result<(), ChangeError> {
    let cell = (&metric(id), week_id("2026-W48").day(day));
    draft.pin(cell, to, scene, scene.today())
}

/// The edits of calls, in words: `set 50`, `pin 2026-11-26 8`.
fn edits(draft: &Draft, scene: &Scene<'_>) -> Vec<String> {
    let said = |change| match change {
        Change::Week(_, WeekChange::Target(TargetChange::Set(set))) => {
            (set.metric == metric("calls")).then(|| format!("set {}", set.to.units()))
        }
        Change::Week(_, WeekChange::Target(TargetChange::Pin { day, amount, .. })) => {
            let amount = amount.map_or("auto".to_owned(), |to| to.units().to_string());
            Some(format!("pin {day} {amount}"))
        }
        other => panic!("{other:?}"),
    };
    let changes = draft.changes(scene, scene.today(), None);
    changes.into_iter().filter_map(said).collect()
}

#[test]
fn pins_are_written_behind_their_figure() {
    wednesday().with(|scene| {
        let mut draft = fifty();
        pin(&mut draft, "calls", Thu, Some(amount(8)), scene).unwrap();
        pin(&mut draft, "calls", Wed, Some(amount(0)), scene).unwrap();
        let expected = ["set 50", "pin 2026-11-25 0", "pin 2026-11-26 8"];
        assert_eq!(edits(&draft, scene), expected);
        pin(&mut draft, "calls", Thu, None, scene).unwrap();
        let expected = ["set 50", "pin 2026-11-25 0", "pin 2026-11-26 auto"];
        assert_eq!(edits(&draft, scene), expected);
    });
}

#[test]
fn a_figure_that_is_cleared_takes_its_pins_with_it() {
    wednesday().with(|scene| {
        let mut draft = fifty();
        pin(&mut draft, "calls", Thu, Some(amount(8)), scene).unwrap();
        draft.set(metric("calls"), amount(60));
        assert_eq!(edits(&draft, scene), ["set 60", "pin 2026-11-26 8"]);
        draft.set(metric("calls"), Amount::ZERO);
        draft.set(metric("calls"), amount(50));
        assert_eq!(edits(&draft, scene), ["set 50"]);
    });
}

#[test]
fn a_pin_that_the_week_would_refuse_is_refused_at_once() {
    let week = week_id("2026-W48");
    let before = ChangeError::BeforeSince {
        day: week.day(Tue),
        since: week.day(Wed),
    };
    let metric = metric("visits");
    let cases = [
        ("calls", Tue, 8, before),
        ("calls", Thu, -1, ChangeError::Negative),
        ("visits", Thu, 8, ChangeError::NoTarget { metric, week }),
    ];
    for (id, day, to, error) in cases {
        wednesday().with(|scene| {
            let mut draft = fifty();
            draft.set(crate::domain::fixtures::metric("visits"), Amount::ZERO);
            let pinned = pin(&mut draft, id, day, Some(amount(to)), scene);
            assert_eq!(pinned, Err(error));
            assert_eq!(edits(&draft, scene), ["set 50"]);
        });
    }
}

#[test]
fn a_target_that_began_with_an_earlier_entry_takes_pins_from_there() {
    let week = a_week("2026-W48").entry("calls", 3, Mon);
    Stage::of(week, "2026-11-25 08:50").with(|scene| {
        let mut draft = fifty();
        pin(&mut draft, "calls", Tue, Some(amount(8)), scene).unwrap();
        assert_eq!(edits(&draft, scene), ["set 50", "pin 2026-11-24 8"]);
    });
}

#[test]
fn a_pin_is_left_out_once_its_day_has_passed() {
    let mut draft = fifty();
    Stage::of(a_week("2026-W48"), "2026-11-24 23:50").with(|scene| {
        pin(&mut draft, "calls", Tue, Some(amount(8)), scene).unwrap();
        pin(&mut draft, "calls", Thu, Some(amount(9)), scene).unwrap();
    });
    wednesday().with(|scene| assert_eq!(edits(&draft, scene), ["set 50", "pin 2026-11-26 9"]));
}

use pretty_assertions::assert_eq;

use super::*;
use crate::domain::change::{Applied, Change, Noun};
use crate::domain::fixtures::{a_week, amount, day, metric, settings, week_id};
use crate::domain::{Amount, Basis, Kind, Letter, Unit, Weekday};
use Weekday::{Mon, Wed};

fn apply(books: &mut Books, change: SettingsChange) -> Change {
    Change::from(change).apply(books).unwrap().undo
}

fn refused(books: &mut Books, change: SettingsChange) -> ChangeError {
    let before = books.clone();
    let error = Change::from(change).apply(books).unwrap_err();
    assert_eq!(books, &before);
    error
}

fn letter(sign: char) -> Option<Letter> {
    let letter = Letter::new(sign);
    assert!(letter.is_some(), "{sign} counts");
    letter
}

fn set(id: &str, field: MetricField) -> SettingsChange {
    SettingsChange::SetMetric(metric(id), field)
}

fn tours() -> Metric {
    let name = Some(" 工厂参观 ".to_owned());
    Metric {
        name,
        ..Metric::new(metric("factory_tours"), Kind::Activity, Unit::Count)
    }
}

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

#[test]
fn the_currency_changes_unless_a_week_holds_money_of_other_fractions() {
    let week = week_id("2026-W48");
    let (from, to) = (Currency::CNY, currency("JPY"));
    let cases = [
        (
            "no money",
            a_week("2026-W48").entry("calls", 1, Mon),
            "JPY",
            None,
        ),
        (
            "as many digits",
            a_week("2026-W48").entry("revenue", 1, Mon),
            "USD",
            None,
        ),
        (
            "other digits",
            a_week("2026-W48").entry("revenue", 1, Mon),
            "JPY",
            Some(ChangeError::CurrencyInUse { week, from, to }),
        ),
        (
            "sealed",
            a_week("2026-W48").entry("revenue", 1, Mon).sealed(),
            "JPY",
            None,
        ),
    ];
    for (label, week, code, error) in cases {
        let change = SettingsChange::Currency(currency(code));
        assert!(change.needs_all_weeks());
        let result = Change::from(change).apply(&mut week.build().books());
        assert_eq!(result.err(), error, "{label}");
    }
}

#[test]
fn a_change_of_currency_is_not_undone_once_money_came() {
    let mut books = Books::new(settings());
    let undo = apply(&mut books, SettingsChange::Currency(currency("JPY")));
    let yen = a_week("2026-W48").settings(|settings| settings.currency = currency("JPY"));
    books.insert(yen.entry("revenue", 500, Mon).build().week);
    let (week, from, to) = (week_id("2026-W48"), currency("JPY"), Currency::CNY);
    assert!(undo.needs_all_weeks());
    assert_eq!(
        undo.apply(&mut books),
        Err(ChangeError::CurrencyInUse { week, from, to })
    );
}

#[test]
fn a_pattern_has_rows_and_the_hours_have_a_length() {
    let mut books = Books::new(settings());
    let from = week_id("2026-W01");
    assert_eq!(
        refused(&mut books, SettingsChange::Pattern(Vec::new(), from)),
        ChangeError::Pattern(0)
    );
    let rows = vec![ByDay::default(); 53];
    assert_eq!(
        refused(&mut books, SettingsChange::Pattern(rows, from)),
        ChangeError::Pattern(53)
    );
    let nine = TimeOfDay::new(9, 0).unwrap();
    let hours = SettingsChange::Hours(Hours {
        from: nine,
        to: nine,
    });
    assert_eq!(refused(&mut books, hours), ChangeError::Hours);
}

#[test]
fn own_days_are_set_and_taken_away_across_weeks() {
    let mut books = Books::new(settings());
    let (friday, monday) = (day("2026-11-27"), day("2026-11-30"));
    let why = Some(" leave ".to_owned());
    let leave = OwnDay {
        weight: Weight::OFF,
        why,
    };
    let days = vec![(friday, Some(leave.clone())), (monday, Some(leave))];
    let change = SettingsChange::Days(days);
    assert_eq!(change.weeks(), [week_id("2026-W48"), week_id("2026-W49")]);
    let _: Change = apply(&mut books, change);
    let own = &books.settings.calendar.days;
    assert_eq!(own[&monday].why.as_deref(), Some("leave"));
    let _: Change = apply(&mut books, SettingsChange::Days(vec![(friday, None)]));
    assert_eq!(books.settings.calendar.days.len(), 1);
}

#[test]
fn an_own_day_is_undone_and_another_one_stays() {
    let mut books = Books::new(settings());
    let off = |date: &str| {
        let (weight, why) = (Weight::OFF, None);
        SettingsChange::Days(vec![(day(date), Some(OwnDay { weight, why }))])
    };
    let undo = apply(&mut books, off("2026-11-26"));
    let _: Change = apply(&mut books, off("2026-11-27"));
    let _: Applied = undo.apply(&mut books).unwrap();
    let left: Vec<Day> = books.settings.calendar.days.into_keys().collect();
    assert_eq!(left, [day("2026-11-27")]);
}

#[test]
fn a_new_metric_comes_last() {
    let mut books = Books::new(settings());
    let new = Metric {
        letter: letter('b'),
        ..tours()
    };
    let _: Change = apply(&mut books, SettingsChange::AddMetric(new));
    let last = books.settings.metrics.last().unwrap();
    assert_eq!(
        (last.name.as_deref(), last.letter),
        (Some("工厂参观"), letter('b'))
    );
}

#[test]
fn what_cannot_be_a_metric_is_refused() {
    let taken = letter('c').unwrap();
    let free = vec![Letter::new('b').unwrap()];
    let basis = Some(Basis::Signed);
    let step = Some(Amount::ZERO);
    let cases = [
        (
            "built in",
            Metric {
                id: metric("care"),
                ..tours()
            },
            ChangeError::MetricExists(metric("care")),
        ),
        (
            "a taken letter",
            Metric {
                letter: letter('c'),
                ..tours()
            },
            ChangeError::LetterTaken {
                letter: taken,
                free,
            },
        ),
        (
            "a basis without money",
            Metric { basis, ..tours() },
            ChangeError::UnitMisfit,
        ),
        (
            "a step of nothing",
            Metric { step, ..tours() },
            ChangeError::UnitMisfit,
        ),
    ];
    for (label, metric, error) in cases {
        let mut books = Books::new(settings());
        assert_eq!(
            refused(&mut books, SettingsChange::AddMetric(metric)),
            error,
            "{label}"
        );
    }
}

#[test]
fn a_metric_gets_its_fields() {
    let mut books = Books::new(settings());
    for field in [
        MetricField::Name(Some("Anrufe".into())),
        MetricField::Kind(Kind::Outcome),
        MetricField::Letter(letter('b')),
        MetricField::Step(Some(amount(5))),
    ] {
        let _: Change = apply(&mut books, set("calls", field));
    }
    let expected = Metric {
        name: Some("Anrufe".into()),
        letter: letter('b'),
        step: Some(amount(5)),
        ..Metric::new(metric("calls"), Kind::Outcome, Unit::Count)
    };
    assert_eq!(books.settings.metric(&metric("calls")), Some(&expected));
    let ghost = set("ghost", MetricField::Letter(letter('c')));
    assert_eq!(
        refused(&mut books, ghost),
        ChangeError::UnknownMetric(metric("ghost"))
    );
}

#[test]
fn a_unit_changes_only_while_no_week_holds_the_metric() {
    let week = week_id("2026-W48");
    let minutes = || set("calls", MetricField::Unit(Unit::Minutes));
    assert!(minutes().needs_all_weeks());
    for (label, held) in [
        ("a target", a_week("2026-W48").target("calls", 5)),
        ("an entry", a_week("2026-W48").entry("calls", 5, Mon)),
        (
            "a task",
            a_week("2026-W48").counted("Call Lin", Wed, "calls", 1),
        ),
        (
            "a sealed week",
            a_week("2026-W48").target("calls", 5).sealed(),
        ),
    ] {
        let error = refused(&mut held.build().books(), minutes());
        let metric = metric("calls");
        assert_eq!(error, ChangeError::UnitInUse { metric, week }, "{label}");
    }
    let mut books = a_week("2026-W48").target("visits", 5).build().books();
    let undo = apply(&mut books, minutes());
    books.insert(a_week("2026-W48").entry("calls", 30, Mon).build().week);
    let metric = metric("calls");
    assert_eq!(
        undo.apply(&mut books),
        Err(ChangeError::UnitInUse { metric, week })
    );
}

#[test]
fn money_loses_its_basis_with_its_unit() {
    let mut books = Books::new(settings());
    let _: Change = apply(&mut books, set("revenue", MetricField::Unit(Unit::Count)));
    assert_eq!(
        books.settings.metric(&metric("revenue")).unwrap().basis,
        None
    );
}

#[test]
fn a_retired_metric_gives_its_letter_back() {
    let mut books = Books::new(settings());
    let _: Change = apply(&mut books, SettingsChange::RetireMetric(metric("calls")));
    let free = set("visits", MetricField::Letter(letter('c')));
    let _: Change = apply(&mut books, free);
    let _: Change = apply(&mut books, SettingsChange::RestoreMetric(metric("calls")));
    assert_eq!(
        books.settings.metric(&metric("calls")).unwrap().letter,
        None
    );
}

#[test]
fn a_restored_metric_gets_its_built_in_letter_where_that_is_free() {
    let mut books = Books::new(settings());
    let _: Change = apply(&mut books, SettingsChange::RetireMetric(metric("calls")));
    let retired = books.clone();
    let undo = apply(&mut books, SettingsChange::RestoreMetric(metric("calls")));
    assert_eq!(
        books.settings.metric(&metric("calls")).unwrap().letter,
        letter('c')
    );
    let _: Applied = undo.apply(&mut books).unwrap();
    assert_eq!(books, retired);
}

#[test]
fn restoring_a_metric_in_use_leaves_its_letter() {
    let mut books = Books::new(settings());
    let _: Change = apply(&mut books, set("calls", MetricField::Letter(None)));
    let _: Change = apply(&mut books, SettingsChange::RestoreMetric(metric("calls")));
    assert_eq!(
        books.settings.metric(&metric("calls")).unwrap().letter,
        None
    );
}

#[test]
fn undo_does_not_take_a_letter_from_the_metric_that_has_it_now() {
    let mut books = Books::new(settings());
    let undo = apply(&mut books, SettingsChange::RetireMetric(metric("calls")));
    let taken = set("visits", MetricField::Letter(letter('c')));
    let _: Change = apply(&mut books, taken);
    let (letter, free) = (
        Letter::new('c').unwrap(),
        ['b', 'v'].map(|sign| Letter::new(sign).unwrap()).into(),
    );
    assert_eq!(
        undo.apply(&mut books),
        Err(ChangeError::LetterTaken { letter, free })
    );
}

#[test]
fn a_file_in_which_a_retired_metric_kept_its_letter_is_put_right_on_restoring() {
    let mut kept = settings();
    kept.metrics[7].letter = letter('c');
    let mut books = Books::new(kept.checked().unwrap());
    let _: Change = apply(&mut books, SettingsChange::RestoreMetric(metric("care")));
    assert_eq!(books.settings.metric(&metric("care")).unwrap().letter, None);
    books.settings.checked().unwrap();
}

#[test]
fn a_retired_metric_gets_no_letter() {
    let mut books = Books::new(settings());
    let error = refused(&mut books, set("care", MetricField::Letter(letter('b'))));
    assert_eq!(error, ChangeError::Retired(metric("care")));
}

#[test]
fn the_order_names_each_metric_in_use_once() {
    let order =
        |ids: &[&str]| SettingsChange::OrderMetrics(ids.iter().map(|id| metric(id)).collect());
    let all = [
        "calls",
        "visits",
        "revenue",
        "emails",
        "messages",
        "training",
        "new_customers",
    ];
    let mut books = Books::new(settings());
    let _: Change = apply(&mut books, order(&all));
    let now: Vec<_> = books
        .settings
        .metrics
        .iter()
        .map(|metric| metric.id.as_str())
        .collect();
    assert_eq!(now[..7], all);
    assert_eq!(now[7], "care");
    let twice = [
        "calls",
        "calls",
        "revenue",
        "emails",
        "messages",
        "training",
        "new_customers",
    ];
    let in_use = all.map(|id| id.parse().unwrap());
    for wrong in [&all[..6], &twice] {
        assert_eq!(
            refused(&mut books, order(wrong)),
            ChangeError::OrderIncomplete(in_use.to_vec())
        );
    }
}

#[test]
fn a_new_metric_that_a_week_holds_is_not_undone() {
    let mut books = Books::new(settings());
    let undo = apply(&mut books, SettingsChange::AddMetric(tours()));
    assert!(undo.needs_all_weeks());
    books.insert(
        a_week("2026-W48")
            .entry("factory_tours", 1, Mon)
            .build()
            .week,
    );
    assert_eq!(
        undo.apply(&mut books),
        Err(ChangeError::Changed(Noun::Metric))
    );
}

#[test]
fn undo_of_one_metric_leaves_another_programs_metric_alone() {
    let mut books = Books::new(settings());
    let undo = apply(&mut books, set("calls", MetricField::Letter(None)));
    let _: Change = apply(&mut books, SettingsChange::AddMetric(tours()));
    let _: Applied = undo.apply(&mut books).unwrap();
    assert_eq!(
        books.settings.metric(&metric("calls")).unwrap().letter,
        letter('c')
    );
    assert!(books.settings.metric(&metric("factory_tours")).is_some());
}

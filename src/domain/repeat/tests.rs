use pretty_assertions::assert_eq;

use super::*;
use crate::domain::{Currency, Id, Language, Law, OwnDay, TaskState, Weight};

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn week(text: &str) -> WeekId {
    text.parse().unwrap()
}

/// In China's calendar.
fn settings(repeats: impl IntoIterator<Item = Repeat>) -> Settings {
    let mut settings = Settings::new(Language::En, Currency::CNY, Law::Cn);
    settings.repeats.extend(repeats);
    settings
}

/// A rule from the beginning of 2026 on.
fn repeat(rule: &str) -> Repeat {
    let added: Moment = "2026-01-01T09:00:00+08:00".parse().unwrap();
    let task = Task::new(
        TaskId(Id::from_bits(1)),
        "Morning calls".into(),
        None,
        added,
    );
    let rule = rule.parse().unwrap();
    Repeat::new(
        Id::from_bits(7).into(),
        rule,
        added.day(),
        Work::of(&task),
        added,
    )
}

/// The days on which it stands, in some weeks from `first` on: `02-09 02-10`.
fn stands(repeat: &Repeat, first: &str, weeks: usize, settings: &Settings) -> String {
    let weeks = std::iter::successors(Some(week(first)), |week| week.plus(1)).take(weeks);
    let days = weeks.flat_map(|week| repeat.occurrences(week, &settings.calendar));
    let days: Vec<_> = days
        .map(|its| its.day.date().format("%m-%d").to_string())
        .collect();
    days.join(" ")
}

fn in_china(rule: &str, first: &str, weeks: usize) -> String {
    stands(&repeat(rule), first, weeks, &settings([]))
}

#[test]
fn every_working_day_around_spring_festival_is_just_the_working_days() {
    assert_eq!(
        in_china("workdays", "2026-W06", 5),
        "02-02 02-03 02-04 02-05 02-06 \
         02-09 02-10 02-11 02-12 02-13 02-14 \
         02-24 02-25 02-26 02-27 02-28 \
         03-02 03-03 03-04 03-05 03-06"
    );
}

#[test]
fn the_last_working_day_of_each_month_of_2026() {
    assert_eq!(
        in_china("last-of-month", "2026-W01", 53),
        "01-30 02-28 03-31 04-30 05-29 06-30 07-31 08-31 09-30 10-30 11-30 12-31"
    );
}

#[test]
fn the_first_working_day_of_each_month_of_2026() {
    assert_eq!(
        in_china("first-of-month", "2026-W01", 52),
        "01-04 02-02 03-02 04-01 05-06 06-01 07-01 08-03 09-01 10-08 11-02 12-01"
    );
}

#[test]
fn the_first_and_the_last_working_day_of_a_week_follow_the_holidays() {
    assert_eq!(
        in_china("first-of-week", "2026-W06", 5),
        "02-02 02-09 02-24 03-02"
    );
    assert_eq!(
        in_china("last-of-week", "2026-W06", 5),
        "02-06 02-14 02-28 03-06"
    );
}

#[test]
fn a_weekday_that_is_off_moves_as_chosen() {
    // Monday the 23rd ends Spring Festival; Monday the 16th lies in it.
    let cases = [
        (OnDayOff::After, "02-09 02-24 03-02"),
        (OnDayOff::Before, "02-09 02-14 03-02"),
        (OnDayOff::Skip, "02-09 03-02"),
    ];
    for (off, days) in cases {
        let repeat = Repeat {
            off,
            ..repeat("mon")
        };
        let stands = stands(&repeat, "2026-W07", 4, &settings([]));
        assert_eq!(stands, days, "{off:?}");
    }
}

#[test]
fn a_day_off_moves_an_occurrence_into_the_next_week() {
    let friday = Repeat {
        off: OnDayOff::After,
        ..repeat("fri")
    };
    // Friday 1 May is Labour Day; the next working day is Wednesday 6 May.
    let calendar = settings([]).calendar;
    assert_eq!(friday.occurrences(week("2026-W18"), &calendar), []);
    let next = friday.occurrences(week("2026-W19"), &calendar);
    let days: Vec<_> = next.iter().map(|its| (its.nominal, its.day)).collect();
    assert_eq!(
        days,
        [
            (day("2026-05-01"), day("2026-05-06")),
            (day("2026-05-08"), day("2026-05-08"))
        ]
    );
}

#[test]
fn on_a_day_that_has_its_own_no_other_occurrence_stands() {
    let tuesdays = repeat("mon,tue");
    // Monday 6 April is off; Tuesday's own occurrence stands alone.
    let found = tuesdays.occurrences(week("2026-W15"), &settings([]).calendar);
    let days: Vec<_> = found.iter().map(|its| (its.nominal, its.day)).collect();
    assert_eq!(days, [(day("2026-04-07"), day("2026-04-07"))]);
}

#[test]
fn what_a_day_off_would_move_too_far_is_left_out() {
    let mut settings = settings([]);
    let weight = Weight::OFF;
    let leave = std::iter::successors(Some(day("2026-06-01")), |day| day.plus(1)).take(40);
    let leave = leave.map(|day| (day, OwnDay { weight, why: None }));
    settings.calendar.days.extend(leave);
    // From 1 June to 10 July: the first two Mondays are more than 31 days away from 13 July.
    let found = repeat("mon").occurrences(week("2026-W29"), &settings.calendar);
    let nominal: Vec<_> = found.iter().map(|its| its.nominal).collect();
    assert_eq!(nominal, [day("2026-07-13")]);
}

#[test]
fn every_second_week_is_counted_from_the_week_in_which_it_begins() {
    let mut repeat = repeat("2w fri");
    repeat.from = day("2026-11-25");
    let settings = settings([]);
    assert_eq!(
        stands(&repeat, "2026-W47", 7, &settings),
        "11-27 12-11 12-25"
    );
}

#[test]
fn chosen_weekdays_stand_in_every_week() {
    assert_eq!(
        in_china("mon,wed", "2026-W47", 2),
        "11-16 11-18 11-23 11-25"
    );
}

#[test]
fn nothing_comes_before_it_begins_after_it_ends_or_on_a_removed_day() {
    let mut repeat = repeat("workdays");
    repeat.from = day("2026-11-24");
    repeat.until = Some(day("2026-12-01"));
    repeat.except.insert(day("2026-11-26"));
    let settings = settings([]);
    assert_eq!(
        stands(&repeat, "2026-W47", 4, &settings),
        "11-24 11-25 11-27 11-30 12-01"
    );
}

#[test]
fn weeks_before_the_one_in_which_it_was_entered_are_as_they_were() {
    let mut repeat = repeat("workdays");
    repeat.from = day("2026-11-02");
    repeat.added = "2026-11-25T09:00:00+08:00".parse().unwrap();
    assert_eq!(
        stands(&repeat, "2026-W45", 4, &settings([])),
        "11-23 11-24 11-25 11-26 11-27"
    );
}

#[test]
fn the_next_day_looks_over_holidays_and_ends_with_the_rule() {
    let settings = settings([]);
    let mut repeat = repeat("last-of-month");
    let next = |repeat: &Repeat, today| repeat.next_day(day(today), &settings);
    assert_eq!(next(&repeat, "2026-11-25"), Some(day("2026-11-30")));
    assert_eq!(next(&repeat, "2026-12-01"), Some(day("2026-12-31")));
    assert_eq!(next(&repeat, "2025-06-01"), Some(day("2026-01-30")));
    repeat.until = Some(day("2026-11-30"));
    assert_eq!(next(&repeat, "2026-12-01"), None);
}

#[test]
fn a_week_gets_its_tasks_once() {
    let settings = settings([repeat("workdays")]);
    let mut week = Week::new(week("2026-W07"));
    let brought = week.bring_repeats(&settings);
    assert_eq!(brought.len(), 6);
    assert_eq!(week.tasks, brought);
    assert_eq!(week.bring_repeats(&settings), []);
}

#[test]
fn what_was_touched_and_what_is_sealed_is_not_brought_again() {
    let settings = settings([repeat("workdays")]);
    let mut seen = Week::new(week("2026-W07"));
    seen.bring_repeats(&settings);
    let mut touched = seen.tasks[2].clone();
    touched.day = None;
    let mut file = Week::new(week("2026-W07"));
    file.tasks.push(touched.clone());
    let ids: Vec<_> = file
        .bring_repeats(&settings)
        .iter()
        .map(|task| task.day)
        .collect();
    assert_eq!(ids.len(), 5);
    assert!(!ids.contains(&Some(day("2026-02-11"))));
    assert!(file.tasks.contains(&touched));
}

#[test]
fn the_week_keeps_what_was_touched_or_is_named() {
    let settings = settings([repeat("workdays")]);
    let mut seen = Week::new(week("2026-W07"));
    let brought = seen.bring_repeats(&settings);
    let at = "2026-02-09T09:00:00+08:00".parse().unwrap();
    seen.tasks[0].state = TaskState::Done {
        on: day("2026-02-09"),
        at,
    };
    seen.leave_untouched(&brought);
    let left: Vec<_> = seen.tasks.iter().map(|task| task.day).collect();
    assert_eq!(left, [Some(day("2026-02-09"))]);
}

#[test]
fn an_occurrence_keeps_its_id_whatever_the_calendar_says() {
    let mut settings = settings([]);
    let repeat = repeat("last-of-week");
    let id = |settings: &Settings| {
        let found = repeat.occurrences(week("2026-W48"), &settings.calendar);
        (found[0].day, repeat.task_id(found[0].nominal))
    };
    let (before, name) = id(&settings);
    let (weight, why) = (Weight::OFF, None);
    let friday = day("2026-11-27");
    settings
        .calendar
        .days
        .insert(friday, OwnDay { weight, why });
    assert_eq!(before, friday);
    assert_eq!(id(&settings), (day("2026-11-26"), name));
}

#[test]
fn a_repeat_that_goes_on_from_another_gives_the_same_ids() {
    let first = repeat("mon");
    let mut second = repeat("mon");
    second.id = Id::from_bits(8).into();
    assert_ne!(
        first.task_id(day("2026-11-30")),
        second.task_id(day("2026-11-30"))
    );
    second.series = Some(first.id);
    assert_eq!(
        first.task_id(day("2026-11-30")),
        second.task_id(day("2026-11-30"))
    );
}

#[test]
fn occurrences_are_unique_in_any_calendar() {
    let mut random = fastrand::Rng::with_seed(7);
    let rules = [
        "workdays",
        "mon",
        "mon,tue,sat",
        "2w fri",
        "3w sun",
        "first-of-week",
        "last-of-week",
        "first-of-month",
        "last-of-month",
    ];
    for _ in 0..200 {
        let mut settings = settings([]);
        for _ in 0..random.usize(0..30) {
            let day = day("2026-01-01").plus(random.i64(0..365)).unwrap();
            let weight = Weight::new(if random.bool() { 0 } else { 100 }).unwrap();
            settings
                .calendar
                .days
                .insert(day, OwnDay { weight, why: None });
        }
        let mut repeat = repeat(random.choice(rules).unwrap());
        repeat.off = random.choice(OnDayOff::ALL).unwrap();
        repeat.from = day("2026-01-01").plus(random.i64(0..200)).unwrap();
        let weeks = std::iter::successors(Some(week("2026-W01")), |week| week.plus(1)).take(53);
        let all: Vec<_> = weeks
            .flat_map(|week| {
                let found = repeat.occurrences(week, &settings.calendar);
                assert!(found.iter().all(|its| week.contains(its.day)));
                found
            })
            .collect();
        let days: BTreeSet<_> = all.iter().map(|its| its.day).collect();
        let nominal: BTreeSet<_> = all.iter().map(|its| its.nominal).collect();
        let ids: BTreeSet<_> = all.iter().map(|its| repeat.task_id(its.nominal)).collect();
        assert_eq!([days.len(), nominal.len(), ids.len()], [all.len(); 3]);
        assert!(
            days.iter()
                .all(|day| settings.calendar.weight(*day) != Weight::OFF)
        );
        assert!(all.iter().all(|its| its.due >= repeat.from));
    }
}

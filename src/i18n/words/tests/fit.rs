//! Texts that have a place of fixed width, in the narrower of the drawings that have them.

use crate::domain::{Cause, EventKind, Language};
use crate::i18n::cells::width;
use crate::i18n::{Choice, Words};
use crate::planning::{Status, WeekState};

/// Inside the frame of a pane that has the whole of 80 columns.
const WHOLE: usize = 76;

/// Checks texts of both languages against the cells they have.
fn fit<'a, T: IntoIterator<Item = &'a str>>(cells: usize, texts: impl Fn(&'static Words) -> T) {
    for language in Language::ALL {
        for text in texts(Words::of(language)) {
            assert!(width(text) <= cells, "`{text}` is wider than {cells}");
        }
    }
}

/// Checks the last line of a screen: keys and what they do.
fn hints(hints: &[(&str, &str)]) {
    let hints: Vec<_> = hints
        .iter()
        .map(|(key, does)| format!("{key} {does}"))
        .collect();
    let line = format!(" {}", hints.join("  "));
    assert!(width(&line) <= 80, "{line}");
}

#[test]
fn a_metric_fits_the_names_column() {
    let of = |words: &'static Words| {
        let names = &words.names.metrics;
        [
            names.new_customers,
            names.revenue,
            names.visits,
            names.calls,
            names.emails,
            names.messages,
            names.training,
            names.care,
        ]
    };
    fit(13, of);
}

#[test]
fn a_status_fits_before_the_days() {
    fit(10, |words| {
        Status::VALUES.iter().map(|status| words.name(*status))
    });
}

#[test]
fn the_state_of_the_week_fits_the_end_of_the_header() {
    fit(10, |words| {
        WeekState::VALUES.iter().map(|state| words.name(*state))
    });
}

#[test]
fn causes_and_kinds_fit_a_list_of_choices() {
    fit(24, |words| {
        Cause::VALUES.iter().map(|cause| words.name(*cause))
    });
    fit(24, |words| {
        EventKind::VALUES.iter().map(|kind| words.name(*kind))
    });
}

#[test]
fn the_rows_of_a_metric_fit_before_the_days() {
    fit(11, |words| [words.goals.plan, words.goals.done_now]);
}

#[test]
fn the_heads_of_the_columns_are_as_wide_as_their_figures() {
    fit(11, |words| [words.goals.done_target]);
    fit(9, |words| [words.planning.last_week]);
    fit(8, |words| [words.review.target, words.review.done]);
    fit(7, |words| [words.review.last_week]);
    fit(6, |words| [words.review.four_weeks, words.review.lead]);
    fit(4, |words| [words.review.percent]);
}

#[test]
fn the_ways_out_fit_before_their_figures() {
    fit(42, |words| {
        [words.ways.keep, words.ways.lower, words.ways.raise]
    });
    for language in Language::ALL {
        let text = Words::of(language).ways.lower_and_next("12.5万");
        assert!(width(&text) <= 44, "{text}");
    }
}

#[test]
fn whole_lines_fit_between_the_frames() {
    let of = |words: &'static Words| {
        [
            words.goals.legend,
            words.today.empty,
            words.today.coming,
            words.today.past,
            words.start.no_working_day,
            words.boxes.confirm_reopen,
            words.ways.no_change,
        ]
    };
    fit(WHOLE, of);
    for language in Language::ALL {
        let words = Words::of(language);
        let lines = [
            words
                .opening
                .asks_more("New customers", 4, 10, "Wednesday", 12, 10),
            words
                .review
                .both_open(words.review.tasks_open(12), words.review.targets_missed(12)),
        ];
        for line in lines {
            assert!(width(&line) <= WHOLE, "{line}");
        }
    }
}

#[test]
fn the_choices_of_an_opening_day_fit_one_line() {
    for language in Language::ALL {
        let words = &Words::of(language).opening;
        let choices = [
            words.to_today,
            words.another_day,
            words.this_week,
            words.skip,
            words.remove,
        ];
        let line: String = choices.map(|choice| format!("0 {choice}")).join("   ");
        assert!(width(&line) <= WHOLE, "{line}");
    }
}

#[test]
fn the_hints_of_each_screen_fit_its_last_line() {
    for language in Language::ALL {
        let words = Words::of(language);
        let w = &words.hints;
        let goals = [
            ("Enter", w.edit),
            ("← →", w.days),
            ("p", w.pin),
            ("o", w.day_off),
            ("r", w.ways_out),
            ("i", w.event),
            ("f", w.focus),
            ("?", w.help),
        ];
        let today = [
            (w.space, w.done),
            ("Enter", w.open),
            ("a", w.add),
            ("s", w.skip),
            ("m", w.move_task),
            ("0", w.count),
            ("u", w.undo),
            ("?", w.help),
        ];
        let planning = [
            ("Enter", w.take_next),
            ("ctrl-s", w.take_plan),
            ("Esc", w.leave_field),
        ];
        let opening = [
            ("Enter", words.opening.all_to_today),
            ("1-6", w.decide),
            ("↑↓", w.choose),
            ("u", w.undo),
            ("Esc", w.later),
        ];
        let ways = [
            ("↑ ↓", w.choose),
            ("Enter", w.do_it),
            ("← →", w.another_target),
            ("Esc", w.leave_plan),
        ];
        let review = [
            ("Enter", w.edit),
            ("a", w.add_line),
            (w.space, w.carry),
            ("s", w.seal),
            ("y", w.copy),
            ("u", w.undo),
        ];
        hints(&goals);
        hints(&today);
        hints(&planning);
        hints(&opening);
        hints(&ways);
        hints(&review);
    }
}

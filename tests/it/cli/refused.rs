//! What is refused: with which code, in one line, and with nothing changed.

use pretty_assertions::assert_eq;

use super::{ask, does, files};
use crate::program::Salesweek;

/// Words, the code they end with, and how their message begins in English.
const REFUSED: &[(&[&str], i32, &str)] = &[
    // Words that form no command.
    (&["frobnicate"], 2, "there is no command `frobnicate`"),
    (
        &["sho"],
        2,
        "there is no command `sho`; did you mean `show`?",
    ),
    (&["log"], 2, "METRIC is missing"),
    (&["target", "calls"], 2, "AMOUNT is missing"),
    (&["log", "calls", "1", "2"], 2, "`2` is one word too many"),
    (
        &["show", "--colour"],
        2,
        "there is no option `--colour` here",
    ),
    (
        &["log", "calls", "--nto", "x"],
        2,
        "there is no option `--nto` here; did you mean `--note`?",
    ),
    (&["log", "calls", "--on"], 2, "`--on` needs a value"),
    (
        &["log", "calls", "--on", "mon", "--on", "tue"],
        2,
        "`--on` stands twice",
    ),
    (
        &["done", "k3", "--open", "--on", "mon"],
        2,
        "`--open` cannot stand beside `--on`",
    ),
    (
        &["event", "other", "text", "--correct"],
        2,
        "--metric, --amount is missing",
    ),
    (&["metric", "frob"], 2, "there is no command `frob`"),
    (&["metric", "add", "x"], 2, "NAME is missing"),
    (
        &["next", "--week", "last"],
        2,
        "`--week` has no meaning for `salesweek next`",
    ),
    // Amounts, days, weeks, languages.
    (
        &["log", "calls", "many"],
        2,
        "`m` at position 1 of `many` is no part of an amount",
    ),
    (&["log", "calls", "1.5"], 2, "`1.5` "),
    (&["log", "revenue", "€5"], 2, "`€5` is in another currency"),
    (&["log", "revenue"], 2, "an amount of `revenue` is missing"),
    (&["target", "calls", "-5"], 2, "`−5` is below zero"),
    (
        &["log", "calls", "--on", "someday"],
        2,
        "`someday` is no day",
    ),
    (&["log", "calls", "--on", ""], 2, "`` is no day"),
    (&["show", "--week", "2025-W53"], 2, "`2025-W53` is no week"),
    (
        &["show", "--lang", "fr"],
        2,
        "`fr` cannot stand for LANGUAGE",
    ),
    (
        &["add", "x", "--at", "25:00"],
        2,
        "`25:00` is no time of day",
    ),
    (
        &["off", "fri", "--until", "mon"],
        2,
        "2026-11-23 comes before 2026-11-27",
    ),
    (
        &["off", "fri", "--until", "2029-01-01"],
        2,
        "767 days are more than a year",
    ),
    (
        &["on", "sat", "--weight", "201"],
        2,
        "--weight is a whole number from 1 to 200, found `201`",
    ),
    (
        &["close", "--mood", "6"],
        2,
        "--mood is a whole number from 1 to 5, found `6`",
    ),
    (
        &["outlook", "gloomy"],
        2,
        "`gloomy` cannot stand for MARKET; write one of strong, normal, weak",
    ),
    (&["lesson", "hold", "x"], 2, "`hold` cannot stand for KIND"),
    (
        &["metric", "add", "Tours!", "Tours"],
        2,
        "expected a metric id",
    ),
    (
        &["metric", "add", "tours", "Tours", "--letter", "q"],
        2,
        "`q` cannot stand for LETTER",
    ),
    (&["settings", "colour"], 2, "`colour` cannot stand for KEY"),
    (
        &["settings", "calendar.pattern", "mon"],
        2,
        "`mon` is no pattern of working days",
    ),
    (
        &["settings", "hours", "nine"],
        2,
        "`nine` are no working hours",
    ),
    (&["completions", "csh"], 2, "`csh` cannot stand for SHELL"),
    // Understood, and not done.
    (
        &["log", "frobs"],
        1,
        "there is no metric `frobs`; there are new_customers, revenue",
    ),
    (
        &["log", "care"],
        1,
        "the metric `care` is retired; `salesweek metric restore care`",
    ),
    (
        &["target", "v", "0"],
        1,
        "`visits` has no target in week 2026-W48",
    ),
    (
        &["focus", "visits"],
        1,
        "`visits` has no target in week 2026-W48",
    ),
    (
        &["pin", "visits", "fri", "3"],
        1,
        "`visits` has no target in week 2026-W48",
    ),
    (
        &["pin", "calls", "mon", "3"],
        1,
        "the target begins on 2026-11-25",
    ),
    (
        &["target", "calls", "10", "--stretch", "5"],
        1,
        "the stretch target must be above",
    ),
    (&["log", "calls", "-1"], 1, "the week has 0 of Calls"),
    (&["log", "calls", "0"], 1, "the amount must not be 0"),
    (
        &["log", "calls", "--week", "last"],
        1,
        "2026-11-25 is not in week 2026-W47",
    ),
    (
        &["done", "zzzz"],
        1,
        "nothing in 2026-W47, 2026-W48, 2026-W49 has an id that begins with `zzzz`",
    ),
    (&["done", ""], 1, "nothing in "),
    (&["add", "  "], 1, "a text is missing: TITLE is empty"),
    (
        &["lesson", "keep", ""],
        1,
        "a text is missing: TEXT is empty",
    ),
    (
        &["add", "Call Lin", "--customer", ""],
        1,
        "a text is missing: --customer is empty",
    ),
    (
        &["add", "Call Lin", "--until", "fri"],
        2,
        "`--until` is for a task that comes again; say how often with `--repeat RULE`",
    ),
    (
        &["seal", "--week", "next"],
        1,
        "week 2026-W49 has not begun and cannot be sealed; it begins on 2026-11-30",
    ),
    (
        &["add", "a\u{1b}[2J"],
        1,
        "the character U+001B at position 2",
    ),
    (
        &["add", "x", "--amount", "3"],
        1,
        "an amount needs a metric",
    ),
    (
        &["add", "x", "--estimate", "25h"],
        1,
        "an estimate is 1 to 1440 minutes",
    ),
    (
        &["add", "x", "--estimate", "-5"],
        2,
        "--estimate is a whole number from 1 to 1440, found `−5`",
    ),
    (
        &["pin", "calls", "fri", "-1"],
        1,
        "the amount must not be below 0",
    ),
    (
        &["pin", "calls", "2026-12-25", "3"],
        1,
        "`calls` has no target in week 2026-W52",
    ),
    (&["reopen"], 1, "week 2026-W48 is not sealed"),
    (
        &["improve", "x", "--on", "2026-11-25"],
        1,
        "an improvement becomes a task of week 2026-W49",
    ),
    (
        &["metric", "order", "calls"],
        1,
        "the order must name each metric in use once: new_customers, revenue",
    ),
    (
        &["metric", "add", "tours", "Tours", "--letter", "c"],
        1,
        "the letter `c` is taken",
    ),
    (
        &["settings", "hours", "18:00-09:00"],
        1,
        "the working hours must end after they begin",
    ),
];

#[test]
fn what_is_refused_says_why_in_one_line_and_changes_nothing() {
    let mut program = Salesweek::new();
    does(&program, &["target", "calls", "50"]);
    let before = files(program.dir());
    for language in ["en", "zh-CN"] {
        program.in_language(language);
        for (words, code, message) in REFUSED {
            let words = match words {
                // A second `--lang` would be refused as such.
                ["show", "--lang", ..] => continue,
                words => words,
            };
            let said = ask(&program, words);
            assert_eq!(
                (said.code, said.stdout.as_str()),
                (Some(*code), ""),
                "{words:?} {said:?}"
            );
            let lines: Vec<_> = said.stderr.lines().collect();
            assert!((1..=2).contains(&lines.len()), "{words:?}: {lines:?}");
            if language == "en" {
                assert!(lines[0].starts_with(message), "{words:?}: {lines:?}");
            }
            assert!(!said.stderr.contains('\u{1b}'), "{words:?}");
        }
    }
    assert_eq!(files(program.dir()), before);
}

#[test]
fn a_refused_edit_names_amounts_as_they_are_shown() {
    let mut program = Salesweek::new();
    does(&program, &["log", "training", "30"]);
    let said = ask(&program, &["log", "training", "-45"]);
    assert_eq!(
        said.stderr,
        "the week has 30 min of Training, so that 45 min cannot be taken away\n"
    );
    program.in_language("zh-CN");
    let said = ask(&program, &["log", "training", "-45"]);
    assert_eq!(said.stderr, "本周培训只有 30 分，不能减去 45 分\n");
}

#[test]
fn an_unknown_language_is_refused_in_the_systems() {
    let program = Salesweek::new();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_salesweek"));
    command
        .args(["show", "--lang", "fr", "--data-dir"])
        .arg(program.dir());
    let output = command.env_clear().output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "`fr` cannot stand for LANGUAGE; write one of en, zh-CN\n"
    );
}

#[test]
fn a_day_to_come_is_refused_with_the_one_that_may_be_meant() {
    let mut program = Salesweek::new();
    let said = ask(&program, &["log", "calls", "--on", "fri"]);
    assert_eq!(said.code, Some(1));
    assert_eq!(
        said.stderr,
        "2026-11-27 is still to come and takes no entry\nif Fri 20 Nov was meant: --on 2026-11-20\n"
    );
    program.in_language("zh-CN");
    let said = ask(&program, &["log", "calls", "--on", "周五"]);
    assert_eq!(
        said.stderr,
        "周五 11月27日 还没到，不能记录\n如果是指周五 11月20日：--on 2026-11-20\n"
    );
    let said = ask(&program, &["log", "calls", "--on", "2026-12-24"]);
    assert_eq!(said.stderr.lines().count(), 1, "{}", said.stderr);
}

#[test]
fn a_day_to_come_is_not_closed_and_no_option_is_named() {
    let mut program = Salesweek::new();
    let said = ask(&program, &["close", "fri"]);
    assert_eq!(
        (said.code, said.stderr.as_str()),
        (Some(1), "Fri 27 Nov is still to come\n")
    );
    program.in_language("zh-CN");
    let said = ask(&program, &["close", "周五"]);
    assert_eq!(said.stderr, "周五 11月27日还没有到\n");
}

#[test]
fn letters_stand_apart_in_a_chinese_sentence() {
    let mut program = Salesweek::new();
    program.in_language("zh-CN");
    for (words, expected) in [
        (
            &["settings", "calendar.law", "us"][..],
            "`us` 不能作为 calendar.law；可写 none、cn\n",
        ),
        (
            &["done", "zzzz"],
            "2026-W47、2026-W48、2026-W49 中没有以 `zzzz` 开头的编号\n",
        ),
        (
            &["event", "other", "x", "--correct"],
            "缺少 --metric、--amount\n用法见 `salesweek event --help`\n",
        ),
    ] {
        assert_eq!(ask(&program, words).stderr, expected);
    }
}

#[test]
fn a_beginning_that_fits_two_metrics_names_both() {
    let program = Salesweek::new();
    let said = ask(&program, &["log", "e"]);
    assert_eq!(said.code, Some(0));
    does(&program, &["metric", "add", "events", "Events"]);
    let said = ask(&program, &["log", "e"]);
    assert_eq!(
        (said.code, said.stderr.as_str()),
        (Some(1), "`e` may be emails, events; write more of it\n")
    );
}

#[test]
fn what_is_repeated_is_short_and_printable() {
    let program = Salesweek::new();
    let long = "x".repeat(5_000);
    for words in [
        [long.as_str(), "", ""],
        ["log", &long, ""],
        ["show", "--week", &long],
        ["log", "calls", &long],
    ] {
        let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
        let said = ask(&program, &words);
        assert!(
            said.stderr.lines().all(|line| line.chars().count() < 250),
            "{}",
            said.stderr
        );
    }
    let said = ask(&program, &["\u{1b}]0;evil\u{7}"]);
    assert!(
        said.stderr
            .starts_with("there is no command `\\u{1b}]0;evil\\u{7}`"),
        "{}",
        said.stderr
    );
}

#[test]
fn the_screens_need_a_terminal() {
    let program = Salesweek::new();
    for words in [&[][..], &["demo"]] {
        let said = ask(&program, words);
        assert_eq!(said.code, Some(2));
        assert_eq!(
            said.stderr,
            "the screens need a terminal; `salesweek --help` lists the commands\n"
        );
    }
    assert!(files(program.dir()).is_empty());
}

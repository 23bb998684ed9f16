//! `--what-if` of `off`, `on` and `target`: now and then, and nothing written.

use pretty_assertions::assert_eq;

use super::{ask, does};
use crate::program::Salesweek;
use crate::store_faults::traces;

/// Calls 21 of 50 on Wednesday morning: 29 for three days.
fn running() -> Salesweek {
    let mut program = Salesweek::new();
    program.on("2026-11-23");
    does(&program, &["target", "calls", "50"]);
    does(&program, &["log", "calls", "12"]);
    program.on("2026-11-24");
    does(&program, &["log", "calls", "9"]);
    program.on("2026-11-25");
    program
}

/// What a command says of the week, having written nothing.
#[track_caller]
fn says(program: &Salesweek, words: &str) -> Vec<String> {
    let before = traces(program.dir());
    let words: Vec<_> = words.split_whitespace().collect();
    let said = does(program, &words);
    assert_eq!(traces(program.dir()), before);
    said.lines().map(str::to_owned).collect()
}

#[test]
fn a_day_off_or_a_day_more_is_said_before_it_is_made() {
    let program = running();
    assert_eq!(
        says(&program, "off thu --what-if"),
        [
            "Thu 26 Nov: day off",
            "       a day       pace",
            "Calls  9.7 → 14.5  on pace",
            "Nothing is written.",
        ]
    );
    let cases = [
        ("on sat --what-if", "Calls  9.7 → 7.3  on pace"),
        ("on sat --weight 50 --what-if", "Calls  9.7 → 8.3  on pace"),
        ("on thu --weight 50 --what-if", "Calls  9.7 → 11.6  on pace"),
        ("on thu --what-if", "Calls  9.7    on pace"),
    ];
    for (words, calls) in cases {
        assert_eq!(says(&program, words)[2], calls, "{words}");
    }
}

#[test]
fn the_tasks_of_the_day_are_counted() {
    let program = running();
    does(&program, &["add", "Call Lin", "--on", "thu"]);
    does(&program, &["add", "Visit Huaxin", "--on", "thu"]);
    let said = says(&program, "off thu --what-if");
    assert_eq!(said[3], "2 open tasks stand on that day");
}

#[test]
fn days_off_in_two_weeks_are_said_week_by_week() {
    let program = running();
    does(&program, &["target", "calls", "40", "--week", "next"]);
    assert_eq!(
        says(&program, "off fri --until 2026-12-01 --what-if"),
        [
            "Fri 27 Nov to Tue 1 Dec: days off",
            "W48",
            "       a day       pace",
            "Calls  9.7 → 14.5  on pace",
            "W49",
            "       a day     pace",
            "Calls  8 → 13.3  on pace",
            "Nothing is written.",
        ]
    );
}

#[test]
fn another_target_is_said_before_it_is_set() {
    let program = running();
    assert_eq!(
        says(&program, "target calls 75 --what-if"),
        [
            "Calls: target 75 · Mon 15 Tue 15 Wed 18 Thu 18 Fri 18",
            "       a day     pace",
            "Calls  9.7 → 18  on pace → 0.6 d behind",
            "Nothing is written.",
        ]
    );
}

#[test]
fn it_is_said_in_chinese() {
    let mut program = running();
    program.in_language("zh-CN");
    assert_eq!(
        says(&program, "target calls 75 --what-if"),
        [
            "电话：目标 75 · 周一 15 周二 15 周三 18 周四 18 周五 18",
            "      每天      进度",
            "电话  9.7 → 18  进度正常 → 落后 0.6 天",
            "什么都没有写入。",
        ]
    );
}

#[test]
fn without_a_target_there_is_nothing_to_compare() {
    let said = says(&Salesweek::new(), "off thu --what-if");
    assert_eq!(said, ["Thu 26 Nov: day off", "Nothing is written."]);
}

#[test]
fn what_would_be_refused_is_refused() {
    let program = running();
    does(&program, &["seal"]);
    let set = ["target", "calls", "60"];
    let real = ask(&program, &set);
    let asked = ask(&program, &[&set[..], &["--what-if"]].concat());
    assert_eq!(asked, real);
    assert_eq!(asked.code, Some(1));
}

//! `--what-if` of `off`, `on`, `target`, `pin` and `event`: now and then, and nothing written.

use pretty_assertions::assert_eq;

use super::{ask, does, json};
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
fn a_pin_is_said_day_by_day_before_it_is_made() {
    let program = running();
    assert_eq!(
        says(&program, "pin calls thu 8 --what-if"),
        [
            "Calls Thu 26 Nov: pinned at 8",
            "      Mon  Tue  Wed  Thu  Fri  pace",
            "now    10   10   10   10    9  on pace",
            "then   11   11   11    8   10  on pace",
            "Nothing is written.",
        ]
    );
    does(&program, &["pin", "calls", "fri", "0"]);
    assert_eq!(
        says(&program, "pin calls fri auto --what-if"),
        [
            "Calls Fri 27 Nov · pin freed",
            "      Mon  Tue  Wed  Thu  Fri  pace",
            "now    13   13   15   14    0  0.5 d behind",
            "then   10   10   10   10    9  on pace",
            "Nothing is written.",
        ]
    );
}

#[test]
fn what_an_event_takes_off_is_said_before_it_is_noted() {
    let program = running();
    let event = "event order_cancelled Huaxin --metric calls --amount 6 --what-if";
    assert_eq!(
        says(&program, &format!("{event} --correct")),
        [
            "order cancelled: Huaxin",
            "         done  to go  a day  pace",
            "now   21, 42%     29    9.7  on pace",
            "then  15, 30%     35   11.7  0.5 d behind",
            "Nothing is written.",
        ]
    );
    assert_eq!(
        says(&program, event),
        [
            "order cancelled: Huaxin",
            "noted only: no figure changes",
            "with --correct it is taken off what was done",
            "Nothing is written.",
        ]
    );
}

#[test]
fn machines_get_each_week_twice_and_nothing_is_written() {
    let program = running();
    let show = |week: &str| json(&program, &["show", "--week", week, "--json"]);
    let (this, next) = (show("this"), show("next"));
    let before = traces(program.dir());
    let asked = |words: &str| {
        let words: Vec<_> = words.split_whitespace().collect();
        let answer = json(&program, &words);
        assert_eq!(answer["version"], 1);
        answer["weeks"].as_array().unwrap().clone()
    };
    let off = asked("off fri --until 2026-11-30 --what-if --json");
    assert_eq!(off.len(), 2);
    assert_eq!([&off[0]["now"], &off[1]["now"]], [&this, &next]);
    assert_eq!(off[0]["then"]["days"][4]["off"], true);
    assert_eq!(off[1]["then"]["days"][0]["off"], true);
    let one = [
        ("on sat --what-if --json", "/days/5/weight", 100),
        ("target calls 75 --what-if --json", "/metrics/3/target", 75),
        (
            "pin calls thu 8 --what-if --json",
            "/metrics/3/days/3/pinned",
            8,
        ),
        (
            "event other Huaxin --metric calls --amount 6 --correct --what-if --json",
            "/metrics/3/done",
            15,
        ),
    ];
    for (words, place, then) in one {
        let weeks = asked(words);
        assert_eq!(weeks.len(), 1, "{words}");
        assert_eq!(weeks[0]["now"], this, "{words}");
        assert_eq!(weeks[0]["then"].pointer(place).unwrap(), then, "{words}");
    }
    assert_eq!(traces(program.dir()), before);
}

#[test]
fn without_the_question_there_is_no_json() {
    let answer = ask(&running(), &["pin", "calls", "thu", "8", "--json"]);
    assert_eq!(answer.code, Some(2));
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
    assert_eq!(
        says(&program, "pin calls thu 8 --what-if"),
        [
            "电话 周四 11月26日：锁定为 8",
            "      周一  周二  周三  周四  周五  进度",
            "现在    10    10    10    10     9  进度正常",
            "之后    11    11    11     8    10  进度正常",
            "什么都没有写入。",
        ]
    );
    assert_eq!(
        says(
            &program,
            "event order_cancelled 华信 --metric calls --amount 6 --correct --what-if"
        ),
        [
            "订单取消：华信",
            "       已完成  还差  每天  进度",
            "现在  21，42%    29   9.7  进度正常",
            "之后  15，30%    35  11.7  落后 0.5 天",
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

//! What looks like a hint and stays in the title is told, with the reason.

use super::*;
use crate::domain::Language;

fn check_told(cases: &[(&str, &str, &str)]) {
    for (line, what, why) in cases {
        let expected = format!("stays in the title: {what} ({why})");
        let said = read(line).kept_said(line, Language::En);
        assert_eq!(said, Some(expected), "`{line}`");
    }
}

#[test]
fn what_looks_like_a_hint_and_stays_is_told() {
    check_told(&[
        ("Call Lin 25:00", "25:00", "no time of day"),
        ("Call 9:75 Lin", "9:75", "no time of day"),
        ("Friday Call Lin", "Friday", "a hint at the end only"),
        ("next mon call Lin", "next mon", "a hint at the end only"),
        ("wed meeting slides", "wed", "a hint at the end only"),
        ("call wed fri", "wed", "said already"),
        ("Call yesterday", "yesterday", "is over"),
        ("Call yesterday 9:30 Lin", "yesterday 9:30", "is over"),
        (
            "Report due mon every fri",
            "due mon",
            "what comes again is due on its day",
        ),
    ]);
}

#[test]
fn a_metric_that_there_is_not_is_told() {
    check_told(&[
        ("Call Lin #cals 5", "#cals", "no metric of that name"),
        ("打电话 #点话 5", "#点话", "no metric of that name"),
        ("Call Lin #c", "#c", "begins the names of several metrics"),
    ]);
}

#[test]
fn money_that_cannot_be_counted_is_told() {
    check_told(&[
        ("签单 #销售额 $50,000", "$50,000", "money is counted in CNY"),
        ("Call #calls ¥50", "¥50", "no money is counted there"),
    ]);
}

#[test]
fn a_rule_that_there_is_not_is_told() {
    let no_rule = "no rule; there are working days, weekdays, first or last working day";
    let no_weekday = "on which day? like every fri";
    check_told(&[
        ("Call Lin every week", "every week", no_weekday),
        ("Call Lin weekly", "weekly", no_weekday),
        ("写周报 每周", "每周", no_weekday),
        ("写周报 每两周", "每两周", no_weekday),
        ("Call Lin monthly", "monthly", no_rule),
        ("Call Lin every 3 days", "every 3 days", no_rule),
        ("Report last day of every month", "every month", no_rule),
        ("对账 每月最后一天", "每月最后一天", no_rule),
        ("对账 每月15号", "每月15号", no_rule),
    ]);
}

#[test]
fn a_date_that_may_be_two_is_told() {
    let why = "day or month first? like 5 Dec";
    check_told(&[("Call Lin 12/5", "12/5", why), ("拜访 10/11", "10/11", why)]);
}

#[test]
fn a_day_before_what_is_told_counts() {
    super::check(&[
        ("Call Lin wed #cals", "Call Lin #cals", "11-25"),
        ("Call Lin wed every week", "Call Lin every week", "11-25"),
    ]);
}

#[test]
fn what_was_hardly_meant_as_a_hint_is_not_told() {
    for line in [
        "Report of 27 Nov",
        "Prepare wed meeting",
        "Plan Nov 27 launch",
        "Ratio 16:9 pictures",
        "Call Sun Wei",
        "Write \\tomorrow",
        "Call Lin tomorrow morning",
        "tomorrow",
        "Answer #3",
        "Learn C#",
        "Offer for $5,000",
        "Every week counts",
        "Ask every customer",
        "Collect monthly figures",
        "Do half 1/2",
        "Support 24/7",
        "每周例会纪要",
        "写 每月 总结",
        "\"#cals\"",
    ] {
        assert_eq!(read(line).kept, [], "`{line}`");
    }
}

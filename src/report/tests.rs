//! Whole reports. Those of one full Friday stand beside this as files, for the shape of every
//! line that there can be; for the figures see `by_hand.rs`.

mod by_hand;

use pretty_assertions::assert_eq;

use super::*;
use crate::domain::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
use crate::domain::fixtures::{Planned, a_week, at, day, improvement_id};
use crate::domain::{Answer, Cause, EventKind, Helped, Law, LessonKind, Market, TaskState};

/// What people write, in both languages.
struct Texts {
    huaxin: &'static str,
    yunfeng: &'static str,
    visit: &'static str,
    meeting: &'static str,
    list: &'static str,
    cards: &'static str,
    lost: &'static str,
    cancelled: &'static str,
    competitor: &'static str,
    budgets: &'static str,
    before_ten: &'static str,
    quotes: &'static str,
    measure: &'static str,
    call_lin: &'static str,
    won: &'static str,
    whys: [&'static str; 2],
}

const ENGLISH: Texts = Texts {
    huaxin: "Huaxin",
    yunfeng: "Yunfeng Trading",
    visit: "Visit Huaxin, quote",
    meeting: "Morning meeting",
    list: "Reference list",
    cards: "Type in business cards",
    lost: "the cards are lost",
    cancelled: "Huaxin cancelled",
    competitor: "a competitor offers 8% less",
    budgets: "year-end budgets are spent",
    before_ten: "calls before ten",
    quotes: "send quotes the same day",
    measure: "9 of 10 quotes",
    call_lin: "Call Lin",
    won: "Yunfeng ordered again",
    whys: ["too few talks before noon", "the mornings went to mails"],
};

const CHINESE: Texts = Texts {
    huaxin: "华信科技",
    yunfeng: "云峰贸易",
    visit: "拜访华信科技，报价",
    meeting: "晨会",
    list: "推荐客户名单",
    cards: "录入名片",
    lost: "名片丢了",
    cancelled: "华信取消订单",
    competitor: "竞品降价 8%",
    budgets: "年底预算已用完",
    before_ten: "早上集中打电话",
    quotes: "当天发报价",
    measure: "10 份里 9 份",
    call_lin: "给林经理打电话",
    won: "云峰追加订单",
    whys: ["上午谈得太少", "上午都在回邮件"],
};

/// Friday before the review: an order cancelled on Wednesday, its target lowered, a competitor
/// met on Thursday, a task open, another given up.
fn friday(texts: &Texts) -> Planned {
    let done = |on: &str| TaskState::Done {
        on: day("2026-11-27"),
        at: at(&format!("2026-11-27 {on}")),
    };
    let mut planned = a_week("2026-W48")
        .target("new_customers", 10)
        .target("revenue", 50_000_000)
        .target_changed("revenue", 38_000_000, Wed, texts.cancelled)
        .target("calls", 50)
        .focus("calls")
        .market(Market::Weak)
        .entry("new_customers", 9, Mon)
        .entry_with("revenue", 48_200_000, Mon, |entry| {
            entry.customer = Some(texts.huaxin.into());
        })
        .cancelled(texts.cancelled, "revenue", 12_000_000, Wed)
        .entry("calls", 48, Mon)
        .entry_with("calls", 5, Fri, |entry| {
            entry.customer = Some(texts.yunfeng.into());
        })
        .entry("visits", 2, Fri)
        .event(EventKind::Competitor, texts.competitor, Thu)
        .task_with(texts.visit, Some(Fri), |task| {
            task.important = Some(true);
            task.customer = Some(texts.huaxin.into());
            task.state = done("09:52");
        })
        .task_with(texts.meeting, Some(Fri), |task| task.state = done("10:10"))
        .task_with(texts.list, Some(Fri), |task| {
            task.customer = Some(texts.yunfeng.into());
        })
        .task_miss(texts.list, Cause::WaitingForColleague)
        .task_with(texts.cards, None, |task| {
            task.state = TaskState::Skipped {
                cause: Cause::Other,
                note: Some(texts.lost.into()),
                at: at("2026-11-26 17:00"),
            };
        })
        .miss("new_customers", Cause::CustomerUnavailable)
        .whys(&texts.whys)
        .lesson(LessonKind::Keep, texts.before_ten)
        .improvement(texts.quotes, Some(Mon))
        .closed(Mon, 3)
        .closed(Fri, 4)
        .wins(Fri, &[texts.won])
        .build();
    let week = &mut planned.week;
    week.outlook.note = texts.budgets.into();
    week.review.improvements[0].measure = Some(texts.measure.into());
    week.closed.get_mut(&day("2026-11-27")).unwrap().worked = Some(texts.before_ten.into());
    week.review.helped.push(Helped {
        improvement: improvement_id(texts.before_ten),
        helped: Answer::Partly,
        note: None,
    });
    planned
}

/// What is written of Friday in a language.
fn written(language: Language, write: impl Fn(Source<'_>) -> String) -> String {
    let texts = match language {
        Language::En => &ENGLISH,
        Language::ZhCn => &CHINESE,
    };
    let planned = friday(texts);
    let last = a_week("2026-W47")
        .target("calls", 50)
        .entry("calls", 47, Mon)
        .entry("revenue", 10_000_000, Tue)
        .improvement(texts.before_ten, None)
        .build();
    let next = a_week("2026-W49")
        .target("calls", 55)
        .task(texts.call_lin, Mon)
        .build();
    let history = History {
        earlier: vec![&last.week],
        next: Some(&next.week),
    };
    write(Source {
        week: &planned.week,
        history: &history,
        settings: &planned.settings,
        now: at("2026-11-27 16:30"),
        language,
    })
}

/// What is written of a week alone.
fn alone(
    planned: &Planned,
    now: &str,
    language: Language,
    write: impl Fn(Source<'_>) -> String,
) -> String {
    write(Source {
        week: &planned.week,
        history: &History::default(),
        settings: &planned.settings,
        now: at(now),
        language,
    })
}

#[test]
fn the_day_is_reported_in_both_languages_and_formats() {
    let friday = |format| move |source: Source<'_>| super::day(source, day("2026-11-27"), format);
    for (language, format, report) in [
        (Language::En, Format::Text, include_str!("tests/day.en.txt")),
        (Language::En, Format::Md, include_str!("tests/day.en.md")),
        (
            Language::ZhCn,
            Format::Text,
            include_str!("tests/day.zh-CN.txt"),
        ),
        (
            Language::ZhCn,
            Format::Md,
            include_str!("tests/day.zh-CN.md"),
        ),
    ] {
        assert_eq!(written(language, friday(format)), report);
    }
}

#[test]
fn the_week_is_reported_in_both_languages_and_formats() {
    let whole = |format| move |source: Source<'_>| super::week(source, format);
    for (language, format, report) in [
        (
            Language::En,
            Format::Text,
            include_str!("tests/week.en.txt"),
        ),
        (Language::En, Format::Md, include_str!("tests/week.en.md")),
        (
            Language::ZhCn,
            Format::Text,
            include_str!("tests/week.zh-CN.txt"),
        ),
        (
            Language::ZhCn,
            Format::Md,
            include_str!("tests/week.zh-CN.md"),
        ),
    ] {
        assert_eq!(written(language, whole(format)), report);
    }
}

#[test]
fn the_review_runs_from_goal_to_insight_in_both_languages() {
    for (language, report) in [
        (Language::En, include_str!("tests/review.en.txt")),
        (Language::ZhCn, include_str!("tests/review.zh-CN.txt")),
    ] {
        assert_eq!(written(language, super::review), report);
    }
}

#[test]
fn a_day_without_anything_is_honest() {
    let planned = a_week("2026-W48").build();
    let wednesday = |source: Source<'_>| super::day(source, day("2026-11-25"), Format::Text);
    let report = alone(&planned, "2026-11-25 18:00", Language::ZhCn, wednesday);
    let expected = "\
工作日报 · 2026年11月25日 周三

今日总结
没有记录。

明日计划
还没有安排。

心得
";
    assert_eq!(report, expected);
}

#[test]
fn a_day_with_nothing_done_of_a_target_says_what_it_owed() {
    let planned = a_week("2026-W48").target("calls", 50).build();
    let monday = |source: Source<'_>| super::day(source, day("2026-11-23"), Format::Text);
    let report = alone(&planned, "2026-11-23 18:00", Language::En, monday);
    let expected = "\
Daily report · Monday, 23 Nov 2026

Today
Nothing recorded.
Metric  Done  Quota  This week  Target  Attained
Calls      0     10          0      50        0%

Plan for tomorrow
Quota: Calls 13

Takeaway
";
    assert_eq!(report, expected);
}

#[test]
fn a_week_without_anything_keeps_its_headings() {
    let planned = a_week("2026-W48").build();
    let report = alone(&planned, "2026-11-25 18:00", Language::En, |source| {
        super::week(source, Format::Text)
    });
    let expected = "\
Weekly report · W48 · 23–29 Nov 2026

- Month to date, since 1 Nov: Revenue ¥0
- Revenue this week: ¥0
- Visits and communications: Visits 0, Communications 0
- New customers: 0
- Gap and cause: –

Targets and results
No targets set.

Key work

Not done, and why

Customers

Market and competitors

Plan for next week
Nothing planned yet.

Support needed
";
    assert_eq!(report, expected);
}

#[test]
fn a_holiday_week_owes_nothing_and_says_why() {
    let cn = |planned: &mut crate::domain::Settings| planned.calendar.law = Law::Cn;
    let planned = a_week("2026-W08").settings(cn).build();
    let monday = |source: Source<'_>| super::day(source, day("2026-02-16"), Format::Text);
    let report = alone(&planned, "2026-02-16 18:00", Language::ZhCn, monday);
    let expected = "\
工作日报 · 2026年2月16日 周一

今日总结
休息日：春节
没有记录。

明日计划
下个工作日：周二 2月24日
还没有安排。

心得
";
    assert_eq!(report, expected);
    let whole = |source: Source<'_>| super::week(source, Format::Text);
    let report = alone(&planned, "2026-02-16 18:00", Language::ZhCn, whole);
    let results = "本周目标与完成（达成率）\n本周放假，没有配额。\n没有设定周目标。\n\n重点工作\n";
    assert!(report.contains(results), "{report}");
}

#[test]
fn a_task_on_a_day_off_is_part_of_the_plan() {
    let planned = a_week("2026-W48").task("Fair", Sat).build();
    let friday = |source: Source<'_>| super::day(source, day("2026-11-27"), Format::Text);
    let report = alone(&planned, "2026-11-27 18:00", Language::En, friday);
    assert!(report.contains("Plan for tomorrow\n- Fair\n"), "{report}");
}

#[test]
fn an_open_task_of_a_day_to_come_is_not_missed_while_the_week_runs() {
    let planned = a_week("2026-W48")
        .target("calls", 50)
        .task("Yesterday", Tue)
        .task("Tomorrow", Thu)
        .build();
    let whole = |source: Source<'_>| super::week(source, Format::Text);
    let report = alone(&planned, "2026-11-25 18:00", Language::En, whole);
    assert!(
        report.contains("Not done, and why\n- Yesterday\n\nCustomers"),
        "{report}"
    );
}

#[test]
fn a_sealed_week_says_when_it_was_sealed() {
    let planned = a_week("2026-W48").target("calls", 50).sealed().build();
    let report = alone(&planned, "2026-12-01 09:00", Language::En, super::review);
    assert!(
        report.contains("\n\nSealed Fri 27 Nov 16:52\n\n"),
        "{report}"
    );
}

#[test]
fn no_text_of_a_week_acts_on_the_terminal_or_on_markdown() {
    let bad = "x\u{1b}[2J\u{202e}\n# y | <b> `z` *w*";
    let mut planned = a_week("2026-W48")
        .target("calls", 50)
        .target_changed("calls", 40, Tue, bad)
        .entry_with("calls", 1, Mon, |entry| entry.customer = Some(bad.into()))
        .task_with(bad, Some(Mon), |task| task.customer = Some(bad.into()))
        .done("# Visit", Wed)
        .event(EventKind::Competitor, bad, Wed)
        .lesson(LessonKind::Stop, bad)
        .improvement(bad, Some(Mon))
        .settings(|settings| settings.metrics[3].name = Some(bad.into()))
        .closed(Mon, 3)
        .build();
    planned.week.outlook.note = bad.into();
    planned
        .week
        .closed
        .get_mut(&day("2026-11-23"))
        .unwrap()
        .worked = Some(bad.into());
    let day = |source: Source<'_>| super::day(source, day("2026-11-23"), Format::Md);
    let week = |source: Source<'_>| super::week(source, Format::Md);
    let reports = [
        (
            "day",
            alone(&planned, "2026-11-27 16:30", Language::En, day),
        ),
        (
            "week",
            alone(&planned, "2026-11-27 16:30", Language::En, week),
        ),
        (
            "review",
            alone(&planned, "2026-11-27 16:30", Language::En, super::review),
        ),
    ];
    for (label, report) in reports {
        let obeyed = |sign: char| sign != '\n' && crate::domain::is_forbidden(sign);
        assert!(!report.contains(obeyed), "{label}: {report}");
        assert!(!report.contains("\n# y"), "{label}: {report}");
        let is_markdown = label != "review";
        let shown = r"x·\[2J··# y \| \<b\> \`z\` \*w\*";
        assert_eq!(report.contains(shown), is_markdown, "{label}: {report}");
        assert!(
            !is_markdown || !report.contains(" <b>"),
            "{label}: {report}"
        );
    }
}

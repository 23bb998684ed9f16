//! One small week, its reports written down before they were ever printed.
//!
//! Monday to Friday, Thursday off; it is Friday, 16:30. Each figure by `planning.md`:
//!
//! | | calls, target 10 | revenue, target ¥50,000 |
//! | --- | --- | --- |
//! | done | Mon 3, Wed 2, Fri 4: 9 of 10, 90% | Tue 30,000, Fri 12,500: 42,500 of 50,000, 85% |
//! | plan | 10 over 4 days: 3 3 2 – 2 | 12,500 a day |
//! | Friday owes | 10 − 5 = 5 | 50,000 − 30,000 = 20,000 |
//! | ahead | 5 − 8 + (4 − 2) = −1, × 4/10: −0.4 days | 30,000 − 37,500 + 0 = −7,500, × 4/50,000: −0.6 |
//! | status | above −0.5: on pace | at or below −0.5: behind |
//! | last week | 6 of 8: 75% | no target |
//! | four weeks | 75% and, in W46, 10 of 10: 87.5%, cut to 87% | no target |
//! | month | | 42,500, 20,000 in W47, 5,000 on Sunday 1 Nov: 67,500; not 7,000 of 30 Oct |
//! | next week | 12 over 5 days: 3 3 2 2 2 | |

use pretty_assertions::assert_eq;

use super::*;
use Language::{En, ZhCn};

/// What people write in a language.
struct Texts {
    offer: &'static str,
    call: &'static str,
    customer: &'static str,
    early: &'static str,
    quote: &'static str,
    visit: &'static str,
}

const fn texts(language: Language) -> Texts {
    match language {
        En => Texts {
            offer: "Send the offer",
            call: "Call Lin",
            customer: "Huaxin",
            early: "calls before ten",
            quote: "quote the same day",
            visit: "Visit Yunfeng",
        },
        ZhCn => Texts {
            offer: "发报价",
            call: "给林经理打电话",
            customer: "华信科技",
            early: "早上集中打电话",
            quote: "当天发报价",
            visit: "拜访云峰贸易",
        },
    }
}

fn this_week(texts: &Texts) -> Planned {
    let mut planned = a_week("2026-W48")
        .day_off(Thu)
        .target("calls", 10)
        .target("revenue", 5_000_000)
        .entry("calls", 3, Mon)
        .entry("calls", 2, Wed)
        .entry("calls", 4, Fri)
        .entry("revenue", 3_000_000, Tue)
        .entry("revenue", 1_250_000, Fri)
        .entry("visits", 2, Fri)
        .task_with(texts.offer, Some(Fri), |task| {
            task.important = Some(true);
            task.state = TaskState::Done {
                on: day("2026-11-27"),
                at: at("2026-11-27 11:00"),
            };
        })
        .task_with(texts.call, Some(Fri), |task| {
            task.customer = Some(texts.customer.into());
        })
        .miss("calls", Cause::NoTime)
        .improvement(texts.quote, Some(Mon))
        .closed(Fri, 4)
        .build();
    let friday = planned.week.closed.get_mut(&day("2026-11-27"));
    friday.unwrap().worked = Some(texts.early.into());
    planned
}

fn printed(language: Language, write: impl Fn(Source<'_>) -> String) -> String {
    let texts = texts(language);
    let planned = this_week(&texts);
    let w47 = a_week("2026-W47")
        .target("calls", 8)
        .entry("calls", 6, Mon)
        .entry("revenue", 2_000_000, Tue)
        .build();
    let w46 = a_week("2026-W46")
        .target("calls", 10)
        .entry("calls", 10, Mon)
        .build();
    let w44 = a_week("2026-W44")
        .entry("revenue", 700_000, Fri)
        .entry("revenue", 500_000, Sun)
        .build();
    let next = a_week("2026-W49")
        .target("calls", 12)
        .task(texts.visit, Mon)
        .build();
    let history = History {
        earlier: vec![&w47.week, &w46.week, &w44.week],
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

fn the_day(source: Source<'_>) -> String {
    crate::report::day(source, day("2026-11-27"), Format::Text)
}

fn the_week(source: Source<'_>) -> String {
    crate::report::week(source, Format::Text)
}

#[test]
fn the_day_in_english() {
    let expected = "\
Daily report · Friday, 27 Nov 2026

Today
Metric      Done    Quota  This week   Target  Attained
Revenue  ¥12,500  ¥20,000    ¥42,500  ¥50,000       85%
Visits         2        –          2        –         –
Calls          4        5          9       10       90%
- 11:00 Send the offer
- Left: Call Lin (Huaxin)

Plan for tomorrow
Next working day: Mon 30 Nov
Quota: Calls 3
- Visit Yunfeng

Takeaway
- calls before ten
";
    assert_eq!(printed(En, the_day), expected);
}

#[test]
fn the_day_in_chinese() {
    let expected = "\
工作日报 · 2026年11月27日 周五

今日总结
指标       完成   日配额  本周完成   周目标  达成率
销售额  ¥12,500  ¥20,000   ¥42,500  ¥50,000     85%
拜访          2        –         2        –       –
电话          4        5         9       10     90%
- 11:00 发报价
- 未完成：给林经理打电话（华信科技）

明日计划
下个工作日：周一 11月30日
日配额：电话 3
- 拜访云峰贸易

心得
- 早上集中打电话
";
    assert_eq!(printed(ZhCn, the_day), expected);
}

#[test]
fn the_week_in_english() {
    let expected = "\
Weekly report · W48 · 23–29 Nov 2026

- Month to date, since 1 Nov: Revenue ¥67,500
- Revenue this week: ¥42,500 / ¥50,000 (85%)
- Visits and communications: Visits 2, Communications 9 (Calls 9)
- New customers: 0
- Gap and cause: Revenue ¥7,500, Calls 1 (no time)

Targets and results
Metric    Target     Done  Attained     Status
Revenue  ¥50,000  ¥42,500       85%     behind
Visits         –        2         –  no target
Calls         10        9       90%    on pace

Key work
- Send the offer

Not done, and why
- Revenue ¥42,500 / ¥50,000 (85%): cause not named yet
- Calls 9 / 10 (90%): no time
- Call Lin (Huaxin)

Customers
- Huaxin: Call Lin (open)

Market and competitors

Plan for next week
- Target: Calls 12
- Mon 30 Nov quote the same day
- Mon 30 Nov Visit Yunfeng
- Call Lin (Huaxin)

Support needed
";
    assert_eq!(printed(En, the_week), expected);
}

#[test]
fn the_week_in_chinese() {
    let expected = "\
工作周报 · 第48周 · 11月23–29日

- 本月累计（11月1日起）：销售额 ¥67,500
- 本周业绩：¥42,500 / ¥50,000（85%）
- 拜访与沟通：拜访 2、沟通 9（电话 9）
- 新增客户：0
- 差距及原因：销售额 ¥7,500、电话 1（没时间）

本周目标与完成（达成率）
指标     周目标     完成  达成率      状态
销售额  ¥50,000  ¥42,500     85%      落后
拜访          –        2       –  未设目标
电话         10        9     90%  进度正常

重点工作
- 发报价

未完成及原因
- 销售额 ¥42,500 / ¥50,000（85%）：原因待补
- 电话 9 / 10（90%）：没时间
- 给林经理打电话（华信科技）

客户进展
- 华信科技：给林经理打电话（未完成）

市场与竞品

下周计划
- 周目标：电话 12
- 周一 11月30日 当天发报价
- 周一 11月30日 拜访云峰贸易
- 给林经理打电话（华信科技）

需协调支持
";
    assert_eq!(printed(ZhCn, the_week), expected);
}

#[test]
fn the_review_in_english() {
    let expected = "\
Review · W48 · 23–29 Nov 2026

review due

1 Goal
- Revenue ¥50,000
- Calls 10

2 Result
Metric    Target     Done  Attained  Last week  4 weeks  Days ahead   Status
Revenue  ¥50,000  ¥42,500       85%          –        –        −0.6   behind
Calls         10        9       90%        75%      87%        −0.4  on pace

Day by day  Mon      Tue  Wed      Fri
Revenue      ¥0  ¥30,000   ¥0  ¥12,500
Calls         3        0    2        4
- Tasks: done 1, open 1
- Mood: Fri 4

3 Analysis
- Revenue ¥42,500 / ¥50,000 (85%): cause not named yet
- Calls 9 / 10 (90%): no time
- Call Lin (Huaxin)

4 Insight
- improvement: Mon 30 Nov quote the same day
";
    assert_eq!(printed(En, crate::report::review), expected);
}

#[test]
fn the_review_in_chinese() {
    let expected = "\
复盘 · 第48周 · 11月23–29日

待复盘

一、回顾目标
- 销售额 ¥50,000
- 电话 10

二、评估结果
指标     周目标     完成  达成率  上周  近四周  提前（天）      状态
销售额  ¥50,000  ¥42,500     85%     –       –        −0.6      落后
电话         10        9     90%   75%     87%        −0.4  进度正常

每日完成  周一     周二  周三     周五
销售额      ¥0  ¥30,000    ¥0  ¥12,500
电话         3        0     2        4
- 任务：已完成 1、未完成 1
- 心情：周五 4

三、分析原因
- 销售额 ¥42,500 / ¥50,000（85%）：原因待补
- 电话 9 / 10（90%）：没时间
- 给林经理打电话（华信科技）

四、总结经验
- 改进措施：周一 11月30日 当天发报价
";
    assert_eq!(printed(ZhCn, crate::report::review), expected);
}

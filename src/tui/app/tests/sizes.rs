//! Weeks that are empty and weeks full of Chinese, at three sizes in both languages.

use super::wednesday;
use crate::domain::Weekday::{Fri, Mon, Thu, Tue, Wed};
use crate::domain::fixtures::{WeekBuilder, a_week, amount};
use crate::domain::{Cause, EventKind, Language, LessonKind, Market, Settings};
use crate::tui::app::harness::Screen;

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 40), (200, 50)];

/// A screen after its keys, at each size in both languages.
fn everywhere(open: impl Fn() -> Screen, keys: &str, name: &str) {
    for language in [Language::En, Language::ZhCn] {
        for (width, height) in SIZES {
            let screen = open().language(language).size(width, height);
            screen.keys(keys).shows(name);
        }
    }
}

/// Two metrics of the longest names, Chinese and mixed.
fn long_names(settings: &mut Settings) {
    let names = [
        ("visits", "重点客户现场拜访与技术交流的次数"),
        ("emails", "跟进邮件 follow-up 与报价单 quote"),
    ];
    for metric in &mut settings.metrics {
        let mut names = names.iter();
        if let Some((_, name)) = names.find(|(id, _)| *id == metric.id.as_str()) {
            metric.name = Some((*name).to_owned());
        }
    }
}

/// Names and titles at their longest, in Chinese.
pub(super) fn full_of_chinese() -> WeekBuilder {
    let customer = "华信精密机械科技股份有限公司".repeat(3);
    let mut week = wednesday();
    for number in 0..6 {
        let title = format!("致电林经理，确认交期与验收安排{number}，并且把样品清单发给对方采购");
        week = week.task_with(&title, Some(Wed), |task| {
            task.customer = Some(customer.clone());
            task.metric = Some("new_customers".parse().unwrap());
            task.amount = Some(amount(1));
        });
    }
    week
}

/// The same with long names, at the end of a week of which much was said.
fn said_in_chinese() -> WeekBuilder {
    let customer = "华信精密机械科技股份有限公司".repeat(3);
    let wins = [
        "华信追加了第二批订单，并且同意把付款周期缩短到三十天",
        "云峰介绍了一家新客户",
    ];
    full_of_chinese()
        .settings(long_names)
        .market(Market::Weak)
        .also(|week| {
            "年底各家预算都收紧，采购审批比上个月慢了一周".clone_into(&mut week.outlook.note);
        })
        .focus("visits")
        .pin("emails", Thu, 12)
        .target_changed(
            "revenue",
            38_000_000,
            Wed,
            "华信取消了原定本周签约的订单，改到明年一月",
        )
        .target_changed("visits", 12, Thu, "临时出差")
        .event(EventKind::OrderCancelled, &customer, Wed)
        .closed(Mon, 4)
        .wins(Mon, &wins)
        .closed(Tue, 3)
        .task("整理本季度所有报价单并且核对折扣审批记录", Tue)
        .task_miss(
            "整理本季度所有报价单并且核对折扣审批记录",
            Cause::WaitingForColleague,
        )
        .miss("visits", Cause::CustomerUnavailable)
        .lesson(
            LessonKind::Keep,
            "上午十点以前集中打电话，接通率比下午高出将近一倍",
        )
        .lesson(
            LessonKind::Improve,
            "拜访之前先确认对方采购负责人在场，免得白跑一趟又要重新约时间",
        )
        .improvement("当天的报价当天发出，超过三家就请同事帮忙核对", Some(Fri))
}

#[test]
fn an_empty_week_is_shown_at_every_size() {
    let open = || Screen::open(a_week("2026-W48"));
    everywhere(open, "2 z", "today/empty");
    everywhere(open, "Esc 3", "review/empty");
}

#[test]
fn a_week_full_of_chinese_is_shown_at_every_size() {
    let today = || Screen::open(full_of_chinese());
    everywhere(today, "2 z", "today/full");
    let said = || Screen::open(said_in_chinese());
    everywhere(said, "1", "goals/full");
    let friday = || said().at("2026-11-27 16:30");
    everywhere(friday, "Esc 3", "review/full");
}

#[test]
fn where_nothing_is_found_the_box_says_what_to_do() {
    let screen = Screen::open(said_in_chinese()).keys("Esc 2 /");
    screen.types("Yunfeng").shows("boxes/found_none");
}

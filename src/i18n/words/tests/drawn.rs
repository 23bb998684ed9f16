//! Texts as the drawings of the screens have them.

use crate::domain::Language;
use crate::i18n::{Words, count_word};

fn english() -> &'static Words {
    Words::of(Language::En)
}

fn chinese() -> &'static Words {
    Words::of(Language::ZhCn)
}

#[test]
fn a_day_in_english() {
    let words = english();
    assert_eq!(words.today.day("Wed 25"), "Today · Wed 25");
    assert_eq!(words.common.day_of_week(3, 5), "day 3 of 5");
    assert_eq!(words.today.to_go("4.1"), "4.1 to go");
    assert_eq!(words.today.tasks(2, 6), "tasks 2/6");
    assert_eq!(words.today.bucket(2), "this week 2");
    assert_eq!(words.today.moved(3), "moved 3×");
    assert_eq!(
        words.goals.tasks_for("Visits", 2, 3),
        "Visits has tasks for 2 of 3 today"
    );
}

#[test]
fn a_day_in_chinese() {
    let words = chinese();
    assert_eq!(words.today.day("周三 25日"), "今天 · 周三 25日");
    assert_eq!(words.common.day_of_week(3, 5), "第3/5天");
    assert_eq!(words.today.planned(10), "原计划 10");
    assert_eq!(words.today.done, "已完成");
    assert_eq!(words.today.tasks(2, 6), "任务 2/6");
    assert_eq!(words.today.bucket(2), "本周待定 2");
    assert_eq!(words.today.moved(3), "顺延 3 次");
    assert_eq!(words.boxes.count_one("电话"), "记一笔：电话");
}

#[test]
fn the_first_start_in_chinese() {
    let words = &chinese().start;
    let of_days = |from| chinese().common.span(from, "周五");
    assert_eq!(words.week_has_none(48), "第 48 周还没有目标。");
    assert_eq!(
        words.days_left(3, of_days("周三")),
        "本周还剩 3 个工作日（周三至周五）。"
    );
    assert_eq!(
        words.has_days(5, of_days("周一")),
        "该周有 5 个工作日（周一至周五）。"
    );
    assert_eq!(words.take, "采用下面的示例目标，开始使用");
    assert_eq!(words.per_working_day("10万"), "每个工作日 10万");
    assert_eq!(words.in_minutes("培训"), "培训（分钟）");
    assert_eq!(words.today_is("周三"), "今天（周三）");
    assert_eq!(words.change_to("周一"), "改为：周一");
    assert_eq!(words.all_money_in("人民币 ¥"), "人民币 ¥（金额都用这一种）");
}

#[test]
fn a_planned_week_in_english() {
    let words = &english().planning;
    assert_eq!(
        words.of_review_measured("Friday", "call before 10:00", "5 talks a day"),
        "From last Friday: call before 10:00 (measure: 5 talks a day)"
    );
    assert_eq!(words.task_on("Mon"), "→ task Mon");
    assert_eq!(words.open_from(3, "W47"), "Open from W47: 3 tasks");
}

#[test]
fn what_monday_left_in_english() {
    let words = &english().opening;
    assert_eq!(words.left_open(4, "Monday"), "Monday left 4 things open.");
    assert_eq!(
        words.all_today(count_word(Language::En, 4)),
        "All four to today"
    );
    assert_eq!(
        words.last_week("W47", 2),
        "Last week (W47, not reviewed) left 2:"
    );
    assert_eq!(
        words.asks_more("Calls", 4, 10, "Monday", 12, 10),
        "Calls 4 of 10 on Monday: today asks for 12 (plan 10)."
    );
    assert_eq!(
        english().today.moved_often(3),
        "moved 3×: drop, shrink or date it?"
    );
}

#[test]
fn the_ways_out_in_english() {
    let words = &english().ways;
    assert_eq!(words.in_days(3, "30.8万"), "30.8万 in 3 days");
    assert_eq!(
        words.half_or_whole("Sat 28 Nov"),
        "Sat 28 Nov, half or whole"
    );
    assert_eq!(words.raised("Visits", 15, 18), "Visits 15 → 18");
    assert_eq!(words.lower_and_next("12万"), "Move 12万 of it to next week");
    assert_eq!(words.next_target("W49", "–", "12万"), "W49: – → 12万");
}

#[test]
fn the_review_in_english() {
    let words = &english().review;
    let open = words.both_open(words.tasks_open(1), words.targets_missed(1));
    assert_eq!(open, "1 open task and 1 missed target have no cause yet");
    assert_eq!(words.tasks_without_cause(1), "1 open task has no cause yet");
    assert_eq!(
        words.done_of("New customers", 9, 10),
        "New customers 9 of 10"
    );
    assert_eq!(words.chart("Calls", "╌", "━"), "Calls: plan ╌  done ━");
    assert_eq!(words.due_in(2, "Friday"), "Review: Friday, 2 days away");
}

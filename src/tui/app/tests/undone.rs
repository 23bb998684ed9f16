//! What undo says: what was taken back, and of which day or week.

use super::wednesday;
use crate::domain::Weekday::Wed;
use crate::domain::fixtures::a_week;
use crate::tui::app::harness::Screen;

/// Keys that make one edit, a `|text|` that is typed in between, and what undo says of it in
/// English and in Chinese.
const EDITS: [(&str, &str, &str); 15] = [
    (
        "2 c",
        "undone: +1 Calls, Wed 25 Nov",
        "已撤销 · 电话 +1，周三 11月25日",
    ),
    (
        "2 [ c",
        "undone: +1 Calls, Tue 24 Nov",
        "已撤销 · 电话 +1，周二 11月24日",
    ),
    (
        "2 space",
        "undone: done: Call Lin about the delivery, Wed 25 Nov",
        "已撤销 · 已完成：Call Lin about the delivery，周三 11月25日",
    ),
    (
        "2 Down Down Down space",
        "undone: open again: Morning meeting, Wed 25 Nov",
        "已撤销 · 重新打开：Morning meeting，周三 11月25日",
    ),
    (
        "2 Down +",
        "undone: Follow-up emails: +1 Emails, Wed 25 Nov",
        "已撤销 · Follow-up emails：邮件 +1，周三 11月25日",
    ),
    (
        "2 s 1",
        "undone: skipped: Call Lin about the delivery (no time), Wed 25 Nov",
        "已撤销 · 已跳过：Call Lin about the delivery（没时间），周三 11月25日",
    ),
    (
        "2 m 2",
        "undone: Call Lin about the delivery: Wed 25 Nov → Thu 26 Nov",
        "已撤销 · Call Lin about the delivery：周三 11月25日 → 周四 11月26日",
    ),
    (
        "2 x",
        "undone: task removed: Call Lin about the delivery, Wed 25 Nov",
        "已撤销 · 任务已删除：Call Lin about the delivery，周三 11月25日",
    ),
    (
        "a |Visit fri| Enter",
        "undone: added: Visit, Fri 27 Nov",
        "已撤销 · 已添加：Visit，周五 11月27日",
    ),
    (
        "2 o Enter",
        "undone: day closed: Wed 25 Nov",
        "已撤销 · 已收工：周三 11月25日",
    ),
    (
        "1 g j j f",
        "undone: focus: New customers, W48",
        "已撤销 · 重点：新增客户，第48周",
    ),
    (
        "1 g j j Enter |12| Enter Enter",
        "undone: New customers: target 12, W48",
        "已撤销 · 新增客户：目标 12，第48周",
    ),
    (
        "1 g j j Right o",
        "undone: Mon 23 Nov: day off",
        "已撤销 · 周一 11月23日：已设为休息",
    ),
    (
        "3 a 1 |prepare samples| Enter",
        "undone: prepare samples, W48",
        "已撤销 · prepare samples，第48周",
    ),
    (
        "i 4 |dentist| ctrl-s",
        "undone: noted: personal: dentist, Wed 25 Nov",
        "已撤销 · 已记录：个人原因：dentist，周三 11月25日",
    ),
];

/// Presses keys and types what stands between strokes.
fn edited(mut screen: Screen, keys: &str) -> Screen {
    for (place, part) in keys.split('|').enumerate() {
        screen = if place % 2 == 0 {
            screen.keys(part)
        } else {
            screen.types(part)
        };
    }
    screen.keys("u")
}

#[test]
fn undo_names_what_it_took_back_and_its_day_or_week() {
    let mut wrong = Vec::new();
    for (keys, english, chinese) in EDITS {
        let open = || Screen::open(wednesday());
        for (screen, expected) in [(open(), english), (open().chinese(), chinese)] {
            let footer = edited(screen, keys).footer();
            if footer != expected {
                wrong.push(format!("{keys}: {footer}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn an_undone_line_with_the_longest_title_and_cause_is_whole() {
    // The eighth cause has the longest name.
    for (language, cause, end) in [
        ("en", "8", "(waiting for a colleague), Wed 25 Nov"),
        ("zh-CN", "8", "（等同事配合），周三 11月25日"),
    ] {
        let title = "Call Lin about the delivery of the samples that Huaxin asked for";
        let week = a_week("2026-W48").target("calls", 50).task(title, Wed);
        let screen = Screen::open(week);
        let screen = if language == "en" {
            screen
        } else {
            screen.chinese()
        };
        let footer = screen.keys("2 G k").keys(&format!("s {cause} u")).footer();
        assert!(footer.ends_with(end), "{footer}");
    }
}

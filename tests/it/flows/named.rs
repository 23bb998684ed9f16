//! Ways walked by keys that the screen names at that moment, every key counted.

use serde_json::{Value, json};

use super::{done, metric, open, planned, press, quit, show};
use crate::program::Salesweek;
use crate::pty::{Screen, Session};

/// A way through the program.
struct Walk {
    session: Session,
    keys: usize,
}

impl Walk {
    fn of(session: Session) -> Self {
        Self { session, keys: 0 }
    }

    /// Presses a key that the screen names with `says`, and waits until `then` stands there.
    #[track_caller]
    fn press(&mut self, says: &str, key: &str, then: &str) {
        self.session.wait_for(|screen| stands(screen, says));
        self.session.keys(key);
        self.keys += 1;
        self.session.wait_for(|screen| stands(screen, then));
    }

    /// Types a text, every character a key.
    #[track_caller]
    fn types(&mut self, text: &str, then: &str) {
        self.session.send(text);
        self.keys += text.chars().count();
        self.session.wait_for(|screen| stands(screen, then));
    }
}

/// Whether a row says `text`, its columns with one blank between them.
fn stands(screen: &Screen, text: &str) -> bool {
    let squeezed = |row: &String| row.split_whitespace().collect::<Vec<_>>().join(" ");
    screen.rows().iter().any(|row| squeezed(row).contains(text))
}

/// A key as the screen names it, the key, and what then stands there.
type Step = (&'static str, &'static str, &'static str);

/// From the first screen to a target of one's own, and to three calls.
const ENGLISH: [Step; 16] = [
    ("↑ ↓ choose", "down", "▸ New customers"),
    ("↑ ↓ choose", "down", "▸ Revenue"),
    ("↑ ↓ choose", "down", "▸ Visits"),
    ("↑ ↓ choose", "down", "▸ Calls"),
    ("Enter edit", "enter", "▸ Calls [30"),
    ("▸ Calls [30", "4", "▸ Calls [4 "),
    ("▸ Calls [4 ", "0", "▸ Calls [40 "),
    ("Enter take", "enter", "▸ Emails"),
    ("↑ ↓ choose", "up", "▸ Calls"),
    ("↑ ↓ choose", "up", "▸ Visits"),
    ("↑ ↓ choose", "up", "▸ Revenue"),
    ("↑ ↓ choose", "up", "▸ New customers"),
    ("↑ ↓ choose", "up", "▸Take the examples"),
    ("begin Enter", "enter", "14 to go c"),
    ("14 to go c", "c", "13 to go c"),
    ("13 to go c", "c", "12 to go c"),
];
const CHINESE: [Step; 16] = [
    ("↑ ↓ 选择", "down", "▸ 新增客户"),
    ("↑ ↓ 选择", "down", "▸ 销售额"),
    ("↑ ↓ 选择", "down", "▸ 拜访"),
    ("↑ ↓ 选择", "down", "▸ 电话"),
    ("Enter 修改", "enter", "▸ 电话 [30"),
    ("▸ 电话 [30", "4", "▸ 电话 [4 "),
    ("▸ 电话 [4 ", "0", "▸ 电话 [40 "),
    ("Enter 采用", "enter", "▸ 邮件"),
    ("↑ ↓ 选择", "up", "▸ 电话"),
    ("↑ ↓ 选择", "up", "▸ 拜访"),
    ("↑ ↓ 选择", "up", "▸ 销售额"),
    ("↑ ↓ 选择", "up", "▸ 新增客户"),
    ("↑ ↓ 选择", "up", "▸采用下面的示例目标"),
    ("开始使用 Enter", "enter", "还差 14 c"),
    ("还差 14 c", "c", "还差 13 c"),
    ("还差 13 c", "c", "还差 12 c"),
];

/// The third call, a task with its title, and the tick.
struct Day {
    call: Step,
    add: Step,
    title: &'static str,
    save: Step,
    check: Step,
}

#[track_caller]
fn a_first_day(store: &Salesweek, start: &str, steps: &[Step], day: &Day) {
    let mut walk = Walk::of(open(store, start));
    for (says, key, then) in steps.iter().chain([&day.call, &day.add]) {
        walk.press(says, key, then);
    }
    walk.types(day.title, &format!("[{}", day.title));
    for (says, key, then) in [day.save, day.check] {
        walk.press(says, key, then);
    }
    assert_eq!(walk.keys, 23);
    quit(walk.session);
    assert_eq!(metric(store, "calls")["target"], 40);
    assert_eq!(metric(store, "calls")["done"], 3);
    assert_eq!(show(store)["tasks"][0]["state"], "done");
}

#[test]
fn a_newcomer_is_led_through_the_first_day_in_twenty_three_keys() {
    let day = Day {
        call: ("12 to go c", "c", "11 to go c"),
        add: ("No tasks. a adds one.", "a", "New task"),
        title: "Lin",
        save: ("Enter save", "enter", "▸☐"),
        check: ("space done", "space", "▸☑"),
    };
    a_first_day(&Salesweek::new(), "Take the examples", &ENGLISH, &day);
}

#[test]
fn a_newcomer_is_led_in_chinese_too() {
    let mut store = Salesweek::new();
    store.in_language("zh-CN");
    let day = Day {
        call: ("还差 12 c", "c", "还差 11 c"),
        add: ("没有任务。按 a 添加。", "a", "新任务"),
        title: "林经理",
        save: ("Enter 记下", "enter", "▸☐"),
        check: ("空格 完成", "space", "▸☑"),
    };
    a_first_day(&store, "采用下面的示例目标", &CHINESE, &day);
}

/// One line for a task: how the footer names the key, the line, what the screen understands.
#[track_caller]
fn a_task_in_one_line(store: &Salesweek, names: [&str; 2], line: &str, understood: &str) -> Value {
    let [add, save] = names;
    let mut walk = Walk::of(open(store, "0/17"));
    walk.press(add, "a", save);
    walk.types(line, understood);
    walk.session.keys("enter");
    walk.session.wait_for(|screen| !stands(screen, save));
    quit(walk.session);
    let task = &show(store)["tasks"][0];
    let fields = ["title", "day", "time", "important", "metric", "amount"];
    fields.iter().map(|field| task[field].clone()).collect()
}

#[test]
fn a_task_is_added_in_one_line_in_both_languages() {
    let english = a_task_in_one_line(
        &planned(),
        ["a add", "Enter save"],
        "call Lin tomorrow 9:30 #calls x5",
        "understood: Thu 26 Nov · 09:30 · Calls 5",
    );
    let expected = ["call Lin", "2026-11-26", "09:30"].map(Value::from);
    let expected = expected.into_iter();
    let expected: Value = expected
        .chain([json!(false), json!("calls"), json!(5)])
        .collect();
    assert_eq!(english, expected);
    let mut store = planned();
    let chinese = a_task_in_one_line(
        store.in_language("zh-CN"),
        ["a 新任务", "Enter 记下"],
        "拜访华信周三10:00 ！",
        "识别为：周三 11月25日 · 10:00 · 重要",
    );
    let expected = json!(["拜访华信", "2026-11-25", "10:00", true, null, null]);
    assert_eq!(chinese, expected);
}

#[test]
fn the_line_of_what_comes_next_is_followed_by_its_key() {
    for (language, first, then) in [
        (
            "en",
            "next 10:00 D Lin · first today ctrl-n",
            "next 16:00 D Wu",
        ),
        (
            "zh-CN",
            "下一步 10:00 D Lin · 今天第一项 ctrl-n",
            "下一步 16:00 D Wu",
        ),
    ] {
        let mut store = planned();
        done(&store, "add Wu --at 16:00");
        done(&store, "add Lin --at 10:00");
        let mut walk = Walk::of(open(store.in_language(language), "0/17"));
        walk.press(first, "ctrl-n", "▸☐ 10:00");
        walk.session.keys("space");
        walk.session.wait_for(|screen| stands(screen, then));
        press(&mut walk.session, "1 ctrl-n", "▸☐ 16:00");
        quit(walk.session);
        let states = |task: &Value| (task["title"] == "Lin") == (task["state"] == "done");
        assert!(show(&store)["tasks"].as_array().unwrap().iter().all(states));
    }
}

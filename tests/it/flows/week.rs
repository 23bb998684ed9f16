//! A whole week by keys, and the same week by commands: both leave the same store.
//!
//! The clock stands during each run, so that both write the same moments. Ids are random:
//! they are numbered in the order in which they appear, and what was written at one moment,
//! which ids alone keep apart, is put in the order of its text.

use std::collections::HashMap;

use serde_json::Value;

use super::press;
use crate::program::Salesweek;
use crate::pty::{Launch, Session};

/// What differs between the languages.
struct Words {
    language: &'static str,
    /// The system's locale.
    locale: &'static str,
    begins: &'static str,
    tuesday: &'static str,
    /// The sum of money that is booked, and cancelled: as typed, as counted, as drawn.
    booked: [&'static str; 2],
    /// The target of money that is left.
    lowered: &'static str,
    /// The way out that lowers the target.
    lower: &'static str,
    visit: &'static str,
    quote: &'static str,
    cancelled: &'static str,
    lesson: &'static str,
    sealed: &'static str,
}

const ENGLISH: Words = Words {
    language: "en",
    locale: "en_US.UTF-8",
    begins: "Take the examples",
    tuesday: "Tue 24",
    booked: ["12k", "12/10k"],
    lowered: "38000",
    lower: "Lower the target",
    visit: "Lin",
    quote: "Quote",
    cancelled: "Huaxin",
    lesson: "mornings",
    sealed: "sealed",
};

const CHINESE: Words = Words {
    language: "zh-CN",
    locale: "zh_CN.UTF-8",
    begins: "采用下面的示例目标",
    tuesday: "周二 24日",
    booked: ["12万", "12/10万"],
    lowered: "380000",
    lower: "下调目标",
    visit: "拜访林经理",
    quote: "报价",
    cancelled: "华信取消",
    lesson: "早上打电话",
    sealed: "已归档",
};

impl Words {
    fn store(&self) -> Salesweek {
        let mut store = Salesweek::new();
        store.in_language(self.language);
        store
    }

    /// The screens at a moment, once `text` stands there.
    #[track_caller]
    fn open(&self, store: &mut Salesweek, moment: &str, text: &str) -> Session {
        store.on(moment);
        let launch = Launch::salesweek(store.arguments()).variable("LANG", self.locale);
        let mut session = launch.start();
        session.wait_for_text(text);
        session
    }

    /// Runs a command that must succeed.
    #[track_caller]
    fn run(&self, store: &Salesweek, words: &str) -> String {
        let output = store.command(words).env("LANG", self.locale).output();
        let output = output.unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{words}: {stderr}");
        String::from_utf8(output.stdout).unwrap()
    }
}

const MONDAY: &str = "2026-11-23T08:52";
const TUESDAY: &str = "2026-11-24T09:10";
const WEDNESDAY: &str = "2026-11-25T13:20";
const THURSDAY: &str = "2026-11-26T11:00";
const FRIDAY: &str = "2026-11-27T16:30";

/// The week at the screens, one run a day.
fn by_keys(words: &Words) -> Salesweek {
    let mut store = words.store();
    let Words {
        visit,
        quote,
        cancelled,
        lesson,
        sealed,
        ..
    } = words;

    let mut monday = words.open(&mut store, MONDAY, words.begins);
    press(&mut monday, "enter", "0/10");
    press(&mut monday, "c c c", "3/10");
    press(
        &mut monday,
        &format!("D {} enter", words.booked[0]),
        words.booked[1],
    );
    press(&mut monday, &format!("a {visit} enter"), "☐");
    press(&mut monday, "space", "☑");
    leave(monday);

    let mut tuesday = words.open(&mut store, TUESDAY, words.tuesday);
    press(&mut tuesday, "v", "1/4");
    press(&mut tuesday, "0 5 2 1 enter", "21/25");
    press(&mut tuesday, &format!("a {quote} enter"), "☐");
    leave(tuesday);

    let mut wednesday = words.open(&mut store, WEDNESDAY, quote);
    press(&mut wednesday, "enter", "☐");
    press(&mut wednesday, "c c", "2/");
    let event = format!("i 1 {} tab {cancelled} enter", words.booked[0]);
    press(&mut wednesday, &event, words.lower);
    press(&mut wednesday, "2 enter", cancelled);
    leave(wednesday);

    let mut thursday = words.open(&mut store, THURSDAY, quote);
    press(&mut thursday, "esc e e", "2/");
    press(&mut thursday, "n", "1/");
    leave(thursday);

    let mut friday = words.open(&mut store, FRIDAY, "3 ");
    press(&mut friday, "c", "12%");
    press(&mut friday, &format!("a 1 {lesson} enter"), lesson);
    press(&mut friday, "s enter", sealed);
    leave(friday);
    store
}

/// The same week by commands.
fn by_commands(words: &Words) -> Salesweek {
    let mut store = words.store();
    let Words {
        visit,
        quote,
        cancelled,
        lesson,
        ..
    } = words;
    let booked = words.booked[0];
    let run = |store: &Salesweek, command: &str| words.run(store, command);

    store.on(MONDAY);
    for target in ["new_customers 10", "visits 15", "calls 50", "emails 100"] {
        run(&store, &format!("target {target}"));
    }
    let money = if words.language == "en" {
        "50k"
    } else {
        "50万"
    };
    run(&store, &format!("target revenue {money}"));
    for _ in 0..3 {
        run(&store, "log calls");
    }
    run(&store, &format!("log revenue {booked}"));
    let id = run(&store, &format!("add {visit}"));
    run(&store, &format!("done {id}"));

    store.on(TUESDAY);
    run(&store, "log visits");
    run(&store, "log emails 21");
    let id = run(&store, &format!("add {quote}"));

    store.on(WEDNESDAY);
    run(&store, &format!("move {id} today"));
    run(&store, "log calls");
    run(&store, "log calls");
    let event = format!("event order_cancelled {cancelled} --metric revenue");
    run(&store, &format!("{event} --amount {booked} --correct"));
    let lowered = format!("target revenue {}", words.lowered);
    run(&store, &format!("{lowered} --reason {cancelled}"));

    store.on(THURSDAY);
    run(&store, "log emails");
    run(&store, "log emails");
    run(&store, "log new_customers");

    store.on(FRIDAY);
    run(&store, "log calls");
    run(&store, &format!("lesson keep {lesson}"));
    run(&store, "seal");
    store
}

#[track_caller]
fn leave(mut session: Session) {
    session.keys("q");
    assert_eq!(session.wait_exit().code(), Some(0));
}

/// The lists of things that have ids; entries name tasks and events, which come before them.
const LISTS: [&str; 5] = ["tasks", "events", "entries", "lessons", "improvements"];

/// A week as `show --json` tells it, with its ids numbered in order of appearance.
fn shown(words: &Words, store: &Salesweek, week: &str) -> Value {
    let text = words.run(store, &format!("--week {week} show --json"));
    let mut shown: Value = serde_json::from_str(&text).unwrap();
    let mut numbers = HashMap::new();
    for list in LISTS {
        let items = shown[list].as_array_mut().unwrap();
        for item in items.iter_mut() {
            for named in ["task", "event"] {
                let id = item.get(named).and_then(Value::as_str);
                if let Some(number) = id.and_then(|id| numbers.get(id)) {
                    item[named] = Value::from(*number);
                }
            }
        }
        items.sort_by_cached_key(without_id);
        for item in items {
            let next = numbers.len();
            let id = item["id"].as_str().unwrap().to_owned();
            item["id"] = Value::from(*numbers.entry(id).or_insert(next));
        }
    }
    shown
}

/// By day and moment as before, then by all else that is not an id.
fn without_id(item: &Value) -> String {
    let mut item = item.clone();
    item["id"] = Value::Null;
    let place = [&item["day"], &item["at"]].map(Value::to_string);
    format!("{} {item}", place.concat())
}

#[track_caller]
fn both_ways_leave_the_same_store(words: &Words) {
    let typed = by_keys(words);
    let ordered = by_commands(words);
    for week in ["2026-W48", "2026-W49"] {
        let (typed, ordered) = (shown(words, &typed, week), shown(words, &ordered, week));
        for (key, value) in typed.as_object().unwrap() {
            assert_eq!(*value, ordered[key], "{week}: {key}");
        }
    }
}

#[test]
fn a_week_by_keys_and_by_commands_is_the_same_week() {
    both_ways_leave_the_same_store(&ENGLISH);
}

#[test]
fn a_week_in_chinese_by_keys_and_by_commands_is_the_same_week() {
    both_ways_leave_the_same_store(&CHINESE);
}

//! The first minutes with the program, from an empty home.

use super::{metric, open, press, quit, show};
use crate::program::Salesweek;

#[test]
fn enter_takes_the_examples_and_the_day_can_begin() {
    let store = Salesweek::new();
    let mut session = open(&store, "Take the examples");
    press(&mut session, "enter", "0/10");
    press(&mut session, "c c c", "3/10");
    press(&mut session, "a Lin enter", "☐");
    press(&mut session, "space", "☑");
    quit(session);
    assert_eq!(metric(&store, "calls")["target"], 30);
    assert_eq!(metric(&store, "calls")["done"], 3);
    assert_eq!(metric(&store, "revenue")["target"], 3_000_000);
    let tasks = &show(&store)["tasks"];
    assert_eq!(tasks.as_array().unwrap().len(), 1);
    assert_eq!(
        (&tasks[0]["title"], &tasks[0]["state"]),
        (&"Lin".into(), &"done".into())
    );
}

#[test]
fn the_same_in_chinese() {
    let mut store = Salesweek::new();
    store.in_language("zh-CN");
    let mut session = open(&store, "采用下面的示例目标");
    press(&mut session, "enter", "0/10");
    press(&mut session, "ｃ ｃ ｃ", "3/10");
    press(&mut session, "a 致电林经理 enter", "☐");
    press(&mut session, "space", "☑");
    quit(session);
    assert_eq!(metric(&store, "calls")["done"], 3);
    assert_eq!(show(&store)["tasks"][0]["state"], "done");
}

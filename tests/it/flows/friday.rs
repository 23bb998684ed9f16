//! From Wednesday's close to a sealed week, every key counted but the words that are typed.

use serde_json::json;

use super::{done, open, quit, show};
use crate::program::Salesweek;
use crate::pty::Session;

/// A way through the program.
struct Walk {
    session: Session,
    keys: usize,
}

impl Walk {
    /// Presses keys and waits until `text` stands on the screen.
    #[track_caller]
    fn press(&mut self, keys: &str, text: &str) {
        self.session.keys(keys);
        self.keys += keys.split_whitespace().count();
        self.session.wait_for_text(text);
    }

    /// Types words and waits until they stand there.
    #[track_caller]
    fn types(&mut self, words: &str) {
        self.session.send(words);
        self.session.wait_for_text(words);
    }
}

/// What differs between the languages.
struct Words {
    language: &'static str,
    close: &'static str,
    review_due: &'static str,
    no_time: &'static str,
    why: &'static str,
    improvement: &'static str,
    lesson: &'static str,
    seal: &'static str,
    sealed: &'static str,
    typed: [&'static str; 6],
}

const ENGLISH: Words = Words {
    language: "en",
    close: "wins, up to 3",
    review_due: "review due",
    no_time: "no time",
    why: "Why? ",
    improvement: " Improvement ",
    lesson: " Lesson ",
    seal: "1  Seal the week",
    sealed: "Next week: open",
    typed: [
        "Huaxin ordered",
        "few talks",
        "mails first",
        "no mail before ten",
        "mornings",
        "by district",
    ],
};

const CHINESE: Words = Words {
    language: "zh-CN",
    close: "今天的亮点",
    review_due: "待复盘",
    no_time: "没时间",
    why: "为什么？",
    improvement: " 改进措施 ",
    lesson: " 经验教训 ",
    seal: "1  归档本周",
    sealed: "下周：打开",
    typed: [
        "华信下单",
        "上午谈得少",
        "先回了邮件",
        "十点前不回邮件",
        "早上打电话",
        "按片区拜访",
    ],
};

/// A store with three open tasks, one target reached and one missed.
fn before(words: &Words) -> Salesweek {
    let mut store = Salesweek::new();
    store.in_language(words.language);
    store.on("2026-11-25T18:00");
    done(&store, "target calls 50");
    done(&store, "target visits 1");
    done(&store, "log visits");
    for task in ["add one", "add two", "add three"] {
        done(&store, &format!("{task} --on fri"));
    }
    store
}

fn closed_and_reviewed(words: &Words) {
    let mut store = before(words);
    let session = open(&store, "17");
    let mut walk = Walk { session, keys: 0 };
    walk.press("2 o", words.close);
    // The wins come last; the line before them is the way to who has none.
    walk.press("4 tab tab", words.close);
    walk.types(words.typed[0]);
    walk.press("enter", "25");
    quit(walk.session);
    assert_eq!(show(&store)["days"][2]["wins"], json!([words.typed[0]]));
    assert_eq!(show(&store)["days"][2]["mood"], 4);

    store.on("2026-11-27T16:30");
    let session = open(&store, words.review_due);
    let mut walk = Walk { session, keys: 0 };
    walk.press("1 1 1", words.no_time);
    let [_, few, mails, measure, first, second] = words.typed;
    walk.press("right", words.why);
    walk.types(few);
    walk.press("tab", few);
    walk.types(mails);
    walk.press("ctrl-o", words.improvement);
    walk.press("tab right tab", "30");
    walk.types(measure);
    walk.press("enter", mails);
    for (kind, lesson) in [("1", first), ("2", second)] {
        walk.press("a", "4  ");
        walk.press(kind, words.lesson);
        walk.types(lesson);
        walk.press("enter", lesson);
    }
    walk.press("s", words.seal);
    walk.press("1", words.sealed);
    assert!(walk.keys <= 30, "{} keys", walk.keys);
    quit(walk.session);

    let week = show(&store);
    assert_eq!(week["state"], "sealed");
    assert_eq!(
        week["misses"],
        json!([{ "metric": "calls", "cause": "other", "note": mails, "whys": [few, mails] }])
    );
    assert_eq!(week["improvements"][0]["text"], mails);
    assert_eq!(week["improvements"][0]["day"], "2026-11-30");
    assert_eq!(week["improvements"][0]["measure"], measure);
    assert_eq!(week["lessons"].as_array().unwrap().len(), 2);
}

#[test]
fn a_week_is_closed_and_reviewed_by_few_keys() {
    closed_and_reviewed(&ENGLISH);
}

#[test]
fn a_week_is_closed_and_reviewed_by_few_keys_in_chinese() {
    closed_and_reviewed(&CHINESE);
}

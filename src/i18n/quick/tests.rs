mod any_line;
mod pairs;
mod told;

use super::*;

/// Wednesday, 25 November 2026.
fn today() -> Day {
    "2026-11-25".parse().unwrap()
}

fn customers() -> Vec<String> {
    ["华信科技", "华星贸易", "云峰贸易", "Lin & Co", "Lindner AG"]
        .map(str::to_owned)
        .to_vec()
}

fn read_with(text: &str, change: impl Fn(&mut QuickContext<'_>)) -> Quick {
    let metrics = Metric::built_in();
    let customers = customers();
    let mut context = QuickContext {
        today: today(),
        week: today().week(),
        past: false,
        currency: Currency::CNY,
        metrics: &metrics,
        customers: &customers,
        said: &[],
    };
    change(&mut context);
    read_quick(text, &context)
}

fn read(text: &str) -> Quick {
    read_with(text, |_| {})
}

/// The hints in a few words: `11-25 10:00 !`.
fn said(quick: &Quick) -> String {
    let day = |day: &Day| day.to_string().split_off(5);
    let hints = quick.parts.iter().map(|part| match &part.hint {
        Hint::Day(on) => day(on),
        Hint::Week(week) => week.to_string(),
        Hint::Time(time) => time.to_string(),
        Hint::Due(by) => format!("due {}", day(by)),
        Hint::Important => "!".to_owned(),
        Hint::ImportantAndUrgent => "!!".to_owned(),
        Hint::Metric(id, None) => format!("#{id}"),
        Hint::Metric(id, Some(amount)) => format!("#{id} {}", amount.units()),
        Hint::Customer(name) => format!("@{name}"),
        Hint::Estimate(minutes) => format!("~{minutes}"),
        Hint::Repeats(rule) => format!("<{rule}>"),
    });
    hints.collect::<Vec<_>>().join(" ")
}

fn check(cases: &[(&str, &str, &str)]) {
    for (text, title, hints) in cases {
        let quick = read(text);
        assert_eq!(
            (quick.title.as_str(), said(&quick).as_str()),
            (*title, *hints),
            "`{text}`"
        );
    }
}

#[test]
fn a_day_is_read_in_both_languages() {
    check(&[
        ("Call Lin wed", "Call Lin", "11-25"),
        ("Call Lin Thursday", "Call Lin", "11-26"),
        ("Call Lin mon", "Call Lin", "11-30"),
        ("Call Lin on fri", "Call Lin", "11-27"),
        ("Call Lin this fri", "Call Lin", "11-27"),
        ("Call Lin next fri", "Call Lin", "12-04"),
        ("Call Lin sunday", "Call Lin", "11-29"),
        ("Call Lin on Sun", "Call Lin", "11-29"),
        ("Call Lin next Sun", "Call Lin", "12-06"),
        ("Call Lin today", "Call Lin", "11-25"),
        ("Call Lin TOMORROW", "Call Lin", "11-26"),
        ("tomorrow call Lin", "call Lin", "11-26"),
        ("Call Lin day after tomorrow", "Call Lin", "11-27"),
        ("Call Lin 2026-12-03", "Call Lin", "12-03"),
        ("Call Lin 27 Nov", "Call Lin", "11-27"),
        ("Call Lin Nov 27", "Call Lin", "11-27"),
        ("Call Lin on 3 december", "Call Lin", "12-03"),
        ("Call Lin 3 Feb", "Call Lin", "02-03"),
        ("Call Lin in 2 days", "Call Lin", "11-27"),
        ("in a week call Lin", "call Lin", "12-02"),
        ("Call Lin 11/30", "Call Lin", "11-30"),
        ("Call Lin 30/11", "Call Lin", "11-30"),
        ("Call Lin 12/12", "Call Lin", "12-12"),
        ("Call Lin 2026/12/03", "Call Lin", "12-03"),
        ("拜访华信 3天后", "拜访华信", "11-28"),
        ("两周后 拜访华信", "拜访华信", "12-09"),
        ("拜访华信 周三", "拜访华信", "11-25"),
        ("拜访华信 周一", "拜访华信", "11-30"),
        ("拜访华信 下周一", "拜访华信", "11-30"),
        ("拜访华信 下周五", "拜访华信", "12-04"),
        ("拜访华信 本周五", "拜访华信", "11-27"),
        ("星期五 拜访华信", "拜访华信", "11-27"),
        ("明天 拜访华信", "拜访华信", "11-26"),
        ("拜访华信 后天 带样品", "拜访华信 带样品", "11-27"),
        ("拜访华信　大后天", "拜访华信", "11-28"),
        ("拜访华信 11月27日", "拜访华信", "11-27"),
        ("拜访华信 12月3号", "拜访华信", "12-03"),
        ("拜访华信 2月3日", "拜访华信", "02-03"),
        ("拜访华信 27号", "拜访华信", "11-27"),
        ("拜访华信 3日", "拜访华信", "12-03"),
        ("拜访华信，明天", "拜访华信", "11-26"),
        ("tomorrow: call Lin", "call Lin", "11-26"),
        ("周五：拜访华信", "拜访华信", "11-27"),
    ]);
}

#[test]
fn a_time_is_read_in_both_languages() {
    check(&[
        ("Call Lin 10:30", "Call Lin", "10:30"),
        ("Call Lin at 9:30", "Call Lin", "09:30"),
        ("Call Lin 9:30am", "Call Lin", "09:30"),
        ("Call Lin 9:30 PM", "Call Lin", "21:30"),
        ("Call Lin at 3pm", "Call Lin", "15:00"),
        ("Call Lin 12am", "Call Lin", "00:00"),
        ("Call Lin 12pm", "Call Lin", "12:00"),
        ("Call Lin 3:30", "Call Lin", "15:30"),
        ("Call Lin 03:30", "Call Lin", "03:30"),
        ("Call Lin @10:30", "Call Lin", "10:30"),
        ("Call Lin @ 10:30", "Call Lin", "10:30"),
        ("拜访华信 １０：３０", "拜访华信", "10:30"),
        ("拜访华信 下午3点", "拜访华信", "15:00"),
        ("拜访华信 下午 3点", "拜访华信", "15:00"),
        ("拜访华信 15点半", "拜访华信", "15:30"),
        ("拜访华信 上午九点一刻", "拜访华信", "09:15"),
        ("拜访华信 3点", "拜访华信", "15:00"),
        ("拜访华信 10点", "拜访华信", "10:00"),
        ("拜访华信 两点半", "拜访华信", "14:30"),
        ("拜访华信 15时20分", "拜访华信", "15:20"),
        ("拜访华信 中午12点", "拜访华信", "12:00"),
        ("拜访华信 晚上7点", "拜访华信", "19:00"),
        ("周三下午3点 拜访华信", "拜访华信", "11-25 15:00"),
        ("拜访华信 明晚7点", "拜访华信", "11-26 19:00"),
        ("拜访华信 明晚 7点", "拜访华信", "11-26 19:00"),
        ("明天下午 3点 拜访华信", "拜访华信", "11-26 15:00"),
        ("拜访华信 周三 3点", "拜访华信", "11-25 15:00"),
        ("拜访华信 周五10:00", "拜访华信", "11-27 10:00"),
    ]);
}

#[test]
fn signs_are_read_wherever_they_stand() {
    check(&[
        ("Send offer !", "Send offer", "!"),
        ("Send ！！ offer", "Send offer", "!!"),
        ("Send offer 9:30!", "Send offer", "09:30 !"),
        ("Send offer fri!!", "Send offer", "11-27 !!"),
        ("Call #calls", "Call", "#calls"),
        ("Call #calls x5", "Call", "#calls 5"),
        ("Call x5 #calls", "Call", "#calls 5"),
        ("Call #calls×5", "Call", "#calls 5"),
        ("Call #calls 5", "Call", "#calls 5"),
        ("Call #calls 5 fri", "Call", "#calls 5 11-27"),
        ("Call #calls 27 Nov", "Call", "#calls 11-27"),
        ("#calls 3 new leads", "3 new leads", "#calls"),
        ("Call #calls, then write", "Call then write", "#calls"),
        ("Meet #new customers x2", "Meet", "#new_customers 2"),
        ("打电话 #电话 5次", "打电话", "#calls 5"),
        ("打电话 ＃电话×５", "打电话", "#calls 5"),
        ("签单 #销售额 50万", "签单", "#revenue 50000000"),
        ("学习 #培训 30分", "学习", "#training 30"),
        ("送样品 @华信", "送样品", "@华信科技"),
        ("送样品@云峰 明天", "送样品", "@云峰贸易 11-26"),
        ("送样品 @华", "送样品", "@华"),
        ("Send offer @\"Lin & Co\"", "Send offer", "@Lin & Co"),
        ("Send @Lin & Co the offer", "Send the offer", "@Lin & Co"),
        ("Send offer @lindner", "Send offer", "@Lindner AG"),
        ("Send offer @Lind", "Send offer", "@Lind"),
        ("Send offer @Acme", "Send offer", "@Acme"),
        ("Plan ~30m", "Plan", "~30"),
        ("Plan ~1.5h", "Plan", "~90"),
        ("整理 ～90分", "整理", "~90"),
        ("Send offer due fri", "Send offer", "due 11-27"),
        ("Send offer due next mon", "Send offer", "due 11-30"),
        ("Send offer due Sun", "Send offer", "due 11-29"),
        ("Send offer by fri", "Send offer", "due 11-27"),
        ("Send offer by tomorrow", "Send offer", "due 11-26"),
        ("发报价 截止周五", "发报价", "due 11-27"),
        ("发报价 截止 11月30日", "发报价", "due 11-30"),
        ("周五前 发报价", "发报价", "due 11-27"),
        ("Clean files this week", "Clean files", "2026-W48"),
        ("Clean files next week !", "Clean files", "2026-W49 !"),
        ("整理名片 本周", "整理名片", "2026-W48"),
        ("整理名片 下周", "整理名片", "2026-W49"),
    ]);
}

#[test]
fn hints_of_a_whole_line_are_read_together() {
    check(&[
        ("拜访华信 周三 10:00 !", "拜访华信", "11-25 10:00 !"),
        (
            "call Lin tomorrow 9:30 #calls x5",
            "call Lin",
            "11-26 09:30 #calls 5",
        ),
        (
            "发报价 @华信 !! 周五 15点半 ~1h 截止下周一 #电话",
            "发报价",
            "@华信科技 !! 11-27 15:30 ~60 due 11-30 #calls",
        ),
        ("Call Lin, tomorrow, 9:30", "Call Lin", "11-26 09:30"),
        ("call wed fri", "call wed", "11-27"),
        ("move 9:00 call 10:00", "move 9:00 call", "10:00"),
    ]);
}

#[test]
fn a_chinese_day_with_its_time_needs_no_blank_at_either_end() {
    check(&[
        ("拜访华信周三10:00", "拜访华信", "11-25 10:00"),
        ("拜访华信周三１０：００！", "拜访华信", "11-25 10:00 !"),
        ("拜访华信 周五！！", "拜访华信", "11-27 !!"),
        ("发报价 截止周五！", "发报价", "due 11-27 !"),
        ("写周报 每周五！", "写周报", "<fri> !"),
        ("拜访华信下周三15点半 !", "拜访华信", "12-02 15:30 !"),
        ("拜访华信11月27日上午9点，", "拜访华信", "11-27 09:00"),
        ("明天下午3点拜访华信", "拜访华信", "11-26 15:00"),
        ("明天下午3点半拜访华信", "拜访华信", "11-26 15:30"),
        ("周五10:00前往华信", "周五10:00前往华信", ""),
        (
            "! 周五10点到华信送样 @华信",
            "到华信送样",
            "! 11-27 10:00 @华信科技",
        ),
        ("今晚7点陪王总吃饭", "陪王总吃饭", "11-25 19:00"),
        ("周三下午3点\t拜访", "拜访", "11-25 15:00"),
    ]);
}

#[test]
fn a_day_with_its_time_stays_where_a_title_needs_it() {
    for title in [
        "周三10:00的会议纪要",
        "周三10:00前发报价",
        "周三10点到12点培训",
        "会议改到周三10:00",
        "与华信约周三10:00",
        "准备 周三10:00会议 材料",
        "写 会议周三10:00 纪要",
        "周三拜访华信",
        "拜访华信周三",
        "下午3点拜访华信",
        "“周三10:00拜访”",
    ] {
        let quick = read(title);
        assert_eq!((quick.title.as_str(), quick.parts), (title, Vec::new()));
    }
}

#[test]
fn what_comes_again_is_read_in_both_languages() {
    check(&[
        ("call Lin every Monday 9:30", "call Lin", "<mon> 09:30"),
        ("Report every fri", "Report", "<fri>"),
        ("Report each day #calls x5", "Report", "<workdays> #calls 5"),
        ("Report daily", "Report", "<workdays>"),
        ("Report every mon, wed", "Report", "<mon,wed>"),
        (
            "Report every Mon and Wed at 10:00",
            "Report",
            "<mon,wed> 10:00",
        ),
        ("Report every other week fri", "Report", "<2w fri>"),
        ("Report every 2 weeks on Friday", "Report", "<2w fri>"),
        (
            "Report every last working day of the month !",
            "Report",
            "<last-of-month> !",
        ),
        (
            "Report on the last working day of every month",
            "Report",
            "<last-of-month>",
        ),
        ("Report every fri 27 Nov", "Report", "<fri> 11-27"),
        ("每周一 写周报", "写周报", "<mon>"),
        ("写周报 每周一、周三", "写周报", "<mon,wed>"),
        ("写周报 每周一，周三", "写周报", "<mon,wed>"),
        ("写周报 每两周周五 16:30", "写周报", "<2w fri> 16:30"),
        ("每个工作日 晨会 ~15m", "晨会", "<workdays> ~15"),
        ("每天9:30 晨会", "晨会", "<workdays> 09:30"),
        ("每周一下午3点 例会 @华信", "例会", "<mon> 15:00 @华信科技"),
        ("对账 每月最后一个工作日", "对账", "<last-of-month>"),
        ("对账 隔周周五", "对账", "<2w fri>"),
    ]);
}

#[test]
fn what_may_come_but_once_stays_in_the_title() {
    for title in [
        "Every day counts",
        "Write daily report",
        "every Monday meeting minutes",
        "Ask everyone",
        "Call Lin every time",
        "Report \"every fri\"",
        "每周例会纪要",
        "给每个工作日记录",
    ] {
        let quick = read(title);
        assert_eq!((quick.title.as_str(), quick.parts), (title, Vec::new()));
    }
    check(&[
        ("Report \\every fri", "Report every fri", ""),
        // What comes again is due on its day.
        ("Report due mon every fri", "Report due mon", "<fri>"),
        // An `and` that goes on with the title is no part of a rule.
        ("call every mon and write", "call every mon and write", ""),
    ]);
}

#[test]
fn a_day_or_time_stays_where_words_belong_to_it() {
    for title in [
        "Report of 27 Nov",
        "Move the meeting to fri",
        "Move the meeting to 9:30",
        "Slides for tomorrow",
        "Send it before fri",
        "Send it by 10:30",
        "Review of this week",
        "Meet 10:00 - 11:00",
        "Meet between 9:00 and 10:00",
        "Meet tue or wed",
        "Fair fri - sat",
        "today and tomorrow fair",
        "会议改到 周三",
        "周三 的例会",
        "周三 和 周四 出差",
        "9点半 到 10点半 开会",
    ] {
        let quick = read(title);
        assert_eq!((quick.title.as_str(), quick.parts), (title, Vec::new()));
    }
    check(&[
        ("Call Lin - tomorrow", "Call Lin -", "11-26"),
        ("10:00 to meet Lin", "to meet Lin", "10:00"),
        ("周三 和华信开会", "和华信开会", "11-25"),
        ("明天 到 华信 送样", "到 华信 送样", "11-26"),
    ]);
}

#[test]
fn a_weekday_or_an_hour_may_begin_the_line() {
    check(&[
        ("Fri call Lin", "call Lin", "11-27"),
        ("Friday call Lin", "call Lin", "11-27"),
        ("Friday: call Lin", "call Lin", "11-27"),
        ("Fri 10:00 call Lin", "call Lin", "11-27 10:00"),
        ("Fri 拜访云峰", "拜访云峰", "11-27"),
        ("Fri call Lin mon", "Fri call Lin", "11-30"),
        ("10点 拜访云峰", "拜访云峰", "10:00"),
        ("九点 晨会", "晨会", "09:00"),
        ("周三 10点 拜访云峰", "拜访云峰", "11-25 10:00"),
        ("10点 周三 拜访云峰", "拜访云峰", "10:00 11-25"),
        ("周三 3点 拜访云峰", "拜访云峰", "11-25 15:00"),
        ("\\Fri call Lin", "Fri call Lin", ""),
        ("fri call Lin", "call Lin", "11-27"),
        ("monday meeting notes", "meeting notes", "11-30"),
        ("wed Call Lin", "Call Lin", "11-25"),
        ("Fri Call Lin", "Call Lin", "11-27"),
        ("Friday Call Lin", "Friday Call Lin", ""),
        ("fri at ten call Lin", "fri at ten call Lin", ""),
    ]);
}

#[test]
fn a_part_of_a_day_stays_in_the_title_and_its_day_counts() {
    check(&[
        ("Call Lin tomorrow morning", "Call Lin morning", "11-26"),
        ("Call Lin fri Afternoon !", "Call Lin Afternoon", "11-27 !"),
        ("Call Lin on monday evening", "Call Lin evening", "11-30"),
        ("tomorrow morning call Lin", "morning call Lin", "11-26"),
        (
            "Call Lin fri morning 9:30",
            "Call Lin morning",
            "11-27 09:30",
        ),
        ("拜访华信 明天上午", "拜访华信 上午", "11-26"),
        ("明天上午 拜访华信", "上午 拜访华信", "11-26"),
        ("拜访华信 周五下午 3点", "拜访华信", "11-27 15:00"),
        ("Good morning", "Good morning", ""),
        ("周三下午例会", "周三下午例会", ""),
    ]);
}

#[test]
fn what_may_be_part_of_a_title_stays_in_it() {
    for title in [
        "Sun Microsystems",
        "Sun call",
        "May call",
        "Friday Night Lights",
        "Fri to sat fair",
        "Friday is packed",
        "wed meeting slides",
        "3点 建议",
        "10点 的 例会",
        "Review May report",
        "Call Sun Wei",
        "Call Sun",
        "周末促销方案",
        "3点建议",
        "周三例会",
        "Prepare wed meeting",
        "Read the today page",
        "Plan Nov 27 launch",
        "Send 3 offers",
        "Send offer!",
        "Call Sun!",
        "Party wed! all come",
        "周三！例会",
        "Write to lin@huaxin.com",
        "Answer #3",
        "Call #c",
        "Buy ~50 pens",
        "Model x5 demo",
        "Ratio 16:9 pictures",
        "Support 24/7",
        "Do half 1/2",
        "Plan 11/30 launch",
        "Score 10:77",
        "\"tomorrow\" campaign",
        "活动 “明天 10:00”",
        "Visit 27号楼",
        "Invoice due",
        "Order 2026-02-30",
        "晚上12点",
        "@",
        "!",
        "tomorrow",
        "周三 10:00",
        "本周 工作总结",
        "Plan for next week",
        "写 下周 计划",
        "Report of last mon",
        "昨天 的记录",
        "C:\\files \\\\server",
        "",
    ] {
        let quick = read(title);
        assert_eq!((quick.title.as_str(), quick.parts), (title, Vec::new()));
    }
}

#[test]
fn a_backslash_keeps_a_word_and_goes() {
    check(&[
        ("Write \\tomorrow", "Write tomorrow", ""),
        ("Write \\next mon fri", "Write next mon", "11-27"),
        ("Print \\#calls !", "Print #calls", "!"),
        ("活动 \\明天 周五", "活动 明天", "11-27"),
        ("\\! warning", "! warning", ""),
    ]);
}

#[test]
fn a_weekday_is_that_of_the_week_looked_at() {
    let day = |text: &str, past, week: WeekId| {
        let quick = read_with(text, |context| {
            context.past = past;
            context.week = week;
        });
        quick.day().map(|day| day.to_string())
    };
    let this = today().week();
    let of = |date: &str| Some(date.to_owned());
    assert_eq!(day("Call mon", true, this), of("2026-11-23"));
    assert_eq!(day("电话 昨天", true, this), of("2026-11-24"));
    assert_eq!(day("Call mon", true, this.previous()), of("2026-11-16"));
    assert_eq!(day("Call fri", false, this.next()), of("2026-12-04"));
    assert_eq!(day("Call yesterday", false, this), None);
}

#[test]
fn each_hint_has_the_place_it_came_from() {
    let text = "发报价 @华信 周五15点半 #电话 5次";
    let quick = read(text);
    let places = quick
        .parts
        .iter()
        .map(|part| text.get(part.place.clone()).unwrap());
    let expected = ["@华信", "周五", "15点半", "#电话 5次"];
    assert_eq!(places.collect::<Vec<_>>(), expected);
}

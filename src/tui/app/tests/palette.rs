//! Every action by its name: what can be done now, what leads elsewhere, what waits.

use super::wednesday;
use crate::domain::Language;
use crate::domain::fixtures::a_week;
use crate::i18n::Words;
use crate::tui::app::harness::Screen;

#[test]
fn the_palette_leads_to_what_another_pane_can_do() {
    let found = |screen: Screen| screen.keys("2 :");
    let mut screen = found(Screen::open(wednesday())).types("focus");
    assert!(screen.text().contains("Goals f"), "{}", screen.text());
    let mut screen = screen.keys("Enter");
    assert!(screen.text().contains("1 Goals"), "{}", screen.text());
    assert_eq!(screen.on_disk().focus, wednesday().build().week.focus);
    let mut screen = found(Screen::open(wednesday()).chinese()).types("重点");
    assert!(screen.text().contains("目标 f"), "{}", screen.text());
}

#[test]
fn the_palette_says_what_an_action_waits_for() {
    let typed = |screen: Screen, text: &str| screen.keys("1 g :").types(text);
    let mut screen = typed(Screen::open(wednesday()), "day off");
    let text = screen.text();
    assert!(text.contains("day off, or working day again"), "{text}");
    assert!(text.contains("on a day (arrow keys)"), "{text}");
    let mut screen = screen.keys("Enter");
    assert_eq!(screen.footer(), "on a day (arrow keys)");
    assert!(screen.books().settings.calendar.days.is_empty());
    let mut screen = typed(Screen::open(wednesday()).chinese(), "休息");
    let text = screen.text();
    assert!(text.contains("在某一天上（方向键）"), "{text}");
}

#[test]
fn the_palette_has_every_action_by_its_name_in_every_pane() {
    let shown = |screen: Screen, language: Language, pane: &str| {
        let words = &Words::of(language).keys;
        let names = [
            words.pin,
            words.day_off,
            words.focus,
            words.check_off,
            words.more,
            words.skip,
            words.remove,
            words.close_day,
            words.carry,
            words.remove_line,
            words.seal,
            words.reopen,
            words.undo,
            words.redo,
            words.now,
            words.ways_out,
        ];
        let mut screen = screen.language(language).keys(pane);
        for name in names {
            screen = screen.keys("ctrl-p").types(name);
            let text = screen.text();
            assert!(text.contains(&format!("│ {name} ")), "{name}:\n{text}");
            screen = screen.keys("Esc");
        }
    };
    for language in Language::ALL {
        for pane in ["1", "2", "3"] {
            let week = a_week("2026-W48").target("calls", 50);
            shown(Screen::open(week), language, pane);
            shown(Screen::open(a_week("2026-W48")), language, pane);
        }
    }
}

#[test]
fn the_palette_finds_by_what_is_typed() {
    Screen::open(wednesday())
        .keys("2 :")
        .types("day")
        .shows("palette/day");
    Screen::open(wednesday())
        .chinese()
        .keys("2 ctrl-p")
        .types("撤销")
        .shows("palette/undo");
}

#[test]
fn other_words_find_what_leads_there() {
    let english = [
        ("plan", "go to Goals"),
        ("lesson", "add a task; in Review a line"),
        ("language", "settings"),
        ("holiday", "settings"),
        ("repeat", "add a task"),
        ("metric", "settings"),
        ("theme", "settings"),
        ("export", "copy the report"),
    ];
    let chinese = [
        ("计划", "转到目标"),
        ("经验", "转到复盘"),
        ("语言", "设置"),
        ("节假日", "设置"),
        ("重复", "新任务"),
        ("指标", "设置"),
        ("主题", "设置"),
        ("导出", "复制日报或周报"),
    ];
    let shown = |screen: Screen, (typed, name): (&str, &str)| {
        let mut screen = screen.keys("2 ctrl-p").types(typed);
        assert!(screen.text().contains(name), "{typed}:\n{}", screen.text());
    };
    for found in english {
        shown(Screen::open(wednesday()), found);
    }
    for found in chinese {
        shown(Screen::open(wednesday()).chinese(), found);
    }
}

#[test]
fn the_palette_says_how_many_lines_have_no_room() {
    let tells = |screen: &mut Screen| {
        let text = screen.text();
        let mut lines = text.lines();
        lines.any(|line| line.contains('↓') && line.contains(" more "))
    };
    let mut screen = Screen::open(wednesday()).keys("2 :");
    assert!(tells(&mut screen), "{}", screen.text());
    let mut screen = screen.keys("PgDn PgDn PgDn PgDn PgDn");
    assert!(!tells(&mut screen), "{}", screen.text());
    assert!(!tells(&mut screen.types("undo")));
}

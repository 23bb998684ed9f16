//! How the screens look.

use proptest::prelude::*;

use super::sizes::full_of_chinese;
use super::wednesday;
use crate::domain::Language;
use crate::domain::Weekday::{Fri, Mon, Thu, Tue, Wed};
use crate::domain::change::Books;
use crate::domain::fixtures::{a_week, settings};
use crate::i18n::cells::width;
use crate::tui::app::harness::Screen;
use crate::tui::theme::GlyphSet;

#[test]
fn today_shows_what_the_day_owes() {
    Screen::open(wednesday()).keys("2").shows("today/wednesday");
    Screen::open(wednesday())
        .chinese()
        .keys("2")
        .shows("today/wednesday");
    Screen::open(wednesday())
        .size(120, 40)
        .keys("2")
        .shows("wide/wednesday");
}

#[test]
fn the_smallest_screens_are_shown_empty_and_full() {
    for language in [Language::En, Language::ZhCn] {
        let small = |week| Screen::open(week).language(language).size(40, 12);
        small(a_week("2026-W48")).keys("2 z").shows("today/empty");
        small(full_of_chinese()).keys("2 z").shows("today/full");
    }
}

#[test]
fn every_line_of_a_frame_ends_in_the_same_column() {
    for language in [Language::En, Language::ZhCn] {
        for size in [(80, 24), (120, 40), (60, 20), (200, 50)] {
            let mut screen = Screen::open(full_of_chinese()).language(language);
            screen = screen.size(size.0, size.1).keys("2");
            let text = screen.text();
            let framed = text.lines().filter(|line| line.ends_with(['│', '╮', '╯']));
            for line in framed {
                assert_eq!(width(line), usize::from(size.0), "{line}");
            }
        }
    }
}

#[test]
fn safe_and_ascii_screens_hold_their_own_signs_alone() {
    Screen::open(wednesday())
        .glyphs(GlyphSet::Safe)
        .keys("2")
        .shows("today/safe");
    let mut ascii = Screen::open(wednesday()).glyphs(GlyphSet::Ascii).keys("2");
    let mut goals = Screen::open(wednesday())
        .glyphs(GlyphSet::Ascii)
        .keys("1 g j");
    let footer = goals.footer();
    assert!(footer.contains("left/right days"), "{footer}");
    // 万 is a letter, no sign.
    assert!(
        ascii
            .text()
            .chars()
            .all(|sign| sign.is_ascii() || sign == '万')
    );
}

#[test]
fn below_40_by_12_one_line_says_what_is_needed() {
    let mut screen = Screen::open(wednesday()).size(39, 12);
    assert_eq!(screen.text().trim(), "needs 40×12 cells");
}

#[test]
fn after_the_smallest_size_the_screen_is_the_same_again() {
    let mut screen = Screen::open(wednesday()).keys("2 Down");
    let before = screen.text();
    let mut small = screen.size(1, 1);
    small.text();
    assert_eq!(small.size(80, 24).text(), before);
}

#[test]
fn the_focus_comes_first_and_the_plan_stands_beside_another_quota() {
    let week = wednesday().focus("calls").entry("calls", -3, Tue);
    Screen::open(week).keys("2").shows("today/focus");
}

#[test]
fn a_day_off_says_so() {
    let week = wednesday().day_off(Thu);
    Screen::open(week).keys("2 ]").shows("today/day_off");
}

#[test]
fn the_header_says_on_a_day_off_how_many_days_are_left() {
    let week = wednesday().day_off(Mon).day_off(Wed).day_off(Thu);
    let head = |moment: &str, is_chinese: bool| {
        let screen = Screen::open(week.clone()).at(moment);
        let screen = if is_chinese { screen.chinese() } else { screen };
        let text = { screen }.text();
        text.lines().next().unwrap().to_owned()
    };
    for (moment, english, chinese) in [
        (
            "2026-11-23 09:00",
            " · day off · 2 days left   ",
            " · 休息日 · 还剩 2 天   ",
        ),
        ("2026-11-24 09:00", " · day 1 of 2   ", " · 第1/2天   "),
        (
            "2026-11-25 09:00",
            " · day off · 1 day left   ",
            " · 休息日 · 还剩 1 天   ",
        ),
        ("2026-11-28 09:00", " · day off   ", " · 休息日   "),
    ] {
        let said = head(moment, false);
        assert!(said.contains(english), "{said}");
        assert!(said.starts_with(" salesweek  W48"), "{said}");
        let said = head(moment, true);
        assert!(said.contains(chinese), "{said}");
    }
}

#[test]
fn the_first_keys_stay_where_they_are_beside_a_message() {
    for (screen, before, beside) in [
        (
            Screen::open(wednesday()),
            "space count one  Enter amount  a add  0 count  ↑ ↓ choose",
            "space count one  Enter amount  a add  0 count  ? help     +1 Calls, Wed 25 Nov",
        ),
        (
            Screen::open(wednesday()).chinese(),
            "空格 记一笔  Enter 数量  a 新任务  0 计数  ↑ ↓ 选择",
            "空格 记一笔  Enter 数量  a 新任务  0 计数  ? 帮助       电话 +1，周三 11月25日",
        ),
    ] {
        let mut screen = screen.keys("2 g");
        let line = screen.last_line();
        assert!(line.starts_with(before), "{line}");
        assert_eq!(screen.keys("c").last_line(), beside);
    }
}

#[test]
fn a_message_that_leaves_the_keys_too_little_room_stands_alone() {
    let screen = Screen::open(wednesday()).size(44, 24).keys("2 g");
    assert_eq!(screen.keys("c").last_line(), "+1 Calls, Wed 25 Nov");
}

#[test]
fn a_past_day_shows_its_own_plan() {
    Screen::open(wednesday()).keys("2 [").shows("today/tuesday");
}

#[test]
fn another_day_is_headed_by_its_date() {
    let title = |screen: Screen| {
        let text = { screen }.text();
        text.lines().nth(1).unwrap().to_owned()
    };
    let english = title(Screen::open(wednesday()).keys("2 ["));
    assert!(english.starts_with("╭ 2 Tue 24 Nov ─"), "{english}");
    let chinese = title(Screen::open(wednesday()).chinese().keys("2 ["));
    assert!(chinese.starts_with("╭ 2 周二 11月24日 ─"), "{chinese}");
}

#[test]
fn what_earlier_days_left_stands_first() {
    let week = wednesday().task("Type in business cards", Mon);
    Screen::open(week).keys("2").shows("today/open_before");
}

#[test]
fn done_tasks_are_folded_where_room_is_short() {
    let mut week = wednesday();
    for number in 0..8 {
        week = week.done(&format!("Small thing {number}"), Wed);
    }
    Screen::open(week.clone())
        .size(80, 20)
        .keys("2")
        .shows("today/folded");
    let mut unfolded = Screen::open(week).size(80, 20).keys("2 End Up Up Enter");
    assert!(unfolded.text().contains("Small thing 0"));
}

#[test]
fn help_lists_the_keys_of_the_table() {
    Screen::open(wednesday()).keys("2 ?").shows("help/today");
    Screen::open(wednesday())
        .chinese()
        .keys("2 ?")
        .shows("help/today");
}

#[test]
fn the_review_is_due_from_fridays_review_time_on() {
    let week = wednesday().task("Write the report", Fri);
    let mut screen = Screen::open(week).at("2026-11-27 15:00");
    let header = screen.text().lines().next().unwrap().to_owned();
    assert!(header.ends_with("review due"), "{header}");
}

/// The names of the keys that a person might press in any order.
const KEYS: &str = "1 2 3 Tab shift-Tab c C d D 0 a i r u ctrl-r [ ] < > . z / : ? Esc Up Down \
    PgUp PgDn g G Left Right Enter space + - s m x o f p l h j k 4 5 9 ctrl-s ctrl-p Backspace";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_keys_and_no_size_make_it_fall_over(
        keys in proptest::collection::vec(0_usize..62, 0..40),
        sizes in proptest::collection::vec((0_u16..140, 0_u16..45), 1..4),
        chinese in any::<bool>(),
    ) {
        let names: Vec<_> = KEYS.split_whitespace().collect();
        let mut screen = Screen::open(wednesday().task("Left over", Mon));
        if chinese {
            screen = screen.chinese();
        }
        for (at, key) in keys.iter().enumerate() {
            let (width, height) = sizes[at % sizes.len()];
            screen = screen.size(width, height).keys(names[key % names.len()]);
        }
        screen.text();
    }
}

#[test]
fn all_of_the_screen_speaks_the_language_that_is_chosen_at_the_first_start() {
    let first = Screen::on(Books::new(settings())).at("2026-11-23 09:00");
    let mut screen = first.keys("G Up Up Up Enter");
    let text = screen.text();
    assert!(text.contains("周一 11月23日"), "{text}");
    assert!(screen.last_line().contains("? 帮助"), "{text}");
}

#[test]
fn a_language_that_is_set_replaces_the_one_asked_for_at_the_start() {
    let asked = Screen::open(wednesday()).language(Language::En);
    let mut screen = asked.keys(", Enter Right Enter");
    let text = screen.text();
    assert!(text.contains("周三 11月25日"), "{text}");
}

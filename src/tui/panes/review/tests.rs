//! The review as it is read, and as its keys change it.

use crate::domain::Weekday::{Fri, Mon, Tue, Wed};
use crate::domain::fixtures::{WeekBuilder, a_week, improvement_id, lesson_id, task_id, week_id};
use crate::domain::{Cause, EventKind, LessonKind, TaskState, Week};
use crate::tui::app::harness::Screen;

const FRIDAY: &str = "2026-11-27 16:30";

/// A Friday with three tasks open, of which two say why, and two targets missed.
fn friday() -> WeekBuilder {
    a_week("2026-W48")
        .target("new_customers", 10)
        .target("revenue", 50_000_000)
        .target_changed("revenue", 38_000_000, Wed, "order cancelled")
        .target("calls", 50)
        .entry("new_customers", 9, Mon)
        .entry("revenue", 36_200_000, Tue)
        .entry("calls", 53, Tue)
        .task("Reference list for Yunfeng", Wed)
        .task("CRM notes", Fri)
        .bucket("Type in business cards")
        .task_miss("CRM notes", Cause::Forgot)
        .task_miss("Type in business cards", Cause::PlanTooFull)
        .miss("new_customers", Cause::CustomerUnavailable)
        .event(EventKind::OrderCancelled, "Huaxin", Wed)
        .closed(Mon, 4)
        .closed(Tue, 3)
        .lesson(LessonKind::Keep, "call block before 10:00")
        .lesson(LessonKind::Stop, "visits without an appointment")
        .improvement("send quotes the same day", None)
}

/// The same, with wins, and the whys of the first miss.
fn reflected() -> WeekBuilder {
    friday()
        .whys(&["too few talks before noon", "the mornings went to mails"])
        .wins(Mon, &["Huaxin ordered again", "a referral from Yunfeng"])
        .wins(Tue, &["晨光医疗采购主动来电，想看新品"])
}

fn due() -> Screen {
    Screen::open(friday()).at(FRIDAY)
}

fn cause_of(week: &Week, title: &str) -> Option<Cause> {
    let mut misses = week.review.misses.iter();
    let miss = misses.find(|miss| miss.task == Some(task_id(title)))?;
    Some(miss.cause)
}

#[test]
fn each_state_is_read_at_a_glance_in_both_languages() {
    for (width, height) in [(80, 24), (120, 40)] {
        for chinese in [false, true] {
            let on = |screen: Screen| {
                let screen = screen.size(width, height);
                if chinese { screen.chinese() } else { screen }
            };
            on(Screen::open(friday()))
                .at("2026-11-25 10:00")
                .keys("3")
                .shows("review/running");
            on(Screen::open(friday())).at(FRIDAY).shows("review/due");
            on(Screen::open(reflected()))
                .at(FRIDAY)
                .shows("review/reflected");
            on(Screen::open(reflected()))
                .at(FRIDAY)
                .keys("G k k k k k k Right")
                .shows("review/whys");
            on(Screen::open(friday().sealed()))
                .at(FRIDAY)
                .week("2026-W48")
                .keys("3")
                .shows("review/sealed");
        }
    }
}

#[test]
fn a_sealed_week_shows_why_what_was_missed_was() {
    let screen = Screen::open(reflected().sealed())
        .at(FRIDAY)
        .week("2026-W48")
        .keys("3");
    let text = { screen }.size(80, 40).text();
    for said in ["customer unavailable", "→ too few talks", "→ the mornings"] {
        assert!(text.contains(said), "{text}");
    }
}

#[test]
fn a_digit_names_the_cause_and_the_next_row_without_one_is_selected() {
    let mut screen = due().keys("1");
    let week = screen.on_disk();
    assert_eq!(
        cause_of(&week, "Reference list for Yunfeng"),
        Some(Cause::NoTime)
    );
    let text = screen.text();
    let selected = text.lines().find(|line| line.contains('▸')).unwrap();
    assert!(selected.contains("Revenue 36.2"), "{text}");
}

#[test]
fn zero_shows_the_causes_that_have_no_digit_yet() {
    let mut screen = due().keys("0");
    assert!(!screen.text().contains("no time"), "{}", screen.text());
    screen = screen.keys("0");
    assert!(screen.text().contains("1 no time"), "{}", screen.text());
}

#[test]
fn a_cause_in_own_words_is_shown_in_them() {
    // The second page ends with `other`, the fourteenth of fourteen causes.
    let mut screen = due()
        .keys("0 5")
        .types("waiting for the sample")
        .keys("Enter");
    let week = screen.on_disk();
    assert_eq!(
        cause_of(&week, "Reference list for Yunfeng"),
        Some(Cause::Other)
    );
    assert!(screen.text().contains("waiting for the sample"));
}

#[test]
fn esc_closes_the_list_of_causes_and_enter_opens_it_again() {
    let mut screen = due();
    assert!(screen.text().contains("1 no time"));
    screen = screen.keys("Esc");
    assert!(!screen.text().contains("1 no time"));
    screen = screen.keys("Enter");
    assert!(screen.text().contains("1 no time"));
}

#[test]
fn digits_are_panes_again_where_no_list_is_open() {
    let mut screen = due().keys("Esc 1");
    assert!(screen.text().contains("1 Goals"), "{}", screen.text());
}

#[test]
fn space_leaves_a_task_behind_and_sealing_skips_it_with_its_cause() {
    let mut screen = due().keys("Down space s 1");
    let week = screen.on_disk();
    assert!(week.is_sealed());
    let state = |title| week.task(task_id(title)).unwrap().state.clone();
    assert!(
        matches!(
            state("CRM notes"),
            TaskState::Skipped {
                cause: Cause::Forgot,
                ..
            }
        ),
        "{:?}",
        state("CRM notes")
    );
    assert!(matches!(
        state("Type in business cards"),
        TaskState::Moved { .. }
    ));
}

#[test]
fn a_sealed_week_says_what_went_on_and_offers_the_next_one_wherever_one_stood() {
    let text = due().keys("Down Down s 1").text();
    assert!(text.contains("→ W49, this week"), "{text}");
    let selected = text.lines().find(|line| line.contains('▸')).unwrap();
    assert!(selected.contains("open the draft of W49"), "{text}");
}

#[test]
fn the_seal_says_first_what_will_happen() {
    due().keys("Down space s").shows("review/sealing");
}

#[test]
fn esc_leaves_the_week_unsealed() {
    let mut screen = due().keys("s Esc");
    assert!(!screen.on_disk().is_sealed());
}

#[test]
fn a_lesson_is_added_and_said_anew() {
    let mut screen = due().keys("a 1").types("prepare samples").keys("Enter");
    let lessons = screen.on_disk().review.lessons;
    assert_eq!(lessons.last().unwrap().text, "prepare samples");
    assert_eq!(lessons.last().unwrap().kind, LessonKind::Keep);
    // Below the causes: the first lesson.
    screen = screen
        .keys("Esc G k k k k k Enter")
        .types(" each day")
        .keys("Enter");
    let lessons = screen.on_disk().review.lessons;
    let first = lessons
        .iter()
        .find(|lesson| lesson.id == lesson_id("call block before 10:00"));
    assert_eq!(first.unwrap().text, "call block before 10:00 each day");
}

#[test]
fn an_improvement_is_added_with_a_day_and_a_measure() {
    let mut screen = due()
        .keys("a 5")
        .types("quotes at once")
        .keys("Tab Right Tab")
        .types("9 of 10")
        .keys("Enter");
    let improvements = screen.on_disk().review.improvements;
    let added = improvements.last().unwrap();
    assert_eq!(added.text, "quotes at once");
    assert_eq!(added.day, Some("2026-11-30".parse().unwrap()));
    assert_eq!(added.measure.as_deref(), Some("9 of 10"));
}

#[test]
fn x_removes_the_line_and_u_brings_it_back() {
    // From the end: the seal, the line to be added, the improvement.
    let mut screen = due().keys("G k k x");
    assert!(screen.on_disk().review.improvements.is_empty());
    screen = screen.keys("u");
    let improvements = screen.on_disk().review.improvements;
    assert_eq!(
        improvements[0].id,
        improvement_id("send quotes the same day")
    );
}

#[test]
fn x_takes_a_cause_back() {
    let mut screen = due().keys("Down x");
    assert_eq!(cause_of(&screen.on_disk(), "CRM notes"), None);
}

#[test]
fn once_sealed_enter_leads_to_the_plan_of_next_week() {
    let mut screen = due().keys("s 1");
    let text = screen.text();
    let selected = text.lines().find(|line| line.contains('▸')).unwrap();
    assert!(selected.contains("open the draft of W49"), "{text}");
    screen = screen.keys("Enter");
    assert!(screen.text().contains("plan the week"), "{}", screen.text());
    assert_eq!(screen.on_disk().week, week_id("2026-W49"));
}

#[test]
fn a_sealed_week_is_reopened_from_its_third_line() {
    let mut screen = due().keys("s 1 Down Down Enter");
    assert!(screen.on_disk().is_sealed());
    screen = screen.keys("Enter");
    assert!(!screen.on_disk().is_sealed());
}

#[test]
fn whether_an_improvement_helped_is_asked_a_week_later() {
    let mut books = friday().build().books();
    let earlier = a_week("2026-W47")
        .target("calls", 50)
        .improvement("calls before ten", None)
        .sealed()
        .build();
    books.insert(earlier.week);
    let mut screen = Screen::on(books).at(FRIDAY).keys("2");
    let text = screen.text();
    let asked = text.lines().find(|line| line.contains("calls before ten"));
    assert!(asked.unwrap().contains("partly"), "{text}");
}

/// A week of which nobody said what it was to reach.
fn without_targets() -> WeekBuilder {
    a_week("2026-W47")
        .entry("calls", 12, Mon)
        .task("CRM notes", Tue)
}

#[test]
fn a_week_that_is_over_is_held_whether_it_had_targets_or_not() {
    let mut screen = Screen::open(without_targets())
        .at("2026-11-25 10:00")
        .week("2026-W47")
        .keys("3");
    let text = screen.text();
    assert!(!text.contains("Week so far"), "{text}");
    for head in ["1 Goal → result", "2 Analysis", "3 Insight", "4 Seal"] {
        assert!(text.contains(head), "{head}: {text}");
    }
    let screen = screen.keys("1");
    let mut screen = screen.keys("s 1");
    assert!(screen.on_disk().is_sealed(), "{}", screen.text());
    assert!(
        screen
            .on_disk()
            .review
            .misses
            .iter()
            .any(|miss| miss.cause == Cause::NoTime)
    );
}

#[test]
fn a_week_in_which_nothing_happened_has_nothing_to_seal() {
    for moment in ["2026-11-25 10:00", "2026-12-02 10:00"] {
        let mut screen = Screen::open(a_week("2026-W48"))
            .at(moment)
            .week("2026-W48")
            .keys("3");
        let text = screen.text();
        assert!(!text.contains("seal"), "{moment}: {text}");
        let mut screen = screen.keys("s");
        assert!(
            !screen.text().contains("Seal the week"),
            "{}",
            screen.text()
        );
    }
}

#[test]
fn a_running_week_without_targets_can_be_sealed_once_something_is_in_it() {
    let week = a_week("2026-W48").entry("calls", 3, Mon);
    let mut screen = Screen::open(week).keys("3");
    assert!(screen.footer().contains("s seal"), "{}", screen.footer());
}

#[test]
fn a_week_that_has_not_begun_is_not_sealed() {
    let week = a_week("2026-W49").target("calls", 50).task("Call Lin", Mon);
    let mut screen = Screen::open(week).week("2026-W49").keys("3");
    assert!(!screen.footer().contains("s seal"), "{}", screen.footer());
    assert!(!screen.keys("s 1").on_disk().is_sealed());
}

#[test]
fn y_copies_the_report_of_the_week_also_once_it_is_sealed() {
    let mut screen = due().keys("y");
    assert_eq!(screen.footer(), "report copied through the terminal");
    let report = screen.copied().unwrap();
    assert!(report.starts_with("Weekly report · W48"), "{report}");
    assert!(report.contains("- New customers: 9 / 10 (90%)"), "{report}");

    // From the row of a sealed week too: next week, the report.
    let mut sealed = screen.keys("s 1 Down Enter");
    assert_eq!(sealed.footer(), "report copied through the terminal");
    assert!(
        sealed
            .copied()
            .unwrap()
            .contains("send quotes the same day")
    );
}

#[test]
fn every_action_is_passed_on_exactly_where_it_is_not_allowed() {
    due().passes_on_what_it_refuses();
    due().keys("G").passes_on_what_it_refuses();
    due().keys("s 1").passes_on_what_it_refuses();
    due().keys("Right").passes_on_what_it_refuses();
    due()
        .keys("Right")
        .types("mails")
        .passes_on_what_it_refuses();
}

#[test]
fn a_name_of_13_cells_is_whole_in_the_narrowest_pane() {
    let mut screen = due().size(120, 40);
    let text = screen.text();
    let row = "│ New customers  9/10  90%       – │";
    assert!(text.lines().any(|line| line.ends_with(row)), "{text}");
}

#[test]
fn an_event_without_room_for_its_text_has_kind_and_amount() {
    let at_size = |width, height| {
        let week = a_week("2026-W48").target("revenue", 50_000_000);
        let screen = Screen::open(week.cancelled("华信", "revenue", 500_000, Tue));
        screen.at("2026-11-25 10:00").size(width, height).text()
    };
    let narrow = at_size(120, 40);
    assert!(narrow.contains("Tue  order cancelled · ¥5,000"), "{narrow}");
    let wide = at_size(200, 50);
    assert!(
        wide.contains("Tue  order cancelled · 华信 · ¥5,000"),
        "{wide}"
    );
}

/// From the end: seal, line to be added, improvement, two lessons, revenue, new customers.
const NEW_CUSTOMERS: &str = "G k k k k k k";

fn whys_of(week: &Week, metric: &str) -> (Cause, Option<String>, Vec<String>) {
    let mut misses = week.review.misses.iter();
    let of =
        |miss: &&crate::domain::Miss| miss.metric.as_ref().is_some_and(|of| of.as_str() == metric);
    let miss = misses.find(of).unwrap().clone();
    (miss.cause, miss.note, miss.whys)
}

#[test]
fn whys_are_asked_one_below_the_other_and_undone_by_one_step() {
    let mut screen = due()
        .keys(NEW_CUSTOMERS)
        .keys("Right")
        .types("too few talks")
        .keys("Tab")
        .types("mails first")
        .keys("Enter");
    let whys = ["too few talks", "mails first"].map(str::to_owned).to_vec();
    let unavailable = Cause::CustomerUnavailable;
    assert_eq!(
        whys_of(&screen.on_disk(), "new_customers"),
        (unavailable, None, whys)
    );
    assert!(screen.text().contains("→ mails first"), "{}", screen.text());
    screen = screen.keys("u");
    assert_eq!(
        whys_of(&screen.on_disk(), "new_customers"),
        (unavailable, None, Vec::new())
    );
}

#[test]
fn a_miss_without_a_cause_has_its_last_why_for_one() {
    let mut screen = due()
        .keys("G k k k k k Right")
        .types("no stock")
        .keys("Tab")
        .types("ordered late")
        .keys("Enter");
    let whys = ["no stock", "ordered late"].map(str::to_owned).to_vec();
    assert_eq!(
        whys_of(&screen.on_disk(), "revenue"),
        (Cause::Other, Some("ordered late".to_owned()), whys)
    );
    screen = screen.keys("u");
    let misses = screen.on_disk().review.misses;
    assert!(misses.iter().all(|miss| miss.cause != Cause::Other));
}

#[test]
fn one_key_makes_an_improvement_of_the_last_why() {
    let mut screen = due()
        .keys(NEW_CUSTOMERS)
        .keys("Right")
        .types("mails first")
        .keys("ctrl-o Tab Right Tab")
        .types("no mail before ten")
        .keys("Enter");
    let week = screen.on_disk();
    assert_eq!(whys_of(&week, "new_customers").2, ["mails first"]);
    let added = week.review.improvements.last().unwrap();
    assert_eq!(added.text, "mails first");
    assert_eq!(added.day, Some("2026-11-30".parse().unwrap()));
    assert_eq!(added.measure.as_deref(), Some("no mail before ten"));
    // Open again, nothing new is asked: the improvement is offered at once.
    screen = screen.keys(NEW_CUSTOMERS).keys("k Right ctrl-o");
    assert!(screen.text().contains("╭ Improvement"), "{}", screen.text());
}

#[test]
fn a_row_that_was_not_missed_asks_of_the_largest_miss() {
    // Of 90 and of 95 percent. The last row is the seal.
    let mut screen = due().keys("G Right");
    let text = screen.text();
    assert!(text.contains("╭ Why? · New customers 9/10"), "{text}");
}

#[test]
fn whys_are_asked_by_name_and_of_an_open_task_too() {
    let mut screen = due().keys("ctrl-p").types("ask why").keys("Enter");
    let text = screen.text();
    assert!(
        text.contains("╭ Why? · Reference list for Yunfeng"),
        "{text}"
    );
    screen = screen.keys("Esc");
    assert!(screen.on_disk().review.misses.len() == 3);
}

#[test]
fn a_sealed_page_opens_at_its_top_and_a_due_one_shows_it_above_its_first_row() {
    let sealed = Screen::open(reflected().sealed()).at(FRIDAY).size(40, 12);
    let top = "Sealed Fri 27 Nov 16:52";
    let mut sealed = sealed.week("2026-W48").keys("3");
    assert!(sealed.text().contains(top), "{}", sealed.text());
    let mut sealed = sealed.keys("G g Up");
    assert!(sealed.text().contains(top), "{}", sealed.text());
    let mut due = due().size(80, 14).keys("G g Up");
    assert!(due.text().contains("1 Goal → result"), "{}", due.text());
}

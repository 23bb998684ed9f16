//! Lines as they may be typed, in which nothing is lost.

use proptest::prelude::*;

use super::*;

/// Whether each character of the text stands in a hint, is a sign, or is the title's next one.
fn is_whole(text: &str, quick: &Quick) -> bool {
    let covers = quick.parts.iter().map(|part| &part.place);
    let covers: Vec<_> = covers.chain(&quick.signs).collect();
    let mut title = quick.title.chars().filter(|char| !char.is_whitespace());
    let mut left = text
        .char_indices()
        .filter(|(_, char)| !char.is_whitespace())
        .filter(|(at, _)| !covers.iter().any(|place| place.contains(at)));
    left.all(|(_, char)| title.next() == Some(char)) && title.next().is_none()
}

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        prop::sample::select(vec![
            "wed",
            "next",
            "mon",
            "tomorrow",
            "Sun",
            "27",
            "Nov",
            "9:30",
            "am",
            "at",
            "on",
            "due",
            "!",
            "!!",
            "#calls",
            "x5",
            "#电话",
            "5次",
            "@华",
            "@\"Lin",
            "&",
            "Co\"",
            "~30m",
            "周三",
            "下周一",
            "下午",
            "3点",
            "下午3点",
            "周三3点",
            "拜访华信周三10:00",
            "明天下午3点拜访",
            "-",
            "10:00！",
            "明天下午",
            "到",
            "主题：",
            "截止",
            "截止周五",
            "本周",
            "this",
            "week",
            "拜访华信，",
            "call",
            "Lin,",
            "\\",
            "\\!",
            "\\wed",
            "#cals",
            "every",
            "daily",
            "yesterday",
            "morning",
            "11/30",
            "每月15号",
            "$5",
            "“明天",
            "10:00”",
            "，",
            "\"",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ];
    let blank = prop::sample::select(vec![" ", "", "  ", "\u{3000}"]);
    prop::collection::vec((word, blank), 0..10).prop_map(|parts| {
        let parts = parts.into_iter().map(|(word, blank)| word + blank);
        parts.collect()
    })
}

proptest! {
    #[test]
    fn no_character_is_lost_and_places_stand_in_order(text in words()) {
        for past in [false, true] {
            let quick = read_with(&text, |context| context.past = past);
            prop_assert!(is_whole(&text, &quick), "{quick:?}");
            let ends = quick.parts.windows(2);
            for pair in ends {
                prop_assert!(pair[0].place.end <= pair[1].place.start, "{quick:?}");
            }
            for part in &quick.parts {
                prop_assert!(text.get(part.place.clone()).is_some_and(|text| !text.is_empty()));
                let day = match part.hint {
                    Hint::Day(day) | Hint::Due(day) => day,
                    _ => today(),
                };
                prop_assert!(past || day >= today());
            }
        }
    }

    #[test]
    fn a_title_is_missing_only_where_the_line_is_empty(text in words()) {
        prop_assert_eq!(read(&text).title.is_empty(), text.trim().is_empty());
    }
}

mod generated;

use super::super::render::render;
use super::*;

/// A week with something in each of its fields, as this program writes it.
const FULL: &str = include_str!("full_week.json");

fn week_48() -> WeekId {
    "2026-W48".parse().unwrap()
}

/// What is said of a week's file.
fn said(text: &str) -> String {
    match week(text.as_bytes(), week_48()) {
        Ok(_) => "nothing".to_owned(),
        Err(error) => {
            let sentence = error.to_string();
            sentence
                .trim_start_matches("weeks/2026-W48.json:")
                .to_owned()
        }
    }
}

/// A week's file with these fields behind the first two.
fn with(fields: &str) -> String {
    format!("{{\n  \"version\": 2,\n  \"week\": \"2026-W48\",\n  {fields}\n}}\n")
}

#[test]
fn what_was_written_is_written_again_byte_for_byte() {
    let read = week(FULL.as_bytes(), week_48()).unwrap();
    assert!(!read.is_older);
    assert_eq!(String::from_utf8(render(&read.value)).unwrap(), FULL);
}

#[test]
fn the_settings_are_written_again_byte_for_byte() {
    use crate::domain::{Currency, Language, Law};
    let new = Settings::new(Language::ZhCn, Currency::CNY, Law::Cn);
    let bytes = render(&new);
    let read = settings(&bytes).unwrap();
    assert_eq!((&read.value, read.is_older), (&new, false));
    assert_eq!(render(&read.value), bytes);
}

#[test]
fn the_settings_of_version_1_are_read_as_before() {
    let old = r#"{ "version": 1, "language": "zh-CN", "currency": "CNY", "review_time": "16:00",
        "calendar": { "law": "cn", "pattern": [[100,100,100,100,100,0,0]], "pattern_from": "2026-W01" },
        "metrics": [{ "id": "calls", "kind": "activity", "unit": "count", "letter": "c" }] }"#;
    let read = settings(old.as_bytes()).unwrap();
    assert!(read.is_older);
    assert_eq!(read.value.review_time.to_string(), "16:00");
    assert_eq!(read.value.metrics.len(), 1);
    let written = String::from_utf8(render(&read.value)).unwrap();
    assert!(written.starts_with("{\n  \"version\": 2,"), "{written}");
}

#[test]
fn the_settings_of_version_1_have_no_field_of_version_2() {
    let old = r#"{ "version": 1, "repeats": [] }"#;
    let refused = settings(old.as_bytes()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "settings.json:1:17: the field `repeats` is not known; is it misspelt, or from a newer salesweek?"
    );
}

#[test]
fn the_settings_have_versions_of_their_own() {
    let cases = [
        (
            "{\"version\": 0}",
            "there never was a version 0; expected 2",
        ),
        (
            "{\"version\": 99}",
            "written by a newer salesweek (version 99; this one reads up to 2); please update",
        ),
    ];
    for (text, said) in cases {
        let refused = settings(text.as_bytes()).unwrap_err();
        assert_eq!(refused.to_string(), format!("settings.json:1:13: {said}"));
    }
}

#[test]
fn repeats_are_written_again_byte_for_byte() {
    let text = settings_with(
        r#"[
    {
      "id": "k3f9c2q7",
      "rule": "2w mon,fri",
      "off": "before",
      "from": "2026-11-23",
      "until": "2027-06-30",
      "except": [
        "2026-12-04"
      ],
      "series": "m2x7p0ta",
      "work": {
        "title": "周报",
        "time": "17:30",
        "important": true,
        "urgent": true,
        "estimate": 30,
        "metric": "visits",
        "amount": 2,
        "customer": "华信科技"
      },
      "added": "2026-11-23T09:00:00+08:00"
    }
  ]"#,
    );
    let read = settings(text.as_bytes()).unwrap().value;
    assert_eq!(String::from_utf8(render(&read)).unwrap(), text);
}

#[test]
fn repeats_that_cannot_be_are_refused_at_their_place() {
    let repeat = |id: &str, more: &str| {
        format!(
            r#"{{ "id": "{id}", "rule": "mon", "from": "2026-11-23", {more} "added": "2026-11-23T09:00:00+08:00" }}"#
        )
    };
    let work = r#""work": { "title": "a" },"#;
    let once = repeat("k3f9c2q7", work);
    let cases = [
        (format!("{once},\n{once}"), "`k3f9c2q7` stands twice"),
        (
            repeat("k3f9c2q7", &format!(r#""until": "2026-11-22", {work}"#)),
            "this cannot stand here",
        ),
        (
            repeat("k3f9c2q7", r#""work": { "title": "a", "amount": 2 },"#),
            "this cannot stand here",
        ),
        (
            repeat("k3f9c2q7", r#""work": { "title": "a", "estimate": 0 },"#),
            "expected a number from 1 to 1440, found 0",
        ),
    ];
    for (repeats, said) in cases {
        let text = settings_with(&format!("[{repeats}]"));
        let refused = settings(text.as_bytes()).unwrap_err().to_string();
        assert!(refused.ends_with(said), "{refused}");
    }
}

/// The file of the settings with these repeats.
fn settings_with(repeats: &str) -> String {
    use crate::domain::{Currency, Language, Law};
    let new = Settings::new(Language::ZhCn, Currency::CNY, Law::Cn);
    let text = String::from_utf8(render(&new)).unwrap();
    let text = text.trim_end().strip_suffix("\n}").unwrap();
    format!("{text},\n  \"repeats\": {repeats}\n}}\n")
}

/// The same week as version 1 had it: without wins and whys.
fn full_1() -> String {
    let wins = ",\n      \"wins\": [\n        \"华信下单\",\n        \"云峰转介绍\"\n      ]";
    let whys = ",\n        \"whys\": [\n          \"上午谈得太少\",\n          \"上午都在回邮件\"\n        ]";
    let old = FULL.replacen("\"version\": 2", "\"version\": 1", 1);
    old.replacen(wins, "", 1).replacen(whys, "", 1)
}

#[test]
fn a_week_of_version_1_is_read_as_before() {
    let (old, mut new) = (full_1(), week(FULL.as_bytes(), week_48()).unwrap().value);
    let read = week(old.as_bytes(), week_48()).unwrap();
    assert!(read.is_older);
    for closed in new.closed.values_mut() {
        closed.wins.clear();
    }
    for miss in &mut new.review.misses {
        miss.whys.clear();
    }
    assert_eq!(read.value, new);
}

#[test]
fn a_week_of_version_1_has_no_field_of_version_2() {
    let cases = [
        (
            r#""closed": { "2026-11-23": { "at": "2026-11-23T18:10:00+08:00", "wins": [] } }"#,
            "4:66: the field `wins` is not known; is it misspelt, or from a newer salesweek?",
        ),
        (
            r#""review": { "misses": [{ "metric": "calls", "cause": "price", "whys": [] }] }"#,
            "4:65: the field `whys` is not known; is it misspelt, or from a newer salesweek?",
        ),
    ];
    for (fields, expected) in cases {
        let old = with(fields).replacen("\"version\": 2", "\"version\": 1", 1);
        assert_eq!(said(&old), expected);
        assert_eq!(said(&with(fields)), "nothing");
    }
}

#[test]
fn lists_are_read_in_their_order() {
    let entry = |id: &str, at: &str| {
        format!(
            r#"{{ "id": "{id}", "day": "2026-11-25", "at": "2026-11-25T{at}:00+08:00", "metric": "calls", "amount": 1 }}"#
        )
    };
    let (early, late) = (entry("zzzzzzzz", "08:00"), entry("00000000", "09:00"));
    let text = with(&format!("\"entries\": [{late}, {early}]"));
    let read = week(text.as_bytes(), week_48()).unwrap();
    let ids: Vec<_> = read
        .value
        .entries
        .iter()
        .map(|entry| entry.id.to_string())
        .collect();
    assert_eq!(ids, ["zzzzzzzz", "00000000"]);
}

#[test]
fn what_is_no_json_is_said_with_its_place() {
    for (text, expected) in [
        (
            "{\"version\": 1,",
            "1:15: the file ends in the middle; a write may have been cut off",
        ),
        (
            "{\"version\": 1}x",
            "1:15: this is not JSON: trailing characters",
        ),
        (
            "{\"version\": 1,\n}",
            "2:1: this is not JSON: trailing comma",
        ),
        (
            "{\"week\": \"电\" 1}",
            "1:14: this is not JSON: expected `,` or `}`",
        ),
        (
            "{\"version\": 01}",
            "1:14: this is not JSON: invalid number",
        ),
        (
            "{\"version\": NaN}",
            "1:13: this is not JSON: expected value",
        ),
        ("[1]", "1:1: expected an object `{…}`, found a list"),
        (" 7", "1:2: expected an object `{…}`, found 7"),
        (
            "\u{feff}{}",
            "1:1: the file begins with a byte order mark; save it as UTF-8 without one",
        ),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
    let latin = week(b"{\n\"week\": \"caf\xe9\"}", week_48()).unwrap_err();
    assert_eq!(
        latin.to_string(),
        "weeks/2026-W48.json:2:13: this is not UTF-8"
    );
}

#[test]
fn another_version_is_called_by_its_number() {
    for (text, expected) in [
        ("{}", "1:1: expected `\"version\": 2`"),
        (
            "{\"version\": 0}",
            "1:13: there never was a version 0; expected 2",
        ),
        (
            "{\"version\": -1}",
            "1:13: there never was a version -1; expected 2",
        ),
        (
            "{\"version\": 1.0}",
            "1:13: expected a whole number, found 1.0",
        ),
        (
            "{\"version\": \"1\"}",
            "1:13: expected a whole number, found \"1\"",
        ),
        (
            "{\n  \"weeks\": [{}],\n  \"version\": 99\n}",
            "3:14: written by a newer salesweek (version 99; this one reads up to 2); please update",
        ),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
}

#[test]
fn another_shape_is_said_with_its_place() {
    for (fields, expected) in [
        (
            r#""entires": []"#,
            "4:3: the field `entires` is not known; is it misspelt, or from a newer salesweek?",
        ),
        (r#""week": "2026-W48""#, "4:3: the key `week` stands twice"),
        (
            r#""tasks": [{ "id": "k3f9c2q7" }]"#,
            "4:13: the field `title` is missing",
        ),
        (
            r#""tasks": {}"#,
            "4:12: expected a list `[…]`, found an object",
        ),
        (r#""entries": 3"#, "4:14: expected a list `[…]`, found 3"),
        (r#""focus": 3"#, "4:12: expected a text in quotes, found 3"),
        (
            r#""focus": "Calls""#,
            "4:12: expected a metric id of a letter and up to 31 letters, digits or `_`, found \"Calls\"",
        ),
        (
            r#""currency": "XXX""#,
            "4:15: expected a currency like CNY or USD, found \"XXX\"",
        ),
        ("\"version\": 99", "4:3: the key `version` stands twice"),
        (
            r#""outlook": { "market": "good" }"#,
            "4:26: expected one of `strong`, `normal`, `weak`, found \"good\"",
        ),
        (
            r#""closed": { "2026-11-31": { "at": "2026-11-25T09:00:00+08:00" } }"#,
            "4:15: expected a date like 2026-11-25, found \"2026-11-31\"",
        ),
        (
            r#""closed": { "2026-11-25": { "at": "2026-11-25" } }"#,
            "4:37: expected a moment like 2026-11-25T09:52:31+08:00, found \"2026-11-25\"",
        ),
        (
            r#""closed": { "2026-11-25": { "at": "2026-11-25T09:00:00+08:00", "mood": 300 } }"#,
            "4:74: expected a whole number within its bounds, found 300",
        ),
        (
            r#""closed": { "2026-11-25": { "at": "2026-11-25T09:00:00+08:00", "mood": 4e0 } }"#,
            "4:74: expected a whole number, found 4e0",
        ),
        (
            r#""closed": { "2026-11-25": { "at": "2026-11-25T09:00:00+08:00", "mood": 99999999999999999999 } }"#,
            "4:74: expected a whole number within its bounds, found 99999999999999999999",
        ),
    ] {
        assert_eq!(said(&with(fields)), expected, "{fields}");
    }
}

#[test]
fn a_list_is_no_object_at_any_depth() {
    let task = |state: &str| {
        format!(
            r#""tasks": [{{ "id": "k3f9c2q7", "title": "Call", "added": "2026-11-23T09:00:00+08:00", "state": {state} }}]"#
        )
    };
    for (fields, place) in [
        (r#""outlook": ["weak", "x"]"#.to_owned(), "4:14"),
        (
            r#""closed": { "2026-11-25": ["2026-11-25T09:00:00+08:00", 3] }"#.to_owned(),
            "4:29",
        ),
        (
            r#""review": { "lessons": [["k3f9c2q7", "keep", "x"]] }"#.to_owned(),
            "4:27",
        ),
        (
            task(r#"{ "done": ["2026-11-25", "2026-11-25T09:00:00+08:00"] }"#),
            "4:107",
        ),
    ] {
        let expected = format!("{place}: expected an object `{{…}}`, found a list");
        assert_eq!(said(&with(&fields)), expected, "{fields}");
    }
    assert_eq!(
        said("[1, \"2026-W48\"]"),
        "1:1: expected an object `{…}`, found a list"
    );
}

#[test]
fn a_key_of_a_map_that_stands_twice_is_refused() {
    let day = r#""2026-11-25": { "at": "2026-11-25T09:00:00+08:00" }"#;
    let text = with(&format!("\"closed\": {{\n    {day},\n    {day}\n  }}"));
    assert_eq!(said(&text), "6:5: the key `2026-11-25` stands twice");
}

#[test]
fn a_task_in_no_known_state_is_refused() {
    let task = |state: &str| {
        with(&format!(
            "\"tasks\": [{{\n    \"id\": \"k3f9c2q7\", \"title\": \"Call\", \"added\": \"2026-11-23T09:00:00+08:00\",\n    \"state\": {state} }}]"
        ))
    };
    for (state, expected) in [
        ("\"open\"", "nothing"),
        (
            "\"opn\"",
            "6:14: expected one of `open`, `done`, `skipped`, `moved`, found \"opn\"",
        ),
        (
            "7",
            "6:14: expected a name, or an object with one name in it, found 7",
        ),
        (
            r#"{ "done": { "on": "2026-11-25" } }"#,
            "6:24: the field `at` is missing",
        ),
        (
            r#"{ "done": { "on": "2026-11-30", "at": "2026-11-25T09:00:00+08:00" } }"#,
            "6:32: expected a day of week 2026-W48, found 2026-11-30",
        ),
    ] {
        assert_eq!(said(&task(state)), expected, "{state}");
    }
}

#[test]
fn what_cannot_be_is_said_with_its_place() {
    for (fields, expected) in [
        (
            r#""closed": { "2026-11-30": { "at": "2026-11-25T09:00:00+08:00" } }"#,
            "4:15: expected a day of week 2026-W48, found 2026-11-30",
        ),
        (
            r#""closed": { "2026-11-25": { "at": "2026-11-25T09:00:00+08:00", "mood": 9 } }"#,
            "4:74: expected a number from 1 to 5, found 9",
        ),
        (
            r#""targets": [{ "metric": "calls", "since": "2026-11-23", "changes": [] }]"#,
            "4:70: something is missing here",
        ),
        (
            r#""targets": [{ "metric": "calls", "since": "2026-11-22", "changes": [] }]"#,
            "4:45: expected a day of week 2026-W48, found 2026-11-22",
        ),
        (
            r#""targets": [{ "metric": "calls", "since": "2026-11-23", "pins": { "2026-11-24": -3 },
            "changes": [{ "at": "2026-11-23T09:00:00+08:00", "from": null, "to": 5 }] }]"#,
            "4:83: expected an amount above -1, found -3",
        ),
    ] {
        assert_eq!(said(&with(fields)), expected, "{fields}");
    }
}

#[test]
fn a_file_is_that_of_the_week_it_is_named_after() {
    let text = "{ \"version\": 2, \"week\": \"2026-W47\" }";
    assert_eq!(
        said(text),
        "1:25: this is the file of week 2026-W48, found week 2026-W47"
    );
}

#[test]
fn no_depth_is_too_deep() {
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    assert_eq!(
        said(&with(&format!("\"tasks\": [{deep}]"))),
        "4:13: expected an object `{…}`, found a list"
    );
    assert_eq!(
        said(&format!("{{ \"version\": {deep} }}")),
        "1:14: expected a whole number, found a list"
    );
}

mod damaged {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Whatever a person does to a file, the answer is a week or a place in the file.
        #[test]
        fn a_damaged_file_is_read_or_refused(at in 0..FULL.len(), with in any::<u8>(), cut in any::<bool>()) {
            let mut bytes = FULL.as_bytes().to_vec();
            if cut { bytes.truncate(at) } else { bytes[at] = with }
            if let Err(error) = week(&bytes, week_48()) {
                let lines = String::from_utf8_lossy(&bytes).split('\n').count();
                prop_assert!(error.place.line <= lines, "{error}");
            }
        }
    }
}

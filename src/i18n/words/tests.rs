mod drawn;
mod fit;

use std::collections::{BTreeMap, BTreeSet};

use super::area::{Area, parts};
use super::*;

/// Each text of a locale file by its path, with the placeholders that are allowed in it.
fn texts(language: Language) -> BTreeMap<String, (Vec<&'static str>, BTreeSet<String>)> {
    let mut texts = BTreeMap::<String, (Vec<_>, _)>::new();
    Words::of(language).look("", &mut |path, text, values| {
        let values = values.iter().map(|name| (*name).to_owned()).collect();
        let entry = texts.entry(path.to_owned()).or_insert((Vec::new(), values));
        entry.0.push(text);
    });
    texts
}

fn placeholders(text: &str) -> BTreeSet<String> {
    parts(text)
        .filter_map(|(_, name)| name.map(str::to_owned))
        .collect()
}

#[test]
fn both_locale_files_have_the_shape_of_the_words() {
    for json in [EN, ZH_CN] {
        let input = &mut serde_json::Deserializer::from_str(json);
        let read: Result<Words, _> = serde_path_to_error::deserialize(input);
        assert!(read.is_ok(), "{}", read.unwrap_err());
    }
}

#[test]
fn a_key_stands_once() {
    for json in [EN, ZH_CN] {
        let lines = json.lines().count();
        let value: serde_json::Value = serde_json::from_str(json).unwrap();
        let again = serde_json::to_string_pretty(&value).unwrap();
        assert_eq!(again.lines().count(), lines, "a key stands twice");
    }
}

#[test]
fn no_text_is_empty() {
    for language in Language::ALL {
        for (path, (forms, _)) in texts(language) {
            for text in forms {
                assert!(!text.trim().is_empty(), "{} {path}", language.tag());
            }
        }
    }
}

#[test]
fn every_value_has_its_place_and_every_place_its_value() {
    for language in Language::ALL {
        for (path, (forms, values)) in texts(language) {
            let many = forms.last().unwrap();
            assert_eq!(placeholders(many), values, "{} {path}", language.tag());
            for text in &forms {
                assert!(placeholders(text).is_subset(&values), "{path}: {text}");
                assert_eq!(
                    text.matches('{').count(),
                    text.matches('}').count(),
                    "{path}: {text}"
                );
            }
        }
    }
}

const HELP_ZH_CN: &str = include_str!("../locales/help.zh-CN.json");

/// Signs that have a full-width form, which stands beside Chinese.
const HALF_WIDTH: [char; 7] = [':', ',', ';', '!', '?', '(', ')'];

#[test]
fn signs_beside_chinese_are_full_width() {
    for (file, json) in [("zh-CN", ZH_CN), ("help.zh-CN", HELP_ZH_CN)] {
        let chars: Vec<_> = json.chars().collect();
        for pair in chars.windows(2) {
            let has_chinese = pair
                .iter()
                .any(|char| matches!(char, '\u{3400}'..='\u{9fff}'));
            let has_half = pair.iter().any(|char| HALF_WIDTH.contains(char));
            assert!(!(has_chinese && has_half), "{file}: {pair:?}");
        }
    }
}

#[test]
fn chinese_is_written_in_chinese() {
    let same_in_both = [
        "names.glyphs.ascii",
        "review.percent",
        "start.chinese",
        "start.english",
    ];
    let english = texts(Language::En);
    for (path, (forms, values)) in texts(Language::ZhCn) {
        let path = path.trim_start_matches('.');
        let letters = forms[0].chars().any(char::is_alphabetic) && values.is_empty();
        if letters && !same_in_both.contains(&path) {
            assert_ne!(english[&format!(".{path}")].0, forms, "{path}");
        }
    }
}

//! The flows of a week, each told in both languages and walked as it is told.
//!
//! The transcripts lie under `tests/transcripts`, to be read; how, says
//! [`transcript`](super::transcript).

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::thread;

use super::transcript::walk;

const FOLDER: &str = "tests/transcripts";

#[track_caller]
fn told_in_both_languages(flow: &str) {
    thread::scope(|both| {
        for language in ["en", "zh-CN"] {
            both.spawn(move || {
                let path = Path::new(FOLDER).join(format!("{flow}.{language}.txt"));
                walk(&fs::read_to_string(path).unwrap(), language);
            });
        }
    });
}

macro_rules! flows {
    ($($flow:ident),+ $(,)?) => {
        const FLOWS: &[&str] = &[$(stringify!($flow)),+];

        $(
            #[test]
            fn $flow() {
                told_in_both_languages(stringify!($flow));
            }
        )+
    };
}

flows! {
    adjusting,
    closing,
    day_off,
    finding,
    first_day,
    first_start,
    friday,
    helped,
    opening,
    opening_all,
    palette,
    pinning,
    planning,
    planning_in_one,
    repeating,
    settings,
    through_the_day,
    undoing,
    weak_market,
    what_if,
}

#[test]
fn every_transcript_is_walked() {
    let files = fs::read_dir(FOLDER).unwrap();
    let files = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let languages = |flow: &&str| ["en", "zh-CN"].map(|language| format!("{flow}.{language}.txt"));
    let told: BTreeSet<_> = FLOWS.iter().flat_map(languages).collect();
    assert_eq!(files.collect::<BTreeSet<_>>(), told);
}

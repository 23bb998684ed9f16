//! The words of both locale files, and what on a screen is none of them.

use std::collections::BTreeSet;

use super::screens::is_own;
use crate::domain::{Language, Weekday};
use crate::i18n::{WeekdayForm, weekday};

const EN: &str = include_str!("../../../../i18n/locales/en.json");
const ZH_CN: &str = include_str!("../../../../i18n/locales/zh-CN.json");

/// Words that no locale file has: the program's name, keys, currencies, months, signs of weeks,
/// days and amounts.
const OTHERS: &str = "salesweek Enter Esc Tab PgUp PgDn Home End ctrl shift CNY USD min \
    Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec 第 周 年 月 日 万 亿 分";

/// What a screen may be made of.
pub(super) struct Vocabulary {
    /// Words of Latin letters; Chinese between signs and placeholders.
    pieces: BTreeSet<String>,
    /// Whole labels that end in an ellipsis.
    unfinished: Vec<String>,
}

impl Vocabulary {
    pub(super) fn of_both_languages() -> Self {
        let mut texts = Vec::new();
        for file in [EN, ZH_CN] {
            collect(&serde_json::from_str(file).unwrap(), &mut texts);
        }
        let unfinished = texts.iter().filter(|text| text.ends_with('…')).cloned();
        let unfinished = unfinished.collect();
        texts.push(OTHERS.to_owned());
        for language in [Language::En, Language::ZhCn] {
            for form in [WeekdayForm::Narrow, WeekdayForm::Short, WeekdayForm::Full] {
                let names = Weekday::ALL.map(|day| weekday(language, day, form).to_owned());
                texts.extend(names.iter().map(|name| name.to_lowercase()));
                texts.extend(names);
            }
        }
        let pieces = texts.iter().flat_map(|text| without_placeholders(text));
        let pieces = pieces.flat_map(|text| runs(&text)).collect();
        Self { pieces, unfinished }
    }

    /// What is shortened in lines that stand below one another.
    pub(super) fn faults(&self, lines: &[String]) -> Vec<String> {
        let mut faults = Vec::new();
        let runs: Vec<_> = lines.iter().map(|line| runs(line)).collect();
        for (at, line) in lines.iter().enumerate() {
            if self.has_cut_label(line) {
                faults.push(format!("`…` behind the program's words: {line}"));
            }
            for (place, run) in runs[at].iter().enumerate() {
                let before = (place == 0 && at > 0).then(|| runs[at - 1].last());
                let is_last = place + 1 == runs[at].len();
                let behind = is_last.then(|| runs.get(at + 1).and_then(|next| next.first()));
                let before = before.flatten().map(|before| format!("{before}{run}"));
                let behind = behind.flatten().map(|behind| format!("{run}{behind}"));
                let mut readings = [Some(run.clone()), before, behind].into_iter().flatten();
                if !readings.any(|reading| self.knows(&reading)) {
                    faults.push(format!("`{run}` is no whole word: {line}"));
                }
            }
        }
        faults
    }

    fn has_cut_label(&self, line: &str) -> bool {
        let mut line = line.to_owned();
        for label in &self.unfinished {
            line = line.replace(label, "");
        }
        let mut parts = line.split('…').rev();
        // Nothing stands behind the last part.
        parts.next();
        parts.any(|before| !before.ends_with(is_own))
    }

    /// Whether a run is whole: one letter, a word, or Chinese words behind one another.
    fn knows(&self, run: &str) -> bool {
        if run.chars().count() == 1 && run.is_ascii() || self.pieces.contains(run) {
            return true;
        }
        let mut ends = run.char_indices().skip(1).filter(|_| !run.is_ascii());
        ends.any(|(end, _)| {
            let (piece, rest) = run.split_at(end);
            self.pieces.contains(piece) && self.knows(rest)
        })
    }
}

/// The texts of a locale file.
fn collect(value: &serde_json::Value, texts: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => texts.push(text.clone()),
        serde_json::Value::Object(fields) => {
            fields.values().for_each(|value| collect(value, texts));
        }
        _ => panic!("a locale file has texts alone: {value}"),
    }
}

/// A text in the parts between its placeholders.
fn without_placeholders(text: &str) -> Vec<String> {
    let parts = text.split('{');
    let behind = |part: &str| part.rsplit('}').next().unwrap_or_default().to_owned();
    parts.map(behind).collect()
}

/// Letters that stand together, Latin ones and Chinese ones apart, without the user's own.
fn runs(text: &str) -> Vec<String> {
    let kind = |char: char| match char {
        _ if is_own(char) || !char.is_alphabetic() => 0,
        _ if char.is_ascii() => 1,
        _ => 2,
    };
    let mut runs: Vec<String> = Vec::new();
    let mut last = 0;
    for char in text.chars() {
        match (kind(char), runs.last_mut()) {
            (0, _) => {}
            (same, Some(run)) if same == last => run.push(char),
            _ => runs.push(char.to_string()),
        }
        last = kind(char);
    }
    runs
}

//! The words of both locale files, and what on a screen is none of them.

use std::collections::BTreeSet;

use super::own::Own;
use crate::domain::{Language, Weekday};
use crate::i18n::{WeekdayForm, weekday};

const EN: &str = include_str!("../../../../i18n/locales/en.json");
const ZH_CN: &str = include_str!("../../../../i18n/locales/zh-CN.json");

/// Words that no locale file has: the program's name, keys, currencies, months, signs of weeks,
/// days and amounts.
const OTHERS: &str = "salesweek Enter Esc Tab PgUp PgDn Home End ctrl shift CNY USD min \
    Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec 第 周 年 月 日 万 亿 分";

/// What is said of the two errors that are looked at.
const ERRORS: [&str; 4] = [
    "`ŝ` at position 2 of `=ŝ` is no part of an amount; write one like 50, 1,200 or 50万",
    "`=ŝ` 第 2 个字 `ŝ` 不能出现在数量里；可以写 50、1,200 或 50万",
    "weeks/2026-W48.json:12:9: the file ends in the middle; a write may have been cut off",
    "weeks/2026-W48.json:12:9: 文件到一半就结束了；可能是写入时中断",
];

/// What a screen may be made of.
pub(super) struct Vocabulary {
    /// Words of Latin letters; Chinese between signs and placeholders.
    pieces: BTreeSet<String>,
    /// Whole labels that end in an ellipsis.
    unfinished: Vec<String>,
    /// What stands right beside a placeholder, and so beside a text of the user's.
    beside: BTreeSet<char>,
}

impl Vocabulary {
    pub(super) fn of_both_languages() -> Self {
        let mut texts = Vec::new();
        for file in [EN, ZH_CN] {
            collect(&serde_json::from_str(file).unwrap(), &mut texts);
        }
        let unfinished = texts.iter().filter(|text| text.ends_with('…')).cloned();
        let unfinished = unfinished.collect();
        let beside = texts.iter().flat_map(|text| beside_placeholders(text));
        let beside = beside.collect();
        texts.push(OTHERS.to_owned());
        texts.extend(ERRORS.map(str::to_owned));
        for language in [Language::En, Language::ZhCn] {
            for form in [WeekdayForm::Narrow, WeekdayForm::Short, WeekdayForm::Full] {
                let names = Weekday::ALL.map(|day| weekday(language, day, form).to_owned());
                texts.extend(names.iter().map(|name| name.to_lowercase()));
                texts.extend(names);
            }
        }
        let pieces = texts.iter().flat_map(|text| without_placeholders(text));
        let pieces = pieces.flat_map(|text| runs(&text)).collect();
        Self {
            pieces,
            unfinished,
            beside,
        }
    }

    /// Whether a text of the user's may have this character beside it without a blank.
    pub(super) fn may_touch(&self, char: char) -> bool {
        !char.is_alphanumeric() || self.beside.contains(&char)
    }

    /// What is shortened in lines that stand below one another.
    pub(super) fn faults(&self, lines: &[String]) -> Vec<String> {
        let mut faults = Vec::new();
        let runs: Vec<_> = lines.iter().map(|line| runs(line)).collect();
        for (at, line) in lines.iter().enumerate() {
            if self.has_cut_label(line) {
                faults.push(format!("`…` behind the program's words: {line}"));
            }
            if touches_a_field(line) {
                faults.push(format!("a text touches a field: {line}"));
            }
            for (place, run) in runs[at].iter().enumerate() {
                let is_first = place == 0;
                let is_last = place + 1 == runs[at].len();
                let above = wrapped(runs[..at].iter().rev().filter(|_| is_first), |a, b| {
                    format!("{b}{a}")
                });
                let below = runs[at + 1..].iter().filter(|_| is_last);
                let below = wrapped(below, |a, b| format!("{a}{b}"));
                let mut readings = above.iter().flat_map(|above| {
                    let whole = move |below| format!("{above}{run}{below}");
                    below.iter().map(whole)
                });
                // A wrapped text may begin above what is seen of a list, or end below it.
                let is_long = lines.len() > 3 && !run.is_ascii();
                let goes_on = is_long && (at <= 1 || at + 2 >= lines.len());
                if !goes_on && !readings.any(|reading| self.knows(&reading)) {
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
        let parts: Vec<_> = line.split('…').collect();
        let mut cuts = parts.windows(2);
        // Behind the sign stands what was found, in front of it what was cut.
        cuts.any(|cut| !cut[0].ends_with(is_own) && !cut[1].starts_with(is_own))
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

fn is_own(char: char) -> bool {
    Own::of(char).is_some()
}

/// A text in the parts between its placeholders.
fn without_placeholders(text: &str) -> Vec<String> {
    let parts = text.split('{');
    let behind = |part: &str| part.rsplit('}').next().unwrap_or_default().to_owned();
    parts.map(behind).collect()
}

/// What a text may be that goes on in the next two lines or fewer, beside other ones.
fn wrapped<'a>(
    lines: impl Iterator<Item = &'a Vec<String>>,
    join: impl Fn(&str, &str) -> String,
) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut ends = all.clone();
    for line in lines.take(2) {
        let longer = ends
            .iter()
            .flat_map(|end| line.iter().map(|run| join(end, run)));
        ends = longer.collect();
        all.extend(ends.clone());
    }
    all
}

/// Whether a field, or a day in brackets, has no blank beside it.
fn touches_a_field(line: &str) -> bool {
    let ends_in_text = |part: &str| part.ends_with(char::is_alphanumeric);
    let begins_with_text = |part: &str| part.starts_with(char::is_alphanumeric);
    let last = line.matches('[').count();
    let mut before = line.split('[').take(last);
    let mut behind = line.split(']').skip(1);
    before.any(ends_in_text) || behind.any(begins_with_text)
}

fn beside_placeholders(text: &str) -> Vec<char> {
    let before = text
        .split_inclusive('{')
        .filter_map(|part| part.strip_suffix('{'));
    let before = before.map(|part| part.chars().next_back());
    let behind = text.split('}').skip(1).map(|part| part.chars().next());
    before.chain(behind).flatten().collect()
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

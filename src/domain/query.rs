//! What is typed to find something, and where it stands in a text.
//!
//! Each word must stand in the text, anywhere and in any order. Case and width mean nothing:
//! `ＨＵＡＸＩＮ`, `huaxin` and `Huaxin` are the same. Chinese is looked for as it is written,
//! so that two characters of a name find it.
//!
//! ```
//! # use salesweek::domain::Query;
//! let query = Query::new("HUAXIN 报价");
//! assert!(query.fits("报价单给 Ｈuaxin"));
//! assert!(!query.fits("Huaxin"));
//! assert_eq!(Query::new("信科").marks("华信科技"), [3..9]);
//! ```

use std::ops::Range;

/// The words that are looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// The words of what was typed; none fit everything.
    pub fn new(typed: &str) -> Self {
        let folded: String = typed.chars().flat_map(folded).collect();
        let words = folded.split_whitespace().map(str::to_owned);
        Self {
            words: words.collect(),
        }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether each word stands in the text.
    pub fn fits(&self, text: &str) -> bool {
        if self.is_empty() {
            return true;
        }
        let folded: String = text.chars().flat_map(folded).collect();
        self.words.iter().all(|word| folded.contains(word.as_str()))
    }

    /// Where the words stand in the text: places of bytes that do not touch one another, from
    /// its beginning to its end.
    pub fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let mut folded_text = String::with_capacity(text.len());
        // Of each byte of the folded text, the character that it came from.
        let mut origin = Vec::with_capacity(text.len());
        for (start, sign) in text.char_indices() {
            let end = start.saturating_add(sign.len_utf8());
            folded_text.extend(folded(sign));
            origin.resize(folded_text.len(), start..end);
        }
        let found = self.words.iter().flat_map(|word| {
            let places = folded_text.match_indices(word.as_str());
            places.map(|(at, found)| at..at.saturating_add(found.len()))
        });
        let marks = found.filter_map(|place| {
            let first = origin.get(place.start)?;
            let last = origin.get(place.end.checked_sub(1)?)?;
            Some(first.start..last.end)
        });
        joined(marks.collect())
    }
}

/// The ranges in their order, those that touch one another as one.
fn joined(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut all: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match all.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => all.push(range),
        }
    }
    all
}

/// A character without its case and width.
fn folded(sign: char) -> impl Iterator<Item = char> {
    let narrow = match sign {
        '！'..='～' => u32::from(sign)
            .checked_sub(0xfee0)
            .and_then(char::from_u32)
            .unwrap_or(sign),
        '\u{3000}' => ' ',
        _ => sign,
    };
    narrow.to_lowercase()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text with brackets around each mark.
    fn marked(typed: &str, text: &str) -> String {
        let mut marked = text.to_owned();
        for mark in Query::new(typed).marks(text).into_iter().rev() {
            marked.insert(mark.end, ']');
            marked.insert(mark.start, '[');
        }
        marked
    }

    #[test]
    fn case_and_width_mean_nothing() {
        for typed in ["huaxin", "HUAXIN", "ｈｕａｘｉｎ", "　Ｈuaxin "] {
            assert!(Query::new(typed).fits("Visit Huaxin"), "{typed}");
            assert!(Query::new(typed).fits("拜访Ｈｕａｘｉｎ"), "{typed}");
        }
        assert!(Query::new("ÄRGER").fits("ärger"));
    }

    #[test]
    fn every_word_must_stand_there_in_any_order() {
        assert!(Query::new("lin call").fits("Call Lin"));
        assert!(!Query::new("lin visit").fits("Call Lin"));
        assert!(Query::new(" ").fits("anything"));
    }

    #[test]
    fn the_marks_are_where_the_words_stand() {
        assert_eq!(marked("lin", "Call Lin, linen"), "Call [Lin], [lin]en");
        assert_eq!(marked("all cal", "Call"), "[Call]");
        assert_eq!(marked("xin", "拜访Ｈｕａｘｉｎ"), "拜访Ｈｕａ[ｘｉｎ]");
        assert_eq!(marked("华信", "致电华信科技"), "致电[华信]科技");
        // One character may fold to two.
        assert_eq!(marked("i", "İ"), "[İ]");
        assert_eq!(marked("", "Call"), "Call");
    }

    proptest! {
        #[test]
        fn marks_stand_between_characters(typed in "\\PC{0,6}", text in "\\PC{0,30}") {
            let query = Query::new(&typed);
            let marks = query.marks(&text);
            prop_assert!(marks.iter().all(|mark| text.get(mark.clone()).is_some()));
            prop_assert!(query.is_empty() || !query.fits(&text) || !marks.is_empty());
        }
    }
}

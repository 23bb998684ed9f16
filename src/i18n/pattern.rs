//! The company's pattern of working days, as it is written.
//!
//! `mon-fri`, `mon-sat`, `big-small` (a long week of six days and a short one in turn), or
//! seven weights in percent; weeks in turn are parted by `/`.

use super::read::ReadError;
use crate::domain::{ByDay, Language, Weight, shown};

const MON_FRI: [u16; 7] = [100, 100, 100, 100, 100, 0, 0];
const MON_SAT: [u16; 7] = [100, 100, 100, 100, 100, 100, 0];
const ALL_WEEK: [u16; 7] = [100; 7];

/// A pattern by name; the first name of each is the one that is written in English, the second
/// in Chinese.
const NAMED: &[(&[&str], &[[u16; 7]])] = &[
    (&["mon-fri", "周一至周五", "周一到周五", "双休"], &[MON_FRI]),
    (&["mon-sat", "周一至周六", "周一到周六", "单休"], &[MON_SAT]),
    (&["mon-sun", "周一至周日", "周一到周日"], &[ALL_WEEK]),
    (&["big-small", "大小周"], &[MON_SAT, MON_FRI]),
    (&["small-big", "小大周"], &[MON_FRI, MON_SAT]),
];

/// The rows of a pattern, the first for the week in which it begins.
pub fn read_pattern(text: &str) -> Result<Vec<ByDay<Weight>>, ReadError> {
    let text = text.trim().to_lowercase();
    let named = NAMED
        .iter()
        .find(|(names, _)| names.contains(&text.as_str()));
    if let Some((_, rows)) = named {
        return Ok(rows.iter().filter_map(|row| weights(*row)).collect());
    }
    text.split(['/', '／'])
        .map(|part| row(part, &text))
        .collect()
}

/// One week: a name of one, or seven weights.
fn row(part: &str, text: &str) -> Result<ByDay<Weight>, ReadError> {
    let refused = || ReadError::Pattern(shown(text));
    let part = part.trim();
    let named = NAMED.iter().find(|(names, _)| names.contains(&part));
    if let Some((_, [row])) = named {
        return weights(*row).ok_or_else(refused);
    }
    let split = part.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '，'));
    let numbers = split.filter(|number| !number.is_empty());
    let numbers: Vec<u16> = numbers
        .map(|number| number.trim_end_matches(['%', '％']).parse())
        .collect::<Result<_, _>>()
        .map_err(|_| refused())?;
    let row = <[u16; 7]>::try_from(numbers).map_err(|_| refused())?;
    weights(row).ok_or_else(refused)
}

fn weights(row: [u16; 7]) -> Option<ByDay<Weight>> {
    row.iter()
        .all(|percent| *percent <= Weight::MOST)
        .then(|| ByDay(row.map(|percent| Weight::new(percent).unwrap_or_default())))
}

/// By name where it has one, else its weights.
pub fn pattern(language: Language, rows: &[ByDay<Weight>]) -> String {
    let percents: Vec<[u16; 7]> = rows.iter().map(|row| row.map(Weight::percent).0).collect();
    let named = NAMED
        .iter()
        .find(|(_, known)| *known == percents.as_slice());
    if let Some(([english, chinese, ..], _)) = named {
        let name = match language {
            Language::En => *english,
            Language::ZhCn => *chinese,
        };
        return name.to_owned();
    }
    let row = |row: &[u16; 7]| row.map(|percent| percent.to_string()).join(" ");
    percents.iter().map(row).collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percents(text: &str) -> Vec<[u16; 7]> {
        let rows = read_pattern(text).unwrap();
        rows.into_iter()
            .map(|row| row.map(Weight::percent).0)
            .collect()
    }

    #[test]
    fn a_pattern_is_read_by_name_or_by_weights() {
        let cases: [(&str, &[[u16; 7]]); 7] = [
            ("mon-fri", &[MON_FRI]),
            ("Mon-Sat", &[MON_SAT]),
            ("大小周", &[MON_SAT, MON_FRI]),
            ("small-big", &[MON_FRI, MON_SAT]),
            ("100 100 100 100 50 0 0", &[[100, 100, 100, 100, 50, 0, 0]]),
            ("120,100,100,100,80,0,0", &[[120, 100, 100, 100, 80, 0, 0]]),
            (
                "mon-fri / 0 100 100 100 100 100 0",
                &[MON_FRI, [0, 100, 100, 100, 100, 100, 0]],
            ),
        ];
        for (text, rows) in cases {
            assert_eq!(percents(text), rows, "{text}");
        }
    }

    #[test]
    fn a_pattern_is_read_as_it_is_written() {
        for text in [
            "mon-fri",
            "big-small",
            "100 100 100 100 50 0 0",
            "0 0 0 0 0 0 50 / 1 2 3 4 5 6 7",
        ] {
            let rows = read_pattern(text).unwrap();
            assert_eq!(pattern(Language::En, &rows), text);
            let chinese = pattern(Language::ZhCn, &rows);
            assert_eq!(read_pattern(&chinese).unwrap(), rows, "{chinese}");
        }
        let rows = read_pattern("big-small").unwrap();
        assert_eq!(pattern(Language::ZhCn, &rows), "大小周");
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for text in [
            "",
            "mon",
            "100 100",
            "100 100 100 100 100 100 201",
            "mon-fri /",
            "1 2 3 4 5 6 7 8",
        ] {
            assert!(read_pattern(text).is_err(), "{text}");
        }
    }
}

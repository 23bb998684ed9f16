//! Shares, rates and hours as they stand on screens and in reports.

use super::amounts::MINUS;
use crate::planning::Ratio;

/// A share in whole percent, cut so that what is not full never reads 100%.
///
/// ```
/// # use salesweek::i18n::percent;
/// assert_eq!(percent(9_999), "99%");
/// ```
pub fn percent(basis_points: i64) -> String {
    let percent = basis_points.div_euclid(100);
    let minus = if percent < 0 { MINUS } else { "" };
    format!("{minus}{}%", percent.unsigned_abs())
}

/// A lead or a rate with one decimal, half away from zero: `0.8`, `−1.2`, `0.0`.
pub fn tenths(value: Ratio) -> String {
    let tenths = value.tenths();
    let size = tenths.unsigned_abs();
    let minus = if tenths < 0 { MINUS } else { "" };
    format!("{minus}{}.{}", size / 10, size % 10)
}

/// Minutes in hours, no minute lost: `9`, `7.5`, `9.02`.
pub fn hours(minutes: u32) -> String {
    let hundredths = (u64::from(minutes) * 100 + 30) / 60;
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_more_is_seen_in_hours() {
        let cases = [
            (0, "0"),
            (450, "7.5"),
            (540, "9"),
            (541, "9.02"),
            (600, "10"),
        ];
        for (minutes, text) in cases {
            assert_eq!(hours(minutes), text);
        }
    }

    #[test]
    fn percent_and_tenths_are_short() {
        let cases = [(0, "0%"), (5_400, "54%"), (9_999, "99%"), (10_600, "106%")];
        for (basis_points, text) in cases {
            assert_eq!(percent(basis_points), text);
        }
        assert_eq!(percent(-50), "−1%");
        let cases = [
            (8, 10, "0.8"),
            (-6, 5, "−1.2"),
            (1, 4, "0.3"),
            (-1, 100, "0.0"),
        ];
        for (numerator, denominator, text) in cases {
            assert_eq!(tenths(Ratio::new(numerator, denominator).unwrap()), text);
        }
    }
}

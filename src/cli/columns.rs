//! Texts in columns, true for wide characters.

use crate::i18n::cells;

/// A table of texts: the first column to the left, the last as it is, all others to the right.
pub(super) fn columns<Row: AsRef<[String]>>(rows: &[Row]) -> Vec<String> {
    aligned(rows, cells::pad_left)
}

/// A table of texts that are no figures: every column to the left.
pub(super) fn columns_of_words<Row: AsRef<[String]>>(rows: &[Row]) -> Vec<String> {
    aligned(rows, cells::pad_right)
}

fn aligned<Row: AsRef<[String]>>(rows: &[Row], pad: impl Fn(&str, usize) -> String) -> Vec<String> {
    let rows = || rows.iter().map(AsRef::as_ref);
    let widest = |column: usize| {
        let cells = rows().filter_map(|row: &[String]| row.get(column));
        cells.map(|cell| cells::width(cell)).max().unwrap_or(0)
    };
    let count = rows().map(<[String]>::len).max().unwrap_or(0);
    let widths: Vec<usize> = (0..count).map(widest).collect();
    let last = count.saturating_sub(1);
    let line = |row: &[String]| {
        let cells = row.iter().zip(&widths).enumerate();
        let cells = cells.map(|(place, (cell, width))| match place {
            0 => cells::pad_right(cell, *width),
            _ if place == last => cell.clone(),
            _ => pad(cell, *width),
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        line.trim_end().to_owned()
    };
    rows().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_aligned_in_cells() {
        let rows = [["电话", "10", "a"], ["Visits", "3", "电"]].map(|row| row.map(str::to_owned));
        assert_eq!(columns(&rows), ["电话    10  a", "Visits   3  电"]);
    }
}

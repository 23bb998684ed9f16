//! Texts in columns, true for wide characters.

use crate::i18n::cells;

/// A table of texts: the first column to the left, the last as it is, all others to the right.
pub(super) fn columns<const N: usize>(rows: &[[String; N]]) -> Vec<String> {
    aligned(rows, cells::pad_left)
}

/// A table of texts that are no figures: every column to the left.
pub(super) fn columns_of_words<const N: usize>(rows: &[[String; N]]) -> Vec<String> {
    aligned(rows, cells::pad_right)
}

fn aligned<const N: usize>(
    rows: &[[String; N]],
    pad: impl Fn(&str, usize) -> String,
) -> Vec<String> {
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cells::width(cell)).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..N).map(widest).collect();
    let last = N.saturating_sub(1);
    let line = |row: &[String; N]| {
        let cells = row.iter().zip(&widths).enumerate();
        let cells = cells.map(|(place, (cell, width))| match place {
            0 => cells::pad_right(cell, *width),
            _ if place == last => cell.clone(),
            _ => pad(cell, *width),
        });
        let line = cells.collect::<Vec<_>>().join("  ");
        line.trim_end().to_owned()
    };
    rows.iter().map(line).collect()
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

//! A report as plain text, for chats and mails.
//!
//! An empty line stands before each heading, and between two tables. The columns of a table are padded to whole
//! cells, so that they stay true where a Chinese character takes two.

use super::document::{Block, Document, Table};
use crate::i18n::cells::{pad_left, pad_right, printable, width};

/// What stands between two columns.
const GAP: &str = "  ";

pub(super) fn text(document: &Document) -> String {
    let mut lines = vec![printable(&document.title).into_owned()];
    let mut before = None;
    for block in &document.blocks {
        if stands_apart(before, block) {
            lines.push(String::new());
        }
        before = Some(block);
        match block {
            Block::Heading(text) | Block::Line(text) => lines.push(printable(text).into_owned()),
            Block::List(items) => {
                lines.extend(items.iter().map(|item| format!("- {}", printable(item))));
            }
            Block::Table(table) => lines.extend(rows(table)),
        }
    }
    lines.join("\n") + "\n"
}

/// Whether an empty line stands before `block`.
fn stands_apart(before: Option<&Block>, block: &Block) -> bool {
    match (before, block) {
        (None, _) | (_, Block::Heading(_)) | (Some(Block::Table(_)), Block::Table(_)) => true,
        (Some(_), Block::Line(_) | Block::List(_) | Block::Table(_)) => false,
    }
}

fn rows(table: &Table) -> impl Iterator<Item = String> {
    let all = || std::iter::once(&table.columns).chain(&table.rows);
    let widest = |column: usize| {
        let cells = all().filter_map(|row| row.get(column));
        cells.map(|cell| width(cell)).max().unwrap_or(0)
    };
    let widths: Vec<_> = (0..table.columns.len()).map(widest).collect();
    all().map(move |row| {
        let cells = row.iter().zip(&widths).enumerate();
        let padded: Vec<_> = cells
            .map(|(column, (cell, width))| match column {
                0 => pad_right(cell, *width),
                _ => pad_left(cell, *width),
            })
            .collect();
        padded.join(GAP).trim_end().to_owned()
    })
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use super::*;

    #[test]
    fn blocks_stand_under_their_headings() {
        let mut document = Document::new("Week".to_owned());
        document.heading("Done");
        document.line("Nothing is missing.");
        document.list(["Call Lin".to_owned(), "Visit Huaxin".to_owned()]);
        document.heading("Takeaway");
        assert_eq!(
            text(&document),
            "Week\n\nDone\nNothing is missing.\n- Call Lin\n- Visit Huaxin\n\nTakeaway\n"
        );
    }

    #[test]
    fn columns_are_true_for_wide_characters() {
        let mut table = Table::new(["指标", "完成", "%"]);
        table
            .rows
            .push(vec!["电话".into(), "53".into(), "106%".into()]);
        table
            .rows
            .push(vec!["New customers".into(), "9".into(), "90%".into()]);
        let mut document = Document::new("周报".to_owned());
        document.table(table);
        let expected = "\
周报

指标           完成     %
电话             53  106%
New customers     9   90%
";
        assert_eq!(text(&document), expected);
    }

    #[test]
    fn what_acts_on_a_terminal_or_breaks_the_line_is_a_dot() {
        let mut table = Table::new(["a\nb"]);
        table.rows.push(vec!["\u{1b}]0;x\u{7}".into()]);
        let mut document = Document::new("T\u{1b}[2J".to_owned());
        document.heading("H\r");
        document.line("L\u{202e}");
        document.list(["I\u{9b}2J\n- forged".to_owned()]);
        document.table(table);
        let expected = "T·[2J\n\nH·\nL·\n- I·2J·- forged\na·b\n·]0;x·\n";
        assert_eq!(text(&document), expected);
    }
}

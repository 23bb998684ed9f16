//! A report as Markdown, as GitHub and most others read it.
//!
//! Every text is shown as it was typed: what Markdown would take for its own is escaped,
//! wherever it stands.

use super::document::{Block, Document, Table};
use crate::i18n::cells::printable;

pub(super) fn markdown(document: &Document) -> String {
    let title = std::iter::once(format!("# {}", escaped(&document.title)));
    let blocks = document.blocks.iter().map(|block| match block {
        Block::Heading(text) => format!("## {}", escaped(text)),
        Block::Line(text) => escaped(text),
        Block::List(items) => {
            let items = items.iter().map(|item| format!("- {}", escaped(item)));
            items.collect::<Vec<_>>().join("\n")
        }
        Block::Table(table) => rows(table),
    });
    title.chain(blocks).collect::<Vec<_>>().join("\n\n") + "\n"
}

fn rows(table: &Table) -> String {
    let row = |cells: &Vec<String>| {
        let cells = cells.iter().map(|cell| escaped(cell));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let right = "| ---: ".repeat(table.columns.len().saturating_sub(1));
    let head = [row(&table.columns), format!("| --- {right}|")];
    let lines = head.into_iter().chain(table.rows.iter().map(row));
    lines.collect::<Vec<_>>().join("\n")
}

/// A text as Markdown that shows it: marks of emphasis, code, links, tables and HTML are
/// escaped everywhere, marks of blocks at the beginning.
fn escaped(text: &str) -> String {
    let text = printable(text);
    let text = text.trim();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let mut markdown = String::with_capacity(text.len());
    for (at, sign) in text.chars().enumerate() {
        let anywhere = matches!(
            sign,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$'
        );
        let at_the_beginning = at == 0 && matches!(sign, '#' | '+' | '-' | '=' | ':');
        let after_a_number = digits > 0 && at == digits && matches!(sign, '.' | ')');
        if anywhere || at_the_beginning || after_a_number {
            markdown.push('\\');
        }
        markdown.push(sign);
    }
    markdown
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use super::*;

    #[test]
    fn blocks_stand_apart() {
        let mut table = Table::new(["Metric", "Target", "Done"]);
        table
            .rows
            .push(vec!["Calls".into(), "50".into(), "53".into()]);
        let mut document = Document::new("Week".to_owned());
        document.table(table);
        document.heading("Done");
        document.list(["Call Lin".to_owned(), "Visit Huaxin".to_owned()]);
        let expected = "\
# Week

| Metric | Target | Done |
| --- | ---: | ---: |
| Calls | 50 | 53 |

## Done

- Call Lin
- Visit Huaxin
";
        assert_eq!(markdown(&document), expected);
    }

    #[test]
    fn what_markdown_would_obey_is_escaped() {
        for (label, text, shown) in [
            (
                "plain",
                "拜访华信，报价 50/60 (90%)",
                "拜访华信，报价 50/60 (90%)",
            ),
            ("heading", "# big", r"\# big"),
            ("item", "- item", r"\- item"),
            ("a dash inside", "follow-up", "follow-up"),
            ("number", "12. item", r"12\. item"),
            ("number in brackets", "3) item", r"3\) item"),
            ("a decimal", "3.5 days", r"3\.5 days"),
            ("emphasis", "*a* _b_ ~~c~~", r"\*a\* \_b\_ \~\~c\~\~"),
            ("link", "![x](http://y)", r"!\[x\](http://y)"),
            ("html", "<script>&lt;", r"\<script\>\&lt;"),
            ("table", "a | b", r"a \| b"),
            ("code", "`rm`", r"\`rm\`"),
            ("a backslash", r"\|", r"\\\|"),
            ("underlining", "===", r"\==="),
            ("a block of code", "    code", "code"),
            ("a line break", "a\n# b", "a·# b"),
            ("escape sequence", "\u{1b}[31m", r"·\[31m"),
        ] {
            assert_eq!(escaped(text), shown, "{label}");
        }
    }
}

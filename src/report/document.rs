//! A report before it has a format: a title, headings, lines, lists and tables.
//!
//! Texts stand here as they are stored. Whatever a format must not let through, a renderer
//! takes out; so no author of a report has to think of it.

/// A report: its title and what stands under it, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Document {
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Block {
    Heading(String),
    Line(String),
    List(Vec<String>),
    Table(Table),
}

/// Rows of cells under named columns; the first column is left-aligned, all others right.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Table {
    pub(super) columns: Vec<String>,
    /// Each as long as `columns`.
    pub(super) rows: Vec<Vec<String>>,
}

impl Document {
    pub(super) fn new(title: String) -> Self {
        Self {
            title,
            blocks: Vec::new(),
        }
    }

    pub(super) fn heading(&mut self, text: &str) {
        self.blocks.push(Block::Heading(text.to_owned()));
    }

    pub(super) fn line(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Line(text.into()));
    }

    /// More items of a list; a list that stands last goes on.
    pub(super) fn list(&mut self, items: impl IntoIterator<Item = String>) {
        let mut items: Vec<_> = items.into_iter().collect();
        match self.blocks.last_mut() {
            Some(Block::List(list)) => list.append(&mut items),
            _ if items.is_empty() => {}
            _ => self.blocks.push(Block::List(items)),
        }
    }

    /// A table; nothing where it has no rows.
    pub(super) fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}

impl Table {
    pub(super) fn new<'a>(columns: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            columns: columns.into_iter().map(str::to_owned).collect(),
            rows: Vec::new(),
        }
    }
}

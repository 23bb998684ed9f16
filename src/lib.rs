//! salesweek: a weekly sales planner for the terminal.
//!
//! Every edit takes the same path, whoever started it: a key or a shell command becomes a
//! [`domain::change::Change`]; the [`store`] locks the folder, reads the files fresh, applies
//! the change and writes them; [`planning`] derives every figure from the facts; screens,
//! commands and reports show what it derived and compute nothing themselves.
//!
//! The rooms, and which others each may know; a test holds the code to this table.
//!
//! | room | what lives there | may know |
//! | --- | --- | --- |
//! | `domain` | the vocabulary, and the edits | – |
//! | `planning` | the mathematics | domain |
//! | `store` | the JSON files | domain |
//! | `i18n` | words, dates, amounts and errors in both languages | domain, planning, store |
//! | `report` | a day or a week on paper | domain, planning, i18n |
//! | `demo` | sample weeks | domain, i18n |
//! | `cli` | the commands | domain, planning, store, i18n, report, demo |
//! | `tui` | the screens | domain, planning, store, i18n, report, demo |
#![cfg_attr(
    test,
    expect(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used,
        reason = "a test that panics fails"
    )
)]

pub mod cli;
pub mod demo;
pub mod domain;
pub mod i18n;
pub mod planning;
pub mod report;
pub mod store;
pub mod tui;

//! salesweek: a weekly sales planner for the terminal.
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

pub mod domain;
pub mod i18n;
pub mod planning;
pub mod store;
pub mod tui;

//! salesweek: a weekly sales planner for the terminal.
#![cfg_attr(test, expect(clippy::unwrap_used, reason = "a test that panics fails"))]

pub mod domain;

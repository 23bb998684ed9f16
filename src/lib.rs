//! salesweek: a weekly sales planner for the terminal.

pub mod domain;

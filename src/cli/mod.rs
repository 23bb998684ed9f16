//! The commands: arguments in, edits and text out.
//!
//! A command reads what it needs, hands one change to the store, and prints what came of it
//! into the writers it was given; so a test runs it in its own process. What it prints stands
//! in the language of the user, its help and errors too.
//!
//! Words that cannot be understood end with code 2, what was understood and not done with 1.
//! A reader of a pipe that left early is no failure.

mod arguments;
mod columns;
mod day;
mod demo;
mod desk;
mod doctor;
mod error;
mod find;
mod help;
mod ids;
mod log;
mod metric;
mod names;
mod next;
mod program;
mod repeat;
mod report;
mod review;
mod review_json;
mod run;
mod settings;
mod show;
mod start;
mod target;
mod task;
mod usage;
mod what_if;

pub use start::{Clock, Exit, Screens, ScreensError, World, run};

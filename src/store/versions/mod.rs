//! Older shapes of the files, each with one function into the next.
//!
//! A file of an older version is read as it always was; in memory it has the newest shape. The
//! first edit of it writes that, and keeps the old file as a backup.

mod settings_1;
mod week_1;

pub(super) use settings_1::Settings1;
pub(super) use week_1::Week1;

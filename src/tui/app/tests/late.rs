//! Late entries.

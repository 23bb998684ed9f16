//! What only works from outside: the program, run as a person or a shell runs it.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test that panics fails"
)]

mod cli;
#[cfg(unix)]
mod flows;
#[cfg(unix)]
mod pictures;
mod program;
#[cfg(unix)]
mod pty;
mod readme;
mod rooms;
mod store_faults;
#[cfg(unix)]
mod terminal;

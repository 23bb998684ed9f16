//! Whole programs against programs that do nothing but the unavoidable.
//!
//! What is compared takes turns (A, B, A, B …), so that whatever else the machine does hits
//! both alike, and medians are compared. The plain programs are this one, started again with
//! an argument. A limit that is not held makes the whole run fail.
//!
//! ```text
//! cargo bench --bench programs            # all
//! cargo bench --bench programs -- shell   # or screens: these alone
//! ```
#![cfg_attr(
    unix,
    expect(
        clippy::expect_used,
        clippy::print_stdout,
        reason = "a benchmark prints, and one that cannot run ends"
    )
)]

#[cfg(unix)]
mod hello;
#[cfg(unix)]
mod measure;
#[cfg(unix)]
mod process;
#[cfg(unix)]
mod screens;
#[cfg(unix)]
mod shell;
#[cfg(unix)]
mod store;
#[cfg(unix)]
mod writer;

#[cfg(unix)]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [hello::ARGUMENT] => hello::run(),
        [writer::ARGUMENT, file] => writer::run(file.as_ref()),
        named => return measured(named),
    }
    std::process::ExitCode::SUCCESS
}

/// Measures what is named, or all; Cargo's own options name nothing.
#[cfg(unix)]
fn measured(named: &[&str]) -> std::process::ExitCode {
    let all = named.iter().all(|name| name.starts_with('-'));
    let mut figures = Vec::new();
    if all || named.contains(&"screens") {
        figures.extend(screens::measured());
    }
    if all || named.contains(&"shell") {
        figures.extend(shell::measured());
    }
    measure::report(&figures)
}

/// Pseudo-terminals and flushed folders are known on unix alone.
#[cfg(not(unix))]
fn main() {}

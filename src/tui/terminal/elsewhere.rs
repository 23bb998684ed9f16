//! The terminal where there is no unix: no signals, no stopping, a console that does not vanish.

use std::io::{self, Write};
use std::time::Instant;

/// Has `cleanup` run before a signal ends the program; here no signal does.
pub fn when_killed(cleanup: impl FnOnce() + Send + 'static) -> io::Result<()> {
    drop(cleanup);
    Ok(())
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "where there are signals, watching them may fail"
)]
pub(super) fn watch_signals() -> io::Result<()> {
    Ok(())
}

pub(super) fn suspend() {}

pub(super) fn gone() -> bool {
    false
}

pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(bytes)?;
    stdout.flush()
}

/// The console's answers come as events only: the settings choose the glyphs here.
pub(super) fn hear(_heard: &mut Vec<u8>, _deadline: Instant) -> bool {
    false
}

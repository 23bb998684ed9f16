//! Whether we have the terminal: the one value that drawing, panics and signals share.
//!
//! A panic may come while a frame is drawn and a signal while one is written, so the lock is
//! held for a single write and never waited for without end. Once the terminal is given back,
//! whatever is still written goes nowhere: a frame on its way cannot land on the shell.

use std::io;
use std::panic;
use std::sync::{Mutex, MutexGuard, Once, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste,
    EnableFocusChange, EnableMouseCapture,
};
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, queue, terminal};

use super::system;

/// What is asked of the terminal besides showing text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Modes {
    /// Whether clicks and the wheel come to us; the terminal's own selection then needs shift.
    pub mouse: bool,
    /// Whether the terminal is asked how wide it draws; not needed when the settings say it.
    pub measure: bool,
}

static SCREEN: Mutex<Screen> = Mutex::new(Screen {
    held: None,
    #[cfg(unix)]
    lent: None,
    forgotten: false,
});

struct Screen {
    /// The modes while we have the terminal.
    held: Option<Modes>,
    /// The modes to take again when the program is continued.
    #[cfg(unix)]
    lent: Option<Modes>,
    /// Whether the next frame must not count on what stands on the screen.
    forgotten: bool,
}

/// Takes the terminal.
pub(super) fn take(modes: Modes) -> io::Result<()> {
    let mut screen = lock();
    screen.held = Some(modes);
    enter(modes).inspect_err(|_| leave(&mut screen))
}

/// Gives the terminal back, once; there is nothing to do about a terminal that is dead.
pub(super) fn give_back() {
    match lock_soon() {
        Some(mut screen) => leave(&mut screen),
        // A frame hangs in a terminal that does not read: at least the keys come back.
        None => {
            let _ = disable_raw_mode();
        }
    }
}

/// Gives the terminal back until [`take_again`].
#[cfg(unix)]
pub(super) fn lend() {
    if let Some(mut screen) = lock_soon() {
        screen.lent = screen.held;
        leave(&mut screen);
    }
}

/// Takes the terminal again after a stop, whether it was lent or the stop came unasked.
#[cfg(unix)]
pub(super) fn take_again() {
    let mut screen = lock();
    if let Some(modes) = screen.lent.take().or(screen.held) {
        // The shell has set its own modes meanwhile.
        let _ = disable_raw_mode();
        screen.held = Some(modes);
        screen.forgotten = true;
        let _ = enter(modes);
    }
}

/// Takes the mouse, or leaves it to the terminal.
pub(super) fn hold_mouse(ours: bool) -> io::Result<()> {
    let mut screen = lock();
    let Some(modes) = &mut screen.held else {
        return Ok(());
    };
    modes.mouse = ours;
    let mut bytes = Vec::new();
    if ours {
        queue!(bytes, EnableMouseCapture)?;
    } else {
        queue!(bytes, DisableMouseCapture)?;
    }
    system::write(&bytes)
}

/// Writes to the terminal while we have it.
pub(super) fn write(bytes: &[u8]) -> io::Result<()> {
    let screen = lock();
    match screen.held {
        Some(_) => system::write(bytes),
        None => Ok(()),
    }
}

/// Whether what stood on the screen is lost, as after a stop.
pub(super) fn is_forgotten() -> bool {
    lock().forgotten
}

/// As [`is_forgotten`], for the one who now draws all of it.
pub(super) fn forgotten() -> bool {
    std::mem::take(&mut lock().forgotten)
}

/// Lets a panic's message land on the shell's screen.
pub(super) fn restore_before_panic_message() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let print = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            give_back();
            print(info);
        }));
    });
}

fn enter(modes: Modes) -> io::Result<()> {
    enable_raw_mode()?;
    let mut bytes = Vec::new();
    queue!(
        bytes,
        EnterAlternateScreen,
        terminal::Clear(terminal::ClearType::All),
        cursor::Hide,
        EnableBracketedPaste,
        EnableFocusChange
    )?;
    if modes.mouse {
        queue!(bytes, EnableMouseCapture)?;
    }
    system::write(&bytes)
}

fn leave(screen: &mut Screen) {
    let Some(modes) = screen.held.take() else {
        return;
    };
    let mut bytes = Vec::new();
    let queued = (|| {
        if modes.mouse {
            queue!(bytes, DisableMouseCapture)?;
        }
        queue!(
            bytes,
            terminal::EndSynchronizedUpdate,
            DisableFocusChange,
            DisableBracketedPaste,
            LeaveAlternateScreen,
            cursor::Show
        )
    })();
    let _ = queued.and_then(|()| system::write(&bytes));
    let _ = disable_raw_mode();
}

fn lock() -> MutexGuard<'static, Screen> {
    SCREEN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn lock_soon() -> Option<MutexGuard<'static, Screen>> {
    for _ in 0..50 {
        match SCREEN.try_lock() {
            Ok(screen) => return Some(screen),
            Err(TryLockError::Poisoned(screen)) => return Some(screen.into_inner()),
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(10)),
        }
    }
    None
}

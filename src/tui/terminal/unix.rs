//! The terminal as unix has it: descriptors, signals, a shell that stops and continues.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::{Mutex, OnceLock, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::{stdin, stdout};
use rustix::termios::{isatty, tcgetattr};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level::{emulate_default_handler, raise};

use super::held;

/// How long a deadly signal waits for the terminal and the cleanups.
const LAST_WORDS: Duration = Duration::from_secs(1);

type Cleanup = Box<dyn FnOnce() + Send>;

static CLEANUPS: Mutex<Vec<Cleanup>> = Mutex::new(Vec::new());

/// Has `cleanup` run before a signal ends the program.
///
/// On the ordinary way out nothing is called: there, guards do it.
pub fn when_killed(cleanup: impl FnOnce() + Send + 'static) -> io::Result<()> {
    CLEANUPS
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(Box::new(cleanup));
    watch_signals()
}

/// Starts the thread that waits for signals, once.
///
/// A thread, because the loop of the screens may itself hang in a terminal that is dead.
pub(super) fn watch_signals() -> io::Result<()> {
    static WATCH: Mutex<bool> = Mutex::new(false);
    let mut watching = WATCH.lock().unwrap_or_else(PoisonError::into_inner);
    if !*watching {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
        thread::Builder::new()
            .name("signals".to_owned())
            .spawn(move || {
                for signal in signals.forever() {
                    answer(signal);
                }
            })?;
        *watching = true;
    }
    Ok(())
}

fn answer(signal: i32) {
    match signal {
        SIGTSTP => {
            held::lend();
            let _ = emulate_default_handler(SIGTSTP);
        }
        SIGCONT => {
            held::take_again();
            // As if the window had another size: the loop of the screens wakes and draws.
            let _ = raise(SIGWINCH);
        }
        deadly => {
            say_last_words();
            let _ = emulate_default_handler(deadly);
        }
    }
}

/// Restores the terminal and runs the cleanups, but waits for neither without end.
fn say_last_words() {
    let (said, heard) = mpsc::channel::<()>();
    let last_words = move || {
        held::give_back();
        let cleanups =
            std::mem::take(&mut *CLEANUPS.lock().unwrap_or_else(PoisonError::into_inner));
        for cleanup in cleanups {
            cleanup();
        }
        drop(said);
    };
    if thread::Builder::new().spawn(last_words).is_ok() {
        let _ = heard.recv_timeout(LAST_WORDS);
    }
}

/// Stops our whole process group, as the terminal itself would on Ctrl-Z: the shell waits for
/// all of a pipeline, or for whoever started us. Our own part of it is done by the signal thread.
pub(super) fn suspend() {
    let _ = kill_current_process_group(Signal::TSTP);
}

/// Whether the terminal has vanished.
pub(super) fn gone() -> bool {
    tcgetattr(tty()).is_err()
}

/// Writes all of `bytes` to the terminal, past the lock of the standard output: a signal must
/// not wait for the thread that is writing.
pub(super) fn write(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                poll(&mut [PollFd::new(&stdout(), PollFlags::OUT)], None)?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Appends what comes from the terminal; false when nothing has come by `deadline`.
pub(super) fn hear(heard: &mut Vec<u8>, deadline: Instant) -> bool {
    let left = deadline.saturating_duration_since(Instant::now());
    let Ok(left) = Timespec::try_from(left) else {
        return false;
    };
    let tty = tty();
    match poll(&mut [PollFd::new(&tty, PollFlags::IN)], Some(&left)) {
        Ok(0) => false,
        Ok(_) => {
            let mut bytes = [0; 256];
            match rustix::io::read(tty, &mut bytes) {
                Ok(0) => false,
                Ok(read) => {
                    heard.extend(bytes.iter().take(read));
                    true
                }
                Err(error) => error == Errno::INTR,
            }
        }
        Err(error) => error == Errno::INTR,
    }
}

/// Where keys come from: the standard input, or behind a pipe the terminal that controls us.
fn tty() -> BorrowedFd<'static> {
    static TTY: OnceLock<Option<OwnedFd>> = OnceLock::new();
    let opened = TTY.get_or_init(|| {
        let behind_a_pipe = !isatty(stdin());
        behind_a_pipe
            .then(|| File::open("/dev/tty").ok().map(OwnedFd::from))
            .flatten()
    });
    opened.as_ref().map_or_else(|| stdin(), AsFd::as_fd)
}

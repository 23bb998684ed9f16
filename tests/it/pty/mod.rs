//! The program in a pseudo-terminal, as a person sees it and types.
//!
//! Nothing sleeps and nothing reads in the background: [`Session::wait_for`] reads until what
//! is waited for stands on the screen, or fails with the screen as it is. Only whole frames
//! are looked at.

mod launch;
mod screen;

use std::io::{Read, Write};
use std::process::{Child, ExitStatus};
use std::time::{Duration, Instant};

use pty_process::blocking::Pty;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, Signal, WaitOptions, kill_process, waitpid};
use rustix::termios::{ControlModes, InputModes, LocalModes, OutputModes, tcgetattr};
use tempfile::TempDir;

pub(crate) use launch::Launch;
pub(crate) use screen::{Screen, squeezed};

/// How long anything may take; far more than it ever does.
const PATIENCE: Duration = Duration::from_secs(20);

/// The modes of a terminal's line.
pub(crate) type Line = (InputModes, OutputModes, ControlModes, LocalModes);

/// A running program and its terminal; dropping it ends both.
pub(crate) struct Session {
    /// Gone once the terminal was hung up.
    pty: Option<Pty>,
    child: Child,
    screen: Screen,
    /// The line as it was before the program had it.
    before: Line,
    _home: TempDir,
}

impl Session {
    /// The screen as it was read last.
    pub(crate) fn screen(&self) -> &Screen {
        &self.screen
    }

    /// The line as it was before the program had it.
    pub(crate) fn line_before(&self) -> Line {
        self.before
    }

    /// The line as it is now.
    pub(crate) fn line(&self) -> Line {
        line(self.pty.as_ref().expect("the terminal is there"))
    }

    /// Types `bytes`.
    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.pty
            .as_mut()
            .expect("the terminal is there")
            .write_all(bytes.as_ref())
            .unwrap();
    }

    /// Types keys by name, with spaces between them: `j space ctrl-p 致电 enter`.
    ///
    /// What has no name is typed as it stands.
    pub(crate) fn keys(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.send(launch::key(key));
        }
    }

    /// Reads until the screen fulfils `condition`.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, condition: impl Fn(&Screen) -> bool) {
        self.until("the screen shows it", |session| {
            !session.screen.is_within_a_frame() && condition(&session.screen)
        });
    }

    /// Reads until `text` stands on the screen.
    #[track_caller]
    pub(crate) fn wait_for_text(&mut self, text: &str) {
        self.until(&format!("the screen shows `{text}`"), |session| {
            !session.screen.is_within_a_frame() && session.screen.text().contains(text)
        });
    }

    /// Reads until the program has ended.
    #[track_caller]
    pub(crate) fn wait_exit(&mut self) -> ExitStatus {
        if self.pty.is_some() {
            self.until("the program closes its terminal", |session| {
                session.screen.is_closed()
            });
        }
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.child.try_wait().unwrap() {
                Some(status) => return status,
                None if Instant::now() > deadline => panic!("the program does not end"),
                None => pause(),
            }
        }
    }

    /// Reads until the program has stopped, as by Ctrl-Z.
    #[track_caller]
    pub(crate) fn wait_stopped(&mut self) {
        self.until("the program stops", |session| {
            let pid = Some(Pid::from_child(&session.child));
            let look = WaitOptions::UNTRACED | WaitOptions::NOHANG;
            matches!(waitpid(pid, look), Ok(Some((_, status))) if status.stopped())
        });
    }

    /// Gives the window another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.resize(columns, rows);
        let size = pty_process::Size::new(rows, columns);
        self.pty
            .as_ref()
            .expect("the terminal is there")
            .resize(size)
            .unwrap();
    }

    /// Sends the program a signal.
    pub(crate) fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    /// Closes the terminal's window.
    pub(crate) fn hang_up(&mut self) {
        drop(self.pty.take());
    }

    /// Reads until `condition` holds, or fails with the screen.
    #[track_caller]
    pub(crate) fn until(&mut self, what: &str, condition: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !condition(self) {
            assert!(
                Instant::now() < deadline,
                "waited in vain until {what}; on the screen:\n{}",
                self.screen.text()
            );
            self.read();
        }
    }

    /// Reads what has come, waiting a moment for it, and answers as a terminal does.
    fn read(&mut self) {
        let Some(pty) = self.pty.as_mut().filter(|_| !self.screen.is_closed()) else {
            return pause();
        };
        let moment = Timespec {
            tv_sec: 0,
            tv_nsec: 10_000_000,
        };
        if poll(&mut [PollFd::new(&*pty, PollFlags::IN)], Some(&moment)).unwrap() == 0 {
            return;
        }
        let mut bytes = [0; 8 * 1024];
        match pty.read(&mut bytes) {
            // Linux says so with an error, once nobody has the other side any more.
            Ok(0) | Err(_) => self.screen.close(),
            Ok(read) => {
                let answers = self.screen.show(&bytes[..read]);
                // A program that has just ended needs none.
                let _ = pty.write_all(&answers);
            }
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn line(pty: &Pty) -> Line {
    let line = tcgetattr(pty).unwrap();
    (
        line.input_modes,
        line.output_modes,
        line.control_modes,
        line.local_modes,
    )
}

fn pause() {
    let moment = Timespec {
        tv_sec: 0,
        tv_nsec: 10_000_000,
    };
    let _ = poll(&mut [], Some(&moment));
}

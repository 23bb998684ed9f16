//! A program in a pseudo-terminal of 120×40, watched for whole frames.

use std::io::{Read, Write};
use std::process::Child;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use vt100::{Callbacks, Parser};

/// How long a frame may take before the measurement is given up.
const PATIENCE: Timespec = Timespec {
    tv_sec: 20,
    tv_nsec: 0,
};

/// A running program and its terminal; dropping it ends both.
pub(crate) struct Process {
    pty: Pty,
    child: Child,
    terminal: Parser<Terminal>,
}

/// What a terminal answers, and how many frames it has seen the end of.
#[derive(Default)]
struct Terminal {
    answers: Vec<u8>,
    frames: usize,
}

impl Process {
    /// Starts a program; gives it with the time from then to the end of its first whole frame.
    pub(crate) fn until_first_frame(program: &str, arguments: &[&str]) -> (Self, Duration) {
        let (pty, other_side) = open().expect("a pseudo-terminal");
        pty.resize(Size::new(40, 120)).expect("a pseudo-terminal");
        let mut command = Command::new(program).args(arguments).env_clear();
        for (name, value) in [
            ("TERM", "xterm-256color"),
            ("LANG", "zh_CN.UTF-8"),
            ("TZ", "UTC"),
        ] {
            command = command.env(name, value);
        }
        let start = Instant::now();
        let child = command.spawn(other_side).expect("a program");
        let terminal = Parser::new_with_callbacks(cells(40), cells(120), 0, Terminal::default());
        let mut process = Self {
            pty,
            child,
            terminal,
        };
        process.wait_for_frame(1);
        (process, start.elapsed())
    }

    /// Types a key; gives the time until the frame that it causes is whole.
    pub(crate) fn key(&mut self, key: &[u8]) -> Duration {
        let frames = self.terminal.callbacks().frames;
        let start = Instant::now();
        self.pty.write_all(key).expect("a terminal");
        self.wait_for_frame(frames + 1);
        start.elapsed()
    }

    /// The name of the process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    fn wait_for_frame(&mut self, number: usize) {
        while self.terminal.callbacks().frames < number {
            let ready = poll(
                &mut [PollFd::new(&self.pty, PollFlags::IN)],
                Some(&PATIENCE),
            );
            assert!(ready.expect("a terminal") > 0, "no frame was drawn");
            let mut bytes = [0; 16 * 1024];
            let read = self.pty.read(&mut bytes).expect("a program that runs");
            self.terminal.process(bytes.get(..read).unwrap_or_default());
            let answers = std::mem::take(&mut self.terminal.callbacks_mut().answers);
            self.pty.write_all(&answers).expect("a terminal");
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Callbacks for Terminal {
    fn unhandled_csi(
        &mut self,
        screen: &mut vt100::Screen,
        mark: Option<u8>,
        _: Option<u8>,
        parameters: &[&[u16]],
        name: char,
    ) {
        match (mark, parameters, name) {
            (Some(b'?'), [[2026]], 'l') => self.frames += 1,
            (None, [[6]], 'n') => {
                let (row, column) = screen.cursor_position();
                let answer = format!("\x1b[{};{}R", row + 1, column + 1);
                self.answers.extend(answer.bytes());
            }
            _ => {}
        }
    }
}

fn cells(number: u16) -> std::num::NonZeroU16 {
    number.try_into().expect("a terminal has cells")
}

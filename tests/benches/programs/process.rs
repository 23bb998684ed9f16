//! A program in a pseudo-terminal of 120×40, watched for whole frames.

use std::io::{Read, Write};
use std::process::Child;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// How long a frame may take before the measurement is given up.
const PATIENCE: Timespec = Timespec {
    tv_sec: 20,
    tv_nsec: 0,
};

/// A running program and its terminal; dropping it ends both.
pub(crate) struct Process {
    pty: Pty,
    child: Child,
    /// The last bytes that were read, in which a sequence may have begun.
    tail: Vec<u8>,
    /// How many frames have ended, each a synchronized update.
    frames: usize,
}

/// What each sequence begins with.
const ESCAPE: u8 = b'\x1b';
/// What ends a frame, what asks for the cursor's place, and where it is after six glyphs.
const END_OF_FRAME: &[u8] = b"\x1b[?2026l";
const QUESTION: &[u8] = b"\x1b[6n";
const ANSWER: &[u8] = b"\x1b[1;7R";

impl Process {
    /// Starts a program; gives it with the time from then to the end of its first whole frame.
    pub(crate) fn until_first_frame(program: &str, arguments: &[&str]) -> (Self, Duration) {
        let (pty, other_side) = open().expect("a pseudo-terminal");
        pty.resize(Size::new(40, 120)).expect("a pseudo-terminal");
        let command = Command::new(program).args(arguments).env_clear().envs([
            ("TERM", "xterm-256color"),
            ("LANG", "zh_CN.UTF-8"),
            ("TZ", "UTC"),
            ("HOME", "/"), // without one it would be looked up
        ]);
        let start = Instant::now();
        let child = command.spawn(other_side).expect("a program");
        let mut process = Self {
            pty,
            child,
            tail: Vec::new(),
            frames: 0,
        };
        process.wait_for_frame(1);
        (process, start.elapsed())
    }

    /// Types a key; gives the time until the frame that it causes is whole.
    pub(crate) fn key(&mut self, key: &[u8]) -> Duration {
        let frames = self.frames;
        let start = Instant::now();
        self.pty.write_all(key).expect("a terminal");
        self.wait_for_frame(frames + 1);
        start.elapsed()
    }

    /// The name of the process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }

    /// Reads, and looks for no more than it must: a real terminal takes the bytes as fast.
    fn wait_for_frame(&mut self, number: usize) {
        while self.frames < number {
            let ready = poll(
                &mut [PollFd::new(&self.pty, PollFlags::IN)],
                Some(&PATIENCE),
            );
            assert!(ready.expect("a terminal") > 0, "no frame was drawn");
            let mut bytes = [0; 16 * 1024];
            let read = self.pty.read(&mut bytes).expect("a program that runs");
            self.see(bytes.get(..read).unwrap_or_default());
        }
    }

    fn see(&mut self, bytes: &[u8]) {
        let before = self.tail.len();
        self.tail.extend_from_slice(bytes);
        let escapes = self.tail.iter().enumerate();
        let places = escapes.filter(|(_, byte)| **byte == ESCAPE);
        let places: Vec<usize> = places.map(|(place, _)| place).collect();
        let seen = |sequence: &[u8]| {
            let is_new = |at: &&usize| **at + sequence.len() > before;
            let behind = |at: &usize| self.tail.get(*at..).unwrap_or_default();
            let places = places.iter().filter(is_new);
            places.filter(|at| behind(at).starts_with(sequence)).count()
        };
        let (frames, questions) = (seen(END_OF_FRAME), seen(QUESTION));
        self.frames += frames;
        for _ in 0..questions {
            self.pty.write_all(ANSWER).expect("a terminal");
        }
        let seen = self.tail.len().saturating_sub(END_OF_FRAME.len() - 1);
        self.tail.drain(..seen);
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

//! The system's own clipboard, besides the terminal's.
//!
//! A terminal may not take a text for the clipboard (OSC 52), and does not say so. Where a
//! program of the system does it, it gets the text as well. It runs beside the screens: a
//! thread hands it the text and waits, and who asks for the answer never does. One that hangs
//! is left alone, and none is asked after that. No shell is involved, what the program prints
//! is discarded, and over ssh none is asked: its clipboard would be that of another machine.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long a program has for a text.
const MOMENT: Duration = Duration::from_secs(1);

/// A program that takes a text from its standard input into the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Program {
    name: &'static str,
    arguments: &'static [&'static str],
    encoding: Encoding,
}

/// How a program wants its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    /// With its mark; anything else is taken for the code page of the console.
    Utf16,
}

const WAYLAND: Program = utf8("wl-copy", &[]);
const X11: [Program; 2] = [
    utf8("xclip", &["-selection", "clipboard", "-in"]),
    utf8("xsel", &["--clipboard", "--input"]),
];
const MACOS: Program = utf8("pbcopy", &[]);
const WINDOWS: Program = Program {
    name: "clip.exe",
    arguments: &[],
    encoding: Encoding::Utf16,
};

const fn utf8(name: &'static str, arguments: &'static [&'static str]) -> Program {
    Program {
        name,
        arguments,
        encoding: Encoding::Utf8,
    }
}

/// What became of a text that a program was asked to take; each with the program's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Copied {
    /// It has taken it.
    With(&'static str),
    /// It failed, or hangs.
    NotWith(&'static str),
}

/// The clipboard that the programs of the system know.
#[derive(Debug, Default)]
pub(crate) struct Clipboard {
    under_way: Option<UnderWay>,
    /// A program hangs; none is asked any more.
    hangs: bool,
}

/// A text on its way.
#[derive(Debug)]
struct UnderWay {
    since: Instant,
    /// Nothing comes where there is no program.
    answer: Receiver<Copied>,
    asked: &'static str,
}

impl Clipboard {
    /// Hands a text to the first of the system's programs that takes it.
    pub(crate) fn copy(&mut self, text: &str) {
        let programs = programs(&|name| std::env::var_os(name));
        let Some(first) = programs.first().filter(|_| !self.hangs) else {
            return;
        };
        let (sender, answer) = channel();
        self.under_way = Some(UnderWay {
            since: Instant::now(),
            answer,
            asked: first.name,
        });
        let text = text.to_owned();
        let ask = move || {
            if let Some(copied) = first_to_take(&programs, &text) {
                // Who has given up need not know.
                let _ = sender.send(copied);
            }
        };
        if thread::Builder::new().spawn(ask).is_err() {
            self.under_way = None;
        }
    }

    /// Whether an answer may still come.
    pub(crate) fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    /// What became of the text, once that is known.
    pub(crate) fn answer(&mut self) -> Option<Copied> {
        self.wait(Duration::ZERO)
    }

    /// Waits for the answer as long as a program has: else a text would be lost with our end.
    pub(crate) fn finish(&mut self) {
        let since = self.under_way.as_ref().map(|under_way| under_way.since);
        let left = since.and_then(|since| MOMENT.checked_sub(since.elapsed()));
        self.wait(left.unwrap_or_default());
    }

    fn wait(&mut self, time: Duration) -> Option<Copied> {
        let under_way = self.under_way.take()?;
        match under_way.answer.recv_timeout(time) {
            Ok(copied) => Some(copied),
            Err(RecvTimeoutError::Disconnected) => None,
            Err(RecvTimeoutError::Timeout) if under_way.since.elapsed() >= MOMENT => {
                self.hangs = true;
                Some(Copied::NotWith(under_way.asked))
            }
            Err(RecvTimeoutError::Timeout) => {
                self.under_way = Some(under_way);
                None
            }
        }
    }
}

/// The programs to be asked, by what the environment says of the system.
fn programs(variable: &dyn Fn(&str) -> Option<OsString>) -> Vec<Program> {
    let is_set = |name: &&str| variable(name).is_some_and(|value| !value.is_empty());
    let any_set = |names: &[&str]| names.iter().any(is_set);
    if any_set(&["SSH_CONNECTION", "SSH_TTY"]) {
        return Vec::new();
    }
    let mut programs = Vec::new();
    if any_set(&["WAYLAND_DISPLAY"]) {
        programs.push(WAYLAND);
    }
    if any_set(&["DISPLAY"]) {
        programs.extend(X11);
    }
    if cfg!(target_os = "macos") {
        programs.push(MACOS);
    }
    if cfg!(windows) || any_set(&["WSL_DISTRO_NAME", "WSL_INTEROP"]) {
        programs.push(WINDOWS);
    }
    programs
}

/// Asks one after another, and says which has taken the text; nothing where none is there.
fn first_to_take(programs: &[Program], text: &str) -> Option<Copied> {
    let mut failed = None;
    for program in programs {
        match program.take(text) {
            Ok(()) => return Some(Copied::With(program.name)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(_) => {
                failed.get_or_insert(Copied::NotWith(program.name));
            }
        }
    }
    failed
}

impl Program {
    /// Runs the program over a text, to its end. It goes on in the background where it has to
    /// hold the text for others.
    fn take(self, text: &str) -> io::Result<()> {
        let mut child = self.start()?;
        let handed = match child.stdin.take() {
            Some(mut stdin) => stdin.write_all(&self.encoding.bytes(text)),
            None => Ok(()),
        };
        let ended = child.wait()?;
        handed?;
        if ended.success() {
            Ok(())
        } else {
            Err(io::ErrorKind::Other.into())
        }
    }

    fn start(self) -> io::Result<Child> {
        let mut command = Command::new(self.name);
        command
            .args(self.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if self == MACOS {
            // By this it reads what it gets.
            command.env("LC_CTYPE", "UTF-8");
        }
        // What holds the text in the background is not stopped with us.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.spawn()
    }
}

impl Encoding {
    fn bytes(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Utf16 => {
                let marked = std::iter::once(0xfeff).chain(text.encode_utf16());
                marked.flat_map(u16::to_le_bytes).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The programs asked where these variables are set, besides what the machine itself has.
    fn asked(set: &[&str]) -> Vec<&'static str> {
        let variable = |name: &str| set.contains(&name).then(|| "1".into());
        let programs = programs(&variable).into_iter();
        let own = [MACOS.name, WINDOWS.name];
        let is_own = |name: &&str| own.contains(name) && !set.contains(&"WSL_INTEROP");
        programs
            .map(|program| program.name)
            .filter(|name| !is_own(name))
            .collect()
    }

    #[test]
    fn the_programs_are_those_of_the_display() {
        assert_eq!(asked(&[]), [""; 0]);
        assert_eq!(asked(&["WAYLAND_DISPLAY"]), ["wl-copy"]);
        assert_eq!(asked(&["DISPLAY"]), ["xclip", "xsel"]);
        let both = asked(&["DISPLAY", "WAYLAND_DISPLAY"]);
        assert_eq!(both, ["wl-copy", "xclip", "xsel"]);
        assert!(asked(&["WSL_INTEROP"]).contains(&"clip.exe"));
    }

    #[test]
    fn over_ssh_none_is_asked() {
        let displays = ["DISPLAY", "WAYLAND_DISPLAY", "WSL_INTEROP"];
        for ssh in ["SSH_CONNECTION", "SSH_TTY"] {
            let set: Vec<_> = displays.iter().copied().chain([ssh]).collect();
            assert_eq!(asked(&set), [""; 0], "{ssh}");
        }
    }

    #[test]
    fn a_variable_without_a_value_is_not_set() {
        assert_eq!(programs(&|_| Some(OsString::new())), programs(&|_| None));
    }

    #[test]
    fn windows_gets_its_text_with_a_mark() {
        assert_eq!(
            Encoding::Utf16.bytes("周a"),
            [0xff, 0xfe, 0x68, 0x54, 0x61, 0]
        );
        assert_eq!(Encoding::Utf8.bytes("周a"), "周a".as_bytes());
    }

    #[test]
    fn a_program_that_is_not_there_has_not_failed() {
        let nowhere = utf8("salesweek-has-no-such-program", &[]);
        assert_eq!(first_to_take(&[nowhere], "text"), None);
    }
}

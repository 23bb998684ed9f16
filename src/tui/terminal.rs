//! The terminal: taken, drawn on, listened to, and given back whatever happens.
//!
//! The promise: raw mode, alternate screen, bracketed paste, mouse and cursor are undone when
//! the guard is dropped, before a panic's message, and before a signal ends the program.
//! Ctrl-Z gives the terminal back, stops, and takes it again with a whole frame. A terminal
//! that has vanished is noticed within half a second, also when its hang-up is ignored.
//!
//! A frame reaches the terminal in one write, between the two marks of a synchronized update,
//! so that no half of it is ever seen. Nothing here prints through `println!`, which panics
//! when the terminal is dead.

mod answer;
mod clipboard;
mod held;
#[cfg(not(unix))]
#[path = "terminal/elsewhere.rs"]
mod system;
#[cfg(unix)]
#[path = "terminal/unix.rs"]
mod system;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Write};
use std::rc::Rc;
use std::time::{Duration, Instant};

use crossterm::event::{self, Event, KeyEvent, KeyEventKind, MouseEvent};
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;

pub(super) use clipboard::{Clipboard, Copied};
pub use held::Modes;
pub use system::when_killed;

use super::theme::GlyphSet;

/// How long a terminal that has vanished can go unnoticed.
const LOOK: Duration = Duration::from_millis(500);

/// How long start-up waits for a terminal that does not say how wide it draws.
const PATIENCE: Duration = Duration::from_millis(100);

/// What comes from the person at the terminal, or from the terminal itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key went down, or repeats.
    Key(KeyEvent),
    /// A text was pasted; as it came, line breaks and control characters included.
    Paste(String),
    /// The mouse clicked or scrolled.
    Mouse(MouseEvent),
    /// The screen has another size, or what stood on it is lost: draw.
    Redraw,
    /// The window has the keyboard again: a good moment to look at the files.
    Focus,
    /// The terminal is gone: nothing can be drawn any more, the program ends.
    Gone,
}

/// The terminal while the screens have it; dropping it gives the terminal back.
#[must_use = "dropping it gives the terminal back"]
pub struct Terminal {
    screen: ratatui::Terminal<CrosstermBackend<Page>>,
    page: Page,
    /// When the glyphs were put on the screen to be measured.
    asked: Option<Instant>,
    /// Keys that came while the answer was awaited.
    early: VecDeque<Input>,
    /// The size has changed, if only for a moment: what stood on the screen may be lost.
    resized: bool,
}

impl Terminal {
    /// Takes the terminal, and asks it how wide it draws (see [`Terminal::glyphs`]).
    pub fn enter(modes: Modes) -> io::Result<Self> {
        held::restore_before_panic_message();
        system::watch_signals()?;
        let page = Page::default();
        let screen = ratatui::Terminal::new(CrosstermBackend::new(page.clone()))?;
        held::take(modes)?;
        let mut terminal = Self {
            screen,
            page,
            asked: None,
            early: VecDeque::new(),
            resized: false,
        };
        // From here on crossterm notices another size, also before it is first asked for keys.
        event::poll(Duration::ZERO)?;
        if modes.measure {
            held::write(answer::QUESTION.as_bytes())?;
            terminal.asked = Some(Instant::now());
        }
        Ok(terminal)
    }

    /// Which glyphs this terminal draws one cell wide, if it says so in time.
    ///
    /// Best asked as late as possible: the terminal answers while the week is read.
    pub fn glyphs(&mut self) -> Option<GlyphSet> {
        let deadline = self.asked.take()? + PATIENCE;
        let mut heard = Vec::new();
        let columns = loop {
            match answer::columns(&heard) {
                Some(columns) => break Some(columns),
                None if system::hear(&mut heard, deadline) => {}
                None => break None,
            }
        };
        self.early.extend(answer::keys(&heard));
        columns.map(answer::glyphs)
    }

    /// The size of the screen.
    pub fn size(&self) -> io::Result<Rect> {
        Ok(Rect::from((
            ratatui::layout::Position::ORIGIN,
            self.screen.size()?,
        )))
    }

    /// Draws one frame; it is shown whole or not at all.
    pub fn draw(&mut self, render: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let resized = std::mem::take(&mut self.resized);
        if held::forgotten() || resized {
            let whole = self.size()?;
            self.screen.resize(whole)?;
        }
        self.screen.draw(render)?;
        self.page.show()
    }

    /// Sends the terminal what is no frame, such as a text for the clipboard.
    pub fn send(&mut self, command: impl crossterm::Command) -> io::Result<()> {
        crossterm::queue!(self.page, command)?;
        self.page.show()
    }

    /// Takes the mouse, or leaves it to the terminal.
    pub fn hold_mouse(&mut self, ours: bool) -> io::Result<()> {
        held::hold_mouse(ours)
    }

    /// The next input, or `None` when none comes within `timeout`.
    pub fn next(&mut self, timeout: Duration) -> Option<Input> {
        if let Some(early) = self.early.pop_front() {
            return Some(early);
        }
        let deadline = Instant::now() + timeout;
        loop {
            if held::is_forgotten() {
                return Some(Input::Redraw);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            match heard(left.min(LOOK)) {
                Some(input) => {
                    self.resized |= input == Input::Redraw;
                    return Some(input);
                }
                None if system::gone() => return Some(Input::Gone),
                None if left.is_zero() => return None,
                None => {}
            }
        }
    }

    /// Gives the terminal to the shell until the program is continued.
    pub fn suspend(&mut self) {
        system::suspend();
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        held::give_back();
    }
}

/// What crossterm has heard within `timeout`, if that concerns us.
fn heard(timeout: Duration) -> Option<Input> {
    // Asked to wait for no time at all, crossterm does not look either.
    match event::poll(timeout.max(Duration::from_millis(1))) {
        Ok(true) => event::read().map_or(Some(Input::Gone), input),
        Ok(false) => None,
        Err(_) => Some(Input::Gone),
    }
}

fn input(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) if key.kind == KeyEventKind::Release => None,
        Event::Key(key) => Some(Input::Key(key)),
        Event::Paste(text) => Some(Input::Paste(text)),
        Event::Mouse(mouse) => Some(Input::Mouse(mouse)),
        Event::Resize(..) => Some(Input::Redraw),
        Event::FocusGained => Some(Input::Focus),
        Event::FocusLost => None,
    }
}

/// Collects what a frame writes, however often it is flushed meanwhile.
#[derive(Clone, Default)]
struct Page(Rc<RefCell<Vec<u8>>>);

impl Page {
    /// Shows what was collected, as one update.
    fn show(&self) -> io::Result<()> {
        let mut bytes = self.0.borrow_mut();
        let shown = held::write(&[b"\x1b[?2026h", bytes.as_slice(), b"\x1b[?2026l"].concat());
        bytes.clear();
        shown
    }
}

impl Write for Page {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

//! The least that a program with screens does: take the terminal, draw one frame, wait.

use std::io::{self, Read};

use crossterm::execute;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::widgets::{Block, Paragraph};

/// What makes this program the plain one.
pub(crate) const ARGUMENT: &str = "as-hello";

/// Draws its frame and waits to be ended.
pub(crate) fn run() {
    enable_raw_mode().expect("a terminal");
    execute!(io::stdout(), EnterAlternateScreen, BeginSynchronizedUpdate).expect("a terminal");
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout())).expect("a terminal");
    let hello = Paragraph::new("hello").block(Block::bordered());
    terminal
        .draw(|frame| frame.render_widget(hello, frame.area()))
        .expect("a terminal");
    execute!(io::stdout(), EndSynchronizedUpdate).expect("a terminal");
    let _ = io::stdin().read(&mut [0]);
}

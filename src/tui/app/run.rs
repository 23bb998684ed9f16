//! The loop: it waits for an input, hands it on, and draws what has changed.

use std::ffi::OsString;
use std::io;
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::App;
use super::files::{Files, StoreFiles};
use crate::domain::{GlyphChoice, Language, Moment, WeekId};
use crate::store::{Store, TRY_EVERY};
use crate::tui::terminal::{Input, Modes, Terminal};
use crate::tui::theme::{Colours, GlyphSet, Theme};

/// How often the files on the screen are looked at.
const LOOK: Duration = Duration::from_millis(500);

/// With what the screens open.
pub struct RunConfig<'a> {
    /// The data.
    pub store: Store,
    /// The language asked for; else that of the settings holds.
    pub language: Option<Language>,
    /// The week asked for; else this one.
    pub week: Option<WeekId>,
    /// The clock; it may stand still.
    pub clock: &'a dyn Fn() -> Moment,
    /// A random number, from which ids are drawn.
    pub seed: u64,
    /// The variable `NO_COLOR`.
    pub no_color: Option<OsString>,
    /// The variable `TERM`.
    pub term: String,
}

/// Opens the screens, and stays in them until they are left or the terminal is gone.
pub fn run(config: RunConfig<'_>) -> io::Result<()> {
    let RunConfig { store, clock, .. } = config;
    let start = (clock(), config.seed);
    let week = config.week.unwrap_or(start.0.day().week());
    let settings = store.settings();
    let files = StoreFiles::reading_ahead(store, week, start.0);
    let wanted = settings.map_or(GlyphChoice::Auto, |settings| settings.glyphs);
    let wanted = glyph_set(wanted);
    let mut terminal = Terminal::enter(Modes {
        mouse: true,
        measure: wanted.is_none(),
    })?;
    let colours = Colours::from_no_color(config.no_color.as_deref());
    let theme = |set| Theme::new(set, colours);
    let safe = GlyphSet::choose(wanted, None, &config.term);
    let mut app = App::new(files, config.week, config.language, theme(safe), start);
    let measured = terminal.glyphs();
    app.stage.theme = theme(GlyphSet::choose(wanted, measured, &config.term));
    Loop::new(app, clock).run(&mut terminal)
}

/// The set of signs that the settings ask for.
fn glyph_set(choice: GlyphChoice) -> Option<GlyphSet> {
    match choice {
        GlyphChoice::Auto => None,
        GlyphChoice::Full => Some(GlyphSet::Full),
        GlyphChoice::Safe => Some(GlyphSet::Safe),
        GlyphChoice::Ascii => Some(GlyphSet::Ascii),
    }
}

/// The app with what the loop remembers.
struct Loop<'a, F> {
    app: App<F>,
    clock: &'a dyn Fn() -> Moment,
    looked: Instant,
    minute: i64,
}

impl<'a, F: Files> Loop<'a, F> {
    fn new(app: App<F>, clock: &'a dyn Fn() -> Moment) -> Self {
        let minute = minute(app.stage.now);
        Self {
            app,
            clock,
            looked: Instant::now(),
            minute,
        }
    }

    fn run(mut self, terminal: &mut Terminal) -> io::Result<()> {
        while !self.app.quits() {
            if self.app.take_dirty() {
                terminal.draw(|frame| {
                    let area = frame.area();
                    let caret = self.app.draw(area, frame.buffer_mut());
                    if let Some(caret) = caret {
                        frame.set_cursor_position(caret);
                    }
                })?;
                self.app.complete();
            }
            match terminal.next(self.patience()) {
                Some(Input::Gone) => break,
                Some(input) => self.input(input, terminal),
                None => {}
            }
            self.time_passes();
            if let Some(text) = self.app.take_outbox() {
                terminal.send(CopyToClipboard::to_clipboard_from(text))?;
            }
        }
        Ok(())
    }

    /// How long to wait for an input until something else is to be done.
    fn patience(&mut self) -> Duration {
        if self.app.is_waiting() {
            return TRY_EVERY;
        }
        let look = LOOK.saturating_sub(self.looked.elapsed());
        let message = self.app.expire();
        message.map_or(look, |left| left.min(look))
    }

    fn input(&mut self, input: Input, terminal: &mut Terminal) {
        let now = (self.clock)();
        match input {
            Input::Key(key) if is_suspend(key) => {
                terminal.suspend();
                self.app.dirty = true;
            }
            Input::Key(key) => self.app.key(key, now),
            Input::Paste(text) => self.app.paste(&text, now),
            Input::Mouse(mouse) => self.app.mouse(mouse, now),
            Input::Redraw => self.app.dirty = true,
            Input::Focus => self.app.look_at_files(),
            Input::Gone => {}
        }
    }

    /// What is due by the clock: the waiting edit, the files, a full minute, an old message.
    fn time_passes(&mut self) {
        let now = (self.clock)();
        self.app.try_again(now);
        if self.looked.elapsed() >= LOOK {
            self.looked = Instant::now();
            self.app.look_at_files();
        }
        if minute(now) != self.minute {
            self.minute = minute(now);
            self.app.tick(now);
        }
        self.app.expire();
    }
}

fn minute(now: Moment) -> i64 {
    now.time().timestamp().div_euclid(60)
}

fn is_suspend(key: KeyEvent) -> bool {
    key.code == KeyCode::Char('z') && key.modifiers.contains(KeyModifiers::CONTROL)
}

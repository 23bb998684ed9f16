//! The loop: it waits for an input, hands it on, and draws what has changed.

use std::ffi::OsString;
use std::io;
use std::time::{Duration, Instant};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;

use super::App;
use super::files::{Files, StoreFiles};
use crate::domain::{Day, GlyphChoice, Language, Moment, MouseChoice, WeekId};
use crate::store::{Store, TRY_EVERY};
use crate::tui::panes::Review;
use crate::tui::terminal::{Clipboard, Input, Modes, Terminal};
use crate::tui::theme::{Colours, GlyphSet, Theme};
use crate::tui::view::{Pane, View};

/// How often the files on the screen are looked at.
const LOOK: Duration = Duration::from_millis(500);

/// How often what is being read is looked for.
const ARRIVALS: Duration = Duration::from_millis(20);

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
    let mut files = StoreFiles::reading_ahead(store, week, start.0);
    let mut looks = Looks {
        glyphs: settings
            .as_ref()
            .map_or_else(|_| GlyphChoice::default(), |all| all.glyphs),
        mouse: settings.map_or_else(|_| MouseChoice::default(), |all| all.mouse),
        colours: Colours::from_no_color(config.no_color.as_deref()),
        term: config.term,
        measured: None,
    };
    let mut terminal = Terminal::enter(Modes {
        mouse: looks.mouse == MouseChoice::Program,
        measure: glyph_set(looks.glyphs).is_none(),
    })?;
    files.show_means(begins_with_means(terminal.size()?, start.0.day()));
    let mut app = App::new(files, config.week, config.language, looks.theme(), start);
    looks.measured = terminal.glyphs();
    app.stage.theme = looks.theme();
    Loop::new(app, clock, looks).run(&mut terminal)
}

/// Whether a screen of that size begins with a review that has room for its means.
fn begins_with_means(screen: Rect, today: Day) -> bool {
    let panes = View::new(Pane::Today, today, today).layout(screen, 0);
    let mut reviews = panes.iter().filter(|placed| placed.pane == Pane::Review);
    reviews.any(|placed| Review::has_means(placed.area))
}

/// What decides how the screens look and who has the mouse: the settings, and what the terminal
/// can do.
struct Looks {
    glyphs: GlyphChoice,
    mouse: MouseChoice,
    colours: Colours,
    /// The variable `TERM`.
    term: String,
    /// What the terminal draws one cell wide, if it was asked and has said so.
    measured: Option<GlyphSet>,
}

impl Looks {
    fn theme(&self) -> Theme {
        let set = GlyphSet::choose(glyph_set(self.glyphs), self.measured, &self.term);
        Theme::new(set, self.colours)
    }
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
    clipboard: Clipboard,
    looks: Looks,
}

impl<'a, F: Files> Loop<'a, F> {
    fn new(app: App<F>, clock: &'a dyn Fn() -> Moment, looks: Looks) -> Self {
        Self {
            clock,
            looked: app.instant,
            minute: minute(app.stage.now),
            clipboard: Clipboard::default(),
            looks,
            app,
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
            self.app.passes(Instant::now());
            let input = terminal.next(self.patience());
            self.app.passes(Instant::now());
            match input {
                Some(Input::Gone) => break,
                Some(input) => self.input(input, terminal),
                None => {}
            }
            self.time_passes();
            self.follow_settings(terminal)?;
            if let Some(text) = self.app.take_outbox() {
                self.clipboard.copy(&text);
                terminal.send(CopyToClipboard::to_clipboard_from(text))?;
            }
        }
        self.clipboard.finish();
        Ok(())
    }

    /// Other signs, or another use of the mouse, hold at once.
    fn follow_settings(&mut self, terminal: &mut Terminal) -> io::Result<()> {
        let settings = &self.app.stage.loaded.settings;
        let (glyphs, mouse) = (settings.glyphs, settings.mouse);
        if glyphs != self.looks.glyphs {
            self.looks.glyphs = glyphs;
            self.app.stage.theme = self.looks.theme();
            self.app.dirty = true;
        }
        if mouse != self.looks.mouse {
            self.looks.mouse = mouse;
            terminal.hold_mouse(mouse == MouseChoice::Program)?;
        }
        Ok(())
    }

    /// How long to wait for an input until something else is to be done.
    fn patience(&mut self) -> Duration {
        if self.app.is_waiting() {
            return TRY_EVERY;
        }
        let look = LOOK.saturating_sub(self.since_look());
        let message = self.app.expire();
        let patience = message.map_or(look, |left| left.min(look));
        if self.app.is_reading() || self.clipboard.is_under_way() {
            return patience.min(ARRIVALS);
        }
        patience
    }

    fn since_look(&self) -> Duration {
        self.app.instant.saturating_duration_since(self.looked)
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

    /// What is due by the clock: the waiting edit, what was read or copied, the files, a full minute, an old message.
    fn time_passes(&mut self) {
        let now = (self.clock)();
        self.app.try_again(now);
        self.app.take_arrivals();
        if let Some(copied) = self.clipboard.answer() {
            self.app.copied(copied);
        }
        if self.since_look() >= LOOK {
            self.looked = self.app.instant;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Weekday::Mon;
    use crate::domain::fixtures::a_week;
    use crate::tui::app::harness::{BookFiles, Screen};

    fn plain() -> Looks {
        Looks {
            glyphs: GlyphChoice::Auto,
            mouse: MouseChoice::Program,
            colours: Colours::Sixteen,
            term: "xterm".to_owned(),
            measured: None,
        }
    }

    /// What was done before time passes.
    type Begin = fn(Screen) -> Screen;

    /// The loop over a screen; its clock stands.
    struct Run<'a> {
        running: Loop<'a, BookFiles>,
        began: Instant,
    }

    impl Run<'_> {
        /// How far time has come since the loop began.
        fn passed(&self) -> Duration {
            self.running.app.instant - self.began
        }

        /// One round without an input: waits as long as the loop would.
        fn round(&mut self) {
            let patience = self.running.patience();
            self.running.app.passes(self.running.app.instant + patience);
            self.running.time_passes();
        }

        /// Lets so much time pass, and gives the moments at which the files were looked at.
        fn looks_within(&mut self, time: Duration) -> Vec<Duration> {
            let mut looks = Vec::new();
            while self.passed() < time {
                let before = self.running.app.files.looks;
                self.round();
                if self.running.app.files.looks > before {
                    looks.push(self.passed());
                }
            }
            looks
        }
    }

    #[test]
    fn the_files_are_looked_at_every_half_second_whatever_else_is_waited_for() {
        let week = || {
            a_week("2026-W48")
                .target("calls", 50)
                .entry("calls", 4, Mon)
        };
        let screens: [(&str, Begin); 4] = [
            ("nothing else", |screen| screen),
            ("a message that goes", |screen| screen.keys("c")),
            ("a message that stays", |screen| screen.keys("2 C x Enter")),
            ("the lock", |screen| screen.busy(true).keys("c")),
        ];
        for (label, keys) in screens {
            let app = keys(Screen::open(week())).into_app();
            let (began, now) = (app.instant, app.stage.now);
            let clock = || now;
            let running = Loop::new(app, &clock, plain());
            let mut run = Run { running, began };
            let looks = run.looks_within(Duration::from_secs(6));
            let expected: Vec<_> = (1..=12).map(|half| LOOK * half).collect();
            assert_eq!(looks, expected, "{label}");
        }
        assert!(LOOK <= Duration::from_millis(500));
    }
}

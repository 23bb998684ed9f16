//! The screens in a test: a week, a moment, keys, and what is seen.
//!
//! ```ignore
//! Screen::open(week).at("2026-11-25 09:00").size(80, 24).keys("j space").shows("today/one_done");
//! ```

use std::path::Path;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use super::App;
use super::files::{Files, HISTORY};
use crate::domain::change::{Books, Change};
use crate::domain::fixtures::{Planned, at};
use crate::domain::{Language, Mention, Moment, Week, WeekId};
use crate::i18n::cells::width;
use crate::store::{Browsed, Loaded, Place, Prints, Saved, StoreError, Unreadable, Wrong};
use crate::tui::action::Action;
use crate::tui::dialogs::Browsing;
use crate::tui::theme::{Colours, GlyphSet, Theme};

/// Files that are kept in memory.
pub(super) struct BookFiles {
    books: Books,
    /// Whether another program holds the lock.
    busy: bool,
    /// Why nothing can be written.
    broken: Option<StoreError>,
    changed: usize,
    /// Weeks whose files cannot be read.
    bad: Vec<WeekId>,
    /// Whether going through the weeks takes its time; then what would end it is kept.
    browses: bool,
    browsing: Option<Sender<Browsed<Vec<Mention>>>>,
    /// How often another program's edits were looked for.
    pub(super) looks: usize,
}

impl Files for BookFiles {
    fn load(&mut self, week: WeekId) -> Loaded {
        self.changed = 0;
        let bad = self.bad.clone();
        let good = |other: &&Week| !bad.contains(&other.week);
        let earlier = self.books.weeks().filter(|other| other.week < week);
        let earlier = earlier.filter(good);
        let mut earlier: Vec<Week> = earlier.cloned().collect();
        earlier.reverse();
        earlier.truncate(HISTORY);
        let mut weeks = self.books.weeks();
        let mut loaded = Loaded {
            settings: self.books.settings.clone(),
            week: if bad.contains(&week) {
                Week::new(week)
            } else {
                Week::clone(&self.books.week(week))
            },
            earlier,
            next: weeks
                .find(|other| other.week == week.next())
                .filter(good)
                .cloned(),
            faults: bad.iter().copied().map(cut_off).collect(),
            prints: Prints::default(),
        };
        loaded.bring_repeats();
        loaded
    }

    fn complete(&mut self, _loaded: &mut Loaded) -> bool {
        false
    }

    fn try_apply(&mut self, change: &Change) -> Result<Option<Saved>, StoreError> {
        if let Some(error) = &self.broken {
            return Err(error.clone());
        }
        if self.busy {
            return Ok(None);
        }
        let before = self.books.clone();
        let applied = change.clone().apply(&mut self.books)?;
        Ok(Some(Saved {
            undo: applied.undo,
            books: self.books.clone(),
            left: applied.left,
            written: self.books != before,
            prints: Prints::default(),
            warnings: Vec::new(),
        }))
    }

    fn browse(&mut self) -> Browsing {
        let (sender, browsing) = channel();
        for week in self.books.weeks() {
            let id = week.week;
            let browsed = if self.bad.contains(&id) {
                let (file, error) = cut_off(id);
                Browsed::Fault(file, error)
            } else {
                Browsed::Week(id, week.mentions())
            };
            sender.send(browsed).unwrap();
        }
        self.browsing = self.browses.then_some(sender);
        browsing
    }

    fn refresh(&mut self, loaded: &mut Loaded, _change: &Change, _saved: &Saved) {
        *loaded = self.load(loaded.week.week);
    }

    fn changed(&mut self) -> usize {
        self.looks += 1;
        self.changed
    }
}

/// A week's file, and that it ends in its middle.
fn cut_off(week: WeekId) -> (String, StoreError) {
    let file = format!("weeks/{week}.json");
    let error = Unreadable {
        file: file.clone(),
        place: Place {
            line: 12,
            column: 9,
        },
        wrong: Wrong::CutOff,
    };
    (file, error.into())
}

/// A screen with its program.
pub(crate) struct Screen {
    books: Books,
    now: Moment,
    size: (u16, u16),
    language: Language,
    glyphs: GlyphSet,
    week: Option<WeekId>,
    bad: Vec<WeekId>,
    app: Option<App<BookFiles>>,
}

impl Screen {
    /// On a week; it is Wednesday, 09:00, on 80×24 cells, in English.
    pub(crate) fn open(planned: impl Into<Planned>) -> Self {
        Self::on(planned.into().books())
    }

    /// On whole books.
    pub(crate) fn on(books: Books) -> Self {
        Self {
            books,
            now: at("2026-11-25 09:00"),
            size: (80, 24),
            language: Language::En,
            glyphs: GlyphSet::Full,
            week: None,
            bad: Vec::new(),
            app: None,
        }
    }

    /// At another moment; while the screen is open a tick says so.
    pub(crate) fn at(mut self, moment: &str) -> Self {
        self.now = at(moment);
        if let Some(app) = &mut self.app {
            app.tick(self.now);
        }
        self
    }

    pub(crate) fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// In another language; said before the first key, after which it would change nothing.
    #[track_caller]
    pub(crate) fn language(mut self, language: Language) -> Self {
        assert!(self.app.is_none(), "the program runs already");
        self.language = language;
        self
    }

    pub(crate) fn chinese(self) -> Self {
        self.language(Language::ZhCn)
    }

    pub(crate) fn glyphs(mut self, glyphs: GlyphSet) -> Self {
        self.glyphs = glyphs;
        self
    }

    /// With a week whose file cannot be read.
    pub(crate) fn unreadable(mut self, week: &str) -> Self {
        self.bad.push(week.parse().unwrap());
        self
    }

    /// Somebody repairs all files.
    pub(crate) fn repaired(mut self) -> Self {
        let app = self.app();
        app.files.bad.clear();
        app.files.changed = 1;
        app.look_at_files();
        self
    }

    /// With a week that was asked for by name.
    pub(crate) fn week(mut self, week: &str) -> Self {
        self.week = Some(week.parse().unwrap());
        self
    }

    fn app(&mut self) -> &mut App<BookFiles> {
        let files = || BookFiles {
            books: self.books.clone(),
            busy: false,
            broken: None,
            changed: 0,
            bad: self.bad.clone(),
            browses: false,
            browsing: None,
            looks: 0,
        };
        let theme = || Theme::new(self.glyphs, Colours::None);
        let language = Some(self.language);
        self.app
            .get_or_insert_with(|| App::new(files(), self.week, language, theme(), (self.now, 7)))
    }

    /// The machine alone, for the loop.
    pub(super) fn into_app(mut self) -> App<BookFiles> {
        self.app();
        self.app.unwrap()
    }

    /// Time passes, and what is due by it is done.
    pub(crate) fn passes(mut self, seconds: f32) -> Self {
        let now = self.now;
        let app = self.app();
        app.passes(app.instant + Duration::from_secs_f32(seconds));
        app.try_again(now);
        app.expire();
        self
    }

    /// Going through all weeks takes its time, until it is allowed to end.
    pub(crate) fn browsing(mut self, browses: bool) -> Self {
        let app = self.app();
        app.files.browses = browses;
        app.files.browsing = None;
        self
    }

    /// Draws a frame, so that what depends on its size is known.
    fn drawn(&mut self) -> (Buffer, Option<Position>) {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let mut buf = Buffer::empty(area);
        self.app().take_arrivals();
        let caret = self.app().draw(area, &mut buf);
        (buf, caret)
    }

    /// Presses keys by their names, apart from one another: `j space ctrl-p Enter`.
    pub(crate) fn keys(mut self, keys: &str) -> Self {
        for name in keys.split_whitespace() {
            self.press(key(name));
        }
        self
    }

    /// Types a text, character by character.
    pub(crate) fn types(mut self, text: &str) -> Self {
        for char in text.chars() {
            self.press(KeyEvent::new(KeyCode::Char(char), KeyModifiers::NONE));
        }
        self
    }

    fn press(&mut self, key: KeyEvent) {
        self.drawn();
        let now = self.now;
        self.app().key(key, now);
    }

    pub(crate) fn paste(mut self, text: &str) -> Self {
        let now = self.now;
        self.app().paste(text, now);
        self
    }

    pub(crate) fn click(self, column: u16, row: u16) -> Self {
        self.mouse(MouseEventKind::Down(MouseButton::Left), (column, row))
    }

    /// Clicks on the first line that holds a text, where the text begins.
    pub(crate) fn click_on(mut self, text: &str) -> Self {
        let screen = self.text();
        let mut lines = screen.lines().zip(0..);
        let found = lines.find_map(|(line, row)| Some((line.split_once(text)?.0, row)));
        let (before, row) = found.unwrap_or_else(|| panic!("no `{text}` on:\n{screen}"));
        self.click(width(before).try_into().unwrap(), row)
    }

    pub(crate) fn wheel_down(self) -> Self {
        self.mouse(MouseEventKind::ScrollDown, (1, 1))
    }

    fn mouse(mut self, kind: MouseEventKind, (column, row): (u16, u16)) -> Self {
        self.drawn();
        let mouse = MouseEvent {
            kind,
            column,
            row,
            modifiers: KeyModifiers::NONE,
        };
        let now = self.now;
        self.app().mouse(mouse, now);
        self
    }

    /// Another program holds the lock, or lets it go.
    pub(crate) fn busy(mut self, busy: bool) -> Self {
        let now = self.now;
        let app = self.app();
        app.files.busy = busy;
        app.try_again(now);
        self
    }

    /// Nothing can be written, or all can again.
    pub(crate) fn broken(mut self, error: Option<StoreError>) -> Self {
        self.app().files.broken = error;
        self
    }

    /// Another program makes an edit, and the screen looks at the files.
    pub(crate) fn elsewhere(mut self, change: Change) -> Self {
        let app = self.app();
        let _ = change.apply(&mut app.files.books).unwrap();
        app.files.changed = 1;
        app.look_at_files();
        self
    }

    /// The books as they are on the disk.
    pub(crate) fn books(&mut self) -> Books {
        self.app().files.books.clone()
    }

    /// The week that is looked at, as it is on the disk.
    pub(crate) fn on_disk(&mut self) -> Week {
        let week = self.app().stage.view.week();
        Week::clone(&self.books().week(week))
    }

    /// The screen, and the cells around it with what was drawn there.
    pub(crate) fn cells(&mut self) -> (Rect, Buffer) {
        const AROUND: u16 = 3;
        let (width, height) = self.size;
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(Rect::new(0, 0, width + AROUND, height + AROUND));
        self.app().take_arrivals();
        self.app().draw(area, &mut buf);
        (area, buf)
    }

    /// The screen as text, a wide character without its second cell.
    pub(crate) fn text(&mut self) -> String {
        text(&self.drawn().0)
    }

    /// Whether a text, which must stand on the screen, is dim where it begins.
    pub(crate) fn is_dim(&mut self, text: &str) -> bool {
        let (drawn, _) = self.drawn();
        let width = usize::from(self.size.0);
        let rows = drawn.content.chunks(width);
        let mut from = rows.flat_map(|row| (0..width).map(|x| &row[x..]));
        let begins = |cells: &&[Cell]| {
            let symbols = cells.iter().map(Cell::symbol).collect::<String>();
            symbols.starts_with(text)
        };
        let cells = from.find(begins).expect("a text that is on the screen");
        cells[0].modifier.contains(Modifier::DIM)
    }

    /// What the last line says: the message without the keys beside it, else the keys.
    pub(crate) fn footer(&mut self) -> String {
        let line = self.last_line();
        let app = self.app();
        let message = app.standing_message(&app.stage.scene());
        let message = message.filter(|message| line.ends_with(&message.text));
        message.map_or(line, |message| message.text)
    }

    /// The whole last line.
    pub(crate) fn last_line(&mut self) -> String {
        let text = self.text();
        text.lines().last().unwrap_or_default().trim().to_owned()
    }

    /// The text that went to the clipboard since it was last asked for.
    pub(crate) fn copied(&mut self) -> Option<String> {
        self.app().take_outbox()
    }

    /// The place of the caret.
    pub(crate) fn caret(&mut self) -> Option<(u16, u16)> {
        self.drawn().1.map(|caret| (caret.x, caret.y))
    }

    /// Whether the program has ended.
    pub(crate) fn has_quit(&mut self) -> bool {
        self.app().quits()
    }

    /// Fails unless every action is passed on exactly where it is not allowed.
    pub(crate) fn passes_on_what_it_refuses(mut self) {
        self.drawn();
        for action in Action::all() {
            let app = self.app();
            let scene = app.stage.scene();
            let allowed = app.layers.top(&scene).allows(action, &scene);
            let effect = app.layers.top_mut(&scene).update(action, &scene);
            assert_eq!(effect.is_pass_on(), !allowed, "{action:?}");
        }
    }

    /// Compares the screen with a snapshot: `today/one_done`.
    #[track_caller]
    pub(crate) fn shows(mut self, name: &str) -> Self {
        let (folder, state) = name.split_once('/').unwrap();
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (width, height) = self.size;
        let language = self.language.tag();
        let name = format!("{state}@{width}x{height}.{language}");
        let text = self.text();
        insta::with_settings!({
            snapshot_path => root.join("tests/snapshots").join(folder),
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!(name, text);
        });
        self
    }
}

/// A buffer as text.
pub(crate) fn text(buf: &Buffer) -> String {
    let row_width = usize::from(buf.area.width).max(1);
    let rows = buf.content.chunks(row_width).map(|row| {
        let mut text = String::new();
        let mut hidden = 0;
        for cell in row {
            if hidden == 0 {
                text.push_str(cell.symbol());
                hidden = width(cell.symbol()).max(1);
            }
            hidden -= 1;
        }
        text.trim_end().to_owned()
    });
    rows.collect::<Vec<_>>().join("\n")
}

/// A key by its name.
fn key(name: &str) -> KeyEvent {
    let (modifiers, name) = match name.split_once('-') {
        Some(("ctrl", name)) => (KeyModifiers::CONTROL, name),
        Some(("shift", name)) => (KeyModifiers::SHIFT, name),
        _ => (KeyModifiers::NONE, name),
    };
    let code = match name {
        "space" => KeyCode::Char(' '),
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Tab" if modifiers == KeyModifiers::SHIFT => KeyCode::BackTab,
        "Tab" => KeyCode::Tab,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        "Backspace" => KeyCode::Backspace,
        "F1" => KeyCode::F(1),
        name => KeyCode::Char(name.chars().next().unwrap()),
    };
    KeyEvent::new(code, modifiers)
}

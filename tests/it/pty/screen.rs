//! What a terminal would show, cell by cell, and what it would answer.

use std::num::NonZeroU16;

use vt100::{Callbacks, Parser};

/// The terminal's side of a session.
pub(crate) struct Screen {
    parser: Parser<Answers>,
    closed: bool,
}

#[derive(Default)]
struct Answers {
    /// Whether questions are answered at all.
    talks: bool,
    /// What to send to the program.
    pending: Vec<u8>,
    frames: usize,
    within_a_frame: bool,
    clipboard: Vec<u8>,
}

impl Screen {
    pub(crate) fn new(columns: u16, rows: u16, talks: bool) -> Self {
        let answers = Answers {
            talks,
            ..Answers::default()
        };
        let parser = Parser::new_with_callbacks(cells(rows), cells(columns), 0, answers);
        Self {
            parser,
            closed: false,
        }
    }

    /// Shows what the program has written, and gives what the terminal answers.
    pub(crate) fn show(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.parser.process(bytes);
        std::mem::take(&mut self.parser.callbacks_mut().pending)
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        self.parser.set_size(cells(rows), cells(columns));
    }

    pub(crate) fn close(&mut self) {
        self.closed = true;
    }

    /// Whether the program has let go of the terminal.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed
    }

    /// How many frames were drawn so far, each a synchronized update.
    pub(crate) fn frames(&self) -> usize {
        self.parser.callbacks().frames
    }

    /// Whether a frame has begun and not ended.
    pub(crate) fn is_within_a_frame(&self) -> bool {
        self.parser.callbacks().within_a_frame
    }

    /// What was copied last, in base64 as it was sent.
    pub(crate) fn clipboard(&self) -> &[u8] {
        &self.parser.callbacks().clipboard
    }

    /// The modes and cells, for what this does not say itself.
    pub(crate) fn cells(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The rows as text, a wide character once, without the blanks at their end.
    pub(crate) fn rows(&self) -> Vec<String> {
        let screen = self.cells();
        let (rows, columns) = screen.size();
        (0..rows.get())
            .map(|row| {
                let cells = (0..columns.get()).filter_map(|column| screen.cell(row, column));
                let text: String = cells
                    .filter(|cell| !cell.is_wide_continuation())
                    .map(|cell| {
                        if cell.has_contents() {
                            cell.contents()
                        } else {
                            " "
                        }
                    })
                    .collect();
                text.trim_end().to_owned()
            })
            .collect()
    }

    /// The rows in one text.
    pub(crate) fn text(&self) -> String {
        self.rows().join("\n")
    }

    /// Whether a row says `text`, its columns with one blank between them.
    pub(crate) fn stands(&self, text: &str) -> bool {
        self.rows().iter().any(|row| squeezed(row).contains(text))
    }

    /// Where the cursor stands, as column and row; `None` while it is hidden.
    pub(crate) fn cursor(&self) -> Option<(u16, u16)> {
        let (row, column) = self.cells().cursor_position();
        (!self.cells().hide_cursor()).then_some((column, row))
    }
}

/// A row with one blank between its columns.
pub(crate) fn squeezed(row: &str) -> String {
    row.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Callbacks for Answers {
    fn unhandled_csi(
        &mut self,
        screen: &mut vt100::Screen,
        mark: Option<u8>,
        _: Option<u8>,
        parameters: &[&[u16]],
        name: char,
    ) {
        match (mark, parameters, name) {
            (Some(b'?'), [[2026]], 'h') => self.within_a_frame = true,
            (Some(b'?'), [[2026]], 'l') => {
                self.frames += usize::from(self.within_a_frame);
                self.within_a_frame = false;
            }
            (None, [[6]], 'n') if self.talks => {
                let (row, column) = screen.cursor_position();
                self.pending
                    .extend(format!("\x1b[{};{}R", row + 1, column + 1).bytes());
            }
            (None, _, 'c') if self.talks => self.pending.extend(b"\x1b[?62c"),
            _ => {}
        }
    }

    fn copy_to_clipboard(&mut self, _: &mut vt100::Screen, _: &[u8], data: &[u8]) {
        self.clipboard = data.to_vec();
    }
}

fn cells(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a screen has cells")
}

#[test]
fn a_wide_character_stands_once_in_its_row() {
    let mut screen = Screen::new(8, 2, true);
    screen.show("致电 a\r\nb".as_bytes());
    assert_eq!(screen.rows(), ["致电 a", "b"]);
    assert_eq!(screen.cursor(), Some((1, 1)));
}

#[test]
fn a_terminal_answers_where_its_cursor_is_and_what_it_is() {
    let mut screen = Screen::new(8, 2, true);
    assert_eq!(
        screen.show("致\x1b[6n\x1b[c".as_bytes()),
        b"\x1b[1;3R\x1b[?62c"
    );
    assert_eq!(Screen::new(8, 2, false).show(b"\x1b[6n\x1b[c"), b"");
}

#[test]
fn frames_are_counted_when_they_are_whole() {
    let mut screen = Screen::new(8, 2, true);
    screen.show(b"\x1b[?2026l\x1b[?2026ha\x1b[?2026l\x1b[?2026h");
    assert_eq!((screen.frames(), screen.is_within_a_frame()), (1, true));
}

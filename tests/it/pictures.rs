//! The README's pictures, drawn from the running program on its sample data.
//!
//! `SALESWEEK_PICTURES=draw cargo test --test it pictures` draws them anew; without that
//! variable the test holds them against what the program shows now.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use vt100::{Cell, Color};

use crate::pty::{Launch, Screen};

/// The size of a cell and of the letters in it, in pixels.
const CELL: (u32, u32) = (9, 18);
const LETTERS: u32 = 15;
/// What is left free around the screen.
const MARGIN: u32 = 14;

const BACKGROUND: &str = "#1d2029";
const FOREGROUND: &str = "#d5d8e0";
const DIM: &str = "#868c9b";
/// The terminal's sixteen colours.
const SIXTEEN: [&str; 16] = [
    "#2a2e3a", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d5d8e0",
    "#5c6370", "#f07f88", "#a9d48a", "#f0cd8b", "#78bff5", "#d48ce8", "#6ccbd6", "#ffffff",
];

/// One picture: its name, the moment, the size and the keys that lead to it.
struct Shot {
    name: &'static str,
    date: &'static str,
    size: (u16, u16),
    keys: &'static str,
    /// What stands on the screen once it is ready, in English and in Chinese.
    shows: [&'static str; 2],
}

const SHOTS: [Shot; 2] = [
    Shot {
        name: "wednesday",
        date: "2026-11-25T10:40",
        size: (120, 34),
        keys: "",
        shows: ["to go", "还差"],
    },
    Shot {
        name: "review",
        date: "2026-11-27T16:30",
        size: (100, 34),
        keys: "3",
        shows: ["2 Analysis", "2 分析"],
    },
];

/// How a run of cells looks.
#[derive(Clone, PartialEq)]
struct Look {
    colour: &'static str,
    behind: Option<&'static str>,
    bold: bool,
    is_wide: bool,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        let plain = if cell.dim() { DIM } else { FOREGROUND };
        let letters = colour(cell.fgcolor()).unwrap_or(plain);
        let behind = colour(cell.bgcolor());
        let (colour, behind) = if cell.inverse() {
            (behind.unwrap_or(BACKGROUND), Some(letters))
        } else {
            (letters, behind)
        };
        Self {
            colour,
            behind,
            bold: cell.bold(),
            is_wide: cell.is_wide(),
        }
    }
}

fn colour(colour: Color) -> Option<&'static str> {
    match colour {
        Color::Idx(number) => SIXTEEN.get(usize::from(number)).copied(),
        Color::Default | Color::Rgb(..) => None,
    }
}

/// Cells beside each other that look alike.
struct Run {
    column: u16,
    cells: u16,
    text: String,
    look: Look,
}

fn runs(screen: &Screen, row: u16) -> Vec<Run> {
    let cells = screen.cells();
    let columns = cells.size().1.get();
    let mut runs: Vec<Run> = Vec::new();
    for column in 0..columns {
        let Some(cell) = cells
            .cell(row, column)
            .filter(|cell| !cell.is_wide_continuation())
        else {
            continue;
        };
        let text = if cell.has_contents() {
            cell.contents()
        } else {
            " "
        };
        let (look, width) = (Look::of(cell), if cell.is_wide() { 2 } else { 1 });
        match runs.last_mut().filter(|run| run.look == look) {
            Some(run) => {
                run.text.push_str(text);
                run.cells += width;
            }
            None => runs.push(Run {
                column,
                cells: width,
                text: text.to_owned(),
                look,
            }),
        }
    }
    runs
}

/// The screen as an SVG picture.
fn picture(screen: &Screen) -> String {
    let (rows, columns) = screen.cells().size();
    let (width, height) = (
        u32::from(columns.get()) * CELL.0 + 2 * MARGIN,
        u32::from(rows.get()) * CELL.1 + 2 * MARGIN,
    );
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" \
         font-size=\"{LETTERS}\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{BACKGROUND}\"/>\n"
    );
    for row in 0..rows.get() {
        for run in runs(screen, row) {
            draw(&run, row, &mut svg);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn draw(run: &Run, row: u16, svg: &mut String) {
    let x = MARGIN + u32::from(run.column) * CELL.0;
    let y = MARGIN + u32::from(row) * CELL.1;
    let width = u32::from(run.cells) * CELL.0;
    if let Some(behind) = run.look.behind {
        let height = CELL.1;
        writeln!(
            svg,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{behind}\"/>"
        )
        .unwrap();
    }
    if run.text.trim().is_empty() {
        return;
    }
    let text = run.text.replace('&', "&amp;").replace('<', "&lt;");
    let weight = if run.look.bold {
        " font-weight=\"bold\""
    } else {
        ""
    };
    // A wide character is as wide as it is high; its cell is a little wider.
    let spacing = if run.look.is_wide {
        2 * CELL.0 - LETTERS
    } else {
        0
    };
    let (colour, base) = (run.look.colour, y + LETTERS - 1);
    writeln!(
        svg,
        "<text x=\"{x}\" y=\"{base}\" fill=\"{colour}\"{weight} letter-spacing=\"{spacing}\" textLength=\"{width}\" \
         lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\">{text}</text>"
    )
    .unwrap();
}

fn shoot(shot: &Shot, lang: &str, shows: &str) -> String {
    let launch = Launch::salesweek(["--date", shot.date, "--lang", lang, "demo"]);
    let (columns, rows) = shot.size;
    let mut session = launch.size(columns, rows).start();
    session.wait_for_text(shows);
    session.keys(shot.keys);
    session.wait_for(|screen| screen.text().contains(shows) && !screen.is_within_a_frame());
    let picture = picture(session.screen());
    session.keys("q");
    session.wait_exit();
    picture
}

#[test]
fn the_pictures_are_of_this_program() {
    let mut drawn = BTreeMap::new();
    for shot in &SHOTS {
        for (lang, shows) in ["en", "zh-CN"].into_iter().zip(shot.shows) {
            let name = format!("tests/pictures/{}.{lang}.svg", shot.name);
            drawn.insert(name, shoot(shot, lang, shows));
        }
    }
    if std::env::var_os("SALESWEEK_PICTURES").is_some() {
        for (name, picture) in drawn {
            std::fs::write(name, picture).unwrap();
        }
        return;
    }
    let readme = std::fs::read_to_string("README.md").unwrap();
    for (name, picture) in drawn {
        assert!(readme.contains(&name), "{name} is not in the README");
        let kept = std::fs::read_to_string(PathBuf::from(&name)).unwrap_or_default();
        assert!(
            kept == picture,
            "{name} shows another program; draw it anew"
        );
    }
}

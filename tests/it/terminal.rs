//! The terminal comes back, whatever ends the program.
//!
//! Most of these need a program that panics or tells what it hears, so this binary starts
//! itself in the pseudo-terminal with [`actor`] as its only test.

use std::env;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::PathBuf;
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::text::Line;
use rustix::process::Signal;
use salesweek::tui::{Input, Modes, Terminal, when_killed};
use tempfile::TempDir;
use vt100::MouseProtocolMode;

use crate::pty::{Launch, Session};

#[test]
#[ignore = "the program that the other tests start"]
#[expect(
    clippy::exit,
    reason = "nothing more can be said on a terminal that is gone"
)]
fn actor() {
    if let Some(path) = env::var_os("REMOVED_WHEN_KILLED").map(PathBuf::from) {
        when_killed(move || fs::remove_dir_all(path).unwrap()).unwrap();
    }
    let mut terminal = Terminal::enter(Modes {
        mouse: true,
        measure: true,
    })
    .unwrap();
    let glyphs = terminal.glyphs();
    let mut heard = String::new();
    loop {
        terminal
            .draw(|frame| {
                let size = frame.area();
                let lines = [
                    Line::from(format!("glyphs {glyphs:?}")),
                    Line::from(format!("size {}x{}", size.width, size.height)),
                    Line::from(format!("heard {heard}")),
                ];
                frame.render_widget(ratatui::text::Text::from_iter(lines), size);
            })
            .unwrap();
        match terminal.next(Duration::from_secs(60)) {
            Some(Input::Key(key)) => match name(key).as_str() {
                "q" => return,
                "p" => panic!("on purpose"),
                "y" => terminal
                    .send(CopyToClipboard::to_clipboard_from("周报"))
                    .unwrap(),
                "ctrl-z" => terminal.suspend(),
                key => heard.push_str(key),
            },
            Some(Input::Paste(text)) => heard.extend(["<", &text, ">"]),
            Some(Input::Mouse(mouse)) => {
                let (x, y) = (mouse.column.to_string(), mouse.row.to_string());
                heard.extend([&x, ",", &y]);
            }
            Some(Input::Focus) => heard.push('!'),
            Some(Input::Redraw) => {}
            Some(Input::Gone) => std::process::exit(3),
            None => panic!("nothing was heard for a minute"),
        }
    }
}

fn name(key: KeyEvent) -> String {
    match (key.code, key.modifiers) {
        (KeyCode::Char(char), KeyModifiers::CONTROL) => format!("ctrl-{char}"),
        (KeyCode::Char(char), _) => char.to_string(),
        (code, _) => format!("({code})"),
    }
}

const ACTOR: [&str; 5] = [
    "--exact",
    "terminal::actor",
    "--ignored",
    "--nocapture",
    "--test-threads=1",
];

fn launch() -> Launch {
    Launch::new(env::current_exe().unwrap(), ACTOR)
}

fn started() -> Session {
    let mut session = launch().start();
    session.wait_for_text("heard");
    session
}

/// Nothing of ours is left on the terminal.
#[track_caller]
fn assert_given_back(session: &Session) {
    let screen = session.screen().cells();
    assert!(!screen.alternate_screen());
    assert!(!screen.hide_cursor());
    assert!(!screen.bracketed_paste());
    assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
    assert_eq!(session.line(), session.line_before());
    assert!(session.screen().text().contains("running 1 test"));
}

#[test]
fn the_screens_have_the_terminal_to_themselves() {
    let session = started();
    let screen = session.screen().cells();
    assert!(screen.alternate_screen());
    assert!(screen.hide_cursor());
    assert!(screen.bracketed_paste());
    assert_ne!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
    assert_ne!(session.line(), session.line_before());
    assert_eq!(session.screen().rows()[0], "glyphs Some(Full)");
}

#[test]
fn quitting_gives_the_terminal_back() {
    let mut session = started();
    session.keys("q");
    assert_eq!(session.wait_exit().code(), Some(0));
    assert_given_back(&session);
}

#[test]
fn a_panic_gives_the_terminal_back_before_its_message() {
    let mut session = started();
    session.keys("p");
    assert_eq!(session.wait_exit().code(), Some(101));
    assert_given_back(&session);
    assert!(session.screen().text().contains("on purpose"));
}

#[test]
fn a_deadly_signal_gives_the_terminal_back_and_cleans_up() {
    for signal in [Signal::TERM, Signal::HUP, Signal::INT] {
        let sample = TempDir::new().unwrap();
        let path = sample.path().join("sample");
        fs::create_dir(&path).unwrap();
        let mut session = launch()
            .variable("REMOVED_WHEN_KILLED", path.to_str().unwrap())
            .start();
        session.wait_for_text("heard");
        session.signal(signal);
        assert_eq!(session.wait_exit().signal(), Some(signal.as_raw()));
        assert_given_back(&session);
        assert!(!path.exists(), "{signal:?}");
    }
}

#[test]
fn a_stop_lends_the_terminal_to_the_shell() {
    let mut session = started();
    for stop in ["ctrl-z", "kill"] {
        session.keys("j");
        session.wait_for_text("heard j");
        match stop {
            "ctrl-z" => session.keys("ctrl-z"),
            _ => session.signal(Signal::TSTP),
        }
        session.wait_stopped();
        session.wait_for(|screen| !screen.cells().alternate_screen());
        assert_given_back(&session);
        session.signal(Signal::CONT);
        session.wait_for(|screen| {
            screen.cells().alternate_screen() && screen.text().contains("heard j")
        });
        assert_ne!(session.line(), session.line_before());
    }
    session.keys("q");
    assert_eq!(session.wait_exit().code(), Some(0));
    assert_given_back(&session);
}

#[test]
fn a_closed_window_ends_the_program() {
    let mut session = started();
    session.hang_up();
    let status = session.wait_exit();
    // By the signal, or because the terminal was missed before it came.
    assert!(status.signal() == Some(Signal::HUP.as_raw()) || status.code() == Some(3));
}

#[test]
fn a_vanished_terminal_is_noticed_without_a_signal() {
    let place = TempDir::new().unwrap();
    let code = place.path().join("code");
    let script = format!("trap '' HUP; \"$0\" \"$@\"; echo $? > {}", code.display());
    let actor = env::current_exe().unwrap();
    let arguments = ["-c", &script, actor.to_str().unwrap()];
    let mut session = Launch::new("/bin/sh", arguments.into_iter().chain(ACTOR)).start();
    session.wait_for_text("heard");
    session.hang_up();
    session.wait_exit();
    assert_eq!(fs::read_to_string(code).unwrap(), "3\n");
}

#[test]
fn a_terminal_that_does_not_answer_is_not_waited_for() {
    let mut session = launch().unanswered().start();
    session.wait_for_text("glyphs None");
}

#[test]
fn keys_typed_before_the_first_frame_are_kept() {
    let mut session = launch().typed_early("j致").start();
    session.wait_for_text("heard j致");
}

#[test]
fn an_escape_alone_is_a_key() {
    let mut session = started();
    session.send("\x1b");
    session.wait_for_text("heard (Esc)");
}

#[test]
fn keys_arrive_as_they_were_typed() {
    let mut session = started();
    session.keys("j esc k up ctrl-p 电 ｃ enter");
    session.wait_for_text("heard j(Esc)k(Up)ctrl-p电ｃ(Enter)");
}

#[test]
fn a_paste_arrives_as_one_text() {
    let mut session = started();
    session.send("\x1b[200~华信q\x1b[201~j");
    session.wait_for_text("heard <华信q>j");
}

#[test]
fn clicks_and_the_focus_are_heard() {
    let mut session = started();
    session.send("\x1b[<0;12;3M\x1b[I");
    session.wait_for_text("heard 11,2!");
}

#[test]
fn a_text_goes_to_the_clipboard() {
    let mut session = started();
    session.keys("y");
    session.wait_for(|screen| screen.clipboard() == b"5ZGo5oql");
}

#[test]
fn every_size_is_drawn() {
    let mut session = launch().size(120, 40).start();
    session.wait_for_text("size 120x40");
    session.resize(40, 12);
    session.wait_for_text("size 40x12");
    session.resize(1, 1);
    session.wait_for(|screen| screen.text() == "g");
    session.resize(120, 40);
    session.wait_for_text("size 120x40");
}

#[test]
fn a_frame_is_drawn_for_a_key_and_none_for_waiting() {
    let mut session = started();
    assert_eq!(session.screen().frames(), 1);
    session.keys("j");
    session.wait_for(|screen| screen.frames() > 1);
    assert_eq!(
        (session.screen().frames(), session.screen().cursor()),
        (2, None)
    );
}

#[test]
fn the_program_itself_leaves_the_terminal_as_it_was() {
    let mut session = Launch::salesweek(["--version"]).start();
    assert_eq!(session.wait_exit().code(), Some(0));
    assert_eq!(session.line(), session.line_before());
}

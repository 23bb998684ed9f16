//! The table of keys, in the order in which help shows them.

use crossterm::event::KeyCode::{
    BackTab, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

use super::Place::{Anywhere, Box, In, Lists};
use super::{Place, Row, code, ctrl, key, with_ctrl, with_shift};
use crate::domain::Letter;
use crate::tui::action::Action::{self, Choose, Count, CountField, Show};
use crate::tui::view::Pane::{self, Goals, Review, Today};

macro_rules! rows {
    ($($place:expr, [$($key:expr),+] => $action:expr;)+) => {
        &[$(Row { place: $place, keys: &[$($key),+], action: $action }),+]
    };
}

/// Every key of the screens.
pub const KEYS: &[Row] = rows![
    Anywhere, [key('1')] => Show(Goals);
    Anywhere, [key('2')] => Show(Today);
    Anywhere, [key('3')] => Show(Review);
    Anywhere, [code(Tab)] => Action::NextPane;
    Anywhere, [code(BackTab)] => Action::PreviousPane;
    Anywhere, [key('b')] => Count(Letter::ALL[0]);
    Anywhere, [key('c')] => Count(Letter::ALL[1]);
    Anywhere, [key('d')] => Count(Letter::ALL[2]);
    Anywhere, [key('e')] => Count(Letter::ALL[3]);
    Anywhere, [key('n')] => Count(Letter::ALL[4]);
    Anywhere, [key('t')] => Count(Letter::ALL[5]);
    Anywhere, [key('v')] => Count(Letter::ALL[6]);
    Anywhere, [key('w')] => Count(Letter::ALL[7]);
    Anywhere, [key('B')] => CountField(Letter::ALL[0]);
    Anywhere, [key('C')] => CountField(Letter::ALL[1]);
    Anywhere, [key('D')] => CountField(Letter::ALL[2]);
    Anywhere, [key('E')] => CountField(Letter::ALL[3]);
    Anywhere, [key('N')] => CountField(Letter::ALL[4]);
    Anywhere, [key('T')] => CountField(Letter::ALL[5]);
    Anywhere, [key('V')] => CountField(Letter::ALL[6]);
    Anywhere, [key('W')] => CountField(Letter::ALL[7]);
    Anywhere, [key('0')] => Action::CountBox;
    Anywhere, [key('a')] => Action::Add;
    Anywhere, [key('i')] => Action::Event;
    Anywhere, [key('r')] => Action::WaysOut;
    Anywhere, [key('u'), ctrl('u')] => Action::Undo;
    Anywhere, [ctrl('r')] => Action::Redo;
    Anywhere, [key('['), with_ctrl(Left)] => Action::PreviousDay;
    Anywhere, [key(']'), with_ctrl(Right)] => Action::NextDay;
    Anywhere, [key('<'), with_shift(Left)] => Action::PreviousWeek;
    Anywhere, [key('>'), with_shift(Right)] => Action::NextWeek;
    Anywhere, [key('.'), code(Home)] => Action::Now;
    Anywhere, [ctrl('n')] => Action::GoNext;
    Anywhere, [key('z')] => Action::Zoom;
    Anywhere, [key('y')] => Action::CopyReport;
    Anywhere, [key('/'), ctrl('f')] => Action::Find;
    Anywhere, [key(':'), ctrl('p')] => Action::Palette;
    Anywhere, [key(',')] => Action::Settings;
    Anywhere, [key('?'), code(F(1))] => Action::Help;
    Anywhere, [code(Esc)] => Action::Back;
    Anywhere, [key('q'), ctrl('c')] => Action::Quit;

    Lists, [code(Up), key('k')] => Action::Up;
    Lists, [code(Down), key('j')] => Action::Down;
    Lists, [code(PageUp)] => Action::PageUp;
    Lists, [code(PageDown)] => Action::PageDown;
    Lists, [key('g')] => Action::First;
    Lists, [key('G'), code(End)] => Action::Last;

    In(Goals), [code(Left), key('h')] => Action::Left;
    In(Goals), [code(Right), key('l')] => Action::Right;
    In(Goals), [code(Enter)] => Action::EditTarget;
    In(Goals), [key('p')] => Action::Pin;
    In(Goals), [key('o')] => Action::DayOff;
    In(Goals), [key('f')] => Action::Focus;
    In(Goals), [ctrl('s')] => Action::SaveAll;

    In(Today), [key(' ')] => Action::CheckOff;
    In(Today), [key('+'), key('=')] => Action::More;
    In(Today), [key('-')] => Action::Less;
    In(Today), [code(Enter)] => Action::Open;
    In(Today), [key('s')] => Action::Skip;
    In(Today), [key('m')] => Action::Move;
    In(Today), [key('x')] => Action::Remove;
    In(Today), [key('o')] => Action::CloseDay;

    In(Review), [code(Enter)] => Action::EditLine;
    In(Review), [key(' ')] => Action::Carry;
    In(Review), [key('x')] => Action::RemoveLine;
    In(Review), [code(Right)] => Action::AskWhy;
    In(Review), [key('s')] => Action::Seal;

    Box, [key('1')] => Choose(1);
    Box, [key('2')] => Choose(2);
    Box, [key('3')] => Choose(3);
    Box, [key('4')] => Choose(4);
    Box, [key('5')] => Choose(5);
    Box, [key('6')] => Choose(6);
    Box, [key('7')] => Choose(7);
    Box, [key('8')] => Choose(8);
    Box, [key('9')] => Choose(9);
    Box, [key('0')] => Choose(0);
    Box, [code(Enter)] => Action::Accept;
    Box, [code(Esc)] => Action::Back;
    Box, [code(Tab)] => Action::NextField;
    Box, [code(BackTab)] => Action::PreviousField;
    Box, [ctrl('s')] => Action::SaveAll;
    Box, [key(' ')] => Action::Tick;
    Box, [ctrl('t')] => Action::Literal;
    Box, [ctrl('o')] => Action::MakeAction;
    Box, [code(Up), key('k'), ctrl('p')] => Action::Up;
    Box, [code(Down), key('j'), ctrl('n')] => Action::Down;
    Box, [code(PageUp)] => Action::PageUp;
    Box, [code(PageDown)] => Action::PageDown;
    Box, [code(Home)] => Action::First;
    Box, [code(End)] => Action::Last;
    Box, [code(Left), key('h')] => Action::Left;
    Box, [code(Right), key('l')] => Action::Right;
];

/// The actions whose keys the footer shows at a place, the most useful ones first.
pub fn hints(place: Place) -> &'static [Action] {
    match place {
        In(pane) => hints_of(pane),
        Anywhere | Lists => &[],
        Box => &[
            Action::Accept,
            Action::NextField,
            Action::SaveAll,
            Action::Back,
        ],
    }
}

fn hints_of(pane: Pane) -> &'static [Action] {
    match pane {
        Goals => &[
            Action::EditTarget,
            Choose(1),
            Action::Down,
            Action::SaveAll,
            Action::Right,
            Action::Pin,
            Choose(0),
            Action::DayOff,
            Action::WaysOut,
            Action::Event,
            Action::Focus,
            Action::Back,
            Action::CountBox,
            Action::Undo,
        ],
        Today => &[
            Action::CheckOff,
            Action::Open,
            Action::Add,
            Action::Skip,
            Action::Move,
            Action::CountBox,
            Action::Undo,
            Action::Down,
            Action::CloseDay,
            Action::WaysOut,
            Action::Find,
        ],
        Review => &[
            Choose(1),
            Choose(0),
            Action::Back,
            Action::EditLine,
            Action::AskWhy,
            Action::Add,
            Action::Carry,
            Action::Seal,
            Action::NextPane,
            Action::RemoveLine,
            Action::CopyReport,
            Action::Undo,
        ],
    }
}

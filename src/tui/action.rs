//! What a key means.
//!
//! An action changes nothing by itself: the open field, the top box or the focused pane
//! answers it with an [`Effect`](super::Effect), or passes it on. The table of keys, the
//! footer's hints, the help and the palette speak of nothing else.

use super::view::Pane;
use crate::domain::Letter;

/// Declares the actions that carry nothing, and the list of them: none can be left out.
macro_rules! actions {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// What a key, a click or a line of the palette asks for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Action {
            /// Gives a pane the focus.
            Show(Pane),
            /// Counts one more of the letter's metric.
            Count(Letter),
            /// Opens the field for an amount of the letter's metric.
            CountField(Letter),
            /// Takes a line of a box by its number, 0 to 9.
            Choose(u8),
            $($(#[$doc])* $name),+
        }

        /// The actions that carry nothing, in the order in which they are declared.
        const PLAIN: &[Action] = &[$(Action::$name),+];
    };
}

actions! {
    // Anywhere.
    /// The pane to the right.
    NextPane,
    /// The pane to the left.
    PreviousPane,
    /// Opens the counting box.
    CountBox,
    /// Adds a task to the day shown; in Review a line to the block.
    Add,
    /// Notes something unexpected.
    Event,
    /// Opens the ways out of a target that is behind.
    WaysOut,
    /// Takes the last edit back.
    Undo,
    /// Makes the edit again that was taken back.
    Redo,
    /// The day before the one shown.
    PreviousDay,
    /// The day after the one shown.
    NextDay,
    /// The week before the one shown.
    PreviousWeek,
    /// The week after the one shown.
    NextWeek,
    /// Back to today.
    Now,
    /// To what is to be done now.
    GoNext,
    /// The focused pane on the whole screen, or all panes again.
    Zoom,
    /// Copies the report of the day or week shown.
    CopyReport,
    /// Looks for a task by its text.
    Find,
    /// Every action by its name.
    Palette,
    /// What holds for all weeks.
    Settings,
    /// The keys.
    Help,
    /// One step back; never quits.
    Back,
    /// Ends the program.
    Quit,
    /// Opens the week's seal.
    Reopen,

    // Lists.
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One page up.
    PageUp,
    /// One page down.
    PageDown,
    /// To the first line.
    First,
    /// To the last line.
    Last,

    // Goals.
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// Opens the field of the target, or of the day's pin.
    EditTarget,
    /// Pins the day's quota at the number shown, or frees it.
    Pin,
    /// Makes the day a day off, or a working day again.
    DayOff,
    /// Makes the metric the week's focus, or takes that back.
    Focus,

    // Today.
    /// Counts one, or checks a task off, or opens it again.
    CheckOff,
    /// One more of a counter or of a task with an amount.
    More,
    /// One less of it.
    Less,
    /// What can be done with the selected line, as a list.
    Open,
    /// Skips the task, with a cause.
    Skip,
    /// Moves the task to another day.
    Move,
    /// Removes the task.
    Remove,
    /// Closes the day.
    CloseDay,

    // Review.
    /// Edits the line.
    EditLine,
    /// Carries the task into next week, or not.
    Carry,
    /// Removes the line.
    RemoveLine,
    /// Asks why something was missed, up to five times.
    AskWhy,
    /// Seals the week.
    Seal,

    // Boxes and open fields.
    /// The marked default.
    Accept,
    /// The next field.
    NextField,
    /// The field before.
    PreviousField,
    /// Saves all fields, from any of them.
    SaveAll,
    /// Ticks the line, or takes the tick off.
    Tick,
    /// Takes a new task's title as it is typed, or reads its hints again.
    Literal,
    /// Makes an improvement of the last line.
    MakeAction,
}

impl Action {
    /// All there are.
    pub fn all() -> impl Iterator<Item = Self> {
        let panes = Pane::ALL.into_iter().map(Self::Show);
        let letters = Letter::ALL.into_iter();
        let counts = letters.flat_map(|letter| [Self::Count(letter), Self::CountField(letter)]);
        let numbers = (0..=9).map(Self::Choose);
        panes
            .chain(counts)
            .chain(PLAIN.iter().copied())
            .chain(numbers)
    }

    /// Whether it belongs to boxes and fields alone, so that no pane is asked.
    pub fn is_of_boxes(self) -> bool {
        matches!(
            self,
            Self::Accept
                | Self::NextField
                | Self::PreviousField
                | Self::SaveAll
                | Self::Tick
                | Self::Literal
                | Self::MakeAction
                | Self::Choose(_)
        )
    }

    /// Whether it also works while a box is open that has no use for it.
    pub fn works_over_boxes(self) -> bool {
        matches!(self, Self::Undo | Self::Redo | Self::Quit | Self::Help)
    }
}

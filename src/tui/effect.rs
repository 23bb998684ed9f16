//! What a layer of the screens answers to an action.

use super::Layer;
use super::action::Action;
use super::edits::TaskRef;
use super::field::Refusal;
use super::view::Pane;
use crate::domain::change::Change;
use crate::domain::{Day, EventId, ImprovementId, Language, LessonId, MetricId};

/// What is to happen now.
#[must_use]
pub enum Effect {
    /// Nothing; the action is used up.
    Nothing,
    /// The layer looks different now.
    Redraw,
    /// The action is not for this layer.
    PassOn,
    /// An edit of the data. Once it is on disk, [`Layer::written`] is asked how to go on.
    Change(Edit),
    /// A box opens above.
    Open(Box<dyn Layer>),
    /// A box opens in the place of this one.
    Replace(Box<dyn Layer>),
    /// This box closes.
    Close,
    /// Boxes close, and another action is to be done.
    Do(Action),
    /// Another pane or day is looked at, and the boxes close.
    Look(Spot),
    /// Something is said in the footer.
    Say(Message),
    /// A field did not take what was typed or pasted.
    Refused(Refusal),
    /// The screens go on in another language.
    Speak(Language),
    /// A text goes to the clipboard.
    Copy {
        text: String,
        /// What the message says.
        said: String,
    },
    /// The plan that stands in Goals, in the week of a day, is written, and the program ends.
    WritePlan(Day),
    /// The program ends.
    Quit,
}

/// An edit with what is said about it: "+1 call, Wed 25 Nov".
///
/// Undo says the same, so it names what was done and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub change: Change,
    pub said: String,
}

/// Where to look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    pub pane: Pane,
    pub day: Day,
    /// What is to be selected there.
    pub select: Option<Selected>,
}

/// What a row of a pane is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selected {
    /// In Today, also where done ones are folded.
    Task(TaskRef),
    /// An open one in Today.
    OpenTask(TaskRef),
    /// The counter of a metric, in Today.
    Counter(MetricId),
    /// In Review, as all that follow.
    Event(EventId),
    Lesson(LessonId),
    Improvement(ImprovementId),
}

/// A line in the footer's place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub text: String,
    pub tone: Tone,
}

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Four seconds, or until the next key.
    Said,
    /// Until the next key.
    Failed,
}

impl Message {
    pub fn said(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: Tone::Said,
        }
    }

    pub fn failed(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            tone: Tone::Failed,
        }
    }
}

impl Effect {
    /// The edit, with what is said about it.
    pub fn change(change: impl Into<Change>, said: impl Into<String>) -> Self {
        Self::Change(Edit {
            change: change.into(),
            said: said.into(),
        })
    }

    /// Opens a box.
    pub fn open(layer: impl Layer + 'static) -> Self {
        Self::Open(Box::new(layer))
    }

    /// Opens a box in the place of the one that answers.
    pub fn replace(layer: impl Layer + 'static) -> Self {
        Self::Replace(Box::new(layer))
    }

    /// Says why something was not done.
    pub fn refuse(text: impl Into<String>) -> Self {
        Self::Say(Message::failed(text))
    }

    /// Whether the layer has passed the action on.
    pub fn is_pass_on(&self) -> bool {
        matches!(self, Self::PassOn)
    }
}

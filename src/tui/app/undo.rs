//! The edits of this run, so that each can be taken back and made again.
//!
//! The history keeps inverses, never copies of files: a step is a new edit of the freshly read
//! file, and refuses where it does not find what it expects.

use std::collections::VecDeque;

use crate::domain::change::Change;

/// How many steps are kept.
const MOST: usize = 500;

/// An edit that can be made, with what is said about the one it takes back.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) change: Change,
    pub(super) said: String,
}

/// Steps back, and steps forward again.
#[derive(Debug, Default)]
pub(super) struct History {
    back: VecDeque<Step>,
    forward: Vec<Step>,
}

/// Which way a step goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Back,
    Forward,
}

impl History {
    /// A new edit was made; `undo` takes it back. What was undone cannot be made again.
    pub(super) fn made(&mut self, undo: Change, said: String) {
        self.forward.clear();
        self.put_back(Step { change: undo, said });
    }

    fn put_back(&mut self, step: Step) {
        if self.back.len() == MOST {
            self.back.pop_front();
        }
        self.back.push_back(step);
    }

    /// The next step that way.
    pub(super) fn next(&self, way: Way) -> Option<&Step> {
        match way {
            Way::Back => self.back.back(),
            Way::Forward => self.forward.last(),
        }
    }

    /// The next step that way was made; `undo` takes that back.
    pub(super) fn stepped(&mut self, way: Way, undo: Change) {
        let Some(step) = self.dropped(way) else {
            return;
        };
        let step = Step {
            change: undo,
            ..step
        };
        match way {
            Way::Back => self.forward.push(step),
            Way::Forward => self.put_back(step),
        }
    }

    /// Drops the next step that way: what it expects is gone.
    pub(super) fn dropped(&mut self, way: Way) -> Option<Step> {
        match way {
            Way::Back => self.back.pop_back(),
            Way::Forward => self.forward.pop(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change() -> Change {
        Change::Several(Vec::new())
    }

    #[test]
    fn what_was_undone_can_be_made_again_until_something_new_is_done() {
        let mut history = History::default();
        history.made(change(), "one".into());
        history.made(change(), "two".into());
        history.stepped(Way::Back, change());
        assert_eq!(history.next(Way::Forward).unwrap().said, "two");
        assert_eq!(history.next(Way::Back).unwrap().said, "one");
        history.made(change(), "three".into());
        assert!(history.next(Way::Forward).is_none());
    }

    #[test]
    fn the_oldest_steps_go_first() {
        let mut history = History::default();
        for number in 0..=MOST {
            history.made(change(), number.to_string());
        }
        assert_eq!(history.back.len(), MOST);
        assert_eq!(history.back[0].said, "1");
    }
}

//! What was good, and why something was missed.

use super::area::area;

area! {
    /// What was good, and why something was missed.
    pub Reflection {
        texts {
            wins_asked,
            wins,
            win,
            found,
            why_asked,
            why_that,
            why,
            ask_why,
            ask_why_hint,
            make_action,
            make_action_hint,
        }
        phrases {
            whys_title(what),
            whys_said(what),
        }
    }
}

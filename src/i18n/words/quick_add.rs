//! A task in one line: what was understood of it.

use super::area::area;

area! {
    /// A task in one line: what was understood of it.
    pub QuickAdd {
        texts {
            example,
            as_typed,
            important,
            important_and_urgent,
        }
        phrases {
            understood(what),
            due(day),
            customer(name),
            takes(time),
        }
    }
}

//! Finding in all weeks.

use super::area::area;

area! {
    /// Finding in all weeks.
    pub Find {
        texts {
            task,
            event,
            worked,
            wins,
            lesson,
            go,
            reading,
            other_words,
            nothing_yet,
        }
        plurals {
            found(count),
            not_searched(count, error),
        }
    }
}

//! What an edit would lead to, said before it is written.

use super::area::area;

area! {
    /// What an edit would lead to, said before it is written.
    pub WhatIfWords {
        texts {
            now,
            then,
            before,
            after,
            done,
            a_day,
            left,
            pace,
            lead,
            as_it_is,
            only_noted,
            correct,
            no_metric,
            nothing_written,
        }
        phrases {
            becomes(now, then),
            each_day(amount),
        }
        plurals {
            stands_on(count),
        }
    }
}

impl WhatIfWords {
    /// `9.7 → 14.5`; one of them alone where they are the same.
    pub fn change(&self, now: &str, then: &str) -> String {
        if now == then {
            now.to_owned()
        } else {
            self.becomes(now, then)
        }
    }
}

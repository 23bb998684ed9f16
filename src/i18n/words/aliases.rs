//! Other words for what an action leads to.

use super::area::area;

area! {
    /// Other words for what an action leads to: the palette finds it by them, and does not show
    /// them.
    pub Aliases {
        texts {
            goals,
            today,
            review,
            add,
            settings,
            day_off,
            copy_report,
            event,
            help,
        }
    }
}

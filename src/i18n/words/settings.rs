//! What can be set.

use super::area::area;

area! {
    /// What can be set.
    SettingsWords {
        texts {
            language,
            currency,
            glyphs,
            law,
            pattern,
            hours,
            review_time,
            minutes_step,
            metrics,
            metric_name,
            metric_letter,
            metric_unit,
            metric_kind,
            metric_basis,
        }
    }
}

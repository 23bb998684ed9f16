//! The boxes of the settings.

use super::area::area;

area! {
    /// The boxes of the settings.
    pub SettingsWords {
        texts {
            title,
            general,
            metrics,
            language,
            currency,
            law,
            pattern,
            pattern_from,
            hours,
            review_time,
            minutes_step,
            glyphs,
            mouse,
            saved,
            counted,
            metric,
            new_metric,
            id,
            name,
            kind,
            unit,
            letter,
            basis,
            step,
            in_use,
            place,
            retired,
            currency_note,
            pattern_note,
            pattern_from_note,
            minutes_step_note,
            glyphs_note,
            mouse_note,
            id_note,
            letter_note,
            step_note,
            in_use_note,
        }
        phrases {
            whole_number(least, most),
            metric_saved(metric),
        }
        plurals {}
    }
}

//! The first start.

use super::area::area;

area! {
    /// The first start.
    pub Start {
        texts {
            title,
            take,
            no_target,
            since,
            language,
            chinese,
            english,
            currency,
            days,
            monday_to_friday,
            monday_to_saturday,
            holidays,
            holidays_cn,
            no_holidays,
            demo,
            no_working_day,
        }
        phrases {
            week_has_none(week),
            per_working_day(amount),
            in_minutes(metric),
            today_is(day),
            change_to(day),
            no_currency(text),
            all_money_in(currency),
        }
        plurals {
            days_left(count, span),
            has_days(count, span),
        }
    }
}

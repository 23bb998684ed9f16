//! A day with the time beside it, wherever the two stand.

use super::*;

#[test]
fn a_day_beside_a_clear_time_counts_or_stays_with_it() {
    check(&[
        (
            "visit Bob wed 14:30 $5,000 due fri",
            "visit Bob $5,000",
            "11-25 14:30 due 11-27",
        ),
        ("visit Bob wed 14:30 5k", "visit Bob 5k", "11-25 14:30"),
        ("visit Bob fri 9am 5k", "visit Bob 5k", "11-27 09:00"),
        ("visit Bob on fri at 9:30 5k", "visit Bob 5k", "11-27 09:30"),
        (
            "visit Bob tomorrow, 9:30, 5k",
            "visit Bob 5k",
            "11-26 09:30",
        ),
        ("visit Bob 14:30 fri 5k", "visit Bob 5k", "14:30 11-27"),
        ("visit Bob 27 Nov 14:30 5k", "visit Bob 5k", "11-27 14:30"),
        ("Report every fri 14:30 5k", "Report 5k", "<fri> 14:30"),
        ("daily 9:30 standup", "standup", "<workdays> 09:30"),
        (
            "visit Bob fri morning 9:30 5k",
            "visit Bob morning 5k",
            "11-27 09:30",
        ),
        ("拜访王总 周三 14:30 5万", "拜访王总 5万", "11-25 14:30"),
        // Neither of them counts.
        ("Slides for wed 14:30 talk", "Slides for wed 14:30 talk", ""),
        ("visit yesterday 14:30 Bob", "visit yesterday 14:30 Bob", ""),
        ("visit wed \\14:30 Bob", "visit wed 14:30 Bob", ""),
        ("move wed 9:00 call 10:00", "move wed 9:00 call", "10:00"),
    ]);
}

//! How far ahead or behind the plan, in days of work.

use super::Words;
use super::area::area;
use crate::i18n::tenths;
use crate::planning::{MetricOutlook, Ratio, Status};

area! {
    /// How far ahead or behind the plan, in days of work.
    pub Lead {
        texts {
            half_ahead,
            half_behind,
        }
        phrases {
            ahead_short(days),
            behind_short(days),
            amount(days),
            tight(days),
        }
        plurals {
            ahead(days),
            behind(days),
        }
    }
}

/// How a lead is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeadForm {
    /// `half a day ahead`, `1.2 days behind`.
    Sentence,
    /// `0.5 d ahead`.
    Short,
    /// `0.5 days`, `−0.5 days`, beside the word of the status.
    Days,
    /// `0.5d`, its direction told by a sign beside it.
    Tight,
}

impl Lead {
    /// A lead in days of work, as planning gives it.
    pub fn say(&self, lead: Ratio, form: LeadForm) -> String {
        let days = tenths(lead);
        let size = days.trim_start_matches('−');
        let is_behind = lead.tenths() < 0;
        match form {
            LeadForm::Days => self.amount(days),
            LeadForm::Tight => self.tight(size),
            LeadForm::Short if is_behind => self.behind_short(size),
            LeadForm::Short => self.ahead_short(size),
            LeadForm::Sentence => match (size, is_behind) {
                ("0.5", true) => self.half_behind.to_owned(),
                ("0.5", false) => self.half_ahead.to_owned(),
                (_, true) => self.behind(whole(size)),
                (_, false) => self.ahead(whole(size)),
            },
        }
    }
}

impl Words {
    /// How a metric stands: the lead where that says more than the word of the status, `0.5 d
    /// ahead`.
    pub fn standing(&self, metric: &MetricOutlook) -> String {
        match (metric.status, metric.lead_days) {
            (Status::Ahead | Status::Behind, Some(lead)) => self.lead.say(lead, LeadForm::Short),
            // What cannot be placed makes a week far behind whatever its lead is.
            (Status::FarBehind, Some(lead)) if lead.tenths() <= -15 => {
                self.lead.say(lead, LeadForm::Short)
            }
            (status, _) => self.name(status).to_owned(),
        }
    }
}

/// A number without a nought behind its point.
fn whole(number: &str) -> &str {
    number.strip_suffix(".0").unwrap_or(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;
    use crate::i18n::Words;

    #[test]
    fn a_lead_is_said_in_days_of_work() {
        let cases = [
            (5, "half a day ahead", "领先半天"),
            (-5, "half a day behind", "落后半天"),
            (-12, "1.2 days behind", "落后 1.2 天"),
            (10, "1 day ahead", "领先 1 天"),
            (0, "0 days ahead", "领先 0 天"),
        ];
        for (tenths, english, chinese) in cases {
            let lead = Ratio::new(tenths, 10).unwrap();
            let said = Language::ALL
                .map(|language| Words::of(language).lead.say(lead, LeadForm::Sentence));
            assert_eq!(said, [english, chinese]);
        }
    }

    #[test]
    fn a_lead_has_shorter_forms() {
        let behind = Ratio::new(-5, 10).unwrap();
        let ahead = Ratio::new(8, 10).unwrap();
        let cases = [
            (Language::En, behind, LeadForm::Short, "0.5 d behind"),
            (Language::ZhCn, ahead, LeadForm::Short, "领先 0.8 天"),
            (Language::En, behind, LeadForm::Days, "−0.5 days"),
            (Language::ZhCn, behind, LeadForm::Days, "−0.5 天"),
            (Language::En, behind, LeadForm::Tight, "0.5d"),
        ];
        for (language, lead, form, text) in cases {
            assert_eq!(Words::of(language).lead.say(lead, form), text);
        }
    }
}

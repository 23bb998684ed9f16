//! Rules of repetition as people type and read them, in both languages.
//!
//! What is read is forgiving: spaces, commas, *every* and 每 may stand or not.
//!
//! ```
//! # use salesweek::domain::Language;
//! # use salesweek::i18n::{read_rule, rule_name};
//! let rule = read_rule("每两周周一、周三")?;
//! assert_eq!(rule.to_string(), "2w mon,wed");
//! assert_eq!(rule, read_rule("every 2 weeks mon, wed")?);
//! assert_eq!(rule_name(Language::ZhCn, rule), "每两周周一、周三");
//! assert_eq!(rule_name(Language::En, rule), "every 2 weeks: Mon, Wed");
//! # Ok::<(), salesweek::i18n::ReadError>(())
//! ```

use super::dates::{WeekdayForm, weekday};
use super::named::fold;
use super::read::{ReadError, read_weekday};
use super::words::Words;
use crate::domain::{ByDay, ChosenDays, Language, Rule, Weekday, shown};

/// What one says of a rule without days of its own, folded and without *every* and *the*.
const NAMES: [(Rule, &[&str]); 5] = [
    (
        Rule::Workdays,
        &[
            "workdays",
            "workday",
            "working days",
            "working day",
            "weekdays",
            "weekday",
            "daily",
            "day",
            "工作日",
            "个工作日",
            "天",
            "日",
        ],
    ),
    (
        Rule::FirstOfWeek,
        &[
            "first of week",
            "first workday of week",
            "first working day of week",
            "周第一个工作日",
            "周首个工作日",
            "周首日",
        ],
    ),
    (
        Rule::LastOfWeek,
        &[
            "last of week",
            "last workday of week",
            "last working day of week",
            "周最后一个工作日",
            "周最后工作日",
            "周末日",
        ],
    ),
    (
        Rule::FirstOfMonth,
        &[
            "first of month",
            "first workday of month",
            "first working day of month",
            "月第一个工作日",
            "月首个工作日",
            "月初",
            "月月初",
            "月首日",
        ],
    ),
    (
        Rule::LastOfMonth,
        &[
            "last of month",
            "last workday of month",
            "last working day of month",
            "月最后一个工作日",
            "月最后工作日",
            "月底",
            "月月底",
            "月末",
        ],
    ),
];

/// A rule: `workdays`, `mon,wed`, `2w mon`, `last-of-month`, `每个工作日`, `周一周三`,
/// `每两周周一`, `每月最后一个工作日` and the like.
///
/// Weekdays alone are a rule here; where a text may mean one day as well, the caller asks for
/// [`says_every`] besides.
pub fn read_rule(text: &str) -> Result<Rule, ReadError> {
    let folded = fold(text);
    let bare = without_every(&folded);
    let said: Vec<_> = bare.split(' ').filter(|word| *word != "the").collect();
    let said = said.join(" ").replace(OF_EVERY, " of ");
    let mut names = NAMES.iter();
    names
        .find(|(_, names)| names.contains(&said.as_str()))
        .map(|(rule, _)| *rule)
        .or_else(|| chosen(&said).map(Rule::Weekdays))
        .ok_or_else(|| ReadError::Rule(shown(text)))
}

/// How a rule may say *every* at its end: `last working day of every month`.
const OF_EVERY: &str = " of every ";

/// Whether a text says that something comes again: it begins with *every*, 每 or 隔, or is of
/// *every* month or week.
pub fn says_every(text: &str) -> bool {
    let folded = fold(text);
    without_every(&folded) != folded || folded.starts_with('隔') || folded.contains(OF_EVERY)
}

fn without_every(folded: &str) -> &str {
    let every = ["every ", "each ", "每"];
    let rest = every.into_iter().find_map(|word| folded.strip_prefix(word));
    rest.unwrap_or(folded).trim_start()
}

/// Days of the week, every so many weeks.
fn chosen(said: &str) -> Option<ChosenDays> {
    let (weeks, names) = weeks(said)?;
    let mut days = ByDay([false; 7]);
    let is_chinese = !names.is_ascii();
    let read = if is_chinese { chinese } else { english };
    for day in read(names)? {
        days[day] = true;
    }
    ChosenDays::new(days, weeks)
}

/// Every how many weeks, and what is left: `2w`, `2 weeks`, `other week`, `两周`, `隔周`.
fn weeks(said: &str) -> Option<(u8, &str)> {
    let words = [
        ("other week", 2),
        ("second week", 2),
        ("weekly", 1),
        ("week", 1),
        ("隔周", 2),
        ("双周", 2),
        ("两周", 2),
        ("两个星期", 2),
        ("两星期", 2),
        ("三周", 3),
        ("四周", 4),
    ];
    let mut words = words.into_iter();
    if let Some((rest, weeks)) =
        words.find_map(|(word, weeks)| Some((said.strip_prefix(word)?, weeks)))
    {
        return after_weeks(rest).map(|rest| (weeks, rest));
    }
    let digits = said.len() - said.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = said.split_at_checked(digits)?;
    if number.is_empty() {
        return Some((1, said));
    }
    let units = ["weeks", "week", "w", "个星期", "星期", "周"];
    let rest = rest.trim_start();
    let rest = units.into_iter().find_map(|unit| rest.strip_prefix(unit))?;
    Some((number.parse().ok()?, after_weeks(rest)?))
}

/// What stands after the number of weeks; something must.
fn after_weeks(rest: &str) -> Option<&str> {
    let rest = rest.trim_start_matches([' ', ':', '的', ',', '，']);
    let rest = rest.strip_prefix("on ").unwrap_or(rest);
    (!rest.is_empty()).then_some(rest)
}

/// `mon, wed` or `monday and friday`.
fn english(names: &str) -> Option<Vec<Weekday>> {
    let names = names.split([' ', ',', '+', '/', '&']);
    let names = names.filter(|name| !name.is_empty() && *name != "and" && *name != "on");
    names
        .map(|name| read_weekday(name).or_else(|| read_weekday(name.strip_suffix('s')?)))
        .collect()
}

/// 周一周三, 周一、三 or 周一三五.
fn chinese(names: &str) -> Option<Vec<Weekday>> {
    let names = names.strip_prefix("逢").unwrap_or(names);
    let prefix = ["周", "星期", "礼拜"];
    let begins = prefix.iter().any(|word| names.starts_with(word));
    let mut days = names.to_owned();
    for word in prefix {
        days = days.replace(word, "");
    }
    let days = days.chars().filter(|c| !" 、,，和及与".contains(*c));
    let days = days.map(|day| read_weekday(&format!("周{day}")));
    days.collect::<Option<Vec<_>>>().filter(|_| begins)
}

/// A rule as a sentence or a list says it.
pub fn rule_name(language: Language, rule: Rule) -> String {
    let words = &Words::of(language).rules;
    let named = match rule {
        Rule::Workdays => words.workdays,
        Rule::FirstOfWeek => words.first_of_week,
        Rule::LastOfWeek => words.last_of_week,
        Rule::FirstOfMonth => words.first_of_month,
        Rule::LastOfMonth => words.last_of_month,
        Rule::Weekdays(chosen) => return chosen_name(language, chosen),
    };
    named.to_owned()
}

fn chosen_name(language: Language, chosen: ChosenDays) -> String {
    let words = &Words::of(language).rules;
    let days = chosen.days();
    let days: Vec<_> = days
        .map(|day| weekday(language, day, WeekdayForm::Short))
        .collect();
    let days = days.join(match language {
        Language::En => ", ",
        Language::ZhCn => "、",
    });
    match chosen.weeks() {
        1 => words.weekly(days),
        2 => words.every_second_week(days),
        weeks => words.every_weeks(weeks, days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_read_in_both_languages() {
        let cases: [(&str, &[&str]); 9] = [
            (
                "workdays",
                &[
                    "workdays",
                    "Workdays",
                    "every working day",
                    "every workday",
                    "daily",
                    "每个工作日",
                    "每工作日",
                    "工作日",
                    "每天",
                ],
            ),
            (
                "mon,wed",
                &[
                    "mon,wed",
                    "mon wed",
                    "Mon, Wed",
                    "every Monday and Wednesday",
                    "mondays, wednesdays",
                    "周一周三",
                    "每周一、周三",
                    "每周一三",
                    "每周一和周三",
                    "星期一，星期三",
                    "1w mon,wed",
                ],
            ),
            ("sun", &["sun", "every sunday", "周日", "每星期天"]),
            (
                "2w mon",
                &[
                    "2w mon",
                    "2 weeks mon",
                    "every 2 weeks on Monday",
                    "every other week mon",
                    "每两周周一",
                    "每2周周一",
                    "每２周的周一",
                    "隔周周一",
                    "双周周一",
                    "两周周一",
                ],
            ),
            (
                "3w tue,fri",
                &["every 3 weeks: tue, fri", "每三周周二、周五"],
            ),
            (
                "first-of-week",
                &[
                    "first-of-week",
                    "first of the week",
                    "first working day of the week",
                    "每周第一个工作日",
                ],
            ),
            ("last-of-week", &["last-of-week", "每周最后一个工作日"]),
            (
                "first-of-month",
                &["first of month", "每月第一个工作日", "月初"],
            ),
            (
                "last-of-month",
                &[
                    "last-of-month",
                    "last workday of the month",
                    "the last working day of every month",
                    "每月最后一个工作日",
                    "每月月底",
                    "月末",
                ],
            ),
        ];
        for (rule, texts) in cases {
            for text in texts {
                let read = read_rule(text).map(|rule| rule.to_string());
                assert_eq!(read, Ok(rule.to_owned()), "`{text}`");
            }
        }
    }

    #[test]
    fn what_is_no_rule_is_refused_with_what_would_be() {
        for text in [
            "",
            "every",
            "每",
            "2w",
            "0w mon",
            "99w mon",
            "mon,xyz",
            "一三",
            "每两周",
            "周八",
            "2 mon",
            "monthly",
        ] {
            let read = read_rule(text);
            assert_eq!(read, Err(ReadError::Rule(text.to_owned())), "`{text}`");
        }
        assert_eq!(
            read_rule("monthly").unwrap_err().to_string(),
            "`monthly` is no rule; write one like workdays, mon,wed, 2w mon, last-of-week or first-of-month"
        );
    }

    #[test]
    fn every_rule_is_read_as_it_is_said() {
        for text in [
            "workdays",
            "mon",
            "mon,wed,sun",
            "2w fri",
            "3w mon,tue",
            "52w sat",
            "first-of-week",
            "last-of-week",
            "first-of-month",
            "last-of-month",
        ] {
            let rule: Rule = text.parse().unwrap();
            for language in Language::ALL {
                let name = rule_name(language, rule);
                assert_eq!(read_rule(&name), Ok(rule), "`{name}`");
            }
        }
    }

    #[test]
    fn every_and_its_like_say_that_something_comes_again() {
        for text in [
            "every mon",
            "Each Friday",
            "first of every week",
            "每周一",
            "隔周周一",
        ] {
            assert!(says_every(text), "`{text}`");
        }
        for text in ["mon", "周一", "everyone", "下周一"] {
            assert!(!says_every(text), "`{text}`");
        }
    }
}

//! Why an edit was not made.

use super::Say;
use crate::domain::change::{ChangeError, LARGEST_AMOUNT, Noun};
use crate::domain::{
    Amount, Language, Letter, MOST_REPEATS, MOST_WHYS, MOST_WINS, MetricId, Settings,
};
use crate::i18n::{AmountStyle, Words, date};
use crate::store::StoreError;

/// What a kind of record is called in Chinese.
pub(super) const fn noun(noun: Noun) -> &'static str {
    match noun {
        Noun::Outlook => "市场行情",
        Noun::Focus => "重点",
        Noun::Target => "目标",
        Noun::Pin => "锁定的配额",
        Noun::Task => "任务",
        Noun::Entry => "记录",
        Noun::Event => "突发情况",
        Noun::Day => "这一天",
        Noun::Cause => "原因",
        Noun::Lesson => "经验",
        Noun::Improvement => "改进措施",
        Noun::Answer => "回答",
        Noun::Seal => "归档",
        Noun::Settings => "设置",
        Noun::Metric => "指标",
        Noun::Repeat => "重复任务",
    }
}

/// Why the store did not make an edit, as [`say_change`] says it.
pub fn say_refused(error: &StoreError, language: Language, settings: &Settings) -> String {
    match error {
        StoreError::Change(error) => say_change(error, language, settings),
        StoreError::Folder(_)
        | StoreError::Unreadable(_)
        | StoreError::NoBackup { .. }
        | StoreError::NotEmpty => error.say(language),
    }
}

/// Why an edit was not made, its metric by name, its amounts in their unit and its day as days
/// are said: `Revenue has a target of ¥500,000 now`.
pub fn say_change(error: &ChangeError, language: Language, settings: &Settings) -> String {
    let messages = &Words::of(language).messages;
    let known = |metric: &MetricId| {
        let metric = settings.metric(metric)?;
        let style = AmountStyle {
            language,
            unit: metric.unit,
            currency: settings.currency,
        };
        Some((Words::of(language).metric_name(metric), style))
    };
    let said = match error {
        ChangeError::TargetNow { metric, found } => {
            known(metric).map(|(name, style)| match found {
                Some(found) => messages.target_now(name, style.exact(*found)),
                None => messages.no_target_now(name),
            })
        }
        ChangeError::BelowZero {
            metric,
            total,
            taken,
        } => known(metric).map(|(name, style)| {
            messages.below_zero(name, style.exact(*total), style.exact(*taken))
        }),
        ChangeError::TaskBelowZero {
            task,
            metric,
            total,
            taken,
        } => known(metric).map(|(name, style)| {
            messages.task_below_zero(task, name, style.exact(*total), style.exact(*taken))
        }),
        ChangeError::Future(day) => Some(messages.still_to_come(date(language, *day))),
        _ => None,
    };
    said.unwrap_or_else(|| error.say(language))
}

impl Say for ChangeError {
    fn chinese(&self) -> String {
        match self {
            Self::Sealed(week) => {
                format!("{week} 周已归档；`salesweek reopen --week {week}` 可以重新打开")
            }
            Self::NotSealed(week) => format!("{week} 周没有归档"),
            Self::UnknownMetric(metric) => format!("没有指标 `{metric}`"),
            Self::Retired(metric) => {
                format!("指标 `{metric}` 已停用；`salesweek metric restore {metric}` 可以恢复")
            }
            Self::NoTarget { metric, week } => format!("`{metric}` 在 {week} 周没有目标"),
            Self::Gone {
                noun: what,
                id,
                week,
            } => {
                format!("{week} 周里没有{} `{id}`", noun(*what))
            }
            Self::Taken { noun: what, id } => format!("已经有{} `{id}`", noun(*what)),
            Self::NotOpen(id) => format!("任务 `{id}` 不在未完成状态"),
            Self::IsOpen(id) => format!("任务 `{id}` 还没有完成"),
            Self::Future(day) => format!("{day} 还没有到"),
            Self::NotClosed(day) => format!("{day} 还没有收工"),
            Self::OutsideWeek { day, week } => format!("{day} 不在 {week} 周"),
            Self::BeforeSince { day, since } => {
                format!("目标从 {since} 算起，{day} 没有配额，不能锁定")
            }
            Self::BelowZero {
                metric,
                total,
                taken,
            } => format!(
                "本周 `{metric}` 只有 {}，不能减去 {}",
                total.units(),
                taken.units()
            ),
            Self::TaskBelowZero {
                task,
                metric,
                total,
                taken,
            } => format!(
                "任务 `{task}` 的 `{metric}` 只有 {}，不能减去 {}",
                total.units(),
                taken.units()
            ),
            Self::OtherMetric { task, metric } => format!("任务 `{task}` 只计入 `{metric}`"),
            Self::NotPositive => "数量必须大于 0".to_owned(),
            Self::Negative => "数量不能小于 0".to_owned(),
            Self::Zero => "数量不能为 0".to_owned(),
            Self::TooLarge => format!("数量太大；最大 {}", LARGEST_AMOUNT.units()),
            Self::StretchTooLow => "挑战目标必须高于目标".to_owned(),
            Self::AmountAlone => "数量要有对应的指标".to_owned(),
            Self::TooManyWins(found) => format!("一天最多记 {MOST_WINS} 个亮点，却有 {found} 个"),
            Self::TooManyWhys(found) => format!("一个原因最多追问 {MOST_WHYS} 次，却有 {found} 次"),
            Self::NoCause => "追问的是未达成目标或未完成任务的原因；先给出原因".to_owned(),
            Self::Mood(found) => format!("心情是 1 到 5 的数，却是 {found}"),
            Self::Estimate(found) => format!("预计用时是 1 到 1440 分钟，却是 {found}"),
            Self::Text(error) => error.chinese(),
            Self::TooManyEntries(week) => format!("{week} 周的记录已经满了"),
            Self::NotNextWeek { day, next } => {
                format!("改进措施会成为 {next} 周的任务，{day} 不在那一周")
            }
            Self::SameWeek(week) => format!("任务已经在 {week} 周"),
            Self::TargetNow { metric, found } => {
                format!("`{metric}` 的目标现在是 {}", found.map_or(0, Amount::units))
            }
            Self::Changed(what) => format!("{}后来改过", noun(*what)),
            Self::LetterTaken { letter, free } if free.is_empty() => {
                format!("计数键 `{letter}` 已被占用；没有可用的键")
            }
            Self::LetterTaken { letter, free } => {
                let free: Vec<_> = free.iter().map(Letter::to_string).collect();
                format!("计数键 `{letter}` 已被占用；可用：{}", free.join(" "))
            }
            Self::MetricExists(metric) => format!("已经有指标 `{metric}`"),
            Self::UnitInUse { metric, week } => {
                format!("{week} 周里有 `{metric}`，单位不能再改")
            }
            Self::UnitMisfit => "这和指标的单位不相符".to_owned(),
            Self::OrderIncomplete(in_use) => {
                let in_use: Vec<_> = in_use.iter().map(MetricId::to_string).collect();
                format!("顺序里每个在用的指标都要出现一次：{}", in_use.join("、"))
            }
            Self::CurrencyInUse { week, from, to } => {
                format!("{week} 周里有 {from} 金额，小数位和 {to} 不同；请先归档")
            }
            Self::OtherCurrency { week, from, to } => {
                format!("{week} 周的金额是 {from}，而货币是 {to}")
            }
            Self::Pattern(found) => format!("工作日安排可有 1 到 52 周，却有 {found}"),
            Self::NoRepeat(id) => format!("没有重复任务 `{id}`"),
            Self::EndsTooEarly { from, until } => {
                format!("从 {from} 开始的重复任务不能在 {until} 结束")
            }
            Self::TooManyRepeats => format!("重复任务最多 {MOST_REPEATS} 个"),
            Self::RepeatInUse(id) => {
                format!("重复任务 `{id}` 带有这样的数量；`salesweek repeat end {id}` 可以结束它")
            }
            Self::Hours => "下班时间必须晚于上班时间".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Currency, Law};

    #[test]
    fn a_refused_edit_is_told_in_the_language() {
        let error = ChangeError::Sealed("2026-W47".parse().unwrap());
        assert_eq!(
            error.say(Language::En),
            "week 2026-W47 is sealed; `salesweek reopen --week 2026-W47` opens it"
        );
        assert_eq!(
            error.say(Language::ZhCn),
            "2026-W47 周已归档；`salesweek reopen --week 2026-W47` 可以重新打开"
        );
    }

    #[test]
    fn amounts_of_an_error_are_told_in_their_unit() {
        let settings = Settings::new(Language::En, Currency::CNY, Law::None);
        let target = ChangeError::TargetNow {
            metric: "revenue".parse().unwrap(),
            found: Some(Amount::new(50_000_000)),
        };
        let training = ChangeError::BelowZero {
            metric: "training".parse().unwrap(),
            total: Amount::new(30),
            taken: Amount::new(45),
        };
        let task = ChangeError::TaskBelowZero {
            task: "k3f9c2q7".parse().unwrap(),
            metric: "training".parse().unwrap(),
            total: Amount::new(30),
            taken: Amount::new(45),
        };
        let said = |error| Language::ALL.map(|language| say_change(error, language, &settings));
        assert_eq!(
            said(&target),
            [
                "Revenue has a target of ¥500,000 now",
                "销售额的目标现在是 ¥500,000"
            ]
        );
        assert_eq!(
            said(&training),
            [
                "the week has 30 min of Training, so that 45 min cannot be taken away",
                "本周培训只有 30 分，不能减去 45 分"
            ]
        );
        assert_eq!(
            said(&task),
            [
                "the task `k3f9c2q7` has 30 min of Training, so that 45 min cannot be taken away",
                "任务 `k3f9c2q7` 的培训只有 30 分，不能减去 45 分"
            ]
        );
        let sealed = ChangeError::Sealed("2026-W47".parse().unwrap());
        assert_eq!(said(&sealed)[0], sealed.to_string());
    }

    #[test]
    fn a_letter_that_is_taken_brings_those_that_are_free() {
        let taken = |free: &[char]| {
            let letter = |sign: &char| Letter::new(*sign).unwrap();
            let free = free.iter().map(letter).collect();
            let letter = letter(&'c');
            let error = ChangeError::LetterTaken { letter, free };
            Language::ALL.map(|language| error.say(language))
        };
        assert_eq!(
            taken(&['b', 'v']),
            [
                "the letter `c` is taken; free: b v",
                "计数键 `c` 已被占用；可用：b v"
            ]
        );
        assert_eq!(
            taken(&[]),
            [
                "the letter `c` is taken; none is free",
                "计数键 `c` 已被占用；没有可用的键"
            ]
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        let error = ChangeError::Gone {
            noun: Noun::Task,
            id: "k3f9c2q7".parse().unwrap(),
            week: "2026-W48".parse().unwrap(),
        };
        assert_eq!(error.chinese(), "2026-W48 周里没有任务 `k3f9c2q7`");
    }
}

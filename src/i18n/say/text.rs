//! Why a text is no amount, day, week, id or line.

use super::Say;
use crate::domain::{
    AmountError, DayError, IdError, LONGEST_LINE, MetricIdError, Reading, TextError, Unit, shown,
};
use crate::i18n::ReadError;

impl Say for AmountError {
    fn chinese(&self) -> String {
        match self {
            Self::Missing { reading } => {
                format!("没有写数量；可以写 {}", examples(*reading))
            }
            Self::Unexpected {
                text,
                found,
                at,
                reading,
            } => format!(
                "`{text}` 第 {at} 个字 `{}` 不能出现在{}里；可以写 {}",
                shown(&found.to_string()),
                thing(*reading),
                examples(*reading)
            ),
            Self::Unfinished { text, reading } => {
                let (thing, examples) = (thing(*reading), examples(*reading));
                format!("`{text}` 没有写完；{thing}可以写 {examples}")
            }
            Self::Commas { text } => {
                format!("`{text}` 的逗号不在千位上；请写 1,200 或 1200")
            }
            Self::Fraction { text, reading } => format!("`{text}` {}", too_fine(*reading)),
            Self::OtherCurrency { text, reading } => format!(
                "`{text}` 是另一种货币；金额都用 {}，可以写 {}",
                reading.currency,
                examples(*reading)
            ),
            Self::NotMoney { text, reading } => {
                let examples = examples(*reading);
                format!("`{text}` 是金额，这里不记金额；可以写 {examples}")
            }
            Self::TooLarge { text, reading } => {
                format!("`{text}` 太大；最多写 {} 位数", reading.most_digits())
            }
            Self::BelowZero { text } => format!("`{text}` 小于 0；目标不能为负"),
        }
    }
}

const fn thing(reading: Reading) -> &'static str {
    match reading.unit {
        Unit::Count | Unit::Score => "数量",
        Unit::Money => "金额",
        Unit::Minutes => "时长",
    }
}

const fn examples(reading: Reading) -> &'static str {
    match reading.unit {
        Unit::Count | Unit::Money => "50、1,200 或 50万",
        Unit::Minutes => "30、1小时30分 或 1.5h",
        Unit::Score => "7 或 85",
    }
}

fn too_fine(reading: Reading) -> String {
    let examples = examples(reading);
    match reading.unit {
        Unit::Count | Unit::Score => format!("不是整数；可以写 {examples}"),
        Unit::Minutes => format!("不是整分钟；时长可以写 {examples}"),
        Unit::Money => {
            let (smallest, currency) = (reading.smallest(), reading.currency);
            format!("有小于 {smallest} {currency} 的部分；请去掉")
        }
    }
}

impl Say for DayError {
    fn chinese(&self) -> String {
        match self {
            Self::Day(text) => format!("应为 2026-11-25 这样的日期，却是 `{text}`"),
            Self::Week(text) => format!("应为 2026-W48 这样的周，却是 `{text}`"),
            Self::Moment(text) => {
                format!("应为 2026-11-25T09:52:31+08:00 这样的时刻，却是 `{text}`")
            }
            Self::Time(text) => format!("应为 09:30 这样的时间，却是 `{text}`"),
        }
    }
}

impl Say for ReadError {
    fn chinese(&self) -> String {
        match self {
            Self::Day(text) => {
                format!("`{text}` 不是日期；可以写 周三、今天、昨天、明天、wed 或 2026-11-25")
            }
            Self::Week(text) => format!("`{text}` 不是周；可以写 本周、下周、上周 或 2026-W48"),
            Self::Time(text) => format!("`{text}` 不是时间；可以写 09:30"),
            Self::Rule(text) => format!(
                "`{text}` 不是重复规则；可以写 每个工作日、周一周三、每两周周一、每周最后一个工作日 或 每月第一个工作日"
            ),
            Self::Hours(text) => format!("`{text}` 不是工作时间；请写成 09:00-18:00"),
            Self::Pattern(text) => format!(
                "`{text}` 不是工作日安排；请写 mon-fri、mon-sat、大小周，或七个百分比，轮换的几周用 `/` 隔开"
            ),
        }
    }
}

impl Say for TextError {
    fn chinese(&self) -> String {
        match self {
            Self::Empty => "内容不能为空".to_owned(),
            Self::Forbidden { code, at } => {
                format!("第 {at} 个字符 U+{code:04X} 不能出现在一行文字里")
            }
            Self::TooLong { length } => {
                format!("一行文字最多 {LONGEST_LINE} 个字，这里有 {length} 个")
            }
        }
    }
}

impl Say for MetricIdError {
    fn chinese(&self) -> String {
        let Self(text) = self;
        format!("指标编号应以小写字母开头，最多 32 个小写字母、数字或 `_`，却是 `{text}`")
    }
}

impl Say for IdError {
    fn chinese(&self) -> String {
        let Self(text) = self;
        format!("应为 k3f9c2q7 这样八位字母和数字的编号，却是 `{text}`")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Amount, Currency, Day, Language, TargetText};

    const fn reading(unit: Unit) -> Reading {
        Reading {
            unit,
            currency: Currency::CNY,
        }
    }

    #[test]
    fn a_text_that_is_no_amount_is_refused_in_chinese() {
        use Unit::{Count, Minutes, Money, Score};
        let cases = [
            (Count, "", "没有写数量；可以写 50、1,200 或 50万"),
            (
                Count,
                "5x",
                "`5x` 第 2 个字 `x` 不能出现在数量里；可以写 50、1,200 或 50万",
            ),
            (
                Minutes,
                "1小时5x",
                "`1小时5x` 第 5 个字 `x` 不能出现在时长里；可以写 30、1小时30分 或 1.5h",
            ),
            (Count, "5.", "`5.` 没有写完；数量可以写 50、1,200 或 50万"),
            (Count, "1,2", "`1,2` 的逗号不在千位上；请写 1,200 或 1200"),
            (Score, "7.5", "`7.5` 不是整数；可以写 7 或 85"),
            (Money, "1.234", "`1.234` 有小于 0.01 CNY 的部分；请去掉"),
            (
                Money,
                "$5",
                "`$5` 是另一种货币；金额都用 CNY，可以写 50、1,200 或 50万",
            ),
            (
                Count,
                "¥5",
                "`¥5` 是金额，这里不记金额；可以写 50、1,200 或 50万",
            ),
            (
                Money,
                "99999999999999999999",
                "`99999999999999999999` 太大；最多写 16 位数",
            ),
        ];
        for (unit, text, sentence) in cases {
            let error = Amount::read(text, reading(unit)).unwrap_err();
            assert_eq!(error.chinese(), sentence);
        }
        let error = TargetText::read("-5", reading(Count)).unwrap_err();
        assert_eq!(error.chinese(), "`-5` 小于 0；目标不能为负");
    }

    #[test]
    fn a_day_is_refused_in_the_language() {
        let error = "25 Nov".parse::<Day>().unwrap_err();
        assert_eq!(
            error.say(Language::En),
            "expected a date like 2026-11-25, found `25 Nov`"
        );
        assert_eq!(
            error.say(Language::ZhCn),
            "应为 2026-11-25 这样的日期，却是 `25 Nov`"
        );
    }
}

//! What the store does not give or take, and what is wrong with a file.

use super::Say;
use crate::domain::change::LARGEST_AMOUNT;
use crate::domain::{FaultKind, MOST_ENTRIES};
use crate::store::{Seen, StoreError, Unreadable, Wanted, Warning, Wrong};

impl Say for StoreError {
    fn chinese(&self) -> String {
        match self {
            Self::Folder(error) => error.chinese(),
            Self::Unreadable(error) => error.chinese(),
            Self::Change(error) => error.chinese(),
            Self::NoBackup { name } => {
                format!("没有可用的备份 `{name}`；`salesweek doctor` 会列出现有的备份")
            }
            Self::NotEmpty => "数据目录不是空的；请指定一个空目录".to_owned(),
        }
    }
}

impl Say for Warning {
    fn chinese(&self) -> String {
        match self {
            Self::NoLocks => "这个文件系统没有文件锁：请不要同时让两个 salesweek 写入".to_owned(),
            Self::Unconfirmed(error) => error.chinese(),
        }
    }
}

impl Say for Unreadable {
    fn chinese(&self) -> String {
        format!("{}:{}: {}", self.file, self.place, self.wrong.chinese())
    }
}

impl Say for Wrong {
    fn chinese(&self) -> String {
        match self {
            Self::ByteOrderMark => {
                "文件开头有字节顺序标记（BOM）；请存为不带 BOM 的 UTF-8".to_owned()
            }
            Self::NotUtf8 => "这里不是 UTF-8".to_owned(),
            Self::CutOff => "文件到一半就结束了；可能是写入时中断".to_owned(),
            Self::NotJson(words) => format!("这里不是 JSON：{}", mistake(words)),
            Self::NoVersion { newest } => format!("应有 `\"version\": {newest}`"),
            Self::Newer { found, newest } => format!(
                "由更新的 salesweek 写成（版本 {found}；当前程序最多读到 {newest}）；请升级"
            ),
            Self::NeverWas { found, newest } => {
                format!("没有过版本 {found}；应为 {newest}")
            }
            Self::UnknownField(field) => {
                format!("不认识字段 `{field}`；是写错了，还是来自更新的 salesweek？")
            }
            Self::MissingField(field) => format!("缺少字段 `{field}`"),
            Self::Twice(key) => format!("键 `{key}` 出现了两次"),
            Self::Unexpected { wanted, seen } => {
                format!("应为{}，却是{}", wanted.chinese(), seen.chinese())
            }
            Self::Unsound(kind) => kind.chinese(),
        }
    }
}

/// What the parser calls a mistake, in Chinese; what it has no words for stays as it is.
fn mistake(words: &str) -> &str {
    match words {
        "expected value" => "应为一个值",
        "expected ident" => "应为 true、false 或 null",
        "expected `:`" => "应为 `:`",
        "expected `,` or `]`" => "应为 `,` 或 `]`",
        "expected `,` or `}`" => "应为 `,` 或 `}`",
        "expected `\"`" => "应为 `\"`",
        "key must be a string" => "键应为引号里的文字",
        "trailing comma" => "最后一项后面多了逗号",
        "trailing characters" => "结尾之后还有内容",
        "invalid escape" => "`\\` 后面的写法不对",
        "unexpected end of hex escape" => "`\\u` 后面应有四位十六进制数",
        "lone leading surrogate in hex escape" => "`\\u` 后面缺少另一半字符",
        "invalid unicode code point" => "没有这个 Unicode 字符",
        "invalid number" => "数字的写法不对",
        "number out of range" => "数字太大或太小",
        "control character (\\u0000-\\u001F) found while parsing a string" => {
            "文字里有控制字符，应写成 `\\u` 加四位数"
        }
        "recursion limit exceeded" => "嵌套得太深",
        other => other,
    }
}

impl Say for Wanted {
    fn chinese(&self) -> String {
        match self {
            Self::Object => "对象 `{…}`",
            Self::List => "列表 `[…]`",
            Self::Week => "七项的列表",
            Self::Text => "引号里的文字",
            Self::WholeNumber => "整数",
            Self::NumberInRange => "范围内的整数",
            Self::TrueOrFalse => " true 或 false",
            Self::Name => "一个名称，或只含一个名称的对象",
            Self::OneOf(names) => {
                let names: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
                return format!(" {} ", names.join("、")).trim_end().to_owned();
            }
            Self::Day => " 2026-11-25 这样的日期",
            Self::WeekId => " 2026-W48 这样的周",
            Self::Moment => " 2026-11-25T09:52:31+08:00 这样的时刻",
            Self::TimeOfDay => " 09:30 这样的时间",
            Self::Id => " k3f9c2q7 这样八位字母和数字的编号",
            Self::MetricId => "以小写字母开头、最多 32 个小写字母、数字或 `_` 的指标编号",
            Self::Letter => " b c d e n t v w 中的一个字母",
            Self::Currency => " CNY 或 USD 这样的货币",
            Self::Weight => " 0 到 200 的百分比",
            Self::MinutesStep => " 1 到 480 分钟",
            Self::Other(words) => return format!(" {words}"),
        }
        .to_owned()
    }
}

impl Say for Seen {
    fn chinese(&self) -> String {
        match self {
            Self::Text(text) => format!(" {text}"),
            Self::Object => "对象".to_owned(),
            Self::List => "列表".to_owned(),
            Self::Nothing => "空的".to_owned(),
        }
    }
}

impl Say for FaultKind {
    fn chinese(&self) -> String {
        match self {
            Self::Twice(name) => format!("`{name}` 出现了两次"),
            Self::OtherWeek { expected, found } => {
                format!("这是 {expected} 周的文件，里面却是 {found} 周")
            }
            Self::Outside { week, day } => format!("应为 {week} 周里的一天，却是 {day}"),
            Self::TooSmall { above, found } => {
                format!("应为大于 {above} 的数量，却是 {found}")
            }
            Self::TooLarge { found } => {
                format!("数量最大 {}，却是 {found}", LARGEST_AMOUNT.units())
            }
            Self::Missing => "这里缺少内容".to_owned(),
            Self::OutOfPlace => "这里不能有这个".to_owned(),
            Self::Range { least, most, found } => {
                format!("应为 {least} 到 {most} 的数，却是 {found}")
            }
            Self::TooManyLines { most, found } => format!("最多 {most} 行，却有 {found} 行"),
            Self::TooMany(found) => format!("一周最多 {MOST_ENTRIES} 条记录，这里有 {found}"),
        }
    }
}

impl Say for crate::domain::Fault {
    fn chinese(&self) -> String {
        self.kind.chinese()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;
    use crate::store::Place;

    fn in_chinese(wrong: Wrong) -> String {
        let place = Place {
            line: 12,
            column: 9,
        };
        let file = "weeks/2026-W48.json".to_owned();
        StoreError::from(Unreadable { file, place, wrong }).say(Language::ZhCn)
    }

    #[test]
    fn the_place_stands_before_what_is_wrong() {
        let wrong = Wrong::Unexpected {
            wanted: Wanted::Day,
            seen: Seen::Text("\"2026-13-01\"".to_owned()),
        };
        assert_eq!(
            in_chinese(wrong),
            "weeks/2026-W48.json:12:9: 应为 2026-11-25 这样的日期，却是 \"2026-13-01\""
        );
    }

    #[test]
    fn what_is_no_json_is_told_in_chinese() {
        for text in [
            "[",
            "[1,]",
            "[1 2]",
            "{1:2}",
            "{\"a\" 1}",
            "{\"a\":1 \"b\"}",
            "{\"a\":}",
            "{} {}",
            "nul!",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"\\ud800\"",
            "\"\\udc00\"",
            "\"\n\"",
            "01",
            "-",
            "1e999",
            &"[".repeat(200),
        ] {
            let error = serde_json::from_str::<serde_json::Value>(text).unwrap_err();
            if error.is_eof() {
                continue;
            }
            let sentence = error.to_string();
            let (sentence, _) = sentence.split_once(" at line ").unwrap();
            assert_ne!(mistake(sentence), sentence, "{text}");
        }
        let wrong = Wrong::NotJson("trailing comma".to_owned());
        assert_eq!(
            in_chinese(wrong),
            "weeks/2026-W48.json:12:9: 这里不是 JSON：最后一项后面多了逗号"
        );
    }

    #[test]
    fn names_that_may_stand_there_are_listed() {
        let names = ["keep", "stop"].map(str::to_owned).to_vec();
        let wrong = Wrong::Unexpected {
            wanted: Wanted::OneOf(names),
            seen: Seen::List,
        };
        assert_eq!(
            in_chinese(wrong),
            "weeks/2026-W48.json:12:9: 应为 `keep`、`stop`，却是列表"
        );
    }
}

//! Why a command was not carried out, in both languages.
//!
//! An error is one clear line; a hint may follow on a second. Words that could not be
//! understood end with code 2, what was understood and not done with 1. The user's own text
//! is repeated as [`shown`](crate::domain::shown) repeats it.

use thiserror::Error;

use super::help::{set_off, value_name};
use super::start::{Exit, ScreensError};
use super::usage::Usage;
use crate::domain::change::ChangeError;
use crate::domain::{
    AmountError, Day, Language, MetricId, MetricIdError, Settings, TextError, WeekId,
};
use crate::i18n::{ReadError, Say, Words, date, say_refused};
use crate::store::{FolderError, StoreError, Wrong};

/// Why a command was not carried out.
#[derive(Debug, Error)]
pub(super) enum CliError {
    /// The command line has not the form of any command.
    #[error(transparent)]
    Usage(#[from] Usage),
    /// A text that is no amount.
    #[error(transparent)]
    Amount(#[from] AmountError),
    /// A text that is no day, week, time, hours or pattern.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A text that is no metric's id.
    #[error(transparent)]
    MetricId(#[from] MetricIdError),
    /// A text that is no moment, or one that the local clock never shows.
    #[error("`{0}` is no moment; write one like 2026-11-25 or 2026-11-25T10:30")]
    Moment(String),
    /// A word that is none of the few that may stand there.
    #[error("`{text}` cannot stand for {place}; write one of {}", choices.join(", "))]
    Choice {
        text: String,
        place: String,
        choices: Vec<String>,
    },
    /// A number outside its bounds, or no number.
    #[error("{place} is a whole number from {least} to {most}, found `{text}`")]
    Number {
        text: String,
        place: String,
        least: u32,
        most: u32,
    },
    /// Money and scores, where *one* means nothing.
    #[error("an amount of `{0}` is missing")]
    NeedsAmount(MetricId),
    /// No metric is named so; `known` are those in use.
    #[error("there is no metric `{text}`; there are {}", known.join(", "))]
    NoMetric { text: String, known: Vec<String> },
    /// The beginning of several metrics' names.
    #[error("`{text}` may be {}; write more of it", fits.join(", "))]
    ManyMetrics { text: String, fits: Vec<String> },
    /// Nothing has such an id where it was looked for.
    #[error("nothing in {} has an id that begins with `{text}`", weeks(searched))]
    NoId { text: String, searched: Vec<WeekId> },
    /// No repeating task has such an id.
    #[error("no repeating task has an id that begins with `{0}`; `salesweek repeat` lists them")]
    NoRepeat(String),
    /// Several ids begin so; each with what it names.
    #[error("`{text}` begins {}; write more of it", fits.join(", "))]
    ManyIds { text: String, fits: Vec<String> },
    /// An entry for a day to come; `meant` is the same weekday a week earlier.
    #[error("{day} is still to come and takes no entry")]
    Future { day: Day, meant: Option<Day> },
    /// A leave that ends before it begins.
    #[error("{until} comes before {from}")]
    Backwards { from: Day, until: Day },
    /// A leave of more days than anybody takes.
    #[error("{0} days are more than a year")]
    TooLong(i64),
    /// What only work that comes again may say, of work that does not.
    #[error("`{0}` is for a task that comes again; say how often with `--repeat RULE`")]
    NeedsRepeat(&'static str),
    /// A week to be sealed that is still to come.
    #[error("week {week} has not begun and cannot be sealed; it begins on {from}")]
    NotBegun { week: WeekId, from: Day },
    /// An argument, by its name, that is an empty text.
    #[error("a text is missing: {0} is empty")]
    Empty(String),
    /// An edit of a task that changes none of its fields.
    #[error("nothing to change is named")]
    NothingToChange,
    /// The edit was refused.
    #[error(transparent)]
    Change(#[from] ChangeError),
    /// The edit was refused by the store; its amounts are told as the settings have them.
    #[error("{}", say_refused(error, Language::En, settings))]
    Refused {
        error: StoreError,
        settings: Box<Settings>,
    },
    /// The store could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The platform names no folder for a user's data.
    #[error("no data folder is known here; name one with `--data-dir DIR`")]
    NoFolder,
    /// The screens could not be opened, or ended.
    #[error(transparent)]
    Screens(#[from] ScreensError),
    /// What was to be printed could not be.
    #[error("the output could not be written: {0}")]
    Output(String),
}

/// Whether a backup may help: a newer file is as its own program wrote it.
fn is_damaged(error: &StoreError) -> bool {
    match error {
        StoreError::Unreadable(bad) => !matches!(bad.wrong, Wrong::Newer { .. }),
        StoreError::Folder(error) => matches!(error, FolderError::Empty { .. }),
        StoreError::Change(_) | StoreError::NoBackup { .. } | StoreError::NotEmpty => false,
    }
}

fn weeks(searched: &[WeekId]) -> String {
    let weeks: Vec<_> = searched.iter().map(WeekId::to_string).collect();
    weeks.join(", ")
}

impl CliError {
    /// Whether a text was empty that has to say something.
    pub(super) fn is_of_empty_text(&self) -> bool {
        let empty = |error: &ChangeError| matches!(error, ChangeError::Text(TextError::Empty));
        match self {
            Self::Change(error)
            | Self::Refused {
                error: StoreError::Change(error),
                ..
            } => empty(error),
            _ => false,
        }
    }

    /// With which code the program ends.
    pub(super) fn exit(&self) -> Exit {
        match self {
            Self::Usage(_)
            | Self::Amount(_)
            | Self::Read(_)
            | Self::MetricId(_)
            | Self::Moment(_)
            | Self::Choice { .. }
            | Self::Number { .. }
            | Self::NeedsAmount(_)
            | Self::Backwards { .. }
            | Self::TooLong(_)
            | Self::NeedsRepeat(_)
            | Self::NothingToChange
            | Self::Screens(ScreensError::NoTerminal) => Exit::NotUnderstood,
            Self::NoMetric { .. }
            | Self::ManyMetrics { .. }
            | Self::NoId { .. }
            | Self::NoRepeat(_)
            | Self::ManyIds { .. }
            | Self::Future { .. }
            | Self::Empty(_)
            | Self::NotBegun { .. }
            | Self::Change(_)
            | Self::Refused { .. }
            | Self::Store(_)
            | Self::NoFolder
            | Self::Screens(ScreensError::Failed(_))
            | Self::Output(_) => Exit::Refused,
        }
    }

    /// What may help, on a second line.
    pub(super) fn hint(&self, language: Language) -> Option<String> {
        match (self, language) {
            (Self::Usage(error), _) => Some(error.hint(language)),
            (Self::Store(error) | Self::Refused { error, .. }, _) if is_damaged(error) => {
                Some(Words::of(language).messages.doctor.to_owned())
            }
            (
                Self::Future {
                    meant: Some(day), ..
                },
                Language::En,
            ) => Some(format!("if {} was meant: --on {day}", date(language, *day))),
            (
                Self::Future {
                    meant: Some(day), ..
                },
                Language::ZhCn,
            ) => Some(format!("如果是指{}：--on {day}", date(language, *day))),
            _ => None,
        }
    }
}

impl Say for CliError {
    fn chinese(&self) -> String {
        let zh = Language::ZhCn;
        match self {
            Self::Usage(error) => error.chinese(),
            Self::Amount(error) => error.chinese(),
            Self::Read(error) => error.chinese(),
            Self::MetricId(error) => error.chinese(),
            Self::Change(error) => error.chinese(),
            Self::Refused { error, settings } => say_refused(error, zh, settings),
            Self::Store(error) => error.chinese(),
            Self::Moment(text) => {
                format!("`{text}` 不是时刻；请写成 2026-11-25 或 2026-11-25T10:30")
            }
            Self::Choice {
                text,
                place,
                choices,
            } => {
                let place = set_off(value_name(place, zh));
                format!("`{text}` 不能作为{place}；可写 {}", choices.join("、"))
            }
            Self::Number {
                text,
                place,
                least,
                most,
            } => format!("{place} 应为 {least} 到 {most} 的整数，写的是 `{text}`"),
            Self::NeedsAmount(metric) => format!("缺少 `{metric}` 的数量"),
            Self::NoMetric { text, known } => {
                format!("没有指标 `{text}`；现有 {}", known.join("、"))
            }
            Self::ManyMetrics { text, fits } => {
                format!("`{text}` 可能是 {}；请多写几个字", fits.join("、"))
            }
            Self::NoRepeat(text) => {
                format!("没有编号以 `{text}` 开头的重复任务；`salesweek repeat` 列出它们")
            }
            Self::NoId { text, searched } => {
                let searched: Vec<_> = searched.iter().map(WeekId::to_string).collect();
                format!("{} 中没有以 `{text}` 开头的编号", searched.join("、"))
            }
            Self::ManyIds { text, fits } => {
                format!("以 `{text}` 开头的有 {}；请多写几位", fits.join("、"))
            }
            Self::Future { day, .. } => format!("{} 还没到，不能记录", date(zh, *day)),
            Self::Backwards { from, until } => format!("{until} 早于 {from}"),
            Self::TooLong(days) => format!("{days} 天超过一年"),
            Self::NeedsRepeat(option) => {
                format!("`{option}` 只用于重复的任务；用 `--repeat 规则` 写明多久一次")
            }
            Self::Empty(option) if option.starts_with('-') => format!("`{option}` 不能为空"),
            Self::Empty(place) => format!("{}不能为空", value_name(place, zh)),
            Self::NotBegun { week, .. } => format!("{week} 周还没开始，不能归档"),
            Self::NothingToChange => "没有写明要改什么".to_owned(),
            Self::NoFolder => "这里没有已知的数据目录；请用 `--data-dir 目录` 指定".to_owned(),
            Self::Screens(ScreensError::NoTerminal) => {
                "界面需要终端；`salesweek --help` 列出各个命令".to_owned()
            }
            Self::Screens(ScreensError::Failed(why)) => format!("终端出错：{why}"),
            Self::Output(why) => format!("无法写出结果：{why}"),
        }
    }
}

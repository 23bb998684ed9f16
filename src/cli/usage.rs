//! Command lines that have the form of no command, said in either language.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use thiserror::Error;

use super::help::{set_off, value_name};
use crate::domain::{Language, shown};
use crate::i18n::Say;

/// Why the words of a command line form no command, and whose help would say more.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{fault}")]
pub(super) struct Usage {
    /// The command as far as it was understood: `salesweek target`.
    pub(super) path: String,
    pub(super) fault: Fault,
}

/// What is wrong with a command line.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub(super) enum Fault {
    #[error("there is no command `{text}`{}", meant(near.as_deref()))]
    NoCommand { text: String, near: Option<String> },
    #[error("a command is missing")]
    NothingAsked,
    #[error("there is no option `{text}` here{}", meant(near.as_deref()))]
    NoOption { text: String, near: Option<String> },
    #[error("`{text}` is one word too many; a text of several words stands in quotes")]
    Surplus { text: String },
    #[error("{} is missing", list(what, Language::En))]
    Missing { what: Vec<String> },
    #[error("`{option}` needs a value")]
    NoValue { option: String },
    #[error("`{option}` stands twice")]
    Twice { option: String },
    #[error("`{option}` cannot stand beside `{other}`")]
    Conflict { option: String, other: String },
    #[error("`{option}` has no meaning for `{command}`")]
    Meaningless {
        option: &'static str,
        command: String,
    },
    #[error("the words are not readable text (UTF-8)")]
    NotText,
    #[error("the words could not be understood")]
    Unclear,
}

impl Usage {
    pub(super) fn of(error: &clap::Error, path: String) -> Self {
        let fault = Fault::of(error);
        Self { path, fault }
    }

    pub(super) fn hint(&self, language: Language) -> String {
        match language {
            Language::En => format!("see `{} --help`", self.path),
            Language::ZhCn => format!("用法见 `{} --help`", self.path),
        }
    }
}

impl Say for Usage {
    fn chinese(&self) -> String {
        self.fault.chinese()
    }
}

impl Fault {
    fn of(error: &clap::Error) -> Self {
        let text = |kind| context(error, kind).into_iter().next();
        let invalid = text(ContextKind::InvalidArg).unwrap_or_default();
        match error.kind() {
            ErrorKind::InvalidSubcommand => Self::NoCommand {
                text: text(ContextKind::InvalidSubcommand).unwrap_or_default(),
                near: text(ContextKind::SuggestedSubcommand),
            },
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Self::NothingAsked
            }
            ErrorKind::UnknownArgument if invalid.starts_with('-') => Self::NoOption {
                text: invalid,
                near: text(ContextKind::SuggestedArg),
            },
            ErrorKind::UnknownArgument => Self::Surplus { text: invalid },
            ErrorKind::MissingRequiredArgument => Self::Missing {
                what: context(error, ContextKind::InvalidArg),
            },
            ErrorKind::InvalidValue
            | ErrorKind::NoEquals
            | ErrorKind::TooFewValues
            | ErrorKind::WrongNumberOfValues => Self::NoValue {
                option: name(&invalid),
            },
            ErrorKind::TooManyValues => Self::Surplus {
                text: text(ContextKind::InvalidValue).unwrap_or_default(),
            },
            ErrorKind::ArgumentConflict => Self::conflict(
                name(&invalid),
                text(ContextKind::PriorArg).map(|other| name(&other)),
            ),
            ErrorKind::InvalidUtf8 => Self::NotText,
            _ => Self::Unclear,
        }
    }

    fn conflict(option: String, other: Option<String>) -> Self {
        match other {
            Some(other) if other != option => Self::Conflict { option, other },
            Some(_) | None => Self::Twice { option },
        }
    }

    fn chinese(&self) -> String {
        let meant = |near: &Option<String>| match near {
            Some(near) => format!("；您要的是 `{near}` 吗？"),
            None => String::new(),
        };
        match self {
            Self::NoCommand { text, near } => format!("没有命令 `{text}`{}", meant(near)),
            Self::NothingAsked => "缺少命令".to_owned(),
            Self::NoOption { text, near } => format!("这里没有选项 `{text}`{}", meant(near)),
            Self::Surplus { text } => {
                format!("多了一个词 `{text}`；几个词的文字请放在引号里")
            }
            Self::Missing { what } => format!("缺少{}", set_off(&list(what, Language::ZhCn))),
            Self::NoValue { option } => format!("`{option}` 后面要有值"),
            Self::Twice { option } => format!("`{option}` 写了两次"),
            Self::Conflict { option, other } => {
                format!("`{option}` 不能和 `{other}` 一起用")
            }
            Self::Meaningless { option, command } => {
                format!("`{option}` 对 `{command}` 没有意义")
            }
            Self::NotText => "输入不是可读的文字（UTF-8）".to_owned(),
            Self::Unclear => "看不懂这些输入".to_owned(),
        }
    }
}

/// What the parser says about an error, each part made printable.
fn context(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![shown(text)],
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| shown(text)).collect(),
        _ => Vec::new(),
    }
}

/// An option without its value: `--on` of `--on <DAY>`.
fn name(argument: &str) -> String {
    let first = argument.split([' ', '=', '[']).next();
    first.unwrap_or(argument).to_owned()
}

fn meant(near: Option<&str>) -> String {
    near.map(|near| format!("; did you mean `{near}`?"))
        .unwrap_or_default()
}

/// What is missing, each as the reader's language names it: `<METRIC>` is *METRIC*, *指标*.
fn list(what: &[String], language: Language) -> String {
    let said = what.iter().map(|argument| match argument.split_once(" <") {
        Some((option, _)) => option.to_owned(),
        None => value_name(argument.trim_matches(['<', '>', '.']), language).to_owned(),
    });
    let separator = match language {
        Language::En => ", ",
        Language::ZhCn => "、",
    };
    said.collect::<Vec<_>>().join(separator)
}

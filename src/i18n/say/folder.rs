//! What may go wrong with the data folder.

use super::Say;
use crate::store::{Doing, Fault, FolderError, Found, SIZE_LIMIT};

impl Say for FolderError {
    fn chinese(&self) -> String {
        match self {
            Self::Io { doing, file, fault } => {
                format!("无法{} `{file}`：{}", doing.chinese(), fault.chinese())
            }
            Self::Outside { name } => format!("`{name}` 不是数据目录里的文件名"),
            Self::Link { file } => {
                format!("`{file}` 是符号链接，不会通过链接写入；请换成文件或目录本身")
            }
            Self::NotAFile { file, found } => {
                format!("`{file}` 应是文件，却是{}", found.chinese())
            }
            Self::NotAFolder { file } => format!("`{file}` 应是目录，却不是"),
            Self::TooLarge { file, size } => {
                format!("`{file}` 有 {size} 字节；最多读写 {SIZE_LIMIT}（16 MB）")
            }
            Self::Empty { file } => {
                format!("`{file}` 是空的；请恢复备份，或删除它重新开始")
            }
            Self::Restless { file } => format!("读取 `{file}` 时它一直在变；请再试一次"),
            Self::InUse => "数据目录正被另一个 salesweek 使用；请再试一次".to_owned(),
            Self::Changed { file } => {
                format!("`{file}` 同时被另一个程序改动；请再试一次")
            }
            Self::Vanished { folder } => {
                format!("数据目录 `{folder}` 不见了；恢复后再试即可")
            }
            Self::Unconfirmed { file, fault } => {
                format!("`{file}` 已写入，但磁盘没有确认：{}", fault.chinese())
            }
        }
    }
}

impl Say for Doing {
    fn chinese(&self) -> String {
        match self {
            Self::Read => "读取",
            Self::List => "列出",
            Self::Write => "写入",
            Self::MakeFolder => "创建目录",
            Self::Lock => "锁定",
            Self::BackUp => "备份",
            Self::SetAside => "移开",
        }
        .to_owned()
    }
}

impl Say for Fault {
    fn chinese(&self) -> String {
        match self {
            Self::Missing => "不存在".to_owned(),
            Self::Denied => "没有权限".to_owned(),
            Self::ReadOnly => "磁盘只读".to_owned(),
            Self::Full => "磁盘已满".to_owned(),
            Self::Broken => "磁盘报错".to_owned(),
            Self::Other(words) => words.clone(),
        }
    }
}

impl Say for Found {
    fn chinese(&self) -> String {
        match self {
            Self::Folder => "目录",
            Self::Pipe => "管道",
            Self::Device => "设备",
            Self::Socket => "套接字",
            Self::Unknown => "别的东西",
        }
        .to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    #[test]
    fn a_sentence_names_file_and_cause() {
        let error = FolderError::Io {
            doing: Doing::Write,
            file: "weeks/2026-W48.json".to_owned(),
            fault: Fault::Full,
        };
        assert_eq!(
            error.say(Language::ZhCn),
            "无法写入 `weeks/2026-W48.json`：磁盘已满"
        );
    }
}

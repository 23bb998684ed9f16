//! `doctor`: what is wrong with the data folder, and putting a backup back.
//!
//! It looks through the folder without changing it, and needs no file to be good.

use clap::Args;

use super::error::CliError;
use super::start::Exit;
use crate::domain::Language;
use crate::i18n::Say;
use crate::i18n::cells::printable;
use crate::store::{Checked, Report, Store};

#[derive(Debug, Args)]
pub(super) struct DoctorArgs {
    #[arg(long, value_name = "FILE")]
    restore: Option<String>,
}

impl DoctorArgs {
    /// What there is to say, and whether a hand is needed.
    pub(super) fn run(
        self,
        store: &Store,
        language: Language,
        waiting: &mut dyn FnMut(),
    ) -> Result<(Vec<String>, Exit), CliError> {
        let Some(name) = self.restore else {
            let report = store.check();
            let exit = if report.is_sound() {
                Exit::Done
            } else {
                Exit::Refused
            };
            return Ok((lines(&report, language), exit));
        };
        let mended = store.restore(&name, waiting)?;
        let (file, from) = (&mended.backup.of, &mended.backup.name);
        let mut lines = vec![match language {
            Language::En => format!("{file} is restored from {from}"),
            Language::ZhCn => format!("{file} 已由 {from} 恢复"),
        }];
        lines.extend(mended.kept_as.map(|kept| match language {
            Language::En => format!("the bad file is kept as {kept}"),
            Language::ZhCn => format!("损坏的文件保留为 {kept}"),
        }));
        Ok((lines, Exit::Done))
    }
}

fn lines(report: &Report, language: Language) -> Vec<String> {
    let zh = language == Language::ZhCn;
    let mut lines: Vec<String> = report
        .faults
        .iter()
        .map(|fault| fault.say(language))
        .collect();
    for file in &report.files {
        lines.extend(of_file(file, language));
    }
    let named = |names: &[String], english: &str, chinese: &str| {
        let named = names.iter().map(|name| match language {
            Language::En => format!("{name}: {english}"),
            Language::ZhCn => format!("{name}：{chinese}"),
        });
        named.collect::<Vec<_>>()
    };
    lines.extend(named(
        &report.conflicts,
        "two machines wrote at once; this copy is not read",
        "两台机器同时写入；此副本不会被读取",
    ));
    lines.extend(report.gone.iter().map(|backup| {
        let (file, name) = (&backup.of, &backup.name);
        match language {
            Language::En => format!("{file}: is gone; its newest good backup is {name}"),
            Language::ZhCn => format!("{file}：文件不在；最新的完好备份是 {name}"),
        }
    }));
    lines.extend(named(
        &report.set_aside,
        "a bad file that was set aside",
        "恢复时保留的损坏文件",
    ));
    lines.extend(named(
        &report.leftovers,
        "left by a program that was stopped; it goes by itself",
        "程序中断留下的文件，会自动清除",
    ));
    lines.extend(named(
        &report.foreign,
        "not a file of salesweek",
        "不是 salesweek 的文件",
    ));
    let good = report.files.iter().filter(|file| file.fault.is_none());
    let (good, all) = (good.count(), report.files.len());
    lines.push(if zh {
        format!("{all} 个文件中 {good} 个完好")
    } else {
        format!("{good} of {all} files are good")
    });
    lines
        .iter()
        .map(|line| printable(line).into_owned())
        .collect()
}

/// What is wrong with a file, and what can be done about it.
fn of_file(file: &Checked, language: Language) -> Vec<String> {
    let Some(fault) = &file.fault else {
        return Vec::new();
    };
    let mut lines = vec![fault.say(language)];
    let name = &file.file;
    lines.push(match (&file.backup, language) {
        (Some(backup), Language::En) => {
            let day = backup.day;
            format!("  `salesweek doctor --restore {name}` puts back the backup of {day}")
        }
        (Some(backup), Language::ZhCn) => {
            let day = backup.day;
            format!("  `salesweek doctor --restore {name}` 可恢复 {day} 的备份")
        }
        (None, Language::En) => "  there is no good backup of it".to_owned(),
        (None, Language::ZhCn) => "  没有完好的备份".to_owned(),
    });
    lines
}

//! `doctor`: what is wrong with the data folder, and putting a backup back.
//!
//! It looks through the folder without changing it, and needs no file to be good.

use clap::Args;

use super::error::CliError;
use super::start::Exit;
use crate::domain::Language;
use crate::i18n::cells::printable;
use crate::i18n::{Commands, Say, Words};
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
        let words = &Words::of(language).commands;
        let Some(name) = self.restore else {
            let report = store.check();
            let exit = if report.is_sound() {
                Exit::Done
            } else {
                Exit::Refused
            };
            return Ok((lines(&report, words, language), exit));
        };
        let mended = store.restore(&name, waiting)?;
        let restored = words.restored(&mended.backup.of, &mended.backup.name);
        let kept = mended.kept_as.map(|kept| words.kept_as(kept));
        Ok((std::iter::once(restored).chain(kept).collect(), Exit::Done))
    }
}

fn lines(report: &Report, words: &Commands, language: Language) -> Vec<String> {
    let faults = report.faults.iter().map(|fault| fault.say(language));
    let files = report.files.iter();
    let files = files.flat_map(|file| of_file(file, words, language));
    let gone = report.gone.iter();
    let gone = gone.map(|backup| words.gone(&backup.of, &backup.name));
    let others = [
        (&report.conflicts, words.conflict_copy),
        (&report.set_aside, words.set_aside),
        (&report.leftovers, words.leftover),
        (&report.foreign, words.foreign),
    ];
    let others = others.into_iter().flat_map(|(files, what)| {
        let files = files.iter();
        files.map(move |file| words.file_is(file, what))
    });
    let good = report.files.iter().filter(|file| file.fault.is_none());
    let good = words.good_files(good.count(), report.files.len());
    let lines = faults.chain(files).chain(gone).chain(others);
    lines
        .chain([good])
        .map(|line| printable(&line).into_owned())
        .collect()
}

/// What is wrong with a file, and below it what can be done about it.
fn of_file(file: &Checked, words: &Commands, language: Language) -> Vec<String> {
    let Some(fault) = &file.fault else {
        return Vec::new();
    };
    let way_out = match &file.backup {
        Some(backup) => words.restore_with(&file.file, backup.day),
        None => words.no_backup.to_owned(),
    };
    vec![fault.say(language), format!("  {way_out}")]
}

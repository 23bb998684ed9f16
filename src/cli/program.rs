//! `completions` and `man`: the program about itself.

use clap::{Args, CommandFactory, ValueEnum};
use clap_complete::Shell;

use super::arguments::Arguments;
use super::error::CliError;
use super::help;
use crate::domain::{Language, shown};

#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    #[arg(value_name = "SHELL")]
    shell: String,
}

#[derive(Debug, Args)]
pub(super) struct ManArgs {}

impl CompletionsArgs {
    pub(super) fn run(self, language: Language) -> Result<Vec<u8>, CliError> {
        let shell = Shell::from_str(&self.shell, true).map_err(|_| CliError::Choice {
            text: shown(&self.shell),
            place: "SHELL".to_owned(),
            choices: Shell::value_variants()
                .iter()
                .map(Shell::to_string)
                .collect(),
        })?;
        let mut command = help::dressed(Arguments::command(), language);
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut command, "salesweek", &mut script);
        Ok(script)
    }
}

impl ManArgs {
    pub(super) fn run(self, language: Language) -> Result<Vec<u8>, CliError> {
        let Self {} = self;
        let command = help::dressed(Arguments::command(), language);
        let mut page = Vec::new();
        let written = clap_mangen::Man::new(command).render(&mut page);
        written.map_err(|error| CliError::Output(error.to_string()))?;
        Ok(page)
    }
}

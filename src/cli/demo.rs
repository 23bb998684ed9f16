//! `demo`: the screens on sample weeks.
//!
//! They lie in a temporary folder that is removed at the end; `--data-dir` keeps them, in an
//! empty folder only.

use clap::Args;

use super::error::CliError;
use super::names;
use super::start::{Clock, Screens, World};
use crate::demo::sample;
use crate::domain::{Language, Moment};
use crate::store::{Store, TemporaryFolder};

/// How many sealed weeks there are, unless others are asked for.
const WEEKS: u32 = 12;

/// Ten years of them are enough.
const MOST_WEEKS: u32 = 520;

#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    #[arg(long, value_name = "NUMBER")]
    weeks: Option<String>,
}

/// In what the demo is opened.
pub(super) struct Opening {
    /// The folder that keeps the sample; else a temporary one has it.
    pub(super) kept: Option<std::path::PathBuf>,
    pub(super) language: Language,
    pub(super) asked: Option<Language>,
    pub(super) now: Moment,
    pub(super) clock: Clock,
}

impl DemoArgs {
    pub(super) fn run(self, opening: Opening, world: &mut World<'_>) -> Result<(), CliError> {
        let weeks = self.weeks.as_deref();
        let weeks = weeks.map(|text| names::number(text, "--weeks", 0, MOST_WEEKS));
        let weeks = usize::try_from(weeks.transpose()?.unwrap_or(WEEKS)).unwrap_or(usize::MAX);
        let books = sample(opening.language, opening.now, weeks);
        let temporary = match opening.kept {
            Some(_) => None,
            None => Some(TemporaryFolder::new().map_err(crate::store::StoreError::from)?),
        };
        let folder = temporary.as_ref().map(|folder| folder.path().to_owned());
        let remove = folder.clone();
        let store = Store::at(
            opening.kept.or(folder).unwrap_or_default(),
            books.settings.clone(),
        );
        store.fill(&books)?;
        (world.open)(Screens {
            store,
            language: opening.asked,
            clock: opening.clock,
            week: None,
            seed: world.seed,
            remove,
        })?;
        Ok(())
    }
}

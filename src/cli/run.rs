//! One command line that has the form of a command, carried out.

use std::ffi::OsString;

use chrono::NaiveDateTime;
use clap::CommandFactory;

use super::arguments::{Arguments, Command, Global};
use super::demo::{DemoArgs, Opening};
use super::desk::Desk;
use super::doctor::DoctorArgs;
use super::error::CliError;
use super::names;
use super::start::{Clock, Exit, Screens, ScreensError, World};
use super::usage::{Fault, Usage};
use crate::domain::{Day, DayError, Language, Moment, Settings, Stamp, TimeOfDay, WeekId, shown};
use crate::i18n::cells::printable;
use crate::i18n::{Locale, Words, read_week};
use crate::store::Store;

/// What a run prints, and how it ends.
pub(super) type Output = (Vec<u8>, Exit);

/// One run of a command line that has the form of a command.
pub(super) struct Run<'a> {
    args: &'a [OsString],
    global: Global,
    /// The language asked for.
    asked: Option<Language>,
}

impl<'a> Run<'a> {
    pub(super) fn new(args: &'a [OsString], global: Global) -> Result<Self, CliError> {
        let asked = global.lang.as_deref().map(names::language).transpose()?;
        Ok(Self {
            args,
            global,
            asked,
        })
    }

    pub(super) fn carry_out(
        &self,
        command: Option<Command>,
        world: &mut World<'_>,
    ) -> Result<Output, CliError> {
        if let Some(command) = &command
            && self.global.week.is_some()
            && !command.takes_week()
        {
            return Err(self.week_is_meaningless().into());
        }
        let draws = matches!(command, None | Some(Command::Demo(_)));
        if draws && !world.has_screen {
            return Err(ScreensError::NoTerminal.into());
        }
        match command {
            Some(Command::Completions(args)) => Ok((args.run(self.language(world))?, Exit::Done)),
            Some(Command::Man(args)) => Ok((args.run(self.language(world))?, Exit::Done)),
            Some(Command::Doctor(args)) => self.doctor(args, world),
            Some(Command::Demo(args)) => self.demo(args, world),
            Some(command) => self.command(command, world),
            None => self.screens(world),
        }
    }

    fn week_is_meaningless(&self) -> Usage {
        let path = path(self.args).join(" ");
        let fault = Fault::Meaningless {
            option: "--week",
            command: path.clone(),
        };
        Usage { path, fault }
    }

    fn store(&self, world: &World<'_>) -> Result<Store, CliError> {
        let named = self.global.data_dir.clone();
        let folder = named.or_else(|| world.folder.clone());
        let folder = folder.ok_or(CliError::NoFolder)?;
        Ok(Store::at(folder, defaults(&world.locale, self.asked)))
    }

    /// The language asked for, else that of the settings, where they can be read.
    fn language(&self, world: &World<'_>) -> Language {
        let settings = || self.store(world).ok()?.settings().ok();
        let system = || Locale::of_tag(&world.locale).language;
        self.asked
            .or_else(|| settings().map(|settings| settings.language))
            .unwrap_or_else(system)
    }

    /// The moment of the run: the one asked for, else what the clock shows.
    ///
    /// `begins` gives when a working day begins: the time of a day that is asked for alone.
    fn clock(
        &self,
        begins: impl FnOnce() -> TimeOfDay,
        world: &World<'_>,
    ) -> Result<(Moment, Clock), CliError> {
        match &self.global.date {
            None => Ok((world.now, Clock::System)),
            Some(text) => {
                let at = moment(text, begins, world.local)?;
                Ok((at, Clock::Standing(at)))
            }
        }
    }

    fn week(&self, now: Moment) -> Result<Option<WeekId>, CliError> {
        let week = self.global.week.as_deref();
        Ok(week.map(|week| read_week(week, now.day())).transpose()?)
    }

    fn screens(&self, world: &mut World<'_>) -> Result<Output, CliError> {
        let store = self.store(world)?;
        // A file that cannot be read is the screens' to show.
        let settings = || {
            let read = store.settings();
            read.unwrap_or_else(|_| defaults(&world.locale, self.asked))
        };
        let (now, clock) = self.clock(|| settings().hours.from, world)?;
        let screens = Screens {
            store,
            language: self.asked,
            clock,
            week: self.week(now)?,
            seed: world.seed,
            remove: None,
        };
        (world.open)(screens)?;
        Ok((Vec::new(), Exit::Done))
    }

    fn demo(&self, args: DemoArgs, world: &mut World<'_>) -> Result<Output, CliError> {
        let (now, clock) = self.clock(|| defaults(&world.locale, self.asked).hours.from, world)?;
        let opening = Opening {
            kept: self.global.data_dir.clone(),
            language: self.language(world),
            asked: self.asked,
            now,
            clock,
        };
        args.run(opening, world)?;
        Ok((Vec::new(), Exit::Done))
    }

    fn doctor(&self, args: DoctorArgs, world: &mut World<'_>) -> Result<Output, CliError> {
        let store = self.store(world)?;
        let language = self.language(world);
        let mut waiting = waiting(world, language);
        let (mut text, exit) = args.run(&store, language, &mut waiting)?;
        text.push(String::new());
        Ok((text.join("\n").into_bytes(), exit))
    }

    fn command(&self, command: Command, world: &mut World<'_>) -> Result<Output, CliError> {
        let store = self.store(world)?;
        let settings = store.settings()?;
        let (now, _) = self.clock(|| settings.hours.from, world)?;
        let week = self.week(now)?;
        let stamp = Stamp {
            at: now,
            seed: world.seed,
        };
        let language = self.asked.unwrap_or(settings.language);
        let mut waiting = waiting(world, language);
        let mut desk = Desk {
            store: &store,
            settings,
            language,
            stamp,
            week: week.unwrap_or_else(|| now.day().week()),
            week_given: week.is_some(),
            said: String::new(),
            warnings: Vec::new(),
            waiting: &mut waiting,
        };
        command.run(&mut desk)?;
        let Desk { said, warnings, .. } = desk;
        drop(waiting);
        for warning in warnings {
            let _ = writeln!(world.stderr, "{}", printable(&warning));
        }
        Ok((said.into_bytes(), Exit::Done))
    }
}

/// Tells a person, once, that another program has kept the folder for a second.
fn waiting<'w>(world: &'w mut World<'_>, language: Language) -> impl FnMut() + 'w {
    let is_read = world.stderr_is_terminal;
    let stderr = &mut *world.stderr;
    move || {
        if is_read {
            let _ = writeln!(stderr, "{}", Words::of(language).messages.waiting);
        }
    }
}

/// What a new store begins with: by the locale, in the language asked for.
pub(super) fn defaults(locale: &str, asked: Option<Language>) -> Settings {
    let Locale {
        language,
        currency,
        law,
    } = match asked {
        Some(language) => Locale::in_language(locale, language),
        None => Locale::of_tag(locale),
    };
    Settings::new(language, currency, law)
}

/// `2026-11-25` or `2026-11-25T10:30`; without a time when the working day begins.
fn moment(
    text: &str,
    begins: impl FnOnce() -> TimeOfDay,
    local: &dyn Fn(NaiveDateTime) -> Option<Moment>,
) -> Result<Moment, CliError> {
    let refused = || CliError::Moment(shown(text));
    let (day, time) = match text.split_once(['T', 't', ' ']) {
        Some((day, time)) => (day, time.parse::<TimeOfDay>().map_err(|_| refused())?),
        None => (text, begins()),
    };
    let day: Day = day.parse().map_err(|_: DayError| refused())?;
    local(day.date().and_time(time.time())).ok_or_else(refused)
}

/// The names of the command that the words mean, the program's own first.
pub(super) fn path(args: &[OsString]) -> Vec<String> {
    let program = Arguments::command();
    let mut command = &program;
    let mut path = vec![program.get_name().to_owned()];
    for word in args.iter().skip(1).filter_map(|word| word.to_str()) {
        if let Some(found) = command.find_subcommand(word) {
            path.push(found.get_name().to_owned());
            command = found;
        } else if path.len() > 1 && !command.has_subcommands() {
            break;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_has_the_day_and_may_have_a_time() {
        let settings = defaults("C", None);
        let local = |time: NaiveDateTime| Moment::new(time.and_utc().fixed_offset());
        let read =
            |text: &str| moment(text, || settings.hours.from, &local).map(|at| at.to_string());
        assert_eq!(read("2026-11-25").unwrap(), "2026-11-25T09:00:00+00:00");
        assert_eq!(
            read("2026-11-25T10:30").unwrap(),
            "2026-11-25T10:30:00+00:00"
        );
        for text in ["", "2026-02-30", "2026-11-25T", "2026-11-25T25:00", "today"] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}

//! The week on the screen with all that is derived from it.

use super::files::Files;
use crate::domain::{Language, Moment, Settings, Stamp, WeekId};
use crate::i18n::Words;
use crate::planning::{History, NextStep, Outlook, Why, day_view, next, outlook};
use crate::store::Loaded;
use crate::tui::scene::Scene;
use crate::tui::theme::Theme;
use crate::tui::view::{Pane, View, some_day};

/// What a scene is made of.
pub(super) struct Stage {
    pub(super) loaded: Loaded,
    pub(super) outlook: Outlook,
    pub(super) theme: Theme,
    pub(super) view: View,
    pub(super) now: Moment,
    /// The language asked for, at the start or on the screen; else that of the settings holds.
    asked: Option<Language>,
    seed: u64,
}

impl Stage {
    /// The week of `now`, or the one asked for.
    pub(super) fn new(
        files: &mut dyn Files,
        week: Option<WeekId>,
        asked: Option<Language>,
        theme: Theme,
        (now, seed): (Moment, u64),
    ) -> Self {
        let today = now.day();
        let day = week.map_or(today, |week| some_day(week, today));
        let loaded = files.load(day.week());
        let outlook = derived(&loaded, asked, now);
        Self {
            loaded,
            outlook,
            theme,
            view: View::new(Pane::Today, day, today),
            now,
            asked,
            seed,
        }
    }

    pub(super) fn scene(&self) -> Scene<'_> {
        let language = language(&self.loaded, self.asked);
        Scene {
            week: &self.loaded.week,
            outlook: &self.outlook,
            history: history(&self.loaded),
            settings: &self.loaded.settings,
            words: Words::of(language),
            language,
            theme: &self.theme,
            view: &self.view,
            unreadable: self.loaded.vital_fault(),
            now: self.now,
            stamp: Stamp {
                at: self.now,
                seed: self.seed,
            },
            day: day_view(&self.outlook, self.view.day()),
            next: next(&self.outlook, self.now),
        }
    }

    /// The words of the language in force.
    pub(super) fn words(&self) -> &'static Words {
        Words::of(language(&self.loaded, self.asked))
    }

    pub(super) fn language(&self) -> Language {
        language(&self.loaded, self.asked)
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.loaded.settings
    }

    /// Goes on in another language, or in that of the settings.
    pub(super) fn speak(&mut self, asked: Option<Language>) {
        self.asked = asked;
        self.derive();
    }

    /// A new moment, and with it fresh ids.
    pub(super) fn begin(&mut self, now: Moment) {
        self.now = now;
        self.seed = fastrand::Rng::with_seed(self.seed).u64(..);
    }

    /// Derives every figure anew, and says whether any has changed.
    pub(super) fn derive(&mut self) -> bool {
        let outlook = derived(&self.loaded, self.asked, self.now);
        let is_other = outlook != self.outlook;
        self.outlook = outlook;
        is_other
    }

    /// In how many minutes the next task's time comes, as Today says it.
    pub(super) fn minutes_until_next(&self) -> Option<i32> {
        match next(&self.outlook, self.now).step {
            NextStep::Task {
                why: Why::Time { minutes },
                ..
            } => Some(minutes.max(0)),
            NextStep::Task { .. } | NextStep::Counter(_) | NextStep::AllDone { .. } => None,
        }
    }

    /// Reads the week that is looked at, if it is not the one that is loaded.
    pub(super) fn follow_view(&mut self, files: &mut dyn Files) {
        if self.view.week() != self.loaded.week.week {
            self.reload(files);
        }
    }

    /// Waits for what the first frame could do without, and says whether any figure changed.
    pub(super) fn complete(&mut self, files: &mut dyn Files) -> bool {
        files.complete(&mut self.loaded) && self.derive()
    }

    /// Reads everything again.
    pub(super) fn reload(&mut self, files: &mut dyn Files) {
        self.loaded = files.load(self.view.week());
        self.derive();
    }
}

fn language(loaded: &Loaded, asked: Option<Language>) -> Language {
    asked.unwrap_or(loaded.settings.language)
}

fn history(loaded: &Loaded) -> History<'_> {
    History::new(&loaded.earlier, loaded.next.as_ref())
}

fn derived(loaded: &Loaded, asked: Option<Language>, now: Moment) -> Outlook {
    let words = Words::of(language(loaded, asked));
    let name = |metric: &crate::domain::Metric| words.metric_name(metric);
    let mut seen = outlook(&loaded.week, &history(loaded), &loaded.settings, now, &name);
    // What cannot be read is no sign of a new store.
    seen.first_start &= loaded.faults.is_empty();
    seen
}

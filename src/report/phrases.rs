//! The turns of phrase that all reports share.

use crate::domain::{Amount, Cause, Currency, Day, Language, Market, Unit};
use crate::i18n::{AmountStyle, Report, Words, date, percent, week_name};
use crate::planning::{
    EventOutlook, MetricOutlook, Outlook, TargetStepOutlook, TaskOutlook, TaskStatus, WeekState,
};

/// Says the parts of a report in one language.
#[derive(Clone, Copy)]
pub(super) struct Phrases {
    pub(super) words: &'static Words,
    pub(super) report: &'static Report,
    pub(super) language: Language,
}

impl Phrases {
    pub(super) fn new(language: Language) -> Self {
        let words = Words::of(language);
        Self {
            words,
            report: &words.report,
            language,
        }
    }

    /// An amount, all of it, with its sign or unit.
    pub(super) fn amount(self, metric: &MetricOutlook, amount: Amount) -> String {
        // A sealed week without any money has no currency; then its figures are bare.
        let unit = match (metric.unit, metric.currency) {
            (Unit::Money, None) => Unit::Count,
            (unit, _) => unit,
        };
        let style = AmountStyle {
            language: self.language,
            unit,
            currency: metric.currency.unwrap_or(Currency::USD),
        };
        style.exact(amount)
    }

    /// A quota or a rest, held at the largest amount.
    pub(super) fn units(self, metric: &MetricOutlook, units: u64) -> String {
        let amount = i64::try_from(units).map_or(Amount::MAX, Amount::new);
        self.amount(metric, amount)
    }

    /// `Calls 53`, `电话 53`.
    pub(super) fn counted(self, metric: &MetricOutlook, amount: Amount) -> String {
        format!("{} {}", metric.name, self.amount(metric, amount))
    }

    /// `9 / 10 (90%)`; without a target what was done alone.
    pub(super) fn done_of_target(self, metric: &MetricOutlook) -> String {
        let done = self.amount(metric, metric.done);
        match (metric.target, metric.attainment_bp) {
            (Some(target), Some(points)) => {
                let pair = format!("{done} / {}", self.amount(metric, target));
                self.with_note(&pair, &percent(points))
            }
            _ => done,
        }
    }

    /// A task with its customer, where the title does not name it.
    pub(super) fn task(self, task: &TaskOutlook) -> String {
        match &task.customer {
            Some(customer) if !task.title.contains(customer.as_str()) => {
                self.with_note(&task.title, customer)
            }
            _ => task.title.clone(),
        }
    }

    /// A task to be done, with its time.
    pub(super) fn planned(self, task: &TaskOutlook) -> String {
        match task.time {
            Some(time) => format!("{time} {}", self.task(task)),
            None => self.task(task),
        }
    }

    /// A task that was not done, with what became of it and why.
    pub(super) fn not_done(self, task: &TaskOutlook) -> String {
        let fate = match (task.state, task.moved_to) {
            (TaskStatus::Moved, Some(week)) => {
                Some(self.report.moved_to(week_name(self.language, week)))
            }
            (TaskStatus::Skipped, _) => Some(self.words.name(task.state).to_owned()),
            (TaskStatus::Moved | TaskStatus::Open | TaskStatus::Done, _) => None,
        };
        let cause = task
            .cause
            .map(|cause| self.cause(cause, task.cause_note.as_deref()));
        let more = match (fate, cause) {
            (Some(fate), Some(cause)) => Some(self.labelled(&fate, &cause)),
            (fate, cause) => fate.or(cause),
        };
        match more {
            Some(more) => format!("{} – {more}", self.task(task)),
            None => self.task(task),
        }
    }

    /// Why, in the user's words where there are some.
    pub(super) fn cause(self, cause: Cause, note: Option<&str>) -> String {
        match (cause, note) {
            (Cause::Other, Some(note)) => note.to_owned(),
            (cause, Some(note)) => self.with_note(self.words.name(cause), note),
            (cause, None) => self.words.name(cause).to_owned(),
        }
    }

    /// A cause, and why that was so: `no time – why: mails first → open all day`.
    pub(super) fn with_whys(self, cause: &str, whys: &[String]) -> String {
        if whys.is_empty() {
            return cause.to_owned();
        }
        let whys = self.labelled(self.words.reflection.why, &whys.join(" → "));
        format!("{cause} – {whys}")
    }

    /// Each target that was changed: its first value, its last, and why.
    pub(super) fn target_changes(self, outlook: &Outlook) -> Vec<String> {
        let changed = outlook.metrics.iter().filter_map(|metric| {
            let (first, last) = (metric.changes.first()?, metric.changes.last()?);
            (metric.changes.len() > 1).then(|| self.target_change(metric, first, last))
        });
        changed.collect()
    }

    fn target_change(
        self,
        metric: &MetricOutlook,
        first: &TargetStepOutlook,
        last: &TargetStepOutlook,
    ) -> String {
        let change = self.report.target_change(
            &metric.name,
            self.amount(metric, first.to),
            self.amount(metric, last.to),
            self.day(last.at.day()),
        );
        match &last.reason {
            Some(reason) => self.labelled(&change, reason),
            None => change,
        }
    }

    /// Something unexpected, with what it cost.
    pub(super) fn event(self, outlook: &Outlook, event: &EventOutlook) -> String {
        let text = self.labelled(self.words.name(event.kind), &event.text);
        let metric = event.metric.as_ref().and_then(|id| outlook.metric(id));
        match (metric, event.amount) {
            (Some(metric), Some(amount)) => self.with_note(&text, &self.counted(metric, amount)),
            _ => text,
        }
    }

    /// The same with its day.
    pub(super) fn dated_event(self, outlook: &Outlook, event: &EventOutlook) -> String {
        format!("{} {}", self.day(event.day), self.event(outlook, event))
    }

    /// What the market was expected to bring, unless nothing was said about it.
    pub(super) fn market(self, outlook: &Outlook) -> Option<String> {
        let (market, note) = (outlook.outlook.market, outlook.outlook.note.as_str());
        let word = self.words.name(market);
        let said = match (market, note) {
            (Market::Normal, "") => return None,
            (_, "") => word.to_owned(),
            (_, note) => self.with_note(word, note),
        };
        Some(self.labelled(self.report.market, &said))
    }

    /// Something good.
    pub(super) fn win(self, win: &str) -> String {
        self.labelled(self.words.reflection.win, win)
    }

    /// A day with its weekday.
    pub(super) fn day(self, day: Day) -> String {
        date(self.language, day)
    }

    /// `label: text`.
    pub(super) fn labelled(self, label: &str, text: &str) -> String {
        self.words.common.reason(label, text)
    }

    /// `text (note)`.
    pub(super) fn with_note(self, text: &str, note: &str) -> String {
        self.words.common.in_brackets(text, note)
    }

    /// `one, another`.
    pub(super) fn listed<T: AsRef<str>>(self, parts: &[T]) -> String {
        let parts: Vec<_> = parts.iter().map(AsRef::as_ref).collect();
        parts.join(self.words.common.comma)
    }
}

/// The tasks that were not done: those given up or handed on, and the open ones; while the
/// week runs only those of the days before today.
pub(super) fn left(outlook: &Outlook) -> impl Iterator<Item = &TaskOutlook> {
    let is_over = matches!(outlook.state, WeekState::ReviewDue | WeekState::Sealed);
    let is_past = |task: &TaskOutlook| task.day.is_some_and(|day| day < outlook.today);
    outlook.tasks.iter().filter(move |task| match task.state {
        TaskStatus::Open => is_over || is_past(task),
        TaskStatus::Skipped | TaskStatus::Moved => true,
        TaskStatus::Done => false,
    })
}

/// A dash where there is nothing to say.
pub(super) fn or_nothing(text: Option<String>) -> String {
    text.unwrap_or_else(|| "–".to_owned())
}

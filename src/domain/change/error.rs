//! Why an edit was not made.

use thiserror::Error;

use super::LARGEST_AMOUNT;
use crate::domain::{
    Amount, Currency, Day, Id, Letter, MOST_REPEATS, MOST_WHYS, MOST_WINS, MetricId, TextError,
    WeekId,
};

/// What kind of record is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each is said by its name")]
pub enum Noun {
    Outlook,
    Focus,
    Target,
    Pin,
    Task,
    Entry,
    Event,
    Day,
    Cause,
    Lesson,
    Improvement,
    Answer,
    Seal,
    Settings,
    Metric,
    Repeat,
}

impl Noun {
    /// As messages in English say it.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Outlook => "market outlook",
            Self::Focus => "focus",
            Self::Target => "target",
            Self::Pin => "pin",
            Self::Task => "task",
            Self::Entry => "entry",
            Self::Event => "event",
            Self::Day => "day",
            Self::Cause => "cause",
            Self::Lesson => "lesson",
            Self::Improvement => "improvement",
            Self::Answer => "answer",
            Self::Seal => "seal",
            Self::Settings => "setting",
            Self::Metric => "metric",
            Self::Repeat => "repeating task",
        }
    }
}

/// Why an edit was not made. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ChangeError {
    /// The week is sealed and takes no edit.
    #[error("week {0} is sealed; `salesweek reopen --week {0}` opens it")]
    Sealed(WeekId),
    /// The week is not sealed, so that it cannot be opened.
    #[error("week {0} is not sealed")]
    NotSealed(WeekId),
    /// The settings have no such metric.
    #[error("there is no metric `{0}`")]
    UnknownMetric(MetricId),
    /// The metric is offered nowhere any more.
    #[error("the metric `{0}` is retired; `salesweek metric restore {0}` brings it back")]
    Retired(MetricId),
    /// The metric has no target in that week.
    #[error("`{metric}` has no target in week {week}")]
    NoTarget {
        /// Which metric.
        metric: MetricId,
        /// In which week.
        week: WeekId,
    },
    /// The record is not there (any more).
    #[error("there is no {} `{id}` in week {week}", noun.english())]
    Gone {
        /// What was looked for.
        noun: Noun,
        /// Its name.
        id: Id,
        /// Where.
        week: WeekId,
    },
    /// A record of that name is there already.
    #[error("there is a {} `{id}` already", noun.english())]
    Taken {
        /// What kind of record.
        noun: Noun,
        /// Its name.
        id: Id,
    },
    /// The task is done, skipped or moved, and the edit needs another state.
    #[error("the task `{0}` is not open")]
    NotOpen(Id),
    /// The task is not done, so that it cannot be opened again.
    #[error("the task `{0}` is open")]
    IsOpen(Id),
    /// A day to come takes no entry and is not closed.
    #[error("{0} is still to come")]
    Future(Day),
    /// The day is not closed, so that it cannot be opened again.
    #[error("{0} is not closed")]
    NotClosed(Day),
    /// The day is none of the week's.
    #[error("{day} is not in week {week}")]
    OutsideWeek {
        /// The day.
        day: Day,
        /// The week.
        week: WeekId,
    },
    /// A pin on a day that comes before the target.
    #[error("the target begins on {since}, so that {day} owes nothing and takes no pin")]
    BeforeSince {
        /// The day.
        day: Day,
        /// The target's first day.
        since: Day,
    },
    /// The week's total would fall below 0.
    #[error("the week has {total} of `{metric}`, so that {taken} cannot be taken away", total = total.units(), taken = taken.units())]
    BelowZero {
        /// Of what.
        metric: MetricId,
        /// What the week has.
        total: Amount,
        /// What was to be taken away.
        taken: Amount,
    },
    /// The task's progress would fall below 0.
    #[error("the task `{task}` has {total} of `{metric}`, so that {taken} cannot be taken away", total = total.units(), taken = taken.units())]
    TaskBelowZero {
        /// Which task.
        task: Id,
        /// Of what.
        metric: MetricId,
        /// What it has.
        total: Amount,
        /// What was to be taken away.
        taken: Amount,
    },
    /// An entry of another metric than its task counts for.
    #[error("the task `{task}` counts for `{metric}` alone")]
    OtherMetric {
        /// Which task.
        task: Id,
        /// What it counts for.
        metric: MetricId,
    },
    /// An amount where only one above 0 makes sense.
    #[error("the amount must be above 0")]
    NotPositive,
    /// A target or a pin below 0.
    #[error("the amount must not be below 0")]
    Negative,
    /// An entry of nothing.
    #[error("the amount must not be 0")]
    Zero,
    /// An amount of more than [`LARGEST_AMOUNT`] either way.
    #[error("the amount is too large; the largest is {}", LARGEST_AMOUNT.units())]
    TooLarge,
    /// A stretch target that is no higher than the target.
    #[error("the stretch target must be above the target")]
    StretchTooLow,
    /// An amount without a metric that it is of.
    #[error("an amount needs a metric")]
    AmountAlone,
    /// A mood outside 1 to 5.
    #[error("a mood is a number from 1 to 5, found {0}")]
    Mood(u8),
    /// More wins of a day than it keeps.
    #[error("a day has at most {MOST_WINS} wins, found {0}")]
    TooManyWins(usize),
    /// More whys of a miss than it keeps.
    #[error("a cause has at most {MOST_WHYS} whys, found {0}")]
    TooManyWhys(usize),
    /// Whys of what has no cause in the review.
    #[error("whys ask of the cause of a missed target or an open task; name the cause first")]
    NoCause,
    /// An estimate outside 1 to 1440 minutes.
    #[error("an estimate is 1 to 1440 minutes, found {0}")]
    Estimate(u16),
    /// A text that may not be kept.
    #[error(transparent)]
    Text(#[from] TextError),
    /// The week cannot have more entries.
    #[error("week {0} has as many entries as a week may have")]
    TooManyEntries(WeekId),
    /// An improvement's day that is none of next week's.
    #[error("an improvement becomes a task of week {next}, and {day} is not in it")]
    NotNextWeek {
        /// The day.
        day: Day,
        /// The week in which it would become a task.
        next: WeekId,
    },
    /// A task handed to the week that it is in.
    #[error("the task is in week {0} already")]
    SameWeek(WeekId),
    /// Undo found another target than the one it was to take back.
    #[error("the target of `{metric}` is {} now", found.map_or(0, Amount::units))]
    TargetNow {
        /// Of what.
        metric: MetricId,
        /// What it is now; `None` when there is none.
        found: Option<Amount>,
    },
    /// Undo found something else than it was to take back.
    #[error("the {} has changed since", .0.english())]
    Changed(Noun),
    /// The letter counts another metric.
    #[error("the letter `{letter}` is taken; {}", list(free))]
    LetterTaken {
        /// The letter.
        letter: Letter,
        /// Those that are free.
        free: Vec<Letter>,
    },
    /// There is a metric of that id, perhaps a retired one.
    #[error("there is a metric `{0}` already")]
    MetricExists(MetricId),
    /// The unit cannot change while a week holds the metric.
    #[error("week {week} holds `{metric}`, so that its unit cannot change")]
    UnitInUse {
        /// The metric.
        metric: MetricId,
        /// A week that holds it.
        week: WeekId,
    },
    /// A basis for a metric that is not money, or a step that is not above 0.
    #[error("this does not fit a metric of that unit")]
    UnitMisfit,
    /// The order names other metrics than there are.
    #[error("the order must name each metric in use once: {}", names(.0).join(", "))]
    OrderIncomplete(Vec<MetricId>),
    /// The currency cannot change while an unsealed week holds money.
    #[error(
        "week {week} holds money in {from}, which has other fractions than {to}; seal it first"
    )]
    CurrencyInUse {
        /// A week that holds money.
        week: WeekId,
        /// Its currency.
        from: Currency,
        /// The one asked for.
        to: Currency,
    },
    /// The week's money is in another currency than the settings' one.
    #[error("week {week} holds money in {from}, and the currency is {to}")]
    OtherCurrency {
        /// The week.
        week: WeekId,
        /// Its currency.
        from: Currency,
        /// The settings' currency.
        to: Currency,
    },
    /// A pattern without a row, or with more than 52.
    #[error("a pattern has 1 to 52 weeks, found {0}")]
    Pattern(usize),
    /// There is no repeat of that id.
    #[error("there is no repeating task `{0}`")]
    NoRepeat(Id),
    /// A repeat that would end before it begins.
    #[error("a repeating task that begins on {from} cannot end on {until}")]
    EndsTooEarly {
        /// Its first day.
        from: Day,
        /// Its last.
        until: Day,
    },
    /// The settings cannot have more repeats.
    #[error("there can be {MOST_REPEATS} repeating tasks at most")]
    TooManyRepeats,
    /// A repeat has an amount, so that its unit or the currency cannot change.
    #[error("the repeating task `{0}` has an amount of it; `salesweek repeat end {0}` ends it")]
    RepeatInUse(Id),
    /// Working hours that end before they begin.
    #[error("the working hours must end after they begin")]
    Hours,
}

fn names(metrics: &[MetricId]) -> Vec<&str> {
    metrics.iter().map(MetricId::as_str).collect()
}

/// The letters that are free, as the end of a sentence.
fn list(letters: &[Letter]) -> String {
    if letters.is_empty() {
        return "none is free".to_owned();
    }
    let letters: Vec<_> = letters.iter().map(Letter::to_string).collect();
    format!("free: {}", letters.join(" "))
}

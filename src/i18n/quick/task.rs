//! What a line says of a task: the task's fields, and the words for them.

use super::{Hint, Quick, QuickContext};
use crate::domain::{Amount, Day, Language, Metric, Task, Unit};
use crate::i18n::{AmountStyle, Words, date, rule_name, week_name};

impl Quick {
    /// Writes title and hints into a task; of what was not said, nothing changes. By which rule
    /// it comes again stands in no task ([`Quick::rule`]). `usual` is
    /// what counts where a metric came without an amount.
    pub fn fill(
        &self,
        task: &mut Task,
        usual: impl Fn(&Metric) -> Option<Amount>,
        known: &[Metric],
    ) {
        task.title.clone_from(&self.title);
        for part in &self.parts {
            match &part.hint {
                Hint::Day(day) => task.day = Some(*day),
                Hint::Week(_) => task.day = None,
                Hint::Time(time) => task.time = Some(*time),
                Hint::Due(day) => task.due = Some(*day),
                Hint::Important => task.important = Some(true),
                Hint::ImportantAndUrgent => {
                    task.important = Some(true);
                    task.urgent = true;
                }
                Hint::Metric(id, amount) => {
                    let metric = known.iter().find(|metric| metric.id == *id);
                    task.amount = amount.or_else(|| usual(metric?));
                    task.metric = Some(id.clone());
                }
                Hint::Customer(name) => task.customer = Some(name.clone()),
                Hint::Estimate(minutes) => task.estimate = Some(*minutes),
                Hint::Repeats(_) => {}
            }
        }
    }

    /// The hints in the words of a language, in the order of the line.
    pub fn said(&self, language: Language, context: &QuickContext<'_>) -> Vec<String> {
        let hints = self.parts.iter().map(|part| &part.hint);
        hints.map(|hint| say(hint, language, context)).collect()
    }
}

fn say(hint: &Hint, language: Language, context: &QuickContext<'_>) -> String {
    let all = Words::of(language);
    let words = &all.quick_add;
    let style = |unit| AmountStyle {
        language,
        unit,
        currency: context.currency,
    };
    let dated = |day: &Day| date(language, *day);
    match hint {
        Hint::Day(day) => dated(day),
        Hint::Week(week) if *week == context.today.week() => all.common.this_week.to_owned(),
        Hint::Week(week) if *week == context.today.week().next() => all.common.next_week.to_owned(),
        Hint::Week(week) => week_name(language, *week),
        Hint::Time(time) => time.to_string(),
        Hint::Due(day) => words.due(dated(day)),
        Hint::Important => words.important.to_owned(),
        Hint::ImportantAndUrgent => words.important_and_urgent.to_owned(),
        Hint::Metric(id, amount) => {
            let metric = context.metrics.iter().find(|metric| metric.id == *id);
            let name = metric.map_or(id.to_string(), |metric| all.metric_name(metric));
            let unit = metric.map_or(Unit::Count, |metric| metric.unit);
            match amount {
                Some(amount) => format!("{name} {}", style(unit).exact(*amount)),
                None => name,
            }
        }
        Hint::Customer(name) => words.customer(name),
        Hint::Repeats(rule) => rule_name(language, *rule),
        Hint::Estimate(minutes) => {
            let minutes = Amount::of_units((*minutes).into());
            words.takes(style(Unit::Minutes).exact(minutes))
        }
    }
}

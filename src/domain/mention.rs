//! What of a week can be found by its words.
//!
//! A [`Mention`] is one text somebody wrote: a task's title, the note of an entry, an event, a
//! lesson. It holds no more than what is needed to find it, to say what it is and when, and to
//! go there; so the mentions of many years have room where their weeks have none.
//!
//! Whose words stand elsewhere as well is mentioned once: a task that moved on is found in the
//! week that has it now, and the entry of a task only where it has a note of its own.

use super::{
    Day, EntryId, EventId, ImprovementId, LessonId, LessonKind, MetricId, TaskId, TaskState, Week,
};

/// One text of a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// When; `None` for what belongs to the whole week.
    pub day: Option<Day>,
    /// What it is.
    pub of: MentionOf,
    /// What was written; empty for an entry that names its customer alone.
    pub text: Box<str>,
    /// With whom, or for whom.
    pub customer: Option<Box<str>>,
}

/// What a text belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MentionOf {
    /// The title of a task.
    Task(TaskId),
    /// The note of an entry.
    Entry {
        /// Which entry.
        id: EntryId,
        /// The task it belongs to.
        task: Option<TaskId>,
        /// What was counted.
        metric: MetricId,
    },
    /// What came in between.
    Event(EventId),
    /// What worked on a closed day.
    Worked,
    /// What was good about a closed day.
    Win,
    /// Why something was missed.
    Why,
    /// Something learnt.
    Lesson(LessonId, LessonKind),
    /// What will be done about it.
    Improvement(ImprovementId),
}

impl Mention {
    /// What is seen of it on one line: the text, and the customer behind it where the text does
    /// not name it.
    ///
    /// ```
    /// # use salesweek::domain::{Id, Mention, MentionOf, TaskId};
    /// let mention = Mention {
    ///     day: None,
    ///     of: MentionOf::Task(TaskId(Id::from_bits(7))),
    ///     text: "Call Lin".into(),
    ///     customer: Some("Huaxin".into()),
    /// };
    /// assert_eq!(mention.line(), "Call Lin · Huaxin");
    /// ```
    pub fn line(&self) -> String {
        match &self.customer {
            Some(customer) if self.text.is_empty() => customer.to_string(),
            Some(customer) if self.text.contains(&**customer) => self.text.to_string(),
            Some(customer) => format!("{} · {customer}", self.text),
            None => self.text.to_string(),
        }
    }
}

impl Week {
    /// All that can be found in the week, the newest first: what the review says, then the days
    /// from the last to the first, then the bucket.
    pub fn mentions(&self) -> Vec<Mention> {
        let lessons = self.review.lessons.iter().map(|lesson| {
            let of = MentionOf::Lesson(lesson.id, lesson.kind);
            whole_week(of, &lesson.text)
        });
        let improvements = self.review.improvements.iter().map(|improvement| {
            let of = MentionOf::Improvement(improvement.id);
            whole_week(of, &improvement.text)
        });
        let misses = self.review.misses.iter();
        let whys = misses
            .flat_map(|miss| &miss.whys)
            .map(|why| whole_week(MentionOf::Why, why));
        let mut of_days = self.of_days();
        of_days.reverse();
        // What has no day is the bucket's, and comes last.
        of_days.sort_by_key(|mention| std::cmp::Reverse(mention.day));
        lessons
            .chain(improvements)
            .chain(whys)
            .chain(of_days)
            .collect()
    }

    /// What has a day, or may have one, in the order of the file.
    fn of_days(&self) -> Vec<Mention> {
        let worked = self.closed.iter().filter_map(|(day, closed)| {
            let text = closed.worked.as_deref()?.into();
            Some(on(Some(*day), MentionOf::Worked, text, None))
        });
        let wins = self.closed.iter().flat_map(|(day, closed)| {
            let wins = closed.wins.iter();
            wins.map(|win| on(Some(*day), MentionOf::Win, win.as_str().into(), None))
        });
        let events = self.events.iter().map(|event| {
            let of = MentionOf::Event(event.id);
            on(Some(event.day), of, event.text.as_str().into(), None)
        });
        let tasks = self.tasks.iter().filter_map(|task| {
            let day = match &task.state {
                TaskState::Moved { .. } => return None,
                TaskState::Done { on, .. } => Some(*on),
                TaskState::Open | TaskState::Skipped { .. } => task.day,
            };
            let (title, customer) = (task.title.as_str().into(), task.customer.as_deref());
            Some(on(day, MentionOf::Task(task.id), title, customer))
        });
        let entries = self.entries.iter().filter_map(|entry| {
            let own = entry.customer.as_deref().filter(|_| entry.task.is_none());
            let text = entry.note.as_deref().or(own.map(|_| ""))?.into();
            let of = MentionOf::Entry {
                id: entry.id,
                task: entry.task,
                metric: entry.metric.clone(),
            };
            Some(on(Some(entry.day), of, text, entry.customer.as_deref()))
        });
        let texts = entries.chain(tasks).chain(events).chain(worked).chain(wins);
        texts.collect()
    }
}

fn on(day: Option<Day>, of: MentionOf, text: Box<str>, customer: Option<&str>) -> Mention {
    let customer = customer.map(Into::into);
    Mention {
        day,
        of,
        text,
        customer,
    }
}

fn whole_week(of: MentionOf, text: &str) -> Mention {
    on(None, of, text.into(), None)
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;

    use super::*;

    const WEEK: &str = r#"{
      "version": 2, "week": "2026-W48",
      "tasks": [
        { "id": "00000001", "title": "Year party", "added": "2026-11-23T09:00:00+08:00", "state": "open" },
        { "id": "00000002", "title": "Visit", "day": "2026-11-23", "customer": "华信",
          "added": "2026-11-23T09:00:00+08:00",
          "state": { "done": { "on": "2026-11-24", "at": "2026-11-24T09:00:00+08:00" } } },
        { "id": "00000003", "title": "Gone", "day": "2026-11-24", "added": "2026-11-23T09:00:00+08:00",
          "state": { "moved": { "to": "2026-W49", "at": "2026-11-24T09:00:00+08:00" } } }
      ],
      "entries": [
        { "id": "00000004", "day": "2026-11-24", "at": "2026-11-24T09:00:00+08:00", "metric": "visits",
          "amount": 1, "task": "00000002", "customer": "华信" },
        { "id": "00000005", "day": "2026-11-24", "at": "2026-11-24T10:00:00+08:00", "metric": "calls",
          "amount": 1, "customer": "Lin" },
        { "id": "00000006", "day": "2026-11-24", "at": "2026-11-24T11:00:00+08:00", "metric": "calls",
          "amount": 1 },
        { "id": "00000007", "day": "2026-11-25", "at": "2026-11-25T11:00:00+08:00", "metric": "calls",
          "amount": 1, "note": "wants a sample" }
      ],
      "events": [
        { "id": "00000008", "day": "2026-11-24", "at": "2026-11-24T12:00:00+08:00", "kind": "other",
          "text": "storm" }
      ],
      "closed": { "2026-11-23": { "at": "2026-11-23T18:00:00+08:00", "worked": "early calls",
        "wins": ["Huaxin ordered"] } },
      "review": {
        "lessons": [ { "id": "00000009", "kind": "keep", "text": "calls before ten" } ],
        "improvements": [ { "id": "0000000a", "text": "quote at once", "day": "2026-11-30" } ],
        "misses": [ { "metric": "calls", "cause": "no_time", "whys": ["too many mails", "no quiet hour"] } ]
      }
    }"#;

    #[test]
    fn a_week_says_all_its_texts_the_newest_first_and_each_once() {
        let week: Week = serde_json::from_str(WEEK).unwrap();
        let mentions = week.mentions();
        let day = |mention: &Mention| mention.day.map_or_else(String::new, |day| day.to_string());
        let said: Vec<_> = mentions
            .iter()
            .map(|mention| (day(mention), mention.line()))
            .collect();
        let expected = [
            ("", "calls before ten"),
            ("", "quote at once"),
            ("", "too many mails"),
            ("", "no quiet hour"),
            ("2026-11-25", "wants a sample"),
            ("2026-11-24", "storm"),
            ("2026-11-24", "Visit · 华信"),
            ("2026-11-24", "Lin"),
            ("2026-11-23", "Huaxin ordered"),
            ("2026-11-23", "early calls"),
            ("", "Year party"),
        ];
        let expected = expected.map(|(day, line)| (day.to_owned(), line.to_owned()));
        assert_eq!(said, expected);
    }
}

//! The review's rows as lines of text.
//!
//! From 60 columns on a result has a column for each figure, and what belongs to a block stands
//! under its head. Narrower, only what is done of the target, its percentage and last week's
//! stay, the heads lose their numbers, and a name of 13 cells has its room in 32.

mod around;
mod results;

use ratatui::text::{Line, Span};

use super::rows::{Block, Row};
use crate::domain::{Cause, LessonKind, MetricId, TaskId};
use crate::i18n::{self, cells};
use crate::planning::{MetricOutlook, TaskOutlook, WeekState};
use crate::tui::scene::Scene;

/// From this width on a result has a column for each figure.
const WIDE: usize = 60;

/// Draws rows for a pane of one width.
pub(super) struct Lines<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) width: usize,
    /// Tasks that would not be carried.
    pub(super) staying: &'a [TaskId],
}

impl Lines<'_> {
    /// The line of a row, without its mark.
    pub(super) fn line(&self, row: &Row) -> Line<'static> {
        match row {
            Row::Head(block) => self.head(*block),
            Row::Result(metric) => self.result(metric).unwrap_or_default(),
            Row::Changed(metric) => {
                self.dim(&self.under_head(&format!("  {}", self.change(metric))))
            }
            Row::Event(id) => {
                let events = &self.scene.outlook.events;
                let event = events.iter().find(|event| event.id == *id);
                let event = event.map(|event| self.event(event)).unwrap_or_default();
                self.dim(&self.under_head(&event))
            }
            Row::Moods => self.dim(&self.under_head(&self.moods())),
            Row::Asked(id) => self.asked(*id),
            Row::Open(id) => self.open(*id),
            Row::Skipped(id) => self.skipped(*id),
            Row::Missed(metric) => self.missed(metric),
            Row::Lesson(id) => {
                let lessons = &self.scene.outlook.lessons;
                let lesson = lessons.iter().find(|lesson| lesson.id == *id);
                lesson.map_or_else(Line::default, |lesson| {
                    self.insight(self.scene.words.name(lesson.kind), &lesson.text, "")
                })
            }
            Row::Action(id) => self.action(*id),
            Row::New => self.dim(&self.under_head(&self.to_be_added())),
            Row::Seal => self.fitted(&self.under_head(&self.seal())),
            Row::NextWeek | Row::CopyReport | Row::Reopen => self.after_seal(row),
        }
    }

    fn fitted(&self, text: &str) -> Line<'static> {
        Line::raw(cells::fit(text, self.width).into_owned())
    }

    fn dim(&self, text: &str) -> Line<'static> {
        self.fitted(text).style(self.scene.theme.dim)
    }

    fn is_wide(&self) -> bool {
        self.width >= WIDE
    }

    /// How far a row is moved in, and its mark with it.
    pub(super) fn indent(&self, row: &Row) -> u16 {
        let ends_the_week = matches!(row, Row::NextWeek | Row::CopyReport | Row::Reopen);
        if self.is_wide() && !ends_the_week {
            2
        } else {
            0
        }
    }

    /// What belongs to a block, moved in under its head where there is room.
    fn under_head(&self, text: &str) -> String {
        let indent = if self.is_wide() { "  " } else { "" };
        format!("{indent}{text}")
    }

    fn is_due(&self) -> bool {
        self.scene.outlook.state == WeekState::ReviewDue
    }

    fn head(&self, block: Block) -> Line<'static> {
        let words = &self.scene.words.review;
        let numbered = |number: u8, text: &str| {
            if self.is_due() && self.is_wide() {
                format!("{number} {text}")
            } else {
                text.to_owned()
            }
        };
        let (left, right) = match block {
            Block::Result if self.is_due() => (numbered(1, words.goal), self.heads()),
            Block::Result => (words.so_far.to_owned(), self.heads()),
            Block::Analysis => (self.analysis(numbered(2, words.analysis)), String::new()),
            Block::Insight => (numbered(3, words.insight), words.adds.to_owned()),
            Block::Seal => (numbered(4, words.seal), words.seals.to_owned()),
        };
        Line::styled(
            cells::ends(&left, &right, self.width),
            self.scene.theme.title,
        )
    }

    /// The head of the analysis, and what it lacks where there is room.
    fn analysis(&self, head: String) -> String {
        let said = self.scene.words.common.reason(&head, self.causes_missing());
        if cells::width(&said) <= self.width {
            said
        } else {
            head
        }
    }

    fn metric(&self, id: &MetricId) -> Option<&MetricOutlook> {
        self.scene
            .outlook
            .metrics
            .iter()
            .find(|metric| metric.id == *id)
    }

    /// `1 open task and 1 missed target have no cause yet`.
    fn causes_missing(&self) -> String {
        let words = &self.scene.words.review;
        let review = &self.scene.outlook.review;
        let (tasks, targets) = (review.open_without_cause, review.missed_without_cause);
        match (tasks, targets) {
            (0, 0) if review.open.is_empty() && review.missed.is_empty() => {
                words.nothing_open.to_owned()
            }
            (0, 0) => words.every_cause.to_owned(),
            (_, 0) => words.tasks_without_cause(tasks),
            (0, _) => words.targets_without_cause(targets),
            (_, _) => words.both_open(words.tasks_open(tasks), words.targets_missed(targets)),
        }
    }

    fn asked(&self, id: crate::domain::ImprovementId) -> Line<'static> {
        let words = self.scene.words;
        let mut asked = self.scene.outlook.review.asked.iter();
        let Some(asked) = asked.find(|asked| asked.improvement.id == id) else {
            return Line::default();
        };
        let answer = asked
            .helped
            .map_or(words.review.helped, |helped| words.name(helped));
        self.with_cause(
            &self.under_head(&asked.improvement.text),
            answer,
            asked.helped.is_none(),
        )
    }

    fn task(&self, id: TaskId) -> Option<&TaskOutlook> {
        self.scene.outlook.tasks.iter().find(|task| task.id == id)
    }

    fn open(&self, id: TaskId) -> Line<'static> {
        let Some(task) = self.task(id) else {
            return Line::default();
        };
        let glyphs = self.scene.theme.glyphs;
        let carry = if self.staying.contains(&id) {
            glyphs.open
        } else {
            glyphs.done
        };
        let title = self.under_head(&format!("{carry} {}", task.title));
        let cause = self.cause(task.cause, task.cause_note.as_ref());
        self.with_cause(&title, &cause, task.cause.is_none())
    }

    fn skipped(&self, id: TaskId) -> Line<'static> {
        let Some(task) = self.task(id) else {
            return Line::default();
        };
        let sign = self.scene.theme.glyphs.skipped;
        let title = self.under_head(&format!("{sign} {}", task.title));
        let cause = self.cause(task.cause, task.cause_note.as_ref());
        let (title, cause) = self.pair(&title, &cause);
        self.dim(&format!("{title}{cause}"))
    }

    fn missed(&self, id: &MetricId) -> Line<'static> {
        let mut missed = self.scene.outlook.review.missed.iter();
        let found = missed.find(|miss| miss.metric == *id).zip(self.metric(id));
        let Some((miss, metric)) = found else {
            return Line::default();
        };
        let style = self.scene.style(metric);
        let (done, target) = (style.short(miss.done), style.short(miss.target));
        let text = self.scene.words.review.done_of(&metric.name, done, target);
        self.with_cause(
            &self.under_head(&text),
            &self.cause(miss.cause, miss.note.as_ref()),
            miss.cause.is_none(),
        )
    }

    /// A cause by its name; *other* in the user's words.
    fn cause(&self, cause: Option<Cause>, note: Option<&String>) -> String {
        match (cause, note) {
            (None, _) => self.scene.theme.glyphs.dash.to_owned(),
            (Some(Cause::Other), Some(note)) => note.clone(),
            (Some(cause), _) => self.scene.words.name(cause).to_owned(),
        }
    }

    /// What was missed, and why: from the middle on, or at the end of a narrow line.
    fn pair(&self, left: &str, right: &str) -> (String, String) {
        let most = self.width * 9 / 20;
        let right = cells::fit(right, most).into_owned();
        let takes = if self.is_wide() {
            most
        } else {
            cells::width(&right)
        };
        let room = self.width.saturating_sub(takes);
        let left = cells::fit(left, room.saturating_sub(1));
        (cells::pad_right(&left, room), right)
    }

    fn with_cause(&self, left: &str, right: &str, missing: bool) -> Line<'static> {
        let (left, right) = self.pair(left, right);
        let style = if missing {
            self.scene.theme.warn
        } else {
            ratatui::style::Style::new()
        };
        Line::from(vec![Span::raw(left), Span::styled(right, style)])
    }

    fn insight(&self, kind: &str, text: &str, right: &str) -> Line<'static> {
        let kinds = if self.is_wide() { 12 } else { 9 };
        let kind = cells::pad_right(&self.under_head(kind), kinds);
        let room = self.width.saturating_sub(kinds);
        let text = cells::ends(text, &cells::fit(right, room / 2), room);
        Line::from(vec![
            Span::styled(kind, self.scene.theme.title),
            Span::raw(text),
        ])
    }

    /// The kinds of lessons there are.
    fn to_be_added(&self) -> String {
        let words = self.scene.words;
        if self.is_wide() {
            return format!("{} …", words.review.no_insight);
        }
        let kinds = LessonKind::ALL.map(|kind| words.name(kind));
        kinds.join(&format!(" {} ", self.scene.theme.glyphs.dot))
    }

    fn action(&self, id: crate::domain::ImprovementId) -> Line<'static> {
        let mut actions = self.scene.outlook.improvements.iter();
        let Some(action) = actions.find(|action| action.id == id) else {
            return Line::default();
        };
        let day = action.day.map(|day| i18n::date(self.scene.language, day));
        let dot = format!(" {} ", self.scene.theme.glyphs.dot);
        let right: Vec<_> = day.into_iter().chain(action.measure.clone()).collect();
        self.insight(
            self.scene.words.review.action,
            &action.text,
            &right.join(&dot),
        )
    }

    /// What sealing would do.
    pub(super) fn seal(&self) -> String {
        let outlook = self.scene.outlook;
        let open = &outlook.review.open;
        let carried = open
            .iter()
            .filter(|task| !self.staying.contains(task))
            .count();
        let words = &self.scene.words.boxes;
        let next = i18n::week_name(self.scene.language, outlook.week.next());
        let mut parts = Vec::new();
        if carried > 0 {
            parts.push(words.will_move(carried, &next));
        }
        if carried < open.len() {
            parts.push(words.will_skip(open.len() - carried));
        }
        if !outlook.improvements.is_empty() {
            parts.push(words.will_improve(outlook.improvements.len()));
        }
        if parts.is_empty() {
            return self.scene.words.hints.seal.to_owned();
        }
        parts.join(self.scene.words.common.semicolon)
    }

    fn after_seal(&self, row: &Row) -> Line<'static> {
        let words = &self.scene.words.review;
        let next = i18n::week_name(self.scene.language, self.scene.outlook.week.next());
        let (text, key) = match row {
            Row::NextWeek => (words.next_week(next), "Enter"),
            Row::CopyReport => (words.copy_report.to_owned(), "y"),
            _ => (words.reopen.to_owned(), "Enter"),
        };
        Line::raw(cells::ends(&text, key, self.width))
    }
}

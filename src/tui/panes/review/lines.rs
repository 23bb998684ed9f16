//! The review's rows as lines of text.
//!
//! From 60 columns on a result has a column for each figure, and what belongs to a block stands
//! under its head. Narrower, only what is done of the target, its percentage and last week's
//! stay, the heads lose their numbers, and a name of 13 cells has its room in 32.

mod around;
mod results;
mod why;

use ratatui::text::{Line, Span};

use super::rows::{Block, Row, is_held};
use crate::domain::change::MissOf;
use crate::domain::{Cause, LessonKind, MetricId, TaskId};
use crate::i18n::{self, cells};
use crate::planning::{MetricOutlook, TaskOutlook, TaskStatus, WeekState};
use crate::tui::panes::task_title;
use crate::tui::scene::Scene;

/// From this width on a result has a column for each figure.
const WIDE: usize = 60;

/// Whether lines of that width have room for all figures of a result.
pub(super) fn is_wide(width: usize) -> bool {
    width >= WIDE
}

/// Draws rows for a pane of one width.
pub(super) struct Lines<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) width: usize,
    /// Tasks that would not be carried.
    pub(super) staying: &'a [TaskId],
}

impl Lines<'_> {
    /// The lines of a row, without its mark: one, or more where one has no room for its words.
    pub(super) fn lines(&self, row: &Row) -> Vec<Line<'static>> {
        match row {
            Row::Head(block) => vec![self.head(*block)],
            Row::Result(metric) => vec![self.result(metric).unwrap_or_default()],
            Row::Changed(metric) => self.changed(metric),
            Row::Event(id) => {
                let events = &self.scene.outlook.events;
                let event = events.iter().find(|event| event.id == *id);
                let event = event.map(|event| self.event(event)).unwrap_or_default();
                vec![self.dim(&self.under_head(&event))]
            }
            Row::Moods => vec![self.dim(&self.under_head(&self.moods()))],
            Row::Wins => self.wins(),
            Row::Asked(id) => self.asked(*id),
            Row::Open(id) => self.open(*id),
            Row::Skipped(id) | Row::Reason(MissOf::Task(id)) => self.skipped(*id),
            Row::Missed(metric) | Row::Reason(MissOf::Metric(metric)) => self.missed(metric),
            Row::Lesson(id) => {
                let lessons = &self.scene.outlook.lessons;
                let lesson = lessons.iter().find(|lesson| lesson.id == *id);
                let said = lesson.map(|lesson| {
                    self.insight(self.scene.words.name(lesson.kind), &lesson.text, "")
                });
                vec![said.unwrap_or_default()]
            }
            Row::Action(id) => vec![self.action(*id)],
            Row::New => vec![self.dim(&self.under_head(&self.to_be_added()))],
            Row::Seal => {
                let seal = cells::wrapped(&self.under_head(&self.seal()), self.width);
                seal.into_iter().map(Line::raw).collect()
            }
            Row::NextWeek | Row::CopyReport | Row::Reopen => vec![self.after_seal(row)],
        }
    }

    fn fitted(&self, text: &str) -> Line<'static> {
        Line::raw(cells::fit(text, self.width).into_owned())
    }

    fn dim(&self, text: &str) -> Line<'static> {
        self.fitted(text).style(self.scene.theme.dim)
    }

    fn is_wide(&self) -> bool {
        is_wide(self.width)
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

    fn is_held(&self) -> bool {
        is_held(self.scene.outlook)
    }

    fn is_sealed(&self) -> bool {
        self.scene.outlook.state == WeekState::Sealed
    }

    fn head(&self, block: Block) -> Line<'static> {
        let words = &self.scene.words.review;
        let numbered = |number: u8, text: &str| {
            if self.is_held() && self.is_wide() {
                format!("{number} {text}")
            } else {
                text.to_owned()
            }
        };
        let (left, right) = match block {
            Block::Result if self.is_held() => (numbered(1, words.goal), self.heads()),
            Block::Result => (words.so_far.to_owned(), self.heads()),
            Block::Analysis if self.is_sealed() => (words.analysis.to_owned(), String::new()),
            Block::Analysis => {
                let left = self.analysis(numbered(2, words.analysis));
                let right = self.fates(cells::width(&left));
                (left, right)
            }
            Block::Insight if self.is_sealed() => (words.insight.to_owned(), String::new()),
            Block::Events => (words.events.to_owned(), String::new()),
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

    /// What the signs before open tasks say of them, `→ W49 · ☒ skipped`, as far as it has room
    /// behind a head of so many cells.
    fn fates(&self, head: usize) -> String {
        let outlook = self.scene.outlook;
        if outlook.review.open.is_empty() {
            return String::new();
        }
        let glyphs = self.scene.theme.glyphs;
        let next = i18n::week_name(self.scene.language, outlook.week.next());
        let carried = format!("{} {next}", glyphs.right);
        let skipped = self.scene.words.name(TaskStatus::Skipped);
        let both = format!("{carried} {} {} {skipped}", glyphs.dot, glyphs.skipped);
        let fits = |said: &String| head + 1 + cells::width(said) <= self.width;
        [both, carried].into_iter().find(fits).unwrap_or_default()
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

    fn asked(&self, id: crate::domain::ImprovementId) -> Vec<Line<'static>> {
        let words = self.scene.words;
        let mut asked = self.scene.outlook.review.asked.iter();
        let Some(asked) = asked.find(|asked| asked.improvement.id == id) else {
            return Vec::new();
        };
        let answer = asked
            .helped
            .map_or(words.review.helped, |helped| words.name(helped));
        let text = self.under_head(&asked.improvement.text);
        self.with_cause(&text, self.title(), answer, asked.helped.is_none())
    }

    fn task(&self, id: TaskId) -> Option<&TaskOutlook> {
        self.scene.outlook.tasks.iter().find(|task| task.id == id)
    }

    /// A task with its day in a column of its own, where it has room beside the title; one that
    /// another task could be taken for always with its day.
    fn named(&self, sign: &str, task: &TaskOutlook) -> String {
        let title = task_title(task, self.scene);
        let named = self.under_head(&format!("{sign} {title}"));
        let Some(day) = self.scene.day_of(task) else {
            return named;
        };
        let day = i18n::weekday_and_number(self.scene.language, day);
        let mut others = self.scene.outlook.tasks.iter();
        let is_like = |other: &TaskOutlook| other.id != task.id && other.title == task.title;
        let is_needed = others.any(is_like);
        let fits = cells::width(&named) + 2 + cells::width(&day) <= self.title();
        match (self.is_wide(), is_needed) {
            (true, _) if is_needed || fits => cells::ends(&named, &day, self.title()),
            (false, true) => self.scene.words.common.placed(named, day),
            _ => named,
        }
    }

    fn open(&self, id: TaskId) -> Vec<Line<'static>> {
        let Some(task) = self.task(id) else {
            return Vec::new();
        };
        let glyphs = self.scene.theme.glyphs;
        let carry = if self.staying.contains(&id) {
            glyphs.skipped
        } else {
            glyphs.right
        };
        let title = self.named(carry, task);
        let cause = self.cause(task.cause, task.cause_note.as_ref());
        let mut lines = self.with_cause(&title, self.title(), &cause, task.cause.is_none());
        lines.extend(self.root(&task.whys, &cause));
        lines
    }

    fn skipped(&self, id: TaskId) -> Vec<Line<'static>> {
        let Some(task) = self.task(id) else {
            return Vec::new();
        };
        let glyphs = self.scene.theme.glyphs;
        let sign = match task.state {
            TaskStatus::Moved => glyphs.right,
            TaskStatus::Open | TaskStatus::Done | TaskStatus::Skipped => glyphs.skipped,
        };
        let title = self.named(sign, task);
        let cause = self.cause(task.cause, task.cause_note.as_ref());
        let pairs = self.pairs(&title, self.title(), &cause).into_iter();
        let lines = pairs.map(|(title, cause)| self.dim(&format!("{title}{cause}")));
        lines.chain(self.root(&task.whys, &cause)).collect()
    }

    fn missed(&self, id: &MetricId) -> Vec<Line<'static>> {
        let mut missed = self.scene.outlook.review.missed.iter();
        let found = missed.find(|miss| miss.metric == *id).zip(self.metric(id));
        let Some((miss, metric)) = found else {
            return Vec::new();
        };
        let style = self.scene.style(metric);
        let said = |name: &str| {
            let said = if self.is_wide() {
                let (done, target) = (style.short(miss.done), style.short(miss.target));
                self.scene.words.review.done_of(name, done, target)
            } else {
                format!("{name} {}", style.pair(miss.done, miss.target))
            };
            self.under_head(&said)
        };
        // A long name gives way to its figures.
        let room = if self.is_wide() {
            self.width.saturating_sub(self.most() + 1)
        } else {
            self.width
        };
        let room = room.saturating_sub(cells::width(&said("")));
        let text = said(&cells::fit(&metric.name, room));
        let cause = self.cause(miss.cause, miss.note.as_ref());
        let mut lines = self.with_cause(&text, cells::width(&text), &cause, miss.cause.is_none());
        lines.extend(self.root(&miss.whys, &cause));
        lines
    }

    /// A cause by its name; *other* in the user's words.
    fn cause(&self, cause: Option<Cause>, note: Option<&String>) -> String {
        match (cause, note) {
            (None, _) => self.scene.theme.glyphs.dash.to_owned(),
            (Some(Cause::Other), Some(note)) => note.clone(),
            (Some(cause), _) => self.scene.words.name(cause).to_owned(),
        }
    }

    /// The most cells that a cause has beside what was missed.
    fn most(&self) -> usize {
        self.width * 9 / 20
    }

    /// The cells that a title keeps beside its cause.
    fn title(&self) -> usize {
        self.width.saturating_sub(self.most() + 1)
    }

    /// What was missed, and why: from the middle on; at the end of a narrow line, or below it
    /// where `left` could not keep `least` cells.
    fn pairs(&self, left: &str, least: usize, right: &str) -> Vec<(String, String)> {
        if self.is_wide() {
            let room = self.title() + 1;
            let left = cells::fit(left, self.title());
            let right = cells::fit(right, self.most()).into_owned();
            return vec![(cells::pad_right(&left, room), right)];
        }
        let takes = cells::width(right);
        let least = least.min(cells::width(left));
        if least + 1 + takes > self.width {
            let below = cells::pad_left(right, self.width);
            return vec![
                (cells::fit(left, self.width).into_owned(), String::new()),
                (String::new(), below),
            ];
        }
        let room = self.width.saturating_sub(takes);
        let left = cells::fit(left, room.saturating_sub(1));
        vec![(cells::pad_right(&left, room), right.to_owned())]
    }

    fn with_cause(
        &self,
        left: &str,
        least: usize,
        right: &str,
        missing: bool,
    ) -> Vec<Line<'static>> {
        let style = if missing {
            self.scene.theme.warn
        } else {
            ratatui::style::Style::new()
        };
        let pairs = self.pairs(left, least, right).into_iter();
        pairs
            .map(|(left, right)| Line::from(vec![Span::raw(left), Span::styled(right, style)]))
            .collect()
    }

    fn insight(&self, kind: &str, text: &str, right: &str) -> Line<'static> {
        let kinds = self.kinds_width();
        let kind = cells::pad_right(&self.under_head(kind), kinds);
        let room = self.width.saturating_sub(kinds);
        let text = cells::ends(text, right, room);
        Line::from(vec![
            Span::styled(kind, self.scene.theme.title),
            Span::raw(text),
        ])
    }

    /// How many cells the widest kind takes, with its indentation and two blanks behind it.
    fn kinds_width(&self) -> usize {
        let words = self.scene.words;
        let lessons = LessonKind::ALL.map(|kind| words.name(kind));
        let kinds = lessons.into_iter().chain([words.review.improvement]);
        let widest = kinds.map(|kind| cells::width(&self.under_head(kind))).max();
        widest.unwrap_or_default() + 2
    }

    /// The kinds of lessons there are.
    fn to_be_added(&self) -> String {
        let words = self.scene.words;
        if self.is_wide() {
            return words.review.no_insight.to_owned();
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
        let day = day.unwrap_or_default();
        let right = match &action.measure {
            Some(measure) if day.is_empty() => measure.clone(),
            Some(measure) => format!("{day} {} {measure}", self.scene.theme.glyphs.dot),
            None => day.clone(),
        };
        // The day stands whole; a measure has half of the line.
        let room = (self.width / 2).max(cells::width(&day));
        let right = if room > cells::width(&day) + 3 {
            cells::fit(&right, room).into_owned()
        } else {
            day
        };
        self.insight(self.scene.words.review.improvement, &action.text, &right)
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
        let has_room = cells::width(&text) + cells::width(key) < self.width;
        let key = if has_room { key } else { "" };
        Line::raw(cells::ends(&text, key, self.width))
    }
}

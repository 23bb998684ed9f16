//! What stands in Today, line by line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line as Text;
use ratatui::widgets::Widget;

use super::counters::Counters;
use super::next::{NextLine, next_line};
use super::tasks::TaskColumns;
use crate::domain::MetricId;
use crate::i18n::{cells, date, week_name, weekday_and_number};
use crate::planning::{DayView, Standing, TaskOutlook, WeekState};
use crate::tui::edits::TaskRef;
use crate::tui::scene::Scene;
use crate::tui::view::Pane;
use crate::tui::widgets::Cursor;

/// From this height on the first line says what comes next, if nothing goes for it.
const NEXT: usize = 14;
/// From here on it does so though the list scrolls.
const HIGH: usize = 24;

/// A row that can be selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    Counter(MetricId),
    Task(TaskRef),
    /// The done tasks, folded.
    Folded,
    /// A task to be added.
    New,
}

/// One line of the pane.
enum Line<'a> {
    /// What is to be done now.
    Next(NextLine),
    /// Something to know about the day.
    Note(String),
    Counter(usize),
    /// The head of a block.
    Rule(String),
    Task(TaskRef, &'a TaskOutlook),
    Folded(usize),
    New,
}

/// The pane's lines: a head that always stays, and a list that scrolls below it.
pub(super) struct Lines<'a> {
    view: &'a DayView<'a>,
    head: Vec<Line<'a>>,
    list: Vec<Line<'a>>,
}

impl<'a> Lines<'a> {
    /// The lines of the day looked at, folded to `height` where that is wanted.
    pub(super) fn of(scene: &'a Scene<'_>, height: usize, unfolded: bool) -> Self {
        let view = &scene.day;
        let mut head: Vec<_> = notes(scene).into_iter().map(Line::Note).collect();
        head.extend((0..view.counters.len()).map(Line::Counter));
        let list = list(scene, view, false);
        let too_long = head.len() + list.len() > height;
        let has_room = height >= HIGH || head.len() + list.len() < height;
        let next = next_line(scene, view).filter(|_| height >= NEXT && has_room);
        head.splice(0..0, next.map(Line::Next));
        let can_fold = view.done.len() + view.gone.len() > 1;
        let list = if too_long && can_fold && !unfolded {
            self::list(scene, view, true)
        } else {
            list
        };
        Self { view, head, list }
    }

    /// The rows that can be selected, from top to bottom.
    pub(super) fn rows(&self) -> Vec<Row> {
        let lines = self.head.iter().chain(&self.list);
        lines.filter_map(|line| self.row(line)).collect()
    }

    fn row(&self, line: &Line<'_>) -> Option<Row> {
        match line {
            Line::Next(_) | Line::Note(_) | Line::Rule(_) => None,
            Line::Counter(place) => {
                let counter = self.view.counters.get(*place)?;
                Some(Row::Counter(counter.metric.id.clone()))
            }
            Line::Task(task, _) => Some(Row::Task(*task)),
            Line::Folded(_) => Some(Row::Folded),
            Line::New => Some(Row::New),
        }
    }

    /// Draws the lines, and gives where each row that can be selected stands.
    pub(super) fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        (selected, focused): (usize, bool),
        cursor: &Cursor<Row>,
        buf: &mut Buffer,
    ) -> Vec<(u16, usize)> {
        let height = usize::from(area.height);
        let width = usize::from(area.width);
        // With hardly any room the head scrolls as well.
        let fixed = if self.head.len() + 3 <= height {
            self.head.len()
        } else {
            0
        };
        let lines: Vec<_> = self.head.iter().chain(&self.list).collect();
        let numbers = self.numbers(&lines);
        let at = numbers.iter().position(|number| *number == Some(selected));
        let at = at.unwrap_or(0).saturating_sub(fixed);
        let scrolled = cursor.scroll((at, at), lines.len() - fixed, height - fixed);
        let counters = Counters::of(&self.view.counters, scene, width);
        let columns = self.columns(scene, width);
        let shown = (0..fixed).chain(fixed + scrolled..lines.len());
        let mut drawn = Vec::new();
        for (place, row) in shown.zip(area.rows()) {
            let (Some(line), Some(number)) = (lines.get(place), numbers.get(place)) else {
                break;
            };
            let is_selected = *number == Some(selected);
            let text = Self::text(line, scene, width, (&counters, &columns));
            text.render(row, buf);
            if is_selected {
                buf.set_style(row, scene.row_style(true, focused));
                if focused {
                    buf.set_string(
                        row.x,
                        row.y,
                        scene.theme.glyphs.selected,
                        scene.theme.selected,
                    );
                }
            }
            drawn.extend(number.map(|number| (row.y, number)));
        }
        drawn
    }

    /// The number of each line's row.
    fn numbers(&self, lines: &[&Line<'_>]) -> Vec<Option<usize>> {
        let mut next = 0;
        let number = |line: &&Line<'_>| {
            self.row(line).map(|_| {
                next += 1;
                next - 1
            })
        };
        lines.iter().map(number).collect()
    }

    fn columns(&self, scene: &Scene<'_>, width: usize) -> TaskColumns {
        let tasks = self.list.iter().filter_map(|line| match line {
            Line::Task(_, task) => Some(*task),
            _ => None,
        });
        TaskColumns::of(tasks, scene, width.saturating_sub(2))
    }

    fn text(
        line: &Line<'_>,
        scene: &Scene<'_>,
        width: usize,
        (counters, columns): (&Counters<'_>, &TaskColumns),
    ) -> Text<'static> {
        let theme = scene.theme;
        match line {
            Line::Next(next) => next.text(theme, width),
            Line::Note(note) => {
                let note = format!(" {}", cells::fit(note, width.saturating_sub(2)));
                Text::styled(note, theme.dim)
            }
            Line::Counter(place) => counters.line(*place),
            Line::Rule(text) => Text::styled(rule(text, width, theme.glyphs.rule), theme.frame),
            Line::Task(_, task) => {
                let style = columns.style(task, scene);
                Text::styled(format!(" {} ", columns.line(task, scene)), style)
            }
            Line::Folded(count) => {
                let folded = scene.words.today.folded(count);
                Text::styled(format!(" {} {folded}", theme.glyphs.done), theme.dim)
            }
            Line::New => Text::styled(format!(" + {}", scene.words.today.new_task), theme.dim),
        }
    }
}

/// The head of a block: `╌ tasks 2/6 ╌╌╌`.
fn rule(text: &str, width: usize, sign: &str) -> String {
    let text = format!(" {sign} {text} ");
    let left = width.saturating_sub(cells::width(&text));
    let text = cells::fit(&text, width).into_owned();
    text + &sign.repeat(left)
}

/// The title: `2 Today · Wed 25`; another day by its date alone, `2 Tue 24 Nov`; of a closed one
/// that it is, and how it felt.
pub(super) fn title(scene: &Scene<'_>) -> String {
    let day = scene.view.day();
    let words = &scene.words.today;
    let title = if scene.view.is_on_today() {
        words.day(weekday_and_number(scene.language, day))
    } else {
        date(scene.language, day)
    };
    let title = format!("{} {title}", Pane::Today.number());
    let Some(closed) = scene.week.closed.get(&day) else {
        return title;
    };
    let mood = closed.mood.map(|mood| words.mood(mood));
    let said = [title, words.closed.to_owned()].into_iter().chain(mood);
    said.collect::<Vec<_>>().join(" · ")
}

/// What is to be known about the day.
fn notes(scene: &Scene<'_>) -> Vec<String> {
    let words = &scene.words.today;
    let day = scene.view.day();
    let mut notes = Vec::new();
    if scene.outlook.state == WeekState::Sealed {
        notes.push(words.sealed.to_owned());
    } else if day < scene.today() {
        notes.push(words.past.to_owned());
    } else if day > scene.today() {
        notes.push(words.coming.to_owned());
    }
    let outlook = &scene.outlook.days[day.weekday()];
    if outlook.off {
        let holiday = outlook
            .holiday
            .map(|holiday| scene.words.name(holiday).to_owned());
        notes.push(match holiday.or_else(|| outlook.why.clone()) {
            Some(why) => scene.words.common.reason(words.day_off, why),
            None => words.day_off.to_owned(),
        });
    }
    if let Some(week) = scene.outlook.unsealed_before {
        notes.push(words.unsealed(week_name(scene.language, week)));
    }
    if is_to_be_planned(scene) {
        notes.push(words.plan_first(Pane::Goals.number()));
    }
    notes.extend(good(scene));
    notes
}

/// Whether the week has no plan yet, can still have one, and is not being planned beside.
fn is_to_be_planned(scene: &Scene<'_>) -> bool {
    let seen = scene.outlook;
    let has_none = seen.state == WeekState::Unplanned || seen.is_to_be_planned();
    let is_shown = scene.view.focus() == Pane::Goals;
    has_none && !is_shown && seen.standing != Standing::Over
}

/// What worked on the day, and what was good about it.
fn good(scene: &Scene<'_>) -> Vec<String> {
    let words = scene.words;
    let day = &scene.outlook.days[scene.view.day().weekday()];
    let worked = day.worked.as_ref();
    let worked = worked.map(|text| words.common.reason(words.find.worked, text));
    let wins = day.wins.join(words.common.semicolon);
    let wins = (!wins.is_empty()).then(|| words.common.reason(words.find.wins, wins));
    worked.into_iter().chain(wins).collect()
}

/// The blocks below the counters.
fn list<'a>(scene: &'a Scene<'_>, view: &DayView<'a>, folded: bool) -> Vec<Line<'a>> {
    let words = &scene.words.today;
    let week = scene.outlook.week;
    let own = |task: &&'a TaskOutlook| Line::Task(TaskRef { week, id: task.id }, task);
    let mut lines = Vec::new();
    let before = open_before(scene);
    if !before.is_empty() {
        lines.push(Line::Rule(words.open_before(before.len())));
        lines.extend(before);
    }
    let done = view.done.len();
    let all = done + view.open.len();
    if all + view.gone.len() > 0 {
        lines.push(Line::Rule(words.tasks(done, all)));
        lines.extend(view.open.iter().map(own));
        if folded {
            lines.push(Line::Folded(done + view.gone.len()));
        } else {
            lines.extend(view.done.iter().chain(&view.gone).map(own));
        }
    }
    if !view.bucket.is_empty() {
        lines.push(Line::Rule(words.bucket(view.bucket.len())));
        lines.extend(view.bucket.iter().map(own));
    }
    if lines.is_empty() {
        lines.push(Line::Note(words.empty.to_owned()));
    }
    lines.push(Line::New);
    lines
}

/// What earlier days left; it stands under today alone.
fn open_before<'a>(scene: &'a Scene<'_>) -> Vec<Line<'a>> {
    if !scene.view.is_on_today() {
        return Vec::new();
    }
    let before = &scene.outlook.open_before;
    let week = scene.outlook.week;
    let own = before.this_week.iter().filter_map(|id| {
        let task = scene.outlook.task(*id)?;
        Some(Line::Task(TaskRef { week, id: *id }, task))
    });
    let earlier = before.earlier.iter().flat_map(|earlier| {
        let week = earlier.week;
        let tasks = earlier.tasks.iter();
        tasks.map(move |task| Line::Task(TaskRef { week, id: task.id }, task))
    });
    own.chain(earlier).collect()
}

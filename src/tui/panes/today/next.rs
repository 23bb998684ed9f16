//! The line that answers "what now?": one thing to do, and why.

use ratatui::text::{Line, Span};

use crate::i18n::cells::{fit, width};
use crate::planning::{DayView, NextStep, TaskOutlook, WeekState, Why};
use crate::tui::action::Action;
use crate::tui::keymap::{Place, keys_of};
use crate::tui::names::key_name;
use crate::tui::scene::{Scene, units};
use crate::tui::theme::Theme;

/// What a thing to do keeps of the line; else the reason goes.
const LEAST: usize = 20;

/// The least that separates the key from the rest.
const GAP: usize = 2;

/// What is to be done now.
pub(super) struct NextLine {
    label: &'static str,
    what: String,
    why: Option<String>,
    /// The key that goes there; none where there is nowhere to go.
    key: Option<String>,
}

/// What is to be done now, under today alone; none on a day on which there was nothing to do.
pub(super) fn next_line(scene: &Scene<'_>, view: &DayView<'_>) -> Option<NextLine> {
    if !scene.view.is_on_today() || scene.outlook.state == WeekState::Sealed {
        return None;
    }
    let words = &scene.words.next;
    let keys = keys_of(Action::GoNext, Place::Anywhere).first();
    let mut key = keys.map(|key| key_name(*key, scene));
    let (what, why) = match scene.next.step {
        NextStep::Task { task, why } => (named(task), Some(said(why, scene))),
        NextStep::Counter(counter) => {
            let left = scene.style(counter.metric).short(units(counter.left));
            let name = &counter.metric.name;
            (format!("{name} {}", scene.words.today.to_go(left)), None)
        }
        NextStep::AllDone { .. } if view.done.is_empty() && view.counters.is_empty() => {
            return None;
        }
        NextStep::AllDone { .. } => {
            key = None;
            (words.all_done.to_owned(), None)
        }
    };
    Some(NextLine {
        label: words.label,
        what,
        why,
        key,
    })
}

/// `10:30 A Call Lin, Huaxin`.
fn named(task: &TaskOutlook) -> String {
    let time = task.time.map(|time| format!("{time} "));
    let customer = task.customer.as_ref();
    // A title mostly says for whom it is.
    let customer = customer.filter(|name| !task.title.contains(name.as_str()));
    let customer = customer.map(|name| format!(", {name}"));
    let [time, customer] = [time, customer].map(Option::unwrap_or_default);
    format!("{time}{:?} {}{customer}", task.class, task.title)
}

fn said(why: Why, scene: &Scene<'_>) -> String {
    let words = &scene.words.next;
    match why {
        Why::Time { minutes } if minutes > 0 => words.in_minutes(minutes),
        Why::Time { .. } => words.why_time_come.to_owned(),
        Why::First => words.first_today.to_owned(),
    }
}

impl NextLine {
    /// The line in so many cells: what is to be done gives way before the reason does, until
    /// hardly any of it is left. The key that goes there stands where the counters' letters do,
    /// if nothing is cut for it.
    pub(super) fn text(&self, theme: &Theme, cells: usize) -> Line<'static> {
        let room = cells.saturating_sub(width(self.label) + 4);
        let why = self.why.as_ref().map(|why| format!(" · {why}"));
        let why = why.filter(|why| width(why) + LEAST.min(width(&self.what)) <= room);
        let why = why.unwrap_or_default();
        let what = fit(&self.what, room.saturating_sub(width(&why))).into_owned();
        let left = room.saturating_sub(width(&what) + width(&why));
        let mut spans = vec![
            Span::styled(format!(" {}  ", self.label), theme.today),
            Span::raw(what),
            Span::styled(why, theme.dim),
        ];
        if let Some(key) = &self.key
            && let Some(gap) = left.checked_sub(width(key)).filter(|gap| *gap >= GAP)
        {
            spans.push(Span::raw(" ".repeat(gap)));
            spans.push(Span::styled(key.clone(), theme.key));
        }
        Line::from(spans)
    }
}

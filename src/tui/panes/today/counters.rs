//! The counters: what the day has done of what it owes, metric by metric.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::domain::Amount;
use crate::i18n::cells::{ends, pad_left, pad_right, width};
use crate::planning::Counter;
use crate::tui::scene::{Scene, units};
use crate::tui::widgets::Bar;

/// From this width on a counter has columns of its own for everything.
const WIDE: usize = 60;
const WIDE_BAR: usize = 10;
/// The least that a bar keeps beside long names.
const LEAST_BAR: usize = 4;
/// Names up to this width take nothing from the bar.
const NAME: usize = 20;
/// The margins, the gaps and the letter.
const BETWEEN: usize = 15;
/// A narrow bar and what is still to go share so many cells.
const NARROW: usize = 13;
/// The number before the word of its scale: `13.2`.
const NARROW_AMOUNT: usize = 4;
/// `14 to go`, and the longest, for which the bar gives way: `13.2k beyond`.
const NARROW_STATES: (usize, usize) = (9, 12);

/// The counters with the widths of their columns.
pub(super) struct Counters<'a> {
    all: &'a [Counter<'a>],
    scene: &'a Scene<'a>,
    width: usize,
    names: usize,
    figures: usize,
    states: usize,
    narrow_states: usize,
    bar: usize,
}

impl<'a> Counters<'a> {
    pub(super) fn of(counters: &'a [Counter<'a>], scene: &'a Scene<'_>, width: usize) -> Self {
        let widest = |text: &dyn Fn(&Counter<'_>) -> String| {
            let widths = counters.iter().map(|counter| self::width(&text(counter)));
            widths.max().unwrap_or(0)
        };
        let has_quota = |counter: &Counter<'_>| counter.quota.is_some_and(|quota| quota > 0);
        let figures = widest(&|counter| scene.counter_figures(counter));
        let states = widest(&|counter| {
            if has_quota(counter) {
                wide_state(counter, scene)
            } else {
                String::new()
            }
        });
        let plans = widest(&|counter| plan(counter, scene).unwrap_or_default());
        let names = widest(&|counter| counter.metric.name.clone());
        let room = width.saturating_sub(figures + states + plans + BETWEEN);
        let bar = room
            .saturating_sub(names.max(NAME))
            .clamp(LEAST_BAR, WIDE_BAR);
        Self {
            all: counters,
            scene,
            width,
            names: names.min(room.saturating_sub(bar).max(NAME)),
            figures,
            states,
            narrow_states: widest(&|counter| narrow_state(counter, scene))
                .clamp(NARROW_STATES.0, NARROW_STATES.1),
            bar,
        }
    }

    /// The line of a counter.
    pub(super) fn line(&self, place: usize) -> Line<'static> {
        match self.all.get(place) {
            Some(counter) if self.width >= WIDE => self.wide(counter),
            Some(counter) => self.narrow(counter),
            None => Line::default(),
        }
    }

    fn bar(&self, counter: &Counter<'_>, cells: usize) -> Vec<Span<'static>> {
        let bar = Bar {
            done: counter.done.or_zero(),
            owed: 0,
            whole: counter.quota.unwrap_or(0),
            theme: self.scene.theme,
        };
        bar.spans(cells).into()
    }

    fn wide(&self, counter: &Counter<'_>) -> Line<'static> {
        let name = pad_right(&counter.metric.name, self.names);
        let figures = pad_right(&self.scene.counter_figures(counter), self.figures);
        let mut spans = vec![Span::raw(format!("   {name}  {figures}  "))];
        let state = wide_state(counter, self.scene);
        let style = self.state_style(counter);
        match counter.quota {
            Some(quota) if quota > 0 => {
                spans.extend(self.bar(counter, self.bar));
                spans.push(Span::styled(
                    format!("  {}", pad_right(&state, self.states)),
                    style,
                ));
                let plan = plan(counter, self.scene).map(|plan| format!("  {plan}"));
                spans.extend(plan.map(|plan| Span::styled(plan, self.scene.theme.dim)));
            }
            Some(_) => spans.push(Span::styled(state, style)),
            None => {}
        }
        let used: usize = spans.iter().map(|span| width(&span.content)).sum();
        let letter = pad_left(&letter(counter), self.width.saturating_sub(used + 1));
        spans.push(Span::styled(letter, self.scene.theme.key));
        Line::from(spans)
    }

    fn narrow(&self, counter: &Counter<'_>) -> Line<'static> {
        let scene = self.scene;
        let bar = NARROW.saturating_sub(self.narrow_states);
        let room = self.width.saturating_sub(NARROW + 6);
        let figures = scene.counter_figures(counter);
        let head = ends(&counter.metric.name, &figures, room);
        let mut spans = vec![Span::raw(format!(" {head} "))];
        let state = pad_left(&narrow_state(counter, scene), self.narrow_states);
        let style = self.state_style(counter);
        match counter.quota {
            Some(quota) if quota > 0 => spans.extend(self.bar(counter, bar)),
            _ => spans.push(Span::raw(" ".repeat(bar))),
        }
        spans.push(Span::styled(format!(" {state} "), style));
        spans.push(Span::styled(letter(counter), scene.theme.key));
        Line::from(spans)
    }

    fn state_style(&self, counter: &Counter<'_>) -> Style {
        match counter.quota {
            Some(quota) if quota > 0 && counter.left == 0 => self.scene.theme.good,
            Some(0) => self.scene.theme.dim,
            _ => Style::new(),
        }
    }
}

fn letter(counter: &Counter<'_>) -> String {
    counter
        .letter
        .map_or(String::new(), |letter| letter.to_string())
}

/// What the plan had, where the day owes something else now.
fn plan(counter: &Counter<'_>, scene: &Scene<'_>) -> Option<String> {
    let quota = counter.quota.filter(|quota| *quota > 0)?;
    let plan = scene.style(counter.metric).short(units(counter.plan));
    (counter.plan != quota).then(|| scene.words.today.planned(plan))
}

/// What is still to go, with its unit.
fn wide_state(counter: &Counter<'_>, scene: &Scene<'_>) -> String {
    let words = &scene.words.today;
    let no_quota = if scene.view.is_on_today() {
        words.no_quota
    } else {
        words.no_quota_short
    };
    let style = scene.style(counter.metric);
    state(counter, scene, no_quota, &|amount| style.short(amount))
}

/// The same in few cells: the amount in the scale of the figures.
fn narrow_state(counter: &Counter<'_>, scene: &Scene<'_>) -> String {
    let style = scene.style(counter.metric);
    let largest = units(counter.quota.unwrap_or(0)).max(counter.done);
    let scale = style.scale(largest);
    let number =
        |amount| style.worded_cell(amount, scale, NARROW_AMOUNT + self::width(scale.word()));
    state(counter, scene, scene.words.today.no_quota_short, &number)
}

fn state(
    counter: &Counter<'_>,
    scene: &Scene<'_>,
    no_quota: &str,
    amount: &dyn Fn(Amount) -> String,
) -> String {
    let words = &scene.words.today;
    let Some(quota) = counter.quota else {
        return String::new();
    };
    let beyond = counter.done.saturating_sub(units(quota));
    match (quota, counter.left) {
        (0, _) => no_quota.to_owned(),
        (_, 0) if beyond.is_zero() => words.done.to_owned(),
        (_, 0) => words.beyond(amount(beyond)),
        (_, left) => words.to_go(amount(units(left))),
    }
}

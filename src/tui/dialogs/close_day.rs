//! Closing the day: why each open item is open, where it goes, how the day felt, what worked,
//! what was good.
//!
//! One key each: on an item a digit names the cause, ← and → choose where it goes. Nothing is
//! moved that was not chosen. Days before that were not closed can be closed with it. The wins
//! come last, so that who has none passes no line of theirs; they take one line until one
//! goes there.

mod draw;

use std::cell::Cell;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::change::{Change, DayChange, MissOf, ReviewChange, TaskChange};
use crate::domain::{Cause, Closed, Day, LONGEST_LINE, MOST_WINS};
use crate::i18n::date;
use crate::planning::day_view;
use crate::tui::action::Action;
use crate::tui::edits::{self, Goal, TaskRef, in_week};
use crate::tui::effect::Effect;
use crate::tui::field::Field;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

/// How many causes have a digit at a time; 0 shows the next ones.
const DIGITS: usize = 9;

/// What becomes of an open item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Stays,
    Goes(Goal),
    Skipped,
}

/// An open item with what was decided about it.
struct Item {
    task: TaskRef,
    cause: Option<Cause>,
    fate: Fate,
}

/// The line that has the keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Item(usize),
    Mood,
    Worked,
    Earlier,
    Win(usize),
}

/// The close of a day.
pub struct CloseDay {
    day: Day,
    items: Vec<Item>,
    at: At,
    mood: Option<u8>,
    worked: Field,
    wins: [Field; MOST_WINS],
    /// The days before of the week that were not closed, and whether they are closed too.
    earlier: Vec<Day>,
    with_earlier: bool,
    /// The first cause that has a digit.
    first_cause: usize,
    /// How many causes were seen with a digit.
    seen_causes: Cell<usize>,
}

impl CloseDay {
    /// For the day looked at, or for today where that is to come.
    pub fn new(scene: &Scene<'_>) -> Self {
        let day = scene.view.day().min(scene.today());
        let closed = scene.week.closed.get(&day);
        let earlier = unclosed_before(scene, day);
        let days = earlier.iter().copied().chain([day]);
        let items = days
            .flat_map(|day| items_of(scene, day))
            .collect::<Vec<_>>();
        let worked = closed.and_then(|closed| closed.worked.as_deref());
        let wins = closed.map_or(&[][..], |closed| &closed.wins);
        let win = |place| wins.get(place).map_or("", String::as_str);
        Self {
            day,
            at: if items.is_empty() {
                At::Mood
            } else {
                At::Item(0)
            },
            items,
            mood: closed.and_then(|closed| closed.mood),
            worked: Field::new(worked.unwrap_or_default(), LONGEST_LINE),
            wins: std::array::from_fn(|place| Field::new(win(place), LONGEST_LINE)),
            with_earlier: !earlier.is_empty(),
            earlier,
            first_cause: 0,
            seen_causes: Cell::new(DIGITS),
        }
    }

    fn places(&self) -> Vec<At> {
        let items = (0..self.items.len()).map(At::Item);
        let earlier = (!self.earlier.is_empty()).then_some(At::Earlier);
        let wins = (0..MOST_WINS).map(At::Win);
        let others = [At::Mood, At::Worked].into_iter().chain(earlier);
        items.chain(others).chain(wins).collect()
    }

    fn go(&mut self, action: Action) -> Effect {
        let places = self.places();
        let place = places.iter().position(|at| *at == self.at).unwrap_or(0);
        let last = places.len() - 1;
        let to = match action {
            Action::Up => place.saturating_sub(1),
            Action::Down => (place + 1).min(last),
            Action::PreviousField => (place + last) % places.len(),
            _ => (place + 1) % places.len(),
        };
        self.at = places.get(to).copied().unwrap_or(At::Mood);
        Effect::Redraw
    }

    fn choose(&mut self, digit: u8, scene: &Scene<'_>) -> Effect {
        match (self.at, digit) {
            (At::Item(_), 0) => {
                let next = self.first_cause + self.seen_causes.get();
                let causes = scene.outlook.review.causes.len();
                self.first_cause = if next < causes { next } else { 0 };
            }
            (At::Item(place), _) => {
                let cause = self.first_cause + usize::from(digit) - 1;
                let cause = scene.outlook.review.causes.get(cause).copied();
                if let (Some(item), Some(cause)) = (self.items.get_mut(place), cause) {
                    item.cause = Some(cause);
                    self.first_cause = 0;
                    return self.go(Action::Down);
                }
            }
            (At::Mood, 1..=5) => {
                self.mood = Some(digit);
                return self.go(Action::Down);
            }
            (At::Mood, 0) => self.mood = None,
            _ => {}
        }
        Effect::Redraw
    }

    /// The next or previous place where an item can go.
    fn turned(&self, item: &Item, forward: bool, scene: &Scene<'_>) -> Fate {
        let fates = fates(self.day, scene);
        let at = fates.iter().position(|fate| *fate == item.fate);
        let step = if forward { 1 } else { fates.len() - 1 };
        let to = (at.unwrap_or(0) + step) % fates.len();
        fates.get(to).copied().unwrap_or(Fate::Stays)
    }

    /// Turns the marked item to the next or previous place.
    fn turn(&mut self, forward: bool, scene: &Scene<'_>) -> Effect {
        let At::Item(place) = self.at else {
            return Effect::Nothing;
        };
        let turned = self.items.get(place);
        let turned = turned.map(|item| self.turned(item, forward, scene));
        if let Some((item, fate)) = self.items.get_mut(place).zip(turned) {
            item.fate = fate;
        }
        Effect::Redraw
    }

    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        let mut changes = Vec::new();
        for item in &self.items {
            changes.extend(changes_of(item, scene));
        }
        let at = scene.stamp.at;
        let earlier = self.earlier.iter().filter(|_| self.with_earlier);
        changes.extend(earlier.map(|day| {
            let closed = Closed {
                at,
                mood: None,
                worked: None,
                wins: Vec::new(),
            };
            in_week(day.week(), DayChange::Close { day: *day, closed })
        }));
        let closed = Closed {
            at,
            mood: self.mood,
            worked: typed(&self.worked),
            wins: self.wins.iter().filter_map(typed).collect(),
        };
        let day = self.day;
        changes.push(in_week(day.week(), DayChange::Close { day, closed }));
        let words = scene.words;
        let day = date(scene.language, day);
        let said = words.common.reason(words.messages.day_closed, day);
        Effect::change(Change::Several(changes), said)
    }
}

/// What a field holds; none where that is nothing.
fn typed(field: &Field) -> Option<String> {
    let text = field.value().trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// The working days of the week before `day` that were not closed and on which something was
/// planned or done.
fn unclosed_before(scene: &Scene<'_>, day: Day) -> Vec<Day> {
    let days = scene.outlook.calendar.working_days().map(|day| day.date);
    let before = days.filter(|other| *other < day && !scene.week.closed.contains_key(other));
    let is_used = |day: &Day| {
        let view = day_view(scene.outlook, *day);
        let has_entry = scene.week.entries.iter().any(|entry| entry.day == *day);
        has_entry || !view.open.is_empty() || !view.done.is_empty()
    };
    before.filter(is_used).collect()
}

fn items_of(scene: &Scene<'_>, day: Day) -> Vec<Item> {
    let week = scene.outlook.week;
    let view = day_view(scene.outlook, day);
    let items = view.open.iter().map(|task| Item {
        task: TaskRef { week, id: task.id },
        cause: task.cause,
        fate: Fate::Stays,
    });
    items.collect()
}

/// Where an open item of a day can go.
fn fates(day: Day, scene: &Scene<'_>) -> Vec<Fate> {
    let week = day.week();
    let mut days = scene.outlook.calendar.working_days().map(|day| day.date);
    let next = days.find(|other| *other > day);
    let next = next.map(|day| Fate::Goes(Goal::Day(day)));
    let mut fates = vec![Fate::Stays];
    fates.extend(next);
    fates.extend([
        Fate::Goes(Goal::Bucket(week)),
        Fate::Goes(Goal::Bucket(week.next())),
        Fate::Skipped,
    ]);
    fates
}

/// The edits that an item's cause and fate ask for.
fn changes_of(item: &Item, scene: &Scene<'_>) -> Vec<Change> {
    let week = item.task.week;
    let known = item.task.find(scene).and_then(|task| task.cause);
    let named = (item.cause != known && item.fate != Fate::Skipped).then(|| {
        let of = MissOf::Task(item.task.id);
        let cause = item.cause;
        in_week(
            week,
            ReviewChange::Cause {
                of,
                cause,
                note: None,
            },
        )
    });
    let fate = match item.fate {
        Fate::Stays => None,
        Fate::Goes(goal) => Some(edits::moved(scene, item.task, goal)),
        Fate::Skipped => {
            let skipped = TaskChange::Skip {
                id: item.task.id,
                cause: item.cause.unwrap_or(Cause::Other),
                note: None,
                at: scene.stamp.at,
            };
            Some(in_week(week, skipped))
        }
    };
    named.into_iter().chain(fate).collect()
}

impl Layer for CloseDay {
    fn allows(&self, action: Action, _scene: &Scene<'_>) -> bool {
        match action {
            Action::Choose(digit) => match self.at {
                At::Item(_) => true,
                At::Mood => digit <= 5,
                At::Worked | At::Earlier | At::Win(_) => false,
            },
            Action::Left | Action::Right => matches!(self.at, At::Item(_)),
            Action::Tick => self.at == At::Earlier,
            Action::Up
            | Action::Down
            | Action::NextField
            | Action::PreviousField
            | Action::Accept
            | Action::SaveAll
            | Action::Back => true,
            _ => false,
        }
    }

    fn update(&mut self, action: Action, scene: &Scene<'_>) -> Effect {
        if !self.allows(action, scene) {
            return Effect::PassOn;
        }
        match action {
            Action::Choose(digit) => self.choose(digit, scene),
            Action::Left => self.turn(false, scene),
            Action::Right => self.turn(true, scene),
            Action::Tick => {
                self.with_earlier = !self.with_earlier;
                Effect::Redraw
            }
            Action::Accept | Action::SaveAll => self.save(scene),
            Action::Back => Effect::Close,
            _ => self.go(action),
        }
    }

    fn draw(
        &self,
        scene: &Scene<'_>,
        area: Rect,
        _focused: bool,
        buf: &mut Buffer,
    ) -> Option<Position> {
        self.draw_box(scene, area, buf)
    }

    fn field(&mut self) -> Option<&mut Field> {
        match self.at {
            At::Worked => Some(&mut self.worked),
            At::Win(place) => self.wins.get_mut(place),
            At::Item(_) | At::Mood | At::Earlier => None,
        }
    }
}

//! What is looked at: which pane has the focus, which day and week are shown, and where each
//! pane stands.
//!
//! One small value that keys, mouse and drawing share. It changes by named steps alone. Side by
//! side, the focused pane may ask for more room than it has there; then the others stand beside
//! it as far as they still fit, the last one gives way first.
//!
//! ```text
//! from 120×24:                    narrower, or zoomed:
//! ┌─────────header─────────┐      ┌────header────┐
//! │ Goals │ Today │ Review │      │  the focused │
//! │  44+  │  40+  │   36+  │      │     pane     │
//! └─────────footer─────────┘      └────footer────┘
//! ```

use ratatui::layout::{Position, Rect};

use crate::domain::{Day, WeekId};

/// The panes, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The week's targets, plan against what happened.
    Goals,
    /// The day shown: counters and tasks.
    Today,
    /// The week looked back on.
    Review,
}

impl Pane {
    pub const ALL: [Self; 3] = [Self::Goals, Self::Today, Self::Review];

    /// The key that shows it.
    pub const fn number(self) -> u8 {
        match self {
            Self::Goals => 1,
            Self::Today => 2,
            Self::Review => 3,
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Goals => Self::Today,
            Self::Today => Self::Review,
            Self::Review => Self::Goals,
        }
    }

    fn previous(self) -> Self {
        self.next().next()
    }

    /// The least width at which it stands beside the others.
    const fn least_width(self) -> u16 {
        match self {
            Self::Goals => 44,
            Self::Today => 40,
            Self::Review => 36,
        }
    }
}

/// A pane with its place on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    pub pane: Pane,
    pub area: Rect,
    pub focused: bool,
}

/// What a screen of some size has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    pub header: Rect,
    pub body: Rect,
    pub footer: Rect,
}

/// Side by side from this size on.
const WIDE: (u16, u16) = (120, 24);

/// Up to here what is wider goes to Today.
const WIDEST_TODAY: u16 = 60;

/// Below this height the frames go.
pub(super) const FRAMED: u16 = 14;

/// Below this size one line says what is needed.
pub const SMALLEST: (u16, u16) = (40, 12);

impl Screen {
    /// The parts of a screen; `None` below [`SMALLEST`].
    pub fn of(area: Rect) -> Option<Self> {
        if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
            return None;
        }
        let line = |y| Rect::new(area.x, y, area.width, 1);
        Some(Self {
            header: line(area.y),
            body: Rect::new(area.x, area.y + 1, area.width, area.height - 2),
            footer: line(area.bottom() - 1),
        })
    }
}

/// What is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    focus: Pane,
    zoomed: bool,
    day: Day,
    today: Day,
}

/// The day on which one looks at a week first: today, if it lies in it, else its Monday.
pub fn some_day(week: WeekId, today: Day) -> Day {
    if week.contains(today) {
        today
    } else {
        week.monday()
    }
}

impl View {
    /// A pane, on a day.
    pub fn new(focus: Pane, day: Day, today: Day) -> Self {
        Self {
            focus,
            zoomed: false,
            day,
            today,
        }
    }

    /// The pane that keys go to.
    pub fn focus(&self) -> Pane {
        self.focus
    }

    /// Whether the focused pane has the whole screen though others had room beside it.
    pub fn is_zoomed(&self) -> bool {
        self.zoomed
    }

    /// The day looked at.
    pub fn day(&self) -> Day {
        self.day
    }

    /// The week looked at.
    pub fn week(&self) -> WeekId {
        self.day.week()
    }

    /// Today, as the clock last said it.
    pub fn today(&self) -> Day {
        self.today
    }

    /// Whether the day looked at is today.
    pub fn is_on_today(&self) -> bool {
        self.day == self.today
    }

    pub fn show(&mut self, pane: Pane) {
        self.focus = pane;
    }

    pub fn next_pane(&mut self) {
        self.focus = self.focus.next();
    }

    pub fn previous_pane(&mut self) {
        self.focus = self.focus.previous();
    }

    pub fn toggle_zoom(&mut self) {
        self.zoomed = !self.zoomed;
    }

    pub fn next_day(&mut self) {
        self.day = self.day.next();
    }

    pub fn previous_day(&mut self) {
        self.day = self.day.previous();
    }

    /// The same day of the week after.
    pub fn next_week(&mut self) {
        self.day = self.week().next().day(self.day.weekday());
    }

    /// The same day of the week before.
    pub fn previous_week(&mut self) {
        self.day = self.week().previous().day(self.day.weekday());
    }

    /// Looks at another day.
    pub fn go_to(&mut self, day: Day) {
        self.day = day;
    }

    /// Back to today.
    pub fn now(&mut self) {
        self.day = self.today;
    }

    /// Learns which day it is; a view that stood on the old today goes with it.
    pub fn tick(&mut self, today: Day) {
        if self.is_on_today() {
            self.day = today;
        }
        self.today = today;
    }

    /// Whether the panes stand side by side on a screen of that size.
    pub fn is_wide(&self, screen: Rect) -> bool {
        !self.zoomed && screen.width >= WIDE.0 && screen.height >= WIDE.1
    }

    /// The visible panes on a screen of that size, from left to right; the focused one is at
    /// least `asked` wide, if the screen is.
    pub fn layout(&self, screen: Rect, asked: u16) -> Vec<Placed> {
        let Some(Screen { body, .. }) = Screen::of(screen) else {
            return Vec::new();
        };
        if !self.is_wide(screen) {
            return vec![Placed {
                pane: self.focus,
                area: body,
                focused: true,
            }];
        }
        let mut x = body.x;
        let mut placed = Vec::new();
        for (pane, width) in side_by_side(body.width, self.focus, asked) {
            let area = Rect::new(x, body.y, width, body.height);
            x = area.right();
            placed.push(Placed {
                pane,
                area,
                focused: pane == self.focus,
            });
        }
        placed
    }

    /// The pane that stands at a place of the screen, the focused one as wide as it asked for.
    pub fn pane_at(&self, place: Position, screen: Rect, asked: u16) -> Option<Placed> {
        let mut placed = self.layout(screen, asked).into_iter();
        placed.find(|placed| placed.area.contains(place))
    }
}

/// The panes that stand side by side on `width` columns, each as wide as it is; the focused one
/// at least `asked`.
fn side_by_side(width: u16, focus: Pane, asked: u16) -> Vec<(Pane, u16)> {
    let usual: Vec<_> = Pane::ALL.into_iter().zip(widths(width)).collect();
    let has_room = |(pane, width): &(Pane, u16)| *pane != focus || *width >= asked;
    if usual.iter().all(has_room) {
        return usual;
    }
    let mut spare = width.saturating_sub(asked);
    let mut beside: Vec<_> = Pane::ALL
        .into_iter()
        .filter(|pane| *pane != focus)
        .collect();
    beside.retain(|pane| {
        let fits = pane.least_width() <= spare;
        spare -= if fits { pane.least_width() } else { 0 };
        fits
    });
    // What is left over goes to the first pane beside it.
    let wider = beside.first().copied().unwrap_or(focus);
    let placed = usual.into_iter().filter_map(|(pane, _)| {
        let least = match pane {
            _ if pane == focus => asked.min(width),
            _ if beside.contains(&pane) => pane.least_width(),
            _ => return None,
        };
        let more = if pane == wider { spare } else { 0 };
        Some((pane, least + more))
    });
    placed.collect()
}

/// How wide each pane is, side by side on `width` columns.
fn widths(width: u16) -> [u16; 3] {
    let mut widths = Pane::ALL.map(Pane::least_width);
    let [goals, today, review] = &mut widths;
    let spare = width.saturating_sub(*goals + *today + *review);
    let for_today = spare.min(WIDEST_TODAY - *today);
    *today += for_today;
    let spare = spare - for_today;
    *goals += spare / 3 + u16::from(spare % 3 > 0);
    *today += spare / 3 + u16::from(spare % 3 > 1);
    *review += spare / 3;
    widths
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn view(focus: Pane) -> View {
        let wednesday = day("2026-11-25");
        View::new(focus, wednesday, wednesday)
    }

    #[test]
    fn three_panes_stand_side_by_side_from_120_columns_and_24_rows() {
        for (width, height, panes) in [(120, 24, 3), (119, 40, 1), (120, 23, 1), (40, 12, 1)] {
            let placed = view(Pane::Today).layout(Rect::new(0, 0, width, height), 0);
            assert_eq!(placed.len(), panes, "{width}×{height}");
        }
    }

    #[test]
    fn what_is_wider_goes_to_today_up_to_60_then_to_all_three() {
        for (width, expected) in [
            (120, [44, 40, 36]),
            (130, [44, 50, 36]),
            (140, [44, 60, 36]),
            (143, [45, 61, 37]),
            (200, [64, 80, 56]),
        ] {
            assert_eq!(widths(width), expected, "{width}");
        }
    }

    #[test]
    fn a_pane_that_asks_for_more_room_takes_it_from_the_last_ones() {
        use Pane::{Goals, Review, Today};
        for (width, asked, expected) in [
            (120, 44, vec![(Goals, 44), (Today, 40), (Review, 36)]),
            (120, 80, vec![(Goals, 80), (Today, 40)]),
            (130, 80, vec![(Goals, 80), (Today, 50)]),
            (160, 80, vec![(Goals, 80), (Today, 44), (Review, 36)]),
            (120, 100, vec![(Goals, 120)]),
            (300, 80, vec![(Goals, 98), (Today, 113), (Review, 89)]),
        ] {
            assert_eq!(side_by_side(width, Goals, asked), expected, "{width}");
        }
    }

    #[test]
    fn below_the_smallest_size_no_pane_has_room() {
        for (width, height) in [(39, 24), (80, 11), (1, 1), (0, 0)] {
            assert_eq!(Screen::of(Rect::new(0, 0, width, height)), None);
            assert!(
                view(Pane::Today)
                    .layout(Rect::new(0, 0, width, height), 0)
                    .is_empty()
            );
        }
    }

    #[test]
    fn a_week_further_it_is_the_same_weekday() {
        let mut view = view(Pane::Today);
        view.next_week();
        assert_eq!(view.day(), day("2026-12-02"));
        view.previous_week();
        view.previous_week();
        assert_eq!(view.day(), day("2026-11-18"));
    }

    #[test]
    fn midnight_moves_a_view_that_stood_on_today() {
        let mut view = view(Pane::Today);
        view.tick(day("2026-11-26"));
        assert_eq!(view.day(), day("2026-11-26"));
    }

    #[test]
    fn midnight_leaves_a_view_of_another_day_alone() {
        let mut view = view(Pane::Today);
        view.previous_day();
        view.tick(day("2026-11-26"));
        assert_eq!(view.day(), day("2026-11-24"));
        view.now();
        assert_eq!(view.day(), day("2026-11-26"));
    }

    proptest! {
        #[test]
        fn the_focus_is_on_a_visible_pane_and_the_panes_fill_the_body(
            width in 0_u16..400,
            height in 0_u16..200,
            asked in 0_u16..200,
            steps in proptest::collection::vec(0_u8..4, 0..12),
        ) {
            let mut view = view(Pane::Today);
            for step in steps {
                match step {
                    0 => view.next_pane(),
                    1 => view.previous_pane(),
                    2 => view.toggle_zoom(),
                    _ => view.show(Pane::Review),
                }
            }
            let area = Rect::new(0, 0, width, height);
            let placed = view.layout(area, asked);
            let Some(screen) = Screen::of(area) else {
                prop_assert!(placed.is_empty());
                return Ok(());
            };
            let focused: Vec<_> = placed.iter().filter(|placed| placed.focused).collect();
            prop_assert_eq!(focused.len(), 1);
            prop_assert_eq!(focused[0].pane, view.focus());
            let together: u32 = placed.iter().map(|placed| placed.area.area()).sum();
            prop_assert_eq!(together, screen.body.area());
        }
    }
}

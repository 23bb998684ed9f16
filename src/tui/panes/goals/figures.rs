//! What a metric's cells say, each in the few cells it has.

use ratatui::style::Style;

use super::grid::to_cells;
use super::shape::{Form, MOST_PAIR};
use crate::domain::{Amount, Unit, Weekday};
use crate::i18n::cells::width;
use crate::i18n::{AmountStyle, Scale, percent, tenths};
use crate::planning::{MetricOutlook, Status};
use crate::tui::scene::Scene;

/// How wide an amount is at most.
const CELL: usize = 4;

/// The amounts of one metric, all in one scale.
pub(super) struct Figures<'a> {
    scene: &'a Scene<'a>,
    metric: &'a MetricOutlook,
    style: AmountStyle,
    scale: Scale,
    word: Word,
    /// How wide an amount is at most.
    cells: usize,
}

/// Where the word of the scale stands, `万` or `k`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    /// Beside the cells, so that they go without.
    Beside,
    /// Behind the target, so that a cell without room for it is understood.
    AtTarget,
    /// In each cell.
    InCell,
}

impl<'a> Figures<'a> {
    pub(super) fn of(scene: &'a Scene<'a>, metric: &'a MetricOutlook, form: Form) -> Self {
        let style = scene.style(metric);
        let amounts = metric.days.values().flat_map(|day| {
            let quotas = [Some(day.baseline), day.adaptive].into_iter().flatten();
            quotas.chain([day.done.units().unsigned_abs()])
        });
        let largest = Amount::of_units(amounts.max().unwrap_or(0));
        let mut figures = Self {
            scene,
            metric,
            style,
            scale: style.scale(largest),
            word: Word::InCell,
            cells: CELL,
        };
        if form == Form::Side {
            figures.word = Word::Beside;
        } else if figures.reached().contains(figures.scale_word()) {
            figures.word = Word::AtTarget;
        }
        figures
    }

    /// In a plan, which shows its targets exactly: in cells so wide, each with its word.
    pub(super) fn in_plan(scene: &'a Scene<'a>, metric: &'a MetricOutlook, cells: usize) -> Self {
        Self {
            word: Word::InCell,
            cells,
            ..Self::of(scene, metric, Form::Wide)
        }
    }

    /// In which thousands or ten thousands its cells are told; nothing for ones.
    pub(super) fn scale_word(&self) -> &'static str {
        self.scale.word()
    }

    /// Done and target, short: `31.2/50万`; without a target what was done.
    pub(super) fn reached(&self) -> String {
        match self.metric.target {
            Some(target) => self.style.pair(self.metric.done, target),
            None if self.metric.done.is_zero() => String::new(),
            None => self.style.short(self.metric.done),
        }
    }

    /// That as a share of the target.
    pub(super) fn share(&self) -> String {
        self.metric.attainment_bp.map(percent).unwrap_or_default()
    }

    /// What the plan has for a day.
    pub(super) fn plan(&self, day: Weekday) -> String {
        let figures = &self.metric.days[day];
        if !self.has_quotas() {
            String::new()
        } else if self.owes_nothing(day) && figures.baseline == 0 {
            self.dash()
        } else {
            self.cell(Amount::of_units(figures.baseline))
        }
    }

    /// What happened: on days past what was done, today that of what is owed now, on days to
    /// come what they owe now. Today's pair has so many cells.
    pub(super) fn happened(&self, day: Weekday, pair: usize) -> String {
        let figures = &self.metric.days[day];
        let is_today = figures.date == self.scene.outlook.today;
        match figures.adaptive.filter(|_| self.has_quotas()) {
            Some(now) if is_today => {
                let (done, now) = (figures.done_of_quota(), Amount::of_units(now));
                self.style.pair_cell(done, now, self.scale, pair)
            }
            Some(0) if self.owes_nothing(day) => self.dash(),
            Some(now) => self.cell(Amount::of_units(now)),
            None if !figures.done.is_zero() => self.cell(figures.done),
            None if !self.has_quotas() => String::new(),
            None if self.owes_nothing(day) => self.dash(),
            None => self.cell(figures.done),
        }
    }

    /// Whether a day's quota was set by hand.
    pub(super) fn is_pinned(&self, day: Weekday) -> bool {
        self.metric.days[day].pinned.is_some()
    }

    fn has_quotas(&self) -> bool {
        self.metric.target.is_some() && self.metric.unit != Unit::Score
    }

    /// A day off, unless something is pinned on it.
    fn owes_nothing(&self, day: Weekday) -> bool {
        self.scene.outlook.days[day].off && !self.is_pinned(day)
    }

    fn dash(&self) -> String {
        self.scene.theme.glyphs.dash.to_owned()
    }

    fn cell(&self, amount: Amount) -> String {
        if self.word == Word::InCell {
            return self.style.worded_cell(amount, self.scale, self.cells);
        }
        let cell = self.style.cell(amount, self.scale, self.cells);
        let bare = cell.strip_suffix(self.scale_word());
        bare.filter(|_| self.word == Word::Beside)
            .map(str::to_owned)
            .unwrap_or(cell)
    }
}

/// How many cells the widest of today's pairs takes with its decimals, up to the most there are.
pub(super) fn widest_pair(scene: &Scene<'_>) -> u16 {
    let today = scene.outlook.today.weekday();
    let pairs = scene.outlook.metrics.iter().map(|metric| {
        let figures = Figures::of(scene, metric, Form::Wide);
        to_cells(width(&figures.happened(today, MOST_PAIR.into())))
    });
    pairs.max().unwrap_or(0)
}

/// How a metric stands: sign, word and colour.
pub(super) struct Standing {
    pub(super) sign: &'static str,
    pub(super) word: &'static str,
    pub(super) style: Style,
}

impl Standing {
    /// Of a week that has not begun no pace is told.
    pub(super) fn of(scene: &Scene<'_>, status: Status) -> Self {
        let theme = scene.theme;
        if is_pace(status) && !scene.outlook.has_begun() {
            return Self {
                sign: "",
                word: "",
                style: theme.dim,
            };
        }
        let (sign, style) = match status {
            Status::NoTarget => ("", theme.dim),
            Status::NoWorkingDays => (theme.glyphs.dash, theme.dim),
            Status::Reached => (theme.glyphs.reached, theme.good),
            Status::Ahead => (theme.glyphs.ahead, theme.good),
            Status::OnPace => (theme.glyphs.on_pace, Style::new()),
            Status::Behind => (theme.glyphs.behind, theme.warn),
            Status::FarBehind | Status::Missed => (theme.glyphs.behind, theme.bad),
        };
        Self {
            sign,
            word: scene.words.name(status),
            style,
        }
    }

    /// Sign and word: `▴ ahead`.
    pub(super) fn text(&self) -> String {
        if self.sign.is_empty() {
            self.word.to_owned()
        } else {
            format!("{} {}", self.sign, self.word)
        }
    }

    /// In one piece with the lead where that says more than the word: `▴ 0.5 d ahead`.
    pub(super) fn with_lead(&self, scene: &Scene<'_>, metric: &MetricOutlook) -> String {
        if self.word.is_empty() {
            return String::new();
        }
        let said = scene.words.standing(metric);
        if self.sign.is_empty() {
            said
        } else {
            format!("{} {said}", self.sign)
        }
    }
}

/// Whether a status compares what is done with the days that have passed.
fn is_pace(status: Status) -> bool {
    match status {
        Status::Ahead | Status::OnPace | Status::Behind | Status::FarBehind => true,
        Status::NoTarget | Status::Reached | Status::Missed | Status::NoWorkingDays => false,
    }
}

/// The lead in days: `0.5 days`; none before the week has begun.
pub(super) fn lead(scene: &Scene<'_>, metric: &MetricOutlook) -> String {
    let lead = metric.lead_days.filter(|_| scene.outlook.has_begun());
    let days = lead.map(tenths);
    days.map(|days| scene.words.lead.amount(days))
        .unwrap_or_default()
}

//! All that a layer may look at, built once for each update and frame.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::{Block, Widget};

use super::theme::Theme;
use super::view::View;
use crate::domain::{Day, Moment, Reading, Settings, Stamp, Week};
use crate::i18n::AmountStyle;
use crate::planning::{DayView, History, MetricOutlook, Outlook, day_view};

/// The week looked at with all that is known of it, and how it is to be shown.
#[derive(Debug, Clone)]
pub struct Scene<'a> {
    pub week: &'a Week,
    pub outlook: &'a Outlook,
    pub history: History<'a>,
    pub settings: &'a Settings,
    pub theme: &'a Theme,
    pub view: &'a View,
    pub now: Moment,
    /// What one edit needs from outside; another one for each key.
    pub stamp: Stamp,
}

impl Scene<'_> {
    /// Today, whatever day is looked at.
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// The day looked at, with its counters and tasks in their orders.
    pub fn day_view(&self) -> DayView<'_> {
        day_view(self.outlook, self.view.day())
    }

    /// How the amounts of a metric are written.
    pub fn style(&self, metric: &MetricOutlook) -> AmountStyle {
        AmountStyle {
            language: self.settings.language,
            unit: metric.unit,
            currency: metric.currency.unwrap_or(self.settings.currency),
        }
    }

    /// How what is typed for a metric is read.
    pub fn reading(&self, metric: &MetricOutlook) -> Reading {
        Reading {
            unit: metric.unit,
            currency: self.settings.currency,
        }
    }

    /// How a row is drawn, by whether it is selected in a pane that has the focus.
    pub fn row_style(&self, selected: bool, focused: bool) -> Style {
        match (selected, focused) {
            (true, true) => self.theme.selected,
            (true, false) => self.theme.selected_elsewhere,
            (false, _) => Style::new(),
        }
    }

    /// Draws the frame of a pane with its title, if its area has room for one; gives what is
    /// inside.
    pub fn frame(&self, title: &str, focused: bool, area: Rect, buf: &mut Buffer) -> Rect {
        if area.height < FRAMED_PANE {
            return area;
        }
        let style = if focused {
            self.theme.focus
        } else {
            self.theme.frame
        };
        let block = Block::bordered()
            .border_set(self.theme.glyphs.border)
            .border_style(style)
            .title(Line::styled(format!(" {title} "), self.theme.title));
        let inside = block.inner(area);
        block.render(area, buf);
        inside
    }
}

/// Below this height a pane has no frame; header and footer have taken two rows.
const FRAMED_PANE: u16 = super::view::FRAMED - 2;

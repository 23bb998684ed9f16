//! Where the screens open: on the plan, on today or on the review, as the week stands.

use super::App;
use super::files::Files;
use crate::planning::{Opening, where_to_open};
use crate::tui::dialogs::OpeningBox;
use crate::tui::view::Pane;

impl<F: Files> App<F> {
    /// Looks where the week asks for it; a week that was asked for by name opens on Goals.
    pub(super) fn open(&mut self, named: bool) {
        let stage = &mut self.stage;
        if named {
            let pane = if stage.view.is_on_today() {
                Pane::Today
            } else {
                Pane::Goals
            };
            stage.view.show(pane);
            return;
        }
        if stage.loaded.vital_fault().is_some() {
            return;
        }
        match where_to_open(&stage.outlook) {
            Opening::Plan(week) => {
                stage.view.show(Pane::Goals);
                if !week.contains(stage.view.day()) {
                    stage.view.go_to(week.monday());
                    stage.follow_view(&mut self.files);
                }
            }
            Opening::Review => stage.view.show(Pane::Review),
            Opening::Today => {
                stage.view.show(Pane::Today);
                let outlook = &stage.outlook;
                if !outlook.recorded_today && !outlook.open_before.is_empty() {
                    self.layers.open(Box::new(OpeningBox::default()));
                }
            }
        }
    }
}

//! What edits would lead to, before they are written.

use std::sync::Arc;

use super::scene::Scene;
use crate::domain::change::{Applied, Books, Change};
use crate::domain::{Metric, Settings, Week};
use crate::planning::{Doubt, Outlook, doubts, outlook};

/// The week as edits would leave it, with its figures.
pub struct Preview {
    pub week: Arc<Week>,
    pub settings: Settings,
    pub outlook: Outlook,
}

impl Preview {
    /// What edits would lead to under `settings`; `None` where they are refused. Nothing is
    /// written.
    pub fn of(scene: &Scene<'_>, settings: &Settings, changes: Vec<Change>) -> Option<Self> {
        let books = edited(scene, settings, changes)?;
        let week = books.week(scene.outlook.week);
        let name = |metric: &Metric| scene.words.metric_name(metric);
        let outlook = outlook(&week, &scene.history, &books.settings, scene.now, &name);
        Some(Self {
            week,
            settings: books.settings,
            outlook,
        })
    }
}

/// What speaks against the week as edits would leave it; nothing where they are refused.
pub fn doubts_after(scene: &Scene<'_>, changes: Vec<Change>) -> Vec<Doubt> {
    edited(scene, scene.settings, changes).map_or_else(Vec::new, |books| {
        let week = books.week(scene.outlook.week);
        doubts(&week, &scene.history, &books.settings, scene.now)
    })
}

fn edited(scene: &Scene<'_>, settings: &Settings, changes: Vec<Change>) -> Option<Books> {
    let mut books = Books::new(settings.clone());
    books.insert(scene.week.clone());
    if let Some(next) = scene.history.next {
        books.insert(next.clone());
    }
    let Applied { .. } = Change::Several(changes).apply(&mut books).ok()?;
    Some(books)
}

//! What Review asks in boxes: lessons, improvements, causes in own words, the seal.

use std::borrow::Cow;

use crate::domain::change::{Change, MissOf, ReviewChange, SealWeek, WeekChange};
use crate::domain::{
    Cause, Day, Improvement, ImprovementId, LONGEST_LINE, Lesson, LessonId, LessonKind,
};
use crate::i18n;
use crate::planning::{ImprovementOutlook, LessonOutlook};
use crate::tui::dialogs::{Form, FormBox, Line, Menu};
use crate::tui::edits;
use crate::tui::effect::Effect;
use crate::tui::layers::Layer;
use crate::tui::scene::Scene;

/// What is to be added: a lesson of one of four kinds, or an improvement.
pub(super) fn what_to_add(scene: &Scene<'_>) -> Menu {
    let mut menu = Menu::new(scene.words.review.insight);
    for kind in LessonKind::ALL {
        let lesson = scene.words.find.lesson;
        let said = scene.words.common.reason(lesson, scene.words.name(kind));
        menu = menu.line(said, move |scene| {
            let id = LessonId(scene.stamp.id(0));
            Effect::replace(LineBox::lesson(id, kind, "", scene))
        });
    }
    menu.line(scene.words.review.improvement, |scene| {
        let id = ImprovementId(scene.stamp.id(0));
        Effect::replace(LineBox::action(id, None, scene))
    })
}

/// A lesson as it is, to be said anew.
pub(super) fn lesson(lesson: &LessonOutlook, scene: &Scene<'_>) -> Box<dyn Layer> {
    Box::new(LineBox::lesson(lesson.id, lesson.kind, &lesson.text, scene))
}

/// An improvement as it is, to be said anew.
pub(super) fn action(action: &ImprovementOutlook, scene: &Scene<'_>) -> Box<dyn Layer> {
    Box::new(LineBox::action(action.id, Some(action), scene))
}

/// An improvement that begins with a text.
pub(super) fn action_of(text: &str, scene: &Scene<'_>) -> Box<dyn Layer> {
    let id = ImprovementId(scene.stamp.id(0));
    Box::new(LineBox::action_from(id, None, text, scene))
}

/// Why, in the user's own words.
pub(super) fn other_cause(of: MissOf, scene: &Scene<'_>) -> Box<dyn Layer> {
    let form = Form::new(vec![(scene.words.boxes.text, Line::text("", LONGEST_LINE))]);
    Box::new(LineBox {
        title: scene.words.boxes.cause,
        form,
        about: About::Cause(of),
    })
}

/// The question before sealing, which lists what will happen.
pub(super) fn sealing(seal: &SealWeek, what: &str, scene: &Scene<'_>) -> Box<dyn Layer> {
    let said = scene
        .words
        .messages
        .sealed(i18n::week_name(scene.language, seal.week));
    let seal = seal.clone();
    let menu = Menu::new(scene.words.boxes.seal)
        .note(what)
        .line(scene.words.boxes.seal, move |scene| {
            let seal = SealWeek {
                at: scene.stamp.at,
                ..seal.clone()
            };
            Effect::change(Change::Seal(seal), said.clone())
        })
        .line(scene.words.boxes.cancel, |_| Effect::Close);
    Box::new(menu)
}

/// A line of the review in a box.
struct LineBox {
    title: &'static str,
    form: Form,
    about: About,
}

/// What the line is, and what names it.
enum About {
    Lesson(LessonId),
    /// With the days that can be chosen; `None` is next week's bucket.
    Action(ImprovementId, Vec<Option<Day>>),
    Cause(MissOf),
}

impl LineBox {
    fn lesson(id: LessonId, kind: LessonKind, text: &str, scene: &Scene<'_>) -> Self {
        let words = &scene.words.boxes;
        let options = LessonKind::ALL
            .map(|kind| scene.words.name(kind).to_owned())
            .into();
        let at = LessonKind::ALL
            .iter()
            .position(|known| *known == kind)
            .unwrap_or(0);
        let form = Form::new(vec![
            (words.text, Line::text(text, LONGEST_LINE)),
            (words.kind, Line::Choice { options, at }),
        ]);
        Self {
            title: words.lesson,
            form,
            about: About::Lesson(id),
        }
    }

    fn action(id: ImprovementId, old: Option<&ImprovementOutlook>, scene: &Scene<'_>) -> Self {
        Self::action_from(id, old, old.map_or("", |old| &old.text), scene)
    }

    fn action_from(
        id: ImprovementId,
        old: Option<&ImprovementOutlook>,
        text: &str,
        scene: &Scene<'_>,
    ) -> Self {
        let words = &scene.words.boxes;
        let next = scene.outlook.week.next();
        let days: Vec<_> = std::iter::once(None).chain(next.days().map(Some)).collect();
        let say = |day: &Option<Day>| {
            day.map_or_else(
                || words.next_week.to_owned(),
                |day| i18n::date(scene.language, day),
            )
        };
        let options = days.iter().map(say).collect();
        let chosen = old.map(|old| old.day);
        let at = days
            .iter()
            .position(|day| Some(*day) == chosen)
            .unwrap_or(0);
        let measure = old.and_then(|old| old.measure.as_deref()).unwrap_or("");
        let form = Form::new(vec![
            (words.text, Line::text(text, LONGEST_LINE)),
            (words.day, Line::Choice { options, at }),
            (words.measure, Line::text(measure, LONGEST_LINE)),
        ]);
        Self {
            title: words.improvement,
            form,
            about: About::Action(id, days),
        }
    }

    fn change(&self) -> ReviewChange {
        let text = self.form.text(0).to_owned();
        match &self.about {
            About::Lesson(id) => {
                let kind = LessonKind::ALL.get(self.form.choice(1)).copied();
                let kind = kind.unwrap_or(LessonKind::Keep);
                ReviewChange::Lesson(Lesson {
                    id: *id,
                    kind,
                    text,
                })
            }
            About::Action(id, days) => ReviewChange::Improvement(Improvement {
                id: *id,
                text,
                day: days.get(self.form.choice(1)).copied().flatten(),
                measure: self.form.optional(2),
            }),
            About::Cause(of) => ReviewChange::Cause {
                of: of.clone(),
                cause: Some(Cause::Other),
                note: self.form.optional(0),
            },
        }
    }
}

impl FormBox for LineBox {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn title(&self, _scene: &Scene<'_>) -> Cow<'static, str> {
        self.title.into()
    }

    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        let change = WeekChange::Review(self.change());
        let said = edits::short(self.form.text(0));
        let said = edits::said_of_week(scene, said);
        Effect::change(Change::Week(scene.outlook.week, change), said)
    }
}

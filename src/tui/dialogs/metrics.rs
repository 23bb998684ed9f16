//! What is counted: its name, its kind, the key that counts it, its place, whether it is in use.

use std::borrow::Cow;

use super::form::{Form, Line};
use super::settings::{chosen, one_of, write};
use super::{FormBox, Menu};
use crate::domain::change::{MetricField, SettingsChange};
use crate::domain::{
    Amount, Basis, Kind, LONGEST_LINE, Letter, Metric, MetricId, MetricIdError, TextError, Unit,
    line,
};
use crate::tui::effect::Effect;
use crate::tui::scene::Scene;

/// The longest id, in characters.
const LONGEST_ID: usize = 32;
const LONGEST_AMOUNT: usize = 40;

/// What a line of the form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    Name,
    Id,
    Kind,
    Unit,
    Letter,
    Basis,
    Step,
    InUse,
    Place,
}

/// A line that says nothing of its kind, and why.
type Wrong = (At, String);

/// All metrics, those out of use too, and the way to a new one.
pub(super) fn metrics(scene: &Scene<'_>) -> Menu {
    let words = &scene.words.settings;
    let metrics = scene.settings.metrics.iter();
    let menu = metrics.fold(Menu::new(words.counted), |menu, metric| {
        let name = scene.words.metric_name(metric);
        let (said, metric) = (said(metric, scene), metric.clone());
        menu.line_about(name, said, move |scene| {
            Effect::replace(MetricBox::of(&metric, scene))
        })
    });
    menu.line(words.new_metric, |scene| {
        Effect::replace(MetricBox::new(scene))
    })
}

/// What stands behind its name: ` · activity · count · c`.
fn said(metric: &Metric, scene: &Scene<'_>) -> String {
    let words = scene.words;
    let mut parts = vec![
        String::new(),
        words.name(metric.kind).to_owned(),
        words.name(metric.unit).to_owned(),
    ];
    parts.extend(metric.letter.map(|letter| letter.to_string()));
    parts.extend(metric.retired.then(|| words.settings.retired.to_owned()));
    parts.join(" · ")
}

/// One metric, known or new.
struct MetricBox {
    /// As it was when the box was opened; `None` of a new one.
    before: Option<Metric>,
    /// The letters offered, after none at all.
    letters: Vec<Letter>,
    lines: Vec<At>,
    form: Form,
}

impl MetricBox {
    fn of(metric: &Metric, scene: &Scene<'_>) -> Self {
        let style = scene.style_of(metric.unit);
        let step = metric
            .step
            .map(|step| style.typed(step))
            .unwrap_or_default();
        let mut lines = Self::common(metric, scene);
        if metric.unit == Unit::Money {
            lines.push((
                At::Basis,
                one_of(metric.basis.unwrap_or(Basis::Signed), scene),
            ));
        }
        if metric.unit != Unit::Score {
            lines.push((At::Step, Line::text(&step, LONGEST_AMOUNT)));
        }
        lines.push((At::InUse, Line::Tick(!metric.retired)));
        lines.extend(place(metric, scene).map(|line| (At::Place, line)));
        Self::with(Some(metric), lines, scene)
    }

    fn new(scene: &Scene<'_>) -> Self {
        let id = Line::text("", LONGEST_ID);
        let mut lines = vec![(At::Name, Line::text("", LONGEST_LINE)), (At::Id, id)];
        lines.push((At::Kind, one_of(Kind::Activity, scene)));
        lines.push((At::Unit, one_of(Unit::Count, scene)));
        lines.push((At::Letter, letter_line(None, scene)));
        Self::with(None, lines, scene)
    }

    fn common(metric: &Metric, scene: &Scene<'_>) -> Vec<(At, Line)> {
        let name = scene.words.metric_name(metric);
        let mut lines = vec![
            (At::Name, Line::text(&name, LONGEST_LINE)),
            (At::Kind, one_of(metric.kind, scene)),
            (At::Unit, one_of(metric.unit, scene)),
        ];
        if !metric.retired {
            lines.push((At::Letter, letter_line(metric.letter, scene)));
        }
        lines
    }

    fn with(before: Option<&Metric>, lines: Vec<(At, Line)>, scene: &Scene<'_>) -> Self {
        let own = before.and_then(|metric| metric.letter);
        let places: Vec<_> = lines.iter().map(|(at, _)| *at).collect();
        let lines = lines.into_iter();
        let lines = lines.map(|(at, line)| (label(at, scene), line)).collect();
        let explained = places.iter().enumerate();
        let explained = explained.filter_map(|(line, at)| Some((line, note(*at, scene)?)));
        let form = explained.fold(Form::new(lines), |form, (line, note)| {
            form.explain(line, note)
        });
        Self {
            before: before.cloned(),
            letters: free_letters(own, scene),
            lines: places,
            form,
        }
    }

    /// Where a line stands in the form, if it has it.
    fn line(&self, at: At) -> Option<usize> {
        self.lines.iter().position(|line| *line == at)
    }

    fn text(&self, at: At) -> &str {
        self.line(at).map_or("", |line| self.form.text(line))
    }

    fn letter(&self) -> Option<Letter> {
        let chosen = self.form.choice(self.line(At::Letter)?);
        self.letters.get(chosen.checked_sub(1)?).copied()
    }

    fn kind_and_unit(&self) -> (Kind, Unit) {
        let line = |at| self.line(at).unwrap_or(usize::MAX);
        (
            chosen(&self.form, line(At::Kind), Kind::Activity),
            chosen(&self.form, line(At::Unit), Unit::Count),
        )
    }

    /// The edits that make a new metric.
    fn edits_of_new(&self, scene: &Scene<'_>) -> Result<Vec<SettingsChange>, Wrong> {
        let name = line(self.text(At::Name));
        let name = name.map_err(|error: TextError| (At::Name, scene.say(&error)))?;
        let id = match self.text(At::Id) {
            "" => MetricId::of_name(&name, |id| scene.settings.metric(id).is_some()),
            id => id
                .parse()
                .map_err(|error: MetricIdError| (At::Id, scene.say(&error)))?,
        };
        let (kind, unit) = self.kind_and_unit();
        let metric = Metric {
            name: Some(name),
            letter: self.letter(),
            basis: (unit == Unit::Money).then_some(Basis::Signed),
            ..Metric::new(id, kind, unit)
        };
        Ok(vec![SettingsChange::AddMetric(metric)])
    }

    /// The edits that make of a metric what the form says.
    fn edits_of(&self, was: &Metric, scene: &Scene<'_>) -> Result<Vec<SettingsChange>, Wrong> {
        let in_use = self.line(At::InUse);
        let in_use = in_use.is_none_or(|line| self.form.is_ticked(line));
        let mut changes = Vec::new();
        if in_use && was.retired {
            changes.push(SettingsChange::RestoreMetric(was.id.clone()));
        }
        let fields = self.fields(was, scene)?.into_iter();
        changes.extend(fields.map(|field| SettingsChange::SetMetric(was.id.clone(), field)));
        if !in_use && !was.retired {
            changes.push(SettingsChange::RetireMetric(was.id.clone()));
        } else {
            changes.extend(self.order(was, scene).map(SettingsChange::OrderMetrics));
        }
        Ok(changes)
    }

    fn fields(&self, was: &Metric, scene: &Scene<'_>) -> Result<Vec<MetricField>, Wrong> {
        let (kind, unit) = self.kind_and_unit();
        let name = self.text(At::Name);
        let name = (name != scene.words.metric_name(was)).then(|| {
            Some(name)
                .filter(|name| !name.is_empty())
                .map(str::to_owned)
        });
        let basis = self.line(At::Basis).filter(|_| unit == Unit::Money);
        let basis = basis.map(|line| Some(chosen(&self.form, line, Basis::Signed)));
        let step = self.step(was, unit, scene)?;
        let letter = self.line(At::Letter).map(|_| self.letter());
        let fields = [
            name.map(MetricField::Name),
            (kind != was.kind).then_some(MetricField::Kind(kind)),
            (unit != was.unit).then_some(MetricField::Unit(unit)),
            letter
                .filter(|letter| *letter != was.letter)
                .map(MetricField::Letter),
            basis
                .filter(|basis| *basis != was.basis)
                .map(MetricField::Basis),
            (step != was.step).then_some(MetricField::Step(step)),
        ];
        Ok(fields.into_iter().flatten().collect())
    }

    /// The step of the quotas; none where its line is empty.
    fn step(&self, was: &Metric, unit: Unit, scene: &Scene<'_>) -> Result<Option<Amount>, Wrong> {
        match (self.line(At::Step), self.text(At::Step)) {
            (None, _) => Ok(was.step),
            (Some(_), "") => Ok(None),
            (Some(_), text) => {
                let step = Amount::read(text, scene.reading_of(unit));
                step.map(Some)
                    .map_err(|error| (At::Step, scene.say(&error)))
            }
        }
    }

    /// The metrics in use in their new order, if the place was changed.
    fn order(&self, was: &Metric, scene: &Scene<'_>) -> Option<Vec<MetricId>> {
        let to = self.form.choice(self.line(At::Place)?);
        let in_use = scene.settings.metrics_in_use();
        let mut order: Vec<_> = in_use.map(|metric| metric.id.clone()).collect();
        let from = order.iter().position(|id| *id == was.id)?;
        let moved = order.remove(from);
        order.insert(to.min(order.len()), moved);
        (from != to).then_some(order)
    }
}

impl FormBox for MetricBox {
    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn title(&self, scene: &Scene<'_>) -> Cow<'static, str> {
        scene.words.settings.metric.into()
    }

    fn save(&mut self, scene: &Scene<'_>) -> Effect {
        let changes = match &self.before {
            Some(was) => self.edits_of(was, scene),
            None => self.edits_of_new(scene),
        };
        match changes {
            Ok(changes) => write(
                changes,
                scene.words.settings.metric_saved(self.text(At::Name)),
            ),
            Err((at, why)) => {
                let line = self.line(at).unwrap_or(0);
                self.form.refuse(line, why);
                Effect::Redraw
            }
        }
    }
}

fn label(at: At, scene: &Scene<'_>) -> &'static str {
    let words = &scene.words.settings;
    match at {
        At::Name => words.name,
        At::Id => words.id,
        At::Kind => words.kind,
        At::Unit => words.unit,
        At::Letter => words.letter,
        At::Basis => words.basis,
        At::Step => words.step,
        At::InUse => words.in_use,
        At::Place => words.place,
    }
}

/// What may stand on a line that does not say it by itself.
fn note(at: At, scene: &Scene<'_>) -> Option<&'static str> {
    let words = &scene.words.settings;
    match at {
        At::Id => Some(words.id_note),
        At::Letter => Some(words.letter_note),
        At::Step => Some(words.step_note),
        At::InUse => Some(words.in_use_note),
        At::Name | At::Kind | At::Unit | At::Basis | At::Place => None,
    }
}

/// The letters that no other metric in use has.
fn free_letters(own: Option<Letter>, scene: &Scene<'_>) -> Vec<Letter> {
    let taken = |letter: &Letter| {
        let mut in_use = scene.settings.metrics_in_use();
        Some(*letter) != own && in_use.any(|metric| metric.letter == Some(*letter))
    };
    let letters = Letter::ALL.into_iter();
    letters.filter(|letter| !taken(letter)).collect()
}

fn letter_line(own: Option<Letter>, scene: &Scene<'_>) -> Line {
    let letters = free_letters(own, scene);
    let at = letters.iter().position(|letter| Some(*letter) == own);
    let none = scene.words.common.none.to_owned();
    let names = letters.iter().map(Letter::to_string);
    Line::Choice {
        options: std::iter::once(none).chain(names).collect(),
        at: at.map_or(0, |at| at + 1),
    }
}

/// The places there are, of a metric in use.
fn place(metric: &Metric, scene: &Scene<'_>) -> Option<Line> {
    let mut in_use = scene.settings.metrics_in_use();
    let at = in_use.position(|other| other.id == metric.id)?;
    let count = scene.settings.metrics_in_use().count();
    Some(Line::Choice {
        options: (1..=count).map(|place| place.to_string()).collect(),
        at,
    })
}

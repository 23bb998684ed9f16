//! Any edit of any books, drawn from a seed.
//!
//! What an edit names is mostly there and mostly fits, so that most edits are made and some
//! are refused.

use super::super::{
    ActivityChange, Books, Carry, Change, DayChange, EventChange, MetricField, MissOf,
    RepeatChange, ReviewChange, SealWeek, SettingsChange, Stretch, TargetChange, TargetSet,
    TaskChange, TaskField, WeekChange,
};
use crate::domain::fixtures::{at, entry, id, metric, percent, settings, week_id};
use crate::domain::{
    Amount, Answer, Basis, ByDay, Cause, Closed, Currency, Day, Entry, EntryId, Event, EventId,
    EventKind, GlyphChoice, Hours, Id, Improvement, ImprovementId, Kind, Language, Law, Lesson,
    LessonId, LessonKind, Letter, Market, Metric, MetricId, MinutesStep, Miss, Moment, MouseChoice,
    OnDayOff, OwnDay, Repeat, RepeatId, Task, TaskId, TaskState, TimeOfDay, Unit, Week, WeekId,
    Work,
};

/// The weeks that the edits are about.
const WEEKS: [&str; 3] = ["2026-W47", "2026-W48", "2026-W49"];

/// How many kinds of edits there are.
const KINDS: usize = 40;

/// How many of them are of a week alone; they come first.
const WEEK_KINDS: usize = 24;

/// Draws edits, mostly of weeks, seldom of the settings.
pub(super) struct Draw(fastrand::Rng);

impl Draw {
    pub(super) fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    /// Books that so many edits have led to.
    pub(super) fn books(&mut self, edits: usize) -> Books {
        let mut books = Books::new(settings());
        for _ in 0..edits {
            let _ = self.change(&books).apply(&mut books);
        }
        books
    }

    /// An edit of some kind.
    pub(super) fn change(&mut self, books: &Books) -> Change {
        let kinds = if self.0.bool() { WEEK_KINDS } else { KINDS };
        let kind = self.0.usize(..kinds);
        let week = &books.seen(self.week());
        match kind {
            0..WEEK_KINDS => Change::Week(week.week, self.of_week(kind, week)),
            WEEK_KINDS..38 => self.of_settings(kind, books).into(),
            38 if self.often() => Change::Carry(self.carry(week)),
            38 => Change::Seal(self.seal(week)),
            _ => {
                let several = 1..=self.0.usize(1..4);
                Change::Several(several.map(|_| self.change(books)).collect())
            }
        }
    }

    fn of_week(&mut self, kind: usize, week: &Week) -> WeekChange {
        match kind {
            0 | 1 => TargetChange::Set(self.target(week)).into(),
            2 => TargetChange::Pin {
                metric: self.metric(),
                day: self.day(week),
                amount: self.0.bool().then(|| self.amount()),
            }
            .into(),
            3 => TargetChange::Focus(self.0.bool().then(|| self.metric())).into(),
            4 => {
                let market = self.of(&[Market::Strong, Market::Normal, Market::Weak]);
                let note = self.of(&["", "budgets are spent"]).to_owned();
                TargetChange::Outlook { market, note }.into()
            }
            5..=14 => self.of_tasks(kind, week).into(),
            15..=17 => ActivityChange::Log(self.entry(week)).into(),
            18 => ActivityChange::Remove(self.entry_of(week)).into(),
            19 => self.of_days(week).into(),
            20 => self.of_events(week).into(),
            _ => self.of_review(kind, week).into(),
        }
    }

    fn target(&mut self, week: &Week) -> TargetSet {
        let mut set = TargetSet::new(self.metric(), self.amount(), self.moment(week));
        set.stretch = match self.0.u8(..4) {
            0 => Stretch::Clear,
            1 => Stretch::To(self.amount()),
            _ => Stretch::Keep,
        };
        set.since = self.seldom().then(|| self.day(week));
        set.reason = self.seldom().then(|| self.text());
        set
    }

    fn of_tasks(&mut self, kind: usize, week: &Week) -> TaskChange {
        let id = self.task_of(week);
        match kind {
            5..=7 => TaskChange::Add(Box::new(self.task(week))),
            8 => TaskChange::Remove {
                id,
                with_entries: self.0.bool(),
            },
            9 => TaskChange::Edit {
                id,
                fields: (0..self.0.usize(1..4)).map(|_| self.field(week)).collect(),
            },
            10 | 11 => TaskChange::Complete {
                id,
                on: self.day(week),
                at: self.moment(week),
                entry: EntryId(self.fresh()),
            },
            12 => TaskChange::Reopen(id),
            13 => TaskChange::Skip {
                id,
                cause: self.of(&Cause::ALL),
                note: self.0.bool().then(|| self.text()),
                at: self.moment(week),
            },
            _ => TaskChange::Move {
                id,
                to: self.0.bool().then(|| self.day(week)),
                at: self.moment(week),
            },
        }
    }

    fn task(&mut self, week: &Week) -> Task {
        let id = self.of(&["a", "b", "c", "d", "e", "f"]);
        let id = TaskId(crate::domain::fixtures::id(id));
        let day = self.0.bool().then(|| self.day(week));
        let mut task = Task::new(id, self.text(), day, self.moment(week));
        task.metric = self.often().then(|| self.metric());
        task.amount = self.often().then(|| self.amount());
        task.estimate = self.seldom().then(|| self.0.u16(..1500));
        task.customer = self.seldom().then(|| self.text());
        task.before = if self.seldom() {
            self.amount()
        } else {
            Amount::ZERO
        };
        if self.seldom() {
            let (on, at) = (self.day(week), self.moment(week));
            task.state = TaskState::Done { on, at };
        }
        task
    }

    fn field(&mut self, week: &Week) -> TaskField {
        match self.0.u8(..9) {
            0 => TaskField::Title(self.text()),
            1 => TaskField::Time(self.0.bool().then(|| self.time())),
            2 => TaskField::Due(self.0.bool().then(|| self.day(week))),
            3 => TaskField::Important(self.of(&[None, Some(true), Some(false)])),
            4 => TaskField::Urgent(self.0.bool()),
            5 => TaskField::Estimate(self.0.bool().then(|| self.0.u16(..1500))),
            6 => TaskField::Metric(self.0.bool().then(|| self.metric())),
            7 => TaskField::Amount(self.0.bool().then(|| self.amount())),
            _ => TaskField::Customer(self.0.bool().then(|| self.text())),
        }
    }

    fn entry(&mut self, week: &Week) -> Entry {
        let day = self.day(week);
        let mut made = entry(0, self.metric().as_str(), 1, day);
        made.id = EntryId(if self.seldom() {
            id("same")
        } else {
            self.fresh()
        });
        made.at = self.moment(week);
        made.amount = self.amount();
        made.task = self.0.bool().then(|| self.task_of(week));
        if let Some(of) = made
            .task
            .and_then(|task| week.task(task))
            .filter(|_| self.often())
        {
            made.metric = of.metric.clone().unwrap_or(made.metric);
        }
        made.event = self.seldom().then(|| self.event_of(week));
        made.customer = self.seldom().then(|| self.text());
        made
    }

    fn of_days(&mut self, week: &Week) -> DayChange {
        let day = self.day(week);
        if self.0.bool() {
            return DayChange::Open(day);
        }
        let closed = Closed {
            at: self.moment(week),
            mood: self.0.bool().then(|| self.0.u8(..7)),
            worked: self.0.bool().then(|| self.text()),
            wins: self.texts(),
        };
        DayChange::Close { day, closed }
    }

    fn of_events(&mut self, week: &Week) -> EventChange {
        if self.seldom() {
            return EventChange::Remove(self.event_of(week));
        }
        let event = Event {
            id: EventId(id(self.of(&["x", "y", "z"]))),
            day: self.day(week),
            at: self.moment(week),
            kind: self.of(&EventKind::ALL),
            text: self.text(),
            metric: self.often().then(|| self.metric()),
            amount: self.often().then(|| self.amount()),
        };
        let correct = self.0.bool().then(|| EntryId(self.fresh()));
        EventChange::Note { event, correct }
    }

    fn of_review(&mut self, kind: usize, week: &Week) -> ReviewChange {
        let id = id(self.of(&["p", "q", "r"]));
        let note = self.seldom().then(|| self.text());
        match (kind, self.0.u8(..3)) {
            (21, _) if !week.review.misses.is_empty() && self.0.bool() => ReviewChange::Whys {
                of: self.miss_of(week),
                whys: self.texts(),
            },
            (21, _) => ReviewChange::Cause {
                of: self.miss_of(week),
                cause: self.often().then(|| self.of(&Cause::ALL)),
                note,
            },
            (22, 0) => ReviewChange::RemoveLesson(LessonId(id)),
            (22, _) => ReviewChange::Lesson(Lesson {
                id: LessonId(id),
                kind: self.of(&LessonKind::ALL),
                text: self.text(),
            }),
            (_, 0) => self.of_improvements(id, week),
            (_, 1) => ReviewChange::Helped {
                improvement: ImprovementId(id),
                answer: self.of(&[None, Some(Answer::Yes), Some(Answer::No)]),
                note,
            },
            _ => ReviewChange::Reopen {
                at: self.moment(week),
            },
        }
    }

    /// Mostly the miss whose cause was named last.
    fn miss_of(&mut self, week: &Week) -> MissOf {
        let named = week.review.misses.last().filter(|_| self.often());
        match named {
            Some(Miss {
                metric: Some(metric),
                ..
            }) => MissOf::Metric(metric.clone()),
            Some(Miss {
                task: Some(task), ..
            }) => MissOf::Task(*task),
            _ if self.0.bool() => MissOf::Metric(self.metric()),
            _ => MissOf::Task(self.task_of(week)),
        }
    }

    fn of_improvements(&mut self, id: Id, week: &Week) -> ReviewChange {
        let id = ImprovementId(id);
        if self.seldom() {
            let known = week.review.improvements.last();
            return ReviewChange::RemoveImprovement(known.map_or(id, |known| known.id));
        }
        let next = Week::new(week.week.next());
        ReviewChange::Improvement(Improvement {
            id,
            text: self.text(),
            day: self.0.bool().then(|| self.day(&next)),
            measure: self.0.bool().then(|| self.text()),
        })
    }

    fn of_settings(&mut self, kind: usize, books: &Books) -> SettingsChange {
        match kind {
            24 => SettingsChange::Language(self.of(&Language::ALL)),
            25 => SettingsChange::Currency(self.currency()),
            26 if self.0.bool() => {
                SettingsChange::Mouse(self.of(&[MouseChoice::Program, MouseChoice::Terminal]))
            }
            26 => SettingsChange::Glyphs(self.of(&[GlyphChoice::Auto, GlyphChoice::Ascii])),
            27 => SettingsChange::Law(self.of(&Law::ALL)),
            28 => {
                let rows = 0..self.0.usize(..3);
                let row = |_| ByDay::from_fn(|_| percent(self.of(&[0, 50, 100])));
                let rows = rows.map(row).collect();
                SettingsChange::Pattern(rows, self.week())
            }
            29 => SettingsChange::Hours(Hours {
                from: self.time(),
                to: self.time(),
            }),
            30 => SettingsChange::ReviewTime(self.time()),
            31 => SettingsChange::MinutesStep(MinutesStep::new(self.0.u16(1..481)).unwrap()),
            32 => {
                let week = books.week(self.week());
                let days = (0..self.0.usize(1..4)).map(|_| (self.day(&week), self.own_day()));
                SettingsChange::Days(days.collect())
            }
            33 => SettingsChange::AddMetric(self.new_metric()),
            34 => SettingsChange::SetMetric(self.metric(), self.metric_field()),
            35 if self.0.bool() => SettingsChange::RetireMetric(self.metric()),
            35 => SettingsChange::RestoreMetric(self.metric()),
            36 => SettingsChange::Repeat(self.of_repeats(books)),
            _ => {
                let in_use = books.settings.metrics_in_use();
                let mut order: Vec<_> = in_use.map(|metric| metric.id.clone()).collect();
                self.0.shuffle(&mut order);
                if self.seldom() {
                    order.pop();
                }
                SettingsChange::OrderMetrics(order)
            }
        }
    }

    fn of_repeats(&mut self, books: &Books) -> RepeatChange {
        let week = Week::new(self.week());
        let repeat = self.0.choice(&books.settings.repeats);
        match (repeat.map(|repeat| repeat.id), self.0.u8(..4)) {
            (Some(id), 0) => RepeatChange::End {
                id,
                last: self.day(&week),
            },
            (Some(id), 1) => RepeatChange::Except {
                id,
                nominal: self.day(&week),
            },
            _ => RepeatChange::Add(Box::new(self.repeat(&week))),
        }
    }

    fn repeat(&mut self, week: &Week) -> Repeat {
        let rule = self.of(&[
            "workdays",
            "tue,sat",
            "2w thu",
            "first-of-week",
            "last-of-month",
        ]);
        let id = RepeatId(id(self.of(&["k", "l", "m"])));
        let (from, work) = (self.day(week), Work::of(&self.task(week)));
        let mut repeat = Repeat::new(id, rule.parse().unwrap(), from, work, self.moment(week));
        repeat.off = self.of(&OnDayOff::ALL);
        repeat.until = self.seldom().then(|| self.day(week));
        repeat
    }

    fn new_metric(&mut self) -> Metric {
        let unit = self.of(&[Unit::Count, Unit::Money, Unit::Minutes, Unit::Score]);
        let id = self.of(&["tours", "demos", "ghost", "calls"]);
        let mut made = Metric::new(metric(id), Kind::Activity, unit);
        made.name = self.0.bool().then(|| self.text());
        made.letter = self.letter();
        made
    }

    fn metric_field(&mut self) -> MetricField {
        match self.0.u8(..6) {
            0 => MetricField::Name(self.0.bool().then(|| self.text())),
            1 => MetricField::Kind(self.of(&[Kind::Outcome, Kind::Activity, Kind::Growth])),
            2 => MetricField::Unit(self.of(&[Unit::Count, Unit::Money, Unit::Minutes])),
            3 => MetricField::Letter(self.letter()),
            4 => MetricField::Basis(self.of(&[None, Some(Basis::Signed), Some(Basis::Collected)])),
            _ => MetricField::Step(self.0.bool().then(|| self.amount())),
        }
    }

    /// A task of the week handed to another one.
    pub(super) fn carry(&mut self, week: &Week) -> Carry {
        let to = self.week();
        Carry {
            task: self.task_of(week),
            from: week.week,
            to,
            day: self.seldom().then(|| self.day(&Week::new(to))),
            at: self.moment(week),
        }
    }

    /// The week sealed, with all or some of its open tasks.
    pub(super) fn seal(&mut self, week: &Week) -> SealWeek {
        let open = week.tasks.iter().filter(|task| task.is_open());
        let some = open.map(|task| task.id).filter(|_| self.0.bool()).collect();
        SealWeek {
            week: week.week,
            carry: self.0.bool().then_some(some),
            at: self.moment(week),
        }
    }

    pub(super) fn week(&mut self) -> WeekId {
        week_id(self.of(&WEEKS))
    }

    fn own_day(&mut self) -> Option<OwnDay> {
        let weight = percent(self.of(&[0, 50, 100]));
        let why = self.0.bool().then(|| self.text());
        self.0.bool().then_some(OwnDay { weight, why })
    }

    fn currency(&mut self) -> Currency {
        let code = self.of(&["CNY", "USD", "JPY"]);
        Currency::parse(code).unwrap()
    }

    fn letter(&mut self) -> Option<Letter> {
        self.0.bool().then(|| self.of(&Letter::ALL))
    }

    fn metric(&mut self) -> MetricId {
        let ids = [
            "calls", "calls", "visits", "revenue", "training", "care", "tours", "ghost",
        ];
        metric(self.of(&ids))
    }

    fn amount(&mut self) -> Amount {
        let any = self.0.i64(-6..30);
        Amount::new(if self.0.u8(..50) == 0 {
            i64::MAX.saturating_sub(any.abs())
        } else {
            any
        })
    }

    fn day(&mut self, week: &Week) -> Day {
        let days = if self.0.u8(..30) == 0 {
            week.week.next().days()
        } else {
            week.week.days()
        };
        self.of(&days)
    }

    fn time(&mut self) -> TimeOfDay {
        TimeOfDay::new(self.0.u16(..24), self.0.u16(..60)).unwrap()
    }

    /// Mostly the end of the week, so that few of its days are still to come.
    fn moment(&mut self, week: &Week) -> Moment {
        let day = if self.seldom() {
            self.day(week)
        } else {
            week.week.sunday()
        };
        at(&format!("{day} 20:0{}", self.0.u8(..4)))
    }

    fn text(&mut self) -> String {
        let texts = [
            "拜访华信",
            " Call Lin ",
            "quote the same day",
            "",
            "a\u{1b}b",
        ];
        let any = self.0.usize(..40);
        (*texts.get(any).unwrap_or(&texts[any % 3])).to_owned()
    }

    /// A few lines, seldom more than may be kept.
    fn texts(&mut self) -> Vec<String> {
        let most = if self.seldom() { 7 } else { 3 };
        (0..self.0.usize(..most)).map(|_| self.text()).collect()
    }

    fn fresh(&mut self) -> Id {
        Id::from_bits(self.0.u64(..))
    }

    /// Mostly the task that was added last.
    fn task_of(&mut self, week: &Week) -> TaskId {
        let last = week.tasks.iter().max_by_key(|task| task.added);
        let task = last.filter(|_| self.often()).or(self.0.choice(&week.tasks));
        task.map_or_else(|| TaskId(self.fresh()), |task| task.id)
    }

    fn entry_of(&mut self, week: &Week) -> EntryId {
        let entry = self.0.choice(&week.entries);
        entry.map_or_else(|| EntryId(self.fresh()), |entry| entry.id)
    }

    fn event_of(&mut self, week: &Week) -> EventId {
        let event = self.0.choice(&week.events);
        event.map_or_else(|| EventId(self.fresh()), |event| event.id)
    }

    fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        *self.0.choice(choices).unwrap()
    }

    fn often(&mut self) -> bool {
        self.0.u8(..4) > 0
    }

    fn seldom(&mut self) -> bool {
        self.0.u8(..5) == 0
    }
}

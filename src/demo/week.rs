//! The weeks of a sample, one after another.

use fastrand::Rng;

use super::clock::Clock;
use super::texts::{CAUSES, Texts, texts};
use crate::domain::change::{Books, Change, SealWeek};
use crate::domain::{
    Amount, Calendar, Cause, Day, Improvement, ImprovementId, Lesson, LessonId, MetricId, Miss,
    Moment, Stamp, Target, TargetStep, TaskId, Week, WeekId,
};

/// What a full working day is to bring of each metric; money in hundredths.
pub(super) const DAILY: [(&str, i64); 6] = [
    ("new_customers", 2),
    ("revenue", 1_000_000),
    ("visits", 3),
    ("calls", 10),
    ("emails", 20),
    ("training", 12),
];

/// Fills the books with `weeks` sealed weeks and the one that runs.
pub(super) fn fill(books: &mut Books, now: Moment, weeks: usize, rng: &mut Rng) {
    let this_week = now.day().week();
    for id in past_weeks(books, this_week, weeks) {
        let plan = Plan::of(books, id, now);
        let mut week = Week::clone(&books.week(id));
        plan.run(&mut week, rng);
        plan.review(&mut week, rng);
        let carry = open_tasks(&week, rng);
        books.insert(week);
        if let Some((last, _)) = plan.days.last() {
            let at = plan.clock.at(*last, 16 * 60 + 52);
            let seal = SealWeek {
                week: id,
                carry: Some(carry),
                at,
            };
            // Filled a moment ago, the week is open, and so is the one after it.
            let _ = Change::Seal(seal).apply(books);
        }
    }
    let plan = Plan::of(books, this_week, now);
    let mut week = Week::clone(&books.week(this_week));
    plan.run(&mut week, rng);
    books.insert(week);
}

/// The newest weeks before `this_week` that have a working day, oldest first.
fn past_weeks(books: &Books, this_week: WeekId, count: usize) -> Vec<WeekId> {
    let earlier = std::iter::successors(this_week.plus(-1), |week| week.plus(-1));
    let works = |week: &WeekId| {
        let calendar = Calendar::of(*week, &books.settings.calendar);
        calendar.working_days().next().is_some()
    };
    let mut weeks: Vec<_> = earlier.filter(works).take(count).collect();
    weeks.reverse();
    weeks
}

/// Two in three go on to next week.
fn open_tasks(week: &Week, rng: &mut Rng) -> Vec<TaskId> {
    let open = week.tasks.iter().filter(|task| task.is_open());
    open.filter(|_| rng.u8(0..3) > 0)
        .map(|task| task.id)
        .collect()
}

/// What one week is filled from.
pub(super) struct Plan {
    pub(super) texts: &'static Texts,
    pub(super) clock: Clock,
    /// The working days with their weights in percent.
    pub(super) days: Vec<(Day, i64)>,
    currency: crate::domain::Currency,
    /// How many times a dollar's figure the currency's usual figure is.
    pub(super) money: i64,
}

impl Plan {
    fn of(books: &Books, id: WeekId, now: Moment) -> Self {
        let settings = &books.settings;
        let calendar = Calendar::of(id, &settings.calendar);
        let days = calendar.working_days();
        Self {
            texts: texts(settings.language),
            clock: Clock::until(now),
            days: days
                .map(|day| (day.date, i64::from(day.weight.percent())))
                .collect(),
            currency: settings.currency,
            money: if settings.currency.code() == "CNY" {
                10
            } else {
                1
            },
        }
    }

    /// What a day of 100 percent is to bring.
    pub(super) fn daily(&self, metric: &str) -> i64 {
        let daily = DAILY
            .iter()
            .find(|(id, _)| *id == metric)
            .map_or(0, |(_, daily)| *daily);
        if metric == "revenue" {
            daily * self.money
        } else {
            daily
        }
    }

    /// Sets the targets and lives each day up to now.
    fn run(&self, week: &mut Week, rng: &mut Rng) {
        let Some((first, _)) = self.days.first() else {
            return;
        };
        week.currency = Some(self.currency);
        let percent: i64 = self.days.iter().map(|(_, weight)| weight).sum();
        let at = self.clock.at(*first, 8 * 60 + 52);
        for (metric, _) in DAILY {
            let to = Amount::new(self.daily(metric) * percent / 100);
            week.targets.extend(target(metric, *first, to, at));
        }
        if rng.bool() {
            week.focus = "new_customers".parse().ok();
        }
        self.bucket(week, at, rng);
        self.take_up(week, rng);
        for (day, weight) in &self.days {
            self.live(week, *day, *weight, rng);
        }
        week.sort();
    }

    /// Asks now and then why there was no time for what was missed first.
    fn ask_why(&self, week: &mut Week, rng: &mut Rng) {
        let mut misses = week.review.misses.iter_mut();
        let first = misses.find(|miss| miss.metric.is_some() && miss.cause == Cause::NoTime);
        if let Some(miss) = first.filter(|_| rng.bool()) {
            let whys = self.texts.whys.iter();
            miss.whys = whys.map(|why| (*why).to_owned()).collect();
        }
    }

    /// Names causes, lessons and an improvement.
    fn review(&self, week: &mut Week, rng: &mut Rng) {
        let Some((last, _)) = self.days.last() else {
            return;
        };
        let stamp = Stamp {
            at: self.clock.at(*last, 16 * 60 + 30),
            seed: rng.u64(..),
        };
        let missed = week.targets.iter().filter(|target| {
            target
                .amount()
                .is_some_and(|amount| week.done(&target.metric) < amount)
        });
        let metrics = missed.map(|target| (Some(target.metric.clone()), None));
        let open = week.tasks.iter().filter(|task| task.is_open());
        let tasks = open.map(|task| (None, Some(task.id)));
        let of: Vec<_> = metrics.chain(tasks).collect();
        week.review.misses = of
            .into_iter()
            .map(|(metric, task)| Miss {
                metric,
                task,
                cause: one_of(&CAUSES, rng),
                note: None,
                whys: Vec::new(),
            })
            .collect();
        self.ask_why(week, rng);
        for n in 0..2 {
            let (kind, text) = one_of(self.texts.lessons, rng);
            if week.review.lessons.iter().all(|lesson| lesson.text != text) {
                let id = LessonId(stamp.id(n));
                week.review.lessons.push(Lesson {
                    id,
                    kind,
                    text: text.to_owned(),
                });
            }
        }
        let (text, measure) = one_of(self.texts.improvements, rng);
        week.review.improvements.push(Improvement {
            id: ImprovementId(stamp.id(2)),
            text: text.to_owned(),
            day: None,
            measure: Some(measure.to_owned()),
        });
    }
}

fn target(metric: &str, since: Day, to: Amount, at: Moment) -> Option<Target> {
    let metric: MetricId = metric.parse().ok()?;
    let changes = vec![TargetStep {
        at,
        from: None,
        to,
        reason: None,
    }];
    let pins = std::collections::BTreeMap::new();
    (to > Amount::ZERO).then_some(Target {
        metric,
        since,
        stretch: None,
        pins,
        changes,
    })
}

/// One of a list that is not empty.
pub(super) fn one_of<T: Copy>(list: &[T], rng: &mut Rng) -> T {
    #[expect(
        clippy::indexing_slicing,
        reason = "the lists are written out and not empty"
    )]
    list[rng.usize(0..list.len())]
}

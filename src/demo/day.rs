//! One day of a sample week: its tasks, its entries, what came in between, its close.

use fastrand::Rng;

use super::texts::CAUSES;
use super::week::{DAILY, Plan, one_of};
use crate::domain::{
    Amount, Cause, Closed, Day, Entry, EntryId, Event, EventId, EventKind, MetricId, Moment, Stamp,
    Task, TaskId, TaskState, TimeOfDay, Week,
};

/// How often an unexpected thing happens: on one day in so many.
const EVENT_EVERY: u8 = 15;

impl Plan {
    /// Fills one day up to now.
    pub(super) fn live(&self, week: &mut Week, day: Day, weight: i64, rng: &mut Rng) {
        self.tasks(week, day, rng);
        for (metric, _) in DAILY {
            let Ok(id) = metric.parse::<MetricId>() else {
                continue;
            };
            self.work(week, &id, day, self.daily(metric) * weight / 100, rng);
        }
        if rng.u8(0..EVENT_EVERY) == 0 {
            self.event(week, day, rng);
        }
        if self.clock.is_over(day) && rng.u8(0..10) > 0 {
            let worked = one_of(self.texts.worked, rng).to_owned();
            let at = self.clock.at(day, 18 * 60 + rng.i64(0..30));
            let mood = rng.u8(2..=5);
            let closed = Closed {
                at,
                mood: Some(mood),
                worked: Some(worked),
                wins: self.wins(mood, rng),
            };
            week.closed.insert(day, closed);
        }
    }

    /// What was good about a day that felt so.
    fn wins(&self, mood: u8, rng: &mut Rng) -> Vec<String> {
        let some = usize::from(mood.saturating_sub(3));
        let wins = (0..some).map(|_| {
            let customer = one_of(self.texts.customers, rng);
            one_of(self.texts.wins, rng).replace("{}", customer)
        });
        wins.collect()
    }

    /// Entries of one metric through the day, about `quota` in all.
    fn work(&self, week: &mut Week, metric: &MetricId, day: Day, quota: i64, rng: &mut Rng) {
        let by_tasks = week.entries.iter();
        let by_tasks = by_tasks.filter(|entry| entry.day == day && entry.metric == *metric);
        let by_tasks: i64 = by_tasks.map(|entry| entry.amount.units()).sum();
        let mut left = quota * rng.i64(60..=130) / 100 - by_tasks;
        let portion = match metric.as_str() {
            "revenue" => quota / 2,
            "training" => 15,
            "emails" => 6,
            "calls" => 2,
            _ => 1,
        };
        let mut minutes = 9 * 60 + rng.i64(0..40);
        while left > 0 && minutes < 18 * 60 {
            let amount = left.min(portion.max(1));
            left -= amount;
            let at = self.clock.at(day, minutes);
            minutes += rng.i64(20..90);
            if self.clock.has_come(at) {
                let amount = round(amount, metric);
                week.entries
                    .push(self.entry(metric, Amount::new(amount), day, at, rng));
            }
        }
    }

    fn entry(
        &self,
        metric: &MetricId,
        amount: Amount,
        day: Day,
        at: Moment,
        rng: &mut Rng,
    ) -> Entry {
        let contact = matches!(metric.as_str(), "visits" | "new_customers" | "revenue");
        let mut some = |list: &[&'static str]| contact.then(|| one_of(list, rng).to_owned());
        let customer = some(self.texts.customers);
        let approach = some(self.texts.approaches);
        Entry {
            id: EntryId(
                Stamp {
                    at,
                    seed: rng.u64(..),
                }
                .id(0),
            ),
            day,
            at,
            metric: metric.clone(),
            amount,
            task: None,
            event: None,
            customer,
            approach,
            note: None,
        }
    }

    /// Three to five tasks, most of them done when the day is over.
    fn tasks(&self, week: &mut Week, day: Day, rng: &mut Rng) {
        let mut minutes = 9 * 60;
        for n in 0..rng.u8(3..=5) {
            let mut task = self.task(day, rng);
            if n < 2 {
                task.time = TimeOfDay::new(
                    u16::try_from(minutes / 60).unwrap_or(9),
                    u16::try_from(minutes % 60).unwrap_or(0),
                );
            }
            let done_at = self.clock.at(day, minutes + rng.i64(10..50));
            minutes += rng.i64(2..=5) * 30;
            let fate = rng.u8(0..10);
            if fate < 8 && self.clock.has_come(done_at) {
                self.check_off(week, &mut task, day, done_at, rng);
            } else if fate == 8 && self.clock.is_over(day) {
                let cause: Cause = one_of(&CAUSES, rng);
                task.state = TaskState::Skipped {
                    cause,
                    note: None,
                    at: done_at,
                };
            }
            week.tasks.push(task);
        }
    }

    fn task(&self, day: Day, rng: &mut Rng) -> Task {
        let at = self.clock.at(day, 8 * 60 + 55);
        let customer = one_of(self.texts.customers, rng);
        let id = TaskId(
            Stamp {
                at,
                seed: rng.u64(..),
            }
            .id(0),
        );
        let kind = rng.u8(0..3);
        let title = match kind {
            0 => one_of(self.texts.visits, rng),
            1 => one_of(self.texts.calls, rng),
            _ => one_of(self.texts.other, rng),
        };
        let added = if self.clock.has_come(at) {
            at
        } else {
            self.clock.now()
        };
        let mut task = Task::new(id, title.replace("{}", customer), Some(day), added);
        if kind < 2 {
            task.customer = Some(customer.to_owned());
            task.metric = if kind == 0 { "visits" } else { "calls" }.parse().ok();
            task.amount = Some(Amount::new(1));
        }
        task.important = (rng.u8(0..2) == 0).then_some(true);
        task.urgent = rng.u8(0..3) == 0;
        task.estimate = Some(rng.u16(1..=4) * 30);
        task
    }

    /// Done, with the entry of its amount.
    fn check_off(&self, week: &mut Week, task: &mut Task, on: Day, at: Moment, rng: &mut Rng) {
        task.state = TaskState::Done { on, at };
        if let (Some(metric), Some(amount)) = (&task.metric, task.amount) {
            let mut entry = self.entry(metric, amount, on, at, rng);
            entry.task = Some(task.id);
            entry.customer.clone_from(&task.customer);
            week.entries.push(entry);
        }
    }

    /// Tasks of the week without a day.
    pub(super) fn bucket(&self, week: &mut Week, at: Moment, rng: &mut Rng) {
        for _ in 0..rng.u8(1..=2) {
            let id = TaskId(
                Stamp {
                    at,
                    seed: rng.u64(..),
                }
                .id(0),
            );
            let title = one_of(self.texts.bucket, rng);
            if week.tasks.iter().all(|task| task.title != title) {
                week.tasks.push(Task::new(id, title.to_owned(), None, at));
            }
        }
    }

    /// What the bucket holds is done on some day of the week, most of it.
    pub(super) fn take_up(&self, week: &mut Week, rng: &mut Rng) {
        let mut tasks = std::mem::take(&mut week.tasks);
        for task in tasks.iter_mut().filter(|task| task.is_open()) {
            let (day, _) = one_of(&self.days, rng);
            let at = self.clock.at(day, 16 * 60 + rng.i64(0..90));
            if rng.u8(0..10) < 9 && self.clock.has_come(at) {
                self.check_off(week, task, day, at, rng);
            }
        }
        week.tasks = tasks;
    }

    /// An order cancelled, or something smaller.
    fn event(&self, week: &mut Week, day: Day, rng: &mut Rng) {
        let at = self.clock.at(day, 13 * 60 + rng.i64(0..60));
        if !self.clock.has_come(at) {
            return;
        }
        let stamp = Stamp {
            at,
            seed: rng.u64(..),
        };
        let id = EventId(stamp.id(0));
        let customer = one_of(self.texts.customers, rng);
        let (kind, text) = if rng.bool() {
            (EventKind::OrderCancelled, self.texts.cancelled)
        } else {
            one_of(self.texts.events, rng)
        };
        let hit = kind == EventKind::OrderCancelled;
        let metric: Option<MetricId> = "revenue".parse().ok().filter(|_| hit);
        let amount = Amount::new(self.daily("revenue") / 2);
        if let Some(metric) = &metric {
            let mut entry = self.entry(metric, Amount::new(-amount.units()), day, at, rng);
            (entry.event, entry.approach) = (Some(id), None);
            entry.customer = Some(customer.to_owned());
            week.entries.push(entry);
        }
        let text = text.replace("{}", customer);
        let amount = metric.is_some().then_some(amount);
        week.events.push(Event {
            id,
            day,
            at,
            kind,
            text,
            metric,
            amount,
        });
    }
}

/// Money in hundreds, as people write it.
fn round(amount: i64, metric: &MetricId) -> i64 {
    if metric.as_str() == "revenue" {
        (amount / 10_000).max(1) * 10_000
    } else {
        amount
    }
}

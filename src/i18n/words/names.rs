//! What the things of the domain are called: metrics, causes, kinds, statuses.

use super::Words;
use super::area::area;
use super::choice::choices;
use crate::domain::{
    Answer, Basis, Cause, EventKind, GlyphChoice, Holiday, Kind, Law, LessonKind, Market, Metric,
    MouseChoice, OnDayOff, Unit,
};
use crate::planning::{Status, TaskStatus, WeekState};

area! {
    /// The names of all that is chosen from or told.
    pub Names {
        areas {
            metrics: Metrics, kinds: Kinds, units: Units, bases: Bases,
            week_states: WeekStates, statuses: Statuses, task_states: TaskStates,
            causes: Causes, event_kinds: EventKinds, lesson_kinds: LessonKinds,
            markets: Markets, holidays: Holidays, answers: Answers, glyphs: GlyphChoices,
            mice: Mice, days_off: DaysOff, laws: Laws,
        }
    }
}

area! {
    /// The built-in metrics, by their ids.
    pub(crate) Metrics {
        texts { new_customers, revenue, visits, calls, emails, messages, training, care }
    }
}

choices! {
    /// What a metric says about the week.
    kinds: Kinds of Kind { Outcome: outcome, Activity: activity, Growth: growth }
    /// What a metric is measured in.
    units: Units of Unit { Count: count, Money: money, Minutes: minutes, Score: score }
    /// When revenue counts.
    bases: Bases of Basis { Signed: signed, Invoiced: invoiced, Collected: collected }
    /// How far a week has come.
    week_states: WeekStates of WeekState {
        Unplanned: unplanned, Running: running, ReviewDue: review_due, Sealed: sealed,
    }
    /// How a metric's week stands to its target.
    statuses: Statuses of Status {
        NoTarget: no_target, Reached: reached, Missed: missed, NoWorkingDays: no_working_days,
        FarBehind: far_behind, Behind: behind, Ahead: ahead, OnPace: on_pace,
    }
    /// What became of a task.
    task_states: TaskStates of TaskStatus {
        Open: open, Done: done, Skipped: skipped, Moved: moved,
    }
    /// Why something was not done.
    causes: Causes of Cause {
        NoTime: no_time, CustomerUnavailable: customer_unavailable,
        CustomerPostponed: customer_postponed, WrongContact: wrong_contact, Price: price,
        Competitor: competitor, StockOrDelivery: stock_or_delivery,
        WaitingForColleague: waiting_for_colleague, Forgot: forgot, NotPrepared: not_prepared,
        PlanTooFull: plan_too_full, TargetUnrealistic: target_unrealistic, Event: event,
        Other: other,
    }
    /// Kinds of events.
    event_kinds: EventKinds of EventKind {
        OrderCancelled: order_cancelled, Competitor: competitor,
        CustomerChange: customer_change, Personal: personal, Other: other,
    }
    /// What to do with a lesson.
    lesson_kinds: LessonKinds of LessonKind {
        Keep: keep, Improve: improve, Stop: stop, Start: start,
    }
    /// How strong demand is.
    markets: Markets of Market { Strong: strong, Normal: normal, Weak: weak }
    /// The statutory holidays of China.
    holidays: Holidays of Holiday {
        NewYear: new_year, SpringFestival: spring_festival, TombSweeping: tomb_sweeping,
        LabourDay: labour_day, DragonBoat: dragon_boat, MidAutumn: mid_autumn,
        NationalDay: national_day,
    }
    /// Whether something helped.
    answers: Answers of Answer { Yes: yes, Partly: partly, No: no }
    /// The signs the screens are drawn with.
    glyphs: GlyphChoices of GlyphChoice { Auto: auto, Full: full, Safe: safe, Ascii: ascii }
    /// Who has the mouse.
    mice: Mice of MouseChoice { Program: program, Terminal: terminal }
    /// What becomes of repeating work on a day off.
    days_off: DaysOff of OnDayOff { After: after, Before: before, Skip: skip }
    /// Whose holidays the calendar follows.
    laws: Laws of Law { None: none, Cn: cn }
}

impl Names {
    /// What a built-in metric is called; `None` for any other id.
    pub fn built_in(&self, id: &str) -> Option<&'static str> {
        let names = &self.metrics;
        Some(match id {
            "new_customers" => names.new_customers,
            "revenue" => names.revenue,
            "visits" => names.visits,
            "calls" => names.calls,
            "emails" => names.emails,
            "messages" => names.messages,
            "training" => names.training,
            "care" => names.care,
            _ => return None,
        })
    }
}

impl Words {
    /// What a metric is called: by its own name, else by the language, else by its id.
    pub fn metric_name(&self, metric: &Metric) -> String {
        let id = metric.id.as_str();
        match &metric.name {
            Some(name) => name.clone(),
            None => self.names.built_in(id).unwrap_or(id).to_owned(),
        }
    }
}

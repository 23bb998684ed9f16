//! The order of a split: pins, then whole steps by weight and under the caps, then crumbs.
//!
//! Units are handed out one after another: the `h`-th goes, among the places still below their
//! exact share `w·h/W`, to the one with the smallest `(a + 1)/w`, where `a` is what the place
//! has already; the earlier place wins a tie. After each `W` units every place holds exactly
//! its weight, so whole rounds are multiplied out and only the rest is handed out singly: the
//! cost is places × `W`, whatever the total is.

use std::num::NonZero;

use super::Step;

/// Where a day or another share stands while a total is handed out.
pub(super) struct Place {
    /// Above 0 while the place takes units; 0 once its quota is pinned or settled.
    weight: u64,
    cap: u64,
    /// Units of one step, in the round under way.
    units: u64,
    /// In the metric's smallest unit.
    pub(super) quota: u64,
}

/// What a split could not make fit.
pub(super) struct Rest {
    pub(super) unplaced: u64,
    pub(super) over: u64,
}

impl Place {
    pub(super) fn new(weight: u16, pin: Option<u64>, cap: Option<u64>) -> Self {
        Self {
            weight: if pin.is_some() { 0 } else { weight.into() },
            cap: cap.unwrap_or(u64::MAX),
            units: 0,
            quota: pin.unwrap_or(0),
        }
    }

    fn is_free(&self) -> bool {
        self.weight > 0
    }

    /// Fixes the quota at the cap.
    fn settle(&mut self) {
        self.quota = self.cap;
        self.weight = 0;
    }

    /// Whether it has less than its exact share of the first `handed` of `period` units.
    fn is_below_share(&self, handed: u64, period: NonZero<u64>) -> bool {
        self.units.saturating_mul(period.get()) < self.weight.saturating_mul(handed)
    }
}

/// Gives every place its quota.
pub(super) fn place(total: u64, places: &mut [Place], step: Step) -> Rest {
    let pins: u128 = places.iter().map(|place| u128::from(place.quota)).sum();
    let over = pins.saturating_sub(total.into());
    if over > 0 {
        return Rest {
            unplaced: 0,
            over: u64::try_from(over).unwrap_or(u64::MAX),
        };
    }
    let pins = u64::try_from(pins).unwrap_or(total);
    let left = place_steps(total.saturating_sub(pins), places, step);
    Rest {
        unplaced: place_crumbs(left, places),
        over: 0,
    }
}

/// Places as many whole steps of `rest` as the caps allow and gives what is left of it.
fn place_steps(mut rest: u64, places: &mut [Place], step: Step) -> u64 {
    while let Some(capped) = play_round(rest, places, step) {
        rest = rest.saturating_sub(capped);
    }
    let given = places.iter().filter(|place| place.is_free());
    given.fold(rest, |left, place| left.saturating_sub(place.quota))
}

/// Gives the free places their quotas of `rest`, then settles those that came out above their
/// caps; how much the settled ones took together, `None` when all stayed below.
fn play_round(rest: u64, places: &mut [Place], step: Step) -> Option<u64> {
    hand_out(rest / step.size(), places);
    let mut capped = None;
    for place in places.iter_mut().filter(|place| place.is_free()) {
        place.quota = place.units.saturating_mul(step.units());
        if place.quota > place.cap {
            place.settle();
            capped = Some(place.cap.saturating_add(capped.unwrap_or(0)));
        }
    }
    capped
}

/// Gives `crumbs`, all of them, to the first free place that has room, else gives them back.
fn place_crumbs(crumbs: u64, places: &mut [Place]) -> u64 {
    let roomy = places
        .iter_mut()
        .filter(|place| place.is_free())
        .find(|place| place.cap.saturating_sub(place.quota) >= crumbs);
    match roomy {
        Some(place) => {
            place.quota = place.quota.saturating_add(crumbs);
            0
        }
        None => crumbs,
    }
}

/// Hands `units` out over the free places.
fn hand_out(units: u64, places: &mut [Place]) {
    let common = places
        .iter()
        .fold(0, |common, place| gcd(common, place.weight));
    let Some(common) = NonZero::new(common) else {
        return;
    };
    for place in places.iter_mut() {
        place.weight /= common;
        place.units = 0;
    }
    let period = places.iter().map(|place| place.weight).sum();
    let Some(period) = NonZero::new(period) else {
        return;
    };
    for handed in 1..=units % period {
        hand_out_one(handed, period, places);
    }
    let rounds = units / period;
    for place in places.iter_mut() {
        let of_rounds = rounds.saturating_mul(place.weight);
        place.units = place.units.saturating_add(of_rounds);
    }
}

/// Hands out the unit with the number `handed`; some place is always below its share of it.
fn hand_out_one(handed: u64, period: NonZero<u64>, places: &mut [Place]) {
    let next = places
        .iter_mut()
        .filter(|place| place.is_below_share(handed, period))
        .min_by(|a, b| {
            let of_a = a.units.saturating_add(1).saturating_mul(b.weight);
            let of_b = b.units.saturating_add(1).saturating_mul(a.weight);
            of_a.cmp(&of_b)
        });
    if let Some(place) = next {
        place.units = place.units.saturating_add(1);
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    match NonZero::new(b) {
        Some(divisor) => gcd(b, a % divisor),
        None => a,
    }
}

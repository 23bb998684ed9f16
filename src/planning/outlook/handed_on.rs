//! What a week was handed on from the one before, which is no plan yet.
//!
//! Nothing is stored for it: both sides of the way out are written at one moment, so a step up
//! here is one that was handed on where the week before has a step down of the same metric, at
//! the same moment and by the same amount. A target that has any other step is the user's own
//! for this week, and so is the plan that takes a handed amount in.
//!
//! While every target of a week only came that way, and the week is not sealed, it is still to
//! be planned: it has a target and counts as running, but opens on its plan, and what was
//! handed on is added there to what is suggested.

use super::Facts;
use crate::domain::{Amount, Target, TargetStep};

/// The whole target, where every step of it was handed on.
pub(super) fn handed_on(facts: &Facts<'_>, target: &Target) -> Option<Amount> {
    let before = facts.week.week.previous();
    let mut earlier = facts.history.earlier.iter();
    let before = earlier.find(|week| week.week == before)?;
    let lowered = before.target(&target.metric)?;
    let was_handed = |step: &TargetStep| {
        let mut steps = lowered.changes.iter();
        steps.any(|down| down.at == step.at && fits(step, down))
    };
    let amount = target.amount()?;
    target.changes.iter().all(was_handed).then_some(amount)
}

/// Whether one step goes up by what the other goes down.
fn fits(up: &TargetStep, down: &TargetStep) -> bool {
    let rise = |step: &TargetStep| step.to.checked_sub(step.from.unwrap_or_default());
    match (rise(up), rise(down)) {
        (Some(up), Some(down)) => up > Amount::ZERO && up.checked_add(down) == Some(Amount::ZERO),
        _ => false,
    }
}

/// Whether any target was only handed on.
pub(super) fn any_handed_on(facts: &Facts<'_>) -> bool {
    let mut targets = facts.week.targets.iter();
    targets.any(|target| handed_on(facts, target).is_some())
}

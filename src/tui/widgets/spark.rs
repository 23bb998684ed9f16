//! A row of amounts as signs of different heights: how something went, at a glance.

use crate::tui::theme::Theme;

/// One sign for each amount, the largest the highest; where there is no amount, a blank.
///
/// An amount above nothing is never drawn as nothing, and only the largest has the full height.
pub fn spark(amounts: &[Option<u64>], theme: &Theme) -> String {
    let signs = theme.glyphs.spark;
    let most = amounts.iter().copied().flatten().max().unwrap_or(0);
    let steps = u128::try_from(signs.len().saturating_sub(1)).unwrap_or(0);
    let sign = |amount: u64| {
        let step = u128::from(amount) * steps;
        let step = if amount < most {
            step.div_ceil(u128::from(most)).min(steps.saturating_sub(1))
        } else {
            steps.min(step)
        };
        usize::try_from(step)
            .ok()
            .and_then(|step| signs.get(step).copied())
    };
    let signs = amounts
        .iter()
        .map(|amount| amount.and_then(sign).unwrap_or(" "));
    signs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::{Colours, GlyphSet};

    fn drawn(set: GlyphSet, amounts: &[Option<u64>]) -> String {
        spark(amounts, &Theme::new(set, Colours::None))
    }

    #[test]
    fn the_largest_is_the_highest() {
        let amounts = [0, 1, 50, 99, 100].map(Some);
        assert_eq!(drawn(GlyphSet::Full, &amounts), "▁▂▅▇█");
        assert_eq!(drawn(GlyphSet::Safe, &amounts), "⡀⡄⡆⡆⡇");
        assert_eq!(drawn(GlyphSet::Ascii, &amounts), "_.--=");
    }

    #[test]
    fn where_nothing_is_known_stands_a_blank() {
        assert_eq!(drawn(GlyphSet::Full, &[None, Some(3), None]), " █ ");
    }

    #[test]
    fn nothing_at_all_is_low() {
        assert_eq!(drawn(GlyphSet::Full, &[Some(0), Some(0)]), "▁▁");
        assert_eq!(drawn(GlyphSet::Full, &[]), "");
    }

    #[test]
    fn the_greatest_amounts_do_not_overflow() {
        let amounts = [Some(u64::MAX), Some(u64::MAX / 2)];
        assert_eq!(drawn(GlyphSet::Full, &amounts), "█▅");
    }
}

//! Exact fractions, for figures that a floating-point number would blur.
//!
//! A lead of exactly half a day is `ahead`, one unit less is not; so leads and rates stay
//! fractions until they are printed. Comparison is exact whatever the parts are.
//!
//! ```
//! # use salesweek::planning::Ratio;
//! let needed = Ratio::new(29, 3).unwrap();
//! assert!(needed < Ratio::new(97, 10).unwrap());
//! assert_eq!(needed.tenths(), 97);
//! assert_eq!(needed.to_f64(), 9.666666666666666);
//! ```

use std::cmp::Ordering;
use std::num::NonZero;

use serde::{Serialize, Serializer};

/// A fraction of two whole numbers, the lower one positive; equal when the values are.
///
/// Both parts reach to 2¹²⁰, far above what a week's sums times its weights come to (2⁸¹).
#[derive(Debug, Clone, Copy)]
pub struct Ratio {
    numerator: i128,
    denominator: NonZero<u128>,
}

impl Ratio {
    /// The widest a part may be; what is left of 128 bits is room for rounding.
    const WIDEST: u128 = 1 << 120;

    /// `numerator / denominator`; `None` when the denominator is 0 or a part is wider than 2¹²⁰.
    pub const fn new(numerator: i128, denominator: u128) -> Option<Self> {
        if numerator.unsigned_abs() > Self::WIDEST || denominator > Self::WIDEST {
            return None;
        }
        match NonZero::new(denominator) {
            Some(denominator) => Some(Self {
                numerator,
                denominator,
            }),
            None => None,
        }
    }

    /// `count / 2`.
    pub(super) const fn halves(count: i128) -> Self {
        Self {
            numerator: count,
            denominator: TWO,
        }
    }

    /// Rounded to tenths, half away from zero: 15 for 1.45, −15 for −1.45.
    ///
    /// Numbers that are shown to one decimal are rounded here, not by the printing of a
    /// double, which would round some exact halves down.
    pub fn tenths(self) -> i128 {
        let size = self.numerator.unsigned_abs();
        let whole = (size / self.denominator).saturating_mul(10);
        // ⌊10·rest/d + 1/2⌋, doubled so that the half is whole
        let twice = (size % self.denominator)
            .saturating_mul(20)
            .saturating_add(self.denominator.get());
        let tenths = whole.saturating_add(twice / self.denominator.saturating_mul(TWO));
        let tenths = i128::try_from(tenths).unwrap_or(i128::MAX);
        tenths.saturating_mul(self.numerator.signum())
    }

    /// The nearest double, a tie to the even one.
    #[expect(
        clippy::float_arithmetic,
        clippy::cast_precision_loss,
        reason = "the one rounding is meant; scaling by a power of two is exact"
    )]
    pub fn to_f64(self) -> f64 {
        let size = self.numerator.unsigned_abs();
        if size == 0 {
            return 0.0;
        }
        let (mut digits, mut rest) = (size / self.denominator, size % self.denominator);
        let mut scale = 1.0;
        // 55 binary digits: 53 that a double keeps, one to round by, one that says "and more"
        while digits < 1 << 54 {
            rest <<= 1;
            digits = (digits << 1) | (rest / self.denominator);
            rest %= self.denominator;
            scale *= 0.5;
        }
        let nearest = (digits | u128::from(rest > 0)) as f64 * scale;
        if self.numerator < 0 {
            -nearest
        } else {
            nearest
        }
    }
}

const TWO: NonZero<u128> = NonZero::<u128>::MIN.saturating_add(1);

/// Compares two fractions that are not negative as Euclid would, so that nothing is multiplied:
/// the whole parts first, then, the other way round, what is left of each turned upside down.
fn compare(a: (u128, NonZero<u128>), b: (u128, NonZero<u128>)) -> Ordering {
    let wholes = (a.0 / a.1).cmp(&(b.0 / b.1));
    let rests = (NonZero::new(a.0 % a.1), NonZero::new(b.0 % b.1));
    wholes.then_with(|| match rests {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(rest_of_a), Some(rest_of_b)) => {
            compare((b.1.get(), rest_of_b), (a.1.get(), rest_of_a))
        }
    })
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let size = |of: &Self| (of.numerator.unsigned_abs(), of.denominator);
        let signs = self.numerator.signum().cmp(&other.numerator.signum());
        signs.then_with(|| {
            if self.numerator < 0 {
                compare(size(other), size(self))
            } else {
                compare(size(self), size(other))
            }
        })
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Ratio {}

/// As the nearest double.
impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, output: S) -> Result<S::Ok, S::Error> {
        output.serialize_f64(self.to_f64())
    }
}

#[cfg(test)]
mod tests {
    use pretty_assertions::assert_eq;
    use proptest::prelude::*;

    use super::*;

    fn ratio(numerator: i128, denominator: u128) -> Ratio {
        Ratio::new(numerator, denominator).expect("within range")
    }

    #[test]
    fn there_is_no_ratio_with_zero_below_or_with_parts_too_wide() {
        assert_eq!(Ratio::new(1, 0), None);
        assert_eq!(Ratio::new(i128::MIN, 1), None);
        assert_eq!(Ratio::new(1, u128::MAX), None);
    }

    #[test]
    fn equal_values_are_equal() {
        assert_eq!(ratio(-4, 10), ratio(-2, 5));
        assert_eq!(ratio(0, 7), ratio(0, 1));
        assert_eq!(ratio(-6, 4), Ratio::halves(-3));
    }

    #[test]
    fn neighbours_of_wide_parts_are_told_apart() {
        let wide = 1_i128 << 119;
        let above = ratio(wide + 1, wide.unsigned_abs());
        let closer = ratio(wide + 2, wide.unsigned_abs() + 1);
        assert!(closer < above);
        assert!(ratio(-wide - 1, wide.unsigned_abs()) < ratio(-wide - 2, wide.unsigned_abs() + 1));
    }

    #[test]
    fn tenths_round_half_away_from_zero() {
        for (label, numerator, denominator, tenths) in [
            ("an exact half", 145, 100, 15),
            ("an exact half below zero", -145, 100, -15),
            ("just below a half", 1449, 1000, 14),
            ("rounded up to a whole", 96, 100, 10),
            ("nearly nothing", -1, 1000, 0),
            ("eight elevenths", 8, 11, 7),
            ("the widest", 1 << 120, 1, 10 << 120),
        ] {
            assert_eq!(ratio(numerator, denominator).tenths(), tenths, "{label}");
        }
    }

    #[test]
    fn the_double_is_the_nearest() {
        for (label, numerator, denominator, double) in [
            ("nothing", 0, 3, "0"),
            ("a tenth", 1, 10, "0.1"),
            ("a third below zero", -29, 3, "-9.666666666666666"),
            ("a tie to even", (1 << 53) + 1, 1, "9007199254740992"),
            ("past the tie", (1 << 54) + 3, 2, "9007199254740994"),
            (
                "just past a tie",
                ((1 << 53) + 1) * 10 + 1,
                10,
                "9007199254740994",
            ),
        ] {
            assert_eq!(
                ratio(numerator, denominator).to_f64().to_string(),
                double,
                "{label}"
            );
        }
    }

    #[test]
    fn a_ratio_is_written_as_a_number() {
        let json = serde_json::to_string(&ratio(21, 2)).expect("serializes");
        assert_eq!(json, "10.5");
    }

    proptest! {
        #[test]
        fn comparison_is_that_of_the_cross_products(
            a in any::<i32>(), b in 1..u32::MAX, c in any::<i32>(), d in 1..u32::MAX,
        ) {
            let crosswise = (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b)));
            prop_assert_eq!(ratio(a.into(), b.into()).cmp(&ratio(c.into(), d.into())), crosswise);
        }

        #[test]
        fn small_parts_divide_as_doubles_do(a in any::<i32>(), b in 1..u32::MAX) {
            let divided = f64::from(a) / f64::from(b);
            prop_assert_eq!(ratio(a.into(), b.into()).to_f64().to_bits(), divided.to_bits());
        }
    }
}

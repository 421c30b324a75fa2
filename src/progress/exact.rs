//! Exact arithmetic on reported figures. Nothing is ever rounded: what does not fit is
//! `None`, and the verdict says so.

use std::cmp::Ordering;

use rust_decimal::Decimal;

/// The sum, where it is exact.
pub(super) fn sum(one: Decimal, other: Decimal) -> Option<Decimal> {
    let (one, other) = (one.normalize(), other.normalize());
    let sum = one.checked_add(other)?;
    (sum.scale() == one.scale().max(other.scale()) || sum.is_zero()).then_some(sum)
}

/// The difference, where it is exact.
pub(super) fn difference(one: Decimal, other: Decimal) -> Option<Decimal> {
    sum(one, -other)
}

/// The product, where it is exact.
pub(super) fn product(one: Decimal, other: Decimal) -> Option<Decimal> {
    let (one, other) = (one.normalize(), other.normalize());
    let product = one.checked_mul(other)?;
    (product.scale() == one.scale() + other.scale() || one.is_zero() || other.is_zero())
        .then_some(product)
}

/// An exact value as a fraction; the lower part is above nought.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fraction {
    upper: Decimal,
    lower: Decimal,
}

impl Fraction {
    /// A plain number.
    pub(super) fn whole(number: Decimal) -> Self {
        Self {
            upper: number,
            lower: Decimal::ONE,
        }
    }

    /// A part of a whole in per cent; none of nothing, or of less.
    pub(super) fn percent(numerator: Decimal, denominator: Decimal) -> Option<Self> {
        if denominator <= Decimal::ZERO {
            return None;
        }
        Some(Self {
            upper: product(numerator, Decimal::ONE_HUNDRED)?,
            lower: denominator,
        })
    }

    /// How it stands to `value`.
    pub(super) fn compared_with(self, value: Decimal) -> Option<Ordering> {
        Some(self.upper.cmp(&product(value, self.lower)?))
    }

    /// What remains when `other` is taken away.
    pub(super) fn minus(self, other: Self) -> Option<Self> {
        Some(Self {
            upper: difference(
                product(self.upper, other.lower)?,
                product(other.upper, self.lower)?,
            )?,
            lower: product(self.lower, other.lower)?,
        })
    }

    /// The same in per cent of `other`, which is above nought.
    pub(super) fn in_percent_of(self, other: Self) -> Option<Self> {
        if other.upper <= Decimal::ZERO {
            return None;
        }
        Some(Self {
            upper: product(product(self.upper, other.lower)?, Decimal::ONE_HUNDRED)?,
            lower: product(self.lower, other.upper)?,
        })
    }

    /// With the sign turned.
    pub(super) fn negative(self) -> Self {
        Self {
            upper: -self.upper,
            ..self
        }
    }

    /// For people: with two digits, or as many more as show on which side of `against`
    /// it stands.
    pub(super) fn shown(self, against: Option<Decimal>) -> Decimal {
        let Some(exact) = self.upper.checked_div(self.lower) else {
            return self.upper;
        };
        let side = against.and_then(|value| self.compared_with(value));
        (2..=12)
            .map(|digits| exact.round_dp(digits).normalize())
            .find(|shown| against.map(|value| shown.cmp(&value)) == side)
            .unwrap_or(exact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn forty_five_of_152_are_less_than_thirty_per_cent_and_46_are_not() {
        let share = |part: i64| Fraction::percent(part.into(), 152.into()).unwrap();
        let thirty = number("30");
        assert_eq!(share(45).compared_with(thirty), Some(Ordering::Less));
        assert_eq!(share(46).compared_with(thirty), Some(Ordering::Greater));
    }

    #[test]
    fn what_would_be_rounded_is_not_given() {
        let long = number("0.0000000000000000000000000001");
        assert_eq!(product(long, number("0.5")), None);
        assert_eq!(sum(number("79228162514264337593543950335"), long), None);
        assert_eq!(sum(number("0.10"), number("0.2")), Some(number("0.3")));
        assert_eq!(difference(number("1"), number("1")), Some(Decimal::ZERO));
    }

    #[test]
    fn a_figure_is_shown_on_its_side_of_the_target() {
        let hair = Fraction::percent(number("29999"), number("100000")).unwrap();
        assert_eq!(hair.shown(None), number("30"));
        assert_eq!(hair.shown(Some(number("30"))), number("29.999"));
    }
}

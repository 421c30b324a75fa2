//! What a change must be, and how far a figure is from it.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{IndexValue, IndexVerdict, Measured};
use crate::model::{Change, Comparison};

/// What a change must be.
pub(super) struct Asked {
    comparison: Comparison,
    value: Decimal,
    /// Whether less is asked: "giảm".
    downward: bool,
}

pub(super) fn asked(change: Option<&Change>, base: Measured) -> Asked {
    let Some(change) = change else {
        return Asked {
            comparison: Comparison::AtLeast,
            value: Decimal::ZERO,
            downward: false,
        };
    };
    let value = match base.figure {
        // So many per cent of the score it was.
        IndexValue::Score(score) if change.unit.trim() == "%" => {
            score * change.value / Decimal::ONE_HUNDRED
        }
        _ => change.value,
    };
    Asked {
        comparison: change.comparison,
        value,
        downward: change.downward,
    }
}

impl Asked {
    pub(super) fn is_met_by(&self, gain: Decimal) -> bool {
        is_met(self.comparison, self.value, self.turned(gain))
    }

    pub(super) fn short(&self, gain: Decimal) -> Option<Decimal> {
        shortfall(self.comparison, self.value, self.turned(gain))
    }

    fn turned(&self, gain: Decimal) -> Decimal {
        if self.downward { -gain } else { gain }
    }
}

pub(super) fn is_met(comparison: Comparison, value: Decimal, got: Decimal) -> bool {
    match (comparison, got.cmp(&value)) {
        (Comparison::AtLeast | Comparison::Between, order) => order != Ordering::Less,
        (Comparison::MoreThan, order) => order == Ordering::Greater,
        (Comparison::AtMost, order) => order != Ordering::Greater,
        (Comparison::LessThan, order) => order == Ordering::Less,
        (Comparison::About, _) => false,
    }
}

/// By how much a figure is on the wrong side.
pub(super) fn shortfall(comparison: Comparison, value: Decimal, got: Decimal) -> Option<Decimal> {
    let short = match comparison {
        Comparison::AtMost | Comparison::LessThan => got - value,
        _ => value - got,
    };
    (short > Decimal::ZERO).then_some(short)
}

pub(super) fn verdict(is_met: bool) -> IndexVerdict {
    if is_met {
        IndexVerdict::Met
    } else {
        IndexVerdict::Missed
    }
}

/// The places won from one to the other.
pub(super) fn places(from: u32, to: u32) -> Decimal {
    Decimal::from(i64::from(from) - i64::from(to))
}

pub(super) fn is_place(measured: Measured, place: u32) -> bool {
    matches!(measured.figure, IndexValue::Rank(standing) if standing.place == place)
}

/// Whether provinces were merged between two survey years.
pub(super) fn provinces_changed(one: i32, other: i32) -> bool {
    use crate::catalog::provinces::{provinces_on, survey_day};
    provinces_on(survey_day(one)).count() != provinces_on(survey_day(other)).count()
}

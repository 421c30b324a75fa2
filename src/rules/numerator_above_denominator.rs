//! A part that is greater than its whole.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "numerator-above-denominator",
    severity: Severity::Warning,
    summary: ("tử số lớn hơn mẫu số", "a numerator above its denominator"),
    page: include_str!("numerator_above_denominator.md"),
    check: Check::Results,
};

//! A numerator without a denominator, or the other way round.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "half-ratio",
    severity: Severity::Error,
    summary: (
        "chỉ có tử số hoặc chỉ có mẫu số",
        "a numerator or a denominator without the other",
    ),
    page: include_str!("half_ratio.md"),
    check: Check::Results,
};

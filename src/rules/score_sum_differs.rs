//! A total that is not the sum of its parts.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "score-sum-differs",
    severity: Severity::Error,
    summary: (
        "tổng điểm khác tổng các phần",
        "a total that is not the sum of its parts",
    ),
    page: include_str!("score_sum_differs.md"),
    check: Check::Results,
};

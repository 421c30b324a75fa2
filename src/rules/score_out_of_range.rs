//! A score outside its scale.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "score-out-of-range",
    severity: Severity::Error,
    summary: ("điểm ngoài thang điểm", "a score outside its scale"),
    page: include_str!("score_out_of_range.md"),
    check: Check::Results,
};
